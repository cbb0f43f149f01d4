"""Pieces that the JSON files of a run folder share: the run, the reading of a document, how its claims ended."""

from __future__ import annotations

from typing import Any

from schemas.result import ClaimTally, DocumentResult, Note, Problem, RunResult


def run_head(run: RunResult) -> dict[str, Any]:
    """Which run it was, by what program, when, with which settings."""
    return {
        "run_id": run.run_id,
        "started": run.started,
        "tool": run.tool,
        "config_hash": run.config_hash,
    }


def document_head(document: DocumentResult) -> dict[str, Any]:
    """What the document is and how its reading ended."""
    return {
        "path": document.path,
        "sha256": document.sha256,
        "family": document.family,
        "instansi": document.instansi,
        "tahun": document.tahun,
        "status": document.status.value,
        "pages": document.pages,
        "seconds": round(document.seconds, 2),
    }


def remarks(document: DocumentResult) -> dict[str, Any]:
    """Problems and notes of a document."""
    return {
        "problems": [_remark(problem) for problem in document.problems],
        "notes": [_remark(note) for note in document.notes],
    }


def claim_record(claims: ClaimTally) -> dict[str, Any]:
    """Claims in sentences by outcome, and those not checked by reason."""
    return {
        "read": claims.read,
        "by_result": {hasil.value: count for hasil, count in claims.by_result.items()},
        "unchecked": dict(claims.unchecked),
    }


def _remark(remark: Problem | Note) -> dict[str, Any]:
    return {"stage": remark.stage, "kind": remark.kind, "page": remark.page, "message": remark.message}
