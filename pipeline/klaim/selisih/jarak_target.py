"""Numbers before "di atas target" or "lebih tinggi dari tahun lalu" that are the distance, and not a level."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.klaim.hubungan.dasar import selisih_dua
from pipeline.klaim.hubungan.operan import Operan, sampai, sekelas
from pipeline.klaim.tabel.besaran_lain import turunan
from pipeline.klaim.tabel.cetakan import cetakan, sama_cetakan
from schemas.kinerja import Laporan
from schemas.narasi import Peran

_POIN = re.compile(r"\bpoint?s?\b", re.IGNORECASE)
_LEVEL = frozenset({Peran.NILAI, Peran.REALISASI, Peran.LAIN, Peran.BAGIAN, Peran.VOLUME, Peran.CAPAIAN})
_SELISIH = "angka di depan kata perbandingan mungkin selisihnya"
_SEPARUH = 2
"""A level put on the wrong side of another is near it; a smaller number is taken for the distance."""


def mungkin_selisih(laporan: Laporan, operan: Sequence[Operan | None], hasil: Operan, acuan: Operan) -> str | None:
    """Why a number may be the distance of a level from what it is held against; None when it is a level itself.

    It is the smaller of the two, and printed in points beside a percentage, or another level of the sentence or of the
    row lies that far away, or it is far too small for a level and no figure of the row it speaks of.
    """
    if abs(hasil.nilai) >= abs(acuan.nilai):
        return None
    if _POIN.search(hasil.teks.angka) and not _POIN.search(acuan.teks.angka) and acuan.angka.percent:
        return _SELISIH
    lain = [item for item in operan if item is not None and item not in (hasil, acuan)]
    for item in lain:
        setara = item.teks.peran in _LEVEL and sekelas(item.angka, acuan.angka)
        if setara and sampai(hasil.angka, selisih_dua, (item.angka, acuan.angka)):
            return _SELISIH
    baris = cetakan(laporan, hasil.klaim.baris)
    if any(sama_cetakan(hasil.angka, item) for item in baris):
        return None
    jauh = abs(hasil.nilai) * _SEPARUH < abs(acuan.nilai)
    return _SELISIH if jauh or turunan(hasil.angka, baris) else None
