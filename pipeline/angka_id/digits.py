"""What a run of digits, points and commas is worth: the layer of `angka_id` that knows no words.

Indonesian print uses the point between thousands and the comma before decimals; many tables print it the
English way, or both ways in one column. Digits that are unambiguous decide for themselves; only a single
separator with three digits behind it (`1.234`, `1,234`) needs the habit of its column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

ID = "id"
EN = "en"
NONE = "none"

MAX_DIGITS = 20
"""Longer runs are account or registration numbers, never amounts."""

_LEADING_ZERO = re.compile(r"0\d")
_ABSURD_PERCENT = 5  # digits: no percentage of 10.000 or more is printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How the surroundings of a number print it.

    Attributes:
        separator: `id`, `en` or None when the column does not say.
        count: things are counted (orang, dokumen), so three digits after a single separator are thousands.
        currency: an amount of rupiah.
        percent: a per cent sign follows.
    """

    separator: str | None = None
    count: bool = False
    currency: bool = False
    percent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Digits:
    """A run that is a number: its digits without separators, how many are decimals, the habit it shows."""

    digits: str
    decimals: int = 0
    separator: str = NONE

    def value(self, power: int = 0) -> Decimal:
        """The exact number times ten to `power` (>= 0), without an exponent in its text."""
        exponent = power - self.decimals
        if exponent >= 0:
            return Decimal(self.digits + "0" * exponent)
        return Decimal(f"{self.digits}E{exponent}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoNumber:
    """A run that is no number; `damaged` when it looks like an amount with wrong groups, not like a code."""

    damaged: bool


def read_digits(body: str, habit: Habit) -> Digits | NoNumber:
    """Reads digits with points and commas between them; `body` begins and ends with a digit."""
    groups = re.split(r"[.,]", body)
    marks = [mark for mark in body if mark in ".,"]
    if sum(map(len, groups)) > MAX_DIGITS:
        return NoNumber(damaged=False)
    if not marks:
        return Digits(digits=groups[0])
    if "" in groups:
        return _damaged(groups, habit)
    if len(marks) == 1:
        return _single(groups[0], groups[1], marks[0], habit)
    if len(set(marks)) == 1:
        return _thousands(groups, marks[0], habit)
    return _mixed(groups, marks, habit)


def _single(whole: str, part: str, mark: str, habit: Habit) -> Digits | NoNumber:
    """One separator: the digits decide, and for three digits behind it the habit."""
    decimal = Digits(digits=whole + part, decimals=len(part), separator=EN if mark == "." else ID)
    thousands = Digits(digits=whole + part, separator=ID if mark == "." else EN)
    if whole.strip("0") == "":
        return decimal
    if len(part) != 3:
        rigid = habit.currency or (habit.count and habit.separator == thousands.separator)
        return NoNumber(damaged=True) if len(part) > 3 and rigid else decimal
    if len(whole) > 3:
        return NoNumber(damaged=True) if habit.currency else decimal
    if habit.percent and len(whole + part) >= _ABSURD_PERCENT:
        return decimal
    if habit.count or habit.currency:
        return thousands
    if habit.separator is not None:
        return thousands if habit.separator == thousands.separator else decimal
    return thousands if mark == "." else decimal


def _thousands(groups: list[str], mark: str, habit: Habit) -> Digits | NoNumber:
    """Several separators of one kind stand between thousands or make no number."""
    if _grouped(groups):
        return Digits(digits="".join(groups), separator=ID if mark == "." else EN)
    return _damaged(groups, habit)


def _mixed(groups: list[str], marks: list[str], habit: Habit) -> Digits | NoNumber:
    """Both separators: the last one, printed once, is the decimal mark."""
    last = marks[-1]
    if last in marks[:-1] or not _grouped(groups[:-1]) or (habit.currency and len(groups[-1]) > 2):
        return _damaged(groups if last in marks[:-1] else groups[:-1], habit)
    return Digits(digits="".join(groups), decimals=len(groups[-1]), separator=ID if last == "," else EN)


def _grouped(groups: list[str]) -> bool:
    """One to three digits, then groups of three."""
    return 1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])


def _damaged(groups: list[str], habit: Habit) -> NoNumber:
    """Tells an amount with wrong groups (593.7000.000) from codes and dates (31.12.2023)."""
    if _LEADING_ZERO.match(groups[0]):
        return NoNumber(damaged=False)
    wrong = sum(len(group) != 3 for group in groups[1:]) + (len(groups[0]) > 3)
    amount = habit.currency or habit.count or habit.separator is not None or sum(map(len, groups)) >= 7
    return NoNumber(damaged=amount and wrong * 2 <= len(groups) - 1)
