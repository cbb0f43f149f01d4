"""What `capaian audit` prints (documents, gravest findings, what could not be checked), and `capaian extract`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TextIO

from pipeline.terminal.lines import (
    STATUS_WORDS,
    Line,
    Names,
    aligned,
    counted,
    documents_table,
    names_of,
    print_blocks,
    printable,
    problem_lines,
    rest,
)
from pipeline.writers.extract_json import FILE as EXTRACT_JSON
from pipeline.writers.wording import (
    SEVERITY_NAMES,
    UNMAPPED,
    claim_counts,
    claim_words,
    place_words,
    unchecked_reasons,
)
from schemas.finding import SEVERITIES, Finding
from schemas.keputusan import JenisKeputusan
from schemas.result import DocumentResult, RunResult, Status

MOST_FINDINGS = 10
MOST_REASONS = 8
_NARROW_HEADINGS = ("Terbaca", "Hal.", "Diperiksa", "Kep.", "Galat", "Peny.", "Cat.", "Detik")
_WIDE_HEADINGS = (
    "Keluarga", "Terbaca", "Halaman", "Diperiksa", "Keputusan", "Galat", "Penyajian", "Catatan", "Detik",
)  # fmt: skip
_EXTRACT_NARROW = ("Terbaca", "Hal.", "Tabel", "Baris", "Nilai", "Ind.", "Klaim", "Detik")
_EXTRACT_WIDE = ("Keluarga", "Terbaca", "Halaman", "Tabel", "Baris", "Nilai", "Indikator", "Klaim", "Detik")
_CLAIM_HEADINGS = ("dibaca", "dengan tabel", "dihitung ulang", "tidak diperiksa")


def gravest(run: RunResult) -> list[tuple[DocumentResult, Finding]]:
    """All findings with their documents, gravest first, documents in their order."""
    pairs = [(document, finding) for document in run.documents for finding in document.findings]
    return sorted(pairs, key=lambda pair: SEVERITIES.index(pair[1].severity))


def print_summary(run: RunResult, folder: Path | None, stream: TextIO | None = None) -> None:
    """Prints the summary of an audit, as wide as the terminal.

    Args:
        run: the run.
        folder: where its files are; None when they could not be written.
        stream: stdout unless given.
    """
    names = names_of(run)
    text = documents_table(run, names, (_NARROW_HEADINGS, _WIDE_HEADINGS), _document_cells)
    blocks = [
        problem_lines(run, names), _finding_lines(run, names), _claim_lines(run, names), _unchecked_lines(run, names),
    ]  # fmt: skip
    print_blocks(text, blocks, folder, stream)


def print_extract(run: RunResult, folder: Path | None, stream: TextIO | None = None) -> None:
    """Prints what was read of every document; arguments as in `print_summary`."""
    names = names_of(run)
    text = documents_table(run, names, (_EXTRACT_NARROW, _EXTRACT_WIDE), _extract_cells)
    blocks = [problem_lines(run, names), _claim_lines(run, names), _unmapped_lines(run, EXTRACT_JSON)]
    print_blocks(text, blocks, folder, stream)


def _document_cells(document: DocumentResult) -> list[str]:
    words = [document.family or "-", STATUS_WORDS[document.status]]
    seconds = f"{document.seconds:.1f}".replace(".", ",")
    if document.status is Status.FAILED:
        return [*words, *["-"] * (2 + len(SEVERITIES)), seconds]
    counts = Counter(finding.severity for finding in document.findings)
    return [
        *words,
        str(document.pages) if document.pages is not None else "-",
        f"{document.rows_checked}/{document.rows_checked + document.rows_unchecked}",
        *(str(counts[severity]) for severity in SEVERITIES),
        seconds,
    ]


def _extract_cells(document: DocumentResult) -> list[str]:
    words = [document.family or "-", STATUS_WORDS[document.status]]
    seconds = f"{document.seconds:.1f}".replace(".", ",")
    if document.status is Status.FAILED:
        return [*words, *["-"] * 6, seconds]
    held = document.contents
    return [
        *words,
        str(document.pages) if document.pages is not None else "-",
        f"{held.tables}/{held.tables + held.unmapped}",
        *(str(count) for count in (held.rows, held.values, held.indicators, document.claims.read)),
        seconds,
    ]


def _finding_lines(run: RunResult, names: Names) -> list[Line]:
    pairs = gravest(run)
    if not pairs:
        readable = any(document.status is not Status.FAILED for document in run.documents)
        return [Line(text="Tidak ada temuan pada yang dapat diperiksa.")] if readable else []
    lines = [Line(text="Temuan terberat:" if len(pairs) > MOST_FINDINGS else "Temuan:")]
    for document, finding in pairs[:MOST_FINDINGS]:
        where = f"{names[document.path]}, {printable(place_words(finding.evidence[0]))}"
        lines.append(Line(text=f"{finding.code} {SEVERITY_NAMES[finding.severity]} · {where}", indent=2, hang=2))
        named = finding.subject.lower() in finding.message.lower()
        message = finding.message if named else f"{finding.subject}: {finding.message}"
        lines.append(Line(text=printable(message), indent=4))
    return lines + rest(pairs, MOST_FINDINGS, "temuan")


def _claim_lines(run: RunResult, names: Names) -> list[Line]:
    """How the claims in the sentences of every document ended, one line each."""
    read = [document for document in run.documents if document.status is not Status.FAILED]
    if len(read) <= 1:
        return [Line(text=f"klaim kalimat: {claim_words(document.claims)}", hang=2) for document in read]
    rows = [[str(count) for count in claim_counts(document.claims)] for document in read]
    table = aligned("Klaim kalimat", [names[document.path] for document in read], _CLAIM_HEADINGS, rows)
    return [Line(text=text, whole=True) for text in table]


def _unchecked_lines(run: RunResult, names: Names) -> list[Line]:
    reasons = unchecked_reasons(run.documents)
    told = [counted(count, f"{printable(reason)} ({codes})") for codes, reason, count in reasons[:MOST_REASONS]]
    told += rest(reasons, MOST_REASONS, "alasan")
    told += _unmapped_lines(run, "laporan")
    if idle := [names[document.path] for document in run.documents if _is_idle(document)]:
        told.append(counted(len(idle), f"dokumen tanpa satu baris pun yang dihitung ulang: {', '.join(idle)}"))
    return [Line(text="Tidak dapat diperiksa:"), *told] if told else []


def _unmapped_lines(run: RunResult, where: str) -> list[Line]:
    unmapped = sum(note.kind == UNMAPPED for document in run.documents for note in document.notes)
    text = f"tabel terbaca tetapi belum dipahami; rinciannya di {where}"
    return [counted(unmapped, text)] if unmapped else []


def _is_idle(document: DocumentResult) -> bool:
    """Whether tables of figures were understood and still no row could be recomputed.

    A document without such tables is a problem; one that is a decree has formulas to be checked, not rows.
    """
    tableless = any(problem.kind == "no-known-table" for problem in document.problems)
    decree = document.family in set(JenisKeputusan) and not document.rows_unchecked
    return document.status is not Status.FAILED and not (document.rows_checked or tableless or decree)
