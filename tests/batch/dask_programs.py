"""A Dask cluster as its users start it, every scheduler and worker a process that a test can end."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil

from tests.batch.runs import ROOT, environment
from tests.batch.strange_work import wait_for
from tests.postgres_server import free_port

Program = subprocess.Popen[bytes]


class DaskPrograms:
    """A scheduler and the workers that were added to it.

    Args:
        folder: for what the programs write and say.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._programs: list[Program] = []
        port = str(free_port())
        self.address = f"tcp://127.0.0.1:{port}"
        self.scheduler = self._start(ROOT, "scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard")

    def add_worker(self, program: Path = ROOT) -> Program:
        """A worker for one document at a time that nobody starts again; `program` is where its `capaian` lies."""
        scratch = self._folder / f"kerja-{len(self._programs)}"
        return self._start(
            program, "worker", self.address, "--nworkers", "1", "--nthreads", "1", "--no-nanny", "--no-dashboard",
            "--local-directory", str(scratch),
        )  # fmt: skip

    def stop(self) -> None:
        """Ends all that still run."""
        for program in self._programs:
            program.kill()
            program.wait()

    def _start(self, root: Path, *arguments: str) -> Program:
        with (self._folder / f"dask-{len(self._programs)}.log").open("wb") as said:
            program = subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments],
                cwd=root,
                env=environment(PYTHONPATH=str(root)),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )
        self._programs.append(program)
        return program


@contextmanager
def dask_programs(folder: Path, workers: int = 2, program: Path = ROOT) -> Iterator[tuple[DaskPrograms, list[Program]]]:
    """A cluster that is ready, and its workers."""
    programs = DaskPrograms(folder)
    try:
        added = [programs.add_worker(program) for _ in range(workers)]
        wait_for_workers(programs.address, workers)
        yield programs, added
    finally:
        programs.stop()


@contextmanager
def client_of(address: str) -> Iterator[Any]:
    """A connection of the test's own to a scheduler."""
    import distributed

    with distributed.Client(address, timeout=60, set_as_default=False) as client:
        yield client


def wait_for_workers(address: str, count: int) -> None:
    """Waits until exactly so many workers are known to the scheduler."""
    with client_of(address) as client:
        wait_for(lambda: len(client.nthreads()) == count)


def hold_document(worker: int) -> psutil.Process:
    """Stops the process in which a worker has a document, as soon as it has one: it stays in hand.

    Args:
        worker: process id of the worker.
    """
    held: list[psutil.Process] = []

    def hold() -> bool:
        with suppress(psutil.NoSuchProcess):
            for process in psutil.Process(worker).children(recursive=True):
                if "pipeline.batch.isolated" in " ".join(process.cmdline()):
                    process.suspend()
                    held.append(process)
                    return process.status() == psutil.STATUS_STOPPED
        return False

    wait_for(hold)
    return held[-1]


def has_ended(document: psutil.Process) -> bool:
    """Whether a process that was stopped by `hold_document` ends by itself now that it may go on."""
    with suppress(psutil.NoSuchProcess):
        document.resume()
        document.wait(timeout=60)
    return not document.is_running()
