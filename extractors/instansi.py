"""The office that a document is of, with its region, by its letterhead, its first lines and the positions it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from extractors.nama_instansi import (
    GOVERNMENT_OF,
    HEADING,
    JOINTS,
    LETTERHEAD_LINES,
    REGION,
    RULER,
    cased,
    is_short,
    meaning,
    names,
    plain,
    proper,
    unwrapped,
)
from schemas.printed import Line, PrintedDocument

_FIRST_TABLES, _FIRST_CELLS = 3, 160
_TITLE_VOTES = 3
# a region that the office itself does not print has to be named so often, and so much more often than any other
_REGION_VOTES, _REGION_LEAD = 2, 3
# offices of towns and regencies name their province often
_PROVINCE, _PROVINCE_LEAD = "Provinsi", 6
_LEVEL_NAMES = {
    **{"kabupaten": "Kabupaten", "kota": "Kota", "provinsi": "Provinsi", "propinsi": "Provinsi"},
    **{"bupati": "Kabupaten", "walikota": "Kota", "gubernur": "Provinsi"},
}
_GOVERNMENT = ("pemerintah", "pemerintah daerah")
_STATE = re.compile(r"\s*kementerian\b|.*\brepublik\s+indonesia\s*$", re.IGNORECASE)
_SECRETARIAT = re.compile(r"(?:bagian|biro|sekretariat\s+daerah)\b")
_PARTY = re.compile(r"\s*jabatan\s*:\s*(?=\S)", re.IGNORECASE)
_PARTY_CELL = re.compile(r"jabatan\s*:?", re.IGNORECASE)
_ISSUER = re.compile(
    r"\s*(?:keputusan|peraturan)\s+(?=camat|lurah|inspektur|sekretaris|bupati|wali|gubernur)", re.IGNORECASE
)
_ACTING = re.compile(r"\s*(?:(?:plt|plh|pjs?)\.?\s+|penjabat\s+)?", re.IGNORECASE)
_HEADS = (
    (re.compile(r"(?:camat|panewu|mantri\s+pamong\s+praja|kepala\s+distrik)\s+(?=\S)", re.IGNORECASE), "Kecamatan "),
    (re.compile(r"lurah\s+(?=\S)", re.IGNORECASE), "Kelurahan "),
    (re.compile(r"inspektur\b(?!\s+pembantu)", re.IGNORECASE), "Inspektorat"),
    (
        re.compile(r"sekretaris\s+(?:dprd|dewan(?:\s+perwakilan\s+rakyat\s+daerah)?)\b", re.IGNORECASE),
        "Sekretariat DPRD",
    ),
    (re.compile(r"sekretaris\s+daerah\b", re.IGNORECASE), "Sekretariat Daerah"),
)

# level word and name, `Kabupaten`, `Lamongan`
Region = tuple[str, str]


def level_name(word: str) -> str:
    """`Kabupaten`, `Kota` or `Provinsi` for a level word or the title of a ruler."""
    return _LEVEL_NAMES["".join(word.lower().split())]


def is_of_state(office: str) -> bool:
    """Whether a name is that of a ministry or another office of the state."""
    return _STATE.match(office) is not None


def read_office(printed: PrintedDocument, lines: Sequence[Line]) -> str | None:
    """The name of the office with its region, None where the document does not say it clearly.

    Args:
        printed: the document.
        lines: its first lines and those of its margins.
    """
    cells = _first_cells(printed)
    office = _office(lines) or _office(cells)
    if office is None or office.lower().startswith(_GOVERNMENT):
        office = _by_head(office, [plain(line.text) for line in (*lines, *cells)])
    if office is None:
        return None
    every = [*printed.lines, *printed.asides]
    if is_short(office.split()[0]):
        office = _explained(office, [*every, *cells])
    return _with_region(office, every, cells)


def _first_cells(printed: PrintedDocument) -> list[Line]:
    """Lines of the first tables: letterheads and the parties of an agreement often stand in one."""
    lines = [line for table in printed.tables[:_FIRST_TABLES] for cell in table.cells for line in cell.lines]
    return lines[:_FIRST_CELLS]


def _office(lines: Sequence[Line]) -> str | None:
    votes: Counter[str] = Counter()
    titles: Counter[str] = Counter()
    shown: dict[str, str] = {}
    heads: dict[str, bool] = {}
    for index in range(len(lines)):
        for name in names(lines, index):
            key = name.text.lower()
            in_letterhead = name.headed and index < LETTERHEAD_LINES
            votes[key] += 3 if in_letterhead else 1
            titles[key] += name.titled
            shown.setdefault(key, name.text)
            if in_letterhead and not key.startswith("pemerintah"):
                heads[key] = heads.get(key, False) or name.part
    if not votes:
        return None
    pool = _reported(heads, titles) or [key for key, part in heads.items() if part] or list(heads) or list(votes)
    best = max(votes[name] for name in pool)
    pool = [name for name in pool if votes[name] >= 0.5 * best]
    chosen = max(pool, key=lambda n: (not n.startswith("pemerintah"), votes[n], len(n)))
    longer = [n for n in votes if n.startswith(f"{chosen} ") and votes[n] >= _TITLE_VOTES]
    return cased(shown[max(longer, key=lambda n: (votes[n], len(n)), default=chosen)])


def _reported(heads: Mapping[str, bool], titles: Counter[str]) -> list[str]:
    """The government whose report one of its secretariat only puts together, as the titles in the text say."""
    if not heads or not all(_SECRETARIAT.match(name) for name in heads):
        return []
    ours = max(titles[name] for name in heads)
    found = [name for name in titles if name.startswith("pemerintah") and titles[name] >= _TITLE_VOTES]
    return [name for name in found if titles[name] > ours]


def _by_head(office: str | None, texts: Sequence[str]) -> str | None:
    """The office by the position of its head, where none is named, or only the government it belongs to.

    The government itself is the office of a document only where the first position does not contradict that, or the
    letterhead names nothing below it that could not be read.
    """
    head = _ACTING.sub("", next(_positions(texts), ""), count=1)
    for pattern, unit in _HEADS:
        if pattern.match(head):
            return proper(pattern.sub(unit, head, count=1))
    shown = next((text for text in texts[:LETTERHEAD_LINES] if RULER.fullmatch(text.rstrip(","))), "")
    ruler = RULER.match(head or shown)
    if (head and not ruler) or (not head and _unread_unit(texts)):
        return None
    return office or (f"Pemerintah {level_name(ruler.group(1))} {ruler.group(2).title()}" if ruler else None)


def _positions(texts: Sequence[str]) -> Iterator[str]:
    """The positions of the parties of an agreement, or those that issue a decree, in the order of the document."""
    for at, text in enumerate(texts):
        if found := _PARTY.match(text) or _ISSUER.match(text):
            yield text[found.end() :]
        elif _PARTY_CELL.fullmatch(text):
            yield from [more for more in texts[at + 1 : at + 3] if more.strip(" :")][:1]


def _unread_unit(texts: Sequence[str]) -> bool:
    """Whether the letterhead prints, below the government or above a region, a line that must be an unknown unit."""
    first = texts[:LETTERHEAD_LINES]
    for above, text, below in zip(["", *first], first, [*first[1:], ""], strict=False):
        beside = GOVERNMENT_OF.match(above) or REGION.fullmatch(below)
        if beside and text.isupper() and not HEADING.match(text) and not RULER.match(text):
            return True
    return False


def _explained(office: str, lines: Sequence[Line]) -> str:
    """An abbreviated name written out, where the document prints exactly one name that it abbreviates."""
    region = REGION.search(office)
    short = office[: region.start()].strip() if region else office
    found: dict[str, str] = {}
    for name in chain.from_iterable(names(lines, index) for index in range(len(lines))):
        own = REGION.search(name.text)
        full = name.text[: own.start()].strip(" ,") if own else name.text
        same = not own or not region or own.group().lower() == region.group().lower()
        if same and full and not is_short(full.split()[0]) and _abbreviates(short, full, name.after):
            found.setdefault(" ".join(full.lower().replace(",", " ").split()), full)
    if len(found) != 1:
        return office
    return " ".join((cased(found.popitem()[1]), *([region.group()] if region else [])))


def _abbreviates(short: str, full: str, after: str) -> bool:
    """Whether a name has an abbreviation in brackets behind it, is what that means, or begins with its letters."""
    if re.match(rf"\s*\(\s*{re.escape(short)}\s*\)", after, re.IGNORECASE):
        return True
    words = [word.lower() for word in re.findall(r"[A-Za-z]+", full) if word.lower() not in JOINTS]
    meant = [word for word in meaning(short).split() if word not in JOINTS]
    if meant and meant == words:
        return True
    letters = re.sub(r"([a-z])(\d)", lambda found: found[1] * int(found[2]), short.lower())
    without = [word for word in words if word != "daerah"]
    return len(letters) > 2 and letters in ("".join(word[0] for word in kept) for kept in (words, without))


def _with_region(office: str, lines: Sequence[Line], cells: Sequence[Line]) -> str:
    """An office with its region, where the document prints it elsewhere and leaves no doubt which one it is."""
    if REGION.search(office) or is_of_state(office):
        return office
    votes: Counter[Region] = Counter()
    near: Counter[Region] = Counter()
    texts = [(index, plain(line.text), unwrapped(lines, index)) for index, line in enumerate(lines)]
    texts += [(index, plain(cell.text), plain(cell.text)) for index, cell in enumerate(cells)]
    parties = set(_positions([plain(cell.text) for cell in cells]))
    for index, own, text in texts:
        decides = _PARTY.match(own) or RULER.fullmatch(own.rstrip(",")) or own in parties
        for start, found in _regions(text):
            if start < len(own):
                before = text[:start].rstrip(" ,").lower()
                of_government = index < LETTERHEAD_LINES and before.endswith(_GOVERNMENT)
                votes[found] += 1
                near[found] += bool(decides or of_government or before.endswith(office.lower()))
    near.update(_alone([own for _, own, _ in texts[: min(LETTERHEAD_LINES, len(lines))]]))
    region: Region | None = _leading(+near, 1)
    if region is None or votes[region] < max(count for found, count in votes.items() if _rivals(found, region)):
        region = _leading(votes, _REGION_VOTES)
    return f"{office} {' '.join(region)}" if region else office


def _alone(texts: Sequence[str]) -> list[Region]:
    """Regions that have lines of a letterhead of their own, without the provinces that towns and regencies are in."""
    own = [text.rstrip(",") for text in texts]
    found = [region for text in own if REGION.fullmatch(text) or RULER.fullmatch(text) for _, region in _regions(text)]
    return [region for region in found if region[0] != _PROVINCE] or found


def _rivals(one: Region, other: Region) -> bool:
    """Whether mentions of a region speak against another one: those of a province do not against a town in it."""
    return one[0] != _PROVINCE or other[0] == _PROVINCE


def _regions(text: str) -> Iterator[tuple[int, Region]]:
    """Every region of a text, those of `Bupati X` as well, and where it begins."""
    for match in chain(REGION.finditer(text), RULER.finditer(text)):
        yield match.start(), (level_name(match.group(1)), match.group(2).title())


def _leading(votes: Counter[Region], least: int) -> Region | None:
    """The region with most votes, when it has enough and no other comes near."""
    first, second = (*votes.most_common(2), None, None)[:2]
    if first is None or first[1] < least:
        return None
    lead = _PROVINCE_LEAD if first[0][0] == _PROVINCE and second and second[0][0] != _PROVINCE else _REGION_LEAD
    return None if second and first[1] < lead * second[1] else first[0]
