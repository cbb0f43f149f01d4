"""Our tables of ruled pages against those of pdfplumber's own path."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.readers.pdf.plumber import read_page_slowly
from extractors.tables import Piece
from tests.extractors.pages import WIDTH, Sheet, read, rows_of

WORDS = ("Jalan", "mantap", "80,00", "1.250.000", "-", "Rp", "dan", "(95%)", "12/15", "Nilai", "> 85", "A")
TEXT = st.lists(st.sampled_from(WORDS), min_size=0, max_size=2).map(" ".join)


@st.composite
def ruled(draw: st.DrawFn) -> tuple[list[float], list[list[str]]]:
    """Column borders and texts that fit; the first row and column are filled so that no table is blank."""
    cols = draw(st.integers(2, 4))
    widths = draw(st.lists(st.floats(105, 125), min_size=cols, max_size=cols))
    xs = [40.0]
    for width in widths:
        xs.append(round(xs[-1] + width, 2))
    rows = draw(st.lists(st.lists(TEXT, min_size=cols, max_size=cols), min_size=1, max_size=6))
    head = [f"Kolom {k}" for k in range(cols)]
    return xs, [head, *([f"Baris {k}", *row[1:]] for k, row in enumerate(rows))]


def plumbers_tables(path: Path) -> list[list[list[str]]]:
    """pdfplumber's rows of all pages; blank for squares that a merged cell covers."""
    found = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            try:
                found += [
                    [[" ".join((text or "").split()) for text in row] for row in table]
                    for table in page.extract_tables()
                ]
            finally:
                page.close()
    return found


def our_tables(path: Path) -> list[list[list[str]]]:
    return [rows_of(table) for table in read(path).tables]


@given(table=ruled(), top=st.floats(60, 400), height=st.floats(16, 40))
@settings(max_examples=15, deadline=None)
def test_cells_of_a_full_lattice(table: tuple[list[float], list[list[str]]], top: float, height: float) -> None:
    xs, rows = table
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        with Sheet(path) as sheet:
            sheet.table(rows, xs=xs, top=round(top, 2), height=round(height, 2))
        ours = our_tables(path)
        assert ours == plumbers_tables(path)
    assert ours == [[[" ".join(text.split()) for text in row] for row in rows]]


@given(table=ruled(), data=st.data())
@settings(max_examples=15, deadline=None)
def test_cells_of_a_lattice_with_merged_squares(
    table: tuple[list[float], list[list[str]]], data: st.DataObject
) -> None:
    """One column's rules are left out between some rows: cells merged downwards, as a sasaran over its rows."""
    xs, rows = table
    merged = data.draw(st.sets(st.integers(1, max(1, len(rows) - 1)), max_size=len(rows)))
    texts = [[*row] for row in rows]
    for row in merged & set(range(2, len(rows))):
        texts[row][0] = ""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        with Sheet(path) as sheet:
            merged_lattice(sheet, xs, texts, merged)
        assert our_tables(path) == plumbers_tables(path)


def merged_lattice(sheet: Sheet, xs: Sequence[float], rows: list[list[str]], merged: set[int]) -> None:
    ys = [100.0 + 20 * k for k in range(len(rows) + 1)]
    for k, y in enumerate(ys):
        sheet.line(xs[1] if k in merged and 1 < k < len(rows) else xs[0], y, xs[-1], y)
    for x in xs:
        sheet.line(x, ys[0], x, ys[-1])
    sheet.fill(rows, xs, ys)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_cells_on_turned_pages(tmp_path: Path, rotate: int) -> None:
    rows = [["No", "Indikator Kinerja", "Target"], ["1", "Jalan mantap", "80,00"], ["2", "", "60,00"]]
    with Sheet(tmp_path / "a.pdf", rotate=rotate) as sheet:
        sheet.table(rows)
    assert our_tables(sheet.path) == [rows]
    if rotate in (0, 90, 270):
        assert plumbers_tables(sheet.path) == [rows]


def test_several_tables_on_several_pages(tmp_path: Path) -> None:
    rows = [["Uraian", "Pagu"], ["Jalan", "1.250.000"]]
    with Sheet(tmp_path / "a.pdf") as sheet:
        for page in range(3):
            if page:
                sheet.next_page()
            sheet.text(60, 80, f"Tabel 3.{page + 1} Anggaran Tahun 2023")
            sheet.table(rows, xs=(60, 200, 320))
            sheet.text(60, 400, f"Tabel 4.{page + 1} Anggaran Tahun 2022")
            sheet.table(rows, xs=(60, 200, 320), top=440)
    assert our_tables(sheet.path) == plumbers_tables(sheet.path) == [rows] * 6


def test_the_fallback_reads_the_same_cells(tmp_path: Path) -> None:
    rows = [["No", "Indikator Kinerja", "Target"], ["1", "Jalan mantap", "80,00"], ["2", "Air", "60,00"]]
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.text(60, 60, "Uraian di atas tabel")
        sheet.table(rows)
    content = read_page_slowly(str(sheet.path), 1)
    tables = [item.table for item in content.items if isinstance(item, Piece)]
    assert [rows_of(table) for table in tables] == our_tables(sheet.path) == [rows]
    assert content.width == WIDTH
    fast, slow = read(sheet.path).tables[0].place, tables[0].place
    assert vars_of(fast) == pytest.approx(vars_of(slow), abs=1)


def vars_of(place: object) -> tuple[float, ...]:
    box = place.bbox  # type: ignore[attr-defined]
    return box.x0, box.top, box.x1, box.bottom
