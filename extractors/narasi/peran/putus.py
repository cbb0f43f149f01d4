"""What is decided of one number, and what a rule that decides may look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.narasi.bilangan import Bilangan
from extractors.narasi.isyarat import Isyarat, Jenis
from extractors.narasi.kata import Kata
from extractors.narasi.waktu import Waktu
from schemas.narasi import Acuan, ArahKata, Peran

UANG = frozenset({Peran.ANGGARAN, Peran.REALISASI_ANGGARAN, Peran.SISA})
"""Roles of amounts of a budget."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Putus:
    """The role of a number and why.

    Attributes:
        isyarat: tokens of the cue, None without.
        asal: it is where a change starts or what another is held against; a year of the clause is not its own.
    """

    peran: Peran
    tegas: bool = False
    isyarat: tuple[int, int] | None = None
    jenis: Jenis | None = None
    arah: ArahKata | None = None
    acuan: Acuan | None = None
    benda: str | None = None
    asal: bool = False


LAIN = Putus(peran=Peran.LAIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Jendela:
    """A number before it is given its role, with what stands around it.

    Attributes:
        kata: the sentence.
        semua: its numbers; `posisi`: which of them this is.
        isyarat: cues of the sentence; `waktu`: its times.
        lewat: for each token, whether nothing depends on it (times, words in brackets).
        awal: first token that may speak of this number: behind the number before, or where its clause begins.
        putus: what was decided of the numbers before.
    """

    kata: Kata
    semua: Sequence[Bilangan]
    posisi: int
    isyarat: Sequence[Isyarat]
    waktu: Sequence[Waktu]
    lewat: Sequence[bool]
    awal: int
    putus: Sequence[Putus]

    @property
    def bilangan(self) -> Bilangan:
        """The number."""
        return self.semua[self.posisi]

    @property
    def ujung(self) -> int:
        """Token where the number begins."""
        return self.semua[self.posisi].awal

    @property
    def lalu(self) -> tuple[Bilangan, Putus] | None:
        """The number before with its role, None for the first."""
        return (self.semua[self.posisi - 1], self.putus[-1]) if self.posisi else None

    @property
    def berikut(self) -> Bilangan | None:
        """The number behind, None for the last."""
        return self.semua[self.posisi + 1] if self.posisi + 1 < len(self.semua) else None

    def words(self, start: int, end: int | None = None) -> list[str]:
        """Words between two tokens that count (up to the number without `end`)."""
        stop = self.ujung if end is None else end
        return [self.kata.kecil[i] for i in range(start, stop) if not self.lewat[i]]

    def clause_roles(self) -> set[Peran]:
        """Roles of the numbers before in the same clause."""
        clause = self.kata.klausa[self.bilangan.inti]
        return {
            putus.peran
            for bilangan, putus in zip(self.semua, self.putus, strict=False)
            if self.kata.klausa[bilangan.inti] == clause
        }
