"""A night in which nothing changed: the results of the last run are taken over, and nothing is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.batch.finish import conclude, fingerprint, finish_record
from pipeline.batch.gather import same_content
from pipeline.batch.plan import Planned
from pipeline.batch.shift import BatchEnd, Shift, now_text
from schemas.batch import BatchResult, EntryOutcome, FindingState, ManifestLine
from schemas.errors import ExitCode
from schemas.result import Status

if TYPE_CHECKING:
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
    if not _take_over(shift, folder, previous, planned):
        return None
    standing = [
        line for line in shift.ledger.findings(shift.folder) if line.state in {FindingState.NEW, FindingState.OPEN}
    ]
    by_document = Counter(line.sha256 for line in standing)
    code = ExitCode(previous.exit_code or 0)
    result = BatchResult(
        run_id=shift.run_id,
        started=shift.started_text,
        finished=now_text(),
        folder=str(shift.config.folder),
        keys=shift.keys,
        manifest=tuple(_line(item, by_document) for item in planned),
        findings=Counter(line.severity for line in standing),
        open=len(standing),
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


def _line(item: Planned, by_document: Mapping[str, int]) -> ManifestLine:
    entry, attempt, failure = item.entry, item.attempt, item.failure
    if item.outcome is EntryOutcome.IGNORED:
        return ManifestLine(path=entry.path, name=entry.name, outcome=item.outcome, message=entry.ignored)
    if item.same_as is not None:
        note = same_content(item.same_as)
        return ManifestLine(
            path=entry.path,
            name=entry.name,
            outcome=item.outcome,
            sha256=item.sha256,
            status=Status.SKIPPED.value,
            same_as=item.same_as.path,
            stage=note.stage,
            kind=note.kind,
            message=note.message,
        )
    told = failure or attempt
    return ManifestLine(
        path=entry.path,
        name=entry.name,
        outcome=item.outcome,
        sha256=item.sha256,
        status=Status.FAILED.value if failure is not None else attempt.status if attempt is not None else "",
        stage=told.stage if told is not None else "",
        kind=told.kind if told is not None else "",
        message=told.message if told is not None else "",
        seconds=attempt.seconds if attempt is not None else None,
        peak_bytes=attempt.peak_bytes if attempt is not None else None,
        findings=by_document[item.sha256] if item.sha256 is not None and failure is None else 0,
    )
