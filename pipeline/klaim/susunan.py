"""How many programs, kegiatan, sasaran and indicators the tables of a report hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.normalise.ejaan import lipat
from schemas.kinerja import JenisBaris, Kind, Laporan, Tabel

_PROGRAM = re.compile(r"\W*program\b", re.IGNORECASE)
_TINGKAT = ("program", "kegiatan", "sub kegiatan")
_INDIKATOR = (Kind.PERJANJIAN, Kind.CAPAIAN)
_ISI = (JenisBaris.BUTIR, JenisBaris.INDUK)
_TERKECIL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Susunan:
    """What one table holds, by the counted word."""

    tabel: int
    banyak: Mapping[str, int]


def susunan(laporan: Laporan) -> tuple[Susunan, ...]:
    """Tables of the whole office whose outline is clear: budget tables, agreements and measurements."""
    return tuple(_susunan(laporan))


def _susunan(laporan: Laporan) -> Iterator[Susunan]:
    for tabel in laporan.tabel:
        banyak = {}
        if tabel.kind is Kind.ANGGARAN:
            banyak = _garis_besar(tabel)
        elif tabel.kind in _INDIKATOR and not tabel.lampiran:
            banyak = _indikator(tabel)
        if banyak:
            yield Susunan(tabel=tabel.index, banyak=banyak)


def _garis_besar(tabel: Tabel) -> dict[str, int]:
    """Rows by depth of a budget table whose programs are named so; {} where the outline is not clear."""
    baris = [item for item in tabel.baris if item.jenis in _ISI and item.level is not None]
    atas = {item.level for item in baris if _PROGRAM.match(item.label)}
    dalam = sorted({item.level for item in baris if item.level is not None})
    if len(atas) != 1 or len(dalam) < _TERKECIL:
        return {}
    program = next(iter(atas))
    if program is None or dalam[dalam.index(program) :] != list(range(program, dalam[-1] + 1)):
        return {}
    lain = any(item.level == program and not _PROGRAM.match(item.label) for item in baris)
    if lain or dalam[-1] - program >= len(_TINGKAT):
        return {}
    return {
        nama: sum(item.level == program + turun for item in baris)
        for turun, nama in enumerate(_TINGKAT)
        if program + turun <= dalam[-1]
    }


def _indikator(tabel: Tabel) -> dict[str, int]:
    """Distinct indicators and sasaran of a table without rows inside rows."""
    baris = [item for item in tabel.baris if item.jenis is JenisBaris.BUTIR and item.indikator]
    if len(baris) < _TERKECIL or any(item.jenis is JenisBaris.INDUK for item in tabel.baris):
        return {}
    banyak = {"indikator": len({item.indikator for item in baris})}
    sasaran = {lipat(item.sasaran) for item in baris if item.sasaran}
    if sasaran and all(item.sasaran for item in baris):
        banyak["sasaran"] = len(sasaran)
    return banyak
