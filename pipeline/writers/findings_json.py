"""findings.json: the contract with other programs, schema `schemas/json/findings.schema.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.writers.records import claim_record, document_head, remarks, run_head
from schemas.finding import Evidence, Finding
from schemas.provenance import PdfPlace
from schemas.result import DocumentResult, RunResult

SCHEMA_VERSION = "1"
FILE = "findings.json"


def write_findings_json(run: RunResult, path: Path) -> None:
    """Writes all findings, problems, notes and tallies of a run, one document after the other."""
    head = _text({"schema_version": SCHEMA_VERSION, "run": run_head(run), "documents": []})
    with path.open("w", encoding="utf-8", errors="replace") as handle:
        handle.write(head.removesuffix("]\n}"))
        for number, document in enumerate(run.documents):
            text = _text(_document(document)).replace("\n", "\n  ")  # a line break is never part of a value
            handle.write(f"{',' if number else ''}\n  {text}")
        handle.write("\n ]\n}\n" if run.documents else "]\n}\n")


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _document(document: DocumentResult) -> dict[str, Any]:
    return {
        **document_head(document),
        "rows_checked": document.rows_checked,
        "rows_unchecked": document.rows_unchecked,
        "claims": claim_record(document.claims),
        **remarks(document),
        "tally": {
            code: {"ok": tally.ok, "finding": tally.finding, "unchecked": dict(tally.unchecked)}
            for code, tally in document.tally.items()
        },
        "findings": [_finding(finding) for finding in document.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    stated, expected = finding.stated, finding.expected
    return {
        "finding_id": finding.finding_id,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "subject": finding.subject,
        "message": finding.message,
        "stated": {"text": stated.text, "value": stated.value} if stated else None,
        "expected": {"text": expected.text, "low": expected.low, "high": expected.high, "rule": expected.rule}
        if expected
        else None,
        "hint": finding.hint,
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    """A place in a PDF has page and bbox; a place in a Word file has part, block and heading instead.

    `document` is the path of another document, None for the one that the finding accuses.
    """
    record: dict[str, Any] = {
        "role": evidence.role,
        "text": evidence.text,
        "table": evidence.table,
        "label": evidence.label,
        "row": evidence.row,
        "col": evidence.col,
        "document": evidence.document,
    }
    place = evidence.place
    if isinstance(place, PdfPlace):
        box = place.bbox
        return record | {
            "page": place.page,
            "bbox": [round(edge, 1) for edge in (box.x0, box.top, box.x1, box.bottom)],
        }
    return record | {
        "part": place.part,
        "block": place.block,
        "row": evidence.row if evidence.row is not None else place.row,
        "col": evidence.col if evidence.col is not None else place.col,
        "heading": place.heading,
    }
