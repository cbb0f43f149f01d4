"""The flow of a document: lines and tables in page order, with the margin lines and text boxes that are content.

Tables that only arrange text (`Menimbang | : | a. bahwa …`, letterheads, signatures) are given back as lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.keputusan.alir.tabel import Potongan, split_table
from extractors.keputusan.alir.tepi import content_asides
from schemas.printed import Line, LineRole, PrintedDocument, Table
from schemas.provenance import BBox, DocxPlace, PdfPlace, Place

_OVERLAP = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Baris:
    """One line of the flow.

    Attributes:
        bagian: the pieces that were joined with spaces when it was a row of cells; () for a plain line.
        tebal: printed bold; judul: a heading of the file.
        tabel: position among the printed tables of the table it was a row of, None for a plain line.
    """

    text: str
    place: Place
    bagian: tuple[Line, ...] = ()
    tebal: bool = False
    judul: bool = False
    tabel: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelAlir:
    """A table of the flow.

    Attributes:
        number: position among the printed tables.
        baris_awal: rows of the printed table above it, which were layout and stand in the flow as lines.
    """

    table: Table
    number: int
    baris_awal: int = 0

    @property
    def place(self) -> Place:
        """Place of the table."""
        return self.table.place


Alir = Baris | TabelAlir
_Unsur = Line | tuple[int, Table]


def read_alir(printed: PrintedDocument) -> tuple[Alir, ...]:
    """Lines and tables of a document in the order in which they are read, layout tables as lines."""
    items: list[Alir] = []
    for one in _blocks(printed):
        if isinstance(one, Line):
            items.append(_line(one))
        else:
            items.extend(_pieces(split_table(one[1]), one[0]))
    return tuple(_labels_first(items))


def _blocks(printed: PrintedDocument) -> list[_Unsur]:
    """Lines and numbered tables as printed, with the lines of margins and text boxes that are content."""
    blocks: list[_Unsur] = []
    number = 0
    for block in printed.blocks:
        if isinstance(block, Line):
            blocks.append(block)
        else:
            blocks.append((number, block))
            number += 1
    asides = content_asides(printed)
    for line, heading in asides:
        if not isinstance(line.place, PdfPlace):
            blocks.insert(_behind(blocks, heading), line)
    paged = sorted((line for line, _ in asides if isinstance(line.place, PdfPlace)), key=_height)
    return list(_merged(blocks, paged))


def _line(line: Line) -> Baris:
    return Baris(text=line.text, place=line.place, tebal=line.bold, judul=line.role is LineRole.HEADING)


def _pieces(pieces: Sequence[Potongan], number: int) -> Iterator[Alir]:
    for piece in pieces:
        if piece.table is not None:
            yield TabelAlir(table=piece.table, number=number, baris_awal=piece.baris_awal)
        for row in piece.baris:
            text = " ".join(line.text for line in row)
            several = tuple(row) if len(row) > 1 else ()
            bold = all(line.bold for line in row)
            yield Baris(text=text, place=_around(row), bagian=several, tebal=bold, tabel=number)


def _around(row: Sequence[Line]) -> Place:
    """The place of a row of cells: the box around them, the first cell of a Word file."""
    place = row[0].place
    for line in row[1:]:
        if isinstance(place, PdfPlace) and isinstance(line.place, PdfPlace) and place.page == line.place.page:
            place = replace(place, bbox=place.bbox.union(line.place.bbox))
    return place


def _place(one: _Unsur) -> Place:
    return one.place if isinstance(one, Line) else one[1].place


def _height(one: _Unsur) -> tuple[int, float]:
    place = _place(one)
    return (place.page, place.bbox.top) if isinstance(place, PdfPlace) else (0, 0.0)


def _merged(blocks: Sequence[_Unsur], asides: Sequence[Line]) -> Iterator[_Unsur]:
    """The blocks, and each margin line before the first block that stands lower."""
    waiting = 0
    for block in blocks:
        while waiting < len(asides) and _height(asides[waiting]) < _height(block):
            yield asides[waiting]
            waiting += 1
        yield block
    yield from asides[waiting:]


def _behind(blocks: Sequence[_Unsur], heading: str | None) -> int:
    """Behind the heading and the boxes already put there; without a heading behind the boxes at the beginning."""
    index = 0
    if heading is not None:
        found = (k + 1 for k, one in enumerate(blocks) if isinstance(one, Line) and one.text == heading)
        index = next(found, 0)
    while index < len(blocks) and _is_aside(blocks[index]):
        index += 1
    return index


def _is_aside(one: _Unsur) -> bool:
    place = _place(one)
    return isinstance(place, DocxPlace) and place.part != "body"


def _labels_first(blocks: Sequence[Alir]) -> Iterator[Alir]:
    """A label printed a little lower than the first line of its value, to its right, goes before it."""
    waiting: Alir | None = None
    for block in blocks:
        if isinstance(block, Baris) and isinstance(waiting, Baris) and _is_label_of(block, waiting):
            yield block
            continue
        if waiting is not None:
            yield waiting
        waiting = block
    if waiting is not None:
        yield waiting


def _is_label_of(label: Baris, value: Baris) -> bool:
    if not isinstance(label.place, PdfPlace) or not isinstance(value.place, PdfPlace):
        return False
    if label.place.page != value.place.page or not label.text.rstrip().endswith(":"):
        return False
    left, right = label.place.bbox, value.place.bbox
    return left.x1 <= right.x0 and _overlap(left, right) >= _OVERLAP * min(left.height, right.height)


def _overlap(one: BBox, other: BBox) -> float:
    return min(one.bottom, other.bottom) - max(one.top, other.top)
