"""Columns whose values add up, and sums over them with the interval that the printed digits leave; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from schemas.angka import Angka, AngkaKind, Interval
from schemas.kinerja import Fakta, Part, Tabel

ADDITIVE = (Part.ANGGARAN, Part.REALISASI_ANGGARAN, Part.SISA, Part.JUMLAH)
"""Parts whose values may be summed; percentages, means and physical progress may not."""

_NOT_ADDITIVE = re.compile(
    r"%|persen|prosen|rata\W*rata|\brasio\b|indeks|index|\blaju\b|\btarif\b|harga satuan|per kapita|"
    r"kepadatan|\btahun\s*$",
    re.IGNORECASE,
)
_PER = re.compile(
    r"produktivitas|provitas|\bratio\b|"
    r"(?:/|\bper)\s*(?:ha|hektare?|km2?|km²|m[23]|m²|m³|kg|ku|kw|kwintal|ton|liter|ltr|kapita)\b|"
    r"(?:/|\bper)\s*(?:1(?:0|00)?\.?000|1\.?000\.?000|100)\b|"
    r"\brp\.?\s*/\s*(?!(?:tahun|thn?|bulan|bln|triwulan|tw|semester|hari|minggu|jam)\b)[a-z]|"
    r"\b(?:kg|ku|kw|ton|gram|gr|liter|ltr|butir|kkal)\s*/\s*(?:orang|org|jiwa|kk|ekor|pohon|batang|rumpun)\b",
    re.IGNORECASE,
)
_SCORE = re.compile(r"\bnilai\b|\bskor\b|\bscore\b", re.IGNORECASE)
_RATES = re.compile(r"\blaju\b|\bindeks\b|nilai tukar|pertumbuhan", re.IGNORECASE)
_SCALED = re.compile(r"ribu|juta|mil[iy]ar|tril[iy]|000", re.IGNORECASE)
_ROUNDED_FROM = 1_000_000
_TOP_SCORE = 100


class Sel(StrEnum):
    """What a cell gives to a sum."""

    NUMBER = "number"
    NIL = "nil"
    BLANK = "blank"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A sum of cells: its interval and how many cells of each sort went in."""

    interval: Interval
    numbers: int
    blanks: int
    unreadable: int
    signs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One additive column: the fact of every row (None without) and whether its integers are exact."""

    col: int
    part: Part
    header: str
    facts: tuple[Fakta | None, ...]
    exact: bool

    def sort(self, row: int) -> Sel:
        """What the cell of a row gives to a sum."""
        fakta = self.facts[row]
        if fakta is None or fakta.angka.kind is AngkaKind.BLANK:
            return Sel.BLANK
        if fakta.angka.kind is AngkaKind.NIL:
            return Sel.NIL
        return Sel.NUMBER if fakta.angka.kind is AngkaKind.NUMBER else Sel.UNREADABLE

    def interval(self, row: int) -> Interval:
        """The value of a cell: zero for nil and blank, else the interval of its digits."""
        fakta = self.facts[row]
        if fakta is None or fakta.angka.value is None or self.sort(row) is not Sel.NUMBER:
            return Interval(low=Decimal(0), high=Decimal(0))
        return bounds(fakta.angka, exact=self.exact)

    def total(self, rows: tuple[int, ...]) -> Total:
        """The sum over the rows; a cell merged over several of them counts once."""
        low = high = Decimal(0)
        counts = dict.fromkeys(Sel, 0)
        signs = 0
        seen: set[tuple[int, int]] = set()
        for row in rows:
            fakta = self.facts[row]
            if fakta is not None and fakta.shared:
                if (fakta.row, fakta.col) in seen:
                    continue
                seen.add((fakta.row, fakta.col))
            interval = self.interval(row)
            low, high = low + interval.low, high + interval.high
            counts[self.sort(row)] += 1
            signs += fakta is not None and bool(fakta.angka.value)
        return Total(
            interval=Interval(low=low, high=high),
            numbers=counts[Sel.NUMBER] + counts[Sel.NIL],
            blanks=counts[Sel.BLANK],
            unreadable=counts[Sel.UNREADABLE],
            signs=signs,
        )


def bounds(angka: Angka, *, exact: bool = False) -> Interval:
    """The interval of a number; a point when `exact` and it is an integer without multiplier."""
    if exact and angka.value is not None and angka.decimals == 0 and angka.multiplier == 1:
        return Interval(low=angka.value, high=angka.value)
    return angka.interval


def columns_of(tabel: Tabel) -> tuple[Column, ...]:
    """The additive columns of a table, left to right."""
    cols = sorted({fakta.col for baris in tabel.baris for fakta in baris.fakta if fakta.part in ADDITIVE})
    columns = (_column(tabel, col) for col in cols)
    return tuple(column for column in columns if column is not None)


def significant(value: Decimal) -> int:
    """Digits of a number without its trailing zeros: 3 for 12.300.000."""
    digits = "".join(str(digit) for digit in value.normalize().as_tuple().digits)
    return len(digits.rstrip("0"))


def _column(tabel: Tabel, col: int) -> Column | None:
    facts = tuple(
        next((fakta for fakta in baris.fakta if fakta.col == col and fakta.part in ADDITIVE), None)
        for baris in tabel.baris
    )
    found = [fakta for fakta in facts if fakta is not None]
    part, header = found[0].part, found[0].header
    small = all((fakta.angka.value or 0) <= _TOP_SCORE for fakta in found)
    if any(fakta.angka.percent for fakta in found):
        return None
    words = _NOT_ADDITIVE.search(header) or _PER.search(header.replace(" / ", "; "))
    rates = words or _RATES.search(tabel.caption or "")
    if part is Part.JUMLAH and (rates or (small and _SCORE.search(header))):
        return None
    return Column(col=col, part=part, header=header, facts=facts, exact=_exact(tabel, part, header, found))


def _exact(tabel: Tabel, part: Part, header: str, found: list[Fakta]) -> bool:
    """Whether integers of the column are counts; amounts of money may have been rounded from cents."""
    if _SCALED.search(f"{header} {tabel.caption or ''}"):
        return False
    values = [abs(fakta.angka.value) for fakta in found if fakta.angka.kind is AngkaKind.NUMBER and fakta.angka.value]
    if not values or any(fakta.angka.decimals for fakta in found):
        return False
    return part is Part.JUMLAH and max(values) < _ROUNDED_FROM and not any(fakta.angka.currency for fakta in found)
