"""Words to printed lines: grouping by height on the page, reading order inside, turned text kept in its own order."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.readers.pdf.glyphs import Word
from schemas.printed import Line, LineRole
from schemas.provenance import BBox, PdfPlace


def group_lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words in printed lines from top to bottom, each from left to right."""
    lines: list[list[Word]] = []
    middles: list[float] = []
    for word in sorted(words, key=lambda w: (w.mid_y, w.x0)):
        if lines and _same_line(word, lines[-1], middles[-1]):
            lines[-1].append(word)
            middles[-1] += (word.mid_y - middles[-1]) / len(lines[-1])
        else:
            lines.append([word])
            middles.append(word.mid_y)
    return [sorted(line, key=lambda w: w.x0) for line in lines]


def _same_line(word: Word, line: Sequence[Word], middle: float) -> bool:
    height = min(word.height, max(w.height for w in line))
    return abs(word.mid_y - middle) <= 0.45 * height


def words_box(words: Sequence[Word]) -> BBox:
    """The smallest box around the words (at least one)."""
    return BBox(
        x0=min(w.x0 for w in words),
        top=min(w.top for w in words),
        x1=max(w.x1 for w in words),
        bottom=max(w.bottom for w in words),
    )


def make_line(
    words: Sequence[Word], page: int, role: LineRole = LineRole.BODY, text: str | None = None
) -> Line:
    """A Line of words in reading order; `text` replaces the joined words where their order is not the reading order."""
    size = max(w.height for w in words)
    printed = " ".join(w.text for w in words) if text is None else text
    return Line(
        text=printed, place=PdfPlace(page=page, bbox=words_box(words)), role=role, size=round(size, 1)
    )


def cell_lines(words: Sequence[Word], page: int) -> tuple[Line, ...]:
    """The printed lines of one cell; turned text is one line, in the order the writer gave it."""
    if not words:
        return ()
    turned = [w for w in words if w.vertical]
    if len(turned) * 2 > len(words):
        ordered = sorted(words, key=lambda w: w.index)
        return (make_line(ordered, page),)
    return tuple(make_line(line, page) for line in group_lines(words))
