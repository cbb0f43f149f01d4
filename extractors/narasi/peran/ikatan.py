"""Which cue a number is bound to: the nearest before it that nothing separates from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.narasi.bilangan import Bilangan
from extractors.narasi.isyarat import ARAH, BANDING, BENDA_UBAH, PEMISAH, RINGAN, SEBESAR, Isyarat, Jenis
from extractors.narasi.kata import Kata, word_set
from extractors.narasi.peran.putus import Jendela
from extractors.narasi.waktu import Waktu

_JAUH = 24
"""Words between a cue and `sebesar` at most: the longest names of indicators are about that long."""

_LEPAS = 4
"""Loose words between a cue and its number where no `sebesar` stands."""

_KEPALA = frozenset(
    {Jenis.REALISASI, Jenis.SISA, Jenis.SERAPAN, Jenis.TARGET, Jenis.CAPAIAN, Jenis.CAPAIAN_LEMAH, Jenis.ANGGARAN}
)
_BERUBAH = frozenset({Jenis.NAIK, Jenis.TURUN})
_KERJA = frozenset({Jenis.SAMPAI, Jenis.BELANJA})
_NOMINAL = word_set(
    """
    persentase presentase prosentase tingkat laju angka indeks jumlah rata-rata indikator nilai besaran rasio
    """
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ikatan:
    """A cue with how surely it holds the number: `erat` when only light words stand between."""

    isyarat: Isyarat
    erat: bool


def skipped(kata: Kata, times: Sequence[Waktu], numbers: Sequence[Bilangan]) -> list[bool]:
    """For each token whether it is passed over: times, and brackets that hold no number."""
    skip = [False] * len(kata)
    for waktu in times:
        skip[waktu.awal : waktu.akhir] = [True] * (waktu.akhir - waktu.awal)
    held = {bilangan.inti for bilangan in numbers}
    opened = -1
    for i, word in enumerate(kata.kecil):
        if word == "(":
            opened = i
        elif word == ")" and opened >= 0:
            if held.isdisjoint(range(opened, i)):
                skip[opened : i + 1] = [True] * (i + 1 - opened)
            opened = -1
    return skip


def bind(jendela: Jendela) -> Ikatan | None:
    """The cue that gives the number its role, None when something stands between."""
    near = [cue for cue in jendela.isyarat if jendela.awal <= cue.awal and cue.akhir <= jendela.ujung]
    near = [cue for cue in near if not _is_bound(jendela, cue)]
    if not near:
        return None
    cue = near[-1]
    erat = _reach(jendela, cue)
    if erat is None:
        return None
    return Ikatan(isyarat=_head(jendela, near[:-1], cue) or cue, erat=erat)


def is_nominal(kata: Kata, cue: Isyarat) -> bool:
    """Whether a word of change is part of a name (`persentase peningkatan …`)."""
    return kata.at(cue.awal - 1) in _NOMINAL


def _is_bound(jendela: Jendela, cue: Isyarat) -> bool:
    """`di atas 90%` bounds the number, and is no comparison."""
    above = jendela.kata.kecil[cue.akhir - 1] in ("atas", "bawah", "diatas", "dibawah")
    return above and cue.akhir == jendela.ujung


def _head(jendela: Jendela, before: Sequence[Isyarat], cue: Isyarat) -> Isyarat | None:
    """The cue that rules a weak one behind it: `realisasi … Belanja Modal`, `target peningkatan …`."""
    if cue.jenis in _BERUBAH and jendela.kata.kecil[cue.awal] in BENDA_UBAH:
        named = is_nominal(jendela.kata, cue)
        head = before[-1] if before else None
        touching = head is not None and head.jenis in _KEPALA and cue.awal - head.akhir <= named
        return head if touching else None
    if cue.jenis not in _KERJA:
        return None
    for head in reversed(before):
        if not _reaches_weak(jendela, head, cue):
            return None
        if head.jenis in _KEPALA:
            return head
        if head.jenis not in _KERJA:
            return None
    return None


def _reaches_weak(jendela: Jendela, head: Isyarat, cue: Isyarat) -> bool:
    words = jendela.words(head.akhir, cue.awal)
    if len(words) > _JAUH or any(word in PEMISAH or word in ("dari", "dan", "untuk") for word in words):
        return False
    return cue.jenis is not Jenis.BELANJA or not (len(words) > _LEPAS or any(word in SEBESAR for word in words))


def _reach(jendela: Jendela, cue: Isyarat) -> bool | None:
    """Whether the cue holds the number fast (True), loosely (False) or not at all."""
    words = jendela.words(cue.akhir)
    if cue.jenis in ARAH:
        words = [word for word in words if word not in BANDING]
    if cue.jenis is Jenis.SAMPAI and "dan" in words:
        return None
    if _is_cut(words, _listed(jendela, cue.akhir)):
        return None
    loose = sum(1 for word in words if word not in RINGAN)
    if not loose:
        return True
    if _linked(words):
        return True if len(words) <= _JAUH else None
    return False if loose <= _LEPAS else None


def _linked(words: Sequence[str]) -> bool:
    """Whether `sebesar` or the like stands before the number, with nothing but light words behind it."""
    for word in reversed(words):
        if word in SEBESAR:
            return True
        if word not in RINGAN:
            return False
    return False


def _listed(jendela: Jendela, start: int) -> bool:
    """Whether all commas up to the number stand between the capitalised words of one name."""
    kata = jendela.kata
    commas = [i for i in range(start, jendela.ujung) if kata.kecil[i] == ","]
    return bool(commas) and all(kata.teks[i - 1][0].isupper() and kata.teks[i + 1][0].isupper() for i in commas)


def _is_cut(words: Sequence[str], listed: bool) -> bool:
    """Whether a separating word stands between; a comma before `yaitu` or inside a name separates nothing."""
    for i, word in enumerate(words):
        if word not in PEMISAH:
            continue
        following = words[i + 1] if i + 1 < len(words) else ""
        before = words[i - 1] if i else ""
        if word == "," and (listed or following in SEBESAR):
            continue
        if word == "dengan" and before in ("sampai", "setara", "sama", "sesuai", "dibandingkan", "dibanding"):
            continue
        return True
    return False
