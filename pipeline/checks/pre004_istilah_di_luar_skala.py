"""Istilah di luar skala.

Yang ditemukan
    Kata kelas capaian dalam kalimat yang tidak ada pada skala yang dicetak dokumen sendiri.

Mengapa penting
    Kelas tanpa batas tidak dapat diuji, dan pembaca tidak tahu setara dengan kelas yang mana.

Contoh
    Skala dokumen: Sangat Baik, Baik, Cukup, Kurang. Uraian: “tercapai dengan kategori berhasil”.

Diam bila
    Dokumen tidak mencetak skala capaian, katanya ada pada salah satu skala dokumen, atau kelas itu bukan kelas
    capaian indikator (predikat SAKIP, mutu layanan, opini, akreditasi, kinerja anggaran, skala lembaga lain).
    Satu dokumen mendapat satu temuan dengan semua tempatnya.

Rujukan:
    Skala dokumen sendiri; padanan kata yang lazim tidak diwajibkan peraturan mana pun.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.base import Check
from pipeline.checks.base_narasi import judged
from schemas.finding import Outcome, Severity
from schemas.kinerja import Laporan
from schemas.narasi import Perihal


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every class that a sentence gives."""
    return judged(CHECK, laporan, Perihal.ISTILAH)


CHECK = Check(code="PRE004", name="istilah-di-luar-skala", severity=Severity.PRESENTATION, run=run, doc=__doc__)
