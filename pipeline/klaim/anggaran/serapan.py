"""Judges the rate of spending and the remainder of the whole office in sentences against the totals of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.arithmetic import format_id, percent_of, point, reaches
from pipeline.arithmetic.columns import significant
from pipeline.arithmetic.whole import Keseluruhan
from pipeline.klaim.hubungan.terbukti import dibahas
from pipeline.klaim.tabel.cetakan import sama, wilayah_lain
from pipeline.sebutan import where
from schemas.angka import AngkaKind, Interval
from schemas.kinerja import Laporan, Part
from schemas.narasi import Kalimat, Klaim, Peran, Perihal, Putusan, RujukanFakta, RujukanKlaim, Uji

_KANTOR = re.compile(
    r"\b(?:keseluruhan|total|seluruh(?:nya)?|secara\s+umum|dinas|badan|biro|inspektorat|sekretariat|kecamatan|kantor|satpol"
    r"|opd|skpd|perangkat\s+daerah|instansi|rumah\s+sakit|rsud|balai)\b",
    re.IGNORECASE,
)
_BAGIAN = re.compile(
    r"\b(?:program|kegiatan|bidang|seksi|upt|upnd|pegawai|modal|operasi|tidak\s+langsung|langsung|hibah|dak|triwulan|semester"
    r"|perubahan|murni|semula|pergeseran|refocusing|sasaran|indikator|bulan|fisik|apbn|tahun\s+lalu|sebelumnya)\b",
    re.IGNORECASE,
)
_SERAPAN = re.compile(
    r"\b(?:serapan|penyerapan|terserap|menyerap|daya\s+serap|realisasi\s+(?:anggaran|belanja|keuangan))[^.;]{0,50}$",
    re.IGNORECASE,
)
_SISA = re.compile(r"\bsisa|\bsilpa|tidak\s+terserap|efisiensi", re.IGNORECASE)
_SISA_LAIN = re.compile(r"\b(?:kas|lelang|tender|kontrak|negosiasi|silpa|efisiensi|sisa\s+lebih)\b", re.IGNORECASE)
_PERSEN = (Peran.PERSEN, Peran.CAPAIAN, Peran.NILAI, Peran.REALISASI, Peran.REALISASI_ANGGARAN, Peran.LAIN)
_UANG = {Peran.ANGGARAN: "anggaran", Peran.REALISASI_ANGGARAN: "realisasi", Peran.SISA: "sisa"}
_NAMA = {"sisa": "sisa anggaran", "persen": "serapan anggaran"}
_CUKUP = 2
_BUKTI_UANG = 5
_BUKTI_PERSEN = 4


def judge_serapan(laporan: Laporan, jumlah: Sequence[Keseluruhan]) -> Iterator[Uji]:
    """Every rate of spending and every remainder that a sentence gives for the office as a whole."""
    setahun = [item for item in jumlah if item.tahun == laporan.metadata.tahun]
    for nomor, kalimat in enumerate(laporan.kalimat):
        angka = _angka(laporan, kalimat) if setahun else {}
        if not {"sisa", "persen"} & angka.keys():
            continue
        for jenis in ("sisa", "persen"):
            if jenis in angka:
                yield from _uji(laporan, setahun, nomor, angka, jenis)


def _angka(laporan: Laporan, kalimat: Kalimat) -> Mapping[str, int]:
    """Positions of the office's figures in a sentence by their kind; none where the sentence holds two of a kind."""
    text = kalimat.teks.text
    if not _KANTOR.search(text) or _BAGIAN.search(text):
        return {}
    found: dict[str, int] = {}
    for posisi, klaim in enumerate(kalimat.klaim):
        jenis = _jenis(kalimat, posisi)
        if jenis is None:
            continue
        if jenis in found or not _polos(laporan, klaim):
            return {}
        found[jenis] = posisi
    return found


def _jenis(kalimat: Kalimat, posisi: int) -> str | None:
    """What a figure is of the office: budget, realisation, remainder, or rate of spending."""
    klaim = kalimat.klaim[posisi]
    awal = max((item.teks.akhir for item in kalimat.klaim[:posisi]), default=0)
    depan = kalimat.teks.text[: klaim.teks.mulai]
    if klaim.angka.currency:
        lain = klaim.teks.peran is Peran.SISA and _SISA_LAIN.search(depan, awal)
        return None if lain else _UANG.get(klaim.teks.peran)
    if not klaim.angka.percent or klaim.teks.peran not in _PERSEN or _SISA.search(depan, awal):
        return None
    lalu = kalimat.klaim[posisi - 1].teks.peran if posisi else None
    belakang = klaim.teks.peran is Peran.PERSEN and lalu is Peran.REALISASI_ANGGARAN
    return "persen" if belakang or _SERAPAN.search(depan) else None


def _polos(laporan: Laporan, klaim: Klaim) -> bool:
    teks = klaim.teks
    sendiri = klaim.label is None and not teks.pendekatan and teks.periode is None and teks.jangka is None
    tahun = teks.tahun in (None, laporan.metadata.tahun)
    return sendiri and tahun and klaim.angka.kind is AngkaKind.NUMBER and not wilayah_lain(laporan, klaim)


def _uji(
    laporan: Laporan, jumlah: Sequence[Keseluruhan], nomor: int, angka: Mapping[str, int], jenis: str
) -> Iterator[Uji]:
    kalimat = laporan.kalimat[nomor]
    klaim = kalimat.klaim[angka[jenis]]
    cocok = [item for item in jumlah if _sama(klaim, item, jenis)]
    if cocok:
        yield Uji(
            perihal=Perihal.TOTAL,
            putusan=Putusan.COCOK,
            klaim=(RujukanKlaim(kalimat=nomor, klaim=angka[jenis]),),
            fakta=_rujukan(laporan, cocok[0]),
            subjek=_NAMA[jenis].capitalize(),
        )
        return
    if angka[jenis] in dibahas(laporan, nomor):
        return
    for item in jumlah:
        lain = [kunci for kunci in angka if kunci != jenis]
        sepakat = [kunci for kunci in lain if _sama(kalimat.klaim[angka[kunci]], item, kunci)]
        if sepakat == lain and sum(_bukti(kalimat.klaim[angka[kunci]], kunci) for kunci in lain) >= _CUKUP:
            yield _salah(laporan, item, nomor, angka, jenis)
            return


def _sama(klaim: Klaim, item: Keseluruhan, jenis: str) -> bool:
    """Whether a figure is that of a total: as printed, or as its budget and realisation give it."""
    if jenis in ("anggaran", "realisasi"):
        fakta = item.anggaran if jenis == "anggaran" else item.realisasi
        return sama(klaim.angka, fakta.angka, f"{fakta.header} {item.tabel.caption or ''}")
    hasil = _hasil(item, jenis)
    return hasil is not None and reaches(klaim.angka, hasil)


def _hasil(item: Keseluruhan, jenis: str) -> Interval | None:
    pagu, pakai = item.anggaran.angka, item.realisasi.angka
    if jenis == "persen":
        return percent_of(pakai, pagu)
    return None if pagu.value is None or pakai.value is None else point(abs(pagu.value - pakai.value))


def _bukti(klaim: Klaim, jenis: str) -> int:
    """How sure a figure that agrees makes it that the sentence means that total."""
    digit = significant(klaim.angka.value) if klaim.angka.value else 0
    return 2 if digit >= (_BUKTI_PERSEN if jenis == "persen" else _BUKTI_UANG) else int(digit >= 3)


def _salah(laporan: Laporan, item: Keseluruhan, nomor: int, angka: Mapping[str, int], jenis: str) -> Uji:
    klaim = laporan.kalimat[nomor].klaim[angka[jenis]]
    hasil = _hasil(item, jenis)
    assert hasil is not None
    desimal = klaim.angka.decimals if jenis == "persen" else 0
    harap = f"{format_id(hasil.low, desimal)}%" if jenis == "persen" else f"Rp {format_id(hasil.low, 0)}"
    lain = [angka[kunci] for kunci in angka if kunci != jenis]
    return Uji(
        perihal=Perihal.TOTAL,
        putusan=Putusan.SALAH,
        klaim=tuple(RujukanKlaim(kalimat=nomor, klaim=posisi) for posisi in (angka[jenis], *lain)),
        fakta=_rujukan(laporan, item),
        subjek=_NAMA[jenis].capitalize(),
        pesan=(
            f"Kalimat menyebut {_NAMA[jenis]} {klaim.teks.angka}, padahal anggaran {item.anggaran.text} dan realisasi "
            f"{item.realisasi.text} di {where(item.tabel)} ({item.baris.label}) memberi {harap}."
        ),
        aturan="anggaran − realisasi" if jenis == "sisa" else "realisasi/anggaran",
        harap=hasil,
        desimal=desimal,
    )


def _rujukan(laporan: Laporan, item: Keseluruhan) -> tuple[RujukanFakta, ...]:
    """Where the budget and the realisation of a total stand."""
    tabel = next(nomor for nomor, satu in enumerate(laporan.tabel) if satu is item.tabel)
    baris = next(nomor for nomor, satu in enumerate(item.tabel.baris) if satu is item.baris)
    return tuple(
        RujukanFakta(tabel=tabel, baris=baris, fakta=kolom)
        for part in (Part.ANGGARAN, Part.REALISASI_ANGGARAN)
        for kolom, satu in enumerate(item.baris.fakta)
        if satu is item.fakta(part)
    )
