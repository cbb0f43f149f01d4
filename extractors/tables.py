"""Joining the pieces of a table over pages.

No single cue decides. A piece continues the table before it when nothing but page margins lies between, its column
borders agree, and either its headings repeat, or it has none; a caption of its own, other headings or a text between
end the table. Rows cut by the page edge are closed again from the state of the rows on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.captions import find_caption
from extractors.cut_rows import continues_row, merge_cut_row
from extractors.header_rows import row_cells, with_header_rows
from extractors.headers import is_column_numbers, squash
from schemas.printed import Block, Cell, Line, LineRole, Table, TableMethod, TablePart
from schemas.provenance import PdfPlace

_BORDER_SHARE = 0.012
_LANJUTAN = re.compile(r"\blanjutan\b|\bsambungan\b", re.IGNORECASE)
_REPEATED_SHARE = 0.6
_CAPTION_LINES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The part of a table that one page shows.

    Attributes:
        table: its grid and cells, rows from 0.
        open_top, open_bottom: no rule closes it there, so a row may be cut.
        xs: column borders in points.
    """

    table: Table
    open_top: bool = False
    open_bottom: bool = False
    xs: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class _Open:
    """The last table so far, with what is needed to continue it."""

    table: Table
    xs: tuple[float, ...]
    page: int
    open_bottom: bool


def stitch(items: Sequence[Line | Piece]) -> tuple[Block, ...]:
    """Document order of lines and table pieces to lines and whole tables; margins (header, footer) are passed over."""
    blocks: list[Block] = []
    last: _Open | None = None
    before: list[Line] = []
    for item in items:
        if isinstance(item, Line):
            if item.role in (LineRole.BODY, LineRole.HEADING):
                blocks.append(item)
                before.append(item)
            continue
        piece = replace(item, table=with_header_rows(item.table))
        if last is not None and _begins_with_rest(last, piece):
            piece = replace(piece, table=replace(piece.table, header_rows=0))
        caption = find_caption(before[-_CAPTION_LINES:])
        if last is not None and _continues(last, piece, before, caption):
            last = _join(last, piece)
            index = max(i for i, block in enumerate(blocks) if isinstance(block, Table))
            blocks[index] = last.table
        else:
            table = replace(piece.table, caption=caption)
            blocks.append(table)
            last = _Open(table, piece.xs, _page(piece), piece.open_bottom)
        before = []
    return tuple(blocks)


def _page(piece: Piece) -> int:
    place = piece.table.place
    return place.page if isinstance(place, PdfPlace) else 0


def _begins_with_rest(last: _Open, piece: Piece) -> bool:
    """Whether what looks like a heading row of a piece is the rest of the row that the page edge cut.

    A heading names every column that has figures below it, and not in small letters; a rest leaves some blank.
    """
    table = piece.table
    if table.header_rows != 1 or last.table.header_rows == 0 or _page(piece) != last.page + 1:
        return False
    first = [cell for cell in table.cells if cell.row == 0]
    texts = [text for cell in first if (text := cell.flat.strip())]
    if table.cols != last.table.cols or len(first) != table.cols or 2 * len(texts) > table.cols:
        return False
    if not all(text[0].islower() or text[0] in "(/&%" for text in texts):
        return False
    return continues_row(last.table, table, open_edge=False)


def _continues(last: _Open, piece: Piece, before: Sequence[Line], caption: str | None) -> bool:
    """Whether a piece goes on with the last table."""
    if _page(piece) != last.page + 1:
        return False
    if caption is not None and not _LANJUTAN.search(caption):
        return False
    if any(not _LANJUTAN.search(line.text) and not _inside(line, last.table) for line in before):
        return False
    if TableMethod.ALIGNED in (last.table.method, piece.table.method) and last.table.cols != piece.table.cols:
        return False
    if not _same_columns(last, piece):
        return False
    return (
        piece.table.header_rows == 0 or _repeats_header(last.table, piece.table) or _only_numbers(piece.table)
    )


def _inside(line: Line, table: Table) -> bool:
    """Whether a line stands within the table's last part: words between its cells, not a text after it."""
    own, part = line.place, table.parts[-1].place
    if not isinstance(own, PdfPlace) or not isinstance(part, PdfPlace) or own.page != part.page:
        return False
    middle = (own.bbox.top + own.bbox.bottom) / 2
    return part.bbox.top <= middle <= part.bbox.bottom


def _same_columns(last: _Open, piece: Piece) -> bool:
    """Whether one piece's column borders are among the other's, measured as shares of the width."""
    mine, other = _shares(last.xs), _shares(piece.xs)
    if not mine or not other:
        return last.table.cols == piece.table.cols
    few, many = sorted((mine, other), key=len)
    near = sum(1 for x in few if any(abs(x - y) <= _BORDER_SHARE for y in many))
    if len(few) == len(many):
        return near >= len(few) - 1 or (near >= 0.7 * len(few) and piece.table.header_rows > 0)
    return near == len(few) and len(few) >= 3


def _shares(xs: Sequence[float]) -> list[float]:
    if len(xs) < 2:
        return []
    width = xs[-1] - xs[0]
    return [(x - xs[0]) / width for x in xs]


def _header_texts(table: Table, rows: int) -> list[str]:
    return [squash(cell.flat) for cell in table.cells if cell.row < rows and cell.flat.strip()]


def _repeats_header(first: Table, piece: Table) -> bool:
    """Whether the piece's headings stand among the table's headings."""
    known = set(_header_texts(first, max(first.header_rows, 1)))
    mine = _header_texts(piece, piece.header_rows)
    return bool(mine) and sum(1 for text in mine if text in known) >= 0.75 * len(mine)


def _only_numbers(piece: Table) -> bool:
    """Whether the piece's only heading row is the column-number row."""
    return piece.header_rows == 1 and is_column_numbers([c.flat for c in row_cells(piece)[0]])


def _join(last: _Open, piece: Piece) -> _Open:
    """Append a piece's body to the table; borders are unified, repeated headings dropped, a cut row closed."""
    borders = _union(last.xs, piece.xs) if last.table.cols != piece.table.cols else last.xs
    table = _spread(last.table, last.xs, borders)
    more = _spread(piece.table, piece.xs, borders)
    body = _without_header(more, frozenset(_header_texts(table, max(table.header_rows, 1))))
    if body.rows == 0:
        return replace(last, page=_page(piece), open_bottom=piece.open_bottom)
    cut = continues_row(table, body, open_edge=last.open_bottom or piece.open_top)
    first = table.rows - (1 if cut else 0)
    moved = [replace(cell, row=cell.row + first) for cell in body.cells]
    part = TablePart(place=piece.table.place, first_row=first, last_row=first + body.rows - 1)
    cells = merge_cut_row(table, moved) if cut else [*table.cells, *moved]
    joined = replace(
        table,
        rows=first + body.rows,
        cells=tuple(sorted(cells, key=lambda c: (c.row, c.col))),
        parts=(*table.parts, part),
        confidence=min(table.confidence, more.confidence) * 0.99,
    )
    return _Open(joined, borders, _page(piece), piece.open_bottom)


def _union(a: tuple[float, ...], b: tuple[float, ...]) -> tuple[float, ...]:
    """The finer of two border lists, in the first one's scale."""
    if len(a) >= len(b):
        return a
    scale = (a[-1] - a[0]) / (b[-1] - b[0])
    return tuple(a[0] + (x - b[0]) * scale for x in b)


def _spread(table: Table, xs: Sequence[float], borders: Sequence[float]) -> Table:
    """The table on a finer grid of columns; cells span what they covered before."""
    if len(xs) < 2 or len(borders) == len(xs):
        return table
    mine, target = _shares(xs), _shares(borders)
    position = [min(range(len(target)), key=lambda k: abs(target[k] - x)) for x in mine]
    cells = tuple(
        replace(
            cell,
            col=position[cell.col],
            colspan=max(1, position[min(cell.col + cell.colspan, len(mine) - 1)] - position[cell.col]),
        )
        for cell in table.cells
    )
    return replace(table, cells=cells, cols=len(borders) - 1)


def _without_header(table: Table, known: frozenset[str]) -> Table:
    """A piece without the heading rows it repeats (`known` are the first headings' texts), rows from 0.

    A row that only looks like a heading is kept: it may be the rest of a row cut by the page edge.
    """
    rows = row_cells(table)
    drop = 0
    for row in rows[: table.header_rows]:
        texts = [cell.flat for cell in row if cell.flat.strip()]
        repeated = sum(1 for text in texts if squash(text) in known)
        if not is_column_numbers(texts) and repeated < _REPEATED_SHARE * len(texts):
            break
        drop += 1
    cells: list[Cell] = [replace(cell, row=cell.row - drop) for cell in table.cells if cell.row >= drop]
    return replace(table, rows=table.rows - drop, cells=tuple(cells), header_rows=0)
