"""Words in which a run is told to the auditor, the same on the terminal and in the report."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from schemas.finding import Evidence, Severity
from schemas.provenance import DocxPlace
from schemas.result import DocumentResult, Problem, RunResult, Status

SEVERITY_NAMES = {
    Severity.DECISION: "keputusan",
    Severity.ERROR: "galat",
    Severity.PRESENTATION: "penyajian",
    Severity.ADVISORY: "catatan",
}
STATUS_NAMES = {
    Status.OK: "terbaca penuh",
    Status.PARTIAL: "terbaca sebagian",
    Status.FAILED: "gagal dibaca",
    Status.SKIPPED: "dilewati",
}
UNMAPPED = "table-unmapped"
_LONGEST_HEADING = 60


def short_names(run: RunResult) -> dict[str, str]:
    """Path of every document to its name below the folder that all of them share."""
    folders = [str(Path(document.path).absolute().parent) for document in run.documents]
    shared = os.path.commonpath(folders) if folders else ""
    return {
        document.path: os.path.relpath(Path(document.path).absolute(), shared) for document in run.documents
    }


def place_words(evidence: Evidence) -> str:
    """Where a printed text stands: a page of a PDF, heading and block (and row) of a Word file."""
    place = evidence.place
    if not isinstance(place, DocxPlace):
        return f"hal. {place.page}"
    heading = place.heading or ""
    if len(heading) > _LONGEST_HEADING:
        heading = heading[: _LONGEST_HEADING - 1] + "…"
    row = evidence.row if evidence.row is not None else place.row
    parts = [f"“{heading}”"] if heading else []
    parts.append(f"blok {place.block + 1}")
    if row is not None:
        parts.append(f"baris {row + 1}")
    return ", ".join(parts)


def unchecked_reasons(documents: Iterable[DocumentResult]) -> tuple[tuple[str, str, int], ...]:
    """(code, reason, count) over the documents, most frequent first."""
    counts = Counter[tuple[str, str]]()
    for document in documents:
        for code, tally in document.tally.items():
            for reason, count in tally.unchecked.items():
                counts[code, reason] += count
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple((code, reason, count) for (code, reason), count in ranked)


def problem_lines(problems: Iterable[Problem]) -> tuple[tuple[str, str], ...]:
    """(pages, message): equal messages once, with all their pages; pages are blank for the whole file."""
    pages: dict[str, list[int]] = {}
    for problem in problems:
        pages.setdefault(problem.message, [])
        if problem.page is not None:
            pages[problem.message].append(problem.page)
    return tuple((page_ranges(numbers), message) for message, numbers in pages.items())


def page_ranges(numbers: Iterable[int]) -> str:
    """`hal. 1–3, 7` for 1, 2, 3, 7; blank for none."""
    ranges: list[list[int]] = []
    for number in sorted(set(numbers)):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    if not ranges:
        return ""
    return "hal. " + ", ".join(str(low) if low == high else f"{low}–{high}" for low, high in ranges)
