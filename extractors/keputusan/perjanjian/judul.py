"""Titles of performance agreements, and where one agreement ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.keputusan.alir.dokumen import Alir, Baris
from extractors.keputusan.perjanjian.baris import framed_rows, is_boxed
from schemas.provenance import page_of

Bagian = tuple[Alir, ...]

_TITLE_WORDS = 16
_KOP_LINES = 6
_FRAMED_LINES = 12
_TITLE = re.compile(
    r"(?:(?:lampiran|formulir|format|dokumen|naskah|pernyataan|perubahan|revisi|addendum|adendum)[ivx\d]{0,3})*"
    r"(?:per[jil1]an[jil1][il1]?an|penetapan)(?:perubahan)?kine(?:rj|[jr])?a"
)
_LEADERS = re.compile(r"\.{4,}|…{2,}|\s\d{1,3}$")
_SMALL = frozenset(["dan", "di", "ke", "dari", "antara", "dengan", "untuk", "pada", "yang", "atas", "tahun"])
_STATEMENT = re.compile(
    r"bertandatangan(?:di)?bawahini|(?:selanjutnya|selanjutya)disebut|pihak(?:pertama|kesatu)(?:pada\w{0,30})?ber(?:janji|anji)"
)
_TAIL = re.compile(r"\W*(?:(?:perubahan|murni|revisi|tahun|t\.\s?a\.|ta)\b|(?:anggaran\s+)?20\d\d\W*$)", re.IGNORECASE)
_KOP = re.compile(
    r"(?:pemerintah|dinas|badan|kecamatan|kelurahan|sekretariat|inspektorat|satuan|rumah\s+sakit|rsud|kantor|balai|bagian"
    r"|uptd?|puskesmas|jalan\b|jl\b|telp|telepon|fax|website|email|e-mail|laman|kode\s+pos)",
    re.IGNORECASE,
)

_UNIT = re.compile(
    r"(?:pemerintah|dinas|badan|kecamatan|kelurahan|sekretariat|inspektorat|satuan|rumah\s+sakit|rsud|kantor|balai|bagian"
    r"|uptd?|puskesmas|bidang|seksi|sub\s?bagian|sub\s?bidang|biro|unit|kabupaten|kota|provinsi|kepala|sekretaris|camat)\b",
    re.IGNORECASE,
)


def starts_perjanjian(text: str) -> bool:
    """Whether a line is the title of an agreement or of its annex: `PERJANJIAN KINERJA TAHUN 2016`.

    A sentence, a caption and a line of a table of contents that begin with these words are none.
    """
    words = text.split()
    if not 1 < len(words) <= _TITLE_WORDS or _is_contents(text):
        return False
    if not _TITLE.match(squashed(text)):
        return False
    named = [word for word in words if word[0].isalpha() and word.lower() not in _SMALL]
    return not text.rstrip().endswith((",", ";")) and all(word[0].isupper() for word in named)


def is_title_tail(text: str) -> bool:
    """Whether a line carries a title on: `TAHUN 2017`, `PERUBAHAN`."""
    return bool(_TAIL.match(text)) and len(text.split()) <= 6


def is_unit(text: str) -> bool:
    """Whether a line under a title names an office or a part of one, whatever its capitals."""
    return bool(_UNIT.match(text.strip())) and len(text.split()) <= _TITLE_WORDS and ":" not in text


def is_kop(text: str) -> bool:
    """Whether a line may belong to a letterhead."""
    return bool(_KOP.match(text.strip())) and len(text.split()) <= _TITLE_WORDS


def squashed(text: str) -> str:
    """Letters and digits only, small: a scan breaks words and drops spaces."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def pisah_perjanjian(alir: Sequence[Alir]) -> tuple[Bagian, ...]:
    """One flow for each agreement: that of the head of the office, then that of each head below.

    An agreement begins at a title that is followed by a statement (`yang bertanda tangan di bawah ini`); a title over
    a table alone heads its annex. Where no statement is printed, every title over a table begins one. Statements in
    the text boxes of a Word file are paired with the annexes of its body.
    """
    statements = [part for part in _segments([item for item in alir if is_boxed(item)]) if _is_statement(part)]
    annexes = _segments([item for item in alir if not is_boxed(item)])
    if statements and not any(_is_statement(part) for part in annexes):
        own = [part for part in annexes if _has_table(part)]
        if len(own) == len(statements) > 1:
            return tuple((*statement, *part) for statement, part in zip(statements, own, strict=True))
    return _grouped(_segments(alir))


def title_rows(item: Alir) -> tuple[Baris, ...]:
    """The rows of a title, none when an item of the flow is none; a frame around a title is a table of one row."""
    if isinstance(item, Baris):
        return (item,) if starts_perjanjian(item.text) else ()
    if item.table.rows > 2 or sum(len(cell.lines) for cell in item.table.cells) > _FRAMED_LINES:
        return ()
    rows = framed_rows(item.table)
    return rows if rows and starts_perjanjian(rows[0].text) else ()


def _is_contents(text: str) -> bool:
    return bool(_LEADERS.search(text)) and not re.search(r"[12]\d{3}\W*$", text)


def _segments(alir: Sequence[Alir]) -> list[Bagian]:
    """The flow cut at its titles; letterhead lines go with the title below them."""
    starts: list[int] = []
    last = -2
    for k, item in enumerate(alir):
        if not title_rows(item):
            continue
        if k - last > 1:
            starts.append(_above(alir, k, last + 1))
        last = k
    if not starts:
        return [tuple(alir)] if alir else []
    edges = [0, *starts[1:], len(alir)]
    return [tuple(alir[a:b]) for a, b in pairwise(edges)]


def _above(alir: Sequence[Alir], k: int, lowest: int) -> int:
    """Where the letterhead over a title begins; the title itself without one."""
    page = page_of(alir[k].place)
    start = k
    while start > max(lowest, k - _KOP_LINES, 0):
        before = alir[start - 1]
        if not isinstance(before, Baris) or page_of(before.place) != page or not is_kop(before.text):
            break
        start -= 1
    return start


def _is_statement(part: Sequence[Alir]) -> bool:
    texts = (item.text for item in part if isinstance(item, Baris))
    return bool(_STATEMENT.search(squashed(" ".join(texts))))


def _has_table(part: Sequence[Alir]) -> bool:
    return any(not isinstance(item, Baris) and not title_rows(item) for item in part)


def _grouped(segments: Sequence[Bagian]) -> tuple[Bagian, ...]:
    """Segments joined to agreements; a cover goes with the statement behind it."""
    stated = any(_is_statement(part) for part in segments)
    groups: list[Bagian] = []
    cover: Bagian = ()
    for part in segments:
        table = _has_table(part)
        if _is_statement(part) if stated else table:
            groups.append((*cover, *part))
            cover = ()
        elif groups and table:
            groups[-1] = (*groups[-1], *cover, *part)
            cover = ()
        else:
            cover = (*cover, *part)
    if cover and groups:
        groups[-1] = (*groups[-1], *cover)
    return tuple(groups) if groups or not cover else (cover,)
