"""Arah kata salah.

Yang ditemukan
    Kalimat menyebut kenaikan padahal angkanya turun, atau sebaliknya; atau menyebut angka di atas target
    padahal di bawahnya; atau menyebutnya lebih tinggi atau lebih rendah daripada tahun lain, rata-rata, atau wilayah
    lain, padahal angkanya berkata sebaliknya.

Mengapa penting
    Kata lebih dahulu dibaca daripada angka; arah yang terbalik membalik kesimpulan tentang kinerja.

Contoh
    “mengalami kenaikan dari 0,262 pada tahun 2029 menjadi 0,255 pada tahun 2030”: angkanya turun.

Diam bila
    Urutan waktu kedua angka tidak pasti; kedua angka sama menurut pembulatannya; peringkat, angka minus, atau
    defisit; kata arah disangkal (“tidak meningkat”); angka di belakang kata target mungkin capaian. Apakah naik
    itu baik dinilai pemeriksaan lain (PRE002).

Rujukan:
    PermenPANRB 53/2014 Lampiran II: analisis kenaikan atau penurunan kinerja.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.base import Check
from pipeline.checks.base_narasi import judged
from schemas.finding import Outcome, Severity
from schemas.kinerja import Laporan
from schemas.narasi import Perihal


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every word of direction that two levels of a sentence can be held against."""
    return judged(CHECK, laporan, Perihal.ARAH_KATA)


CHECK = Check(
    code="NAR004",
    name="arah-kata-salah",
    severity=Severity.ERROR,
    run=run,
    doc=__doc__,
)
