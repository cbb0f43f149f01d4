"""The grid of a Word table: merged cells, indented rows, and columns too narrow to be columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from lxml.etree import _Element as Element

from extractors.readers.docx.flow import within
from extractors.readers.docx.names import flag, m, value, w, whole

SLIVER_TWIPS = 100
_TR = frozenset({w("tr")})
_TC = frozenset({w("tc")})
_PRINTED = (
    w("t"), w("sym"), w("noBreakHyphen"), w("instrText"), w("fldSimple"), w("fldChar"), m("t"), w("numPr"),
    w("drawing"), w("object"), w("pict"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One merged region of the grid; `cells` are the `w:tc` whose text it prints."""

    row: int
    col: int
    rowspan: int
    colspan: int
    cells: tuple[Element, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as a grid: its size, its regions by row and column, its leading rows marked as heading."""

    rows: int
    cols: int
    header_rows: int
    regions: tuple[Region, ...]

    def by_row(self) -> Iterator[tuple[Region, ...]]:
        """The regions that begin in each row."""
        rows: list[list[Region]] = [[] for _ in range(self.rows)]
        for region in self.regions:
            rows[region.row].append(region)
        return (tuple(row) for row in rows)


@dataclass(slots=True)
class _Laid:
    """A cell laid on the raw grid of the file; `end` is the first grid column behind it."""

    start: int
    end: int
    cells: list[Element]
    continues: bool


@dataclass(slots=True)
class _Open:
    """A region that may still grow downwards."""

    row: int
    col: int
    end: int
    rowspan: int
    cells: tuple[Element, ...]


def read_grid(table: Element) -> Grid:
    """Lays the cells of a `w:tbl` out; rows that are hidden or deleted with tracked changes are left out."""
    rows = [row for row in within(table, _TR) if _is_printed(row)]
    laid = [_lay(row) for row in rows]
    columns = _columns([cell for row in laid for cell in row], _grid_widths(table))
    regions: list[_Open] = []
    above: dict[tuple[int, int], _Open] = {}
    for number, row in enumerate(laid):
        above = _stack(number, row, columns, above)
        regions.extend(region for region in above.values() if region.row == number)
    regions.sort(key=lambda region: (region.row, region.col))
    return Grid(
        rows=len(rows),
        cols=max(columns.values(), default=0),
        header_rows=_marked_rows(rows),
        regions=tuple(
            Region(row=one.row, col=one.col, rowspan=one.rowspan, colspan=one.end - one.col, cells=one.cells)
            for one in regions
        ),
    )


def _is_printed(row: Element) -> bool:
    """Whether the row is neither hidden nor a tracked deletion."""
    properties = row.find(w("trPr"))
    if properties is None:
        return True
    return properties.find(w("del")) is None and not flag(properties, "hidden")


def _marked_rows(rows: Sequence[Element]) -> int:
    """How many of the first rows are marked to be repeated on every page."""
    count = 0
    for row in rows:
        if not flag(row.find(w("trPr")), "tblHeader"):
            break
        count += 1
    return count


def _lay(row: Element) -> list[_Laid]:
    """The cells of a row on the raw grid; cells merged sideways the old way (`w:hMerge`) are one."""
    start = max(0, whole(value(row.find(w("trPr")), "gridBefore")))
    cells: list[_Laid] = []
    for cell in within(row, _TC):
        properties = cell.find(w("tcPr"))
        end = start + max(1, whole(value(properties, "gridSpan"), 1))
        if cells and _continues(properties, "hMerge"):
            cells[-1].end = end
            cells[-1].cells.append(cell)
        else:
            continues = _continues(properties, "vMerge")
            cells.append(_Laid(start=start, end=end, cells=[cell], continues=continues))
        start = end
    return cells


def _continues(properties: Element | None, name: str) -> bool:
    """Whether the cell continues a merge; a merge mark without value continues."""
    mark = properties.find(w(name)) if properties is not None else None
    return mark is not None and mark.get(w("val"), "continue") == "continue"


def _grid_widths(table: Element) -> list[int]:
    """Widths of the raw grid columns in twips."""
    return [whole(column.get(w("w"))) for column in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]


def _columns(cells: Sequence[_Laid], widths: Sequence[int]) -> dict[int, int]:
    """Column number of every raw edge at which a cell begins or ends.

    Raw grid columns that no cell tells apart are one column. Edges that were dragged apart by less than
    `SLIVER_TWIPS` (a cell's own margins are wider) are one edge, unless a cell that prints something has no
    other place than between them.
    """
    edges = sorted({edge for cell in cells for edge in (cell.start, cell.end)})
    spans = list(pairwise(edges))
    slivers = _slivers(cells, spans, widths)
    columns = dict.fromkeys(edges[:1], 0)
    for left, right in spans:
        columns[right] = columns[left] + ((left, right) not in slivers)
    return columns


def _slivers(
    cells: Sequence[_Laid], spans: Sequence[tuple[int, int]], widths: Sequence[int]
) -> set[tuple[int, int]]:
    """Spans between two raw edges that are one edge on paper; none when the file gives no usable widths."""
    if not spans or len(widths) < spans[-1][1] or min(widths) <= 0:
        return set()
    sizes = {(left, right): sum(widths[left:right]) for left, right in spans}
    limit = min(SLIVER_TWIPS, median(sizes.values()) / 4)
    slivers = {span for span, size in sizes.items() if size < limit}
    for cell in cells:
        own = [span for span in spans if cell.start <= span[0] and span[1] <= cell.end]
        if slivers.issuperset(own) and _prints(cell):
            slivers.discard(own[0])
    return slivers


def _prints(cell: _Laid) -> bool:
    """Whether anything stands in the cell."""
    return any(next(element.iter(*_PRINTED), None) is not None for element in cell.cells)


def _stack(
    number: int, row: Sequence[_Laid], columns: Mapping[int, int], above: Mapping[tuple[int, int], _Open]
) -> dict[tuple[int, int], _Open]:
    """Regions that cover the row, by their columns: new ones, and those a cell continues from above."""
    regions: dict[tuple[int, int], _Open] = {}
    for cell in row:
        place = columns[cell.start], columns[cell.end]
        if place[0] == place[1]:
            continue
        region = above.get(place) if cell.continues else None
        if region is None:
            region = _Open(row=number, col=place[0], end=place[1], rowspan=1, cells=tuple(cell.cells))
        else:
            region.rowspan += 1
        regions[place] = region
    return regions
