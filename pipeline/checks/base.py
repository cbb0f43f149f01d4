"""What a check is, and the builders that keep a check file short."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from pipeline.arithmetic import format_id, format_interval
from pipeline.arithmetic.missing import cause
from pipeline.arithmetic.sums import Verdict
from pipeline.arithmetic.wording import sum_cells, sum_message
from pipeline.mentah import HasilMentah, RumusTercetak, rumus_tercetak
from pipeline.pembanding import cocok_lain
from pipeline.pengukuran import (
    ATURAN_ARAH,
    BATAS,
    KINDS,
    SEMUA_ATURAN,
    Terukur,
    bernilai,
    cocok,
    hasil,
    hitung,
    interval_realisasi,
    mungkin_terbalik,
    nol,
    pengukuran,
    rata_rata,
    tahun_fakta,
)
from pipeline.satuan_nilai import kolom_turunan
from pipeline.sebutan import (
    beda,
    beda_target,
    berlawanan,
    kelompok_nilai,
    sebanding,
    sebutan,
    target_berlawanan,
    teks_sebutan,
    where,
)
from pipeline.status_tabel import StatusBaris, kata_status, status_tabel
from schemas.angka import Interval
from schemas.finding import Evidence, Expected, Finding, Outcome, OutcomeStatus, Severity, Stated
from schemas.kinerja import Baris, Fakta, Laporan, SelLain, Tabel
from schemas.tautan import Sebutan

__all__ = (
    "ATURAN_ARAH",
    "BATAS",
    "HEADINGS",
    "KINDS",
    "SEMUA_ATURAN",
    "Check",
    "HasilMentah",
    "Head",
    "RumusTercetak",
    "Sebutan",
    "StatusBaris",
    "Terukur",
    "beda",
    "beda_target",
    "berlawanan",
    "bernilai",
    "bukti_sebutan",
    "cocok",
    "cocok_lain",
    "evidence",
    "evidence_cell",
    "evidence_label",
    "expected",
    "finding",
    "hasil",
    "hitung",
    "interval_realisasi",
    "kata_status",
    "kelompok_nilai",
    "kolom_turunan",
    "mungkin_terbalik",
    "nol",
    "ok",
    "pengukuran",
    "plain",
    "rata_rata",
    "rumus_tercetak",
    "sebanding",
    "sebutan",
    "sekitar",
    "stated",
    "status_tabel",
    "sum_outcome",
    "tahun_fakta",
    "target_berlawanan",
    "teks_sebutan",
    "unchecked",
    "where",
)

HEADINGS = ("Yang ditemukan", "Mengapa penting", "Contoh", "Diam bila", "Rujukan:")
"""Headings that the docstring of every check carries; `capaian explain` shows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a check is called, whatever it looks at.

    Attributes:
        code: permanent code, e.g. `HIT001`.
        name: slug that states the defect.
        severity: what its findings weigh unless the finding says otherwise.
        doc: text for the auditor, in Indonesian, with all `HEADINGS`.
    """

    code: str
    name: str
    severity: Severity
    doc: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Head):
    """A check of one document; `run` answers every row, cell or group it meets with an outcome."""

    run: Callable[[Laporan], Iterable[Outcome]]


def ok() -> Outcome:
    """The row, cell or group was checked and is right."""
    return Outcome(status=OutcomeStatus.OK)


def unchecked(reason: str) -> Outcome:
    """Met, but could not be checked; `reason` is Indonesian and short (reasons are counted)."""
    return Outcome(status=OutcomeStatus.UNCHECKED, reason=reason)


def finding(
    check: Head,
    *,
    subject: str,
    message: str,
    evidence: Iterable[Evidence],
    stated: Stated | None = None,
    expected: Expected | None = None,
    hint: str | None = None,
    severity: Severity | None = None,
) -> Outcome:
    """An outcome that accuses the document; `severity` overrides that of the check.

    Raises:
        ValueError: when evidence is empty.
    """
    return Outcome(
        status=OutcomeStatus.FINDING,
        finding=Finding(
            code=check.code,
            name=check.name,
            severity=severity or check.severity,
            subject=subject,
            message=message,
            stated=stated,
            expected=expected,
            hint=hint,
            evidence=tuple(evidence),
        ),
    )


def evidence(fakta: Fakta, tabel: Tabel, baris: Baris, role: str | None = None) -> Evidence:
    """The printed place of a fact; `role` is its part unless given."""
    return Evidence(
        role=role or fakta.part.value,
        text=fakta.text,
        place=fakta.place,
        table=tabel.caption,
        label=f"{baris.label} / {fakta.header}",
        row=fakta.row,
        col=fakta.col,
    )


def evidence_label(tabel: Tabel, baris: Baris, role: str = "label") -> Evidence:
    """The printed place of a row's label."""
    return Evidence(
        role=role, text=baris.label, place=baris.place, table=tabel.caption, label=baris.label, row=baris.row
    )


def evidence_cell(sel: SelLain, caption: str | None, role: str = "sel") -> Evidence:
    """The printed place of a cell of any table."""
    label = f"{sel.label} / {sel.header}"
    return Evidence(role=role, text=sel.text, place=sel.place, table=caption, label=label, row=sel.row, col=sel.col)


def stated(fakta: Fakta) -> Stated:
    """What a fact prints."""
    value = fakta.angka.value
    return Stated(text=fakta.text, value=None if value is None else plain(value))


def expected(interval: Interval, rule: str | None = None, decimals: int = 2) -> Expected:
    """Bounds of what would be right, formatted for the reader."""
    return Expected(
        text=format_interval(interval, decimals),
        low=plain(interval.low),
        high=plain(interval.high),
        rule=rule,
    )


def sekitar(interval: Interval, decimals: int = 2) -> str:
    """The middle of an interval for a message; the bounds themselves stand in `expected`."""
    return format_id((interval.low + interval.high) / 2, decimals)


def plain(value: Decimal) -> str:
    """A decimal as a string without exponent, at most eight digits after the point, no trailing zeros."""
    text = f"{value.quantize(Decimal('1e-8')):f}" if value.is_finite() else str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def bukti_sebutan(group: Iterable[Sebutan]) -> list[Evidence]:
    """The places of printings."""
    return [evidence(item.fakta, item.tabel, item.baris) for item in group]


def sum_outcome(check: Check, verdict: Verdict, columns: tuple[Verdict, ...]) -> Outcome:
    """The outcome of one printed sum; `columns` are the verdicts of its whole row, which may tell the cause."""
    if verdict.status is OutcomeStatus.OK:
        return ok()
    if verdict.jumlah is None:
        return unchecked(verdict.alasan)
    baris = verdict.tabel.baris[verdict.group.row]
    return finding(
        check,
        subject=baris.label,
        message=sum_message(verdict),
        stated=stated(verdict.fakta),
        expected=expected(verdict.jumlah, "jumlah rincian", verdict.fakta.angka.decimals),
        hint=cause(verdict, columns),
        evidence=[
            evidence(verdict.fakta, verdict.tabel, baris, "total"),
            *(evidence(fakta, verdict.tabel, anak, "anak") for fakta, anak in sum_cells(verdict)),
        ],
    )
