"""The names of a report, gathered once and shared by all that look for them in its sentences."""

from __future__ import annotations

from functools import lru_cache

from pipeline.klaim.nama.ikatan import Ikatan
from pipeline.klaim.nama.kalimat import IndeksNama
from pipeline.klaim.nama.singkat import NamaSingkat
from schemas.kinerja import Laporan


class Penamaan:
    """Full and short names of one report, and once they are looked up what its sentences are bound to.

    Attributes:
        ikatan: bindings of every sentence's claims, None before the first who asks (`tautan.ikatan_laporan`).
    """

    def __init__(self, laporan: Laporan) -> None:
        self.indeks = IndeksNama(laporan)
        self.singkat = NamaSingkat(laporan, self.indeks)
        self.ikatan: tuple[tuple[Ikatan, ...], ...] | None = None


class _Kunci:
    """A report as a key: equal to one with the very same tables and the very same printed sentences."""

    __slots__ = ("laporan",)

    def __init__(self, laporan: Laporan) -> None:
        self.laporan = laporan

    def __hash__(self) -> int:
        return id(self.laporan.tabel)

    def __eq__(self, lain: object) -> bool:
        if not isinstance(lain, _Kunci):
            return NotImplemented
        a, b = self.laporan, lain.laporan
        if a.tabel is not b.tabel or a.metadata is not b.metadata or len(a.kalimat) != len(b.kalimat):
            return False
        return all(x.teks is y.teks for x, y in zip(a.kalimat, b.kalimat, strict=True))


@lru_cache(maxsize=1)
def _penamaan(kunci: _Kunci) -> Penamaan:
    return Penamaan(kunci.laporan)


def penamaan(laporan: Laporan) -> Penamaan:
    """The names of a report; the same object for as long as nothing but its judgements changes."""
    return _penamaan(_Kunci(laporan))


def lupakan() -> None:
    """Lets go of the names of the last report."""
    _penamaan.cache_clear()
