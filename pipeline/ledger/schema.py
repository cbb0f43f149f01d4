"""Brings the tables of a database to the present version, and refuses what is no ledger of ours."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, false, inspect, text, update

from pipeline.ledger.engine import make_durable, reading, writing
from pipeline.ledger.errors import LedgerError
from pipeline.ledger.tables import VERSION_TABLE, is_postgres, metadata, run
from pipeline.ledger.text import lock_number

HEAD = "0001"
"""The newest revision in `migrations/versions`; alembic is only loaded when a database has another."""

_OURS = frozenset({"run", "document", "attempt", VERSION_TABLE})
"""Tables that every version of the ledger has."""


def prepare(engine: Engine, shown: str) -> None:
    """Makes or migrates the tables; does nothing to a database that has them in the present version.

    All steps are one transaction: a program that is killed in it leaves the database as it was.

    Raises:
        LedgerError: for a database of another program, of a newer version, or that cannot hold UTF-8.
        SQLAlchemyError: when it cannot be opened or written.
    """
    with reading(engine) as connection:
        ready = _revision(connection, shown) == HEAD
        _refuse_encoding(connection, shown)
    if not is_postgres(engine):
        make_durable(engine)
    if ready:
        _prove_rights(engine)
        return
    with writing(engine) as connection:
        if is_postgres(engine):
            key = lock_number("capaian ledger schema")
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})
        if _revision(connection, shown) != HEAD:  # another program may have been quicker
            _migrate(connection, shown)


def _prove_rights(engine: Engine) -> None:
    """Changes no row of a table of a server: a standby or a user who may only read refuses even that.

    The journal has asked the same of an SQLite file.

    Raises:
        SQLAlchemyError: when the tables cannot be written.
    """
    if is_postgres(engine):
        with writing(engine) as connection:
            connection.execute(update(run).where(false()).values(state=run.c.state))


def _revision(connection: Connection, shown: str) -> str | None:
    """The revision of the tables, None for an empty database.

    Raises:
        LedgerError: when there are tables, but not ours.
    """
    names = set(inspect(connection).get_table_names())
    if not names:
        return None
    found = None
    if names >= _OURS:
        found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    if found is None:
        strange = ", ".join(sorted(names - set(metadata.tables))[:3])
        raise LedgerError(
            f"basis data {shown} milik program lain (berisi tabel {strange or ', '.join(sorted(names)[:3])}); "
            "beri alamat basis data yang kosong pada --db."
        )
    return str(found)


def _refuse_encoding(connection: Connection, shown: str) -> None:
    """Refuses a PostgreSQL database whose characters are not those of UTF-8.

    Raises:
        LedgerError: when it has others: ≥ and – stand in nearly every finding.
    """
    if connection.dialect.name != "postgresql":
        return
    encoding = connection.execute(text("SHOW server_encoding")).scalar()
    if encoding != "UTF8":
        raise LedgerError(
            f"basis data {shown} memakai pengodean {encoding}; buat yang baru dengan createdb --encoding=UTF8 "
            "--template=template0."
        )


def _migrate(connection: Connection, shown: str) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", "pipeline.ledger:migrations")
    config.attributes["connection"] = connection
    revision = _revision(connection, shown)
    try:
        if revision is not None:
            ScriptDirectory.from_config(config).get_revision(revision)
    except CommandError as error:
        raise LedgerError(
            f"basis data {shown} dibuat oleh capaian yang lebih baru (versi tabel {revision}, program ini {HEAD}); "
            "perbarui program, atau beri alamat lain pada --db."
        ) from error
    command.upgrade(config, "head")
