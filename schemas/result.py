"""What came of one document and of one run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from schemas.finding import Finding
from schemas.kinerja import Laporan
from schemas.migrasi import Migrasi
from schemas.narasi import HasilKlaim
from schemas.printed import PrintedDocument
from schemas.tautan import Deret, Ikhtisar


class Status(StrEnum):
    """`ok` only when no problem is recorded."""

    OK = "ok"
    PARTIAL = "partial"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What could not be done with a document; it accuses us or the file, never the document's figures.

    A document with a problem is never `ok`. What costs nothing is a `Note`.

    Attributes:
        stage: `intake`, `read`, `extract`, `interpret`, `claim`, `check`, `write`.
        kind: slug, e.g. `encrypted`, `no-text-layer`, `claims-broken`, `check-broken`.
        message: Indonesian; what happened and what to do.
        page: from 1, None when it concerns the whole file.
    """

    stage: str
    kind: str
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What the auditor should know of the reading though nothing was lost by it; fields as in `Problem`.

    Examples: a table that is no performance or budget table (`table-unmapped`), a second way of reading that
    worked (`slow-path`).
    """

    stage: str
    kind: str
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Answers of one check over one document; `unchecked` counts by reason."""

    ok: int = 0
    finding: int = 0
    unchecked: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTally:
    """How the claims and verdicts in the sentences of one document ended.

    Attributes:
        by_result: how many ended so; outcomes that none has are left out.
        unchecked: how many were not checked, by reason; the sum is `by_result[HasilKlaim.TAK_DIUJI]`.
    """

    by_result: Mapping[HasilKlaim, int] = field(default_factory=dict)
    unchecked: Mapping[str, int] = field(default_factory=dict)

    @property
    def read(self) -> int:
        """All of them."""
        return sum(self.by_result.values())

    @property
    def against_tables(self) -> int:
        """Those held against rows of tables, right or wrong."""
        return self.count(HasilKlaim.COCOK_TABEL, HasilKlaim.BEDA_TABEL)

    @property
    def recomputed(self) -> int:
        """Those recomputed from their own numbers, right or wrong."""
        return self.count(HasilKlaim.COCOK_HITUNG, HasilKlaim.SALAH_HITUNG)

    def count(self, *hasil: HasilKlaim) -> int:
        """How many ended in one of these ways."""
        return sum(self.by_result.get(item, 0) for item in hasil)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """How much was understood of one document.

    Attributes:
        tables, unmapped: tables that were (were not) understood.
        rows: rows of the understood tables.
        values, indicators: lines of nilai.csv and of indikator.csv.
        sentences: sentences that claim something.
    """

    tables: int = 0
    unmapped: int = 0
    rows: int = 0
    values: int = 0
    indicators: int = 0
    sentences: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentResult:
    """All that came of one document; `printed` and `laporan` are None when it failed before them.

    Attributes:
        migrasi: records of its decrees, only where these were asked for and there are any.
        ikhtisar: what of it other documents are compared with.
    """

    path: str
    sha256: str | None
    family: str | None
    status: Status
    pages: int | None = None
    seconds: float = 0.0
    instansi: str | None = None
    tahun: int | None = None
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()
    tally: Mapping[str, Tally] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    rows_checked: int = 0
    rows_unchecked: int = 0
    claims: ClaimTally = field(default_factory=ClaimTally)
    contents: Contents = field(default_factory=Contents)
    printed: PrintedDocument | None = None
    laporan: Laporan | None = None
    migrasi: Migrasi | None = None
    ikhtisar: Ikhtisar | None = None

    def at_path(self, path: str) -> DocumentResult:
        """The same result for the same bytes at another place."""
        ikhtisar = replace(self.ikhtisar, path=path) if self.ikhtisar is not None else None
        return replace(self, path=path, ikhtisar=ikhtisar)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResult:
    """One run of the command over its documents, in the order they were given.

    Attributes:
        deret: the indicators of every office over its documents; `anggota` are positions in `documents`.
    """

    run_id: str
    started: str
    tool: str
    config_hash: str
    documents: tuple[DocumentResult, ...]
    deret: tuple[Deret, ...] = ()
