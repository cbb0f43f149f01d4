"""All arithmetic relations of a sentence other than changes and gaps; the factors of a formula belong to no other."""

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
from pipeline.klaim.hubungan.tertulis import hubungan_tertulis
from schemas.kinerja import Laporan


def hubungan_hitungan(laporan: Laporan, nomor: int, operan: Sequence[Operan | None]) -> Iterator[Hubungan]:
    """What is printed with signs, budget, capaian and parts, in this order."""
    kalimat = laporan.kalimat[nomor]
    for hubungan in _hubungan(laporan, nomor, operan):
        yield seukuran(kalimat, hubungan)


def _hubungan(laporan: Laporan, nomor: int, operan: Sequence[Operan | None]) -> Iterator[Hubungan]:
    kalimat = laporan.kalimat[nomor]
    terbaca = [item for item in operan if item is not None]
    rumus = list(hubungan_rumus(kalimat, terbaca))
    yield from rumus
    dikenal = {hubungan.hasil.posisi for hubungan in rumus}
    tertulis = list(hubungan_tertulis(kalimat, terbaca))
    yield from (hubungan for hubungan in tertulis if hubungan.hasil.posisi not in dikenal)
    faktor = {item.posisi for hubungan in tertulis for item in hubungan.operan}
    for hubungan in _dalam_kata(laporan, nomor, operan, terbaca):
        sendiri = {item.posisi for item in hubungan.anggota if item.rujukan.kalimat == nomor}
        if not sendiri & faktor:
            yield hubungan


def _dalam_kata(
    laporan: Laporan, nomor: int, operan: Sequence[Operan | None], terbaca: Sequence[Operan]
) -> Iterator[Hubungan]:
    """Relations that words say, not signs."""
    kalimat = laporan.kalimat[nomor]
    yield from hubungan_anggaran(laporan, nomor, operan)
    yield from hubungan_capaian(kalimat, operan)
    yield from hubungan_bagian(kalimat, operan)
    if len(terbaca) == len(operan):
        yield from hubungan_terbagi(kalimat, terbaca)
        yield from hubungan_pelengkap(kalimat, terbaca)
