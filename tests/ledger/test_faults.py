"""Databases that cannot be opened, or are lost while they are written: what is said, and that nothing is harmed."""

from __future__ import annotations

import os
import pwd
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from pathlib import Path

import pytest

from pipeline.ledger import LedgerError, open_ledger
from schemas.errors import ExitCode
from tests.ledger.ledger_values import FOLDER, X, attempt, document, finish, night, start
from tests.postgres_server import Server, free_port

ROOT = Path(__file__).resolve().parent.parent.parent


def refused(address: str | Path) -> LedgerError:
    with pytest.raises(LedgerError) as caught:
        open_ledger(address)
    return caught.value


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "laporan.pdf"
    file.write_bytes(b"%PDF-1.7\n" * 500)
    error = refused(file)
    assert "bukan basis data SQLite; beri alamat lain pada --db" in str(error)
    assert error.exit_code is ExitCode.USAGE
    assert file.read_bytes() == b"%PDF-1.7\n" * 500


def test_a_damaged_database_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite"
    with open_ledger(file) as ledger:
        night(ledger, "r1", document(X, "a.pdf", words=["1"]))
    whole = file.read_bytes()
    file.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
    error = refused(file)
    assert "rusak; pulihkan berkas itu dari cadangan" in str(error)
    assert error.exit_code is ExitCode.USAGE


@pytest.mark.parametrize("place", ["", "berkas/a.sqlite", "ada"], ids=["folder", "below-a-file", "fifo"])
def test_a_place_where_no_file_can_be_is_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "berkas").write_text("x", encoding="ascii")
    (tmp_path / "ada").mkdir()
    error = refused(tmp_path / place)
    assert "beri alamat lain pada --db" in str(error)
    assert (error.exit_code, error.stage) == (ExitCode.USAGE, "cli")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user reaches too."""
    folder = Path(tempfile.mkdtemp(prefix="capaian-uji-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def without_rights(file: Path) -> str:
    """What is said to a user who is not root: exit code and message, "" when all went well."""
    context = get_context("fork")
    said = context.SimpleQueue()
    process = context.Process(target=say, args=(file, said))
    process.start()
    process.join(60)
    assert process.exitcode == 0
    return str(said.get())


def say(file: Path, said: SimpleQueue[str]) -> None:
    if os.geteuid() == 0:
        os.setuid(pwd.getpwnam("nobody").pw_uid)
    try:
        open_ledger(file).close()
    except LedgerError as error:
        said.put(f"{int(error.exit_code)} {error}")
    else:
        said.put("")


def test_a_folder_without_rights_is_refused(open_folder: Path) -> None:
    closed = open_folder / "tertutup"
    closed.mkdir(mode=0o555)
    said = without_rights(closed / "baru" / "a.sqlite")
    assert said.startswith("2 Basis data sqlite:///")
    assert "periksa hak akses folder itu, atau beri alamat lain pada --db" in said
    said = without_rights(closed / "a.sqlite")
    assert said.startswith("2 Basis data")
    assert "tidak dapat dibuka; periksa hak akses" in said
    assert list(closed.iterdir()) == []


def test_a_file_without_rights_is_refused(open_folder: Path) -> None:
    file = open_folder / "a.sqlite"
    with open_ledger(file):
        pass
    file.chmod(0o444)
    open_folder.chmod(0o777)
    assert without_rights(open_folder / "baru.sqlite") == ""
    open_folder.chmod(0o755)
    said = without_rights(file)
    assert said.startswith("2 Basis data")
    assert "periksa hak akses berkas dan foldernya" in said


def test_a_full_disk_is_told_and_costs_only_what_was_being_written(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite"
    with open_ledger(file) as ledger:
        night(ledger, "r1", document(X, "a.pdf", words=["1"]))
        ledger.begin_run(start("r2"))
        with ledger._engine.connect() as connection:  # the only connection of the pool, so the limit holds for it
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
        many = document(X, "a.pdf", words=[f"angka {number}" for number in range(2_000)])
        with pytest.raises(LedgerError, match="disk penuh; kosongkan ruang disk, lalu jalankan lagi") as caught:
            ledger.commit_run(finish("r2", many))
        assert (caught.value.exit_code, caught.value.stage) == (ExitCode.OUTPUT_FAILED, "write")
    with open_ledger(file) as ledger:
        assert [line.state for line in ledger.findings(FOLDER)] == ["new"]
        assert [run.run_id for run in ledger.unfinished_runs(FOLDER)] == ["r2"]
        assert ledger.commit_run(finish("r2", many)).fixed


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from pipeline.ledger import LedgerError, open_ledger
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    open_ledger(sys.argv[1])
except LedgerError as error:
    print(int(error.exit_code), error)
"""


@pytest.mark.parametrize("size", [0, 1000, 9000])
def test_a_disk_that_is_full_at_the_beginning_leaves_no_half_ledger(tmp_path: Path, size: int) -> None:
    file = tmp_path / "a.sqlite"
    done = subprocess.run(
        [sys.executable, "-B", "-c", FULL, f"sqlite:///{file}", str(size)],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stdout.startswith("5 Basis data")
    assert "periksa ruang disk" in done.stdout
    with open_ledger(file) as ledger:
        assert ledger.findings(FOLDER) == ()


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_that_vanishes_during_a_run_is_told(tmp_path: Path, replaced: bool) -> None:
    file, other = tmp_path / "a.sqlite", tmp_path / "lain.sqlite"
    with open_ledger(other), open_ledger(file) as ledger:
        ledger.begin_run(start("r1"))
        if replaced:
            other.replace(file)
        else:
            file.unlink()
        with pytest.raises(LedgerError, match="dihapus atau diganti selagi dipakai") as caught:
            ledger.record(attempt("r1"))
        assert caught.value.exit_code is ExitCode.OUTPUT_FAILED
    assert file.exists() is replaced


def test_a_database_that_another_program_holds_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite"
    with open_ledger(file) as ledger, closing(sqlite3.connect(file)) as other:
        with ledger._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 10")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="sedang dipakai program lain; tutup program itu") as caught:
            ledger.begin_run(start("r1"))
        assert caught.value.exit_code is ExitCode.OUTPUT_FAILED
        other.rollback()
        ledger.begin_run(start("r1"))


def test_tables_that_vanish_during_a_run_are_told(address: str) -> None:
    with open_ledger(address) as ledger, ledger._engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE attempt")
        connection.commit()
        with pytest.raises(LedgerError, match=r"no such table: attempt|tabel capaian hilang") as caught:
            ledger.last_attempts()
        assert caught.value.exit_code is ExitCode.OUTPUT_FAILED


def test_a_server_that_does_not_answer_is_told_without_the_password() -> None:
    error = refused(f"postgresql://ani:rahasia@127.0.0.1:{free_port()}/kinerja")
    assert "server tidak dapat dihubungi; periksa nama host dan port" in str(error)
    assert error.exit_code is ExitCode.USAGE
    assert "rahasia" not in str(error)
    assert "rahasia" not in str(error.__cause__)


@pytest.mark.parametrize("host", ["tidak-ada.invalid", "/tidak/ada"])
def test_a_host_that_does_not_exist_is_told(host: str) -> None:
    setting = f"?host={host}" if host.startswith("/") else ""
    error = refused(f"postgresql://ani@{'' if setting else host}/kinerja{setting}")
    assert "server tidak dapat dihubungi" in str(error)


def test_a_wrong_password_or_none_is_told_without_it(postgres_server: Server) -> None:
    postgres_server.run("CREATE ROLE sandi LOGIN PASSWORD 'benar'", "CREATE DATABASE uji_sandi OWNER sandi")
    try:
        for password in ("rahasia", ""):
            error = refused(postgres_server.url("uji_sandi", "sandi", password))
            assert "nama pengguna atau kata sandi ditolak" in str(error)
            assert error.exit_code is ExitCode.USAGE
        error = refused(postgres_server.url("uji_sandi", "sandi", "rahasia"))
        assert "sandi:***@" in str(error)
        assert "rahasia" not in f"{error} {error.__cause__}"
        with open_ledger(postgres_server.url("uji_sandi", "sandi", "benar")) as ledger:
            assert ledger.is_shared()
            assert "benar" not in ledger.url_shown
    finally:
        postgres_server.run("DROP DATABASE uji_sandi WITH (FORCE)", "DROP ROLE sandi")


def test_a_database_that_does_not_exist_is_told(postgres_server: Server) -> None:
    error = refused(postgres_server.url("uji_tidak_ada"))
    assert "basis data itu tidak ada di server; buat dahulu dengan createdb" in str(error)
    assert error.exit_code is ExitCode.USAGE


def test_a_user_who_may_not_make_tables_is_told(postgres_server: Server, postgres_url: str) -> None:
    postgres_server.run("CREATE ROLE tamu LOGIN")
    try:
        error = refused(postgres_url.replace("capaian@", "tamu@"))
        assert "GRANT CREATE ON SCHEMA public" in str(error)
        assert error.exit_code is ExitCode.USAGE
    finally:
        postgres_server.run("DROP ROLE tamu")


def test_a_user_or_server_that_may_only_read_is_told_at_once(postgres_server: Server, postgres_url: str) -> None:
    database = postgres_url.rpartition("/")[2]
    with open_ledger(postgres_url):
        pass
    postgres_server.run("CREATE ROLE pembaca LOGIN")
    postgres_server.run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO pembaca", database=database)
    try:
        error = refused(postgres_url.replace("capaian@", "pembaca@"))
        assert "dan hak atas tabel capaian" in str(error)
        assert error.exit_code is ExitCode.USAGE
        postgres_server.run(f"ALTER DATABASE {database} SET default_transaction_read_only = on")
        error = refused(postgres_url)
        assert "pakai server utama, bukan salinannya" in str(error)
        assert error.exit_code is ExitCode.USAGE
    finally:
        postgres_server.run(f"ALTER DATABASE {database} RESET default_transaction_read_only")
        postgres_server.run("DROP OWNED BY pembaca", database=database)
        postgres_server.run("DROP ROLE pembaca")


def test_a_server_without_encryption_is_told_where_it_is_asked_for(postgres_url: str) -> None:
    assert "server tidak memakai TLS" in str(refused(f"{postgres_url}?sslmode=require"))
    for mode in ("prefer", "disable"):
        with open_ledger(f"{postgres_url}?sslmode={mode}") as ledger:
            assert "sslmode" not in ledger.url_shown


def test_a_folder_of_sockets_leads_to_the_server(postgres_server: Server, postgres_url: str) -> None:
    database = postgres_url.rpartition("/")[2]
    assert any(stat.S_ISSOCK(path.stat().st_mode) for path in postgres_server.folder.iterdir())
    address = f"postgresql://capaian@:{postgres_server.port}/{database}?host={postgres_server.folder}"
    with open_ledger(address) as ledger:
        ledger.begin_run(start("r1"))
    with open_ledger(postgres_url) as ledger:
        assert [run.run_id for run in ledger.unfinished_runs(FOLDER)] == ["r1"]


def test_a_connection_that_is_cut_between_two_writes_is_made_anew(
    postgres_server: Server, postgres_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with open_ledger(postgres_url) as ledger:
        ledger.begin_run(start("r1"))
        cut(postgres_server, postgres_url)
        ledger.record(attempt("r1"))
        assert list(ledger.last_attempts()) == [X]
    assert caplog.records == []


def test_a_connection_that_is_cut_in_a_transaction_undoes_it(postgres_server: Server, postgres_url: str) -> None:
    with open_ledger(postgres_url) as ledger:
        ledger.begin_run(start("r1"))
        with pytest.raises(LedgerError, match="jalankan lagi") as caught, ledger._writing() as connection:
            connection.exec_driver_sql("DELETE FROM run")
            cut(postgres_server, postgres_url)
            connection.exec_driver_sql("SELECT 1")
        assert (caught.value.exit_code, caught.value.stage) == (ExitCode.OUTPUT_FAILED, "write")
        assert len(ledger.unfinished_runs(FOLDER)) == 1


def cut(server: Server, address: str) -> None:
    """Ends every session of a database, as a restart of the server does, and waits until they are gone."""
    database = address.rpartition("/")[2]
    server.run(f"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{database}'")
