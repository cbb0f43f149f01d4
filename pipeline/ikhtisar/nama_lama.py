"""Former names that a label gives in brackets: `Persentase A (semula: Jumlah B)`. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SEMULA = re.compile(
    r"\s*[(\[]\s*(?:(?:nama\s+)?(?:semula|sebelum(?:nya)?|dahulu(?:nya)?|dulu(?:nya)?|awalnya|lama)|d/h)\b\s*"
    r"(?:bernama|berbunyi|disebut|adalah)?\s*[:=]?\s*(?P<nama>[^()\[\]]+(?:[(\[][^()\[\]]*[)\]][^()\[\]]*)?)[)\]]",
    re.IGNORECASE,
)
_BUKAN_NAMA = re.compile(
    r"^\W*(?:\d|(?:sebesar|senilai|sebanyak|sejumlah|target|realisasi|capaian|tahun|satuan|dalam|di|pada|menurut)\b)",
    re.IGNORECASE,
)
_KUTIP = " \"'“”‘’.,;"
_TERPENDEK = 2


def pisah_nama_lama(labels: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names without their notes, and the former names that the notes give, each once and in order."""
    nama: dict[str, None] = {}
    lama: dict[str, None] = {}
    for label in labels:
        match = _SEMULA.search(label)
        isi = match["nama"].strip(_KUTIP) if match is not None else ""
        sisa = " ".join(_SEMULA.sub("", label, count=1).split())
        if len(isi.split()) < _TERPENDEK or _BUKAN_NAMA.match(isi) or not sisa:
            nama[label] = None
        else:
            nama[sisa] = None
            lama[" ".join(isi.split())] = None
    return tuple(nama), tuple(lama)
