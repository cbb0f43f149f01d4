"""Judges numbers of sentences against what the tables print of the same indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pipeline.arithmetic import point
from pipeline.klaim.nama.ikatan import Cara, Ikatan
from pipeline.klaim.nama.tautan import ikatan_laporan
from pipeline.klaim.tabel.banding_baris import PART, Banding, Banding1, bandingkan
from pipeline.klaim.tabel.besaran_lain import besaran_lain
from pipeline.klaim.tabel.cetakan import Cetakan, cetakan
from pipeline.klaim.tabel.deret import Deret
from pipeline.klaim.tabel.kepastian import bukti, dikuatkan, lurus, milik_lain, pasti, pasti_nilai, pertama, sesatuan
from pipeline.klaim.tabel.rata_kantor import judge_rata
from pipeline.klaim.tabel.rencana_wilayah import beda_khusus
from pipeline.klaim.wicara import pesan_beda, petunjuk_beda, sebutan_bagian
from pipeline.pengukuran import KINDS, bernilai
from pipeline.sebutan import kelompok_nilai, sebutan
from schemas.kinerja import Kind, Laporan, Part
from schemas.narasi import Kalimat, Klaim, Peran, Perihal, Putusan, RujukanKlaim, Uji
from schemas.tautan import Sebutan

_JENIS = (*KINDS, Kind.PERJANJIAN)
_UKUR = frozenset((Kind.CAPAIAN, Kind.PERBANDINGAN))
_TAHUNAN = frozenset(_JENIS) - {Kind.RENSTRA}
_TINGKAT = frozenset((*PART, Peran.NILAI))
_BERBUKTI = 2
_TAHUN_LAIN = "sama dengan angka lain baris itu"
_SALAH_IKAT = "kalimat tampaknya tentang indikator lain"
_RAGU = "indikator atau peran angkanya tidak pasti"

_Kuat = Mapping[Part, Mapping[tuple[str, int | None], tuple[Sebutan, ...]]]


def judge(laporan: Laporan) -> Iterator[Uji]:
    """Every number of a sentence that speaks of an indicator, and every mean of the whole office."""
    kuat: _Kuat = {part: sebutan(laporan, part, _JENIS) for part in PART.values()}
    deret = Deret(laporan)
    tersimpan: dict[str, tuple[Cetakan, ...]] = {}
    for nomor, (kalimat, ikatan) in enumerate(zip(laporan.kalimat, ikatan_laporan(laporan), strict=True)):
        sederet = tuple(deret.judge(nomor))
        yield from sederet
        dibahas = {rujukan.klaim for uji in sederet for rujukan in uji.klaim}
        for indikator in dict.fromkeys(item.entri.indikator for item in ikatan if item.entri and item.entri.baris):
            banding = tuple(
                item
                for item in _bandingkan(laporan, nomor, kalimat, ikatan, indikator, tersimpan)
                if item.rujukan.klaim not in dibahas
            )
            yield from _putuskan(laporan, kuat, banding, tersimpan.get(indikator, ()))
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
        entri = ikatan[posisi].entri
        if entri is None or entri.indikator != indikator or not klaim.baris or not bernilai(klaim.angka):
            continue
        if not _berperan(klaim):
            continue
        if indikator not in tersimpan:
            tersimpan[indikator] = cetakan(laporan, entri.baris)
        dasar = Banding1(
            rujukan=RujukanKlaim(kalimat=nomor, klaim=posisi), klaim=klaim, ikatan=ikatan[posisi], hasil=Banding.TAK
        )
        yield bandingkan(laporan, dasar, tersimpan[indikator])


def _berperan(klaim: Klaim) -> bool:
    """Whether a number is a level: by its role, or by nothing but a year or an area said of it."""
    teks = klaim.teks
    return teks.peran in _TINGKAT or (teks.peran is Peran.LAIN and (teks.tahun is not None or teks.wilayah is not None))


def _putuskan(
    laporan: Laporan, kuat: _Kuat, banding: Sequence[Banding1], semua: Sequence[Cetakan]
) -> Iterator[Uji]:
    """The judgements of the claims of one sentence on one indicator."""
    cocok = sum(item.hasil is Banding.COCOK for item in banding)
    beda = sum(item.hasil in (Banding.BEDA, Banding.LAIN) for item in banding)
    for item in banding:
        if item.hasil is Banding.COCOK:
            yield _uji(item, Putusan.COCOK)
        elif item.hasil is Banding.TAK:
            khusus = beda_khusus(laporan, item, semua, bukti(item, banding) >= _BERBUKTI)
            yield khusus or _uji(item, Putusan.TAK_DIUJI, item.alasan)
        elif beda > 1 and not cocok:
            yield _uji(item, Putusan.TAK_DIUJI, _SALAH_IKAT)
        elif item.hasil is Banding.LAIN and not lurus(laporan.kalimat[item.rujukan.kalimat].teks.text, item):
            yield _uji(item, Putusan.TAK_DIUJI, _TAHUN_LAIN)
        else:
            yield _beda(laporan, kuat, item, banding, semua)


def _acuan(kuat: _Kuat, part: Part, indikator: str, tahun: int | None) -> tuple[Sebutan, ...]:
    """Printings that a number can be held against; none where only a plan prints it, or a capaian of another kind."""
    semua = kuat[part].get((indikator, tahun), ())
    sah = _UKUR if part is Part.CAPAIAN else _TAHUNAN
    return semua if any(item.tabel.kind in sah for item in semua) else ()


def _beda(
    laporan: Laporan, kuat: _Kuat, item: Banding1, banding: Sequence[Banding1], semua: Sequence[Cetakan]
) -> Uji:
    tahun = item.klaim.teks.tahun or laporan.metadata.tahun
    part, acuan = _bagian(kuat, item, tahun)
    lain = besaran_lain(laporan, item, banding, semua, (part, tahun, acuan))
    if lain is not None:
        return _uji(item, Putusan.TAK_DIUJI, lain)
    cocok = sum(satu.hasil is Banding.COCOK for satu in banding)
    yakin = pasti(item, cocok) or pasti_nilai(item, cocok)
    if item.ikatan.cara is Cara.SINGKAT or not yakin:
        yakin = (yakin or dikuatkan(laporan, item, banding)) and not milik_lain(laporan, item, part, tahun)
    if not (acuan and tahun and yakin and pertama(item, banding) and sesatuan(item.klaim, acuan)):
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


def _bagian(kuat: _Kuat, item: Banding1, tahun: int | None) -> tuple[Part, tuple[Sebutan, ...]]:
    """The part a number is held against, with its printings; the nearer one where its role is open."""
    peran, indikator = item.klaim.teks.peran, item.ikatan.entri.indikator if item.ikatan.entri else ""
    pokok = PART.get(peran, Part.REALISASI)
    pilihan = [pokok] if item.klaim.teks.tegas or peran is Peran.TARGET else [pokok, Part.REALISASI, Part.CAPAIAN]
    calon = [(part, _acuan(kuat, part, indikator, tahun)) for part in dict.fromkeys(pilihan)]
    ada = [(part, acuan) for part, acuan in calon if acuan]
    return min(ada, key=lambda satu: _jarak(item, satu[1])) if ada else (pokok, ())


def _jarak(item: Banding1, acuan: Sequence[Sebutan]) -> Decimal:
    nilai, lain = item.klaim.angka.value, acuan[0].fakta.angka.value
    return Decimal("Infinity") if nilai is None or lain is None else abs(nilai - lain)


def _petunjuk(laporan: Laporan, item: Banding1, part: Part, tahun: int, utama: Sebutan) -> str | None:
    if item.hasil is Banding.LAIN:
        lain = item.fakta[0]
        return f"sama dengan {sebutan_bagian(lain.fakta.part)} tahun {lain.tahun}"
    return petunjuk_beda(laporan, item.klaim, part, tahun, utama)


def _uji(item: Banding1, putusan: Putusan, alasan: str | None = None) -> Uji:
    return Uji(
        perihal=Perihal.TABEL,
        putusan=putusan,
        klaim=(item.rujukan,),
        fakta=tuple(satu.rujukan for satu in item.fakta) if putusan is Putusan.COCOK else (),
        subjek=item.klaim.label or "",
        alasan=alasan,
    )
