"""Margin lines and text boxes that are content of a decree: annex headings taken for running headers, boxes of Word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from extractors.keputusan.alir.pembuka import Pembuka, is_annex_heading, is_sheet_heading, read_bukaan
from schemas.printed import Line, LineRole, PrintedDocument, Table
from schemas.provenance import DocxPlace, PdfPlace

_AGREEMENT = re.compile(r"\s*(?:LAMPIRAN\s+)?(?:PERJANJIAN|PENETAPAN)\s+KINERJA\b[^a-z]{0,60}$")
_FIRST_PAGE = 1
_FIRST_LINES = 4
_PAGE = re.compile(r"^\W*(?:hal(?:aman)?|page)?\W*\d{1,4}\W*$", re.IGNORECASE)


def content_asides(printed: PrintedDocument) -> list[tuple[Line, str | None]]:
    """Asides to be read as content, in order, each with the heading that it follows in a Word file."""
    found: list[tuple[Line, str | None]] = []
    headers = [line for line in printed.asides if line.role is LineRole.HEADER]
    paged = [line for line in headers if isinstance(line.place, PdfPlace)]
    begun, first = _annex_tops(printed), _first_lines(printed)
    for page, lines in groupby(paged, key=_page):
        found.extend((line, None) for line in _headings(list(lines), begun.get(page), first.get(page, [])))
    found.extend((line, None) for line in _word_header(printed, headers))
    for line in printed.asides:
        if line.role is LineRole.TEXTBOX:
            heading = line.place.heading if isinstance(line.place, DocxPlace) else None
            found.append((line, heading))
    return found


def _page(line: Line) -> int:
    return line.place.page if isinstance(line.place, PdfPlace) else 0


def _annex_tops(printed: PrintedDocument) -> dict[int, float]:
    """Upper edge of the first annex heading of each page among the lines of the body."""
    tops: dict[int, float] = {}
    for line in printed.lines:
        if isinstance(line.place, PdfPlace) and is_annex_heading(line.text):
            tops.setdefault(line.place.page, line.place.bbox.top)
    return tops


def _first_lines(printed: PrintedDocument) -> dict[int, list[str]]:
    """The first body lines of each page."""
    first: dict[int, list[str]] = {}
    for line in printed.lines:
        texts = first.setdefault(_page(line), [])
        if len(texts) < _FIRST_LINES:
            texts.append(line.text)
    return first


def _headings(lines: Sequence[Line], annex: float | None = None, below: Sequence[str] = ()) -> Iterator[Line]:
    """The header lines of one page from the first that heads an annex or a sheet; page numbers are none.

    Args:
        lines: header lines of the page.
        annex: upper edge of an annex heading that stands on the page as a line of the body.
        below: the first lines of the body on the page.
    """
    begun = False
    titled = _has_title([*(line.text for line in lines), *below])
    for line in sorted(lines, key=attrgetter("top")):
        begun = begun or _begins(line, titled=titled) or (annex is not None and annex < line.top)
        if begun and not _PAGE.match(line.text):
            yield line


def _has_title(texts: Sequence[str]) -> bool:
    """Whether a page's header lines hold the title of a decree with its fields: several decrees in one file."""
    kinds = {bukaan.jenis for text in texts if (bukaan := read_bukaan(text)) is not None}
    return Pembuka.KEPUTUSAN in kinds and bool({Pembuka.NOMOR, Pembuka.TENTANG} & kinds)


def _begins(line: Line, *, titled: bool) -> bool:
    """Whether a line heads an annex, a sheet or an agreement, or is the letterhead or title of a decree."""
    text = line.text
    if is_annex_heading(text) or is_sheet_heading(text) or _AGREEMENT.match(text):
        return True
    bukaan = read_bukaan(text) if titled or _page(line) == _FIRST_PAGE else None
    return bukaan is not None and bukaan.jenis in (Pembuka.PEMERINTAH, Pembuka.KEPUTUSAN)


def _word_header(printed: PrintedDocument, headers: Sequence[Line]) -> list[Line]:
    """The page header of a Word file where it heads the annex and the body prints no such heading."""
    lines = [line for line in headers if not isinstance(line.place, PdfPlace)]
    if not any(is_annex_heading(line.text) for line in lines):
        return []
    body = [block.text for block in printed.blocks if not isinstance(block, Table)]
    return [] if any(is_annex_heading(text) for text in body) else list(_headings(lines))
