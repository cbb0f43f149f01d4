"""Relations between numbers in different units of one measure: held to be right once the units are made equal."""

from __future__ import annotations

from dataclasses import replace

from pipeline.klaim.hubungan.dasar import Hubungan
from pipeline.klaim.hubungan.operan import Operan
from pipeline.klaim.ukuran import Satuan, berlainan, dalam_terkecil, satuan_angka
from schemas.narasi import Kalimat


def seukuran(kalimat: Kalimat, hubungan: Hubungan) -> Hubungan:
    """The relation itself, or with its numbers in one unit; nothing is said where it does not hold so.

    What a factor between two units explains ("8.400 ton dibagi 200.000 jiwa = 42 kg") is no lost "ribu", and which
    factor was meant is not known where a quotient has its units in both parts.
    """
    satuan = [_satuan(kalimat, item) for item in hubungan.anggota]
    beda = berlainan(satuan)
    if not beda:
        return hubungan
    anggota = [_disamakan(item, satu, beda) for item, satu in zip(hubungan.anggota, satuan, strict=True)]
    sama = replace(hubungan, hasil=anggota[0], operan=tuple(anggota[1:]))
    if not berlainan([replace(satu, ukuran=None) for satu in satuan]) and sama.berlaku():
        return sama
    return replace(sama, terikat=False, lain_satuan=True)


def _satuan(kalimat: Kalimat, item: Operan) -> Satuan:
    """The unit printed behind a number."""
    if item.angka.percent or item.angka.currency:
        return Satuan()
    return satuan_angka(item.teks.angka, kalimat.teks.text[item.teks.akhir :])


def _disamakan(item: Operan, satuan: Satuan, beda: frozenset[str]) -> Operan:
    if satuan.ukuran is None or satuan.ukuran.dimensi not in beda:
        return item
    return replace(item, angka=dalam_terkecil(item.angka, satuan))
