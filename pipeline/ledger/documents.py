"""Rows of documents, of the places where they lie and of the tries at them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, RowMapping, func, insert, select

from pipeline.ledger.bulk import NAMES, chunks, delete_named, upsert
from pipeline.ledger.places import Place, places_after
from pipeline.ledger.runs import keys_of, keys_values
from pipeline.ledger.tables import attempt, document, path
from pipeline.ledger.text import storable, text_key
from pipeline.ledger.values import AttemptRow, KnownFile
from schemas.batch import FileMark, Keys
from schemas.result import Status

_FIRST = frozenset({"first_seen"})
_MARK = ("size", "mtime_ns", "ctime_ns", "inode", "device", "hashed_at_ns")
_WORD = 1 << 64

Limits = tuple[float, int]
"""Seconds and bytes that a document may take."""


def add_attempt(connection: Connection, row: AttemptRow) -> None:
    """Writes a try, and its document when its content is known.

    Raises:
        SQLAlchemyError: when its run is not in the ledger.
    """
    if row.sha256 is not None:
        put_documents(connection, row.run_id, [row.sha256])
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


def newest_attempts(
    connection: Connection, shas: Collection[str] | None, keys: Keys | None = None, limits: Limits | None = None
) -> dict[str, AttemptRow]:
    """The last try at each document, by content; of all documents unless some are named.

    A try that came to a result goes before failures: nothing takes it back.

    Args:
        connection: to the ledger.
        shas: documents, None for all.
        keys: only tries under these count: what came of a document under others says nothing.
        limits: tries under these go before newer ones under others.
    """
    few = [None] if shas is None else chunks(sorted(shas), NAMES)
    found = [row for some in few for row in _newest(connection, some, keys)]
    found.sort(
        key=lambda row: (
            row["status"] != Status.FAILED,
            (row["time_limit"], row["memory_limit"]) == limits,
            row["number"],
        )
    )
    return {row["sha256"]: _attempt_row(row) for row in found}


def _newest(connection: Connection, shas: Collection[str] | None, keys: Keys | None) -> Iterable[RowMapping]:
    """The last try at each document of every outcome and under each limits."""
    groups = [attempt.c.sha256, attempt.c.status, attempt.c.time_limit, attempt.c.memory_limit]
    newest = select(func.max(attempt.c.number)).where(attempt.c.sha256.is_not(None)).group_by(*groups)
    if keys is not None:
        newest = newest.where(attempt.c.reading == keys.reading, attempt.c.checking == keys.checking)
    if shas is not None:
        newest = newest.where(attempt.c.sha256.in_(shas))
    return connection.execute(select(attempt).where(attempt.c.number.in_(newest))).mappings()


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


def put_documents(connection: Connection, run_id: str, shas: Iterable[str]) -> None:
    """Writes documents by content that are not known yet; in one order, so that two runs never wait for each other."""
    rows = [{"sha256": sha256, "first_seen": run_id} for sha256 in sorted(set(shas))]
    upsert(connection, document, rows, kept=_FIRST)


def put_places(
    connection: Connection, run_id: str, folder: str, files: Mapping[str, KnownFile | None], read: Collection[str]
) -> None:
    """Replaces what is known of the places of a folder.

    Args:
        connection: in a transaction.
        run_id: the run that looked through it.
        folder: the folder.
        files: what is there, None where the content could not be had.
        read: contents that have a result tonight.
    """
    key = text_key(folder)
    marks = {storable(name): file for name, file in files.items()}
    before = known_places(connection, folder)
    after = places_after(before, {name: file.sha256 if file else "" for name, file in marks.items()}, read)
    put_documents(connection, run_id, {file.sha256 for file in marks.values() if file is not None})
    upsert(connection, path, (_path_values(key, name, place, marks.get(name)) for name, place in after.items()))
    delete_named(connection, path, path.c.folder_key == key, "name_key", map(text_key, before.keys() - after.keys()))


def known_places(connection: Connection, folder: str) -> dict[str, Place]:
    """The places of a folder by name."""
    columns = select(path.c.name, path.c.sha256, path.c.owner)
    rows = connection.execute(columns.where(path.c.folder_key == text_key(folder)))
    return {name: Place(sha256 or "", owner or "") for name, sha256, owner in rows}


def marked_files(connection: Connection, folder: str) -> dict[str, KnownFile]:
    """Files of a folder whose content was known when it was last looked through, by name."""
    where = path.c.folder_key == text_key(folder), path.c.hashed_at_ns.is_not(None)
    rows = connection.execute(select(path).where(*where)).mappings()
    return {row["name"]: _known_file(row) for row in rows}


def _path_values(key: str, name: str, place: Place, file: KnownFile | None) -> dict[str, object]:
    return {
        "folder_key": key,
        "name_key": text_key(name),
        "name": name,
        "sha256": place.content or None,
        "owner": place.owner or None,
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
