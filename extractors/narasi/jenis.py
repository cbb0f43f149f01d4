"""What a block of lines is: running text, a heading, or what is not read (contents, captions, chart labels)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from extractors.narasi.gumpal import Gumpal, capital_share, goes_on, has_end, has_leaders, is_caption, is_section
from extractors.narasi.tanda import read_tanda
from schemas.printed import LineRole
from schemas.provenance import PdfPlace


class Jenis(StrEnum):
    """What a block is; the last four are left out of the paragraphs."""

    TEKS = "teks"
    JUDUL = "judul"
    DAFTAR_ISI = "daftar isi"
    KETERANGAN = "keterangan tabel atau gambar"
    SUMBER = "sumber data"
    GRAFIK = "label grafik"


MAX_HEADING = 130
_SHORT_WORDS = 16
_CAPTION_TITLE_LINES = 3
_LOOK_AROUND = 2
_ENTRIES_AHEAD = 3
_CONTENTS_CHARS = 40
_MIN_WRAPPED = 50
_TITLE_CHARS = 160
_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"\d[\d.,]*")
_VALUE = re.compile(r"%|\bRp\b|\d,\d|\d\.\d{3}|\bpersen\b", re.IGNORECASE)
_NAMED_VALUE = re.compile(r"[^\W\d_]\s*[:=]\s*(?:Rp\.?\s*)?\d")
_AMOUNT = re.compile(r"\d\s?%|\bRp\.?\s?\d")
_CONTENTS = re.compile(r"DAFTAR(?:ISI|TABEL|GAMBAR|GRAFIK|LAMPIRAN|BAGAN|DIAGRAM|FOTO)", re.IGNORECASE)
_PAGE_END = re.compile(r"\s(?:\d{1,3}|[ivxlc]{1,6})\s*$")
_SOURCE = re.compile(r"\*{0,2}\s?sumber(?:\s+data)?\s*:", re.IGNORECASE)
_PREDICATE = re.compile(
    r"\b(?:adalah|merupakan|sebesar|sebanyak|mencapai|tercapai|telah|dapat|terdapat|yaitu|mempunyai|memiliki|dilakukan|"
    r"meliputi|akan|tidak|belum|sudah|dikarenakan|karena|sehingga|menunjukk?an|mengalami)\b|, dengan\b"
)


def kinds(blocks: Sequence[Gumpal]) -> list[Jenis]:
    """What each block is, in order."""
    found = [Jenis.TEKS] * len(blocks)
    texts = [block.text for block in blocks]
    _mark_contents(texts, found)
    _mark_captions(blocks, texts, found)
    _mark_charts(blocks, texts, found)
    for index in range(len(blocks)):
        if found[index] is not Jenis.TEKS:
            continue
        if _SOURCE.match(texts[index]) and len(texts[index]) < MAX_HEADING:
            found[index] = Jenis.SUMBER
        elif _is_heading(blocks, texts, found, index):
            found[index] = Jenis.JUDUL
    return found


def _mark_contents(texts: Sequence[str], found: list[Jenis]) -> None:
    """Entries with leaders or, below a heading "Daftar isi", with a page number at their end."""
    inside = False
    for index, text in enumerate(texts):
        opens = len(text) < _CONTENTS_CHARS and _CONTENTS.match("".join(text.split())) is not None
        if has_leaders(text) or opens or (inside and _is_entry(texts, index)):
            found[index], inside = Jenis.DAFTAR_ISI, True
        else:
            inside = False


def _is_entry(texts: Sequence[str], index: int) -> bool:
    """A line of a table of contents, or one without page number that more entries follow."""
    if len(texts[index]) > MAX_HEADING:
        return False
    near = texts[index : index + 1 + _ENTRIES_AHEAD]
    return any(has_leaders(text) or (len(text) < MAX_HEADING and _PAGE_END.search(text)) for text in near)


def _mark_captions(blocks: Sequence[Gumpal], texts: Sequence[str], found: list[Jenis]) -> None:
    """Numbered captions and the lines of their titles."""
    for index, text in enumerate(texts):
        if found[index] is not Jenis.TEKS or not is_caption(text):
            continue
        found[index] = Jenis.KETERANGAN
        for after in range(index + 1, min(index + 1 + _CAPTION_TITLE_LINES, len(texts))):
            wrapped = goes_on(texts[after]) and len(texts[after - 1]) > _MIN_WRAPPED and len(texts[after]) < MAX_HEADING
            if blocks[after].setelah_tabel or not (wrapped or _may_be_title(blocks[after], texts[after])):
                break
            found[after] = Jenis.KETERANGAN


def _may_be_title(block: Gumpal, text: str) -> bool:
    if block.tanda is not None or block.baris[0].role is LineRole.HEADING:
        return False
    if len(text) > _TITLE_CHARS or has_end(text.removesuffix(".")) or is_section(text) or _AMOUNT.search(text):
        return False
    return capital_share(text) >= (0.8 if text.endswith(".") else 0.6)


def _mark_charts(blocks: Sequence[Gumpal], texts: Sequence[str], found: list[Jenis]) -> None:
    """Axis numbers, and the short lines around them."""
    for index, text in enumerate(texts):
        if found[index] is Jenis.TEKS and _is_numbers(text):
            found[index] = Jenis.GRAFIK
    seeds = [index for index, kind in enumerate(found) if kind is Jenis.GRAFIK]
    for seed in seeds:
        for step in (-1, 1):
            for index in range(seed + step, seed + step * (_LOOK_AROUND + 1), step):
                if not 0 <= index < len(texts) or not _is_label(blocks, texts, found, index, seed):
                    break
                found[index] = Jenis.GRAFIK


def _is_numbers(text: str) -> bool:
    """Next to no words: at most one, or fewer words than numbers."""
    words, numbers = len(_WORD.findall(text)), len(_NUMBER.findall(text))
    if has_end(text) and words:
        return False
    if words == 0:
        return True
    if numbers == 0 or read_tanda(text) is not None or is_section(text) or _NAMED_VALUE.search(text):
        return False
    return numbers > words or words == 1


def _is_label(blocks: Sequence[Gumpal], texts: Sequence[str], found: list[Jenis], index: int, seed: int) -> bool:
    if found[index] is Jenis.GRAFIK:
        return True
    block, text = blocks[index], texts[index]
    if found[index] is not Jenis.TEKS or block.tanda is not None or len(block.baris) > 1:
        return False
    if not _same_page(block, blocks[seed]) or block.baris[0].role is LineRole.HEADING or is_section(text):
        return False
    return len(text.split()) <= 7 and not has_end(text) and not _PREDICATE.search(text) and not _VALUE.search(text)


def _same_page(first: Gumpal, second: Gumpal) -> bool:
    a, b = first.baris[0].place, second.baris[0].place
    return isinstance(a, PdfPlace) and isinstance(b, PdfPlace) and a.page == b.page


def _is_heading(blocks: Sequence[Gumpal], texts: Sequence[str], found: Sequence[Jenis], index: int) -> bool:
    block, text = blocks[index], texts[index]
    if len(text) > MAX_HEADING * 1.5 or text.endswith((",", ";")):
        return False
    if block.baris[0].role is LineRole.HEADING or is_section(text):
        return True
    if _VALUE.search(text) or len(text) > MAX_HEADING or len(text.split()) > _SHORT_WORDS + 4:
        return False
    name = text[block.tanda.panjang :] if block.tanda else text
    if _is_capitals(name) and not has_end(name):
        return True
    if _PREDICATE.search(name):
        return False
    if block.tanda is None:
        return not has_end(name) and _is_bare_heading(blocks, texts, found, index)
    titled = capital_share(name) > 0.75
    return not has_end(name.rstrip(".") if titled else name) and leads(blocks, found, index)


def _is_bare_heading(blocks: Sequence[Gumpal], texts: Sequence[str], found: Sequence[Jenis], index: int) -> bool:
    """A short line without mark: bold, or a name in capitalised words between paragraphs."""
    block, text = blocks[index], texts[index]
    if not text[:1].isupper() or len(block.baris) > 2:
        return False
    if all(line.bold for line in block.baris):
        return True
    if len(text.split()) > _SHORT_WORDS or capital_share(text) < 0.6:
        return False
    before, after = _neighbour(found, index, -1), _neighbour(found, index, 1)
    if after is None or (before is not None and not _is_finished(texts[before])):
        return False
    return has_end(texts[after]) or found[after] is Jenis.JUDUL or blocks[after].tanda is not None


def _is_finished(text: str) -> bool:
    return has_end(text) or len(text) < MAX_HEADING


def _neighbour(found: Sequence[Jenis], index: int, step: int) -> int | None:
    position = index + step
    while 0 <= position < len(found):
        if found[position] in (Jenis.TEKS, Jenis.JUDUL):
            return position
        position += step
    return None


def leads(blocks: Sequence[Gumpal], found: Sequence[Jenis], index: int) -> bool:
    """Whether text of its own follows a marked title, so that it is no item of a list."""
    own = blocks[index].tanda
    if own is None:
        return False
    before = blocks[index - 1].tanda if index and found[index - 1] is Jenis.TEKS else None
    if before is not None and own.follows(before):
        return False
    after = index + 1
    if after >= len(blocks) or found[after] is Jenis.GRAFIK:
        return False
    if blocks[after].setelah_tabel or found[after] is Jenis.KETERANGAN:
        return True
    following = blocks[after].tanda
    if following is None:
        return not (blocks[index].text.endswith(".") and capital_share(blocks[after].text) > 0.75)
    if own.gaya == following.gaya:
        return own.gaya == "outline" and following.bagian[: len(own.bagian)] == own.bagian
    return following.pertama or following.peluru or following.gaya == "outline"


def _is_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 4 and sum(char.isupper() for char in letters) >= 0.85 * len(letters)
