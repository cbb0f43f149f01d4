"""Spellings of numbers as reports print them, and what each must be read as."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.angka_id import find_numbers, infer_separator, parse_angka, parse_fraction
from schemas.angka import Angka, AngkaKind

NUMBERS: tuple[tuple[str, str, int], ...] = (
    # Indonesian
    ("1.234.567,89", "1234567.89", 2),
    ("94,87", "94.87", 2),
    ("94,87 %", "94.87", 2),
    ("94,87persen", "94.87", 2),
    ("94,87 Persen.", "94.87", 2),
    ("3,5", "3.5", 1),
    ("1.000", "1000", 0),
    ("1.234", "1234", 0),
    ("12.285.690", "12285690", 0),
    ("2023", "2023", 0),
    ("0", "0", 0),
    ("0,00%", "0.00", 2),
    ("0,316", "0.316", 3),
    ("1234,567", "1234.567", 3),
    ("1.234,567", "1234.567", 3),
    ("80,00 Poin", "80.00", 2),
    # English
    ("97.32", "97.32", 2),
    ("98.00", "98.00", 2),
    ("3.9", "3.9", 1),
    ("0.346", "0.346", 3),
    ("67,811,725,837", "67811725837", 0),
    ("1,234,567.89", "1234567.89", 2),
    ("99.655%", "99.655", 3),
    ("1234.567", "1234.567", 3),
    # rupiah
    ("Rp 9.801.822.500,-", "9801822500", 0),
    ("Rp9.801.822.500", "9801822500", 0),
    ("Rp. 9.801.822.500.-", "9801822500", 0),
    ("Rp.28.764.500.000,00", "28764500000.00", 2),
    ("Rp1.000.000,00,-", "1000000.00", 2),
    ("9.801.822.500,-", "9801822500", 0),
    ("Rp. 2,36 Triliun", "2360000000000", 2),
    ("Rp 30 miliar", "30000000000", 0),
    ("Rp 1,5 Milyar", "1500000000", 1),
    ("Rp 450,5 Jt", "450500000", 1),
    ("Rp 2,3 M", "2300000000", 1),
    ("Rp 50,000", "50000", 0),
    ("2 miliar rupiah", "2000000000", 0),
    # negative
    ("-9,83", "-9.83", 2),
    ("−7,2", "-7.2", 1),
    ("–7,2 %", "-7.2", 1),
    ("- 9,83", "-9.83", 2),
    ("(114,86)", "-114.86", 2),
    ("(2,30%)", "-2.30", 2),
    ("(Rp 1.500)", "-1500", 0),
    ("Rp (1.500.000)", "-1500000", 0),
    ("-Rp 5.000", "-5000", 0),
    ("-37,60 % (Kurang)", "-37.60", 2),
    ("+3,2", "3.2", 1),
    # broken over lines
    ("94,\n87%", "94.87", 2),
    ("134,\n4", "134.4", 1),
    ("300.\n000", "300000", 0),
    ("94\n,87", "94.87", 2),
    ("9.801.\n822.500", "9801822500", 0),
    ("23.294.140.00\n0", "23294140000", 0),
    ("Rp\n739.379.134", "739379134", 0),
    ("1.506.190.00\nRp\n0", "1506190000", 0),
    ("100\n%", "100", 0),
    # signs of no width, odd spaces
    ("94,87\u00a0%", "94.87", 2),
    ("\ufeff 12\u200b ", "12", 0),
)


@pytest.mark.parametrize(("text", "value", "decimals"), NUMBERS)
def test_number(text: str, value: str, decimals: int) -> None:
    angka = parse_angka(text)
    assert angka.kind is AngkaKind.NUMBER
    assert angka.value == Decimal(value)
    assert angka.decimals == decimals


UNITS: tuple[tuple[str, str, str | None, str], ...] = (
    ("125 lembaga", "125", "lembaga", ""),
    ("125\nlembaga", "125", "lembaga", ""),
    ("1.000 orang", "1000", "orang", ""),
    ("1,000 orang", "1000", "orang", ""),
    ("12 Kali", "12", "Kali", ""),
    ("423 KK", "423", "KK", ""),
    ("2,5 juta buku", "2500000", "buku", ""),
    ("450,5 ribu orang", "450500", "orang", ""),
    ("1,250 ton", "1.250", "ton", ""),
    ("25 m2", "25", "m2", ""),
    ("2,3 M", "2.3", "M", ""),
    ("5 km/jam", "5", "km/jam", ""),
    ("12 Orang / Bulan", "12", "Orang / Bulan", ""),
    ("24,5 per 1.000 KH", "24.5", "per 1.000 KH", ""),
    ("3 (tiga) dokumen", "3", "dokumen", "(tiga)"),
    ("20 orang (1 angkatan)", "20", "orang", "(1 angkatan)"),
    ("63,36 % (Sedang)", "63.36", None, "(Sedang)"),
    ("139,54 %\n(Sangat\nBaik)", "139.54", None, "(Sangat Baik)"),
    ("152.40 (SB)", "152.40", None, "(SB)"),
    ("85 Baik", "85", None, "Baik"),
    ("85,3 / A", "85.3", None, "/ A"),
    ("75 Kategori Baik", "75", None, "Kategori Baik"),
    ("B (65,32)", "65.32", None, "B"),
    ("Sangat Baik (91,2)", "91.2", None, "Sangat Baik"),
    ("Nilai 75", "75", None, "Nilai"),
    ("Level 3", "3", None, "Level"),
    ("150*", "150", None, "*"),
    ("992.770 **", "992770", None, "**"),
    ("94,87¹", "94.87", None, "¹"),
    ("12,5 ‰", "12.5", None, "‰"),
    ("1.", "1", None, "."),
)


@pytest.mark.parametrize(("text", "value", "unit", "rest"), UNITS)
def test_unit_and_rest(text: str, value: str, unit: str | None, rest: str) -> None:
    angka = parse_angka(text)
    assert (angka.kind, angka.value, angka.unit, angka.rest) == (AngkaKind.NUMBER, Decimal(value), unit, rest)


# fmt: off
NO_SINGLE_NUMBER = (
    "WTP", "Sangat Baik", "7,20 %-", "12 : 88", "60\n79", "100%\n100%", "1. Jumlah peserta", "12)", "94,",
    ".5", "12 orang dari 15", "150 orang/3 lokasi", "- 5 dokumen", "2.07.03.2.01", "2.07.03.2.01.0001",
    "1.1.1", "31.12.2023", "31-12-2023", "12/12/2023", "12 - 5", "560/ /437.58/2017",
    "1 Meningkatnya Penempatan Kerja", "2.1 Persentase produk", "Tahun 2020", "80 > 100", "S2",
    "3,5 skala 4", "1,2,3", "1 UPTD. BP3HK", "12 / 5", "12–", "198001012005011001234", "naik 0,59 poin",
    "1 dokumen dan 2 laporan", "(1.234", "5 orang yang mendapat pelatihan dasar 12",
)
# fmt: on


@pytest.mark.parametrize("text", NO_SINGLE_NUMBER)
def test_no_single_number(text: str) -> None:
    angka = parse_angka(text)
    assert angka.kind is AngkaKind.TEXT
    assert angka.value is None
    assert angka.rest == angka.text


@pytest.mark.parametrize("text", ["4S %", "4S", "1O", "9o,5", "7Z", "2I"])
def test_a_digit_misread_as_a_letter_makes_no_number(text: str) -> None:
    assert parse_angka(text).kind is AngkaKind.TEXT


@pytest.mark.parametrize("text", ["4 S", "12orang", "5l", "72B", "3x", "10 Ohm", "7Siswa"])
def test_units_and_classes_behind_digits_stay_numbers(text: str) -> None:
    assert parse_angka(text).kind is AngkaKind.NUMBER


@pytest.mark.parametrize(
    "text", ["-", "–", "—", "−", "--", "n/a", "N/A", "NA", "n.a.", "Nihil", "Rp -", "Rp. -,-", "- %"]
)
def test_nil(text: str) -> None:
    assert parse_angka(text).kind is AngkaKind.NIL


@pytest.mark.parametrize("text", ["", "  ", "\n", "\u00a0\n\u200b"])
def test_blank(text: str) -> None:
    assert parse_angka(text).kind is AngkaKind.BLANK


# fmt: off
DAMAGED = (
    "593.7000.000", "25.000.0000", "Rp25.000.0000", "210.745.7106.244", "Rp 23.294.140.00", "1.234,567.890",
    "59.370.00", "Rp 1.000..000", "593,7000,000", "1.2345.678,90", "Rp 25.0000", "Rp 50.000,000",
    "25.000.0000 orang",
)
# fmt: on


@pytest.mark.parametrize("text", DAMAGED)
def test_malformed(text: str) -> None:
    angka = parse_angka(text)
    assert angka.kind is AngkaKind.MALFORMED
    assert angka.value is None
    assert angka.text == text


RANGES: tuple[tuple[str, str, str, str | None, str], ...] = (
    ("95.92% - 96.89%", "95.92", "96.89", None, ""),
    ("95.92% -\n96.89%", "95.92", "96.89", None, ""),
    ("60 – 79,9", "60", "79.9", None, ""),
    ("75 % sampai 100 %", "75", "100", None, ""),
    ("75 sampai dengan 100", "75", "100", None, ""),
    ("80 s.d. 90", "80", "90", None, ""),
    ("80% s/d 100%", "80", "100", None, ""),
    (">90-100", "90", "100", ">", ""),
    (">55 –80", "55", "80", ">", ""),
    ("70-<85", "70", "85", None, "<"),
    ("50 - < 80 %", "50", "80", None, "<"),
    ("75 ≤ 90", "75", "90", None, ""),
    ("55 ≤ x < 70", "55", "70", None, ""),
    ("3±1", "2", "4", None, ""),
    ("3 + 1", "", "", None, ""),
    ("3 +/- 1 %", "2", "4", None, ""),
    ("Rp 1 – 2 miliar", "1000000000", "2000000000", None, ""),
    ("7,50 – 7,00 %", "7.00", "7.50", None, ""),
    ("-2 – 3", "-2", "3", None, ""),
    ("20.000 - 25.000", "20000", "25000", None, ""),
)


@pytest.mark.parametrize(("text", "low", "high", "operator", "rest"), RANGES)
def test_range(text: str, low: str, high: str, operator: str | None, rest: str) -> None:
    angka = parse_angka(text)
    if not low:
        assert angka.kind is AngkaKind.TEXT
        return
    assert angka.kind is AngkaKind.RANGE
    assert (angka.value, angka.upper, angka.operator) == (Decimal(low), Decimal(high), operator)
    assert angka.rest == rest


OPERATORS: tuple[tuple[str, str, str], ...] = (
    ("< 49", "<", "49"),
    ("≥ 80", ">=", "80"),
    ("≤5 hari", "<=", "5"),
    (">= 80", ">=", "80"),
    ("=< 80", "<=", "80"),
    ("> 100 %", ">", "100"),
    ("Lebih dari 100 %", ">", "100"),
    ("Kurang dari 55 %", "<", "55"),
    ("lebih besar dari 7,5", ">", "7.5"),
    ("lebih dari atau sama dengan 90", ">=", "90"),
    ("kurang dari sama dengan 90", "<=", "90"),
    ("tidak lebih dari 5 %", "<=", "5"),
    ("tidak kurang dari 5 %", ">=", "5"),
    ("maksimal 5", "<=", "5"),
    ("Maks. 3 hari", "<=", "3"),
    ("minimal 3", ">=", "3"),
    ("paling lambat 5 hari", "<=", "5"),
    ("di bawah 55%", "<", "55"),
    ("diatas 100", ">", "100"),
    ("Nilai di atas 100%", ">", "100"),
    ("s.d. 50", "<=", "50"),
    ("90 ke atas", ">=", "90"),
    ("90 atau lebih", ">=", "90"),
    ("50 ke bawah", "<=", "50"),
)


@pytest.mark.parametrize(("text", "operator", "value"), OPERATORS)
def test_operator(text: str, operator: str, value: str) -> None:
    angka = parse_angka(text)
    assert (angka.kind, angka.operator, angka.value) == (AngkaKind.OPERATOR, operator, Decimal(value))


def test_flags_of_an_amount() -> None:
    angka = parse_angka("Rp. 2,36 Triliun")
    assert angka.currency and not angka.percent
    assert angka.multiplier == 10**12
    assert angka.interval.low == Decimal("2355000000000")
    assert parse_angka("94,87 %").percent
    assert parse_angka("94,87 persen").percent


@pytest.mark.parametrize(
    ("text", "separator", "value"),
    [
        ("1.234", "en", "1.234"),
        ("1.234", "id", "1234"),
        ("1.000 orang", "en", "1000"),
        ("1,234", None, "1.234"),
        ("1,234", "en", "1234"),
        ("1,234 orang", "id", "1234"),
        ("97.32", "id", "97.32"),
        ("98,01", "en", "98.01"),
        ("0.346", "id", "0.346"),
        ("3.080.400.000", "en", "3080400000"),
        ("Rp 1.234", "en", "1234"),
    ],
)
def test_habit_of_the_column(text: str, separator: str | None, value: str) -> None:
    assert parse_angka(text, separator=separator).value == Decimal(value)


@pytest.mark.parametrize(
    ("texts", "separator"),
    [
        (["1.234", "94,87", "5"], "id"),
        (["12.285.690", "1.000"], "id"),
        (["67,811,725,837", "360,032,000", "3.080.400.000"], "en"),
        (["97.32", "98.00", "1.234"], "en"),
        (["0.346", "0,316"], None),
        (["1.000", "5.000"], None),
        (["2.07.03.2.01", "31.12.2023"], None),
        ([], None),
    ],
)
def test_infer_separator(texts: list[str], separator: str | None) -> None:
    assert infer_separator(texts) == separator


def values(numbers: tuple[Angka, ...]) -> list[str]:
    return [str(angka.value) for angka in numbers]


def test_numbers_of_a_sentence() -> None:
    found = find_numbers(
        "Realisasi tahun 2023 sebesar 94,54% dari target 94,57 persen (99,97%), turun -0,59 poin; 153.176 "
        "orang memakai Rp 1.500.000,- atau 2,5 juta buku, Rp2,36 Triliun, periode 2021-2026."
    )
    assert " ".join(values(found)) == (
        "2023 94.54 94.57 99.97 -0.59 153176 1500000 2500000 2360000000000 2021 2026"
    )
    assert [angka.unit for angka in found][4:8] == ["poin", "orang", None, "buku"]
    assert found[0].unit is None
    assert found[6].currency and found[1].percent and found[2].percent


def test_a_sentence_wrapped_inside_a_number() -> None:
    assert values(find_numbers("sebesar Rp 9.801.\n822.500 atau 94,\n87%")) == ["9801822500", "94.87"]


@pytest.mark.parametrize(
    "text", ["triwulan ke-3", "SMP12", "COVID-19", "kode 2.07.03.2.01", "tanpa angka", ""]
)
def test_no_numbers_of_a_sentence(text: str) -> None:
    assert find_numbers(text) == ()


FRACTIONS: tuple[tuple[str, tuple[str | None, ...]], ...] = (
    ("(780.417) / (825.465) × 100 = 94,54", ("780417", "825465", "100", "94.54")),
    ("676/27.035 x 100 = 2,50", ("676", "27035", "100", "2.50")),
    ("30.709.181,1/780.417 x 100% = 39,35", ("30709181.1", "780417", "100", "39.35")),
    ("2.532 : 17.800 X 100%", ("2532", "17800", "100", None)),
    ("(2.532 : 17.800 = 0,14) x 100", ("2532", "17800", None, "0.14")),
    ("(2.532 : 17.800 = 0,14) x 100 = 14,22 %", ("2532", "17800", "100", "14.22")),
    ("100% x (676 : 27.035) = 2,50", ("676", "27035", "100", "2.50")),
    ("((676/27.035) x 100%) = 2,5", ("676", "27035", "100", "2.5")),
    ("(676 orang / 27.035 orang) x 100 = 2,50 %", ("676", "27035", "100", "2.50")),
    ("a / b x 100 = 676/27.035 x 100% = 2,50%", ("676", "27035", "100", "2.50")),
    ("Realisasi : 676/27.035 x 100 persen", ("676", "27035", "100", None)),
    ("5/100.000 x 100.000", ("5", "100000", "100000", None)),
    ("Rp 500.000.000/Rp 1.000.000.000 x 100 % = 50 %", ("500000000", "1000000000", "100", "50")),
    ("676/27.035", ("676", "27035", None, None)),
    ("676 × 100 = 2,50\n27.035", ("676", "27035", "100", "2.50")),
    ("30.709.181,1 × 100 =\n39,35\n780.417", ("30709181.1", "780417", "100", "39.35")),
)


@pytest.mark.parametrize(("text", "expected"), FRACTIONS)
def test_fraction(text: str, expected: tuple[str | None, ...]) -> None:
    fraction = parse_fraction(text)
    assert fraction is not None
    assert tuple(None if part is None else part.value for part in fraction) == tuple(
        None if part is None else Decimal(part) for part in expected
    )


# fmt: off
NO_FRACTION = (
    "(a : b = 222.806) x 100", "Jumlah penduduk / jumlah angkatan kerja x 100", "12 : 88",
    "150 orang/3 lokasi", "", "560/437.58/2017", "12/12/2023", "(825.465 - 672.289)/672.289 x 100 = 22,78",
    "676/(27.035+5) x 100 = 2,50", "5 + 676/27.035 x 100 = 7,50", "676/27.035 x 100 - 5 = 2", "94,87",
    "∑ (2) / ∑ (3) x 100%",
)
# fmt: on


@pytest.mark.parametrize("text", NO_FRACTION)
def test_no_fraction(text: str) -> None:
    assert parse_fraction(text) is None
