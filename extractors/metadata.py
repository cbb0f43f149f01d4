"""Office, level, year and title of a report, from its first lines and its running headers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from schemas.kinerja import Metadata
from schemas.printed import Line, PrintedDocument
from schemas.provenance import page_of

_FIRST_LINES = 160
_FIRST_TABLES = 3
_COVER_LINES = 40
_LETTERHEAD_LINES = 12
_TITLE_VOTES = 3
_WRAPPED_LINES = 2
_NAME_WORDS = 18
# a region that the office itself does not print has to be named so often, and so much more often than any other
_REGION_VOTES, _REGION_LEAD = 2, 3
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
_UNIT = (
    r"(?:dinas|badan|biro|inspektorat|sekretariat|kecamatan|kelurahan|satuan\s+polisi|rumah\s+sakit|rsud|kementerian"
    r"|direktorat|bagian|kantor|balai|bappeda|bapenda|satpol)\b"
)
_LEVEL_WORD = r"(?:kabupaten|kota|provinsi|propinsi)\b"
_OFFICE = re.compile(
    rf"\b((?:{_UNIT}|pemerintah\s+(?:daerah\s+)?(?:{_LEVEL_WORD}|aceh\b))[^.,;:|()\d]{{3,140}}?)"
    r"(?=\s*(?:tahun\b|[.,;:|()\d]|$))",
    re.IGNORECASE,
)
_COVER_OFFICE = re.compile(_OFFICE.pattern.replace("[^.,;", "[^.;").replace("|[.,;", "|[.;"), re.IGNORECASE)
_ITEM = rf"(?!(?i:{_UNIT}|kepala|sekretaris|bupati|wali|gubernur|ketua|camat))[A-Z][A-Za-z-]*(?:\s+[A-Z][A-Za-z-]*)*"
_MORE_TASKS = re.compile(rf"(?:\s*,\s*{_ITEM})+,?\s+(?i:dan|serta)\s+{_ITEM}(?:\s+dan\s+{_ITEM})*")
_WITH_TASKS = re.compile(r"(?:dinas|badan|biro|bagian|kementerian)\b", re.IGNORECASE)
_ABBREVIATED = (
    (re.compile(r"\bkab\.\s*", re.IGNORECASE), "Kabupaten "),
    (re.compile(r"\bprov\.\s*", re.I), "Provinsi "),
)
_TITLES = re.compile(r"\b(drg?|prof|hj?|ir|kh|st|rm)\.\s*(?=[A-Za-z])", re.IGNORECASE)
_GOES_ON = re.compile(rf"(?:dan|serta)\s|{_LEVEL_WORD}\s+[a-z]", re.IGNORECASE)
_OPEN_END = re.compile(rf"(?:,|\bdan|\bserta|\b{_LEVEL_WORD})$", re.IGNORECASE)
_TAIL = re.compile(
    r"\s+(?:adalah|merupakan|terdiri|terletak|memiliki|berada|berdasarkan|dibentuk|selaku|melalui|telah|dapat|yang"
    r"|dalam(?!\s+negeri)|tentang|untuk|dengan|sebagai|pada|ini|akan|wajib|berkewajiban|mempunyai|disusun|tidak|dan\s+(?:bupati|wali|gubernur|kepala|sekretaris))\b.*$",
    re.IGNORECASE,
)
_LINKS = frozenset({"dan", "serta", "di", "untuk", "pada", "dr", "drg", "prof", "ir", "hj"})
_REGION_STOP = (
    rf"(?i:{_UNIT}|{_LEVEL_WORD}|(?:tahun|nomor|no|tentang|periode|dan|dalam|di|yang|untuk|kepada|desa|berdasarkan|selaku"
    r"|pada|serta|jl|jalan|telp|bupati|wali|gubernur|unit|rencana|indikator|perangkat|laporan|perjanjian)\b)"
)
_REGION = re.compile(
    rf"\b(?i:(kabupaten|kota|provinsi|propinsi))\s+((?!{_REGION_STOP})[A-Z][\w'-]*(?:\s+(?!{_REGION_STOP})[A-Z][\w'-]*){{0,4}})"
)
_RULER = re.compile(
    rf"\b(?i:(bupati|wali\s?kota|gubernur))\s+((?!{_REGION_STOP})[A-Z][\w'-]*(?:\s+(?!{_REGION_STOP})[A-Z][\w'-]*){{0,4}})"
)
_LEVEL_NAMES = {
    **{"kabupaten": "Kabupaten", "kota": "Kota", "provinsi": "Provinsi", "propinsi": "Provinsi"},
    **{"bupati": "Kabupaten", "walikota": "Kota", "gubernur": "Provinsi"},
}
_GOVERNMENT = ("pemerintah", "pemerintah daerah")
_TWICE = re.compile(rf"\b({_LEVEL_WORD}\s+\S+(?:\s+\S+){{0,3}}?)\s+\1\b", re.IGNORECASE)
_REGION_AT_END = re.compile(rf"{_REGION.pattern}$")
_LEVELS = (
    ("provinsi", re.compile(r"\bprov(?:insi|\.)", re.IGNORECASE)),
    ("kota", re.compile(r"\bkota\s+[A-Z]", re.IGNORECASE)),
    ("kabupaten", re.compile(r"\bkab(?:upaten|\.)", re.IGNORECASE)),
)
_MINISTRY = re.compile(r"\s*kementerian\b", re.IGNORECASE)
_STATE = re.compile(r"\s*kementerian\b|.*\brepublik\s+indonesia\s*$", re.IGNORECASE)

# level word and name, `Kabupaten`, `Lamongan`
Region = tuple[str, str]


def read_metadata(printed: PrintedDocument) -> Metadata:
    """What the document says of itself; each field None when it does not say it clearly."""
    captions = [Line(text=t.caption, place=t.place) for t in printed.tables if t.caption]
    lines = [*printed.lines[:_FIRST_LINES], *printed.asides[:_FIRST_LINES], *captions]
    heads = _heads(printed)
    if not lines and not heads:
        return Metadata()
    office = _office(lines) or _office(_first_cells(printed))
    if office:
        office = _with_region(office, printed)
    return Metadata(
        instansi=office,
        tingkat=_level(office, lines),
        tahun=_year(lines) or _decree_year(lines) or _only_year(heads),
        judul=_title(lines),
    )


def _first_cells(printed: PrintedDocument) -> list[Line]:
    """Lines of the first tables: letterheads and the parties of an agreement often stand in one."""
    lines = [line for table in printed.tables[:_FIRST_TABLES] for cell in table.cells for line in cell.lines]
    return lines[:_FIRST_LINES]


def _heads(printed: PrintedDocument) -> list[Line]:
    return [
        line for table in printed.tables for cell in table.cells if cell.row < table.header_rows for line in cell.lines
    ]


def _year(lines: Sequence[Line]) -> int | None:
    votes: Counter[int] = Counter()
    for index, text in _without_rules(lines):
        text = _CITATION.sub(" ", text)
        weight = 4 if _TITLE.search(text) else (3 if index < _LETTERHEAD_LINES else 1)
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


def _office(lines: Sequence[Line]) -> str | None:
    votes: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for index in range(len(lines)):
        for name in _names(lines, index):
            key = name.lower()
            votes[key] += 3 if index < _LETTERHEAD_LINES else 1
            shown.setdefault(key, name)
    if not votes:
        return None
    best = max(votes.values())
    names = [name for name, count in votes.items() if count >= 0.5 * best]
    chosen = max(names, key=lambda n: (not n.startswith("pemerintah"), votes[n], len(n)))
    longer = [n for n in votes if n.startswith(f"{chosen} ") and votes[n] >= _TITLE_VOTES]
    chosen = max(longer, key=lambda n: (votes[n], len(n)), default=chosen)
    return shown[chosen].title() if shown[chosen].isupper() else shown[chosen]


def _names(lines: Sequence[Line], index: int) -> Iterator[str]:
    """Names of offices that begin on a line."""
    own = _plain(lines[index].text)
    text = _unwrapped(lines, index)
    pattern = _COVER_OFFICE if index < _LETTERHEAD_LINES and text.isupper() else _OFFICE
    for match in pattern.finditer(text):
        if match.start() >= len(own) or text[: match.start()].lower().endswith("peraturan "):
            continue
        more = _MORE_TASKS.match(text, match.end()) if _WITH_TASKS.match(match.group(1)) else None
        name = _TWICE.sub(r"\1", _TAIL.sub("", match.group(1) + (more.group() if more else "")))
        name = _proper(name.strip(" -–|,"))
        if 2 <= len(name.split()) <= _NAME_WORDS and not re.search(r"\btahun\b", name, re.IGNORECASE):
            yield name


def _plain(text: str) -> str:
    """A text with one space between words, levels written out and no points behind titles."""
    text = " ".join(text.split())
    for pattern, word in _ABBREVIATED:
        text = pattern.sub(word, text)
    return _TITLES.sub(r"\1 ", text)


def _unwrapped(lines: Sequence[Line], index: int) -> str:
    """A line with the lines that go on with the name at its end (`dan Transmigrasi`, `Provinsi Jawa Barat`)."""
    text = _plain(lines[index].text)
    for line in lines[index + 1 : index + 1 + _WRAPPED_LINES]:
        more = _plain(line.text)
        if not (_GOES_ON.match(more) or _OPEN_END.search(text)) or (
            _REGION_AT_END.search(text) and _REGION.match(more)
        ):
            break
        text = f"{text} {more}"
    return text


def _proper(name: str) -> str:
    """A name up to its first word that is no part of a name: in mixed case, one in small letters."""
    words = name.split()
    small = [k for k, word in enumerate(words) if word[:1].islower() and word not in _LINKS]
    return " ".join(words[: small[0]]) if small and words[0][:1].isupper() else name


def _with_region(office: str, printed: PrintedDocument) -> str:
    """An office with its region, where the document prints it elsewhere and leaves no doubt which one it is."""
    if _REGION.search(office) or _STATE.match(office):
        return office
    lines = [*printed.lines, *printed.asides]
    votes: Counter[Region] = Counter()
    near: Counter[Region] = Counter()
    texts = [_unwrapped(lines, index) for index in range(len(lines))]
    cells = [line.text for line in _first_cells(printed)]
    for index, text in (*enumerate(texts), *enumerate(cells)):
        for start, found in _regions(text):
            before = text[:start].rstrip(" ,").lower()
            votes[found] += 1
            near[found] += before.endswith(office.lower()) or (
                index < _LETTERHEAD_LINES and before.endswith(_GOVERNMENT)
            )
    region: Region | None = _leading(+near, 1)
    if region is None or votes[region] < max(votes.values()):
        region = _leading(votes, _REGION_VOTES)
    return f"{office} {' '.join(region)}" if region else office


def _regions(text: str) -> Iterator[tuple[int, Region]]:
    """Every region of a text, those of `Bupati X` as well, and where it begins."""
    for match in _REGION.finditer(text):
        yield match.start(), (_LEVEL_NAMES[match.group(1).lower()], match.group(2).title())
    for match in _RULER.finditer(text):
        yield match.start(), (_LEVEL_NAMES["".join(match.group(1).lower().split())], match.group(2).title())


def _leading(votes: Counter[Region], least: int) -> Region | None:
    """The region with most votes, when it has enough and no other comes near."""
    first, second = (*votes.most_common(2), None, None)[:2]
    if first is None or first[1] < least or (second and first[1] < _REGION_LEAD * second[1]):
        return None
    return first[0]


def _level(office: str | None, lines: Sequence[Line]) -> str | None:
    region = _REGION.search(office or "")
    if region:
        return _LEVEL_NAMES[region.group(1).lower()].lower()
    if _STATE.match(office or "") or any(_MINISTRY.match(line.text) for line in lines[:_LETTERHEAD_LINES]):
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
