"""Words to printed lines: grouping by height on the page, reading order inside, turned text kept in its own order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from extractors.readers.pdf.glyphs import Word
from schemas.printed import Line, LineRole
from schemas.provenance import BBox, PdfPlace

_SAME_LINE_SHARE = 0.45
_FIGURE = re.compile(r"[\d%]")
_left = attrgetter("x0")
_index = attrgetter("index")


def group_lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words in printed lines from top to bottom, each from left to right."""
    if len(words) == 1:
        return [list(words)]
    lines: list[list[Word]] = []
    middle = tallest = 0.0
    for mid_y, _, _, word in sorted((w.mid_y, w.x0, k, w) for k, w in enumerate(words)):
        height = word.height
        if lines and abs(mid_y - middle) <= _SAME_LINE_SHARE * min(height, tallest):
            lines[-1].append(word)
            middle += (mid_y - middle) / len(lines[-1])
            tallest = max(tallest, height)
        else:
            lines.append([word])
            middle, tallest = mid_y, height
    return [sorted(line, key=_left) for line in lines]


def words_box(words: Sequence[Word]) -> BBox:
    """The smallest box around the words (at least one)."""
    if len(words) == 1:
        return words[0].bbox
    return BBox(
        x0=min([w.x0 for w in words]),
        top=min([w.top for w in words]),
        x1=max([w.x1 for w in words]),
        bottom=max([w.bottom for w in words]),
    )


def make_line(
    words: Sequence[Word], page: int, role: LineRole = LineRole.BODY, text: str | None = None
) -> Line:
    """A Line of words in reading order; `text` replaces the joined words where their order is not the reading order."""
    size = max([w.height for w in words])
    printed = " ".join([w.text for w in words]) if text is None else text
    return Line(
        text=printed, place=PdfPlace(page=page, bbox=words_box(words)), role=role, size=round(size, 1)
    )


def make_text_line(words: Sequence[Word], page: int) -> Line:
    """A Line outside tables: the words that hold a figure keep their own edges."""
    line = make_line(words, page)
    return replace(line, boxes=figure_boxes(words)) if _FIGURE.search(line.text) else line


def figure_boxes(words: Sequence[Word]) -> tuple[tuple[int, int, float, float], ...]:
    """Place in the joined text, left and right edge of each word with a digit or a per cent sign."""
    boxes: list[tuple[int, int, float, float]] = []
    start = 0
    for word in words:
        end = start + len(word.text)
        if _FIGURE.search(word.text):
            boxes.append((start, end, word.x0, word.x1))
        start = end + 1
    return tuple(boxes)


def cell_lines(words: Sequence[Word], page: int) -> tuple[Line, ...]:
    """The printed lines of one cell; turned text is one line, in the order the writer gave it."""
    if not words:
        return ()
    turned = [w for w in words if w.vertical]
    if len(turned) * 2 > len(words):
        ordered = sorted(words, key=_index)
        return (make_line(ordered, page),)
    return tuple(make_line(line, page) for line in group_lines(words))
