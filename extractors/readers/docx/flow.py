"""Paragraphs and tables of a container in document order, whatever wraps them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from extractors.readers.docx.names import ALTERNATE, chosen, elements, w

P = w("p")
TBL = w("tbl")
CHUNK = w("altChunk")
_LEAVES = frozenset({P, TBL, CHUNK})
_WRAPPERS = frozenset({w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo"), w("smartTag")})


def flow(container: Element) -> Iterator[Element]:
    """The `w:p`, `w:tbl` and `w:altChunk` of a body, cell, note or text box, also inside content controls."""
    return within(container, _LEAVES)


def within(container: Element, wanted: frozenset[str]) -> Iterator[Element]:
    """Children with a wanted tag, also inside content controls and other wrappers, not inside each other."""
    for child in elements(container):
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from within(child, wanted)
        elif child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from within(branch, wanted)
