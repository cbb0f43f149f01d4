"""Counts of parts of the report itself: programs, kegiatan, sasaran, indicators."""

from __future__ import annotations

from extractors.narasi.bilangan import Bilangan
from extractors.narasi.kata import Kata, word_set

_BENDA: dict[tuple[str, ...], str] = {
    ("sub", "kegiatan"): "sub kegiatan",
    ("subkegiatan",): "sub kegiatan",
    ("sub-kegiatan",): "sub kegiatan",
    ("sub", "kegiatannya"): "sub kegiatan",
    ("indikator", "kinerja", "utama"): "iku",
    ("iku",): "iku",
    ("indikator",): "indikator",
    ("program",): "program",
    ("kegiatan",): "kegiatan",
    ("sasaran",): "sasaran",
    ("tujuan",): "tujuan",
    ("misi",): "misi",
}
"""Words behind a count and what they count; longer ones first."""

_SEBAGIAN = word_set(
    """
    yang tercapai terpenuhi mencapai memenuhi melampaui melebihi berhasil gagal tidak belum dikategorikan
    berkategori dinyatakan mendapat memperoleh telah sudah masih kurang di mengalami lainnya diantaranya tersebut
    berpredikat termasuk masuk baru lain yg
    """
)
"""Words behind a counted thing that pick out some of them."""

_PENJELAS = word_set(
    "dijabarkan terdiri dituangkan meliputi mencakup didukung diukur diperjanjikan tertuang tercantum dirinci memuat"
)
"""Words behind `yang` that say more of all of them."""

_SIFAT = word_set("kinerja utama strategis strategik stratejik daerah ini kunci individu perangkat")
_MUTU = word_set("capaian kategori katagori kriteria predikat nilai rata-rata tingkat persentase")

_INDUK = word_set("misi sasaran tujuan indikator program kegiatan urusan bidang")
_PENUNJUK = word_set("ini tersebut itu i ii iii iv v vi vii viii ix x pertama kedua ketiga keempat kelima")
_NOMOR = word_set("1 2 3 4 5 6 7 8 9")

_TERLALU_BANYAK = 3


def counted_thing(kata: Kata, bilangan: Bilangan) -> tuple[str, int] | None:
    """What the number counts, and the token behind its name; None for anything that is no part of the report."""
    if bilangan.persen or bilangan.rupiah or not bilangan.bulat or len(kata.teks[bilangan.inti]) > _TERLALU_BANYAK:
        return None
    start = bilangan.lanjut - (bilangan.satuan is not None)
    for words, benda in _BENDA.items():
        if tuple(kata.kecil[start : start + len(words)]) == words:
            return benda, start + len(words)
    return None


def is_scoped(kata: Kata, end: int) -> bool:
    """Whether the clause speaks of one part of the report only (`Misi II terdiri dari …`, `Indikator ini …`)."""
    for i in range(end - 1, -1, -1):
        if kata.klausa[i] != kata.klausa[end]:
            return False
        if kata.kecil[i] in _INDUK and (
            _is_numbered(kata, i) or kata.at(i + 1) in _PENUNJUK or kata.at(i + 2) in _PENUNJUK
        ):
            return True
        if kata.kecil[i] in ("diukur", "pengukuran") and "melalui" in kata.kecil[i:end] and _is_of_part(kata, i):
            return True
    return False


def _is_of_part(kata: Kata, measured: int) -> bool:
    """Whether what is measured is, or may be, one part of the report; `Keberhasilan dinas diukur …` is none."""
    subject = kata.kecil[:measured]
    if not subject or kata.kecil[measured] == "pengukuran":
        return True
    return any(word in _INDUK or word in _PENUNJUK or word in ("yang", "hal") for word in subject)


def _is_numbered(kata: Kata, i: int) -> bool:
    """`Misi 2`; in `2 program 3 kegiatan` the digit is the count of what follows."""
    return kata.at(i + 1) in _NOMOR and not kata.is_number(i - 1) and kata.at(i + 2) not in _INDUK | {"sub", "("}


def is_part(kata: Kata, end: int) -> bool:
    """Whether the words behind a counted thing pick out some of it (`3 indikator yang tercapai`)."""
    while kata.at(end) in _SIFAT:
        end += 1
    first, second = kata.at(end), kata.at(end + 1)
    if first == "yang" and second in _PENJELAS:
        return False
    return first in _SEBAGIAN or (first == "dengan" and second in _MUTU)
