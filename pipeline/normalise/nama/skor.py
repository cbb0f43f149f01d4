"""One score for two names, from named features with explicit weights, and the two thresholds. Pure.

Every feature is 1 where nothing speaks against one measure and falls with what does; the score is their weighted
sum. The weights are set so that any one doubt (words that one name alone holds and that may narrow it, another
order of what is measured, a kind of measure that only one name prints) keeps the score below `AMBANG_SAMA`, and
two doubts, or a word on either side that has no like on the other, keep it below `AMBANG_TANYA`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum, StrEnum

from rapidfuzz.fuzz import partial_ratio, ratio

from pipeline.normalise.kata.kosakata import Ragam
from pipeline.normalise.kata.penjaga import Sifat, Unsur, kepala, menyebut_takaran, muat_penjaga, uraikan
from pipeline.normalise.nama.fitur import Jajaran, berderet, bobot, terurut
from pipeline.normalise.nama.urai import Jenis, Konteks, Nama

AMBANG_SAMA = 0.90
"""From this score on two names are the same measure."""

AMBANG_TANYA = 0.725
"""From this score on a person is asked; below, the names are two measures."""


class Fitur(StrEnum):
    """What a score is made of."""

    ISI = "kata isi"
    TAMBAHAN = "kata tambahan"
    PENGGANTI = "kata pengganti"
    TAKARAN = "takaran"
    URUTAN = "urutan"
    HURUF = "huruf"
    SEBAGIAN = "sebagian"


BOBOT: Mapping[Fitur, float] = {
    Fitur.ISI: 0.15,  # share of the content words, by rarity, that have their like in the other name
    Fitur.TAMBAHAN: 0.25,  # what only one name says: nothing or an explanation 1, a step or a quality 0
    Fitur.PENGGANTI: 0.20,  # 0 where each name has a word of its own: one thing instead of another
    Fitur.TAKARAN: 0.15,  # kind of measure: share, amount, index
    Fitur.URUTAN: 0.15,  # order of the words, and what is counted
    Fitur.HURUF: 0.05,  # likeness of the letters of the whole names
    Fitur.SEBAGIAN: 0.05,  # likeness of the shorter name to the best part of the longer one
}

_URUTAN_BERARTI = frozenset(("terhadap", "per", "dibanding", "dibandingkan", "antara"))
_CARA = "melalui"
_PELAKSANAAN = "pelaksanaan"
_PEMAKAIAN = "pemakaian"
_JENIS = "jenis"
_PENGGOLONG = "penggolong"
_KELAMIN = "jenis kelamin"
# light words in front of a name that make it a measure of those who have or get something
_BERPIHAK = frozenset(("milik", "perolehan"))
_UANG = frozenset((Jenis.JUMLAH, Jenis.NILAI))
# kinds of first words that say what kind of measure a name is
_TERSIRAT = {Jenis.JUMLAH: ("jumlah", "uang"), Jenis.NILAI: ("uang", "nilai"), Jenis.BAGIAN: ("bagian",)}
# levels under one name, as the guards write them
_TINGKAT = {"kota": "kabupaten", "kabkota": "kabupaten"}
_BERPEMERINTAH = frozenset(("kabupaten", "provinsi"))
_RAGU = 0.3
_HAMPIR = 0.9
_TERTUKAR = 0.2
_BERGESER = 0.7
_SEPARUH = 0.5


class Tambahan(IntEnum):
    """What words that one name alone holds do to it.

    They explain it, make a question, narrow it, or name the step or the quality that is counted, which is more.
    """

    PENJELAS = 0
    TANYA = 1
    SEMPIT = 2
    TAHAP = 3


_NILAI_TAMBAHAN = {Tambahan.PENJELAS: 1.0, Tambahan.TANYA: 0.5, Tambahan.SEMPIT: 0.1, Tambahan.TAHAP: 0.0}


def skor(fitur: Iterable[tuple[Fitur, float]]) -> float:
    """The weighted sum of features, 0..1, rounded to four digits."""
    return round(sum(BOBOT[nama] * nilai for nama, nilai in fitur), 4)


def fitur_isi(jajaran: Jajaran) -> float:
    """Weighted share of the words of both names that have their like in the other one."""
    bersama = sum(pair.nilai * (sum(map(bobot, pair.a)) + sum(map(bobot, pair.b))) for pair in jajaran.padanan)
    semua = sum(sum(map(bobot, (*pair.a, *pair.b))) for pair in jajaran.padanan)
    semua += sum(map(bobot, (*jajaran.sisa_a, *jajaran.sisa_b)))
    return bersama / semua if semua else 0.0


def nilai_tambahan(nama: Nama, lain: Nama, unsur: Sequence[Unsur], sisa: Sequence[Unsur]) -> Tambahan:
    """What the words that only this name holds, and not the other one, do to it."""
    return max((_tambahan(nama, lain, unsur, item, sisa) for item in sisa), default=Tambahan.PENJELAS)


def bertukar(sisa_a: Sequence[Unsur], sisa_b: Sequence[Unsur]) -> bool:
    """Whether words that may be missing one by one stand for each other: `memiliki` and `menggunakan`, two kinds."""
    kiri, kanan = ({item.gugus for item in sisa if item.sifat is Sifat.RINGAN} for sisa in (sisa_a, sisa_b))
    if any(_PEMAKAIAN in one and not other.isdisjoint(_BERPIHAK) for one, other in ((kiri, kanan), (kanan, kiri))):
        return True
    x, y = ({item.kunci for item in sisa if item.sifat is Sifat.GOLONGAN} for sisa in (sisa_a, sisa_b))
    return bool(x and y) and _JENIS in {item.gugus for item in (*sisa_a, *sisa_b)}


def _tambahan(nama: Nama, lain: Nama, unsur: Sequence[Unsur], item: Unsur, sisa: Sequence[Unsur]) -> Tambahan:
    if item.sifat is Sifat.TAKAR:
        return Tambahan.PENJELAS
    if item.sifat is Sifat.RINGAN:
        return Tambahan.PENJELAS if _tak_berarti(nama, unsur, item) else Tambahan.TANYA
    if item.sifat is Sifat.GOLONGAN:
        return Tambahan.PENJELAS if _mendahului(nama, unsur, item, sisa) else Tambahan.TANYA
    if item.sifat is Sifat.KANTOR:
        sendiri = nama.konteks == Konteks() and unsur[-1] == item and kepala(unsur) != item
        return Tambahan.PENJELAS if sendiri else Tambahan.TANYA
    if item.sifat is Sifat.LAWAN:
        milik = setingkat(lain.tingkat, item) or pemilik(nama, unsur) == item
        return Tambahan.PENJELAS if milik else Tambahan.TANYA
    if item.sifat is Sifat.TANYA or (item.sifat is Sifat.ISI and item.kunci in _cara(nama.pokok)):
        return Tambahan.TANYA
    bertahap = item.sifat is Sifat.SEMPIT or item.ragam in (Ragam.PASIF, Ragam.AKTIF)
    return Tambahan.TAHAP if bertahap else Tambahan.SEMPIT


def _tak_berarti(nama: Nama, unsur: Sequence[Unsur], item: Unsur) -> bool:
    """Whether a light word may be missing: not where it is what is counted, nor as the only thing that happens."""
    if kepala(unsur) == item:
        return nama.jenis not in (Jenis.JUMLAH, Jenis.TANPA) and item.gugus not in _BERPIHAK
    if item.gugus != _PELAKSANAAN or item.ragam is not Ragam.PASIF:
        return True
    at = max(i for i, lain in enumerate(unsur) if lain == item)
    if at + 1 < len(unsur) and unsur[at + 1].ragam is Ragam.PROSES:
        return True
    return any(lain.ragam in (Ragam.PASIF, Ragam.AKTIF) for lain in unsur if lain.sifat is not Sifat.RINGAN)


def pemilik(nama: Nama, unsur: Sequence[Unsur]) -> Unsur | None:
    """The level at the end of an index that says no more than whose index it is (`nilai IKLH kabupaten`)."""
    item = unsur[-1] if len(unsur) > 1 and nama.jenis is Jenis.NILAI else None
    if item is None or item.sifat is not Sifat.LAWAN or item.kunci not in _BERPEMERINTAH:
        return None
    return item if nama.konteks == Konteks() or item.tulis in nama.konteks.tingkat else None


def _mendahului(nama: Nama, unsur: Sequence[Unsur], item: Unsur, sisa: Sequence[Unsur]) -> bool:
    """Whether a kind stands in front of what it is the kind of, which both names say, and is not what is counted."""
    if kepala(unsur) == item and (nama.jenis in (Jenis.JUMLAH, Jenis.TANPA) or item.gugus == _JENIS):
        return False
    at = max(i for i, lain in enumerate(unsur) if lain == item)
    berikut = next((lain for lain in unsur[at + 1 :] if lain.sifat not in (Sifat.GOLONGAN, Sifat.TAKAR)), None)
    if berikut is None or berikut in sisa or berikut.gugus == _KELAMIN:
        return False
    return item.gugus != _PENGGOLONG or berikut.tulis.split()[0] not in muat_penjaga().tempat


def _cara(kata: tuple[str, ...]) -> frozenset[str]:
    """Keys of the words that only say by which way something is done: those behind `melalui`."""
    if _CARA not in kata:
        return frozenset()
    at = kata.index(_CARA)
    sebelum = {item.kunci for item in uraikan(kata[:at])}
    return frozenset(item.kunci for item in uraikan(kata[at + 1 :])) - sebelum


def setingkat(tingkat: str, item: Unsur) -> bool:
    """Whether the level of a region that is named is what a word says (`jalan provinsi`, `jalan Provinsi Banten`)."""
    return bool(tingkat) and _TINGKAT.get(tingkat, tingkat) == item.kunci


def fitur_tambahan(*tambahan: Tambahan) -> float:
    """1 where neither name says more than an explanation."""
    return _NILAI_TAMBAHAN[max(tambahan)]


def fitur_pengganti(a: Tambahan, b: Tambahan) -> float:
    """0 where both names hold a word that the other one lacks and that is no explanation."""
    return 0.0 if min(a, b) > Tambahan.PENJELAS else 1.0


def fitur_takaran(a: Nama, b: Nama, unsur: Sequence[Unsur], satuan: tuple[str, str]) -> float:
    """How well the kinds of measure agree: 1 the same, 0 two kinds; `satuan` as `bandingkan` takes them."""
    if a.jenis is b.jenis:
        return _RAGU if a.jenis is Jenis.BAGIAN and ("rasio" in a.takaran) != ("rasio" in b.takaran) else 1.0
    pair = {a.jenis, b.jenis}
    if Jenis.TANPA in pair:
        return _takaran_tersirat(a, b, unsur, satuan)
    if pair == {Jenis.BAGIAN, Jenis.ANGKA}:
        bagian = a if a.jenis is Jenis.BAGIAN else b
        sepersen = satuan == ("persen", "persen") or menyebut_takaran(unsur, "persen")
        return _HAMPIR if "tingkat" in bagian.takaran or sepersen else _RAGU
    if pair == _UANG:
        return _HAMPIR if menyebut_takaran(unsur, "uang") else 0.0
    if pair == {Jenis.BAGIAN, Jenis.RASIO}:
        return _HAMPIR if (a if a.jenis is Jenis.RASIO else b).satuan == "persen" else _RAGU
    if pair == {Jenis.BAGIAN, Jenis.NILAI} and "tingkat" in (*a.takaran, *b.takaran):
        return _HAMPIR if menyebut_takaran(unsur, "nilai") else _RAGU
    return 0.0


def _takaran_tersirat(a: Nama, b: Nama, unsur: Sequence[Unsur], satuan: tuple[str, str]) -> float:
    """A kind that only one of the names prints: certain where the other one's first word or the units say it."""
    if satuan[0] and satuan[0] == satuan[1]:
        return _HAMPIR
    bertakaran, tanpa = (b, a) if a.jenis is Jenis.TANPA else (a, b)
    if bertakaran.jenis is Jenis.BAGIAN and tanpa.satuan == "persen":
        return _HAMPIR
    if bertakaran.takaran == ("tingkat",) and bertakaran.satuan not in ("", "persen"):
        return _HAMPIR
    return _HAMPIR if any(menyebut_takaran(unsur, kind) for kind in _TERSIRAT.get(bertakaran.jenis, ())) else _RAGU


def fitur_urutan(a: Nama, b: Nama, jajaran: Jajaran, unsur_a: Sequence[Unsur], unsur_b: Sequence[Unsur]) -> float:
    """1 for words in one order, less for another order, least where it may turn the meaning."""
    if jajaran.ragam:
        return _TERTUKAR
    x, y = terurut(jajaran, unsur_a, unsur_b)
    sama = [item.kunci for item in x] == [item.kunci for item in y]
    if sama and not _kepala_lain(a, b, jajaran, unsur_a, unsur_b):
        return 1.0
    if _URUTAN_BERARTI & {*a.kata, *b.kata} or Jenis.RASIO in (a.jenis, b.jenis):
        return 0.0
    if sama or not x or x[0].kunci == y[0].kunci:
        return _TERTUKAR if _kepala_lain(a, b, jajaran, unsur_a, unsur_b) else _BERGESER
    bagian = Jenis.BAGIAN in (a.jenis, b.jenis) and {a.jenis, b.jenis} <= {Jenis.BAGIAN, Jenis.ANGKA, Jenis.TANPA}
    return _BERGESER if bagian and berderet(x, y) >= _SEPARUH else _TERTUKAR


def _kepala_lain(a: Nama, b: Nama, jajaran: Jajaran, unsur_a: Sequence[Unsur], unsur_b: Sequence[Unsur]) -> bool:
    """Whether two amounts count another thing: `jumlah pelatihan pekerja`, `jumlah pekerja yang dilatih`."""
    if Jenis.JUMLAH not in (a.jenis, b.jenis):
        return False
    x, y = kepala(unsur_a), kepala(unsur_b)
    if x is None or y is None or any(x in pair.a and y in pair.b for pair in jajaran.padanan if pair.cara):
        return False
    if _berhasil(x, unsur_b) or _berhasil(y, unsur_a):
        return False
    return x.kunci != y.kunci or (x.ragam is not y.ragam and Ragam.PROSES in (x.ragam, y.ragam))


def _berhasil(item: Unsur, lain: Sequence[Unsur]) -> bool:
    """Whether a name counts how often something is done that the other one counts the things of.

    `jumlah penerbitan kartu` and `jumlah kartu yang diterbitkan`, but not `jumlah pelatihan` and `yang dilatih`.
    """
    if item.ragam not in (Ragam.PROSES, Ragam.TANPA) or item.kunci.rstrip("#~") not in muat_penjaga().hasil:
        return False
    return any(
        unsur.kunci == item.kunci and unsur.tulis != item.tulis and unsur.ragam is not Ragam.AKTIF for unsur in lain
    )


def fitur_huruf(a: Nama, b: Nama) -> tuple[float, float]:
    """Likeness of the letters of both names, and of the shorter one to the best part of the longer, 0..1."""
    x, y = "".join(a.pokok), "".join(b.pokok)
    pendek, panjang = sorted((x, y), key=lambda text: (len(text), text))
    return ratio(x, y) / 100, partial_ratio(pendek, panjang) / 100
