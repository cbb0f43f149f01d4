"""What a document prints, before anyone says what it means: lines, cells and tables with their places."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from schemas.provenance import Place, left_of, top_of

UNWRITTEN = "unwritten"
"""In the metadata of a field that is not written to `printed.json`."""


class FileKind(StrEnum):
    """Kinds of file that have a reader."""

    PDF = "pdf"
    DOCX = "docx"


class LineRole(StrEnum):
    """What part of the document a line belongs to."""

    BODY = "body"
    HEADING = "heading"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    TEXTBOX = "textbox"


class TableMethod(StrEnum):
    """How the grid of a table was found; the later ones are worth less."""

    RULED = "ruled"
    DOCX = "docx"
    HORIZONTAL = "horizontal"
    ALIGNED = "aligned"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file that passed intake; `sha256` is the hash of its bytes and serves as document id."""

    path: str
    sha256: str
    size_bytes: int
    kind: FileKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One printed line (PDF) or one paragraph (DOCX); spaces are folded, nothing else is changed.

    Attributes:
        boxes: for the words with a digit or a per cent sign of a line outside tables, (first character, the one behind
            the last, left edge, right edge); nothing where the order of the words is not that of the text.
    """

    text: str
    place: Place
    role: LineRole = LineRole.BODY
    size: float | None = None
    bold: bool = False
    boxes: tuple[tuple[int, int, float, float], ...] = field(default=(), metadata={UNWRITTEN: True})

    @property
    def top(self) -> float:
        """Upper edge on its page in points, 0 in a Word file."""
        return top_of(self.place)

    @property
    def left(self) -> float:
        """Left edge on its page in points, 0 in a Word file."""
        return left_of(self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table.

    Attributes:
        row, col: position of its first grid square, from 0.
        rowspan, colspan: grid squares it covers.
        lines: its printed lines in order (a paragraph or a wrapped line each), with places.
        place: where the cell stands (its first part when it crosses a page edge).
    """

    row: int
    col: int
    rowspan: int = 1
    colspan: int = 1
    lines: tuple[Line, ...] = ()
    place: Place

    @property
    def text(self) -> str:
        """The lines joined by line feeds."""
        return "\n".join(line.text for line in self.lines)

    @property
    def flat(self) -> str:
        """The lines joined by spaces."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePart:
    """The piece of a table on one page: its place and the rows [first_row, last_row] that begin on it."""

    place: Place
    first_row: int
    last_row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One logical table, joined over its pages.

    Attributes:
        caption: text of the line "Tabel 3.1 …" that belongs to it, with its title; None when there is none.
        rows, cols: size of the grid.
        cells: non-overlapping, ordered by row, then column; squares without a cell are blank.
        header_rows: how many of the first rows are headings (a column-number row counts as one).
        parts: one per page.
        confidence: 0..1, how sure the reader is of the grid.
        notes: what the reader wants to be known, in Indonesian.
    """

    caption: str | None = None
    rows: int
    cols: int
    cells: tuple[Cell, ...]
    header_rows: int = 0
    parts: tuple[TablePart, ...]
    method: TableMethod
    confidence: float = 1.0
    notes: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        """Place of the first part."""
        return self.parts[0].place


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingNote:
    """Something the reader could not do, or did by its second way; `kind` is a slug, `message` Indonesian."""

    kind: str
    message: str
    page: int | None = None


Block = Line | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDocument:
    """All that a reader saw, in document order.

    Attributes:
        pages: number of pages; None for a DOCX, which has none until it is laid out.
        blocks: lines and tables of the body in reading order.
        asides: lines of running headers, footers, footnotes and text boxes.
    """

    source: SourceFile
    pages: int | None
    blocks: tuple[Block, ...]
    asides: tuple[Line, ...] = ()
    notes: tuple[ReadingNote, ...] = field(default=())

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines outside tables, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Line))
