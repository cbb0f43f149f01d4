"""All arithmetic relations of a sentence other than changes and gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.klaim.hubungan.anggaran import hubungan_anggaran
from pipeline.klaim.hubungan.bagian import hubungan_bagian
from pipeline.klaim.hubungan.capaian import hubungan_capaian
from pipeline.klaim.hubungan.dasar import Hubungan
from pipeline.klaim.hubungan.operan import Operan
from pipeline.klaim.hubungan.pelengkap import hubungan_pelengkap
from pipeline.klaim.hubungan.rumus import hubungan_rumus
from pipeline.klaim.hubungan.seukuran import seukuran
from pipeline.klaim.hubungan.terbagi import hubungan_terbagi
from schemas.kinerja import Laporan


def hubungan_hitungan(laporan: Laporan, nomor: int, operan: Sequence[Operan | None]) -> Iterator[Hubungan]:
    """What is printed with signs, budget, capaian and parts, in this order."""
    kalimat = laporan.kalimat[nomor]
    for hubungan in _hubungan(laporan, nomor, operan):
        yield seukuran(kalimat, hubungan)


def _hubungan(laporan: Laporan, nomor: int, operan: Sequence[Operan | None]) -> Iterator[Hubungan]:
    kalimat = laporan.kalimat[nomor]
    yield from hubungan_rumus(kalimat, [item for item in operan if item is not None])
    yield from hubungan_anggaran(laporan, nomor, operan)
    yield from hubungan_capaian(kalimat, operan)
    yield from hubungan_bagian(kalimat, operan)
    terbaca = [item for item in operan if item is not None]
    if len(terbaca) == len(operan):
        yield from hubungan_terbagi(kalimat, terbaca)
        yield from hubungan_pelengkap(kalimat, terbaca)
