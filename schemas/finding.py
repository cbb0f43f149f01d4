"""A finding accuses the document; it names the printed number, what it should be and where both stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schemas.provenance import Place


class Severity(StrEnum):
    """How much a defect weighs, gravest first."""

    DECISION = "decision"
    ERROR = "error"
    PRESENTATION = "presentation"
    ADVISORY = "advisory"


SEVERITIES: tuple[Severity, ...] = tuple(Severity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What the document prints: the characters, and their value as a decimal string (None when it is no number)."""

    text: str
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What would be right: a text for the reader, the bounds as decimal strings, the rule that gives them."""

    text: str
    low: str | None = None
    high: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One printed place that supports a finding.

    Attributes:
        role: `target`, `realisasi`, `capaian`, `total`, `anak`, `skala`, `narasi` …
        text: the characters as printed.
        table: caption of the table, None outside tables or without caption.
        label: row and column heading.
        place: where it stands.
        row, col: grid position in the logical table.
        document: path of the document it stands in, None for the one that the finding accuses.
    """

    role: str
    text: str
    place: Place
    table: str | None = None
    label: str | None = None
    row: int | None = None
    col: int | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One defect.

    `finding_id` is filled by the audit stage from (code, document hash, places, texts); a check leaves it blank.

    Raises:
        ValueError: when evidence is empty.
    """

    code: str
    name: str
    severity: Severity
    subject: str
    message: str
    stated: Stated | None = None
    expected: Expected | None = None
    hint: str | None = None
    evidence: tuple[Evidence, ...]
    finding_id: str = ""

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"{self.code}: a finding needs evidence")


class OutcomeStatus(StrEnum):
    """What a check says of one thing it met."""

    OK = "ok"
    FINDING = "finding"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Answer of a check for one row, cell or group: ok, a finding, or unchecked with its reason (Indonesian)."""

    status: OutcomeStatus
    finding: Finding | None = None
    reason: str | None = None
