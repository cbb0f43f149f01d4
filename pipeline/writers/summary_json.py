"""summary.json: how a batch ended, for a program that looks in the morning; `schemas/json/summary.schema.json`."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline.writers.manifest_csv import path_text
from schemas.batch import BatchResult, EntryOutcome, FindingState, ManifestLine
from schemas.errors import ExitCode
from schemas.finding import SEVERITIES
from schemas.result import Status

SCHEMA_VERSION = "1"
FILE = "summary.json"
_OF_OTHERS = frozenset({EntryOutcome.DUPLICATE, EntryOutcome.IGNORED})


def write_summary_json(result: BatchResult, path: Path, exit_code: ExitCode) -> None:
    """Writes the figures of a run and the files that failed in it."""
    with path.open("w", encoding="utf-8", errors="replace") as handle:
        json.dump(summary_record(result, exit_code), handle, ensure_ascii=False, indent=1)
        handle.write("\n")


def summary_record(result: BatchResult, exit_code: ExitCode) -> dict[str, Any]:
    """The figures as plain JSON values; every outcome and severity is there, also with 0."""
    outcomes = Counter(line.outcome for line in result.manifest)
    partial = sum(line.status == Status.PARTIAL and line.outcome not in _OF_OTHERS for line in result.manifest)
    failed = [_failed(line) for line in result.manifest if line.outcome is EntryOutcome.FAILED]
    return {
        "schema_version": SCHEMA_VERSION,
        "run": _run(result),
        "folder": path_text(result.folder),
        "previous": result.previous,
        "exit_code": int(exit_code),
        "complete": not failed and not partial,
        "unchanged": result.unchanged,
        "seconds": _seconds(result),
        "counts": {"total": len(result.manifest)} | {outcome.value: outcomes[outcome] for outcome in EntryOutcome},
        "partial": partial,
        "failed": failed,
        "unseen_folders": sum(line.folder and line.outcome is EntryOutcome.FAILED for line in result.manifest),
        "findings": _findings(result),
        "interrupted_runs": list(result.interrupted_runs),
    }


def _run(result: BatchResult) -> dict[str, Any]:
    keys = result.keys
    return {
        "run_id": result.run_id,
        "started": result.started,
        "finished": result.finished,
        "tool": keys.tool,
        "config": keys.config,
        "kamus": keys.kamus,
        "reading": keys.reading,
        "checking": keys.checking,
    }


def _seconds(result: BatchResult) -> float:
    """From start to end; 0 where the clock was put back in between."""
    passed = datetime.fromisoformat(result.finished) - datetime.fromisoformat(result.started)
    return max(0.0, round(passed.total_seconds(), 2))


def _failed(line: ManifestLine) -> dict[str, str]:
    return {"path": path_text(line.path), "stage": line.stage, "kind": line.kind, "message": line.message}


def _findings(result: BatchResult) -> dict[str, Any]:
    changes = Counter(change.state for change in result.changes)
    return {
        "by_severity": {severity.value: result.findings.get(severity.value, 0) for severity in SEVERITIES},
        "new": changes[FindingState.NEW],
        "open": result.open,
        "unread": len(result.unread),
        "fixed": changes[FindingState.FIXED],
        "gone": changes[FindingState.GONE],
    }
