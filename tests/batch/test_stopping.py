"""Signals that come while other threads work."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.batch.dispatch import run_tasks
from pipeline.batch.durable import sync_all
from pipeline.batch.stopping import put_off
from schemas.batch import Task, TaskResult
from tests.batch.strange_work import make_task

BOTH = (signal.SIGINT, signal.SIGTERM)


@pytest.fixture(autouse=True)
def both_interrupt() -> Iterator[None]:
    """Both signals raise KeyboardInterrupt, as they do in the command."""
    before = {number: signal.signal(number, signal.default_int_handler) for number in BOTH}
    yield
    left = {number: signal.getsignal(number) for number in BOTH}
    for number, handler in before.items():
        signal.signal(number, handler)
    assert left == dict.fromkeys(BOTH, signal.default_int_handler)


@pytest.mark.parametrize("number", BOTH)
def test_a_signal_is_followed_where_one_looks_and_only_once(number: signal.Signals) -> None:
    steps = []
    with put_off() as look:
        look()
        signal.raise_signal(number)
        steps.append("after the signal")
        with pytest.raises(KeyboardInterrupt):
            look()
        look()
    assert steps


@pytest.mark.parametrize("number", BOTH)
def test_a_signal_that_nobody_looked_for_comes_at_the_end_of_the_block(number: signal.Signals) -> None:
    steps = []
    with pytest.raises(KeyboardInterrupt), put_off():
        signal.raise_signal(number)
        steps.append("after the signal")
    assert steps


def test_a_block_within_a_block_hands_its_signal_on() -> None:
    with put_off() as look:
        with put_off():
            signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            look()


def test_an_error_in_the_block_is_the_one_that_is_told() -> None:
    with pytest.raises(OSError, match="disk"), put_off():
        signal.raise_signal(signal.SIGINT)
        raise OSError("disk")


def test_what_is_ignored_stays_ignored() -> None:
    """A command that a script starts in the background ignores Ctrl-C, which is meant for others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with put_off() as look:
            signal.raise_signal(signal.SIGINT)
            look()
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def test_a_thread_beside_the_main_one_has_nothing_to_put_off() -> None:
    looked = []

    def work() -> None:
        with put_off() as look:
            look()
            looked.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert looked == [signal.default_int_handler]


class Waiting:
    """Workers that never answer."""

    size = 1

    def __init__(self) -> None:
        self.given: list[Future[TaskResult]] = []

    def submit(self, task: Task) -> Future[TaskResult]:
        self.given.append(Future())
        return self.given[-1]

    def lost(self, error: BaseException, task: Task) -> TaskResult:
        raise AssertionError(error)


def test_documents_in_hand_are_let_go_when_the_run_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_text("isi")
    workers = Waiting()
    with put_off() as look:
        signal.raise_signal(signal.SIGTERM)
        with (
            closing(run_tasks([make_task(path)], workers, tries=1, backoff=1.0, look=look)) as tries,
            pytest.raises(KeyboardInterrupt),
        ):
            next(tries)
    assert [future.cancelled() for future in workers.given] == [True]


def test_files_are_written_through_before_a_signal_is_followed(tmp_path: Path) -> None:
    asked = []

    def paths() -> Iterator[Path]:
        for number in range(3):
            path = tmp_path / str(number)
            path.touch()
            signal.raise_signal(signal.SIGINT)
            asked.append(path)
            yield path

    with pytest.raises(KeyboardInterrupt):
        sync_all(paths())
    assert len(asked) == 3
