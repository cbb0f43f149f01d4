"""Paragraphs of the running text, with the headings and the list item they stand under."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.narasi.gumpal import Gumpal, box_of, capital_share, gather, is_section, join_lines
from extractors.narasi.jenis import Jenis, kinds
from extractors.narasi.judul_ragu import Ragu, doubts
from extractors.narasi.kalimat import sentence_spans
from extractors.narasi.tanda import Tanda
from schemas.printed import Block, Line, LineRole
from schemas.provenance import BBox, PdfPlace, Place

MAX_BUTIR = 200
_UNDER = 4.0
_TITLED = 0.75
_NEXT_WORDS = 4
_PART = re.compile(
    r"(?:kata\s+pengantar|(?:ikhtisar|ringkasan)\s+eksekutif|executive\s+summary|daftar\s+\w+|lampiran|penutup|"
    r"pendahuluan)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Paragraf:
    """One paragraph.

    Attributes:
        nomor: its number in the document, from 0.
        text: its lines joined by blanks; a word cut at its hyphen has none.
        potongan: its lines, each with the offset in `text` at which it begins.
        judul: headings above, outermost first.
        butir: name or first sentence of the list item it belongs to, without the mark; None outside of lists.
    """

    nomor: int
    text: str
    potongan: tuple[tuple[int, Line], ...]
    judul: tuple[str, ...]
    butir: str | None

    def place(self, mulai: int, akhir: int) -> Place:
        """Where the characters [mulai, akhir) are printed; of a range over two lines, its part on the first."""
        index = max(bisect_right([start for start, _ in self.potongan], mulai) - 1, 0)
        start, line = self.potongan[index]
        if mulai >= start + len(line.text) and index + 1 < len(self.potongan):
            start, line = self.potongan[index + 1]
        return _part(line, max(mulai - start, 0), min(akhir - start, len(line.text)))


def _part(line: Line, mulai: int, akhir: int) -> Place:
    """The words of a line that hold its characters [mulai, akhir), or the line where their boxes are not known."""
    boxes = [box for box in getattr(line, "boxes", ()) if box[0] < akhir and mulai < box[1]]
    if not boxes or not isinstance(line.place, PdfPlace):
        return line.place
    own = line.place.bbox
    box = BBox(x0=min(b[2] for b in boxes), top=own.top, x1=max(b[3] for b in boxes), bottom=own.bottom)
    return PdfPlace(page=line.place.page, bbox=box)


def read_paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraf]:
    """Paragraphs of the body in printed order; contents, captions and chart labels are left out."""
    gathered = list(gather(blocks))
    titles, items = _Judul(), _Butir()
    number = 0
    found = kinds(gathered)
    for gumpal, jenis, ragu in zip(gathered, found, doubts(gathered, found), strict=True):
        if jenis is Jenis.JUDUL:
            titles.add(gumpal)
            items.close()
        if jenis is not Jenis.TEKS:
            titles.after_section = titles.after_section and jenis is Jenis.JUDUL
            titles.may_be(gumpal, ragu)
            continue
        titles.meet(gumpal)
        items.meet(gumpal)
        text, starts = join_lines([line.text for line in gumpal.baris])
        yield Paragraf(
            nomor=number,
            text=text,
            potongan=tuple(zip(starts, gumpal.baris, strict=True)),
            judul=titles.stack(),
            butir=items.current(),
        )
        if titles.may_be(gumpal, ragu) and gumpal.tanda is None:
            items.close()
        number += 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heading:
    """A heading; `left` is set for one with a bullet, which only the indentation of what follows can close."""

    text: str
    rank: int
    tanda: Tanda | None = None
    left: float | None = None


_SECTION_RANK, _TITLE_RANK, _MARKED_RANK, _BARE_RANK = range(4)


@dataclass(slots=True)
class _Judul:
    """The headings that hold where the reading is."""

    open: list[_Heading] = field(default_factory=list)
    after_section: bool = False
    indented: bool = False

    def stack(self) -> tuple[str, ...]:
        return tuple(heading.text for heading in self.open)

    def add(self, gumpal: Gumpal) -> None:
        text = " ".join(gumpal.text.split())
        rank = _rank(gumpal, text)
        if self.after_section and rank in (_TITLE_RANK, _BARE_RANK, _SECTION_RANK) and not is_section(text):
            self.open[-1] = _Heading(text=f"{self.open[-1].text} {text}", rank=_SECTION_RANK)
            self.indented = False
            return
        self._push(text, rank, gumpal)
        self.after_section = rank == _SECTION_RANK and is_section(text)

    def _push(self, text: str, rank: int, gumpal: Gumpal) -> None:
        """Opens a heading and closes those that it ends."""
        bullet = gumpal.kotak if gumpal.tanda is not None and gumpal.tanda.peluru else None
        left = bullet.x0 if bullet is not None else None
        self.indented = False
        if gumpal.tanda is not None:
            self._close_marked(gumpal.tanda)
        else:
            self.open = [held for held in self.open if held.rank < rank]
        self.open.append(_Heading(text=text, rank=rank, tanda=gumpal.tanda, left=left))

    def may_be(self, gumpal: Gumpal, ragu: Ragu) -> bool:
        """Takes a line that may be a title for one, so that what follows is not told under the heading before."""
        if ragu is Ragu.TIDAK or (ragu is Ragu.LEMAH and not self._unmarked()):
            return False
        self._push(" ".join(gumpal.text.split()), _BARE_RANK if gumpal.tanda is None else _MARKED_RANK, gumpal)
        return True

    def _unmarked(self) -> bool:
        """Whether the heading above has no mark, nor the look of a chapter's."""
        above = self.open[-1] if self.open else None
        return above is not None and (above.rank == _BARE_RANK or (above.tanda is None and above.text.isupper()))

    def meet(self, gumpal: Gumpal) -> None:
        """Closes a bulleted heading where text stands under the bullet again, after some that was indented."""
        self.after_section = False
        box, edge = gumpal.kotak, gumpal.tepi
        left = self.open[-1].left if self.open else None
        if box is None or edge is None or left is None:
            return
        if self.indented and abs(min(box.x0, edge) - left) < _UNDER:
            self.open.pop()
        elif min(box.x0, edge) > left + _UNDER:
            self.indented = True

    def _close_marked(self, tanda: Tanda) -> None:
        """Closes what a marked heading ends: those of its level and below, and unmarked ones."""
        for index, held in enumerate(self.open):
            if held.rank == _BARE_RANK or (held.tanda is not None and _ends(held.tanda, tanda)):
                del self.open[index:]
                return


def _ends(held: Tanda, new: Tanda) -> bool:
    """Whether a heading of one mark is ended by the next."""
    if new.gaya == "outline":
        if held.gaya == "outline":
            shared = new.bagian[: len(held.bagian)] == held.bagian and len(held.bagian) < len(new.bagian)
            return not shared and (len(held.bagian) >= len(new.bagian) and held.bagian[0] == new.bagian[0])
        return False
    return held.gaya == new.gaya


def _rank(gumpal: Gumpal, text: str) -> int:
    if is_section(text) or _PART.match(text):
        return _SECTION_RANK
    if gumpal.tanda is not None:
        return _MARKED_RANK
    role = gumpal.baris[0].role
    return _TITLE_RANK if role is LineRole.HEADING or text.isupper() else _BARE_RANK


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    text: str
    tanda: Tanda
    left: float | None
    hanging: bool
    sentence: bool


@dataclass(slots=True)
class _Butir:
    """The list items that hold where the reading is, outermost first."""

    open: list[_Item] = field(default_factory=list)

    def close(self) -> None:
        self.open.clear()

    def current(self) -> str | None:
        return self.open[-1].text if self.open else None

    def meet(self, gumpal: Gumpal) -> None:
        """Opens the item that a block is, or closes those that a block without mark is not part of."""
        box = box_of(gumpal.baris[0])
        left = box.x0 if box is not None else None
        if gumpal.tanda is None:
            edge = gumpal.tepi if gumpal.tepi is None or left is None else min(gumpal.tepi, left)
            self.open = [item for item in self.open if _governs(item, edge, after_table=gumpal.setelah_tabel)]
            return
        kept = [item for item in self.open if item.tanda.gaya != gumpal.tanda.gaya and _outside(item, left)]
        self.open = kept
        edge = gumpal.tepi
        alone = len(gumpal.baris) == 1
        leads = gumpal.text.rstrip().endswith(":")
        hanging = edge is not None and left is not None and (edge > left + _UNDER if not alone else not leads)
        text, sentence = _opening(gumpal), gumpal.text.rstrip().endswith((".", ";")) or len(gumpal.text) > MAX_BUTIR
        self.open.append(_Item(text=text, tanda=gumpal.tanda, left=left, hanging=hanging, sentence=sentence))


def _outside(item: _Item, left: float | None) -> bool:
    """Whether an item may hold another that begins at `left`."""
    return item.left is None or left is None or item.left < left + _UNDER


def _governs(item: _Item, edge: float | None, *, after_table: bool) -> bool:
    """Whether a block without mark belongs to an item: indented under it, or (in a Word file) behind its title."""
    if edge is None or item.left is None:
        return not item.sentence and not after_table
    return edge > item.left + (_UNDER if item.hanging else -_UNDER)


def _opening(gumpal: Gumpal) -> str:
    """Text of an item up to its first sentence end, without its mark."""
    text = gumpal.text[gumpal.tanda.panjang if gumpal.tanda else 0 :]
    spans = sentence_spans(text)
    first = text[spans[0][0] : spans[0][1]] if spans else text
    return _name(first)[:MAX_BUTIR].rstrip(" .;:,")


def _name(opening: str) -> str:
    """A name in capitalised words up to the comma behind which the sentence about it begins, or the whole opening."""
    for comma in re.finditer(r",\s", opening):
        following = " ".join(opening[comma.end() :].split()[:_NEXT_WORDS])
        name = opening[: comma.start()]
        if capital_share(name) < _TITLED:
            return opening
        if capital_share(following) < _TITLED and name.count("(") == name.count(")"):
            return name
    return opening
