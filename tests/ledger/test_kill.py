"""A program that is killed while it writes: the ledger is as it was before, or as it should be after."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from multiprocessing import get_context
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from pipeline.ledger import Ledger, LedgerDocument, RunState, open_ledger
from schemas.result import Tally
from tests.ledger.ledger_values import FOLDER, X, Y, Z, attempt, document, finish, night, start, tables

YESTERDAY = (document(X, "a.pdf", words=["1", "2"], HIT001=Tally(ok=1)), document(Y, "b.pdf", words=["3"]))
TONIGHT = (document(Z, "a.pdf", words=["2", "4"], HIT001=Tally(ok=2, unchecked={"arah": 1})),)


def begun(address: str) -> None:
    """A ledger with a finished run and one that runs."""
    with open_ledger(address) as ledger:
        night(ledger, "r1", *YESTERDAY)
        ledger.begin_run(start("r2"))
        ledger.record(attempt("r2", Z))


def die_at(ledger: Ledger, number: int) -> None:
    """Kills this process before its statement of a number; statements are counted from 1, a commit is one too."""
    numbers = count(1)

    def step(*_: Any) -> None:
        if next(numbers) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(ledger._engine, "before_cursor_execute", step)
    event.listen(ledger._engine, "commit", step)


def commit(address: str, documents: tuple[LedgerDocument, ...], number: int) -> None:
    ledger = open_ledger(address)
    die_at(ledger, number)
    ledger.commit_run(finish("r2", *documents))


def record(address: str, number: int) -> None:
    ledger = open_ledger(address)
    die_at(ledger, number)
    ledger.record(attempt("r2", X, number=2, status="failed"))


@contextmanager
def another_process(task: Any, *arguments: object) -> Iterator[ForkProcess]:
    process = get_context("fork").Process(target=task, args=arguments)
    process.start()
    yield process
    process.join(60)
    assert process.exitcode in (0, -signal.SIGKILL)


def test_a_commit_that_is_killed_at_any_statement_is_none(address: str, tmp_path: Path) -> None:
    reference = f"sqlite:///{tmp_path / 'semestinya.sqlite'}"
    begun(reference)
    with open_ledger(reference) as ledger:
        told = ledger.commit_run(finish("r2", *TONIGHT))
    begun(address)
    before = tables(address)
    for number in count(1):
        with another_process(commit, address, TONIGHT, number) as process:
            pass
        if process.exitcode == 0:
            break
        assert tables(address) == before
        with open_ledger(address) as ledger:
            assert ledger.diff("r2", FOLDER, TONIGHT) == told
    assert number > 10
    assert tables(address) == tables(reference)


def test_an_attempt_that_is_killed_at_any_statement_is_none(address: str) -> None:
    begun(address)
    before = tables(address)
    for number in count(1):
        with another_process(record, address, number) as process:
            pass
        if process.exitcode == 0:
            break
        assert tables(address) == before
    assert number > 2
    assert len(tables(address)["attempt"]) == len(before["attempt"]) + 1


@pytest.mark.parametrize("part", range(8))
def test_a_commit_that_is_killed_at_any_moment_is_whole_or_none(tmp_path: Path, part: int) -> None:
    """The moments are spread over the time that a commit of this size takes here."""
    address = f"sqlite:///{tmp_path / 'capaian.sqlite'}"
    begun(address)
    before = tables(address)
    many = (document(Z, "a.pdf", words=[f"angka {number}" for number in range(1_500)]),)
    with another_process(commit, address, many, 0) as process:
        process.join(0.03 * part)
        process.kill()
    with open_ledger(address) as ledger:
        last = ledger.last_finished(FOLDER)
        assert last is not None
        if last.run_id == "r1":
            assert tables(address) == before
            ledger.commit_run(finish("r2", *many))
        assert [run.run_id for run in ledger.unfinished_runs(FOLDER)] == []
        assert len([line for line in ledger.findings(FOLDER) if line.state == "new"]) == 1_500
        assert {line.state.value for line in ledger.findings(FOLDER)} == {"new", "fixed", "gone"}


def test_the_next_run_finds_what_a_killed_one_left(address: str) -> None:
    begun(address)
    with another_process(commit, address, TONIGHT, 3) as process:
        pass
    assert process.exitcode == -signal.SIGKILL
    with open_ledger(address) as ledger:
        assert [run.run_id for run in ledger.unfinished_runs(FOLDER)] == ["r2"]
        ledger.set_state("r2", RunState.ABANDONED)
        assert list(ledger.last_attempts()) == [Z]
        ledger.begin_run(start("r3"))
        diff = ledger.commit_run(finish("r3", *TONIGHT))
        assert [len(lines) for lines in (diff.new, diff.open, diff.fixed, diff.gone)] == [1, 1, 1, 1]
