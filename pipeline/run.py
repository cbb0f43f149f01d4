"""One document, straight through: file, print, meaning, then claims and checks, or records of decrees."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.audit import last_frame, run_checks
from pipeline.daftar import claim_tally, contents
from pipeline.ikhtisar import ikhtisarkan
from pipeline.intake import Found, take_in
from pipeline.migrasi.sisa import migrasi_of
from pipeline.normalise.gabung import memakai_berkas
from pipeline.remarks import mapping_notes, mapping_problems, reading_notes, reading_problems
from pipeline.run_all import PageCounter, Progress, link_documents, run_documents, stage, tie_documents
from schemas.config import AuditConfig
from schemas.errors import ReadError
from schemas.keputusan import JenisKeputusan
from schemas.kinerja import Laporan
from schemas.migrasi import Penerimaan
from schemas.printed import FileKind, PrintedDocument, SourceFile
from schemas.result import DocumentResult, Note, Problem, RunResult, Status
from schemas.tautan import Ikhtisar

if TYPE_CHECKING:
    from extractors.base import Family
    from schemas.extraction import Extraction

log = logging.getLogger(__name__)

_NO_RECORD = Problem(
    stage="extract",
    kind="no-record",
    message="dokumen ini tampak seperti keputusan, lampirannya, atau perjanjian kinerja, tetapi isinya tidak dikenali.",
)
_NO_DECREE = Note(
    stage="extract",
    kind="no-decree",
    message="bukan keputusan, lampiran indikator, atau perjanjian kinerja; tidak ada yang dimuat darinya.",
)


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
    from extractors.families.iki2017 import Iki2017Family
    from extractors.families.keputusan import KeputusanFamily
    from extractors.families.lkjip import LkjipFamily
    from extractors.families.perjanjian import PerjanjianFamily
    from extractors.families.umum import UmumFamily

    return (LkjipFamily(), KeputusanFamily(), Iki2017Family(), PerjanjianFamily(), UmumFamily())


def audit_file(
    path: str | Path, config: AuditConfig | None = None, *, on_page: PageCounter | None = None
) -> DocumentResult:
    """Reads one report and checks it; against other documents of its office nothing can be checked.

    Raises:
        CapaianError: when the file cannot be taken in or read, a stage of ours breaks, or the kamus of the settings
            cannot be followed.
    """
    config = config or AuditConfig()
    with memakai_berkas(config.kamus, config.nama):
        with stage("intake"):
            source = take_in(path, config)
        documents, _ = link_documents([_audit_source(source, config, on_page)])
        return documents[0]


def _audit_source(source: SourceFile, config: AuditConfig, on_page: PageCounter | None) -> DocumentResult:
    return check_document(extract_source(source, config, on_page))


def check_document(document: DocumentResult) -> DocumentResult:
    """What was read of a document, with the answers of the checks.

    Args:
        document: as `extract_source` gives it; its pages (`printed`) are not looked at.

    Raises:
        CapaianError: when the stage itself breaks; a check that breaks is a problem of the document.
    """
    started = time.monotonic()
    assert document.laporan is not None and document.sha256 is not None  # a document that was read has both
    with stage("check"):
        audit = run_checks(document.laporan, document.sha256)
    problems = (*document.problems, *audit.problems)
    return replace(
        document,
        status=Status.PARTIAL if problems else Status.OK,
        seconds=document.seconds + time.monotonic() - started,
        problems=problems,
        tally=audit.tally,
        findings=audit.findings,
        rows_checked=audit.rows_checked,
        rows_unchecked=audit.rows_unchecked,
    )


def extract_source(source: SourceFile, config: AuditConfig, on_page: PageCounter | None = None) -> DocumentResult:
    """All of a document but what the checks say.

    Raises:
        CapaianError: when the file cannot be read, or a stage of ours breaks on it.
    """
    started = time.monotonic()
    printed, extraction = _read_source(source, config, on_page)
    with stage("interpret"):
        linked = _interpret(extraction)
    with stage("claim"):
        laporan, broken = _claims(linked, printed)
    with stage("interpret"):
        ikhtisar, unfit = _digest(laporan, printed, extraction.family)
    problems = (*reading_problems(printed), *mapping_problems(laporan), *broken, *unfit)
    return DocumentResult(
        path=source.path,
        sha256=source.sha256,
        family=extraction.family,
        status=Status.PARTIAL if problems else Status.OK,
        pages=printed.pages,
        seconds=time.monotonic() - started,
        instansi=laporan.metadata.instansi,
        tahun=laporan.metadata.tahun,
        problems=problems,
        notes=(*reading_notes(printed), *mapping_notes(laporan)),
        claims=claim_tally(laporan),
        contents=contents(laporan),
        printed=printed,
        laporan=laporan,
        ikhtisar=ikhtisar,
    )


def _read_source(
    source: SourceFile, config: AuditConfig, on_page: PageCounter | None
) -> tuple[PrintedDocument, Extraction]:
    """What a document prints, and which part each of its texts plays."""
    with stage("read"):
        printed = READERS[source.kind](source, config, on_page)
        _refuse_blank(printed)
    with stage("extract"):
        return printed, choose_family(printed, families()).extract(printed)


def _interpret(extraction: Extraction) -> Laporan:
    from pipeline.aturan import tetapkan_aturan
    from pipeline.interpret.laporan import interpret
    from pipeline.normalise import normalise

    return tetapkan_aturan(normalise(interpret(extraction)))


def _claims(laporan: Laporan, printed: PrintedDocument) -> tuple[Laporan, tuple[Problem, ...]]:
    """The report with the claims of its sentences read and judged.

    What breaks is a problem each, and what was read and judged besides stays: tables are never lost by it.
    """
    from extractors.narasi import read_narasi
    from pipeline.interpret.narasi import read_kalimat
    from pipeline.klaim import judge_claims

    problems: list[Problem] = []
    try:
        sentences = read_narasi(printed.blocks, laporan.metadata.instansi)
        laporan = replace(laporan, kalimat=tuple(read_kalimat(teks) for teks in sentences))
        laporan = judge_claims(laporan, lambda judge, error: problems.append(_claims_broken(f"penilai {judge}", error)))
    except MemoryError:
        raise
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


def _digest(
    laporan: Laporan, printed: PrintedDocument, family: str
) -> tuple[Ikhtisar | None, tuple[Problem, ...]]:
    """What others are compared with; when it breaks, the document is only not compared."""
    lines = (*printed.lines, *printed.asides)
    texts = (*(line.text for line in lines), *(cell.flat for table in printed.tables for cell in table.cells))
    source = printed.source
    try:
        return ikhtisarkan(laporan, path=source.path, sha256=source.sha256, family=family, teks=texts), ()
    except MemoryError:
        raise
    except Exception as error:
        frame = last_frame(error)
        log.error("digest: %s: %s at %s", type(error).__name__, error, frame, exc_info=error)
        problem = Problem(
            stage="interpret",
            kind="digest-broken",
            message="ringkasan untuk pembandingan antardokumen terhenti oleh kesalahan program "
            f"({type(error).__name__} di {frame}); dokumen ini tidak dibandingkan dengan dokumen lain. "
            "Laporkan bersama run.log.",
        )
        return None, (problem,)


def choose_family(printed: PrintedDocument, candidates: Sequence[Family]) -> Family:
    """The family that scores best; on a tie the first; the last (the fallback) when none scores above 0."""
    scores = [family.score(printed) for family in candidates]
    best = max(scores)
    return candidates[scores.index(best)] if best > 0 else candidates[-1]


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

    Raises:
        KamusError: when the kamus or the decisions of the settings cannot be followed; no document is read then.
    """
    config = config or AuditConfig()
    with memakai_berkas(config.kamus, config.nama):
        return run_documents(_audit_source, found, config, on_progress, on_document, link_documents)


def extract_found(
    found: Found,
    config: AuditConfig | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    on_document: Callable[[DocumentResult], DocumentResult] | None = None,
) -> RunResult:
    """Reads what `find_documents` found and runs no check; arguments and errors as in `audit_found`."""
    config = config or AuditConfig()
    with memakai_berkas(config.kamus, config.nama):
        return run_documents(extract_source, found, config, on_progress, on_document, tie_documents)


def migrate_file(
    path: str | Path, config: AuditConfig | None = None, diterima: Mapping[str, Penerimaan] | None = None
) -> DocumentResult:
    """Reads the decrees of one document as records; no check is run and no sentence judged.

    Raises:
        CapaianError: when the file cannot be taken in or read, or a stage of ours breaks.
    """
    config = config or AuditConfig()
    with stage("intake"):
        source = take_in(path, config)
    return _migrate_source(source, config, None, diterima or {})


def migrate_found(
    found: Found,
    config: AuditConfig | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    on_document: Callable[[DocumentResult], DocumentResult] | None = None,
    diterima: Mapping[str, Penerimaan] | None = None,
) -> RunResult:
    """Reads the decrees of what `find_documents` found as records; arguments as in `audit_found`.

    A file with the bytes of an earlier one is passed over, so that no indicator is counted twice.

    Args:
        found: files and the paths that lead nowhere.
        config: settings.
        on_progress: told of every document and page.
        on_document: is given every result and returns what the run keeps of it.
        diterima: what persons accepted of what is not understood, by id.
    """
    paths: dict[str, str] = {}

    def process(source: SourceFile, config: AuditConfig, on_page: PageCounter | None) -> DocumentResult:
        if source.sha256 in paths:
            return _same_bytes(source, paths[source.sha256])
        document = _migrate_source(source, config, on_page, diterima or {})
        paths[source.sha256] = source.path
        return document

    return run_documents(process, found, config, on_progress, on_document)


def _migrate_source(
    source: SourceFile, config: AuditConfig, on_page: PageCounter | None, diterima: Mapping[str, Penerimaan]
) -> DocumentResult:
    """The records of a document; one of another family without any is passed over."""
    from pipeline.interpret.laporan import interpret

    started = time.monotonic()
    printed, extraction = _read_source(source, config, on_page)
    with stage("interpret"):
        laporan = interpret(extraction)
    foreign = not laporan.keputusan and extraction.family not in set(JenisKeputusan)
    problems = (*reading_problems(printed), *(() if laporan.keputusan or foreign else (_NO_RECORD,)))
    return DocumentResult(
        path=source.path,
        sha256=source.sha256,
        family=extraction.family,
        status=Status.SKIPPED if foreign else Status.PARTIAL if problems else Status.OK,
        pages=printed.pages,
        seconds=time.monotonic() - started,
        instansi=laporan.metadata.instansi,
        tahun=laporan.metadata.tahun,
        problems=problems,
        notes=(*reading_notes(printed), *((_NO_DECREE,) if foreign else ())),
        printed=printed,
        laporan=laporan,
        migrasi=None if foreign else migrasi_of(source.sha256, laporan.keputusan, problems, diterima),
    )


def _same_bytes(source: SourceFile, earlier: str) -> DocumentResult:
    note = Note(stage="intake", kind="same-content", message=f"isinya sama persis dengan {earlier}; tidak dimuat lagi.")
    return DocumentResult(path=source.path, sha256=source.sha256, family=None, status=Status.SKIPPED, notes=(note,))
