"""Words of a page from pdfium: one bulk text call, two character boxes per word.

pdfium gives characters in the page's own space (origin bottom left, before /Rotate); every box that leaves this
module is in points with the origin at the top left of the page as it is shown.
"""

from __future__ import annotations

import ctypes
import re
from array import array
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.readers.pdf import calls
from schemas.provenance import BBox

_Box = tuple[float, float, float, float]

_WORD = re.compile(r"[^\s\x00\x01\x03-\x1f\u00a0\uffff]+")
_HYPHENS = ("\x02", "\ufffe")
_SAME_LINE_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Word:
    """One printed word.

    Attributes:
        index: position of its first character in the page's text order.
        vertical: its characters run up or down the page.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    index: int
    vertical: bool = False

    @property
    def mid_x(self) -> float:
        """Horizontal middle in points."""
        return (self.x0 + self.x1) / 2

    @property
    def mid_y(self) -> float:
        """Vertical middle in points."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """Height of the character box in points."""
        return self.bottom - self.top

    @property
    def bbox(self) -> BBox:
        """The box as a value of the schema."""
        return BBox(x0=self.x0, top=self.top, x1=self.x1, bottom=self.bottom)


@dataclass(frozen=True, slots=True)
class Frame:
    """How the page's own space maps to the page as shown: crop box, then /Rotate.

    `left`, `bottom`, `right`, `top` are the visible box in the page's own space; `rotation` is 0, 90, 180 or 270
    (clockwise).
    """

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @classmethod
    def of(cls, page: pdfium.PdfPage) -> Frame:
        """The frame of an open page."""
        left, bottom, right, top = page.get_bbox()
        return cls(left, bottom, right, top, page.get_rotation())

    @property
    def width(self) -> float:
        """Width of the page as shown."""
        return self.top - self.bottom if self.rotation in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        """Height of the page as shown."""
        return self.right - self.left if self.rotation in (90, 270) else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page's own space as (x, distance from the top) of the page as shown."""
        if self.rotation == 0:
            return x - self.left, self.top - y
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A box of the page's own space as (x0, top, x1, bottom) of the page as shown."""
        if self.rotation == 0 and left <= right and bottom <= top:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


class CharBoxes:
    """Character boxes of one text page, fetched one at a time and only when asked for."""

    def __init__(self, textpage: pdfium.PdfTextPage, frame: Frame) -> None:
        self._handle = calls.handle_of(textpage.raw)
        self._to_shown = frame.box
        self._slots = array("f", [0.0] * 4)
        self._address = calls.address_of(self._slots)

    def get(self, index: int) -> _Box | None:
        """Box (x0, top, x1, bottom) of a character; None where pdfium has none."""
        if not calls.char_box(self._handle, index, self._address):
            return None
        left, top, right, bottom = self._slots
        if left == right and top == bottom:
            return None
        return self._to_shown(left, bottom, right, top)


def page_text(textpage: pdfium.PdfTextPage) -> str:
    """The page's characters, one per pdfium index, so that string positions are character indices.

    pdfium's two codes for a hyphen are written as one.
    """
    count = pdfium_c.FPDFText_CountChars(textpage.raw)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium_c.FPDFText_GetText(textpage.raw, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", errors="replace")
    if len(text) != count:
        text = "".join(_char(textpage, index) for index in range(count))
    for hyphen in _HYPHENS:
        text = text.replace(hyphen, "-")
    return text


def _char(textpage: pdfium.PdfTextPage, index: int) -> str:
    code = pdfium_c.FPDFText_GetUnicode(textpage.raw, index)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def page_words(textpage: pdfium.PdfTextPage, frame: Frame) -> list[Word]:
    """All words of a page in pdfium's text order; a word that runs over two lines is cut between them."""
    return words_of(page_text(textpage), CharBoxes(textpage, frame))


def words_of(text: str, boxes: CharBoxes) -> list[Word]:
    """As `page_words`, for a page whose characters are at hand."""
    words: list[Word] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        first = boxes.get(start)
        last = boxes.get(end - 1) if end - start > 1 else first
        if first is not None and last is not None and _one_run(first, last, end - start):
            words.append(_word(match[0], start, first, last))
        else:
            words.extend(_split_by_char(boxes, text, start, end))
    return words


def _one_run(first: _Box, last: _Box, count: int) -> bool:
    """Whether first and last character can be ends of one horizontal run, read left to right."""
    height, other = first[3] - first[1], last[3] - last[1]
    lower = height if height < other else other
    height = max(height, other, 0.1)
    overlap = min(first[3], last[3]) - max(first[1], last[1])
    return overlap > _SAME_LINE_SHARE * lower and -1 < last[2] - first[0] <= 1.6 * height * count


def _word(text: str, index: int, first: _Box, last: _Box, *, vertical: bool = False) -> Word:
    if first is last:
        return Word(text, *first, index, vertical)
    return Word(
        text,
        min(first[0], last[0]),
        min(first[1], last[1]),
        max(first[2], last[2]),
        max(first[3], last[3]),
        index,
        vertical,
    )


def _split_by_char(boxes: CharBoxes, text: str, start: int, end: int) -> list[Word]:
    """Cut a run of characters wherever the next one does not stand beside (or, turned, above or below) the last."""
    placed = [(index, box) for index in range(start, end) if (box := boxes.get(index)) is not None]
    if not placed:
        return []
    runs: list[list[tuple[int, _Box]]] = [[placed[0]]]
    for (_, before), (index, box) in pairwise(placed):
        if _beside(before, box) or _stacked(before, box):
            runs[-1].append((index, box))
        else:
            runs.append([(index, box)])
    return [_run_word(text, run) for run in runs]


def _run_word(text: str, run: list[tuple[int, _Box]]) -> Word:
    index, first = run[0]
    last = run[-1][1]
    vertical = len(run) > 1 and _stacked(first, run[1][1])
    return _word("".join(text[i] for i, _ in run), index, first, last, vertical=vertical)


def _beside(a: _Box, b: _Box) -> bool:
    height = max(a[3] - a[1], b[3] - b[1])
    overlap = min(a[3], b[3]) - max(a[1], b[1])
    return overlap > 0.4 * min(a[3] - a[1], b[3] - b[1]) and -0.6 * height < b[0] - a[2] < 0.6 * height


def _stacked(a: _Box, b: _Box) -> bool:
    width = max(a[2] - a[0], b[2] - b[0])
    overlap = min(a[2], b[2]) - max(a[0], b[0])
    gap = max(b[1] - a[3], a[1] - b[3])
    return (
        overlap > 0.7 * min(a[2] - a[0], b[2] - b[0])
        and overlap > 0.5 * width
        and -0.4 * width < gap < 0.4 * width
    )


def split_at(word: Word, boxes: CharBoxes, text: str, xs: list[float]) -> list[Word]:
    """Cut a word at the vertical rules `xs` that run through it (two cells' texts that pdfium read as one word)."""
    pieces: list[list[tuple[int, _Box]]] = [[]]
    cuts = sorted(xs)
    for index in range(word.index, word.index + len(word.text)):
        box = boxes.get(index)
        if box is None:
            continue
        while cuts and (box[0] + box[2]) / 2 > cuts[0]:
            cuts.pop(0)
            if pieces[-1]:
                pieces.append([])
        pieces[-1].append((index, box))
    return [_run_word(text, piece) for piece in pieces if piece] or [replace(word)]
