"""Classes of performance in a sentence: behind a word for class, in quotes or capitals, in brackets behind a value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractors.narasi.vonis.kata import (
    ISI_KELAS,
    ISYARAT_CAPAIAN,
    ISYARAT_KELAS,
    ISYARAT_NILAI,
    KELAS_DASAR,
    KELAS_DEPAN,
    KUTIP_BUKA,
    KUTIP_TUTUP,
    PENUNJUK,
    SETELAH_KELAS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

BILANGAN = re.compile(r"\d+(?:[.,]\d+)*$")
_PANJANG = 3
_TERPENDEK = 3
_ISI = 4


def find_classes(doc: Doc, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Token spans of the classes, without quotes and brackets."""
    last = 0
    for urut in range(len(words)):
        span = _at(doc, words, urut) if urut >= last else None
        if span is not None:
            last = span[1]
            yield span


def _at(doc: Doc, words: Sequence[str], urut: int) -> tuple[int, int] | None:
    """The class that begins behind a cue at this token."""
    word = words[urut]
    if word in ISYARAT_KELAS:
        return _whole(words, _behind_cue(doc, words, urut + 1))
    if word in ISYARAT_NILAI:
        return _ending(words, _known(words, _skip_quote(words, urut + 1)))
    if word in ISYARAT_CAPAIAN and urut and words[urut - 1] in PENUNJUK:
        return _known(words, _skip_quote(words, urut + 1))
    if word == "(" and _value_before(words, urut):
        start = _skip_quote(words, urut + 1)
        span = _known(words, start)
        return span if span is not None and words[span[1] : span[1] + 1] and words[span[1]] in KUTIP_TUTUP else None
    return None


def _whole(words: Sequence[str], span: tuple[int, int] | None) -> tuple[int, int] | None:
    """The class, unless it ends in a word of degree whose adjective is unknown (`cukup mandiri`)."""
    if span is None or words[span[1] - 1] not in KELAS_DEPAN or span[1] >= len(words):
        return span
    after = words[span[1]]
    return None if after.isalpha() and after not in SETELAH_KELAS else span


def _ending(words: Sequence[str], span: tuple[int, int] | None) -> tuple[int, int] | None:
    """The class where its clause ends with it or goes on with a joining word."""
    if span is None or span[1] >= len(words):
        return span
    after = words[span[1]]
    return span if not after.isalpha() or after in SETELAH_KELAS else None


def _behind_cue(doc: Doc, words: Sequence[str], urut: int) -> tuple[int, int] | None:
    """A known class behind a cue, or whatever stands there in quotes or capitals."""
    for _ in range(_ISI):
        if urut < len(words) and (words[urut] in ISI_KELAS or words[urut] in ISYARAT_KELAS):
            urut += 1
    quoted = urut < len(words) and words[urut] in KUTIP_BUKA
    start = _skip_quote(words, urut)
    span = _known(words, start)
    return span or (_quoted(words, start) if quoted else None) or _capitals(doc, start)


def _skip_quote(words: Sequence[str], urut: int) -> int:
    while urut < len(words) and words[urut] in KUTIP_BUKA:
        urut += 1
    return urut


def _known(words: Sequence[str], start: int) -> tuple[int, int] | None:
    """Words of a class: `sangat baik`, `cukup`, `sangat kurang baik`."""
    end = start
    while end < len(words) and end - start < _PANJANG - 1 and words[end] in KELAS_DEPAN:
        end += 1
    if end < len(words) and words[end] in KELAS_DASAR:
        return start, end + 1
    return (start, end) if end > start and words[end - 1] in KELAS_DASAR else None


def _quoted(words: Sequence[str], start: int) -> tuple[int, int] | None:
    end = start
    while end < len(words) and end - start < _PANJANG and words[end].replace("-", "").isalpha():
        end += 1
    closed = start < end < len(words) and words[end] in KUTIP_TUTUP
    return (start, end) if closed and len(words[start]) >= _TERPENDEK else None


def _capitals(doc: Doc, start: int) -> tuple[int, int] | None:
    end = start
    while end < len(doc) and end - start < _PANJANG and _capital(doc[end].text):
        end += 1
    return (start, end) if end > start else None


def _capital(word: str) -> bool:
    return word.isalpha() and word.isupper() and len(word) >= _TERPENDEK


def _value_before(words: Sequence[str], urut: int) -> bool:
    """Whether a number stands before an opening bracket."""
    before = words[max(urut - 2, 0) : urut]
    return bool(before) and (
        bool(BILANGAN.match(before[-1])) or (before[-1] in ("%", "persen") and bool(BILANGAN.match(before[0])))
    )
