"""Printings put side by side for comparison: of one scope, and of tables that agree in something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from pipeline.arithmetic import same_quantity
from pipeline.sebutan import Catatan, Kunci, kelompok_nilai, menurut_lingkup, sebanding
from schemas.kinerja import Kind, Laporan, Part
from schemas.tautan import Sebutan

_ASING = 2
"""Values that two tables print otherwise, agreeing in none, from which on they are of different scopes."""

_Pasangan = frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sandingan:
    """Printings of one part by identity, year and scope.

    Attributes:
        asing: pairs of tables that share indicators and agree in none of them. A single difference may be a mistake;
            where all values of two tables differ, their scopes do, whatever their titles say.
    """

    catatan: Catatan
    asing: frozenset[_Pasangan]

    def kelompok(self) -> Iterator[tuple[Kunci, tuple[Sebutan, ...]]]:
        """Printings that may be compared: of one identity, year and scope, which is beyond doubt."""
        for (kunci, lingkup), group in self.catatan.items():
            if not lingkup.ragu:
                yield kunci, group

    def lain_lingkup(self) -> Iterator[Kunci]:
        """Identities and years printed with different values in tables of different scopes, or of one in doubt."""
        found: dict[Kunci, list[Sebutan]] = {}
        for (kunci, lingkup), group in self.catatan.items():
            found.setdefault(kunci, []).extend(group if lingkup.ragu else group[:1])
        for kunci, wakil in found.items():
            if len(kelompok_nilai(wakil)) > 1:
                yield kunci

    def selingkup(self, lain: Iterable[Sebutan], acuan: Iterable[Sebutan]) -> tuple[Sebutan, ...]:
        """Printings whose table is no stranger to every table that prints the value of reference."""
        tabel = {item.tabel.index for item in acuan}
        return tuple(i for i in lain if any(frozenset((i.tabel.index, nomor)) not in self.asing for nomor in tabel))


def sandingan(laporan: Laporan, part: Part, kinds: Iterable[Kind], *, bukti: Iterable[Part] = ()) -> Sandingan:
    """Printings of a part, ready to be compared.

    Args:
        laporan: the report.
        part: what is compared.
        kinds: kinds of tables that are looked into.
        bukti: other parts in which two tables may agree to prove that they print one thing.
    """
    jenis = tuple(kinds)
    catatan = menurut_lingkup(laporan, part, jenis)
    lain = [menurut_lingkup(laporan, satu, jenis) for satu in bukti]
    return Sandingan(catatan=catatan, asing=_asing(catatan, lain))


def _asing(catatan: Catatan, lain: Iterable[Catatan]) -> frozenset[_Pasangan]:
    sama: set[_Pasangan] = set()
    beda: Counter[_Pasangan] = Counter()
    for group in catatan.values():
        setuju, lawan = _pasangan(group)
        sama |= setuju
        beda.update(lawan - setuju)
    for group in (group for item in lain for group in item.values()):
        sama |= _pasangan(group)[0]
    return frozenset(pasangan for pasangan, banyak in beda.items() if banyak >= _ASING and pasangan not in sama)


def _pasangan(group: Iterable[Sebutan]) -> tuple[set[_Pasangan], set[_Pasangan]]:
    """Pairs of tables that agree in a value, and those that print it otherwise in the same unit."""
    setuju: set[_Pasangan] = set()
    lawan: set[_Pasangan] = set()
    for a, b in combinations(group, 2):
        if a.tabel.index == b.tabel.index:
            continue
        pasangan = frozenset((a.tabel.index, b.tabel.index))
        if same_quantity(a.fakta.angka, b.fakta.angka):
            setuju.add(pasangan)
        elif sebanding(a, b):
            lawan.add(pasangan)
    return setuju, lawan
