"""Column-number rows that lack their rule: `1 2 3 …` printed above the first body row in the same boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.headers import is_column_numbers
from schemas.printed import Cell, Table

_FIRST_ROWS = 6


def part_number_row(table: Table) -> Table:
    """The table with such a row parted from the body row below it; the same table where there is none."""
    for row in range(min(_FIRST_ROWS, table.rows)):
        cells = [cell for cell in table.cells if cell.row == row and cell.lines]
        if len(cells) >= max(3, table.cols - 2) and _carries_numbers(cells) and not _whole_numbers(cells):
            return _parted(table, row, insert=all(cell.rowspan == 1 for cell in cells))
    return table


def _carries_numbers(cells: Sequence[Cell]) -> bool:
    """Whether the first lines are column numbers and some cells go on below them."""
    return any(len(cell.lines) > 1 for cell in cells) and is_column_numbers([c.lines[0].text for c in cells])


def _whole_numbers(cells: Sequence[Cell]) -> bool:
    """Whether the cells are column numbers with all their lines (`6=5/4x10` / `0%`): then nothing goes on below."""
    return is_column_numbers([cell.flat for cell in cells])


def _parted(table: Table, row: int, *, insert: bool) -> Table:
    """Cut first lines off; `insert` makes room for the number row where the grid has none of its own."""
    cells: list[Cell] = []
    for cell in table.cells:
        if cell.row != row:
            below = insert and cell.row > row
            cells.append(replace(cell, row=cell.row + 1) if below else cell)
        elif len(cell.lines) > 1 and (insert or cell.rowspan > 1):
            cells.append(replace(cell, rowspan=1, lines=cell.lines[:1]))
            span = cell.rowspan if insert else cell.rowspan - 1
            cells.append(replace(cell, row=row + 1, rowspan=span, lines=cell.lines[1:]))
        else:
            cells.append(cell)
    parts = table.parts
    if insert:
        parts = tuple(replace(part, last_row=part.last_row + 1) for part in parts)
    ordered = tuple(sorted(cells, key=lambda c: (c.row, c.col)))
    return replace(table, rows=table.rows + (1 if insert else 0), cells=ordered, parts=parts)
