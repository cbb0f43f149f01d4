"""findings.csv: the auditor's workpaper, one line per finding; a byte order mark tells spreadsheets UTF-8."""

from __future__ import annotations

import csv
from pathlib import Path

from pipeline.writers.cells import safe_cell
from pipeline.writers.wording import file_name
from schemas.finding import Evidence, Finding
from schemas.provenance import DocxPlace, page_of
from schemas.result import DocumentResult, RunResult

FILE = "findings.csv"
HEADER = (
    "finding_id", "path", "instansi", "tahun", "page", "heading", "code", "name", "severity", "subject",
    "message", "stated", "expected", "rule", "hint", "table", "evidence",
)  # fmt: skip


def write_findings_csv(run: RunResult, path: Path) -> None:
    """Writes every finding of a run, documents in their order."""
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(HEADER)
        for document in run.documents:
            for finding in document.findings:
                writer.writerow([safe_cell(cell) for cell in _cells(document, finding)])


def _cells(document: DocumentResult, finding: Finding) -> tuple[str, ...]:
    first = finding.evidence[0]
    heading = first.place.heading if isinstance(first.place, DocxPlace) else None
    return (
        finding.finding_id,
        document.path,
        document.instansi or "",
        str(document.tahun or ""),
        str(page_of(first.place) or ""),
        heading or "",
        finding.code,
        finding.name,
        finding.severity.value,
        finding.subject,
        finding.message,
        finding.stated.text if finding.stated else "",
        finding.expected.text if finding.expected else "",
        (finding.expected.rule or "") if finding.expected else "",
        finding.hint or "",
        first.table or "",
        "; ".join(_evidence(evidence) for evidence in finding.evidence),
    )


def _evidence(evidence: Evidence) -> str:
    """`target: 65`, of another document with its file: `target: 52 (pk.pdf)`."""
    source = f" ({file_name(evidence.document)})" if evidence.document is not None else ""
    return f"{evidence.role}: {evidence.text}{source}"
