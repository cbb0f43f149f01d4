"""Centred fractions with words: in running text (`Capaian = Realisasi over Target × 100%`) and in formula cells.

Unlike an underlined text, a fraction has numerator and denominator centred on its bar, and one of them is shorter
than the bar on both sides or the rest of the formula stands at the height of the bar.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.readers.pdf.glyphs import Word
from extractors.readers.pdf.rules import Rule
from extractors.readers.pdf.textlines import make_line, words_box
from schemas.printed import Line

_CENTRE_PT = 4.0
_EDGE_PT = 3.0
_INSET_PT = 3.0
_LETTERS = 4
_CHAIN_HEIGHTS = 2.5


@dataclass(frozen=True, slots=True)
class _Fraction:
    above: list[Word]
    below: list[Word]
    left: list[Word]
    right: list[Word]

    @property
    def words(self) -> list[Word]:
        return [*self.left, *self.above, *self.below, *self.right]


def take_stacked(words: Sequence[Word], bars: Sequence[Rule], page: int) -> tuple[list[Line], list[Word]]:
    """Lines of the centred fractions among the words, and the words that belong to none."""
    lines: list[Line] = []
    left = [w for w in words if not w.vertical]
    turned = [w for w in words if w.vertical]
    for bar in sorted(bars, key=lambda b: b.top):
        fraction = _fraction(left, bar)
        if fraction is None:
            continue
        text = f"({_text(fraction.above)}) / ({_text(fraction.below)})"
        parts = [_text(fraction.left), text, _text(fraction.right)]
        lines.append(make_line(fraction.words, page, text=" ".join(part for part in parts if part)))
        taken = {id(word) for word in fraction.words}
        left = [word for word in left if id(word) not in taken]
    return lines, [*left, *turned]


def _text(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)


def _fraction(words: Sequence[Word], bar: Rule) -> _Fraction | None:
    above = _beside_bar(words, bar, over=True)
    below = _beside_bar(words, bar, over=False)
    if not _worded(above) or not _worded(below) or not _centred(above, bar) or not _centred(below, bar):
        return None
    at_bar = [w for w in words if abs(w.mid_y - bar.top) < 0.4 * w.height and w not in above and w not in below]
    left = _chain([w for w in at_bar if w.x1 <= bar.x0 + _EDGE_PT], bar.x0, leftwards=True)
    right = _chain([w for w in at_bar if w.x0 >= bar.x1 - _EDGE_PT], bar.x1, leftwards=False)
    if not (left or right or _inset(above, bar) or _inset(below, bar)):
        return None
    return _Fraction(above, below, left, right)


def _beside_bar(words: Sequence[Word], bar: Rule, *, over: bool) -> list[Word]:
    """The line of words right above or right below the bar, within its extent, from left to right."""
    near = []
    for word in words:
        gap = bar.top - word.bottom if over else word.top - bar.top
        inside = word.x0 >= bar.x0 - _EDGE_PT and word.x1 <= bar.x1 + _EDGE_PT
        if inside and -0.45 * word.height <= gap <= 0.6 * word.height:
            near.append(word)
    return sorted(near, key=lambda w: w.x0)


def _worded(words: Sequence[Word]) -> bool:
    return sum(ch.isalpha() for w in words for ch in w.text) >= _LETTERS


def _centred(words: Sequence[Word], bar: Rule) -> bool:
    box = words_box(words)
    return abs((box.x0 + box.x1) / 2 - (bar.x0 + bar.x1) / 2) <= _CENTRE_PT


def _inset(words: Sequence[Word], bar: Rule) -> bool:
    """Whether the text ends short of the bar on both sides, as no underlined text does."""
    box = words_box(words)
    return box.x0 > bar.x0 + _INSET_PT and box.x1 < bar.x1 - _INSET_PT


def _chain(words: Sequence[Word], edge: float, *, leftwards: bool) -> list[Word]:
    """Words that follow one another from the end of the bar outwards without a wide gap."""
    chain: list[Word] = []
    for word in sorted(words, key=lambda w: -w.x1 if leftwards else w.x0):
        gap = edge - word.x1 if leftwards else word.x0 - edge
        if gap > _CHAIN_HEIGHTS * word.height:
            break
        chain.append(word)
        edge = word.x0 if leftwards else word.x1
    return sorted(chain, key=lambda w: w.x0)
