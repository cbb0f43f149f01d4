"""The indicators of a report or a plan: names, unit, and where target, realisasi and capaian of a year are printed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.arithmetic import same_quantity
from pipeline.ikhtisar.nama_lama import pisah_nama_lama
from pipeline.normalise.butir import Butir, kumpulkan
from pipeline.normalise.nama.urai import baca_nama, konteks_laporan
from pipeline.pengukuran import tahun_fakta
from pipeline.sebutan import Kunci, sebutan
from schemas.angka import AngkaKind
from schemas.kinerja import Baris, Fakta, Kind, Laporan, Part, Scope, Tabel
from schemas.tautan import IndikatorDokumen, Sebutan

_KINDS = (Kind.CAPAIAN, Kind.PERBANDINGAN, Kind.PERJANJIAN, Kind.RENSTRA, Kind.NASIONAL)
_BERTARGET = (*_KINDS, Kind.TRIWULAN)
_PENGUKUR = frozenset((Kind.CAPAIAN, Kind.PERBANDINGAN, Kind.NASIONAL))
_IKU = re.compile(r"indikator\s+kinerja\s+utama|\bIKU\b", re.IGNORECASE)
_LALU = "lalu"
_CACAT = (AngkaKind.MALFORMED, AngkaKind.TEXT)
_SAKSI = 2
"""Rows that show a column headed realisasi to print capaian."""


def indikator_laporan(laporan: Laporan) -> tuple[IndikatorDokumen, ...]:
    """Every indicator of the understood tables once, in the order in which they are first printed.

    Figures of annexes and of subordinates are left out.
    """
    laporan = _tahun_lalu(laporan)
    per_kode: dict[str, list[Butir]] = defaultdict(list)
    for item in kumpulkan(laporan):
        if item.baris.indikator:
            per_kode[item.baris.indikator].append(item)
    tercetak = _sebutan(laporan)
    return tuple(_indikator(laporan, kode, rows, tercetak.get(kode, ())) for kode, rows in per_kode.items())


def _indikator(laporan: Laporan, kode: str, rows: Sequence[Butir], tercetak: Sequence[Sebutan]) -> IndikatorDokumen:
    nama = Counter(item.baris.label for item in rows)
    satuan = Counter(item.satuan for item in rows if item.satuan)
    baku = {item.kamus.kode for item in rows if item.kamus is not None}
    first = rows[0].baris
    tercantum, dahulu = pisah_nama_lama(text for text, _ in nama.most_common())
    return IndikatorDokumen(
        kode=kode,
        baku=baku.pop() if len(baku) == 1 else None,
        nama=tercantum,
        satuan=satuan.most_common(1)[0][0] if satuan else None,
        arah=first.arah,
        sebutan=tuple(tercetak),
        place=first.place,
        induk=next((_induk(laporan, item) for item in rows if item.induk is not None), ""),
        utama=any(_berjudul_iku(laporan.tabel[item.tabel]) for item in rows),
        tak_sah=_tak_sah(laporan, rows),
        dahulu=dahulu,
    )


def _induk(laporan: Laporan, item: Butir) -> str:
    """The heading of a row as printed: the nearest row above that reads like it."""
    assert item.induk is not None
    konteks = konteks_laporan(laporan.metadata)
    atas = (baris.label for baris in reversed(laporan.tabel[item.tabel].baris[: item.urut]))
    tercetak = next((label for label in atas if baca_nama(label, konteks).rapat == item.induk.rapat), None)
    return tercetak.rstrip(" :") if tercetak is not None else " ".join(item.induk.kata)


def _berjudul_iku(tabel: Tabel) -> bool:
    """Whether a table that measures calls its indicators main indicators."""
    if tabel.kind not in _PENGUKUR or tabel.lampiran:
        return False
    headers = [kolom.header for kolom in tabel.kolom if kolom.part is Part.LABEL]
    return any(_IKU.search(text) for text in (tabel.caption or "", *headers))


def _tak_sah(laporan: Laporan, rows: Iterable[Butir]) -> tuple[int | None, ...]:
    found = [
        tahun_fakta(fakta, laporan.tabel[item.tabel], laporan)
        for item in rows
        for fakta in item.baris.all(Part.TARGET)
        if fakta.scope is Scope.OWN and fakta.period is None and fakta.angka.kind in _CACAT
    ]
    return tuple(dict.fromkeys(found))


def _sebutan(laporan: Laporan) -> dict[str, list[Sebutan]]:
    """Printings by identity, without annexes and without capaian under the heading realisasi, bare."""
    found: dict[str, list[Sebutan]] = defaultdict(list)
    capaian = sebutan(laporan, Part.CAPAIAN, _KINDS)
    realisasi = sebutan(laporan, Part.REALISASI, _KINDS)
    menyamar = _kolom_capaian(realisasi, capaian)
    for part, milik in (
        (Part.TARGET, sebutan(laporan, Part.TARGET, _BERTARGET)),
        (Part.REALISASI, realisasi),
        (Part.CAPAIAN, capaian),
    ):
        for (kode, _), group in milik.items():
            found[kode] += [
                item
                for item in group
                if not item.tabel.lampiran and not (part is Part.REALISASI and item.tabel.index in menyamar)
            ]
    polos = _Polos()
    return {kode: [polos.sebutan(item) for item in group] for kode, group in found.items()}


def _kolom_capaian(
    realisasi: Mapping[Kunci, Sequence[Sebutan]], capaian: Mapping[Kunci, Sequence[Sebutan]]
) -> frozenset[int]:
    """Tables whose columns headed realisasi print capaian.

    In two rows or more the value is the capaian of another table and not its realisasi, in fewer it is its realisasi.
    """
    seperti: dict[Part, Counter[int]] = {Part.REALISASI: Counter(), Part.CAPAIAN: Counter()}
    for kunci, group in realisasi.items():
        for item in group:
            if _tercetak(item, group):
                seperti[Part.REALISASI][item.tabel.index] += 1
            elif _tercetak(item, capaian.get(kunci, ())):
                seperti[Part.CAPAIAN][item.tabel.index] += 1
    return frozenset(
        tabel
        for tabel, banyak in seperti[Part.CAPAIAN].items()
        if banyak >= _SAKSI and banyak > seperti[Part.REALISASI][tabel]
    )


def _tercetak(item: Sebutan, group: Iterable[Sebutan]) -> bool:
    """Whether another table prints the quantity."""
    return any(
        lain.tabel.index != item.tabel.index and same_quantity(lain.fakta.angka, item.fakta.angka) for lain in group
    )


class _Polos:
    """Tables and rows without what they hold, each made once."""

    def __init__(self) -> None:
        self._tabel: dict[int, Tabel] = {}
        self._baris: dict[tuple[int, int, int, str], Baris] = {}

    def sebutan(self, item: Sebutan) -> Sebutan:
        """The printing with a bare table and a bare row."""
        tabel, baris = item.tabel, item.baris
        kunci = (tabel.index, baris.row, baris.sub, baris.label)
        if tabel.index not in self._tabel:
            self._tabel[tabel.index] = replace(tabel, kolom=(), baris=())
        if kunci not in self._baris:
            self._baris[kunci] = replace(baris, fakta=())
        return replace(item, tabel=self._tabel[tabel.index], baris=self._baris[kunci])


def _tahun_lalu(laporan: Laporan) -> Laporan:
    """The report with the year before the report's in place of a column that only says `last year`."""
    return replace(laporan, tabel=tuple(_bertahun(tabel, laporan.metadata.tahun) for tabel in laporan.tabel))


def _bertahun(tabel: Tabel, tahun_laporan: int | None) -> Tabel:
    tahun = tabel.tahun or tahun_laporan
    if tahun is None or not any(kolom.period == _LALU for kolom in tabel.kolom):
        return tabel
    return replace(
        tabel,
        baris=tuple(
            replace(baris, fakta=tuple(_fakta_lalu(fakta, tahun - 1) for fakta in baris.fakta)) for baris in tabel.baris
        ),
    )


def _fakta_lalu(fakta: Fakta, tahun: int) -> Fakta:
    if fakta.period != _LALU or fakta.year is not None:
        return fakta
    return replace(fakta, year=tahun, period=None)
