"""Rows of documents, of the places where they lie and of the tries at them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, RowMapping, func, insert, select

from pipeline.ledger.bulk import NAMES, delete_named, upsert
from pipeline.ledger.runs import keys_of, keys_values
from pipeline.ledger.tables import attempt, document, path
from pipeline.ledger.text import text_key
from pipeline.ledger.values import AttemptRow, KnownFile
from schemas.batch import FileMark
from schemas.result import Status

_FIRST = frozenset({"first_seen"})
_MARK = ("size", "mtime_ns", "ctime_ns", "inode", "device", "hashed_at_ns")
_WORD = 1 << 64


def add_attempt(connection: Connection, row: AttemptRow) -> None:
    """Writes a try, and its document when its content is known.

    Raises:
        SQLAlchemyError: when its run is not in the ledger.
    """
    if row.sha256 is not None:
        put_documents(connection, row.run_id, {row.sha256: row.status})
    connection.execute(
        insert(attempt).values(
            run_id=row.run_id,
            sha256=row.sha256,
            path=row.path,
            try_number=row.number,
            status=row.status,
            stage=row.stage,
            kind=row.kind,
            message=row.message,
            seconds=row.seconds,
            peak_bytes=row.peak_bytes,
            time_limit=row.time_limit,
            memory_limit=row.memory_limit,
            finished_at=row.finished_at,
            recheck=row.recheck,
            **keys_values(row.keys),
        )
    )


def newest_attempts(connection: Connection, shas: Collection[str] | None) -> dict[str, AttemptRow]:
    """The last try at each document, by content; of all documents unless some are named."""
    newest = select(func.max(attempt.c.number)).where(attempt.c.sha256.is_not(None)).group_by(attempt.c.sha256)
    few = shas is not None and len(shas) <= NAMES
    if few:
        newest = newest.where(attempt.c.sha256.in_(shas or ()))
    rows = connection.execute(select(attempt).where(attempt.c.number.in_(newest))).mappings()
    wanted = None if shas is None or few else frozenset(shas)
    return {row["sha256"]: _attempt_row(row) for row in rows if wanted is None or row["sha256"] in wanted}


def _attempt_row(row: RowMapping) -> AttemptRow:
    return AttemptRow(
        run_id=row["run_id"],
        sha256=row["sha256"],
        path=row["path"],
        number=row["try_number"],
        status=row["status"],
        stage=row["stage"],
        kind=row["kind"],
        message=row["message"],
        seconds=row["seconds"],
        peak_bytes=row["peak_bytes"],
        keys=keys_of(row),
        time_limit=row["time_limit"],
        memory_limit=row["memory_limit"],
        finished_at=row["finished_at"],
        recheck=row["recheck"],
    )


def put_documents(connection: Connection, run_id: str, statuses: Mapping[str, str]) -> None:
    """Writes documents by content with their status; in one order, so that two runs never wait for each other."""
    rows = [
        {"sha256": sha256, "status": statuses[sha256], "first_seen": run_id, "last_seen": run_id}
        for sha256 in sorted(statuses)
    ]
    upsert(connection, document, rows, kept=_FIRST)


def put_places(connection: Connection, run_id: str, folder: str, files: Mapping[str, KnownFile | None]) -> None:
    """Replaces what is known of the places of a folder; a file of unknown content keeps the last known one."""
    key = text_key(folder)
    before = {name: sha256 for name, sha256 in _contents(connection, folder) if name not in files or not files[name]}
    known = {file.sha256 for file in files.values() if file is not None}
    stored = set(connection.scalars(select(document.c.sha256)))
    put_documents(connection, run_id, dict.fromkeys(known - stored, ""))
    upsert(connection, path, [_path_values(key, name, file, before.get(name)) for name, file in files.items()])
    left = [text_key(name) for name in before if name not in files]
    delete_named(connection, path, path.c.folder_key == key, "name_key", left)


def read_documents(connection: Connection) -> frozenset[str]:
    """Contents that had a result at their last try."""
    read = document.c.status.in_([Status.OK.value, Status.PARTIAL.value])
    return frozenset(connection.scalars(select(document.c.sha256).where(read)))


def contents(connection: Connection, folder: str) -> dict[str, str]:
    """The last known content of each place of a folder, by name."""
    return {name: sha256 for name, sha256 in _contents(connection, folder) if sha256 is not None}


def _contents(connection: Connection, folder: str) -> list[tuple[str, str | None]]:
    rows = connection.execute(select(path.c.name, path.c.sha256).where(path.c.folder_key == text_key(folder)))
    return [(row[0], row[1]) for row in rows]


def marked_files(connection: Connection, folder: str) -> dict[str, KnownFile]:
    """Files of a folder whose content was known when it was last looked through, by name."""
    where = path.c.folder_key == text_key(folder), path.c.hashed_at_ns.is_not(None)
    rows = connection.execute(select(path).where(*where)).mappings()
    return {row["name"]: _known_file(row) for row in rows}


def _path_values(key: str, name: str, file: KnownFile | None, before: str | None) -> dict[str, object]:
    return {
        "folder_key": key,
        "name_key": text_key(name),
        "name": name,
        "sha256": before if file is None else file.sha256,
        **(dict.fromkeys(_MARK) if file is None else _mark_values(file)),
    }


def _mark_values(file: KnownFile) -> dict[str, int]:
    mark = file.mark
    numbers = (mark.size, mark.mtime_ns, mark.ctime_ns, mark.inode, mark.device, file.hashed_at_ns)
    return {name: _folded(number) for name, number in zip(_MARK, numbers, strict=True)}


def _known_file(row: RowMapping) -> KnownFile:
    mark = FileMark(
        size=row["size"],
        mtime_ns=row["mtime_ns"],
        ctime_ns=row["ctime_ns"],
        inode=row["inode"] % _WORD,
        device=row["device"] % _WORD,
    )
    return KnownFile(sha256=row["sha256"], mark=mark, hashed_at_ns=row["hashed_at_ns"])


def _folded(number: int) -> int:
    """A number as a signed one of 64 bits, which is what a column holds.

    Inodes and devices are unsigned; a time so far off that it comes back as another one only costs a reading.
    """
    return (number + _WORD // 2) % _WORD - _WORD // 2
