"""A night in which nothing changed: the results of the last run are taken over, and nothing is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.batch.finish import conclude, fingerprint, finish_record
from pipeline.batch.gather import manifest_line, same_content
from pipeline.batch.plan import Planned
from pipeline.batch.shift import BatchEnd, Shift, now_text
from schemas.batch import BatchResult, EntryOutcome, FindingState, ManifestLine
from schemas.errors import ExitCode
from schemas.result import Status

if TYPE_CHECKING:
    from pipeline.batch.gather import Told
    from pipeline.ledger import RunRow
    from pipeline.writers.run_folder import RunFolder


def carry_over(shift: Shift, folder: RunFolder, planned: Sequence[Planned]) -> BatchEnd | None:
    """The last run's results as those of tonight, None when they do not speak of the same files, or are gone.

    Args:
        shift: the night.
        folder: the new run folder.
        planned: all entries, none of them to be done.
    """
    previous = shift.ledger.last_finished(shift.folder)
    if previous is None or Path(previous.target).parent != shift.temporary.parent:
        return None
    if previous.fingerprint != fingerprint(planned, shift.keys, shift.config):
        return None
    standing = [
        line for line in shift.ledger.findings(shift.folder) if line.state in {FindingState.NEW, FindingState.OPEN}
    ]
    unread = tuple(line for line in standing if line.last_seen != previous.run_id)
    manifest = _manifest(shift, planned, Counter(line.sha256 for line in standing if line.last_seen == previous.run_id))
    if manifest is None or not _take_over(shift, folder, previous, planned):
        return None
    code = ExitCode(previous.exit_code or 0)
    result = BatchResult(
        run_id=shift.run_id,
        started=shift.started_text,
        finished=now_text(),
        folder=str(shift.config.folder),
        keys=shift.keys,
        manifest=manifest,
        findings=Counter(line.severity for line in standing),
        open=len(standing),
        unread=unread,
        previous=previous.run_id,
        interrupted_runs=shift.interrupted,
        unchanged=True,
    )
    record = finish_record(shift, planned, code, ())
    return conclude(shift, folder, result, code, partial(shift.ledger.commit_unchanged, record))


def _take_over(shift: Shift, folder: RunFolder, previous: RunRow, planned: Sequence[Planned]) -> bool:
    """Whether the files of the last run are all there and now those of tonight; what was begun stays if not."""
    from pipeline.identity import tool_name
    from pipeline.writers import WRITERS
    from pipeline.writers.decree_json import FOLDER
    from pipeline.writers.takeover import take_over

    formats = {"json", *shift.config.audit.formats}
    head = {
        "run_id": shift.run_id,
        "started": shift.started_text,
        "tool": tool_name(),
        "config_hash": shift.config.audit.hash(),
    }
    tables = {writer.file for writer in WRITERS if writer.format in formats and writer.file != FOLDER}
    links = {f"{FOLDER}/{item.sha256}" for item in planned if item.outcome is EntryOutcome.UNCHANGED}
    expected = frozenset(tables | links)
    return take_over(Path(previous.target), folder.folder, head, expected)


def _manifest(
    shift: Shift, planned: Sequence[Planned], findings: Mapping[str, int]
) -> tuple[ManifestLine, ...] | None:
    """The lines of tonight; None when what came of a document cannot be told without the work of a night.

    Args:
        shift: the night.
        planned: all entries.
        findings: how many each document has, by hash.
    """
    lines = []
    for item in planned:
        if item.outcome is EntryOutcome.UNCHANGED and item.attempt is None:
            told = _told_by_store(shift, item)
            if told is None:
                return None
        else:
            told = _told(item)
        status, why = told
        read = item.outcome is EntryOutcome.UNCHANGED
        lines.append(
            manifest_line(
                item,
                status=status,
                told=why,
                attempt=item.attempt,
                findings=findings.get(item.sha256, 0) if read and item.sha256 is not None else 0,
            )
        )
    return tuple(lines)


def _told(item: Planned) -> tuple[str, Told | None]:
    """Status of an entry, and why it is as it is."""
    if item.same_as is not None:
        return Status.SKIPPED.value, same_content(item.same_as)
    if item.failure is not None:
        return Status.FAILED.value, item.failure
    return ("", None) if item.attempt is None else (item.attempt.status, item.attempt)


def _told_by_store(shift: Shift, item: Planned) -> tuple[str, Told | None] | None:
    """The same of a document that the ledger has no finished attempt at; None when its result is damaged."""
    assert item.sha256 is not None  # it stands
    document = shift.store.result(item.sha256, shift.keys)
    return None if document is None else (document.status.value, next(iter(document.problems), None))
