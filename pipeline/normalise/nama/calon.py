"""Finds the few names of many that a name may be one with, so that only these are compared. Pure.

Names whose words mean the same (`Nama.akar`) are one group, and groups are found by the words they share with the
name that is looked up. As shared counts, in whole or in part:

- a word of the same meaning, as `penjaga` has it (`penempatan`, `ditempatkan`);
- a word that only a slip of the pen tells apart (`salah_ketik`, not more than `_SALAH_HURUF` letters), for
  `_SALAH_TULIS` of its weight;
- the whole text, or the words compared by, equal but for spaces; and, for `_INISIAL_SAMA` of all, a name that is
  one unknown short word, and the initials of another.

A word weighs the more the fewer groups hold it, and words that only say that something is measured weigh
`_TIPIS` of that. A group is near when it shares `_CUKUP` of what the lighter of both weighs. Near groups stand in
two orders, as a comparison has two outcomes that matter: by the weight shared out of what both weigh (what may be
the same), and out of what the lighter one weighs (what may be the same and say more). In both, groups that hold the
same guarding words come first, because a comparison forbids all others. Ties go to the name that was given
earlier, so that the outcome depends on nothing but the names and their order.

Bounds. `pasangan_calon` leaves out only pairs that are not near. `IndeksNama.cari` gives of the near groups those
among the first `banyak` of either order, hence at most twice as many groups, with all their names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import combinations
from math import log

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

from pipeline.normalise.kamus.dipakai import muat_kamus
from pipeline.normalise.kata.kosakata import dikenal
from pipeline.normalise.kata.penjaga import Sifat, Unsur, uraikan
from pipeline.normalise.kata.salah_tulis import salah_ketik
from pipeline.normalise.nama.cari import entri_nama, nama_entri, per_kode
from pipeline.normalise.nama.urai import Nama

BANYAK = 6
"""Groups that `IndeksNama.cari` takes from the head of either order."""

_CUKUP = 0.33
_TIPIS = 0.2
_SALAH_TULIS = 0.8
_SALAH_HURUF = 2
_INISIAL = range(3, 7)
_INISIAL_SAMA = 0.8
_SIFAT_TIPIS = (Sifat.TAKAR, Sifat.RINGAN, Sifat.KANTOR)
_SIFAT_JAGA = (Sifat.WAJIB, Sifat.KODE)

Gugus = int
Letak = tuple[Gugus, ...]
Jaga = frozenset[str]
# what a word of a name weighs, and the groups that hold its like, each with the weight that they share by it
Padanan = tuple[float, tuple[tuple[Letak, float], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndeksNama:
    """Names by their words; `indeks_nama` makes it.

    Attributes:
        anggota: positions, as given, of the names of each group.
        jaga: words of each group that guard its meaning.
        bobot: what the words of each group weigh together.
        letak: groups by the key of each of their words; berat: weight of these words.
        pintu: groups by text without spaces, acronym and initials.
        tulisan: written words by number of letters; kunci: their keys.
        ingatan: words looked up before.
    """

    anggota: tuple[tuple[int, ...], ...]
    jaga: tuple[Jaga, ...]
    bobot: tuple[float, ...]
    letak: Mapping[str, Letak]
    berat: Mapping[str, float]
    pintu: Mapping[str, Letak]
    tulisan: Mapping[int, tuple[str, ...]]
    kunci: Mapping[str, str]
    ingatan: dict[str, Padanan] = field(default_factory=dict, repr=False, compare=False)

    def cari(self, nama: Nama, banyak: int = BANYAK) -> tuple[int, ...]:
        """Positions of the candidates for a name, the closest first; the module says what is left out."""
        urut = [i for unsur in _bacaan(nama) for i in self._terdekat(nama, unsur, banyak)]
        return tuple(dict.fromkeys(i for gugus in urut for i in self.anggota[gugus]))

    def _terdekat(self, nama: Nama, unsur: Sequence[Unsur], banyak: int) -> list[Gugus]:
        berat, dekat = self.dekat(nama, unsur)
        jaga = _jaga(unsur)
        bobot = self.bobot
        sama = [(self.jaga[i] != jaga, -b / (berat + bobot[i]), i) for i, b in dekat]
        urut = [i for *_, i in nsmallest(banyak, sama)]
        if len(sama) > banyak:
            termuat = [
                (lain, -min(1.0, b / min(berat, bobot[i])), skor, i)
                for (lain, skor, _), (i, b) in zip(sama, dekat, strict=True)
            ]
            urut += [i for *_, i in nsmallest(banyak, termuat)]
        return urut

    def dekat(self, nama: Nama, unsur: Sequence[Unsur]) -> tuple[float, list[tuple[Gugus, float]]]:
        """What a name weighs by these words of it, and the groups near to it, each with the weight that it shares."""
        bersama: dict[Gugus, float] = defaultdict(float)
        berat = 0.0
        for item in {item.kunci: item for item in unsur}.values():
            satu, padanan = self._padanan(item)
            berat += satu
            for letak, andil in padanan:
                for i in letak:
                    bersama[i] += andil
        berat = berat or 1.0
        for ketukan, bagian in _ketukan(nama):
            for i in self.pintu.get(ketukan, ()):
                bersama[i] = max(bersama[i], bagian * (berat + self.bobot[i]) / 2)
        cukup, bobot = _CUKUP * berat, self.bobot
        return berat, [(i, b) for i, b in bersama.items() if b >= cukup or b >= _CUKUP * bobot[i]]

    def serupa(self, item: Unsur) -> dict[str, float]:
        """Keys of the index that count as this word, each with the share of its weight that counts."""
        found = {self.kunci[lain]: _SALAH_TULIS for lain in self._salah_tulis(item.tulis)}
        if item.kunci in self.letak:
            found[item.kunci] = 1.0
        return found

    def _salah_tulis(self, kata: str) -> Iterator[str]:
        for panjang in range(len(kata) - _SALAH_HURUF, len(kata) + _SALAH_HURUF + 1):
            for lain, *_ in extract_iter(
                kata, self.tulisan.get(panjang, ()), scorer=OSA.distance, score_cutoff=_SALAH_HURUF
            ):
                if salah_ketik(kata, lain) is not None:
                    yield lain

    def _padanan(self, item: Unsur) -> Padanan:
        """What a word weighs, and which groups share how much of it, each by the closest of its words."""
        known = self.ingatan.get(item.tulis)
        if known is not None:
            return known
        berat = self.berat.get(item.kunci) or _berat(item, 1, len(self.anggota))
        per_gugus: dict[Gugus, float] = {}
        for lain, bagian in self.serupa(item).items():
            andil = bagian * min(berat, self.berat[lain])
            for i in self.letak[lain]:
                per_gugus[i] = max(andil, per_gugus.get(i, 0.0))
        per_andil: dict[float, list[Gugus]] = defaultdict(list)
        for i, andil in per_gugus.items():
            per_andil[andil].append(i)
        found = berat, tuple((tuple(letak), andil) for andil, letak in per_andil.items())
        self.ingatan[item.tulis] = found
        return found


def indeks_nama(names: Sequence[Nama]) -> IndeksNama:
    """An index over names; among candidates of equal closeness the earlier name comes first."""
    per_isi: dict[frozenset[str], list[int]] = defaultdict(list)
    isi: list[tuple[Unsur, ...]] = []
    tulis: dict[str, str] = {}
    for i, nama in enumerate(names):
        for unsur in _bacaan(nama):
            kunci = frozenset(item.kunci for item in unsur)
            if kunci not in per_isi:
                isi.append(unsur)
            per_isi[kunci].append(i)
            tulis.update((item.tulis, item.kunci) for item in unsur)
    semua = {item.kunci: item for unsur in isi for item in unsur}
    letak = _terbalik([item.kunci for item in unsur] for unsur in isi)
    berat = {kunci: _berat(semua[kunci], len(gugus), len(isi)) for kunci, gugus in letak.items()}
    tulisan: dict[int, list[str]] = defaultdict(list)
    for kata in tulis:
        tulisan[len(kata)].append(kata)
    return IndeksNama(
        anggota=tuple(map(tuple, per_isi.values())),
        jaga=tuple(map(_jaga, isi)),
        bobot=tuple(sum(berat[kunci] for kunci in sorted(kunci_isi)) or 1.0 for kunci_isi in per_isi),
        letak=letak,
        berat=berat,
        pintu=_terbalik([kunci for i in anggota for kunci in _pintu(names[i])] for anggota in per_isi.values()),
        tulisan={panjang: tuple(words) for panjang, words in tulisan.items()},
        kunci=tulis,
    )


def pasangan_calon(names: Sequence[Nama]) -> list[tuple[int, int]]:
    """Pairs of positions worth comparing, the lower first, in order; the module says which are left out.

    Names are of one document or of several. A name that the kamus knows stands for all names of its entry: it makes a
    pair with every other name of that entry, and with every name near to one of them.
    """
    per_entri: dict[str, list[int]] = defaultdict(list)
    for i, nama in enumerate(names):
        entri = entri_nama(nama)
        if entri is not None:
            per_entri[entri.kode].append(i)
    entri_per_kode = per_kode(muat_kamus())
    baku = [(nama, kode) for kode in per_entri for nama in nama_entri(entri_per_kode[kode])]
    indeks = indeks_nama([*names, *(nama for nama, _ in baku)])
    wakil = [(i,) for i in range(len(names))] + [tuple(per_entri[kode]) for _, kode in baku]
    found = {pair for anggota in per_entri.values() for pair in combinations(anggota, 2)}
    for i, nama in enumerate(names):
        gugus = {letak for unsur in _bacaan(nama) for letak, _ in indeks.dekat(nama, unsur)[1]}
        lain = {k for letak in gugus for j in indeks.anggota[letak] for k in wakil[j]}
        found.update((i, j) if i < j else (j, i) for j in lain if i != j)
    return sorted(found)


def _bacaan(nama: Nama) -> tuple[tuple[Unsur, ...], ...]:
    """The words of a name, and those of the other name that it gives in brackets."""
    return (uraikan(nama.pokok), uraikan(nama.lain)) if nama.lain else (uraikan(nama.pokok),)


def _terbalik(isi: Iterable[Iterable[str]]) -> dict[str, Letak]:
    """Positions by what is found there."""
    found: dict[str, list[int]] = defaultdict(list)
    for i, anggota in enumerate(isi):
        for kata in dict.fromkeys(anggota):
            found[kata].append(i)
    return {kata: tuple(letak) for kata, letak in found.items()}


def _berat(unsur: Unsur, gugus: int, semua: int) -> float:
    """Weight of a word that so many of all groups hold: the logarithm of how rare it is."""
    return log(1 + (semua or 1) / gugus) * (_TIPIS if unsur.sifat in _SIFAT_TIPIS else 1.0)


def _jaga(unsur: Iterable[Unsur]) -> Jaga:
    return frozenset(item.kunci for item in unsur if item.sifat in _SIFAT_JAGA)


def _pintu(nama: Nama) -> tuple[str, ...]:
    """Keys under which a name stands in the index: its text and its words without spaces, an acronym, initials."""
    return (*_utuh(nama), *map("@{}".format, _inisial(nama)), *map("#{}".format, _akronim(nama)))


def _ketukan(nama: Nama) -> tuple[tuple[str, float], ...]:
    """Keys under which its like may stand, each with the share of all that it weighs that counts as shared."""
    awal = (*map("@{}".format, _akronim(nama)), *map("#{}".format, _inisial(nama)))
    return (*((kunci, 1.0) for kunci in _utuh(nama)), *((kunci, _INISIAL_SAMA) for kunci in awal))


def _utuh(nama: Nama) -> tuple[str, str]:
    return f"={nama.rapat}", f"={''.join(nama.pokok)}"


def _akronim(nama: Nama) -> tuple[str, ...]:
    """The only word of a name, when it may be an acronym."""
    return tuple(kata for kata in nama.pokok if len(nama.pokok) == 1 and len(kata) in _INISIAL and not dikenal(kata))


def _inisial(nama: Nama) -> Iterator[str]:
    """First letters of the words of a name, and of those that carry meaning."""
    huruf = {"".join(kata[0] for kata in words) for words in (nama.kata, nama.pokok, nama.inti)}
    return (awal for awal in sorted(huruf) if len(awal) in _INISIAL)
