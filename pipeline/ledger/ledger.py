"""The ledger: what was done with which document, under which keys, and which findings stand."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from pipeline.ledger import documents as document_rows
from pipeline.ledger import findings as finding_rows
from pipeline.ledger import runs as run_rows
from pipeline.ledger.address import read_address
from pipeline.ledger.engine import make_engine, reading, writing
from pipeline.ledger.errors import LedgerError, explained
from pipeline.ledger.lock import AdvisoryLock
from pipeline.ledger.schema import prepare
from pipeline.ledger.tables import is_postgres
from pipeline.ledger.values import (
    AttemptRow,
    FindingDiff,
    KnownFile,
    LedgerDocument,
    RunFinish,
    RunRow,
    RunStart,
    RunState,
)
from schemas.batch import FindingLine, Keys
from schemas.errors import ExitCode


def open_ledger(address: str | Path) -> Ledger:
    """Opens a ledger; its tables are made, or brought to the present version, when they are not.

    Args:
        address: `sqlite:///…`, `postgresql://…`, `postgres://…`, or the path of an SQLite file. A file that does not
            exist is made with its folder.

    Raises:
        LedgerError: when it cannot be opened, belongs to another program or to a newer version of this one.
    """
    place = read_address(address)
    engine = make_engine(place)
    try:
        with explained(place.shown, opening=True):
            fresh = place.file is not None and not place.file.exists()
            if fresh and place.file is not None:
                place.file.parent.mkdir(parents=True, exist_ok=True)
            prepare(engine, place.shown)
            if fresh and place.file is not None:
                _sync_folder(place.file.parent)
            return Ledger(engine, place.shown, place.file)
    except BaseException:
        engine.dispose()
        raise


class Ledger:
    """The ledger of one database; a context manager that closes it.

    Every method that writes is one transaction: it is there whole or not at all, also after a power loss. Only one
    program may write about a folder at a time; `pipeline.batch.lock` sees to it.

    Attributes:
        url_shown: its address without a password.

    Raises:
        LedgerError: from every method, when the database can no longer be used.
    """

    def __init__(self, engine: Engine, url_shown: str, file: Path | None = None) -> None:
        self.url_shown = url_shown
        self._engine = engine
        self._lock = AdvisoryLock(engine)
        self._file = file
        self._identity = None if file is None else _identity(file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Gives back the locks and closes all connections."""
        self._lock.close()
        self._engine.dispose()

    def is_shared(self) -> bool:
        """Whether several machines may write to it: PostgreSQL."""
        return is_postgres(self._engine)

    def try_advisory(self, key: str) -> bool:
        """Takes the lock of a text for as long as the ledger is open; False when another program has it.

        PostgreSQL only; for SQLite it is always True, and the caller locks by other means.
        """
        if not self.is_shared():
            return True
        with self._guarded():
            return self._lock.take(key)

    def lock_alive(self) -> bool:
        """Whether the locks taken with `try_advisory` are still held; always True for SQLite."""
        return not self.is_shared() or self._lock.alive()

    def begin_run(self, run: RunStart) -> None:
        """Writes a run that begins."""
        with self._writing() as connection:
            run_rows.add_run(connection, run)

    def set_state(self, run_id: str, state: RunState, finished: str = "", exit_code: int | None = None) -> None:
        """Changes the state of a run; what is not given stays as it is.

        Raises:
            LookupError: when there is no such run.
        """
        with self._writing() as connection:
            run_rows.change_state(connection, run_id, state, finished, exit_code)

    def unfinished_runs(self, folder: str) -> tuple[RunRow, ...]:
        """Runs over a folder that never came to an end, in the order they began."""
        with self._reading() as connection:
            return run_rows.runs_in(connection, folder, (RunState.RUNNING,))

    def unpublished(self, folder: str) -> tuple[RunRow, ...]:
        """Runs over a folder whose results are in the ledger but whose run folder may not be in its place."""
        with self._reading() as connection:
            return run_rows.runs_in(connection, folder, (RunState.COMMITTED,))

    def last_finished(self, folder: str) -> RunRow | None:
        """The newest run over a folder whose results are in the ledger."""
        with self._reading() as connection:
            return run_rows.newest_finished(connection, folder)

    def known_files(self, folder: str) -> Mapping[str, KnownFile]:
        """Files of a folder whose content was known in its last finished run, by `Entry.name`."""
        with self._reading() as connection:
            return document_rows.marked_files(connection, folder)

    def last_attempts(
        self,
        shas: Collection[str] | None = None,
        keys: Keys | None = None,
        limits: document_rows.Limits | None = None,
    ) -> Mapping[str, AttemptRow]:
        """The last try at each document, by content; of all documents unless some are named.

        Args:
            shas: documents, None for all.
            keys: only tries under these count.
            limits: tries under these seconds and bytes go before newer ones under others.
        """
        with self._reading() as connection:
            return document_rows.newest_attempts(connection, shas, keys, limits)

    def record(self, attempt: AttemptRow) -> None:
        """Writes a try at a document of a run that was begun."""
        with self._writing() as connection:
            document_rows.add_attempt(connection, attempt)

    def diff(self, run_id: str, folder: str, documents: Sequence[LedgerDocument]) -> FindingDiff:
        """What `commit_run` would say of these documents; nothing is written."""
        with self._reading() as connection:
            return finding_rows.compare_folder(connection, run_id, folder, documents).diff

    def commit_run(self, finish: RunFinish) -> FindingDiff:
        """Writes the results of a run: places, findings, answers of the checks and the run itself.

        Raises:
            LookupError: when the run was not begun.
        """
        present = {document.sha256 for document in finish.documents if document.sha256}
        read = {document.sha256 for document in finish.documents if document.verified}
        with self._writing() as connection:
            comparison = finding_rows.compare_folder(connection, finish.run_id, finish.folder, finish.documents)
            run_rows.finish_run(connection, finish)
            document_rows.put_documents(connection, finish.run_id, present)
            document_rows.put_places(connection, finish.run_id, finish.folder, finish.files, read)
            finding_rows.put_findings(connection, finish.folder, comparison)
            finding_rows.put_tallies(connection, finish.folder, finish.documents)
        return comparison.diff

    def commit_unchanged(self, finish: RunFinish) -> None:
        """Writes the results of a run that took over those of the last finished one; `finish.documents` is not used.

        Raises:
            LookupError: when the run was not begun, or none was finished before.
        """
        with self._writing() as connection:
            previous = run_rows.newest_finished(connection, finish.folder)
            if previous is None:
                raise LookupError(f"no finished run over {finish.folder}")
            run_rows.finish_run(connection, finish)
            document_rows.put_places(connection, finish.run_id, finish.folder, finish.files, ())
            finding_rows.keep_findings(connection, finish.folder, previous.run_id, finish.run_id)

    def findings(self, folder: str) -> tuple[FindingLine, ...]:
        """Every finding that a folder ever had, fixed and gone ones too, by path, page, code and id."""
        with self._reading() as connection:
            return finding_rows.all_findings(connection, folder)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._guarded(), reading(self._engine) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._guarded(), writing(self._engine) as connection:
            yield connection

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Explains errors; refuses a file that is not the one that was opened: what is written would be lost."""
        with explained(self.url_shown):
            if self._file is not None and self._identity != _identity(self._file):
                raise LedgerError(
                    f"Basis data {self.url_shown} dihapus atau diganti selagi dipakai; kembalikan berkasnya, lalu "
                    "jalankan lagi.",
                    ExitCode.OUTPUT_FAILED,
                )
            yield


def _identity(file: Path) -> tuple[int, int] | None:
    """What tells a file from another one of its name, None when there is none."""
    try:
        status = file.stat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino


def _sync_folder(folder: Path) -> None:
    """Makes sure that the name of a new file in a folder outlives a power loss."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
