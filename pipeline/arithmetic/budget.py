"""Budget and realisation of one row: which two belong together, and what follows from them; pure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pipeline.arithmetic import difference, point, quotient, realisasi_interval, scaled
from schemas.angka import Angka, AngkaKind, Interval
from schemas.kinerja import Baris, Fakta, Part

_EXACT_FROM = 100_000
_HUNDRED = Decimal(100)
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasangan:
    """A budget and the realisation that is measured against it."""

    anggaran: Fakta
    realisasi: Fakta

    @property
    def readable(self) -> bool:
        """Whether both hold a number; nil counts as zero."""
        return all(f.angka.kind in (AngkaKind.NUMBER, AngkaKind.NIL) for f in (self.anggaran, self.realisasi))

    @property
    def empty(self) -> bool:
        """Whether there is no budget to divide by."""
        return self.anggaran.angka.kind is AngkaKind.NIL or self.anggaran.angka.value == 0

    def persen(self) -> Interval | None:
        """Realisation in per cent of the budget; None without budget."""
        ratio = quotient(amount(self.realisasi.angka), amount(self.anggaran.angka))
        return None if ratio is None else scaled(ratio, _HUNDRED)

    def sisa(self) -> Interval:
        """Budget less realisation."""
        return difference(amount(self.anggaran.angka), amount(self.realisasi.angka))


def pasangan(baris: Baris, fakta: Fakta) -> tuple[Pasangan, ...]:
    """All pairs of the row that the fact may come from: same year, same period or a budget for the year."""
    budgets = [f for f in baris.all(Part.ANGGARAN) if _fits(f, fakta) and f.period in (fakta.period, None)]
    spent = [f for f in baris.all(Part.REALISASI_ANGGARAN) if _fits(f, fakta) and f.period == fakta.period]
    return tuple(Pasangan(anggaran=a, realisasi=r) for a in budgets for r in spent)


def same_cells(pair: Pasangan, fakta: Fakta) -> bool:
    """Whether all three belong to the row alone, or are merged over the same rows."""
    return pair.anggaran.shared == pair.realisasi.shared == fakta.shared


def amount(angka: Angka) -> Interval:
    """What an amount stands for: zero for nil, itself when printed to the unit, else all that rounds to it.

    Raises:
        ValueError: when the text holds neither a number nor nil.
    """
    if angka.kind is AngkaKind.NIL:
        return point(_ZERO)
    whole = angka.multiplier == 1 and angka.value is not None and abs(angka.value) >= _EXACT_FROM
    return realisasi_interval(angka, exact=whole or angka.value == 0)


def _fits(candidate: Fakta, fakta: Fakta) -> bool:
    return candidate.scope is fakta.scope and (
        candidate.year == fakta.year or candidate.year is None or fakta.year is None
    )
