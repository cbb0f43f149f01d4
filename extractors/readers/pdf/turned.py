"""Turned text (headings that run up or down the page) put together again from its characters.

pdfium may hand turned characters out one by one, or from the wrong end; the angle of the glyphs tells which way the
text runs.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.readers.pdf.glyphs import CharBoxes, Frame, Word
from schemas.provenance import BBox

_TOLERANCE_DEG = 20
_SPACE_SHARE = 0.18
_SAME_COLUMN_SHARE = 0.4
_FIRST_INDEX = 10_000_000
_MIN_TURNED_WORDS = 15
_TURNED_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class _Glyph:
    """One turned character: its box as a word, and whether its text runs up the page."""

    word: Word
    up: bool


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page with the turned ones whole and in reading order, behind the others.

    Attributes:
        turn: degrees (clockwise) that bring a page upright whose text is turned as a whole, else 0.
    """

    words: list[Word]
    turn: int = 0


def regroup_turned(
    words: Sequence[Word], textpage: pdfium.PdfTextPage, frame: Frame, boxes: CharBoxes
) -> PageWords:
    """Put the turned characters of a page together again."""
    glyphs: list[_Glyph] = []
    kept: list[Word] = []
    if _upside_down(words, textpage, frame):
        return PageWords(list(words), 180)
    for word in words:
        up = _runs_up(textpage, frame, word.index) if word.vertical or len(word.text) == 1 else None
        if up is None:
            kept.append(word)
        else:
            glyphs += [_Glyph(char, up) for char in _chars(word, boxes)]
    if not glyphs:
        return PageWords(kept)
    up_words, down_words = (_words([g.word for g in glyphs if g.up is up], up=up) for up in (True, False))
    turned = [replace(word, index=_FIRST_INDEX + rank) for rank, word in enumerate([*up_words, *down_words])]
    return PageWords([*kept, *turned], _turn(len(up_words), len(down_words), len(kept)))


def _upside_down(words: Sequence[Word], textpage: pdfium.PdfTextPage, frame: Frame) -> bool:
    """Whether the page stands on its head: most of its characters do (they come one by one then)."""
    single = [word for word in words if len(word.text) == 1]
    if len(single) < max(_MIN_TURNED_WORDS, _TURNED_SHARE * len(words)):
        return False
    turned = sum(1 for word in single if abs(_angle(textpage, frame, word.index) - 180) <= _TOLERANCE_DEG)
    return turned >= _TURNED_SHARE * len(single)


def _turn(up: int, down: int, upright: int) -> int:
    if max(up, down) < max(_MIN_TURNED_WORDS, _TURNED_SHARE * (up + down + upright)):
        return 0
    return 90 if up > down else 270


def as_shown(box: BBox, turn: int, width: float, height: float) -> BBox:
    """A box of a turned page (its width and height in points) as it lies on the page as shown."""
    if turn == 180:
        return BBox(x0=width - box.x1, top=height - box.bottom, x1=width - box.x0, bottom=height - box.top)
    if turn == 90:
        return BBox(x0=box.top, top=width - box.x1, x1=box.bottom, bottom=width - box.x0)
    return BBox(x0=height - box.bottom, top=box.x0, x1=height - box.top, bottom=box.x1)


def _runs_up(textpage: pdfium.PdfTextPage, frame: Frame, index: int) -> bool | None:
    """Whether a character's text runs up (True) or down (False) the page as shown; None when it is not turned."""
    shown = _angle(textpage, frame, index)
    if abs(shown - 90) <= _TOLERANCE_DEG:
        return True
    return False if abs(shown - 270) <= _TOLERANCE_DEG else None


def _angle(textpage: pdfium.PdfTextPage, frame: Frame, index: int) -> float:
    """Degrees (counterclockwise, 0 to 360) by which a character is turned on the page as shown."""
    angle = pdfium_c.FPDFText_GetCharAngle(textpage.raw, index)
    return (-math.degrees(angle) - frame.rotation) % 360 if angle >= 0 else 0.0


def _chars(word: Word, boxes: CharBoxes) -> list[Word]:
    """The characters of a word, each with its box."""
    chars = []
    for offset, text in enumerate(word.text):
        box = boxes.get(word.index + offset)
        if box is not None:
            chars.append(Word(text, *box, word.index + offset, True))
    return chars


def _words(chars: Sequence[Word], *, up: bool) -> list[Word]:
    """Characters to words: columns in reading order, in each a cut wherever a space's gap lies between."""
    columns: list[list[Word]] = []
    for char in sorted(chars, key=lambda c: c.mid_x if up else -c.mid_x):
        width = max(char.x1 - char.x0, 1.0)
        if columns and abs(columns[-1][0].mid_x - char.mid_x) <= _SAME_COLUMN_SHARE * width:
            columns[-1].append(char)
        else:
            columns.append([char])
    return [word for column in columns for word in _column_words(column, up=up)]


def _column_words(column: Sequence[Word], *, up: bool) -> list[Word]:
    runs: list[list[Word]] = []
    for char in sorted(column, key=lambda c: -c.mid_y if up else c.mid_y):
        gap = 0.0
        if runs:
            last = runs[-1][-1]
            gap = (last.top - char.bottom) if up else (char.top - last.bottom)
        if runs and gap <= _SPACE_SHARE * max(char.x1 - char.x0, 1.0):
            runs[-1].append(char)
        else:
            runs.append([char])
    return [_joined(run) for run in runs]


def _joined(run: Sequence[Word]) -> Word:
    return Word(
        "".join(c.text for c in run),
        min(c.x0 for c in run),
        min(c.top for c in run),
        max(c.x1 for c in run),
        max(c.bottom for c in run),
        run[0].index,
        True,
    )
