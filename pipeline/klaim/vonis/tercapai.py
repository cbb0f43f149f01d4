"""Whether a verdict agrees with a target and a realisasi, by direction; pure."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.arithmetic import window
from schemas.angka import Angka, AngkaKind
from schemas.kinerja import Arah
from schemas.narasi import Vonis

_DI_ATAS = re.compile(r"di\s?atas|lebih\s+(?:tinggi|besar|banyak|dari)", re.IGNORECASE)
_DI_BAWAH = re.compile(r"di\s?bawah|lebih\s+(?:rendah|kecil|sedikit)|kurang\s+dari", re.IGNORECASE)


def sesuai(vonis: Vonis, kata: str, arah: Arah, target: Angka, realisasi: Angka, *, pas: bool = False) -> bool | None:
    """Whether target and realisasi allow a verdict; None where that cannot be told.

    A verdict that rounding of the realisasi could make right is right, but a target printed with the same number is
    met, and nobody can call it missed.

    Args:
        vonis: the verdict.
        kata: its printed words ("di bawah target" compares whichever way is better).
        arah: direction of the indicator.
        target: exact as printed.
        realisasi: rounded as printed.
        pas: the realisasi was counted and is exact.
    """
    arah = _arah_target(arah, target)
    batas = target.value
    nilai = realisasi.value
    if batas is None or nilai is None or target.kind is AngkaKind.RANGE or realisasi.kind is not AngkaKind.NUMBER:
        return None
    span = window(realisasi)
    rendah, tinggi = (nilai, nilai) if pas else (span.low, span.high)
    if _DI_ATAS.search(kata) or _DI_BAWAH.search(kata):
        return _letak(kata, arah, batas, (rendah, nilai, tinggi))
    if nilai == batas:
        return _sama(vonis, pas=pas)
    if arah not in (Arah.NAIK, Arah.TURUN):
        return None
    if arah is Arah.TURUN:
        batas, rendah, nilai, tinggi = -batas, -tinggi, -nilai, -rendah
    if vonis is Vonis.GAGAL:
        return nilai < batas or rendah < batas
    if vonis is Vonis.MELAMPAUI and arah is Arah.TURUN and nilai < batas:
        return None
    return nilai > batas or tinggi > batas


def _arah_target(arah: Arah, target: Angka) -> Arah:
    """A bound says which way is better: at most 49."""
    if not target.operator:
        return arah
    sebut = Arah.TURUN if target.operator.startswith("<") else Arah.NAIK
    return sebut if arah in (sebut, Arah.TIDAK_DIKETAHUI) else Arah.TIDAK_DIKETAHUI


def _sama(vonis: Vonis, *, pas: bool) -> bool | None:
    """A target that is met to the digit is met in each direction."""
    if vonis is Vonis.MELAMPAUI:
        return False if pas else None
    return vonis is Vonis.TERCAPAI


def _letak(kata: str, arah: Arah, batas: Decimal, nilai: tuple[Decimal, Decimal, Decimal]) -> bool | None:
    """Whether the realisasi lies above (below) the target as the words say."""
    rendah, tercetak, tinggi = nilai
    atas = bool(_DI_ATAS.search(kata))
    if (atas and max(tercetak, tinggi) > batas) or (not atas and min(tercetak, rendah) < batas):
        return True
    return None if tercetak == batas or arah is not Arah.NAIK else False
