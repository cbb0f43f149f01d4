"""perubahan.csv: findings that are new, fixed or gone since the run before, or could not be looked for; a line each."""

from __future__ import annotations

from pathlib import Path

from pipeline.writers.cells import append_csv, begin_csv
from pipeline.writers.manifest_csv import cell_text, encoded_text, path_text
from schemas.batch import BatchResult, FindingLine, FindingState

FILE = "perubahan.csv"
HEADER = (
    "state", "keadaan", "finding_id", "code", "severity", "path", "page", "subject", "message", "first_seen",
    "last_seen",
)  # fmt: skip
_ANY = "_"

STATE_NAMES = {
    FindingState.NEW: "baru",
    FindingState.OPEN: "masih ada",
    FindingState.FIXED: "tidak ditemukan lagi",
    FindingState.GONE: "dokumennya tidak ada lagi",
}
"""What became of a finding, in the words of the reader."""


UNREAD = "unread"
UNREAD_NAME = "belum terbaca lagi"
"""A finding that stands though nobody could look for it in this run."""


def write_perubahan_csv(result: BatchResult, path: Path) -> None:
    """Writes the changes in their order, then what could not be looked for, as a list for spreadsheets.

    Paths are those of manifest.csv, also of files that are gone.
    """
    begin_csv(path, HEADER, encoding="utf-8-sig")
    texts = {line.name: path_text(line.path) for line in result.manifest}
    below = str(Path(result.folder, _ANY)).removesuffix(_ANY)

    def text(name: str) -> str:
        return texts.get(name) or cell_text(encoded_text(below) + name)

    changes = (_line(item, item.state.value, STATE_NAMES[item.state], text(item.path)) for item in result.changes)
    append_csv(path, changes)
    append_csv(path, (_line(item, UNREAD, UNREAD_NAME, text(item.path)) for item in result.unread))


def _line(change: FindingLine, state: str, words: str, path: str) -> tuple[str, ...]:
    return (
        state,
        words,
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
