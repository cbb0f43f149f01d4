"""Stacked fractions in a cell as linear text: `(numerator) / (denominator) × 100 = 94,54`.

A fraction bar is a horizontal line that belongs to no grid. Word's equations centre the bar and put the rest of the
formula at its height; typed ones underline the numerator, put the rest behind it and the denominator on the next line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from extractors.readers.pdf.glyphs import Word
from extractors.readers.pdf.rules import Rule
from extractors.readers.pdf.stacked import take_stacked
from extractors.readers.pdf.textlines import cell_lines, group_lines, make_line
from schemas.printed import Line

_SUFFIX = re.compile(r"^\s*(?:[x×X*]\s*\d|=\s*[\d(-])")
_OPEN_END = re.compile(r"[=x×X*]\s*$")
_EDGE_PT = 3.0


def lines_with_fractions(words: Sequence[Word], bars: Sequence[Rule], page: int) -> tuple[Line, ...]:
    """Lines of a cell; each stacked fraction becomes one line. Without a fraction, the plain lines."""
    printed = group_lines([w for w in words if not w.vertical]) if bars else []
    if len(printed) < 2:
        return cell_lines(words, page)
    out: list[Line] = []
    index = 0
    while index < len(printed):
        taken = _fraction_at(printed, index, bars, page)
        if taken is None:
            out.append(make_line(printed[index], page))
            index += 1
        else:
            line, count = taken
            out.append(line)
            index += count
    return tuple(out) if len(out) < len(printed) else _centred(words, bars, page)


def _centred(words: Sequence[Word], bars: Sequence[Rule], page: int) -> tuple[Line, ...]:
    """Lines of a cell whose fractions have no factor behind them, only words above and below a bar."""
    formulas, rest = take_stacked(words, bars, page)
    return tuple(sorted([*formulas, *cell_lines(rest, page)], key=attrgetter("top")))


def _fraction_at(
    printed: Sequence[list[Word]], index: int, bars: Sequence[Rule], page: int
) -> tuple[Line, int] | None:
    """The fraction that begins at a line, with the number of lines it takes; None when none begins there."""
    numerator: list[Word] = []
    suffix: list[Word] = []
    end = index
    while end < len(printed):
        over = _over_bar(printed[end], bars)
        if not over:
            break
        numerator += over
        suffix += [w for w in printed[end] if w not in over]
        end += 1
    if not numerator or end >= len(printed):
        return None
    if not suffix and not _over_bar(printed[end], bars):
        suffix, end = _suffix_line(printed, end, numerator, bars)
    while suffix and _OPEN_END.search(suffix[-1].text) and end < len(printed) - 1:
        suffix.append(printed[end][0])
        rest = printed[end][1:]
        if rest:
            return _linear(numerator, rest, suffix, page), end + 1 - index
        end += 1
    denominator: list[Word] = []
    while end < len(printed) and not _over_bar(printed[end], bars) and _follows(printed, end, denominator):
        denominator += printed[end]
        end += 1
    if not denominator or not _SUFFIX.match(" ".join(w.text for w in suffix)):
        return None
    return _linear(numerator, denominator, suffix, page), end - index


def _suffix_line(
    printed: Sequence[list[Word]], end: int, numerator: Sequence[Word], bars: Sequence[Rule]
) -> tuple[list[Word], int]:
    """The rest of the formula on a line of its own: at the height of the bar (equations), or wrapped below it."""
    line = printed[end]
    if end < len(printed) - 1 and _SUFFIX.match(" ".join(w.text for w in line)):
        return list(line), end + 1
    bar = min(bars, key=lambda b: abs(b.top - max(w.bottom for w in numerator)))
    beside = [w for w in line if w.x0 >= bar.x1 - _EDGE_PT and abs(w.mid_y - bar.top) < 0.6 * w.height]
    return (beside, end + 1) if beside and len(beside) == len(line) else ([], end)


def _follows(printed: Sequence[list[Word]], end: int, denominator: Sequence[Word]) -> bool:
    """Whether a line continues the denominator: no further below it than lines usually stand apart in the cell."""
    if not denominator:
        return True
    steps = sorted(b[0].mid_y - a[0].mid_y for a, b in pairwise(printed))
    return printed[end][0].mid_y - denominator[-1].mid_y < 1.4 * steps[len(steps) // 2]


def _over_bar(line: Sequence[Word], bars: Sequence[Rule]) -> list[Word]:
    """Words of a line that stand right above a bar."""
    return [w for w in line if any(_stands_on(w, bar) for bar in bars)]


def _stands_on(word: Word, bar: Rule) -> bool:
    near = -0.45 * word.height <= bar.top - word.bottom <= 0.55 * word.height
    return near and bar.x0 - _EDGE_PT <= word.mid_x <= bar.x1 + _EDGE_PT


def _linear(
    numerator: Sequence[Word], denominator: Sequence[Word], suffix: Sequence[Word], page: int
) -> Line:
    above, below, after = (" ".join(w.text for w in part) for part in (numerator, denominator, suffix))
    return make_line([*numerator, *denominator, *suffix], page, text=f"({above}) / ({below}) {after}")
