"""Capaian berbeda antar tabel.

Yang ditemukan
    Satu indikator dan satu tahun, dengan target dan realisasi yang sama, memiliki dua capaian.

Mengapa penting
    Dari angka yang sama hanya mungkin satu capaian; predikat bergantung pada tabel mana yang dibaca.

Contoh
    Target 5,45 dan realisasi 6,91 tercetak dengan capaian 112,39 pada satu tabel dan 67 pada tabel lain.

Diam bila
    Target atau realisasinya berbeda (itu urusan KON001 dan KON004), capaian diukur terhadap target akhir
    rencana, atau salah satunya hanya dibulatkan.

Rujukan:
    PermenPANRB 53/2014 Lampiran III (reviu: konsistensi antar bagian laporan) [rumusannya belum
    dipastikan].
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every indicator and year with capaian in two or more tables."""
    terukur = {id(ukur.capaian): ukur for ukur in pengukuran(laporan) if isinstance(ukur, Terukur)}
    for (_, tahun), semua in sebutan(laporan, Part.CAPAIAN, (*_UKUR, Kind.EFISIENSI)).items():
        group = [item for item in semua if id(item.fakta) in terukur or _efisiensi(item)]
        if len({item.tabel.index for item in group}) > 1:
            yield _periksa(tahun, group, terukur)


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
        return True
    return same_quantity(satu.target.angka, dua.target.angka) and same_quantity(
        satu.realisasi.angka, dua.realisasi.angka
    )


CHECK = Check(code="KON005", name="capaian-berbeda-antar-tabel", severity=Severity.ERROR, run=run, doc=__doc__)
