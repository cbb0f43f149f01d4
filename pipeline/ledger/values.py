"""What goes into the ledger and what comes out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from schemas.batch import FileMark, FindingLine, Keys
from schemas.finding import Finding
from schemas.result import Tally


class RunState(StrEnum):
    """How far a run came.

    `RUNNING`: begun, and not ended as far as the ledger knows. `COMMITTED`: its results are in the ledger, its folder
    may still lie under its temporary name. `DONE`: its folder is in its place. `INTERRUPTED`: stopped by a person.
    `FAILED`: stopped by an error. `ABANDONED`: cut off (killed, power loss), found out by a later run.
    """

    RUNNING = "running"
    COMMITTED = "committed"
    DONE = "done"
    INTERRUPTED = "interrupted"
    FAILED = "failed"
    ABANDONED = "abandoned"


FINISHED = (RunState.COMMITTED, RunState.DONE)
"""States of a run whose results are in the ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStart:
    """A run that begins.

    Attributes:
        folder: what it looks through.
        started: ISO time with zone.
        temporary: path of the folder that is filled. target: path it gets when it is whole.
    """

    run_id: str
    folder: str
    started: str
    host: str
    pid: int
    keys: Keys
    temporary: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow(RunStart):
    """A run as the ledger keeps it.

    Attributes:
        finished: ISO time with zone, "" while it runs.
        fingerprint: digest of all that its results depend on, "" unless it was committed.
        exit_code: of the command, None unless it is known.
        counts: entries of the folder by value of `EntryOutcome`.
    """

    state: RunState
    finished: str = ""
    fingerprint: str = ""
    exit_code: int | None = None
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFile:
    """Content of a file as it was last read: `mark` is what the file system said of it then, `hashed_at_ns` when."""

    sha256: str
    mark: FileMark
    hashed_at_ns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptRow:
    """One try at a document.

    Attributes:
        sha256: None when its content could not be had.
        number: which try of this run, from 1.
        status: `ok`, `partial`, `failed`, `skipped`.
        stage, kind, message: of its first problem, "" without one.
        peak_bytes: most memory that was held, None unknown.
        keys, time_limit, memory_limit: under which it was done; seconds, bytes.
        finished_at: ISO time with zone.
        recheck: it was not read but checked again with what was read before.
    """

    run_id: str
    sha256: str | None
    path: str
    number: int
    status: str
    stage: str = ""
    kind: str = ""
    message: str = ""
    seconds: float = 0.0
    peak_bytes: int | None = None
    keys: Keys
    time_limit: float
    memory_limit: int
    finished_at: str
    recheck: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerDocument:
    """A document that is in the folder tonight.

    Attributes:
        sha256: its content; "" for a file whose content could not be had, or a folder that could not be looked into.
        paths: where it lies (`Entry.name`), the first one stands for it.
        status: as in `Status`.
        verified: False when it has no result tonight: its earlier findings and answers stay as they are.
        compared: False when comparing it with other documents went wrong: what that found before stays as it is.
        others: contents of the documents that a finding names besides this one, by its id; none for most findings.
    """

    sha256: str
    paths: tuple[str, ...]
    status: str
    verified: bool
    compared: bool = True
    findings: tuple[Finding, ...] = ()
    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tally: Mapping[str, Tally] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFinish:
    """The results of a run.

    Attributes:
        finished: ISO time with zone.
        fingerprint: digest of all that the results depend on.
        counts: entries of the folder by value of `EntryOutcome`.
        files: every entry of the folder by name; None where nothing is known of its content.
        documents: every document of the folder, each content once.
    """

    run_id: str
    folder: str
    finished: str
    fingerprint: str
    exit_code: int
    counts: Mapping[str, int]
    files: Mapping[str, KnownFile | None]
    documents: tuple[LedgerDocument, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingDiff:
    """What a run means for the findings of its folder.

    Attributes:
        new, open: all findings that stand, those that were not there before and those that were.
        fixed, gone: findings that stood before and do not any more.
    """

    new: tuple[FindingLine, ...] = ()
    open: tuple[FindingLine, ...] = ()
    fixed: tuple[FindingLine, ...] = ()
    gone: tuple[FindingLine, ...] = ()
