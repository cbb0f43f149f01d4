"""Words around a name in a sentence: which of them leave it the same name, and which bring in another subject; pure."""

from __future__ import annotations

import re
from collections.abc import Container

from pipeline.normalise.nama.urai import Konteks

_KATA = re.compile(r"[a-z]+|\d[\d.,]*", re.IGNORECASE)
_LANJUTAN = re.compile(r"\s*([a-z]+|\d)?", re.IGNORECASE)
_TINJAU = 60
_DEPAN = re.compile(r"([a-z]+)(?:-[a-z]+)?[\s“\"'(]*$", re.IGNORECASE)


def himpunan(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


_ISYARAT = himpunan(
    """tahun sebesar sebanyak sejumlah senilai adalah ialah yaitu yakni ini tersebut tsb realisasi realisasinya
    terealisasi direalisasikan target targetnya ditargetkan capaian capaiannya pencapaian pencapaiannya mencapai
    tercapai tercatat dengan sedangkan mengalami meningkat menurun naik turun menjadi telah sudah belum tidak dapat
    masih juga hanya berada memenuhi melampaui melebihi menunjukkan memperoleh mendapat mendapatkan bila jika apabila
    dibanding dibandingkan berdasarkan sesuai selama sampai hingga sehingga karena dikarenakan maka didukung diukur
    dihitung diperoleh kinerja kabupaten kota provinsi dinas merupakan memiliki bernilai saat kondisi alokasi anggaran
    masing berturut berjumlah pagu dana dianggarkan dialokasikan terserap rp volume menyerap digunakan persentase
    dimana bergerak beranjak konsisten ditutup dipatok dijanjikan mencatat mencatatkan membukukan tumbuh turut
    kini sebelumnya semula awalnya sekarang menelan berpagu beranggaran berbiaya menghabiskan menyisakan
    tersisa membelanjakan dibiayai didanai"""
)
"""Words that go on after a complete name."""

_SAMBUNG = himpunan("pada di dalam untuk dari oleh yang dan serta atau terhadap")
"""Words that may go on after a name or make it longer; the word behind them decides."""

_WAKTU = himpunan(
    """tahun akhir awal target targetnya realisasi realisasinya kabupaten kota provinsi dinas bulan triwulan semester
    periode tahunnya sebelumnya sebesar telah sudah ditetapkan ditargetkan direncanakan ditentukan dicapai
    terealisasi capaian"""
)
_LAIN = himpunan(
    """kategori katagori kriteria predikat perdikat sangat berhasil baik tinggi cukup ditetapkan ditentukan
    direncanakan lebih besar kecil rendah kurang lalu sebelumnya hasil perhitungan nilai angka persen poin point orang
    unit lembaga kasus dokumen perusahaan kegiatan indikator perjanjian sasaran daerah juta ribu miliar milyar triliun
    rata pada di dalam untuk dari yang dan atau serta dicapai kenaikan penurunan peningkatan sebelum lagi adapun
    kemudian selanjutnya tahunnya hampir sekitar kurun waktu akhir awal ditunjukkan bahwa penyerapan serapan keuangan
    fisik sisa efisiensi sejak terdapat terlihat tingkat keberhasilan tepat kali mampu berhasilnya melewati atas bawah
    hal tabel grafik gambar diatas atas output keluaran berupa setara ternyata oleh itu secara umum utama iku a b c d
    e f g h i j k l m n ii iii iv v program sub selain juga khususnya sementara namun berikut berdasar atasnya
    bergerak beranjak semula posisi level terakhir turut secara konsisten terus lantas hanya mulai rpjmd renstra rpd
    jangka menengah mematok dipatok memasang periode masa perencanaan mencatat mencatatkan membukukan ditutup kembali
    menetapkan menargetkan sepanjang dpa dokumen pelaksanaan apbd"""
)
_PELEBAR = himpunan(
    """tidak belum non bukan tanpa anti peningkatan kenaikan penurunan pengurangan pertumbuhan laju selisih rasio
    jumlah persentase presentase prosentase proporsi indeks rata rerata perbandingan kontribusi sumbangan komponen
    nilai skor tingkat angka cakupan pra purna pasca bertambahnya berkurangnya meningkatnya menurunnya menurunkan
    meningkatkan perubahan"""
)
"""Words directly before a name that make it another measure."""

_UKURAN = himpunan("nilai skor angka persentase presentase prosentase")
_SEBUTAN = himpunan("nilai skor angka")
"""Words that add nothing to a name that says itself what is measured."""
_SENDIRI = re.compile(
    r"(?:indeks?|tingkat|pertumbuhan|laju|usia|angka|rata|rasio|opini|cakupan|proporsi)\b", re.IGNORECASE
)
_UKURAN_AWAL = re.compile(r"(?:indeks?|tingkat|pers?entase|presentase|prosentase|nilai|angka|skor|%)", re.IGNORECASE)
_AWAL = re.compile(
    r"(?:indeks?|tingkat|pers?entase|presentase|prosentase|nilai|angka|skor|jumlah|rasio|cakupan|laju|proporsi|persen"
    r"|rata|usia|banyaknya|opini|predikat|pertumbuhan|kontribusi|produksi|populasi|[A-Z]{3,}\b|%)"
)
_KEGIATAN = himpunan("program kegiatan sub")
_ANGGOTA = re.compile(
    r"[\s)]*(?:[,;]|\b(?:dan|serta|maupun)\b)[\s,;]*(?:(?:dan|serta|maupun|lalu|kemudian)\s+)?"
    r"([A-Za-z][A-Za-z/-]*(?:\s+[A-Za-z][A-Za-z/-]*)*?)"
    r"\s*(?:sebesar|sebanyak|senilai|mencapai|adalah|tercatat|:|=|-)?\s*\(?\s*"
)
"""The stretch between two numbers of a list, with the words of the second member."""
_KERJA = re.compile(r"(?:me|ber|ter|di|ke|se|peng|pen|per)[a-z]{3}|[a-z]+nya$", re.IGNORECASE)
_KATA_NAMA = 8
_KATA_BENDA = 3
_SEBELUM = himpunan(
    """rincian gambaran perkembangan kondisi posisi
    indikator kinerja pada untuk dari dan serta atas bahwa oleh dengan tentang capaian pencapaian realisasi target
    terhadap adapun dimana utama sasaran atau melalui dalam yaitu tujuan"""
)


def berlanjut(text: str, akhir: int, konteks: Konteks, nama: Container[int]) -> bool:
    """Whether the sentence goes on behind a name as behind a complete one.

    Args:
        text: the sentence.
        akhir: where the name ends.
        konteks: office and region, whose names may follow.
        nama: where other names begin (after `dan`).
    """
    match = _LANJUTAN.match(text, akhir)
    assert match is not None
    kata = (match.group(1) or "").lower()
    if not kata or kata.isdigit() or kata in _ISYARAT or kata in _milik(konteks):
        return True
    if kata not in _SAMBUNG:
        return False
    lanjut = _LANJUTAN.match(text, match.end())
    assert lanjut is not None
    berikut = (lanjut.group(1) or "").lower()
    if lanjut.start(1) in nama or berikut.isdigit() or berikut in _milik(konteks):
        return True
    return berikut in _WAKTU or (berikut in _ISYARAT and kata in ("yang", "dan", "serta", "atau"))


def didahului(text: str, mulai: int, nama: str, *, kegiatan: bool = False) -> bool:
    """Whether the word before a name makes it another measure ("penurunan", "tidak", "rasio").

    A name that does not say itself what is measured ("Sapi perah") may stand behind a word that does ("produksi
    sapi perah"); only words that add nothing are accepted before it. `kegiatan`: it is the name of a kegiatan.
    """
    match = _DEPAN.search(text, max(0, mulai - _TINJAU), mulai)
    if match is None:
        return False
    kata = match.group(1).lower()
    if kegiatan:
        return kata in _PELEBAR and kata not in _KEGIATAN
    if _AWAL.match(nama) is not None or _AWAL.match(nama.lower()) is not None:
        if _SENDIRI.match(nama) and kata in _SEBUTAN:
            return False
        return kata in _PELEBAR and not (_UKURAN_AWAL.match(nama) and kata in _UKURAN)
    if kata in _PELEBAR or kata in _KEGIATAN:
        return True
    return text[match.end(1) : mulai].isspace() and kata not in _SEBELUM and kata not in _ISYARAT


def bersih(text: str, konteks: Konteks) -> bool:
    """Whether a stretch of text between a name and a number holds no word that could be another subject."""
    milik = _milik(konteks)
    for match in _KATA.finditer(text):
        kata = match.group().lower()
        if not (kata[0].isdigit() or kata in _ISYARAT or kata in _LAIN or kata in _SAMBUNG or kata in milik):
            return False
    return True


def nama_lain(text: str, konteks: Konteks) -> bool:
    """Whether the stretch between two numbers is nothing but the next name of a list ("…, Pajak Hiburan ")."""
    match = _ANGGOTA.fullmatch(text)
    if match is None:
        return False
    kata = match.group(1).split()
    asing = [satu for satu in kata if not bersih(satu, konteks)]
    if not asing:
        return False
    asing_awal = asing[0] == kata[0]
    if kata[0][0].isupper() and len(kata) <= _KATA_NAMA:
        return asing_awal or (kata[0].lower() in _PELEBAR and any(satu[0].isupper() for satu in asing))
    return asing_awal and len(kata) <= _KATA_BENDA and not any(_KERJA.match(satu) for satu in kata)


def _milik(konteks: Konteks) -> frozenset[str]:
    """Words of the office's own name and region."""
    return frozenset((*konteks.kantor, *konteks.wilayah, *konteks.tingkat))
