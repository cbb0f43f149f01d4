"""Places of pages that were turned for reading, turned back to the page as it is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.readers.pdf.page import PageContent
from extractors.readers.pdf.turned import as_shown
from schemas.printed import Block, Line, Table
from schemas.provenance import PdfPlace, Place


def turned_pages(pages: Sequence[PageContent]) -> dict[int, PageContent]:
    """The pages that were turned, by number."""
    return {page.page: page for page in pages if page.turn}


def blocks_as_shown(blocks: Sequence[Block], turned: Mapping[int, PageContent]) -> tuple[Block, ...]:
    """Lines and tables with every place on the page as shown; the same values where no page was turned."""
    if not turned:
        return tuple(blocks)
    return tuple(_line(b, turned) if isinstance(b, Line) else _table(b, turned) for b in blocks)


def lines_as_shown(lines: Sequence[Line], turned: Mapping[int, PageContent]) -> tuple[Line, ...]:
    """As `blocks_as_shown`, for lines alone."""
    return tuple(_line(line, turned) for line in lines) if turned else tuple(lines)


def _line(line: Line, turned: Mapping[int, PageContent]) -> Line:
    place = _place(line.place, turned)
    return line if place is line.place else replace(line, place=place, boxes=())


def _table(table: Table, turned: Mapping[int, PageContent]) -> Table:
    cells = tuple(
        replace(cell, place=_place(cell.place, turned), lines=tuple(_line(line, turned) for line in cell.lines))
        for cell in table.cells
    )
    parts = tuple(replace(part, place=_place(part.place, turned)) for part in table.parts)
    return replace(table, cells=cells, parts=parts)


def _place(place: Place, turned: Mapping[int, PageContent]) -> Place:
    page = turned.get(place.page) if isinstance(place, PdfPlace) else None
    if page is None or not isinstance(place, PdfPlace):
        return place
    return replace(place, bbox=as_shown(place.bbox, page.turn, page.width, page.height))
