"""Columns that a total row does not sum, told by their figures: averages, and quotients of two other columns; pure.

A mean of rows, weighted or not, lies between the smallest and the largest of them; a sum of several counts does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations

from pipeline.arithmetic import quotient, scaled
from pipeline.arithmetic.columns import Column, Sel
from schemas.kinerja import Part

_COUNT = re.compile(r"^\W*(?:jumlah|jml|banyak\w*|total|luas|volume|produksi|populasi)\b", re.IGNORECASE)
_RELATED = re.compile(r"/|\bper\b|\brata|\brasio|\bratio", re.IGNORECASE)
_MEAN = re.compile(r"rata\W*rata|\brerata\b", re.IGNORECASE)
_SCALES = tuple(Decimal(10) ** power for power in range(6))
_SURE_ROWS = 3


def is_rate(column: Column, row: int, rows: tuple[int, ...], columns: Sequence[Column], label: str) -> bool:
    """Whether a total that is no sum of its rows is their average, or the column a quotient of two others.

    Args:
        column: the column with the printed total.
        row: the total row.
        rows: the rows it should sum.
        columns: all additive columns of the table.
        label: label of the total row; `Jumlah/Rata-rata` prints averages under any heading.
    """
    if column.part is not Part.JUMLAH:
        return False
    counts = _counts(column.header) and not _MEAN.search(label)
    if not counts and _between(column, row, rows) and not _like_a_sum(column, row, rows, columns):
        return True
    others = [other for other in columns if other is not column]
    return any(_is_quotient(column, pair, (*rows, row)) for pair in permutations(others, 2))


def _counts(header: str) -> bool:
    """Whether a heading says that its column counts something."""
    return _COUNT.match(header.rsplit(" / ", 1)[-1]) is not None and not _RELATED.search(header.replace(" / ", " "))


def _between(column: Column, row: int, rows: Sequence[int]) -> bool:
    """Whether the printed total lies between the smallest and the largest of several rows, none of them negative."""
    spans = [column.interval(each) for each in rows if column.sort(each) is Sel.NUMBER]
    if len(spans) < 2 or any(span.high < 0 for span in spans):
        return False
    printed = column.interval(row)
    return printed.high >= min(span.low for span in spans) and printed.low <= max(span.high for span in spans)


def _like_a_sum(column: Column, row: int, rows: tuple[int, ...], columns: Sequence[Column]) -> bool:
    """Whether a column under the same words, in another year, is summed there."""
    words = _words(column.header)
    return any(
        _words(other.header) == words and other.interval(row).meets(other.total(rows).interval)
        for other in columns
        if other is not column and other.sort(row) is Sel.NUMBER and other.total(rows).signs > 1
    )


def _words(header: str) -> str:
    return re.sub(r"[\W\d_]+", " ", header).strip().casefold()


def _is_quotient(column: Column, pair: tuple[Column, Column], rows: Sequence[int]) -> bool:
    """Whether in all rows, at least three, the column is the first of a pair by the second, at one scale."""
    filled = [row for row in rows if all(each.sort(row) is Sel.NUMBER for each in (column, *pair))]
    if len(filled) < _SURE_ROWS or len({column.interval(row).low for row in filled}) < 2:
        return False
    parts = [(column.interval(row), quotient(pair[0].interval(row), pair[1].interval(row))) for row in filled]
    return any(
        all(ratio is not None and printed.meets(scaled(ratio, scale)) for printed, ratio in parts) for scale in _SCALES
    )
