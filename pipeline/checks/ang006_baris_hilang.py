"""Baris hilang.

Yang ditemukan
    Program atau kegiatan lebih besar daripada jumlah anaknya, dan selisihnya dijelaskan oleh satu baris
    yang tidak
    ada: nomor yang terlewat di antara anak-anaknya, atau butir di tabel lain yang nilainya tepat sama
        dengan selisih.

Mengapa penting
    Kegiatan yang hilang dari tabel tidak dapat dinilai kinerjanya, padahal anggarannya sudah dihitung di
    induknya.

Contoh
    Kegiatan 3.1 tercetak 61.250.000; sub kegiatan 3.1.1 dan 3.1.3 berjumlah 41.000.000, dan 3.1.2 tidak ada.

Diam bila
    Nomor terlewat tetapi jumlahnya tepat; selisih tidak sama dengan butir mana pun; butir di tabel lain
    hanya sama pada satu angka bulat; nama butir itu sudah ada di kelompoknya; susunan induk dan anak tidak
    pasti.

Rujukan:
    Permendagri 90/2019 dan Permendagri 77/2020: anggaran program adalah jumlah kegiatan dan sub kegiatannya.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pipeline.arithmetic.missing import Missing, missing_row
from pipeline.arithmetic.sums import Verdict, verdicts
from pipeline.arithmetic.wording import sum_cells, sum_message
from pipeline.checks.base import (
    Check,
    evidence,
    evidence_label,
    expected,
    finding,
    ok,
    stated,
    unchecked,
    where,
)
from schemas.finding import Outcome, OutcomeStatus, Severity
from schemas.kinerja import Kind, Laporan


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers once for every row of a budget table that prints a sum."""
    for tabel in laporan.of_kind(Kind.ANGGARAN):
        for _, columns in groupby(verdicts(laporan, tabel), key=lambda verdict: verdict.group.row):
            yield _answer(laporan, tuple(columns))


def _answer(laporan: Laporan, columns: tuple[Verdict, ...]) -> Outcome:
    wrong = [verdict for verdict in columns if verdict.status is OutcomeStatus.FINDING]
    missing = missing_row(laporan, columns)
    if wrong and missing is not None:
        return _finding(wrong, missing)
    if wrong:
        return unchecked("selisih tidak dijelaskan oleh satu baris")
    if all(verdict.status is OutcomeStatus.OK for verdict in columns):
        return ok()
    return unchecked(next(verdict.alasan for verdict in columns if verdict.alasan))


def _finding(wrong: list[Verdict], missing: Missing) -> Outcome:
    first = wrong[0]
    tabel = first.tabel
    baris = tabel.baris[first.group.row]
    shown = [evidence(verdict.fakta, tabel, baris, "total") for verdict in wrong]
    for verdict in wrong:
        shown += [evidence(fakta, tabel, anak, "anak") for fakta, anak in sum_cells(verdict)]
    if missing.baris is not None and missing.tabel is not None:
        gap = f"Selisih itu sama dengan {missing.baris.label} di {where(missing.tabel)}."
        shown.append(evidence_label(missing.tabel, missing.baris, "baris hilang"))
    else:
        gap = f"Nomor {', '.join(missing.nomor)} tidak ada dalam tabel."
    return finding(
        CHECK,
        subject=baris.label,
        message=" ".join([*(sum_message(verdict) for verdict in wrong), gap]),
        stated=stated(first.fakta),
        expected=None if first.jumlah is None else expected(first.jumlah, "jumlah rincian", first.fakta.angka.decimals),
        hint="baris rincian hilang",
        evidence=shown,
    )


CHECK = Check(
    code="ANG006",
    name="baris-hilang",
    severity=Severity.ERROR,
    run=run,
    doc=__doc__,
)
