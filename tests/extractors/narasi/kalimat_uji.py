"""Claims of a test sentence in a short form that a table of expectations can print."""

from __future__ import annotations

from extractors.narasi.peran.putusan import read_claims
from extractors.narasi.tokenisasi import tokenize
from schemas.narasi import KlaimTeks
from schemas.provenance import DocxPlace


def claims(sentence: str, *, kantor: str = "") -> tuple[KlaimTeks, ...]:
    """Claims of a sentence whose places are its offsets (as block and row)."""
    return read_claims(tokenize(sentence), lambda start, end: DocxPlace(block=start, row=end), kantor=kantor)


def roles(sentence: str) -> list[str]:
    """`peran angka`, with `?` behind a role that is not certain and `@year` where one is said."""
    return [
        f"{klaim.peran}{'' if klaim.tegas else '?'} {klaim.angka}{f' @{klaim.tahun}' if klaim.tahun else ''}"
        for klaim in claims(sentence)
    ]
