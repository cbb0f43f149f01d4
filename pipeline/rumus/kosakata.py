"""Words of printed formulas: what names a quantity, a measure, a unit, a label."""

from __future__ import annotations

import re
from enum import StrEnum


def _kata(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_KUAT = _kata(
    "jumlah jumlsh jumlha jumalah jumah jmlah jmlh jml jlh total banyaknya seluruh keseluruhan rekapitulasi",
    "rekap penjumlahan akumulasi",
)
_LEMAH = _kata(
    "% angka anggaran belanja berat besaran besarnya biaya bobot capaian frekuensi harga hasil indeks",
    "kapasitas kebutuhan ketersediaan luas nilai omset omzet pad pagu panjang pdrb pendapatan penduduk",
    "persentase populasi potensi produksi rata-rata realisasi rerata selisih semua skor target tingkat umur",
    "volume waktu",
)
_PENJUMLAH = "∑Σσ"
_SIMBOL = re.compile(r"\d{0,2}[A-Za-z](?:\d|')?|[nNtT]-\d|(?:RT|TT|TR|YN|Xn|Yn|Rn|Tn|Nt)")
_TEPI = "\"'“”‘’.,;"

UKURAN = re.compile(
    r"(?:%|p[er]{2}sent[a-z]*|prosent[a-z]*|presentas[ei]|persentas[ei]|tingkat|angka|cakupan|rasio|ratio|indeks|index"
    r"|laju|prevalensi|proporsi|nilai|rata-rata|rerata|skor|pertumbuhan|peningkatan|penurunan|kenaikan)\b",
    re.IGNORECASE,
)
"""First words of the name of a measure: what stands in front of a colon that defines it."""

PENGANTAR = _kata(
    "adalah antara berikut berupa dari meliputi rumus formula formulasi sebagai terdiri yaitu yakni lain",
)
"""Last words in front of a colon that introduces a list or a formula."""

SATUAN = _kata(
    "anak angkatan balita bayi bulan desa guru hari hidup ibu jiwa jam jt juta kali kasus keluarga kendaraan",
    "kepala kg kilometer kelahiran kh kk km kunjungan kwintal lulusan meter murid orang pasien pekerja",
    "pelanggan penduduk perempuan perusahaan poin ribu rp rumah sekolah siswa tahun tangga tenaga ton ton/ha",
    "kuintal unit usia wanita warga",
)
"""Words of a unit behind a factor: `x 100.000 penduduk`."""

PASANGAN = frozenset(
    {
        ("dan", "atau"),
        ("s", "d"),
        ("n", "a"),
        ("c", "q"),
        ("kab", "kota"),
        ("kabupaten", "kota"),
        ("desa", "kelurahan"),
        ("dan", "or"),
    }
)
"""Words around a slash that is never a division."""

TUMPUK = frozenset(("jumlah", "jmlah", "jml", "jmlh", "total", "banyaknya", "∑", "σ", "Σ"))
"""First words of a denominator that lost the bar above it."""

BUKAN_UJUNG = _kata(
    "rekapitulasi rekap cakupan total seluruh keseluruhan rata-rata rerata antara dari dan atau serta",
    "realisasi selisih hasil dengan terhadap dalam pada per yang untuk oleh data persentase jumlah jml nilai",
    "angka target capaian perbandingan rasio akumulasi kumulatif ke di sebanyak berdasarkan peningkatan",
    "penurunan kenaikan menghitung",
)
"""Words that end no quantity: behind them the next one goes on."""

WAKTU = _kata(
    "tahun bulan periode kondisi semester triwulan sebelumnya rencana",
)
"""What a comparison in time is made with; it names no denominator."""


class Macam(StrEnum):
    """What begins behind a sign."""

    AKHIR = "akhir"
    TANDA = "tanda"
    GRUP = "grup"
    ANGKA = "angka"
    KUAT = "kuat"
    LEMAH = "lemah"
    SIMBOL = "simbol"
    KATA = "kata"


BESARAN = frozenset((Macam.KUAT, Macam.LEMAH))
OPERAN = frozenset((Macam.KUAT, Macam.LEMAH, Macam.GRUP, Macam.ANGKA, Macam.SIMBOL))
"""What is an operand beyond doubt by its first word."""


def bersih(word: str) -> str:
    """The word in lower case without the marks around it."""
    return word.strip(_TEPI).lower()


def macam_kata(word: str) -> Macam:
    """Whether a word names a quantity, is a symbol of a formula, or neither."""
    plain = bersih(word)
    if plain in _KUAT or word[:1] in _PENJUMLAH:
        return Macam.KUAT
    if plain in _LEMAH:
        return Macam.LEMAH
    return Macam.SIMBOL if _SIMBOL.fullmatch(word.strip(_TEPI)) else Macam.KATA
