"""What a nightly batch costs: documents per second, the parent's share, its memory, nights without changes.

Asserted are results and slopes, never times; the tables are for who reads them.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from pipeline.batch.keys import make_keys
from pipeline.batch.store import Store
from pipeline.batch.task import do_task
from pipeline.ledger import AttemptRow, Ledger, RunStart, open_ledger
from schemas.batch import MIB, Keys, Task, TaskResult
from schemas.config import AuditConfig
from tests.batch.runs import documents
from tests.bench.conftest import Measured
from tests.bench.nights import Night, Taken, audit, night, until_first
from tests.bench.offices import WRONG_PER_REPORT, Reports, report_path
from tests.conftest import ROOT

SAMPLES = ROOT / "samples"
SMALL = 100
HELD = (100, 500, 1_000)
UNCHANGED = (200, 1_000, 5_000)
KIB_PER_DOCUMENT = 96
"""What one more small report with two findings may cost the command; its result alone takes about 40 KiB."""

ROUNDS = 100
TURNS = 3
NOON = "2024-02-03T12:00:00+07:00"

pytestmark = pytest.mark.bench


@pytest.fixture(scope="module")
def reports() -> Reports:
    return Reports()


def line(title: str, *cells: str | float) -> str:
    return f"{title:<44}{''.join(f'{cell:>10.2f}' if isinstance(cell, float) else f'{cell:>10}' for cell in cells)}"


def rate(title: str, count: int, one: Night, two: Night) -> list[str]:
    """A table of two runs over the same documents."""
    rows = [line(title, "s", "per s", "CPU s", "parent's")]
    for jobs, run in ((1, one), (2, two)):
        rows.append(line(f"{count} documents, --jobs {jobs}", run.seconds, count / run.seconds, run.every, run.own))
    return [*rows, f"with two workers {one.seconds / two.seconds:.2f} times as fast"]


def with_one_and_two(folder: Path, tmp_path: Path) -> tuple[Night, Night]:
    """The fastest of several runs each, turn by turn: what else the machine does only ever takes longer."""
    best: dict[int, Night] = {}
    for turn in range(TURNS):
        for jobs in (1, 2):
            run = night(folder, tmp_path / f"hasil-{jobs}-{turn}", "--jobs", str(jobs))
            assert run.counts["done"] > 0 and run.counts["unchanged"] == 0
            best[jobs] = min(best.get(jobs, run), run, key=lambda item: item.seconds)
    one, two = best[1], best[2]
    assert one.counts == two.counts and documents(one.run) == documents(two.run)
    return one, two


def test_two_workers_beside_one(reports: Reports, measured: Measured, tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    shutil.copytree(SAMPLES, folder, ignore=shutil.ignore_patterns("*.py", "*.md", "__pycache__"))
    reports.fill(folder / "kecil", range(SMALL))
    one, two = with_one_and_two(folder, tmp_path)
    assert one.counts["failed"] == 0
    measured.notes += rate("samples and small reports", one.counts["done"], one, two)


@pytest.mark.shared
def test_two_workers_on_the_reference_documents(shared_dir: Path, measured: Measured, tmp_path: Path) -> None:
    one, two = with_one_and_two(shared_dir / "documents", tmp_path)
    measured.notes += rate("reference documents", one.counts["done"], one, two)


def test_a_small_document_beside_an_audit(reports: Reports, measured: Measured, tmp_path: Path) -> None:
    """What isolation costs: a process for each document instead of one for all; start and end are taken off."""
    few, many = tmp_path / "sedikit", tmp_path / "banyak"
    reports.fill(few, range(4))
    reports.fill(many, range(4 + SMALL))

    def per_document(run: Callable[[Path], Taken]) -> tuple[float, float]:
        first, last = run(few), run(many)
        return 1000 * (last.own - first.own) / SMALL, 1000 * (last.workers - first.workers) / SMALL

    alone, others = per_document(lambda folder: audit(folder, tmp_path / "audit" / folder.name))
    parent, worker = per_document(lambda folder: night(folder, tmp_path / "batch" / folder.name))
    measured.notes += [
        line("CPU ms per small document", "audit", "worker", "parent"),
        line("", alone, worker, parent),
    ]
    assert others == 0 and min(alone, worker, parent) > 0


def test_start_of_the_command(reports: Reports, measured: Measured, tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    reports.fill(folder, range(10))
    first, last = until_first(folder, tmp_path / "hasil")
    assert first <= last
    measured.notes.append(f"first document {first:.2f} s after the start of the command, the tenth {last:.2f} s")


@dataclass(frozen=True, slots=True)
class Desk:
    """What the parent of a batch keeps results with."""

    store: Store
    ledger: Ledger
    keys: Keys
    task: Task
    result: TaskResult

    def attempt(self, number: int) -> AttemptRow:
        return AttemptRow(
            run_id="r",
            sha256=name_of(number),
            path=self.task.path,
            number=1,
            status=self.result.document.status.value,
            keys=self.keys,
            time_limit=self.task.time_limit,
            memory_limit=self.task.memory_limit,
            finished_at=NOON,
        )


def name_of(number: int) -> str:
    return f"{number:02x}{number:062x}"


@pytest.fixture(scope="module")
def read(reports: Reports, tmp_path_factory: pytest.TempPathFactory) -> tuple[Task, TaskResult]:
    """A small report as a worker gives it back."""
    path = report_path(tmp_path_factory.mktemp("masuk"), 1)
    path.parent.mkdir(parents=True)
    reports.write(path, 1)
    os.utime(path, (0, 0))
    config = AuditConfig()
    task = Task(
        path=str(path),
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        config=config,
        keys=make_keys(config),
        time_limit=60.0,
        memory_limit=1024 * MIB,
    )
    return task, do_task(task)


@pytest.fixture
def desk(read: tuple[Task, TaskResult], tmp_path: Path) -> Desk:
    task, result = read
    ledger = open_ledger(tmp_path / "capaian.sqlite")
    ledger.begin_run(
        RunStart(
            run_id="r", folder="f", started=NOON, host="h", pid=1, keys=task.keys, temporary="t", target="r"
        )
    )
    return Desk(Store(tmp_path / "simpanan"), ledger, task.keys, task, result)


@pytest.mark.parametrize("step", ["put_reading", "put_result", "record"])
def test_what_the_parent_does_with_a_document(
    benchmark: BenchmarkFixture, measured: Measured, desk: Desk, step: str
) -> None:
    def put_reading(number: int) -> None:
        desk.store.put_reading(name_of(number), desk.keys, desk.result.reading, desk.result.files)

    def put_result(number: int) -> None:
        desk.store.put_result(name_of(number), desk.keys, replace(desk.result.document, sha256=name_of(number)))

    def record(number: int) -> None:
        desk.ledger.record(desk.attempt(number))

    work = {"put_reading": put_reading, "put_result": put_result, "record": record}[step]
    numbers = iter(range(2 * ROUNDS))
    used = time.process_time()
    benchmark.pedantic(lambda: work(next(numbers)), rounds=ROUNDS)
    used = time.process_time() - used
    desk.ledger.close()
    stats = benchmark.stats.stats
    if step == "put_reading":
        measured.notes.append(line("ms per small document", "median", "most", "CPU"))
    measured.notes.append(line(step, 1000 * stats.median, 1000 * stats.max, 1000 * used / ROUNDS))
    if step == "put_reading":
        assert all(desk.store.files(name_of(number), desk.keys) for number in range(ROUNDS))
    elif step == "put_result":
        assert all(desk.store.has_result(name_of(number), desk.keys) for number in range(ROUNDS))


def test_memory_of_the_command_over_many_documents(reports: Reports, measured: Measured, tmp_path: Path) -> None:
    """A night that reads all, and one that reads one of them and holds all others from the store."""
    measured.notes.append(line("MiB held by the command at most", "all read", "one read", "findings"))
    peaks: dict[int, int] = {}
    for count in HELD:
        folder, out = tmp_path / f"masuk-{count}", tmp_path / f"hasil-{count}"
        reports.fill(folder, range(count))
        first = night(folder, out, "--jobs", "2")
        assert first.counts["done"] == count and first.findings == WRONG_PER_REPORT * count
        reports.write(report_path(folder, count // 2), count // 2, edition=2)
        second = night(folder, out)
        assert (second.counts["done"], second.counts["unchanged"]) == (1, count - 1)
        peaks[count] = first.peak_kib
        measured.notes.append(
            line(f"{count} documents", first.peak_kib / 1024, second.peak_kib / 1024, str(first.findings))
        )
    measured.notes.append(line("one of so many changed", "s", "CPU s", "parent's"))
    measured.notes.append(line(f"{count} documents", second.seconds, second.every, second.own))
    slope = (peaks[HELD[-1]] - peaks[HELD[0]]) / (HELD[-1] - HELD[0])
    measured.notes.append(f"each further document: {slope:.0f} KiB")
    assert slope < KIB_PER_DOCUMENT


def test_nights_without_changes(reports: Reports, measured: Measured, tmp_path: Path) -> None:
    """One archive that grows; every size is read once, then looked through again."""
    folder, out = tmp_path / "masuk", tmp_path / "hasil"
    measured.notes.append(line("unchanged night", "s", "CPU s", "MiB"))
    there = 0
    for count in UNCHANGED:
        reports.fill(folder, range(there, count))
        grown = night(folder, out, "--jobs", "2")
        assert (grown.counts["done"], grown.counts["unchanged"]) == (count - there, there)
        there = count
        runs = [night(folder, out) for _ in range(3)]
        assert all(run.counts["unchanged"] == count for run in runs)
        best = min(runs, key=lambda run: run.seconds)
        measured.notes.append(line(f"{count} files", best.seconds, best.every, best.peak_kib / 1024))
        assert best.workers == 0, "no worker is started"
