"""Has the documents of a night worked on, and keeps each result before anything speaks of it."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.batch.collector import paused
from pipeline.batch.gather import Night
from pipeline.batch.plan import Planned, make_task
from pipeline.batch.shift import Shift, now_text
from schemas.batch import BatchConfig, BatchEvent, EntryOutcome, Failure, TaskResult
from schemas.errors import OutputError
from schemas.result import DocumentResult, Status

if TYPE_CHECKING:
    from pipeline.batch.dispatch import Tried, Workers
    from pipeline.ledger import AttemptRow

log = logging.getLogger(__name__)

_LEVELS = logging.getLevelNamesMapping()


def work(shift: Shift, planned: Sequence[Planned]) -> Night:
    """Works on all entries that are to be done.

    Every try is recorded when its result is stored, so a night that is cut off loses only documents in hand.

    Args:
        shift: the night.
        planned: all entries; a document whose stored result turns out to be damaged is done anew.

    Returns:
        The entries with what became of them.

    Raises:
        OutputError: when a result cannot be stored.
        UsageError: when the cluster cannot be reached.
    """
    results: dict[str, DocumentResult] = {}
    attempts: dict[str, AttemptRow] = {}
    tries: Counter[str] = Counter()
    ended: dict[str, Planned] = {}
    with paused():
        for item in (_checked(item, shift, results) for item in planned):
            if item.sha256 is not None and item.same_as is None:
                ended[item.sha256] = item
                if item.attempt is not None:
                    attempts[item.sha256] = item.attempt
    to_do = [item for item in ended.values() if item.to_do]
    done = 0
    with closing(_tries(shift, to_do)) as all_tries:
        for ended_try in all_tries:
            sha256 = ended_try.task.sha256
            tries[sha256] += 1
            tried, attempts[sha256] = _keep(shift, ended_try)
            if tried.last:
                done += 1
                ended[sha256] = _ended(ended[sha256], tried, results)
                _tell(shift, ended[sha256], tried, done, len(to_do))
    return Night(
        planned=tuple(_final(item, ended) for item in planned), results=results, attempts=attempts, tries=tries
    )


def _checked(item: Planned, shift: Shift, results: dict[str, DocumentResult]) -> Planned:
    """Takes the stored result of a document that stands; one that is damaged is to be done."""
    if item.outcome is not EntryOutcome.UNCHANGED or item.sha256 is None:
        return item
    stored = shift.store.result(item.sha256, shift.keys)
    if stored is None or shift.store.files(item.sha256, shift.keys) is None:
        log.warning("%s: stored result is gone or damaged; done anew", item.entry.name)
        return replace(item, outcome=EntryOutcome.DONE)
    results[item.sha256] = stored
    return item


def _tries(shift: Shift, to_do: Sequence[Planned]) -> Generator[Tried]:
    """Every try of every document, as they end; without documents no worker is started.

    Raises:
        KeyboardInterrupt: when the run is stopped, never in the middle of a step.
    """
    from pipeline.batch.dispatch import run_tasks
    from pipeline.batch.stopping import put_off

    if not to_do:
        return
    config = shift.config
    tasks = (make_task(item, shift.store, shift.keys, config) for item in to_do)
    with (
        put_off() as look,
        _workers(config, len(to_do)) as workers,
        closing(run_tasks(tasks, workers, tries=config.tries, backoff=config.backoff, look=look)) as tries,
    ):
        yield from tries


def _workers(config: BatchConfig, documents: int) -> AbstractContextManager[Workers]:
    """This machine's worker processes, or those of the cluster; never more than there are documents."""
    if config.scheduler is not None:
        from pipeline.batch.cluster import dask_workers

        return dask_workers(config.scheduler)
    from pipeline.batch.local import local_workers

    return local_workers(min(config.jobs, documents))


def _keep(shift: Shift, tried: Tried) -> tuple[Tried, AttemptRow]:
    """Stores what came of a try, then records it.

    Returns:
        The try, failed where its files are refused, and the record.

    Raises:
        OutputError: when it cannot be stored.
    """
    from pipeline.batch.store import StoreError
    from pipeline.run_all import failed_document

    for line in tried.result.log:
        log.log(_LEVELS.get(line.partition(" ")[0], logging.INFO), "%s", line)
    try:
        if tried.result.document.status is not Status.FAILED:
            _store(shift, tried)
    except StoreError as error:
        document = failed_document(tried.task.path, None, error, tried.seconds)
        refused = TaskResult(document=replace(document, sha256=tried.task.sha256))
        tried = replace(tried, result=refused, last=True)
    attempt = _attempt(shift, tried)
    shift.ledger.record(attempt)
    return tried, attempt


def _store(shift: Shift, tried: Tried) -> None:
    task, result = tried.task, tried.result
    try:
        if result.reading:
            shift.store.put_reading(task.sha256, shift.keys, result.reading, result.files)
        shift.store.put_result(task.sha256, shift.keys, result.document)
    except OSError as error:
        raise OutputError(
            f"hasil tidak dapat disimpan di {shift.store.root} ({error.strerror or error}); periksa ruang disk "
            "dan hak akses, lalu jalankan lagi: dokumen yang sudah selesai tidak dibaca ulang."
        ) from error


def _attempt(shift: Shift, tried: Tried) -> AttemptRow:
    from pipeline.ledger import AttemptRow

    task, document = tried.task, tried.result.document
    problem = next(iter(document.problems), None)
    return AttemptRow(
        run_id=shift.run_id,
        sha256=task.sha256,
        path=task.path,
        number=tried.number,
        status=document.status.value,
        stage=problem.stage if problem is not None else "",
        kind=problem.kind if problem is not None else "",
        message=problem.message if problem is not None else "",
        seconds=tried.seconds,
        peak_bytes=tried.result.peak_bytes,
        keys=shift.keys,
        time_limit=task.time_limit,
        memory_limit=task.memory_limit,
        finished_at=now_text(),
        recheck=task.reading is not None,
    )


def _ended(item: Planned, tried: Tried, results: dict[str, DocumentResult]) -> Planned:
    """The entry after the last try of its document."""
    document = tried.result.document
    if document.status is Status.FAILED:
        problem = document.problems[0]
        failure = Failure(stage=problem.stage, kind=problem.kind, message=problem.message)
        return replace(item, outcome=EntryOutcome.FAILED, failure=failure, attempt=None)
    results[tried.task.sha256] = document
    again = tried.task.reading is not None
    return replace(item, outcome=EntryOutcome.RECHECKED if again else EntryOutcome.DONE, failure=None, attempt=None)


def _tell(shift: Shift, item: Planned, tried: Tried, done: int, total: int) -> None:
    log.info(
        "%s: %s, %.1f s",
        item.entry.name,
        item.outcome.value,
        tried.seconds,
        extra={"path": item.entry.path, "outcome": item.outcome.value, "seconds": round(tried.seconds, 2)},
    )
    shift.on_event(BatchEvent(done=done, total=total, path=item.entry.path, outcome=item.outcome))


def _final(item: Planned, ended: dict[str, Planned]) -> Planned:
    """The entry as its document ended; one that repeats another stays what it is."""
    return ended.get(item.sha256, item) if item.sha256 is not None and item.same_as is None else item
