"""Gathers the rows of a report that measure the same thing.

Rows of equal text are one point. Points are joined over tables only: two rows of one table with different
texts are two indicators by the table's own word. A point joins at most one point of another table, and only
if no second one there is nearly as close; whatever remains open is left apart and recorded as a question.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from pipeline.normalise.butir import Butir, Kekuatan
from pipeline.normalise.nama.banding import Hasil, Putusan, bandingkan
from pipeline.normalise.nama.urai import Jenis
from pipeline.normalise.satuan import satuan_berlawanan

_JARAK = 0.03
_BEDA = Putusan(hasil=Hasil.BEDA, skor=0.0, alasan="konteks berbeda")

Pasangan = tuple[int, int]


class Kunci(NamedTuple):
    """What rows share that are one point; `alamat` tells rows apart that only look alike."""

    rapat: str
    tahun: str
    satuan: str
    induk: str = ""
    sasaran: str = ""
    alamat: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Titik:
    """Rows of equal text and equal context; `tunggal`: the text stands at most once in every table."""

    kunci: Kunci
    butir: tuple[Butir, ...]
    tabel: frozenset[int]
    tunggal: bool

    @property
    def wakil(self) -> Butir:
        """A row to compare by; all are alike in what is compared."""
        return self.butir[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gugus:
    """Points that measure the same thing, in order of their keys, with the weakest link that holds them."""

    titik: tuple[Titik, ...]
    putusan: Putusan


@dataclass(frozen=True, slots=True, kw_only=True)
class Tanya:
    """Two points that may be the same; a person should say."""

    a: Titik
    b: Titik
    putusan: Putusan


def kelompokkan(butir: Sequence[Butir]) -> tuple[tuple[Gugus, ...], tuple[Tanya, ...]]:
    """The groups of rows that measure the same thing, and the questions left open."""
    titik = _titik(butir)
    putusan = {pair: _banding_titik(titik[pair[0]], titik[pair[1]]) for pair in _calon(titik)}
    sama = {pair: hasil for pair, hasil in putusan.items() if hasil.hasil is Hasil.SAMA}
    kabur = _kabur(titik, sama)
    anggota = _gabung(titik, {pair: hasil for pair, hasil in sama.items() if pair not in kabur})
    gugus = tuple(Gugus(titik=tuple(titik[i] for i in group), putusan=_terlemah(group, sama)) for group in anggota)
    rumah = {i: nomor for nomor, group in enumerate(anggota) for i in group}
    tanya = tuple(
        Tanya(a=titik[i], b=titik[j], putusan=_sebagai_tanya(hasil))
        for (i, j), hasil in sorted(putusan.items())
        if hasil.hasil is not Hasil.BEDA and rumah[i] != rumah[j]
    )
    return gugus, tanya


def _titik(butir: Sequence[Butir]) -> tuple[Titik, ...]:
    per_kunci: dict[Kunci, list[Butir]] = defaultdict(list)
    per_tulisan: dict[tuple[int, str], int] = defaultdict(int)
    for item in butir:
        per_kunci[_kunci(item)].append(item)
        per_tulisan[item.tabel, item.nama.rapat] += 1
    ganda = {rapat for (_, rapat), jumlah in per_tulisan.items() if jumlah > 1}
    found = [
        Titik(
            kunci=kunci,
            butir=tuple(rows),
            tabel=frozenset(row.tabel for row in rows),
            tunggal=rows[0].nama.rapat not in ganda,
        )
        for kunci, group in per_kunci.items()
        for kunci, rows in _pisah(kunci, group, ganda)
    ]
    return tuple(sorted(found, key=lambda titik: titik.kunci))


def _kunci(item: Butir) -> Kunci:
    rapat, tahun = item.nama.rapat, " ".join(sorted(item.nama.tahun))
    if item.kekuatan is Kekuatan.UTUH:
        return Kunci(rapat, tahun, item.kelas if _tanpa_jenis(item) else item.nama.per)
    induk = item.induk.rapat if item.induk else ""
    if item.kekuatan is Kekuatan.PENDEK:
        return Kunci(rapat, tahun, item.kelas, induk)
    return Kunci(rapat, tahun, item.satuan or "", induk, item.sasaran)


def _tanpa_jenis(item: Butir) -> bool:
    """Whether neither the name nor the dictionary says what kind of measure it is, so that the unit must."""
    return item.nama.jenis is Jenis.TANPA and item.kamus is None


def _pisah(kunci: Kunci, group: list[Butir], ganda: Set[str]) -> list[tuple[Kunci, list[Butir]]]:
    """Splits rows that only look alike: short labels that no heading, sasaran or unit tells apart."""
    berkonteks = bool(kunci.induk or kunci.sasaran)
    per_tabel = Counter(item.tabel for item in group)
    satu = max(per_tabel.values()) == 1 and (berkonteks or kunci.rapat not in ganda)
    if group[0].kekuatan is Kekuatan.LEMAH:
        satu = satu and bool(berkonteks or kunci.satuan)
    if satu or group[0].kekuatan is Kekuatan.UTUH:
        return [(kunci, group)]
    return [(kunci._replace(alamat=_alamat(item)), [item]) for item in group]


def _alamat(item: Butir) -> str:
    return f"t{item.tabel}-r{item.baris.row}-{item.baris.sub}-{item.urut}"


def _calon(titik: Sequence[Titik]) -> list[Pasangan]:
    """Pairs of points worth comparing: no table, but a word or an entry of the dictionary in common."""
    per_kata: dict[str, list[int]] = defaultdict(list)
    for i, item in enumerate(titik):
        nama, kamus = item.wakil.nama, item.wakil.kamus
        for kata in {*nama.himpunan, *nama.akar, nama.rapat, f"#{kamus.kode}" if kamus else ""}:
            per_kata[kata].append(i)
    pairs = {pair for members in per_kata.values() for pair in combinations(members, 2)}
    return sorted(
        (i, j) for i, j in pairs if not titik[i].tabel & titik[j].tabel and _sebanding(titik[i].wakil, titik[j].wakil)
    )


def _sebanding(a: Butir, b: Butir) -> bool:
    """A cheap look before the comparison proper: names that share few words are different."""
    sama = max(len(a.nama.himpunan & b.nama.himpunan), len(a.nama.akar & b.nama.akar))
    if a.nama.rapat == b.nama.rapat or (a.kamus is not None and a.kamus is b.kamus):
        return True
    return 2 * sama >= min(len(a.nama.himpunan), len(b.nama.himpunan))


def _banding_titik(a: Titik, b: Titik) -> Putusan:
    x, y = a.wakil, b.wakil
    putusan = bandingkan(x.nama, y.nama, (x.kelas, y.kelas))
    if putusan.hasil is Hasil.BEDA:
        return putusan
    if x.kekuatan is Kekuatan.UTUH and y.kekuatan is Kekuatan.UTUH:
        return _BEDA if _tanpa_jenis(x) and satuan_berlawanan(x.kelas, y.kelas) else putusan
    if x.kekuatan is not y.kekuatan:
        return _ragu(putusan, "label pendek dan label lengkap")
    return _banding_konteks(a, b, putusan)


def _banding_konteks(a: Titik, b: Titik, putusan: Putusan) -> Putusan:
    """Judges labels that need their heading: equal headings, or nothing to mistake them for."""
    x, y = a.wakil, b.wakil
    if satuan_berlawanan(x.kelas, y.kelas):
        return _BEDA
    if x.induk is not None and y.induk is not None:
        hasil = bandingkan(x.induk, y.induk).hasil
        return putusan if hasil is Hasil.SAMA else _BEDA
    lemah = x.kekuatan is Kekuatan.LEMAH
    if lemah and x.sasaran and y.sasaran and x.induk is None and y.induk is None:
        sasaran_sama = x.sasaran == y.sasaran
        return putusan if sasaran_sama and a.tunggal and b.tunggal else _ragu(putusan, "sasaran tidak memastikan")
    if not (a.tunggal and b.tunggal):
        return _ragu(putusan, "label yang sama lebih dari sekali dalam satu tabel")
    if lemah and not (x.satuan and x.satuan == y.satuan):
        return _ragu(putusan, "label pendek tanpa induk yang dapat dibandingkan")
    return putusan


def _ragu(putusan: Putusan, alasan: str) -> Putusan:
    return Putusan(hasil=Hasil.TANYA, skor=putusan.skor, alasan=alasan)


def _sebagai_tanya(putusan: Putusan) -> Putusan:
    if putusan.hasil is Hasil.TANYA:
        return putusan
    return _ragu(putusan, "lebih dari satu calon yang hampir sama dekat, atau baris lain tabel itu sudah dipasangkan")


def _kabur(titik: Sequence[Titik], sama: Mapping[Pasangan, Putusan]) -> set[Pasangan]:
    """Pairs to leave alone: a point with two candidates in one table, of which none is clearly closer."""
    calon: dict[tuple[int, int], list[tuple[float, Pasangan]]] = defaultdict(list)
    for pair, putusan in sama.items():
        for i, j in (pair, pair[::-1]):
            for tabel in titik[j].tabel:
                calon[i, tabel].append((putusan.skor, pair))
    kabur: set[Pasangan] = set()
    for members in calon.values():
        members.sort(key=lambda member: (-member[0], member[1]))
        batas = members[0][0] - _JARAK
        jelas = len(members) == 1 or members[1][0] <= batas
        kabur.update(pair for _, pair in (members[1:] if jelas else members))
    return kabur


def _gabung(titik: Sequence[Titik], sama: Mapping[Pasangan, Putusan]) -> list[list[int]]:
    """Joins points from the surest pair down; no group holds two points of one table or a forbidden pair."""
    grup: dict[int, list[int]] = {i: [i] for i in range(len(titik))}
    rumah = list(range(len(titik)))
    tabel = {i: set(item.tabel) for i, item in enumerate(titik)}
    for i, j in sorted(sama, key=lambda pair: (-sama[pair].skor, pair)):
        a, b = sorted((rumah[i], rumah[j]))
        if a == b or tabel[a] & tabel[b] or _terlarang(titik, grup[a], grup[b]):
            continue
        grup[a] = sorted(grup[a] + grup.pop(b))
        tabel[a] |= tabel.pop(b)
        for k in grup[a]:
            rumah[k] = a
    return [grup[i] for i in sorted(grup)]


def _terlarang(titik: Sequence[Titik], a: list[int], b: list[int]) -> bool:
    return any(_banding_titik(titik[i], titik[j]).hasil is Hasil.BEDA for i in a for j in b)


def _terlemah(group: list[int], sama: Mapping[Pasangan, Putusan]) -> Putusan:
    links = [sama[pair] for pair in combinations(group, 2) if pair in sama]
    satu = Putusan(hasil=Hasil.SAMA, skor=1.0, alasan="tulisan sama")
    return min(links, key=lambda putusan: putusan.skor, default=satu)
