"""Lines of the flow put together to one text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.keputusan.alir.dokumen import Baris
from schemas.keputusan import Teks
from schemas.provenance import PdfPlace, Place

_CUT = re.compile(r"([^\W\d_]+)-$")
_FREE = re.compile(r"([a-z]+)")
_COMPOUND = frozenset(
    {
        "non",
        "anti",
        "pra",
        "pasca",
        "sub",
        "semi",
        "multi",
        "antar",
        "eks",
        "pro",
        "intra",
        "inter",
        "ultra",
        "mini",
        "e",
    }
)


def as_teks(lines: Sequence[Baris]) -> Teks:
    """The lines (at least one) as one text, with the box around them."""
    return Teks(text=join([line.text for line in lines]), place=around(lines))


def join(texts: Sequence[str]) -> str:
    """Lines joined by spaces; a word cut by a hyphen is whole again."""
    joined = ""
    for text in texts:
        piece = " ".join(text.split())
        if not joined or not piece:
            joined = joined or piece
        elif joined[-1] == "-" and joined[-2:-1].isalnum() and piece[0].isalnum():
            joined = (joined[:-1] if _is_cut(joined, piece) else joined) + piece
        else:
            joined = f"{joined} {piece}"
    return joined


def _is_cut(joined: str, below: str) -> bool:
    """Whether a hyphen parts the syllables of a word, and not two words (`undang-undang`, `non-kumulatif`)."""
    first, second = _CUT.search(joined), _FREE.match(below)
    if first is None or second is None or first[1].isupper():
        return False
    left, right = first[1].lower(), second[1]
    if left in _COMPOUND or right.startswith(left) or left.startswith(right):
        return False
    return not any(right.startswith(left[k:]) for k in range(len(left) - 3))


def around(lines: Sequence[Baris]) -> Place:
    """The box around lines on the page of the first; the place of the first in a Word file."""
    place = lines[0].place
    for line in lines[1:]:
        if isinstance(place, PdfPlace) and isinstance(line.place, PdfPlace) and line.place.page == place.page:
            place = replace(place, bbox=place.bbox.union(line.place.bbox))
    return place
