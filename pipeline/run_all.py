"""Many documents, one after the other: an error in one is told and stops no other."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version

from pipeline.audit import last_frame
from pipeline.intake import Found, take_in
from schemas.config import AuditConfig
from schemas.errors import CapaianError, ReadError
from schemas.printed import SourceFile
from schemas.result import DocumentResult, Problem, RunResult, Status

log = logging.getLogger(__name__)

PageCounter = Callable[[int, int], None]
"""Called with (pages done, pages in all) while a document is read."""

Process = Callable[[SourceFile, AuditConfig, PageCounter | None], DocumentResult]
"""What is done with one file of a run."""


class StepError(CapaianError):
    """A stage broke on a document by a fault of ours; the original error is its cause."""

    def __init__(self, stage: str, error: Exception) -> None:
        self.stage = stage
        self.frame = last_frame(error)
        super().__init__(
            f"kesalahan program pada tahap {stage} ({type(error).__name__} di {self.frame}); "
            "dokumen ini tidak selesai diperiksa. Laporkan bersama run.log."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is: document `index` (from 1) of `total`, `page` of `pages` (0 of 0 before reading)."""

    index: int
    total: int
    path: str
    page: int = 0
    pages: int = 0


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Names the stage in which an unforeseen error happened."""
    try:
        yield
    except CapaianError:
        raise
    except Exception as error:
        raise StepError(name, error) from error


def run_documents(
    process: Process,
    found: Found,
    config: AuditConfig | None,
    on_progress: Callable[[Progress], None] | None,
    on_document: Callable[[DocumentResult], DocumentResult] | None,
) -> RunResult:
    """Does `process` with every file that was found; a path that leads nowhere becomes a failed document."""
    config = config or AuditConfig()
    keep = on_document or (lambda document: document)
    started = datetime.now().astimezone()
    documents = [keep(_failed(path, None, error, 0.0)) for path, error in found.failures]
    total = len(found.files)
    for index, path in enumerate(found.files, start=1):
        on_page = _page_counter(on_progress, index, total, path)
        documents.append(keep(_process_or_fail(process, path, config, on_page)))
    return RunResult(
        run_id=new_run_id(started),
        started=started.isoformat(timespec="seconds"),
        tool=tool_name(),
        config_hash=config.hash(),
        documents=tuple(documents),
    )


def _page_counter(
    on_progress: Callable[[Progress], None] | None, index: int, total: int, path: str
) -> PageCounter | None:
    """Reports a document's start at once and gives the reader the means to report its pages."""
    if on_progress is None:
        return None
    report = on_progress
    report(Progress(index=index, total=total, path=path))
    return lambda page, pages: report(Progress(index=index, total=total, path=path, page=page, pages=pages))


def _process_or_fail(process: Process, path: str, config: AuditConfig, on_page: PageCounter | None) -> DocumentResult:
    """The result of a document, a failed one when anything at all goes wrong with it."""
    log.info("%s: start", path)
    started = time.monotonic()
    source: SourceFile | None = None
    try:
        with stage("intake"):
            source = take_in(path, config)
        document = process(source, config, on_page)
    except CapaianError as error:
        document = _failed(path, source, error, time.monotonic() - started)
    told = f", {len(document.findings)} findings" if document.tally else ""
    log.info("%s: %s, %.1f s%s", path, document.status, document.seconds, told)
    return document


def _failed(path: str, source: SourceFile | None, error: CapaianError, seconds: float) -> DocumentResult:
    if isinstance(error, StepError):
        log.error(
            "%s: stage %s: %s at %s",
            path,
            error.stage,
            error.__cause__,
            error.frame,
            exc_info=error.__cause__,
        )
    else:
        log.error("%s: stage %s: %s: %s", path, error.stage, error.kind, error)
    page = error.page if isinstance(error, ReadError) else None
    return DocumentResult(
        path=path,
        sha256=source.sha256 if source else None,
        family=None,
        status=Status.FAILED,
        seconds=seconds,
        problems=(Problem(stage=error.stage, kind=error.kind, message=str(error), page=page),),
    )


def new_run_id(started: datetime) -> str:
    """Local time and four random characters: sortable, and free even for two runs in one second."""
    return f"{started:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"


def tool_name() -> str:
    """Name and version of the program."""
    try:
        return f"capaian {version('capaian')}"
    except PackageNotFoundError:
        return "capaian (tidak terpasang)"
