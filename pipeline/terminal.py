"""What `capaian audit` prints: a table of documents, the gravest findings, what could not be checked."""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from pipeline.writers.wording import SEVERITY_NAMES, UNMAPPED, place_words, problem_lines, unchecked_reasons
from schemas.finding import SEVERITIES, Finding
from schemas.result import DocumentResult, RunResult, Status

if TYPE_CHECKING:
    from rich.table import Table

MOST_FINDINGS = 10
MOST_REASONS = 8
MOST_PROBLEMS = 12
STATUS_WORDS = {Status.PARTIAL: "sebagian", Status.FAILED: "gagal", Status.SKIPPED: "dilewati"}


def printable(text: str) -> str:
    """Text that cannot steer a terminal: control characters and lone surrogates become ?."""
    return "".join("?" if unicodedata.category(char) in {"Cc", "Cs", "Cf"} else char for char in text)


def gravest(run: RunResult) -> list[tuple[DocumentResult, Finding]]:
    """All findings with their documents, gravest first, documents in their order."""
    pairs = [(document, finding) for document in run.documents for finding in document.findings]
    return sorted(pairs, key=lambda pair: SEVERITIES.index(pair[1].severity))


def print_summary(run: RunResult, folder: Path | None, stream: TextIO | None = None) -> None:
    """Prints the summary of a run.

    Args:
        run: the run.
        folder: where its files are; None when they could not be written.
        stream: stdout unless given.
    """
    from rich.console import Console

    console = Console(file=stream or sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=False)
    console.print(_documents_table(run))
    for lines in (_problem_lines(run), _finding_lines(run), _unchecked_lines(run)):
        if lines:
            console.print()
            for line in lines:
                console.print(line)
    if folder is not None:
        console.print()
        console.print(f"Hasil lengkap: {printable(str(folder))}", soft_wrap=True)


def _documents_table(run: RunResult) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    table.add_column("Berkas", overflow="fold", ratio=None)
    table.add_column("Keluarga", overflow="fold")
    table.add_column("Hal.", justify="right", no_wrap=True)
    table.add_column("Diperiksa\n/ tak", justify="right", no_wrap=True)
    for heading in ("Kepu-\ntusan", "Galat", "Penya-\njian", "Cata-\ntan"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("Detik", justify="right", no_wrap=True)
    for document in run.documents:
        table.add_row(*_document_cells(document))
    return table


def _document_cells(document: DocumentResult) -> list[str]:
    family = document.family or "-"
    if document.status is not Status.OK:
        family = (
            f"{family} ({STATUS_WORDS[document.status]})"
            if document.family
            else STATUS_WORDS[document.status]
        )
    if document.status is Status.FAILED:
        return [printable(document.path), family, "-", "-", "-", "-", "-", "-", f"{document.seconds:.1f}"]
    counts = Counter(finding.severity for finding in document.findings)
    return [
        printable(document.path),
        family,
        str(document.pages) if document.pages is not None else "-",
        f"{document.rows_checked} / {document.rows_unchecked}",
        *(str(counts[severity]) for severity in SEVERITIES),
        f"{document.seconds:.1f}",
    ]


def _problem_lines(run: RunResult) -> list[str]:
    told = [
        f"  {printable(document.path)}{pages and ', ' + pages}: {printable(message)}"
        for document in run.documents
        for pages, message in problem_lines(problem for problem in document.problems if problem.degrades)
    ]
    if not told:
        return []
    return [
        "Tidak terbaca atau hanya sebagian:",
        *told[:MOST_PROBLEMS],
        *_rest(len(told), MOST_PROBLEMS, "masalah"),
    ]


def _finding_lines(run: RunResult) -> list[str]:
    pairs = gravest(run)
    readable = [document for document in run.documents if document.status is not Status.FAILED]
    if not pairs:
        return ["Tidak ada temuan pada yang dapat diperiksa."] if readable else []
    lines = ["Temuan terberat:"]
    for document, finding in pairs[:MOST_FINDINGS]:
        where = f"{Path(printable(document.path)).name}, {printable(place_words(finding.evidence[0]))}"
        lines.append(f"  {finding.code} {SEVERITY_NAMES[finding.severity]} · {where}")
        lines.append(f"    {printable(finding.message)}")
    return lines + _rest(len(pairs), MOST_FINDINGS, "temuan")


def _unchecked_lines(run: RunResult) -> list[str]:
    reasons = unchecked_reasons(run.documents)
    unmapped = sum(problem.kind == UNMAPPED for document in run.documents for problem in document.problems)
    if not reasons and not unmapped:
        return []
    lines = ["Tidak dapat diperiksa:"]
    lines += [f"  {count:>4} × {code}: {printable(reason)}" for code, reason, count in reasons[:MOST_REASONS]]
    lines += _rest(len(reasons), MOST_REASONS, "alasan")
    if unmapped:
        lines.append(f"  {unmapped:>4} tabel terbaca tetapi belum dipahami (rinciannya di laporan)")
    return lines


def _rest(count: int, shown: int, noun: str) -> list[str]:
    return [f"  … dan {count - shown} {noun} lain"] if count > shown else []
