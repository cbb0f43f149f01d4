"""Names of indicators around a verdict: full ones, and short ones that leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.klaim.nama.kalimat import Entri, Sebut, Singkat
from pipeline.klaim.nama.penamaan import penamaan
from pipeline.klaim.vonis.daftar import anggota
from schemas.kinerja import Laporan
from schemas.narasi import KalimatTeks


class NamaVonis:
    """The names that a verdict or class may be given to."""

    def __init__(self, laporan: Laporan) -> None:
        nama = penamaan(laporan)
        self.indeks, self._singkat = nama.indeks, nama.singkat
        self._entri = nama.singkat.terukur

    def cari(self, teks: KalimatTeks) -> tuple[Sebut, ...]:
        """Names of measured indicators in a sentence: full ones, and introduced short ones."""
        return tuple(item for item in self._semua(teks) if item.singkat is not Singkat.LEPAS)

    def longgar(self, teks: KalimatTeks) -> tuple[Sebut, ...]:
        """As `cari`, with short names that nothing introduced."""
        return tuple(self._semua(teks))

    def daftar(self, teks: KalimatTeks, mulai: int) -> tuple[Entri, ...]:
        """The indicators that a list names which begins there.

        Its members are indicators, so that some words of a name are enough where no other indicator has them all.
        """
        sebut = [item for item in self.indeks.cari(teks.text) if len(_terukur(item)) == 1]
        for entri in self._entri:
            sebut += [item for item in self._singkat.cari(teks.text, entri) if item.singkat is Singkat.TERPANDU]
        calon = anggota(teks.text, mulai, sebut)
        milik = {
            entri_terukur(item).indikator: entri_terukur(item)
            for item in calon
            if len({entri_terukur(lain).indikator for lain in calon if _bertindih(item, lain)}) == 1
        }
        return tuple(milik.values())

    def jangka(self, teks: KalimatTeks, jangka: str | None) -> str | None:
        """The plan that a verdict speaks of; None where it is only a word of an indicator's name."""
        if jangka is None:
            return None
        nama = self.cari(teks)
        tempat = [match.span() for match in re.finditer(re.escape(jangka), teks.text, re.IGNORECASE)]
        dalam = [any(item.mulai <= mulai and akhir <= item.akhir for item in nama) for mulai, akhir in tempat]
        return None if dalam and all(dalam) else jangka

    def _semua(self, teks: KalimatTeks) -> tuple[Sebut, ...]:
        penuh = [item for item in self.indeks.cari(teks.text) if len(_terukur(item)) == 1]
        pendek = [
            item
            for item in self._singkat.cari(teks.text, self._pandu(teks))
            if item.sah and not any(_bertindih(item, lain) for lain in penuh)
        ]
        return tuple(sorted((*penuh, *pendek), key=lambda item: item.mulai))

    def _pandu(self, teks: KalimatTeks) -> Entri | None:
        """The one indicator that the list item, else the nearest heading with a name, is about."""
        for judul in (teks.butir, *reversed(teks.judul)):
            entri = {satu for item in self.indeks.cari(judul or "") if item.sah for satu in _terukur(item)}
            if entri:
                return entri.pop() if len(entri) == 1 else None
        return None


def _bertindih(a: Sebut, b: Sebut) -> bool:
    return a.mulai < b.akhir and b.mulai < a.akhir


def _terukur(sebut: Sebut) -> Sequence[Entri]:
    return [entri for entri in sebut.entri if entri.indikator and entri.baris]


def entri_terukur(sebut: Sebut) -> Entri:
    """The one measured indicator of a name that `NamaVonis` found."""
    return _terukur(sebut)[0]
