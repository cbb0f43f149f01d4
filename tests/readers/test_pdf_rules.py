"""Ruling lines: strokes, thin fills, double borders, forms, white shapes, fills."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from reportlab.lib.colors import Color, black, lightgrey, white

from extractors.readers.pdf.glyphs import Frame
from extractors.readers.pdf.grid import find_grids, merge_rules
from extractors.readers.pdf.rules import Drawing, Rule, page_drawing
from tests.extractors.pages import HEIGHT, Sheet, only_table, read, rows_of

XS, YS = (60.0, 120.0, 200.0), (100.0, 120.0, 140.0)
ROWS = (("Uraian", "Target"), ("Jalan", "80,00"))


def drawing_of(path: Path) -> Drawing:
    document = pdfium.PdfDocument(path)
    page = document[0]
    try:
        return page_drawing(page, Frame.of(page))
    finally:
        page.close()
        document.close()


def shape(path: Path) -> tuple[list[tuple[float, float]], list[tuple[int, int]]]:
    """Column count and row count of each grid on a page, with the left and upper border."""
    grids, _ = find_grids(merge_rules(drawing_of(path).rules))
    corners = [(round(grid.xs[0]), round(grid.ys[0])) for grid in grids]
    return corners, [(grid.rows, grid.cols) for grid in grids]


def test_strokes(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.rules(XS, YS)
    rules = drawing_of(sheet.path).rules
    assert sum(rule.vertical for rule in rules) == 3
    assert sorted(round(rule.top) for rule in rules if not rule.vertical) == [100, 120, 140]
    assert shape(sheet.path) == ([(60, 100)], [(2, 2)])


def test_thin_filled_rectangles_are_lines(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        for y in YS:
            sheet.box(XS[0], y - 0.24, XS[-1], y + 0.24, fill=black, stroke=None)
        for x in XS:
            sheet.box(x - 0.24, YS[0], x + 0.24, YS[-1], fill=black, stroke=None)
        sheet.fill(ROWS, XS, YS)
    assert shape(sheet.path) == ([(60, 100)], [(2, 2)])
    assert rows_of(only_table(sheet.path)) == [list(row) for row in ROWS]


def test_borders_drawn_cell_by_cell_with_corner_squares(tmp_path: Path) -> None:
    """Word's PDF export draws each side of each cell as a small fill, with a square at every corner."""
    with Sheet(tmp_path / "a.pdf") as sheet:
        for y in YS:
            for x0, x1 in pairwise(XS):
                sheet.box(x0 + 0.48, y, x1, y + 0.48, fill=black, stroke=None)
        for x in XS:
            for y0, y1 in pairwise(YS):
                sheet.box(x, y0 + 0.48, x + 0.48, y1, fill=black, stroke=None)
            for y in YS:
                sheet.box(x, y, x + 0.48, y + 0.48, fill=black, stroke=None)
    assert shape(sheet.path)[1] == [(2, 2)]


def test_double_borders_are_one(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        for shift in (-0.75, 0.75):
            sheet.rules([x + shift for x in XS], [y + shift for y in YS])
    assert shape(sheet.path)[1] == [(2, 2)]


def test_dashed_lines_are_whole(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        for y in YS:
            for k in range(35):
                sheet.line(60 + 4 * k, y, 62.5 + 4 * k, y)
        for x in XS:
            sheet.line(x, YS[0], x, YS[-1])
    assert shape(sheet.path)[1] == [(2, 2)]


def test_white_shapes_are_no_lines(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        for y in YS:
            sheet.line(XS[0], y, XS[-1], y, color=white)
        sheet.box(60, 200, 300, 260, stroke=white)
        sheet.box(60, 300, 300, 300.5, fill=white, stroke=None)
    assert drawing_of(sheet.path).rules == ()


def test_transparent_shapes_are_no_lines(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.box(60, 100, 200, 140, stroke=Color(0, 0, 0, alpha=0))
    assert drawing_of(sheet.path).rules == ()


def test_fills_give_no_lines(tmp_path: Path) -> None:
    """A grey heading and zebra rows are backgrounds; the figures under them stay in one table."""
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.box(60, 100, 200, 120, fill=lightgrey, stroke=None)
        sheet.box(60, 130, 200, 135, fill=Color(0.9, 0.9, 1), stroke=None)
        sheet.rules(XS, YS)
    drawing = drawing_of(sheet.path)
    assert len(drawing.rules) == 6
    assert len(drawing.fills) == 2
    assert shape(sheet.path)[1] == [(2, 2)]


def test_a_drawn_and_filled_rectangle_gives_its_four_sides(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.box(60, 100, 200, 140, fill=lightgrey)
    drawing = drawing_of(sheet.path)
    assert sorted(rule.vertical for rule in drawing.rules) == [False, False, True, True]
    assert len(drawing.fills) == 1


def test_slanted_lines_and_curves_are_left_out(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.line(60, 100, 200, 300)
        sheet.canvas.circle(300, 300, 40)
        sheet.canvas.wedge(400, 400, 480, 480, 0, 70)
    assert [rule for rule in drawing_of(sheet.path).rules if rule.length > 45] == []


def form(sheet: Sheet, name: str = "kisi") -> None:
    """A form XObject that holds the lattice around its own origin."""
    canvas = sheet.canvas
    canvas.beginForm(name, 0, 0, 400, 400)
    canvas.setLineWidth(0.5)
    for y in (0, 20, 40):
        canvas.line(0, y, 140, y)
    for x in (0, 60, 140):
        canvas.line(x, 0, x, 40)
    canvas.endForm()


def test_lines_inside_a_form(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        form(sheet)
        sheet.canvas.translate(60, HEIGHT - 140)
        sheet.canvas.doForm("kisi")
    assert shape(sheet.path) == ([(60, 100)], [(2, 2)])


def test_lines_inside_a_scaled_form(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        form(sheet)
        sheet.canvas.translate(60, HEIGHT - 180)
        sheet.canvas.scale(2, 2)
        sheet.canvas.doForm("kisi")
    grids, _ = find_grids(merge_rules(drawing_of(sheet.path).rules))
    assert [round(x) for x in grids[0].xs] == [60, 180, 340]
    assert [round(y) for y in grids[0].ys] == [100, 140, 180]


def test_lines_inside_a_turned_form(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        form(sheet)
        sheet.canvas.translate(100, HEIGHT - 300)
        sheet.canvas.rotate(90)
        sheet.canvas.doForm("kisi")
    grids, _ = find_grids(merge_rules(drawing_of(sheet.path).rules))
    assert [round(x) for x in grids[0].xs] == [60, 80, 100]
    assert [round(y) for y in grids[0].ys] == [160, 240, 300]


def test_lines_inside_nested_forms(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        form(sheet)
        sheet.canvas.beginForm("luar", 0, 0, 400, 400)
        sheet.canvas.translate(10, 20)
        sheet.canvas.doForm("kisi")
        sheet.canvas.endForm()
        sheet.canvas.translate(50, HEIGHT - 160)
        sheet.canvas.doForm("luar")
    assert shape(sheet.path) == ([(60, 100)], [(2, 2)])


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_lines_on_a_turned_page(tmp_path: Path, rotate: int) -> None:
    with Sheet(tmp_path / "a.pdf", rotate=rotate) as sheet:
        sheet.rules((60, 120, 200, 300), YS)
    assert shape(sheet.path) == ([(60, 100)], [(2, 3)])


def test_rules_of_one_line_in_pieces_are_joined_and_others_not() -> None:
    pieces = [Rule(60, 100, 100, 100), Rule(102, 100.4, 160, 100.4), Rule(180, 100, 220, 100)]
    joined = merge_rules([*pieces, Rule(60, 108, 160, 108)])
    assert [(round(r.x0), round(r.x1), round(r.top)) for r in joined] == [
        (60, 160, 100),
        (180, 220, 100),
        (60, 160, 108),
    ]


def test_a_picture_page_without_text_is_said(tmp_path: Path) -> None:
    from tests.small_files import write_picture_pdf

    notes = read(write_picture_pdf(tmp_path / "pindai.pdf")).notes
    assert [(note.kind, note.page) for note in notes] == [("no-text-layer", 1)]
