"""Office, level, year and title of a report, from its first lines and its running headers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.instansi import is_of_state, level_name, read_office
from extractors.nama_instansi import LETTERHEAD_LINES, REGION
from schemas.kinerja import Metadata
from schemas.printed import Line, PrintedDocument
from schemas.provenance import page_of

_FIRST_LINES = 160
_COVER_LINES = 40
_YEAR = re.compile(
    r"(?:tahun(?:\s+anggaran)?|t\.?\s?a\.?|lkjip|lakip|lkip|laporan\s+kinerja[^\d]{0,80})\s*:?\s*(20[0-4]\d)",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(r"^\s*(20[0-4]\d)\s*$")
_CITATION = re.compile(
    r"(?:nomor|no\.?)\s*[\w./-]+\s*(?:tahun)?\s*\d{4}|\btahun\s+\d{4}\s+(?:nomor|no\.)|\d{4}\s*[-–]\s*\d{4}",
    re.IGNORECASE,
)
_CITED = re.compile(r"\b(?:nomor|no\.?)\s*[\w./-]*\d[\w./-]*\s*$", re.IGNORECASE)
_CITED_YEAR = re.compile(r"^\s*tahun\s+\d{4}\b", re.IGNORECASE)
_RULES = re.compile(r"\s*mengingat\s*(?::|\d|[a-z]\.|$)", re.IGNORECASE)
_RULES_END = re.compile(r"\s*(?:m\s?e\s?m\s?u\s?t\s?u\s?s\s?k\s?a\s?n|menetapkan|lampiran)\b", re.IGNORECASE)
_RULES_LINES = 80
_DECREE_HEAD = re.compile(
    r"\s*(?:nomor\b.*/|nomor\s*:?\s*[\w./-]+\s+tahun|tanggal\b.*\s)\s*(20[0-4]\d)\s*$", re.IGNORECASE
)
_TITLE = re.compile(
    r"laporan\s+(?:akuntabilitas\s+)?kinerja|\bl(?:kj|ak|k)ip\b|keputusan|perjanjian\s+kinerja", re.IGNORECASE
)
_LEVELS = (
    ("provinsi", re.compile(r"\bprov(?:insi|\.)", re.IGNORECASE)),
    ("kota", re.compile(r"\bkota\s+[A-Z]", re.IGNORECASE)),
    ("kabupaten", re.compile(r"\bkab(?:upaten|\.)", re.IGNORECASE)),
)
_MINISTRY = re.compile(r"\s*kementerian\b", re.IGNORECASE)


def read_metadata(printed: PrintedDocument) -> Metadata:
    """What the document says of itself; each field None when it does not say it clearly."""
    captions = [Line(text=t.caption, place=t.place) for t in printed.tables if t.caption]
    lines = [*printed.lines[:_FIRST_LINES], *printed.asides[:_FIRST_LINES], *captions]
    heads = _heads(printed)
    if not lines and not heads:
        return Metadata()
    office = read_office(printed, lines)
    return Metadata(
        instansi=office,
        tingkat=_level(office, lines),
        tahun=_year(lines) or _decree_year(lines) or _only_year(heads),
        judul=_title(lines),
    )


def _heads(printed: PrintedDocument) -> list[Line]:
    return [
        line for table in printed.tables for cell in table.cells if cell.row < table.header_rows for line in cell.lines
    ]


def _year(lines: Sequence[Line]) -> int | None:
    votes: Counter[int] = Counter()
    for index, text in _without_rules(lines):
        text = _CITATION.sub(" ", text)
        weight = 4 if _TITLE.search(text) else (3 if index < LETTERHEAD_LINES else 1)
        bare = _BARE_YEAR.match(text) if index < _COVER_LINES else None
        for match in [bare.group(1)] if bare else _YEAR.findall(text):
            votes[int(match)] += weight
    return max(votes, key=lambda y: (votes[y], y)) if votes else None


def _without_rules(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Texts without the rules that a decree is based on, and without years of rules whose number ends a line."""
    since = _RULES_LINES
    for index, line in enumerate(lines):
        since = 0 if _RULES.match(line.text) else _RULES_LINES if _RULES_END.match(line.text) else since + 1
        if since < _RULES_LINES:
            continue
        cited = index > 0 and _CITED.search(lines[index - 1].text)
        yield index, _CITED_YEAR.sub(" ", line.text) if cited else line.text


def _only_year(lines: Sequence[Line]) -> int | None:
    """The year of table headings, when they name no other."""
    years = {int(year) for line in lines for year in _YEAR.findall(_CITATION.sub(" ", line.text))}
    return years.pop() if len(years) == 1 else None


def _decree_year(lines: Sequence[Line]) -> int | None:
    """The year in which a decree was made, from number and date at its head or that of its annexes."""
    years = {int(match.group(1)) for _, text in _without_rules(lines) if (match := _DECREE_HEAD.match(text))}
    return years.pop() if len(years) == 1 else None


def _level(office: str | None, lines: Sequence[Line]) -> str | None:
    region = REGION.search(office or "")
    if region:
        return level_name(region.group(1)).lower()
    if is_of_state(office or "") or any(_MINISTRY.match(line.text) for line in lines[:LETTERHEAD_LINES]):
        return "kementerian/lembaga"
    for text in (office or "", *(line.text for line in lines[:_COVER_LINES])):
        for level, pattern in _LEVELS:
            if pattern.search(text):
                return level
    return None


def _title(lines: Sequence[Line]) -> str | None:
    for line in lines:
        if _TITLE.match(line.text.strip()) and len(line.text) < 160 and (page_of(line.place) or 1) <= 5:
            return line.text.strip()
    return None
