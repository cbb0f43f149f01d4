"""Words of the language: root words with the usual prefixes and suffixes, and misspellings told from them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pipeline.normalise.kamus import muat_kamus

_AKHIRAN = ("", "nya", "kan", "an", "i", "kannya", "annya", "inya", "isasi", "wan", "is")
# prefix and the letter that it swallows: peng-, "kelola" -> "pengelola"
_AWALAN = (
    ("", ""),
    ("me", ""),
    ("mem", ""),
    ("mem", "p"),
    ("men", ""),
    ("men", "t"),
    ("meng", ""),
    ("meng", "k"),
    ("menge", ""),
    ("meny", "s"),
    ("pe", ""),
    ("pem", ""),
    ("pem", "p"),
    ("pen", ""),
    ("pen", "t"),
    ("peng", ""),
    ("peng", "k"),
    ("penge", ""),
    ("peny", "s"),
    ("per", ""),
    ("ber", ""),
    ("be", ""),
    ("ter", ""),
    ("te", ""),
    ("di", ""),
    ("ke", ""),
    ("se", ""),
    ("memper", ""),
    ("diper", ""),
    ("member", ""),
    ("pember", ""),
    ("pemer", ""),
    ("ketidak", ""),
    ("keter", ""),
    ("keber", ""),
    ("berke", ""),
    ("pra", ""),
    ("non", ""),
    ("antar", ""),
    ("sub", ""),
)
_AKAR_TERPENDEK = 3


def _akar(kata: str) -> Iterator[str]:
    for akhiran in _AKHIRAN:
        if not kata.endswith(akhiran):
            continue
        batang = kata[: len(kata) - len(akhiran)]
        for awalan, luluh in _AWALAN:
            if batang.startswith(awalan):
                yield luluh + batang[len(awalan) :]


@lru_cache(maxsize=8192)
def dikenal(kata: str) -> bool:
    """Whether the word is a root of the dictionary or is built from one.

    Source: Kamus Besar Bahasa Indonesia, rules of affixes; the roots are those of `schemas/kamus/kata.csv`.
    """
    roots = muat_kamus().kata
    return any(len(akar) >= _AKAR_TERPENDEK and akar in roots for akar in _akar(kata))


@lru_cache(maxsize=8192)
def akar(kata: str) -> str:
    """The root that a word is built from, the shortest of four letters and more; the word itself where none is known.

    Words of one root are one here (`pelatihan`, `dilatih`), even where their meanings differ (`usaha`, `perusahaan`).
    """
    roots = muat_kamus().kata
    found = {item for item in _akar(kata) if item in roots and len(item) >= _AKAR_TERPENDEK}
    panjang = [item for item in found if len(item) > _AKAR_TERPENDEK]
    return min(panjang or found or {kata}, key=lambda item: (len(item), item))
