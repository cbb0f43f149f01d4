"""How a number of a sentence compares with everything that the tables print of its indicator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from pipeline.arithmetic import apply_rule, percent_of, point, reaches
from pipeline.klaim.nama.ikatan import Ikatan
from pipeline.klaim.tabel.cetakan import Cetakan, bagian, beda_pengali, beda_satuan, sama_cetakan, wilayah_lain
from pipeline.pengukuran import ATURAN_ARAH, SEMUA_ATURAN
from schemas.angka import Angka, AngkaKind
from schemas.kinerja import Laporan, Part, Scope
from schemas.narasi import Klaim, Peran, RujukanKlaim

PART = {Peran.TARGET: Part.TARGET, Peran.REALISASI: Part.REALISASI, Peran.CAPAIAN: Part.CAPAIAN}
"""What a table calls the role of a number."""

_NILAI = (Part.TARGET, Part.REALISASI, Part.CAPAIAN, Part.AWAL)
_WILAYAH = "angka wilayah lain"
_MASA = "angka bagian tahun, tidak ada pada tabel"
_JANGKA = "target jangka menengah tidak ada pada tabel"
_TAHUN = "tabel tidak memuat angka tahun itu"
_PENGALI = "sama dengan tabel hanya dengan pengali lain (ribu, juta, miliar)"
_SATUAN = "tabel memakai satuan lain"
_BULAT = "berbeda satu satuan digit terakhir dari tabel"


class Banding(StrEnum):
    """How a number compares with the row it speaks of."""

    COCOK = "cocok"
    LAIN = "lain"
    BEDA = "beda"
    TAK = "tak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Banding1:
    """One claim with its comparison.

    Attributes:
        fakta: the printings that are the same (for LAIN of another part or year).
        milik: the printings of its part and year.
        alasan: why nothing could be compared.
    """

    rujukan: RujukanKlaim
    klaim: Klaim
    ikatan: Ikatan
    hasil: Banding
    fakta: tuple[Cetakan, ...] = ()
    milik: tuple[Cetakan, ...] = ()
    alasan: str | None = None


def bandingkan(laporan: Laporan, dasar: Banding1, semua: Sequence[Cetakan]) -> Banding1:
    """How one number compares with all printings of its indicator."""
    klaim = dasar.klaim
    khusus = _khusus(laporan, klaim, semua)
    if khusus is not None:
        calon, alasan = khusus
        sama = _sama(klaim, calon)
        return replace(dasar, hasil=Banding.COCOK, fakta=sama) if sama else replace(dasar, alasan=alasan)
    tahun = klaim.teks.tahun or laporan.metadata.tahun
    part = PART.get(klaim.teks.peran)
    milik = bagian(semua, part, tahun) if part else tuple(i for p in _NILAI for i in bagian(semua, p, tahun))
    persis = _sama(klaim, milik)
    if persis:
        return replace(dasar, hasil=Banding.COCOK, fakta=persis)
    lain = _sama(klaim, [item for item in semua if item.fakta.scope is Scope.OWN])
    if lain and (not klaim.teks.tegas or part is None) and any(item.tahun == tahun for item in lain):
        return replace(dasar, hasil=Banding.COCOK, fakta=lain)
    if lain:
        return replace(dasar, hasil=Banding.LAIN, fakta=lain, milik=milik)
    return _tanpa_sama(dasar, milik, semua, tahun)


def _tanpa_sama(
    dasar: Banding1, milik: tuple[Cetakan, ...], semua: Sequence[Cetakan], tahun: int | None
) -> Banding1:
    """A number that no printing of the row equals: in another multiple, rounded on, or wrong."""
    angka = dasar.klaim.angka
    if not milik:
        return replace(dasar, alasan=_TAHUN)
    if any(beda_satuan(angka, item) for item in milik):
        return replace(dasar, alasan=_SATUAN)
    if any(beda_pengali(angka, item.fakta.angka) for item in semua):
        return replace(dasar, alasan=_PENGALI)
    dekat = [item for item in milik if _seujung(angka, item.fakta.angka)]
    for item in dekat:
        dihitung = _hitungan(angka, item, semua, tahun)
        if dihitung:
            return replace(dasar, hasil=Banding.COCOK, fakta=dihitung)
    if dekat and dasar.klaim.teks.peran is Peran.CAPAIAN:
        return replace(dasar, alasan=_BULAT)
    return replace(dasar, hasil=Banding.BEDA, milik=milik)


def _khusus(laporan: Laporan, klaim: Klaim, semua: Sequence[Cetakan]) -> tuple[list[Cetakan], str] | None:
    """What a figure of another area, of part of a year, or of the plan may equal; None for an ordinary one."""
    if wilayah_lain(laporan, klaim):
        return [item for item in semua if item.fakta.scope is not Scope.OWN], _WILAYAH
    if klaim.teks.periode is not None:
        return [item for item in semua if item.fakta.period is not None], _MASA
    if klaim.teks.jangka is not None:
        return [item for item in semua if item.fakta.part in (Part.TARGET, Part.CAPAIAN)], _JANGKA
    return None


def _sama(klaim: Klaim, calon: Sequence[Cetakan]) -> tuple[Cetakan, ...]:
    return tuple(item for item in calon if sama_cetakan(klaim.angka, item))


def _seujung(klaim: Angka, fakta: Angka) -> bool:
    """Whether two numbers with decimals differ by one unit of their last digit."""
    if klaim.value is None or fakta.value is None or klaim.decimals != fakta.decimals or not klaim.decimals:
        return False
    return abs(klaim.value - fakta.value) == Decimal(1).scaleb(-klaim.decimals) * klaim.multiplier


def _hitungan(angka: Angka, item: Cetakan, semua: Sequence[Cetakan], tahun: int | None) -> tuple[Cetakan, ...]:
    """The figures of the row that lead to a number as well as to its printing: target and realisasi, or raw figures."""
    if item.fakta.raw is not None and item.fakta.part is Part.REALISASI:
        persen = percent_of(*item.fakta.raw)
        return (item,) if persen is not None and reaches(angka, persen) else ()
    if item.fakta.part is not Part.CAPAIAN:
        return ()
    aturan = ATURAN_ARAH.get(item.baris.arah, SEMUA_ATURAN)
    for target in bagian(semua, Part.TARGET, tahun):
        for realisasi in bagian(semua, Part.REALISASI, tahun):
            sebaris = target.baris is realisasi.baris and target.fakta.angka.kind is AngkaKind.NUMBER
            if sebaris and any(_sampai(angka, nama, target, realisasi) for nama in aturan):
                return target, realisasi
    return ()


def _sampai(angka: Angka, aturan: str, target: Cetakan, realisasi: Cetakan) -> bool:
    t, r = target.fakta.angka.value, realisasi.fakta.angka.value
    if t is None or r is None:
        return False
    hasil = apply_rule(aturan, t, point(r))
    return hasil is not None and reaches(angka, hasil)
