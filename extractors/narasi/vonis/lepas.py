"""The one class of a sentence that states a capaian, without a word for class before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractors.narasi.vonis.kata import (
    BATAS,
    ISYARAT_KELAS,
    KELAS_DASAR,
    KELAS_DEPAN,
    KUTIP_BUKA,
    KUTIP_TUTUP,
    PENGANTAR_KELAS,
    SETELAH_KELAS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CAPAIAN = re.compile(r"\b(?:pen)?capaian\w*", re.IGNORECASE)
_PERSEN = re.compile(r"\d\s*(?:%|persen\b)", re.IGNORECASE)
_KUTIP = KUTIP_BUKA - {"("}

_Rentang = tuple[int, int]


def find_loose(doc: Doc, words: Sequence[str], taken: Sequence[_Rentang]) -> _Rentang | None:
    """Tokens of the only class phrase; None without a capaian in per cent, and where two phrases may be it.

    Args:
        doc: tokens of the sentence.
        words: the same in lower case.
        taken: tokens of verdicts.
    """
    if not (_CAPAIAN.search(doc.text) and _PERSEN.search(doc.text)):
        return None
    found = [span for span in _phrases(words) if not any(a < span[1] and span[0] < b for a, b in taken)]
    sure = [span for span in found if _marked(doc, words, *span)]
    return sure[0] if len(sure) == 1 else None


def _phrases(words: Sequence[str]) -> Iterator[_Rentang]:
    """Runs of words of degree with a word of quality at the end."""
    urut = 0
    while urut < len(words):
        start = urut
        while urut < len(words) and words[urut] in KELAS_DEPAN | KELAS_DASAR:
            urut += 1
        if urut > start and words[urut - 1] in KELAS_DASAR:
            yield start, urut
        urut = max(urut, start + 1)


def _marked(doc: Doc, words: Sequence[str], mulai: int, akhir: int) -> bool:
    """Whether quotes, capitals inside the sentence, or a joining word mark the phrase as a class."""
    before = words[mulai - 1] if mulai else ""
    after = words[akhir] if akhir < len(words) else "."
    if before in _KUTIP and after in KUTIP_TUTUP:
        return True
    ends = not after.isalpha() or after in SETELAH_KELAS
    if before in PENGANTAR_KELAS and ends:
        return True
    return mulai > 0 and _capital(doc, mulai, akhir) and _alone(doc, words, mulai, akhir)


def _capital(doc: Doc, mulai: int, akhir: int) -> bool:
    return all(doc[urut].text[0].isupper() for urut in range(mulai, akhir))


def _alone(doc: Doc, words: Sequence[str], mulai: int, akhir: int) -> bool:
    """Whether no capital stands beside it, which would make it part of a name (`Gizi Baik`)."""
    depan, awal = doc[mulai - 1].text, words[mulai - 1]
    belakang = doc[akhir].text if akhir < len(doc) else ""
    kiri = depan[0].isupper() and awal not in ISYARAT_KELAS | PENGANTAR_KELAS
    return awal not in BATAS - {",", ":"} and not kiri and not belakang[:1].isupper()
