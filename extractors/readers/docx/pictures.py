"""Drawings that print something a reader of the file cannot read: pictures, SmartArt, WordArt, objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from lxml.etree import _Element as Element

from extractors.readers.docx.names import ALTERNATE, OFFICE_NS, chosen, elements, w

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_OBJECT = f"{{{OFFICE_NS}}}OLEObject"
_BLIP, _GRAPHIC, _IMAGE, _TEXTPATH = f"{_A}blip", f"{_A}graphicData", f"{_V}imagedata", f"{_V}textpath"
_POINTS_PER_EMU = 1 / 12700
_STYLE_SIZE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)(pt|in|cm|mm)", re.IGNORECASE)
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
_TABLE_WIDTH, _TABLE_HEIGHT = 220.0, 60.0
"""Points; a picture of a table that can be read by eye is hardly smaller, a logo or a signature is."""
_PAGE_WIDTH, _PAGE_HEIGHT = 380.0, 500.0
"""Points; a picture as large as the text of an A4 page is a scanned page."""


class Unread(StrEnum):
    """What could not be read."""

    EQUATION = "equation-object"
    TEXT = "drawing-text"
    SHEET = "sheet-object"
    PAGE = "page-picture"
    PICTURE = "picture"


def unread_in(drawing: Element) -> Iterator[Unread]:
    """What a `w:drawing`, `w:pict` or `w:object` prints without text in the file.

    Text boxes in it are read as text and passed over here. Small pictures, pictures behind the text and
    watermarks are no content.
    """
    parts = list(_parts(drawing))
    objects = [(part.get("ProgID") or "").lower() for part in parts if part.tag == _OBJECT]
    if any(name.startswith(("equation", "mathtype")) for name in objects):
        yield Unread.EQUATION
    elif any(name.startswith("excel") for name in objects):
        yield Unread.SHEET
    elif any(_has_text(part) for part in parts):
        yield Unread.TEXT
    elif any(part.tag in (_BLIP, _IMAGE) for part in parts):
        yield from _picture(parts)


def _parts(element: Element) -> Iterator[Element]:
    """All elements of a drawing, of alternative forms one, without the inside of its text boxes."""
    for child in elements(element):
        if child.tag == w("txbxContent"):
            continue
        if child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from _parts(branch)
            continue
        yield child
        yield from _parts(child)


def _has_text(part: Element) -> bool:
    """Whether the part shows words: SmartArt keeps them in another file, WordArt in an attribute."""
    if part.tag == _TEXTPATH:
        shape = part.getparent()
        name = (shape.get("id") or "").lower() if shape is not None else ""
        return bool((part.get("string") or "").strip()) and "watermark" not in name
    if part.tag == _GRAPHIC:
        return (part.get("uri") or "").endswith("/diagram")
    return part.tag == f"{_A}t" and bool((part.text or "").strip())


def _picture(parts: list[Element]) -> Iterator[Unread]:
    """A picture that may hold a table or a page."""
    if any(part.tag == f"{_WP}anchor" and part.get("behindDoc") in ("1", "true") for part in parts):
        return
    width, height = _size(parts)
    if width >= _PAGE_WIDTH and height >= _PAGE_HEIGHT:
        yield Unread.PAGE
    elif width >= _TABLE_WIDTH and height >= _TABLE_HEIGHT:
        yield Unread.PICTURE


def _size(parts: list[Element]) -> tuple[float, float]:
    """Width and height in points, 0 where the file does not say."""
    for part in parts:
        if part.tag == f"{_WP}extent":
            return _emu(part.get("cx")), _emu(part.get("cy"))
    for part in parts:
        found = {name.lower(): _points(size, unit) for name, size, unit in _STYLE_SIZE.findall(part.get("style") or "")}
        if found:
            return found.get("width", 0.0), found.get("height", 0.0)
    return 0.0, 0.0


def _emu(text: str | None) -> float:
    """Points of a length in English metric units; 0 when it is absent or malformed."""
    return int(text) * _POINTS_PER_EMU if text is not None and text.isdecimal() else 0.0


def _points(size: str, unit: str) -> float:
    """Points of a length in a style; 0 when it is malformed."""
    try:
        return float(size) * _POINTS[unit.lower()]
    except ValueError:
        return 0.0
