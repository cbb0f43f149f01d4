"""A batch that runs beside the test, seen from outside: its processes, its workers, its end."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass

import psutil

from tests.batch.runs import ROOT, command, environment
from tests.faults.batch_state import Archive

PATIENCE_S = 60.0


def wait_until(holds: Callable[[], object], what: str) -> None:
    """Waits as long as it takes within reason; what never comes fails the test."""
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end, f"in vain: {what}"
        time.sleep(0.002)


class Words:
    """What a process writes; it can be read at any time."""

    def __init__(self) -> None:
        self._file = os.fdopen(os.memfd_create("words"), "w+b")  # no disk of a test has to hold it
        self._read = b""

    def fileno(self) -> int:
        return self._file.fileno()

    def text(self) -> str:
        if not self._file.closed:
            self._read = os.pread(self.fileno(), 1 << 20, 0)
        return self._read.decode(errors="replace")

    def close(self) -> None:
        self.text()
        self._file.close()


@dataclass(frozen=True)
class Running:
    """A batch with its processes, which are a session of their own as those of a terminal are."""

    process: subprocess.Popen[bytes]
    said: Words
    complained: Words

    @property
    def pid(self) -> int:
        return self.process.pid

    def processes(self) -> list[psutil.Process]:
        """All that live, also those whose parent is gone."""
        return [process for process in psutil.process_iter() if _lives_in(process, self.pid)]

    def workers(self) -> list[psutil.Process]:
        """Processes that work on documents: they were forked from one that the batch started."""
        return [process for process in self.processes() if _grandparent(process) == self.pid]

    def worker(self) -> psutil.Process:
        """One that works, as soon as there is one."""
        found: list[psutil.Process] = []

        def look() -> bool:
            assert self.process.poll() is None, self.stderr
            found[:] = self.workers()
            return bool(found)

        wait_until(look, "a worker")
        return found[0]

    def alive(self) -> bool:
        return self.process.poll() is None

    def end(self) -> int:
        """Waits for its end and the end of all its processes; the exit code, negative for a signal."""
        code = self.process.wait(PATIENCE_S)
        wait_until(lambda: not self.processes(), f"the end of {self.processes()}")
        return code

    def kill(self) -> int:
        self.process.kill()
        return self.end()

    def signal_group(self, number: signal.Signals) -> None:
        """What Ctrl-C at a terminal does."""
        os.killpg(self.pid, number)

    @property
    def stdout(self) -> str:
        return self.said.text()

    @property
    def stderr(self) -> str:
        return self.complained.text()


def _lives_in(process: psutil.Process, session: int) -> bool:
    try:
        return os.getsid(process.pid) == session and process.status() != psutil.STATUS_ZOMBIE
    except (ProcessLookupError, psutil.NoSuchProcess):
        return False


def _grandparent(process: psutil.Process) -> int | None:
    try:
        parent = process.parent()
        return None if parent is None else parent.ppid()
    except psutil.NoSuchProcess:
        return None


@contextmanager
def started(place: Archive, *options: str, **more: str) -> Iterator[Running]:
    """A batch that is killed with all its processes when the block is left, should it still run."""
    with closing(Words()) as said, closing(Words()) as complained:
        process = subprocess.Popen(
            command(place.folder, place.out, *place.options, *options),
            cwd=ROOT,
            env=environment(**more),
            stdin=subprocess.DEVNULL,
            stdout=said.fileno(),
            stderr=complained.fileno(),
            start_new_session=True,
        )
        running = Running(process, said, complained)
        try:
            yield running
        finally:
            for left in running.processes():
                with suppress(psutil.NoSuchProcess):
                    left.kill()
            process.wait()
