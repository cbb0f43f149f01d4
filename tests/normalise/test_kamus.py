"""The dictionaries themselves: complete, free of contradictions, and in force."""

from __future__ import annotations

import csv
import re
from collections import Counter
from importlib.resources import files

import pytest

from pipeline.normalise import normalise
from pipeline.normalise.kamus.dipakai import EntriIndikator, muat_kamus
from pipeline.normalise.nama.cari import cari_kamus
from pipeline.normalise.nama.urai import Konteks, baca_nama, konteks_laporan
from pipeline.normalise.satuan import kenali_satuan
from pipeline.rumus import read_rumus
from schemas.kinerja import Arah, Metadata
from schemas.rumus import JenisRumus
from tests.normalise.laporan_uji import identitas, laporan, tabel

NAMES = (
    *("indikator.csv", "satuan.csv", "ejaan.csv", "arah.csv", "kata.csv", "skala.csv", "predikat.csv"),
    *("kosakata.csv", "penjaga.csv", "wilayah.csv", "kantor.csv", "versi.csv"),
)
OFFICES = ("Dinas Contoh Kabupaten Rimba", "Dinas Contoh Kota Rimba", "Badan Contoh Provinsi Rimba")


def rows(name: str) -> list[dict[str, str]]:
    text = files("schemas").joinpath("kamus", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def entri(nama: str, konteks: Konteks | None = None) -> EntriIndikator | None:
    return cari_kamus(baca_nama(nama, konteks or Konteks()))


@pytest.mark.parametrize("name", NAMES)
def test_every_line_has_every_column(name: str) -> None:
    for row in rows(name):
        assert None not in row
        assert None not in row.values()
        assert next(iter(row.values()))


@pytest.mark.parametrize("name", NAMES)
def test_no_blanks_around_fields_and_no_empty_alternatives(name: str) -> None:
    for row in rows(name):
        for field in row.values():
            assert field == " ".join(field.split())
    for row in rows("indikator.csv"):
        assert all(part == part.strip() != "" for part in row["alias"].split("|") if row["alias"])


def test_many_indicators_of_many_sectors() -> None:
    entries = rows("indikator.csv")
    assert len(entries) >= 330
    assert len({row["bidang"] for row in entries}) >= 20
    assert all(row["sumber"] for row in entries)


@pytest.mark.parametrize(
    "bidang",
    [
        *("kesehatan", "pendidikan", "pekerjaan umum", "perumahan", "sosial", "pangan", "pertanian", "peternakan"),
        *("perikanan", "lingkungan", "kependudukan", "desa", "keluarga berencana", "perhubungan", "komunikasi"),
        *("koperasi", "perdagangan", "perindustrian", "penanaman modal", "pemuda", "olahraga", "statistik"),
        *("persandian", "kebudayaan", "perpustakaan", "kearsipan", "pariwisata", "kehutanan", "energi"),
        *("transmigrasi", "perencanaan", "keuangan", "kepegawaian", "pengawasan", "kebencanaan", "ketenteraman"),
        *("ketenagakerjaan", "gender", "tata kelola", "pertanahan", "penelitian"),
    ],
)
def test_every_sector_has_entries(bidang: str) -> None:
    assert Counter(row["bidang"] for row in rows("indikator.csv"))[bidang] >= 2


def test_ids_are_slugs_and_unique() -> None:
    codes = [entri.kode for entri in muat_kamus().indikator]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) for code in codes)


def test_every_name_and_variant_leads_to_its_own_entry() -> None:
    for item in muat_kamus().indikator:
        for name in (item.nama, *item.alias):
            found = entri(name)
            assert found is item, f"{name}: {found.kode if found else None} instead of {item.kode}"


@pytest.mark.parametrize("instansi", OFFICES)
def test_canonical_names_are_known_in_reports_of_every_level(instansi: str) -> None:
    """A report leaves its level unsaid; what the name loses by that must not lead elsewhere, or nowhere at its own."""
    konteks = konteks_laporan(Metadata(instansi=instansi, tahun=2030))
    provinsi = "Provinsi" in instansi
    for item in muat_kamus().indikator:
        for name in (item.nama, *item.alias):
            found = entri(name, konteks)
            assert found in (item, None), f"{name}: {found.kode if found else None} instead of {item.kode}"
        if not provinsi and "provinsi" not in item.nama.lower():
            assert entri(item.nama, konteks) is item, item.nama


def test_canonical_names_become_their_ids() -> None:
    entries = muat_kamus().indikator
    hasil = normalise(laporan(tabel(*(entri.nama for entri in entries))))
    assert identitas(hasil) == [[entri.kode for entri in entries]]
    assert [row.arah for row in hasil.baris()] == [
        Arah.TIDAK_DIKETAHUI if entri.arah is Arah.RENTANG else entri.arah for entri in entries
    ]


def test_units_of_indicators_are_in_the_list_of_units() -> None:
    assert not [row["kode"] for row in rows("indikator.csv") if kenali_satuan(row["satuan"]) is None]


def test_a_count_is_no_share() -> None:
    """An entry whose name counts has no unit of a share, and the reverse; neither has an alias of the other kind."""
    bagian = re.compile(r"^(persentase|proporsi|cakupan)\b", re.IGNORECASE)
    for row in rows("indikator.csv"):
        names = [row["nama"], *row["alias"].split("|")]
        jumlah = [name for name in names if name.startswith("Jumlah ")]
        assert not (jumlah and row["satuan"] == "%"), row["kode"]
        assert not (jumlah and any(bagian.match(name) for name in names)), row["kode"]
        assert not (bagian.match(row["nama"]) and row["satuan"] not in ("%", "indeks")), row["kode"]


@pytest.mark.parametrize("row", [row for row in rows("indikator.csv") if row["rumus"]], ids=lambda row: row["kode"])
def test_every_formula_is_readable_and_fits_the_unit(row: dict[str, str]) -> None:
    rumus = read_rumus(row["rumus"])
    assert rumus.pohon is not None
    assert not rumus.keterangan
    assert rumus.jenis in (JenisRumus.RASIO, JenisRumus.PERHITUNGAN)
    faktor = None if rumus.faktor is None else rumus.faktor.value
    if row["satuan"] == "%" and rumus.jenis is JenisRumus.RASIO:
        assert faktor == 100
    elif row["satuan"].startswith("per 1"):
        assert faktor == int(row["satuan"].removeprefix("per ").replace(".", ""))
    elif row["satuan"] != "indeks":
        assert faktor is None


def test_most_shares_have_a_formula() -> None:
    shares = [row for row in rows("indikator.csv") if row["satuan"] == "%"]
    assert len([row for row in shares if row["rumus"]]) > len(shares) * 3 / 4


def test_rules_of_direction_are_in_order_and_explained() -> None:
    entries = rows("arah.csv")
    numbers = [int(row["urutan"]) for row in entries]
    assert numbers == sorted(set(numbers))
    assert all(row["keterangan"] for row in entries)


def test_spellings_are_not_undone() -> None:
    """A spelling that is written out is not itself what another one is brought to."""
    ejaan = {row["tulisan"]: row["baku"] for row in rows("ejaan.csv") if row["tulisan"] != row["baku"]}
    loops = {tulisan for tulisan, baku in ejaan.items() if ejaan.get(baku) == tulisan}
    assert not loops


# Names as reports print them: the canonical one of the registry, and another that means the same.
REGISTRY = """
tingkat-pengangguran-terbuka | Persentase Tingkat Pengangguran Terbuka (TPT) | % pengangguran
persentase-penduduk-bekerja | % Penduduk yang bekerja | Tingkat Kesempatan Kerja (TKK)
tingkat-partisipasi-angkatan-kerja | Tingkat Partisipasi Angkatan Kerja | TPAK
kegiatan-mengacu-rencana-tenaga-kerja | Persentase keg. yang dilaksanakan yg mengacu ke rencana tenaga kerja | \
Presentase kegiatan yang dilaksanakan yang mengacu ke rencana tenaga kerja
akurasi-rencana-tenaga-kerja | Persentase Akurasi Proyeksi Indikator dalam Rencana Tenaga Kerja | \
Prosentase akurasi proyeksi indikator dalam rencana tenaga kerja
tenaga-kerja-bersertifikat-kompetensi | Persentase Tenaga Kerja Bersertifikat Kompetensi | \
Prosentase tenaga kerja yang bersertifikat kompetensi
tingkat-produktivitas-tenaga-kerja | Tingkat Produktifitas Tenaga Kerja | Persentase Tingkat produktivitas tenaga kerja
peningkatan-produktivitas-tenaga-kerja | Persentase Peningkatan Produktivitas Tenaga Kerja | \
Persentase Peningkatan Produktifitas Tenaga Kerja
penempatan-tenaga-kerja | Presentase Tenaga Kerja Yang Ditempatkan (Dalam dan Luar Negeri) Melalui Mekanisme \
Layanan Antar Kerja Dalam Wilayah Kab./Kota | Prosentase Pencari Kerja terdaftar yang ditempatkan
penempatan-tenaga-kerja | % penempatan naker | Persentase penempatan tenaga kerja
penempatan-tenaga-kerja-lintas-daerah | Persentase Tenaga Kerja yang Ditempatkan (Dalam dan Luar Negeri) melalui \
Mekanisme Layanan Antar Kerja Lintas Daerah Kabupaten/Kota dalam 1 Provinsi | Persentase Tenaga Kerja yang \
Ditempatkan (dalam dan luar negeri) melalui mekanisme layanan antarkerja lintas daerah kab/kota
perusahaan-tata-kelola-kerja-layak | Persentase Perusahaan yg menerapkan tata kelola kerja yang layak | \
Presentase Perusahaan yang menerapkan tata kelola kerja yang layak (PP/PKB, LKS Bipartit, Struktur Skala Upah, dan \
terdaftar peserta BPJS Ketenagakerjaan)
penyelesaian-perselisihan-hubungan-industrial | Persentase penyelesaian PHI | \
Persentase kasus perselisihan hubungan industrial yang diselesaikan
peningkatan-peserta-bpjs-ketenagakerjaan | % Peningkatan Pekerja yang Mengikuti Program BPJS Ketenagakerjaan | \
Persentase peningkatan kepesertaan Jamsostek
peningkatan-pekerja-umk | % Peningkatan Pekerja yang Sudah Menerima Upah Minimum Kabupaten (UMK) | \
Persentase peningkatan pekerja yang menerima UMK
lowongan-kerja-terpenuhi | Prosentase lowongan kerja yang dipenuhi | Persentase lowongan kerja yang terpenuhi
transmigran-meningkat-taraf | Prosentase Transmigran Yang Berhasil Meningkatkan Taraf Ekonomi dan Sosialnya | \
Persentase transmigran yang berhasil meningkatkan taraf ekonomi dan sosial
cakupan-jamsostek | Persentase pekerja yang mendapat perlindungan jamsostek | Universal Coverage Jamsostek
nilai-sakip | Nilai Sakip | Nilai sistem akuntabilitas kinerja instansi pemerintah (SAKIP)
predikat-sakip | Predikat SAKIP | Predikat AKIP
indeks-kepuasan-masyarakat | Nilai IKM (Indeks Kepuasan Masyarakat) | Survei Kepuasan Masyarakat (SKM)
manajemen-risiko | Nilai Manajemen Resiko | Indeks Manajemen Risiko
indeks-kepatuhan-kinerja-intern | Nilai Indeks Kepatuhan dan Kinerja Intern (IKKI) | IKKI
maturitas-spip | Level Maturitas SPIP | Nilai SPIP
serapan-anggaran | Persentase realisasi anggaran | Daya serap anggaran
indeks-pembangunan-manusia | IPM | Indeks Pembangunan Manusia (IPM)
rata-rata-lama-sekolah | Angka rata-rata lama sekolah | RLS
harapan-lama-sekolah | Harapan Lama Sekolah | HLS
usia-harapan-hidup | Angka Harapan Hidup | Usia Harapan Hidup (UHH)
apk-smp | Angka Partisipasi Kasar (APK) SMP/MTs | APK SMP
apm-smp | Angka Partisipasi Murni (APM) SMP/MTs | APM SMP
pertumbuhan-ekonomi | Pertumbuhan Ekonomi | LPE
persentase-kemiskinan | Persentase kemiskinan | Persentase Penduduk Miskin (P0)
indeks-gini | Gini Ratio | Indeks gini
angka-kematian-ibu | Angka Kematian Ibu per 100.000 KH | AKI
angka-kematian-bayi | AKB per 1.000 KH | Angka Kematian Bayi
prevalensi-stunting | Prevalensi Stunting | Prevalensi balita stunting
akta-kelahiran-0-18 | Cakupan Kepemilikan Akta Kelahiran Anak 0-18 Tahun | \
Persentase anak usia 0-18 tahun yang memiliki akta kelahiran
perekaman-ktp | Persentase Perekaman KTP-el | Cakupan perekaman KTP elektronik
kepemilikan-kia | Cakupan Kepemilikan KIA | Persentase anak yang memiliki KIA
jalan-mantap | Persentase jalan mantap | Tingkat Kemantapan Jalan
air-minum-layak | Persentase akses air minum layak | Persentase rumah tangga yang memiliki akses air minum layak
sanitasi-layak | Persentase akses sanitasi layak | Cakupan akses sanitasi layak
kawasan-kumuh | Luas kawasan kumuh | Luas Kawasan Permukiman Kumuh
irigasi-baik | Persentase Irigasi Kondisi Baik | Persentase jaringan irigasi dalam kondisi baik
"""


@pytest.mark.parametrize("line", REGISTRY.strip().splitlines())
def test_registry_of_usual_indicators_is_complete(line: str) -> None:
    kode, *names = (part.strip() for part in line.split("|"))
    for name in names:
        found = entri(name)
        assert found is not None, name
        assert found.kode == kode


DIFFERENT = [
    ("Contraceptive Prevalence Rate", "Modern Contraceptive Prevalence Rate"),
    ("Sisa Anggaran", "Persentase Sisa Anggaran"),
    ("Jumlah Koperasi Aktif", "Persentase Koperasi Aktif"),
    ("Persentase Tindak Lanjut Rekomendasi BPK", "Persentase Tindak Lanjut Temuan BPK"),
    ("Waktu Tanggap (Response Time)", "Tingkat Waktu Tanggap (Response Time Rate)"),
    ("Nilai Tukar Petani", "Nilai Tukar Usaha Pertanian"),
    ("Persentase Akses Air Minum Layak", "Persentase Akses Air Minum Aman"),
    ("Predikat Kabupaten Layak Anak", "Nilai Kabupaten Layak Anak"),
    ("Persentase Penanganan Sampah", "Persentase Pengelolaan Sampah"),
    ("Indeks Kualitas Air", "Indeks Kualitas Air Laut"),
    ("Panjang Jalan dalam Kondisi Baik", "Persentase Jalan dalam Kondisi Baik"),
]


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_related_quantities_have_entries_of_their_own(a: str, b: str) -> None:
    x, y = entri(a), entri(b)
    assert x is not None
    assert y is not None
    assert x.kode != y.kode


@pytest.mark.parametrize(
    "name",
    [
        *("Persentase RTH Publik", "Indeks Persepsi Anti Korupsi", "Length of Stay", "Waktu Tanggap Darurat"),
        *("Cakupan Penerbitan Akta Kelahiran", "Persentase Rumah Tinggal Bersanitasi", "Angka Kematian DBD"),
        *("Tingkat Kemantapan Jalan Kabupaten", "Persentase Transmigran yang Mandiri", "PK", "HI", "IP"),
    ],
)
def test_what_only_looks_alike_has_no_entry(name: str) -> None:
    assert entri(name) is None


NAIK = """
TPAK|TKK|Persentase penempatan tenaga kerja|Persentase tenaga kerja bersertifikat kompetensi
Persentase peningkatan kepesertaan BPJS Ketenagakerjaan|Persentase peningkatan pekerja yang menerima UMK
Nilai SAKIP|Nilai IKM|IPM|LPE|APK SD/MI|APM SMP/MTs|RLS|HLS|AHH|Persentase jalan mantap
Persentase akses air minum layak|Persentase akses sanitasi layak|Cakupan kepemilikan akta kelahiran
Persentase perekaman KTP-el|Persentase kepemilikan KIA|Opini BPK|Persentase Penurunan TPT
Persentase perselisihan hubungan industrial yang diselesaikan|Persentase RTLH yang ditangani
Angka notifikasi kasus TB|Cakupan penemuan kasus TB|Angka keberhasilan pengobatan TB
"""
TURUN = """
TPT|Angka Pengangguran|Jumlah Penganggur|P0|P1|P2|Persentase Kemiskinan Ekstrem|Rasio Gini|ICOR|AKI|AKB|AKABA|AKN
Prevalensi Stunting|Prevalensi Wasting|Prevalensi Gizi Buruk|Prevalensi Underweight|Persentase BBLR|Prevalensi TBC
IR DBD|Prevalensi HIV|API Malaria|Prevalensi Hipertensi|CFR DBD|Unmet Need|ASFR 15-19 Tahun|Angka Putus Sekolah
Angka Mengulang|Angka Buta Aksara|Backlog Rumah|Luas Kawasan Kumuh|Jumlah RTLH|Persentase Jalan Rusak
Jumlah Titik Genangan|Jumlah Titik Banjir|Lama Genangan|Waktu Tempuh|Response Time|Jumlah Kecelakaan Kerja
Frequency Rate Kecelakaan Kerja|Jumlah Kecelakaan Lalu Lintas|Tingkat Fatalitas Kecelakaan Lalu Lintas
Jumlah Kasus Perselisihan Hubungan Industrial|Jumlah Kasus PHK|Jumlah Mogok Kerja|Jumlah Unjuk Rasa
Jumlah Pekerja Anak|Angka Kriminalitas|Jumlah Pelanggaran Perda|Jumlah Konflik Sosial|Jumlah PMKS|Jumlah PPKS
Jumlah Kasus Kekerasan terhadap Perempuan|Jumlah Kekerasan terhadap Anak|Angka Perkawinan Anak|Jumlah Emisi GRK
Timbulan Sampah|Luas Lahan Kritis|Jumlah Kejadian Kebakaran|Jumlah Temuan BPK|Jumlah Kerugian Daerah
Jumlah Pengaduan|Tingkat Ketergantungan Fiskal|Deviasi Realisasi PAD terhadap Anggaran PAD dalam APBD
"""
LAIN = """
rentang: Inflasi|Laju Pertumbuhan Penduduk|TFR|Cadangan Pangan|SiLPA|Sisa Anggaran|Persentase Sisa Anggaran|BOR
tidak diketahui: Jumlah Tenaga Kerja Asing|Jumlah Transmigran|Jumlah Perusahaan|Response Time Rate|Persentase Desa Maju
"""


def test_directions_of_usual_indicators() -> None:
    wanted = [(name, Arah.NAIK) for name in NAIK.replace("\n", "|").split("|") if name]
    wanted += [(name, Arah.TURUN) for name in TURUN.replace("\n", "|").split("|") if name]
    for line in LAIN.strip().splitlines():
        arah, _, names = line.partition(": ")
        wanted += [(name, Arah(arah)) for name in names.split("|")]
    assert len(wanted) >= 100
    found = [(name, item.arah if (item := entri(name)) else None) for name, _ in wanted]
    assert found == wanted
