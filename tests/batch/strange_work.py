"""What workers are given to do in tests: the real work, and work that hangs, dies or takes too much."""

from __future__ import annotations

import hashlib
import inspect
import os
import re
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.batch.isolated import do_isolated
from pipeline.batch.task import do_task
from pipeline.intake import take_in
from pipeline.run import check_document, extract_source
from schemas.batch import MIB, Keys, Task, TaskResult
from schemas.config import AuditConfig
from schemas.result import DocumentResult

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = ROOT / "samples"
KEYS = Keys(tool="capaian", config="", kamus="", reading="", checking="")
LONG_S = 600.0


def make_task(path: Path | str, **fields: Any) -> Task:
    """The task of a file as it is now, with generous limits."""
    sha256 = hashlib.sha256(Path(path).read_bytes()).hexdigest() if Path(path).is_file() else "0" * 64
    given: dict[str, Any] = {
        "path": str(path), "sha256": sha256, "config": AuditConfig(), "keys": KEYS, "time_limit": 120.0,
        "memory_limit": 2048 * MIB,
    }  # fmt: skip
    return Task(**(given | fields))


def undisturbed(path: Path | str) -> DocumentResult:
    """What a document comes to in this process, without its pages and without seconds."""
    config = AuditConfig()
    document = check_document(extract_source(take_in(path, config), config))
    return replace(document, printed=None, laporan=None, seconds=0.0)


def timeless(result: TaskResult) -> DocumentResult:
    """The document of a result without seconds."""
    return replace(result.document, seconds=0.0)


def kind_of(result: TaskResult) -> str:
    """Why a document failed."""
    (problem,) = result.document.problems
    return problem.kind


def wait_for(met: Callable[[], Any], seconds: float = 60.0) -> Any:
    """The first true value of `met`; fails when there is none in time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if found := met():
            return found
        time.sleep(0.02)
    raise AssertionError(f"not within {seconds:g} s")


def seen(path: Path | str) -> Path:
    """File in which work on a document leaves its process id."""
    return Path(f"{path}.seen")


def seen_pid(path: Path | str) -> int:
    """Process id that work on a document left, waited for."""
    return int(wait_for(lambda: seen(path).is_file() and seen(path).read_text()))


def _leave_pid(task: Task) -> None:
    beside = Path(f"{task.path}.now")
    beside.write_text(str(os.getpid()))
    beside.rename(seen(task.path))


def hang(task: Task) -> TaskResult:
    """Never answers."""
    _leave_pid(task)
    time.sleep(LONG_S)
    return do_task(task)


def hang_first(task: Task) -> TaskResult:
    """Does not answer the first time, works the second time."""
    return do_task(task) if seen(task.path).exists() else hang(task)


def hang_isolated(task: Task) -> TaskResult:
    """Does not answer the first time on a cluster, works the second time."""
    return do_isolated(task) if seen(task.path).exists() else hang(task)


def leave_files(task: Task) -> TaskResult:
    """Hangs with a file half written in the folder for temporary ones."""
    Path(tempfile.mkdtemp(), "setengah.csv").write_text("path,page")
    return hang(task)


def forget_program(forgotten: bool) -> None:
    """Takes the program away from a worker of a cluster, or gives it back."""
    if forgotten:
        sys.modules["pipeline.batch.cluster"] = None  # type: ignore[assignment]
    else:
        del sys.modules["pipeline.batch.cluster"]


def hold_interpreter(task: Task) -> TaskResult:
    """Spends its time in a library that lets no other thread run and hears no signal of Python."""
    _leave_pid(task)
    re.match(r"(a+)+b", "a" * 60)
    return do_task(task)


def take_memory(task: Task) -> TaskResult:
    """Takes a gigabyte piece by piece, then works."""
    held = [bytearray(8 * MIB) for _ in range(128)]
    result = do_task(task)
    return replace(result, log=(str(len(held)),))


def abort(task: Task) -> TaskResult:
    """Dies as a library does that finds its memory broken."""
    os.abort()


def leave(task: Task) -> TaskResult:
    """Ends the process without an answer and without an error."""
    os._exit(0)


def raise_odd(task: Task) -> TaskResult:
    """Breaks by a fault of the program outside all stages."""
    raise LookupError(f"odd {task.path}")


def stop_while_answering(task: Task) -> TaskResult:
    """Stops when the answer is already on its way: its first bytes are written, the rest never comes."""
    _leave_pid(task)
    frame = inspect.currentframe()
    while frame is not None and "writer" not in frame.f_locals:
        frame = frame.f_back
    assert frame is not None
    os.write(frame.f_locals["writer"].fileno(), MIB.to_bytes(4, "big") + b"first bytes")
    os.kill(os.getpid(), signal.SIGSTOP)
    return do_task(task)


def main() -> None:
    """Starts a batch of one document that never answers, for a test that ends the batch itself."""
    from pipeline.batch.dispatch import run_tasks
    from pipeline.batch.local import local_workers

    work = {"hang": hang, "hold_interpreter": hold_interpreter, "leave_files": leave_files}[sys.argv[1]]
    with local_workers(1, work=work) as workers:
        list(run_tasks([make_task(sys.argv[2])], workers, tries=1, backoff=0.0))


if __name__ == "__main__":
    main()
