"""Logical rows: one ruled row may print several, as list items or text lines that stand beside each other.

A row is split only where at least two columns of figures, or one beside a numbered list, print the same number of
items. Figures are matched to rows by order where the counts agree, else by height on the page; label lines are cut so
that every group stands beside its figures.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from schemas.printed import Cell, Line
from schemas.provenance import PdfPlace, Place

_ITEM = re.compile(
    r"^[\s(<>≥≤=~±-]*(?:rp\.?\s*)?-?\d[\d.,]*(?:\s*(?:%|,-|\)|\*))*(?:\s+[A-Za-z/().]+){0,4}$|^[-–]$|^n/?a$",
    re.IGNORECASE,
)
_WRAPPED = re.compile(r"[.,(/-]$")
_LIST_MARK = re.compile(
    r"^\s*(?:\(?\d{1,2}[.)]\)?|\d{1,2}\s(?=[A-Z])|[a-z][.)]|[-•▪➢✓\uf0a0-\uf0ff])\s*(?=\S)"
)
_PIECE_OF_NUMBER = re.compile(r"^\d{1,3}(?:[.,]\d{3})*[.,]\d{0,2}$")
_SPLIT_LIMIT = 60
_BLANK_PRICE = 1.3
_LONGEST_RUN = 9


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a cell that belongs to one logical row: its lines and the cell."""

    lines: tuple[Line, ...]
    cell: Cell

    @property
    def text(self) -> str:
        """Lines joined by line feeds."""
        return "\n".join(line.text for line in self.lines)

    @property
    def place(self) -> Place:
        """Place of the first line, of the cell when it is blank."""
        return self.lines[0].place if self.lines else self.cell.place


def items_of(cell: Cell) -> list[list[Line]]:
    """Figures of a cell, one list of lines each: a wrapped rest (`94,` / `87%`, `(Sedang)`) stays with its figure."""
    items: list[list[Line]] = []
    for line in cell.lines:
        text = line.text.strip()
        if (items and (not _ITEM.match(text) or _WRAPPED.search(items[-1][-1].text.strip()))) or (
            items and _continues_number(items[-1][-1].text.strip(), text)
        ):
            items[-1].append(line)
        else:
            items.append([line])
    return items


def item_text(lines: Sequence[Line]) -> str:
    """Lines of one item as one text; digits cut by a narrow cell are joined without a space."""
    text = ""
    for line in lines:
        part = line.text.strip()
        cut = _continues_number(text, part) or bool(re.search(r"\d[.,]$", text) and part[:1].isdigit())
        text = part if not text else (text + part if cut else f"{text} {part}")
    return text


def _continues_number(above: str, below: str) -> bool:
    """Whether digits below complete a number cut by a narrow cell (`23.294.140.00` / `0`)."""
    bare = re.sub(r"^(?:rp\.?\s*)", "", above, flags=re.IGNORECASE)
    if not re.fullmatch(r"\d{1,2}%?|\d{1,2},-", below) or not re.fullmatch(r"[\d.]+", bare):
        return False
    groups = bare.split(".")
    return len(groups) > 2 and len(groups[-1]) < 3 and len(groups[-1]) + len(re.sub(r"\D", "", below)) == 3


def split_rows(
    cells: Mapping[int, Cell],
    figure_cols: Sequence[int],
    label_cols: Sequence[int],
    number_cols: Sequence[int],
) -> list[dict[int, Share]]:
    """The logical rows of one ruled row.

    Args:
        cells: the cells that begin in the row, by column.
        figure_cols: columns of figures.
        label_cols: columns of labels.
        number_cols: columns of row numbers, codes and other short texts, one line each.

    Returns:
        One mapping from column to share per logical row; a single one when the row prints just one.
    """
    whole = {col: Share(cell.lines, cell) for col, cell in cells.items()}
    figures = {col: items_of(cells[col]) for col in figure_cols if col in cells and cells[col].lines}
    count = _row_count(cells, figures, label_cols, number_cols)
    if count < 2 or count > _SPLIT_LIMIT:
        return [whole]
    anchors = _anchors(figures, count, cells, number_cols)
    if anchors is None:
        return _split_by_order(cells, figures, label_cols, number_cols, count) or [whole]
    return _split_by_height(cells, figures, label_cols, number_cols, anchors)


def _row_count(
    cells: Mapping[int, Cell],
    figures: Mapping[int, list[list[Line]]],
    label_cols: Sequence[int],
    number_cols: Sequence[int],
) -> int:
    """How many rows the figures speak for: the largest count that two columns, or one and the labels' marks, share."""
    counts = [len(items) for items in figures.values() if len(items) > 1]
    if not counts:
        return 1
    marks = [_marked(cells[col]) for col in label_cols if col in cells]
    marks += [len(cells[col].lines) for col in number_cols if col in cells]
    for count in sorted(set(counts), reverse=True):
        fellows = counts.count(count) + sum(1 for m in marks if m == count)
        close = sum(1 for c in counts if c != count and 0.6 * count <= c < count)
        if fellows > 1 or (fellows == 1 and close):
            return count
    return 1


def _marked(cell: Cell) -> int:
    return sum(1 for line in cell.lines if _LIST_MARK.match(line.text))


def _middle(line: Line) -> float | None:
    place = line.place
    return (
        (place.bbox.top + place.bbox.bottom) / 2 + 10_000 * place.page
        if isinstance(place, PdfPlace)
        else None
    )


def _anchors(
    figures: Mapping[int, list[list[Line]]], count: int, cells: Mapping[int, Cell], number_cols: Sequence[int]
) -> list[float] | None:
    """Heights of the logical rows: of the first column with one figure for each; None without places (DOCX)."""
    for items in figures.values():
        if len(items) == count:
            heights = [_middle(item[0]) for item in items]
            if all(h is not None for h in heights):
                return [h for h in heights if h is not None]
    return None


def _split_by_order(
    cells: Mapping[int, Cell],
    figures: Mapping[int, list[list[Line]]],
    label_cols: Sequence[int],
    number_cols: Sequence[int],
    count: int,
) -> list[dict[int, Share]]:
    """Rows by paragraph order, where labels and figures have equally many; blank when they have not."""
    parts: dict[int, list[list[Line]]] = {}
    for col, cell in cells.items():
        if col in figures:
            parts[col] = figures[col]
        elif col in label_cols:
            parts[col] = _marked_groups(cell) if _marked(cell) == count else [[line] for line in cell.lines]
        elif col in number_cols:
            parts[col] = [[line] for line in cell.lines]
    labels = [parts[col] for col in label_cols if col in parts]
    if not labels or any(len(p) != count for p in labels):
        return []
    rows: list[dict[int, Share]] = []
    for index in range(count):
        row = {}
        for col, cell in cells.items():
            lines = parts[col][index] if col in parts and len(parts[col]) == count else None
            row[col] = Share(tuple(lines), cell) if lines is not None else Share(cell.lines, cell)
        rows.append(row)
    return rows


def _marked_groups(cell: Cell) -> list[list[Line]]:
    return _marked_groups_from(cell, 0)


def _marked_groups_from(cell: Cell, first: int) -> list[list[Line]]:
    """Lines from `first` on, one group per list mark."""
    groups: list[list[Line]] = []
    for line in cell.lines[first:]:
        if _LIST_MARK.match(line.text) or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _split_by_height(
    cells: Mapping[int, Cell],
    figures: Mapping[int, list[list[Line]]],
    label_cols: Sequence[int],
    number_cols: Sequence[int],
    anchors: Sequence[float],
) -> list[dict[int, Share]]:
    rows: list[dict[int, Share]] = [{} for _ in anchors]
    opening: dict[int, Share] = {}
    for col, cell in cells.items():
        if col in label_cols and _marked(cell) == len(anchors) and not _LIST_MARK.match(cell.lines[0].text):
            first = next(k for k, line in enumerate(cell.lines) if _LIST_MARK.match(line.text))
            opening[col] = Share(cell.lines[:first], cell)
            groups = _marked_groups_from(cell, first)
        elif col in figures:
            groups = _figures_by_row(figures[col], anchors)
        elif col in number_cols:
            groups = _figures_by_row([[line] for line in cell.lines], anchors)
        elif col in label_cols:
            groups = label_groups(cell.lines, anchors)
        elif len(cell.lines) < 2:
            groups = [list(cell.lines)] * len(anchors)
        elif _marked(cell) > 1:
            groups = _carried(_figures_by_row(_marked_groups(cell), anchors))
        else:
            groups = [list(cell.lines)] * len(anchors)
        for index, lines in enumerate(groups):
            rows[index][col] = Share(tuple(lines), cell)
    return [opening, *rows] if opening else rows


def _carried(groups: list[list[Line]]) -> list[list[Line]]:
    """Groups with the blank ones filled from above: a sasaran beside several indicators."""
    out: list[list[Line]] = []
    for group in groups:
        out.append(group if group or not out else out[-1])
    return out


def _figures_by_row(items: Sequence[Sequence[Line]], anchors: Sequence[float]) -> list[list[Line]]:
    """Each item to a row: by order when there are as many as rows, else to rows in order at the least distance."""
    groups: list[list[Line]] = [[] for _ in anchors]
    if len(items) == len(anchors):
        for index, item in enumerate(items):
            groups[index] = list(item)
        return groups
    heights = [_middle(item[0]) or 0.0 for item in items]
    for item, row in zip(items, _match(heights, anchors), strict=True):
        groups[row] = [*groups[row], *item]
    return groups


def _match(heights: Sequence[float], anchors: Sequence[float]) -> list[int]:
    """Rows for the heights, in order and (while rows last) one each, at the least sum of distances."""
    n, m = len(heights), len(anchors)
    if n > m:
        return [min(range(m), key=lambda k: abs(anchors[k] - h)) for h in heights]
    infinite = float("inf")
    cost = [[infinite] * (m + 1) for _ in range(n + 1)]
    cost[0] = [0.0] * (m + 1)
    for i in range(1, n + 1):
        for j in range(i, m + 1):
            cost[i][j] = min(cost[i][j - 1], cost[i - 1][j - 1] + abs(heights[i - 1] - anchors[j - 1]))
    rows: list[int] = []
    i, j = n, m
    while i > 0:
        if cost[i][j] == cost[i][j - 1]:
            j -= 1
        else:
            rows.append(j - 1)
            i, j = i - 1, j - 1
    return rows[::-1]


def label_groups(lines: Sequence[Line], anchors: Sequence[float]) -> list[list[Line]]:
    """Cut label lines into one group per row; figures may stand at the first, the middle or the last line.

    A group may stay blank: the figure then belongs to a label in another column (a sasaran above its indicators).
    """
    best = min((_cut(lines, anchors, mode) for mode in ("first", "middle", "last")), key=lambda c: c[0])
    return [list(lines[a:b]) for a, b in best[1]]


def _cut(lines: Sequence[Line], anchors: Sequence[float], mode: str) -> tuple[float, list[tuple[int, int]]]:
    """The cheapest cut of lines into len(anchors) runs, and its cost; runs take all lines, blank ones at a price."""
    heights = [_middle(line) or 0.0 for line in lines]
    typical = _typical_step(heights)
    n, m = len(lines), len(anchors)
    infinite = float("inf")
    cost = [[infinite] * (m + 1) for _ in range(n + 1)]
    back = [[0] * (m + 1) for _ in range(n + 1)]
    cost[0][0] = 0.0
    for j in range(1, m + 1):
        for i in range(n + 1):
            for k in range(max(0, i - _LONGEST_RUN), i + 1):
                if cost[k][j - 1] == infinite:
                    continue
                run = (
                    _run_cost(lines, heights, k, i, anchors[j - 1], mode, typical) if k < i else _BLANK_PRICE
                )
                value = cost[k][j - 1] + run
                if value < cost[i][j]:
                    cost[i][j], back[i][j] = value, k
    runs: list[tuple[int, int]] = []
    i = n
    for j in range(m, 0, -1):
        runs.append((back[i][j], i))
        i = back[i][j]
    return cost[n][m], runs[::-1]


def _typical_step(heights: Sequence[float]) -> float:
    steps = sorted(b - a for a, b in pairwise(heights) if b > a)
    return steps[len(steps) // 4] if steps else 10.0


def _run_cost(
    lines: Sequence[Line],
    heights: Sequence[float],
    start: int,
    end: int,
    anchor: float,
    mode: str,
    step: float,
) -> float:
    """Distance of a run of lines from its figure, in line steps, with prices for gaps inside and odd beginnings."""
    point = {
        "first": heights[start],
        "middle": (heights[start] + heights[end - 1]) / 2,
        "last": heights[end - 1],
    }[mode]
    price = abs(point - anchor) / step
    right = _right_edge(lines)
    for k in range(start + 1, end):
        price += 2.0 if heights[k] - heights[k - 1] > 1.4 * step else 0.0
        price += 3.0 if _LIST_MARK.match(lines[k].text) else 0.0
        price += 2.0 if _had_room(lines[k - 1], lines[k], right) else 0.0
    if start:
        price += 2.0 if _goes_on(lines[start].text) else 0.0
        close = heights[start] - heights[start - 1] < 1.2 * step
        if close and not _LIST_MARK.match(lines[start].text):
            price += 1.0 if _open_ended(lines[start - 1].text) else 0.0
            price += 0.8 if not _had_room(lines[start - 1], lines[start], right) else 0.0
    return price


def _right_edge(lines: Sequence[Line]) -> float | None:
    edges = [line.place.bbox.x1 for line in lines if isinstance(line.place, PdfPlace)]
    return max(edges) if len(edges) == len(lines) else None


def _had_room(above: Line, below: Line, right: float | None) -> bool:
    """Whether the first word of a line would have fitted on the line above: then a new text begins."""
    if right is None or not isinstance(above.place, PdfPlace) or not isinstance(below.place, PdfPlace):
        return False
    box = below.place.bbox
    letter = box.width / max(len(below.text), 1)
    word = letter * (len(below.text.split(" ", 1)[0]) + 2)
    return above.place.bbox.x1 + word < right


def _goes_on(text: str) -> bool:
    """Whether a text can hardly begin a label: lower case or an opening bracket."""
    return (text[:1].islower() and not _LIST_MARK.match(text)) or text.startswith("(")


def _open_ended(text: str) -> bool:
    return bool(
        re.search(
            r"(?:[,(/&-]|\b(?:dan|atau|yang|di|ke|dari|dengan|untuk|pada|dalam))\s*$", text, re.IGNORECASE
        )
    )
