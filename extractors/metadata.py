"""Office, level, year and title of a report, from its first lines and its running headers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from schemas.kinerja import Metadata
from schemas.printed import Line, PrintedDocument
from schemas.provenance import page_of

_FIRST_LINES = 160
_TITLE_VOTES = 3
_YEAR = re.compile(
    r"(?:tahun(?:\s+anggaran)?|t\.?\s?a\.?|lkjip|lakip|lkip|laporan\s+kinerja[^\d]{0,80})\s*:?\s*(20[0-4]\d)",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(r"^\s*(20[0-4]\d)\s*$")
_COVER_LINES = 40
_CITATION = re.compile(r"(?:nomor|no\.?)\s*[\w./-]+\s*(?:tahun)?\s*\d{4}|\d{4}\s*[-–]\s*\d{4}", re.IGNORECASE)
_TITLE = re.compile(
    r"laporan\s+(?:akuntabilitas\s+)?kinerja|\bl(?:kj|ak|k)ip\b|keputusan|perjanjian\s+kinerja", re.IGNORECASE
)
_OFFICE = re.compile(
    r"\b((?:dinas|badan|biro|inspektorat|sekretariat|kecamatan|kelurahan|satuan\s+polisi|rumah\s+sakit|rsud|kementerian"
    r"|direktorat|pemerintah|bagian|kantor|balai|bappeda|bapenda|satpol)\b[^.,;:|()\d]{3,110}?)"
    r"(?=\s*(?:tahun\b|[.,;:|()\d]|$))",
    re.IGNORECASE,
)
_COVER_OFFICE = re.compile(_OFFICE.pattern.replace("[^.,;", "[^.;").replace("|[.,;", "|[.;"), re.IGNORECASE)
_SHORT_KAB = re.compile(r"\bKab\.\s*", re.IGNORECASE)
_TITLES = re.compile(r"\b(drg?|prof|hj?|ir|kh|st|rm)\.\s*(?=[A-Za-z])", re.IGNORECASE)
_TAIL = re.compile(
    r"\s+(?:adalah|merupakan|terdiri|terletak|memiliki|berada|berdasarkan|dibentuk|selaku|melalui|telah|dapat|yang"
    r"|dalam|untuk|dengan|sebagai|pada|ini|akan|wajib|berkewajiban|mempunyai|disusun|tidak)\b.*$",
    re.IGNORECASE,
)
_LINKS = frozenset({"dan", "serta", "di", "untuk", "pada", "dr", "drg", "prof", "ir", "hj"})
_LEVELS = (
    ("kementerian/lembaga", re.compile(r"\bkementerian|republik\s+indonesia\b", re.IGNORECASE)),
    ("provinsi", re.compile(r"\bprov(?:insi|\.)", re.IGNORECASE)),
    ("kota", re.compile(r"\bkota\s+[A-Z]", re.IGNORECASE)),
    ("kabupaten", re.compile(r"\bkab(?:upaten|\.)", re.IGNORECASE)),
)


def read_metadata(printed: PrintedDocument) -> Metadata:
    """What the document says of itself; each field None when it does not say it clearly."""
    captions = [Line(text=t.caption, place=t.place) for t in printed.tables if t.caption]
    lines = [*printed.lines[:_FIRST_LINES], *printed.asides[:_FIRST_LINES], *captions]
    if not lines:
        return Metadata()
    office = _office(lines)
    return Metadata(instansi=office, tingkat=_level(office, lines), tahun=_year(lines), judul=_title(lines))


def _year(lines: Sequence[Line]) -> int | None:
    votes: Counter[int] = Counter()
    for index, line in enumerate(lines):
        text = _CITATION.sub(" ", line.text)
        weight = 4 if _TITLE.search(text) else (3 if index < 12 else 1)
        bare = _BARE_YEAR.match(text) if index < _COVER_LINES else None
        for match in [bare.group(1)] if bare else _YEAR.findall(text):
            votes[int(match)] += weight
    return max(votes, key=lambda y: (votes[y], y)) if votes else None


def _office(lines: Sequence[Line]) -> str | None:
    votes: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for index, line in enumerate(lines):
        text = _TITLES.sub(r"\1 ", _SHORT_KAB.sub("Kabupaten ", " ".join(line.text.split())))
        pattern = _COVER_OFFICE if index < 12 and text.isupper() else _OFFICE
        for match in pattern.findall(text):
            name = _proper(_TAIL.sub("", match).strip(" -–|"))
            if not 2 <= len(name.split()) <= 12 or re.search(r"\btahun\b", name, re.IGNORECASE):
                continue
            key = name.lower()
            votes[key] += 3 if index < 12 else 1
            shown.setdefault(key, name)
    if not votes:
        return None
    best = max(votes.values())
    names = [name for name, count in votes.items() if count >= 0.5 * best]
    chosen = max(names, key=lambda n: (not n.startswith("pemerintah"), votes[n], len(n)))
    longer = [n for n in votes if n.startswith(f"{chosen} ") and votes[n] >= _TITLE_VOTES]
    chosen = max(longer, key=lambda n: (votes[n], len(n)), default=chosen)
    return shown[chosen].title() if shown[chosen].isupper() else shown[chosen]


def _proper(name: str) -> str:
    """A name up to its first word that is no part of a name: in mixed case, one in small letters."""
    words = name.split()
    small = [k for k, word in enumerate(words) if word[:1].islower() and word not in _LINKS]
    return " ".join(words[: small[0]]) if small and words[0][:1].isupper() else name


def _level(office: str | None, lines: Sequence[Line]) -> str | None:
    texts = [office or "", *(line.text for line in lines[:40])]
    for text in texts:
        for level, pattern in _LEVELS:
            if pattern.search(text):
                return level
    return None


def _title(lines: Sequence[Line]) -> str | None:
    for line in lines:
        if _TITLE.match(line.text.strip()) and len(line.text) < 160 and (page_of(line.place) or 1) <= 5:
            return line.text.strip()
    return None
