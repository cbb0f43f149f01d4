"""Printed tables built by hand, for modules that need no file.

A table is written as rows of texts: `<` continues the cell on the left, `^` the cell above, a line feed wraps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractors.header_rows import with_header_rows
from extractors.tables import Piece
from schemas.printed import Cell, Line, LineRole, Table, TableMethod, TablePart
from schemas.provenance import BBox, DocxPlace, PdfPlace, Place

LEFT = 60.0
COLUMN = 80.0
STEP = 12.0


def place(page: int = 1, x0: float = LEFT, top: float = 100, x1: float = LEFT + 60, bottom: float = 110) -> PdfPlace:
    return PdfPlace(page=page, bbox=BBox(x0=x0, top=top, x1=x1, bottom=bottom))


def line(text: str, *, page: int = 1, top: float = 80, x0: float = LEFT, role: LineRole = LineRole.BODY) -> Line:
    """A printed line of 5 points a letter."""
    where = place(page, x0, top, x0 + 5.0 * max(len(text), 1), top + 10)
    return Line(text=text, place=where, role=role, size=10)


def cell(
    *texts: str,
    row: int = 0,
    col: int = 0,
    rowspan: int = 1,
    colspan: int = 1,
    tops: Sequence[float] | None = None,
    docx: bool = False,
) -> Cell:
    """A cell; `tops` are the heights of its lines, one below the other by default."""
    x0 = LEFT + COLUMN * col
    heights = tops if tops is not None else [100 + STEP * k for k in range(len(texts))]
    if docx:
        own: Place = DocxPlace(block=0, row=row, col=col)
        lines = tuple(Line(text=text, place=own) for text in texts if text)
    else:
        own = place(1, x0, 90, x0 + COLUMN * colspan, 400)
        lines = tuple(line(t, top=y, x0=x0 + 2) for t, y in zip(texts, heights, strict=True) if t)
    return Cell(row=row, col=col, rowspan=rowspan, colspan=colspan, lines=lines, place=own)


def _spans(rows: Sequence[Sequence[str]], r: int, c: int) -> tuple[int, int]:
    colspan = rowspan = 1
    while c + colspan < len(rows[r]) and rows[r][c + colspan] == "<":
        colspan += 1
    while r + rowspan < len(rows) and rows[r + rowspan][c] == "^":
        rowspan += 1
    return rowspan, colspan


def table(
    *rows: Sequence[str],
    caption: str | None = None,
    header_rows: int | None = None,
    page: int = 1,
    docx: bool = False,
    widths: Mapping[int, float] | None = None,
) -> Table:
    """A ruled table; the heading rows are counted as the readers do unless `header_rows` says how many."""
    cols = len(rows[0])
    xs = borders(cols, widths)
    ys = [100.0]
    for texts in rows:
        ys.append(ys[-1] + 8 + STEP * max(text.count("\n") + 1 for text in texts))
    cells = []
    for r, texts in enumerate(rows):
        assert len(texts) == cols, f"row {r} has {len(texts)} squares, not {cols}"
        for c, text in enumerate(texts):
            if text in ("<", "^"):
                continue
            rowspan, colspan = _spans(rows, r, c)
            if docx:
                own: Place = DocxPlace(block=0, row=r, col=c)
                lines = tuple(Line(text=part, place=own) for part in text.split("\n") if part)
            else:
                own = place(page, xs[c], ys[r], xs[c + colspan], ys[r + rowspan])
                parts = enumerate(text.split("\n"))
                lines = tuple(
                    line(part, page=page, top=ys[r] + 4 + STEP * k, x0=xs[c] + 2) for k, part in parts if part
                )
            cells.append(Cell(row=r, col=c, rowspan=rowspan, colspan=colspan, lines=lines, place=own))
    whole: Place = DocxPlace(block=0) if docx else place(page, xs[0], ys[0], xs[-1], ys[-1])
    made = Table(
        caption=caption,
        rows=len(rows),
        cols=cols,
        cells=tuple(cells),
        header_rows=header_rows or 0,
        parts=(TablePart(place=whole, first_row=0, last_row=len(rows) - 1),),
        method=TableMethod.DOCX if docx else TableMethod.RULED,
    )
    return with_header_rows(made) if header_rows is None else made


def borders(cols: int, widths: Mapping[int, float] | None = None) -> tuple[float, ...]:
    """Column borders; `widths` gives columns that are not of the usual width."""
    xs = [LEFT]
    for col in range(cols):
        xs.append(xs[-1] + (widths or {}).get(col, COLUMN))
    return tuple(xs)


def piece(
    *rows: Sequence[str],
    page: int = 1,
    open_top: bool = False,
    open_bottom: bool = False,
    widths: Mapping[int, float] | None = None,
) -> Piece:
    """The part of a table on one page, as the PDF reader hands it over (headings not yet counted)."""
    made = table(*rows, page=page, header_rows=0, widths=widths)
    return Piece(
        table=made,
        open_top=open_top,
        open_bottom=open_bottom,
        xs=borders(made.cols, widths),
    )


def texts(made: Table) -> list[list[str]]:
    """Texts by grid square, blank where a merged cell goes on."""
    grid = [["" for _ in range(made.cols)] for _ in range(made.rows)]
    for one in made.cells:
        grid[one.row][one.col] = one.flat
    return grid
