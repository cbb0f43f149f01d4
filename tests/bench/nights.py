"""Nights of `capaian batch` and what each took."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.batch.runs import ROOT, command, environment, run_folders, summary

PATIENCE_S = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a command took.

    Attributes:
        seconds: from its start to its end.
        own: CPU seconds of the command itself. every: of all processes that it started, too.
        peak_kib: most memory that the command itself held.
    """

    seconds: float
    own: float
    every: float
    peak_kib: int

    @property
    def workers(self) -> float:
        """CPU seconds of all processes but the command itself."""
        return self.every - self.own


@dataclass(frozen=True, slots=True, kw_only=True)
class Night(Taken):
    """A run over a folder; `counts` are entries by outcome, `findings` those that are new."""

    run: Path
    counts: dict[str, int]
    findings: int


def taken(arguments: Sequence[str]) -> Taken:
    """Runs a command of this program to the end of all its processes."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.reaper", *arguments],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    assert record["code"] in {0, 1, 3}, done.stderr
    return Taken(seconds=record["seconds"], own=record["own"], every=record["all"], peak_kib=record["peak_kib"])


def night(folder: Path, out: Path, *options: str) -> Night:
    """A run of the whole command."""
    before = set(run_folders(out))
    took = taken(command(folder, out, "--quiet", *options))
    (run,) = set(run_folders(out)) - before
    record = summary(run)
    return Night(
        seconds=took.seconds,
        own=took.own,
        every=took.every,
        peak_kib=took.peak_kib,
        run=run,
        counts=record["counts"],
        findings=record["findings"]["new"],
    )


def audit(folder: Path, out: Path) -> Taken:
    """The same documents by `capaian audit`, one after the other in one process."""
    return taken([sys.executable, "-m", "pipeline.cli", "audit", str(folder), "--out", str(out)])


def until_first(folder: Path, out: Path, *options: str) -> tuple[float, float]:
    """Seconds from the start of the command until its first document is done, and until all are."""
    started = time.monotonic()
    with subprocess.Popen(
        command(folder, out, "--quiet", "--json-log", *options),
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        told = (json.loads(line) for line in process.stderr)
        moments = [time.monotonic() - started for record in told if "outcome" in record]
    assert process.returncode in {0, 1, 3} and moments
    return moments[0], moments[-1]
