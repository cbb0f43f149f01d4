"""Numbered lists: which items belong together, in running text and inside cells; nothing is judged here.

An item belongs to an open list of its style when it carries the next rank, or when it begins at the same indent with
a rank near the last one. Items of an outer list close the lists inside it; a chapter closes all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extractors.penanda import Baca, Penanda, inline_markers, marker, tokens
from schemas.printed import Cell, Line, Table
from schemas.provenance import PdfPlace, Place
from schemas.susunan import Butir, Daftar

_SAME_INDENT = 3.0
_NEAR_INDENT = 45.0
_NEAR_RANK = 3
_LABEL = 16
"""So short a line with a colon (`TUGAS :`) introduces a list only together with the line before it."""

_CHAPTER = re.compile(r"\s*(?:BAB\s+[IVX\d]+\b|LAMPIRAN\b)")
_ROWS_ABOVE = 2
TABLE = "tabel"


@dataclass(slots=True)
class _Open:
    """A list that may go on; `seen` and `lines` are how far the text had come at its last item."""

    gaya: str
    pengantar: str
    lanjutan: bool
    bersarang: bool
    seen: int
    lines: int
    butir: list[Butir] = field(default_factory=list)

    def closed(self) -> Daftar:
        return Daftar(
            gaya=self.gaya,
            butir=tuple(self.butir),
            pengantar=self.pengantar,
            lanjutan=self.lanjutan,
            bersarang=self.bersarang,
        )


class DaftarTeks:
    """Collects the lists of running text, block by block."""

    def __init__(self) -> None:
        self._stack: list[_Open] = []
        self._done: list[_Open] = []
        self._tokens: list[str] = []
        self._last: dict[str, int] = {}
        self._lines = 0
        self._before = ""

    def chapter(self) -> None:
        """A chapter begins: nothing goes on over its heading."""
        self._stack.clear()
        self._last.clear()
        self._before = ""

    def table(self) -> None:
        """A table stands here."""
        self._tokens.append(TABLE)
        self._before = ""

    def margin(self, texts: Iterable[str]) -> None:
        """Lines of margins that a page break brings between."""
        for text in texts:
            self._tokens.extend(tokens(text))

    def line(self, line: Line) -> None:
        """The next line of the text."""
        if not line.text.strip():
            return
        if _CHAPTER.match(line.text):
            self.chapter()
        self._lines += 1
        found = marker(line.text)
        if found is None:
            self._tokens.extend(tokens(line.text))
        else:
            self._item(found, line)
            self._tokens.extend(tokens(line.text))
        text = line.text.strip()
        label = found is None and len(text) <= _LABEL and text.endswith(":")
        self._before = f"{self._before} {text}".strip() if label else text

    def lists(self) -> tuple[Daftar, ...]:
        """All lists in order of their first items."""
        return tuple(item.closed() for item in self._done)

    def _item(self, found: Penanda, line: Line) -> None:
        for baca in found.baca:
            opened = self._continued(baca, line.place)
            if opened is not None:
                self._add(opened, found, baca, line)
                return
        for baca in found.baca:
            opened = self._same_indent(baca, line.place)
            if opened is not None:
                self._add(opened, found, baca, line)
                return
        self._begin(found, line)

    def _continued(self, baca: Baca, place: Place) -> _Open | None:
        """The open list whose next item this is; one with the same indent before the others."""
        fits = [o for o in self._stack if o.gaya == baca.gaya and o.butir[-1].urut + 1 == baca.urut]
        near = [o for o in fits if abs(_right(o.butir[-1].place, place)) <= _NEAR_INDENT]
        return max(near, key=lambda o: (_aligned(o.butir[-1].place, place), self._stack.index(o)), default=None)

    def _same_indent(self, baca: Baca, place: Place) -> _Open | None:
        """The open list at the same indent whose last rank is the same or a little lower."""
        for opened in reversed(self._stack):
            step = baca.urut - opened.butir[-1].urut
            if (
                opened.gaya == baca.gaya
                and baca.urut > 1
                and 0 <= step <= _NEAR_RANK
                and _aligned(opened.butir[-1].place, place)
            ):
                return opened
        return None

    def _begin(self, found: Penanda, line: Line) -> None:
        """A new list; a first rank other than 1 may continue one of its style that is still open."""
        baca = min(found.baca, key=lambda b: (b.urut != 1, b.gaya.strip("()")[:1] in "iI"))
        self._leave(baca, line.place)
        same = [o for o in self._stack if o.gaya == baca.gaya]
        goes_on = bool(same) or len(found.baca) > 1 or self._last.get(baca.gaya) == baca.urut - 1
        opened = _Open(
            gaya=baca.gaya,
            pengantar=self._before,
            lanjutan=baca.urut > 1 and goes_on,
            bersarang=bool(same),
            seen=len(self._tokens),
            lines=self._lines,
        )
        self._stack.append(opened)
        self._done.append(opened)
        self._add(opened, found, baca, line)

    def _leave(self, baca: Baca, place: Place) -> None:
        """Closes lists that stand further in than a new one, and one of its style at its indent (on paper only)."""
        for opened in self._stack:
            right = _right(opened.butir[-1].place, place)
            beside = isinstance(place, PdfPlace) and opened.gaya == baca.gaya and right >= -_SAME_INDENT
            if right > _SAME_INDENT or beside:
                del self._stack[self._stack.index(opened) :]
                return

    def _add(self, opened: _Open, found: Penanda, baca: Baca, line: Line) -> None:
        del self._stack[self._stack.index(opened) + 1 :]
        last = opened.butir[-1].place if opened.butir else line.place
        opened.butir.append(
            Butir(
                penanda=found.teks,
                urut=baca.urut,
                teks=found.sisa,
                place=line.place,
                sejajar=_aligned(last, line.place),
                antara=tuple(self._tokens[opened.seen :]),
                jarak=self._lines - opened.lines,
            )
        )
        opened.seen = len(self._tokens) + len(tokens(line.text)[:1])
        opened.lines = self._lines
        self._last[opened.gaya] = baca.urut


def _right(a: Place, b: Place) -> float:
    """How far a begins to the right of b; 0 in a Word file."""
    return a.bbox.x0 - b.bbox.x0 if isinstance(a, PdfPlace) and isinstance(b, PdfPlace) else 0.0


def _aligned(a: Place, b: Place) -> bool:
    return abs(_right(a, b)) <= _SAME_INDENT


def cell_lists(table: Table) -> Iterator[Daftar]:
    """Lists that stand whole in one cell: the cell begins with a marker and holds markers of that style."""
    for cell in table.cells:
        if cell.row < table.header_rows or not cell.lines:
            continue
        items = _cell_items(cell)
        if len(items) < 2:
            continue
        first = items[0]
        yield Daftar(
            gaya=first.gaya,
            butir=tuple(_cell_item(cell, items, k) for k in range(len(items))),
            lanjutan=first.urut > 1 and _may_continue(table, cell, first),
            sel=True,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    start: int
    end: int
    teks: str
    gaya: str
    urut: int


def _cell_items(cell: Cell) -> list[_Mark]:
    """Markers of the style with which the cell begins: small letters anywhere, others at the start of lines."""
    head = marker(cell.lines[0].text)
    if head is None:
        return []
    flat = cell.flat.strip()
    opening = min(head.baca, key=lambda b: (b.urut != 1, b.gaya.strip("()")[:1] in "iI"))
    marks = {
        start: _Mark(start=start, end=start + len(text), teks=text, gaya=baca.gaya, urut=baca.urut)
        for start, text, baca in inline_markers(flat)
    }
    marks |= {mark.start: mark for mark in _line_marks(cell.lines)}
    own = [marks[start] for start in sorted(marks) if marks[start].gaya == opening.gaya]
    return own if own and own[0].start == 0 else []


def _line_marks(lines: Sequence[Line]) -> Iterator[_Mark]:
    start = 0
    for line in lines:
        found = marker(line.text)
        for baca in found.baca if found is not None else ():
            if found is not None and baca.gaya.strip("()")[:1] not in "iI":
                yield _Mark(start=start, end=start + len(found.teks), teks=found.teks, gaya=baca.gaya, urut=baca.urut)
        start += len(line.text) + 1


def _cell_item(cell: Cell, items: Sequence[_Mark], k: int) -> Butir:
    flat = cell.flat.strip()
    until = items[k + 1].start if k + 1 < len(items) else len(flat)
    before = flat[items[k - 1].end : items[k].start] if k else ""
    return Butir(
        penanda=items[k].teks,
        urut=items[k].urut,
        teks=flat[items[k].end : until].strip(),
        place=cell.place,
        antara=tuple(word for word in before.split() if len(word.strip("().:")) <= 2),
    )


def _may_continue(table: Table, cell: Cell, first: _Mark) -> bool:
    """Whether the item before may stand above, beside, on a page before, or alone in its cell without number."""
    above_it = sum(c.col == cell.col and table.header_rows <= c.row < cell.row and bool(c.lines) for c in table.cells)
    if table.header_rows == 0 or above_it >= first.urut - 1 or first.gaya[:1].isdigit():
        return True
    for other in table.cells:
        above = other.row < cell.row and (other.col == cell.col or other.row >= cell.row - _ROWS_ABOVE)
        beside = other.row == cell.row and other is not cell
        if (above or beside) and other.row >= table.header_rows and _holds(other, first):
            return True
    return False


def _holds(cell: Cell, first: _Mark) -> bool:
    """Whether a cell prints a marker of the rank before."""
    for line in cell.lines:
        for word in line.text.split():
            found = marker(f"{word} X")
            if found and any(b.gaya == first.gaya and b.urut == first.urut - 1 for b in found.baca):
                return True
    return False
