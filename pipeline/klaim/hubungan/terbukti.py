"""Numbers that a relation inside their own sentence already shows to be wrong."""

from __future__ import annotations

from pipeline.klaim.hubungan.besaran import pengali_tertukar
from pipeline.klaim.hubungan.kalimat import hubungan_hitungan
from pipeline.klaim.hubungan.operan import operan_kalimat
from schemas.kinerja import Laporan


def dibahas(laporan: Laporan, nomor: int) -> frozenset[int]:
    """Positions of the numbers of a sentence in relations that do not hold, or hold with exchanged multipliers only."""
    operan = operan_kalimat(laporan, nomor)
    salah = {
        item.posisi
        for hubungan in hubungan_hitungan(laporan, nomor, operan)
        if hubungan.terikat and not hubungan.berlaku()
        for item in hubungan.anggota
        if item.rujukan.kalimat == nomor
    }
    for pasangan in pengali_tertukar(laporan, nomor, operan):
        salah |= {pasangan.anggaran.posisi, pasangan.realisasi.posisi}
    return frozenset(salah)
