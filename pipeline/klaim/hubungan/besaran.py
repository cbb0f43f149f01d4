"""Budget and realisation of one line whose printed multipliers cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.klaim.hubungan.anggaran import garis_anggaran
from pipeline.klaim.hubungan.dua_rupiah import dua_rupiah
from pipeline.klaim.hubungan.operan import Operan, digit
from schemas.kinerja import Laporan

_SERIBU = 1000
_JAUH = Decimal(200)
_BERLIPAT = Decimal(20)
_TERSERAP = (Decimal("0.5"), Decimal("1.02"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tertukar:
    """A realisation whose digits are a share of its budget, and whose multiplier is not."""

    anggaran: Operan
    realisasi: Operan


def pengali_tertukar(laporan: Laporan, nomor: int, operan: Sequence[Operan | None]) -> Iterator[Tertukar]:
    """Budgets and realisations without percentage or remainder that differ by nothing but ribu, juta or miliar."""
    ditemukan = False
    for anggaran, realisasi in garis_anggaran(laporan, nomor, operan):
        if _tertukar(anggaran, realisasi):
            ditemukan = True
            yield Tertukar(anggaran=anggaran, realisasi=realisasi)
    berdua = None if ditemukan else dua_rupiah(laporan.kalimat[nomor], operan)
    if berdua is not None and (_tertukar(*berdua) or _mustahil(*berdua)):
        yield Tertukar(anggaran=berdua[0], realisasi=berdua[1])


def _mustahil(anggaran: Operan, realisasi: Operan) -> bool:
    """Whether what is spent or left is many times the budget, and no more than it with one multiplier exchanged."""
    a, b = anggaran.angka, realisasi.angka
    if min(a.multiplier, b.multiplier) < _SERIBU or a.multiplier == b.multiplier or anggaran.nilai <= 0:
        return False
    tercetak = realisasi.nilai / anggaran.nilai
    return tercetak > _BERLIPAT and tercetak * a.multiplier / b.multiplier <= _TERSERAP[1]


def _tertukar(anggaran: Operan, realisasi: Operan) -> bool:
    a, b = anggaran.angka, realisasi.angka
    if min(a.multiplier, b.multiplier) < _SERIBU or a.multiplier == b.multiplier or min(digit(a), digit(b)) < 2:
        return False
    if min(anggaran.nilai, realisasi.nilai) <= 0 or anggaran.teks.pendekatan or realisasi.teks.pendekatan:
        return False
    tercetak = realisasi.nilai / anggaran.nilai
    tanpa_kata = tercetak * a.multiplier / b.multiplier
    return not 1 / _JAUH < tercetak < _JAUH and _TERSERAP[0] <= tanpa_kata <= _TERSERAP[1]
