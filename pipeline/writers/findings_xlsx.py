"""findings.xlsx: the auditor's workpaper, one sheet each for documents, findings, gaps, claims, remarks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.writers.sentences import excerpt
from pipeline.writers.sheets import Column, Looks, Row, add_sheet, new_book
from pipeline.writers.wording import (
    SEVERITY_NAMES,
    STATUS_NAMES,
    claim_rows,
    file_name,
    place_words,
    remark_lines,
    short_names,
)
from schemas.finding import SEVERITIES, Evidence, Finding, Severity
from schemas.provenance import page_of
from schemas.result import DocumentResult, RunResult, Status

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FILE = "findings.xlsx"
VERDICTS = ("belum diperiksa", "benar", "bukan temuan")
"""What the auditor chooses from for every finding."""

_EXCERPT = 160  # characters of a sentence in the column Kalimat
SEVERITY_FILLS = {
    Severity.DECISION: "F8D3DA",
    Severity.ERROR: "FCE2CC",
    Severity.PRESENTATION: "D9E8F6",
    Severity.ADVISORY: "E9ECEF",
}
_STATUS_FILLS = {Status.PARTIAL: "FFF2CC", Status.FAILED: "F8D3DA"}

SUMMARY = (
    Column(heading="Berkas", width=42),
    Column(heading="Instansi", width=34),
    Column(heading="Tahun", width=8),
    Column(heading="Keluarga", width=12),
    Column(heading="Halaman", width=10),
    Column(heading="Baris diperiksa", width=11),
    Column(heading="Baris tidak diperiksa", width=11),
    *(Column(heading=f"Temuan {SEVERITY_NAMES[severity]}", width=12) for severity in SEVERITIES),
    Column(heading="Detik", width=8),
    Column(heading="Status", width=20),
)
FINDINGS = (
    Column(heading="Berkas", width=27),
    Column(heading="Hal./blok", width=10),
    Column(heading="Kode", width=9),
    Column(heading="Tingkat", width=12),
    Column(heading="Nama", width=17),
    Column(heading="Subjek", width=27),
    Column(heading="Pesan", width=46),
    Column(heading="Tercetak", width=15, figures=True),
    Column(heading="Semestinya", width=17, figures=True),
    Column(heading="Aturan", width=13),
    Column(heading="Petunjuk", width=20),
    Column(heading="Tabel", width=27),
    Column(heading="Kalimat", width=40),
    Column(heading="Status auditor", width=15),
    Column(heading="Catatan", width=27),
    Column(heading="ID temuan", width=18),
)
UNCHECKED = (
    Column(heading="Berkas", width=42),
    Column(heading="Kode", width=10),
    Column(heading="Alasan", width=80),
    Column(heading="Jumlah", width=10),
)
CLAIMS = (
    Column(heading="Berkas", width=42),
    Column(heading="Hasil", width=24),
    Column(heading="Alasan", width=70),
    Column(heading="Jumlah", width=10),
)
REMARKS = (
    Column(heading="Berkas", width=42),
    Column(heading="Jenis", width=12),
    Column(heading="Hal.", width=14),
    Column(heading="Pesan", width=100),
)


def write_findings_xlsx(run: RunResult, path: Path) -> None:
    """Writes the workpaper of a run; printed numbers stay text, no cell can become a formula."""
    names = short_names(run)
    book = new_book(f"Hasil pemeriksaan laporan kinerja {run.run_id}", run.tool)
    looks = Looks(book)
    add_sheet(book, looks, "Ringkasan", SUMMARY, (_summary(document, names) for document in run.documents))
    findings = (_finding(document, finding, names) for document in run.documents for finding in document.findings)
    _offer_verdicts(
        add_sheet(book, looks, "Temuan", FINDINGS, findings), sum(len(document.findings) for document in run.documents)
    )
    add_sheet(book, looks, "Tidak diperiksa", UNCHECKED, _unchecked(run, names))
    add_sheet(book, looks, "Klaim", CLAIMS, _claims(run, names))
    add_sheet(book, looks, "Catatan", REMARKS, _remarks(run, names))
    book.save(path)


def _summary(document: DocumentResult, names: dict[str, str]) -> Row:
    counts = Counter(finding.severity for finding in document.findings)
    read = document.status is not Status.FAILED
    fills = [(7 + number, SEVERITY_FILLS[severity]) for number, severity in enumerate(SEVERITIES) if counts[severity]]
    if document.status in _STATUS_FILLS:
        fills.append((len(SUMMARY) - 1, _STATUS_FILLS[document.status]))
    return Row(
        values=(
            names[document.path],
            document.instansi,
            document.tahun,
            document.family,
            document.pages,
            document.rows_checked if read else None,
            document.rows_unchecked if read else None,
            *(counts[severity] if read else None for severity in SEVERITIES),
            round(document.seconds, 1),
            STATUS_NAMES[document.status],
        ),
        fills=tuple(fills),
    )


def _finding(document: DocumentResult, finding: Finding, names: dict[str, str]) -> Row:
    first = finding.evidence[0]
    expected = finding.expected
    tables = dict.fromkeys(_table(evidence) for evidence in finding.evidence if evidence.table)
    return Row(
        values=(
            names[document.path],
            page_of(first.place) or place_words(first),
            finding.code,
            SEVERITY_NAMES[finding.severity],
            finding.name,
            finding.subject,
            finding.message,
            finding.stated.text if finding.stated else None,
            expected.text if expected else None,
            expected.rule if expected else None,
            finding.hint,
            "\n".join(tables) or None,
            excerpt(finding, _EXCERPT) or None,
            None,
            None,
            finding.finding_id,
        ),
        fills=((3, SEVERITY_FILLS[finding.severity]),),
    )


def _table(evidence: Evidence) -> str:
    """The table of a piece of evidence, that of another document with its file."""
    source = f" ({file_name(evidence.document)})" if evidence.document is not None else ""
    return f"{evidence.table}{source}"


def _unchecked(run: RunResult, names: dict[str, str]) -> Iterator[Row]:
    for document in run.documents:
        for code, tally in document.tally.items():
            for reason, count in sorted(tally.unchecked.items(), key=lambda item: (-item[1], item[0])):
                yield Row(values=(names[document.path], code, reason, count))


def _claims(run: RunResult, names: dict[str, str]) -> Iterator[Row]:
    """The claims in sentences by how they ended, those not checked by reason."""
    for document in run.documents:
        for hasil, reason, count in claim_rows(document.claims):
            yield Row(values=(names[document.path], hasil.value, reason or None, count))


def _remarks(run: RunResult, names: dict[str, str]) -> Iterator[Row]:
    for document in run.documents:
        for kind, remarks in (("masalah", document.problems), ("catatan", document.notes)):
            fills = ((1, _STATUS_FILLS[Status.PARTIAL]),) if kind == "masalah" else ()
            for pages, message in remark_lines(remarks):
                values = (names[document.path], kind, pages.removeprefix("hal. ") or None, message)
                yield Row(values=values, fills=fills)


def _offer_verdicts(sheet: Worksheet, findings: int) -> None:
    """A list to choose from in the column `Status auditor` of every finding."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    if not findings:
        return
    headings = [column.heading for column in FINDINGS]
    letter = get_column_letter(headings.index("Status auditor") + 1)
    choice = DataValidation(type="list", formula1=f'"{",".join(VERDICTS)}"', allow_blank=True, showErrorMessage=True)
    choice.errorTitle = "Status auditor"
    choice.error = f"Pilih: {', '.join(VERDICTS)}."
    choice.add(f"{letter}2:{letter}{findings + 1}")
    sheet.data_validations.append(choice)
