"""Rules of capaian, windows of printed numbers, comparisons, wording and hints."""

from __future__ import annotations

from decimal import Decimal, getcontext

import pytest

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
    scaled,
    total,
    window,
)
from schemas.angka import Angka, Interval


def number(text: str) -> Angka:
    return parse_angka(text)


def span(low: str, high: str) -> Interval:
    return Interval(low=Decimal(low), high=Decimal(high))


def rounded(text: str) -> Interval:
    return realisasi_interval(number(text), exact=False)


@pytest.mark.parametrize(
    ("rule", "target", "realisasi", "capaian"),
    [
        ("R/T", "100,10", "115,21", "115,09"),
        ("R/T", "1,36", "2,50", "183,82"),
        ("R/T", "4,77", "5,46", "114,47"),
        ("R/T", "5", "-2,6", "-52,00"),
        ("R/T", "-3,2", "-2,6", "81,25"),
        ("(2T-R)/T", "4,77", "5,46", "85,53"),
        ("(2T-R)/T", "32", "4,88", "184,75"),
        ("(2T-R)/T", "10", "25,00", "-50,00"),
        ("T/R", "4,77", "5,46", "87,36"),
        ("T/R", "32", "4,88", "655,74"),
    ],
)
def test_rule_reaches_the_honest_capaian(rule: str, target: str, realisasi: str, capaian: str) -> None:
    goal = number(target).value
    assert goal is not None
    computed = apply_rule(rule, goal, rounded(realisasi))
    assert computed is not None
    assert reaches(number(capaian), computed)


def test_wrong_capaian_is_not_reached() -> None:
    for rule in RULES:
        computed = apply_rule(rule, Decimal("100.10"), rounded("115,21"))
        assert computed is not None
        assert not reaches(number("106,54"), computed)


def test_an_exact_target_keeps_the_check_sharp() -> None:
    computed = apply_rule("R/T", Decimal(3), rounded("2,9"))
    assert computed is not None
    assert reaches(number("96,67"), computed)
    assert not reaches(number("90"), computed)
    assert not reaches(number("103"), computed)


def test_division_by_zero_has_no_result() -> None:
    zero, two = point(Decimal(0)), point(Decimal(2))
    assert apply_rule("R/T", Decimal(0), two) is None
    assert apply_rule("(2T-R)/T", Decimal(0), two) is None
    assert apply_rule("T/R", Decimal(5), zero) is None
    assert apply_rule("T/R", Decimal(5), rounded("0,00")) is None
    assert quotient(two, span("-1", "1")) is None


def test_nothing_aimed_at_and_nothing_happened_is_hundred_percent() -> None:
    for rule in ("(2T-R)/T", "T/R"):
        assert apply_rule(rule, Decimal(0), point(Decimal(0))) == point(Decimal(100))
        assert apply_rule(rule, Decimal(0), rounded("0,00")) == point(Decimal(100))
    assert apply_rule("R/T", Decimal(0), point(Decimal(0))) is None


def test_unknown_rule() -> None:
    with pytest.raises(KeyError):
        apply_rule("T-R", Decimal(1), point(Decimal(1)))


def test_range_target() -> None:
    low, high = Decimal("95.92"), Decimal("96.89")
    assert range_capaian(low, high, point(Decimal(96))) == point(Decimal(100))
    below = range_capaian(low, high, rounded("94,54"))
    assert below is not None and reaches(number("98,56"), below) and below.high < 100
    above = range_capaian(low, high, rounded("98,00"))
    assert above is not None and reaches(number("101,14"), above) and above.low > 100
    edge = range_capaian(low, high, rounded("96,89"))
    assert edge is not None and edge.low == 100 and edge.high > 100
    assert range_capaian(Decimal(0), Decimal(5), point(Decimal(-1))) is None
    assert range_capaian(Decimal(0), Decimal(5), rounded("0,0")) == point(Decimal(100))
    with pytest.raises(ValueError, match="above"):
        range_capaian(high, low, point(Decimal(96)))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("94,54", "94.535", "94.55"),
        ("-94,54", "-94.55", "-94.535"),
        ("95", "94.5", "96"),
        ("0,0", "-0.1", "0.1"),
        ("2,5 juta", "2450000", "2600000"),
        ("60 – 79,9", "59.95", "80.0"),
    ],
)
def test_window(text: str, low: str, high: str) -> None:
    assert window(number(text)) == span(low, high)


@pytest.mark.parametrize(
    ("printed", "computed", "reached"),
    [
        ("94,54", "94.535", True),
        ("94,54", "94.5349", False),
        ("94,54", "94.5499", True),
        ("94,54", "94.55", False),
        ("94", "95", False),
        ("94", "94.99", True),
        ("-94,54", "-94.5499", True),
        ("-94,54", "-94.55", False),
        ("-94,54", "-94.535", True),
        ("0", "0.99", True),
        ("0", "-0.99", True),
        ("0", "1", False),
        ("100", "99.9995", True),
    ],
)
def test_reaches_rounded_and_truncated_values_only(printed: str, computed: str, reached: bool) -> None:
    assert reaches(number(printed), point(Decimal(computed))) is reached


def test_realisasi_interval() -> None:
    assert realisasi_interval(number("94,54"), exact=True) == span("94.54", "94.54")
    assert realisasi_interval(number("94,54"), exact=False) == span("94.535", "94.545")
    assert realisasi_interval(number("-5 – 0"), exact=True) == span("-5", "0")
    with pytest.raises(ValueError, match="no number"):
        realisasi_interval(number("-"), exact=True)


def test_percent_of() -> None:
    exact = percent_of(number("Rp 9.404.882.248"), number("Rp 9.801.822.500"))
    assert exact is not None and format_interval(exact) == "95,95"
    coarse = percent_of(number("Rp 2,1 miliar"), number("Rp 2,36 miliar"))
    assert coarse is not None and coarse.high - coarse.low > 1
    assert percent_of(number("0"), number("0")) is None


def test_sums_and_means() -> None:
    parts = [span("1", "2"), span("-4", "3")]
    assert total(parts) == span("-3", "5")
    assert total([]) == point(Decimal(0))
    assert mean(parts) == span("-1.5", "2.5")
    assert mean([]) is None
    assert difference(span("1", "2"), span("-4", "3")) == span("-2", "6")
    assert scaled(span("1", "2"), Decimal(-2)) == span("-4", "-2")
    assert quotient(span("-1", "2"), span("2", "4")) == span("-0.5", "1")


def test_arithmetic_does_not_depend_on_the_global_precision() -> None:
    before = getcontext().prec
    getcontext().prec = 3
    try:
        assert total([point(Decimal("123456789")), point(Decimal("1"))]) == point(Decimal("123456790"))
        assert format_id(Decimal("1234567.895")) == "1.234.567,90"
    finally:
        getcontext().prec = before


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("94,54", "94,54 %", True),
        ("94,54", "94,55", False),
        ("94,5", "94,54", True),
        ("94,5", "94,59", True),
        ("94,6", "94,54", False),
        ("94", "94,99", True),
        ("Rp 2,36 triliun", "Rp 2.360.812.345.000", True),
        ("Rp 2,36 triliun", "Rp 2.390.812.345.000", False),
        ("80 – 90", "80 – 90", True),
        ("80 – 90", "80 – 95", False),
        ("80 – 90", "85", True),
        ("80 – 90", "95", False),
        ("< 5", "≤ 5", True),
        ("< 5", "> 5", False),
        ("maksimal 5", "5", True),
        ("-2,6", "2,6", False),
    ],
)
def test_same_quantity(first: str, second: str, same: bool) -> None:
    assert same_quantity(number(first), number(second)) is same
    assert same_quantity(number(second), number(first)) is same


@pytest.mark.parametrize("text", ["-", "n/a", "WTP", "", "25.000.0000"])
def test_same_quantity_needs_numbers(text: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        same_quantity(number("5"), number(text))


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("1234.565", 2, "1.234,57"),
        ("-1234.5", 2, "-1.234,50"),
        ("999.995", 2, "1.000,00"),
        ("0", 0, "0"),
        ("-0.001", 2, "0,00"),
        ("1234567", 0, "1.234.567"),
        ("1E+3", 2, "1.000,00"),
        ("123456789012345678901234567890.125", 2, "123.456.789.012.345.678.901.234.567.890,13"),
    ],
)
def test_format_id(value: str, decimals: int, text: str) -> None:
    assert format_id(Decimal(value), decimals) == text


def test_format_interval() -> None:
    assert format_interval(span("115.0899", "115.0999")) == "115,09 – 115,10"
    assert format_interval(span("115.091", "115.092")) == "115,09"
    assert format_interval(span("115.091", "115.092"), 3) == "115,091 – 115,092"


@pytest.mark.parametrize(
    ("printed", "low", "high", "hint"),
    [
        ("106,54", "105.64", "105.64", "dua digit tertukar: 106,54 untuk 105,64"),
        ("15,09", "115.09", "115.09", "satu digit hilang: 15,09 untuk 115,09"),
        ("1115,09", "115.09", "115.09", "satu digit berlebih: 1.115,09 untuk 115,09"),
        ("2,71", "2.41", "2.41", None),
        ("92,71", "92.41", "92.41", "satu digit berbeda: 92,71 untuk 92,41"),
        ("9,45", "94.53", "94.54", "tanda desimal bergeser: tercetak 10 kali terlalu kecil"),
        ("11509", "115.09", "115.09", "tanda desimal bergeser: tercetak 100 kali terlalu besar"),
        ("-9,83", "9.83", "9.83", "tanda minus berlebih"),
        ("9,83", "-9.83", "-9.83", "tanda minus hilang"),
        ("115,00", "115.09", "115.10", "dibulatkan ke 0 angka di belakang koma"),
        ("94,50", "94.54", "94.54", "dibulatkan ke 1 angka di belakang koma"),
        ("94,50", "94.58", "94.58", "dipotong ke 1 angka di belakang koma"),
        ("80,9", "80", "80", None),
        ("116,47", "79.26", "79.26", None),
        ("12", "80", "80", None),
        ("81,00", "62.6", "85.7", None),
        ("-", "80", "80", None),
    ],
)
def test_explain_cause(printed: str, low: str, high: str, hint: str | None) -> None:
    assert explain_cause(number(printed), span(low, high), {}) == hint


def test_explain_cause_by_another_value() -> None:
    others = {"angka baris di atasnya": Decimal("106.54"), "target dibagi realisasi": Decimal("86.8848")}
    right = span("115.09", "115.10")
    assert explain_cause(number("106,54"), right, others) == "sama dengan angka baris di atasnya"
    assert explain_cause(number("86,88"), right, others) == "sama dengan target dibagi realisasi"
    assert explain_cause(number("87"), right, others) is None
    millions = {"pagu": Decimal("2500000")}
    assert explain_cause(number("2,5 juta"), span("9000000", "9000000"), millions) == "sama dengan pagu"
