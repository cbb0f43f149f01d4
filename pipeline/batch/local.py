"""Works on documents in processes of this machine: one process for one document, forked from one that is ready."""

from __future__ import annotations

import itertools
import multiprocessing
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, InvalidStateError, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import forkserver, resource_tracker
from typing import Any

from pebble import ProcessExpired, ProcessFuture
from pebble.concurrent import process

from pipeline.batch.dispatch import Workers
from pipeline.batch.limits import confined, die_with
from pipeline.batch.lost import WorkerDiedError, lost_result
from pipeline.batch.task import do_task
from schemas.batch import Task, TaskResult
from schemas.errors import UsageError

Work = Callable[[Task], TaskResult]
"""What is done with a document."""

PRELOADED = (
    "pipeline.batch.scratch",
    "extractors.readers.pdf",
    "pipeline.cli_parser",
    "pipeline.exit_status",
    "pipeline.batch.local",
    "pipeline.batch.preloaded",
)
"""Modules that are loaded once, in the process from which the workers are forked.

Readers; what the script of the command imports, since every worker runs its first lines again; this module, by which a
worker knows what to do. The last one sets aside all that is loaded then.
"""

GRACE_S = 10.0
"""So many seconds above its time limit a worker is ended, should it have stopped in the middle of its answer."""

_NAME = "capaian-worker"
_UNKNOWN = 255  # what multiprocessing says when it could not learn how a process ended


class LocalWorkers:
    """Processes of this machine; each lives for one document and has its own pipe, so none can spoil another's.

    Args:
        jobs: documents that are worked on at the same time, at least 1.
        work: what is done with a document.
        grace: see `GRACE_S`.
    """

    def __init__(self, jobs: int, work: Work, grace: float) -> None:
        self.size = jobs
        self._work = work
        self._grace = grace
        self._context = multiprocessing.get_context("forkserver")
        self._numbers = itertools.count(1)
        self._open: set[Future[TaskResult]] = set()
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix=_NAME)

    def submit(self, task: Task) -> Future[TaskResult]:
        """Has a document worked on as soon as a process may be started for it."""
        answer: Future[TaskResult] = ProcessFuture()
        self._open.add(answer)
        answer.add_done_callback(self._open.discard)
        self._threads.submit(self._follow, task, answer)
        return answer

    def lost(self, error: BaseException, task: Task) -> TaskResult:
        """The result of a document whose worker was too slow or died."""
        return lost_result(error, task)

    def stop(self) -> None:
        """Ends all workers at once."""
        for answer in tuple(self._open):
            answer.cancel()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _follow(self, task: Task, answer: Future[TaskResult]) -> None:
        """Waits for a worker from its start to its end and passes on what it says, unless nobody waits any more."""
        if not answer.set_running_or_notify_cancel():
            return
        started = time.monotonic()
        try:
            result = self._worked(task, answer)
        except ProcessExpired as expired:
            code = None if expired.exitcode == _UNKNOWN else expired.exitcode
            _fail(answer, WorkerDiedError(code, time.monotonic() - started))
        except BaseException as error:
            _fail(answer, error)
        else:
            with suppress(InvalidStateError):
                answer.set_result(result)

    def _worked(self, task: Task, answer: Future[TaskResult]) -> TaskResult:
        """What a worker of its own says of a document; cancelling the answer ends the worker."""
        name = f"{_NAME}-{id(self):x}-{next(self._numbers)}"
        as_process: Callable[..., Any] = process  # its types do not know `context`
        start = as_process(name=name, timeout=task.time_limit, context=self._context)(_in_worker)
        child: Future[TaskResult] = start(self._work, task)
        answer.add_done_callback(lambda _: _end(name))
        try:
            return child.result(timeout=task.time_limit + self._grace)
        finally:
            _end(name)


def _fail(answer: Future[TaskResult], error: BaseException) -> None:
    with suppress(InvalidStateError):
        answer.set_exception(error)


def _end(name: str) -> None:
    """Ends a worker that is still there and waits until it is gone."""
    for child in multiprocessing.active_children():
        if child.name == name:
            child.kill()
            child.join()


def _in_worker(work: Work, task: Task) -> TaskResult:
    """What a worker does; it ends with the batch, and on request without any ado."""
    batch = multiprocessing.parent_process()
    assert batch is not None  # it was started by one
    die_with(batch.sentinel)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with confined(task.time_limit, task.memory_limit):
        return work(task)


@contextmanager
def local_workers(jobs: int, *, work: Work = do_task, grace: float = GRACE_S) -> Iterator[Workers]:
    """Worker processes of this machine, within the block.

    What they need is loaded once, in a process of its own from which they are forked; it stays until the program ends.

    Args:
        jobs: documents that are worked on at the same time, at least 1.
        work: what is done with a document; a function that another process can import.
        grace: see `GRACE_S`.
    """
    _load()
    workers = LocalWorkers(jobs, work, grace)
    try:
        yield workers
    finally:
        workers.stop()


def _load() -> None:
    """Starts the process from which workers are forked, out of reach of Ctrl-C at the terminal."""
    forkserver.set_forkserver_preload(list(PRELOADED))
    resource_tracker.ensure_running()  # the first start of this helper lets signals through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    except OSError as error:
        raise UsageError(
            f"proses pekerja tidak dapat dimulai ({error}); periksa folder sementara {tempfile.gettempdir()} (TMPDIR): "
            "harus dapat ditulis, dan jalurnya pendek."
        ) from error
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
