"""Judges multipliers: a relation between numbers of a sentence that holds once ribu, juta or miliar is put right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from pipeline.arithmetic import format_id, same_quantity
from pipeline.klaim.hubungan.besaran import Tertukar, pengali_tertukar
from pipeline.klaim.hubungan.dasar import Hubungan, Pergeseran, pergeseran
from pipeline.klaim.hubungan.kalimat import hubungan_hitungan
from pipeline.klaim.hubungan.operan import Operan, digit, kebiasaan, operan_kalimat, subjek
from pipeline.klaim.hubungan.selisih import hubungan_selisih, rata_rata
from pipeline.klaim.selisih.arah_kata import bertahun
from schemas.angka import AngkaKind
from schemas.kinerja import Laporan, Part
from schemas.narasi import Kalimat, Peran, Perihal, Putusan, RujukanFakta, Uji

_PANJANG = 6
_UANG = Decimal(10) ** 14
_BANYAK = Decimal(3) * 10**8
_DALAM = re.compile(r"\bribu|\bjuta|mil[iy]+ar|tril[iy]|\brb\b|\bjt\b|\b000\b|x\s*1\.?000", re.IGNORECASE)
_PART = {
    Peran.TARGET: (Part.TARGET, Part.ANGGARAN),
    Peran.REALISASI: (Part.REALISASI, Part.REALISASI_ANGGARAN),
    Peran.ANGGARAN: (Part.ANGGARAN,),
    Peran.REALISASI_ANGGARAN: (Part.REALISASI_ANGGARAN,),
    Peran.SISA: (Part.SISA,),
}
_KATA = {1_000: "ribu", 1_000_000: "juta", 1_000_000_000: "miliar", 1_000_000_000_000: "triliun"}


def judge(laporan: Laporan) -> Iterator[Uji]:
    """Judgements of every tied relation that one multiplier mends, and of those that hold with their multipliers."""
    biasa = kebiasaan(laporan)
    for nomor, kalimat in enumerate(laporan.kalimat):
        dibahas: set[int] = set()
        for uji in (*_hitungan(laporan, nomor, biasa), *_tertukar(laporan, nomor)):
            tempat = {rujukan.klaim for rujukan in uji.klaim if rujukan.klaim is not None and rujukan.kalimat == nomor}
            if uji.putusan is Putusan.COCOK:
                yield uji
            elif not tempat & dibahas:
                dibahas |= tempat
                yield uji
        for item in operan_kalimat(laporan, nomor):
            if item is not None and item.posisi not in dibahas and (fakta := _tanpa_kata(laporan, item)):
                yield _uji_tabel(laporan, kalimat, item, fakta)


def _hitungan(laporan: Laporan, nomor: int, biasa: str | None) -> Iterator[Uji]:
    """Relations of a sentence that hold with their multipliers, or with one multiplier put right."""
    kalimat = laporan.kalimat[nomor]
    for hubungan in _terikat(laporan, nomor):
        if hubungan.taksiran or hubungan.ganda(biasa):
            continue
        if hubungan.berlaku():
            if any(item.angka.multiplier > 1 for item in hubungan.anggota):
                yield _uji(kalimat, hubungan, Putusan.COCOK)
        elif geser := pergeseran(hubungan):
            yield _uji(kalimat, hubungan, Putusan.SALAH, pesan=_pesan(kalimat, hubungan, geser), geser=geser)


def _tertukar(laporan: Laporan, nomor: int) -> Iterator[Uji]:
    """Budgets and realisations whose multipliers cannot both be right."""
    for pasangan in pengali_tertukar(laporan, nomor, operan_kalimat(laporan, nomor)):
        yield _uji_tertukar(laporan.kalimat[nomor], pasangan)


def _tanpa_kata(laporan: Laporan, item: Operan) -> RujukanFakta | None:
    """The fact of a bound row that prints the same digits in full, without the multiplier of the sentence.

    Only numbers that are too large for any region with it, and tables that do not print in thousands or millions.
    """
    angka, parts = item.angka, _PART.get(item.teks.peran, ())
    polos = replace(angka, value=item.nilai / angka.multiplier, multiplier=1)
    mustahil = _UANG if angka.currency else _BANYAK
    if angka.multiplier == 1 or angka.decimals or digit(angka) < _PANJANG or item.nilai < mustahil:
        return None
    for rujukan in item.klaim.baris if parts else ():
        tabel = laporan.tabel[rujukan.tabel]
        baris = tabel.baris[rujukan.baris]
        for nomor, fakta in enumerate(baris.fakta):
            tercetak = fakta.angka
            keterangan = f"{fakta.header} {tabel.caption or ''} {baris.satuan or ''} {tercetak.text}"
            if fakta.part not in parts or tercetak.kind is not AngkaKind.NUMBER or _DALAM.search(keterangan):
                continue
            if tercetak.multiplier == 1 and tercetak.decimals == 0 and same_quantity(polos, tercetak):
                return replace(rujukan, fakta=nomor)
    return None


def _uji_tabel(laporan: Laporan, kalimat: Kalimat, item: Operan, rujukan: RujukanFakta) -> Uji:
    baris = laporan.tabel[rujukan.tabel].baris[rujukan.baris]
    tercetak = baris.fakta[rujukan.fakta or 0].text
    kata = _KATA.get(item.angka.multiplier, "pengali")
    nama, teks = subjek(kalimat, item), item.teks.angka.strip()
    return Uji(
        perihal=Perihal.BESARAN,
        putusan=Putusan.SALAH,
        klaim=(item.rujukan,),
        fakta=(rujukan,),
        subjek=nama,
        pesan=f"{nama}: “{teks}”, padahal tabel mencetak {tercetak} tanpa kata {kata}.",
        aturan="angka tabel",
    )


def _uji_tertukar(kalimat: Kalimat, pasangan: Tertukar) -> Uji:
    """A realisation a thousand times its budget, or a thousandth of it, whose digits are a share of it."""
    anggaran, realisasi = pasangan.anggaran, pasangan.realisasi
    nama, a, b = subjek(kalimat, realisasi), anggaran.teks.angka.strip(), realisasi.teks.angka.strip()
    kata = [_KATA.get(item.angka.multiplier, "pengali") for item in (anggaran, realisasi)]
    sebutan = "sisa" if realisasi.teks.peran is Peran.SISA else "realisasi"
    beda = "melebihi" if realisasi.nilai > anggaran.nilai else "jauh di bawah"
    return Uji(
        perihal=Perihal.BESARAN,
        putusan=Putusan.SALAH,
        klaim=(realisasi.rujukan, anggaran.rujukan),
        subjek=nama,
        pesan=f"{nama}: {sebutan} {b} {beda} anggaran {a}; salah satu kata {kata[0]} atau {kata[1]} keliru.",
        aturan="realisasi/anggaran",
    )


def _terikat(laporan: Laporan, nomor: int) -> Iterator[Hubungan]:
    kalimat, operan = laporan.kalimat[nomor], operan_kalimat(laporan, nomor)
    for item in operan:
        if item is not None and item.teks.peran is Peran.SELISIH and not rata_rata(kalimat, item):
            calon = [hubungan for _, hubungan in hubungan_selisih(laporan, nomor, operan, item)]
            if not any(hubungan.berlaku() for hubungan in calon):
                yield from [hubungan for hubungan in calon if hubungan.terikat][:1]
            else:
                yield from [hubungan for hubungan in calon if hubungan.terikat and hubungan.berlaku()][:1]
    yield from (hubungan for hubungan in hubungan_hitungan(laporan, nomor, operan) if hubungan.terikat)


def _uji(
    kalimat: Kalimat, hubungan: Hubungan, putusan: Putusan, *, pesan: str = "", geser: tuple[Pergeseran, ...] = ()
) -> Uji:
    ragu = [item for pilihan in _terbaik(geser) for item in pilihan.operan]
    urut = [*ragu, *(item for item in hubungan.anggota if item not in ragu)]
    return Uji(
        perihal=Perihal.BESARAN,
        putusan=putusan,
        klaim=tuple(dict.fromkeys(item.rujukan for item in urut)),
        subjek=subjek(kalimat, urut[0]),
        pesan=pesan,
        aturan=hubungan.aturan,
    )


def _terbaik(geser: tuple[Pergeseran, ...]) -> tuple[Pergeseran, ...]:
    """The ways that take away a printed multiplier, else those that put one back, else all."""
    berlebih = tuple(item for item in geser if item.pangkat < 0 and all(_dibawa(x, item.pangkat) for x in item.operan))
    if berlebih:
        return berlebih[:1]
    hilang = tuple(item for item in geser if item.pangkat >= 3 and all(x.angka.multiplier == 1 for x in item.operan))
    return (hilang or geser)[:1]


def _dibawa(operan: Operan, pangkat: int) -> bool:
    return operan.angka.multiplier == int(10 ** abs(pangkat))


def _pesan(kalimat: Kalimat, hubungan: Hubungan, geser: tuple[Pergeseran, ...]) -> str:
    nama = subjek(kalimat, hubungan.hasil)
    angka = ", ".join(bertahun(item) for item in hubungan.operan)
    sebab = " atau ".join(dict.fromkeys(_sebab(item) for item in (*_terbaik(geser), *geser)[:2]))
    return f"{nama}: {bertahun(hubungan.hasil)} terhadap {angka} hanya cocok ({hubungan.aturan}) bila {sebab}."


def _sebab(geser: Pergeseran) -> str:
    angka = " dan ".join(f"“{item.teks.angka.strip()}”" for item in geser.operan)
    kata = _KATA.get(10 ** abs(geser.pangkat))
    if kata is not None and geser.pangkat < 0 and all(_dibawa(item, geser.pangkat) for item in geser.operan):
        return f"kata {kata} pada {angka} ditiadakan"
    if kata is not None and geser.pangkat > 0 and all(item.angka.multiplier == 1 for item in geser.operan):
        return f"{angka} dibaca dalam {kata}"
    kali = "dikalikan" if geser.pangkat > 0 else "dibagi"
    return f"{angka} {kali} {format_id(Decimal(10 ** abs(geser.pangkat)), 0)}"
