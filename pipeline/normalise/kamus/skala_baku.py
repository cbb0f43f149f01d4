"""Scales of predicates that regulations set: which were in force, what class a value has, what a predicate names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import pairwise
from pathlib import Path

from pipeline.normalise.kamus.baca import BarisCsv, baca_csv, kumpulkan_galat
from pipeline.normalise.kamus.isi import wajib
from schemas.errors import KamusError

KOLOM = (
    *("skala", "subjek", "kelas", "urutan", "dari", "dari_termasuk", "sampai", "sampai_termasuk"),
    *("berlaku_dari", "berlaku_sampai", "rujukan"),
)
_WAJIB = ("skala", "subjek", "kelas", "urutan", "berlaku_dari", "rujukan")
_YA = {"ya": True, "tidak": False, "": True}
_SINGKATAN = re.compile(r"\(([A-Z]{1,3})\)$|^([A-Z]{1,3})$")
_KATA = re.compile(r"[A-Za-z]+[+-]?")
_BANDING = re.compile(r"[<>≤≥]")
_PENGISI = frozenset(
    ("kategori", "predikat", "nilai", "mutu", "kualifikasi", "kriteria", "peringkat", "indeks", "skor", "poin", "point")
)
# a year's report also prints what was found one to three years before it
_TAHUN_LALU, _TAHUN_DEPAN = 3, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class KelasBaku:
    """One class of a scale.

    Attributes:
        nama: its name in lower case, "" where it has only letters; singkatan: its letters in capitals, "" without.
        label: both, as the kamus writes them.
        dari, sampai: its bounds, None where it is open; *_termasuk: whether the bound belongs to it.
    """

    label: str
    nama: str
    singkatan: str
    dari: Decimal | None
    dari_termasuk: bool
    sampai: Decimal | None
    sampai_termasuk: bool

    def memuat(self, nilai: Decimal) -> bool:
        """Whether the value lies in the class."""
        bawah = self.dari is None or nilai > self.dari or (self.dari_termasuk and nilai == self.dari)
        return bawah and (self.sampai is None or nilai < self.sampai or (self.sampai_termasuk and nilai == self.sampai))

    @property
    def teks(self) -> str:
        """Name and bounds for the reader: `Baik (B), >60–70`."""
        if self.dari is not None and self.sampai is not None:
            bawah, atas = "" if self.dari_termasuk else ">", "" if self.sampai_termasuk else "<"
            return f"{self.label}, {bawah}{_id(self.dari)}–{atas}{_id(self.sampai)}"
        if self.sampai is not None:
            return f"{self.label}, {'sampai' if self.sampai_termasuk else 'di bawah'} {_id(self.sampai)}"
        return f"{self.label}, {'mulai' if self.dari_termasuk else 'di atas'} {_id(self.dari or Decimal(0))}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SkalaBaku:
    """A scale that a regulation sets.

    Attributes:
        kode: name of the scale; subjek: code of the indicator that it classifies, or `capaian`.
        kelas: its classes, the best first.
        berlaku_dari, berlaku_sampai: years in force; no last year while it is.
        rujukan: the regulation.
    """

    kode: str
    subjek: str
    kelas: tuple[KelasBaku, ...]
    berlaku_dari: int
    berlaku_sampai: int | None
    rujukan: str

    def berlaku(self, tahun: int) -> bool:
        """Whether it was in force in that year."""
        return self.berlaku_dari <= tahun and (self.berlaku_sampai is None or tahun <= self.berlaku_sampai)

    def kelas_nilai(self, nilai: Decimal, toleransi: Decimal = Decimal(0)) -> tuple[KelasBaku, ...]:
        """Classes of a value that is known to within `toleransi`; in a gap both neighbours, none beyond the scale."""
        low, high = nilai - toleransi, nilai + toleransi
        if not self._meliputi(nilai):
            return ()
        memuat = [k for k in self.kelas if _bersinggungan(k, low, high)]
        if not any(_bersinggungan(k, nilai, nilai) for k in memuat):
            memuat += [k for k in self.kelas if k.dari is not None and k.dari >= nilai][-1:]
            memuat += [k for k in self.kelas if k.sampai is not None and k.sampai <= nilai][:1]
        return tuple(k for k in self.kelas if k in memuat)

    def _meliputi(self, nilai: Decimal) -> bool:
        """Whether the value is one of this scale: not beyond its ends, and not of a scale a tenth as long."""
        atas, bawah = self.kelas[0].sampai, self.kelas[-1].dari
        return (bawah is None or nilai >= bawah) and (atas is None or atas / 10 < nilai <= atas)


def berskala(subjek: str) -> bool:
    """Whether the kamus has a scale for that indicator."""
    return any(item.subjek == subjek for item in muat_skala())


def skala_berlaku(subjek: str, tahun: int) -> tuple[SkalaBaku, ...]:
    """The scales a value printed in the report of a year may follow, newest first.

    Empty when none is known, or when those known leave out one of the years that the value may be of.
    """
    semua = [item for item in muat_skala() if item.subjek == subjek]
    tahunan = range(tahun - _TAHUN_LALU, tahun + 1)
    if not all(any(item.berlaku(satu) for item in semua) for satu in tahunan):
        return ()
    berlaku = [item for item in semua if any(item.berlaku(satu) for satu in (*tahunan, tahun + _TAHUN_DEPAN))]
    return tuple(sorted(berlaku, key=lambda item: -item.berlaku_dari))


def kelas_bernama(skala: SkalaBaku, predikat: str) -> tuple[KelasBaku, ...]:
    """The classes that a printed predicate names (`B`, `B (Baik)`, `kategori Sangat Baik`), none when it says more."""
    if _BANDING.search(predikat):
        return ()
    kata = [word for word in _KATA.findall(predikat) if word.lower() not in _PENGISI]
    found: list[KelasBaku] = []
    while kata:
        kelas, panjang = _awal(skala, kata)
        if kelas is None:
            return ()
        found.append(kelas)
        kata = kata[panjang:]
    return tuple(found)


def berpredikat(text: str) -> bool:
    """Whether a text says anything but that a predicate follows."""
    return any(word.lower() not in _PENGISI for word in _KATA.findall(text))


def _awal(skala: SkalaBaku, kata: Sequence[str]) -> tuple[KelasBaku | None, int]:
    """The class that the first words name, and how many they are; its letters count in capitals only."""
    for kelas in skala.kelas:
        if kelas.singkatan and kata[0] == kelas.singkatan:
            return kelas, 1
    kecil = [word.lower() for word in kata]
    bernama = [
        (len(nama), kelas) for kelas in skala.kelas if (nama := kelas.nama.split()) and kecil[: len(nama)] == nama
    ]
    panjang, found = max(bernama, key=lambda item: item[0], default=(0, None))
    return found, panjang


def _bersinggungan(kelas: KelasBaku, low: Decimal, high: Decimal) -> bool:
    """Whether class and interval share a point, or the interval ends at the bound of the class."""
    atas = kelas.sampai is None or low < kelas.sampai or kelas.memuat(low)
    return atas and (kelas.dari is None or high > kelas.dari or kelas.memuat(high))


@cache
def muat_skala() -> tuple[SkalaBaku, ...]:
    """The scales of the kamus; they are read at the first call.

    Raises:
        KamusError: when the file is broken.
    """
    return baca_skala("skala.csv")


def baca_skala(sumber: str | Path) -> tuple[SkalaBaku, ...]:
    """The scales of a file with the columns `KOLOM`, in its order; classes by their `urutan`.

    Raises:
        KamusError: for blank or unreadable fields, classes in disorder or overlapping, lines of one scale that
            disagree about it.
    """
    rows = baca_csv(sumber, KOLOM)
    wajib(rows, *_WAJIB)
    kumpulkan_galat(error for row in rows for error in _cacat(row))
    per_skala: dict[str, list[BarisCsv]] = defaultdict(list)
    for row in rows:
        per_skala[row["skala"]].append(row)
    kumpulkan_galat(error for group in per_skala.values() for error in _berselisih(group))
    return tuple(_skala(group) for group in per_skala.values())


def _cacat(row: BarisCsv) -> Iterator[KamusError]:
    for kolom in ("urutan", "berlaku_dari", "berlaku_sampai"):
        if row[kolom] and not (row[kolom].isascii() and row[kolom].isdigit()):
            yield row.salah(kolom, f"“{row[kolom]}” bukan bilangan bulat; tulis dengan angka.")
    for kolom in ("dari", "sampai"):
        if row[kolom] and _bilangan(row[kolom]) is None:
            yield row.salah(kolom, f"“{row[kolom]}” bukan bilangan; tulis desimalnya dengan titik, misalnya 76.61.")
        if row[f"{kolom}_termasuk"] not in _YA:
            yield row.salah(f"{kolom}_termasuk", f"“{row[f'{kolom}_termasuk']}” tidak dikenal (pilihan: ya, tidak).")
    if not row["dari"] and not row["sampai"]:
        yield row.salah("dari", "kosong, begitu pula sampai; isi sekurang-kurangnya satu batas.")


def _berselisih(rows: Sequence[BarisCsv]) -> Iterator[KamusError]:
    """What is wrong between the lines of one scale."""
    first, *rest = rows
    for row in rest:
        for kolom in ("subjek", "berlaku_dari", "berlaku_sampai", "rujukan"):
            if row[kolom] != first[kolom]:
                yield row.salah(kolom, f"“{row[kolom]}”, padahal {first.tempat} menulis “{first[kolom]}”; samakan.")
    urut = sorted(rows, key=lambda row: int(row["urutan"]))
    for atas, bawah in pairwise(urut):
        if atas["urutan"] == bawah["urutan"]:
            yield bawah.salah("urutan", f"“{bawah['urutan']}” sudah dipakai di {atas.tempat}; beri nomor sendiri.")
        elif _tumpang(_kelas(atas), _kelas(bawah)):
            yield bawah.salah("sampai", f"tumpang tindih dengan {atas.tempat}, atau kelas terbaik tidak di urutan 1.")
    for row in rows:
        kelas = _kelas(row)
        if kelas.dari is not None and kelas.sampai is not None and kelas.dari >= kelas.sampai:
            yield row.salah("sampai", f"“{row['sampai']}” tidak di atas dari “{row['dari']}”; tukar atau perbaiki.")


def _tumpang(atas: KelasBaku, bawah: KelasBaku) -> bool:
    if atas.dari is None or bawah.sampai is None:
        return True
    return bawah.sampai > atas.dari or (bawah.sampai == atas.dari and atas.dari_termasuk and bawah.sampai_termasuk)


def _skala(rows: Sequence[BarisCsv]) -> SkalaBaku:
    first = rows[0]
    return SkalaBaku(
        kode=first["skala"],
        subjek=first["subjek"],
        kelas=tuple(map(_kelas, sorted(rows, key=lambda row: int(row["urutan"])))),
        berlaku_dari=int(first["berlaku_dari"]),
        berlaku_sampai=int(first["berlaku_sampai"]) if first["berlaku_sampai"] else None,
        rujukan=first["rujukan"],
    )


def _kelas(row: BarisCsv) -> KelasBaku:
    huruf = _SINGKATAN.search(row["kelas"])
    return KelasBaku(
        label=row["kelas"],
        nama=_SINGKATAN.sub("", row["kelas"]).strip().lower(),
        singkatan=next(filter(None, huruf.groups())) if huruf else "",
        dari=_bilangan(row["dari"]),
        dari_termasuk=_YA[row["dari_termasuk"]],
        sampai=_bilangan(row["sampai"]),
        sampai_termasuk=_YA[row["sampai_termasuk"]],
    )


def _bilangan(text: str) -> Decimal | None:
    """The number of a field, None for a blank one and for what is no number."""
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _id(nilai: Decimal) -> str:
    """A bound as printed in Indonesian."""
    return f"{nilai:f}".replace(".", ",")
