from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.arithmetic.columns import columns_of, significant
from pipeline.arithmetic.sums import UNSURE, Verdict, verdicts
from schemas.finding import OutcomeStatus
from schemas.kinerja import Laporan
from tests.checks.laporan_toml import laporan

Tree = list[list[int]]


def report(kolom: list[str], rows: str, *, kind: str = "anggaran", caption: str | None = None) -> Laporan:
    return laporan({"tabel": [{"kind": kind, "kolom": kolom, "baris": rows, "caption": caption}]})


def judged(kolom: list[str], rows: str, **options: str) -> tuple[Verdict, ...]:
    made = report(kolom, rows, **options)
    return verdicts(made, made.tabel[0])


def rupiah(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def lines(tree: Tree, *, wrong: tuple[int, int] | None = None, off: int = 0) -> str:
    """Programs with kegiatan and a total; the printed kegiatan `wrong` is off while all sums stay right."""
    out: list[str] = []
    for p, children in enumerate(tree, start=1):
        out.append(f"Program {p} {{nomor={p}}} | {rupiah(sum(children))}")
        for c, value in enumerate(children, start=1):
            printed = value + (off if wrong == (p, c) else 0)
            out.append(f"Kegiatan {p}.{c} {{nomor={p}.{c}}} | {rupiah(printed)}")
    out.append(f"= JUMLAH | {rupiah(sum(map(sum, tree)))}")
    return "\n".join(out)


amounts = st.integers(min_value=1_000_000, max_value=900_000_000_000)
trees = st.lists(st.lists(amounts, min_size=1, max_size=5), min_size=3, max_size=6)


@settings(max_examples=60, deadline=None)
@given(tree=trees)
def test_right_sums_are_all_ok(tree: Tree) -> None:
    answers = judged(["anggaran"], lines(tree))
    assert {answer.status for answer in answers} == {OutcomeStatus.OK}
    assert len(answers) == len(tree) + 1


@settings(max_examples=60, deadline=None)
@given(tree=trees, off=st.integers(min_value=10, max_value=900_000), data=st.data())
def test_one_wrong_leaf_is_found_at_its_parent_only(tree: Tree, off: int, data: st.DataObject) -> None:
    p = data.draw(st.integers(min_value=1, max_value=len(tree)))
    c = data.draw(st.integers(min_value=1, max_value=len(tree[p - 1])))
    answers = judged(["anggaran"], lines(tree, wrong=(p, c), off=off))
    wrong = [answer for answer in answers if answer.status is OutcomeStatus.FINDING]
    assert [answer.tabel.baris[answer.group.row].label for answer in wrong] == [f"Program {p}"]
    assert wrong[0].selisih == Decimal(-off)


def test_a_wrong_program_does_not_accuse_the_total() -> None:
    rows = lines([[30_250_000, 12_000_000], [18_400_000], [7_125_000, 2_000_000]])
    answers = judged(["anggaran"], rows.replace("42.250.000", "42.520.000"))
    wrong = [answer.fakta.text for answer in answers if answer.status is OutcomeStatus.FINDING]
    assert wrong == ["42.520.000"]


def test_a_table_read_with_doubt_accuses_nobody() -> None:
    made = report(["anggaran"], lines([[10_250_000], [20_400_000], [7_125_000]], wrong=(1, 1), off=500))
    answers = verdicts(made, replace(made.tabel[0], confidence=0.3))
    assert [answer.alasan for answer in answers if answer.status is OutcomeStatus.UNCHECKED] == [UNSURE]


@pytest.mark.parametrize(
    ("rows", "ok"),
    [
        ("A {nomor=1} | 4\nB {nomor=2} | 6\n= Total | 10", 1),
        ("= Total | 10\nA {nomor=1} | 4\nB {nomor=2} | 6", 1),
        ("A | 4\nB | 6\n= Jumlah A | 10\nC | 5\nD | 1\n= Jumlah B | 6\n= Total | 16", 3),
        ("A | 4\nB | 6\n= Jumlah | 10\nC | 5\n= Jumlah | 15", 2),
        ("P | 10\n- A | 4\n- B | 6\nQ | 5\n- C | 5\n= Jumlah | 30", 1),
        ("A {nomor=1} | 4\nB {nomor=2} | -\nC {nomor=3} |\n= Total | 4", 1),
    ],
)
def test_every_plausible_way_to_total_is_accepted(rows: str, ok: int) -> None:
    answers = judged(["jumlah"], rows, kind="lain")
    totals = [answer for answer in answers if answer.group.jenis == "jumlah"]
    assert [answer.status for answer in totals] == [OutcomeStatus.OK] * ok


def test_an_unclear_structure_is_unchecked() -> None:
    (answer,) = judged(["jumlah"], "A | 4\nB | 6\n= Total | 11", kind="lain")
    assert answer.status is OutcomeStatus.UNCHECKED


def test_counts_are_exact_and_scaled_integers_are_not() -> None:
    rows = "A {nomor=1} | 4\nB {nomor=2} | 6\n= Total | 11"
    (count,) = judged(["jumlah:Orang"], rows, kind="lain")
    assert count.status is OutcomeStatus.FINDING
    (scaled,) = judged(["jumlah:Juta rupiah"], rows, kind="lain")
    assert scaled.status is OutcomeStatus.OK


def test_amounts_may_have_been_rounded_to_the_rupiah() -> None:
    rows = "A {nomor=1} | 4.250.411\nB {nomor=2} | 6.100.372\n= Total | 10.350.784"
    (amount,) = judged(["anggaran"], rows)
    assert amount.status is OutcomeStatus.OK


def test_growth_rates_are_no_columns() -> None:
    rows = "A {nomor=1} | 4\nB {nomor=2} | 6\n= Total | 5"
    assert not judged(["jumlah:2030"], rows, kind="lain", caption="Tabel 9 Laju pertumbuhan ekonomi")


def test_percentages_and_means_are_no_columns() -> None:
    rows = "A {nomor=1} | 4 | 40% | 7 | 60\nB {nomor=2} | 6 | 60% | 8 | 70"
    kolom = ["jumlah", "jumlah:Porsi", "jumlah:Rata-rata umur", "jumlah:Nilai"]
    columns = columns_of(report(kolom, rows, kind="lain").tabel[0])
    assert [column.header for column in columns] == ["jumlah"]


@pytest.mark.parametrize(("value", "digits"), [("12300000", 3), ("1.50", 2), ("0", 0), ("70000", 1), ("78190750", 7)])
def test_significant_digits(value: str, digits: int) -> None:
    assert significant(Decimal(value)) == digits
