"""Styles: which paragraphs are headings, which text is hidden, which style carries a list number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from extractors.readers.docx.names import flag, value, w, whole

_HEADING_NAME = re.compile(r"(?:heading|judul)\s*(\d)$|title$", re.IGNORECASE)
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a style or run says of its characters; None where it says nothing. `size` is in points."""

    vanish: bool | None = None
    bold: bool | None = None
    caps: bool | None = None
    size: float | None = None

    def over(self, base: Look) -> Look:
        """These settings, and those of `base` where these are silent."""
        return Look(
            vanish=base.vanish if self.vanish is None else self.vanish,
            bold=base.bold if self.bold is None else self.bold,
            caps=base.caps if self.caps is None else self.caps,
            size=base.size if self.size is None else self.size,
        )


NOTHING = Look()


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleNumbering:
    """List number of a style: `num_id` and `level` as inherited."""

    num_id: str | None = None
    level: int | None = None


def look_of(properties: Element | None) -> Look:
    """Settings of one `w:rPr`."""
    if properties is None or not len(properties):
        return NOTHING
    half_points = value(properties, "sz")
    try:
        size = float(half_points) / 2 if half_points else None
    except ValueError:
        size = None
    vanish = flag(properties, "vanish")
    return Look(
        vanish=vanish if vanish is not None else flag(properties, "specVanish"),
        bold=flag(properties, "b"),
        caps=flag(properties, "caps"),
        size=size,
    )


class Styles:
    """The style sheet of a document, with inheritance resolved on demand."""

    def __init__(self, root: Element | None) -> None:
        """Indexes a `w:styles`; without one every paragraph is plain."""
        self._styles: dict[str, Element] = {}
        self._default: str | None = None
        self._base = NOTHING
        self._looks: dict[str, Look] = {}
        self._headings: dict[str, bool] = {}
        if root is not None:
            self._load(root)

    def _load(self, root: Element) -> None:
        """Indexes the styles by id."""
        for style in root.iterfind(w("style")):
            style_id = style.get(w("styleId"))
            if style_id is None:
                continue
            self._styles[style_id] = style
            is_default = style.get(w("default"), "0").lower() in ("1", "true", "on")
            if is_default and style.get(w("type")) == "paragraph":
                self._default = style_id
        self._base = look_of(root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"))

    def chain(self, style_id: str | None) -> Iterator[tuple[str, Element]]:
        """The style and those it is based on, nearest first; a circle ends the chain."""
        seen: set[str] = set()
        while style_id is not None and style_id not in seen:
            seen.add(style_id)
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style_id, style
            style_id = value(style, "basedOn")

    def _look(self, style_id: str | None) -> Look:
        """Settings of a style with its ancestors."""
        if style_id is None:
            return NOTHING
        if style_id not in self._looks:
            look = NOTHING
            for _, style in self.chain(style_id):
                look = look.over(look_of(style.find(w("rPr"))))
            self._looks[style_id] = look
        return self._looks[style_id]

    def run_look(self, paragraph_style: str | None, properties: Element | None) -> Look:
        """Settings of a run: its own, then its character style, its paragraph's style, the defaults."""
        inherited = self._look(paragraph_style or self._default).over(self._base)
        if properties is None:
            return inherited
        character_style = value(properties, "rStyle")
        return look_of(properties).over(self._look(character_style).over(inherited))

    def is_heading(self, style_id: str | None) -> bool:
        """Whether the style is a heading or title by name, or has an outline level."""
        if style_id is None:
            return False
        if style_id not in self._headings:
            self._headings[style_id] = self._find_heading(style_id)
        return self._headings[style_id]

    def _find_heading(self, style_id: str) -> bool:
        """The nearest outline level or heading name in the chain decides."""
        for _, style in self.chain(style_id):
            level = value(style.find(w("pPr")), "outlineLvl")
            if level is not None:
                return whole(level, _BODY_LEVEL) < _BODY_LEVEL
            if _HEADING_NAME.match((value(style, "name") or "").strip()):
                return True
        return False

    def numbering(self, style_id: str | None) -> StyleNumbering:
        """List number that the style gives its paragraphs."""
        level: int | None = None
        for _, style in self.chain(style_id or self._default):
            properties = style.find(f"{w('pPr')}/{w('numPr')}")
            if properties is None:
                continue
            if level is None and (text := value(properties, "ilvl")) is not None:
                level = whole(text)
            num_id = value(properties, "numId")
            if num_id is not None:
                return StyleNumbering(num_id=num_id, level=level)
        return StyleNumbering(level=level)
