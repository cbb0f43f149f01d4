"""pdfplumber's own path: the fallback for a page where pdfium gives nothing usable, and the oracle of our tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pdfplumber

from extractors.readers.pdf.borderless import find_borderless
from extractors.readers.pdf.glyphs import Word
from extractors.readers.pdf.page import PageContent, in_order
from extractors.readers.pdf.textlines import cell_lines
from extractors.tables import Piece
from schemas.printed import Cell, Table, TableMethod, TablePart
from schemas.provenance import BBox, PdfPlace


def read_page_slowly(path: str, number: int) -> PageContent:
    """Read one page (`number` from 1) with pdfplumber alone; about thirty times slower than pdfium."""
    with pdfplumber.open(Path(path), pages=[number]) as pdf:
        page = pdf.pages[0]
        try:
            words = [_word(raw, index) for index, raw in enumerate(page.extract_words())]
            pieces, taken = [], set[int]()
            for found in page.find_tables():
                piece, used = _piece(found, words, number)
                if piece is not None:
                    pieces.append(piece)
                    taken |= used
            outside = [word for word in words if word.index not in taken]
            borderless, rest = find_borderless(outside, [], number)
            pieces += [Piece(table=table) for table in borderless]
            items = in_order(rest, pieces, number)
            return PageContent(
                number, float(page.width), float(page.height), items, len(words), not words and bool(page.images)
            )
        finally:
            page.close()


def _word(raw: dict[str, Any], index: int) -> Word:
    return Word(
        str(raw["text"]), float(raw["x0"]), float(raw["top"]), float(raw["x1"]), float(raw["bottom"]), index
    )


def _piece(found: Any, words: list[Word], number: int) -> tuple[Piece | None, set[int]]:
    """One of pdfplumber's tables as a piece, with the indices of the words in it."""
    xs = sorted({round(x, 1) for row in found.rows for c in row.cells if c for x in (c[0], c[2])})
    cells: list[Cell] = []
    used: set[int] = set()
    for r, row in enumerate(found.rows):
        for box in row.cells:
            if box is None:
                continue
            x0, top, x1, bottom = box
            inside = [w for w in words if x0 <= w.mid_x <= x1 and top <= w.mid_y <= bottom]
            used |= {w.index for w in inside}
            col = min(range(len(xs)), key=lambda i: abs(xs[i] - x0))
            end = min(range(len(xs)), key=lambda i: abs(xs[i] - x1))
            cells.append(
                Cell(
                    row=r,
                    col=col,
                    colspan=max(1, end - col),
                    lines=cell_lines(inside, number),
                    place=PdfPlace(page=number, bbox=BBox(x0=x0, top=top, x1=x1, bottom=bottom)),
                )
            )
    if len(cells) < 2 or not used:
        return None, set()
    x0, top, x1, bottom = found.bbox
    place = PdfPlace(page=number, bbox=BBox(x0=x0, top=top, x1=x1, bottom=bottom))
    table = Table(
        rows=len(found.rows),
        cols=len(xs) - 1,
        cells=tuple(cells),
        parts=(TablePart(place=place, first_row=0, last_row=len(found.rows) - 1),),
        method=TableMethod.RULED,
        confidence=0.9,
    )
    return Piece(table=table, xs=tuple(xs)), used
