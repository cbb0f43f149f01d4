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
    Di tabel yang memuat kinerja dan anggaran berdampingan: induk tanpa nomor, kebanyakan induk bukan jumlah
    rinciannya, atau anggaran induk tercetak lagi pada rinciannya. Sisa yang hanya mengikuti anggaran atau realisasi
    yang salah jumlah. Baris jumlah tidak dijumlahkan lagi, tanda hubung dihitung nol. Selisih yang dijelaskan oleh
    baris yang hilang dilaporkan sebagai ANG006.

Rujukan:
    Permendagri 90/2019 dan Permendagri 77/2020: program dirinci ke kegiatan dan sub kegiatan, dan anggarannya
    adalah jumlah rincian tersebut.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from pipeline.arithmetic.groups import Jenis
from pipeline.arithmetic.missing import missing_row
from pipeline.arithmetic.sums import UNCLEAR, Verdict, verdicts
from pipeline.checks.base import Check, sum_outcome
from schemas.finding import Outcome, OutcomeStatus, Severity
from schemas.kinerja import Kind, Laporan, Part

_UANG = frozenset({Part.ANGGARAN, Part.REALISASI_ANGGARAN, Part.SISA})


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every parent of every table with a budget, once per additive column of money."""
    for tabel in laporan.tabel:
        if tabel.kind is Kind.LAIN:
            continue
        parents = [v for v in verdicts(laporan, tabel) if v.group.jenis is not Jenis.JUMLAH]
        if tabel.kind is not Kind.ANGGARAN:
            parents = _terbukti([v for v in parents if v.part in _UANG and v.group.jenis is Jenis.INDUK])
        for _, columns in groupby(parents, key=lambda verdict: verdict.group.row):
            row = tuple(columns)
            if missing_row(laporan, row) is None:
                yield from (sum_outcome(CHECK, verdict, row) for verdict in row)


def _terbukti(parents: list[Verdict]) -> list[Verdict]:
    """Verdicts of a table that measures performance beside the budget: its rows need not be parts of their parent.

    A mismatch counts only where most parents are the sum of several rows, and none of the rows repeats the parent.
    """
    tepat = sum(v.status is OutcomeStatus.OK and len(v.rincian) > 1 and bool(v.fakta.angka.value) for v in parents)
    salah = sum(v.status is OutcomeStatus.FINDING for v in parents)
    return [
        replace(v, status=OutcomeStatus.UNCHECKED, jumlah=None, alasan=UNCLEAR)
        if v.status is OutcomeStatus.FINDING and (tepat <= 2 * salah or _berulang(v))
        else v
        for v in parents
    ]


def _berulang(verdict: Verdict) -> bool:
    """Whether a row below prints the amount of its parent once more."""
    rows = [verdict.tabel.baris[row] for row in verdict.rincian]
    values = [f.angka.value for baris in rows for f in baris.fakta if f.col == verdict.col]
    return verdict.fakta.angka.value in values


CHECK = Check(
    code="ANG001",
    name="induk-bukan-jumlah-anak",
    severity=Severity.ERROR,
    run=run,
    doc=__doc__,
)
