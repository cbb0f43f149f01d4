"""migrasi.json: what a migration read and whether it is done, schema `schemas/json/migrasi.schema.json`."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from pipeline.migrasi.ringkasan import is_done, run_is_done, tally
from pipeline.writers.records import document_head, remarks, run_head
from schemas.migrasi import KelasSisa
from schemas.result import DocumentResult, RunResult

SCHEMA_VERSION = "1"
FILE = "migrasi.json"


def write_migrasi_json(run: RunResult, path: Path) -> None:
    """Writes the documents of a run with their problems, notes, counts and what is still open."""
    record = {
        "schema_version": SCHEMA_VERSION,
        "run": run_head(run),
        "selesai": run_is_done(run),
        "documents": [_document(document) for document in run.documents],
    }
    with path.open("w", encoding="utf-8", errors="replace") as handle:
        json.dump(record, handle, ensure_ascii=False, indent=1)
        handle.write("\n")


def _document(document: DocumentResult) -> dict[str, Any]:
    counts = tally(document.migrasi)
    left = document.migrasi.terbuka if document.migrasi else ()
    by_kind = Counter(sisa.kelas for sisa in left)
    return {
        **document_head(document),
        **remarks(document),
        "counts": {
            "keputusan": counts.keputusan,
            "jabatan": counts.jabatan,
            "indikator": counts.indikator,
            "rujukan": counts.rujukan,
        },
        "belum_dipahami": {
            "terbuka": counts.terbuka,
            "diterima": counts.diterima,
            "terbuka_menurut_jenis": {kelas.value: by_kind[kelas] for kelas in KelasSisa if by_kind[kelas]},
        },
        "selesai": is_done(document),
    }
