"""Walks one part of a document (body, note, header, text box) and places what it prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.etree import _Element as Element

from extractors.captions import find_caption
from extractors.readers.docx.flow import CHUNK, TBL, flow
from extractors.readers.docx.grid import Grid, read_grid
from extractors.readers.docx.headings import OutlineReader
from extractors.readers.docx.paragraph import Paragraph, ParagraphReader
from extractors.readers.docx.pictures import Unread
from extractors.readers.docx.tables import build_table, row_paragraphs
from schemas.printed import Block, Line, LineRole, Table
from schemas.provenance import DocxPlace


class Asides:
    """Collects the lines of text boxes, notes, headers and footers; blocks are counted per part."""

    def __init__(self, reader: ParagraphReader) -> None:
        """Shares the reader of paragraphs with the body: lists count on through text boxes."""
        self._reader = reader
        self._blocks: dict[str, int] = {}
        self.lines: list[Line] = []
        self.boxed_tables = 0

    def add(self, container: Element, part: str, role: LineRole, heading: str | None = None) -> None:
        """Reads a container into lines; text boxes anchored in it follow."""
        for element in flow(container):
            block = self._blocks.get(part, 0)
            self._blocks[part] = block + 1
            if element.tag == CHUNK:
                continue
            boxes: list[Element] = []
            read = collecting(self._reader, boxes)
            self.boxed_tables += element.tag == TBL and role is LineRole.TEXTBOX
            place = DocxPlace(part=part, block=block, heading=heading)
            found = row_paragraphs(element, read) if element.tag == TBL else iter((read(element),))
            self.lines.extend(
                Line(text=one.text, place=place, role=role, size=one.size, bold=one.bold)
                for one in found
                if one.text
            )
            for box in boxes:
                self.add(box, "textbox", LineRole.TEXTBOX, heading)


def collecting(reader: ParagraphReader, boxes: list[Element]) -> Callable[[Element], Paragraph]:
    """A reading of paragraphs that puts the text boxes it meets into `boxes`."""

    def read(element: Element) -> Paragraph:
        paragraph = reader.read(element)
        boxes.extend(paragraph.boxes)
        return paragraph

    return read


class Body:
    """Reads the body into blocks in document order.

    Attributes:
        chunks: imported documents inside this one, which are not read.
        pictured: captions of tables under which a picture stands in place of the table.
    """

    def __init__(self, reader: ParagraphReader, asides: Asides, *, styled: bool) -> None:
        """Begins before the first block; with `styled`, only styles and outline levels make a heading."""
        self._reader = reader
        self._asides = asides
        self._outline = None if styled else OutlineReader()
        self._heading: str | None = None
        self._above: list[Line] = []
        self._block = -1
        self.chunks = 0
        self.pictured: list[str] = []

    def blocks(self, container: Element) -> Iterator[Block]:
        """The printed lines and tables; blank paragraphs are counted but not handed over."""
        for element in flow(container):
            if element.tag == CHUNK:
                self.chunks += 1
                continue
            if element.tag == TBL:
                yield from self._table(element)
            else:
                self._block += 1
                yield from self._paragraph(element)

    def _paragraph(self, element: Element) -> Iterator[Line]:
        """The line of a paragraph, none when it is blank."""
        boxes: list[Element] = []
        paragraph = collecting(self._reader, boxes)(element)
        if not {Unread.PICTURE, Unread.PAGE}.isdisjoint(paragraph.unread):
            caption = find_caption(self._above)
            if caption is not None and caption not in self.pictured:
                self.pictured.append(caption)
        if paragraph.text:
            line = self._line(paragraph)
            self._above.append(line)
            yield line
        self._put_aside(boxes)

    def _line(self, paragraph: Paragraph) -> Line:
        """The paragraph in its place; a heading becomes the nearest one for what follows."""
        by_text = self._outline is not None and self._outline.is_heading(paragraph.text)
        is_heading = paragraph.heading or by_text
        place = DocxPlace(block=self._block, heading=self._heading)
        if is_heading:
            self._heading = paragraph.text
        role = LineRole.HEADING if is_heading else LineRole.BODY
        return Line(text=paragraph.text, place=place, role=role, size=paragraph.size, bold=paragraph.bold)

    def _table(self, element: Element) -> Iterator[Block]:
        """A table; one that is only a frame around tables gives what stands inside it."""
        grid = read_grid(element)
        if _is_frame(grid):
            for cell in grid.regions[0].cells:
                yield from self.blocks(cell)
            return
        self._block += 1
        boxes: list[Element] = []
        table = self._build(grid, boxes)
        if table is not None:
            if table.caption in self.pictured:
                self.pictured.remove(table.caption)
            yield table
        self._above.clear()
        self._put_aside(boxes)

    def _build(self, grid: Grid, boxes: list[Element]) -> Table | None:
        """The table with its caption."""
        return build_table(
            grid,
            DocxPlace(block=self._block, heading=self._heading),
            role=LineRole.BODY,
            caption=find_caption(self._above),
            read=collecting(self._reader, boxes),
        )

    def _put_aside(self, boxes: list[Element]) -> None:
        """Text boxes of the block just read."""
        for box in boxes:
            self._asides.add(box, "textbox", LineRole.TEXTBOX, self._heading)


def _is_frame(grid: Grid) -> bool:
    """Whether the table has one cell, and that holds tables: a border drawn around a page."""
    if len(grid.regions) != 1:
        return False
    return any(element.tag == TBL for cell in grid.regions[0].cells for element in flow(cell))
