"""Words into the cells of a grid, by their middle; cells with their printed lines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.readers.pdf.fractions import lines_with_fractions
from extractors.readers.pdf.glyphs import CharBoxes, Word, split_at
from extractors.readers.pdf.grid import Grid, GridCell, cell_at, square_map
from extractors.readers.pdf.rules import Rule
from schemas.printed import Cell, Table, TableMethod, TablePart
from schemas.provenance import BBox, PdfPlace

_INSIDE_PT = 1.5
_HEADING_ROWS = 3
_HEADING_GAP = 2.5


@dataclass(frozen=True, slots=True)
class FilledGrid:
    """A grid with the words of each of its cells (same order as `grid.cells`)."""

    grid: Grid
    words: tuple[tuple[Word, ...], ...]

    @property
    def filled(self) -> bool:
        """Whether at least two cells hold a word."""
        return sum(1 for words in self.words if words) > 1


def fill_grids(
    grids: Sequence[Grid], words: Sequence[Word], boxes: CharBoxes, text: str
) -> tuple[list[FilledGrid], list[Word]]:
    """Put each word into the cell under its middle; gives the grids and the words that stand in none."""
    held: list[dict[int, list[Word]]] = [defaultdict(list) for _ in grids]
    squares = [square_map(grid) for grid in grids]
    homes = [(i, grids[i].xs[0], grids[i].ys[0], grids[i].xs[-1], grids[i].ys[-1]) for i in _by_area(grids)]
    outside: list[Word] = []
    for word in words:
        x, y = word.mid_x, word.mid_y
        home = next((i for i, x0, top, x1, bottom in homes if x0 <= x <= x1 and top <= y <= bottom), None)
        if home is None:
            outside.append(word)
            continue
        for piece in _pieces(word, grids[home], squares[home], boxes, text):
            index = cell_at(grids[home], squares[home], piece.mid_x, piece.mid_y)
            if index is None:
                outside.append(piece)
            else:
                held[home][index].append(piece)
    filled = [
        FilledGrid(grid, tuple(tuple(held[i][k]) for k in range(len(grid.cells))))
        for i, grid in enumerate(grids)
    ]
    return [_split_headings(one) for one in filled], outside


def _split_headings(filled: FilledGrid) -> FilledGrid:
    """Two headings that only a fill parts (`PAGU` and `REALISASI` in one ruled box) as two cells.

    Only first rows are looked at, and only a single line with a gap of several heights over a column border.
    """
    cells: list[GridCell] = []
    words: list[tuple[Word, ...]] = []
    for cell, inside in zip(filled.grid.cells, filled.words, strict=True):
        border = _heading_border(filled.grid, cell, inside)
        if border is None:
            cells.append(cell)
            words.append(inside)
            continue
        x = filled.grid.xs[border]
        cells.append(replace(cell, colspan=border - cell.col, x1=x))
        cells.append(replace(cell, col=border, colspan=cell.col + cell.colspan - border, x0=x))
        words.append(tuple(w for w in inside if w.mid_x < x))
        words.append(tuple(w for w in inside if w.mid_x >= x))
    return FilledGrid(replace(filled.grid, cells=tuple(cells)), tuple(words))


def _heading_border(grid: Grid, cell: GridCell, words: Sequence[Word]) -> int | None:
    if cell.row >= _HEADING_ROWS or cell.colspan < 2 or len(words) < 2 or any(w.vertical for w in words):
        return None
    ordered = sorted(words, key=lambda w: w.x0)
    if max(w.mid_y for w in words) - min(w.mid_y for w in words) > 0.5 * words[0].height:
        return None
    for left, right in pairwise(ordered):
        if right.x0 - left.x1 < _HEADING_GAP * left.height:
            continue
        for border in range(cell.col + 1, cell.col + cell.colspan):
            if left.x1 < grid.xs[border] < right.x0:
                return border
    return None


def _by_area(grids: Sequence[Grid]) -> list[int]:
    """Positions of the grids from the smallest to the largest: a table inside another comes before it."""
    return sorted(range(len(grids)), key=lambda i: _area(grids[i]))


def _area(grid: Grid) -> float:
    return (grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0])


def _pieces(
    word: Word, grid: Grid, squares: dict[tuple[int, int], int], boxes: CharBoxes, text: str
) -> list[Word]:
    """The word itself, or its pieces where borders of its own row of cells run through it."""
    inner = grid.xs[1:-1]
    crossed = inner[bisect_right(inner, word.x0 + _INSIDE_PT) : bisect_left(inner, word.x1 - _INSIDE_PT)]
    if not crossed or word.vertical:
        return [word]
    ends = {
        cell_at(grid, squares, x + shift, word.mid_y): None
        for x in crossed
        for shift in (-_INSIDE_PT, _INSIDE_PT)
    }
    if len(ends) < 2:
        return [word]
    borders = [
        x
        for x in crossed
        if cell_at(grid, squares, x - _INSIDE_PT, word.mid_y)
        != cell_at(grid, squares, x + _INSIDE_PT, word.mid_y)
    ]
    return split_at(word, boxes, text, borders)


def make_table(filled: FilledGrid, page: int, bars: Sequence[Rule]) -> Table:
    """The table of one page; fraction bars inside cells are resolved, blank cells kept."""
    grid = filled.grid
    cells = tuple(
        Cell(
            row=cell.row,
            col=cell.col,
            rowspan=cell.rowspan,
            colspan=cell.colspan,
            lines=lines_with_fractions(words, _bars_in(cell, bars), page),
            place=PdfPlace(page=page, bbox=BBox(x0=cell.x0, top=cell.top, x1=cell.x1, bottom=cell.bottom)),
        )
        for cell, words in zip(grid.cells, filled.words, strict=True)
    )
    box = BBox(x0=grid.xs[0], top=grid.ys[0], x1=grid.xs[-1], bottom=grid.ys[-1])
    part = TablePart(place=PdfPlace(page=page, bbox=box), first_row=0, last_row=grid.rows - 1)
    return Table(rows=grid.rows, cols=grid.cols, cells=cells, parts=(part,), method=TableMethod.RULED)


def _bars_in(cell: GridCell, bars: Sequence[Rule]) -> list[Rule]:
    return [
        bar
        for bar in bars
        if cell.top < bar.top < cell.bottom
        and cell.x0 <= bar.x0 + _INSIDE_PT
        and bar.x1 <= cell.x1 + _INSIDE_PT
    ]
