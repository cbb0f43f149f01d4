"""One document of a batch, from its file to values that can be sent: result, what was read, files of a run folder."""

from __future__ import annotations

import hashlib
import io
import logging
import pickle
import resource
import tempfile
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from pipeline.batch.kinds import CHANGED, IO_ERROR, PASSING_INTAKE
from pipeline.intake import take_in
from pipeline.normalise.gabung import memakai_berkas
from pipeline.run import check_document, extract_source
from pipeline.run_all import OutOfMemoryError, StepError, failed_document, stage
from pipeline.writers import WRITERS
from schemas.batch import MIB, Task, TaskResult
from schemas.errors import CapaianError, IntakeError, KamusError, OutputError
from schemas.printed import SourceFile
from schemas.result import DocumentResult, Problem

log = logging.getLogger(__name__)

FILE_FORMATS = ("json", "csv")
"""Formats whose writers say something of each document while it is at hand."""

LINE = logging.Formatter("%(levelname)s %(name)s: %(message)s")
"""How a record of the log becomes text that is sent; the time is added where it is written down."""

_LOUD = ("pipeline", "extractors")
_STATUS = Path("/proc/self/status")
_KIB = 1024


def do_task(task: Task) -> TaskResult:
    """Reads and checks one document, or only checks what was read of it before.

    Nothing is raised for a fault of the file or of the program: the result is that of a failed document then. It
    depends on where the file is only where paths stand.

    Args:
        task: the document; where `reading` is given and intact, the file is not opened.
    """
    with _collected() as lines:
        result = _do(task)
    return replace(result, peak_bytes=peak_bytes(), log=tuple(lines))


def _do(task: Task) -> TaskResult:
    started = time.monotonic()
    taken: list[SourceFile] = []
    try:
        with stage("run"), memakai_berkas(task.config.kamus, task.config.nama):
            return _checked_again(task) or _read_and_checked(task, taken)
    except CapaianError as error:
        source = taken[0] if taken else None
        document = failed_document(task.path, source, error, time.monotonic() - started)
        if isinstance(error, OutOfMemoryError):
            document = replace(document, problems=(_out_of_memory(error, task),))
        elif isinstance(error, StepError) and isinstance(error.__cause__, OSError):
            document = replace(document, problems=(_system_fault(error, error.__cause__),))
        return TaskResult(document=document, may_pass=may_pass(error))


def _system_fault(error: StepError, cause: OSError) -> Problem:
    """The problem when the system failed in the middle of the work: it is none of the document."""
    return Problem(
        stage=error.stage,
        kind=IO_ERROR,
        message=f"sistem gagal membaca atau menulis ({cause.strerror or cause}); periksa media, jaringan, dan ruang "
        "disk, lalu ulangi.",
    )


def _out_of_memory(error: OutOfMemoryError, task: Task) -> Problem:
    """The problem with the limit that was in force, and how to raise it."""
    return Problem(
        stage=error.stage,
        kind=error.kind,
        message=f"memori habis pada tahap {error.stage} (batas {task.memory_limit / MIB:g} MiB, --memory-limit); "
        "dokumen ini tidak selesai diperiksa. Naikkan batasnya, kurangi --jobs bila memori komputer kurang, atau "
        "pecah berkasnya.",
    )


def may_pass(error: CapaianError) -> bool:
    """Whether an error says nothing of the document itself and may be gone at the next try."""
    if isinstance(error, IntakeError):
        return error.kind in PASSING_INTAKE
    if isinstance(error, StepError):
        return isinstance(error.__cause__, OSError)
    return isinstance(error, KamusError | OutputError)


def _read_and_checked(task: Task, taken: list[SourceFile]) -> TaskResult:
    """All of it, from the file on; `taken` receives the file once it was taken in."""
    mark = _mark(task.path)
    try:
        source = _take_in(task)
        taken.append(source)
        extracted = extract_source(source, task.config)
    except CapaianError:
        _refuse_other(task.path, mark)
        raise
    _refuse_other(task.path, mark)
    with stage("write"):
        reading, files = pack_reading(extracted), _pack_files(extracted)
    return TaskResult(document=_lean(check_document(extracted)), reading=reading, files=files)


def _checked_again(task: Task) -> TaskResult | None:
    """The answers of the checks on what was read before; None without it, or when it cannot be unpacked."""
    if task.reading is None:
        return None
    try:
        before = unpack_reading(task.reading, task.path)
    except MemoryError:
        raise
    except Exception as error:  # whatever damage does to a pickle: the file is still there to be read
        log.warning("%s: what was read before is damaged (%s); read anew", task.path, error)
        return None
    return TaskResult(document=_lean(check_document(before)))


def _take_in(task: Task) -> SourceFile:
    """The file, with the content that it is to have.

    Raises:
        IntakeError: as `take_in`; `changed` when the content is another one, whatever is wrong with that.
    """
    try:
        with stage("intake"):
            source = take_in(task.path, task.config)
    except IntakeError as error:
        if error.kind not in PASSING_INTAKE and _digest(task.path) != task.sha256:
            raise _changed() from error
        raise
    if source.sha256 != task.sha256:
        raise _changed()
    return source


def _digest(path: str) -> str | None:
    """SHA-256 of a file, None when it cannot be read."""
    try:
        with Path(path).open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()
    except OSError:
        return None


def _mark(path: str) -> tuple[int, ...] | None:
    """What tells a file from another one, or from itself after it was written to; None when there is none."""
    try:
        status = Path(path).stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _refuse_other(path: str, mark: tuple[int, ...] | None) -> None:
    """Refuses what was read of a file that is not the same any more.

    Raises:
        IntakeError: changed.
    """
    if mark is not None and _mark(path) != mark:
        raise _changed()


def _changed() -> IntakeError:
    return IntakeError(
        CHANGED, "isi berkas berubah sejak folder dilihat; ulangi setelah penulisan atau penyalinannya selesai."
    )


def _lean(document: DocumentResult) -> DocumentResult:
    return replace(document, printed=None, laporan=None)


def pack_reading(document: DocumentResult) -> bytes:
    """What was read of a document without its pages, packed; no path is in it.

    Args:
        document: as `extract_source` gives it.
    """
    kept = replace(document.at_path(""), printed=None, seconds=0.0)
    return zlib.compress(pickle.dumps(kept, protocol=pickle.HIGHEST_PROTOCOL), 1)


def unpack_reading(reading: bytes, path: str) -> DocumentResult:
    """What was read of a document, as `check_document` needs it.

    Args:
        reading: as `pack_reading` gives it, from this version of the program.
        path: where the document is now.

    Raises:
        ValueError: when something else was packed; and whatever a damaged pickle leads to.
    """
    document = pickle.loads(zlib.decompress(reading))
    if not isinstance(document, DocumentResult) or document.laporan is None:
        raise ValueError("not what was read of a document")
    return document.at_path(path)


def _pack_files(document: DocumentResult) -> bytes:
    """A ZIP of what the writers of a run folder add for one document, with equal bytes for equal files.

    Raises:
        OutputError: when there is no room for the files that are made on the way.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="capaian-", ignore_cleanup_errors=True) as made:
            folder = Path(made)
            for writer in WRITERS:
                if writer.add is not None and writer.format in FILE_FORMATS:
                    writer.add(document, folder)
            return _zipped(folder)
    except OSError as error:
        raise OutputError(
            f"folder sementara {tempfile.gettempdir()} tidak dapat ditulis ({error.strerror or error}); kosongkan "
            "ruang disknya, atau pilih folder lain dengan TMPDIR."
        ) from error


def _zipped(folder: Path) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as package:
        for path in sorted(item for item in folder.rglob("*") if item.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix())
            package.writestr(entry, path.read_bytes(), compress_type=zipfile.ZIP_DEFLATED, compresslevel=1)
    return archive.getvalue()


def peak_bytes() -> int:
    """The most memory that this process held so far, in bytes."""
    try:
        held = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(held.split()[1]) * _KIB
    except (OSError, StopIteration, ValueError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KIB


class _Lines(logging.Handler):
    """Keeps records as lines of text."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Adds one line for a message, more for a traceback."""
        try:
            self.lines += LINE.format(record).splitlines()
        except Exception:
            self.handleError(record)


@contextmanager
def _collected() -> Iterator[list[str]]:
    """Keeps what is logged within the block, warnings too."""
    handler = _Lines()
    levels = {name: logging.getLogger(name).level for name in _LOUD}
    logging.getLogger().addHandler(handler)
    logging.captureWarnings(True)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.INFO)
    try:
        yield handler.lines
    finally:
        logging.getLogger().removeHandler(handler)
        logging.captureWarnings(False)
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
