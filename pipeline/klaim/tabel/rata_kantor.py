"""Judges the mean capaian of a whole office in sentences against the means of its tables and against each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.arithmetic import mean, reaches, same_quantity
from pipeline.klaim.tabel.cetakan import wilayah_lain
from pipeline.pengukuran import BATAS, KINDS
from pipeline.sebutan import where
from schemas.angka import AngkaKind, Interval
from schemas.kinerja import Fakta, JenisBaris, Kind, Laporan, Part, Scope, Tabel
from schemas.narasi import Kalimat, Klaim, Peran, Perihal, Putusan, RujukanFakta, RujukanKlaim, Uji
from schemas.provenance import page_of

_RATA = re.compile(r"\brata\s*-?\s*rata\b|\brerata\b", re.IGNORECASE)
_KINERJA = re.compile(r"\b(?:pen)?capaian(?:nya)?\b|\bkinerja(?:nya)?\b|\bnilai\b", re.IGNORECASE)
_UMUM = re.compile(r"secara\s+(?:umum|keseluruhan)|\bkeseluruhan\b|\bseluruh\s+(?:indikator|sasaran)", re.IGNORECASE)
_KANTOR = re.compile(
    r"\b(?:(?i:dinas|badan|biro|inspektorat|sekretariat|kecamatan|kantor|satpol|opd|skpd|perangkat\s+daerah|organisasi"
    r"|instansi|pemerintah\s+(?:provinsi|kabupaten|kota))|Dis[a-z]{4,}|Bap[a-z]{3,}|DIS[A-Z]{3,})\b"
)
_SEBAGIAN = re.compile(
    r"\b(?:misi|tujuan|sasaran\s+(?:strategis\s+|kinerja\s+)?(?:\d|ke|pertama|kedua|ketiga|ini|tersebut|i+\b)|program|kegiatan"
    r"|renstra|rpjmd|jangka\s+menengah|triwulan|semester|anggaran|keuangan|fisik|serapan|nasional|indikator\s+kinerja\s+utama"
    r"|kepuasan|sakip|bidang|dibanding\w*|terhadap|meningkat|menurun|kenaikan|penurunan|kelompok|belanja|spm)\b",
    re.IGNORECASE,
)
_PERAN = (Peran.CAPAIAN, Peran.NILAI, Peran.REALISASI, Peran.LAIN)
_TAK_ADA = "tidak ada kolom capaian yang dapat dirata-ratakan"
_RAGU = "cakupan rata-rata capaian tidak pasti"
_PALING_SEDIKIT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rata:
    """A mean that a table gives: of one of its columns of capaian."""

    tabel: int
    nilai: tuple[Interval, ...]
    fakta: tuple[RujukanFakta, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sebut:
    """A mean of the office in a sentence; `rata`: the sentence says that it is a mean."""

    rujukan: RujukanKlaim
    klaim: Klaim
    halaman: int | None
    rata: bool
    sama: tuple[_Rata, ...]


def judge_rata(laporan: Laporan) -> Iterator[Uji]:
    """Every mean of the whole office that a sentence states for the year of the report."""
    sebut = [item for nomor, kalimat in enumerate(laporan.kalimat) for item in _sebut(laporan, nomor, kalimat)]
    if not sebut:
        return
    rata = tuple(_kolom_rata(laporan))
    dinilai = [
        _Sebut(
            rujukan=rujukan,
            klaim=klaim,
            halaman=page_of(klaim.teks.place),
            rata=menyebut,
            sama=tuple(item for item in rata if any(reaches(klaim.angka, interval) for interval in item.nilai)),
        )
        for rujukan, klaim, menyebut in sebut
    ]
    for satu in dinilai:
        yield _putuskan(laporan, satu, dinilai, rata)


def _sebut(laporan: Laporan, nomor: int, kalimat: Kalimat) -> Iterator[tuple[RujukanKlaim, Klaim, bool]]:
    """Percentages of a sentence that state the capaian of the office as a whole."""
    for posisi, klaim in enumerate(kalimat.klaim):
        teks = klaim.teks
        if klaim.label is not None or teks.peran not in _PERAN or not klaim.angka.percent:
            continue
        if teks.periode or teks.jangka or teks.tahun not in (None, laporan.metadata.tahun):
            continue
        if wilayah_lain(laporan, klaim):
            continue
        depan = kalimat.teks.text[: teks.mulai]
        rata = _RATA.search(depan) is not None
        kantor = _KANTOR.search(depan) is not None or _UMUM.search(depan) is not None
        lengkap = rata or (_UMUM.search(depan) is not None and teks.peran is Peran.CAPAIAN)
        tunggal = sum(item.angka.percent for item in kalimat.klaim) == 1
        if lengkap and kantor and tunggal and _KINERJA.search(depan) and not _SEBAGIAN.search(depan):
            yield RujukanKlaim(kalimat=nomor, klaim=posisi), klaim, rata


def _putuskan(laporan: Laporan, satu: _Sebut, semua: Sequence[_Sebut], rata: Sequence[_Rata]) -> Uji:
    if satu.sama:
        return _uji(satu, Putusan.COCOK, fakta=tuple(item.fakta[0] for item in satu.sama))
    lain = [item for item in semua if not same_quantity(item.klaim.angka, satu.klaim.angka)]
    benar = next((item for item in lain if item.sama), None)
    if not rata:
        return _uji(satu, Putusan.TAK_DIUJI, alasan=_TAK_ADA)
    if satu.klaim.teks.pendekatan or satu.klaim.angka.kind is not AngkaKind.NUMBER:
        return _uji(satu, Putusan.TAK_DIUJI, alasan=_RAGU)
    if benar is None and not (satu.rata and _utuh(laporan, rata)):
        return _uji(satu, Putusan.TAK_DIUJI, alasan=_RAGU)
    return _salah(laporan, satu, benar, rata)


def _utuh(laporan: Laporan, rata: Sequence[_Rata]) -> bool:
    """Whether the tables leave no other mean: one table measures capaian, and each of its rows prints it."""
    tabel = {item.tabel for item in rata}
    return len(tabel) == 1 and all(
        any(fakta.part is Part.CAPAIAN and fakta.angka.value is not None for fakta in baris.fakta)
        for index in tabel
        for baris in laporan.tabel[index].baris
        if baris.jenis is JenisBaris.BUTIR
    )


def _salah(laporan: Laporan, satu: _Sebut, benar: _Sebut | None, rata: Sequence[_Rata]) -> Uji:
    calon = benar.sama if benar is not None else rata
    acuan = next((item for item in calon if laporan.tabel[item.tabel].caption), calon[0])
    nilai = acuan.nilai[0]
    tengah = f"{(nilai.low + nilai.high) / 2:.2f}".replace(".", ",")
    tempat = f" (halaman {benar.halaman})" if benar is not None and benar.halaman is not None else ""
    lain = "" if benar is None else f"; kalimat lain menyebut {benar.klaim.teks.angka}{tempat}"
    tabel = where(laporan.tabel[acuan.tabel])
    return Uji(
        perihal=Perihal.TABEL,
        putusan=Putusan.SALAH,
        klaim=(satu.rujukan,) if benar is None else (satu.rujukan, benar.rujukan),
        fakta=acuan.fakta,
        subjek="Rata-rata capaian kinerja",
        pesan=(
            f"Capaian kinerja instansi disebut {satu.klaim.teks.angka}, sedangkan rata-rata capaian pada {tabel} "
            f"ialah {tengah}{lain}."
        ),
        aturan="rata-rata capaian",
        harap=nilai,
    )


def _uji(satu: _Sebut, putusan: Putusan, *, fakta: tuple[RujukanFakta, ...] = (), alasan: str | None = None) -> Uji:
    return Uji(
        perihal=Perihal.TABEL,
        putusan=putusan,
        klaim=(satu.rujukan,),
        fakta=fakta,
        subjek="Rata-rata capaian kinerja",
        alasan=alasan,
    )


def _kolom_rata(laporan: Laporan) -> Iterator[_Rata]:
    """The means of every own column of capaian, best known way first."""
    for index, tabel in enumerate(laporan.tabel):
        if tabel.kind in (*KINDS, Kind.EFISIENSI) and not tabel.lampiran:
            for kolom in tabel.kolom:
                if kolom.part is Part.CAPAIAN and kolom.scope is Scope.OWN:
                    item = _satu_kolom(index, tabel, kolom.col)
                    if item is not None:
                        yield item


def _satu_kolom(index: int, tabel: Tabel, kolom: int) -> _Rata | None:
    butir = list(_sel(index, tabel, kolom, JenisBaris.BUTIR))
    if len(butir) < _PALING_SEDIKIT:
        return None
    nilai = [fakta.angka.interval for _, _, fakta in butir]
    per_sasaran: dict[str, list[Interval]] = defaultdict(list)
    for _, sasaran, fakta in butir:
        per_sasaran[sasaran].append(fakta.angka.interval)
    kelompok = [rerata for items in per_sasaran.values() for rerata in _rerata(items)]
    cara = [*_rerata(nilai), *_rerata(kelompok)]
    cara += [rerata for batas in BATAS for rerata in _rerata([_potong(item, batas) for item in nilai])]
    cara += [fakta.angka.interval for _, _, fakta in _sel(index, tabel, kolom, JenisBaris.RATA_RATA)]
    return _Rata(tabel=index, nilai=tuple(cara), fakta=tuple(rujukan for rujukan, _, _ in butir))


def _sel(index: int, tabel: Tabel, kolom: int, jenis: JenisBaris) -> Iterator[tuple[RujukanFakta, str, Fakta]]:
    for nomor, baris in enumerate(tabel.baris):
        for posisi, fakta in enumerate(baris.fakta):
            sendiri = fakta.angka.kind is AngkaKind.NUMBER and not fakta.shared
            if baris.jenis is jenis and fakta.col == kolom and fakta.part is Part.CAPAIAN and sendiri:
                yield RujukanFakta(tabel=index, baris=nomor, fakta=posisi), baris.sasaran or "", fakta


def _rerata(kumpulan: Iterable[Interval]) -> tuple[Interval, ...]:
    rerata = mean(kumpulan)
    return () if rerata is None else (rerata,)


def _potong(item: Interval, batas: Decimal) -> Interval:
    return Interval(low=min(max(item.low, Decimal(0)), batas), high=min(max(item.high, Decimal(0)), batas))
