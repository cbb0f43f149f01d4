"""The grid of a Word table: merged cells, indented rows, and columns too narrow to be columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from lxml.etree import _Element as Element

from extractors.readers.docx.flow import within
from extractors.readers.docx.names import flag, value, w, whole

SLIVER_TWIPS = 100
_TR = frozenset({w("tr")})
_TC = frozenset({w("tc")})
_MAX_COLS = 4096


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
    """A table as a grid: size, regions ordered by row and column, rows marked as repeated heading."""

    rows: int
    cols: int
    header_rows: int
    regions: tuple[Region, ...]


@dataclass(slots=True)
class _Open:
    """A region still growing; `end` is the first grid column behind it."""

    row: int
    col: int
    end: int
    rowspan: int
    cells: list[Element]


def read_grid(table: Element) -> Grid:
    """Lays the cells of a `w:tbl` out; rows that are hidden or deleted with tracked changes are left out."""
    rows = [row for row in within(table, _TR) if _is_printed(row)]
    regions: list[_Open] = []
    width = 0
    above: dict[int, _Open] = {}
    for number, row in enumerate(rows):
        below, end = _lay_row(number, row, above)
        above = {region.col: region for region in below}
        regions.extend(region for region in below if region.row == number)
        width = max(width, end)
    edges = _edges(regions, width, _grid_widths(table))
    placed = (_placed(region, edges) for region in regions)
    return Grid(
        rows=len(rows),
        cols=len(set(edges)) - 1 if edges else 0,
        header_rows=_marked_rows(rows),
        regions=tuple(sorted((region for region in placed if region), key=lambda region: (region.row, region.col))),
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


def _lay_row(number: int, row: Element, above: dict[int, _Open]) -> tuple[list[_Open], int]:
    """Regions that cover the row, new or grown from `above`, and the first grid column behind the row."""
    properties = row.find(w("trPr"))
    col = max(0, whole(value(properties, "gridBefore")))
    regions: list[_Open] = []
    for cell in within(row, _TC):
        cell_properties = cell.find(w("tcPr"))
        end = min(col + max(1, whole(value(cell_properties, "gridSpan"), 1)), _MAX_COLS)
        if _continues(cell_properties, "hMerge") and regions and regions[-1].row == number:
            regions[-1].end = end
            regions[-1].cells.append(cell)
            col = end
            continue
        region = above.get(col) if _continues(cell_properties, "vMerge") else None
        if region is not None and region.end == end:
            region.rowspan += 1
        else:
            region = _Open(row=number, col=col, end=end, rowspan=1, cells=[cell])
        regions.append(region)
        col = end
    return regions, col + max(0, whole(value(properties, "gridAfter")))


def _continues(properties: Element | None, name: str) -> bool:
    """Whether the cell continues a merge; a merge mark without value continues."""
    mark = properties.find(w(name)) if properties is not None else None
    return mark is not None and mark.get(w("val"), "continue") == "continue"


def _grid_widths(table: Element) -> list[int]:
    """Widths of the grid columns in twips."""
    return [whole(column.get(w("w"))) for column in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]


def _edges(regions: Sequence[_Open], width: int, widths: Sequence[int]) -> list[int]:
    """Column number for every grid edge; edges at which no cell begins or ends share a column.

    Edges of neighbouring rows that were dragged apart by less than `SLIVER_TWIPS` (a cell's own margins are wider) are
    one edge, unless a cell with text stands between them.
    """
    used = sorted({edge for region in regions for edge in (region.col, region.end)} | {0, width})
    slivers = _slivers(regions, used, widths)
    edges = [0] * (width + 1)
    position, column = 0, 0
    for left, right in zip(used, used[1:], strict=False):
        for edge in range(left, right):
            edges[edge] = column if edge > left or position == 0 else edges[left]
        column += 0 if (left, right) in slivers else 1
        edges[right] = column
        position = right
    return edges


def _slivers(regions: Sequence[_Open], used: Sequence[int], widths: Sequence[int]) -> set[tuple[int, int]]:
    """Pairs of neighbouring edges that are one edge on paper."""
    if len(widths) < used[-1] or any(one <= 0 for one in widths[: used[-1]]):
        return set()
    spans = list(zip(used, used[1:], strict=False))
    sizes = {span: sum(widths[span[0] : span[1]]) for span in spans}
    limit = min(SLIVER_TWIPS, median(sizes.values()) / 4) if sizes else 0
    filled = {(region.col, region.end) for region in regions if any(_has_text(cell) for cell in region.cells)}
    return {span for span in spans if sizes[span] < limit and span not in filled}


def _has_text(cell: Element) -> bool:
    """Whether any text stands in the cell."""
    return any((text.text or "").strip() for text in cell.iter(w("t")))


def _placed(region: _Open, edges: Sequence[int]) -> Region | None:
    """The region in columns; None when it is a sliver without text."""
    col, end = edges[region.col], edges[region.end]
    if end <= col:
        return None
    return Region(row=region.row, col=col, rowspan=region.rowspan, colspan=end - col, cells=tuple(region.cells))


def regions_by_row(grid: Grid) -> Iterator[tuple[Region, ...]]:
    """The regions that begin in each row."""
    rows: list[list[Region]] = [[] for _ in range(grid.rows)]
    for region in grid.regions:
        rows[region.row].append(region)
    return (tuple(row) for row in rows)


def without_edge_cases(grid: Grid) -> Grid:
    """The same grid."""
    return replace(grid)
