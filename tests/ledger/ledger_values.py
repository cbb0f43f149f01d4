"""Values for the ledger, built by hand, and a look at its tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table, create_engine, select

from pipeline.ledger import (
    AttemptRow,
    FindingDiff,
    KnownFile,
    Ledger,
    LedgerDocument,
    RunFinish,
    RunStart,
)
from pipeline.ledger.address import read_address
from pipeline.ledger.tables import metadata
from schemas.batch import FileMark, Keys
from schemas.finding import Evidence, Finding, Severity, Stated
from schemas.provenance import BBox, PdfPlace
from schemas.result import Tally

FOLDER = "/data/laporan"
TEMPORARY = "/data/hasil/.capaian-ab"
KEYS = Keys(tool="capaian 0.1.0", config="c0", kamus="k0", reading="r0", checking="p0")
X, Y, Z = "aa" * 32, "bb" * 32, "cc" * 32


def start(run_id: str, folder: str = FOLDER) -> RunStart:
    return RunStart(
        run_id=run_id,
        folder=folder,
        started="2025-03-01T01:00:00+07:00",
        host="mesin",
        pid=4_000_000,
        keys=KEYS,
        temporary=TEMPORARY,
        target=f"/data/hasil/{run_id}",
    )


def known(sha256: str, inode: int = 1) -> KnownFile:
    mark = FileMark(size=5 << 32, mtime_ns=1_700_000_000_000_000_001, ctime_ns=-5, inode=inode, device=64)
    return KnownFile(sha256=sha256, mark=mark, hashed_at_ns=1_700_000_009_000_000_000)


def attempt(run_id: str, sha256: str | None = X, path: str = "a.pdf", **changes: Any) -> AttemptRow:
    values: dict[str, Any] = {
        "number": 1,
        "status": "ok",
        "keys": KEYS,
        "time_limit": 300.0,
        "memory_limit": 4 << 30,
        "finished_at": "2025-03-01T01:00:05+07:00",
    }
    return AttemptRow(run_id=run_id, sha256=sha256, path=path, **(values | changes))


def finding(sha256: str, words: str, page: int = 1, *, code: str = "HIT001", number: int = 0) -> Finding:
    """A finding that says `words`; `number` tells apart those that say the same in the same document."""
    return Finding(
        code=code,
        name="capaian-salah-hitung",
        severity=Severity.ERROR,
        subject=f"Indikator {words}",
        message=f"{words} tidak sama dengan hitungan",
        stated=Stated(text=words),
        evidence=(
            Evidence(role="capaian", text=words, place=PdfPlace(page=page, bbox=BBox(x0=1, top=2, x1=3, bottom=4))),
        ),
        finding_id=f"{sha256[:2]}-{code}-{''.join(filter(str.isalnum, words))}-{number}",
    )


def document(
    sha256: str,
    *paths: str,
    words: Sequence[str] = (),
    verified: bool = True,
    names: Mapping[str, Sequence[str]] | None = None,
    **tally: Tally,
) -> LedgerDocument:
    """A document with one finding for each of `words`; equal ones are numbered.

    Findings of words in `names` name other documents besides, which are given by their contents.
    """
    found = tuple(finding(sha256, word, number=words[:place].count(word)) for place, word in enumerate(words))
    return LedgerDocument(
        sha256=sha256,
        paths=paths,
        status="ok" if verified else "failed",
        verified=verified,
        findings=found,
        others={
            item.finding_id: tuple(others)
            for word, others in (names or {}).items()
            for item in found
            if item.stated == Stated(text=word)
        },
        tally=tally,
    )


def finish(
    run_id: str,
    *documents: LedgerDocument,
    folder: str = FOLDER,
    files: Mapping[str, KnownFile | None] | None = None,
    counts: Mapping[str, int] | None = None,
) -> RunFinish:
    """The end of a run; files are those of the documents unless given."""
    if files is None:
        files = {name: known(item.sha256) if item.sha256 else None for item in documents for name in item.paths}
    return RunFinish(
        run_id=run_id,
        folder=folder,
        finished="2025-03-01T02:00:00+07:00",
        fingerprint=f"sidik-{run_id}",
        exit_code=1,
        counts=counts or {"done": len(documents)},
        files=files,
        documents=documents,
    )


def night(ledger: Ledger, run_id: str, *documents: LedgerDocument, **changes: Any) -> FindingDiff:
    """A whole run: begun and committed."""
    ledger.begin_run(start(run_id, changes.get("folder", FOLDER)))
    return ledger.commit_run(finish(run_id, *documents, **changes))


def words_of(diff: FindingDiff) -> dict[str, list[str]]:
    """What a comparison says, as ids by state; states without findings are left out."""
    states = {"new": diff.new, "open": diff.open, "fixed": diff.fixed, "gone": diff.gone}
    return {state: sorted(line.finding_id for line in lines) for state, lines in states.items() if lines}


def rows(address: str, table: Table) -> list[dict[str, Any]]:
    """All rows of a table, read past the ledger; in an order of their own."""
    place = read_address(address)
    engine = create_engine(place.url)
    try:
        with engine.connect() as connection:
            found = [dict(row) for row in connection.execute(select(table)).mappings()]
    finally:
        engine.dispose()
    return sorted(found, key=lambda row: [str(value) for value in row.values()])


def tables(address: str) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables."""
    return {table.name: rows(address, table) for table in metadata.sorted_tables}
