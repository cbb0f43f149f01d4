"""Words in which a run is told to the auditor, the same on the terminal and in the report."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePath

from schemas.finding import Evidence, Severity
from schemas.narasi import HasilKlaim
from schemas.provenance import DocxPlace, Place
from schemas.result import ClaimTally, DocumentResult, Note, Problem, RunResult, Status

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
    return {document.path: os.path.relpath(Path(document.path).absolute(), shared) for document in run.documents}


def shortened(path: str, width: int) -> str:
    """A path in at most `width` characters: its folders are cut first, then the middle of the name, with an …."""
    if len(path) <= width:
        return path
    folder, slash, name = path.rpartition("/")
    if slash and len(name) + 5 <= width:
        return f"{folder[: width - len(name) - 2]}…/{name}"
    tail = (width - 1) * 3 // 5
    return f"{path[: width - 1 - tail]}…{path[len(path) - tail :]}"


def place_words(evidence: Evidence) -> str:
    """Where a piece of evidence stands, with the file of another document; the row of its table counts more."""
    spot = spot_words(evidence.place, evidence.row)
    return f"{file_name(evidence.document)}, {spot}" if evidence.document is not None else spot


def file_name(path: str) -> str:
    """A path without its folders."""
    return PurePath(path.replace("\\", "/")).name


def spot_words(place: Place, row: int | None = None) -> str:
    """Where a printed text stands: a page of a PDF, heading and block (and row) of a Word file."""
    if not isinstance(place, DocxPlace):
        return f"hal. {place.page}"
    heading = place.heading or ""
    if len(heading) > _LONGEST_HEADING:
        heading = heading[: _LONGEST_HEADING - 1] + "…"
    row = row if row is not None else place.row
    parts = [f"“{heading}”"] if heading else []
    parts.append(f"blok {place.block + 1}")
    if row is not None:
        parts.append(f"baris {row + 1}")
    return ", ".join(parts)


def unchecked_reasons(documents: Iterable[DocumentResult]) -> tuple[tuple[str, str, int], ...]:
    """(codes, reason, count) over the documents, most frequent first; checks that agree in both stand together."""
    counts = Counter[tuple[str, str]]()
    for document in documents:
        for code, tally in document.tally.items():
            for reason, count in tally.unchecked.items():
                counts[reason, code] += count
    codes: dict[tuple[str, int], list[str]] = {}
    for (reason, code), count in sorted(counts.items()):
        codes.setdefault((reason, count), []).append(code)
    ranked = sorted(codes.items(), key=lambda item: (-item[0][1], item[1]))
    return tuple((", ".join(same), reason, count) for (reason, count), same in ranked)


def claim_words(claims: ClaimTally) -> str:
    """How the claims of a document ended, in one line."""
    if not claims.read:
        return "tidak ada yang dibaca"
    read, against_tables, recomputed, unchecked = claim_counts(claims)
    return (
        f"{read} dibaca, {against_tables} dicocokkan dengan tabel, {recomputed} dihitung ulang, "
        f"{unchecked} tidak diperiksa"
    )


def claim_counts(claims: ClaimTally) -> tuple[int, int, int, int]:
    """Claims read, held against tables, recomputed from their own numbers, not checked; the first is the sum."""
    return claims.read, claims.against_tables, claims.recomputed, claims.count(HasilKlaim.TAK_DIUJI)


def claim_rows(claims: ClaimTally) -> tuple[tuple[HasilKlaim, str, int], ...]:
    """(outcome, reason, count): outcomes in their order, then those not checked, the most frequent reason first."""
    checked = [hasil for hasil in HasilKlaim if hasil is not HasilKlaim.TAK_DIUJI and claims.count(hasil)]
    ranked = sorted(claims.unchecked.items(), key=lambda item: (-item[1], item[0]))
    return (
        *((hasil, "", claims.count(hasil)) for hasil in checked),
        *((HasilKlaim.TAK_DIUJI, reason, count) for reason, count in ranked),
    )


def remark_lines(remarks: Iterable[Problem | Note]) -> tuple[tuple[str, str], ...]:
    """(pages, message): equal messages once, with all their pages; pages are blank for the whole file."""
    pages: dict[str, list[int]] = {}
    for remark in remarks:
        pages.setdefault(remark.message, [])
        if remark.page is not None:
            pages[remark.message].append(remark.page)
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
