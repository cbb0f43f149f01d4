"""Locks that PostgreSQL keeps for a program, and that die with it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.ledger import LedgerError, open_ledger
from tests.ledger.ledger_values import start
from tests.ledger.test_faults import cut
from tests.postgres_server import Server

ROOT = Path(__file__).resolve().parent.parent.parent
TCP = Path("/proc/net/tcp")
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


@pytest.mark.skipif(not TCP.exists(), reason="connections are listed here by Linux alone")
def test_the_server_soon_misses_a_machine_that_is_gone(postgres_server: Server, postgres_url: str) -> None:
    """A machine without power sends no farewell: its lock ends when the server asks and nobody answers."""
    with open_ledger(postgres_url) as ledger:
        assert ledger.try_advisory("/data")
        (mine,) = postgres_server.rows(
            "SELECT client_port FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory'"
        )
        ports = postgres_server.port, mine[0]
        assert any(0 < seconds_to_question(*ports) <= 60 or waited() for _ in range(200))


def seconds_to_question(ours: int, theirs: int) -> float:
    """When the kernel asks the other side of a connection whether it is there; 0 while it does not mean to."""
    lines = (line.split() for line in TCP.read_text(encoding="ascii").splitlines()[1:])
    (timer,) = (line[5] for line in lines if line[1].endswith(f":{ours:04X}") and line[2].endswith(f":{theirs:04X}"))
    kind, _, ticks = timer.partition(":")
    return int(ticks, 16) / os.sysconf("SC_CLK_TCK") if kind == "02" else 0.0


def waited() -> bool:
    """Lets the server notice something; its answer is that it has not done so yet."""
    subprocess.run([sys.executable, "-S", "-E", "-c", ""], check=True)
    return False
