"""Names too alike to say of either that the other document lacks it: most words in common, or one abbreviates. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.link.sosok import Sosok
from pipeline.normalise.nama.urai import Nama

_TERPENDEK = 2
_TERPANJANG = 6
_SEPARUH = 2
_SAMBUNG = frozenset(("dan", "yang", "di", "ke", "dari", "pada", "dengan", "atau", "untuk", "oleh"))


def mirip(a: Sosok, b: Sosok) -> bool:
    """Whether two indicators, of which neither was found in the other document, may be one under another name."""
    if a.baku and b.baku and a.baku != b.baku:
        return False
    return any(_mirip(x, y) for x in (*a.nama, *a.dahulu) for y in (*b.nama, *b.dahulu))


def _mirip(a: Nama, b: Nama) -> bool:
    kata_a, kata_b = _mekar(a, b.kata), _mekar(b, a.kata)
    return _sebagian_besar(kata_a, kata_b) or _sebagian_besar(a.akar, b.akar)


def _sebagian_besar(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether more than half of the fewer words are in both."""
    return _SEPARUH * len(a & b) > min(len(a), len(b))


def _mekar(nama: Nama, lain: Sequence[str]) -> frozenset[str]:
    """The content words of a name, those that abbreviate words of another name spelled out by these."""
    words: set[str] = set()
    for word in nama.himpunan:
        words.update(_kepanjangan(word, lain) or (word,))
    return frozenset(words)


def _kepanjangan(singkatan: str, lain: Sequence[str]) -> tuple[str, ...]:
    """The words, one behind the other, whose first letters an abbreviation consists of; () without."""
    if not singkatan.isalpha() or not _TERPENDEK <= len(singkatan) <= _TERPANJANG or singkatan in lain:
        return ()
    words = [word for word in lain if word not in _SAMBUNG]
    for at in range(len(words) - len(singkatan) + 1):
        part = words[at : at + len(singkatan)]
        if "".join(word[0] for word in part) == singkatan:
            return tuple(part)
    return ()
