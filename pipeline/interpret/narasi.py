"""Sentences to values: every claim gets its number; rows and judgements are still open."""

from __future__ import annotations

from pipeline.angka_id import parse_angka
from schemas.narasi import Kalimat, KalimatTeks, Klaim


def read_kalimat(teks: KalimatTeks) -> Kalimat:
    """The sentence with the numbers of its claims; a text that is no number keeps its kind (`MALFORMED`, `TEXT`)."""
    return Kalimat(teks=teks, klaim=tuple(Klaim(teks=klaim, angka=parse_angka(klaim.angka)) for klaim in teks.klaim))
