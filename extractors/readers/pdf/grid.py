"""From ruling lines to grids: pdfplumber's TableFinder finds the cells, rows and columns are numbered here."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pdfplumber.table import TableFinder, cells_to_tables

from extractors.readers.pdf.rules import Rule

SNAP_PT = 4.2
_JOIN_PT = 3.5
_TOUCH_PT = 4.6
_MIN_CELL_PT = 3.5
_BAND_CROSSINGS = 40

_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell's squares and its box in points."""

    row: int
    col: int
    rowspan: int
    colspan: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Grid:
    """The geometry of one table on one page.

    Attributes:
        xs, ys: borders of the columns and rows, ascending.
        closed_top, closed_bottom: whether a printed rule closes it there (a row cut by the page edge has none).
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    closed_top: bool = True
    closed_bottom: bool = True

    @property
    def rows(self) -> int:
        """Number of grid rows."""
        return len(self.ys) - 1

    @property
    def cols(self) -> int:
        """Number of grid columns."""
        return len(self.xs) - 1


class _RuleFinder(TableFinder):
    """TableFinder over edges we hand it; everything after the edges is pdfplumber's."""

    def __init__(self, edges: list[dict[str, Any]]) -> None:
        self._edges = edges
        super().__init__(_NO_PAGE, {"intersection_tolerance": _TOUCH_PT})

    def get_edges(self) -> list[dict[str, Any]]:
        """The given edges."""
        return self._edges


_NO_PAGE: Any = None


def merge_rules(rules: Iterable[Rule]) -> list[Rule]:
    """Lines that lie on one another or continue each other as one: double borders, dashes, cell-wise pieces."""
    return [*_merge([r for r in rules if r.vertical]), *_merge([r for r in rules if not r.vertical])]


def _merge(rules: Sequence[Rule]) -> list[Rule]:
    merged: list[Rule] = []
    for group in _by_position(rules):
        vertical = group[0].vertical
        weight = sum(rule.length for rule in group) or 1.0
        position = sum((rule.x0 if vertical else rule.top) * rule.length for rule in group) / weight
        for start, end in _joined(sorted((r.top, r.bottom) if vertical else (r.x0, r.x1) for r in group)):
            merged.append(
                Rule(position, start, position, end) if vertical else Rule(start, position, end, position)
            )
    return merged


def _by_position(rules: Sequence[Rule]) -> list[list[Rule]]:
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=_position):
        if groups and _position(rule) - _position(groups[-1][0]) <= SNAP_PT:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return groups


def _position(rule: Rule) -> float:
    return rule.x0 if rule.vertical else rule.top


def _joined(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for start, end in spans:
        if joined and start - joined[-1][1] <= _JOIN_PT:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def find_grids(rules: Sequence[Rule]) -> tuple[list[Grid], list[Rule]]:
    """Grids of a page and the horizontal lines that belong to none of them (fraction bars, underlines, separators)."""
    verticals = [r for r in rules if r.vertical and r.length >= _MIN_CELL_PT]
    horizontals = [r for r in rules if not r.vertical]
    crossing: list[Rule] = []
    loose: list[Rule] = []
    for rule in horizontals:
        (crossing if _crosses(rule, verticals) else loose).append(rule)
    verticals = [*verticals, *side_rules(verticals, crossing)]
    closing = closing_rules(verticals, crossing)
    tables = cells_to_tables(_cells(verticals, [*crossing, *closing]))
    grids = [grid for boxes in tables if (grid := _grid(boxes, closing)) is not None]
    return grids, loose


def _cells(verticals: Sequence[Rule], horizontals: Sequence[Rule]) -> list[_Box]:
    """The cells between the lines, from left to right and there from top to bottom."""
    return sorted(
        box
        for band in _bands(verticals, sorted(horizontals, key=_position))
        for box in _RuleFinder([_edge(rule) for rule in band]).cells
    )


def _bands(verticals: Sequence[Rule], horizontals: Sequence[Rule]) -> Iterator[list[Rule]]:
    """The lines of a page in bands that overlap in one horizontal, which all verticals at its height cross.

    No cell reaches over such a line, so every cell is found within a band. The search compares all crossings with
    one another; cut into bands, a long table costs in proportion to its rows. Bands are no smaller than pays.

    Args:
        verticals: in any order.
        horizontals: from top to bottom.
    """
    first = 0
    for last, rule in enumerate(horizontals[:-1]):
        if (last - first) * len(verticals) >= _BAND_CROSSINGS and _parts(rule, last, verticals, horizontals):
            yield [*_meeting(verticals, horizontals[first].top, rule.top), *horizontals[first : last + 1]]
            first = last
    if horizontals:
        yield [*_meeting(verticals, horizontals[first].top, horizontals[-1].top), *horizontals[first:]]


def _parts(rule: Rule, index: int, verticals: Sequence[Rule], horizontals: Sequence[Rule]) -> bool:
    """Whether a horizontal line stands alone at its height and crosses every vertical there."""
    near = horizontals[max(0, index - 1) : index + 2]
    return sum(other.top == rule.top for other in near) == 1 and all(
        rule.x0 - _TOUCH_PT <= v.x0 <= rule.x1 + _TOUCH_PT for v in _meeting(verticals, rule.top, rule.top)
    )


def _meeting(verticals: Sequence[Rule], top: float, bottom: float) -> list[Rule]:
    """The verticals that touch the heights between two."""
    return [v for v in verticals if v.top <= bottom + _TOUCH_PT and v.bottom >= top - _TOUCH_PT]


def _crosses(rule: Rule, verticals: Sequence[Rule]) -> bool:
    """Whether a horizontal line meets a vertical one at each of its ends, or crosses one on its way."""
    met = [v for v in verticals if v.top - _TOUCH_PT <= rule.top <= v.bottom + _TOUCH_PT]
    left = any(abs(v.x0 - rule.x0) <= _TOUCH_PT for v in met)
    right = any(abs(v.x0 - rule.x1) <= _TOUCH_PT for v in met)
    inside = any(rule.x0 + _TOUCH_PT < v.x0 < rule.x1 - _TOUCH_PT for v in met)
    return (left and right) or inside


def closing_rules(verticals: Sequence[Rule], horizontals: Sequence[Rule]) -> list[Rule]:
    """Lines that close rows cut by a page edge: where two or more verticals end together on no horizontal."""
    closing: list[Rule] = []
    for end in ("top", "bottom"):
        groups: dict[int, list[Rule]] = defaultdict(list)
        for vertical in verticals:
            groups[round(getattr(vertical, end) / (2 * _TOUCH_PT))].append(vertical)
        for group in _neighbours(groups, end):
            y = sum(getattr(v, end) for v in group) / len(group)
            x0, x1 = min(v.x0 for v in group), max(v.x0 for v in group)
            covered = sum(
                max(0.0, min(h.x1, x1) - max(h.x0, x0))
                for h in horizontals
                if abs(h.top - y) <= 1.5 * _TOUCH_PT
            )
            if len(group) > 1 and x1 - x0 > 4 * _TOUCH_PT and covered < 0.5 * (x1 - x0):
                closing.append(Rule(x0, y, x1, y))
    return closing


def side_rules(verticals: Sequence[Rule], horizontals: Sequence[Rule]) -> list[Rule]:
    """Lines for the outer borders a table does not draw: where its horizontals begin or end together on no vertical."""
    sides: list[Rule] = []
    for end in ("x0", "x1"):
        ordered = sorted(horizontals, key=lambda h: float(getattr(h, end)))
        groups: list[list[Rule]] = []
        for rule in ordered:
            if groups and getattr(rule, end) - getattr(groups[-1][0], end) <= _TOUCH_PT:
                groups[-1].append(rule)
            else:
                groups.append([rule])
        for group in groups:
            x = sum(getattr(r, end) for r in group) / len(group)
            sides += [Rule(x, top, x, bottom) for top, bottom in _undrawn(x, group, verticals)]
    return sides


def _undrawn(x: float, group: Sequence[Rule], verticals: Sequence[Rule]) -> list[tuple[float, float]]:
    """The height over which a group of horizontals ends on nothing; blank where a vertical stands there."""
    top, bottom = min(r.top for r in group), max(r.top for r in group)
    if len(group) < 2 or bottom - top < 2 * _MIN_CELL_PT:
        return []
    near = [v for v in verticals if abs(v.x0 - x) <= 2 * _TOUCH_PT and v.top < bottom and v.bottom > top]
    inner = [v for v in verticals if v.top < bottom and v.bottom > top and any(r.x0 < v.x0 < r.x1 for r in group)]
    if near or not inner:
        return []
    return [(min(top, *(v.top for v in inner)), max(bottom, *(v.bottom for v in inner)))]


def _neighbours(groups: dict[int, list[Rule]], end: str) -> list[list[Rule]]:
    """Groups whose ends lie within the touch tolerance, joined over the borders of the raster."""
    joined: list[list[Rule]] = []
    for key in sorted(groups):
        group = groups[key]
        if joined and abs(getattr(joined[-1][-1], end) - getattr(group[0], end)) <= _TOUCH_PT:
            joined[-1].extend(group)
        else:
            joined.append(list(group))
    return joined


def _edge(rule: Rule) -> dict[str, Any]:
    return {
        "x0": rule.x0,
        "x1": rule.x1,
        "top": rule.top,
        "bottom": rule.bottom,
        "width": rule.x1 - rule.x0,
        "height": rule.bottom - rule.top,
        "orientation": "v" if rule.vertical else "h",
        "object_type": "line",
    }


def _grid(boxes: Sequence[_Box], closing: Sequence[Rule]) -> Grid | None:
    """Number the rows and columns of a group of cells; None when it is no more than one box."""
    kept = [b for b in boxes if b[2] - b[0] >= _MIN_CELL_PT and b[3] - b[1] >= _MIN_CELL_PT]
    if len(kept) < 2:
        return None
    xs = _borders([x for b in kept for x in (b[0], b[2])])
    ys = _borders([y for b in kept for y in (b[1], b[3])])
    cells = []
    for x0, top, x1, bottom in sorted(kept, key=lambda b: (b[1], b[0])):
        col, row = _nearest(xs, x0), _nearest(ys, top)
        cells.append(
            GridCell(row, col, _nearest(ys, bottom) - row, _nearest(xs, x1) - col, x0, top, x1, bottom)
        )
    cells = [c for c in cells if c.rowspan > 0 and c.colspan > 0]
    cells.sort(key=lambda c: (c.row, c.col))
    made = [rule.top for rule in closing if rule.x0 <= xs[-1] and rule.x1 >= xs[0]]
    return Grid(
        tuple(xs),
        tuple(ys),
        tuple(cells),
        closed_top=all(abs(y - ys[0]) > _TOUCH_PT for y in made),
        closed_bottom=all(abs(y - ys[-1]) > _TOUCH_PT for y in made),
    )


def _borders(values: list[float]) -> list[float]:
    """Distinct borders; values nearer than the smallest cell are one."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] < _MIN_CELL_PT:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _nearest(borders: Sequence[float], value: float) -> int:
    index = bisect_left(borders, value)
    if index == 0:
        return 0
    if index == len(borders):
        return index - 1
    return index if borders[index] - value < value - borders[index - 1] else index - 1


def cell_at(grid: Grid, squares: dict[tuple[int, int], int], x: float, y: float) -> int | None:
    """Index of the cell that holds a point; None between cells or outside. `squares` is from `square_map`."""
    col = bisect_right(grid.xs, x) - 1
    row = bisect_right(grid.ys, y) - 1
    return squares.get((row, col))


def square_map(grid: Grid) -> dict[tuple[int, int], int]:
    """Which cell covers each grid square."""
    return {
        (row, col): index
        for index, cell in enumerate(grid.cells)
        for row in range(cell.row, cell.row + cell.rowspan)
        for col in range(cell.col, cell.col + cell.colspan)
    }
