"""Whether a number of a sentence that no printing of its row equals can be called wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipeline.arithmetic import same_quantity
from pipeline.arithmetic.columns import significant
from pipeline.klaim.nama.ikatan import Cara
from pipeline.klaim.nama.kata import bersih
from pipeline.klaim.tabel.banding_baris import PART, Banding, Banding1
from pipeline.normalise.nama.urai import konteks_laporan
from pipeline.satuan_nilai import kelas_satuan
from schemas.angka import AngkaKind
from schemas.kinerja import Laporan, Part
from schemas.narasi import Klaim, Peran
from schemas.tautan import Sebutan

_LURUS = re.compile(
    r"\b(?P<peran>target|realisasi)(?:nya)?(?:\s+kinerja)?\s+(?:indikator\s+)?(?:pada\s+)?(?:tahun\s+(?P<tahun>\d{4})\s+)?"
    r"(?:yang\s+ditetapkan\s+)?(?:adalah\s+)?(?:sebesar|adalah|yaitu|sebanyak)\s*$",
    re.IGNORECASE,
)
_DIKAITKAN = re.compile(
    r"\b(?:me[a-z]+i|mencapai|terhadap|dari|dengan|banding\w*|dibanding\w*|atas|bawah|sesuai|capaian|tercapai\w*)\s*$",
    re.IGNORECASE,
)
_LANJUT = re.compile(r"[\s%]*(?:persen\s*)?(?:pada|di|untuk)\s+(?:akhir\s+)?(?:tahun|triwulan|\d)", re.IGNORECASE)
_PERAN_KATA = {"target": Peran.TARGET, "realisasi": Peran.REALISASI}
_MASA_LAIN = re.compile(
    r"\bdari\b|\bsebelum|\blalu\b|\bsemula\b|\bawal\b|\btahun\s+\d|\bterendah|\btertinggi|\bselisih|\bantara\b",
    re.IGNORECASE,
)
_TINGKAT = re.compile(
    r"\b(?:menjadi|sebesar|senilai|mencapai|tercatat|adalah|yaitu|ialah|angka|posisi|level)\s*$", re.IGNORECASE
)
_PERAN = (*PART, Peran.NILAI, Peran.LAIN)
_NAMA_PENUH = (Cara.SENDIRI, Cara.SEBELUM, Cara.BUTIR)
_CUKUP = 2
_BUKTI_PENUH = 3


def lurus(text: str, item: Banding1) -> bool:
    """Whether role and year stand directly before the number, so that another figure of the row is a slip."""
    teks, ikatan = item.klaim.teks, item.ikatan
    depan = text[: ikatan.mulai] + text[ikatan.akhir : teks.mulai]
    isyarat = _LURUS.search(depan)
    if isyarat is None or _DIKAITKAN.search(depan[: isyarat.start()]) or _LANJUT.match(text, teks.akhir):
        return False
    tahun = isyarat.group("tahun")
    sepakat = tahun is None or int(tahun) == teks.tahun
    return sepakat and _PERAN_KATA[isyarat.group("peran").lower()] is teks.peran


def pasti(item: Banding1, cocok: int) -> bool:
    """Whether name and role of a number leave no doubt; a short name or one in a heading needs another that fits."""
    teks, entri = item.klaim.teks, item.ikatan.entri
    return (
        entri is not None
        and ((entri.penuh and item.ikatan.cara in _NAMA_PENUH) or (cocok > 0 and _berjudul(item)))
        and item.ikatan.bersih
        and teks.peran in PART
        and teks.tegas
        and _terbaca(item)
    )


def _berjudul(item: Banding1) -> bool:
    """Whether the full name stands in a heading, or stands for the short one."""
    return item.ikatan.cara is Cara.SINGKAT or (item.ikatan.cara is Cara.JUDUL and _penuh(item))


def _penuh(item: Banding1) -> bool:
    return item.ikatan.entri is not None and item.ikatan.entri.penuh


def pasti_nilai(item: Banding1, cocok: int) -> bool:
    """Whether a level whose role no cue names can only be the realisasi: a year is said, and another number fits."""
    return (
        item.klaim.teks.peran is Peran.NILAI
        and cocok > 0
        and item.klaim.teks.tahun is not None
        and _penuh(item)
        and item.ikatan.bersih
        and item.ikatan.cara is Cara.SENDIRI
        and _terbaca(item)
    )


def _terbaca(item: Banding1) -> bool:
    """Whether a number is printed as one plain number, neither rounded on purpose nor money."""
    angka = item.klaim.angka
    return not item.klaim.teks.pendekatan and angka.kind is AngkaKind.NUMBER and not angka.currency


def dikuatkan(laporan: Laporan, item: Banding1, banding: Sequence[Banding1]) -> bool:
    """Whether the other numbers of the sentence prove its row, and only this one is none of the row's."""
    text = laporan.kalimat[item.rujukan.kalimat].teks.text
    return (
        item.hasil is Banding.BEDA
        and item.klaim.teks.peran in _PERAN
        and (item.ikatan.bersih or _bersambung(laporan, text, item, banding))
        and _terbaca(item)
        and (item.klaim.teks.tahun is not None or _tahun_ini(text, item, banding))
        and bukti(item, banding) >= _CUKUP
    )


def bukti(item: Banding1, banding: Sequence[Banding1]) -> int:
    """How much the other numbers of the sentence say for its row: two for each of three digits, one for shorter."""
    nilai: dict[Decimal, int] = {}
    for lain in banding:
        angka = lain.klaim.angka.value
        if lain is item or lain.hasil is not Banding.COCOK or angka is None:
            continue
        part = PART.get(lain.klaim.teks.peran)
        if any(satu.fakta.angka.value == angka and part in (None, satu.fakta.part) for satu in lain.fakta):
            digit = significant(angka)
            nilai[angka] = 2 if digit >= _BUKTI_PENUH else digit - 1
    return sum(nilai.values())


def _bersambung(laporan: Laporan, text: str, item: Banding1, banding: Sequence[Banding1]) -> bool:
    """Whether nothing stands between the number, with its own year, and one of three digits that is the row's."""
    konteks = konteks_laporan(laporan.metadata)
    for lain in banding:
        if bukti(item, [lain]) < _CUKUP or item.klaim.teks.tahun is None or item.ikatan.entri != lain.ikatan.entri:
            continue
        kiri, kanan = sorted((lain.klaim.teks, item.klaim.teks), key=lambda teks: teks.mulai)
        if bersih(text[kiri.akhir : kanan.mulai], konteks):
            return True
    return False


def _tahun_ini(text: str, item: Banding1, banding: Sequence[Banding1]) -> bool:
    """Whether a number without a year is one of the year of the report: nothing before it speaks of another time."""
    awal = max((lain.klaim.teks.akhir for lain in banding if lain.klaim.teks.akhir <= item.klaim.teks.mulai), default=0)
    depan = text[max(awal, item.ikatan.akhir) : item.klaim.teks.mulai]
    if _MASA_LAIN.search(depan) or _LANJUT.match(text, item.klaim.teks.akhir):
        return False
    return item.klaim.teks.tegas or _TINGKAT.search(depan) is not None


def pertama(item: Banding1, banding: Sequence[Banding1]) -> bool:
    """Whether no number of the same role and year stands before it; later ones may be parts of the first."""
    kunci = item.klaim.teks.peran, item.klaim.teks.tahun
    return item is next(lain for lain in banding if (lain.klaim.teks.peran, lain.klaim.teks.tahun) == kunci)


def sesatuan(klaim: Klaim, acuan: Sequence[Sebutan]) -> bool:
    """Whether the number is measured as the printed ones are, as far as its sign and unit tell."""
    kelas = {kelas_satuan(item.fakta, item.baris) for item in _bersatuan(acuan)}
    if klaim.teks.peran is Peran.CAPAIAN and klaim.teks.tegas:
        return True
    if klaim.angka.percent:
        return kelas == {"persen"} or ("hitung" not in kelas and not any(item.baris.satuan for item in acuan))
    if klaim.angka.unit or klaim.angka.multiplier != 1:
        return "persen" not in kelas
    return True


def _bersatuan(acuan: Sequence[Sebutan]) -> Sequence[Sebutan]:
    """The printings that have a unit, where those without one print the same; else all."""
    ada = [item for item in acuan if item.baris.satuan or item.fakta.angka.unit or item.fakta.angka.percent]
    polos = [item for item in acuan if item not in ada]
    sama = all(any(same_quantity(item.fakta.angka, lain.fakta.angka) for lain in ada) for item in polos)
    return ada if ada and sama else acuan


def milik_lain(laporan: Laporan, item: Banding1, part: Part, tahun: int | None) -> bool:
    """Whether another indicator prints that very value as its figure of the year: the name may be the wrong one."""
    nilai, indikator = item.klaim.angka.value, item.ikatan.entri.indikator if item.ikatan.entri else ""
    if nilai is None or significant(nilai) < _CUKUP:
        return False
    return any(
        fakta.part is part and fakta.angka.value == nilai and (fakta.year or tahun) == tahun
        for baris in laporan.baris()
        if baris.indikator and baris.indikator != indikator
        for fakta in baris.fakta
    )
