"""Stacked fractions in cells: as equations set them, as typists underline them, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extractors.pages import Sheet, only_table

XS = (60.0, 200.0, 420.0, 480.0)


def formula_cell(path: Path) -> list[str]:
    table = only_table(path)
    return [line.text for line in next(c for c in table.cells if (c.row, c.col) == (1, 1)).lines]


def begin(sheet: Sheet, height: float = 60) -> None:
    sheet.rules(XS, (100, 120, 120 + height))
    sheet.fill((("Indikator", "Realisasi", "Capaian"),), XS, (100,))
    sheet.text(63, 130, "Jalan mantap")
    sheet.text(423, 130, "98,50")


@pytest.mark.parametrize("tail", ["x 100", "× 100% = 94,55", "= 94,55", "x100 = 94,55%", "X 100 % = 94,55 %"])
def test_equation_with_the_rest_at_the_height_of_the_bar(tmp_path: Path, tail: str) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        begin(sheet)
        sheet.text(220, 128, "780.417")
        sheet.line(216, 142, 262, 142)
        sheet.text(220, 146, "825.465")
        sheet.text(266, 137, tail)
    assert formula_cell(sheet.path) == [f"(780.417) / (825.465) {tail}"]


def test_underlined_numerator_with_the_rest_behind_it(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        begin(sheet)
        sheet.text(220, 128, "676 orang x 100 = 2,50")
        sheet.line(219, 139.5, 262, 139.5)
        sheet.text(220, 142, "27.035 orang")
    assert formula_cell(sheet.path) == ["(676 orang) / (27.035 orang) x 100 = 2,50"]


def test_worded_fraction_over_several_lines(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        begin(sheet, 90)
        sheet.text(210, 128, "Jumlah jalan mantap")
        sheet.line(206, 142, 306, 142)
        sheet.text(210, 146, "Jumlah seluruh jalan")
        sheet.text(210, 157, "kabupaten")
        sheet.text(312, 137, "x 100 %")
    assert formula_cell(sheet.path) == ["(Jumlah jalan mantap) / (Jumlah seluruh jalan kabupaten) x 100 %"]


def test_two_fractions_in_one_cell(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        begin(sheet, 110)
        for top, over, under in ((126, "40", "50"), (170, "30", "60")):
            sheet.text(222, top, over)
            sheet.line(216, top + 14, 246, top + 14)
            sheet.text(222, top + 18, under)
            sheet.text(250, top + 9, "x 100")
    assert formula_cell(sheet.path) == ["(40) / (50) x 100", "(30) / (60) x 100"]


def test_words_round_a_fraction_keep_their_lines(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        begin(sheet, 90)
        sheet.text(210, 124, "Dihitung dengan:")
        sheet.text(220, 148, "40")
        sheet.line(216, 162, 246, 162)
        sheet.text(220, 166, "50")
        sheet.text(250, 157, "x 100 = 80")
    assert formula_cell(sheet.path) == ["Dihitung dengan:", "(40) / (50) x 100 = 80"]


@pytest.mark.parametrize("over", ["Sub judul", "80,00"])
def test_an_underline_without_factor_is_no_fraction(tmp_path: Path, over: str) -> None:
    """Emphasis: the words under an underlined heading are not its denominator."""
    with Sheet(tmp_path / "a.pdf") as sheet:
        begin(sheet)
        sheet.text(210, 128, over)
        sheet.line(209, 139.5, 260, 139.5)
        sheet.text(210, 142, "keterangan lain")
    assert formula_cell(sheet.path) == [over, "keterangan lain"]


def test_an_underlined_last_line_is_no_fraction(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        begin(sheet)
        sheet.text(210, 128, "keterangan")
        sheet.text(210, 142, "676 x 100 = 2,50")
        sheet.line(209, 153.5, 240, 153.5)
    assert formula_cell(sheet.path) == ["keterangan", "676 x 100 = 2,50"]


def test_a_cell_without_bar_keeps_its_lines(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        begin(sheet)
        sheet.text(210, 128, "676 x 100")
        sheet.text(210, 142, "27.035")
    assert formula_cell(sheet.path) == ["676 x 100", "27.035"]
