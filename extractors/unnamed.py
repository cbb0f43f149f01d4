"""Tables that measure one indicator without naming it in a column: named by their caption, else by their heading.

The name has to be that of an indicator which another table of the document names in a column of its own, and nothing
else may be said beside it (another area, a part of the year): such a table would measure something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from schemas.extraction import TabelTerpetakan
from schemas.kinerja import Part

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"^\W*(?:tabel\s+)?(?:(?:\d+|[ivx]+|[a-z])(?:[.\-]\w{1,4})*[.):]?\s)?", re.IGNORECASE)
_NEUTRAL = frozenset(
    {
        "tabel", "target", "realisasi", "capaian", "pencapaian", "kinerja", "indikator", "iku", "utama", "sasaran",
        "strategis", "hasil", "pengukuran", "analisis", "dan", "serta", "tahun", "untuk", "pada", "atas",
    }
)  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")
_MEASURED = frozenset({Part.TARGET, Part.REALISASI})
_MIN_WORDS = 2

Words = tuple[str, ...]


def indicator_names(tabel: Iterable[TabelTerpetakan]) -> dict[Words, str]:
    """Labels of the rows that measure something, by their words."""
    rows = (baris for one in tabel for baris in one.baris)
    labels = (baris.label for baris in rows if {isi.part for isi in baris.isi} & _MEASURED)
    return {words: label for label in labels if len(words := _words(label)) >= _MIN_WORDS}


def name_of(caption: str | None, headings: Iterable[str], known: dict[Words, str]) -> str | None:
    """The one indicator that the caption names; where it names none, that of the nearest heading."""
    texts = [*([caption] if caption else []), *list(headings)[-1:]]
    for text in texts:
        words = _words(_NUMBER.sub("", text, count=1))
        found = [name for name in known if _without(words, name) is not None]
        longest = max(found, key=len, default=None)
        rest = words if longest is None else _without(words, longest)
        if rest is None or any(word not in _NEUTRAL and not _YEAR.fullmatch(word) for word in rest):
            return None
        if longest is not None:
            return known[longest]
    return None


def _words(text: str) -> Words:
    return tuple(word.casefold() for word in _WORD.findall(text))


def _without(words: Words, name: Words) -> Words | None:
    """The words without a name that stands among them; None where it does not."""
    size = len(name)
    starts = (k for k in range(len(words) - size + 1) if words[k : k + size] == name)
    return next((words[:k] + words[k + size :] for k in starts), None)
