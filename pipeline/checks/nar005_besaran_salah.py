"""Besaran salah.

Yang ditemukan
    Kata ribu, juta, atau miliar hilang, berlebih, atau tertukar, atau tanda desimal bergeser satu angka:
    hitungan dalam kalimat baru cocok bila satu angka dikalikan atau dibagi sepuluh, seribu, sejuta, atau
    semiliar. Juga angka penuh tabel yang ditulis dengan kata itu di belakangnya sehingga menjadi mustahil
    besarnya, dan realisasi yang seribu kali anggarannya, atau seperseribunya, karena kata itu.

Mengapa penting
    Angka yang seribu kali terlalu besar tetap tampak wajar bila dibaca sekilas, dan disalin ke dokumen lain.

Contoh
    “bertambah 12.400 orang dari 512.300 ribu orang menjadi 524.700 ribu orang”: kata ribu berlebih.

Diam bila
    Angka-angka itu tidak pasti satu hitungan; hitungannya cocok sebagaimana tercetak; titik atau koma dapat
    dibaca sebagai pemisah ribuan maupun desimal; angka sengaja dibulatkan.

Rujukan:
    PermenPANRB 53/2014 Lampiran II: laporan kinerja menyajikan data yang dapat diandalkan.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.base import Check
from pipeline.checks.base_narasi import judged
from schemas.finding import Outcome, Severity
from schemas.kinerja import Laporan
from schemas.narasi import Perihal


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every relation that holds with printed multipliers, or would hold with others."""
    return judged(CHECK, laporan, Perihal.BESARAN)


CHECK = Check(
    code="NAR005",
    name="besaran-salah",
    severity=Severity.ERROR,
    run=run,
    doc=__doc__,
)
