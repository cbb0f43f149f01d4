"""The words with a figure keep their own edges, outside tables and on pages that stand upright."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from pipeline.writers.documents_json import plain
from schemas.printed import Line
from tests.extractors.pages import FONT, Sheet, read

TEXT = "Realisasi belanja Rp 1.250.000,- atau 92,40 % dari pagu."


def only_line(path: Path) -> Line:
    (line,) = read(path).lines
    return line


def test_words_with_a_digit_or_per_cent_sign_have_boxes(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.text(72, 100, TEXT)
    line = only_line(tmp_path / "a.pdf")
    assert [line.text[start:end] for start, end, _, _ in line.boxes] == ["1.250.000,-", "92,40", "%"]
    for start, end, x0, x1 in line.boxes:
        assert x0 == pytest.approx(72 + stringWidth(TEXT[:start], FONT, 10), abs=1.5)
        assert x1 == pytest.approx(72 + stringWidth(TEXT[:end], FONT, 10), abs=1.5)


def test_a_line_without_figure_and_the_lines_of_a_table_have_none(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.text(72, 60, "Tidak ada bilangan di sini.")
        sheet.table([["No", "Uraian", "Target", "Realisasi", "Capaian"], ["1", "Jalan", "90", "91", "101"]])
    printed = read(tmp_path / "a.pdf")
    assert [line.boxes for line in printed.lines] == [()]
    cells = [line for table in printed.tables for cell in table.cells for line in cell.lines]
    assert len(cells) == 10 and not any(line.boxes for line in cells)


def test_a_page_read_sideways_has_none(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        for column in range(6):
            sheet.turned(100 + 20 * column, 700, TEXT)
    lines = read(tmp_path / "a.pdf").lines
    assert lines and not any(line.boxes for line in lines)


def test_boxes_are_not_written(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.text(72, 100, TEXT)
    written = plain(only_line(tmp_path / "a.pdf"))
    assert written["text"] == TEXT and "boxes" not in written
