"""A Word table as a printed table: cells with their lines and places."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.etree import _Element as Element

from extractors.header_rows import with_header_rows
from extractors.readers.docx.flow import TBL, P, flow
from extractors.readers.docx.grid import Grid, Region, read_grid
from extractors.readers.docx.paragraph import Paragraph
from schemas.printed import Cell, Line, LineRole, Table, TableMethod, TablePart
from schemas.provenance import DocxPlace

NESTED_SEPARATOR = " | "
ReadParagraph = Callable[[Element], Paragraph]


def build_table(
    grid: Grid, place: DocxPlace, *, role: LineRole, caption: str | None, read: ReadParagraph
) -> Table | None:
    """The table on its grid, every merged region one cell; None when it has no cells.

    Args:
        grid: of the `w:tbl`.
        place: of the table as a block.
        role: of the lines in its cells.
        caption: as found above it.
        read: reads a `w:p`; it is called in document order, because list numbers count on.
    """
    cells = tuple(_cell(region, place, role, read) for region in grid.regions)
    if not cells:
        return None
    table = Table(
        caption=caption,
        rows=grid.rows,
        cols=grid.cols,
        cells=cells,
        header_rows=grid.header_rows,
        parts=(TablePart(place=place, first_row=0, last_row=grid.rows - 1),),
        method=TableMethod.DOCX,
    )
    return with_header_rows(table, grid.header_rows)


def _cell(region: Region, table: DocxPlace, role: LineRole, read: ReadParagraph) -> Cell:
    """One region with a line for every paragraph that prints something, parted at its line breaks.

    Offices put several indicators and their targets into one cell with line breaks; joined they could not be
    told apart.
    """
    place = DocxPlace(
        part=table.part, block=table.block, row=region.row, col=region.col, heading=table.heading
    )
    lines = tuple(
        Line(text=text, place=place, role=role, size=one.size, bold=one.bold)
        for one in _region_paragraphs(region, read)
        for text in one.rows
    )
    return Cell(
        row=region.row,
        col=region.col,
        rowspan=region.rowspan,
        colspan=region.colspan,
        lines=lines,
        place=place,
    )


def _region_paragraphs(region: Region, read: ReadParagraph) -> Iterator[Paragraph]:
    """Paragraphs of the region; a table inside gives one for each of its rows."""
    for cell in region.cells:
        for element in flow(cell):
            if element.tag == P:
                yield read(element)
            elif element.tag == TBL:
                yield from row_paragraphs(element, read)


def row_paragraphs(table: Element, read: ReadParagraph) -> Iterator[Paragraph]:
    """A table as text: for every row its cell texts joined by ` | `, blank ones too; no blank rows."""
    for row in read_grid(table).by_row():
        cells = [[one for one in _region_paragraphs(region, read) if one.text] for region in row]
        printed = [one for cell in cells for one in cell]
        if printed:
            yield Paragraph(
                rows=(NESTED_SEPARATOR.join(" ".join(one.text for one in cell) for cell in cells).strip(),),
                size=printed[0].size,
                bold=all(one.bold for one in printed),
                heading=False,
                boxes=(),
            )
