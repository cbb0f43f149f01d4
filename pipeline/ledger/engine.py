"""Connections to the ledger: durable SQLite that waits for others, PostgreSQL that notices a lost server."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from pipeline.ledger.address import Address

BUSY_TIMEOUT_MS = 30_000

KEEPALIVE = {"idle": 60, "interval": 20, "count": 3}
"""After how many seconds of silence the server asks whether this machine is still there, after how many again, and how
often. By itself it asks after two hours, and keeps the locks of a machine without power for as long."""

_BEGIN = "sqlite_begin"


def make_engine(address: Address) -> Engine:
    """An engine that has not connected yet; errors of its statements never show their values."""
    engine = create_engine(address.url, connect_args=address.arguments, hide_parameters=True)
    if address.file is None:
        event.listen(engine, "connect", _keep_alive)
        event.listen(engine, "checkout", _prove)
        event.listen(engine, "handle_error", _mark_lost)
        # What goes wrong while a lost connection is closed is nobody's concern; the pool would print it.
        logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)
        return engine
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: SQLite takes the right to write at once, so that what is read stays true.

    Raises:
        SQLAlchemyError: when it cannot be had or kept; nothing is changed then.
    """
    with engine.execution_options(**{_BEGIN: "IMMEDIATE"}).begin() as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the database.

    Raises:
        SQLAlchemyError: when it cannot be had.
    """
    with engine.begin() as connection:
        yield connection


def make_durable(engine: Engine) -> None:
    """Sets the journal of an SQLite database, which the file remembers; on a disk that has no WAL it stays as it is.

    Raises:
        SQLAlchemyError: when the file cannot be written.
    """
    with engine.execution_options(**{_BEGIN: None}).connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")


def _set_up(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    """Lets SQLAlchemy begin transactions, not the driver, and sets what a connection forgets when it ends."""
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _keep_alive(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """Has the server notice within minutes that this machine is gone, so that the next run finds no lock of it."""
    cursor = connection.cursor()
    for name, value in KEEPALIVE.items():
        cursor.execute(f"SET tcp_keepalives_{name} = {value}")
    cursor.close()
    connection.commit()


def _prove(connection: DBAPIConnection, _: ConnectionPoolEntry, __: PoolProxiedConnection) -> None:
    """Has the pool replace a connection that was cut since it was used last.

    The pool's own proof misses that: when the other side resets the connection, the driver lets the error of the
    operating system through.

    Raises:
        DisconnectionError: when the connection does not answer.
    """
    try:
        cursor = connection.cursor()
        cursor.execute("SELECT 1")
        cursor.close()
        connection.rollback()
    except Exception as error:
        raise DisconnectionError from error


def _mark_lost(context: ExceptionContext) -> None:
    """Has a connection given up on which such an error came."""
    if isinstance(context.original_exception, OSError):
        context.is_disconnect = True


def _begin(connection: Connection) -> None:
    kind = connection.get_execution_options().get(_BEGIN, "DEFERRED")
    if kind is not None:  # the journal can only be set outside a transaction
        connection.exec_driver_sql(f"BEGIN {kind}")
