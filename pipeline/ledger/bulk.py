"""Many rows at once: the way that each database takes them fastest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import JSON, ColumnElement, Connection, Table, Text, bindparam, cast, column, delete, func, select
from sqlalchemy.dialects import sqlite

from pipeline.ledger.text import storable

Row = Mapping[str, object]
Item = TypeVar("Item")

CHUNK = 5_000
"""Rows per statement; one of them takes about a kilobyte."""

NAMES = 1_000
"""Values per IN list; SQLite and PostgreSQL both take 32,766 at most."""


def upsert(connection: Connection, table: Table, rows: Iterable[Row], *, kept: frozenset[str] = frozenset()) -> None:
    """Inserts rows; one whose primary key is there replaces the row that has it.

    Args:
        connection: in a transaction.
        table: where to.
        rows: all with the same columns; none has the key of another.
        kept: columns that keep what they have in a row that is there.

    Raises:
        SQLAlchemyError: when the database refuses them.
    """
    for chunk in chunks(rows, CHUNK):
        names = list(chunk[0])
        if connection.dialect.name == "postgresql":
            _upsert_postgres(connection, table, names, chunk, kept)
        else:
            insert = sqlite.insert(table)
            changed = {name: insert.excluded[name] for name in _replaced(table, names, kept)}
            key = list(table.primary_key)
            same = insert.on_conflict_do_nothing(key)
            statement = insert.on_conflict_do_update(key, set_=changed) if changed else same
            connection.execute(statement, [dict(row) for row in chunk])


def delete_named(
    connection: Connection, table: Table, where: ColumnElement[bool], name: str, values: Iterable[str]
) -> None:
    """Deletes the rows of a condition whose column `name` has one of many values.

    Raises:
        SQLAlchemyError: when the database refuses it.
    """
    statement = delete(table).where(where, table.c[name].in_(bindparam("values", expanding=True)))
    for chunk in chunks(values, NAMES):
        connection.execute(statement, {"values": chunk})


def chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in lists of at most `size`, none of them empty."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def _replaced(table: Table, names: Sequence[str], kept: frozenset[str]) -> list[str]:
    return [name for name in names if not table.c[name].primary_key and name not in kept]


def _upsert_postgres(
    connection: Connection, table: Table, names: Sequence[str], rows: Sequence[Row], kept: frozenset[str]
) -> None:
    """One statement that takes the rows as one JSON text: the driver would send them one by one otherwise."""
    from sqlalchemy.dialects import postgresql

    text = json.dumps([{name: _plain(value) for name, value in row.items()} for row in rows], ensure_ascii=False)
    given = func.json_to_recordset(cast(bindparam("rows", type_=Text), JSON)).table_valued(
        *(column(name, table.c[name].type) for name in names), name="given"
    )
    source = given.render_derived(with_types=True)
    insert = postgresql.insert(table).from_select(list(names), select(*(source.c[name] for name in names)))
    changed = {name: insert.excluded[name] for name in _replaced(table, names, kept)}
    key = list(table.primary_key)
    same = insert.on_conflict_do_nothing(index_elements=key)
    statement = insert.on_conflict_do_update(index_elements=key, set_=changed) if changed else same
    connection.execute(statement, {"rows": text})


def _plain(value: object) -> object:
    return storable(value) if isinstance(value, str) else value
