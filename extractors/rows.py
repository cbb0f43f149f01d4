"""Logical rows: one ruled row may print several, as list items or text lines that stand beside each other.

A row is split only where at least two columns of figures, or one beside a numbered list, print the same number of
items. Figures are matched to rows by order where the counts agree, else by height on the page; label lines are cut so
that every group stands beside its figures.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.label_lines import LIST_MARK, around, label_groups, match_rows, middle
from schemas.printed import Cell, Line
from schemas.provenance import PdfPlace, Place

_ITEM = re.compile(
    r"^[\s(<>≥≤=~±-]*(?:rp\.?\s*)?-?\d[\d.,]*(?:\s*(?:%|,-|\)|\*))*(?:\s+[A-Za-z/().]+){0,4}$|^[-–]$|^n/?a$",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"[\s(<>≥≤=~±-]*(?:rp|idr|us\s?\$|\$)\.?", re.IGNORECASE)
_REST = re.compile(r"(?P<digits>\d{1,2})(?P<groups>(?:\.\d{3})*)(?:,\d{1,2}|,-)?%?")
_ONE_DECIMAL = re.compile(r"(?:rp\.?\s*)?\d{1,3}(?:\.\d{3}){2,},\d$", re.IGNORECASE)
_PADDING = 12.0
_WRAPPED = re.compile(r"[.,(/]$|\S\s*[-–—]$")
_SPLIT_LIMIT = 60


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a cell that belongs to one logical row: its lines and the cell."""

    lines: tuple[Line, ...]
    cell: Cell

    @property
    def text(self) -> str:
        """Lines joined by line feeds; decimals that a narrow cell cut are joined to their amount."""
        text = ""
        for index, line in enumerate(self.lines):
            cut = index > 0 and _cuts_decimals(self.lines[index - 1], line, self.cell)
            text += line.text if index == 0 or cut else f"\n{line.text}"
        return text

    @property
    def place(self) -> Place:
        """Where the lines stand, on the first one's page; the cell's place when it is blank."""
        return around(self.lines) if self.lines else self.cell.place


def items_of(cell: Cell) -> list[list[Line]]:
    """Figures of a cell, one list of lines each: what a narrow cell parts stays together.

    A wrapped rest (`94,` / `87%`, `(Sedang)`), the last digits of an amount, and an amount below its `Rp`.
    """
    items: list[list[Line]] = []
    for line in cell.lines:
        again = bool(items) and _is_currency(items[0][0]) and _is_currency(line)
        if items and not again and _goes_on(items[-1][-1], line, cell):
            items[-1].append(line)
        else:
            items.append([line])
    return items


def _goes_on(above: Line, line: Line, cell: Cell) -> bool:
    before, text = above.text.strip(), line.text.strip()
    if not _ITEM.match(text) or _WRAPPED.search(before) or _is_currency(above):
        return True
    return _continues_number(before, text) or _cuts_decimals(above, line, cell)


def _is_currency(line: Line) -> bool:
    return _CURRENCY.fullmatch(line.text.strip()) is not None


def item_text(lines: Sequence[Line]) -> str:
    """Lines of one item as one text; digits cut by a narrow cell are joined without a space."""
    text = ""
    for line in lines:
        part = line.text.strip()
        cut = _continues_number(text, part) or bool(re.search(r"\d[.,]$", text) and part[:1].isdigit())
        cut = cut or (_ONE_DECIMAL.match(text) is not None and len(part) == 1 and part.isdigit())
        text = part if not text else (text + part if cut else f"{text} {part}")
    return text


def _continues_number(above: str, below: str) -> bool:
    """Whether digits below complete a number cut by a narrow cell (`23.294.140.00` / `0`, `6.25` / `0.000.000`)."""
    bare = re.sub(r"^(?:rp\.?\s*)", "", above, flags=re.IGNORECASE)
    rest = _REST.fullmatch(below)
    if rest is None or not re.fullmatch(r"[\d.]+", bare):
        return False
    groups = bare.split(".")
    enough = len(groups) > (1 if rest["groups"].count(".") > 1 else 2)
    return enough and len(groups[-1]) < 3 and len(groups[-1]) + len(rest["digits"]) == 3


def _cuts_decimals(above: Line, below: Line, cell: Cell) -> bool:
    """Whether a narrow cell cut an amount before its last digit (`64.250.000.000,0` / `0`): no digit more had room."""
    text = above.text.strip()
    if not _ONE_DECIMAL.match(text) or not re.fullmatch(r"\d", below.text.strip()):
        return False
    if not isinstance(above.place, PdfPlace) or not isinstance(cell.place, PdfPlace):
        return False
    width = above.place.bbox.width
    return cell.place.bbox.width - width < _PADDING + 1.5 * width / len(text)


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
    anchors = _anchors(figures, count)
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
    return sum(1 for line in cell.lines if LIST_MARK.match(line.text))


def _anchors(figures: Mapping[int, list[list[Line]]], count: int) -> list[float] | None:
    """Heights of the logical rows: of the first column with one figure for each; None without places (DOCX)."""
    for items in figures.values():
        if len(items) == count:
            heights = [middle(item[0]) for item in items]
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
        if LIST_MARK.match(line.text) or not groups:
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
    headings: dict[int, dict[int, Share]] = {}
    for col, cell in cells.items():
        if col in label_cols and _marked(cell) == len(anchors) and not LIST_MARK.match(cell.lines[0].text):
            first = next(k for k, line in enumerate(cell.lines) if LIST_MARK.match(line.text))
            opening[col] = Share(cell.lines[:first], cell)
            groups = _marked_groups_from(cell, first)
        elif col in figures:
            groups = _figures_by_row(figures[col], anchors)
        elif col in number_cols:
            groups = _short_texts(cell.lines, anchors)
        elif col in label_cols:
            groups = label_groups(cell.lines, anchors)
            for index, lines in enumerate(groups):
                before, groups[index], after = part_headings(lines)
                _add(headings, 2 * index, col, before, cell)
                _add(headings, 2 * index + 2, col, after, cell)
        elif len(cell.lines) < 2:
            groups = [list(cell.lines)] * len(anchors)
        elif _marked(cell) > 1:
            groups = _carried(_figures_by_row(_marked_groups(cell), anchors))
        else:
            groups = [list(cell.lines)] * len(anchors)
        for index, lines in enumerate(groups):
            rows[index][col] = Share(tuple(lines), cell)
    return [*([opening] if opening else []), *_with_headings(rows, headings)]


def _short_texts(lines: Sequence[Line], anchors: Sequence[float]) -> list[list[Line]]:
    """Numbers, units and classes by row: a line each, or evenly where every row wraps alike (`Sangat` / `Baik`)."""
    size, left = divmod(len(lines), len(anchors))
    if size < 1 or (size == 1 and not left):
        return _figures_by_row([[line] for line in lines], anchors)
    if left:
        return label_groups(lines, anchors)
    return [list(lines[k * size : (k + 1) * size]) for k in range(len(anchors))]


def _add(headings: dict[int, dict[int, Share]], key: int, col: int, lines: Sequence[Line], cell: Cell) -> None:
    if lines:
        headings.setdefault(key, {})[col] = Share(tuple(lines), cell)


def _with_headings(
    rows: Sequence[dict[int, Share]], headings: Mapping[int, dict[int, Share]]
) -> list[dict[int, Share]]:
    """Rows with label-only rows between them; heading 2k stands before row k."""
    out: list[dict[int, Share]] = []
    for index, row in enumerate(rows):
        if 2 * index in headings:
            out.append(headings[2 * index])
        out.append(row)
    if 2 * len(rows) in headings:
        out.append(headings[2 * len(rows)])
    return out


def part_headings(lines: Sequence[Line]) -> tuple[list[Line], list[Line], list[Line]]:
    """Lines of one group as (heading before, label, heading after); a heading is marked and ends in a colon.

    A group of several marked items of which all but one open a list holds the headings of other rows too.
    """
    items: list[list[Line]] = []
    for line in lines:
        if LIST_MARK.match(line.text) or not items:
            items.append([line])
        else:
            items[-1].append(line)
    labels = [k for k, item in enumerate(items) if not item[-1].text.rstrip().endswith(":")]
    if len(items) < 2 or len(labels) != 1:
        return [], list(lines), []
    own = labels[0]
    before = [line for item in items[:own] for line in item]
    after = [line for item in items[own + 1 :] for line in item]
    return before, items[own], after


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
    heights = [middle(item[0]) or 0.0 for item in items]
    for item, row in zip(items, match_rows(heights, anchors), strict=True):
        groups[row] = [*groups[row], *item]
    return groups
