"""The headings that a table stands under: chapter, numbered sections, lines that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.captions import LEADERS, split_caption
from extractors.penanda import marker
from schemas.printed import Line, LineRole, PrintedDocument, Table

_MAX_HEADING = 110
_SHORT_HEADING = 60
_CHAPTER = re.compile(r"BAB\b", re.IGNORECASE)
_OUTLINE = re.compile(r"(?:\d{1,2}|[A-Z])(?:\.\s?\d{1,2})+\.?\s+(?=[^\W\d_])")
_SENTENCE_END = re.compile(r"[.;,]\s*$")
_NO_HEADING = re.compile(r"sumber\b|keterangan\b|catatan\b|tabel\b|gambar\b|grafik\b|\*|\(", re.IGNORECASE)
_CHAPTER_STYLE = "bab"
_ALONE = "lepas"


def headings_above(printed: PrintedDocument) -> Iterator[tuple[str, ...]]:
    """For every table of the document the headings it stands under, outermost first."""
    trail = _Trail()
    for block in printed.blocks:
        if isinstance(block, Table):
            yield trail.texts()
            trail.close()
        else:
            trail.line(block)


class _Trail:
    """The open headings; a heading of a style closes those of the same style and all below them.

    One that is not the first of its kind, though none of its kind is open, goes on before what is open: it closes all.
    """

    def __init__(self) -> None:
        self._open: list[tuple[str, str]] = []
        self._last: tuple[str, int] | None = None

    def texts(self) -> tuple[str, ...]:
        """The open headings without the chapter, outermost first."""
        return tuple(text for style, text in self._open if style != _CHAPTER_STYLE)

    def close(self) -> None:
        """A table was printed: a plain line above it was its title, and no list goes on."""
        self._last = None
        if self._open and self._open[-1][0] == _ALONE:
            self._open.pop()

    def line(self, line: Line) -> None:
        """Opens the heading that a line is; items that follow each other are a list, no headings."""
        text = " ".join(line.text.split())
        found = _style(line, text)
        if found is None:
            if text:
                self._last = None
            return
        style, rank = found
        listed = rank > 1 and self._last == (style, rank - 1)
        self._last = found
        styles = [known for known, _ in self._open]
        if style in styles:
            del self._open[styles.index(style) :]
        elif style == _CHAPTER_STYLE or (rank > 1 and not listed):
            self._open.clear()
        if not listed:
            self._open.append((style, text))


def _style(line: Line, text: str) -> tuple[str, int] | None:
    """What kind of heading a line is, by its marker, weight and size, and its rank (0 without); None for text."""
    if not text or len(text) > _MAX_HEADING or LEADERS.search(text) or split_caption(text) is not None:
        return None
    if _CHAPTER.match(text):
        return _CHAPTER_STYLE, 0
    if _SENTENCE_END.search(text) or _NO_HEADING.match(text):
        return None
    outline = _OUTLINE.match(text)
    if outline is not None:
        parts = re.findall(r"[A-Z]|[0-9]+", outline.group())
        return f"nomor {len(parts)}", int(parts[-1]) if parts[-1].isdigit() else 0
    found = marker(text)
    if found is not None:
        return (found.baca[0].gaya, found.baca[0].urut) if found.baca else None
    if line.role is LineRole.HEADING or line.bold:
        return f"tebal {line.size}", 0
    return (_ALONE, 0) if len(text) <= _SHORT_HEADING and text[0].isupper() else None
