"""Judges how a sentence divides a count: parts that add up to it, and parts by result against the measurement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.arithmetic import point
from pipeline.klaim.cacah.kalimat import Hitungan, terbatas_depan
from pipeline.klaim.cacah.susunan import Susunan, kantor
from pipeline.klaim.vonis.ketercapaian import Ketercapaian, ketercapaian
from pipeline.sebutan import where
from schemas.kinerja import Kind, Laporan, Part
from schemas.narasi import Kalimat, Perihal, Putusan, RujukanFakta, Uji

_TAK_TERBAGI = "bagiannya tidak disebut semua"
_HITUNGAN = "bagian dalam kurung diperiksa sebagai hitungan kalimat"
_KELAS = re.compile(
    r"\b(?:tercapai|mencapai|memenuhi|melampaui|melebihi|baik|berhasil|tinggi|sedang|rendah|cukup|kurang|kategori"
    r"|katagori|predikat|kriteria|di\s?atas|di\s?bawah|belum)\b",
    re.IGNORECASE,
)
_DARI = re.compile(r"\bdari\s+(?:ke\s*-?\s*|sejumlah\s+|total\s+|jumlah\s+)?$", re.IGNORECASE)
_PEMBAGI = re.compile(r"\s*\(\s*(?:meliputi|terdiri\s+(?:dari|atas)|yaitu|yakni)\b", re.IGNORECASE)
_TUMPANG = re.compile(r"\b(?:bahkan|di\s?antaranya|termasuk|juga|baik\s+\w+\s+maupun)\b", re.IGNORECASE)
_SISA = re.compile(r"\b(?:sisanya|selebihnya)\b", re.IGNORECASE)
_GAGAL = re.compile(
    r"\b(?:belum|tidak|tak)\s+(?:\w+\s+){0,2}(?:tercapai|mencapai|memenuhi|terpenuhi)|\bdi\s?bawah\s+target|\bgagal\b|\bbelum\s*[.;]?\s*$",
    re.IGNORECASE,
)
_SAMPAI = re.compile(r"\b(?:tercapai|mencapai|memenuhi|terpenuhi|melampaui|melebihi|terlampaui)\b", re.IGNORECASE)
_BERKELAS = re.compile(
    r"\b(?:kategori|katagori|predikat|kriteria|baik|berhasil|tinggi|sedang|rendah|cukup|renstra|rpjm\w*|akhir)\b",
    re.IGNORECASE,
)
_MASA = re.compile(r"\b(?:triwulan|semester|tw\s?[ivx\d]+|bulan)\b", re.IGNORECASE)
_DUA = 2


def bagian(laporan: Laporan, kalimat: Kalimat, semua: Sequence[Hitungan], dikenal: Sequence[Susunan]) -> Iterator[Uji]:
    """A whole and its parts of the same kind: `dari 12 indikator, 7 … dan 5 …`, `6 program (meliputi 5 … dan 1 …)`."""
    text = kalimat.teks.text
    for urut, pokok in enumerate(semua):
        anak = [item for item in semua[urut + 1 :] if item.benda == pokok.benda and not item.pokok]
        if not pokok.pokok:
            continue
        dalam = [item for item in anak if _satu_kurung(text, pokok, item)]
        if len(dalam) >= _DUA:
            yield _jumlah(pokok, dalam, kurung=True)
            continue
        if len(anak) < _DUA or not _DARI.search(text, 0, pokok.mulai) or not _per_kelas(text, anak):
            continue
        sisa = _SISA.search(text, pokok.akhir) is not None
        if not (sisa and len(anak) == _DUA):
            uji = _jumlah(pokok, anak, mengikat=sisa)
            lain = _terhadap_tabel(laporan, kalimat, pokok, anak, dikenal) if uji.putusan is Putusan.COCOK else None
            yield lain or uji
        return


def _satu_kurung(text: str, pokok: Hitungan, item: Hitungan) -> bool:
    """Whether a count stands in the bracket that divides the whole directly before it."""
    pembagi = _PEMBAGI.match(text, pokok.akhir)
    return pembagi is not None and ")" not in text[pembagi.end() : item.mulai]


def _ekor(text: str, anak: Sequence[Hitungan]) -> list[str]:
    """What is said behind each part, up to the next one or the end of the clause."""
    batas = [*(item.mulai for item in anak[1:]), len(text)]
    return [re.split(r";|\.\s", text[item.akhir : akhir])[0] for item, akhir in zip(anak, batas, strict=True)]


def _per_kelas(text: str, anak: Sequence[Hitungan]) -> bool:
    """Whether every part is told apart by a class or verdict of its own, and no part is said to lie in another."""
    potong = _ekor(text, anak)
    if any(_TUMPANG.search(satu) or not _KELAS.search(satu) for satu in potong):
        return False
    return len({" ".join(re.findall(r"[a-z]+", satu.lower())) for satu in potong}) == len(potong)


def _jumlah(pokok: Hitungan, anak: Sequence[Hitungan], *, mengikat: bool = False, kurung: bool = False) -> Uji:
    """Parts that are more than the whole, or (where they are all of it) fewer."""
    jumlah = sum(item.banyak for item in anak)
    if jumlah == pokok.banyak:
        return _uji(pokok, anak, Putusan.COCOK)
    if kurung:
        return _uji(pokok, anak, Putusan.TAK_DIUJI, alasan=_HITUNGAN)
    if jumlah < pokok.banyak and not mengikat:
        return _uji(pokok, anak, Putusan.TAK_DIUJI, alasan=_TAK_TERBAGI)
    rincian = " + ".join(str(item.banyak) for item in anak)
    pesan = f"Kalimat membagi {pokok.banyak} {pokok.benda} menjadi {rincian} = {jumlah}."
    return _uji(pokok, anak, Putusan.SALAH, pesan=pesan, harap=jumlah if mengikat else None)


def _terhadap_tabel(
    laporan: Laporan, kalimat: Kalimat, pokok: Hitungan, anak: Sequence[Hitungan], dikenal: Sequence[Susunan]
) -> Uji | None:
    """The parts by result against the one measurement of the office; None where it does not say another number."""
    sampai = _banyak_sampai(kalimat, anak)
    if pokok.benda != "indikator" or sampai is None or terbatas_depan(laporan, kalimat, [pokok]):
        return None
    if _MASA.search(" ".join((kalimat.teks.text, *kalimat.teks.judul))):
        return None
    tabel = [satu.tabel for satu in kantor(dikenal, "indikator") if satu.kind is Kind.CAPAIAN]
    hasil = [ketercapaian(laporan, index) for index in tabel if _bercapaian(laporan, index)]
    pasti = [item for item in hasil if item is not None and item.banyak == pokok.banyak]
    if not pasti or len(pasti) < len(hasil) or len({item.tercapai for item in pasti}) > 1:
        return None
    acuan = pasti[0]
    if len(acuan.tercapai) == sampai[0]:
        return None
    disebut, pertama = sampai
    lain = [pokok, *(item for item in anak if item is not pertama)]
    fakta = tuple(acuan.gagal.values()) or (RujukanFakta(tabel=acuan.tabel, baris=0),)
    harap = len(acuan.tercapai) if disebut == pertama.banyak else None
    return _uji(pertama, lain, Putusan.SALAH, pesan=_pesan(laporan, disebut, acuan), fakta=fakta, harap=harap)


def _bercapaian(laporan: Laporan, index: int) -> bool:
    return any(kolom.part is Part.TARGET for kolom in laporan.tabel[index].kolom)


def _banyak_sampai(kalimat: Kalimat, anak: Sequence[Hitungan]) -> tuple[int, Hitungan] | None:
    """How many parts are said to have reached their targets, where each is said to have or not."""
    sampai: list[Hitungan] = []
    gagal = 0
    for item, ekor in zip(anak, _ekor(kalimat.teks.text, anak), strict=True):
        if _BERKELAS.search(ekor) or not (_GAGAL.search(ekor) or _SAMPAI.search(ekor)):
            return None
        if _GAGAL.search(ekor):
            gagal += 1
        else:
            sampai.append(item)
    return (sum(item.banyak for item in sampai), sampai[0]) if sampai and gagal else None


def _pesan(laporan: Laporan, disebut: int, acuan: Ketercapaian) -> str:
    gagal = ", ".join(acuan.gagal)
    ekor = f"; yang belum: {gagal}" if gagal else ""
    return (
        f"Kalimat menyebut {disebut} indikator mencapai target, sedangkan menurut {where(laporan.tabel[acuan.tabel])} "
        f"{len(acuan.tercapai)} dari {acuan.banyak} indikator mencapainya{ekor}."
    )


def _uji(
    pokok: Hitungan,
    anak: Sequence[Hitungan],
    putusan: Putusan,
    *,
    pesan: str = "",
    alasan: str | None = None,
    fakta: tuple[RujukanFakta, ...] = (),
    harap: int | None = None,
) -> Uji:
    return Uji(
        perihal=Perihal.CACAH,
        putusan=putusan,
        klaim=(pokok.rujukan, *(item.rujukan for item in anak)),
        fakta=fakta,
        subjek=f"{pokok.banyak} {pokok.benda}",
        pesan=pesan,
        aturan="cacah baris tabel" if fakta else "jumlah bagian",
        harap=None if harap is None else point(Decimal(harap)),
        desimal=0,
        alasan=alasan,
    )
