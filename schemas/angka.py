"""A printed number and the interval its digits stand for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class AngkaKind(StrEnum):
    """What a text that should hold a number turned out to be."""

    NUMBER = "number"
    RANGE = "range"
    OPERATOR = "operator"
    NIL = "nil"
    BLANK = "blank"
    MALFORMED = "malformed"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A closed interval [low, high] of exact decimals.

    Raises:
        ValueError: when low is above high.
    """

    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"interval with low {self.low} above high {self.high}")

    def meets(self, other: Interval) -> bool:
        """Whether the two share a point."""
        return self.low <= other.high and other.low <= self.high

    def holds(self, value: Decimal) -> bool:
        """Whether value lies inside."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Angka:
    """A number as printed.

    Attributes:
        text: the printed characters, wrapped lines joined, nothing corrected.
        kind: what it is; only NUMBER, RANGE and OPERATOR carry values.
        value: the number (RANGE: its lower bound; OPERATOR: its bound).
        upper: upper bound of a RANGE.
        decimals: printed digits after the decimal separator; they decide the interval.
        operator: `<`, `<=`, `>`, `>=` of an OPERATOR.
        percent: a per cent sign (or the word persen) was printed.
        currency: `Rp` was printed.
        unit: the word after the number (`Orang`, `Dokumen`, `KK`), None without.
        multiplier: 1, or what ribu, juta, miliar, triliun after the number stand for; already applied to `value`.
        separator: `id` (1.234,5), `en` (1,234.5) or `none` (no separator printed, or undecided).
        rest: printed characters that belong to no number, e.g. the class in `63,36 % (Sedang)`.
    """

    text: str
    kind: AngkaKind
    value: Decimal | None = None
    upper: Decimal | None = None
    decimals: int = 0
    operator: str | None = None
    percent: bool = False
    currency: bool = False
    unit: str | None = None
    multiplier: int = 1
    separator: str = "none"
    rest: str = ""

    @property
    def half_unit(self) -> Decimal:
        """Half a unit of the last printed digit, multiplier applied."""
        return Decimal(5) * Decimal(10) ** -(self.decimals + 1) * self.multiplier

    @property
    def interval(self) -> Interval:
        """Value ± half a unit of the last printed digit.

        Raises:
            ValueError: when the text holds no number.
        """
        if self.value is None:
            raise ValueError(f"no number in {self.text!r}")
        upper = self.value if self.upper is None else self.upper
        return Interval(low=self.value - self.half_unit, high=upper + self.half_unit)
