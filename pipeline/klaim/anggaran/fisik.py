"""Judges physical progress in sentences against the money and the volume named with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from schemas.angka import AngkaKind
from schemas.kinerja import Laporan
from schemas.narasi import Kalimat, Klaim, Peran, Perihal, Putusan, RujukanKlaim, Uji

_BUTIR = re.compile(r"^\W*(?:\w{1,3}[.)]\s+)?")
_PENUH = 100
_TANPA_LAWAN = "kalimat tidak menyebut uang atau volume untuk fisiknya"
_BANYAK = "beberapa kegiatan dalam satu kalimat"


def judge(laporan: Laporan) -> Iterator[Uji]:
    """Every per cent of work done: against the amount spent and the volume of the same sentence."""
    for nomor, kalimat in enumerate(laporan.kalimat):
        fisik = [posisi for posisi, klaim in enumerate(kalimat.klaim) if klaim.teks.peran is Peran.FISIK]
        for posisi in fisik:
            yield _uji(nomor, kalimat, posisi, tunggal=len(fisik) == 1)


def _uji(nomor: int, kalimat: Kalimat, posisi: int, *, tunggal: bool) -> Uji:
    klaim = kalimat.klaim[posisi]
    uang = _milik(kalimat, posisi, Peran.REALISASI_ANGGARAN)
    volume = _milik(kalimat, posisi, Peran.VOLUME)
    if not tunggal or len(uang) > 1 or len({kalimat.klaim[item].label for item in (posisi, *uang, *volume)}) > 1:
        return _hasil(nomor, kalimat, [posisi], Putusan.TAK_DIUJI, alasan=_BANYAK)
    if not uang and not volume:
        return _hasil(nomor, kalimat, [posisi], Putusan.TAK_DIUJI, alasan=_TANPA_LAWAN)
    salah = _salah(kalimat, klaim, uang, volume)
    if salah is None:
        return _hasil(nomor, kalimat, [posisi, *uang, *volume], Putusan.COCOK)
    return _hasil(nomor, kalimat, [posisi, *salah[0]], Putusan.SALAH, pesan=salah[1])


def _milik(kalimat: Kalimat, posisi: int, peran: Peran) -> list[int]:
    """Readable numbers of that role in the sentence."""
    return [
        nomor
        for nomor, klaim in enumerate(kalimat.klaim)
        if nomor != posisi and klaim.teks.peran is peran and klaim.angka.kind is AngkaKind.NUMBER
    ]


def _salah(
    kalimat: Kalimat, klaim: Klaim, uang: Sequence[int], volume: Sequence[int]
) -> tuple[Sequence[int], str] | None:
    """The numbers that contradict the work done, with the message; None when nothing does."""
    nilai = klaim.angka.value
    nama = subjek(kalimat, klaim)
    for nomor in uang:
        lain = kalimat.klaim[nomor]
        if nilai == 0 and lain.angka.value:
            return [nomor], f"Fisik {nama} disebut {klaim.teks.angka}, padahal terserap {lain.teks.angka}."
    nol = [nomor for nomor in volume if kalimat.klaim[nomor].angka.value == 0]
    if nilai == _PENUH and nol and len(nol) == len(volume):
        lain = kalimat.klaim[nol[0]]
        return nol, f"Fisik {nama} disebut {klaim.teks.angka}, padahal volumenya {lain.teks.angka}."
    return None


def subjek(kalimat: Kalimat, klaim: Klaim) -> str:
    """What the sentence is about, as printed."""
    return klaim.label or _BUTIR.sub("", kalimat.teks.text).split(",")[0][:80].strip()


def _hasil(
    nomor: int, kalimat: Kalimat, posisi: Sequence[int], putusan: Putusan, *, pesan: str = "", alasan: str | None = None
) -> Uji:
    return Uji(
        perihal=Perihal.FISIK,
        putusan=putusan,
        klaim=tuple(RujukanKlaim(kalimat=nomor, klaim=item) for item in posisi),
        subjek=subjek(kalimat, kalimat.klaim[posisi[0]]),
        pesan=pesan,
        aturan="fisik dan keuangan" if putusan is Putusan.SALAH else None,
        alasan=alasan,
    )
