"""Numbers of a sentence that are not the figure of the row they seem to speak of, but another quantity beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from pipeline.arithmetic import point, reaches
from pipeline.klaim.hubungan.dasar import selisih_dua
from pipeline.klaim.hubungan.operan import sampai
from pipeline.klaim.hubungan.selisih import selisih_atau_pertumbuhan
from pipeline.klaim.tabel.banding_baris import Banding, Banding1
from pipeline.klaim.tabel.cetakan import Cetakan
from pipeline.normalise.kata.ejaan import lipat
from schemas.angka import Angka, AngkaKind
from schemas.kinerja import Laporan, Part, Scope
from schemas.tautan import Sebutan

SELISIH = "sama dengan selisih dua angka baris itu"
_BAGIAN_TAHUN = "sama dengan rata-rata per bulan atau per hari dari angka baris itu"
_PER = "angka rata-rata atau per satuan lain"
_SATUAN = "satuannya bukan satuan angka baris itu"
_SUDAH = "angka baris itu sudah disebut kalimatnya"
_PEMBANDING = "angka yang dijadikan pembanding"

_BERTINGKAT = (Part.TARGET, Part.REALISASI, Part.AWAL)
_SEBUT = {
    Part.TARGET: re.compile(r"target|rencana", re.IGNORECASE),
    Part.REALISASI: re.compile(r"realisasi", re.IGNORECASE),
    Part.CAPAIAN: re.compile(r"capaian|keberhasilan", re.IGNORECASE),
}
_MASA = tuple(Decimal(bagi) for bagi in (12, 365, 366, 52, 4))
"""Months, days, weeks and quarters of a year."""

_LAJU = re.compile(r"\s*(?:/|\bper\b|\b(?:se)?tiap\b)\s*(?P<kata>[a-z]+)", re.IGNORECASE)
_RATA = re.compile(r"\b(?:rata\s?-\s?rata|rerata)\b", re.IGNORECASE)
_PEMBUKA_BANDING = re.compile(
    r"\b(?:dari(?:pada)?|dibanding\w*|terhadap|ketimbang|di\s?(?:atas|bawah)|melampaui|melebihi)\b(?P<ekor>[^.;]*)$",
    re.IGNORECASE,
)
_MILIK = re.compile(
    r"target|realisasi|capaian|tahun|\b(?:19|20)\d\d\b|sebelum|semula|lalu|awal|kemarin|menjadi|kondisi", re.IGNORECASE
)
_KATA = re.compile(r"[a-z]{3,}")
_RINGAN = frozenset(("sebesar", "sebanyak", "angka", "yaitu", "yakni", "nilai", "dengan", "hanya", "sekitar", "yang"))
_TANPA_BENDA = frozenset(("poin", "point", "points", "persen", "angka", "nilai", "skor", "indeks", "skala"))
_TAKARAN = re.compile(r"\bper\b|/|\d|\b(?:indeks|index|nilai|skor|poin|rasio|angka|level|skala)\b")
"""Units of rates and scores, which are never counted in things."""

_DEKAT = 30
_JELAS = 2
_BILANGAN = 3


def besaran_lain(
    laporan: Laporan,
    item: Banding1,
    banding: Sequence[Banding1],
    semua: Sequence[Cetakan],
    acuan: tuple[Part, int | None, Sequence[Sebutan]],
) -> str | None:
    """Why a number that no printing equals is taken for another quantity; None where nothing tells so.

    Args:
        laporan: the report.
        item: the number.
        banding: the numbers of its sentence that speak of the same indicator.
        semua: all printings of that indicator.
        acuan: part and year it would be held against, with the printings of them.
    """
    part, tahun, cetak = acuan
    text = laporan.kalimat[item.rujukan.kalimat].teks.text
    depan = _depan(laporan, item)
    disebut = _SEBUT[part].search(depan) is not None
    if _berlaju(text, depan, item, cetak):
        return _PER
    if _berbenda_lain(item, cetak, part, disebut=disebut):
        return _SATUAN
    if not disebut and _sudah(item, banding, part, tahun):
        return _SUDAH
    if _dibandingkan(text[max(item.ikatan.akhir, item.klaim.teks.mulai - len(depan)) : item.klaim.teks.mulai]):
        return _PEMBANDING
    return turunan(item.klaim.angka, semua, disebut=disebut)


def turunan(angka: Angka, semua: Sequence[Cetakan], *, disebut: bool = False) -> str | None:
    """Why a number is computed from two printings of a row, or from one; None when it is not.

    Args:
        angka: the number.
        semua: the printings.
        disebut: a word before it says its role: one digit, or the difference of any two years, may be a coincidence.
    """
    if angka.kind is not AngkaKind.NUMBER or not angka.value or (disebut and _digit(angka) < _JELAS):
        return None
    tingkat = [item for item in semua if item.fakta.part in _BERTINGKAT and item.fakta.scope is Scope.OWN]
    tingkat = [item for item in tingkat if item.fakta.angka.kind is AngkaKind.NUMBER]
    hitung = selisih_atau_pertumbuhan if angka.percent else selisih_dua
    for a, b in combinations(tingkat, 2):
        seiring = a.tahun == b.tahun and a.fakta.part is not b.fakta.part
        if (seiring or not disebut) and sampai(angka, hitung, (a.fakta.angka, b.fakta.angka)):
            return SELISIH
    if _digit(angka) >= _BILANGAN and not angka.percent and not disebut:
        bagi = [(item.fakta.angka.value or Decimal(0)) / masa for item in tingkat for masa in _MASA]
        if any(satu and reaches(angka, point(satu)) for satu in bagi):
            return _BAGIAN_TAHUN
    return None


def _digit(angka: Angka) -> int:
    """How many significant digits a number has."""
    return 0 if not angka.value else len(str(angka.value.copy_abs()).replace(".", "").strip("0"))


def _depan(laporan: Laporan, item: Banding1) -> str:
    """The text before a number, back to the number before it."""
    kalimat = laporan.kalimat[item.rujukan.kalimat]
    posisi = item.rujukan.klaim or 0
    awal = kalimat.klaim[posisi - 1].teks.akhir if posisi else 0
    return kalimat.teks.text[awal : item.klaim.teks.mulai]


def _berlaju(text: str, depan: str, item: Banding1, cetak: Sequence[Sebutan]) -> bool:
    """Whether a number is one per something, or a mean, and the row is neither."""
    milik = " ".join(lipat(f"{satu.baris.label} {satu.baris.satuan or ''}") for satu in cetak)
    laju = _LAJU.match(text, item.klaim.teks.akhir)
    if laju is not None and laju["kata"].lower() not in milik and not re.search(r"\bper\b|/", milik):
        return True
    return _RATA.search(depan[-_DEKAT:]) is not None and not re.search(r"\brata\b|\brerata\b", milik)


def _berbenda_lain(item: Banding1, cetak: Sequence[Sebutan], part: Part, *, disebut: bool) -> bool:
    """Whether things are counted that the row does not count: it has another unit, or is a rate, score or capaian."""
    benda = _benda(item.klaim.angka)
    if benda is None:
        return False
    satuan = " ".join(f"{satu.fakta.angka.unit or ''} {satu.baris.satuan or ''}" for satu in cetak).lower()
    kata = set(_KATA.findall(f"{satuan} {' '.join(lipat(satu.baris.label) for satu in cetak)}"))
    if part is Part.CAPAIAN:
        return benda not in satuan
    if not satuan.strip() or benda in kata:
        return False
    return not disebut or _TAKARAN.search(satuan) is not None


def _benda(angka: Angka) -> str | None:
    """The word for what a number counts, None for points, per cent and no word."""
    kata = _KATA.match((angka.unit or "").lower())
    if angka.percent or angka.currency or kata is None or kata.group() in _TANPA_BENDA:
        return None
    return kata.group()


def _sudah(item: Banding1, banding: Sequence[Banding1], part: Part, tahun: int | None) -> bool:
    """Whether another number of the sentence is the row's figure already."""
    return any(
        satu.fakta.part is part and satu.tahun == tahun
        for lain in banding
        if lain is not item and lain.hasil is Banding.COCOK
        for satu in lain.fakta
    )


def _dibandingkan(depan: str) -> bool:
    """Whether the words before a number name something else that the figure is held against."""
    banding = _PEMBUKA_BANDING.search(depan)
    if banding is None or _MILIK.search(banding["ekor"]):
        return False
    return bool(set(_KATA.findall(banding["ekor"].lower())) - _RINGAN)
