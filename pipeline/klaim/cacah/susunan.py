"""How many programs, kegiatan, sasaran and indicators the tables of a report hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.arithmetic.outline import outline_of
from pipeline.normalise.kata.ejaan import lipat
from schemas.kinerja import Baris, JenisBaris, Kind, Laporan, Tabel

_TINGKAT = ("program", "kegiatan", "sub kegiatan")
_SEBUTAN = re.compile(r"\W*(sub\s*-?\s*kegiatan|program|kegiatan)\b", re.IGNORECASE)
_BUKAN_PROGRAM = re.compile(
    r"\W*(?:belanja|urusan|bidang|dinas|badan|kantor|upt\w*|sekretariat|sasaran|tujuan|misi|pendapatan|pegawai"
    r"|kegiatan|sub)\b",
    re.IGNORECASE,
)
_KODE = {3: 0, 5: 1, 6: 2}
"""Parts of a budget code by depth: urusan.bidang.program, then two for the kegiatan, one for the sub kegiatan."""
_IKU = re.compile(r"indikator\s+kinerja\s+utama|\biku\b", re.IGNORECASE)
_INDIKATOR = (Kind.PERJANJIAN, Kind.CAPAIAN)
_ISI = (JenisBaris.BUTIR, JenisBaris.INDUK)
_TERKECIL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Susunan:
    """What one table holds, by the counted word.

    Attributes:
        banyak: how many of each.
        boleh: other numbers that count them as well (equal names once, rows with a heading of their own).
        indikator: identities of its indicators.
        iku: its caption speaks of indikator kinerja utama.
    """

    tabel: int
    kind: Kind
    banyak: Mapping[str, int]
    boleh: Mapping[str, frozenset[int]] = field(default_factory=dict)
    indikator: frozenset[str] = frozenset()
    iku: bool = False

    def sama(self, benda: str, banyak: int) -> bool:
        """Whether the table may be said to hold that many."""
        return self.banyak.get(benda) == banyak or banyak in self.boleh.get(benda, frozenset())


def susunan(laporan: Laporan) -> tuple[Susunan, ...]:
    """Tables of the whole office whose outline is clear: budget tables, agreements and measurements."""
    return tuple(_susunan(laporan))


def kantor(dikenal: Sequence[Susunan], benda: str) -> tuple[Susunan, ...]:
    """Agreement and measurement that hold the same indicators and so tell how many the office has; () without both.

    Tables whose indicators are all in another table as well are parts of it; an agreement may be measured in parts.
    """
    semua = [satu for satu in dikenal if satu.indikator and benda in satu.banyak]
    utuh = [satu for satu in semua if not any(satu.indikator < lain.indikator for lain in semua)]
    jenis = {satu.kind for satu in utuh}
    sepakat = len({satu.indikator for satu in utuh}) == 1 and len({satu.banyak[benda] for satu in utuh}) == 1
    diukur = {item for satu in dikenal if satu.kind is Kind.CAPAIAN for item in satu.indikator}
    terukur = jenis == {Kind.PERJANJIAN} and diukur == utuh[0].indikator
    return tuple(utuh) if sepakat and (terukur or jenis >= set(_INDIKATOR)) else ()


def _susunan(laporan: Laporan) -> Iterator[Susunan]:
    for tabel in laporan.tabel:
        if tabel.tahun not in (None, laporan.metadata.tahun):
            continue
        if tabel.kind is Kind.ANGGARAN:
            yield from _anggaran(tabel)
        elif tabel.kind in _INDIKATOR and not tabel.lampiran:
            yield from _indikator(tabel)


def _anggaran(tabel: Tabel) -> Iterator[Susunan]:
    baris = [item for item in tabel.baris if item.jenis in _ISI]
    for baca in (_dari_kode, _bernama, _dari_kata, _dari_nomor):
        tingkat = baca(baris)
        if tingkat:
            banyak = {nama: tingkat.count(turun) for turun, nama in enumerate(_TINGKAT) if turun in tingkat}
            nama = {kata: frozenset({len(_label(baris, tingkat, turun))}) for turun, kata in enumerate(_TINGKAT)}
            yield Susunan(tabel=tabel.index, kind=tabel.kind, banyak=banyak, boleh=nama)
            return


def _label(baris: Sequence[Baris], tingkat: Sequence[int | None], turun: int) -> set[str]:
    """The different names at one depth."""
    return {lipat(item.label) for item, dalam in zip(baris, tingkat, strict=True) if dalam == turun}


def _dari_kode(baris: Sequence[Baris]) -> list[int | None]:
    """Depth by budget codes (`1.02.01`, `1.02.01.2.01`, `1.02.01.2.01.0001`); [] where the rows carry other codes."""
    kode = [tuple("".join((item.nomor or "").split()).strip(".").split(".")) for item in baris]
    panjang = {len(satu) for satu in kode if satu != ("",)}
    if not {3, 5} <= panjang or panjang - {1, 2, *_KODE} or any(len(satu) == 1 and satu[0] for satu in kode):
        return []
    ada = set(kode)
    yatim = any(len(satu) > induk and satu[:induk] not in ada for satu in kode for induk in (3, 5))
    tanpa = any(satu == ("",) for satu in kode[1:])
    return [] if yatim or tanpa else [_KODE.get(len(satu)) for satu in kode]


def _bernama(baris: Sequence[Baris]) -> list[int | None]:
    """Depth by numbered levels below rows that are named programs; [] where the outline is not clear."""
    program = {item.level for item in baris if _nama(item) == "program"}
    dalam = sorted({item.level for item in baris if item.level is not None})
    if len(program) != 1 or len(dalam) < _TERKECIL:
        return []
    atas = next(iter(program))
    if atas is None or dalam[dalam.index(atas) :] != list(range(atas, dalam[-1] + 1)):
        return []
    lain = any(item.level == atas and _nama(item) != "program" for item in baris)
    if lain or dalam[-1] - atas >= len(_TINGKAT):
        return []
    return [item.level - atas if item.level is not None and item.level >= atas else None for item in baris]


def _dari_kata(baris: Sequence[Baris]) -> list[int | None]:
    """Depth by the word that every label begins with; [] where one begins with another."""
    nama = [_nama(item) for item in baris]
    if any(item is None for item in nama) or len(set(nama)) < _TERKECIL or nama[0] != "program":
        return []
    return [_TINGKAT.index(item) for item in nama if item is not None]


def _dari_nomor(baris: Sequence[Baris]) -> list[int | None]:
    """Depth by list marks (`A`, `1`, `a`; `1`, `1.1`, `1.1.1`) of just three levels; [] for any other outline."""
    susun = outline_of(tuple(baris))
    if susun.scattered or any(mark is None for mark in susun.marks) or not baris:
        return []
    tingkat = [_dalam(susun.parents, urut) for urut in range(len(baris))]
    anak = {susun.parents[urut] for urut in range(len(baris))}
    buntu = any(satu < len(_TINGKAT) - 1 and urut not in anak for urut, satu in enumerate(tingkat))
    asing = any(satu == 0 and _BUKAN_PROGRAM.match(item.label) for item, satu in zip(baris, tingkat, strict=True))
    if set(tingkat) != set(range(len(_TINGKAT))) or buntu or asing or tingkat.count(0) < _TERKECIL:
        return []
    return list(tingkat)


def _dalam(induk: Sequence[int | None], urut: int) -> int:
    atas = induk[urut]
    return 0 if atas is None else 1 + _dalam(induk, atas)


def _nama(baris: Baris) -> str | None:
    """The level that a label begins with."""
    match = _SEBUTAN.match(baris.label)
    if match is None:
        return None
    kata = match.group(1).lower()
    return "sub kegiatan" if kata.startswith("sub") else kata


def _indikator(tabel: Tabel) -> Iterator[Susunan]:
    """Distinct indicators and sasaran of a table without rows inside rows."""
    baris = [item for item in tabel.baris if item.jenis is JenisBaris.BUTIR and item.indikator]
    if len(baris) < _TERKECIL or any(item.jenis is JenisBaris.INDUK for item in tabel.baris):
        return
    banyak = {"indikator": len({item.indikator for item in baris})}
    sasaran = {lipat(item.sasaran) for item in baris if item.sasaran}
    if sasaran and all(item.sasaran for item in baris):
        banyak["sasaran"] = len(sasaran)
    yield Susunan(
        tabel=tabel.index,
        kind=tabel.kind,
        banyak=banyak,
        boleh={"indikator": frozenset({len(baris)})},
        indikator=frozenset(item.indikator for item in baris),
        iku=bool(_IKU.search(tabel.caption or "")),
    )
