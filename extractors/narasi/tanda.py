"""The mark that opens a list item or a numbered heading: `1.`, `a)`, `(2)`, `3.1.2`, `A.`, `➢`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BULLETS = "•▪➢✓●○◦·❖§*\\-–—\uf000-\uf0ff"
_BULLET = "•"
_MARKS = (
    ("outline", re.compile(r"((?:\d{1,2}|[A-Za-z])(?:\.\d{1,2}){1,4})\.?\s*(?=[A-Z“\"(])")),
    ("1.", re.compile(r"(\d{1,2})\.(?:\s+(?=\S)|(?=[A-Z][a-z]))")),
    ("1)", re.compile(r"(\d{1,2})\)\s*(?=\S)")),
    ("(1)", re.compile(r"\((\d{1,2})\)\.?\s*(?=\S)")),
    ("I.", re.compile(r"([IVX]{1,5})\.\s+(?=\S)")),
    ("A.", re.compile(r"([A-Z])\.\s+(?=\S)")),
    ("a.", re.compile(r"([a-z])\.\s+(?=\S)")),
    ("i.", re.compile(r"([ivx]{2,5})[.)]\s+(?=\S)")),
    ("a)", re.compile(r"([a-z])\)\s*(?=\S)")),
    ("(a)", re.compile(r"\(([a-z])\)\s*(?=\S)")),
    (_BULLET, re.compile(rf"([{_BULLETS}])\s+(?=\S)")),
)
_FIRST = frozenset({"1", "a", "A", "I", "i", "ii"})
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tanda:
    """A list mark.

    Attributes:
        gaya: style, the same for all marks of one list; a bullet is its own.
        isi: what is between the punctuation, "3.1.2" or the bullet.
        panjang: characters of the text that belong to the mark, with the blanks behind it.
    """

    gaya: str
    isi: str
    panjang: int

    @property
    def bagian(self) -> tuple[str, ...]:
        """The parts of an outline number."""
        return tuple(self.isi.split("."))

    @property
    def peluru(self) -> bool:
        """Whether it is a bullet or a dash."""
        return self.gaya == self.isi

    @property
    def pertama(self) -> bool:
        """Whether it opens its list."""
        return self.isi in _FIRST

    def follows(self, other: Tanda) -> bool:
        """Whether it is the next mark of the same list."""
        if self.gaya != other.gaya:
            return False
        return self.peluru or _rank(self) == _rank(other) + 1


def _rank(tanda: Tanda) -> int:
    last = tanda.bagian[-1]
    if last.isdigit():
        return int(last)
    if tanda.gaya in ("I.", "i."):
        values = [_ROMAN[char] for char in last.upper()]
        return sum(-v if any(w > v for w in values[k + 1 : k + 2]) else v for k, v in enumerate(values))
    return ord(last[0])


def read_tanda(text: str) -> Tanda | None:
    """The mark at the head of a line, None without."""
    for style, pattern in _MARKS:
        match = pattern.match(text)
        if match is not None:
            content = match.group(1)
            return Tanda(gaya=content if style == _BULLET else style, isi=content, panjang=match.end())
    return None
