"""Indonesian number words: exact, or nothing."""

from __future__ import annotations

import re

_ANGKA = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SATUAN = {kata: nilai for nilai, kata in enumerate(_ANGKA)}
_SINGKAT = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000, "sejuta": 1_000_000}
_TINGKAT = {"ribu": 1_000, "juta": 1_000_000, "miliar": 1_000_000_000, "milyar": 1_000_000_000, "triliun": 10**12}
_AKHIRAN = ("puluh", "belas", "ratus")


def baca_terbilang(teks: str) -> int | None:
    """The whole number that words stand for ("dua puluh satu" is 21); None when any word is unknown or out of place."""
    kata = _kata(re.sub(r"\b(?:rupiah|rp|koma nol nol)\b", " ", teks.lower()))
    if not kata:
        return None
    if kata == ["nol"]:
        return 0
    jumlah, batas, kumpulan = 0, 10**15, []
    for item in kata:
        if item not in _TINGKAT:
            kumpulan.append(item)
            continue
        tingkat = _TINGKAT[item]
        banyak = _ratusan(kumpulan)
        if banyak is None or tingkat >= batas:
            return None
        jumlah, batas, kumpulan = jumlah + banyak * tingkat, tingkat, []
    if not kumpulan:
        return jumlah
    sisa = _ratusan(kumpulan)
    return None if sisa is None or sisa >= batas else jumlah + sisa


def _kata(teks: str) -> list[str]:
    """The words, with those taken apart that are printed as one: duapuluh, sembilanbelas, seribu."""
    kata: list[str] = []
    for item in re.findall(r"[^\W\d_]+", teks.lower()):
        akhiran = next((a for a in _AKHIRAN if item.endswith(a) and item[: -len(a)] in _SATUAN), None)
        if akhiran:
            kata += [item[: -len(akhiran)], akhiran]
        elif item in ("seribu", "sejuta"):
            kata += ["satu", item[2:]]
        else:
            kata.append(item)
    return kata


def _ratusan(kata: list[str]) -> int | None:
    """A number below a thousand."""
    jumlah, sisa = 0, list(kata)
    if sisa[:1] == ["seratus"]:
        jumlah, sisa = 100, sisa[1:]
    elif len(sisa) > 1 and sisa[1] == "ratus" and _SATUAN.get(sisa[0], 0) > 0:
        jumlah, sisa = _SATUAN[sisa[0]] * 100, sisa[2:]
    if not sisa:
        return jumlah or None
    bawah = _puluhan(sisa)
    return None if bawah is None else jumlah + bawah


def _puluhan(kata: list[str]) -> int | None:
    """A number from 1 to 99."""
    if len(kata) == 1:
        return _SINGKAT.get(kata[0]) if kata[0] in ("sepuluh", "sebelas") else _SATUAN.get(kata[0]) or None
    depan = _SATUAN.get(kata[0], 0)
    if kata[1:] == ["belas"] and depan > 1:
        return 10 + depan
    if kata[1] != "puluh" or depan < 2 or len(kata) > 3:
        return None
    satuan = _SATUAN.get(kata[2], 0) if len(kata) == 3 else 0
    return None if len(kata) == 3 and not satuan else depan * 10 + satuan
