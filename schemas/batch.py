"""Values of a nightly batch: its settings, what lies in the folder, what is done with a document, what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from schemas.config import AuditConfig
from schemas.finding import Severity
from schemas.result import DocumentResult

MIB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchConfig:
    """Settings of `capaian batch`, from the command line, the environment and one TOML file.

    Attributes:
        folder: what is looked through, with all folders below it.
        audit: how documents are read and checked; `audit.fail_on` is not used, `fail_on` is.
        fail_on: lowest severity that makes the command exit with 1, None for none.
        out: folder of the run folders, of the store and of the database unless `db` names another.
        db: URL of the ledger, `sqlite:///…` or `postgresql://…`; None for `capaian.sqlite` in `out`.
        jobs: documents that are worked on at the same time on this machine, at least 1.
        scheduler: address of a Dask cluster that works instead of this machine, `tcp://host:port`.
        time_limit: seconds that one document may take.
        memory_limit: bytes of address space that one document may take above what the program itself holds.
        tries: how often a document is tried in one run when what went wrong may pass, at least 1.
        backoff: seconds before the second try; each further one waits twice as long as the one before.
        settle: a file changed less than so many seconds ago is looked at again before it is read.
        retry_failed: documents that failed for good in an earlier run are tried again.
        quiet: nothing but errors is printed.
        json_log: what happens is told on stderr as one JSON object a line.
    """

    folder: Path
    audit: AuditConfig = field(default_factory=AuditConfig)
    fail_on: Severity | None = Severity.ERROR
    out: Path = Path("output")
    db: str | None = None
    jobs: int = 1
    scheduler: str | None = None
    time_limit: float = 300.0
    memory_limit: int = 4096 * MIB
    tries: int = 3
    backoff: float = 2.0
    settle: float = 2.0
    retry_failed: bool = False
    quiet: bool = False
    json_log: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMark:
    """What the file system says of a file; a file with the mark of an earlier night has its content too."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    device: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why something could not be done: fields as in `schemas.result.Problem`."""

    stage: str
    kind: str
    message: str


TOP = "."
"""`Entry.name` of the folder itself, where it cannot be looked into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    r"""One thing in the folder that is no folder itself, or a folder that could not be looked into.

    Attributes:
        path: as the run names it: the folder as given, and the way below it.
        name: the way below the folder, in characters that every database and file holds: bytes that are no UTF-8 are
            written `\xNN`, a backslash is doubled, so different files have different names.
        mark: None unless it is a regular file (also behind a link).
        folder: it is a folder that could not be looked into.
        ignored: why it is no document (Indonesian), "" for a document.
        failure: why it cannot be read, known without reading it; None otherwise.
    """

    path: str
    name: str
    mark: FileMark | None = None
    folder: bool = False
    ignored: str = ""
    failure: Failure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What a result depends on besides the bytes of the document; hex digests.

    Attributes:
        tool: name and version of the program.
        config: settings that bear on reading and checking.
        kamus: the kamus in use.
        reading: all that reading a document depends on: program, libraries, settings, kamus.
        checking: the same and the checks.
    """

    tool: str
    config: str
    kamus: str
    reading: str
    checking: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One document to work on; it is sent to another process or machine.

    Attributes:
        path: where the file is.
        sha256: what its content has to be.
        reading: what was read of it before (`TaskResult.reading`), None when it has to be read.
        elsewhere: another file has these bytes, so that nobody has to wait for one that cannot be read.
        time_limit, memory_limit: seconds; bytes.
    """

    path: str
    sha256: str
    config: AuditConfig
    keys: Keys
    reading: bytes | None = None
    elsewhere: bool = False
    time_limit: float
    memory_limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskResult:
    """What came of a task.

    Attributes:
        document: the result without pages (`printed`, `laporan` are None) and without answers about other documents.
        reading: what was read, packed, for a later run in which only checks changed; b"" when nothing was read now.
        files: a ZIP of what the document adds to a run folder; b"" when nothing was read now.
        peak_bytes: most memory that was held, None unknown.
        log: lines for the log of the run.
        may_pass: the document failed for a reason that may be gone at the next try.
    """

    document: DocumentResult
    reading: bytes = b""
    files: bytes = b""
    peak_bytes: int | None = None
    log: tuple[str, ...] = ()
    may_pass: bool = False


class EntryOutcome(StrEnum):
    """What became of an entry of the folder.

    `DONE`: read and checked in this run. `RECHECKED`: checked again with what was read before. `UNCHANGED`: the result
    of an earlier run stands. `DUPLICATE`: the bytes of another file. `FAILED`: no result. `IGNORED`: no document.
    """

    DONE = "done"
    RECHECKED = "rechecked"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    FAILED = "failed"
    IGNORED = "ignored"


READ = frozenset({EntryOutcome.DONE, EntryOutcome.RECHECKED, EntryOutcome.UNCHANGED})
"""Outcomes of a document that has a result."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestLine:
    """One entry of the folder with what became of it.

    Attributes:
        path, name, folder: as in `Entry`.
        sha256: None where the content could not be had.
        status: of the document (`ok`, `partial`, `failed`, `skipped`), "" for what is ignored.
        same_as: path of the file that it repeats, "" otherwise.
        stage, kind, message: why it failed, is partial (the first problem) or is ignored; "" otherwise.
        attempts: how often this file was tried in this run.
        seconds, peak_bytes: of the last try, also of an earlier run; None where there was none.
        findings: how many; 0 for what is not read.
    """

    path: str
    name: str
    outcome: EntryOutcome
    sha256: str | None = None
    status: str = ""
    same_as: str = ""
    stage: str = ""
    kind: str = ""
    message: str = ""
    attempts: int = 0
    seconds: float | None = None
    peak_bytes: int | None = None
    findings: int = 0
    folder: bool = False


class FindingState(StrEnum):
    """What became of a finding since the run before.

    `NEW`: not there before. `OPEN`: there before, and still, or nobody could look. `FIXED`: its document was read again
    and no longer has it. `GONE`: its document, or one that it names besides, is no longer in the folder.
    """

    NEW = "new"
    OPEN = "open"
    FIXED = "fixed"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """A finding as the ledger keeps it.

    Attributes:
        sha256: its document, or the edition that took the place of it. path: where that lies, or lay last.
        signature: digest of what it says without document and place, by which it is known again in a new edition.
        page: None for a Word file.
        first_seen, last_seen: ids of runs.
        others: contents of the documents that it names besides its own.
    """

    finding_id: str
    sha256: str
    path: str
    code: str
    severity: str
    subject: str
    message: str
    signature: str
    page: int | None
    state: FindingState
    first_seen: str
    last_seen: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchResult:
    """What came of a batch.

    Attributes:
        run_id, started, finished: ISO times with zone; the id as in `RunResult`.
        previous: id of the last finished run over the folder, None for the first.
        manifest: every entry of the folder once, in the order of its paths.
        changes: findings that are new, fixed or gone since `previous`, in this order.
        findings: how many findings stand, by severity; those of `unread` too.
        open: how many of them stood before.
        unread: those of them that nobody could look for, because documents they are about could not be read tonight.
        interrupted_runs: ids of runs before that were cut off (killed, power loss) and found out by this one.
        unchanged: nothing changed since `previous`, whose results were taken over.
    """

    run_id: str
    started: str
    finished: str
    folder: str
    keys: Keys
    manifest: tuple[ManifestLine, ...]
    changes: tuple[FindingLine, ...] = ()
    findings: Mapping[str, int] = field(default_factory=dict)
    open: int = 0
    unread: tuple[FindingLine, ...] = ()
    previous: str | None = None
    interrupted_runs: tuple[str, ...] = ()
    unchanged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchEvent:
    """How far a batch is: `done` of `total` documents, the last of them `path` with its `outcome`."""

    done: int
    total: int
    path: str = ""
    outcome: EntryOutcome | None = None
