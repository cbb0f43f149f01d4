"""Persen untuk poin.

Yang ditemukan
    Selisih dua persentase (atau dua nilai indeks) ditulis dengan tanda persen, padahal satuannya poin;
    pertumbuhan dalam persen memberi angka lain.

Mengapa penting
    Naik 5 persen dari 40% adalah 42%, naik 5 poin adalah 45%; pembaca tidak tahu mana yang dimaksud.

Contoh
    “naik 4,5% dari 40,5% menjadi 45,0%”: naiknya 4,5 poin, atau 11,1 persen.

Diam bila
    Selisihnya juga cocok sebagai pertumbuhan dalam persen; ditulis “poin” atau “persen poin”; tidak ditulis
    tanda persen; angkanya jumlah orang, barang, atau uang; selisihnya sendiri salah (NAR002).

Rujukan:
    Kelaziman statistik: selisih dua persentase dinyatakan dalam poin persentase.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.base import Check
from pipeline.checks.base_narasi import judged
from schemas.finding import Outcome, Severity
from schemas.kinerja import Laporan
from schemas.narasi import Perihal


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every difference printed with a per cent sign."""
    return judged(CHECK, laporan, Perihal.POIN)


CHECK = Check(
    code="NAR003",
    name="persen-untuk-poin",
    severity=Severity.PRESENTATION,
    run=run,
    doc=__doc__,
)
