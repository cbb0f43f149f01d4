"""Induk bukan jumlah anak.

Yang ditemukan
    Anggaran, realisasi, atau sisa sebuah program atau kegiatan tidak sama dengan jumlah kegiatan atau sub
    kegiatan di bawahnya. Ketidakcocokan dilaporkan pada tingkat terendah tempat ia muncul; induk di atasnya
    yang cocok dengan anak-anaknya seperti tercetak tidak ikut ditandai.

Mengapa penting
    Angka program dipakai dalam ikhtisar, perjanjian kinerja, dan perhitungan serapan. Bila rinciannya tidak
    berjumlah sama, salah satu angka pasti keliru.

Contoh
    Kegiatan 2.3 tercetak 90.000.000, sub kegiatannya 30.000.000 dan 58.500.000: jumlahnya 88.500.000.

Diam bila
    Susunan induk dan anak tidak tampak dari nomor, kode, atau jumlah kolom lain; ada angka cacat atau sel
    kosong di antara anak; anak berdiri sebelum induknya atau berlanjut di tabel lain; salah satu
    pengelompokan yang wajar (anak langsung, rincian terbawah) berjumlah tepat; selisihnya hanya pembulatan.
    Baris jumlah tidak dijumlahkan lagi, tanda hubung dihitung nol. Selisih yang dijelaskan oleh baris yang
    hilang dilaporkan sebagai ANG006.

Rujukan:
    Permendagri 90/2019 dan Permendagri 77/2020: program dirinci ke kegiatan dan sub kegiatan, dan anggarannya
    adalah jumlah rincian tersebut.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pipeline.arithmetic.groups import Jenis
from pipeline.arithmetic.missing import missing_row
from pipeline.arithmetic.sums import verdicts
from pipeline.checks.base import Check, sum_outcome
from schemas.finding import Outcome, Severity
from schemas.kinerja import Kind, Laporan


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every parent of every budget table, once per additive column."""
    for tabel in laporan.of_kind(Kind.ANGGARAN):
        parents = [v for v in verdicts(laporan, tabel) if v.group.jenis is not Jenis.JUMLAH]
        for _, columns in groupby(parents, key=lambda verdict: verdict.group.row):
            row = tuple(columns)
            if missing_row(laporan, row) is None:
                yield from (sum_outcome(CHECK, verdict, row) for verdict in row)


CHECK = Check(
    code="ANG001",
    name="induk-bukan-jumlah-anak",
    severity=Severity.ERROR,
    run=run,
    doc=__doc__,
)
