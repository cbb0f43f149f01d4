"""What the ledger is told of a try at a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.batch.shift import Shift, now_text
from schemas.result import DocumentResult

if TYPE_CHECKING:
    from pipeline.batch.dispatch import Tried
    from pipeline.ledger import AttemptRow


def attempt_at(shift: Shift, tried: Tried) -> AttemptRow:
    """The record of a try that ended in this run."""
    task, result = tried.task, tried.result
    return _row(
        shift,
        task.sha256,
        result.document,
        path=task.path,
        number=tried.number,
        seconds=tried.seconds,
        peak_bytes=result.peak_bytes,
        recheck=task.reading is not None,
    )


def missed_attempt(shift: Shift, sha256: str, stored: DocumentResult, path: str) -> AttemptRow:
    """The record of a try whose result was stored but never recorded: its run was cut off, or the ledger is another.

    Args:
        shift: the night that found the result.
        sha256: the content.
        stored: the result.
        path: where the document is now.
    """
    return _row(shift, sha256, stored, path=path, number=1, seconds=stored.seconds, peak_bytes=None, recheck=False)


def _row(
    shift: Shift,
    sha256: str | None,
    document: DocumentResult,
    *,
    path: str,
    number: int,
    seconds: float,
    peak_bytes: int | None,
    recheck: bool,
) -> AttemptRow:
    from pipeline.ledger import AttemptRow

    problem = next(iter(document.problems), None)
    return AttemptRow(
        run_id=shift.run_id,
        sha256=sha256,
        path=path,
        number=number,
        status=document.status.value,
        stage=problem.stage if problem is not None else "",
        kind=problem.kind if problem is not None else "",
        message=problem.message if problem is not None else "",
        seconds=seconds,
        peak_bytes=peak_bytes,
        keys=shift.keys,
        time_limit=shift.config.time_limit,
        memory_limit=shift.config.memory_limit,
        finished_at=now_text(),
        recheck=recheck,
    )
