"""Rows of the table of runs."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, RowMapping, insert, select, update

from pipeline.ledger.tables import run
from pipeline.ledger.text import text_key
from pipeline.ledger.values import FINISHED, RunFinish, RunRow, RunStart, RunState
from schemas.batch import EntryOutcome, Keys

_COUNTS = tuple(outcome.value for outcome in EntryOutcome)


def add_run(connection: Connection, start: RunStart) -> None:
    """Writes a run that begins.

    Raises:
        SQLAlchemyError: when there is one of this id already.
    """
    connection.execute(
        insert(run).values(
            run_id=start.run_id,
            folder_key=text_key(start.folder),
            folder=start.folder,
            state=RunState.RUNNING.value,
            started=start.started,
            finished="",
            host=start.host,
            pid=start.pid,
            temporary=start.temporary,
            target=start.target,
            fingerprint="",
            exit_code=None,
            **keys_values(start.keys),
            **dict.fromkeys(_COUNTS, 0),
        )
    )


def change_state(connection: Connection, run_id: str, state: RunState, finished: str, exit_code: int | None) -> None:
    """Changes the state of a run; "" and None leave what is there.

    Raises:
        LookupError: when there is no such run.
    """
    values: dict[str, object] = {"state": state.value}
    if finished:
        values["finished"] = finished
    if exit_code is not None:
        values["exit_code"] = exit_code
    _change(connection, run_id, values)


def finish_run(connection: Connection, finish: RunFinish) -> None:
    """Marks a run as committed.

    Raises:
        LookupError: when there is no such run.
    """
    counts = {name: finish.counts.get(name, 0) for name in _COUNTS}
    _change(
        connection,
        finish.run_id,
        {
            "state": RunState.COMMITTED.value,
            "finished": finish.finished,
            "fingerprint": finish.fingerprint,
            "exit_code": finish.exit_code,
            **counts,
        },
    )


def _change(connection: Connection, run_id: str, values: Mapping[str, object]) -> None:
    done = connection.execute(update(run).where(run.c.run_id == run_id).values(**values))
    if done.rowcount != 1:
        raise LookupError(f"no run {run_id} in the ledger")


def runs_in(connection: Connection, folder: str, states: Collection[RunState]) -> tuple[RunRow, ...]:
    """Runs over a folder that are in one of the states, in the order they began."""
    where = run.c.folder_key == text_key(folder), run.c.state.in_([state.value for state in states])
    rows = connection.execute(select(run).where(*where).order_by(run.c.number)).mappings()
    return tuple(_run_row(row) for row in rows)


def newest_finished(connection: Connection, folder: str) -> RunRow | None:
    """The run over a folder that began last of those whose results are in the ledger."""
    where = run.c.folder_key == text_key(folder), run.c.state.in_([state.value for state in FINISHED])
    row = connection.execute(select(run).where(*where).order_by(run.c.number.desc()).limit(1)).mappings().first()
    return None if row is None else _run_row(row)


def keys_values(keys: Keys) -> dict[str, str]:
    """Keys as columns."""
    return {
        "tool": keys.tool,
        "config": keys.config,
        "kamus": keys.kamus,
        "reading": keys.reading,
        "checking": keys.checking,
    }


def keys_of(row: RowMapping) -> Keys:
    """Columns as keys."""
    return Keys(**{name: row[name] for name in ("tool", "config", "kamus", "reading", "checking")})


def _run_row(row: RowMapping) -> RunRow:
    return RunRow(
        run_id=row["run_id"],
        folder=row["folder"],
        started=row["started"],
        host=row["host"],
        pid=row["pid"],
        keys=keys_of(row),
        temporary=row["temporary"],
        target=row["target"],
        state=RunState(row["state"]),
        finished=row["finished"],
        fingerprint=row["fingerprint"],
        exit_code=row["exit_code"],
        counts={name: row[name] for name in _COUNTS},
    )
