"""Which label lines and which figures of a shared cell belong to which logical row, by their heights on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from schemas.printed import Line
from schemas.provenance import PdfPlace

LIST_MARK = re.compile(
    r"^\s*(?:\(?\d{1,2}[.)]\)?|\d{1,2}\s(?=[A-Z])|[a-z][.)]|[-•▪➢✓\uf0a0-\uf0ff])\s*(?=\S)"
)
_BLANK_PRICE = 1.3
_LONGEST_RUN = 9


def middle(line: Line) -> float | None:
    """Height of a line's middle, pages stacked below each other; None without a place on a page (DOCX)."""
    place = line.place
    return (place.bbox.top + place.bbox.bottom) / 2 + 10_000 * place.page if isinstance(place, PdfPlace) else None


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
    best = min((_cut(lines, anchors, mode) for mode in ("first", "middle", "last")), key=lambda c: c[0])
    return [list(lines[a:b]) for a, b in best[1]]


def _cut(lines: Sequence[Line], anchors: Sequence[float], mode: str) -> tuple[float, list[tuple[int, int]]]:
    """The cheapest cut of lines into len(anchors) runs, and its cost; runs take all lines, blank ones at a price."""
    heights = [middle(line) or 0.0 for line in lines]
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
        price += 3.0 if LIST_MARK.match(lines[k].text) else 0.0
        price += 2.0 if _had_room(lines[k - 1], lines[k], right) else 0.0
    if start:
        price += 2.0 if _goes_on(lines[start].text) else 0.0
        close = heights[start] - heights[start - 1] < 1.2 * step
        if close and not LIST_MARK.match(lines[start].text):
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
    return (text[:1].islower() and not LIST_MARK.match(text)) or text.startswith("(")


def _open_ended(text: str) -> bool:
    return bool(
        re.search(
            r"(?:[,(/&-]|\b(?:dan|atau|yang|di|ke|dari|dengan|untuk|pada|dalam))\s*$", text, re.IGNORECASE
        )
    )
