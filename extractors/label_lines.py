"""Which label lines and which figures of a shared cell belong to which logical row, by their heights on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from schemas.printed import Line
from schemas.provenance import PdfPlace, Place

LIST_MARK = re.compile(
    r"^\s*(?:\(?\d{1,2}[.)]\)?|\d{1,2}\s(?=[A-Z])|[a-z][.)]|[-•▪➢✓\uf0a0-\uf0ff])\s*(?=\S)"
)
_BLANK_PRICE = 1.3
_LONGEST_RUN = 9


def middle(line: Line) -> float | None:
    """Height of a line's middle, pages stacked below each other; None without a place on a page (DOCX)."""
    place = line.place
    return (place.bbox.top + place.bbox.bottom) / 2 + 10_000 * place.page if isinstance(place, PdfPlace) else None


def around(lines: Sequence[Line]) -> Place:
    """The box around lines (at least one) on the page of the first; the place of the first in a Word file."""
    first = lines[0].place
    if not isinstance(first, PdfPlace):
        return first
    box = first.bbox
    for line in lines[1:]:
        if isinstance(line.place, PdfPlace) and line.place.page == first.page:
            box = box.union(line.place.bbox)
    return replace(first, bbox=box)


def match_rows(heights: Sequence[float], anchors: Sequence[float]) -> list[int]:
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
    column = _column(lines)
    best = min((_cut(column, anchors, mode) for mode in ("first", "middle", "last")), key=lambda c: c[0])
    return [list(lines[a:b]) for a, b in best[1]]


@dataclass(frozen=True, slots=True)
class _Column:
    """The lines of one label column with what the cuts are priced by, each computed once.

    Attributes:
        step: usual distance of two lines.
        inside: price of keeping line k in the run of the line above it, summed up to k.
        start: price of beginning a run with line k.
    """

    heights: list[float]
    step: float
    inside: list[float]
    start: list[float]


def _column(lines: Sequence[Line]) -> _Column:
    heights = [middle(line) or 0.0 for line in lines]
    step = _typical_step(heights)
    right = _right_edge(lines)
    inside, start = [0.0], [0.0]
    for k in range(1, len(lines)):
        gap = heights[k] - heights[k - 1]
        room = had_room(lines[k - 1], lines[k], right)
        marked = bool(LIST_MARK.match(lines[k].text))
        kept = (2.0 if gap > 1.4 * step else 0.0) + (3.0 if marked else 0.0) + (2.0 if room else 0.0)
        inside.append(inside[-1] + kept)
        price = 2.0 if _goes_on(lines[k].text) else 0.0
        if gap < 1.2 * step and not marked:
            price += (1.0 if _open_ended(lines[k - 1].text) else 0.0) + (0.0 if room else 0.8)
        start.append(price)
    return _Column(heights, step, inside, start)


def _cut(column: _Column, anchors: Sequence[float], mode: str) -> tuple[float, list[tuple[int, int]]]:
    """The cheapest cut of lines into len(anchors) runs, and its cost; runs take all lines, blank ones at a price."""
    n, m = len(column.heights), len(anchors)
    infinite = float("inf")
    cost = [[infinite] * (m + 1) for _ in range(n + 1)]
    back = [[0] * (m + 1) for _ in range(n + 1)]
    cost[0][0] = 0.0
    for j in range(1, m + 1):
        for i in range(n + 1):
            for k in range(max(0, i - _LONGEST_RUN), i + 1):
                if cost[k][j - 1] == infinite:
                    continue
                run = _run_cost(column, k, i, anchors[j - 1], mode) if k < i else _BLANK_PRICE
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


def _run_cost(column: _Column, start: int, end: int, anchor: float, mode: str) -> float:
    """Distance of a run of lines from its figure, in line steps, with prices for gaps inside and odd beginnings."""
    first, last = column.heights[start], column.heights[end - 1]
    point = first if mode == "first" else last if mode == "last" else (first + last) / 2
    return abs(point - anchor) / column.step + column.inside[end - 1] - column.inside[start] + column.start[start]


def _right_edge(lines: Sequence[Line]) -> float | None:
    edges = [line.place.bbox.x1 for line in lines if isinstance(line.place, PdfPlace)]
    return max(edges) if len(edges) == len(lines) else None


def had_room(above: Line, below: Line, right: float | None) -> bool:
    """Whether the first word of a line would have fitted on the line above: then a new text begins."""
    if right is None or not isinstance(above.place, PdfPlace) or not isinstance(below.place, PdfPlace):
        return False
    box = below.place.bbox
    letter = box.width / max(len(below.text), 1)
    word = letter * (len(below.text.split(" ", 1)[0]) + 2)
    return above.place.bbox.x1 + word < right


def _goes_on(text: str) -> bool:
    """Whether a text can hardly begin a label: lower case or an opening bracket."""
    return (text[:1].islower() and not LIST_MARK.match(text)) or text.startswith("(")


def _open_ended(text: str) -> bool:
    return bool(
        re.search(
            r"(?:[,(/&-]|\b(?:dan|atau|yang|di|ke|dari|dengan|untuk|pada|dalam))\s*$", text, re.IGNORECASE
        )
    )
