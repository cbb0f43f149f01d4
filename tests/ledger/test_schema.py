"""The tables: the migrations make what the program expects, and other databases are refused unharmed."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from pipeline.ledger import LedgerError, open_ledger, schema
from pipeline.ledger.address import read_address
from pipeline.ledger.migrations.versions import v0001_first_tables
from pipeline.ledger.tables import metadata
from schemas.errors import ExitCode
from tests.ledger.ledger_values import FOLDER, X, document, night
from tests.postgres_server import Server

ROOT = Path(__file__).resolve().parent.parent.parent


def revisions() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", "pipeline.ledger:migrations")
    return ScriptDirectory.from_config(config)


def execute(address: str, *statements: str) -> None:
    engine = create_engine(read_address(address).url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def test_the_newest_revision_is_the_one_the_program_expects() -> None:
    assert revisions().get_current_head() == schema.HEAD


def test_the_migrations_make_the_tables_of_the_program(address: str) -> None:
    with open_ledger(address):
        pass
    engine = create_engine(read_address(address).url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        differences = compare_metadata(context, metadata)
    engine.dispose()
    assert differences == []


def test_the_comparison_would_see_a_difference(address: str) -> None:
    with open_ledger(address):
        pass
    execute(address, "ALTER TABLE finding DROP COLUMN page", "DROP INDEX ix_attempt_run_id")
    engine = create_engine(read_address(address).url)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    engine.dispose()
    assert sorted(difference[0] for difference in differences) == ["add_column", "add_index"]


def test_a_step_can_be_taken_back(address: str) -> None:
    with open_ledger(address):
        pass
    engine = create_engine(read_address(address).url)
    with engine.begin() as connection, Operations.context(MigrationContext.configure(connection)):
        v0001_first_tables.downgrade()
    engine.dispose()
    assert tables_of(address) == ["alembic_version"]


def test_a_database_in_the_present_version_is_opened_without_alembic(address: str) -> None:
    script = (
        "import sys\nfrom pipeline.ledger import open_ledger\n"
        "with open_ledger(sys.argv[1]): print('alembic' in sys.modules)"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", script, address], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
        ).stdout.strip()
        for _ in range(2)
    ]
    assert said == ["True", "False"]


def test_programs_that_begin_together_make_the_tables_once(address: str) -> None:
    def opened(number: int) -> str:
        with open_ledger(address) as ledger:
            night(ledger, f"r{number}", folder=f"/data/{number}")
            return ledger.url_shown

    with ThreadPoolExecutor(4) as pool:
        assert len(list(pool.map(opened, range(4)))) == 4
    with open_ledger(address) as ledger:
        assert all(ledger.last_finished(f"/data/{number}") for number in range(4))


def test_a_newer_database_is_refused_and_left_alone(address: str) -> None:
    with open_ledger(address) as ledger:
        night(ledger, "r1", document(X, "a.pdf", words=["1"]))
    execute(address, "UPDATE alembic_version SET version_num = '9876'")
    with pytest.raises(LedgerError, match=r"lebih baru \(versi tabel 9876, .*perbarui program") as caught:
        open_ledger(address)
    assert caught.value.exit_code is ExitCode.USAGE
    execute(address, f"UPDATE alembic_version SET version_num = '{schema.HEAD}'")
    with open_ledger(address) as ledger:
        assert len(ledger.findings(FOLDER)) == 1


@pytest.mark.parametrize("statements", [
    ("CREATE TABLE gaji (a INTEGER)",),
    ("CREATE TABLE gaji (a INTEGER)", "CREATE TABLE alembic_version (version_num VARCHAR(32))"),
    (
        "CREATE TABLE gaji (a INTEGER)", "CREATE TABLE alembic_version (version_num VARCHAR(32))",
        f"INSERT INTO alembic_version VALUES ('{schema.HEAD}')",
    ),
], ids=["tables", "without-version", "version-like-ours"])  # fmt: skip
def test_a_database_of_another_program_is_refused(address: str, statements: tuple[str, ...]) -> None:
    place = read_address(address)
    if place.file is not None:
        place.file.parent.mkdir()
    execute(address, *statements)
    with pytest.raises(LedgerError, match=r"milik program lain \(berisi tabel .*gaji.*beri alamat") as caught:
        open_ledger(address)
    assert caught.value.exit_code is ExitCode.USAGE


def test_a_refused_file_is_not_changed(tmp_path: Path) -> None:
    file = tmp_path / "gaji.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE gaji (a INTEGER)")
    before = file.read_bytes()
    with pytest.raises(LedgerError, match="gaji"):
        open_ledger(file)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["gaji.sqlite"]


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    file = tmp_path / "kosong.sqlite"
    file.touch()
    with open_ledger(file) as ledger:
        assert ledger.findings(FOLDER) == ()


def test_what_is_written_to_a_file_is_durable_and_tied_together(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.sqlite") as ledger, ledger._engine.connect() as connection:
        def asked(name: str) -> object:
            return connection.exec_driver_sql(f"PRAGMA {name}").scalar()

        assert [asked(name) for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")] == [
            "wal", 2, 1, 30_000,
        ]  # fmt: skip


def test_a_reader_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite"
    with open_ledger(file) as ledger, open_ledger(file) as reader:
        night(ledger, "r1", document(X, "a.pdf", words=["1"]))
        with ledger._writing() as connection:
            connection.execute(text("DELETE FROM finding"))
            assert len(reader.findings(FOLDER)) == 1
        assert reader.findings(FOLDER) == ()


def test_a_server_whose_characters_are_others_is_refused(postgres_server: Server) -> None:
    postgres_server.run(
        "CREATE DATABASE uji_latin WITH ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
    )
    try:
        with pytest.raises(LedgerError, match="memakai pengodean LATIN1; buat yang baru dengan createdb"):
            open_ledger(postgres_server.url("uji_latin"))
    finally:
        postgres_server.run("DROP DATABASE uji_latin WITH (FORCE)")


def test_an_upgrade_that_is_cut_off_leaves_the_database_as_it_was(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off() -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Operations, "create_index", lambda *_, **__: cut_off())
        with pytest.raises(KeyboardInterrupt):
            open_ledger(address)
    assert tables_of(address) == []
    with open_ledger(address) as ledger:
        assert ledger.findings(FOLDER) == ()


def tables_of(address: str) -> list[str]:
    engine = create_engine(read_address(address).url)
    try:
        return inspect(engine).get_table_names()
    finally:
        engine.dispose()
