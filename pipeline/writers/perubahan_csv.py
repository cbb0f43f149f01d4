"""perubahan.csv: findings that are new, fixed or gone since the run before, one line each."""

from __future__ import annotations

from pathlib import Path

from pipeline.writers.cells import append_csv, begin_csv
from pipeline.writers.manifest_csv import path_text, visible_text
from schemas.batch import BatchResult, FindingLine, FindingState

FILE = "perubahan.csv"
HEADER = (
    "state", "keadaan", "finding_id", "code", "severity", "path", "page", "subject", "message", "first_seen",
    "last_seen",
)  # fmt: skip

STATE_NAMES = {
    FindingState.NEW: "baru",
    FindingState.OPEN: "masih ada",
    FindingState.FIXED: "tidak ditemukan lagi",
    FindingState.GONE: "dokumennya tidak ada lagi",
}
"""What became of a finding, in the words of the reader."""


def write_perubahan_csv(result: BatchResult, path: Path) -> None:
    """Writes the changes in their order, as a list for spreadsheets; paths are those of manifest.csv."""
    begin_csv(path, HEADER, encoding="utf-8-sig")
    texts = {line.name: path_text(line.path) for line in result.manifest}
    folder = next((text.removesuffix(name) for name, text in texts.items() if text.endswith(name)), "")
    append_csv(
        path,
        (_line(change, texts.get(change.path) or visible_text(folder + change.path)) for change in result.changes),
    )


def _line(change: FindingLine, path: str) -> tuple[str, ...]:
    return (
        change.state.value,
        STATE_NAMES[change.state],
        change.finding_id,
        change.code,
        change.severity,
        path,
        "" if change.page is None else str(change.page),
        change.subject,
        change.message,
        change.first_seen,
        change.last_seen,
    )
