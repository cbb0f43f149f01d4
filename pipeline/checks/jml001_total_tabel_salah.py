"""Total tabel salah.

Yang ditemukan
    Baris JUMLAH atau Total sebuah tabel tidak sama dengan jumlah baris yang diwakilinya; di luar tabel
    anggaran juga baris induk dari daftar bernomor (1, 1.1, 1.1.1) yang tidak sama dengan jumlah rinciannya.

Mengapa penting
    Pembaca memakai baris jumlah tanpa menghitung ulang. Jumlah yang keliru terbawa ke narasi, ke ikhtisar,
    dan ke dokumen tahun berikutnya.

Contoh
    Daftar barang 1 sampai 4 bernilai 12.000, 7.500, 3.250, dan 900; JUMLAH tercetak 23.560, seharusnya
    23.650.

Diam bila
    Baris jumlah cocok dengan salah satu pengelompokan yang wajar: seluruh baris, tingkat teratas, rincian
    terbawah, baris sejak subtotal terakhir, atau gabungan subtotal (JUMLAH I + II); susunan tabel tidak
    pasti; penomoran tidak mulai dari awal atau terputus; ada angka cacat atau sel kosong; kolom berisi
    persentase, rata-rata, indeks, peringkat, atau umur; nilai per satuan lain (ku/ha, Rp/kg); jumlah tercetak
    di antara rincian terkecil dan terbesarnya (rata-rata), atau kolom yang selalu hasil bagi dua kolom lain;
    satuan rincian berbeda-beda; induk lebih besar daripada rinciannya di semua kolom (rinciannya hanya
    sebagian). Baris yang namanya menyebut apa yang dihitung ("Jumlah kapal bantuan", "Total Fertility Rate")
    dianggap jumlah hanya bila angkanya memang jumlah baris lain. Sisa yang hanya mengikuti anggaran atau
    realisasi yang salah jumlah. Sel tergabung dihitung sekali; baris Rata-rata tidak dijumlahkan.

Rujukan:
    Aritmetika dokumen sendiri. PermenPANRB 53/2014 meminta data kinerja yang andal dan dapat ditelusuri.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from pipeline.arithmetic.groups import Jenis
from pipeline.arithmetic.missing import missing_row
from pipeline.arithmetic.sums import Verdict, verdicts
from pipeline.checks.base import Check, sum_outcome, unchecked
from schemas.finding import Outcome, OutcomeStatus, Severity
from schemas.kinerja import Kind, Laporan

_BUKAN_JUMLAH = re.compile(
    r"\b(peringkat|ranking|rangking|urutan|umur|usia|rasio|tarif|kepadatan|ipm|ntp|gini|suhu|kelas|tingkat|"
    r"per (?:kapita|1\.?000|10\.?000|100\.?000))\b",
    re.IGNORECASE,
)
_BANYAK = 3


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every total row, and for every parent outside budget tables, once per column."""
    for tabel in laporan.tabel:
        met = [v for v in verdicts(laporan, tabel) if v.group.jenis is Jenis.JUMLAH or tabel.kind is Kind.LAIN]
        for _, columns in groupby(met, key=lambda verdict: verdict.group.row):
            row = tuple(verdict for verdict in columns if not _BUKAN_JUMLAH.search(verdict.fakta.header))
            if tabel.kind is not Kind.ANGGARAN or missing_row(laporan, row) is None:
                if _sebagian(row):
                    yield from (unchecked("rincian hanya sebagian") for _ in row)
                else:
                    yield from (sum_outcome(CHECK, verdict, row) for verdict in row)


def _sebagian(columns: tuple[Verdict, ...]) -> bool:
    """Whether a parent exceeds its rows in every one of several columns: the rows are only some of its parts."""
    salah = [verdict for verdict in columns if verdict.status is OutcomeStatus.FINDING]
    induk = all(verdict.group.jenis is not Jenis.JUMLAH for verdict in columns)
    return induk and len(salah) >= _BANYAK and len(salah) == len(columns) and all(v.selisih > 0 for v in salah)


CHECK = Check(
    code="JML001",
    name="total-tabel-salah",
    severity=Severity.ERROR,
    run=run,
    doc=__doc__,
)
