"""One page: words and lines from pdfium, grids, tables and the text around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.readers.pdf.borderless import find_borderless
from extractors.readers.pdf.cells import fill_grids, make_table
from extractors.readers.pdf.glyphs import CharBoxes, Frame, Word, page_text, words_of
from extractors.readers.pdf.grid import find_grids, merge_rules
from extractors.readers.pdf.rules import page_drawing
from extractors.readers.pdf.stacked import take_stacked
from extractors.readers.pdf.textlines import group_lines, make_text_line
from extractors.readers.pdf.turned import regroup_turned
from extractors.tables import Piece
from schemas.printed import Line
from schemas.provenance import PdfPlace

_FEW_WORDS = 12
_PICTURE_SHARE = 0.4
_MANY_SHAPES = 300
_LONGEST_BAR = 0.6
"""A longer line, as a share of the page's width, is no fraction bar."""


@dataclass(frozen=True, slots=True)
class PageContent:
    """What one page holds.

    Attributes:
        items: body lines and table pieces from top to bottom.
        words: number of words read.
        images: whether the page is a picture: a scan without text layer, or with no more than a typed page number.
        turn: degrees (90, 180 or 270, clockwise) by which the page was turned for reading; boxes are those of the
            turned page until `turned.as_shown` turns them back.
    """

    page: int
    width: float
    height: float
    items: tuple[Line | Piece, ...]
    words: int
    images: bool = False
    turn: int = 0


def read_page(pdf_page: pdfium.PdfPage, number: int) -> PageContent:
    """Read one page (`number` from 1) through pdfium; a page whose text is turned as a whole is read turned back."""
    frame = Frame.of(pdf_page)
    textpage = pdf_page.get_textpage()
    try:
        text = page_text(textpage)
        boxes = CharBoxes(textpage, frame)
        read = regroup_turned(words_of(text, boxes), textpage, frame, boxes)
        turn = read.turn
        if turn:
            frame = replace(frame, rotation=(frame.rotation + turn) % 360)
            boxes = CharBoxes(textpage, frame)
            read = regroup_turned(words_of(text, boxes), textpage, frame, boxes)
        words = [w for w in read.words if 0 <= w.mid_x <= frame.width and 0 <= w.mid_y <= frame.height]
        drawing = page_drawing(pdf_page, frame)
        grids, loose = find_grids(merge_rules(drawing.rules))
        filled, outside = fill_grids(grids, words, boxes, text)
    finally:
        textpage.close()
    pieces: list[Piece] = []
    for one in filled:
        if one.filled:
            table = make_table(one, number, loose)
            pieces.append(
                Piece(
                    table=table,
                    open_top=not one.grid.closed_top,
                    open_bottom=not one.grid.closed_bottom,
                    xs=one.grid.xs,
                )
            )
        else:
            outside.extend(word for words_in in one.words for word in words_in)
    borderless, rest = find_borderless(outside, loose, number)
    pieces += [Piece(table=table) for table in borderless]
    images = len(words) < _FEW_WORDS and _is_picture(pdf_page, frame, len(drawing.rules) + len(drawing.fills))
    formulas, rest = take_stacked(rest, [bar for bar in loose if bar.length < _LONGEST_BAR * frame.width], number)
    items = in_order(rest, pieces, number, formulas)
    return PageContent(number, frame.width, frame.height, items, len(words), images, turn)


def _is_picture(pdf_page: pdfium.PdfPage, frame: Frame, shapes: int) -> bool:
    """Whether a page of next to no words shows a picture over most of it, or a drawing where text would be outlines."""
    area = 0.0
    for image in pdf_page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_IMAGE,)):
        left, bottom, right, top = image.get_bounds()
        area += max(right - left, 0.0) * max(top - bottom, 0.0)
    return area >= _PICTURE_SHARE * frame.width * frame.height or shapes >= _MANY_SHAPES


def in_order(
    words: Sequence[Word], pieces: Sequence[Piece], number: int, formulas: Sequence[Line] = ()
) -> tuple[Line | Piece, ...]:
    """Lines made of the words, the formulas and the pieces, from top to bottom."""
    lines: list[Line | Piece] = [*(make_text_line(line, number) for line in group_lines(words)), *formulas]
    return tuple(sorted([*lines, *pieces], key=_top))


def _top(item: Line | Piece) -> float:
    place = item.place if isinstance(item, Line) else item.table.place
    return place.bbox.top if isinstance(place, PdfPlace) else 0.0
