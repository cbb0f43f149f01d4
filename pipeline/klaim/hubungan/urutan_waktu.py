"""Which of two numbers of a sentence is of the earlier time."""

from __future__ import annotations

import re

from pipeline.klaim.hubungan.operan import Operan

_BULAN = re.findall(r"\w+", "januari februari maret april mei juni juli agustus september oktober november desember")
LALU = r"tahun\s+(?:lalu|sebelumnya|kemarin|yang\s+lalu)"
"""Words for the year before."""

_ANGKA_BAGIAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def waktu(operan: Operan) -> tuple[int | None, str | None]:
    """Year and part of the year that are said of a number."""
    return operan.teks.tahun, operan.teks.periode


def tahun_sebelumnya(operan: Operan) -> bool:
    """Whether a number is said to be that of the year before, without naming it."""
    return operan.teks.tahun is None and (operan.teks.periode or "").lower() == "tahun lalu"


def beda_waktu(a: Operan, b: Operan) -> bool:
    """Whether both have a year, and not the same time."""
    return None not in (a.teks.tahun, b.teks.tahun) and waktu(a) != waktu(b)


def urutan(operan: Operan) -> tuple[int, int] | None:
    """Year and place inside the year, None where it is not known."""
    tahun, periode = operan.teks.tahun, (operan.teks.periode or "").lower().split()
    if tahun is None:
        return None
    for kata in periode:
        if kata in _BULAN:
            return tahun, _BULAN.index(kata) + 1
        if kata in _ANGKA_BAGIAN:
            return tahun, _ANGKA_BAGIAN[kata] * (3 if periode[0].startswith("triwulan") else 6)
    return (tahun, 12) if not periode else None


def mendahului_waktu(a: Operan, b: Operan, *, lalu: bool) -> bool:
    """Whether a is of an earlier time than b; `lalu`: the words say "tahun sebelumnya" of it."""
    if a.teks.tahun is None or waktu(a) == waktu(b):
        return lalu
    return b.teks.tahun is None or b.teks.tahun >= a.teks.tahun
