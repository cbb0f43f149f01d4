"""Turned text: headings that run up the page, pages turned as a whole, and their places on the page as shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemas.provenance import PdfPlace
from tests.extractors.pages import HEIGHT, WIDTH, Sheet, read

ROWS = [("No", "Indikator Kinerja", "Target", "Realisasi", "Capaian (%)")]
ROWS += [(str(n), f"Persentase layanan nomor {n}", "80,00", f"{70 + n},20", f"{90 + n},25") for n in range(1, 9)]
XS = (60.0, 90.0, 300.0, 370.0, 440.0, 520.0)


def turned_page(path: Path, angle: int) -> None:
    """A table drawn by a writer that turns its content instead of the page."""
    with Sheet(path) as sheet:
        if angle == 90:
            sheet.canvas.transform(0, 1, -1, 0, WIDTH, 0)
        else:
            sheet.canvas.transform(0, -1, 1, 0, 0, HEIGHT)
        sheet.canvas.translate(0, WIDTH - HEIGHT)
        sheet.text(60, 70, "Tabel 3.1 Capaian Kinerja Tahun 2022")
        sheet.table(ROWS, xs=XS, top=100)


@pytest.mark.parametrize("angle", [90, 270])
def test_a_page_of_turned_text_is_read_upright(tmp_path: Path, angle: int) -> None:
    turned_page(tmp_path / "a.pdf", angle)
    printed = read(tmp_path / "a.pdf")
    (table,) = printed.tables
    assert [cell.flat for cell in table.cells] == [text for row in ROWS for text in row]
    assert (table.caption, table.header_rows) == ("Tabel 3.1 Capaian Kinerja Tahun 2022", 1)


@pytest.mark.parametrize(("angle", "lower"), [(90, False), (270, True)])
def test_places_are_those_of_the_page_as_shown(tmp_path: Path, angle: int, lower: bool) -> None:
    turned_page(tmp_path / "a.pdf", angle)
    (table,) = read(tmp_path / "a.pdf").tables
    first, second = (c.place for c in table.cells if c.row == 1 and c.col in (0, 1))
    assert isinstance(first, PdfPlace)
    assert isinstance(second, PdfPlace)
    assert first.bbox.width == pytest.approx(20, abs=1.5)
    assert first.bbox.height == pytest.approx(30, abs=1.5)
    assert (second.bbox.top > first.bbox.top) is lower
    for cell in table.cells:
        assert isinstance(cell.place, PdfPlace)
        assert 0 <= cell.place.bbox.x0 < cell.place.bbox.x1 <= WIDTH
        assert 0 <= cell.place.bbox.top < cell.place.bbox.bottom <= HEIGHT


def test_a_turned_heading_is_read_from_its_beginning(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.rules((60, 200, 230, 300), (100, 180, 200, 220))
        sheet.text(63, 130, "Indikator Kinerja")
        sheet.turned(220, 175, "Satuan ukur")
        sheet.text(240, 130, "Target")
        for top, texts in ((185, ("Jalan mantap", "%", "80,00")), (205, ("Air bersih", "%", "75,00"))):
            for x, text in zip((63, 203, 240), texts, strict=True):
                sheet.text(x, top, text)
    (table,) = read(sheet.path).tables
    assert next(c.flat for c in table.cells if (c.row, c.col) == (0, 1)) == "Satuan ukur"


def test_a_page_on_its_head_is_read_upright(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.canvas.transform(-1, 0, 0, -1, WIDTH, HEIGHT)
        for row in range(12):
            sheet.text(60, 60 + 20 * row, f"Realisasi kinerja {80 + row},20 persen")
    lines = read(sheet.path).lines
    assert lines[0].text == "Realisasi kinerja 80,20 persen"
    assert isinstance(lines[0].place, PdfPlace)
    assert lines[0].place.bbox.top > HEIGHT / 2
