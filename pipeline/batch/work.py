"""Has the documents of a night worked on, and keeps each result before anything speaks of it."""

from __future__ import annotations

import logging
from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.batch.agenda import Agenda
from pipeline.batch.collector import paused
from pipeline.batch.gather import Night
from pipeline.batch.plan import Planned
from pipeline.batch.record import attempt_at
from pipeline.batch.shift import Shift
from schemas.batch import BatchConfig, TaskResult
from schemas.errors import OutputError
from schemas.result import Status

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
    with paused():
        agenda = Agenda(shift, planned)
    with closing(_tries(shift, agenda)) as all_tries:
        for ended in all_tries:
            agenda.take(*_keep(shift, ended))
    return agenda.night()


def _tries(shift: Shift, agenda: Agenda) -> Generator[Tried]:
    """Every try of every document, as they end; without documents no worker is started.

    Raises:
        KeyboardInterrupt: when the run is stopped, never in the middle of a step.
    """
    from pipeline.batch.dispatch import run_tasks
    from pipeline.batch.stopping import put_off

    if not agenda.total:
        return
    config = shift.config
    with put_off() as look, _workers(config, agenda.total) as workers:
        tries = run_tasks(
            agenda, workers, tries=config.tries, backoff=config.backoff, renewed=agenda.renewed, look=look
        )
        with closing(tries):
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
    attempt = attempt_at(shift, tried)
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
