"""Automatic list numbers, counted as Word counts them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from extractors.readers.docx.names import ALTERNATE, FALLBACK, flag, value, w, whole
from extractors.readers.docx.styles import Styles
from extractors.readers.docx.symbols import bullet

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(number: int) -> str:
    """Upper-case roman number; decimal below 1."""
    if number < 1:
        return str(number)
    parts = []
    for size, sign in _ROMAN:
        count, number = divmod(number, size)
        parts.append(sign * count)
    return "".join(parts)


def letters(number: int) -> str:
    """Letters a … z, aa, bb … as Word counts (the letter is repeated, not carried); decimal below 1."""
    if number < 1:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def shown(number: int, number_format: str) -> str:
    """A count in one of Word's number formats; decimal for those not known."""
    match number_format:
        case "none":
            return ""
        case "lowerLetter":
            return letters(number)
        case "upperLetter":
            return letters(number).upper()
        case "lowerRoman":
            return roman(number).lower()
        case "upperRoman":
            return roman(number)
        case "decimalZero":
            return f"{number:02d}"
        case "numberInDash":
            return f"- {number} -"
        case "decimalEnclosedParen":
            return f"({number})"
        case "decimalEnclosedFullstop":
            return f"{number}."
        case _:
            return str(number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list.

    Attributes:
        text: pattern such as `%1.%2.`, or the bullet.
        restart: 0 when it never restarts, n when only levels up to n (from 1) restart it, None when any
            higher level does.
        legal: all numbers of the pattern are shown in decimal.
        style: paragraph style that stands for this level.
    """

    start: int
    number_format: str
    text: str
    restart: int | None
    legal: bool
    hidden: bool
    style: str | None
    font: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """A list instance: the counts are shared by all lists of one definition `key`; `starts` begin anew."""

    key: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


def _level(element: Element) -> Level:
    """One `w:lvl`."""
    number_format = value(element, "numFmt")
    if number_format is None:
        number_format = value(element.find(f"{ALTERNATE}/{FALLBACK}"), "numFmt")
    restart = value(element, "lvlRestart")
    properties = element.find(w("rPr"))
    fonts = properties.find(w("rFonts")) if properties is not None else None
    return Level(
        start=whole(value(element, "start"), 0 if value(element, "start") is None else 1),
        number_format=number_format or "decimal",
        text=value(element, "lvlText") or "",
        restart=None if restart is None else whole(restart),
        legal=bool(flag(element, "isLgl")),
        hidden=bool(flag(properties, "vanish")),
        style=value(element, "pStyle"),
        font=(fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or "") if fonts is not None else "",
    )


def _levels(parent: Element) -> dict[int, Level]:
    """The levels that an abstract definition gives, by index from 0."""
    return {whole(lvl.get(w("ilvl"))): _level(lvl) for lvl in parent.iterfind(w("lvl"))}


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """Reads a `w:numbering`; without one nothing is numbered."""
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._load(root)

    def _load(self, root: Element) -> None:
        """Reads definitions and instances."""
        for abstract in root.iterfind(w("abstractNum")):
            self._abstract[abstract.get(w("abstractNumId"), "")] = abstract
        nums = {num.get(w("numId"), ""): num for num in root.iterfind(w("num"))}
        for num_id, num in nums.items():
            self._lists[num_id] = self._list(num, nums)

    def _list(self, num: Element, nums: Mapping[str, Element]) -> _List:
        """One `w:num` with its overrides."""
        key, levels = self._definition(value(num, "abstractNumId") or "", nums)
        starts: dict[int, int] = {}
        for override in num.iterfind(w("lvlOverride")):
            index = whole(override.get(w("ilvl")))
            own = override.find(w("lvl"))
            if own is not None:
                levels[index] = _level(own)
            start = value(override, "startOverride")
            if start is not None:
                starts[index] = whole(start, 1)
        return _List(key=key, levels=levels, starts=starts)

    def _definition(self, key: str, nums: Mapping[str, Element]) -> tuple[str, dict[int, Level]]:
        """Key and levels of an abstract definition, following links to numbering styles."""
        seen: set[str] = set()
        while key not in seen:
            seen.add(key)
            abstract = self._abstract.get(key)
            if abstract is None:
                break
            link = value(abstract, "numStyleLink")
            levels = _levels(abstract)
            target = nums.get(self._styles.numbering(link).num_id or "") if link and not levels else None
            if target is None:
                return key, levels
            key = value(target, "abstractNumId") or ""
        return key, {}

    def mark(self, paragraph: Element, style_id: str | None) -> str:
        """Counts the paragraph and gives its printed number or bullet, "" when it has none."""
        num_id, level = self._place(paragraph, style_id)
        listing = self._lists.get(num_id or "")
        if num_id is None or listing is None or level not in listing.levels:
            return ""
        counts = self._count(num_id, listing, level)
        return self._text(listing, level, counts)

    def _place(self, paragraph: Element, style_id: str | None) -> tuple[str | None, int]:
        """List instance and level of a paragraph: its own, else those of its style."""
        own = paragraph.find(f"{w('pPr')}/{w('numPr')}")
        own_level = value(own, "ilvl")
        own_num = value(own, "numId")
        if own_num is not None:
            return own_num, whole(own_level)
        inherited = self._styles.numbering(style_id)
        if inherited.num_id is None:
            return None, 0
        if own_level is not None:
            return inherited.num_id, whole(own_level)
        return inherited.num_id, self._style_level(inherited.num_id, style_id, inherited.level or 0)

    def _style_level(self, num_id: str, style_id: str | None, default: int) -> int:
        """Level of the list that names the style or the nearest of its ancestors."""
        listing = self._lists.get(num_id)
        if listing is not None:
            for name, _ in self._styles.chain(style_id):
                for index, level in listing.levels.items():
                    if level.style == name:
                        return index
        return default

    def _count(self, num_id: str, listing: _List, level: int) -> list[int | None]:
        """Moves the list on by one item of that level."""
        counts = self._counts.setdefault(listing.key, [None] * (LEVELS + 1))
        before = counts[level]
        begins = level in listing.starts and (num_id, level) not in self._begun
        self._begun.add((num_id, level))
        if begins or before is None:
            counts[level] = listing.starts.get(level, listing.levels[level].start)
        else:
            counts[level] = before + 1
        for deeper in range(level + 1, LEVELS):
            restart = listing.levels[deeper].restart if deeper in listing.levels else None
            if restart is None or level < restart:
                counts[deeper] = None
        return counts

    @staticmethod
    def _text(listing: _List, level: int, counts: list[int | None]) -> str:
        """The pattern of the level filled with the counts."""
        own = listing.levels[level]
        if own.hidden:
            return ""
        if own.number_format == "bullet":
            return bullet(own.text, own.font)

        def filled(match: re.Match[str]) -> str:
            index = int(match.group(1)) - 1
            other = listing.levels.get(index)
            if other is None or other.number_format == "bullet":
                return ""
            count = counts[index]
            number = other.start if count is None else count
            legal = own.legal and other.number_format != "none"
            return shown(number, "decimal" if legal else other.number_format)

        return " ".join(_PLACE.sub(filled, own.text).split())
