"""Every printed column of every table, for checks of form (broken digit groups, mixed separators)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extractors.label_lines import around
from extractors.leafs import leaf_of, leafs_of
from extractors.rows import item_text, items_of
from schemas.kinerja import KolomCetak, SelLain
from schemas.printed import Cell, Line, PrintedDocument, Table

_CURRENCY_END = re.compile(r"\bRp\.?\s*$", re.IGNORECASE)
_FIGURES = re.compile(r"\s*\d[\d.,]*\d")
_AMOUNT = re.compile(r"\bRp\.?\s*\d[\d.,]*\d", re.IGNORECASE)


def printed_columns(printed: PrintedDocument) -> tuple[KolomCetak, ...]:
    """Columns of all tables, mapped or not; cells that span most of the table are left out."""
    return tuple(column for number, table in enumerate(printed.tables) for column in _columns(table, number))


def printed_amounts(lines: Sequence[Line]) -> tuple[SelLain, ...]:
    """Amounts behind `Rp` in running text, as printed; `label` is their line, `row` its position.

    `Rp` at the end of a line belongs to the figures that begin the next one.
    """
    found = [
        SelLain(text=match.group().strip(), place=line.place, row=row, col=match.start(), label=line.text, header="")
        for row, line in enumerate(lines)
        for match in _AMOUNT.finditer(line.text)
    ]
    for row, (line, following) in enumerate(pairwise(lines), start=1):
        figures = _FIGURES.match(following.text) if _CURRENCY_END.search(line.text) else None
        if figures is not None:
            text = f"Rp {figures.group().strip()}"
            found.append(SelLain(text=text, place=following.place, row=row, col=0, label=following.text, header=""))
    return tuple(sorted(found, key=lambda sel: (sel.row, sel.col)))


def _columns(table: Table, number: int) -> list[KolomCetak]:
    leafs = leafs_of(table)
    widths = [1.0] * table.cols
    columns: dict[int, list[SelLain]] = defaultdict(list)
    labels = _row_labels(table)
    for cell in table.cells:
        if cell.row < table.header_rows or not cell.flat.strip() or cell.colspan > max(1, table.cols - 2):
            continue
        index = leaf_of(cell, leafs, widths)
        header = " / ".join(dict.fromkeys(leafs[index].levels))
        for lines in items_of(cell):
            columns[index].append(
                SelLain(
                    text=item_text(lines),
                    place=around(lines),
                    row=cell.row,
                    col=cell.col,
                    label=labels.get(cell.row, ""),
                    header=header,
                )
            )
    return [
        KolomCetak(
            table=number,
            caption=table.caption,
            header=" / ".join(dict.fromkeys(leafs[index].levels)),
            sel=tuple(columns[index]),
        )
        for index in sorted(columns)
    ]


def _row_labels(table: Table) -> dict[int, str]:
    """The longest worded text of each row, for naming its cells."""
    labels: dict[int, str] = {}
    cells: list[Cell] = [c for c in table.cells if c.row >= table.header_rows]
    for cell in cells:
        text = cell.flat.strip()
        if sum(ch.isalpha() for ch in text) > max(3, len(labels.get(cell.row, ""))):
            labels[cell.row] = text
    return labels
