"""What a ledger holds, in SQLite or PostgreSQL, without what two equal histories of nights need not have in common."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, create_engine, select, text
from sqlalchemy.exc import DBAPIError

from pipeline.ledger.tables import metadata, run

RUN_IDS = frozenset({"run_id", "first_seen", "last_seen"})
OF_ONE_RUN = frozenset({
    "started", "finished", "host", "pid", "temporary", "target", "number", "seconds", "peak_bytes", "finished_at",
    "hashed_at_ns",
})  # fmt: skip
"""Columns with times, measured values and places of results."""

Row = dict[str, Any]


@contextmanager
def connected(address: str) -> Iterator[Connection]:
    """A connection to a ledger: `sqlite:///…` or `postgresql://…`."""
    engine = create_engine(address.replace("postgresql:", "postgresql+pg8000:"))
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def query(address: str, statement: str) -> list[tuple[Any, ...]]:
    """What a query gives."""
    with connected(address) as connection:
        return [tuple(row) for row in connection.execute(text(statement))]


def recorded(address: str, status: str = "") -> int:
    """How many tries at documents are written down, all or of one status; 0 also where there are no tables yet."""
    where = f"where status = '{status}'" if status else ""
    try:
        ((count,),) = query(address, f"select count(*) from attempt {where}")
    except DBAPIError:
        return 0
    return int(count)


def ledger_rows(address: str) -> dict[str, list[Row]]:
    """All rows by table, in no order of time; a run is called by its number."""
    with connected(address) as connection:
        ids = connection.scalars(select(run.c.run_id).order_by(run.c.number)).all()
        numbers = {run_id: f"run {number}" for number, run_id in enumerate(ids, start=1)}
        return {
            name: sorted((_row(dict(row), numbers) for row in connection.execute(select(table)).mappings()), key=str)
            for name, table in metadata.tables.items()
        }


def _row(row: Row, numbers: dict[str, str]) -> Row:
    return {
        name: numbers[value] if name in RUN_IDS else value for name, value in row.items() if name not in OF_ONE_RUN
    }
