"""One document, straight through: file, print, meaning, claims, checks, result."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.audit import last_frame, run_checks
from pipeline.daftar import claim_tally, contents
from pipeline.intake import Found, take_in
from schemas.config import AuditConfig
from schemas.errors import CapaianError, ReadError
from schemas.kinerja import Laporan
from schemas.printed import FileKind, PrintedDocument, SourceFile
from schemas.provenance import page_of
from schemas.result import DocumentResult, Note, Problem, RunResult, Status

if TYPE_CHECKING:
    from extractors.base import Family
    from schemas.extraction import Extraction

log = logging.getLogger(__name__)

PageCounter = Callable[[int, int], None]
"""Called with (pages done, pages in all) while a document is read."""

Process = Callable[[SourceFile, AuditConfig, PageCounter | None], DocumentResult]
"""What is done with one file of a run."""

HARMLESS_NOTES = frozenset({"slow-path", "picture"})
"""Kinds of reading notes that tell of a second way that worked, or of pictures among the text, which nearly every
report has; every other one degrades the document."""


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


def _read_pdf(source: SourceFile, config: AuditConfig, on_page: PageCounter | None) -> PrintedDocument:
    from extractors.readers.pdf import read_pdf

    return read_pdf(source, progress=on_page, max_pages=config.max_pages)


def _read_docx(source: SourceFile, config: AuditConfig, on_page: PageCounter | None) -> PrintedDocument:
    from extractors.readers.docx import read_docx

    return read_docx(source, max_unpacked_bytes=config.max_unpacked_bytes)


READERS: Mapping[FileKind, Callable[[SourceFile, AuditConfig, PageCounter | None], PrintedDocument]] = {
    FileKind.PDF: _read_pdf,
    FileKind.DOCX: _read_docx,
}


def families() -> tuple[Family, ...]:
    """All families, the fallback last; imported here so that `capaian --help` stays fast."""
    from extractors.families.lkjip import LkjipFamily
    from extractors.families.umum import UmumFamily

    return (LkjipFamily(), UmumFamily())


def audit_file(
    path: str | Path, config: AuditConfig | None = None, *, on_page: PageCounter | None = None
) -> DocumentResult:
    """Reads one report and checks it.

    Raises:
        CapaianError: when the file cannot be taken in or read, or a stage of ours breaks.
    """
    config = config or AuditConfig()
    with _stage("intake"):
        source = take_in(path, config)
    return _audit_source(source, config, on_page)


def _audit_source(source: SourceFile, config: AuditConfig, on_page: PageCounter | None) -> DocumentResult:
    started = time.monotonic()
    document = _extract_source(source, config, on_page)
    assert document.laporan is not None  # the stages before either make one or raise
    with _stage("check"):
        audit = run_checks(document.laporan, source.sha256)
    problems = (*document.problems, *audit.problems)
    return replace(
        document,
        status=Status.PARTIAL if problems else Status.OK,
        seconds=time.monotonic() - started,
        problems=problems,
        tally=audit.tally,
        findings=audit.findings,
        rows_checked=audit.rows_checked,
        rows_unchecked=audit.rows_unchecked,
    )


def _extract_source(source: SourceFile, config: AuditConfig, on_page: PageCounter | None) -> DocumentResult:
    """All of a document but what the checks say."""
    started = time.monotonic()
    with _stage("read"):
        printed = READERS[source.kind](source, config, on_page)
        _refuse_blank(printed)
    with _stage("extract"):
        family = choose_family(printed, families())
        extraction = family.extract(printed)
    with _stage("interpret"):
        linked = _interpret(extraction)
    laporan, broken = _claims(linked, printed)
    problems = (*_reading_problems(printed), *_mapping_problems(laporan), *broken)
    return DocumentResult(
        path=source.path,
        sha256=source.sha256,
        family=family.name,
        status=Status.PARTIAL if problems else Status.OK,
        pages=printed.pages,
        seconds=time.monotonic() - started,
        instansi=laporan.metadata.instansi,
        tahun=laporan.metadata.tahun,
        problems=problems,
        notes=(*_reading_notes(printed), *_mapping_notes(laporan)),
        claims=claim_tally(laporan),
        contents=contents(laporan),
        printed=printed,
        laporan=laporan,
    )


def _interpret(extraction: Extraction) -> Laporan:
    from pipeline.interpret import interpret
    from pipeline.link import link
    from pipeline.normalise import normalise

    return link(normalise(interpret(extraction)))


def _claims(laporan: Laporan, printed: PrintedDocument) -> tuple[Laporan, tuple[Problem, ...]]:
    """The report with the claims of its sentences read and judged.

    What breaks is a problem each, and what was read and judged besides stays: tables are never lost by it.
    """
    from extractors.narasi import read_narasi
    from pipeline.interpret_narasi import read_kalimat
    from pipeline.klaim import judge_claims

    problems: list[Problem] = []
    try:
        sentences = read_narasi(printed.blocks, laporan.metadata.instansi)
        laporan = replace(laporan, kalimat=tuple(read_kalimat(teks) for teks in sentences))
        laporan = judge_claims(laporan, lambda judge, error: problems.append(_claims_broken(f"penilai {judge}", error)))
    except Exception as error:
        problems.append(_claims_broken("pembacaan kalimat", error))
    return laporan, tuple(problems)


def _claims_broken(what: str, error: Exception) -> Problem:
    frame = last_frame(error)
    log.error("claims: %s: %s: %s at %s", what, type(error).__name__, error, frame, exc_info=error)
    return Problem(
        stage="claim",
        kind="claims-broken",
        message=f"{what} terhenti oleh kesalahan program ({type(error).__name__} di {frame}); tabel tetap lengkap, "
        "sebagian atau semua klaim dalam kalimat tidak dinilai. Laporkan bersama run.log.",
    )


def choose_family(printed: PrintedDocument, candidates: Sequence[Family]) -> Family:
    """The family that scores best; on a tie the first; the last (the fallback) when none scores above 0."""
    scores = [family.score(printed) for family in candidates]
    best = max(scores)
    return candidates[scores.index(best)] if best > 0 else candidates[-1]


@contextmanager
def _stage(name: str) -> Iterator[None]:
    """Names the stage in which an unforeseen error happened."""
    try:
        yield
    except CapaianError:
        raise
    except Exception as error:
        raise StepError(name, error) from error


def _refuse_blank(printed: PrintedDocument) -> None:
    """A document without one readable character is not read; it must never pass as one without findings.

    Raises:
        ReadError: no-text-layer for a PDF, no-text for a Word file.
    """
    if any(line.text.strip() for line in printed.lines) or any(
        cell.flat.strip() for table in printed.tables for cell in table.cells
    ):
        return
    if printed.source.kind is FileKind.PDF:
        raise ReadError(
            "no-text-layer",
            "halaman hanya berisi gambar, tanpa lapisan teks; jalankan OCR dahulu, lalu periksa lagi. "
            "Tidak ada yang diperiksa.",
        )
    raise ReadError("no-text", "dokumen tidak memuat teks yang dapat dibaca. Tidak ada yang diperiksa.")


def _reading_problems(printed: PrintedDocument) -> tuple[Problem, ...]:
    return tuple(
        Problem(stage="read", kind=note.kind, message=note.message, page=note.page)
        for note in printed.notes
        if note.kind not in HARMLESS_NOTES
    )


def _reading_notes(printed: PrintedDocument) -> tuple[Note, ...]:
    return tuple(
        Note(stage="read", kind=note.kind, message=note.message, page=note.page)
        for note in printed.notes
        if note.kind in HARMLESS_NOTES
    )


def _mapping_problems(laporan: Laporan) -> tuple[Problem, ...]:
    """The case that no table at all was understood."""
    if laporan.tabel:
        return ()
    return (
        Problem(
            stage="extract",
            kind="no-known-table",
            message="tidak satu pun tabel kinerja atau anggaran dikenali; tidak ada angka yang dihitung ulang.",
        ),
    )


def _mapping_notes(laporan: Laporan) -> tuple[Note, ...]:
    """Tables that were read and not understood."""
    return tuple(
        Note(
            stage="extract",
            kind="table-unmapped",
            message=f"{tabel.caption or f'tabel ke-{tabel.number + 1} tanpa judul'}: {tabel.reason}",
            page=page_of(tabel.place),
        )
        for tabel in laporan.belum_dipetakan
    )


def audit_found(
    found: Found,
    config: AuditConfig | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    on_document: Callable[[DocumentResult], DocumentResult] | None = None,
) -> RunResult:
    """Audits what `find_documents` found.

    Args:
        found: files and the paths that lead nowhere; the latter become failed documents.
        config: settings.
        on_progress: told of every document and page.
        on_document: is given every result as soon as it exists and returns what the run keeps of it, so that
            a long run need not hold every page of every document.
    """
    return _run(_audit_source, found, config, on_progress, on_document)


def extract_found(
    found: Found,
    config: AuditConfig | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    on_document: Callable[[DocumentResult], DocumentResult] | None = None,
) -> RunResult:
    """Reads what `find_documents` found and runs no check; arguments as in `audit_found`."""
    return _run(_extract_source, found, config, on_progress, on_document)


def _run(
    process: Process,
    found: Found,
    config: AuditConfig | None,
    on_progress: Callable[[Progress], None] | None,
    on_document: Callable[[DocumentResult], DocumentResult] | None,
) -> RunResult:
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


def _process_or_fail(
    process: Process, path: str, config: AuditConfig, on_page: PageCounter | None
) -> DocumentResult:
    """The result of a document, a failed one when anything at all goes wrong with it."""
    log.info("%s: start", path)
    started = time.monotonic()
    source: SourceFile | None = None
    try:
        with _stage("intake"):
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
