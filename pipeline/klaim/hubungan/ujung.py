"""Levels that a change starts from, or that others are held against: it does not end there."""

from __future__ import annotations

import re

from pipeline.klaim.hubungan.operan import Operan, sebelum
from schemas.narasi import Kalimat

_ISI = (
    r"(?:\s*(?:dengan|realisasi|capaian|kondisi|posisi|angka|nilai|pada|tahun|thn|(?:19|20)\d\d|lalu|sebelumnya|masa|"
    r"yang|sebesar|sebanyak|sejumlah|mencapai|tercatat|hanya|yaitu|yakni|rp\.?|[(:])(?![^\W_]))*\s*$"
)
"""Words that may stand between a word of comparison and the level it brings in."""
_ASAL = re.compile(
    r"\b(?<!terdiri )(?:dari(?:pada)?|(?:di)?banding(?:kan|an)?|terhadap|di\s?atas|di\s?bawah|melampaui|melebihi)"
    + _ISI
)
_DIHADAPKAN = re.compile(
    r"\b(?:di\s?atas|di\s?bawah|melampaui|melebihi|mendekati|menyamai|melewati|padahal|sejak|"
    r"(?:lebih|ter)\s*(?:tinggi|rendah|besar|kecil|banyak|sedikit|baik|buruk)\s+(?:dari(?:pada)?|dibanding\w*|sejak))"
    + _ISI
)
_SELA = re.compile(r"[,;]|\b(?:dan|serta|tetapi|tapi|namun|bahkan|juga|masih)\b")


def diasalkan(kalimat: Kalimat, tingkat: Operan) -> bool:
    """Whether something is measured from a level, or held against it ("dari tahun 2031 sebesar …")."""
    return bool(_ASAL.search(sebelum(kalimat, tingkat)))


def ujung_lain(kalimat: Kalimat, lama: Operan, baru: Operan, awal: int, akhir: int) -> bool:
    """Whether a change at the positions [awal, akhir] cannot lead from an older level to a newer one.

    So it is in "naik d dari a tahun Y2 dan di atas b tahun Y1": both levels are what others are held against, and where
    the change ends is not printed there.
    """
    if diasalkan(kalimat, baru):
        return True
    lawan = _DIHADAPKAN.search(sebelum(kalimat, lama))
    if lawan is None or lama.posisi == awal - 1:
        return False
    return lama.posisi != akhir + 1 or bool(_SELA.search(sebelum(kalimat, lama)[: lawan.start()]))
