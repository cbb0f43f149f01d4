"""Names that share one verdict: `indikator yang memenuhi target adalah A, B dan C`, `A, B dan C memenuhi target`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.klaim.nama.kalimat import Sebut

_RELATIF = re.compile(r"\byang\s+(?:(?:telah|sudah|berhasil|mampu|dapat|juga|masih)\s+)*$", re.IGNORECASE)
_KOPULA = re.compile(
    r"\s*(?:target(?:nya)?\s+)?(?:kinerja\s+)?(?:yang\s+(?:telah\s+)?(?:ditetapkan|ditentukan|diperjanjikan)\s+)?"
    r"(?:(?:pada\s+|di\s+)?tahun\s+\d{4}\s+|tahun\s+ini\s+)?"
    r"(?::|(?:adalah|ialah|yaitu|yakni|meliputi|mencakup|antara\s+lain|terdiri\s+(?:dari|atas))\b\s*:?)\s*",
    re.IGNORECASE,
)
_SELA = re.compile(
    r"\s*(?:\([^()]*\))?\s*(?:[,/&]|\bdan\b|\bserta\b|\bmaupun\b|\bjuga\b|\s)+(?:indikator\s+)?", re.IGNORECASE
)
_PISAH_DEPAN = re.compile(
    r"(?:[,:;]|\bdan|\bserta|\bmaupun|\b(?:\d{1,2}|[a-h])[.)]|\((?:\d{1,2}|[a-h])\)|^)\s*(?:indikator\s+)?[“\"']?$",
    re.IGNORECASE,
)
_PISAH_BELAKANG = re.compile(r"[”\"']?\s*(?:\([^()]*\))?\s*(?:[.,;]|$|\bdan\b|\bserta\b|\bmaupun\b)", re.IGNORECASE)
_HENTI = re.compile(
    r";|\.\s|\b(?:adapun|sedangkan|sementara|namun|tetapi|tapi|kecuali|selain|karena|dikarenakan|disebabkan|sebab|akibat"
    r"|sehingga|maka|berkat|dimana|di\s+mana|hal\s+(?:ini|itu|tersebut)|yang\s+(?:telah|sudah|belum|tidak|masih)"
    r"|untuk|bukan)\b",
    re.IGNORECASE,
)
_KLAUSA = re.compile(r";|,?\s*\b(?:sedangkan|sementara(?:\s+itu)?|adapun|namun|tetapi)\b", re.IGNORECASE)


def kopula(text: str, mulai: int, akhir: int) -> int | None:
    """Where the names begin that a relative verdict is given to; None for a verdict of another form.

    Args:
        text: the sentence.
        mulai: where the verdict begins in it.
        akhir: where it ends.
    """
    if not _RELATIF.search(text, 0, mulai):
        return None
    match = _KOPULA.match(text, akhir)
    return None if match is None else match.end()


def anggota(text: str, mulai: int, nama: Sequence[Sebut]) -> tuple[Sebut, ...]:
    """The names that are whole members of a list that begins there; unknown members are passed over."""
    henti = _HENTI.search(text, mulai)
    batas = len(text) if henti is None else henti.start()
    return tuple(item for item in nama if mulai <= item.mulai and item.akhir <= batas and _utuh(text, mulai, item))


def _utuh(text: str, mulai: int, item: Sebut) -> bool:
    depan = text[mulai : item.mulai]
    return bool(_PISAH_DEPAN.search(depan)) and bool(_PISAH_BELAKANG.match(text, item.akhir))


def deret(text: str, nama: Sequence[Sebut]) -> bool:
    """Whether nothing but commas and joining words stands between these names."""
    return all(_SELA.fullmatch(text, a.akhir, b.mulai) for a, b in pairwise(nama))


def awal_klausa(text: str, batas: int) -> int:
    """Where the clause begins that a place stands in: behind the last joining word of contrast or semicolon."""
    return max((match.end() for match in _KLAUSA.finditer(text, 0, batas)), default=0)


def terpisah(text: str, nama: Sequence[Sebut], batas: int) -> Sequence[Sebut]:
    """The names behind the last clause mark before a place; behind the last semicolon where that clause has none."""
    for tanda in (awal_klausa(text, batas), text.rfind(";", 0, batas) + 1):
        sesudah = [item for item in nama if item.mulai >= tanda]
        if sesudah:
            return sesudah
    return ()
