"""Lines as the readers give them: those of a PDF page set in a type of even width, or paragraphs of a Word file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from extractors.readers.pdf.glyphs import Word
from extractors.readers.pdf.textlines import make_text_line
from schemas.printed import Block, Line, LineRole, Table, TableMethod, TablePart
from schemas.provenance import BBox, DocxPlace, PdfPlace

CHAR, HEIGHT, PITCH = 6.0, 10.0, 15.0
LEFT, RIGHT = 72.0, 540.0


@dataclass(slots=True)
class Halaman:
    """Pages that are filled from the top; `tulis` wraps a text between its left edge and the right margin."""

    blocks: list[Block] = field(default_factory=list)
    page: int = 1
    top: float = 72.0

    def baris(self, text: str, left: float = LEFT, gap: float = 0.0) -> Halaman:
        """One line, `gap` points further down than the next line would stand."""
        self.top += gap
        words, x = [], left
        for index, word in enumerate(text.split()):
            width = CHAR * len(word)
            words.append(Word(word, x, self.top, x + width, self.top + HEIGHT, index))
            x += width + CHAR
        self.blocks.append(make_text_line(words, self.page))
        self.top += PITCH
        return self

    def tulis(self, text: str, left: float = LEFT, first: float | None = None, gap: float = 6.0) -> Halaman:
        """A paragraph; `first` is the left edge of its first line."""
        edge = left if first is None else first
        line = ""
        for word in text.split():
            if line and edge + CHAR * (len(line) + 1 + len(word)) > RIGHT:
                self.penuh(line, edge, gap)
                line, edge, gap = word, left, 0.0
            else:
                line = f"{line} {word}" if line else word
        return self.baris(line, edge, gap)

    def penuh(self, text: str, left: float = LEFT, gap: float = 0.0) -> Halaman:
        """A line whose blanks are stretched to the right margin."""
        self.top += gap
        printed = text.split()
        blank = (RIGHT - left - CHAR * sum(len(word) for word in printed)) / max(len(printed) - 1, 1)
        words, x = [], left
        for index, word in enumerate(printed):
            width = CHAR * len(word)
            words.append(Word(word, x, self.top, x + width, self.top + HEIGHT, index))
            x += width + blank
        self.blocks.append(make_text_line(words, self.page))
        self.top += PITCH
        return self

    def halaman_baru(self) -> Halaman:
        self.page += 1
        self.top = 72.0
        return self

    def tabel(self) -> Halaman:
        place = PdfPlace(page=self.page, bbox=BBox(x0=LEFT, top=self.top, x1=RIGHT, bottom=self.top + 60))
        self.blocks.append(_table(place))
        self.top += 75
        return self


def _table(place: PdfPlace | DocxPlace) -> Table:
    part = TablePart(place=place, first_row=0, last_row=0)
    return Table(rows=1, cols=1, cells=(), parts=(part,), method=TableMethod.RULED)


def naskah(paragraphs: Iterable[str | None]) -> list[Block]:
    """Paragraphs of a Word file; one that begins with `#` is a heading, None is a table."""
    blocks: list[Block] = []
    for index, text in enumerate(paragraphs):
        place = DocxPlace(block=index)
        if text is None:
            blocks.append(_table(place))
        elif text.startswith("#"):
            blocks.append(Line(text=text[1:], place=place, role=LineRole.HEADING))
        else:
            blocks.append(Line(text=text, place=place))
    return blocks
