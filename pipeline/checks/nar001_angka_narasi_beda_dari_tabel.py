"""Angka narasi beda dari tabel.

Yang ditemukan
    Target, realisasi, capaian, anggaran, realisasi, atau sisa anggaran dalam kalimat tidak sama dengan angka
    yang dicetak tabel untuk indikator atau kegiatan dan tahun itu; juga rata-rata capaian instansi yang disebut
    dengan dua nilai, atau yang tidak sama dengan rata-rata kolom capaian mana pun.

Mengapa penting
    Pembaca ringkasan dan penutup mengutip kalimat, bukan tabelnya; angka yang berbeda menjadi angka kedua.

Contoh
    Tabel mencetak realisasi 72,16%, sedangkan uraian menyebut “realisasi tahun 2016 sebesar 71,26%”.

Diam bila
    Nama indikator dipendekkan tanpa judul atau angka lain yang membuktikannya, beberapa indikator disebut
    sekaligus, peran atau tahun angkanya tidak pasti, angkanya dibulatkan sengaja (“sekitar”), angka sebagian
    tahun, angka wilayah atau target rencana yang tidak punya kolom sendiri; salah satu tabel mencetak angka yang
    sama; capaian beda satu digit terakhir karena pembulatan; atau semua angka kalimat berbeda.

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
    """Answers for every number of a sentence that is bound to a row."""
    return judged(CHECK, laporan, Perihal.TABEL)


CHECK = Check(
    code="NAR001",
    name="angka-narasi-beda-dari-tabel",
    severity=Severity.ERROR,
    run=run,
    doc=__doc__,
)
