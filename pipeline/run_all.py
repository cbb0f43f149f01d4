"""Many documents, one after the other: an error in one is told and stops no other."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from pipeline.audit import last_frame, run_link_checks, with_answers
from pipeline.identity import new_run_id, tool_name
from pipeline.intake import Found, take_in
from pipeline.link import Kelompok, kelompokkan_kantor, tautkan
from schemas.config import AuditConfig
from schemas.errors import CapaianError, ReadError
from schemas.printed import SourceFile
from schemas.result import DocumentResult, Problem, RunResult, Status
from schemas.tautan import Deret

log = logging.getLogger(__name__)

PageCounter = Callable[[int, int], None]
"""Called with (pages done, pages in all) while a document is read."""

Process = Callable[[SourceFile, AuditConfig, PageCounter | None], DocumentResult]
"""What is done with one file of a run."""

Linked = tuple[tuple[DocumentResult, ...], tuple[Deret, ...]]
"""Documents with what was said of them beside each other, and their indicators over the years."""


class StepError(CapaianError):
    """A stage broke on a document by a fault of ours; the original error is its cause."""

    def __init__(self, stage: str, error: Exception) -> None:
        self.stage = stage
        self.frame = last_frame(error)
        super().__init__(
            f"kesalahan program pada tahap {stage} ({type(error).__name__} di {self.frame}); "
            "dokumen ini tidak selesai diperiksa. Laporkan bersama run.log."
        )


class OutOfMemoryError(CapaianError):
    """A document needs more memory than there is, or than it may have."""

    kind = "memory-limit"

    def __init__(self, stage: str) -> None:
        self.stage = stage
        super().__init__(
            f"memori habis pada tahap {stage}; dokumen ini tidak selesai diperiksa. Pecah berkasnya, atau periksa "
            "di komputer atau dengan batas memori yang lebih besar."
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
    except MemoryError as error:
        raise OutOfMemoryError(name) from error
    except Exception as error:
        raise StepError(name, error) from error


def run_documents(
    process: Process,
    found: Found,
    config: AuditConfig | None,
    on_progress: Callable[[Progress], None] | None,
    on_document: Callable[[DocumentResult], DocumentResult] | None,
    link: Callable[[Sequence[DocumentResult]], Linked] | None = None,
) -> RunResult:
    """Does `process` with every file that was found; a path that leads nowhere becomes a failed document.

    Args:
        process: what is done with one file.
        found: files and the paths that lead nowhere.
        config: settings.
        on_progress: told of every document and page.
        on_document: is given every result and returns what the run keeps of it.
        link: is given all kept results and says what they are beside each other.
    """
    config = config or AuditConfig()
    keep = on_document or (lambda document: document)
    started = datetime.now().astimezone()
    documents = [keep(failed_document(path, None, error, 0.0)) for path, error in found.failures]
    total = len(found.files)
    for index, path in enumerate(found.files, start=1):
        on_page = _page_counter(on_progress, index, total, path)
        documents.append(keep(_process_or_fail(process, path, config, on_page)))
    linked, deret = link(documents) if link is not None else (tuple(documents), ())
    return RunResult(
        run_id=new_run_id(started),
        started=started.isoformat(timespec="seconds"),
        tool=tool_name(),
        config_hash=config.hash(),
        documents=linked,
        deret=deret,
    )


def link_documents(documents: Sequence[DocumentResult]) -> Linked:
    """The documents with the answers of the checks of documents against each other."""
    return _link(documents, checked=True)


def tie_documents(documents: Sequence[DocumentResult]) -> Linked:
    """The documents tied together without any check."""
    return _link(documents, checked=False)


def _link(documents: Sequence[DocumentResult], *, checked: bool) -> Linked:
    """Office by office; one that breaks costs no other, nor what was found in its documents before."""
    answered = list(documents)
    deret: list[Deret] = []
    ikhtisar = [document.ikhtisar for document in documents]
    for posisi in kelompokkan_kantor(ikhtisar):
        try:
            kelompok = tautkan(ikhtisar, posisi)
        except Exception as error:
            problem = _not_linked(error)
            for at in posisi:
                answered[at] = replace(
                    answered[at], status=Status.PARTIAL, problems=(*answered[at].problems, problem)
                )
            continue
        deret += kelompok.deret
        _ask(answered, kelompok)
        if checked:
            _answer(answered, kelompok)
    return tuple(answered), tuple(deret)


def _ask(documents: list[DocumentResult], kelompok: Kelompok) -> None:
    """Adds the questions about names of two documents to those of the document that prints the name."""
    for at, tanya in kelompok.tanya.items():
        ikhtisar = documents[at].ikhtisar
        if ikhtisar is not None:
            documents[at] = replace(documents[at], ikhtisar=replace(ikhtisar, tanya=(*ikhtisar.tanya, *tanya)))


def _answer(documents: list[DocumentResult], kelompok: Kelompok) -> None:
    for at, tautan in zip(kelompok.posisi, kelompok.tautan, strict=True):
        documents[at] = with_answers(documents[at], run_link_checks(tautan))


def _not_linked(error: Exception) -> Problem:
    frame = last_frame(error)
    log.error("link: %s: %s at %s", type(error).__name__, error, frame, exc_info=error)
    return Problem(
        stage="check",
        kind="link-broken",
        message="pembandingan dengan dokumen lain terhenti oleh kesalahan program "
        f"({type(error).__name__} di {frame}); temuan di dalam dokumen ini tetap lengkap. Laporkan bersama run.log.",
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
        document = failed_document(path, source, error, time.monotonic() - started)
    told = f", {len(document.findings)} findings" if document.tally else ""
    log.info("%s: %s, %.1f s%s", path, document.status, document.seconds, told)
    return document


def failed_document(path: str, source: SourceFile | None, error: CapaianError, seconds: float) -> DocumentResult:
    """The result of a document on which an error put an end to the work; the error is logged.

    Args:
        path: the file.
        source: the same once it was taken in, None before.
        error: what went wrong.
        seconds: how long was worked on it.
    """
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
