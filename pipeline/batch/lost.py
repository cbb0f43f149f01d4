"""What becomes of a document whose worker gave no answer: too slow, dead, absent, or of another version."""

from __future__ import annotations

import signal
from concurrent.futures import CancelledError
from dataclasses import dataclass

from schemas.batch import MIB, Task, TaskResult
from schemas.result import DocumentResult, Problem, Status

STAGE = "run"


class WorkerDiedError(Exception):
    """A worker process ended without an answer.

    Attributes:
        code: its exit code, the negative number of the signal that ended it, or None when nobody knows.
        seconds: how long it had worked.
    """

    def __init__(self, code: int | None, seconds: float = 0.0) -> None:
        super().__init__(code, seconds)
        self.code = code
        self.seconds = seconds


class NoWorkersError(Exception):
    """Nobody is there to work on the document."""


class OtherVersionError(Exception):
    """A worker of another version refused the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loss:
    kind: str
    message: str
    seconds: float = 0.0


def lost_result(error: BaseException, task: Task) -> TaskResult:
    """The failed document that an error of the workers means; it may end otherwise at the next try.

    Args:
        error: TimeoutError when the document took too long, one of this module, or any other.
        task: the document.
    """
    loss = _loss(error, task)
    document = DocumentResult(
        path=task.path,
        sha256=task.sha256,
        family=None,
        status=Status.FAILED,
        seconds=loss.seconds,
        problems=(Problem(stage=STAGE, kind=loss.kind, message=loss.message),),
    )
    line = f"ERROR {__name__}: {task.path}: {loss.kind}: {type(error).__name__}: {error}"
    return TaskResult(document=document, log=tuple(line.splitlines()), may_pass=True)


def _loss(error: BaseException, task: Task) -> _Loss:
    if isinstance(error, TimeoutError):
        return _too_slow(task)
    if isinstance(error, WorkerDiedError):
        return _too_slow(task) if error.code == -signal.SIGXCPU else _died(error, task)
    if isinstance(error, NoWorkersError):
        return _Loss(
            kind="no-workers",
            message="klaster tidak mengerjakan dokumen ini karena penjadwal atau pekerjanya tidak ada; jalankan "
            "`dask scheduler` dan `dask worker`, lalu ulangi, atau jalankan tanpa --scheduler.",
        )
    if isinstance(error, OtherVersionError | ImportError | AttributeError):
        return _Loss(
            kind="other-version",
            message="pekerja di klaster memakai program, setelan, atau kamus versi lain; pasang versi yang sama di "
            "semua mesin, sediakan berkas kamus di jalur yang sama, lalu ulangi.",
        )
    unstarted = isinstance(error, OSError | EOFError | MemoryError | CancelledError)
    return _Loss(
        kind="no-answer" if unstarted else "crashed",
        message=f"proses pekerja tidak memberi hasil ({type(error).__name__}: {error}); dokumen ini tidak selesai "
        "diperiksa. Ulangi, dan laporkan bersama run.log bila terjadi lagi.",
    )


def _too_slow(task: Task) -> _Loss:
    return _Loss(
        kind="time-limit",
        message=f"belum selesai setelah {task.time_limit:g} detik, lalu dihentikan; naikkan --time-limit, atau pecah "
        "berkasnya.",
        seconds=task.time_limit,
    )


def _died(error: WorkerDiedError, task: Task) -> _Loss:
    return _Loss(
        kind="crashed",
        message=f"proses pekerja mati {_cause(error.code)}; dokumen ini tidak selesai diperiksa. Mungkin berkasnya "
        f"rusak, atau memori habis: naikkan --memory-limit (sekarang {task.memory_limit / MIB:g} MiB), atau kurangi "
        "--jobs bila memori komputer kurang.",
        seconds=error.seconds,
    )


def _cause(code: int | None) -> str:
    if code is None:
        return "tanpa sebab yang diketahui"
    if code >= 0:
        return f"dengan kode {code}"
    try:
        return f"oleh sinyal {signal.Signals(-code).name}"
    except ValueError:
        return f"oleh sinyal {-code}"
