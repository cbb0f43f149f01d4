"""Judges the status that a table prints beside target and realisasi (`Tercapai`, `Tidak Tercapai`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.kelas_skala import kata_kelas, kelas_kata
from pipeline.klaim.tabel.arah_cetak import ArahCetak, arah_tercetak
from pipeline.klaim.vonis.tercapai import sesuai
from pipeline.pengukuran import bernama, bernilai, nol, tahun_fakta
from pipeline.satuan_nilai import kelas_satuan, kolom_turunan
from pipeline.sebutan import sebanding, target_berlawanan
from schemas.angka import AngkaKind
from schemas.kinerja import Arah, Baris, Fakta, JenisBaris, Kind, Laporan, Part, Scope, Tabel
from schemas.narasi import RujukanFakta, Vonis
from schemas.tautan import Sebutan

_KINDS = (Kind.CAPAIAN, Kind.PERBANDINGAN)
_DAPAT = r"(?:mencapai|memenuhi)(?:\s+target)?"
_LEBIH = r"(?:melampaui|melebihi)(?:\s+target)?"
_KATA = tuple(
    (vonis, re.compile(rf"(?:target\s+)?(?:{pola})"))
    for vonis, pola in (
        (Vonis.GAGAL, rf"(?:tidak|tdk|belum)\s+(?:tercapai|terpenuhi|{_DAPAT})|di\s?bawah\s+target"),
        (Vonis.MELAMPAUI, rf"(?:(?:sudah|telah)\s+)?(?:terlampaui|{_LEBIH})|di\s?atas\s+target"),
        (Vonis.TERCAPAI, rf"(?:(?:sudah|telah)\s+)?(?:tercapai|terpenuhi|{_DAPAT})|sesuai\s+target"),
    )
)
_AMBANG = re.compile(
    r"\b(?:tercapai|terpenuhi|berhasil)\b[^.]{0,60}\b(?:apabila|jika|bila|kalau|manakala|ketika)\b"
    r"|\b(?:apabila|jika|bila|kalau|manakala|ketika)\b.{0,120}\b(?:tercapai|terpenuhi|berhasil)\b",
    re.IGNORECASE,
)
_BANYAK = 2
"""Rows with one status against their numbers that may show another meaning of it."""
_SERATUS = Decimal(100)
_TIDAK_TUNGGAL = "baris itu memuat lebih dari satu target atau realisasi"
_ATURAN_SENDIRI = "dokumen menyatakan sendiri sejak capaian berapa target tercapai"
_MAKNA_LAIN = "status pada tabel itu tampaknya bermakna lain"


Cetak = tuple[Tabel, Baris, Fakta]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusBaris:
    """A printed status with what target and realisasi say of it: right, wrong, or (None) open with the reason.

    Attributes:
        pasangan: target and realisasi of the row, None where they cannot be told.
        cetak: the capaian that told which way is better, where nothing else did, with its table and row.
    """

    tabel: Tabel
    baris: Baris
    status: Fakta
    vonis: Vonis
    benar: bool | None = None
    alasan: str = ""
    pasangan: tuple[Fakta, Fakta] | None = None
    cetak: Cetak | None = None


def kata_status(text: str) -> Vonis | None:
    """The verdict that a cell states with nothing beside it; None for remarks, doubts and parts of a target."""
    kata = " ".join(re.findall(r"\S+", text.lower())).strip(" .;!*")
    return next((vonis for vonis, pola in _KATA if pola.fullmatch(kata)), None)


def status_tabel(laporan: Laporan) -> Iterator[StatusBaris]:
    """Every status of an indicator row; those that may mean something else than target and realisasi are open."""
    berstatus = list(_berstatus(laporan))
    tercetak = arah_tercetak(laporan) if berstatus else {}
    semua = [_nilai(laporan, satu, tercetak) for satu in berstatus]
    sendiri = any(satu.benar is False for satu in semua) and _berambang(laporan)
    for satu in semua:
        asing = satu.benar is False and (_tabel_asing(satu, semua) or _kebiasaan(satu, semua))
        alasan = _ATURAN_SENDIRI if sendiri else _MAKNA_LAIN
        yield replace(satu, benar=None, alasan=alasan) if asing or (sendiri and satu.benar is False) else satu


def _berambang(laporan: Laporan) -> bool:
    """Whether a sentence says from which capaian on (other than a hundred) a target counts as met."""
    return any(
        klaim.angka.percent and klaim.angka.value != _SERATUS
        for kalimat in laporan.kalimat
        if _AMBANG.search(kalimat.teks.text)
        for klaim in kalimat.klaim
    )


def _berstatus(laporan: Laporan) -> Iterator[StatusBaris]:
    for tabel in laporan.of_kind(*_KINDS):
        for baris in tabel.baris:
            if baris.jenis is JenisBaris.BUTIR and bernama(baris):
                for fakta in baris.all(Part.KATEGORI):
                    vonis = kata_status(fakta.text)
                    if vonis is not None and fakta.scope is Scope.OWN:
                        yield StatusBaris(tabel=tabel, baris=baris, status=fakta, vonis=vonis)


def _nilai(laporan: Laporan, satu: StatusBaris, tercetak: Mapping[str, ArahCetak]) -> StatusBaris:
    alasan = _alasan(laporan, satu)
    if alasan:
        return replace(satu, alasan=alasan)
    pasangan = _pasangan(laporan, satu)
    if isinstance(pasangan, str):
        return replace(satu, alasan=pasangan)
    baris, (target, realisasi) = satu.baris, pasangan
    if _setara(target, realisasi) and satu.vonis is Vonis.GAGAL and not _penuh(baris):
        return replace(satu, alasan="pembulatan realisasi dapat membenarkan statusnya")
    arah, cetak = _arah(laporan, baris, tercetak)
    pas = realisasi.angka.decimals == 0 and kelas_satuan(realisasi, baris) == "hitung"
    benar = sesuai(satu.vonis, satu.status.text, arah, target.angka, realisasi.angka, pas=pas)
    alasan = "arah indikator tidak diketahui atau targetnya tidak dapat dibandingkan" if benar is None else ""
    return replace(satu, benar=benar, alasan=alasan, pasangan=pasangan, cetak=cetak)


def _arah(laporan: Laporan, baris: Baris, tercetak: Mapping[str, ArahCetak]) -> tuple[Arah, Cetak | None]:
    """The direction of a row, by a printed capaian where nothing else tells; unknown where targets go against it."""
    semua = [lain for lain in laporan.baris() if baris.indikator and lain.indikator == baris.indikator]
    cetak = None if any(lain.arah is not Arah.TIDAK_DIKETAHUI for lain in semua) else tercetak.get(baris.indikator)
    arah = baris.arah if cetak is None else cetak.arah
    if target_berlawanan(replace(baris, arah=arah), laporan):
        return Arah.TIDAK_DIKETAHUI, None
    return arah, None if cetak is None or cetak.fakta is None else _tempat(laporan, cetak.fakta)


def _tempat(laporan: Laporan, rujukan: RujukanFakta) -> Cetak | None:
    tabel = laporan.tabel[rujukan.tabel]
    baris = tabel.baris[rujukan.baris]
    return None if rujukan.fakta is None else (tabel, baris, baris.fakta[rujukan.fakta])


def _alasan(laporan: Laporan, satu: StatusBaris) -> str:
    if satu.status.shared:
        return "status tergabung untuk beberapa indikator"
    if satu.status.period is not None or len(_tanpa_tahun(satu.baris)) > 1:
        return "status mungkin untuk masa yang lain"
    kata = kata_kelas(satu.status.text)
    if any(kelas_kata(skala, kata) is not None for skala in laporan.skala):
        return "statusnya kelas dari skala dokumen"
    return ""


def _tanpa_tahun(baris: Baris) -> list[Fakta]:
    return [fakta for fakta in baris.all(Part.KATEGORI) if fakta.year is None and kata_status(fakta.text) is not None]


def _pasangan(laporan: Laporan, satu: StatusBaris) -> tuple[Fakta, Fakta] | str:
    """The only target and the only realisasi that the status can speak of, else the reason why there is none."""
    tahun = tahun_fakta(satu.status, satu.tabel, laporan)
    target = _setahun(satu.baris.all(Part.TARGET), tahun)
    realisasi = _setahun(satu.baris.all(Part.REALISASI), tahun)
    if any(fakta.period is not None or fakta.scope is not Scope.OWN for fakta in target):
        return _TIDAK_TUNGGAL
    realisasi = [fakta for fakta in realisasi if fakta.scope is Scope.OWN and fakta.period is None]
    if not target or not realisasi:
        return "target atau realisasi tidak tercetak pada baris itu"
    if len(target) > 1 or len(realisasi) > 1:
        return _TIDAK_TUNGGAL
    return _sebanding(satu, target[0], realisasi[0])


def _setahun(semua: Sequence[Fakta], tahun: int | None) -> list[Fakta]:
    """Facts of that year, and those without one; where the year has its own, only these and other periods."""
    milik = [fakta for fakta in semua if fakta.year in (None, tahun) or fakta.period is not None]
    return [fakta for fakta in milik if fakta.year == tahun or fakta.period is not None] or milik


def _sebanding(satu: StatusBaris, target: Fakta, realisasi: Fakta) -> tuple[Fakta, Fakta] | str:
    turunan = kolom_turunan(satu.tabel)
    if target.shared or realisasi.shared or (target.col in turunan) is not (realisasi.col in turunan):
        return "target dan realisasi tidak sebanding"
    if not bernilai(target.angka) or realisasi.angka.kind is not AngkaKind.NUMBER:
        return "target atau realisasi bukan angka"
    if target.angka.multiplier != realisasi.angka.multiplier or nol(target.angka):
        return "target dan realisasi tidak sebanding"
    pasangan = [Sebutan(tabel=satu.tabel, baris=satu.baris, fakta=f, tahun=None) for f in (target, realisasi)]
    return (target, realisasi) if sebanding(*pasangan) else "target dan realisasi tidak sebanding"


def _setara(target: Fakta, realisasi: Fakta) -> bool:
    return target.angka.kind is AngkaKind.NUMBER and target.angka.value == realisasi.angka.value


def _penuh(baris: Baris) -> bool:
    """Whether the row prints a capaian of exactly a hundred."""
    return any(fakta.angka.value == _SERATUS for fakta in baris.all(Part.CAPAIAN) if fakta.scope is Scope.OWN)


def _tabel_asing(satu: StatusBaris, semua: Sequence[StatusBaris]) -> bool:
    """Whether more statuses of the column contradict their numbers than agree with them."""
    kolom = Counter(
        lain.benar for lain in semua if lain.tabel.index == satu.tabel.index and lain.status.col == satu.status.col
    )
    return kolom[False] > max(kolom[True], 1)


def _kebiasaan(satu: StatusBaris, semua: Sequence[StatusBaris]) -> bool:
    """Whether the document gives most indicators that missed (or met) their target this very status.

    Then it may count a target as met from some share of it on.
    """
    gagal = satu.vonis is Vonis.GAGAL
    salah = {lain.baris.label for lain in semua if lain.benar is False and (lain.vonis is Vonis.GAGAL) is gagal}
    benar = {lain.baris.label for lain in semua if lain.benar is True and (lain.vonis is Vonis.GAGAL) is not gagal}
    return len(salah) >= _BANYAK and len(salah) > len(benar)
