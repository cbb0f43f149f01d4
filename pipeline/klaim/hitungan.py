"""Judges the arithmetic of sentences: shares, remainders, sums, capaian, and digits against number words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.arithmetic import explain_cause, format_interval, point, same_quantity
from pipeline.klaim.hubungan.dasar import Hubungan, pergeseran
from pipeline.klaim.hubungan.kalimat import hubungan_hitungan
from pipeline.klaim.hubungan.operan import Operan, kebiasaan, nama_klaim, operan_kalimat, subjek
from pipeline.klaim.selisih.arah_kata import bertahun
from pipeline.klaim.terbilang import baca_terbilang
from schemas.angka import AngkaKind, Interval
from schemas.kinerja import Laporan, Part
from schemas.narasi import ANGKA_DAN_HURUF, Kalimat, Klaim, Peran, Perihal, Putusan, RujukanFakta, RujukanKlaim, Uji

_TAK_TERIKAT = "tidak pasti angka-angka itu satu hitungan"
_GANDA = "pemisah ribuan atau desimal tidak pasti"
_TAKSIRAN = "angka sengaja dibulatkan"
_SATUAN = "satuan angka-angkanya berlainan"
_HASIL_SAJA = "hasilnya sama dengan tabel, angka lain dalam kalimat itu tidak"
_NOL = "nol di belakang koma mungkin tambahan"
_SEBUTAN = {
    Peran.ANGGARAN: "anggaran",
    Peran.REALISASI_ANGGARAN: "realisasi",
    Peran.TARGET: "target",
    Peran.REALISASI: "realisasi",
    Peran.SISA: "sisa",
}
_BAGIAN_TERTULIS = 4
_TANDA = {"jumlah bagian": "+", "a + b": "+", "a − b": "−", "anggaran − realisasi": "−"}
"""Sign between the numbers of a rule."""
_POLA = {
    "100% − serapan": "100% − {0} = {hitung}",
    "100% − a": "100% − {0} = {hitung}",
    "(a − b)/b": "({0} − {1}) / {1} = {hitung}",
    "a/b": "{0} / {1} = {hitung}",
    "a/b × 100%": "{0} / {1} × 100% = {hitung}",
    "(a − b)/c × 100%": "({0} − {1}) / {2} × 100% = {hitung}",
}
_DARI = ("realisasi/anggaran", "sisa/anggaran", "bagian/seluruhnya")
_BUKAN_KATA = "bilangan dengan huruf tidak terbaca"


def judge(laporan: Laporan) -> Iterator[Uji]:
    """Judgements of every relation between the numbers of a sentence, and of digits with number words."""
    biasa = kebiasaan(laporan)
    for nomor, kalimat in enumerate(laporan.kalimat):
        operan = operan_kalimat(laporan, nomor)
        salah: list[Hubungan] = []
        for hubungan in hubungan_hitungan(laporan, nomor, operan):
            fakta = () if hubungan.berlaku() else _fakta_sama(laporan, hubungan)
            if hubungan.berlaku() or (fakta and _sebaris(laporan, hubungan)):
                yield _uji(kalimat, hubungan, Putusan.COCOK, fakta=fakta)
            elif fakta:
                yield _uji(kalimat, hubungan, Putusan.TAK_DIUJI, alasan=_HASIL_SAJA)
            elif alasan := _alasan(hubungan, biasa):
                yield _uji(kalimat, hubungan, Putusan.TAK_DIUJI, alasan=alasan)
            else:
                salah.append(hubungan)
        for kelompok in _kelompok(salah):
            if not any(pergeseran(hubungan) for hubungan in kelompok):
                yield _salah(kalimat, kelompok)
        for posisi, klaim in enumerate(kalimat.klaim):
            if klaim.teks.terbilang is not None:
                yield _terbilang(kalimat, RujukanKlaim(kalimat=nomor, klaim=posisi), klaim)


def _alasan(hubungan: Hubungan, biasa: str | None) -> str | None:
    """Why a relation that does not hold is no finding."""
    if hubungan.lain_satuan:
        return _SATUAN
    if not hubungan.terikat:
        return _TAK_TERIKAT
    if hubungan.taksiran:
        return _TAKSIRAN
    if hubungan.ganda(biasa):
        return _GANDA
    return _NOL if hubungan.berlaku_tanpa_nol() else None


def _uji(
    kalimat: Kalimat,
    hubungan: Hubungan,
    putusan: Putusan,
    *,
    alasan: str | None = None,
    fakta: tuple[RujukanFakta, ...] = (),
) -> Uji:
    return Uji(
        perihal=Perihal.HITUNGAN,
        putusan=putusan,
        klaim=tuple(item.rujukan for item in hubungan.anggota),
        fakta=fakta,
        subjek=subjek(kalimat, hubungan.hasil),
        aturan=hubungan.aturan,
        alasan=alasan,
    )


def _fakta_sama(laporan: Laporan, hubungan: Hubungan) -> tuple[RujukanFakta, ...]:
    """The capaian of a bound row that prints the same: its own figures, not the rounded ones, may lead to it."""
    if hubungan.hasil.teks.peran not in (Peran.CAPAIAN, Peran.PERSEN):
        return ()
    parts = (Part.CAPAIAN, Part.PERSEN)
    ditemukan = []
    for rujukan in _baris(hubungan):
        baris = laporan.tabel[rujukan.tabel].baris[rujukan.baris]
        for nomor, fakta in enumerate(baris.fakta):
            angka = fakta.angka
            if fakta.part in parts and angka.kind is AngkaKind.NUMBER and same_quantity(angka, hubungan.hasil.angka):
                ditemukan.append(RujukanFakta(tabel=rujukan.tabel, baris=rujukan.baris, fakta=nomor))
    return tuple(ditemukan[:1])


def _baris(hubungan: Hubungan) -> tuple[RujukanFakta, ...]:
    """The rows that the numbers of a relation are bound to."""
    return tuple(dict.fromkeys(rujukan for item in hubungan.anggota for rujukan in item.klaim.baris))


def _sebaris(laporan: Laporan, hubungan: Hubungan) -> bool:
    """Whether the bound rows print the numbers that a result does not follow from, too."""
    tercetak = [
        angka
        for rujukan in _baris(hubungan)
        for fakta in laporan.tabel[rujukan.tabel].baris[rujukan.baris].fakta
        for angka in (fakta.angka, *(fakta.raw or ()))
        if angka.kind is AngkaKind.NUMBER
    ]
    return all(any(same_quantity(angka, item.angka) for angka in tercetak) for item in hubungan.operan)


def _kelompok(salah: Sequence[Hubungan]) -> Iterator[list[Hubungan]]:
    """Broken relations that share a number: one wrong number breaks all of them, so they are told together."""
    kelompok: list[list[Hubungan]] = []
    for hubungan in salah:
        anggota = {item.rujukan for item in hubungan.anggota}
        teman = [isi for isi in kelompok if any(item.rujukan in anggota for lain in isi for item in lain.anggota)]
        gabung = [hubungan] if not teman else [*(lain for isi in teman for lain in isi), hubungan]
        kelompok = [*(isi for isi in kelompok if isi not in teman), gabung]
    yield from kelompok


def _salah(kalimat: Kalimat, kelompok: Sequence[Hubungan]) -> Uji:
    hubungan = kelompok[0]
    desimal = _desimal(hubungan)
    harap = hubungan.harap()
    rujukan = dict.fromkeys(item.rujukan for isi in kelompok for item in isi.anggota)
    return Uji(
        perihal=Perihal.HITUNGAN,
        putusan=Putusan.SALAH,
        klaim=tuple(rujukan),
        subjek=subjek(kalimat, hubungan.hasil),
        pesan=f"{subjek(kalimat, hubungan.hasil)}: " + "; ".join(dict.fromkeys(_pesan(isi) for isi in kelompok)) + ".",
        aturan=hubungan.aturan,
        harap=harap,
        desimal=desimal,
        petunjuk=_petunjuk(hubungan, harap),
    )


def _desimal(hubungan: Hubungan) -> int:
    if hubungan.hasil.angka.percent:
        return max(hubungan.hasil.angka.decimals, 2)
    return max(item.angka.decimals for item in hubungan.operan)


def _pesan(hubungan: Hubungan) -> str:
    """Both values of one relation, the second one as a reader would work it out."""
    harap = hubungan.harap()
    hitung = "tak terhitung" if harap is None else _terhitung(hubungan, format_interval(harap, _desimal(hubungan)))
    return f"tercetak {hubungan.hasil.teks.angka.strip()}, padahal {_cara(hubungan, hitung)}"


def _terhitung(hubungan: Hubungan, hitung: str) -> str:
    """A computed value with the unit of the result, else of the first number it follows from."""
    hasil = hubungan.hasil.angka
    if hasil.percent:
        return f"{hitung}%"
    if hasil.currency:
        return f"Rp {hitung}"
    satuan = hasil.unit or (hubungan.operan[0].angka.unit if hubungan.aturan in _TANDA else None)
    return f"{hitung} {satuan}" if satuan else hitung


def _cara(hubungan: Hubungan, hitung: str) -> str:
    """The calculation with its value: `2.699 + 3.789 = 6.488 ekor`, `realisasi Rp 9 dari anggaran Rp 10 = 90,00%`."""
    aturan, operan = hubungan.aturan, hubungan.operan
    if aturan in _TANDA:
        if len(operan) > _BAGIAN_TERTULIS:
            return f"jumlah {len(operan)} bagiannya {hitung}"
        satuan = {item.angka.unit for item in operan}
        polos = len(satuan) == 1 and not hubungan.hasil.angka.percent
        return f" {_TANDA[aturan]} ".join(_cetak(item, polos=polos) for item in operan) + f" = {hitung}"
    nilai = [_cetak(item) for item in operan]
    sebut = [f"{_SEBUTAN.get(item.teks.peran, '')} {teks}".strip() for item, teks in zip(operan, nilai, strict=True)]
    if aturan in _POLA:
        return _POLA[aturan].format(*nilai, hitung=hitung)
    if aturan == "perhitungan tercetak":
        return f"hitungan yang tercetak itu menghasilkan {hitung}"
    if aturan in _DARI:
        return f"{sebut[0]} dari {sebut[1]} = {hitung}"
    if aturan.startswith("R/T"):
        return f"{sebut[0]} dari {sebut[1]} = {hitung} (rumus lain pun tidak menghasilkan yang tercetak)"
    return f"{aturan} dengan {' dan '.join(sebut)} menghasilkan {hitung}"


def _cetak(item: Operan, *, polos: bool = False) -> str:
    """A printed number with its year; `polos`: without the unit that all numbers share."""
    teks, satuan = bertahun(item), item.angka.unit
    return re.sub(rf"(?<=\d)\s+{re.escape(satuan)}\b", "", teks, count=1) if polos and satuan else teks


def _petunjuk(hubungan: Hubungan, harap: Interval | None) -> str | None:
    if harap is None:
        return None
    if len(hubungan.operan) == 2 and hubungan.operan[0].nilai == hubungan.operan[1].nilai:
        return "angka yang sama tercetak untuk bagian dan seluruhnya"
    return explain_cause(hubungan.hasil.angka, harap, {})


def _terbilang(kalimat: Kalimat, rujukan: RujukanKlaim, klaim: Klaim) -> Uji:
    """Digits against the number words behind them."""
    kata = klaim.teks.terbilang or ""
    nilai = baca_terbilang(kata)
    if nilai is None or klaim.angka.value is None:
        return _uji_terbilang(kalimat, rujukan, Putusan.TAK_DIUJI, alasan=_BUKAN_KATA)
    if nilai in (klaim.angka.value, klaim.angka.value / klaim.angka.multiplier):
        return _uji_terbilang(kalimat, rujukan, Putusan.COCOK)
    nama, tercetak = nama_klaim(kalimat, klaim), klaim.teks.angka.strip()
    pesan = f"{nama}: angka {tercetak} tidak sama dengan bilangan hurufnya, “{kata}” ({nilai})."
    pengali = klaim.angka.multiplier if nilai < klaim.angka.multiplier else 1
    return _uji_terbilang(kalimat, rujukan, Putusan.SALAH, pesan=pesan, harap=point(Decimal(nilai * pengali)))


def _uji_terbilang(
    kalimat: Kalimat,
    rujukan: RujukanKlaim,
    putusan: Putusan,
    *,
    pesan: str = "",
    alasan: str | None = None,
    harap: Interval | None = None,
) -> Uji:
    return Uji(
        perihal=Perihal.HITUNGAN,
        putusan=putusan,
        klaim=(rujukan,),
        subjek=nama_klaim(kalimat, kalimat.klaim[rujukan.klaim or 0]),
        pesan=pesan,
        aturan=ANGKA_DAN_HURUF,
        harap=harap,
        desimal=0,
        alasan=alasan,
    )
