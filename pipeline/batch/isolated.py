"""Works on one document in a process of its own, below a worker of a cluster.

The worker lives on whatever the document does to that process: it may hang, crash or run out of memory. Run as a
program, this module is that process: the task comes in on its standard input, the result goes out on its standard
output.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from typing import BinaryIO

from pipeline.batch.keys import make_keys
from pipeline.batch.limits import confined, die_with
from pipeline.batch.lost import OtherVersionError, WorkerDiedError, lost_result
from pipeline.batch.task import do_task
from schemas.batch import Task, TaskResult
from schemas.errors import KamusError

START_S = 20.0
"""Seconds that loading the program may take, above the time limit of the document."""

OTHER_VERSION = 64
"""Exit code of the process when it refuses a task of another version."""

_LOOK_S = 1.0


def do_isolated(task: Task, wanted: Callable[[], bool] = lambda: True) -> TaskResult:
    """Has a process of its own work on a document; what happens to that process becomes a failed document.

    Args:
        task: the document, its path as this machine knows it.
        wanted: asked every second whether somebody still waits for the answer; if not, the process is ended.

    Raises:
        OtherVersionError: when program, libraries, settings or kamus here are not those of the task.
    """
    started = time.monotonic()
    try:
        code, answer = _run(task, started + task.time_limit + START_S, wanted)
    except TimeoutError as error:
        return lost_result(error, task)
    if code == OTHER_VERSION:
        raise OtherVersionError(task.keys.tool)
    if code != 0:
        return lost_result(WorkerDiedError(code, time.monotonic() - started), task)
    result = pickle.loads(answer)
    assert isinstance(result, TaskResult)  # the process wrote nothing else
    return result


def _run(task: Task, until: float, wanted: Callable[[], bool]) -> tuple[int, bytes]:
    """Exit code and output of the process, which the kernel ends when this one ends.

    Raises:
        TimeoutError: when it was not done in time, or nobody waits for it any more.
    """
    life, held = os.pipe()
    try:
        with subprocess.Popen(
            [sys.executable, "-m", "pipeline.batch.isolated", str(life)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=(life,),
        ) as child:
            try:
                return _answer(child, pickle.dumps(task), until, wanted)
            finally:
                child.kill()
    finally:
        os.close(life)
        os.close(held)


def _answer(
    child: subprocess.Popen[bytes], question: bytes, until: float, wanted: Callable[[], bool]
) -> tuple[int, bytes]:
    given: bytes | None = question
    while True:
        try:
            answer, _ = child.communicate(given, timeout=_LOOK_S)
            return child.returncode, answer
        except subprocess.TimeoutExpired:
            given = None
            if time.monotonic() > until or not wanted():
                raise TimeoutError from None


def main(life: int, question: BinaryIO) -> int:
    """Answers one task.

    Args:
        life: reading end of a pipe that is open as long as somebody waits for the answer.
        question: where the task comes from.

    Returns:
        The exit code.
    """
    die_with(life)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with os.fdopen(os.dup(1), "wb") as answer:
        os.dup2(2, 1)  # what a library prints is no part of the answer
        task = pickle.load(question)
        if not is_ours(task):
            return OTHER_VERSION
        with confined(task.time_limit, task.memory_limit):
            result = do_task(task)
        pickle.dump(result, answer, protocol=pickle.HIGHEST_PROTOCOL)
    return 0


def is_ours(task: Task) -> bool:
    """Whether a document would come out here as it would where the task was made."""
    try:
        keys = make_keys(task.config)
    except KamusError:
        return False
    return (keys.reading, keys.checking) == (task.keys.reading, task.keys.checking)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.stdin.buffer))
