"""Leaf columns: the undermost heading cells of a table, and the body cells that stand under each.

Word draws headings and body rows with borders that differ by a few points, so one printed column may be several grid
columns. A body cell belongs to the leaf it shares the most width with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.header_rows import row_cells
from extractors.headers import is_bare_percent, is_column_numbers
from schemas.printed import Cell, Table, TablePart
from schemas.provenance import PdfPlace


@dataclass(frozen=True, slots=True)
class Leaf:
    """One printed column: grid columns [first, last] and its heading texts from top to bottom."""

    first: int
    last: int
    levels: tuple[str, ...]


def leafs_of(table: Table) -> tuple[Leaf, ...]:
    """The leaf columns from left to right; one for each grid column where the table has no headings."""
    chains = _heading_chains(table)
    leafs: list[Leaf] = []
    for col, chain in enumerate(chains):
        if leafs and chain and chain[-1] in chains[leafs[-1].last][-1:]:
            leafs[-1] = Leaf(leafs[-1].first, col, leafs[-1].levels)
        else:
            leafs.append(Leaf(col, col, tuple(cell.flat for cell in chain)))
    whole = _absorb_blank(leafs, table)
    return tuple(_with_unit(leaf, chains[leaf.first], whole) for leaf in whole)


def _heading_chains(table: Table) -> list[list[Cell]]:
    """The heading cells over each grid column from top to bottom; column numbers are none."""
    rows = row_cells(table)
    chains: list[list[Cell]] = [[] for _ in range(table.cols)]
    for row in rows[: table.header_rows]:
        if is_column_numbers([cell.flat for cell in row]):
            continue
        for cell in row:
            for col in range(cell.col, min(cell.col + cell.colspan, table.cols)):
                if cell.flat.strip():
                    chains[col].append(cell)
    return chains


def _with_unit(leaf: Leaf, chain: Sequence[Cell], leafs: Sequence[Leaf]) -> Leaf:
    """A leaf whose undermost heading is the unit of the one above it (`Target` / `(%)`), with the two as one.

    Under a heading over several columns a bare `%` is one of its kinds instead (`Realisasi` over `Rp` and `%`).
    """
    if len(chain) < 2 or not is_bare_percent(chain[-1].flat) or "%" in chain[-2].flat:
        return leaf
    if len(leafs_under(chain[-2], leafs)) > 1:
        return leaf
    return Leaf(leaf.first, leaf.last, (*leaf.levels[:-2], " ".join(leaf.levels[-2:])))


def _absorb_blank(leafs: Sequence[Leaf], table: Table) -> tuple[Leaf, ...]:
    """Leafs without a heading that hold no cell of their own (jitter of borders) go to their neighbour."""
    begins = {cell.col for cell in table.cells if cell.row >= table.header_rows and cell.flat.strip()}
    out: list[Leaf] = []
    for leaf in leafs:
        if out and not leaf.levels and leaf.first not in begins:
            out[-1] = Leaf(out[-1].first, leaf.last, out[-1].levels)
        else:
            out.append(leaf)
    return tuple(out)


def assign_cells(table: Table, leafs: Sequence[Leaf]) -> dict[int, list[list[Cell]]]:
    """Body cells by row and leaf: for each row, one list of cells per leaf (cells in the row they begin in)."""
    widths = _widths(table)
    rows: dict[int, list[list[Cell]]] = defaultdict(lambda: [[] for _ in leafs])
    for cell in table.cells:
        if cell.row >= table.header_rows:
            rows[cell.row][leaf_of(cell, leafs, widths)].append(cell)
    return rows


def leaf_of(cell: Cell, leafs: Sequence[Leaf], widths: Sequence[float]) -> int:
    """Index of the leaf under which the cell stands; a cell over several leafs belongs to the first it fills.

    Where it shares as much with two (a Word file tells no widths), it belongs to the one it covers more of.
    """
    shares = []
    for leaf in leafs:
        own = sum(widths[leaf.first : leaf.last + 1]) or 1.0
        common = sum(widths[max(leaf.first, cell.col) : min(leaf.last + 1, cell.col + cell.colspan)])
        shares.append((common, common / own))
    filled = [i for i, (_, share) in enumerate(shares) if share > 0.8]
    if len(filled) > 1:
        return filled[0]
    return max(range(len(leafs)), key=lambda i: shares[i])


def leafs_under(cell: Cell, leafs: Sequence[Leaf]) -> list[int]:
    """All leafs that a cell covers at least in part."""
    return [
        i for i, leaf in enumerate(leafs) if cell.col <= leaf.last and leaf.first < cell.col + cell.colspan
    ]


def _widths(table: Table) -> list[float]:
    """Width of each grid column as a share of the table; equal widths where places tell nothing (DOCX)."""
    borders: Mapping[int, list[float]] = _borders(table)
    if len(borders) < 2:
        return [1.0] * table.cols
    known = {col: sorted(values)[len(values) // 2] for col, values in borders.items()}
    known.setdefault(0, 0.0)
    known.setdefault(table.cols, 1.0)
    positions = [known.get(col) for col in range(table.cols + 1)]
    filled: list[float] = []
    for col, position in enumerate(positions):
        filled.append(position if position is not None else (filled[-1] if col else 0.0))
    return [max(b - a, 1e-6) for a, b in pairwise(filled)]


def _borders(table: Table) -> dict[int, list[float]]:
    borders: dict[int, list[float]] = defaultdict(list)
    for cell in table.cells:
        place = cell.place
        if not isinstance(place, PdfPlace):
            return {}
        box = _part_box(table.parts, place.page)
        if box is None:
            continue
        x0, width = box
        borders[cell.col].append((place.bbox.x0 - x0) / width)
        borders[cell.col + cell.colspan].append((place.bbox.x1 - x0) / width)
    return borders


def _part_box(parts: Sequence[TablePart], page: int) -> tuple[float, float] | None:
    for part in parts:
        if isinstance(part.place, PdfPlace) and part.place.page == page:
            return part.place.bbox.x0, max(part.place.bbox.width, 1.0)
    return None
