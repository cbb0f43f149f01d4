"""Headings of documents that use no heading styles: chapter lines, outline marks, lines in capitals."""

from __future__ import annotations

import re

MAX_CHARS = 120
MIN_LETTERS = 6
_CHAPTER = re.compile(r"(?:BAB\s+(?:[IVX]{1,5}|\d{1,2})\b|LAMPIRAN\b|Bab\s+(?:[IVX]{1,5}|\d{1,2})$)")
_BARE_CHAPTER = re.compile(r"BAB\s+(?:[IVX]{1,5}|\d{1,2})$", re.IGNORECASE)
_LETTER = re.compile(r"(?P<letter>[A-Z])[.)]\s+[A-Z]")
_OUTLINE = re.compile(r"(?:[A-Z]|\d{1,2}|[IVX]{1,4})(?:\.\d{1,2}){1,4}\.?\s+[A-Z]")
_CAPTION = re.compile(r"(?:tabel|table|gambar|grafik|diagram|bagan)\b", re.IGNORECASE)
_SENTENCE_END = (".", ";", ",")
_LEADERS = re.compile(r"\.{4,}|…{2,}|(?:\. ){4,}")


class OutlineReader:
    """Recognises headings by their text, in document order.

    `BAB III`, `LAMPIRAN`, `A.2 Title`, `3.1.2 Title` are headings by themselves; a single letter
    (`B. Title`) only in sequence, so that initials of a name are not. Of several lines in capitals the first
    is one, unless they are the title of a table or picture.
    """

    def __init__(self) -> None:
        """Begins before the first paragraph."""
        self._letter: str | None = None
        self._in_capitals = False

    def is_heading(self, text: str) -> bool:
        """Whether this body paragraph is a heading; to be asked for every paragraph, in order."""
        stripped = text.rstrip(" :")
        in_capitals, self._in_capitals = self._in_capitals, False
        if _CAPTION.match(stripped):
            self._in_capitals = True
            return False
        if not _is_short(stripped):
            return False
        if _CHAPTER.match(stripped):
            self._letter = None
            self._in_capitals = not _BARE_CHAPTER.match(stripped)
            return True
        if _OUTLINE.match(stripped) or self._is_lettered(stripped):
            return True
        self._in_capitals = _is_capitals(text)
        return self._in_capitals and not in_capitals

    def _is_lettered(self, text: str) -> bool:
        """A heading with the letter that is next in order."""
        match = _LETTER.match(text)
        if match is None:
            return False
        letter = match["letter"]
        if letter != "A" and (self._letter is None or ord(letter) != ord(self._letter) + 1):
            return False
        self._letter = letter
        return True


def _is_short(text: str) -> bool:
    """A short line that is neither the end of a sentence nor an entry of a list of contents."""
    return 0 < len(text) <= MAX_CHARS and not text.endswith(_SENTENCE_END) and not _LEADERS.search(text)


def _is_capitals(text: str) -> bool:
    """A line of words in capitals, no label with a value behind a colon."""
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) >= MIN_LETTERS and ":" not in text and all(sign.isupper() for sign in letters)
