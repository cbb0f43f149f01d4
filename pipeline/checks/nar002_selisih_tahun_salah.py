"""Selisih tahun salah.

Yang ditemukan
    Kenaikan, penurunan, atau selisih yang disebut kalimat bukan selisih kedua angka yang disebut bersamanya,
    bukan pula pertumbuhannya dalam persen; untuk tiga tahun atau lebih, bukan selisih dua tahun berurutan maupun
    selisih ujung-ujungnya. Juga selisih yang menyalahi tabel, bila kalimat menyebut nama lengkap indikator dan
    angka tahun terakhirnya.

Mengapa penting
    Perubahan dari tahun ke tahun adalah isi pokok analisis kinerja; angka yang keliru biasanya salinan dari
    indikator lain dan lolos karena tidak dihitung ulang.

Contoh
    “tahun 2029 sebesar 81,20 dan tahun 2030 sebesar 81,75 mengalami kenaikan sebesar 1,30”: selisihnya 0,55.

Diam bila
    Tidak pasti angka mana yang diselisihkan (pokok lain di antaranya, angkanya hanya di kalimat lain); pembulatan atau
    pemotongan menjelaskan bedanya; perubahan rata-rata per tahun; angka sengaja dibulatkan
    (“sekitar”); satu kata ribu, juta, atau miliar menjelaskannya (NAR005).

Rujukan:
    PermenPANRB 53/2014 Lampiran II meminta perbandingan realisasi dengan tahun lalu dan beberapa tahun
    terakhir.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.base import Check
from pipeline.checks.base_narasi import judged
from schemas.finding import Outcome, Severity
from schemas.kinerja import Laporan
from schemas.narasi import Perihal


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every change or gap that a sentence prints."""
    return judged(CHECK, laporan, Perihal.SELISIH)


CHECK = Check(
    code="NAR002",
    name="selisih-tahun-salah",
    severity=Severity.ERROR,
    run=run,
    doc=__doc__,
)
