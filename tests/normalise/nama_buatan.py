"""Many names of indicators, made by chance from a seed: those of a large kamus, and printings of them.

A canonical name is a kind of measure, an object, what is said of it, and often a sector or a place. Every printing
is a name of the kamus with what reports do to it: a slip of the pen, an abbreviation, a unit or a note in brackets,
a number in front, other capitals. The rest are names of nothing in the kamus, made of other words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from pipeline.normalise.kamus.dipakai import EntriIndikator, Kamus, kamus_bawaan
from pipeline.normalise.nama.urai import Konteks, baca_nama
from schemas.kinerja import Arah

JENIS = ("Persentase", "Jumlah", "Cakupan", "Indeks", "Nilai", "Tingkat", "Rasio", "Angka")
OBJEK = (
    *("tenaga kerja", "pencari kerja", "usaha mikro", "koperasi simpan pinjam", "guru sekolah dasar", "ibu hamil"),
    *("jalan kabupaten", "jembatan", "saluran irigasi", "rumah tidak layak huni", "arsip", "perpustakaan desa"),
    *("kelompok tani", "nelayan kecil", "benih ikan", "sapi potong", "pasar rakyat", "pelaku wisata", "cagar budaya"),
    *("sampah rumah tangga", "air limbah", "lahan kritis", "titik panas", "korban bencana", "penyandang disabilitas"),
    *("anak terlantar", "lanjut usia", "keluarga berencana", "akta kelahiran", "aduan warga", "dokumen perencanaan"),
    *("aset daerah", "pajak daerah", "temuan pemeriksaan", "jabatan fungsional", "pegawai", "aplikasi layanan"),
    *("menara telekomunikasi", "terminal penumpang", "angkutan umum", "perizinan usaha", "investor", "sengketa tanah"),
    *("organisasi masyarakat", "pemuda pelopor", "atlet", "puskesmas", "kader posyandu", "balita", "remaja putri"),
)
SIFAT = (
    *("yang dilatih", "yang dibina", "yang terakreditasi", "yang bersertifikat", "dalam kondisi baik", "yang rusak"),
    *("yang ditangani", "yang ditindaklanjuti", "yang diselesaikan tepat waktu", "yang tidak terlayani", "yang aktif"),
    *("sesuai standar", "yang dipelihara", "yang dibangun", "yang terdata", "yang dipromosikan", "yang didampingi"),
    *("yang memperoleh bantuan", "yang mandiri", "yang meningkat kelasnya", "yang terverifikasi", "yang diawasi"),
    *("yang dimanfaatkan", "yang direhabilitasi", "yang mengikuti pelatihan", "yang lulus uji kompetensi"),
)
LINGKUP = (
    *("", "", "", "di kecamatan", "di kawasan pesisir", "di perkotaan", "di perdesaan", "bidang pertanian"),
    *("bidang kesehatan", "bidang pendidikan", "sektor industri", "sektor perdagangan", "bagi perempuan"),
    *("bagi laki-laki", "tingkat provinsi", "triwulan I", "triwulan II", "dalam negeri", "luar negeri"),
)
ASING = (
    *("gedung arsip", "kebun raya", "pompa hidran", "taman baca", "sirkuit balap", "kapal patroli", "radio komunitas"),
    *("mesin absensi", "kolam retensi", "jalur sepeda", "bank sampah", "museum daerah", "laboratorium pangan"),
)
SIFAT_ASING = ("yang disewakan", "yang dihapuskan", "yang dilelang", "yang dikalibrasi", "yang diasuransikan")
SINGKATAN = (
    *(("Persentase", "%"), ("Persentase", "Presentase"), ("Persentase", "Prosentase"), ("yang", "yg"), ("dan", "&")),
    *(("tenaga kerja", "naker"), ("kabupaten", "kab."), ("dengan", "dgn"), ("pencari kerja", "pencaker")),
)
EKOR = ("", "", "", "", " (%)", " (IKK)", " :", " ;", " (orang)", "*)", ".")
DEPAN = ("", "", "", "", "1. ", "2) ", "- ", "a. ", "12 ")
ASING_SETIAP = 5
"""One of so many printed names is of nothing in the kamus."""


def kamus_besar(banyak: int, *, benih: int = 11) -> Kamus:
    """The kamus of the program with built indicators up to so many; no two of them have the same key."""
    bawaan = kamus_bawaan()
    entri = list(bawaan.indikator)
    kunci = {_kunci(nama) for item in entri for nama in (item.nama, *item.alias)}
    random = Random(benih)
    while len(entri) < banyak:
        nama = _susun(random, OBJEK, SIFAT)
        alias = tuple(lain for lain in _alias(random, nama) if _kunci(lain) not in kunci)
        if _kunci(nama) not in kunci:
            kunci.update(map(_kunci, (nama, *alias)))
            kode = f"buatan-{len(entri)}"
            entri.append(EntriIndikator(kode=kode, nama=nama, alias=alias, arah=Arah.TIDAK_DIKETAHUI))
    return replace(bawaan, indikator=tuple(entri))


def nama_cetak(kamus: Kamus, banyak: int, *, benih: int = 13) -> list[str]:
    """So many printings, all different, of names of the kamus and of others."""
    random = Random(benih)
    semua = [nama for entri in kamus.indikator for nama in (entri.nama, *entri.alias)]
    found: dict[str, None] = {}
    while len(found) < banyak:
        asing = random.randrange(ASING_SETIAP) == 0
        found.setdefault(ubah(random, _susun(random, ASING, SIFAT_ASING) if asing else random.choice(semua)))
    return list(found)


def ubah(random: Random, nama: str) -> str:
    """A printing of a name: none to three changes of what it is made of, and dress."""
    for change in random.sample((_salah_tulis, _singkat, _salah_tulis, _sebut_lebih, _kapital), random.randrange(4)):
        nama = change(random, nama)
    return random.choice(DEPAN) + nama + random.choice(EKOR)


def salah_tulis(random: Random, kata: str) -> str:
    """A word with one letter left out, doubled, changed, or two letters exchanged."""
    at = random.randrange(1, len(kata) - 1)
    return random.choice(
        (
            kata[:at] + kata[at + 1 :],
            kata[:at] + kata[at] + kata[at:],
            kata[:at] + random.choice("aeinrstk") + kata[at + 1 :],
            kata[:at] + kata[at + 1] + kata[at] + kata[at + 2 :],
        )
    )


def _susun(random: Random, objek: Sequence[str], sifat: Sequence[str]) -> str:
    parts = random.choice(JENIS), random.choice(objek), random.choice(sifat), random.choice(LINGKUP)
    return " ".join(part for part in parts if part)


def _alias(random: Random, nama: str) -> Iterator[str]:
    if " yang " in nama:
        yield nama.replace(" yang ", " ")
    if nama.startswith("Persentase"):
        yield nama.replace("Persentase", random.choice(("Cakupan", "Proporsi", "Tingkat")), 1)
    if random.randrange(3) == 0:
        yield nama.replace("Jumlah", "Banyaknya").replace("Nilai", "Skor") + " daerah"


def _kunci(nama: str) -> str:
    return baca_nama(nama, Konteks()).kunci


def _salah_tulis(random: Random, nama: str) -> str:
    words = nama.split()
    panjang = [i for i, kata in enumerate(words) if len(kata) > 4 and kata.isalpha()]
    if panjang:
        at = random.choice(panjang)
        words[at] = salah_tulis(random, words[at])
    return " ".join(words)


def _singkat(random: Random, nama: str) -> str:
    lama, baru = random.choice(SINGKATAN)
    return nama.replace(lama, baru)


def _sebut_lebih(random: Random, nama: str) -> str:
    return f"{nama} {random.choice(('daerah', 'tahun berjalan', 'yang ada', 'Kabupaten', 'tahun 2023', 'terdaftar'))}"


def _kapital(random: Random, nama: str) -> str:
    return random.choice((nama.upper(), nama.lower(), nama.title()))
