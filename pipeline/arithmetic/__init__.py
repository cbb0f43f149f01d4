"""Interval arithmetic over printed numbers and the rules of capaian. Pure; `Decimal` only.

A printed number stands for every value that rounds or truncates to it, so results are intervals and only a
printed value outside of them is wrong. A target is a decision and exact; a realisasi was rounded.

Rujukan:
    LAN 239/IX/6/8/2003 gives R/T and (T-(R-T))/T = (2T-R)/T; T/R is the inverse rule of many e-SAKIP
    applications; 1+(1-R/T) of PermenPANRB 8/2021 is the second one written differently. None of them is
    binding for an LKjIP.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from types import MappingProxyType

from schemas.angka import Angka, AngkaKind, Interval

_DIGITS = 60
_DOWN = Context(prec=_DIGITS, rounding=ROUND_FLOOR)
_UP = Context(prec=_DIGITS, rounding=ROUND_CEILING)
_MODES = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)
_HUNDRED = Decimal(100)
_ZERO = Decimal(0)


def point(value: Decimal) -> Interval:
    """The interval that holds one exact value."""
    return Interval(low=value, high=value)


def quotient(a: Interval, b: Interval) -> Interval | None:
    """All values of x / y; None when the denominator may be zero."""
    if b.low <= 0 <= b.high:
        return None
    pairs = [(x, y) for x in (a.low, a.high) for y in (b.low, b.high)]
    return Interval(
        low=min(_DOWN.divide(*pair) for pair in pairs), high=max(_UP.divide(*pair) for pair in pairs)
    )


def scaled(a: Interval, factor: Decimal) -> Interval:
    """All values of x times an exact factor."""
    ends = [(a.low, factor), (a.high, factor)]
    return Interval(
        low=min(_DOWN.multiply(*end) for end in ends), high=max(_UP.multiply(*end) for end in ends)
    )


def difference(a: Interval, b: Interval) -> Interval:
    """All values of x - y."""
    return Interval(low=_DOWN.subtract(a.low, b.high), high=_UP.subtract(a.high, b.low))


def total(items: Iterable[Interval]) -> Interval:
    """All values of the sum; zero for no items."""
    low, high = _ZERO, _ZERO
    for item in items:
        low, high = _DOWN.add(low, item.low), _UP.add(high, item.high)
    return Interval(low=low, high=high)


def mean(items: Iterable[Interval]) -> Interval | None:
    """All values of the arithmetic mean; None for no items."""
    parts = tuple(items)
    return quotient(total(parts), point(Decimal(len(parts)))) if parts else None


def realisasi_interval(angka: Angka, *, exact: bool) -> Interval:
    """What a printed value stands for as an operand: itself when exact, else everything that rounds to it.

    Raises:
        ValueError: when the text holds no number.
    """
    low = _value(angka)
    high = low if angka.upper is None else angka.upper
    half = _ZERO if exact else angka.half_unit
    return Interval(low=_DOWN.subtract(low, half), high=_UP.add(high, half))


def window(printed: Angka) -> Interval:
    """All values that a writer may have printed so: rounded half up or half even, or truncated.

    From half a unit before to one whole unit behind the value, seen from zero; a zero may hide either sign.

    Raises:
        ValueError: when the text holds no number.
    """
    half = printed.half_unit
    low = _value(printed)
    high = low if printed.upper is None else printed.upper
    return Interval(
        low=_DOWN.subtract(low, half if low > 0 else 2 * half),
        high=_UP.add(high, half if high < 0 else 2 * half),
    )


def reaches(printed: Angka, computed: Interval) -> bool:
    """Whether some computed value may have been printed so.

    The ends of the window that lie away from zero are open: 95 is never printed as 94, but 94,9 may be.
    """
    span = window(printed)
    above = computed.low < span.high or (span.high < 0 and computed.low == span.high)
    below = computed.high > span.low or (span.low > 0 and computed.high == span.low)
    return above and below


def percent_of(part: Angka, whole: Angka) -> Interval | None:
    """Part of the whole in per cent; None when the whole may be zero.

    Whole numbers (rupiah, counts) are exact; `2,36 triliun` and numbers with decimals were rounded.
    """
    return _percent(*(realisasi_interval(angka, exact=_is_whole(angka)) for angka in (part, whole)))


def _is_whole(angka: Angka) -> bool:
    """Whether a number is printed to the last unit, as counts and amounts of rupiah are."""
    return angka.decimals == 0 and angka.multiplier == 1


def _percent(a: Interval, b: Interval) -> Interval | None:
    """All values of x / y in per cent."""
    result = quotient(a, b)
    return None if result is None else scaled(result, _HUNDRED)


def _lower_is_better(target: Decimal, realisasi: Interval) -> Interval | None:
    """(2T-R)/T; for T = 0 (no accident is the aim) 100 when R may be 0, else undefined."""
    if target == 0:
        return point(_HUNDRED) if realisasi.holds(_ZERO) else None
    return _percent(difference(point(_DOWN.multiply(target, Decimal(2))), realisasi), point(target))


def _ratio(target: Decimal, realisasi: Interval) -> Interval | None:
    """R/T."""
    return _percent(realisasi, point(target))


def _inverse(target: Decimal, realisasi: Interval) -> Interval | None:
    """T/R; 100 for T = 0 when R may be 0."""
    if target == 0 and realisasi.holds(_ZERO):
        return point(_HUNDRED)
    return _percent(point(target), realisasi)


RULES: Mapping[str, Callable[[Decimal, Interval], Interval | None]] = MappingProxyType(
    {"R/T": _ratio, "(2T-R)/T": _lower_is_better, "T/R": _inverse}
)
"""The rules of capaian by name; the first is meant for higher is better, the others for lower is better."""


def apply_rule(name: str, target: Decimal, realisasi: Interval) -> Interval | None:
    """Capaian in per cent by a rule of `RULES`; None where the rule is undefined (division by zero).

    Raises:
        KeyError: when there is no such rule.
    """
    return RULES[name](target, realisasi)


def range_capaian(lower: Decimal, upper: Decimal, realisasi: Interval) -> Interval | None:
    """Capaian in per cent against a range target: R/upper above it, R/lower below it, 100 inside.

    Raises:
        ValueError: when lower is above upper.
    """
    parts = [point(_HUNDRED)] if Interval(low=lower, high=upper).meets(realisasi) else []
    if realisasi.low < lower:
        below = Interval(low=realisasi.low, high=min(realisasi.high, lower))
        parts += filter(None, [_percent(below, point(lower))])
    if realisasi.high > upper:
        above = Interval(low=max(realisasi.low, upper), high=realisasi.high)
        parts += filter(None, [_percent(above, point(upper))])
    if not parts:
        return None
    return Interval(low=min(part.low for part in parts), high=max(part.high for part in parts))


def same_quantity(a: Angka, b: Angka) -> bool:
    """Whether two printings can be one quantity: equal values at equal precision, else windows that meet.

    A number inside a printed range, or a bound printed once without its sign, is no contradiction.

    Raises:
        ValueError: when one of them holds no number.
    """
    first, second = _value(a), _value(b)
    if a.operator and b.operator and a.operator[0] != b.operator[0]:
        return False
    if (a.upper is None) == (b.upper is None) and a.half_unit == b.half_unit:
        return (first, a.upper) == (second, b.upper)
    mine, other = window(a), window(b)
    return mine.low < other.high and other.low < mine.high


def explain_cause(printed: Angka, expected: Interval, others: Mapping[str, Decimal]) -> str | None:
    """Says how a wrong value may have come about, in Indonesian; None where no explanation is exact.

    Args:
        printed: the wrong value.
        expected: what it should be, in the same unit.
        others: values it may have been mistaken for, by their description (`angka baris di atasnya`); a
            computed one (`target dibagi realisasi`) is compared at the printed precision.
    """
    if printed.kind is not AngkaKind.NUMBER:
        return None
    unit = Decimal(printed.multiplier)
    value = _UP.divide(_value(printed), unit)
    low, high = _DOWN.divide(expected.low, unit), _UP.divide(expected.high, unit)
    for name, other in others.items():
        if _prints_as(_UP.divide(other, unit), value, printed.decimals):
            return f"sama dengan {name}"
    right = sorted({_rounded(end, printed.decimals, mode) for end in (low, high) for mode in _MODES})
    hints = [
        _shifted(printed, value, Interval(low=low, high=high)),
        _coarse(value, low, high, printed.decimals),
    ]
    hints += [_miswritten(value, good, printed.decimals, _UP.subtract(high, low)) for good in right]
    return next(filter(None, hints), None)


def _prints_as(other: Decimal, value: Decimal, decimals: int) -> bool:
    """Whether a value is the printed one, or comes down to it with at least three digits to tell it by."""
    if other == value:
        return True
    return len(_digits(value, decimals)) >= 3 and any(
        _rounded(other, decimals, mode) == value for mode in _MODES
    )


def _shifted(printed: Angka, value: Decimal, expected: Interval) -> str | None:
    """The decimal mark stands some places off, or the sign is wrong."""
    if value == 0:
        return None
    if reaches(_plain(value.copy_negate(), printed.decimals), expected):
        return "tanda minus hilang" if value > 0 else "tanda minus berlebih"
    for places in (1, 2, 3):
        for power, word in ((places, "kecil"), (-places, "besar")):
            moved = _plain(_UP.scaleb(value, Decimal(power)), printed.decimals - power)
            if len(_digits(value, printed.decimals)) >= 3 and reaches(moved, expected):
                return f"tanda desimal bergeser: tercetak {10**places} kali terlalu {word}"
    return None


def _coarse(value: Decimal, low: Decimal, high: Decimal, decimals: int) -> str | None:
    """The right value was rounded to fewer decimals than are printed."""
    for mode, word in ((ROUND_HALF_UP, "dibulatkan"), (ROUND_DOWN, "dipotong")):
        for fewer in range(decimals - 1, -1, -1):
            if value != 0 and value in (_rounded(low, fewer, mode), _rounded(high, fewer, mode)):
                return f"{word} ke {fewer} angka di belakang koma"
    return None


def _miswritten(value: Decimal, good: Decimal, decimals: int, width: Decimal) -> str | None:
    """One slip of the hand between two numbers, when the right one is known to the last digit."""
    wrong, right = _digits(value, decimals), _digits(good, decimals)
    if (
        width > 2 * Decimal(1).scaleb(-decimals)
        or min(len(wrong), len(right)) < 3
        or (value < 0) != (good < 0)
    ):
        return None
    slip = _slip(wrong, right)
    return None if slip is None else f"{slip}: {format_id(value, decimals)} untuk {format_id(good, decimals)}"


def _slip(wrong: str, right: str) -> str | None:
    """Which single slip turns the right digits into the wrong ones."""
    if len(wrong) == len(right):
        places = [place for place in range(len(right)) if wrong[place] != right[place]]
        if len(places) == 1 and len(right) >= 4:
            return "satu digit berbeda"
        swapped = len(places) == 2 and places[1] == places[0] + 1
        if swapped and wrong[places[0]] == right[places[1]] and wrong[places[1]] == right[places[0]]:
            return "dua digit tertukar"
        return None
    if _without_one(right, wrong):
        return "satu digit hilang"
    return "satu digit berlebih" if _without_one(wrong, right) else None


def _without_one(longer: str, shorter: str) -> bool:
    """Whether taking one digit out of the longer text gives the shorter one."""
    return len(longer) == len(shorter) + 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )


def _digits(value: Decimal, decimals: int) -> str:
    """All digits of a value printed with that many decimals."""
    return f"{_rounded(value, decimals, ROUND_HALF_UP).copy_abs():f}".replace(".", "")


def _plain(value: Decimal, decimals: int) -> Angka:
    """A bare number as if printed."""
    return Angka(text=str(value), kind=AngkaKind.NUMBER, value=value, decimals=decimals)


def _rounded(value: Decimal, decimals: int, mode: str) -> Decimal:
    """The value with that many decimals, whatever its size."""
    wide = Context(prec=max(_DIGITS, value.adjusted() + decimals + 2), rounding=mode)
    return value.quantize(Decimal(1).scaleb(-decimals), context=wide)


def format_id(value: Decimal, decimals: int = 2) -> str:
    """Indonesian text of a value, rounded half up: `1.234,57`."""
    rounded = _rounded(value, decimals, ROUND_HALF_UP)
    whole, _, part = f"{rounded.copy_abs():f}".partition(".")
    text = f"{int(whole):,}".replace(",", ".") + (f",{part}" if part else "")
    return f"-{text}" if rounded < 0 else text


def format_interval(interval: Interval, decimals: int = 2) -> str:
    """Indonesian text of an interval: `115,09 – 115,10`, one number where both ends print the same."""
    low, high = format_id(interval.low, decimals), format_id(interval.high, decimals)
    return low if low == high else f"{low} – {high}"


def _value(angka: Angka) -> Decimal:
    """The number of a text that holds one."""
    if angka.value is None or angka.kind not in (AngkaKind.NUMBER, AngkaKind.RANGE, AngkaKind.OPERATOR):
        raise ValueError(f"no number in {angka.text!r}")
    return angka.value
