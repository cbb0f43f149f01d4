from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from pipeline.batch.dispatch import Tried, run_tasks
from pipeline.batch.local import Work, local_workers
from pipeline.batch.task import do_task
from schemas.batch import MIB, Task
from schemas.result import Status
from tests.batch.strange_work import (
    ROOT,
    SAMPLES,
    abort,
    hang,
    hang_first,
    kind_of,
    leave,
    make_task,
    raise_odd,
    seen,
    seen_pid,
    stop_while_answering,
    take_memory,
    timeless,
    undisturbed,
    wait_for,
)
from tests.small_files import WRONG_ROW, write_docx, write_pdf


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return write_docx(tmp_path / "laporan.docx", (WRONG_ROW,))


def work_all(
    *tasks: Task, jobs: int = 1, tries: int = 3, work: Work = do_task, grace: float = 10.0
) -> list[Tried]:
    with local_workers(jobs, work=work, grace=grace) as workers:
        return list(run_tasks(tasks, workers, tries=tries, backoff=0.01))


def workers_of_this_test() -> list[psutil.Process]:
    """Processes below this one that were forked to work; not the one that they are forked from."""
    below = {process.pid: process for process in psutil.Process().children(recursive=True)}
    return [process for pid, process in below.items() if parent_of(process) in below]


def parent_of(process: psutil.Process) -> int | None:
    try:
        return process.ppid()
    except psutil.NoSuchProcess:
        return None


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """After every test no worker runs, is a zombie, or is left in the hands of another process."""
    yield
    assert workers_of_this_test() == []


@pytest.fixture
def in_background() -> Iterator[Callable[[Callable[[], object]], None]]:
    """Runs something beside the test and sees to it that it went well."""
    threads: list[threading.Thread] = []
    errors: list[BaseException] = []

    def start(function: Callable[[], object]) -> None:
        def guarded() -> None:
            try:
                function()
            except BaseException as error:
                errors.append(error)

        threads.append(threading.Thread(target=guarded))
        threads[-1].start()

    yield start
    for thread in threads:
        thread.join(60)
    assert not errors


def test_documents_come_out_as_in_this_process() -> None:
    paths = [
        SAMPLES / "lkjip/dinas-keliru.pdf",
        SAMPLES / "lkjip/dinas-keliru.docx",
        SAMPLES / "keputusan/iku-keliru.pdf",
        SAMPLES / "perjanjian/pk-kepala-dinas.docx",
    ]
    tried = work_all(*map(make_task, paths), jobs=2)
    assert [(item.number, item.last) for item in tried] == [(1, True)] * 4
    assert {item.task.path: timeless(item.result) for item in tried} == {
        str(path): undisturbed(path) for path in paths
    }
    assert any(item.result.document.findings for item in tried)
    assert all(item.result.reading and item.result.files for item in tried)


def test_what_was_read_before_is_only_checked(report: Path) -> None:
    first = do_task(make_task(report))
    (tried,) = work_all(make_task(report, reading=first.reading))
    assert timeless(tried.result) == timeless(first)
    assert tried.result.reading == tried.result.files == b""


def test_every_document_has_a_process_of_its_own(tmp_path: Path) -> None:
    paths = [write_docx(tmp_path / f"{number}.docx") for number in range(3)]
    with local_workers(2, work=hang) as workers:
        for path in paths:
            workers.submit(make_task(path))
        pids = {seen_pid(path) for path in paths[:2]}
        assert pids == {process.pid for process in workers_of_this_test()}
        assert len(pids) == workers.size == 2
        assert not seen(paths[2]).exists()


def test_a_killed_worker_costs_one_try(report: Path, in_background: Callable[[Callable[[], object]], None]) -> None:
    def kill() -> None:
        pid = seen_pid(report)
        assert pid in {process.pid for process in workers_of_this_test()}
        psutil.Process(pid).kill()

    in_background(kill)
    first, second = work_all(make_task(report), work=hang_first)
    assert kind_of(first.result) == "crashed"
    assert "SIGKILL" in first.result.document.problems[0].message
    assert (first.number, first.last, first.result.may_pass) == (1, False, True)
    assert 0 < first.seconds < 60
    assert (second.number, second.last) == (2, True)
    assert timeless(second.result) == undisturbed(report)


def test_a_stopped_worker_meets_the_time_limit(
    report: Path, in_background: Callable[[Callable[[], object]], None]
) -> None:
    in_background(lambda: psutil.Process(seen_pid(report)).suspend())
    first, second = work_all(make_task(report, time_limit=3.0), work=hang_first)
    assert kind_of(first.result) == "time-limit"
    assert "3 detik" in first.result.document.problems[0].message
    assert not first.last
    assert timeless(second.result) == undisturbed(report)


def test_a_hanging_document_is_tried_twice_and_holds_up_no_other(tmp_path: Path) -> None:
    pages = write_pdf(tmp_path / "banyak.pdf", repeat=400)
    good = [SAMPLES / "lkjip/irigasi-2023.docx", SAMPLES / "lkjip/irigasi-2023.pdf"]
    tasks = [make_task(pages, time_limit=0.4), *map(make_task, good)]
    tried = work_all(*tasks, jobs=2, tries=5)
    slow = [item for item in tried if item.task.path == str(pages)]
    assert [(kind_of(item.result), item.number, item.last) for item in slow] == [
        ("time-limit", 1, False),
        ("time-limit", 2, True),
    ]
    assert [item.result.document.status for item in tried if item not in slow] == [Status.OK] * 2


def test_a_worker_that_stops_in_the_middle_of_its_answer_is_ended(report: Path) -> None:
    (tried,) = work_all(make_task(report, time_limit=1.0), work=stop_while_answering, tries=1, grace=0.5)
    assert kind_of(tried.result) == "time-limit"
    assert not psutil.pid_exists(seen_pid(report))


@pytest.mark.parametrize(
    ("work", "kind", "words"),
    [(abort, "crashed", "SIGABRT"), (leave, "crashed", "kode 0"), (raise_odd, "crashed", "LookupError: odd")],
)
def test_a_worker_that_gives_no_answer_costs_its_document(report: Path, work: Work, kind: str, words: str) -> None:
    tried = work_all(make_task(report), work=work, tries=2)
    assert [(kind_of(item.result), item.last) for item in tried] == [(kind, False), (kind, True)]
    assert words in tried[0].result.document.problems[0].message
    assert tried[0].result.document.sha256 == make_task(report).sha256


def test_the_memory_limit_is_a_failure_of_the_document(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "besar.pdf", repeat=100)
    (tried,) = work_all(make_task(path, memory_limit=4 * MIB))
    assert kind_of(tried.result) == "memory-limit"
    assert "batas 4 MiB, --memory-limit" in tried.result.document.problems[0].message
    assert (tried.last, tried.result.may_pass) == (True, False)
    assert tried.result.document.path == str(path)


@pytest.mark.parametrize(("limit", "enough"), [(512 * MIB, False), (2048 * MIB, True)])
def test_the_memory_limit_counts_what_the_document_takes(report: Path, limit: int, enough: bool) -> None:
    (tried,) = work_all(make_task(report, memory_limit=limit), work=take_memory, tries=1)
    assert (tried.result.document.status is Status.OK) is enough
    if not enough:
        assert "MemoryError" in tried.result.document.problems[0].message


def test_leaving_ends_what_is_in_hand(report: Path) -> None:
    with local_workers(1, work=hang) as workers:
        future = workers.submit(make_task(report))
        pid = seen_pid(report)
        assert psutil.pid_exists(pid)
    assert future.cancelled()
    assert not psutil.pid_exists(pid)


def test_an_error_of_the_batch_ends_what_is_in_hand(report: Path) -> None:
    with pytest.raises(KeyboardInterrupt), local_workers(1, work=hang) as workers:
        workers.submit(make_task(report))
        pid = seen_pid(report)
        raise KeyboardInterrupt
    assert not psutil.pid_exists(pid)


def test_closing_the_tries_ends_what_is_in_hand_and_leaves_the_workers_usable(tmp_path: Path) -> None:
    paths = [write_docx(tmp_path / f"{number}.docx") for number in range(3)]
    seen(paths[0]).touch()
    with local_workers(1, work=hang_first) as workers:
        tries = run_tasks(map(make_task, paths), workers, tries=1, backoff=0.0)
        assert next(tries).result.document.status is Status.OK
        pid = seen_pid(paths[1])
        tries.close()
        assert not psutil.pid_exists(pid)
        assert not seen(paths[2]).exists()
        (tried,) = run_tasks([make_task(paths[1])], workers, tries=1, backoff=0.0)
        assert timeless(tried.result) == undisturbed(paths[1])


def test_a_document_that_waits_can_be_taken_back(tmp_path: Path) -> None:
    first, second = (write_docx(tmp_path / f"{number}.docx") for number in range(2))
    with local_workers(1, work=hang) as workers:
        workers.submit(make_task(first))
        seen_pid(first)
        waiting = workers.submit(make_task(second))
        assert waiting.cancel()
    assert not seen(second).exists()


def batch_process(work: str, path: Path, **environment: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.batch.strange_work", work, str(path)]
    return subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True, env=os.environ | environment
    )


@pytest.mark.parametrize("work", ["hang", "hold_interpreter"])
def test_no_worker_outlives_a_batch_that_was_killed(report: Path, work: str) -> None:
    with batch_process(work, report) as batch:
        worker = psutil.Process(seen_pid(report))
        family = [worker, *worker.parents()[:1], *psutil.Process(batch.pid).children(recursive=True)]
        batch.kill()
        _, alive = psutil.wait_procs(family, timeout=30)
        assert alive == []


def test_ctrl_c_ends_batch_and_workers_without_a_word_of_theirs(report: Path) -> None:
    with batch_process("hang", report) as batch:
        family = psutil.Process(batch.pid).children(recursive=True)
        assert seen_pid(report) in {process.pid for process in psutil.Process(batch.pid).children(recursive=True)}
        os.killpg(batch.pid, signal.SIGINT)  # as a terminal does: to all processes of the command
        _, told = batch.communicate(timeout=60)
        _, alive = psutil.wait_procs(family, timeout=30)
    assert alive == []
    assert told.decode().count("Traceback") == 1 and told.decode().endswith("KeyboardInterrupt\n")
    assert "semaphore" not in told.decode()


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
def test_what_a_killed_worker_leaves_goes_with_the_batch(report: Path, tmp_path: Path, end: signal.Signals) -> None:
    scratch = tmp_path / "sementara"
    scratch.mkdir()
    with batch_process("leave_files", report, TMPDIR=str(scratch)) as batch:
        seen_pid(report)
        family = psutil.Process(batch.pid).children(recursive=True)
        assert [path.name for path in scratch.rglob("*.csv")] == ["setengah.csv"]
        batch.send_signal(end)
        psutil.wait_procs(family, timeout=30)
    assert [path for path in scratch.iterdir() if path.name.startswith("capaian-")] == []


def test_no_thread_or_descriptor_is_left(report: Path) -> None:
    work_all(make_task(report))
    wait_for(lambda: not [item for item in threading.enumerate() if item.name.startswith("capaian")])
    gc.collect()
    before = psutil.Process().num_fds()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for _ in range(3):
            work_all(make_task(report))
    wait_for(lambda: not [item for item in threading.enumerate() if item.name.startswith("capaian")])
    gc.collect()
    assert psutil.Process().num_fds() <= before
