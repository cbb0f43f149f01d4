"""From lines to grids: merged cells, cut rows, bars that are no rows, words in cells."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.colors import lightgrey

from extractors.readers.pdf.grid import Grid, closing_rules, find_grids, merge_rules, square_map
from extractors.readers.pdf.rules import Rule
from tests.extractors.pages import Sheet, only_table, read, rows_of

XS = (60.0, 100.0, 200.0, 300.0)
YS = (100.0, 120.0, 140.0, 160.0)


def lattice(xs: tuple[float, ...] = XS, ys: tuple[float, ...] = YS) -> list[Rule]:
    return [*(Rule(xs[0], y, xs[-1], y) for y in ys), *(Rule(x, ys[0], x, ys[-1]) for x in xs)]


def one_grid(rules: list[Rule]) -> Grid:
    grids, _ = find_grids(merge_rules(rules))
    assert len(grids) == 1
    return grids[0]


def spans(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """Cells that cover more than one square."""
    return {(c.row, c.col): (c.rowspan, c.colspan) for c in grid.cells if (c.rowspan, c.colspan) != (1, 1)}


def test_rows_and_columns_are_numbered_from_the_upper_left() -> None:
    grid = one_grid(lattice())
    assert (grid.rows, grid.cols) == (3, 3)
    assert [(c.row, c.col) for c in grid.cells] == [(r, c) for r in range(3) for c in range(3)]
    assert grid.xs == pytest.approx(XS)
    assert grid.ys == pytest.approx(YS)
    assert grid.closed_top
    assert grid.closed_bottom


def test_merged_cells_cover_their_squares() -> None:
    rules = [
        *(Rule(60, y, 300, y) for y in (100, 140, 160)),
        Rule(100, 120, 300, 120),
        *(Rule(x, 100, x, 160) for x in (60, 100, 300)),
        Rule(200, 120, 200, 160),
    ]
    grid = one_grid(rules)
    assert spans(grid) == {(0, 0): (2, 1), (0, 1): (1, 2)}
    squares = square_map(grid)
    assert len(squares) == 9
    assert squares[(0, 0)] == squares[(1, 0)]
    assert squares[(0, 1)] == squares[(0, 2)]


@pytest.mark.parametrize("jitter", [0.4, 1.2, 2.0])
def test_borders_that_differ_by_less_than_a_line_are_one(jitter: float) -> None:
    rules = [
        *(Rule(60, y, 300, y) for y in YS),
        *(Rule(x, 100, x, 130) for x in XS),
        *(Rule(x + jitter, 130, x + jitter, 160) for x in XS),
    ]
    assert one_grid(rules).cols == 3


def test_two_tables_apart_are_two_grids() -> None:
    below = lattice(ys=(300.0, 320.0, 340.0))
    grids, loose = find_grids(merge_rules([*lattice(), *below]))
    assert [(grid.rows, grid.cols) for grid in grids] == [(3, 3), (2, 3)]
    assert loose == []


def test_a_single_box_is_no_table() -> None:
    assert find_grids(merge_rules(lattice((60.0, 300.0), (100.0, 160.0)))) == ([], [])


@pytest.mark.parametrize(
    "bar",
    [
        pytest.param(Rule(120, 130, 180, 130), id="fraction-bar"),
        pytest.param(Rule(102, 130, 160, 130), id="underline-near-one-side"),
        pytest.param(Rule(220, 128, 280, 128), id="underline"),
    ],
)
def test_bars_inside_cells_are_no_rows(bar: Rule) -> None:
    grids, loose = find_grids(merge_rules([*lattice(), bar]))
    assert [(grid.rows, grid.cols) for grid in grids] == [(3, 3)]
    assert [(r.x0, r.x1) for r in loose] == [(bar.x0, bar.x1)]


def test_underlines_outside_tables_are_loose() -> None:
    grids, loose = find_grids(merge_rules([*lattice(), Rule(60, 60, 300, 60), Rule(60, 700, 120, 700)]))
    assert len(grids) == 1
    assert sorted(r.top for r in loose) == [60, 700]


@pytest.mark.parametrize("edge", ["top", "bottom"])
def test_a_row_cut_by_the_page_edge_is_closed_and_said(edge: str) -> None:
    """The verticals run past the last horizontal rule: the row under it goes on over the page."""
    ends = (80.0, 160.0) if edge == "top" else (100.0, 180.0)
    rules = [*(Rule(60, y, 300, y) for y in YS), *(Rule(x, *ends_of(x, ends)) for x in XS)]
    grid = one_grid(rules)
    assert grid.rows == 4
    assert (grid.closed_top, grid.closed_bottom) == (edge != "top", edge != "bottom")


def ends_of(x: float, ends: tuple[float, float]) -> tuple[float, float, float]:
    return ends[0], x, ends[1]


def test_a_table_cut_at_both_edges_is_open_at_both() -> None:
    rules = [Rule(60, 120, 300, 120), *(Rule(x, 60, x, 780) for x in XS)]
    grid = one_grid(rules)
    assert (grid.rows, grid.closed_top, grid.closed_bottom) == (2, False, False)


def test_closing_lines_only_where_no_rule_ends_the_verticals() -> None:
    verticals = [Rule(x, 100, x, 160) for x in XS]
    whole = [Rule(60, y, 300, y) for y in (100, 160)]
    assert closing_rules(verticals, whole) == []
    closing = closing_rules(verticals, whole[:1])
    assert [(r.x0, r.x1, r.top) for r in closing] == [(60, 300, 160)]


def test_a_lone_vertical_is_not_closed() -> None:
    assert closing_rules([Rule(60, 100, 60, 160)], []) == []


def test_words_stand_in_the_cell_under_their_middle(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.rules((60, 160, 220), (100, 120, 140))
        sheet.fill((("Uraian", "Pagu"), ("", "80,00")), (60, 160), (100, 120))
        sheet.text(59, 124, "Belanja modal")
    assert rows_of(only_table(sheet.path)) == [["Uraian", "Pagu"], ["Belanja modal", "80,00"]]


@pytest.mark.parametrize("end", [124, 206], ids=["left", "right"])
def test_a_figure_that_sticks_out_of_the_table_keeps_all_its_digits(tmp_path: Path, end: float) -> None:
    """Beyond an outer border there is no other cell that the letters could belong to."""
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.rules((65, 130, 200), (100, 120, 140))
        sheet.fill((("Pagu", "Realisasi"), ("", "")), (65, 130), (100, 120))
        sheet.text(end, 124, "1.250.000.000", end=True)
        sheet.text(100 if end > 130 else 160, 124, "95,00", end=True)
    figures = ["95,00", "1.250.000.000"] if end > 130 else ["1.250.000.000", "95,00"]
    assert rows_of(only_table(sheet.path))[1] == figures


def test_cells_keep_their_wrapped_lines(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.table([["Indikator", "Target"], ["Persentase jalan\ndalam kondisi mantap", "80,00"]], xs=(60, 200, 260))
    table = only_table(sheet.path)
    label = next(c for c in table.cells if (c.row, c.col) == (1, 0))
    assert [line.text for line in label.lines] == ["Persentase jalan", "dalam kondisi mantap"]
    assert label.text == "Persentase jalan\ndalam kondisi mantap"


def test_merged_cells_of_a_page(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        for y, x0 in ((100, 60), (120, 160), (140, 60), (160, 60)):
            sheet.line(x0, y, 320, y)
        for x, top in ((60, 100), (160, 100), (240, 120), (320, 100)):
            sheet.line(x, top, x, 160)
        sheet.text(63, 113, "Indikator")
        sheet.text(200, 104, "Tahun 2023")
        sheet.fill((("", "Target", "Realisasi"), ("Jalan mantap", "80", "82")), (60, 160, 240), (120, 140))
    table = only_table(sheet.path)
    merged = {(c.row, c.col): (c.rowspan, c.colspan) for c in table.cells if c.rowspan * c.colspan > 1}
    assert merged == {(0, 0): (2, 1), (0, 1): (1, 2)}
    assert rows_of(table)[2] == ["Jalan mantap", "80", "82"]
    assert table.header_rows == 2


def test_two_headings_parted_by_a_fill_only_are_two_cells(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.box(60, 100, 460, 120, fill=lightgrey, stroke=None)
        for y in (100, 120, 140, 160):
            sheet.line(60, y, 460, y)
        for x, top in ((60, 100), (200, 100), (330, 120), (460, 100)):
            sheet.line(x, top, x, 160)
        sheet.text(100, 104, "Program")
        sheet.text(250, 104, "Pagu")
        sheet.text(370, 104, "Realisasi")
        rows = (("Jalan", "1.000.000", "900.000"), ("Air", "2.000.000", "1.500.000"))
        sheet.fill(rows, (60, 200, 330), (120, 140))
    assert rows_of(only_table(sheet.path))[0] == ["Program", "Pagu", "Realisasi"]


def test_a_wide_heading_over_two_columns_stays_one(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        for y in (100, 120, 140):
            sheet.line(60, y, 460, y)
        for x, top in ((60, 100), (200, 100), (330, 120), (460, 100)):
            sheet.line(x, top, x, 140)
        sheet.text(100, 104, "Program")
        sheet.text(290, 104, "Tahun Anggaran 2023")
        sheet.fill((("Jalan", "1.000.000", "900.000"),), (60, 200, 330), (120,))
    assert rows_of(only_table(sheet.path))[0] == ["Program", "Tahun Anggaran 2023", ""]


def test_vertical_headings_are_one_line(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.rules((60, 200, 240, 280), (100, 180, 200))
        sheet.text(63, 130, "Indikator")
        sheet.turned(225, 170, "Target 2023")
        sheet.turned(265, 170, "Realisasi 2023")
        sheet.fill((("Jalan mantap", "80", "82"),), (60, 200, 240), (180,))
    assert rows_of(only_table(sheet.path))[0] == ["Indikator", "Target 2023", "Realisasi 2023"]


def test_a_frame_round_prose_is_no_table(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.box(50, 50, 550, 750)
        sheet.text(60, 100, "Kata pengantar laporan kinerja tahun 2023")
        sheet.text(60, 114, "disusun sebagai pertanggungjawaban.")
    printed = read(sheet.path)
    assert printed.tables == ()
    assert len(printed.lines) == 2


def test_a_page_frame_does_not_swallow_the_table_inside(tmp_path: Path) -> None:
    rows = [["Indikator Kinerja", "Target"], ["Jalan mantap", "80"]]
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.box(40, 40, 560, 760)
        sheet.text(60, 90, "Uraian di atas tabel")
        sheet.table(rows, xs=(60, 200, 260))
    printed = read(sheet.path)
    assert [rows_of(table) for table in printed.tables] == [rows]
    assert [line.text for line in printed.lines] == ["Uraian di atas tabel"]


def test_text_and_tables_stand_in_reading_order(tmp_path: Path) -> None:
    rows = [["Indikator Kinerja", "Target"], ["Jalan mantap", "80"]]
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.text(60, 300, "Sesudah")
        sheet.table(rows, xs=(60, 200, 260), top=200)
        sheet.text(60, 150, "Sebelum")
    blocks = [type(block).__name__ for block in read(sheet.path).blocks]
    assert blocks == ["Line", "Table", "Line"]
