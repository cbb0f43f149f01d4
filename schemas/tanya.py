"""Names that may be one: what a person is asked about."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.provenance import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class TanyaNama:
    """Two names that may be one; a person should say.

    Attributes:
        nama: as printed; calon: the name it may be one with, as the dictionary or the document prints it.
        kode: code of the dictionary, or identity in the document, of `calon`.
        skor: 0..1; fitur: what the score is made of, each 0..1; alasan: why it is not certain, Indonesian.
        lain, skor_lain: code and score of the runner-up, None without one.
        tempat: where `nama` stands, with the name of its table.
    """

    nama: str
    calon: str
    kode: str
    skor: float
    fitur: tuple[tuple[str, float], ...]
    alasan: str
    lain: str | None = None
    skor_lain: float | None = None
    tempat: tuple[tuple[str, Place], ...] = ()
