"""Capaian berbeda antar tabel.

Yang ditemukan
    Satu indikator dan satu tahun, dengan target dan realisasi yang sama, memiliki dua capaian; juga kolom capaian pada
    tabel tanpa target (perbandingan dengan tahun lalu) yang baris lainnya sama dengan tabel pengukuran.

Mengapa penting
    Dari angka yang sama hanya mungkin satu capaian; predikat bergantung pada tabel mana yang dibaca.

Contoh
    Target 5,45 dan realisasi 6,91 tercetak dengan capaian 112,39 pada satu tabel dan 67 pada tabel lain.

Diam bila
    Target atau realisasinya berbeda (itu urusan KON001 dan KON004), capaian diukur terhadap target akhir
    rencana, salah satunya hanya dibulatkan, atau kolom capaian tanpa target kebanyakan berisi nilai lain (realisasi
    yang bertajuk capaian, capaian terhadap rencana).

Rujukan:
    PermenPANRB 53/2014 Lampiran III (reviu: konsistensi antar bagian laporan) [rumusannya belum
    dipastikan].
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pipeline.arithmetic import same_quantity
from pipeline.checks.base import (
    Check,
    Sebutan,
    Terukur,
    berlawanan,
    bukti_sebutan,
    finding,
    kelompok_nilai,
    ok,
    pengukuran,
    sebutan,
    stated,
    teks_sebutan,
    unchecked,
)
from schemas.finding import Outcome, Severity
from schemas.kinerja import Kind, Laporan, Part

_KINERJA = re.compile(r"kinerja", re.IGNORECASE)
_UKUR = (Kind.CAPAIAN, Kind.PERBANDINGAN, Kind.RENSTRA)
_BUKTI = 2
"""Rows with the measured capaian that show what a column without a target holds."""


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every indicator and year with capaian in two or more tables."""
    terukur = {id(ukur.capaian): ukur for ukur in pengukuran(laporan) if isinstance(ukur, Terukur)}
    cetakan = sebutan(laporan, Part.CAPAIAN, (*_UKUR, Kind.EFISIENSI))
    sama = _kolom_sama(cetakan.values(), terukur)
    for (_, tahun), semua in cetakan.items():
        group = [item for item in semua if id(item.fakta) in terukur or _efisiensi(item)]
        if any(id(item.fakta) in terukur for item in group):
            group = [item for item in semua if item in group or _kolom(item) in sama]
        if len({item.tabel.index for item in group}) > 1:
            yield _periksa(tahun, group, terukur)


def _kolom_sama(cetakan: Iterable[tuple[Sebutan, ...]], terukur: Mapping[int, Terukur]) -> frozenset[tuple[int, int]]:
    """Columns of tables without target in which most rows print the capaian that is measured elsewhere."""
    sama, beda = Counter[tuple[int, int]](), Counter[tuple[int, int]]()
    for semua in cetakan:
        diukur = [item.fakta.angka for item in semua if id(item.fakta) in terukur]
        for item in semua:
            if diukur and item.tabel.kind in _UKUR and not item.tabel.has(Part.TARGET):
                cocok = any(same_quantity(item.fakta.angka, angka) for angka in diukur)
                (sama if cocok else beda)[_kolom(item)] += 1
    return frozenset(kolom for kolom, banyak in sama.items() if banyak >= _BUKTI and banyak > beda[kolom])


def _kolom(item: Sebutan) -> tuple[int, int]:
    return item.tabel.index, item.fakta.col


def _efisiensi(item: Sebutan) -> bool:
    return item.tabel.kind is Kind.EFISIENSI and bool(_KINERJA.search(item.fakta.header))


def _periksa(tahun: int | None, group: list[Sebutan], terukur: dict[int, Terukur]) -> Outcome:
    kelompok = kelompok_nilai(group)
    if len(kelompok) == 1:
        return ok()
    acuan = next((anggota[0] for anggota in kelompok if id(anggota[0].fakta) in terukur), kelompok[0][0])
    lain = [item for item in berlawanan(group, acuan) if _sama_dasar(item, acuan, terukur)]
    if not lain:
        return unchecked("target, realisasi, atau satuan capaian berbeda")
    wakil = [anggota for anggota in kelompok if acuan in anggota or any(item in anggota for item in lain)]
    return finding(
        CHECK,
        subject=acuan.baris.label,
        message=(
            f"Capaian {acuan.baris.label}{f' tahun {tahun}' if tahun else ''} berbeda antar tabel: "
            f"{teks_sebutan(wakil)}."
        ),
        stated=stated(lain[0].fakta),
        evidence=bukti_sebutan(item for anggota in wakil for item in anggota),
    )


def _sama_dasar(a: Sebutan, b: Sebutan, terukur: dict[int, Terukur]) -> bool:
    """Whether both are measured from the same target and realisasi, as far as these are printed."""
    satu, dua = terukur.get(id(a.fakta)), terukur.get(id(b.fakta))
    if satu is None or dua is None:
        return _sama_realisasi(a, b)
    return same_quantity(satu.target.angka, dua.target.angka) and same_quantity(
        satu.realisasi.angka, dua.realisasi.angka
    )


def _sama_realisasi(a: Sebutan, b: Sebutan) -> bool:
    """Whether no realisasi of the year beside one contradicts that beside the other."""
    kiri, kanan = ([f for f in item.baris.all(Part.REALISASI) if f.year in (None, item.tahun)] for item in (a, b))
    angka = [(x.angka, y.angka) for x in kiri for y in kanan if x.angka.value is not None and y.angka.value is not None]
    return not angka or any(same_quantity(x, y) for x, y in angka)


CHECK = Check(code="KON005", name="capaian-berbeda-antar-tabel", severity=Severity.ERROR, run=run, doc=__doc__)
