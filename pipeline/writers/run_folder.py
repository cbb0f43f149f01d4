"""The folder of one run: filled beside its place and renamed when it is whole, so it is never half there."""

from __future__ import annotations

import logging
import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.writers import WRITERS, Writer
from schemas.errors import OutputError
from schemas.result import DocumentResult, RunResult

LOG_FILE = "run.log"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFiles:
    """How an earlier run folder is known: all names that may be in it, and the file that every one has."""

    names: frozenset[str]
    mark: str


class RunFolder:
    """A run folder in the making; a context manager that leaves nothing behind unless `finish` was reached.

    A file that cannot be written (full disk, lost rights) does not stop the audit: the first error is kept,
    writing stops, and `finish` raises it.

    Args:
        out: the folder to make; None for `<parent>/<run_id>`. An earlier folder of the same command is replaced.
        parent: where a folder without a name of its own goes.
        formats: which writers take part; the `json` ones always do.
        writers: the table of files, the one that marks the folder first; that of `audit` unless given.
        temporary: where the files are until the folder is published, beside its place; a new name unless given.

    Attributes:
        folder: `temporary`.
        kept: the files stay when the context is left, for someone who publishes them later.

    Raises:
        OutputError: when the folder cannot be made, or something that is no run folder is in its place.
    """

    def __init__(
        self,
        *,
        out: Path | None,
        parent: Path,
        formats: tuple[str, ...],
        writers: tuple[Writer, ...] | None = None,
        temporary: Path | None = None,
    ) -> None:
        writers = WRITERS if writers is None else writers
        self._out = out
        self._parent = out.absolute().parent if out else parent
        self._writers = tuple(writer for writer in writers if writer.format in {"json", *formats})
        self._own = OwnFiles(names=frozenset(writer.file for writer in writers) | {LOG_FILE}, mark=writers[0].file)
        self._broken: OutputError | None = None
        self.folder = temporary or new_temporary(self._parent)
        self.kept = False
        try:
            if out is not None:
                _refuse_foreign(out, self._own)
            self.folder.mkdir(parents=True)
            self._log = _RunLog(self.folder / LOG_FILE, encoding="utf-8", errors="replace")
        except OSError as error:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise _failure(self._parent, error) from error
        self._log.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def __enter__(self) -> Self:
        logging.getLogger().addHandler(self._log)
        for package in ("pipeline", "extractors"):
            logging.getLogger(package).setLevel(logging.INFO)
        logging.captureWarnings(True)
        for writer in self._writers:
            if writer.begin is not None:
                self.write(writer.file, partial(writer.begin, self.folder))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close_log()
        if not self.kept:
            shutil.rmtree(self.folder, ignore_errors=True)

    def add(self, document: DocumentResult) -> DocumentResult:
        """Writes what belongs to one document and returns the result without its pages, now on disk."""
        for writer in self._writers:
            if writer.add is not None:
                self.write(writer.file, partial(writer.add, document, self.folder))
        return replace(document, printed=None, laporan=None)

    def finish(self, run: RunResult) -> Path:
        """Writes what belongs to the whole run and puts the folder in its place.

        Returns:
            Where the run folder is.

        Raises:
            OutputError: when any file of the folder could not be written; nothing stands in its place then.
        """
        self.complete(run)
        self.close()
        return self.publish(run.run_id)

    def complete(self, run: RunResult) -> None:
        """Writes what belongs to the whole run."""
        for writer in self._writers:
            if writer.finish is not None:
                self.write(writer.file, partial(writer.finish, run, self.folder / writer.file))

    def close(self) -> None:
        """Ends the log: nothing is written after this.

        Raises:
            OutputError: when any file of the folder could not be written.
        """
        self._close_log()
        if self._broken is not None:
            raise self._broken

    def publish(self, run_id: str) -> Path:
        """Puts the folder in its place and returns where that is.

        Raises:
            OutputError: when it cannot be put there.
        """
        target = self._out or self._parent / run_id
        try:
            _publish(self.folder, target, self._own)
        except OSError as error:
            raise _failure(target, error) from error
        return target

    def write(self, file: str, write: Callable[[], None]) -> None:
        """Calls `write`, which writes a file of the folder, unless writing broke before; keeps the first error."""
        if self._broken is not None:
            return
        try:
            write()
        except OSError as error:
            self._broken = _failure(self._parent, error)
        except OutputError as error:
            self._broken = error
        except Exception as error:  # a writer that breaks must not cost the findings of the run
            log.error("writer of %s: %s", file, error, exc_info=error)
            self._broken = OutputError(
                f"{file} tidak dapat ditulis: kesalahan program ({type(error).__name__}: {error})."
            )

    def _close_log(self) -> None:
        logging.getLogger().removeHandler(self._log)
        logging.captureWarnings(False)
        try:
            self._log.close()
        except OSError as error:  # the last lines of the log did not fit on the disk
            self._broken = self._broken or _failure(self._parent, error)


def new_temporary(parent: Path) -> Path:
    """A free name for a folder in the making inside `parent`; hidden, so that no one takes it for results."""
    return parent / f".capaian-{secrets.token_hex(4)}"


class _RunLog(logging.FileHandler):
    """A log whose own write errors (full disk) stay quiet: the writers meet the same disk and report it."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name is that of logging.Handler
        """Says nothing."""


def _refuse_foreign(out: Path, own: OwnFiles) -> None:
    """Refuses a place that holds anything but nothing or an earlier run folder of the same command.

    Raises:
        OutputError: before any document is read.
    """
    if not out.exists() and not out.is_symlink():
        return
    if not out.is_dir() or out.is_symlink():
        raise OutputError(f"{out} sudah ada dan bukan folder; pilih nama lain untuk --out.")
    names = {item.name for item in out.iterdir()}
    if names and not ({own.mark, LOG_FILE} <= names <= own.names):
        raise OutputError(f"folder {out} berisi berkas lain; pilih folder baru atau kosong untuk --out.")


def _publish(folder: Path, target: Path, own: OwnFiles) -> None:
    """Renames folder to target; an earlier run folder there is moved aside first and removed last."""
    _refuse_foreign(target, own)
    if not target.exists():
        folder.rename(target)
        return
    aside = new_temporary(target.absolute().parent)
    target.rename(aside)
    try:
        folder.rename(target)
    except OSError:
        aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _failure(where: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    return OutputError(
        f"folder hasil tidak dapat ditulis di {where} ({reason}); periksa hak akses dan ruang disk, atau pakai --out."
    )
