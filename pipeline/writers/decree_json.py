"""decree.json: decrees, annex sheets and agreements as records, schema `schemas/json/decree.schema.json`.

One stands beside the other files of every document that holds records; that of a migration also holds all documents.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.writers.plain import plain
from schemas.keputusan import Keputusan
from schemas.result import DocumentResult, RunResult

SCHEMA_VERSION = "1"
FILE = "decree.json"
FOLDER = "documents"


def write_decree(document: DocumentResult, folder: Path) -> None:
    """Writes `documents/<sha256>/decree.json` of a migrated document; nothing where it holds no record."""
    if document.sha256 is None or document.migrasi is None or not document.migrasi.keputusan:
        return
    target = folder / FOLDER / document.sha256
    target.mkdir(parents=True, exist_ok=True)
    write_records(document, document.migrasi.keputusan, target / FILE)


def write_records(document: DocumentResult, keputusan: Sequence[Keputusan], path: Path) -> None:
    """Writes the records of one document."""
    _write([_document(document, keputusan)], path)


def write_decree_json(run: RunResult, path: Path) -> None:
    """Writes the records of all documents of a migration."""
    _write([_document(item, item.migrasi.keputusan) for item in run.documents if item.migrasi is not None], path)


def _write(documents: list[dict[str, Any]], path: Path) -> None:
    record = {"schema_version": SCHEMA_VERSION, "documents": documents}
    with path.open("w", encoding="utf-8", errors="replace") as handle:
        json.dump(record, handle, ensure_ascii=False, indent=1)
        handle.write("\n")


def _document(document: DocumentResult, keputusan: Sequence[Keputusan]) -> dict[str, Any]:
    return {
        "path": document.path,
        "sha256": document.sha256,
        "family": document.family,
        "instansi": document.instansi,
        "tahun": document.tahun,
        "keputusan": plain(keputusan),
    }
