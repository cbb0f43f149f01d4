"""Locks that PostgreSQL keeps for a program, and that die with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.ledger import LedgerError, open_ledger
from tests.ledger.ledger_values import start
from tests.ledger.test_faults import cut
from tests.postgres_server import Server

ROOT = Path(__file__).resolve().parent.parent.parent
HOLD = """
import sys
from pipeline.ledger import open_ledger
ledger = open_ledger(sys.argv[1])
print(ledger.try_advisory("/data"), flush=True)
sys.stdin.read()
"""


def test_sqlite_leaves_locking_to_the_caller(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.sqlite") as first, open_ledger(tmp_path / "a.sqlite") as second:
        assert not first.is_shared()
        assert first.try_advisory("/data")
        assert second.try_advisory("/data")
        assert first.lock_alive()


def test_a_lock_is_held_by_one_until_it_closes(postgres_url: str) -> None:
    with open_ledger(postgres_url) as second:
        with open_ledger(postgres_url) as first:
            assert first.is_shared()
            assert first.try_advisory("/data")
            assert first.try_advisory("/data")
            assert not second.try_advisory("/data")
            assert second.try_advisory("/lain")
            assert first.lock_alive()
        assert second.try_advisory("/data")


def test_a_lock_that_was_never_taken_is_not_alive(postgres_url: str) -> None:
    with open_ledger(postgres_url) as ledger:
        assert not ledger.lock_alive()


def test_a_lock_outlives_the_transactions_of_its_program(postgres_url: str) -> None:
    with open_ledger(postgres_url) as first, open_ledger(postgres_url) as second:
        assert first.try_advisory("/data")
        first.begin_run(start("r1"))
        with pytest.raises(LedgerError):
            first.begin_run(start("r1"))
        assert first.lock_alive()
        assert not second.try_advisory("/data")


def test_a_lock_whose_connection_was_cut_is_lost_for_good(postgres_server: Server, postgres_url: str) -> None:
    with open_ledger(postgres_url) as ledger:
        assert ledger.try_advisory("/data")
        cut(postgres_server, postgres_url)
        with open_ledger(postgres_url) as other:
            assert other.try_advisory("/data")
            assert not ledger.lock_alive()
            assert not ledger.lock_alive()
            assert not ledger.try_advisory("/data")
        ledger.begin_run(start("r1"))


def test_a_killed_program_gives_its_lock_back(postgres_server: Server, postgres_url: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, postgres_url], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        with open_ledger(postgres_url) as ledger:
            assert not ledger.try_advisory("/data")
            holder.kill()
            holder.wait()
            assert any(ledger.try_advisory("/data") or waited() for _ in range(200))


def waited() -> bool:
    """Lets the server notice the end of a program; its answer is that the lock is not there yet."""
    subprocess.run([sys.executable, "-S", "-E", "-c", ""], check=True)
    return False
