"""Lines that may be titles although they were not read as headings: what follows is not told under the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from extractors.narasi.gumpal import Gumpal, box_of, has_end, is_caption
from extractors.narasi.jenis import MAX_HEADING, Jenis, leads

_MARKED_CHARS = 2 * MAX_HEADING
_MARKED_WORDS = 40
_BARE_WORDS = 20
_TITLE_WORDS = 2
_MARKED_LINES = 4
_BARE_LINES = 2
_NAME_WORDS = 4
_NEAR = 3.0
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){2,4}\.?\s+(?=%)|\d{1,2}\s+(?=[A-Z])")
_VALUE = re.compile(r"\bRp\.?\s?\d|\d,\d|\d\.\d{3}|\d\s?(?:%|persen\b)", re.IGNORECASE)
_ROLE = re.compile(r"[:=]|\bRp\b|\b(?:target|realisasi|capaian|sebesar|sebanyak|mencapai|menjadi|atau)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")


class Ragu(IntEnum):
    """How much a line looks like a title.

    LEMAH: it may as well be the title of a table or the label of a chart, and is a heading only where the headings
    around it have no marks either.
    """

    TIDAK = 0
    LEMAH = 1
    KUAT = 2


def doubts(blocks: Sequence[Gumpal], found: Sequence[Jenis]) -> list[Ragu]:
    """For each block whether it may be a title: a word that sentences have, a long name or small letters hid it."""
    return [_doubt(blocks, found, index) for index in range(len(blocks))]


def _doubt(blocks: Sequence[Gumpal], found: Sequence[Jenis], index: int) -> Ragu:
    block, text = blocks[index], blocks[index].text
    if found[index] in (Jenis.JUDUL, Jenis.DAFTAR_ISI, Jenis.SUMBER) or is_caption(text):
        return Ragu.TIDAK
    text = text[_number_end(text) :]
    if text.endswith((",", ";")) or _states(text):
        return Ragu.TIDAK
    if block.tanda is not None:
        return Ragu.KUAT if _marked(block, text) and leads(blocks, found, index) else Ragu.TIDAK
    return _bare(blocks, found, index) if _title_like(block, text) else Ragu.TIDAK


def _number_end(text: str) -> int:
    """Where the title begins behind an outline number that is no mark of its own."""
    match = _NUMBER.match(text)
    return match.end() if match is not None else 0


def _states(text: str) -> bool:
    """Whether a line tells a value, and is not only a name with a number in it."""
    if _VALUE.search(text) is None:
        return False
    return _ROLE.search(text) is not None or len(_WORD.findall(text)) < _NAME_WORDS


def _marked(block: Gumpal, text: str) -> bool:
    return len(text) <= _MARKED_CHARS and len(text.split()) <= _MARKED_WORDS and len(block.baris) <= _MARKED_LINES


def _title_like(block: Gumpal, text: str) -> bool:
    if not (text[:1].isupper() or text[:1] == "%") or len(block.baris) > _BARE_LINES or len(text) > MAX_HEADING:
        return False
    return _TITLE_WORDS <= len(text.split()) <= _BARE_WORDS and not has_end(text.rstrip(" :"))


def _bare(blocks: Sequence[Gumpal], found: Sequence[Jenis], index: int) -> Ragu:
    """A line without mark, by what follows it."""
    after = index + 1
    if after >= len(blocks) or found[after] is Jenis.DAFTAR_ISI:
        return Ragu.TIDAK
    if found[index] is Jenis.TEKS and all(line.bold for line in blocks[index].baris):
        return Ragu.KUAT
    if blocks[after].setelah_tabel:
        return Ragu.KUAT if found[index] is Jenis.TEKS and _at_the_edge(blocks, found, index) else Ragu.LEMAH
    sure = found[index] is Jenis.TEKS
    if found[after] is Jenis.KETERANGAN:
        return Ragu.KUAT if sure and is_caption(blocks[after].text) else Ragu.TIDAK
    if found[after] is not Jenis.TEKS or not has_end(blocks[after].text):
        return Ragu.TIDAK
    return Ragu.KUAT if sure else Ragu.LEMAH


def _at_the_edge(blocks: Sequence[Gumpal], found: Sequence[Jenis], index: int) -> bool:
    """Whether a line stands at the left edge of the text around it, as the title of a table seldom does."""
    box = blocks[index].kotak
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(blocks) and found[at] is not Jenis.TEKS:
            at += step
        if box is not None and 0 <= at < len(blocks) and found[at] is Jenis.TEKS:
            edge = blocks[at].tepi
            first = box_of(blocks[at].baris[0])
            if edge is not None and first is not None and abs(min(edge, first.x0) - box.x0) < _NEAR:
                return True
    return False
