"""Pieces of the rows of an agreement that stand side by side, and texts made of several lines."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.keputusan.alir.dokumen import Alir, Baris
from extractors.label_lines import around
from schemas.keputusan import Teks
from schemas.printed import Line, Table
from schemas.provenance import DocxPlace, PdfPlace, Place

_TOUCHING = 1.5
_LETTER = 0.55


def is_boxed(item: Alir) -> bool:
    """Whether an item stands in a text box of a Word file."""
    return isinstance(item.place, DocxPlace) and item.place.part == "textbox"


def pieces(baris: Baris) -> tuple[Teks, ...]:
    """The pieces of a row, left to right; a plain line is one."""
    if not baris.bagian:
        return (Teks(text=baris.text, place=baris.place),)
    return tuple(Teks(text=line.text, place=line.place) for line in baris.bagian if line.text.strip())


def as_teks(lines: Sequence[Teks]) -> Teks:
    """Texts (at least one) as one, joined by spaces; pieces of a word that touch on a page are joined without."""
    parts: list[str] = []
    for k, line in enumerate(lines):
        if k and not _touch(lines[k - 1].place, line.place):
            parts.append(" ")
        parts.append(line.text.strip())
    own = tuple(Line(text=line.text, place=line.place) for line in lines)
    return Teks(text="".join(parts).strip(), place=around(own))


def framed_rows(table: Table) -> tuple[Baris, ...]:
    """The lines of a table that frames a title, the pieces of each height joined."""
    depth = max((len(cell.lines) for cell in table.cells), default=0)
    rows = [[cell.lines[k] for cell in table.cells if len(cell.lines) > k] for k in range(depth)]
    whole = [as_teks([Teks(text=line.text, place=line.place) for line in row]) for row in rows]
    return tuple(Baris(text=teks.text, place=teks.place) for teks in whole)


def _touch(left: Place, right: Place) -> bool:
    if not isinstance(left, PdfPlace) or not isinstance(right, PdfPlace) or left.page != right.page:
        return False
    level = min(left.bbox.bottom, right.bbox.bottom) - max(left.bbox.top, right.bbox.top)
    return level > 0.5 * left.bbox.height and abs(right.bbox.x0 - left.bbox.x1) < _TOUCHING


def centre(whole: Teks, start: int, end: int) -> float | None:
    """About where the middle of a piece of a line stands on its page; None in a Word file.

    The gap between two pieces has no width in the text: what the line begins with is measured from the left, what it
    ends with from the right.
    """
    if not isinstance(whole.place, PdfPlace):
        return None
    box, length = whole.place.bbox, len(whole.text)
    half = (end - start) * _LETTER * box.height / 2
    if start == 0 and end < length:
        return box.x0 + min(half, box.width / 2)
    if start > 0 and end == length:
        return box.x1 - min(half, box.width / 2)
    return box.x0 + (start + end) / 2 / max(length, 1) * box.width
