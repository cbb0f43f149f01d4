"""Words with their places: turned pages, crop boxes, turned text, hyphens, words over a rule."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from extractors.readers.pdf.glyphs import CharBoxes, Frame, Word, page_text, page_words, split_at
from tests.extractors.pages import HEIGHT, WIDTH, Sheet, only_table, read, rows_of

X, TOP = 100.0, 200.0


def words_of(path: Path) -> dict[str, Word]:
    document = pdfium.PdfDocument(path)
    page = document[0]
    textpage = page.get_textpage()
    try:
        return {word.text: word for word in page_words(textpage, Frame.of(page))}
    finally:
        textpage.close()
        page.close()
        document.close()


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_places_are_those_of_the_page_as_shown(tmp_path: Path, rotate: int) -> None:
    with Sheet(tmp_path / "a.pdf", rotate=rotate) as sheet:
        sheet.text(X, TOP, "Sasaran")
    word = words_of(sheet.path)["Sasaran"]
    assert (word.x0, word.top, word.x1, word.bottom) == pytest.approx((X, TOP, X + 39, TOP + 10), abs=3)
    assert not word.vertical


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_crop_box_moves_the_origin(tmp_path: Path, rotate: int) -> None:
    own = (HEIGHT, WIDTH) if rotate in (90, 270) else (WIDTH, HEIGHT)
    crop = (50.0, 20.0, own[0] - 60, own[1] - 40)
    with Sheet(tmp_path / "a.pdf", rotate=rotate, crop=crop) as sheet:
        sheet.text(X, TOP, "Sasaran")
    whole = tmp_path / "whole.pdf"
    with Sheet(whole, rotate=rotate) as sheet:
        sheet.text(X, TOP, "Sasaran")
    cut, full = words_of(tmp_path / "a.pdf")["Sasaran"], words_of(whole)["Sasaran"]
    shift = {0: (50, 40), 90: (20, 50), 180: (60, 20), 270: (40, 60)}[rotate]
    assert (full.x0 - cut.x0, full.top - cut.top) == pytest.approx(shift, abs=0.1)
    assert (full.x1 - cut.x1, full.bottom - cut.bottom) == pytest.approx(shift, abs=0.1)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_frame_maps_corners_of_the_visible_box(rotate: int) -> None:
    frame = Frame(50, 100, 550, 750, rotate)
    width, height = (650, 500) if rotate in (90, 270) else (500, 650)
    assert (frame.width, frame.height) == (width, height)
    assert frame.box(50, 100, 550, 750) == (0, 0, width, height)


def upright(sheet: Sheet) -> None:
    sheet.text(50, 100, "Target", size=10)


def upwards(sheet: Sheet) -> None:
    sheet.turned(60, 300, "Target", size=10)


@pytest.mark.parametrize(("draw", "vertical"), [(upright, False), (upwards, True)])
def test_turned_text_is_one_word_marked_vertical(tmp_path: Path, draw: Callable[[Sheet], None], vertical: bool) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        draw(sheet)
    word = words_of(sheet.path)["Target"]
    assert word.vertical is vertical
    assert (word.height > word.x1 - word.x0) is vertical


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_turned_page_reads_like_an_unturned_one(tmp_path: Path, rotate: int) -> None:
    rows = [["No", "Indikator Kinerja", "Target"], ["1", "Jalan mantap", "80,00"], ["2", "Air minum", "60,00"]]
    with Sheet(tmp_path / "a.pdf", rotate=rotate) as sheet:
        sheet.text(60, 90, "Tabel 3.1 Perjanjian Kinerja Tahun 2023")
        sheet.table(rows)
        sheet.text(60, 200, "Sumber: data olahan tahun 2023")
    printed = read(sheet.path)
    assert [rows_of(table) for table in printed.tables] == [rows]
    assert printed.tables[0].caption == "Tabel 3.1 Perjanjian Kinerja Tahun 2023"
    assert [line.text for line in printed.lines][-1] == "Sumber: data olahan tahun 2023"


def test_narrow_letters_in_one_column_are_no_single_word(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.text(50, 100, "Realisasi")
        sheet.text(50, 114, "Tahun")
    assert [line.text for line in read(sheet.path).lines] == ["Realisasi", "Tahun"]


def test_hyphen_at_a_line_end_stays_with_its_own_line(tmp_path: Path) -> None:
    """pdfium joins a word that a hyphen parts over two lines; both halves keep their printed line."""
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.text(50, 100, "Peningkatan produk-")
        sheet.text(50, 112, "tivitas tenaga kerja")
    assert [line.text for line in read(sheet.path).lines] == ["Peningkatan produk-", "tivitas tenaga kerja"]


def test_hyphen_inside_a_line_is_kept(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.text(50, 100, "rata-rata capaian 2021-2026 sebesar -3,25")
    assert [line.text for line in read(sheet.path).lines] == ["rata-rata capaian 2021-2026 sebesar -3,25"]


def test_words_in_two_cells_that_touch_the_rule_are_cut_at_it(tmp_path: Path) -> None:
    """`94,54` and `87,12` set edge to edge over a border are two figures, not one word."""
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.rules((60, 200, 260, 320), (100, 120, 140))
        sheet.fill((("Indikator", "Target", "Realisasi"),), (60, 200, 260), (100,))
        sheet.text(63, 124, "Jalan mantap")
        sheet.text(259.5, 124, "1.294,54", end=True)
        sheet.text(260.5, 124, "87,12")
    assert rows_of(only_table(sheet.path))[1] == ["Jalan mantap", "1.294,54", "87,12"]


def test_a_long_word_in_a_merged_cell_is_not_cut(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.rules((60, 120, 180, 240), (120, 140))
        for x in (60, 240):
            sheet.line(x, 100, x, 120)
        sheet.line(60, 100, 240, 100)
        sheet.text(80, 104, "Pertanggungjawaban/Akuntabilitas")
        sheet.fill((("a", "b", "c"),), (60, 120, 180), (120,))
    assert rows_of(only_table(sheet.path))[0][0] == "Pertanggungjawaban/Akuntabilitas"


def test_split_at_cuts_where_the_middle_of_a_letter_is_past_the_rule(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.text(100, 100, "12345678")
    document = pdfium.PdfDocument(sheet.path)
    page = document[0]
    textpage = page.get_textpage()
    try:
        frame = Frame.of(page)
        word = page_words(textpage, frame)[0]
        middle = (word.x0 + word.x1) / 2
        pieces = split_at(word, CharBoxes(textpage, frame), page_text(textpage), [middle])
        assert [piece.text for piece in pieces] == ["1234", "5678"]
        whole = split_at(word, CharBoxes(textpage, frame), page_text(textpage), [word.x1 + 5])
        assert [piece.text for piece in whole] == ["12345678"]
    finally:
        textpage.close()
        page.close()
        document.close()


def test_letters_outside_the_basic_plane_do_not_shift_the_words(tmp_path: Path) -> None:
    """Positions in the text are character indices, whatever stands before."""
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.text(50, 100, "≥ 85 • ½ – Rp 1.000")
        sheet.text(50, 130, "Sasaran")
    word = words_of(sheet.path)["Sasaran"]
    assert (word.x0, word.top) == pytest.approx((50, 128), abs=4)
