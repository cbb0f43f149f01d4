"""Judges what the sentences of a report claim: bound to rows of its tables, and recomputed from their own numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from pipeline.klaim.hasil import settle
from pipeline.klaim.tautan import bind
from schemas.kinerja import Laporan
from schemas.narasi import Uji

Penguji = Callable[[Laporan], Iterator[Uji]]


def _penguji() -> tuple[Penguji, ...]:
    from pipeline.klaim import (
        anggaran,
        besaran,
        cacah,
        fisik,
        hitungan,
        istilah,
        selisih,
        status,
        tabel,
        total,
    )

    return (
        tabel.judge,
        anggaran.judge,
        selisih.judge,
        besaran.judge,
        hitungan.judge,
        status.judge,
        istilah.judge,
        cacah.judge,
        total.judge,
        fisik.judge,
    )


def judge_claims(laporan: Laporan) -> Laporan:
    """The linked report with its claims bound, judged and settled; without sentences the report itself."""
    if not laporan.kalimat:
        return laporan
    bound = replace(laporan, kalimat=bind(laporan))
    uji = tuple(item for judge in _penguji() for item in judge(bound))
    return replace(bound, uji=uji, kalimat=settle(bound.kalimat, uji))
