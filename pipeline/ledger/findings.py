"""Rows of findings, and of the answers of the checks."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, RowMapping, Select, select, update

from pipeline.ledger.bulk import delete_named, upsert
from pipeline.ledger.compare import Comparison, compare_findings
from pipeline.ledger.documents import known_places
from pipeline.ledger.tables import finding, tally
from pipeline.ledger.text import storable, text_key
from pipeline.ledger.values import LedgerDocument
from schemas.batch import FindingLine, FindingState
from schemas.result import Tally

_LINE = (
    "finding_id", "sha256", "path", "code", "severity", "subject", "message", "signature", "page", "first_seen",
    "last_seen",
)  # fmt: skip

Answer = tuple[int, int, int, str]
"""ok, finding, unchecked, and the reasons of the last as JSON."""


def compare_folder(
    connection: Connection, run_id: str, folder: str, documents: Sequence[LedgerDocument]
) -> Comparison:
    """What the documents of tonight mean for the findings of a folder."""
    standing = _of_folder(folder).where(finding.c.state != FindingState.FIXED.value)
    known = [_finding_line(row) for row in connection.execute(standing).mappings()]
    return compare_findings(run_id, known, known_places(connection, folder), documents)


def put_findings(connection: Connection, folder: str, comparison: Comparison) -> None:
    """Writes what a comparison found; the transaction has to be the one it was read in."""
    key = text_key(folder)
    delete_named(connection, finding, finding.c.folder_key == key, "finding_id", comparison.replaced)
    diff = comparison.diff
    lines = (*diff.new, *diff.open, *diff.fixed, *diff.gone, *comparison.followed)
    upsert(connection, finding, (_finding_values(key, line) for line in lines))


def keep_findings(connection: Connection, folder: str, previous: str, run_id: str) -> None:
    """What the previous run saw is seen again; what it did not see stays as it is."""
    connection.execute(
        update(finding)
        .where(finding.c.folder_key == text_key(folder), finding.c.last_seen == previous)
        .where(finding.c.state.in_([FindingState.NEW.value, FindingState.OPEN.value]))
        .values(state=FindingState.OPEN.value, last_seen=run_id)
    )


def all_findings(connection: Connection, folder: str) -> tuple[FindingLine, ...]:
    """Every finding that a folder ever had, by path, page, code and id."""
    lines = [_finding_line(row) for row in connection.execute(_of_folder(folder)).mappings()]
    return tuple(sorted(lines, key=lambda line: (line.path, line.page or 0, line.code, line.finding_id)))


def _of_folder(folder: str) -> Select[tuple[object, ...]]:
    return select(finding).where(finding.c.folder_key == text_key(folder))


def _finding_line(row: RowMapping) -> FindingLine:
    others = tuple(json.loads(row["others"]))
    return FindingLine(state=FindingState(row["state"]), others=others, **{name: row[name] for name in _LINE})


def _finding_values(key: str, line: FindingLine) -> dict[str, object]:
    values = {name: getattr(line, name) for name in _LINE}
    return {"folder_key": key, "state": line.state.value, "others": json.dumps(line.others), **values}


def put_tallies(connection: Connection, folder: str, documents: Sequence[LedgerDocument]) -> None:
    """Replaces the answers about each document that has a result; those about documents that left are deleted.

    The places of the folder have to be those of tonight already: what could not be looked at did not leave. A check
    that met nothing it is about has no row. Rows that say the same as before are not written again.
    """
    key = text_key(folder)
    before = _answers(connection, key)
    present = {place.content for place in known_places(connection, folder).values()}
    present |= {document.sha256 for document in documents}
    now = {document.sha256: _answers_of(document.tally) for document in documents if document.verified}
    changed = [sha256 for sha256, answers in now.items() if before.get(sha256, {}) != answers]
    rewritten = set(changed)
    stale = [sha256 for sha256 in before if sha256 not in present or sha256 in rewritten]
    delete_named(connection, tally, tally.c.folder_key == key, "sha256", stale)
    upsert(
        connection,
        tally,
        (_tally_values(key, sha256, code, answer) for sha256 in changed for code, answer in now[sha256].items()),
    )


def _answers(connection: Connection, key: str) -> dict[str, dict[str, Answer]]:
    """The answers about the documents of a folder, by content and code."""
    columns = (tally.c.sha256, tally.c.code, tally.c.ok, tally.c.finding, tally.c.unchecked, tally.c.reasons)
    found: dict[str, dict[str, Answer]] = {}
    for sha256, code, *answer in connection.execute(select(*columns).where(tally.c.folder_key == key)):
        found.setdefault(sha256, {})[code] = (answer[0], answer[1], answer[2], answer[3])
    return found


def _answers_of(tallies: Mapping[str, Tally]) -> dict[str, Answer]:
    return {storable(code): _answer(item) for code, item in tallies.items() if item != Tally()}


def _answer(item: Tally) -> Answer:
    reasons = {storable(reason): item.unchecked[reason] for reason in item.unchecked}
    return item.ok, item.finding, sum(reasons.values()), json.dumps(reasons, ensure_ascii=False, sort_keys=True)


def _tally_values(key: str, sha256: str, code: str, answer: Answer) -> dict[str, object]:
    ok, found, unchecked, reasons = answer
    return {
        "folder_key": key,
        "sha256": sha256,
        "code": code,
        "ok": ok,
        "finding": found,
        "unchecked": unchecked,
        "reasons": reasons,
    }
