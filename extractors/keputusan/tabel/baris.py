"""The rows of an indicator table as they are printed: for each column its lines, and whether the cell is merged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.header_rows import row_cells
from extractors.headers import squash
from extractors.keputusan.sel.pecah import belum_selesai
from extractors.keputusan.sel.tanda import UKURAN
from extractors.keputusan.tabel.kepala import Kolom, baris_kepala, baris_nomor, letak, sebagai_leaf, tepi
from extractors.keputusan.tabel.peran import Peran
from extractors.leafs import Leaf, assign_cells, leafs_under
from schemas.printed import Cell, Line, Table
from schemas.provenance import PdfPlace, Place, page_of

_KOSONG = re.compile(r"[-–—_.…*\s]+")
_MARKA = re.compile(r"\(?[\da-zA-Z.]{1,5}[.)]|[^\w\s(]")
_NOMOR = re.compile(r"\(?\d{1,3}[.)]?")
_TANDA_AWAL = re.compile(r"^\(?[\w.]{1,6}[.)]\s*|^[^\w(]\s*")
_SAMA_TEPI = 0.015


@dataclass(frozen=True, slots=True, kw_only=True)
class Sel:
    """What one row holds in one column.

    Attributes:
        asal: a cell that begins in a row above covers this square.
        place: of the cell (or square).
    """

    lines: tuple[Line, ...] = ()
    asal: bool = False
    place: Place | None = None

    @property
    def isi(self) -> bool:
        """Whether anything is printed in it."""
        return any(line.text.strip() for line in self.lines)

    @property
    def datar(self) -> str:
        """Its text, for looking at only."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Baris:
    """One row of the body.

    Attributes:
        table: position of its table among the printed ones; row: grid row.
        atas: it is the first row of a page (of a piece of the table): what is blank may go on from above.
        penuh: its text stands alone across the columns, and heads the rows below it.
    """

    table: int
    row: int
    sel: tuple[Sel, ...]
    atas: bool = False
    penuh: bool = False

    @property
    def place(self) -> Place | None:
        """Place of its first cell with text, of any cell without."""
        filled = [sel.place for sel in self.sel if sel.isi and sel.place]
        return next(iter(filled or [sel.place for sel in self.sel if sel.place]), None)


def baca_baris(table: Table, number: int, kolom: Sequence[Kolom], start: int, *, sambungan: bool) -> tuple[Baris, ...]:
    """The body rows from `start` on: without blank rows, column numbers, repeated headings and rows of dashes."""
    leafs = sebagai_leaf(kolom)
    assigned = assign_cells(replace(table, header_rows=start), leafs)
    merged = _tergabung(table, leafs)
    rows = row_cells(table)
    heads = {squash(own.kepala.text) for own in kolom if own.kepala}
    tops = _baris_atas(table) | ({start} if sambungan else set())
    out: list[Baris] = []
    pending = False
    for row in range(start, table.rows):
        if _dilewati(rows[row], heads):
            pending = pending or row in tops
            continue
        cells = assigned[row]
        sel = tuple(_sel(cells[k], merged.get((row, k)), own) for k, own in enumerate(kolom))
        penuh = _sendirian(rows[row], leafs)
        own = Baris(table=number, row=row, sel=sel, atas=row in tops or pending, penuh=penuh)
        out.extend(_belah(own, letak(kolom, Peran.INDIKATOR) or 0))
        pending = False
    return tuple(out)


def _belah(baris: Baris, indikator: int) -> tuple[Baris, ...]:
    """A row whose indicator cell holds a whole name above a page edge and another below it, as the two rows they are.

    Readers close rows that a page edge seems to cut; names in a list of marks stay in their cell.
    """
    lines = baris.sel[indikator].lines
    edge = next((k for k in range(1, len(lines)) if _halaman(lines[k]) != _halaman(lines[k - 1])), None)
    if edge is None or baris.penuh or not UKURAN.match(lines[edge].text):
        return (baris,)
    above = " ".join(line.text for line in lines[:edge])
    if belum_selesai(above) or not UKURAN.match(_TANDA_AWAL.sub("", above)):
        return (baris,)
    last = _halaman(lines[edge - 1])
    upper = tuple(replace(sel, lines=tuple(x for x in sel.lines if _halaman(x) <= last)) for sel in baris.sel)
    lower = tuple(replace(sel, lines=tuple(x for x in sel.lines if _halaman(x) > last)) for sel in baris.sel)
    return (replace(baris, sel=upper), replace(baris, sel=lower, atas=True))


def _halaman(line: Line) -> int:
    return page_of(line.place) or 0


def kolom_sambungan(table: Table, kolom: Sequence[Kolom]) -> tuple[Kolom, ...] | None:
    """The columns of a table without headings that goes on with one before it; None when its grid is another.

    On paper the borders decide, in a Word file the number of columns.
    """
    edges = tepi(table)
    known = [own for own in kolom if own.x0 is not None and own.x1 is not None]
    if not edges or len(known) < len(kolom):
        return tuple(kolom) if table.cols == max(own.last for own in kolom) + 1 else None
    order = sorted(edges)
    first = [_terdekat(own.x0 or 0.0, order, edges) for own in kolom]
    last = [_terdekat(own.x1 or 0.0, order, edges) for own in kolom]
    width = (kolom[-1].x1 or 0.0) - (kolom[0].x0 or 0.0)
    far = [
        abs(edges[a] - (own.x0 or 0.0)) + abs(edges[b] - (own.x1 or 0.0))
        for own, a, b in zip(kolom, first, last, strict=True)
    ]
    if max(far) > 2 * _SAMA_TEPI * width or any(a >= b for a, b in zip(first, last, strict=True)):
        return None
    return tuple(replace(own, first=a, last=b - 1) for own, a, b in zip(kolom, first, last, strict=True))


def tampak_melanjutkan(table: Table, baris: Sequence[Baris], kolom: Sequence[Kolom]) -> bool:
    """Whether rows without headings look like those of an indicator table.

    What the reader took for a heading, and a Word file (which breaks no table at a page's end), need names that begin
    like measures.
    """
    if not baris:
        return False
    if tepi(table) and not table.header_rows:
        return True
    at = letak(kolom, Peran.INDIKATOR) or 0
    texts = [row.sel[at].datar.strip() for row in baris if row.sel[at].isi]
    named = sum(1 for text in texts if UKURAN.match(_TANDA_AWAL.sub("", text)))
    return bool(texts) and named * 2 >= len(texts)


def _terdekat(x: float, order: Sequence[int], edges: dict[int, float]) -> int:
    return min(order, key=lambda col: abs(edges[col] - x))


def _baris_atas(table: Table) -> set[int]:
    """Rows that begin a page; a row that the edge cuts begins on the page before."""
    return {part.first_row for before, part in pairwise(table.parts) if part.first_row > before.last_row}


def _tergabung(table: Table, leafs: Sequence[Leaf]) -> dict[tuple[int, int], Cell]:
    """Squares (row, column) below the first row of merged cells, with their cells."""
    return {
        (row, k): cell
        for cell in table.cells
        if cell.rowspan > 1
        for k in leafs_under(cell, leafs)
        for row in range(cell.row + 1, min(cell.row + cell.rowspan, table.rows))
    }


def _dilewati(row: Sequence[Cell], heads: set[str]) -> bool:
    """Whether a row is blank, numbers columns, repeats the headings or holds nothing but dashes."""
    texts = [cell.flat.strip() for cell in row if cell.flat.strip()]
    if not texts or all(_KOSONG.fullmatch(text) for text in texts) or baris_nomor(row):
        return True
    repeated = sum(1 for text in texts if squash(text) in heads)
    return baris_kepala(row) or (repeated > 1 and repeated * 4 >= len(texts) * 3)


def _sel(cells: Sequence[Cell], merged: Cell | None, kolom: Kolom) -> Sel:
    """The square of a row under a column, with the lines of every cell that begins there.

    A number in a square of its own beside a text under one heading is the number of the row.
    """
    texts = [cell for cell in cells if cell.flat.strip()]
    if len(texts) > 1 and kolom.peran is not Peran.INDIKATOR and _NOMOR.fullmatch(texts[0].flat.strip()):
        texts = texts[1:]
    lines = _berdampingan(texts) or tuple(line for cell in texts for line in cell.lines)
    place = cells[0].place if cells else merged.place if merged is not None else None
    return Sel(lines=lines, asal=merged is not None and not lines, place=place)


def _berdampingan(cells: Sequence[Cell]) -> tuple[Line, ...]:
    """The lines of a cell of marks (`a.` / `b.`) and of the cell of names beside it, each mark before its name."""
    if len(cells) != 2 or not all(_MARKA.fullmatch(line.text.strip()) for line in cells[0].lines):
        return ()
    marks, names = cells[0].lines, cells[1].lines
    if all(isinstance(line.place, PdfPlace) for line in (*marks, *names)):
        return tuple(sorted((*marks, *names), key=_letak_baris))
    if len(marks) != len(names):
        return ()
    return tuple(line for pair in zip(marks, names, strict=True) for line in pair)


def _letak_baris(line: Line) -> tuple[int, int, float]:
    """Order of reading on paper; lines of nearly one height are one row."""
    place = line.place
    return (place.page, round(place.bbox.top / 4), place.bbox.x0) if isinstance(place, PdfPlace) else (0, 0, 0.0)


def _sendirian(row: Sequence[Cell], leafs: Sequence[Leaf]) -> bool:
    """Whether one text stands across (nearly) all columns."""
    filled = [cell for cell in row if cell.flat.strip()]
    return len(filled) == 1 and len(leafs) > 2 and len(leafs_under(filled[0], leafs)) >= len(leafs) - 1
