"""What is measured, and against what: plain pdfplumber on the same file in the same process, in CPU time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pdfplumber

from extractors.readers.pdf import read_pdf
from pipeline.run import audit_file
from schemas.printed import FileKind, PrintedDocument, SourceFile


def read_plainly(path: Path) -> int:
    """Every table and text of a file through pdfplumber as it is used without us; gives the number of pages."""
    pdf = pdfplumber.open(path)
    try:
        for page in pdf.pages:
            page.extract_tables()
            page.extract_text()
            page.close()
        return len(pdf.pages)
    finally:
        pdf.close()


def read_ours(path: Path) -> PrintedDocument:
    return read_pdf(
        SourceFile(path=str(path), sha256="", size_bytes=path.stat().st_size, kind=FileKind.PDF)
    )


def audit_ours(path: Path) -> None:
    audit_file(path)


def cpu_seconds(function: Callable[[Path], object], path: Path, *, repeats: int) -> float:
    """The least CPU time of several runs: other work on the machine only ever adds to it."""
    times = []
    for _ in range(repeats):
        started = time.process_time()
        function(path)
        times.append(time.process_time() - started)
    return min(times)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """CPU seconds for one file."""

    name: str
    pages: int
    plain: float
    reading: float
    audit: float

    @property
    def reading_ratio(self) -> float:
        """How many times faster reading is than plain pdfplumber."""
        return self.plain / self.reading

    @property
    def audit_share(self) -> float:
        """The whole audit as a share of plain pdfplumber's time."""
        return self.audit / self.plain


def total(timings: list[Timing]) -> Timing:
    return Timing(
        name=f"{len(timings)} files",
        pages=sum(t.pages for t in timings),
        plain=sum(t.plain for t in timings),
        reading=sum(t.reading for t in timings),
        audit=sum(t.audit for t in timings),
    )


def timing_table(timings: list[Timing]) -> list[str]:
    head = f"{'ms per page':<44}{'pages':>6}{'plain':>9}{'reading':>9}{'audit':>8}{'faster':>9}{'audit/plain':>13}"
    return [head, *(_row(timing) for timing in [*timings, total(timings)])]


def _row(timing: Timing) -> str:
    plain, reading, audit = (1000 * s / timing.pages for s in (timing.plain, timing.reading, timing.audit))
    return (
        f"{timing.name[-43:]:<44}{timing.pages:>6}{plain:>9.1f}{reading:>9.2f}{audit:>8.2f}"
        f"{timing.reading_ratio:>8.1f}x{timing.audit_share:>13.3f}"
    )
