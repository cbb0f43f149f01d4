"""Raw figures printed with a value (`780 / 825 x 100 = 94,55`), and whether the value follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pipeline.arithmetic import difference, point, quotient, reaches, scaled
from schemas.angka import Angka, AngkaKind, Interval
from schemas.kinerja import Baris, Fakta, Laporan, Part, Tabel

_PARTS = (Part.REALISASI, Part.TARGET, Part.AWAL)
_SERATUS = Decimal(100)
_PANGKAT = tuple(Decimal(10) ** n for n in (*range(-6, 0), *range(1, 7)))


class HasilMentah(StrEnum):
    """How a printed value relates to its own printed formula."""

    COCOK = "cocok"
    PENGALI = "pengali"
    TERBALIK = "terbalik"
    SALAH = "salah"
    TAK_TERDEFINISI = "tak terdefinisi"


@dataclass(frozen=True, slots=True, kw_only=True)
class RumusTercetak:
    """One value printed with its own numerator and denominator, and how it relates to them.

    Attributes:
        raw: numerator and denominator.
        semestinya: value of the printed formula, None where it has none.
        alasan: why it could not be tested, empty where it was.
    """

    tabel: Tabel
    baris: Baris
    fakta: Fakta
    raw: tuple[Angka, Angka]
    hasil: HasilMentah
    semestinya: Interval | None
    alasan: str


def rumus_tercetak(laporan: Laporan) -> Iterator[RumusTercetak]:
    """Every realisasi, target and base value that is printed with its own formula, tested."""
    for tabel in laporan.tabel:
        for baris in tabel.baris:
            for fakta in baris.fakta:
                if fakta.raw is not None and fakta.part in _PARTS:
                    hasil = uji_mentah(fakta)
                    yield RumusTercetak(
                        tabel=tabel,
                        baris=baris,
                        fakta=fakta,
                        raw=fakta.raw,
                        hasil=hasil,
                        semestinya=nilai_rumus(fakta),
                        alasan=_tak_teruji(fakta, hasil),
                    )


def _tak_teruji(fakta: Fakta, hasil: HasilMentah) -> str:
    if fakta.angka.kind is not AngkaKind.NUMBER:
        return "hasil rumus tidak tercetak"
    return "penyebut nol atau bukan angka" if hasil is HasilMentah.TAK_TERDEFINISI else ""


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
