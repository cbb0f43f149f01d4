"""report.html: one page for the auditor that opens without a network."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pipeline.writers.cells import without_bidi
from pipeline.writers.sentences import quoted, quotes
from pipeline.writers.wording import (
    SEVERITY_NAMES,
    STATUS_NAMES,
    UNMAPPED,
    claim_rows,
    claim_words,
    place_words,
    remark_lines,
    short_names,
    unchecked_reasons,
)
from schemas.finding import SEVERITIES, Evidence, Finding, Severity
from schemas.narasi import HasilKlaim
from schemas.result import DocumentResult, RunResult

FILE = "report.html"
_PIECES = 500  # of the template that are written at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One document as the page shows it.

    Attributes:
        anchor: fragment name, unique on the page.
        groups: findings by severity, gravest first, empty severities left out.
        problems: (pages, message) of what could not be done.
        unmapped: tables that were read and not understood.
        notes: all other notes.
        unchecked: (codes, reason, count), most frequent first.
        claims: (outcome, reason, count) of the claims in sentences; `claim_line` says the same in one line.
    """

    anchor: str
    document: DocumentResult
    groups: tuple[tuple[Severity, tuple[Finding, ...]], ...]
    counts: tuple[int, ...]
    problems: tuple[tuple[str, str], ...]
    unmapped: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...]
    unchecked: tuple[tuple[str, str, int], ...]
    claims: tuple[tuple[HasilKlaim, str, int], ...]
    claim_line: str


def write_report_html(run: RunResult, path: Path) -> None:
    """Writes the page; every text of a document is escaped by the template."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    here = Path(__file__).parent
    environment = Environment(
        loader=FileSystemLoader(here),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["place"] = place_words
    environment.filters["desimal"] = _desimal
    environment.filters["sources"] = sources
    environment.filters["quotes"] = quotes
    sections = [_section(number, document) for number, document in enumerate(run.documents, start=1)]
    page = environment.get_template("report_page.html").stream(
        run=run,
        sections=sections,
        names=short_names(run),
        severities=[(severity, SEVERITY_NAMES[severity].capitalize()) for severity in SEVERITIES],
        totals=[sum(section.counts[index] for section in sections) for index in range(len(SEVERITIES))],
        checked=sum(document.rows_checked for document in run.documents),
        unchecked=sum(document.rows_unchecked for document in run.documents),
        status_names=STATUS_NAMES,
        severity_names=SEVERITY_NAMES,
        unmapped_kind=UNMAPPED,
        css=(here / "report_page.css").read_text(encoding="utf-8"),
    )
    page.enable_buffering(_PIECES)
    with path.open("w", encoding="utf-8", errors="replace") as handle:
        handle.writelines(map(without_bidi, page))


def _section(number: int, document: DocumentResult) -> Section:
    counts = Counter(finding.severity for finding in document.findings)
    return Section(
        anchor=f"dokumen-{number}",
        document=document,
        groups=tuple(
            (severity, tuple(finding for finding in document.findings if finding.severity is severity))
            for severity in SEVERITIES
            if counts[severity]
        ),
        counts=tuple(counts[severity] for severity in SEVERITIES),
        problems=remark_lines(document.problems),
        unmapped=remark_lines(note for note in document.notes if note.kind == UNMAPPED),
        notes=remark_lines(note for note in document.notes if note.kind != UNMAPPED),
        unchecked=unchecked_reasons([document]),
        claims=claim_rows(document.claims),
        claim_line=claim_words(document.claims),
    )


def sources(finding: Finding) -> tuple[tuple[str, tuple[Evidence, ...]], ...]:
    """Evidence that no quote shows, by the place it shares: (page and table, evidence), in the order of the finding."""
    grouped: dict[str, list[Evidence]] = {}
    for evidence in (item for item in finding.evidence if not quoted(item)):
        where = " · ".join(filter(None, (_page_words(evidence), evidence.table)))
        grouped.setdefault(where, []).append(evidence)
    return tuple((where, tuple(same)) for where, same in grouped.items())


def _page_words(evidence: Evidence) -> str:
    """The place without its row, which differs from one piece of evidence to the next."""
    return place_words(evidence).partition(", baris ")[0]


def _desimal(seconds: float) -> str:
    return f"{seconds:.1f}".replace(".", ",")
