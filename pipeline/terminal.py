"""What `capaian audit` prints (documents, gravest findings, what could not be checked), and `capaian extract`."""

from __future__ import annotations

import shutil
import sys
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Sized
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from pipeline.writers.extract_json import FILE as EXTRACT_JSON
from pipeline.writers.wording import (
    SEVERITY_NAMES,
    UNMAPPED,
    claim_counts,
    claim_words,
    place_words,
    remark_lines,
    short_names,
    shortened,
    unchecked_reasons,
)
from schemas.finding import SEVERITIES, Finding
from schemas.result import DocumentResult, RunResult, Status

MOST_FINDINGS = 10
MOST_REASONS = 8
MOST_PROBLEMS = 12
WIDE = 110
"""From this many columns on the headings are whole words and the family has a column."""

Names = dict[str, str]
"""Path of a document to the name it is told by."""

_STATUS_WORDS = {Status.OK: "penuh", Status.PARTIAL: "sebagian", Status.FAILED: "gagal", Status.SKIPPED: "dilewati"}
_NARROW_HEADINGS = ("Terbaca", "Hal.", "Diperiksa", "Kep.", "Galat", "Peny.", "Cat.", "Detik")
_WIDE_HEADINGS = (
    "Keluarga", "Terbaca", "Halaman", "Diperiksa", "Keputusan", "Galat", "Penyajian", "Catatan", "Detik",
)  # fmt: skip
_EXTRACT_NARROW = ("Terbaca", "Hal.", "Tabel", "Baris", "Nilai", "Ind.", "Klaim", "Detik")
_EXTRACT_WIDE = ("Keluarga", "Terbaca", "Halaman", "Tabel", "Baris", "Nilai", "Indikator", "Klaim", "Detik")
_CLAIM_HEADINGS = ("dibaca", "dengan tabel", "dihitung ulang", "tidak diperiksa")
_SHORTEST_NAME = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the summary, `indent` columns from the left.

    What does not fit hangs `hang` columns further in; a `whole` line, one of a table, is never broken.
    """

    text: str
    indent: int = 0
    hang: int = 0
    whole: bool = False


def printable(text: str) -> str:
    """Text that cannot steer a terminal: control characters and lone surrogates become ?."""
    return "".join("?" if unicodedata.category(char) in {"Cc", "Cs", "Cf"} else char for char in text)


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
    names = _names(run)
    text = _documents_table(run, names, (_NARROW_HEADINGS, _WIDE_HEADINGS), _document_cells)
    blocks = [
        _problem_lines(run, names), _finding_lines(run, names), _claim_lines(run, names), _unchecked_lines(run, names),
    ]  # fmt: skip
    _print(text, blocks, folder, stream)


def print_extract(run: RunResult, folder: Path | None, stream: TextIO | None = None) -> None:
    """Prints what was read of every document; arguments as in `print_summary`."""
    names = _names(run)
    text = _documents_table(run, names, (_EXTRACT_NARROW, _EXTRACT_WIDE), _extract_cells)
    blocks = [_problem_lines(run, names), _claim_lines(run, names), _unmapped_lines(run, EXTRACT_JSON)]
    _print(text, blocks, folder, stream)


def _names(run: RunResult) -> Names:
    return {path: printable(name) for path, name in short_names(run).items()}


def _print(text: list[str], blocks: list[list[Line]], folder: Path | None, stream: TextIO | None) -> None:
    """The table of documents and, each below a blank line, the blocks that hold anything."""
    width = shutil.get_terminal_size().columns
    if folder is not None:
        blocks.append([Line(text=f"Hasil lengkap: {printable(str(folder))}")])
    for block in filter(None, blocks):
        text.append("")
        text += [_wrapped(line, width) for line in block]
    (stream or sys.stdout).write("\n".join(text) + "\n")


def _wrapped(line: Line, width: int) -> str:
    """Text broken at blanks; a word longer than the line (a path) stays whole."""
    if line.whole:
        return line.text
    return textwrap.fill(
        line.text,
        width,
        initial_indent=" " * line.indent,
        subsequent_indent=" " * (line.indent + line.hang),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _documents_table(
    run: RunResult,
    names: Names,
    headings_by_width: tuple[tuple[str, ...], tuple[str, ...]],
    cells_of: Callable[[DocumentResult], list[str]],
) -> list[str]:
    """One line per document below a heading."""
    wide = shutil.get_terminal_size().columns >= WIDE
    shown = [names[document.path] for document in run.documents]
    rows = [cells_of(document)[0 if wide else 1 :] for document in run.documents]
    if wide:
        return _aligned("Berkas", shown, headings_by_width[wide], rows, words=2)
    return _aligned("Berkas", shown, headings_by_width[wide], rows, words=1, gap=" ")


def _aligned(
    title: str, names: list[str], headings: tuple[str, ...], rows: list[list[str]], *, words: int = 0, gap: str = "  "
) -> list[str]:
    """Names with their cells below a heading; names are cut to what the cells leave, all of them alike.

    Args:
        title: heading of the names.
        names: one for every row.
        headings: one for every column of cells.
        rows: the cells.
        words: how many of the first cells are words; the others are figures.
        gap: what stands between two columns.
    """
    width = shutil.get_terminal_size().columns
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    left = max(width - sum(widths) - len(gap) * len(widths), _SHORTEST_NAME)
    shown = _told_apart(names, left)
    left = max(map(len, (title, *shown)))
    table = []
    for name, cells in zip((title, *shown), (headings, *rows), strict=True):
        aligned = [
            cell.ljust(size) if number < words else cell.rjust(size)
            for number, (cell, size) in enumerate(zip(cells, widths, strict=True))
        ]
        table.append(gap.join([name.ljust(left), *aligned]).rstrip())
    table.insert(1, "─" * min(max(map(len, table)), width))
    return table


def _told_apart(names: list[str], width: int) -> list[str]:
    """Names cut to width; those that would look alike stay whole."""
    short = [shortened(name, width) for name in names]
    seen = Counter(short)
    return [cut if seen[cut] == 1 else name for cut, name in zip(short, names, strict=True)]


def _document_cells(document: DocumentResult) -> list[str]:
    words = [document.family or "-", _STATUS_WORDS[document.status]]
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
    words = [document.family or "-", _STATUS_WORDS[document.status]]
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


def _problem_lines(run: RunResult, names: Names) -> list[Line]:
    """Every problem once, with the documents that have it."""
    told: dict[str, list[str]] = {}
    for document in run.documents:
        for pages, message in remark_lines(document.problems):
            told.setdefault(printable(message), []).append(f"{names[document.path]}{pages and ', ' + pages}")
    lines = [Line(text="Tidak terbaca atau hanya sebagian:")] if told else []
    for message, places in list(told.items())[:MOST_PROBLEMS]:
        if len(places) == 1:
            lines.append(Line(text=f"{places[0]}: {message}", indent=2, hang=2))
            continue
        lines.append(Line(text=f"{len(places)} dokumen: {message}", indent=2, hang=2))
        lines += [Line(text=place, indent=6, hang=2) for place in places[:MOST_PROBLEMS]]
        lines += _rest(places, MOST_PROBLEMS, "dokumen", 6)
    return lines + _rest(told, MOST_PROBLEMS, "masalah")


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
    return lines + _rest(pairs, MOST_FINDINGS, "temuan")


def _claim_lines(run: RunResult, names: Names) -> list[Line]:
    """How the claims in the sentences of every document ended, one line each."""
    read = [document for document in run.documents if document.status is not Status.FAILED]
    if len(read) <= 1:
        return [Line(text=f"klaim kalimat: {claim_words(document.claims)}", hang=2) for document in read]
    rows = [[str(count) for count in claim_counts(document.claims)] for document in read]
    table = _aligned("Klaim kalimat", [names[document.path] for document in read], _CLAIM_HEADINGS, rows)
    return [Line(text=text, whole=True) for text in table]


def _unchecked_lines(run: RunResult, names: Names) -> list[Line]:
    reasons = unchecked_reasons(run.documents)
    told = [_counted(count, f"{printable(reason)} ({codes})") for codes, reason, count in reasons[:MOST_REASONS]]
    told += _rest(reasons, MOST_REASONS, "alasan")
    told += _unmapped_lines(run, "laporan")
    if idle := [names[document.path] for document in run.documents if _is_idle(document)]:
        told.append(_counted(len(idle), f"dokumen tanpa satu baris pun yang dihitung ulang: {', '.join(idle)}"))
    return [Line(text="Tidak dapat diperiksa:"), *told] if told else []


def _unmapped_lines(run: RunResult, where: str) -> list[Line]:
    unmapped = sum(note.kind == UNMAPPED for document in run.documents for note in document.notes)
    text = f"tabel terbaca tetapi belum dipahami; rinciannya di {where}"
    return [_counted(unmapped, text)] if unmapped else []


def _is_idle(document: DocumentResult) -> bool:
    """Whether tables were understood and still no row could be recomputed; a document without tables is a problem."""
    tableless = any(problem.kind == "no-known-table" for problem in document.problems)
    return document.status is not Status.FAILED and not document.rows_checked and not tableless


def _counted(count: int, text: str) -> Line:
    return Line(text=f"{count:>4} × {text}", indent=2, hang=7)


def _rest(items: Sized, shown: int, noun: str, indent: int = 2) -> list[Line]:
    return [Line(text=f"… dan {len(items) - shown} {noun} lain", indent=indent)] if len(items) > shown else []
