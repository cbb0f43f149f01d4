"""What `capaian audit` prints: a table of documents, the gravest findings, what could not be checked."""

from __future__ import annotations

import sys
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from pipeline.writers.wording import (
    SEVERITY_NAMES,
    UNMAPPED,
    place_words,
    problem_lines,
    short_names,
    unchecked_reasons,
)
from schemas.finding import SEVERITIES, Finding
from schemas.result import DocumentResult, RunResult, Status

if TYPE_CHECKING:
    from rich.table import Table

Indented = tuple[int, str]
"""A line and the columns it is indented by, wrapped lines too."""

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

    stream = stream or sys.stdout
    names = {path: printable(name) for path, name in short_names(run).items()}
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        console.print(_documents_table(run, names))
    blocks = [_problem_lines(run, names), _finding_lines(run, names), _unchecked_lines(run, names)]
    if folder is not None:
        blocks.append([(0, f"Hasil lengkap: {printable(str(folder))}")])
    text = [line.rstrip() for line in capture.get().splitlines()]
    for block in filter(None, blocks):
        text.append("")
        text += [_wrapped(line, indent, console.width) for indent, line in block]
    stream.write("\n".join(text) + "\n")


def _wrapped(text: str, indent: int, width: int) -> str:
    """Text broken at blanks; a word longer than the line (a path) stays whole."""
    margin = " " * indent
    lines = textwrap.wrap(text, width - indent, break_long_words=False, break_on_hyphens=False)
    return "\n".join(margin + line for line in lines)


def _documents_table(run: RunResult, names: dict[str, str]) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, padding=0, pad_edge=False, show_edge=False)
    table.add_column("Berkas", overflow="fold", min_width=20)
    table.add_column("Keluarga", overflow="fold", max_width=10)
    table.add_column("Hal.", justify="right", no_wrap=True)
    table.add_column("Diperiksa\n/ tak", justify="right", no_wrap=True)
    for heading in ("Kepu-\ntusan", "Galat", "Penya-\njian", "Cata-\ntan", "Detik"):
        table.add_column(heading, justify="right", no_wrap=True)
    for document in run.documents:
        table.add_row(names[document.path], *_document_cells(document))
    return table


def _document_cells(document: DocumentResult) -> list[str]:
    seconds = f"{document.seconds:.1f}".replace(".", ",")
    if document.status is Status.FAILED:
        return [STATUS_WORDS[Status.FAILED], "-", "-", "-", "-", "-", "-", seconds]
    status = STATUS_WORDS.get(document.status)
    counts = Counter(finding.severity for finding in document.findings)
    return [
        f"{document.family or '-'} ({status})" if status else document.family or "-",
        str(document.pages) if document.pages is not None else "-",
        f"{document.rows_checked} / {document.rows_unchecked}",
        *(str(counts[severity]) for severity in SEVERITIES),
        seconds,
    ]


def _problem_lines(run: RunResult, names: dict[str, str]) -> list[Indented]:
    told = [
        (2, f"{names[document.path]}{pages and ', ' + pages}: {printable(message)}")
        for document in run.documents
        for pages, message in problem_lines(problem for problem in document.problems if problem.degrades)
    ]
    if not told:
        return []
    return [
        (0, "Tidak terbaca atau hanya sebagian:"),
        *told[:MOST_PROBLEMS],
        *_rest(told, MOST_PROBLEMS, "masalah"),
    ]


def _finding_lines(run: RunResult, names: dict[str, str]) -> list[Indented]:
    pairs = gravest(run)
    if not pairs:
        readable = any(document.status is not Status.FAILED for document in run.documents)
        return [(0, "Tidak ada temuan pada yang dapat diperiksa.")] if readable else []
    lines = [(0, "Temuan terberat:")]
    for document, finding in pairs[:MOST_FINDINGS]:
        where = f"{names[document.path]}, {printable(place_words(finding.evidence[0]))}"
        lines.append((2, f"{finding.code} {SEVERITY_NAMES[finding.severity]} · {where}"))
        named = finding.subject.lower() in finding.message.lower()
        lines.append((4, printable(finding.message if named else f"{finding.subject}: {finding.message}")))
    return lines + _rest(pairs, MOST_FINDINGS, "temuan")


def _unchecked_lines(run: RunResult, names: dict[str, str]) -> list[Indented]:
    reasons = unchecked_reasons(run.documents)
    unmapped = sum(problem.kind == UNMAPPED for document in run.documents for problem in document.problems)
    idle = [
        names[document.path]
        for document in run.documents
        if document.status is not Status.FAILED and not document.rows_checked
    ]
    if not reasons and not unmapped and not idle:
        return []
    lines = [(0, "Tidak dapat diperiksa:")]
    lines += [
        (2, f"{count:>4} × {code}: {printable(reason)}") for code, reason, count in reasons[:MOST_REASONS]
    ]
    lines += _rest(reasons, MOST_REASONS, "alasan")
    if unmapped:
        lines.append((2, f"{unmapped:>4} tabel terbaca tetapi belum dipahami (rinciannya di laporan)"))
    if idle:
        lines.append(
            (2, f"{len(idle):>4} dokumen tanpa satu baris pun yang dihitung ulang: {', '.join(idle)}")
        )
    return lines


def _rest(items: Sequence[object], shown: int, noun: str) -> list[Indented]:
    return [(2, f"… dan {len(items) - shown} {noun} lain")] if len(items) > shown else []
