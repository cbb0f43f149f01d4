"""Judges amounts of sentences against the budget rows of the program, kegiatan or sub kegiatan they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.arithmetic import explain_cause, percent_of, point, reaches
from pipeline.klaim.hubungan.terbukti import dibahas
from pipeline.klaim.nama.ikatan import Cara, Ikatan
from pipeline.klaim.nama.tautan import ikatan_laporan
from pipeline.klaim.tabel.cetakan import Cetakan, beda_pengali, cetakan, sama_cetakan
from pipeline.klaim.wicara import sebutan_bagian
from pipeline.pengukuran import bernilai
from pipeline.sebutan import where
from schemas.angka import Angka, AngkaKind
from schemas.kinerja import Laporan, Part
from schemas.narasi import Kalimat, Klaim, Peran, Perihal, Putusan, RujukanFakta, RujukanKlaim, Uji

_PART = {
    Peran.ANGGARAN: Part.ANGGARAN,
    Peran.REALISASI_ANGGARAN: Part.REALISASI_ANGGARAN,
    Peran.SISA: Part.SISA,
    Peran.FISIK: Part.FISIK,
    Peran.PERSEN: Part.PERSEN,
}
_PENYERTA = frozenset((Peran.FISIK, Peran.PERSEN))
"""Roles that only confirm; what contradicts them is judged by the sentence's own numbers."""
_TAHAP = re.compile(
    r"\b(?:perubahan|murni|semula|sebelum\w*|pergeseran"
    r"|refocusing|recofusing|triwulan|semester|bulan|dppa|apbd-?p)\b", re.IGNORECASE
)
_DISEBUT = re.compile(r"\b(?:(?:sub\s*-?\s*)?kegiatan|program)\s*[“\"'(]*$", re.IGNORECASE)
_PENYEBUT = re.compile(r"(?:(?:sub\s*-?\s*)?kegiatan|program)\s", re.IGNORECASE)
_KALI = 10
_DALAM_KALIMAT = "pengalinya sudah dinilai dari angka lain kalimat itu"
_SALAH_IKAT = "tidak satu pun angka kalimat sama dengan baris anggarannya"
_TANPA = "baris anggaran tidak memuat angka itu"
_RAGU = "kegiatan, tahap anggaran, atau peran angkanya tidak pasti"
_DERET = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Angka:
    """One amount of a sentence with the printings of its row: `sama` equal ones, `lain` those that differ."""

    rujukan: RujukanKlaim
    klaim: Klaim
    ikatan: Ikatan
    sama: tuple[Cetakan, ...]
    lain: tuple[Cetakan, ...]


def judge(laporan: Laporan) -> Iterator[Uji]:
    """Every amount of a sentence that names a budget row."""
    for nomor, (kalimat, ikatan) in enumerate(zip(laporan.kalimat, ikatan_laporan(laporan), strict=True)):
        for baris in dict.fromkeys(klaim.baris for klaim in kalimat.klaim if _berhitung(klaim)):
            angka = _pilihan(laporan, nomor, kalimat, ikatan, baris)
            yield from _putuskan(laporan, kalimat, angka, baris)


def _berhitung(klaim: Klaim) -> bool:
    """Whether a claim is an amount (or per cent of work done) that a budget row may print."""
    uang = klaim.teks.peran in _PENYERTA or klaim.angka.currency or klaim.angka.value == 0
    return bool(klaim.baris) and klaim.teks.peran in _PART and uang


def _pilihan(
    laporan: Laporan, nomor: int, kalimat: Kalimat, ikatan: Sequence[Ikatan], baris: tuple[RujukanFakta, ...]
) -> tuple[_Angka, ...]:
    """The amounts against that row of the name which most of them fit; against all rows that fit equally well."""
    klaim = [
        (posisi, satu)
        for posisi, satu in enumerate(kalimat.klaim)
        if satu.baris == baris and _berhitung(satu) and bernilai(satu.angka)
    ]
    per_baris: list[tuple[int, tuple[_Angka, ...]]] = []
    for satu_baris in baris:
        cetak = cetakan_uang(laporan, satu_baris)
        angka = tuple(
            _banding(RujukanKlaim(kalimat=nomor, klaim=posisi), satu, ikatan[posisi], cetak, laporan)
            for posisi, satu in klaim
        )
        per_baris.append((sum(bool(item.sama) for item in angka), angka))
    terbaik = max((cocok for cocok, _ in per_baris), default=0)
    utama = [angka for cocok, angka in per_baris if cocok == terbaik]
    return tuple(
        _Angka(
            rujukan=item[0].rujukan,
            klaim=item[0].klaim,
            ikatan=item[0].ikatan,
            sama=tuple(satu for pilihan in item for satu in pilihan.sama),
            lain=tuple(satu for pilihan in item for satu in pilihan.lain),
        )
        for item in zip(*utama, strict=True)
    )


def cetakan_uang(laporan: Laporan, baris: RujukanFakta) -> tuple[Cetakan, ...]:
    """What a budget row prints, nil included."""
    tabel = laporan.tabel[baris.tabel]
    isi = tabel.baris[baris.baris]
    nihil = tuple(
        Cetakan(
            rujukan=RujukanFakta(tabel=baris.tabel, baris=baris.baris, fakta=nomor),
            tabel=tabel,
            baris=isi,
            fakta=fakta,
            tahun=fakta.year or tabel.tahun or laporan.metadata.tahun,
        )
        for nomor, fakta in enumerate(isi.fakta)
        if fakta.angka.kind is AngkaKind.NIL
    )
    return cetakan(laporan, (baris,)) + nihil


def _banding(
    rujukan: RujukanKlaim, klaim: Klaim, ikatan: Ikatan, cetak: Sequence[Cetakan], laporan: Laporan
) -> _Angka:
    tahun = klaim.teks.tahun or laporan.metadata.tahun
    setahun = [item for item in cetak if item.tahun == tahun and item.fakta.period is None]
    milik = [item for item in setahun if item.fakta.part is _PART[klaim.teks.peran]]
    return _Angka(
        rujukan=rujukan,
        klaim=klaim,
        ikatan=ikatan,
        sama=tuple(item for item in milik if _sama(klaim, item)) or _dihitung(klaim, setahun),
        lain=tuple(item for item in milik if not _sama(klaim, item)),
    )


def _dihitung(klaim: Klaim, cetak: Sequence[Cetakan]) -> tuple[Cetakan, ...]:
    """Budget and realisation of the row whose difference or share a number is; nothing for other amounts."""
    for pagu in cetak:
        for pakai in cetak:
            if (pagu.fakta.part, pakai.fakta.part) == (Part.ANGGARAN, Part.REALISASI_ANGGARAN):
                if klaim.teks.peran is Peran.SISA and _nol(pagu) - _nol(pakai) == klaim.angka.value:
                    return pagu, pakai
                if klaim.teks.peran is Peran.PERSEN and _sebagian(klaim.angka, pakai, pagu):
                    return pagu, pakai
    return ()


def _sebagian(angka: Angka, pakai: Cetakan, pagu: Cetakan) -> bool:
    """Whether a per cent figure is the realisation in per cent of the budget."""
    if not (bernilai(pakai.fakta.angka) and bernilai(pagu.fakta.angka)):
        return False
    persen = percent_of(pakai.fakta.angka, pagu.fakta.angka)
    return persen is not None and reaches(angka, persen)


def _nol(item: Cetakan) -> Decimal:
    """The amount, zero for nil."""
    return item.fakta.angka.value or Decimal(0)


def _sama(klaim: Klaim, item: Cetakan) -> bool:
    if item.fakta.angka.kind is AngkaKind.NIL:
        return klaim.angka.value == 0
    return sama_cetakan(klaim.angka, item)


def _putuskan(
    laporan: Laporan, kalimat: Kalimat, angka: Sequence[_Angka], baris: tuple[RujukanFakta, ...]
) -> Iterator[Uji]:
    cocok = any(item.sama and item.klaim.teks.peran not in _PENYERTA for item in angka)
    beda = [item for item in angka if not item.sama and item.lain and item.klaim.teks.peran not in _PENYERTA]
    for item in angka:
        if item.sama:
            yield _uji(item, Putusan.COCOK)
        elif not item.lain and item.klaim.teks.peran not in _PENYERTA:
            yield _uji(item, Putusan.TAK_DIUJI, _TANPA)
    tetangga = None if cocok else _tetangga(laporan, beda, baris)
    if tetangga is not None and all(map(_pasti, beda)):
        yield _salah(beda, f"sama dengan angka “{tetangga}”")
        return
    for item in beda:
        if not cocok and not _tunggal(laporan, kalimat, angka, item):
            yield _uji(item, Putusan.TAK_DIUJI, _SALAH_IKAT)
        elif _sudah(laporan, item):
            yield _uji(item, Putusan.TAK_DIUJI, _DALAM_KALIMAT)
        elif _pasti(item) and _pertama(item, angka) and not _TAHAP.search(kalimat.teks.text):
            yield _salah([item], None)
        else:
            yield _uji(item, Putusan.TAK_DIUJI, _RAGU)


def _pasti(item: _Angka) -> bool:
    """Whether name, role and year of an amount leave no doubt."""
    teks, entri = item.klaim.teks, item.ikatan.entri
    return (
        entri is not None
        and entri.penuh
        and item.ikatan.cara in (Cara.SENDIRI, Cara.BUTIR)
        and teks.tegas
        and not teks.pendekatan
        and teks.periode is None
        and teks.wilayah is None
        and teks.jangka is None
        and item.klaim.angka.kind is AngkaKind.NUMBER
        and all(satu.fakta.angka.kind in (AngkaKind.NUMBER, AngkaKind.NIL) for satu in item.lain)
        and all(not satu.fakta.shared for satu in item.lain)
    )


def _sudah(laporan: Laporan, item: _Angka) -> bool:
    """Whether an amount is off by a multiplier that a relation of its own sentence shows."""
    if not any(beda_pengali(item.klaim.angka, satu.fakta.angka) for satu in item.lain):
        return False
    return item.rujukan.klaim in dibahas(laporan, item.rujukan.kalimat)


def _tunggal(laporan: Laporan, kalimat: Kalimat, angka: Sequence[_Angka], item: _Angka) -> bool:
    """Whether the only amount of a sentence is surely meant for the row: introduced as a kegiatan, one value printed.

    It must be of the size of the printed one, and no figure of the row in any year.
    """
    uang = [satu for satu in angka if satu.klaim.teks.peran not in _PENYERTA]
    nilai = item.klaim.angka.value
    tercetak = {satu.fakta.angka.value for satu in item.lain}
    if len(uang) != 1 or not nilai or len(tercetak) != 1 or not item.ikatan.bersih:
        return False
    if item.ikatan.cara is not Cara.SENDIRI or not _disebut(kalimat.teks.text, item.ikatan):
        return False
    if item.klaim.teks.tahun not in (None, laporan.metadata.tahun) or any(map(_bertahap, item.lain)):
        return False
    semua = cetakan(laporan, item.klaim.baris)
    acuan = tercetak.pop()
    sebesar = acuan is not None and acuan / _KALI < nilai < acuan * _KALI
    return sebesar and not any(sama_cetakan(item.klaim.angka, satu) for satu in semua)


def _disebut(text: str, ikatan: Ikatan) -> bool:
    """Whether the word program or kegiatan introduces the name, or begins it."""
    return _DISEBUT.search(text, 0, ikatan.mulai) is not None or _PENYEBUT.match(text, ikatan.mulai) is not None


def _bertahap(satu: Cetakan) -> bool:
    """Whether heading or caption says before or after which change of the budget a figure holds."""
    return _TAHAP.search(f"{satu.fakta.header} {satu.tabel.caption or ''}") is not None


def _pertama(item: _Angka, angka: Sequence[_Angka]) -> bool:
    """Whether it is the first amount of its role; later ones may be parts of it."""
    peran = item.klaim.teks.peran
    return item is next(lain for lain in angka if lain.klaim.teks.peran is peran)


def _tetangga(laporan: Laporan, beda: Sequence[_Angka], baris: tuple[RujukanFakta, ...]) -> str | None:
    """Label of another row near by that prints all of these amounts, two at least; None without."""
    uang = [item for item in beda if item.klaim.angka.value]
    if len(uang) < _DERET:
        return None
    for satu in baris:
        dekat = laporan.tabel[satu.tabel].baris
        for nomor in range(max(0, satu.baris - 2), min(len(dekat), satu.baris + 2)):
            cetak = cetakan_uang(laporan, RujukanFakta(tabel=satu.tabel, baris=nomor))
            if nomor != satu.baris and all(_dicetak(item, cetak) for item in uang):
                return dekat[nomor].label
    return None


def _dicetak(item: _Angka, cetak: Sequence[Cetakan]) -> bool:
    return any(satu.fakta.part is _PART[item.klaim.teks.peran] and _sama(item.klaim, satu) for satu in cetak)


def _salah(beda: Sequence[_Angka], petunjuk: str | None) -> Uji:
    """One finding for amounts of a sentence that differ from its row."""
    utama = beda[0]
    cetak = utama.lain[0]
    label = cetak.baris.label
    bagian = " dan ".join(
        f"{sebutan_bagian(_PART[item.klaim.teks.peran])} {item.klaim.teks.angka}, "
        f"sedangkan tabel {item.lain[0].fakta.text}"
        for item in beda
    )
    nilai = cetak.fakta.angka.value
    harap = None if nilai is None else point(nilai)
    if petunjuk is None and harap is not None:
        petunjuk = explain_cause(utama.klaim.angka, harap, _angka_baris(cetak))
    return Uji(
        perihal=Perihal.TABEL,
        putusan=Putusan.SALAH,
        klaim=tuple(item.rujukan for item in beda),
        fakta=tuple(item.lain[0].rujukan for item in beda),
        subjek=label,
        pesan=f"Kalimat tentang {label} menyebut {bagian} ({where(cetak.tabel)}).",
        aturan="nilai tabel",
        harap=harap,
        desimal=cetak.fakta.angka.decimals,
        petunjuk=petunjuk,
    )


def _angka_baris(cetak: Cetakan) -> dict[str, Decimal]:
    """Other amounts of the row by their names."""
    return {
        f"{sebutan_bagian(fakta.part)} pada baris yang sama": fakta.angka.value
        for fakta in cetak.baris.fakta
        if fakta is not cetak.fakta and fakta.part in _PART.values() and fakta.angka.value is not None
    }


def _uji(item: _Angka, putusan: Putusan, alasan: str | None = None) -> Uji:
    return Uji(
        perihal=Perihal.TABEL,
        putusan=putusan,
        klaim=(item.rujukan,),
        fakta=tuple(satu.rujukan for satu in item.sama),
        subjek=item.klaim.label or "",
        alasan=alasan,
    )
