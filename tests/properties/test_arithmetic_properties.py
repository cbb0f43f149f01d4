"""What holds for every printed number: no honest rounding is accused, intervals stay intervals."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.angka_id import parse_angka
from pipeline.arithmetic import (
    RULES,
    apply_rule,
    difference,
    explain_cause,
    format_id,
    format_interval,
    mean,
    percent_of,
    point,
    quotient,
    range_capaian,
    reaches,
    realisasi_interval,
    same_quantity,
    total,
    window,
)
from schemas.angka import Angka, AngkaKind, Interval

calm = settings(deadline=None)  # a busy machine is no defect
modes = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN])
places = st.integers(min_value=0, max_value=4)
rule_names = st.sampled_from(sorted(RULES))


def decimals(low: str = "-100000", high: str = "100000", digits: int = 4) -> st.SearchStrategy[Decimal]:
    return st.decimals(
        min_value=Decimal(low), max_value=Decimal(high), places=digits, allow_nan=False, allow_infinity=False
    )


intervals = st.tuples(decimals(), decimals()).map(lambda ends: Interval(low=min(ends), high=max(ends)))


def printed(value: Decimal, digits: int, mode: str) -> Angka:
    rounded = value.quantize(Decimal(1).scaleb(-digits), context=Context(prec=80, rounding=mode))
    return Angka(text=str(rounded), kind=AngkaKind.NUMBER, value=rounded, decimals=digits)


def exact_capaian(rule: str, target: Decimal, realisasi: Decimal) -> Fraction:
    t, r = Fraction(target), Fraction(realisasi)
    return {"R/T": lambda: r / t, "(2T-R)/T": lambda: (2 * t - r) / t, "T/R": lambda: t / r}[rule]() * 100


def as_decimal(value: Fraction) -> Decimal:
    return Context(prec=60).divide(Decimal(value.numerator), Decimal(value.denominator))


@calm
@given(
    rule_names,
    decimals("0.01"),
    decimals(),
    places,
    places,
    modes,
    st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]),
)
def test_an_honest_capaian_is_always_reached(
    rule: str, target: Decimal, realisasi: Decimal, read: int, written: int, mode: str, tie: str
) -> None:
    shown = printed(realisasi, read, tie)
    computed = apply_rule(rule, target, realisasi_interval(shown, exact=False))
    assume(computed is not None)
    assert computed is not None
    capaian = as_decimal(exact_capaian(rule, target, realisasi))
    assert reaches(printed(capaian, written, mode), computed)


@calm
@given(rule_names, decimals("0.01"), decimals(), places, modes)
def test_exact_realisasi_gives_the_exact_capaian(
    rule: str, target: Decimal, realisasi: Decimal, written: int, mode: str
) -> None:
    computed = apply_rule(rule, target, point(realisasi))
    if rule == "T/R" and realisasi == 0:
        assert computed is None
        return
    assert computed is not None
    capaian = exact_capaian(rule, target, realisasi)
    assert Fraction(computed.low) <= capaian <= Fraction(computed.high)
    assert computed.high - computed.low < Decimal("1e-40")
    assert reaches(printed(as_decimal(capaian), written, mode), computed)


@calm
@given(decimals(), places, st.integers(min_value=2, max_value=50))
def test_a_value_two_units_off_is_never_reached(value: Decimal, digits: int, off: int) -> None:
    shown = printed(value, digits, ROUND_HALF_UP)
    unit = Decimal(1).scaleb(-digits)
    assert shown.value is not None
    assert not reaches(shown, point(value + off * unit))
    assert not reaches(shown, point(value - off * unit))


@calm
@given(decimals(), places, modes)
def test_the_window_holds_what_was_rounded(value: Decimal, digits: int, mode: str) -> None:
    shown = printed(value, digits, mode)
    assert window(shown).holds(value)
    assert reaches(shown, point(value))


@calm
@given(decimals("1"), decimals("1"), decimals())
def test_rules_agree_on_the_verdict(target: Decimal, offset: Decimal, realisasi: Decimal) -> None:
    assume(realisasi > 0)
    falling = [apply_rule(name, target, point(realisasi)) for name in ("(2T-R)/T", "T/R")]
    rising = apply_rule("R/T", target, point(realisasi))
    assert rising is not None
    for capaian in falling:
        assert capaian is not None
        assert (capaian.high >= 100) == (realisasi <= target)
    assert (rising.high >= 100) == (realisasi >= target)


@calm
@given(rule_names, decimals("0.01"), intervals, decimals(), decimals())
def test_rules_are_monotone_over_intervals(
    rule: str, target: Decimal, realisasi: Interval, left: Decimal, right: Decimal
) -> None:
    wider = Interval(low=realisasi.low - abs(left), high=realisasi.high + abs(right))
    inner, outer = apply_rule(rule, target, realisasi), apply_rule(rule, target, wider)
    assume(outer is not None)
    assert inner is not None and outer is not None
    assert outer.low <= inner.low <= inner.high <= outer.high


@calm
@given(intervals, intervals, st.data())
def test_every_pair_of_values_stays_inside(a: Interval, b: Interval, data: st.DataObject) -> None:
    x = data.draw(st.sampled_from([a.low, a.high, (a.low + a.high) / 2]))
    y = data.draw(st.sampled_from([b.low, b.high, (b.low + b.high) / 2]))
    assert difference(a, b).holds(x - y)
    assert total([a, b]).holds(x + y)
    middle = mean([a, b])
    assert middle is not None and middle.holds((x + y) / 2)
    ratio = quotient(a, b)
    assert (ratio is None) == b.holds(Decimal(0))
    if ratio is not None:
        assert Fraction(ratio.low) <= Fraction(x) / Fraction(y) <= Fraction(ratio.high)


@calm
@given(decimals("0"), decimals("0"), intervals)
def test_a_range_target_is_hundred_inside_and_less_below(first: Decimal, second: Decimal, realisasi: Interval) -> None:
    lower, upper = sorted((first, second))
    capaian = range_capaian(lower, upper, realisasi)
    if capaian is None:
        assert lower == 0 and not Interval(low=lower, high=upper).meets(realisasi)
        return
    if realisasi.low >= lower and realisasi.high <= upper:
        assert capaian == point(Decimal(100))
    if realisasi.high < lower:
        assert capaian.high < 100
    if realisasi.low > upper:
        assert capaian.low > 100


@calm
@given(decimals(), places, modes, places, modes)
def test_two_honest_printings_are_one_quantity(value: Decimal, a: int, mode_a: str, b: int, mode_b: str) -> None:
    first, second = printed(value, a, mode_a), printed(value, b, mode_b)
    assert same_quantity(first, first)
    assert same_quantity(first, second) == same_quantity(second, first)
    if a != b or mode_a == mode_b:
        assert same_quantity(first, second)


@calm
@given(decimals(), decimals(), places, places)
def test_same_quantity_is_symmetric(x: Decimal, y: Decimal, a: int, b: int) -> None:
    first, second = printed(x, a, ROUND_HALF_UP), printed(y, b, ROUND_HALF_UP)
    assert same_quantity(first, second) == same_quantity(second, first)
    if a == b:
        assert same_quantity(first, second) == (first.value == second.value)


@calm
@given(st.integers(0, 10**13), st.integers(1, 10**13), places, modes)
def test_an_honest_percentage_of_rupiah_is_reached(part: int, whole: int, digits: int, mode: str) -> None:
    computed = percent_of(parse_angka(format_id(Decimal(part), 0)), parse_angka(format_id(Decimal(whole), 0)))
    assert computed is not None
    assert reaches(printed(as_decimal(Fraction(100 * part, whole)), digits, mode), computed)


@calm
@given(intervals, places)
def test_interval_texts_are_numbers_again(interval: Interval, digits: int) -> None:
    ends = format_interval(interval, digits).split(" – ")
    values = [parse_angka(end, separator="id").value for end in ends]
    assert values == sorted(values, key=lambda value: value or Decimal(0))
    assert values[0] == parse_angka(format_id(interval.low, digits), separator="id").value


@calm
@given(decimals(), places, intervals, st.dictionaries(st.sampled_from("abc"), decimals(), max_size=3))
def test_a_hint_never_fails_and_a_true_one_is_found(
    value: Decimal, digits: int, expected: Interval, others: dict[str, Decimal]
) -> None:
    shown = printed(value, digits, ROUND_HALF_UP)
    hint = explain_cause(shown, expected, others)
    assert hint is None or hint.strip() == hint != ""
    assert shown.value is not None
    assert explain_cause(shown, expected, {"x": shown.value}) == "sama dengan x"


@calm
@given(st.integers(1000, 10**8), st.data())
def test_swapped_digits_are_explained(number: int, data: st.DataObject) -> None:
    digits = str(number)
    place = data.draw(st.integers(0, len(digits) - 2))
    assume(digits[place] != digits[place + 1] and not (place == 0 and digits[1] == "0"))
    swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    shown = printed(Decimal(swapped).scaleb(-2), 2, ROUND_HALF_UP)
    hint = explain_cause(shown, point(Decimal(number).scaleb(-2)), {})
    assert hint is not None and hint.startswith(("dua digit tertukar", "tanda desimal", "dibulatkan", "dipotong"))
