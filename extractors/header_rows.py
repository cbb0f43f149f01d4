"""How many of a table's first rows are headings, by words, column numbers and merged cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.headers import heading_part, is_column_numbers, is_heading_text
from extractors.number_rows import part_number_row
from schemas.kinerja import Part
from schemas.printed import Cell, Table

_MAX_HEADER_ROWS = 6
_LONG_HEADING = 8
_FIGURE = re.compile(
    r"\d[\d.,]*\s*%|\d{1,3}(?:[.,]\d{3})+|\d+[.,]\d+|^\(?\s*(?:rp\.?)?\s*\d+\s*\)?$", re.IGNORECASE
)
_RATIO_NOTE = re.compile(
    r"\(?\s*\d+\s*[/:]\s*\d+\s*\)?\s*(?:[x×*]\s*)?(?:100\s*%?)?|[x×*]\s*100\s*%?|\(\s*[<>≥≤=]*\s*100\s*%?\s*\)|[<>≥≤]\s*=?\s*100\s*%|\(?\s*[x×]\s*(?:rp\.?\s*)?1[.,]000(?:[.,]000)*\s*\)?"
)
_UNIT_NOTE = re.compile(r"\(\s*(?:%|[A-Za-z][A-Za-z./ ]{0,18})\s*\)|%")
_YEAR_ONLY = re.compile(r"^(?:tahun\s*)?(?:19|20)\d\d\*{0,2}$", re.IGNORECASE)


def row_cells(table: Table) -> list[list[Cell]]:
    """Cells by the row they begin in."""
    rows: list[list[Cell]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append(cell)
    return rows


def with_header_rows(table: Table, marked: int = 0) -> Table:
    """The table with its heading rows counted; `marked` are the rows the file itself marks as repeated headings."""
    whole = part_number_row(table)
    return replace(whole, header_rows=max(count_header_rows(whole), min(marked, whole.rows)))


def count_header_rows(table: Table) -> int:
    """Number of leading rows that are headings; 0 for a piece that begins with its body."""
    rows = row_cells(table)
    numbered = _column_number_row(rows, table)
    if numbered is not None:
        return min(numbered + _below_numbers(rows, numbered), table.rows)
    count = 0
    for index, row in enumerate(rows[:_MAX_HEADER_ROWS]):
        if index >= count and not _heads_columns(row, index, table):
            break
        count = max(count, index + 1)
        if index == 0:
            count = max(count, _deep(row, rows))
    return min(count, table.rows - 1) if count < table.rows or table.rows > 1 else count


def _column_number_row(rows: Sequence[Sequence[Cell]], table: Table) -> int | None:
    for index, row in enumerate(rows[:_MAX_HEADER_ROWS]):
        texts = [cell.flat for cell in row]
        filled = [t for t in texts if t.strip()]
        if len(filled) >= max(2, table.cols // 2) and is_column_numbers(texts):
            above = [cell for above_row in rows[:index] for cell in above_row if cell.flat.strip()]
            if all(not _figures(cell.flat) for cell in above):
                return index
    return None


def _below_numbers(rows: Sequence[Sequence[Cell]], numbered: int) -> int:
    """Rows the number row takes: more than one where its cells are merged over headings that follow it (`K`, `Rp`)."""
    deepest = max(cell.rowspan for cell in rows[numbered])
    if deepest == 1 or deepest > _MAX_HEADER_ROWS:
        return 1
    beside = [cell for row in rows[numbered + 1 : numbered + deepest] for cell in row if cell.flat.strip()]
    return deepest if beside and all(is_heading_text(c.flat) and not _figures(c.flat) for c in beside) else 1


def _deep(row: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> int:
    """Rows that the first heading row's merged cells reach over, when what lies beside them can be heading too."""
    deepest = max((cell.rowspan for cell in row if cell.flat.strip()), default=1)
    if deepest > _MAX_HEADER_ROWS:
        return 1
    beside = [cell for other in rows[1:deepest] for cell in other if cell.flat.strip()]
    return deepest if all(not _figures(cell.flat) for cell in beside) else 1


def _heads_columns(row: Sequence[Cell], index: int, table: Table) -> bool:
    """Whether a row is a heading: by its words, or (the first) by what stands below it; never a section's row."""
    if index == 0:
        return _is_heading_row(row, index) or _stands_over_figures(row, table)
    return _is_heading_row(row, index) and not _is_section_row(row, index, table.cols)


def _is_section_row(row: Sequence[Cell], index: int, cols: int) -> bool:
    """Whether a row holds one text alone that heads the rows below it (`Sasaran 1 …`), not columns."""
    filled = [cell for cell in row if cell.flat.strip()]
    if index == 0 or len(filled) != 1:
        return False
    own = filled[0]
    alone = own.col <= 1 and len(row) > cols // 2
    worded = heading_part(own.flat) in (Part.SASARAN, Part.LABEL) or len(own.flat.split()) > 2
    return own.colspan == cols or (alone and worded)


def _is_heading_row(row: Sequence[Cell], index: int) -> bool:
    filled = [cell.flat.strip() for cell in row if cell.flat.strip()]
    if not filled or any(_figures(text) for text in filled):
        return False
    if index > 0 and len(filled) > 1 and all(_UNIT_NOTE.fullmatch(text) for text in filled):
        return True
    known = sum(1 for text in filled if is_heading_text(text))
    if index == 0:
        return len(filled) > 1 and known * 3 >= len(filled) * 2
    return known * 5 >= len(filled) * 4 and all(len(text.split()) <= 8 for text in filled)


def _stands_over_figures(row: Sequence[Cell], table: Table) -> bool:
    """Whether the first row is all words, some of them known, over two or more columns that hold figures below.

    Cells merged sideways beside cells merged downwards make a heading whatever their words.
    """
    filled = [cell for cell in row if cell.flat.strip()]
    known = sum(1 for cell in filled if is_heading_text(cell.flat))
    merged = any(cell.rowspan > 1 for cell in filled) and any(cell.colspan > 1 for cell in filled)
    worded = all(re.search(r"[A-Za-z%]", c.flat) and len(c.flat.split()) <= _LONG_HEADING for c in filled)
    if len(filled) < 3 or len(filled) < len(row) or not worded or any(_figures(c.flat) for c in filled):
        return False
    if known == 0 or not (merged or known * 3 >= len(filled)):
        return False
    if merged and table.rows <= max(cell.rowspan for cell in filled):
        return True
    below: dict[int, list[bool]] = {}
    for cell in table.cells:
        if cell.row > 0 and cell.flat.strip():
            below.setdefault(cell.col, []).append(bool(_FIGURE.match(cell.flat.strip())))
    return sum(1 for marks in below.values() if len(marks) > 1 and sum(marks) >= 0.6 * len(marks)) > 1


def _figures(text: str) -> bool:
    """Whether a text holds a figure that no heading holds (years apart)."""
    stripped = _RATIO_NOTE.sub(" ", text).strip() if re.search(r"[A-Za-z]{4}", text) else text.strip()
    return bool(_FIGURE.search(stripped)) and not _YEAR_ONLY.match(stripped)
