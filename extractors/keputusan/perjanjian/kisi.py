"""Makes tables of scanned agreements whole again: headings printed outside the grid, rows that the scan shifted.

A grid without headings under a line that names as many columns as it has, or with that line across its upper edge, is
built anew: the list marks of its indicators (`1.1.`, `2.3.`) begin its rows, and each line goes by its height to the
row it stands beside. What stands across columns keeps its place in the flow and is left to be reported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter

from extractors.headers import is_heading_text
from extractors.keputusan.alir.dokumen import Alir, Baris, TabelAlir
from extractors.label_lines import around
from schemas.printed import Cell, Line, Table
from schemas.provenance import BBox, PdfPlace

_HEADS = re.compile(
    r"(?:no(?:mor)?\b\.?|sasaran(?:\s+(?:strategis|program|kegiatan|kinerja))?|indikator(?:\s+kinerja)?(?:\s+utama)?|satuan"
    r"|target(?:\s+kinerja)?)(?=\s|$)",
    re.IGNORECASE,
)
_MARK = re.compile(r"(?P<induk>\d{1,2})[.,]\s?(?P<anak>\d{1,2})\b[.)]?\s*(?=\S)")
_NUMBER = re.compile(r"(?P<tanda>\d{1,2})[.)]?\s+(?=[^\W\d_])")
_FIGURE = re.compile(r"(?P<nama>.*\S)\s+(?P<angka>\d[\d.,]*)$")
_NEAR = 30.0
_LEVEL = 6.0
_SLACK = 3.0
_MIN_ROWS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kisi:
    """The borders of the columns, and the height below which the body stands."""

    page: int
    kepala: tuple[str, ...]
    tepi: tuple[float, ...]
    atas: float
    bawah: float

    def column(self, x: float) -> int | None:
        """The column at x."""
        return next((k for k, (a, b) in enumerate(pairwise(self.tepi)) if a - _SLACK <= x < b), None)


def whole_tables(alir: Sequence[Alir]) -> tuple[Alir, ...]:
    """The flow with such tables built anew; the lines that went into them are gone from it."""
    found = list(alir)
    for item in alir:
        if isinstance(item, TabelAlir):
            _rebuild(found, item)
    return tuple(found)


def _rebuild(flow: list[Alir], item: TabelAlir) -> None:
    """Replace a table in the flow, where all of its parts can be told."""
    place = item.table.place
    if not isinstance(place, PdfPlace) or len(item.table.parts) != 1 or _headed(item.table):
        return
    kisi = _grid(flow, item.table, place)
    if kisi is None:
        return
    strays = [one for one in flow if isinstance(one, Baris) and _within(one, kisi)]
    lines = [line for cell in item.table.cells for line in cell.lines if line.top > kisi.atas]
    parts = [part for one in strays for part in _split(Line(text=one.text, place=one.place), kisi)]
    taken = [one for one in strays if _split(Line(text=one.text, place=one.place), kisi)]
    table = _table(item.table, kisi, [*lines, *parts])
    if table is None:
        return
    at = next(k for k, one in enumerate(flow) if one is item)
    heading = [one for one in flow if isinstance(one, Baris) and _is_heading(one, kisi)]
    flow[at] = replace(item, table=table)
    gone = {id(one) for one in (*taken, *heading)}
    flow[:] = [one for one in flow if id(one) not in gone]


def _headed(table: Table) -> bool:
    """Whether the first row of a table names its columns."""
    first = [cell.flat for cell in table.cells if cell.row == 0 and cell.flat.strip()]
    return bool(first) and all(is_heading_text(text) for text in first)


def _grid(flow: Sequence[Alir], table: Table, place: PdfPlace) -> _Kisi | None:
    """Columns of the grid with the headings that stand over it."""
    tepi = _borders(table)
    if tepi is None:
        return None
    for one in flow:
        where = one.place
        if not isinstance(one, Baris) or not isinstance(where, PdfPlace) or where.page != place.page:
            continue
        if not -_NEAR < place.bbox.top - where.bbox.top < _NEAR:
            continue
        level = [line for cell in table.cells for line in cell.lines if abs(line.top - where.bbox.top) < _LEVEL]
        words = sorted([(where.bbox.x0, one.text), *((line.left, line.text) for line in level)])
        heads = _columns(" ".join(text for _, text in words))
        if len(heads) == table.cols:
            return _Kisi(
                page=place.page, kepala=heads, tepi=tepi, atas=where.bbox.top + _LEVEL, bawah=place.bbox.bottom + 4
            )
    return None


def _columns(text: str) -> tuple[str, ...]:
    """The column headings that a line is made of; () when there is anything else in it."""
    heads = [match.group() for match in _HEADS.finditer(text)]
    return tuple(heads) if " ".join(heads) == " ".join(text.split()) else ()


def _borders(table: Table) -> tuple[float, ...] | None:
    """Left edges of the columns and the right edge of the last one."""
    edges: dict[int, float] = {}
    for cell in table.cells:
        if isinstance(cell.place, PdfPlace):
            edges.setdefault(cell.col, cell.place.bbox.x0)
            if cell.col + cell.colspan == table.cols:
                edges.setdefault(table.cols, cell.place.bbox.x1)
    if isinstance(table.place, PdfPlace):
        edges.setdefault(0, table.place.bbox.x0)
    if sorted(edges) == list(range(table.cols + 1)):
        return tuple(edges[k] for k in range(table.cols + 1))
    known = sorted(edges)
    merged = table.cols == 4 and known == [0, 2, 3, 4]
    return (edges[0], edges[0] + 30.0, edges[2], edges[3], edges[4]) if merged else None


def _within(one: Baris, kisi: _Kisi) -> bool:
    place = one.place
    return (
        isinstance(place, PdfPlace)
        and place.page == kisi.page
        and kisi.atas < place.bbox.top < kisi.bawah
        and not one.bagian
    )


def _is_heading(one: Baris, kisi: _Kisi) -> bool:
    place = one.place
    on_level = isinstance(place, PdfPlace) and place.page == kisi.page and abs(place.bbox.top - kisi.atas) < 2 * _LEVEL
    return on_level and bool(_columns(one.text))


def _split(line: Line, kisi: _Kisi) -> list[Line]:
    """A line outside the grid as lines of columns; [] when it stands across columns in a way that cannot be told."""
    assert isinstance(line.place, PdfPlace)
    box = line.place.bbox
    first, last = kisi.column(box.x0), kisi.column(box.x1 - _SLACK)
    if first is None or last is None:
        return []
    number = _NUMBER.match(line.text)
    if first == 0 and last == 1 and number is not None:
        return [
            _part(line, number["tanda"], box.x0, min(box.x0 + 10, kisi.tepi[1])),
            _part(line, line.text[number.end() :], kisi.tepi[1] + 1, box.x1),
        ]
    figure = _FIGURE.match(line.text)
    if last == first + 1 == len(kisi.kepala) - 1 and figure is not None:
        return [
            _part(line, figure["nama"], box.x0, kisi.tepi[last] - 1),
            _part(line, figure["angka"], kisi.tepi[last] + 1, box.x1),
        ]
    return [line] if first == last else []


def _part(line: Line, text: str, x0: float, x1: float) -> Line:
    assert isinstance(line.place, PdfPlace)
    box = line.place.bbox
    return replace(
        line, text=text.strip(), place=replace(line.place, bbox=BBox(x0=x0, top=box.top, x1=x1, bottom=box.bottom))
    )


def _table(table: Table, kisi: _Kisi, lines: Sequence[Line]) -> Table | None:
    """The table with a heading row and a row for each mark of an indicator; None when the marks do not carry it."""
    column = next((k for k, head in enumerate(kisi.kepala) if head.lower().startswith("indikator")), None)
    columns = ([one for one in lines if kisi.column(one.left) == k] for k in range(table.cols))
    by_column = [sorted(column_lines, key=attrgetter("top")) for column_lines in columns]
    if column is None:
        return None
    marks = [(one, found) for one in by_column[column] if (found := _MARK.match(one.text)) is not None]
    numbers = [(int(found["induk"]), int(found["anak"])) for _, found in marks]
    if len(marks) < _MIN_ROWS or numbers != sorted(set(numbers)) or marks[0][0].top > _first(by_column[column]) + 1:
        return None
    edges = [one.top - _SLACK for one, _ in marks]
    rows = [[_between(column_lines, a, b) for a, b in pairwise([*edges, float("inf")])] for column_lines in by_column]
    parents = [number for number, _ in numbers]
    goals = _goals(by_column, kisi)
    cells = [_cell(table, 0, k, [_heading(kisi, k)]) for k in range(table.cols)]
    for row, parent in enumerate(parents, start=1):
        for k in range(table.cols):
            if k < 2 and column == 2:
                if row == 1 or parents[row - 2] != parent:
                    span = parents.count(parent)
                    cells.append(_cell(table, row, k, goals.get(parent, ([], []))[k], rowspan=span))
            else:
                cells.append(_cell(table, row, k, rows[k][row - 1]))
    part = replace(table.parts[0], first_row=0, last_row=len(marks))
    note = "kisi hasil pindai disusun ulang menurut nomor indikatornya"
    return replace(
        table, rows=len(marks) + 1, cells=tuple(cells), header_rows=1, parts=(part,), notes=(*table.notes, note)
    )


def _first(lines: Sequence[Line]) -> float:
    return lines[0].top if lines else 0.0


def _between(lines: Sequence[Line], a: float, b: float) -> list[Line]:
    return [line for line in lines if a <= line.top < b]


def _goals(by_column: Sequence[Sequence[Line]], kisi: _Kisi) -> dict[int, tuple[list[Line], list[Line]]]:
    """Number and text of each sasaran by its printed number."""
    starts = [(int(found.group()), line) for line in by_column[0] if (found := re.match(r"\d{1,2}", line.text))]
    edges = [line.top - _SLACK for _, line in starts]
    goals: dict[int, tuple[list[Line], list[Line]]] = {}
    for (number, line), (a, b) in zip(starts, pairwise([*edges, float("inf")]), strict=True):
        goals.setdefault(number, ([line], _between(by_column[1], a, b)))
    return goals


def _heading(kisi: _Kisi, k: int) -> Line:
    box = BBox(x0=kisi.tepi[k], top=kisi.atas - 2 * _LEVEL, x1=kisi.tepi[k + 1], bottom=kisi.atas)
    return Line(text=kisi.kepala[k], place=PdfPlace(page=kisi.page, bbox=box))


def _cell(table: Table, row: int, col: int, lines: Sequence[Line], rowspan: int = 1) -> Cell:
    place = around(lines) if lines else table.place
    return Cell(row=row, col=col, rowspan=rowspan, lines=tuple(lines), place=place)
