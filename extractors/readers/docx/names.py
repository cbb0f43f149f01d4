"""Qualified names of WordprocessingML and small readings of its attributes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M_NS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC_NS = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OFFICE_NS = "urn:schemas-microsoft-com:office:office"

ALTERNATE = f"{{{MC_NS}}}AlternateContent"
CHOICE = f"{{{MC_NS}}}Choice"
FALLBACK = f"{{{MC_NS}}}Fallback"
RELATION_ID = f"{{{R_NS}}}id"

_OFF = frozenset({"0", "false", "off"})


def w(name: str) -> str:
    """Qualified name in the main WordprocessingML namespace."""
    return f"{{{W_NS}}}{name}"


def m(name: str) -> str:
    """Qualified name in the Office Math namespace."""
    return f"{{{M_NS}}}{name}"


_VAL = w("val")


def value(parent: Element | None, name: str) -> str | None:
    """`w:val` of the child `w:<name>`; None without the child or the attribute."""
    child = parent.find(w(name)) if parent is not None else None
    return child.get(_VAL) if child is not None else None


def flag(parent: Element | None, name: str) -> bool | None:
    """An on/off child: True, False, or None when the child is absent."""
    child = parent.find(w(name)) if parent is not None else None
    return None if child is None else child.get(_VAL, "true").lower() not in _OFF


def whole(text: str | None, default: int = 0) -> int:
    """An integer attribute; `default` when it is absent or malformed."""
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default


def elements(parent: Element) -> Iterator[Element]:
    """Child elements, without comments, instructions and unresolved entities."""
    return parent.iterchildren("*")


def chosen(alternate: Element) -> Element | None:
    """The branch of an `mc:AlternateContent` to be read: the first choice with content, else the fallback."""
    fallback = alternate.find(FALLBACK)
    choices = [*alternate.findall(CHOICE), *([fallback] if fallback is not None else [])]
    wanted = (w("t"), w("p"), w("tbl"), w("txbxContent"), m("t"))
    for branch in choices:
        if next(branch.iter(*wanted), None) is not None:
            return branch
    return choices[0] if choices else None
