"""Class scales: small tables that pair intervals with class words (`75 % sampai 100 %` – `Baik`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.header_rows import row_cells
from schemas.extraction import KelasTeks, SkalaTeks
from schemas.printed import Cell, Table

_INTERVAL = re.compile(
    r"^\s*(?:(?:lebih|kurang|di\s?atas|di\s?bawah|minimal|maksimal|[<>≥≤=]+)\s*(?:dari|dengan|sama)*\s*=?\s*)?-?\d[\d.,]*\s*%?"
    r"(?:(?:\s*(?:-|–|—|s\.?\s?d\.?|s/d|sampai(?:\s+dengan)?(?:\s+kurang\s+dari)?|hingga|≤|<|<=|>|\b[xn]\b))+\s*(?:[<>≥≤=]*\s*)-?\d[\d.,]*\s*%?)?\s*$"
    r"|^\s*-?\d[\d.,]*\s*%?\s*ke\s*(?:atas|bawah)\s*$"
    r"|^\s*(?:-?\d[\d.,]*\s*%?\s*[<>≥≤=]+\s*)?\(?(?:x|n|nilai|capaian|realisasi)\)?\s*[<>≥≤=]+\s*-?\d[\d.,]*\s*%?\s*$"
    r"|^\s*[<>≥≤=]+\s*\d[\d.,]*\s*%?\s*(?:-|–|s\.?d\.?|s/d|<|≤)\s*[<>≥≤=]*\s*\d[\d.,]*\s*%?\s*$",
    re.IGNORECASE,
)
_CLASS = re.compile(
    r"\b(?:baik|berhasil|tinggi|memuaskan|cukup|sedang|kurang|rendah|buruk|sangat|efektif|efisien|tercapai|hijau|kuning"
    r"|merah|istimewa|jelek|aa|bb|cc)\b|^[A-E]{1,2}$",
    re.IGNORECASE,
)
_SPAN = re.compile(r"[<>≥≤]|\d\s*%?\s*(?:-|–|—|s\s*[./]?\s*d)|[a-z]{4}", re.IGNORECASE)
"""A class is an interval or has an open end; plain figures beside grades are scores, not a scale."""
_MIN_CLASSES = 3
_MAX_ROWS = 14


def find_scale(table: Table, context: str) -> SkalaTeks | None:
    """The scale a table prints, None when it prints none; `context` is the text before it."""
    if table.rows > _MAX_ROWS or table.cols > 6:
        return None
    rows = row_cells(table)
    header = rows[: table.header_rows]
    body = rows[table.header_rows :] or rows
    kelas = [found for row in body if (found := _class_of(row)) is not None]
    filled = sum(1 for row in body if any(c.flat.strip() for c in row))
    spans = sum(1 for found in kelas if _SPAN.search(found.text))
    if len(kelas) < _MIN_CLASSES or len(kelas) < filled - 1 or 2 * spans < len(kelas):
        return None
    heads = " ".join(cell.flat for row in header for cell in row if cell.flat.strip())
    return SkalaTeks(
        kelas=tuple(kelas), caption=table.caption, header=heads, context=context, place=table.place
    )


def is_interval(text: str) -> bool:
    """Whether a text is the interval of a class, or the open end of one; a plain number is none."""
    return _INTERVAL.match(text) is not None and _SPAN.search(text) is not None


def _class_of(row: Sequence[Cell]) -> KelasTeks | None:
    """Interval and class of one row; the class word stands in another cell than the interval."""
    interval = [c for c in row if _INTERVAL.match(c.flat) and not _row_number(c, row)]
    words = [
        c for c in row if _CLASS.search(c.flat) and not _INTERVAL.match(c.flat) and len(c.flat.split()) <= 5
    ]
    if len(interval) != 1 or not words:
        return None
    label = max(words, key=lambda c: len(c.flat))
    return KelasTeks(label=label.flat.strip(), text=interval[0].flat.strip(), place=interval[0].place)


def _row_number(cell: Cell, row: Sequence[Cell]) -> bool:
    """Whether a cell is the running number of its row: a small integer in the first column beside another interval."""
    first = min(c.col for c in row)
    return cell.col == first and bool(re.fullmatch(r"\s*\d{1,2}\.?\s*", cell.flat)) and len(row) > 2
