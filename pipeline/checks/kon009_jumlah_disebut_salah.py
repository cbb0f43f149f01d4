"""Jumlah disebut salah.

Yang ditemukan
    Banyaknya program, kegiatan, sub kegiatan, sasaran, atau indikator yang disebut kalimat bukan banyaknya
    baris tabel; bagian-bagian yang disebut kalimat tidak berjumlah sebesar keseluruhannya; atau banyaknya
    indikator yang disebut mencapai target bukan yang mencapainya menurut tabel pengukuran.

Mengapa penting
    Jumlah yang salah menandakan baris yang hilang dari tabel atau uraian yang disalin dari tahun lain.

Contoh
    “6 program, 19 kegiatan dan 43 sub kegiatan”, sedangkan tabel realisasi anggaran memuat 42 sub kegiatan.

Diam bila
    Susunan tabelnya tidak jelas, tidak ada jumlah lain dalam kalimat yang cocok dengan tabel anggaran itu,
    tabel-tabel tidak sepakat, atau jumlahnya dibatasi kata lain (bidang, misi, prioritas, Renstra, tahun lain).
    Indikator dan sasaran hanya dihitung bila perjanjian kinerja dan tabel pengukuran (satu atau beberapa bagian)
    memuat indikator yang sama.
    Bagian yang lebih kecil dari keseluruhan hanya dipersoalkan bila kalimat menyebut semuanya; jumlah bagian
    dalam kurung atau dengan “sisanya” diperiksa sebagai hitungan kalimat.

Rujukan:
    PermenPANRB 53/2014 Lampiran II: uraian dan tabel satu laporan.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.base import Check
from pipeline.checks.base_narasi import judged
from schemas.finding import Outcome, Severity
from schemas.kinerja import Laporan
from schemas.narasi import Perihal


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every count that a sentence states."""
    return judged(CHECK, laporan, Perihal.CACAH)


CHECK = Check(code="KON009", name="jumlah-disebut-salah", severity=Severity.ERROR, run=run, doc=__doc__)
