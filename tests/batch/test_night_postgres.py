"""Nights whose ledger is in PostgreSQL, through the front door."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import cycle
from pathlib import Path
from typing import Any

import psutil
import pytest

from pipeline.ledger import open_ledger
from tests.batch.archive import write_small
from tests.batch.ledger_rows import ledger_rows, query, recorded
from tests.batch.runs import batch, documents, leftovers, manifest, outcomes, run_folders, summary
from tests.batch.strange_work import wait_for
from tests.faults.batch_process import Running, started
from tests.faults.batch_state import archive
from tests.postgres_server import NAMES, Server
from tests.small_files import GOOD_ROWS, WRONG_ROW, write_docx

CODE = 3
"""Exit code of a night over a folder with one file that is no document."""

PASSWORD = "r@h/as:ia 7%"
ENCODED = "r%40h%2Fas%3Aia%207%25"


def fill(folder: Path) -> Path:
    """Three documents and a file that is none."""
    (folder / "2023").mkdir(parents=True)
    write_docx(folder / "a.docx", (*GOOD_ROWS, WRONG_ROW))
    write_small(folder / "2023" / "b.docx", 1)
    write_small(folder / os.fsdecode(b"c\xff \\.docx"), 3)
    (folder / "rusak.pdf").write_text("bukan PDF\n")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that the test changes."""
    return fill(tmp_path / "masuk")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that stays as it is."""
    return fill(tmp_path_factory.mktemp("tetap") / "masuk")


@pytest.fixture(scope="module")
def undisturbed(place: Path) -> Path:
    """The results of a night over it in which nothing happened."""
    return night(place, place.parent / "tenang")


@pytest.fixture
def secret_url(postgres_server: Server) -> Iterator[str]:
    """Address of an empty database whose owner has to give a password."""
    name = f"uji_{next(NAMES)}"
    postgres_server.run(f"CREATE ROLE sandi LOGIN PASSWORD '{PASSWORD}'", f"CREATE DATABASE {name} OWNER sandi")
    yield postgres_server.url(name, "sandi", ENCODED)
    postgres_server.run(f"DROP DATABASE {name} WITH (FORCE)", "DROP ROLE sandi")


def night(folder: Path, out: Path, *options: str, code: int = CODE, **more: str) -> Path:
    """A run to its end; its run folder."""
    done = batch(folder, out, "--jobs", "2", "--format", "csv", *options, **more)
    assert (done.returncode, done.stderr) == (code, ""), done.stdout
    return run_folders(out)[-1]


def change_and_copy(folder: Path) -> None:
    write_docx(folder / "a.docx")
    write_small(folder / "d.docx", 6)
    (folder / "salinan").mkdir()
    shutil.copy(folder / "2023" / "b.docx", folder / "salinan" / "b.docx")


def move_and_fail(folder: Path) -> None:
    (folder / "lama").mkdir()
    (folder / "d.docx").rename(folder / "lama" / "d.docx")
    (folder / "a.docx").unlink()
    (folder / "a.docx").symlink_to("tidak-ada.docx")


def remove_and_mend(folder: Path) -> None:
    (folder / "a.docx").unlink()
    shutil.rmtree(folder / "lama")
    write_docx(folder / "a.docx", (*GOOD_ROWS, WRONG_ROW))
    (folder / "rusak.pdf").unlink()
    write_small(folder / "rusak.pdf", 2)


def nothing(folder: Path) -> None:
    """A quiet day."""


HISTORY: tuple[tuple[Callable[[Path], None], int, tuple[str, ...]], ...] = (
    (nothing, 3, ()),
    (change_and_copy, 3, ("--retry-failed",)),
    (move_and_fail, 3, ()),
    (nothing, 3, ("--quiet", "--json-log")),
    (remove_and_mend, 1, ()),
)
"""What happens before each night, how it ends, and how it is called."""


def test_a_history_of_nights_is_the_same_in_both_databases_and_the_password_is_never_shown(
    folder: Path, tmp_path: Path, secret_url: str
) -> None:
    sqlite, postgres = tmp_path / "sqlite", tmp_path / "postgres"
    settings = tmp_path / "malam.toml"
    settings.write_text(f'settle_seconds = 0\ndb = "{secret_url}"\n')
    ways: tuple[tuple[tuple[str, ...], dict[str, str]], ...] = (
        (("--db", secret_url), {}), ((), {"CAPAIAN_DB": secret_url}), (("--config", str(settings)), {}),
    )  # fmt: skip
    said = ""
    for (happens, code, options), (way, variables) in zip(HISTORY, cycle(ways), strict=False):
        happens(folder)
        here = batch(folder, sqlite, "--jobs", "2", "--format", "csv", *options)
        there = batch(folder, postgres, "--jobs", "2", "--format", "csv", *options, *way, **variables)
        assert (here.returncode, there.returncode) == (code, code), there.stderr
        assert ledger_rows(f"sqlite:///{sqlite / 'capaian.sqlite'}") == ledger_rows(secret_url)
        ours, theirs = run_folders(sqlite)[-1], run_folders(postgres)[-1]
        assert documents(ours) == documents(theirs)
        assert (outcomes(ours), changed(ours)) == (outcomes(theirs), changed(theirs))
        assert not leftovers(postgres)
        said += there.stdout + there.stderr
    assert not (postgres / "capaian.sqlite").exists()
    assert "postgresql://sandi:***@127.0.0.1" in said  # what is hidden would have been told
    assert not [secret for secret in (PASSWORD, ENCODED) if secret in said]
    assert places_of(postgres, PASSWORD, ENCODED) == []


def changed(run: Path) -> Any:
    return summary(run)["findings"], summary(run)["counts"]


def places_of(folder: Path, *secrets: str) -> list[Path]:
    """Files that hold one of the texts."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert any(path.name == "run.log" for path in files)
    return [path for path in files if any(secret.encode() in path.read_bytes() for secret in secrets)]


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("sandi@127.0.0.1:{port}/{name}", "nama pengguna atau kata sandi ditolak"),
        (f"sandi:{ENCODED}@127.0.0.1:1/{{name}}", "server tidak dapat dihubungi"),
        (f"sandi:{ENCODED}@127.0.0.1:{{port}}/{{name}}?sslmode=mungkin", "sslmode=mungkin"),
        (f"sandi:{PASSWORD}@127.0.0.1:{{port}}/{{name}}", "lebih dari satu @"),
        ("sandi:sa lah@127.0.0.1:{port}/{name}", "nama pengguna atau kata sandi ditolak"),
    ],
)
def test_a_database_that_cannot_be_used_ends_the_command_without_showing_the_password(
    place: Path, tmp_path: Path, secret_url: str, address: str, says: str
) -> None:
    port, _, name = secret_url.rpartition(":")[2].partition("/")
    named = f"postgresql://{address.format(port=port, name=name)}"
    done = batch(place, tmp_path / "hasil", "--json-log", CAPAIAN_DB=named)
    assert done.returncode == 2 and says in done.stderr and "Traceback" not in done.stderr
    said = done.stdout + done.stderr
    assert not [secret for secret in ("sa lah", PASSWORD, PASSWORD[3:], ENCODED) if secret in said]
    assert run_folders(tmp_path / "hasil") == []


@pytest.fixture
def fallible(postgres_server: Server) -> Iterator[Server]:
    """The server, which the test may stop; it runs again afterwards."""
    yield postgres_server
    postgres_server.start_again()


def beside(folder: Path, out: Path, url: str) -> Any:
    """A run that goes on beside the test."""
    return started(archive(folder, out), "--format", "csv", CAPAIAN_DB=url)


def hold_worker(running: Running) -> psutil.Process:
    """Stops a worker with its document, so that the run stays in its middle."""
    held: list[psutil.Process] = []

    def hold() -> bool:
        with suppress(psutil.NoSuchProcess):
            for process in running.workers():
                process.suspend()
                held.append(process)
                return process.status() == psutil.STATUS_STOPPED
        return False

    wait_for(hold)
    return held[-1]


def run_ids(url: str) -> list[str]:
    """Ids of the runs that the ledger knows."""
    return [run_id for (run_id,) in query(url, "select run_id from run order by number")]


class Trap:
    """Has the database do something in the middle of a transaction: before a row is written to a table."""

    def __init__(self, server: Server, url: str, table: str, body: str) -> None:
        open_ledger(url).close()  # makes the tables
        self._server = server
        self._database = url.rpartition("/")[2]
        self._table = table
        self._run(
            f"CREATE FUNCTION jebakan() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} RETURN NEW; END $$",
            f"CREATE TRIGGER jebakan BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION jebakan()",
        )

    def wait(self, event: str) -> None:
        """Waits until a session of the database waits for an event."""
        waiting = f"SELECT 1 FROM pg_stat_activity WHERE datname = '{self._database}' AND wait_event = '{event}'"
        wait_for(lambda: self._server.rows(waiting))

    def remove(self) -> None:
        self._run(f"DROP TRIGGER jebakan ON {self._table}", "DROP FUNCTION jebakan")

    def _run(self, *statements: str) -> None:
        self._server.run(*statements, database=self._database)


@pytest.mark.parametrize(("table", "rows", "finished"), [("attempt", 2, 2), ("path", 0, 4)])
def test_a_server_that_goes_away_costs_the_night_and_nothing_that_was_finished(
    place: Path, tmp_path: Path, fallible: Server, postgres_url: str, undisturbed: Path,
    table: str, rows: int, finished: int,
) -> None:  # fmt: skip
    out = tmp_path / "hasil"
    sleep = f"IF (SELECT count(*) FROM {table}) >= {rows} THEN PERFORM pg_sleep(600); END IF;"
    trap = Trap(fallible, postgres_url, table, sleep)
    with beside(place, out, postgres_url) as running:
        trap.wait("PgSleep")
        fallible.stop()
        assert_lost(running)
    fallible.start()
    trap.remove()
    assert recorded(postgres_url) == finished
    stored = len(list(out.glob("simpanan/*/*/*/hasil-*.bin")))
    assert stored >= recorded(postgres_url, "ok")
    run = night(place, out, CAPAIAN_DB=postgres_url)
    assert documents(run) == documents(undisturbed)
    assert [line["outcome"] for line in manifest(run)].count("unchanged") == stored
    assert recorded(postgres_url, "ok") == 3 and recorded(postgres_url) == 4
    assert summary(run)["interrupted_runs"] == run_ids(postgres_url)[:1]
    assert query(postgres_url, "select state from run order by number") == [("abandoned",), ("done",)]
    assert run_folders(out) == [run] and leftovers(out) == []


def assert_lost(running: Running) -> None:
    """The run ended because the database went away, and says so in one line."""
    assert running.end() == 5
    assert running.stderr.startswith("capaian: Basis data postgresql://capaian@127.0.0.1")
    assert "periksa server" in running.stderr and "jalankan lagi" in running.stderr
    assert running.stderr.count("\n") == 1 and running.stdout == ""


def test_a_night_that_the_database_has_counts_although_its_answer_never_came(
    place: Path, tmp_path: Path, fallible: Server, postgres_url: str, undisturbed: Path
) -> None:
    """The server writes the end of the run down, waits for a copy of itself that is not there, and goes away."""
    out, database = tmp_path / "hasil", postgres_url.rpartition("/")[2]
    trap = Trap(fallible, postgres_url, "path", "PERFORM set_config('synchronous_commit', 'on', true);")
    fallible.run(
        f"ALTER DATABASE {database} SET synchronous_commit = 'local'",
        "ALTER SYSTEM SET synchronous_standby_names = 'tidak_ada'",
        "SELECT pg_reload_conf()",
    )
    try:
        with beside(place, out, postgres_url) as running:
            trap.wait("SyncRep")
            fallible.stop()
            assert_lost(running)
    finally:
        fallible.start_again()
        fallible.run("ALTER SYSTEM RESET synchronous_standby_names", "SELECT pg_reload_conf()")
    trap.remove()
    assert query(postgres_url, "select state from run") == [("committed",)]
    run = night(place, out, CAPAIAN_DB=postgres_url)
    first, second = run_folders(out)
    assert [first.name, second.name] == run_ids(postgres_url) and run == second
    assert summary(run)["unchanged"] and summary(run)["interrupted_runs"] == []
    assert documents(first) == documents(second) == documents(undisturbed)
    assert query(postgres_url, "select state, exit_code from run") == [("done", CODE)] * 2
    assert query(postgres_url, "select distinct first_seen from finding") == [(first.name,)]
    assert leftovers(out) == []


def test_a_server_that_was_restarted_has_lost_the_lock_and_the_next_night_goes_on(
    place: Path, tmp_path: Path, fallible: Server, postgres_url: str, undisturbed: Path
) -> None:
    out = tmp_path / "hasil"
    with beside(place, out, postgres_url) as running:
        worker = hold_worker(running)
        fallible.stop()
        fallible.start()
        worker.resume()
        assert running.end() == 5
    assert "sambungan ke basis data terputus sehingga kunci folder hilang; jalankan lagi" in running.stderr
    assert run_folders(out) == [] and leftovers(out) == []
    run = night(place, out, CAPAIAN_DB=postgres_url)
    assert documents(run) == documents(undisturbed)
    assert sorted(outcomes(run).values()) == ["failed", "unchanged", "unchanged", "unchanged"]
    assert query(postgres_url, "select state, exit_code from run order by number") == [("failed", 5), ("done", 3)]


def test_one_database_lets_one_batch_work_on_a_folder_wherever_its_results_go(
    place: Path, tmp_path: Path, postgres_url: str, undisturbed: Path
) -> None:
    first, second = tmp_path / "satu", tmp_path / "dua"
    with beside(place, first, postgres_url) as running:
        worker = hold_worker(running)
        (run_id,) = run_ids(postgres_url)
        done = batch(place, second, CAPAIAN_DB=postgres_url)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"sedang diperiksa oleh batch lain: run {run_id} di {os.uname().nodename}" in done.stderr
        assert f"proses {running.pid}" in done.stderr and f"`kill {running.pid}`" in done.stderr
        assert run_ids(postgres_url) == [run_id] and run_folders(second) == []
        running.process.kill()
        worker.resume()  # nobody waits for it any more
        assert running.end() == -signal.SIGKILL
    wait_for(lambda: not query(postgres_url, "select 1 from pg_locks where locktype = 'advisory'"))
    run = night(place, second, CAPAIAN_DB=postgres_url)
    assert summary(run)["interrupted_runs"] == [run_id]
    assert documents(run) == documents(undisturbed)
    assert leftovers(first) == leftovers(second) == []


def test_two_folders_are_worked_on_side_by_side(place: Path, tmp_path: Path, postgres_url: str) -> None:
    other = tmp_path / "lain"
    shutil.copytree(place, other)
    with beside(place, tmp_path / "satu", postgres_url) as running:
        worker = hold_worker(running)
        run = night(other, tmp_path / "dua", CAPAIAN_DB=postgres_url)
        worker.resume()
        assert running.end() == CODE, running.stderr
    (ours,) = run_folders(tmp_path / "satu")
    assert sorted(outcomes(ours).values()) == sorted(outcomes(run).values())
    assert query(postgres_url, "select state from run") == [("done",)] * 2
