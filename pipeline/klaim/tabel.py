"""Judges numbers of sentences against what the tables print of the same indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.arithmetic import point
from pipeline.klaim.cetakan import Cetakan, bagian, cetakan, sama_cetakan, wilayah_lain
from pipeline.klaim.rata_kantor import judge_rata
from pipeline.klaim.tautan import Cara, Ikatan, ikatan_laporan
from pipeline.klaim.wicara import pesan_beda, petunjuk_beda, sebutan_bagian
from pipeline.pengukuran import KINDS, bernilai
from pipeline.satuan_nilai import kelas_satuan
from pipeline.sebutan import Sebutan, kelompok_nilai, sebutan
from schemas.angka import AngkaKind
from schemas.kinerja import Kind, Laporan, Part, Scope
from schemas.narasi import Kalimat, Klaim, Peran, Perihal, Putusan, RujukanKlaim, Uji

_PART = {Peran.TARGET: Part.TARGET, Peran.REALISASI: Part.REALISASI, Peran.CAPAIAN: Part.CAPAIAN}
_NILAI = (Part.TARGET, Part.REALISASI, Part.CAPAIAN, Part.AWAL)
_JENIS = (*KINDS, Kind.PERJANJIAN)
_UKUR = frozenset((Kind.CAPAIAN, Kind.PERBANDINGAN))
_TAHUNAN = frozenset(_JENIS) - {Kind.RENSTRA}
_WILAYAH = "angka wilayah lain"
_MASA = "angka bagian tahun, tidak ada pada tabel"
_JANGKA = "target jangka menengah tidak ada pada tabel"
_TAHUN = "tabel tidak memuat angka tahun itu"
_TAHUN_LAIN = "sama dengan angka lain baris itu"
_SALAH_IKAT = "kalimat tampaknya tentang indikator lain"
_RAGU = "indikator atau peran angkanya tidak pasti"


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


_Kuat = Mapping[Part, Mapping[tuple[str, int | None], tuple[Sebutan, ...]]]


def judge(laporan: Laporan) -> Iterator[Uji]:
    """Every number of a sentence that speaks of an indicator, and every mean of the whole office."""
    kuat: _Kuat = {part: sebutan(laporan, part, _JENIS) for part in _PART.values()}
    tersimpan: dict[str, tuple[Cetakan, ...]] = {}
    for nomor, (kalimat, ikatan) in enumerate(zip(laporan.kalimat, ikatan_laporan(laporan), strict=True)):
        for indikator in dict.fromkeys(klaim.indikator for klaim in kalimat.klaim if klaim.indikator):
            banding = tuple(_bandingkan(laporan, nomor, kalimat, ikatan, indikator, tersimpan))
            yield from _putuskan(laporan, kuat, banding)
    yield from judge_rata(laporan)


def _bandingkan(
    laporan: Laporan,
    nomor: int,
    kalimat: Kalimat,
    ikatan: Sequence[Ikatan],
    indikator: str,
    tersimpan: dict[str, tuple[Cetakan, ...]],
) -> Iterator[Banding1]:
    for posisi, klaim in enumerate(kalimat.klaim):
        if klaim.indikator != indikator or not bernilai(klaim.angka):
            continue
        if klaim.teks.peran not in _PART and klaim.teks.peran is not Peran.NILAI:
            continue
        if indikator not in tersimpan:
            tersimpan[indikator] = cetakan(laporan, klaim.baris)
        dasar = Banding1(
            rujukan=RujukanKlaim(kalimat=nomor, klaim=posisi), klaim=klaim, ikatan=ikatan[posisi], hasil=Banding.TAK
        )
        yield _hasil(laporan, dasar, tersimpan[indikator])


def _hasil(laporan: Laporan, dasar: Banding1, semua: Sequence[Cetakan]) -> Banding1:
    """How one number compares with all printings of its indicator."""
    klaim = dasar.klaim
    khusus = _khusus(laporan, klaim, semua)
    if khusus is not None:
        calon, alasan = khusus
        sama = _sama(klaim, calon)
        return replace(dasar, hasil=Banding.COCOK, fakta=sama) if sama else replace(dasar, alasan=alasan)
    tahun = klaim.teks.tahun or laporan.metadata.tahun
    part = _PART.get(klaim.teks.peran)
    milik = bagian(semua, part, tahun) if part else tuple(i for p in _NILAI for i in bagian(semua, p, tahun))
    persis = _sama(klaim, milik)
    if persis:
        return replace(dasar, hasil=Banding.COCOK, fakta=persis)
    lain = _sama(klaim, [item for item in semua if item.fakta.scope is Scope.OWN])
    if lain and (not klaim.teks.tegas or part is None) and any(item.tahun == tahun for item in lain):
        return replace(dasar, hasil=Banding.COCOK, fakta=lain)
    if lain:
        return replace(dasar, hasil=Banding.LAIN, fakta=lain, milik=milik)
    if not milik:
        return replace(dasar, alasan=_TAHUN)
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


def _putuskan(laporan: Laporan, kuat: _Kuat, banding: Sequence[Banding1]) -> Iterator[Uji]:
    """The judgements of the claims of one sentence on one indicator."""
    cocok = sum(item.hasil is Banding.COCOK for item in banding)
    beda = sum(item.hasil in (Banding.BEDA, Banding.LAIN) for item in banding)
    for item in banding:
        if item.hasil is Banding.COCOK:
            yield _uji(item, Putusan.COCOK)
        elif item.hasil is Banding.TAK:
            yield _uji(item, Putusan.TAK_DIUJI, item.alasan)
        elif beda > 1 and not cocok:
            yield _uji(item, Putusan.TAK_DIUJI, _SALAH_IKAT)
        elif item.hasil is Banding.LAIN and not _lurus(laporan.kalimat[item.rujukan.kalimat].teks.text, item):
            yield _uji(item, Putusan.TAK_DIUJI, _TAHUN_LAIN)
        else:
            yield _beda(laporan, kuat, item, cocok=cocok, pertama=_pertama(item, banding))


def _pertama(item: Banding1, banding: Sequence[Banding1]) -> bool:
    """Whether no number of the same role and year stands before it; later ones may be parts of the first."""
    kunci = item.klaim.teks.peran, item.klaim.teks.tahun
    return item is next(lain for lain in banding if (lain.klaim.teks.peran, lain.klaim.teks.tahun) == kunci)


def _acuan(kuat: _Kuat, part: Part, indikator: str, tahun: int | None) -> tuple[Sebutan, ...]:
    """Printings that a number can be held against; none where only a plan prints it, or a capaian of another kind."""
    semua = kuat[part].get((indikator, tahun), ())
    sah = _UKUR if part is Part.CAPAIAN else _TAHUNAN
    return semua if any(item.tabel.kind in sah for item in semua) else ()


def _beda(laporan: Laporan, kuat: _Kuat, item: Banding1, *, cocok: int, pertama: bool) -> Uji:
    tahun = item.klaim.teks.tahun or laporan.metadata.tahun
    part = _PART.get(item.klaim.teks.peran, Part.REALISASI)
    acuan = _acuan(kuat, part, item.klaim.indikator, tahun)
    pasti = _pasti(item, cocok) if item.klaim.teks.peran in _PART else _pasti_nilai(item, cocok)
    if not (acuan and tahun and pasti and pertama and _sesatuan(item.klaim, acuan)):
        return _uji(item, Putusan.TAK_DIUJI, _RAGU)
    utama = kelompok_nilai(acuan)[0][0]
    nilai = utama.fakta.angka.value
    assert nilai is not None
    return Uji(
        perihal=Perihal.TABEL,
        putusan=Putusan.SALAH,
        klaim=(item.rujukan,),
        fakta=tuple(satu.rujukan for satu in item.milik if satu.fakta.part is part),
        subjek=utama.baris.label,
        pesan=pesan_beda(item.klaim, part, tahun, utama.baris.label, acuan),
        aturan="nilai tabel",
        harap=point(nilai),
        desimal=utama.fakta.angka.decimals,
        petunjuk=_petunjuk(laporan, item, part, tahun, utama),
    )


def _petunjuk(laporan: Laporan, item: Banding1, part: Part, tahun: int, utama: Sebutan) -> str | None:
    if item.hasil is Banding.LAIN:
        lain = item.fakta[0]
        return f"sama dengan {sebutan_bagian(lain.fakta.part)} tahun {lain.tahun}"
    return petunjuk_beda(laporan, item.klaim, part, tahun, utama)


def _lurus(text: str, item: Banding1) -> bool:
    """Whether role and year stand directly before the number, so that another figure of the row is a slip."""
    teks, ikatan = item.klaim.teks, item.ikatan
    depan = text[: ikatan.mulai] + text[ikatan.akhir : teks.mulai]
    isyarat = _LURUS.search(depan)
    if isyarat is None or _DIKAITKAN.search(depan[: isyarat.start()]) or _LANJUT.match(text, teks.akhir):
        return False
    tahun = isyarat.group("tahun")
    sepakat = tahun is None or int(tahun) == teks.tahun
    return sepakat and _PERAN_KATA[isyarat.group("peran").lower()] is teks.peran


def _pasti(item: Banding1, cocok: int) -> bool:
    """Whether name and role of a number leave no doubt; a name in a heading needs another number that fits."""
    teks, entri = item.klaim.teks, item.ikatan.entri
    return (
        entri is not None
        and entri.penuh
        and item.ikatan.bersih
        and (cocok > 0 or item.ikatan.cara is not Cara.JUDUL)
        and teks.tegas
        and not teks.pendekatan
        and item.klaim.angka.kind is AngkaKind.NUMBER
        and not item.klaim.angka.currency
    )


def _pasti_nilai(item: Banding1, cocok: int) -> bool:
    """Whether a level whose role no cue names can only be the realisasi: a year is said, and another number fits."""
    teks, entri = item.klaim.teks, item.ikatan.entri
    return (
        teks.peran is Peran.NILAI
        and cocok > 0
        and teks.tahun is not None
        and entri is not None
        and entri.penuh
        and item.ikatan.bersih
        and item.ikatan.cara is Cara.SENDIRI
        and not teks.pendekatan
        and item.klaim.angka.kind is AngkaKind.NUMBER
        and not item.klaim.angka.currency
    )


def _sesatuan(klaim: Klaim, acuan: Sequence[Sebutan]) -> bool:
    """Whether the number is measured as the printed ones are, as far as its sign and unit tell."""
    kelas = {kelas_satuan(item.fakta, item.baris) for item in acuan}
    if klaim.teks.peran is Peran.CAPAIAN:
        return True
    if klaim.angka.percent:
        return "hitung" not in kelas
    if klaim.angka.unit or klaim.angka.multiplier != 1:
        return "persen" not in kelas
    return True


def _uji(item: Banding1, putusan: Putusan, alasan: str | None = None) -> Uji:
    return Uji(
        perihal=Perihal.TABEL,
        putusan=putusan,
        klaim=(item.rujukan,),
        fakta=tuple(satu.rujukan for satu in item.fakta) if putusan is Putusan.COCOK else (),
        subjek=item.klaim.label or "",
        alasan=alasan,
    )
