"""Whether a report is one of a part of a year: of a quarter, of a month, of the months up to one. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

_JUDUL = re.compile(r"\blaporan\s+(?:\w+\s+){0,5}?kinerja|\bl(?:kj|ak|k)ip\b", re.IGNORECASE)
_BULAN = r"(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|nopember|november)"
_SAMPAI = r"(?:[-–—]|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga)"
_TANGGAL = r"(?:akhir\s+)?(?:bulan\s+)?(?:\d{1,2}\s+)?"
_SETAHUN = re.compile(
    rf"(?:bulan\s+)?(?:\d{{1,2}}\s+)?januari\s*(?:20\d\d\s*)?{_SAMPAI}\s*{_TANGGAL}desember", re.IGNORECASE
)
_PENGGAL = re.compile(
    r"\b(?:tri\s?wulan|tribulan|k[uw]artal|semester|caturwulan|bulanan|interim|TW[.\s-]*(?:I{1,3}|IV|[1-4]))\b"
    rf"|\bbulan\s+{_BULAN}\b|\b{_BULAN}\s*(?:20\d\d\s*)?{_SAMPAI}\s*{_TANGGAL}{_BULAN}\b"
    rf"|\b(?:s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s+{_TANGGAL}{_BULAN}\b",
    re.IGNORECASE,
)
_DEKAT = 5
_KATA_BARIS_JUDUL = 8


def berkala(sampul: Sequence[str]) -> bool:
    """Whether the title on a cover names a part of a year; its date of signature names none.

    Args:
        sampul: lines of the cover. The part stands in the line of the title, in the next one, since titles wrap, or
            begins a short line near it.
    """
    lines = [_SETAHUN.sub(" ", line) for line in sampul]
    for at, line in enumerate(lines):
        berdua = _SETAHUN.sub(" ", " ".join(lines[at : at + 2]))
        if _JUDUL.search(berdua) and _PENGGAL.search(berdua):
            return True
        dekat = (item.strip() for item in lines[at + 1 : at + _DEKAT])
        pendek = (item for item in dekat if len(item.split()) <= _KATA_BARIS_JUDUL)
        if _JUDUL.search(line) and any(_PENGGAL.match(item) for item in pendek):
            return True
    return False
