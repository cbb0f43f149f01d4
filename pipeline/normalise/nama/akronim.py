"""Acronyms: what a bracket of a name says that one stands for, and whether letters abbreviate words. Pure.

`Unit Pengolahan Ikan (UPI)`, `UPI (Unit Pengolahan Ikan)` and `sertifikat UPI ... (unit pengolahan ikan)` all say
what UPI is. Such a name is read as if the long form stood there alone, and any name that it is compared with as if
it had the long form for the same acronym, whatever that acronym stands for elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.normalise.kata.kosakata import dikenal
from pipeline.normalise.satuan import kenali_satuan

_KURUNG = re.compile(r"[(\[]([^()\[\]]*)(?:[)\]]|$)")
_KATA = re.compile(r"[a-z][a-z0-9]*|\d+")
_PENDEK = re.compile(r"[a-z0-9]+(?:[ -][a-z0-9]+)?")
_ANGKA_ULANG = re.compile(r"([a-z])([2-4])")
_TIPIS = frozenset(("dan", "yang", "di", "pada", "untuk", "dengan", "atau", "ke", "dari", "and", "of", "the", "for"))
_SERUPA = str.maketrans({"l": "i", "1": "i"})
_BER = "ber"
# units of these are as often what is counted (`kartu keluarga (KK)`)
_ORANG = "orang"
_TERPENDEK = 2
_TERPANJANG = 12
_KATA_TERBANYAK = 12
_SUKU = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Definisi:
    """What a name says that an acronym stands for: `pendek` its parts, `panjang` the long form, both folded."""

    pendek: tuple[str, ...]
    panjang: str

    def pola(self) -> re.Pattern[str]:
        """Finds the acronym as a word of its own, however its parts are joined."""
        return re.compile(rf"(?<![a-z0-9]){'[ -]?'.join(map(re.escape, self.pendek))}(?![a-z0-9])")


def definisi(plain: str) -> tuple[Definisi, ...]:
    """The acronyms that brackets of a folded name explain, or that explain what stands before them."""
    found: list[Definisi] = []
    for match in _KURUNG.finditer(plain):
        isi, sebelum = match[1].strip(), _KATA.findall(plain[: match.start()])
        if _PENDEK.fullmatch(isi):
            found += _dari_pendek(tuple(_KATA.findall(isi)), sebelum)
        else:
            luar = sebelum[::-1] + _KATA.findall(plain[match.end() :])
            found += _dari_panjang(isi, luar)
    return tuple(dict.fromkeys(found))


def _dari_pendek(pendek: tuple[str, ...], sebelum: Sequence[str]) -> list[Definisi]:
    huruf = "".join(pendek)
    if not _TERPENDEK <= len(huruf) <= _TERPANJANG or huruf.isdigit() or (len(pendek) == 1 and dikenal(huruf)):
        return []
    satuan = kenali_satuan(huruf)
    if satuan and satuan.kelas != _ORANG:
        return []
    awal = {"i", "l"} if huruf[0] in "il" else {huruf[0]}
    for size in range(_TERPENDEK, min(len(sebelum), _KATA_TERBANYAK) + 1):
        ekor = sebelum[-size:]
        mulai = ekor[0] not in _TIPIS and (_tanpa_ber(ekor[0])[0] in awal or huruf[: _SUKU + 1] in ekor[0])
        if mulai and _menguraikan(pendek, ekor):
            return [Definisi(pendek=pendek, panjang=" ".join(ekor))]
    return []


def _dari_panjang(isi: str, luar: Sequence[str]) -> list[Definisi]:
    words = _KATA.findall(isi)
    if not _TERPENDEK <= len(words) <= _KATA_TERBANYAK:
        return []
    token = next((item for item in luar if len(item) >= _TERPENDEK and _inisial(item, words)), "")
    return [Definisi(pendek=(token,), panjang=" ".join(words))] if token else []


def terapkan(plain: str, daftar: Iterable[Definisi]) -> str:
    """A folded name without the brackets that only explain acronyms, and with the long form for each of them."""
    for item in daftar:
        pola = item.pola()
        tanpa = _KURUNG.sub(lambda match: " " if _sekadar(match[1], item) else match[0], plain)  # noqa: B023
        plain = " ".join(pola.sub(f" {item.panjang} ", tanpa).split())
    return plain


def _sekadar(isi: str, item: Definisi) -> bool:
    words = _KATA.findall(isi)
    return "".join(words) == "".join(item.pendek) or " ".join(words) == item.panjang


def _menguraikan(pendek: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the parts of an acronym stand, one after the other, for all of the words."""
    if not pendek:
        return not words
    if not words:
        return False
    if len(pendek) > 1 and pendek[0] == words[0]:
        return _menguraikan(pendek[1:], words[1:])
    if len(pendek) > 1 and _inisial("".join(pendek), words):
        return True
    return any(
        _sebagian(pendek[0], words[:size]) and _menguraikan(pendek[1:], words[size:])
        for size in range(_TERPENDEK, len(words) + 1)
    )


def _sebagian(singkatan: str, words: Sequence[str]) -> bool:
    isi = [word for word in words if word not in _TIPIS]
    return _inisial(singkatan, words) or (len(isi) >= _TERPENDEK and (menyingkat(singkatan, isi)))


def _inisial(singkatan: str, words: Sequence[str]) -> bool:
    """Whether letters are the first ones of the words, joining words counted or not; `p2` stands for `pp`."""
    huruf = uraikan_angka(singkatan).translate(_SERUPA)
    isi = [word for word in words if word not in _TIPIS]
    return any(
        len(group) >= _TERPENDEK and huruf == "".join(word[0] for word in group).translate(_SERUPA)
        for group in (isi, list(words), [_tanpa_ber(word) for word in isi])
    )


def uraikan_angka(singkatan: str) -> str:
    """An acronym with the letters that a figure repeats (`k3`, `lp2b`) written out."""
    return _ANGKA_ULANG.sub(lambda match: match[1] * int(match[2]), singkatan)


def _tanpa_ber(word: str) -> str:
    return word[len(_BER) :] if word.startswith(_BER) and len(word) > len(_BER) + _TERPENDEK else word


def menyingkat(singkatan: str, words: Sequence[str]) -> bool:
    """Whether a short word is made of the first letters, or of a syllable, of each of some words, in order."""
    if uraikan_angka(singkatan) == "".join(word[0] for word in words):
        return True
    return len(words) * _SUKU <= len(singkatan) and _bersuku(singkatan, words)


def _bersuku(singkatan: str, words: Sequence[str]) -> bool:
    """Whether the pieces of a short word begin or end a word each, or are three letters of it and more (`naker`)."""
    if not words:
        return not singkatan
    return any(
        _suku(singkatan[:size], words[0]) and _bersuku(singkatan[size:], words[1:])
        for size in range(_SUKU, len(singkatan) - _SUKU * (len(words) - 1) + 1)
    )


def _suku(potongan: str, word: str) -> bool:
    if word.startswith(potongan):
        return True
    if word.endswith(potongan):
        return not dikenal(potongan)
    return len(potongan) > _SUKU and potongan in word
