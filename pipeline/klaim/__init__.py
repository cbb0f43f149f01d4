"""Judges what the sentences of a report claim: bound to rows of its tables, and recomputed from their own numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from pipeline.klaim.hasil import settle
from pipeline.klaim.nama.penamaan import lupakan
from pipeline.klaim.nama.tautan import bind
from schemas.kinerja import Laporan
from schemas.narasi import Uji

Penguji = Callable[[Laporan], Iterator[Uji]]
Gagal = Callable[[str, Exception], None]
"""Told the name of a judge that broke, and its error."""


def _penguji() -> Mapping[str, Penguji]:
    from pipeline.klaim import hitungan
    from pipeline.klaim.anggaran import baris as anggaran
    from pipeline.klaim.anggaran import besaran, fisik, total
    from pipeline.klaim.cacah import vonis as cacah
    from pipeline.klaim.kelas import istilah, predikat
    from pipeline.klaim.selisih import vonis as selisih
    from pipeline.klaim.tabel import vonis as tabel
    from pipeline.klaim.vonis import status

    return {
        "tabel": tabel.judge,
        "anggaran": anggaran.judge,
        "selisih": selisih.judge,
        "besaran": besaran.judge,
        "hitungan": hitungan.judge,
        "status": status.judge,
        "istilah": istilah.judge,
        "predikat": predikat.judge,
        "cacah": cacah.judge,
        "total": total.judge,
        "fisik": fisik.judge,
    }


def judge_claims(laporan: Laporan, on_error: Gagal | None = None) -> Laporan:
    """The linked report with its claims bound, judged and settled; without sentences the report itself.

    Args:
        laporan: the linked report with its sentences.
        on_error: told of a judge that breaks, which then says nothing while the others go on; without it the error
            is raised.
    """
    if not laporan.kalimat:
        return laporan
    uji: list[Uji] = []
    try:
        bound = replace(laporan, kalimat=bind(laporan))
        for nama, judge in _penguji().items():
            try:
                uji += list(judge(bound))
            except MemoryError:
                raise
            except Exception as error:
                if on_error is None:
                    raise
                on_error(nama, error)
    finally:
        lupakan()
    return replace(bound, uji=tuple(uji), kalimat=settle(bound.kalimat, uji))
