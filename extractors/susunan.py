"""How a document is built: captions and what mentions them, chapters and headings, lists, titles of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from extractors.captions import LEADERS, may_be_title, split_caption
from extractors.daftar import DaftarTeks, cell_lists
from extractors.penanda import roman
from schemas.printed import Line, LineRole, PrintedDocument, Table
from schemas.provenance import PdfPlace, Place, page_of
from schemas.susunan import (
    Daftar,
    JenisJudul,
    Judul,
    JudulTabel,
    Keterangan,
    Rujukan,
    Susunan,
)

_MAX_HEADING = 130
_SHORT_HEADING = 60
_TITLE_ABOVE = 3
_LISTED = re.compile(rf"(?:{LEADERS.pattern})[\s.…_]*(?:\d{{1,3}}|[ivxl]{{1,6}})?\s*$")
_CONTENTS = re.compile(r"^\W*daftar\s+(?:isi|tabel|gambar|grafik|bagan|lampiran|diagram|foto)\W*$", re.IGNORECASE)
_ENTRY = re.compile(r"(?:\s|\.)(?:\d{1,3}|[ivxl]{1,6})\s*$")
_OUT_OF_CONTENTS = re.compile(
    r"^\W*(?:kata\s+pengantar|ikhtisar|ringkasan|executive|bab\s+[ivx\d]+)\b[^.\d]*$", re.IGNORECASE
)
_STRANGERS = 3
_ANNEX = re.compile(r"^\W*lampiran(?:\s*[-–]\s*lampiran)?\b\W*(?:[ivx\d]{1,4}\b)?\W*$", re.IGNORECASE)
_CHAPTER = re.compile(r"^\s*BAB\s*\.?\s*([IVX]{1,4}|\d{1,2})\b\s*[.:\-–]?\s*(.*)$", re.IGNORECASE)
_SECTION = re.compile(r"^\s*((?:\d{1,2}|[A-Z])(?:\.\s?[A-Z\d]{1,2}){0,4}|[IVX]{1,4})[.)]?\s+(\S.*)$")
_SENTENCE_END = re.compile(r"[.;:,]\s*$")
_KINDS = r"(?P<kata>tabel|table|gambar|grafik|bagan|diagram|peta|foto)"
_ONE = r"(?:\d{1,3}|[IVXLivxl]{1,6})(?:\s?[.\-–]\s?\d{1,3})*"
_MENTION = re.compile(
    rf"\b{_KINDS}\s*[.:]?\s*(?:(?:no(?:mor)?|grafik)\b[.:]?\s*)?"
    rf"(?P<awal>{_ONE})(?:[a-z]\b)?(?!\w)(?P<lain>(?:\s*(?:,|dan|&|s\.?\s?d\.?|sampai(?:\s+dengan)?|hingga|-|–)\s*(?:tabel\s*)?{_ONE}(?:[a-z]\b)?(?!\w))*)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b20\d\d\b")
_UNREAD = frozenset({"no-text-layer", "page-unreadable"})
"""Kinds of reading notes on pages whose text is not known."""


def read_susunan(printed: PrintedDocument, *, laporan_kinerja: bool) -> Susunan:
    """The structure of a document; `laporan_kinerja` says that it was recognised as a performance report."""
    contents = _contents_lines(printed.lines)
    return Susunan(
        keterangan=tuple(_captions(printed, contents)),
        rujukan=tuple(_mentions(printed)),
        judul=tuple(_headings(printed.lines, contents)),
        daftar=(*_text_lists(printed, contents), *chain.from_iterable(cell_lists(t) for t in printed.tables)),
        judul_tabel=tuple(_table_titles(printed)),
        laporan_kinerja=laporan_kinerja,
        tanpa_teks=_silent_pages(printed),
        gambar=tuple(note.page for note in printed.notes if note.kind in _UNREAD and note.page is not None),
    )


def _contents_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Positions of lines that belong to a table of contents or a list of tables."""
    found: set[int] = set()
    inside = False
    strangers = 0
    for index, line in enumerate(lines):
        text = line.text.strip()
        if _CONTENTS.match(text):
            inside, strangers = True, 0
        elif inside and _OUT_OF_CONTENTS.match(text) and not _follows_entry(lines, index):
            inside = False
        elif inside:
            strangers = 0 if _ENTRY.search(text) or LEADERS.search(text) else strangers + 1
            inside = strangers <= _STRANGERS
        if inside or _LISTED.search(text):
            found.add(index)
    return frozenset(found)


def _follows_entry(lines: Sequence[Line], index: int) -> bool:
    """Whether the next lines still are entries (`BAB II` above its title with a page number)."""
    return any(_ENTRY.search(line.text) or LEADERS.search(line.text) for line in lines[index + 1 : index + 3])


def _number(printed: str) -> tuple[str, int] | None:
    """Series and rank of the number of a caption: (3, 2) of `III.2`; None where the last part is no number."""
    parts = [_rank(part) for part in re.split(r"\s?[.\-–]\s?", printed.strip(" .:"))]
    known = [part for part in parts if part is not None]
    if not known or len(known) != len(parts):
        return None
    return ".".join(str(part) for part in known[:-1]), known[-1]


def _rank(part: str) -> int | None:
    return int(part) if part.isdigit() else roman(part.lower())


def _captions(printed: PrintedDocument, contents: frozenset[int]) -> Iterator[Keterangan]:
    """Captions of tables as the reader joined them, and lines that read like a caption, in document order."""
    position = tables = 0
    annex = False
    held: list[Keterangan] = []
    for block in printed.blocks:
        if isinstance(block, Table):
            own = _caption(block.caption or "", block.place, tables, annex)
            if own is not None:
                held = [k for k in held if (k.kata, k.nomor) != (own.kata, own.nomor)]
            yield from held
            held = []
            if own is not None:
                yield own
            tables += 1
            continue
        annex = annex or (bool(_ANNEX.match(block.text)) and position not in contents)
        own = None if position in contents else _caption(block.text, block.place, None, annex)
        if own is not None:
            held.append(own)
        position += 1
    yield from held


def _caption(text: str, place: Place, table: int | None, annex: bool) -> Keterangan | None:
    parts = split_caption(text)
    number = _number(parts[1]) if parts is not None else None
    if parts is None or number is None:
        return None
    return Keterangan(
        kata=parts[0],
        nomor=parts[1],
        seri=number[0],
        urut=number[1],
        judul=" ".join(parts[2].split()),
        tabel=table,
        lampiran=annex,
        place=place,
    )


def _mentions(printed: PrintedDocument) -> Iterator[Rujukan]:
    """Every number of a table or figure that any text prints; a line end between word and number does not hide it."""
    before = ""
    for line in _all_lines(printed):
        text = f"{before} {line.text}"
        for match in _MENTION.finditer(text):
            yield from _mentioned(match, line.place)
        before = line.text[-30:]


def _mentioned(match: re.Match[str], place: Place) -> Iterator[Rujukan]:
    kata = match["kata"].lower().replace("table", "tabel")
    first = _number(match["awal"])
    if first is None:
        return
    ranks = [first]
    for other in re.findall(_ONE, match["lain"] or ""):
        number = _number(other)
        if number is not None:
            ranks.append(number if number[0] else (first[0], number[1]))
    last = ranks[-1]
    if match["lain"] and not re.search(r"\bdan\b|,|&", match["lain"]) and last[0] == first[0]:
        ranks = [(first[0], rank) for rank in range(first[1], last[1] + 1)]
    for seri, urut in ranks:
        yield Rujukan(kata=kata, seri=seri, urut=urut, place=place)


def _all_lines(printed: PrintedDocument) -> Iterator[Line]:
    for block in printed.blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from chain.from_iterable(cell.lines for cell in block.cells)
    yield from printed.asides


def _headings(lines: Sequence[Line], contents: frozenset[int]) -> Iterator[Judul]:
    """Chapters with their titles, numbered sections, and short lines that stand alone."""
    for index, line in enumerate(lines):
        text = " ".join(line.text.split())
        listed = index in contents
        chapter = _CHAPTER.match(text)
        if chapter is not None and len(text) <= _MAX_HEADING:
            title = chapter[2] or (lines[index + 1].text.strip() if index + 1 < len(lines) else "")
            yield Judul(jenis=JenisJudul.BAB, nomor=chapter[1].upper(), teks=title, place=line.place, daftar_isi=listed)
            continue
        if not text or len(text) > _MAX_HEADING or (_SENTENCE_END.search(text) and not listed):
            continue
        section = _SECTION.match(text)
        jenis = JenisJudul.BAGIAN if section is not None else JenisJudul.LEPAS
        if section is None and not listed and not _stands_alone(line, text):
            continue
        nomor, title = (section[1], section[2]) if section is not None else ("", text)
        yield Judul(jenis=jenis, nomor=nomor, teks=title, place=line.place, daftar_isi=listed)


def _stands_alone(line: Line, text: str) -> bool:
    """A heading by its style or weight, a line in capitals, or a short one that may be a heading in plain letters."""
    if line.role is LineRole.HEADING or line.bold:
        return True
    short = len(text) <= _SHORT_HEADING and text[0].isupper()
    return (short or text.isupper()) and sum(ch.isalpha() for ch in text) > 3


def _text_lists(printed: PrintedDocument, contents: frozenset[int]) -> tuple[Daftar, ...]:
    collected = DaftarTeks()
    margins: dict[int, list[str]] = {}
    for line in printed.asides:
        margins.setdefault(page_of(line.place) or 0, []).append(line.text)
    page: int | None = None
    position = 0
    for block in printed.blocks:
        here = page_of(block.place)
        if here != page and here is not None:
            collected.margin(chain.from_iterable(margins.get(p, ()) for p in (page or here, here)))
            page = here
        if isinstance(block, Table):
            collected.table()
            continue
        if position in contents:
            collected.chapter()
        else:
            collected.line(block)
        position += 1
    return collected.lists()


def _table_titles(printed: PrintedDocument) -> Iterator[JudulTabel]:
    """The title of every table that has one: its caption, or the lines directly above it that name a year."""
    number = 0
    above: list[Line] = []
    for block in printed.blocks:
        if isinstance(block, Line):
            above = [*above, block][-_TITLE_ABOVE:]
            continue
        title = _title(block, above)
        if title is not None:
            yield JudulTabel(tabel=number, nomor=title[0], judul=title[1], place=title[2])
        number += 1
        above = []


def _title(table: Table, above: Sequence[Line]) -> tuple[str | None, str, Place] | None:
    """Number, title and place; without a numbered caption only lines that stand like a title count."""
    if table.caption:
        parts = split_caption(table.caption)
        nomor = f"{parts[0].title()} {parts[1]}" if parts is not None else None
        return nomor, table.caption, table.place
    lines: list[Line] = []
    for line in reversed(above):
        text = line.text.strip()
        if not may_be_title(text) or _SENTENCE_END.search(text) or not _near(line.place, table.place):
            break
        lines.insert(0, line)
        if _YEAR.search(text) and not text.isupper():
            break
    named = [line for line in lines if _YEAR.search(line.text)]
    if not named:
        return None
    return None, " ".join(line.text.strip() for line in lines), named[-1].place


def _near(line: Place, table: Place) -> bool:
    """On the same page, or the page before."""
    if isinstance(line, PdfPlace) and isinstance(table, PdfPlace):
        return table.page - line.page in (0, 1)
    return True


def _silent_pages(printed: PrintedDocument) -> tuple[int, ...]:
    if printed.pages is None:
        return ()
    parts = (part.place for table in printed.tables for part in table.parts)
    spoken = {page_of(place) for place in chain((line.place for line in printed.lines), parts)}
    return tuple(page for page in range(1, printed.pages + 1) if page not in spoken)
