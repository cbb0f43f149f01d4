"""What a finished run means for the caller of the command."""

from __future__ import annotations

from schemas.errors import ExitCode
from schemas.finding import SEVERITIES, Severity
from schemas.result import DocumentResult, RunResult, Status

BROKEN_STAGES = frozenset({"check", "claim", "interpret", "extract", "write"})
BROKEN_KINDS = frozenset({"page-unreadable", "part-damaged"})
UNKNOWN_TABLES = frozenset({"no-known-table", "performance-unmapped"})


def exit_code(run: RunResult, fail_on: Severity | None) -> ExitCode:
    """What a finished run means for the caller.

    Args:
        run: the run; without documents nothing was read.
        fail_on: lowest severity that counts, None for none.
    """
    if all(document.status is Status.FAILED for document in run.documents):
        return ExitCode.NOTHING_READ
    if any(_broken(document) for document in run.documents):
        return ExitCode.PARTIAL
    if fail_on is None:
        return ExitCode.OK
    counted = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    grave = any(finding.severity in counted for document in run.documents for finding in document.findings)
    return ExitCode.FINDINGS if grave else ExitCode.OK


def _broken(document: DocumentResult) -> bool:
    """Whether a document failed or one of our own steps broke on it.

    Pages that are only pictures and tables that are not understood make a document `partial` and are told, but they
    are facts about the file: they do not hide whether there are findings.
    """
    return document.status is Status.FAILED or any(
        problem.kind in BROKEN_KINDS or (problem.stage in BROKEN_STAGES and problem.kind not in UNKNOWN_TABLES)
        for problem in document.problems
    )
