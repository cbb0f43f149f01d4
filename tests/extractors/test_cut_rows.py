"""Rows that a page edge cuts in two, seen from both sides."""

from __future__ import annotations

import pytest

from extractors.cut_rows import continues_row, merge_cut_row
from schemas.printed import Cell, Table
from tests.extractors.grids import table

HEAD = ("No", "Indikator Kinerja", "Target", "Realisasi")
FULL = ("1.", "Persentase rumah tangga", "50,00", "51,00")


def above(*rows: tuple[str, ...]) -> Table:
    return table(HEAD, *rows)


def below(*rows: tuple[str, ...]) -> Table:
    return table(*rows, header_rows=0)


@pytest.mark.parametrize("open_edge", [True, False])
@pytest.mark.parametrize(
    "row",
    [
        pytest.param(("2.", "Cakupan air minum", "60,00", "61,00"), id="complete"),
        pytest.param(("", "", "60,00", "61,00"), id="figures-again"),
        pytest.param(("", "", "", ""), id="blank"),
    ],
)
def test_rows_of_their_own(row: tuple[str, ...], open_edge: bool) -> None:
    assert not continues_row(above(FULL), below(row), open_edge=open_edge)


def test_a_numbered_row_under_a_rule_is_a_row_of_its_own() -> None:
    assert not continues_row(above(FULL), below(("2.", "Cakupan air minum", "", "")), open_edge=False)


@pytest.mark.parametrize(
    ("label", "rest"),
    [
        ("Persentase rumah tangga", "dengan akses air minum"),
        ("Persentase rumah tangga dengan", "Akses Air Minum"),
        ("Cakupan jalan (kabupaten", "(dan desa)"),
        ("Indeks kepuasan masyarakat terhadap", "Pelayanan Publik"),
    ],
)
def test_a_text_that_goes_on_closes_the_row_at_a_rule(label: str, rest: str) -> None:
    whole = above(("1.", label, "50,00", "51,00"))
    assert continues_row(whole, below(("", rest, "", "")), open_edge=False)


def test_a_new_label_under_a_rule_is_a_row_of_its_own_where_such_rows_are_usual() -> None:
    whole = above(("", "Bidang Jalan", "", ""), FULL)
    assert not continues_row(whole, below(("", "Bidang Air", "", "")), open_edge=False)


def test_a_text_in_a_column_that_was_blank_above_is_new() -> None:
    whole = above(("1.", "Persentase rumah tangga", "50,00", ""))
    assert not continues_row(whole, below(("", "", "", "lihat catatan")), open_edge=False)


def test_figures_under_an_open_row_that_has_none_belong_to_it() -> None:
    whole = above(("1.", "Persentase rumah tangga dengan akses air minum", "", ""))
    assert continues_row(whole, below(("", "layak", "50,00", "51,00")), open_edge=True)


def test_merging_appends_lines_and_keeps_blank_cells_blank() -> None:
    whole = above(FULL)
    rest = below(("", "dengan air minum layak", "", ""), ("2.", "Jalan", "60,00", "61,00"))
    moved = [_moved(cell, whole.rows - 1) for cell in rest.cells]
    merged = {(c.row, c.col): c.flat for c in merge_cut_row(whole, moved)}
    assert merged[(1, 1)] == "Persentase rumah tangga dengan air minum layak"
    assert [merged[(1, col)] for col in (0, 2, 3)] == ["1.", "50,00", "51,00"]
    assert [merged[(2, col)] for col in range(4)] == ["2.", "Jalan", "60,00", "61,00"]


def test_a_merged_cell_that_goes_on_grows_over_the_new_rows() -> None:
    whole = table(
        ("Sasaran", "Indikator Kinerja", "Target"), ("Jalan baik", "Jalan mantap", "80"), ("^", "Jembatan", "70")
    )
    rest = table(("", "Trotoar", "60"), ("^", "Drainase", "50"), header_rows=0)
    moved = [_moved(cell, whole.rows - 1) for cell in rest.cells]
    head = next(c for c in merge_cut_row(whole, moved) if c.flat == "Jalan baik")
    assert (head.row, head.rowspan) == (1, 3)


def _moved(cell: Cell, rows: int) -> Cell:
    return Cell(
        row=cell.row + rows,
        col=cell.col,
        rowspan=cell.rowspan,
        colspan=cell.colspan,
        lines=cell.lines,
        place=cell.place,
    )
