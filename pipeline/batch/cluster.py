"""Works on documents on a Dask cluster that runs already; its machines see the files at the same paths."""

from __future__ import annotations

import asyncio
import logging
import pickle
import threading
import time
import uuid
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, InvalidStateError
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.batch.dispatch import Workers
from pipeline.batch.isolated import do_isolated
from pipeline.batch.lost import NoWorkersError, WorkerDiedError, lost_result
from schemas.batch import Task, TaskResult
from schemas.errors import UsageError

Client = Any  # of distributed, which says nothing of its types and is loaded only when it is asked for
Remote = Any

CONNECT_S = 10
"""Seconds within which the scheduler has to answer."""

PATIENCE_S = 60.0
"""Seconds without any worker after which documents are not waited for any longer."""

_LOOK_S = 1.0
_OWN_LOGS = ("distributed.client", "distributed.gc")  # those with a handler of their own


def do_on_cluster(task: Task) -> TaskResult:
    """What a worker of the cluster does: `do_isolated`, as long as the cluster wants the answer.

    Raises:
        OtherVersionError: when the worker has another version of the program, its settings or the kamus.
    """
    from distributed import get_worker

    worker = get_worker()
    key = worker.get_current_task()

    def wanted() -> bool:
        held = worker.state.tasks.get(key)
        return held is not None and held.state != "cancelled"

    return do_isolated(task, wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Call:
    """Work on a document, packed so that unpacking is doing it.

    To the scheduler, and to a worker without this program, it is bytes: neither breaks when it is handed over, and the
    worker answers with an error of its own.
    """

    work: Callable[[Task], TaskResult]
    task: Task

    def __reduce__(self) -> tuple[Callable[[Task], TaskResult], tuple[Task]]:
        return self.work, (self.task,)


class DaskWorkers:
    """Workers of a cluster.

    Args:
        client: connection to its scheduler.
        patience: see `PATIENCE_S`.
        work: what is done with a document on the cluster.
    """

    def __init__(self, client: Client, patience: float, work: Callable[[Task], TaskResult]) -> None:
        self._client = client
        self._patience = patience
        self._work = work
        self._open: dict[Future[TaskResult], Remote] = {}
        self._threads = _thread_count(client)
        self._deserted = ""  # why nobody is waited for any longer
        self._ended = threading.Event()
        self._watch = threading.Thread(target=self._watch_workers, name="capaian-cluster", daemon=True)
        self._watch.start()

    @property
    def size(self) -> int:
        """Documents that the cluster works on at the same time; 1 while it has no worker."""
        return max(1, self._threads)

    def submit(self, task: Task) -> Future[TaskResult]:
        """Gives a document to the cluster; one that cannot be given is answered with an error.

        So is every document while patience is at its end, or each of a long night would be waited for anew.
        """
        answer: Future[TaskResult] = Future()
        if self._deserted:
            answer.set_exception(NoWorkersError(self._deserted))
            return answer
        try:
            with warnings.catch_warnings():
                warnings.filterwarnings("ignore", message="Sending large graph")  # what was read of a long document
                call = pickle.dumps(_Call(work=self._work, task=_for_all_machines(task)))
                remote = self._client.submit(pickle.loads, call, key=f"capaian-{uuid.uuid4().hex}")
        except Exception as error:  # the connection to the scheduler is gone
            answer.set_exception(NoWorkersError(str(error)))
            return answer
        self._open[answer] = remote
        answer.add_done_callback(self._close)
        remote.add_done_callback(lambda _: self._pass_on(answer, remote, task.path))
        return answer

    def lost(self, error: BaseException, task: Task) -> TaskResult:
        """The result of a document that the cluster did not answer."""
        from distributed import KilledWorker

        if isinstance(error, KilledWorker):
            return lost_result(WorkerDiedError(None), task)
        if isinstance(error, CancelledError | OSError) and not isinstance(error, TimeoutError):
            return lost_result(NoWorkersError(str(error)), task)
        return lost_result(error, task)

    def stop(self) -> None:
        """Takes back all documents that are not done; the cluster itself lives on."""
        self._ended.set()
        for answer in tuple(self._open):
            answer.cancel()
        self._watch.join()

    def _pass_on(self, answer: Future[TaskResult], remote: Remote, path: str) -> None:
        """Gives the answer of the cluster to whoever waits for it, if somebody still does."""
        try:
            result: TaskResult = remote.result()
            result = replace(result, document=result.document.at_path(path))
        except BaseException as error:
            with suppress(InvalidStateError):
                answer.set_exception(error)
        else:
            with suppress(InvalidStateError):
                answer.set_result(result)

    def _close(self, answer: Future[TaskResult]) -> None:
        """Has the cluster forget a document that is done or not wanted any more."""
        remote = self._open.pop(answer, None)
        if remote is None:
            return
        with suppress(Exception):  # the connection to the scheduler is gone
            if remote.status == "pending":
                remote.cancel()
            remote.release()

    def _watch_workers(self) -> None:
        """Answers for a cluster without workers once patience is at its end, or without scheduler."""
        seen = time.monotonic()
        while not self._ended.wait(_LOOK_S):
            self._threads = _thread_count(self._client)
            if self._threads:
                seen = time.monotonic()
            self._deserted = self._why_deserted(time.monotonic() - seen)
            for answer, remote in tuple(self._open.items()):
                if self._deserted or self._forgotten(remote):
                    with suppress(InvalidStateError):
                        answer.set_exception(NoWorkersError(self._deserted or "the connection was lost meanwhile"))

    def _why_deserted(self, alone: float) -> str:
        """Why nobody is waited for after so many seconds without a worker, "" as long as somebody may come."""
        if self._client.status == "closed":
            return "the scheduler is gone"
        return f"{self._patience:g} s without a worker" if alone > self._patience else ""

    def _forgotten(self, remote: Remote) -> bool:
        """Whether the client lost sight of a document, given at the moment in which it lost the scheduler."""
        return remote.status == "pending" and remote.key not in self._client.futures


def _for_all_machines(task: Task) -> Task:
    """The task with paths that do not depend on the folder in which the batch was started."""
    config = task.config
    return replace(
        task,
        path=str(Path(task.path).absolute()),
        config=replace(
            config,
            kamus=config.kamus.absolute() if config.kamus is not None else None,
            nama=config.nama.absolute() if config.nama is not None else None,
        ),
    )


def _thread_count(client: Client) -> int:
    """Documents that the cluster can work on at the same time; 0 also when the scheduler does not answer."""
    try:
        return sum(client.nthreads(callback_timeout=CONNECT_S).values())
    except Exception:
        return 0


@contextmanager
def dask_workers(
    address: str, *, patience: float = PATIENCE_S, work: Callable[[Task], TaskResult] = do_on_cluster
) -> Iterator[Workers]:
    """Workers of a running Dask cluster, within the block; the cluster lives on after it.

    Args:
        address: of the scheduler, `tcp://host:port`.
        patience: see `PATIENCE_S`.
        work: what is done with a document; a function that the machines of the cluster can import.

    Raises:
        UsageError: when distributed is not installed, or no scheduler answers.
    """
    client = _connected(address)
    workers = DaskWorkers(client, patience, work)
    try:
        yield workers
    finally:
        workers.stop()
        with suppress(Exception):  # a scheduler that is gone already
            client.close(timeout=CONNECT_S)


def _connected(address: str) -> Client:
    try:
        import distributed
    except ImportError:
        raise UsageError(
            "--scheduler memerlukan paket distributed, yang tidak terpasang; pasang dengan `make setup-cluster` di "
            "folder program, atau jalankan tanpa --scheduler."
        ) from None
    _join_logs()
    library: Any = distributed  # without types
    try:
        asyncio.run(_greet(address, library.Security().get_connection_args("client")))
        return library.Client(address, timeout=CONNECT_S, set_as_default=False)
    except (OSError, ValueError, RuntimeError) as error:
        said = f" ({error})" if str(error) else ""
        raise UsageError(
            f"penjadwal Dask di {address} tidak menjawab{said}; periksa alamatnya (tcp://host:port) dan jalankan "
            "`dask scheduler`, atau jalankan tanpa --scheduler."
        ) from error


async def _greet(address: str, settings: dict[str, Any]) -> None:
    """Has the scheduler answer once; the client waits for ever for one that takes the connection and says nothing.

    Raises:
        TimeoutError: when it does not within `CONNECT_S`.
        UsageError: when there is no certificate for it.
    """
    from distributed.comm.core import connect

    if address.startswith("tls:") and settings.get("ssl_context") is None:
        raise UsageError(
            f"{address} memerlukan sertifikat; sebutkan di konfigurasi Dask: distributed.comm.tls.ca-file, "
            "distributed.comm.tls.client.cert, dan distributed.comm.tls.client.key."
        )
    greet: Any = connect
    async with asyncio.timeout(CONNECT_S):
        comm = await greet(address, timeout=CONNECT_S, **settings)
        await comm.close()


def _join_logs() -> None:
    """Has what the library logs go where everything goes, the log of the run; it writes to stderr by itself."""
    for name in ("distributed", *_OWN_LOGS):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
