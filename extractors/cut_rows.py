"""Rows that a page edge cuts in two: when the first row of a page goes on with the last row of the page before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.header_rows import row_cells
from schemas.printed import Cell, Table
from schemas.provenance import PdfPlace

_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(
    r"^[\s(<>≥≤=~-]*(?:rp\.?\s*)?[\d.,]+\s*(?:%|\)|,-)*\s*(?:\([^)]*\))?$|^[-–]$", re.IGNORECASE
)
_FRESH = re.compile(r"^\s*(?:\(?[0-9]+(?:\.[0-9]+)*[.)]|[a-zA-Z][.)]|[-•▪➢])\s")
_UNFINISHED = re.compile(
    r"(?:[,(/&-]|\b(?:dan|atau|yang|di|ke|dari|dengan|untuk|pada|dalam|oleh|terhadap|bagi|serta|sesuai|berdasarkan"
    r"|melalui|antar|tentang|sebagai|per|the|of))\s*$",
    re.IGNORECASE,
)


def continues_row(table: Table, piece: Table, *, open_edge: bool) -> bool:
    """Whether the first row of `piece` is the rest of the last row of `table` (same columns).

    Cues: no rule at the page edge; the new row has no number of its own and no figures where the last row has them;
    every text in it goes on with a text above; label-only rows are not the table's habit.
    """
    above, below = _last_row(table), _first_row(piece)
    filled = {cell.col: cell for cell in below if cell.flat.strip()}
    if not filled or not above:
        return False
    if any(cell.colspan > 1 and cell.flat.strip() for cell in below) and not open_edge:
        return False
    over = {cell.col: cell for cell in above}
    if any(col not in over for col in filled):
        return False
    if any(_FRESH.match(cell.flat) for cell in filled.values()) and not open_edge:
        return False
    if all(_completes_amount(over[col].flat, cell.flat) for col, cell in filled.items()):
        return True
    if _repeats_number(filled, over):
        return False
    blank_above = [col for col in filled if not over[col].flat.strip()]
    if open_edge:
        return _open_edge_cut(filled, over, blank_above)
    return _closed_edge_cut(table, filled, over, blank_above)


def _completes_amount(above: str, below: str) -> bool:
    """Whether digits below fill the last group of an amount that a narrow cell cut (`25.046.350.0` / `00`), or `%`."""
    if below.strip() == "%":
        return "%" not in above and _FIGURE.match(above.strip()) is not None
    if not re.fullmatch(r"\d{1,2}(?:,\d{2})?\s*(?:,-|-)?", below.strip()):
        return False
    joined = re.sub(r"\s", "", above + below)
    return re.search(r"(?<!\d)\d{1,3}(?:\.\d{3})*\.\d{1,2}$", re.sub(r"\s", "", above)) is not None and bool(
        re.search(r"(?<!\d)\d{1,3}(?:\.\d{3})+(?:,\d{2})?(?:,-|-)?$", joined)
    )


def _repeats_number(filled: dict[int, Cell], over: dict[int, Cell]) -> bool:
    """Whether the new row has figures in a column where the last row has its own already."""
    return any(_FIGURE.match(cell.flat) and _DIGIT.search(over[col].flat) for col, cell in filled.items())


def _open_edge_cut(filled: dict[int, Cell], over: dict[int, Cell], blank_above: Sequence[int]) -> bool:
    """Without a rule at the edge: a cut unless the new row is complete by itself (number, label and figures)."""
    texts = [cell.flat for cell in filled.values()]
    complete = len(filled) >= max(2, len(over) - 1) and bool(
        _FRESH.match(texts[0]) or _FIGURE.match(texts[0])
    )
    return not complete and len(blank_above) < len(filled)


def _closed_edge_cut(
    table: Table, filled: dict[int, Cell], over: dict[int, Cell], blank_above: Sequence[int]
) -> bool:
    """With a rule at the edge: the rest of a wrapped text, alone or beside the figures the row above lacks."""
    texts = {col: cell.flat.strip() for col, cell in filled.items() if not _completes_amount(over[col].flat, cell.flat)}
    words = {col: text for col, text in texts.items() if not _FIGURE.match(text)}
    if not words or any(col in blank_above for col in words):
        return False
    lower = [text for text in words.values() if text[0].islower() or text[0] in "(/&"]
    unfinished = [col for col in words if _UNFINISHED.search(over[col].flat.strip())]
    if len(lower) == len(words) or len(unfinished) == len(words):
        return True
    if _full_cells_go_on(filled, over):
        opened = any(_unclosed(over[col].flat) for col in words)
        early = any(cell.flat.strip() and not _reaches_edge(cell) for col, cell in over.items() if col not in filled)
        if lower or unfinished or opened or (early and _habit(table, set(filled)) == 0):
            return True
    first = min(over)
    if first in filled or len(filled) > max(1, len(over) // 2):
        return bool(lower or unfinished) and len(words) == len(filled) and first not in filled
    return len(words) == len(filled) and _habit(table, set(filled)) == 0 and _complete(over)


def _full_cells_go_on(filled: dict[int, Cell], over: dict[int, Cell]) -> bool:
    """Whether just cells whose text reached the edge have text below it, and others have not."""
    ended = [col for col, cell in over.items() if cell.flat.strip() and col not in filled]
    return bool(ended) and all(_reaches_edge(over[col]) for col in filled)


def _reaches_edge(cell: Cell) -> bool:
    """Whether the last line stands at the lower border of its cell, so that more may follow on the next page."""
    if not cell.lines or not isinstance(cell.place, PdfPlace):
        return False
    last = cell.lines[-1].place
    if not isinstance(last, PdfPlace) or last.page != cell.place.page:
        return isinstance(last, PdfPlace)
    return cell.place.bbox.bottom - last.bbox.bottom < last.bbox.height


def _unclosed(text: str) -> bool:
    """Whether a bracket is opened that nothing closes."""
    return text.count("(") > text.count(")")


def _complete(over: dict[int, Cell]) -> bool:
    """Whether the last row has figures: then a label-only row under it is no row of its own but its rest."""
    return any(_DIGIT.search(cell.flat) for cell in over.values())


def _habit(table: Table, columns: set[int]) -> int:
    """How many body rows of the table fill just these columns."""
    rows = row_cells(table)[table.header_rows :]
    return sum(1 for row in rows if {c.col for c in row if c.flat.strip()} == columns)


def _last_row(table: Table) -> list[Cell]:
    """Cells that reach the last row, whichever row they begin in."""
    return [cell for cell in table.cells if cell.row + cell.rowspan >= table.rows]


def _first_row(table: Table) -> list[Cell]:
    return [cell for cell in table.cells if cell.row == 0]


def merge_cut_row(table: Table, moved: Sequence[Cell]) -> list[Cell]:
    """Cells of the joined table: texts of the cut row's second half go behind the first half's."""
    edge = table.rows - 1
    first_half = {cell.col: cell for cell in _last_row(table)}
    merged: dict[int, Cell] = {}
    rest: list[Cell] = []
    for cell in moved:
        if cell.row == edge and cell.col in first_half:
            head = first_half[cell.col]
            span = edge + cell.rowspan - head.row
            merged[cell.col] = replace(
                head, lines=(*head.lines, *cell.lines), rowspan=max(head.rowspan, span)
            )
        elif cell.row > edge or cell.flat.strip():
            rest.append(cell)
    kept = [merged.get(cell.col, cell) if cell is first_half.get(cell.col) else cell for cell in table.cells]
    return [*kept, *rest]
