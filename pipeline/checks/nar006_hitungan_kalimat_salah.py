"""Hitungan kalimat salah.

Yang ditemukan
    Angka-angka dalam satu kalimat tidak saling memenuhi: persentase bukan realisasi dibagi anggaran, sisa bukan
    anggaran dikurangi realisasi, capaian tidak mengikuti satu rumus pun dari target dan realisasinya, bagian
    tidak menjumlah ke seluruhnya, hitungan yang tercetak dengan tandanya (“a + b = c”, “a/b x 100%”) meleset, atau
    angka berbeda dari bilangan hurufnya.

Mengapa penting
    Kalimat dibaca dan dikutip tanpa tabelnya; salah satu angkanya pasti keliru.

Contoh
    “anggaran Rp 40.000.000 terealisasi Rp 39.700.000 atau 92,95%”: persentasenya 99,25.

Diam bila
    Tidak pasti angka-angka itu satu hitungan (dua anggaran, tahun berbeda, daftar terbuka seperti “antara
    lain”, ada bagian yang tidak terbaca); pembulatan atau pemotongan menjelaskan bedanya;
    capaian sama dengan yang dicetak tabel; angka-angkanya dalam satuan ukuran yang berlainan (ton dan kg) dan tidak
    cocok setelah disamakan; anggaran nol; satu kata ribu, juta, atau miliar menjelaskannya (NAR005).

Rujukan:
    PermenPANRB 53/2014 Lampiran II; rumus capaian menurut kelaziman (LAN 239/IX/6/8/2003), pilihan dokumen.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.base import Check
from pipeline.checks.base_narasi import judged
from schemas.finding import Outcome, Severity
from schemas.kinerja import Laporan
from schemas.narasi import Perihal


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every relation between the numbers of a sentence."""
    return judged(CHECK, laporan, Perihal.HITUNGAN)


CHECK = Check(
    code="NAR006",
    name="hitungan-kalimat-salah",
    severity=Severity.ERROR,
    run=run,
    doc=__doc__,
)
