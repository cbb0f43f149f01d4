"""Broken words of narrow cells: joined only where a line is full and the whole word stands elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.broken_words import mend_words
from schemas.printed import Cell, FileKind, Line, PrintedDocument, SourceFile, Table, TableMethod, TablePart
from schemas.provenance import BBox, PdfPlace
from tests.extractors.grids import line

LETTER = 5.0
MARGIN = 4.0
WIDTH = 7
"""Letters that the narrow cell has room for."""


def cell(*texts: str, letters: int = WIDTH) -> Cell:
    """A cell with room for so many letters of one width, its lines at its left margin."""
    box = BBox(x0=60, top=90, x1=60 + 2 * MARGIN + LETTER * letters, bottom=300)
    lines = tuple(line(text, top=100 + 12 * k, x0=60 + MARGIN) for k, text in enumerate(texts))
    return Cell(row=0, col=0, lines=lines, place=PdfPlace(page=1, bbox=box))


def document(one: Cell, *texts: str, kind: FileKind = FileKind.PDF) -> PrintedDocument:
    part = TablePart(place=one.place, first_row=0, last_row=0)
    table = Table(rows=1, cols=1, cells=(one,), parts=(part,), method=TableMethod.RULED)
    lines: tuple[Line, ...] = tuple(line(text, top=400 + 12 * k) for k, text in enumerate(texts))
    source = SourceFile(path="lap.pdf", sha256="0" * 64, size_bytes=1, kind=kind)
    return PrintedDocument(source=source, pages=1, blocks=(table, *lines))


def mended(one: Cell, *texts: str) -> tuple[str, ...]:
    return tuple(part.text for part in mend_words(document(one, *texts)).tables[0].cells[0].lines)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Budiday", "a ikan"), ("Budidaya", "ikan")),
        (("Cakupan", "pengair", "an desa"), ("Cakupan", "pengairan", "desa")),
        (("Persent", "ase", "budiday", "a"), ("Persentase", "budidaya")),
        (("Keterse", "diaan", "benih"), ("Ketersediaan", "benih")),
    ],
)
def test_pieces_that_fill_their_lines_make_a_word_of_the_document(
    texts: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert mended(cell(*texts), "Budidaya ikan, pengairan, dan ketersediaan benih membaik.") == expected


def test_a_word_in_three_pieces_and_its_place() -> None:
    whole = mend_words(document(cell("Penyele", "nggaraa", "n")))
    (only,) = whole.tables[0].cells[0].lines
    assert only.text == "Penyelenggaraan"
    assert isinstance(only.place, PdfPlace) and (only.place.bbox.top, only.place.bbox.bottom) == (100, 134)


@pytest.mark.parametrize(
    ("texts", "sentences"),
    [
        (("Budiday", "a ikan"), ("Panen ikan membaik.",)),
        (("Budi", "daya ikan"), ("Budidaya ikan membaik.",)),
        (("Sama", "rata air"), ("Samarata berarti sama dan rata.",)),
        (("Pintu12", "3 baru"), ("Pintu123 baru dipasang.",)),
        (("12.345.", "678"), ("Nilai 12.345.678 rupiah.",)),
    ],
    ids=["unknown word", "line not full", "whole words", "with digits", "figures"],
)
def test_without_proof_nothing_is_joined(texts: tuple[str, ...], sentences: tuple[str, ...]) -> None:
    assert mended(cell(*texts), *sentences) == texts


def test_two_words_that_both_stand_alone_elsewhere_stay_two() -> None:
    assert mended(cell("Tanggap", "bencana"), "Tanggapbencana: tanggap dan bencana.") == ("Tanggap", "bencana")


def test_a_word_file_breaks_no_words() -> None:
    printed = document(cell("Budiday", "a ikan"), "Budidaya ikan.", kind=FileKind.DOCX)
    assert mend_words(printed) is printed
    assert mend_words(replace(printed, source=replace(printed.source, kind=FileKind.PDF))) is not printed
