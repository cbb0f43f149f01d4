"""Judges totals of the office's budget in sentences against the totals that its tables print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.arithmetic import explain_cause, point
from pipeline.arithmetic.columns import significant
from pipeline.arithmetic.whole import Keseluruhan, totals
from pipeline.klaim.anggaran.serapan import judge_serapan
from pipeline.klaim.hubungan.terbukti import dibahas
from pipeline.klaim.tabel.cetakan import beda_pengali, sama, wilayah_lain
from pipeline.sebutan import where
from schemas.angka import AngkaKind
from schemas.kinerja import Fakta, Laporan, Part
from schemas.narasi import Kalimat, Klaim, Peran, Perihal, Putusan, RujukanFakta, RujukanKlaim, Uji

_UANG = re.compile(r"anggaran|\bpagu\b|\bbiaya\b|\bdpp?a\b|\bdana\b|pendanaan|belanja", re.IGNORECASE)
_TOTAL = re.compile(
    r"\b(?:total|jumlah|seluruh|keseluruhan)\b[^,;]{0,40}\b(?:anggaran|dana|pagu|belanja|biaya)|belanja\s+daerah|\bdpp?a\b"
    r"|\b(?:anggaran|dana|pagu|belanja|biaya)\b[^,;]{0,20}\b(?:dinas|badan|biro|tersedia|seluruhnya)",
    re.IGNORECASE,
)
_TAHAP = re.compile(
    r"perubahan|murni|semula|sebelum|setelah|pergeseran|refocusing|triwulan|semester|bertambah|berkurang", re.IGNORECASE
)
_NAMA = {Part.ANGGARAN: "anggaran", Part.REALISASI_ANGGARAN: "realisasi anggaran"}
_LAIN = {Part.ANGGARAN: Part.REALISASI_ANGGARAN, Part.REALISASI_ANGGARAN: Part.ANGGARAN}
_PERAN = {Peran.ANGGARAN: Part.ANGGARAN, Peran.REALISASI_ANGGARAN: Part.REALISASI_ANGGARAN}
_BUKTI = 5
_BUKTI_BULAT = 3
_CAKUPAN = "cakupan total pada kalimat tidak pasti sama dengan tabel"


def judge(laporan: Laporan) -> Iterator[Uji]:
    """Every budget, realisation, remainder and rate of spending of a sentence that names no program or kegiatan."""
    jumlah = totals(laporan)
    if not jumlah:
        return
    for nomor, kalimat in enumerate(laporan.kalimat):
        for posisi, klaim in enumerate(kalimat.klaim):
            if klaim.label is None and _uang(klaim):
                yield from _uji(laporan, jumlah, nomor, kalimat, posisi)
    yield from judge_serapan(laporan, jumlah)


def _uang(klaim: Klaim) -> bool:
    return klaim.teks.peran in _PERAN and klaim.angka.currency and klaim.angka.kind is AngkaKind.NUMBER


def _uji(
    laporan: Laporan, jumlah: Sequence[Keseluruhan], nomor: int, kalimat: Kalimat, posisi: int
) -> Iterator[Uji]:
    klaim = kalimat.klaim[posisi]
    part = _PERAN[klaim.teks.peran]
    rujukan = (RujukanKlaim(kalimat=nomor, klaim=posisi),)
    cocok = [item for item in jumlah if _sama(klaim, item, part)]
    subjek = "Total anggaran" if part is Part.ANGGARAN else "Total realisasi anggaran"
    if cocok:
        fakta = tuple(_rujukan(laporan, item, part) for item in cocok)
        yield Uji(perihal=Perihal.TOTAL, putusan=Putusan.COCOK, klaim=rujukan, fakta=fakta, subjek=subjek)
    elif _UANG.search(kalimat.teks.text):
        lawan = _lawan(laporan, jumlah, kalimat, posisi) or _lawan_pengali(laporan, jumlah, nomor, posisi)
        if lawan is None:
            if _TOTAL.search(kalimat.teks.text):
                yield Uji(
                    perihal=Perihal.TOTAL,
                    putusan=Putusan.TAK_DIUJI,
                    klaim=rujukan,
                    subjek=subjek,
                    alasan=_CAKUPAN,
                )
        else:
            yield _salah(laporan, kalimat, nomor, posisi, *lawan)


def _lawan(
    laporan: Laporan, jumlah: Sequence[Keseluruhan], kalimat: Kalimat, posisi: int
) -> tuple[Keseluruhan, int | None] | None:
    """The total that an amount must be, with the amount beside it that proves so; None when that is not sure."""
    klaim = kalimat.klaim[posisi]
    part = _PERAN[klaim.teks.peran]
    if not klaim.teks.tegas or _ragu(laporan, kalimat, klaim):
        return None
    for item in jumlah:
        if item.tahun != (klaim.teks.tahun or laporan.metadata.tahun):
            continue
        tetangga = _pasangan(kalimat, posisi)
        lain = _LAIN[part]
        if tetangga is not None and _sama_persis(kalimat.klaim[tetangga], item.fakta(lain)):
            return item, tetangga
        if part is Part.ANGGARAN and _sama_persis(klaim, item.fakta(lain)):
            return item, None
    return None


def _lawan_pengali(
    laporan: Laporan, jumlah: Sequence[Keseluruhan], nomor: int, posisi: int
) -> tuple[Keseluruhan, int | None] | None:
    """The total that an amount is but for ribu, juta or miliar, where the amount beside it is that of the total."""
    kalimat = laporan.kalimat[nomor]
    klaim, tetangga = kalimat.klaim[posisi], _pasangan(kalimat, posisi)
    part = _PERAN[klaim.teks.peran]
    if tetangga is None or _ragu(laporan, kalimat, klaim) or posisi in dibahas(laporan, nomor):
        return None
    for item in jumlah:
        setahun = item.tahun == (klaim.teks.tahun or laporan.metadata.tahun)
        lain = kalimat.klaim[tetangga]
        terbukti = _sama(lain, item, _LAIN[part]) and significant(lain.angka.value or Decimal(0)) >= _BUKTI_BULAT
        if setahun and terbukti and beda_pengali(klaim.angka, item.fakta(part).angka):
            return item, tetangga
    return None


def _sama(klaim: Klaim, item: Keseluruhan, part: Part) -> bool:
    fakta = item.fakta(part)
    return sama(klaim.angka, fakta.angka, f"{fakta.header} {item.tabel.caption or ''}")


def _ragu(laporan: Laporan, kalimat: Kalimat, klaim: Klaim) -> bool:
    """Whether the sentence speaks of a stage, a part of the year or of something approximate."""
    teks = klaim.teks
    if teks.pendekatan or teks.periode is not None or teks.jangka is not None or wilayah_lain(laporan, klaim):
        return True
    if teks.tahun not in (None, laporan.metadata.tahun):
        return True
    return _TAHAP.search(kalimat.teks.text) is not None


def _pasangan(kalimat: Kalimat, posisi: int) -> int | None:
    """The nearest amount of the other role, when no amount of the same role stands between."""
    peran = kalimat.klaim[posisi].teks.peran
    maju = range(posisi + 1, len(kalimat.klaim))
    mundur = range(posisi - 1, -1, -1)
    arah = (maju, mundur) if peran is Peran.ANGGARAN else (mundur, maju)
    for urutan in arah:
        for nomor in urutan:
            lain = kalimat.klaim[nomor]
            if not _uang(lain):
                continue
            if lain.teks.peran is peran or lain.label is not None:
                break
            if peran is Peran.ANGGARAN and urutan is mundur and _didahului(kalimat, nomor):
                break
            return nomor
    return None


def _didahului(kalimat: Kalimat, nomor: int) -> bool:
    """Whether a realisation already has its budget before it."""
    return any(_uang(item) and item.teks.peran is Peran.ANGGARAN for item in kalimat.klaim[:nomor])


def _sama_persis(klaim: Klaim, fakta: Fakta) -> bool:
    nilai = klaim.angka.value
    return nilai is not None and nilai == fakta.angka.value and significant(nilai) >= _BUKTI


def _salah(
    laporan: Laporan, kalimat: Kalimat, nomor: int, posisi: int, item: Keseluruhan, tetangga: int | None
) -> Uji:
    klaim = kalimat.klaim[posisi]
    part = _PERAN[klaim.teks.peran]
    fakta, lain = item.fakta(part), item.fakta(_LAIN[part])
    nilai = fakta.angka.value
    petunjuk = None if nilai is None else explain_cause(klaim.angka, point(nilai), _nilai(lain, _NAMA[_LAIN[part]]))
    bersama = "" if tetangga is None else f", dengan {_NAMA[_LAIN[part]]} yang sama"
    posisi_klaim = (posisi,) if tetangga is None else (posisi, tetangga)
    return Uji(
        perihal=Perihal.TOTAL,
        putusan=Putusan.SALAH,
        klaim=tuple(RujukanKlaim(kalimat=nomor, klaim=satu) for satu in posisi_klaim),
        fakta=(_rujukan(laporan, item, part), _rujukan(laporan, item, _LAIN[part])),
        subjek=f"Total {_NAMA[part]}",
        pesan=(
            f"Total {_NAMA[part]} tahun {item.tahun} dalam kalimat {klaim.teks.angka}, tetapi {fakta.text} "
            f"di {where(item.tabel)} ({item.baris.label}){bersama}."
        ),
        aturan="total tabel",
        harap=None if nilai is None else point(nilai),
        desimal=fakta.angka.decimals,
        petunjuk=petunjuk,
    )


def _nilai(fakta: Fakta, nama: str) -> dict[str, Decimal]:
    return {} if fakta.angka.value is None else {f"total {nama} pada tabel itu": fakta.angka.value}


def _rujukan(laporan: Laporan, item: Keseluruhan, part: Part) -> RujukanFakta:
    fakta = item.fakta(part)
    baris = next(nomor for nomor, satu in enumerate(item.tabel.baris) if satu is item.baris)
    kolom = next(nomor for nomor, satu in enumerate(item.baris.fakta) if satu is fakta)
    tabel = next(nomor for nomor, satu in enumerate(laporan.tabel) if satu is item.tabel)
    return RujukanFakta(tabel=tabel, baris=baris, fakta=kolom)
