"""Printed lines to blocks: which lines of a page (or paragraphs of a Word file) belong together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.narasi.tanda import Tanda, read_tanda
from schemas.printed import Block, Line, LineRole
from schemas.provenance import BBox, PdfPlace

CAPTION = re.compile(
    r"(?i:tabel|table|gambar|grafik|diagram|bagan|foto|peta|chart)\s*(?i:no(?:mor)?\.?)?\s*[.:]?\s*"
    r"(?:\d{1,3}|[IVX]{1,5}|[A-Z])(?:\s?[.\-–]\s?(?:\d{1,3}|[A-Za-z]))*(?!\w)\s*[.:]?\s*(?P<judul>.*)$",
    re.DOTALL,
)
LEADERS = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,}|_{4,})[.…\s_]*(?:\d{1,4}|[ivxlcIVXLC]{1,7})?\s*$")
_SECTION = re.compile(r"BAB\s+(?:[IVX]{1,5}|\d{1,2})\b", re.IGNORECASE)
_FUNCTION_WORDS = frozenset(
    {
        *("dan", "atau", "serta", "yang", "di", "ke", "dari", "pada", "untuk", "dengan", "dalam", "oleh", "sebesar"),
        *("sebanyak", "adalah", "yaitu", "sampai", "hingga", "antara", "tentang", "terhadap", "bahwa", "karena"),
        *("secara", "sebagai", "para", "agar", "guna", "melalui", "bagi", "akan", "telah", "menjadi", "mencapai"),
        *("rp", "no", "nomor", "kab", "kec", "jl", "jln", "bts", "prov", "kel"),
    }
)
_SMALL = frozenset(
    {
        *("dan", "atau", "serta", "yang", "di", "ke", "dari", "pada", "untuk", "dengan", "dalam", "oleh", "sd", "per"),
        *("bagi", "atas", "melalui"),
    }
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_TITLE_SHARE = 0.75
_OPEN_END = re.compile(r"(?:[,/&(+<>=–—]|[^\W_]-|\bRp\.?)$", re.IGNORECASE)
_CAPTION_CHARS = 320
_NEAR = 3.0
_INDENT = 12.0
_PITCH_SHARE = 1.2
_MARGIN_REACH = 250.0
_FULL_EDGE = 25.0


def is_caption(text: str) -> bool:
    """A line "Tabel 3.1 …" or "Grafik 2", not a sentence that speaks of one."""
    match = CAPTION.match(text)
    if match is None or len(text) > _CAPTION_CHARS:
        return False
    title = match["judul"]
    return not (title[:1].islower() or title[:1] in (",", ";", ")"))


def has_leaders(text: str) -> bool:
    """An entry of a table of contents: leaders and nothing but a page number behind them."""
    return any(run in text for run in ("....", "……", ". . . .", "____")) and LEADERS.search(text) is not None


def is_section(text: str) -> bool:
    """A line "BAB III", with or without its title."""
    return _SECTION.match(text) is not None and len(text) < 120


def has_end(text: str) -> bool:
    """Whether the text ends like a sentence, a list item or a lead-in."""
    stripped = text.rstrip("\"'”’»)] ")
    if not stripped or stripped[-1] not in ".!?;:":
        return False
    if stripped[-1] != ".":
        return True
    words = stripped[:-1].split()
    return not words or words[-1].lower() not in {"rp", "no", "kab", "kec", "jl", "jln", "bts", "prov", "kel"}


def is_open(text: str) -> bool:
    """Whether the text cannot end here: a comma, an open bracket, a preposition, `Rp`."""
    if has_end(text):
        return False
    if _OPEN_END.search(text) or text.count("(") > text.count(")"):
        return True
    return text.rsplit(None, 1)[-1].strip("().").lower() in _FUNCTION_WORDS


def goes_on(text: str) -> bool:
    """Whether the text reads like the middle of a sentence."""
    return text[:1].islower() or text[:1] in ")%,;"


def capital_share(text: str) -> float:
    """Share of the words that open with a capital; small words are not counted."""
    words = [word for word in _WORD.findall(text) if word.lower() not in _SMALL]
    if not words:
        return 0.0
    capitals = [word for word in words if word[0].isupper()]
    return len(capitals) / len(words)


@dataclass(slots=True)
class Gumpal:
    """Lines that belong together, as they are gathered.

    Attributes:
        tanda: the mark that opens it.
        setelah_tabel: a table stands directly before it.
    """

    baris: list[Line] = field(default_factory=list)
    tanda: Tanda | None = None
    setelah_tabel: bool = False

    @property
    def text(self) -> str:
        """The lines joined the way they read."""
        return join_lines([line.text for line in self.baris])[0]

    @property
    def kotak(self) -> BBox | None:
        """Box of the first line, None for a Word file."""
        return box_of(self.baris[0])

    @property
    def tepi(self) -> float | None:
        """Left edge of the lines behind the first (of the first where it is alone)."""
        boxes = [box for line in self.baris[1:] or self.baris if (box := box_of(line)) is not None]
        return min((box.x0 for box in boxes), default=None)


def box_of(line: Line) -> BBox | None:
    """The box of a line on a page."""
    return line.place.bbox if isinstance(line.place, PdfPlace) else None


def join_lines(texts: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """The lines as one text and where each begins in it; a word cut at its hyphen is joined without a blank."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for text in texts:
        if parts and not (parts[-1].endswith("-") and parts[-1][-2:-1].isalnum() and text[:1].isalnum()):
            parts.append(" ")
            length += 1
        starts.append(length)
        parts.append(text)
        length += len(text)
    return "".join(parts), tuple(starts)


def gather(blocks: Sequence[Block]) -> Iterator[Gumpal]:
    """The lines of a document as blocks, in order; every line lies in exactly one."""
    margins = _right_margins(blocks)
    pitches = _pitches(blocks, margins)
    current: Gumpal | None = None
    after_table = False
    marks: dict[str, Tanda] = {}
    for block in blocks:
        if not isinstance(block, Line):
            after_table = True
            continue
        if not block.text.strip():
            continue
        tanda = read_tanda(block.text)
        if current is not None and _belongs(current, block, tanda, marks, margins, pitches, after_table=after_table):
            current.baris.append(block)
        else:
            if current is not None:
                yield current
            current = Gumpal(baris=[block], tanda=tanda, setelah_tabel=after_table)
            if tanda is not None:
                marks[tanda.gaya] = tanda
        after_table = False
    if current is not None:
        yield current


def _belongs(
    current: Gumpal,
    line: Line,
    tanda: Tanda | None,
    marks: dict[str, Tanda],
    margins: dict[int, float],
    pitches: dict[int, float],
    *,
    after_table: bool,
) -> bool:
    """Whether the line goes on with the block."""
    last = current.baris[-1]
    if _stands_alone(last) or _stands_alone(line):
        return False
    first, second = box_of(last), box_of(line)
    if first is None or second is None or not isinstance(last.place, PdfPlace) or not isinstance(line.place, PdfPlace):
        return tanda is None and _text_goes_on(last.text, line.text)
    full = _is_full(first, second, line.text, margins.get(last.place.page, first.x1))
    if tanda is not None and not (full and _is_inline(current, last, line, tanda, marks)):
        return False
    if after_table:
        return _text_goes_on(last.text, line.text) and full
    if last.place.page != line.place.page:
        return _crosses_page(current, first, second, last.text, line.text, full=full)
    return _same_flow(current, line, full=full, pitch=pitches.get(line.place.page, 0.0))


def _stands_alone(line: Line) -> bool:
    text = line.text
    return line.role is LineRole.HEADING or is_section(text) or is_caption(text) or has_leaders(text)


def _text_goes_on(before: str, after: str) -> bool:
    if has_end(before):
        return False
    return goes_on(after) or is_open(before)


def _is_full(first: BBox, second: BBox, text: str, margin: float) -> bool:
    """Whether the first word of the next line would not have found room at the end of this one."""
    word = text.split(None, 1)[0]
    width = second.width * (len(word) + 1) / max(len(text), 1)
    return first.x1 + width * 0.9 > margin - 1


def _is_inline(current: Gumpal, last: Line, line: Line, tanda: Tanda, marks: dict[str, Tanda]) -> bool:
    """Whether what looks like a mark stands inside running text: "sebesar 83.58 -", "yaitu 1) …"."""
    if has_end(last.text):
        return False
    known = marks.get(tanda.gaya)
    if known is not None and tanda.follows(known) and not tanda.peluru:
        return False
    first, second = box_of(last), box_of(line)
    if first is None or second is None:
        return False
    if tanda.isi in ("-", "–", "—") and second.x0 > first.x0 + _NEAR:
        return True
    hanging = current.tanda is not None and len(current.baris) == 1
    outdented = len(current.baris) == 1 and second.x0 < first.x0
    return not hanging and (outdented or abs(first.x0 - second.x0) < _NEAR)


def _crosses_page(current: Gumpal, first: BBox, second: BBox, before: str, after: str, *, full: bool) -> bool:
    if not full and not goes_on(after):
        return False
    if not has_end(before):
        return goes_on(after) or is_open(before) or len(current.baris) > 1 or len(before) > 60
    own = current.tepi
    begin = current.baris[0]
    start = box_of(begin)
    indented = own is not None and start is not None and len(current.baris) > 1 and abs(start.x0 - own) > _INDENT
    return full and indented and own is not None and abs(second.x0 - own) < _NEAR


def _same_flow(current: Gumpal, line: Line, *, full: bool, pitch: float) -> bool:
    """Whether a line of the same page goes on: room, distance, indentation and text together."""
    last = current.baris[-1]
    first, second = box_of(last), box_of(line)
    if first is None or second is None:
        return False
    unfinished = not has_end(last.text)
    if unfinished and goes_on(line.text) and 0 < second.top - first.top < 2.2 * max(pitch, first.height):
        return True
    if second.top <= first.top - 1 or second.top - first.top > max(pitch, first.height * 0.9) * _PITCH_SHARE:
        return is_open(last.text) and 0 < second.top - first.top < 3 * max(pitch, first.height)
    if not full or _repeats_title(current, line) or (last.text.endswith(";") and line.text[:1].isupper()):
        return False
    return _same_edge(current, first, second, last.text, line.text)


def _same_edge(current: Gumpal, first: BBox, second: BBox, before: str, after: str) -> bool:
    if len(current.baris) == 1:
        if current.tanda is None and second.x0 > first.x0 + _INDENT:
            return not has_end(before) and goes_on(after)
        if _is_titled(current, before, after) and second.x0 > _hanging(current, first) + _INDENT:
            return False
        return not (has_end(before) and second.x0 < first.x0 - _NEAR and current.tanda is not None)
    if abs(second.x0 - first.x0) < _NEAR:
        return True
    return not has_end(before) and (goes_on(after) or is_open(before) or abs(second.x0 - first.x0) < _INDENT)


def _is_titled(current: Gumpal, before: str, after: str) -> bool:
    """A marked line in capitalised words above one that is not."""
    title = current.tanda is not None and capital_share(before) > _TITLE_SHARE
    return title and after[:1].isupper() and capital_share(after) < _TITLE_SHARE


def _hanging(current: Gumpal, first: BBox) -> float:
    """Where the text behind the mark of an item begins, by its share of the line."""
    mark = current.tanda.panjang if current.tanda is not None else 0
    return first.x0 + first.width * mark / max(len(current.baris[0].text), 1)


def _repeats_title(current: Gumpal, line: Line) -> bool:
    """A paragraph that opens with the words of the heading above it."""
    if current.tanda is None:
        return False
    words = current.text[current.tanda.panjang :].split()[:3]
    return len(words) > 1 and len(current.text) < 200 and line.text.split()[:2] == words[:2]


def _right_margins(blocks: Sequence[Block]) -> dict[int, float]:
    """Right edge of the running text, by page: the furthest one that two lines share, or that three lines reach."""
    edges: dict[int, list[float]] = {}
    for line in blocks:
        if isinstance(line, Line) and isinstance(line.place, PdfPlace):
            edges.setdefault(line.place.page, []).append(line.place.bbox.x1)
    margins: dict[int, float] = {}
    before = 0.0
    for page, found in edges.items():
        ordered = sorted(found, reverse=True)
        shared = [a for a, b in pairwise(ordered) if a - b < 4]
        few = len(ordered) < 4
        margins[page] = max(shared[0], ordered[2]) if shared and not few else ordered[0]
        if few and ordered[0] < before + _NEAR < ordered[0] + _MARGIN_REACH:
            margins[page] = before
        before = margins[page]
    return margins


def _pitches(blocks: Sequence[Block], margins: dict[int, float]) -> dict[int, float]:
    """Usual distance between lines of one paragraph, by page: that behind lines which reach the right edge."""
    steps: dict[int, Counter[float]] = {}
    everywhere: Counter[float] = Counter()
    previous: PdfPlace | None = None
    for line in blocks:
        place = line.place if isinstance(line, Line) else None
        if not isinstance(place, PdfPlace):
            previous = None
            continue
        if previous is not None and _is_step(previous, place, margins):
            step = round((place.bbox.top - previous.bbox.top) * 2) / 2
            steps.setdefault(place.page, Counter())[step] += 1
            everywhere[step] += 1
        previous = place
    usual = everywhere.most_common(1)[0][0] if everywhere else 0.0
    return {page: _pitch(steps.get(page), usual) for page in margins}


def _is_step(previous: PdfPlace, place: PdfPlace, margins: dict[int, float]) -> bool:
    same_page = previous.page == place.page and place.bbox.top > previous.bbox.top + _NEAR
    return same_page and previous.bbox.x1 > margins[place.page] - _FULL_EDGE


def _pitch(found: Counter[float] | None, usual: float) -> float:
    if not found:
        return usual
    step, count = found.most_common(1)[0]
    return step if count > 1 and step < usual * 1.5 else usual
