"""Running headers and footers: lines near the edge that return on other pages, and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.readers.pdf.page import PageContent
from extractors.tables import Piece
from schemas.printed import Line, LineRole
from schemas.provenance import PdfPlace

_EDGE_SHARE = 0.13
_NUMBER_SHARE = 0.10
_END_SHARE = 0.25
_PAGE_DIGITS = re.compile(r"(?<![\d.,])\d{1,4}(?![\d.,])|\b[ivxlc]{1,6}\b")
_SAME_HEIGHT_PT = 9.0
_NO_MARGIN = re.compile(r"^(?:tabel|table|grafik|gambar|diagram|bagan)\s*\.?\s*[\dIVX]", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"^(?:hal(?:aman)?\.?|page)?\s*[|\-–—]*\s*(?:\d{1,4}|[ivxlc]{1,7}|[IVX]+[.\s-]+\d{1,3})\s*[|\-–—]*$",
    re.IGNORECASE,
)


def mark_margins(pages: Sequence[PageContent]) -> tuple[PageContent, ...]:
    """The pages with the role of their margin lines set."""
    counts: Counter[tuple[str, bool]] = Counter()
    for page in pages:
        counts.update({key for line in _lines(page) if (key := _key(line, page)) is not None})
    needed = 2 if len(pages) <= 5 else 3
    return tuple(replace(page, items=_marked_items(page, counts, needed)) for page in pages)


def _marked_items(
    page: PageContent, counts: Counter[tuple[str, bool]], needed: int
) -> tuple[Line | Piece, ...]:
    items = [_marked(item, page, counts, needed) for item in page.items]
    body = [k for k, item in enumerate(items) if not isinstance(item, Line) or item.role is LineRole.BODY]
    if body:
        last = items[body[-1]]
        if isinstance(last, Line) and _ends_page(last, page):
            items[body[-1]] = replace(last, role=LineRole.FOOTER)
    return tuple(items)


def _ends_page(line: Line, page: PageContent) -> bool:
    """Whether a line is a bare page number below everything else."""
    place = line.place
    low = isinstance(place, PdfPlace) and place.bbox.top >= (1 - _END_SHARE) * page.height
    return low and bool(_PAGE_NUMBER.match(line.text.strip()))


def _lines(page: PageContent) -> list[Line]:
    return [item for item in page.items if isinstance(item, Line)]


def _key(line: Line, page: PageContent) -> tuple[str, bool] | None:
    """What a margin line has in common with its fellows: its text without page numbers, its height, top or bottom.

    Amounts and capital Roman numbers stay: `BAB I` and `BAB II` are two headings, not one running header.
    """
    place = line.place
    if not isinstance(place, PdfPlace):
        return None
    top = place.bbox.bottom <= _EDGE_SHARE * page.height
    bottom = place.bbox.top >= (1 - _EDGE_SHARE) * page.height
    if not (top or bottom) or _NO_MARGIN.match(line.text.strip()):
        return None
    height = round(place.bbox.top / _SAME_HEIGHT_PT)
    return f"{height} {' '.join(_PAGE_DIGITS.sub('#', line.text).lower().split())}", top


def _marked(
    item: Line | Piece, page: PageContent, counts: Counter[tuple[str, bool]], needed: int
) -> Line | Piece:
    if not isinstance(item, Line) or not isinstance(item.place, PdfPlace):
        return item
    key = _key(item, page)
    if key is not None and counts[key] >= needed:
        return replace(item, role=LineRole.HEADER if key[1] else LineRole.FOOTER)
    box = item.place.bbox
    if _PAGE_NUMBER.match(item.text.strip()):
        if box.bottom <= _NUMBER_SHARE * page.height:
            return replace(item, role=LineRole.HEADER)
        if box.top >= (1 - _NUMBER_SHARE) * page.height:
            return replace(item, role=LineRole.FOOTER)
    return item
