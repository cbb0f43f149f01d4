"""What holds for every printed number, and that no text makes the reading fail."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.angka_id import find_numbers, infer_separator, parse_angka, parse_fraction
from pipeline.arithmetic import format_id
from schemas.angka import AngkaKind

calm = settings(deadline=None)  # a busy machine is no defect

VALUED = (AngkaKind.NUMBER, AngkaKind.RANGE, AngkaKind.OPERATOR)

soup = st.lists(
    st.sampled_from(
        [
            *"0123456789",
            ".",
            ",",
            ".000",
            ",00",
            " ",
            "\n",
            "-",
            "–",
            "−",
            "(",
            ")",
            "%",
            "/",
            ":",
            "=",
            "x",
            "×",
            "*",
            "Rp",
            "Rp. ",
            "<",
            "≥",
            "±",
            " s.d. ",
            " sampai ",
            "juta",
            " miliar",
            "persen",
            " orang",
            "(Baik)",
            "A",
            "n/a",
            "lebih dari ",
            " ke atas",
            "nilai ",
            "sangat ",
            "per ",
            "\xa0",
            "\u200b",
            "²",
            "٣",
            "１",
        ]
    ),
    max_size=24,
).map("".join)

decimals = st.decimals(
    min_value=Decimal("-1e15"), max_value=Decimal("1e15"), allow_nan=False, allow_infinity=False, places=2
)


def english(text: str) -> str:
    return text.translate(str.maketrans(".,", ",."))


@calm
@given(text=st.text() | soup, separator=st.sampled_from([None, "id", "en"]))
@example(text="9" * 5000, separator=None)
@example(text="1." * 3000, separator="id")
@example(text="baik " * 800, separator=None)
@example(text="(" * 800 + "1", separator=None)
@example(text="1\n" * 500, separator=None)
@example(text="5 / " * 500, separator=None)
def test_no_text_breaks_the_reading(text: str, separator: str | None) -> None:
    angka = parse_angka(text, separator=separator)
    assert (angka.value is not None) == (angka.kind in VALUED)
    assert (angka.upper is not None) == (angka.kind is AngkaKind.RANGE)
    assert (angka.operator is not None) <= (angka.kind in (AngkaKind.RANGE, AngkaKind.OPERATOR))
    if angka.value is not None and angka.upper is not None:
        assert angka.value <= angka.upper
    if angka.value is not None:
        assert any(char.isdecimal() for char in text)
        assert angka.interval.holds(angka.value)
    for found in find_numbers(text):
        assert found.kind in (AngkaKind.NUMBER, AngkaKind.MALFORMED)
    fraction = parse_fraction(text)
    assert fraction is None or (fraction[0].value is not None and fraction[1].value is not None)
    assert infer_separator([text, text]) in (None, "id", "en")


@calm
@given(text=soup)
def test_reading_is_the_same_for_its_own_text(text: str) -> None:
    angka = parse_angka(text)
    again = parse_angka(angka.text)
    if angka.kind is not AngkaKind.TEXT:
        assert again == angka


@calm
@given(value=decimals)
def test_indonesian_print_is_read_back(value: Decimal) -> None:
    angka = parse_angka(format_id(value))
    assert (angka.kind, angka.value, angka.decimals) == (AngkaKind.NUMBER, value, 2)
    assert angka.separator == "id"


@calm
@given(value=decimals)
def test_english_print_is_read_back(value: Decimal) -> None:
    angka = parse_angka(english(format_id(value)))
    assert (angka.kind, angka.value, angka.decimals) == (AngkaKind.NUMBER, value, 2)
    assert angka.separator == "en"


@calm
@given(value=st.integers(min_value=0, max_value=10**15))
def test_whole_numbers_are_read_back_with_the_habit_of_their_column(value: int) -> None:
    text = format_id(Decimal(value), 0)
    assert parse_angka(text).value == value
    assert parse_angka(text, separator="id").value == value
    assert parse_angka(english(text), separator="en").value == value
    assert parse_angka(f"{text} orang", separator="en").value == value
    assert parse_angka(f"Rp {text},-").value == value
    assert parse_angka(f"{text} orang").value == value


@calm
@given(value=st.decimals(min_value=0, max_value=9999, places=3, allow_nan=False, allow_infinity=False))
def test_three_decimals_are_read_back_with_the_habit_of_their_column(value: Decimal) -> None:
    text = format_id(value, 3)
    assert parse_angka(text, separator="id").value == value
    assert parse_angka(english(text), separator="en").value == value


@calm
@given(value=st.decimals(min_value=0, max_value=Decimal("1e12"), places=2, allow_nan=False, allow_infinity=False))
def test_the_ways_to_print_a_negative_amount_agree(value: Decimal) -> None:
    text = format_id(value)
    ways = [f"-{text}", f"−{text}", f"({text})", f"-Rp {text}", f"(Rp {text})", f"Rp ({text})"]
    assert {parse_angka(way).value for way in ways} == {-value}


@calm
@given(
    low=decimals,
    high=decimals,
    word=st.sampled_from([" - ", " – ", " s.d. ", " s/d ", " sampai dengan ", "\n- "]),
)
def test_ranges_keep_both_ends(low: Decimal, high: Decimal, word: str) -> None:
    low, high = sorted((abs(low), abs(high)))
    angka = parse_angka(f"{format_id(low)}{word}{format_id(high)} %")
    assert (angka.kind, angka.value, angka.upper, angka.percent) == (AngkaKind.RANGE, low, high, True)


@calm
@given(value=st.integers(min_value=10**6, max_value=10**12), data=st.data())
def test_an_amount_broken_at_a_separator_is_joined(value: int, data: st.DataObject) -> None:
    text = format_id(Decimal(value), 0)
    cut = data.draw(st.sampled_from([place + 1 for place, char in enumerate(text) if char == "."]))
    assert parse_angka(f"{text[:cut]}\n{text[cut:]}").value == value


@calm
@given(value=st.integers(min_value=10**6, max_value=10**12), data=st.data())
def test_a_wrong_group_never_becomes_a_number(value: int, data: st.DataObject) -> None:
    groups = format_id(Decimal(value), 0).split(".")
    place = data.draw(st.integers(min_value=1, max_value=len(groups) - 1))
    groups[place] += "0"
    angka = parse_angka("Rp " + ".".join(groups))
    assert angka.kind is AngkaKind.MALFORMED
    assert parse_angka(".".join(groups)).kind in (AngkaKind.MALFORMED, AngkaKind.TEXT)


@calm
@given(values=st.lists(decimals.map(abs), min_size=1, max_size=6))
def test_all_numbers_of_a_sentence_are_found(values: list[Decimal]) -> None:
    sentence = "tercatat " + " dan ".join(f"sebesar {format_id(value)} %" for value in values) + "."
    assert [angka.value for angka in find_numbers(sentence)] == values


@calm
@given(a=st.integers(0, 10**9), b=st.integers(1, 10**9), sign=st.sampled_from(["/", " : ", " / ", ":"]))
def test_a_printed_quotient_is_taken_apart(a: int, b: int, sign: str) -> None:
    first, second = format_id(Decimal(a), 0), format_id(Decimal(b), 0)
    fraction = parse_fraction(f"({first}{sign}{second}) x 100 % = 12,34 %")
    assert fraction is not None
    assert [part and part.value for part in fraction] == [a, b, 100, Decimal("12.34")]
