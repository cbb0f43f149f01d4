"""extract.json: what `capaian extract` read of every document, schema `schemas/json/extract.schema.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.writers.records import claim_record, document_head, remarks, run_head
from schemas.result import DocumentResult, RunResult

SCHEMA_VERSION = "1"
FILE = "extract.json"


def write_extract_json(run: RunResult, path: Path) -> None:
    """Writes the documents of a run with their problems, notes and counts."""
    record = {
        "schema_version": SCHEMA_VERSION,
        "run": run_head(run),
        "documents": [_document(document) for document in run.documents],
    }
    with path.open("w", encoding="utf-8", errors="replace") as handle:
        json.dump(record, handle, ensure_ascii=False, indent=1)
        handle.write("\n")


def _document(document: DocumentResult) -> dict[str, Any]:
    held = document.contents
    counts = {
        "tables": held.tables,
        "tables_unmapped": held.unmapped,
        "rows": held.rows,
        "values": held.values,
        "indicators": held.indicators,
        "sentences": held.sentences,
        "claims": document.claims.read,
    }
    return {
        **document_head(document),
        **remarks(document),
        "counts": counts,
        "claims": claim_record(document.claims),
    }
