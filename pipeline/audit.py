"""Runs the checks over one report, or over what ties it to others of its office, and counts their answers."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePath
from traceback import extract_tb
from typing import TYPE_CHECKING

from schemas.finding import SEVERITIES, Finding, Outcome, OutcomeStatus
from schemas.kinerja import Laporan
from schemas.provenance import DocxPlace, page_of, place_key
from schemas.result import DocumentResult, Problem, Status, Tally
from schemas.tautan import Tautan

if TYPE_CHECKING:
    from pipeline.checks.base import Check
    from pipeline.checks.base_tautan import CheckTautan

log = logging.getLogger(__name__)

ROW_CODES = ("HIT001", "ANG002")
"""Checks that recompute every row of a performance table (HIT001) or a budget table (ANG002) once."""

NO_REASON = "tanpa alasan"

_NOTHING_MET = Tally()
"""Of a check that met nothing it is about, as most do in most documents; one for all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What the checks say of one report.

    Attributes:
        rows_checked, rows_unchecked: rows that could (could not) be recomputed. An outcome names no row,
            so they are counted from the tallies of `ROW_CODES`: ok and finding against unchecked.
    """

    findings: tuple[Finding, ...] = ()
    tally: dict[str, Tally] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    rows_checked: int = 0
    rows_unchecked: int = 0


def run_checks(laporan: Laporan, sha256: str, checks: Sequence[Check] | None = None) -> Audit:
    """Runs every check; one that raises becomes a problem, keeps what it said before, and the others run on.

    Args:
        laporan: the linked report.
        sha256: hash of the document's bytes, part of the finding ids.
        checks: all of `CHECKS` unless given.
    """
    if checks is None:
        from pipeline.checks import CHECKS

        checks = CHECKS
    return _audit([(check.code, partial(check.run, laporan)) for check in checks], sha256, {})


def run_link_checks(tautan: Tautan, checks: Sequence[CheckTautan] | None = None) -> Audit:
    """Runs every check of a document against the others of its office, as `run_checks` does.

    Args:
        tautan: the document with what ties it to others.
        checks: all of `CHECKS_TAUTAN` unless given.
    """
    if checks is None:
        from pipeline.checks import CHECKS_TAUTAN

        checks = CHECKS_TAUTAN
    lain = {item.ikhtisar.path: item.ikhtisar.sha256 for item in tautan.lain}
    return _audit([(check.code, partial(check.run, tautan)) for check in checks], tautan.ikhtisar.sha256, lain)


def with_answers(document: DocumentResult, audit: Audit) -> DocumentResult:
    """The result of a document with further answers about it; findings and codes are sorted together."""
    problems = (*document.problems, *audit.problems)
    return replace(
        document,
        status=Status.PARTIAL if audit.problems and document.status is Status.OK else document.status,
        problems=problems,
        tally=dict(sorted({**document.tally, **audit.tally}.items())),
        findings=_sorted((*document.findings, *audit.findings)),
    )


def _audit(runs: Iterable[tuple[str, Callable[[], Iterable[Outcome]]]], sha256: str, lain: Mapping[str, str]) -> Audit:
    """Runs checks by code; `lain` maps paths of other documents to their hashes."""
    findings: list[Finding] = []
    tally: dict[str, Tally] = {}
    problems: list[Problem] = []
    for code, run in runs:
        outcomes: list[Outcome] = []
        try:
            for outcome in run():
                outcomes.append(_valid(outcome))
        except MemoryError:
            raise
        except Exception as error:
            problems.append(_broken(code, error))
        tally[code] = _tally(outcomes)
        findings += [outcome.finding for outcome in outcomes if outcome.finding is not None]
    rows = [tally[code] for code in ROW_CODES if code in tally]
    return Audit(
        findings=_sorted(_identified(findings, sha256, lain)),
        tally=tally,
        problems=tuple(problems),
        rows_checked=sum(answer.ok + answer.finding for answer in rows),
        rows_unchecked=sum(sum(answer.unchecked.values()) for answer in rows),
    )


def last_frame(error: BaseException) -> str:
    """`file.py:12 function` of the innermost frame of a traceback, `?` without one."""
    frames = extract_tb(error.__traceback__)
    return f"{PurePath(frames[-1].filename).name}:{frames[-1].lineno} {frames[-1].name}" if frames else "?"


def _valid(outcome: Outcome) -> Outcome:
    """The outcome itself.

    Raises:
        ValueError: when status and finding contradict each other.
    """
    if (outcome.status is OutcomeStatus.FINDING) != (outcome.finding is not None):
        raise ValueError(f"outcome {outcome.status} with finding {outcome.finding!r}")
    return outcome


def _broken(code: str, error: Exception) -> Problem:
    log.error("check %s: %s: %s at %s", code, type(error).__name__, error, last_frame(error), exc_info=error)
    return Problem(
        stage="check",
        kind="check-broken",
        message=f"pemeriksaan {code} terhenti oleh kesalahan program "
        f"({type(error).__name__} di {last_frame(error)}); hasilnya tidak lengkap, "
        "pemeriksaan lain tetap berjalan. Laporkan bersama run.log.",
    )


def _tally(outcomes: Iterable[Outcome]) -> Tally:
    status = Counter[OutcomeStatus]()
    reasons = Counter[str]()
    for outcome in outcomes:
        status[outcome.status] += 1
        if outcome.status is OutcomeStatus.UNCHECKED:
            reasons[outcome.reason or NO_REASON] += 1
    if not status:
        return _NOTHING_MET
    return Tally(ok=status[OutcomeStatus.OK], finding=status[OutcomeStatus.FINDING], unchecked=dict(reasons))


def _identified(findings: Iterable[Finding], sha256: str, lain: Mapping[str, str]) -> list[Finding]:
    """Findings with ids from code, documents, places and printed texts; equal ones are numbered by message."""
    seen = Counter[str]()
    identified = []
    for finding in sorted(findings, key=lambda finding: (finding.code, finding.subject, finding.message)):
        content = _content(finding, sha256, lain)
        seen[content] += 1
        number = f"#{seen[content]}" if seen[content] > 1 else ""
        identified.append(replace(finding, finding_id=hashlib.sha256((content + number).encode()).hexdigest()[:16]))
    return identified


def _content(finding: Finding, sha256: str, lain: Mapping[str, str]) -> str:
    stated = finding.stated.text if finding.stated else ""
    parts = [finding.code, sha256, finding.subject, stated]
    for evidence in finding.evidence:
        other = [lain.get(evidence.document, "")] if evidence.document is not None else []
        parts += [*other, place_key(evidence.place), evidence.text]
    return "\x1f".join(parts).encode("utf-8", "replace").decode()


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=_rank))


def _rank(finding: Finding) -> tuple[int, int, str, str]:
    """Gravest first, then by page (or block), code and id."""
    place = finding.evidence[0].place
    position = place.block if isinstance(place, DocxPlace) else page_of(place) or 0
    return SEVERITIES.index(finding.severity), position, finding.code, finding.finding_id
