"""Rows and sums that show that two budget totals are of different things."""

from __future__ import annotations

from decimal import Decimal

from pipeline.arithmetic.parts import Budget, proved_apart
from tests.checks.laporan_toml import laporan


def budgets(*tables: str) -> list[Budget]:
    """Tables of labels and amounts; the last line of each is its total."""
    made = laporan({"tabel": [{"kind": "anggaran", "kolom": ["anggaran"], "baris": rows} for rows in tables]})
    return [
        Budget(tabel=tabel, total=tabel.baris[-1].fakta[0].angka.value or Decimal(0)) for tabel in made.tabel
    ]


ALL = "Program Pangan | 500.000\nProgram Ternak | 300.000\nProgram Kebun | 200.000\n= Jumlah | 1.000.000"


def test_rows_of_the_other_table_with_the_rest_worth_the_difference() -> None:
    two = "Program Pangan | 500.000\nProgram Ternak | 300.000\n= Jumlah | 800.000"
    wrong = "Program Pangan | 500.000\nProgram Ternak | 300.000\n= Jumlah | 850.000"
    assert proved_apart(*budgets(two, ALL))
    assert not proved_apart(*budgets(wrong, ALL))


def test_total_that_is_a_row_of_the_other_table() -> None:
    assert proved_apart(*budgets("Benih padi | 100.000\nPupuk | 200.000\n= Jumlah | 300.000", ALL))


def test_programs_that_have_nothing_in_common() -> None:
    assert proved_apart(*budgets("Program Jalan | 400.000\nProgram Air | 50.000\n= Jumlah | 450.000", ALL))


def test_programs_and_kinds_of_belanja_are_the_same_money() -> None:
    belanja = "Belanja Operasi | 800.000\nBelanja Modal | 210.000\n= Jumlah | 1.010.000"
    assert not proved_apart(*budgets(belanja, ALL))


def test_rows_that_do_not_say_their_class_are_judged_by_distance() -> None:
    assert not proved_apart(*budgets("Operasi | 800.000\nModal | 210.000\n= Jumlah | 1.010.000", ALL))
    assert proved_apart(*budgets("Operasi | 800.000\nModal | 810.000\n= Jumlah | 1.610.000", ALL))


def test_same_rows_with_another_total_are_one_thing() -> None:
    assert not proved_apart(*budgets(ALL, ALL.replace("1.000.000", "1.100.000")))


def test_two_totals_whose_sum_is_printed() -> None:
    first = "Belanja A | 100.000\n= Jumlah | 100.000"
    second = "Program B | 230.000\n= Jumlah | 230.000"
    whole = "Semua C | 330.000\n= Jumlah | 330.000"
    a, b, c = budgets(first, second, whole)
    assert not proved_apart(a, b)
    assert proved_apart(a, b, [a, b, c])
