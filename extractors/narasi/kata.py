"""The words of a sentence as plain lists: asking spaCy for each property of each token would cost most of the time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.narasi.ejaan import canonical

if TYPE_CHECKING:
    from spacy.tokens import Doc


def word_set(words: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(words.split())


BULAN = word_set(
    "januari februari pebruari maret april mei juni juli agustus september oktober november nopember desember"
)
"""Names of the months."""

_BILANGAN = re.compile(r"\d+(?:[.,]\d+)*")
_TAHUN = re.compile(r"(?:19|20)\d\d")
_KLAUSA = word_set("; sedangkan sementara namun tetapi ▪ • ➢ ✓ ● ○ \uf0b7 \uf0d8 \uf0fc \uf076")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kata:
    """Words of a sentence; all lists are of one length.

    Attributes:
        teks: as printed; `kecil`: in lower case, slips of key words mended.
        spasi: whether a blank follows.
        idx: offset of the first character.
        angka: whether it is a number (digits with separators).
        klausa: number of its clause.
        kurung: depth of the brackets it stands in, the brackets themselves included.
    """

    teks: list[str]
    kecil: list[str]
    spasi: list[bool]
    idx: list[int]
    angka: list[bool]
    klausa: list[int]
    kurung: list[int]

    def __len__(self) -> int:
        return len(self.teks)

    def at(self, i: int) -> str:
        """Word in lower case, "" outside the sentence."""
        return self.kecil[i] if 0 <= i < len(self.kecil) else ""

    def is_number(self, i: int) -> bool:
        """Whether the word is a number; False outside the sentence."""
        return 0 <= i < len(self.angka) and self.angka[i]

    def is_year(self, i: int) -> bool:
        """Whether the word has the form of a year."""
        return self.is_number(i) and _TAHUN.fullmatch(self.teks[i]) is not None

    def glued(self, i: int) -> bool:
        """Whether word i touches the one before it."""
        return 0 < i < len(self.spasi) and not self.spasi[i - 1]

    def end(self, i: int) -> int:
        """Offset behind the last character of word i."""
        return self.idx[i] + len(self.teks[i])


def read_words(doc: Doc) -> Kata:
    """The words of a sentence with clauses and brackets counted; tokens of blanks are left out."""
    tokens = [token for token in doc if not token.text.isspace()]
    teks = [token.text for token in tokens]
    spasi = [bool(token.whitespace_) for token in tokens]
    return _kata(teks, spasi, [token.idx for token in tokens])


def _kata(teks: list[str], spasi: list[bool], idx: list[int]) -> Kata:
    kecil = [canonical(text.lower()) for text in teks]
    return Kata(
        teks=teks,
        kecil=kecil,
        spasi=spasi,
        idx=idx,
        angka=[text[0].isdigit() and _BILANGAN.fullmatch(text) is not None for text in teks],
        klausa=_clauses(teks, kecil, spasi),
        kurung=_depths(kecil),
    )


def _clauses(teks: list[str], kecil: list[str], spasi: list[bool]) -> list[int]:
    counts, clause = [], 0
    for i, word in enumerate(kecil):
        if i and (word in _KLAUSA or _is_stop(teks, spasi, i)):
            clause += 1
        counts.append(clause)
    return counts


def _is_stop(teks: list[str], spasi: list[bool], i: int) -> bool:
    """Whether a full stop ends a sentence inside the text."""
    return teks[i] == "." and i + 1 < len(teks) and spasi[i] and teks[i + 1][0].isupper()


def _depths(kecil: list[str]) -> list[int]:
    depths, depth = [], 0
    for word in kecil:
        depth += word == "("
        depths.append(depth)
        depth -= word == ")" and depth > 0
    return depths
