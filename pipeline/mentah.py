"""Raw figures printed with a value (`780 / 825 x 100 = 94,55`), and whether the value follows."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from pipeline.arithmetic import difference, point, quotient, reaches, scaled
from schemas.angka import Angka, Interval
from schemas.kinerja import Fakta

_SERATUS = Decimal(100)
_PANGKAT = tuple(Decimal(10) ** n for n in (*range(-6, 0), *range(1, 7)))


class HasilMentah(StrEnum):
    """How a printed value relates to its own printed formula."""

    COCOK = "cocok"
    PENGALI = "pengali"
    TERBALIK = "terbalik"
    SALAH = "salah"
    TAK_TERDEFINISI = "tak terdefinisi"


def rasio_mentah(raw: tuple[Angka, Angka]) -> Interval | None:
    """Numerator over denominator; whole numbers are counts and exact. None for a zero denominator."""
    pembilang, penyebut = _batas(raw[0]), _batas(raw[1])
    if pembilang is None or penyebut is None or penyebut.holds(Decimal(0)):
        return None
    return quotient(pembilang, penyebut)


def nilai_mentah(fakta: Fakta) -> tuple[Interval, ...]:
    """The quotient as it is and times 100; empty without raw figures or with a zero denominator."""
    rasio = rasio_mentah(fakta.raw) if fakta.raw is not None else None
    return () if rasio is None else (rasio, scaled(rasio, _SERATUS))


def nilai_rumus(fakta: Fakta) -> Interval | None:
    """Value of the printed formula, with the printed factor (times 100 for a percentage without one)."""
    rasio = rasio_mentah(fakta.raw) if fakta.raw is not None else None
    if rasio is None:
        return None
    implied = _SERATUS if fakta.angka.percent else Decimal(1)
    return scaled(rasio, _faktor(fakta) or implied)


def uji_mentah(fakta: Fakta) -> HasilMentah:
    """Whether the printed value follows from its own formula.

    Raises:
        ValueError: when the fact carries no raw figures.
    """
    if fakta.raw is None:
        raise ValueError(f"no raw figures with {fakta.text!r}")
    rasio = rasio_mentah(fakta.raw)
    if rasio is None:
        return HasilMentah.TAK_TERDEFINISI
    faktor = _faktor(fakta)
    pengali = (faktor,) if faktor is not None else (Decimal(1), _SERATUS)
    tumbuh = _tumbuh(rasio)
    if any(reaches(fakta.angka, scaled(dasar, f)) for f in pengali for dasar in (rasio, tumbuh)):
        return HasilMentah.COCOK
    if any(reaches(fakta.angka, scaled(rasio, pengali[0] * pangkat)) for pangkat in _PANGKAT):
        return HasilMentah.PENGALI
    balik = rasio_mentah((fakta.raw[1], fakta.raw[0]))
    if balik is not None and any(reaches(fakta.angka, scaled(balik, f)) for f in pengali):
        return HasilMentah.TERBALIK
    return HasilMentah.SALAH


def _tumbuh(rasio: Interval) -> Interval:
    """Growth (a - b)/b from the quotient a/b."""
    return difference(rasio, point(Decimal(1)))


def _faktor(fakta: Fakta) -> Decimal | None:
    return fakta.factor.value if fakta.factor is not None and fakta.factor.value else None


def _batas(angka: Angka) -> Interval | None:
    if angka.value is None:
        return None
    return point(angka.value) if angka.decimals == 0 else angka.interval
