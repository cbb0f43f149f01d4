"""What became of the findings of a folder since its last run; a pure function of what stood and what is there.

A finding is known again in three ways, tried in this order:

1. By its id: the same bytes, the same place, the same words.
2. By its signature, in the document that took the place of its own: the same bytes read in another way, or other bytes
   under its path (a corrected edition). Signatures are counted: one row is carried over to one finding.
3. Not at all: what is found is new, and what stood is fixed, or gone with its document.

A file that was renamed over another one is no edition of it: the folder knew its bytes before. A finding that names
other documents besides its own is fixed when all of them were read, and gone when one of them left; as long as one
cannot be read, nothing is said of it.

A fixed finding is history: when it is found again later, it is new again.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.ledger.places import Place
from pipeline.ledger.present import Heir, Present, present_of
from pipeline.ledger.text import storable
from pipeline.ledger.values import FindingDiff, LedgerDocument
from schemas.batch import FindingLine, FindingState
from schemas.finding import Finding
from schemas.provenance import page_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a run means for the findings of its folder.

    Attributes:
        replaced: ids of rows that live on under another id, in `diff.open`.
        followed: rows that are gone and stay so, with the edition that took the place of their own document.
    """

    diff: FindingDiff
    replaced: tuple[str, ...]
    followed: tuple[FindingLine, ...] = ()


def compare_findings(
    run_id: str, known: Sequence[FindingLine], places: Mapping[str, Place], documents: Sequence[LedgerDocument]
) -> Comparison:
    """Compares what stood in a folder with what is there.

    Args:
        run_id: the present run.
        known: rows of the folder that are not fixed.
        places: what was known of its places after the last finished run, by name.
        documents: what is in the folder tonight, each content once.
    """
    present = present_of(places, documents)
    found = _found(documents)
    rows = {row.finding_id: row for row in known}
    waiting = [(row, present.heirs(row)) for row in known if row.finding_id not in found]
    carried = _carried(waiting, {key: item for key, item in found.items() if key not in rows})
    before = {key: rows[key] for key in found if key in rows} | carried
    replaced = {row.finding_id for row in carried.values()}
    lost = [(row, _judged(row, heirs, present)) for row, heirs in waiting if row.finding_id not in replaced]
    told = [new for old, new in lost if not old.state is new.state is FindingState.GONE]
    again = [_line(run_id, *found[key], row) for key, row in before.items()]
    diff = FindingDiff(
        new=_ordered(_line(run_id, *item) for key, item in found.items() if key not in before),
        open=_ordered([*again, *_in(told, FindingState.OPEN)]),
        fixed=_ordered(_in(told, FindingState.FIXED)),
        gone=_ordered(_in(told, FindingState.GONE)),
    )
    followed = _ordered(new for old, new in lost if old.state is new.state is FindingState.GONE and old != new)
    return Comparison(diff=diff, replaced=tuple(sorted(replaced)), followed=followed)


def signature(finding: Finding) -> str:
    """Digest of what a finding says without document and place: code, subject, the stated and the quoted texts."""
    stated = finding.stated.text if finding.stated else ""
    parts = [finding.code, finding.subject, stated, *(evidence.text for evidence in finding.evidence)]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


Found = tuple[LedgerDocument, Finding]


def _found(documents: Sequence[LedgerDocument]) -> dict[str, Found]:
    """Every finding of tonight with its document, by its id."""
    return {
        finding.finding_id: (document, finding)
        for document in documents
        if document.verified
        for finding in document.findings
    }


def _line(run_id: str, document: LedgerDocument, finding: Finding, row: FindingLine | None = None) -> FindingLine:
    """A finding of tonight: a new one, or one that continues an earlier row."""
    return FindingLine(
        finding_id=finding.finding_id,
        sha256=document.sha256,
        path=storable(document.paths[0]),
        code=finding.code,
        severity=finding.severity.value,
        subject=storable(finding.subject),
        message=storable(finding.message),
        signature=signature(finding),
        page=page_of(finding.evidence[0].place),
        state=FindingState.NEW if row is None else FindingState.OPEN,
        first_seen=run_id if row is None else row.first_seen,
        last_seen=run_id,
        others=tuple(document.others.get(finding.finding_id, ())),
    )


Waiting = list[tuple[FindingLine, tuple[Heir, ...]]]
"""Rows with the documents that may have their findings now; none when the documents of a row left."""


def _carried(waiting: Waiting, left: Mapping[str, Found]) -> dict[str, FindingLine]:
    """Rows that are known again by their signature, by the id of the finding that continues them.

    What stood yesterday comes before what was gone, so that the order of the rows decides nothing else.
    """
    pool: dict[tuple[str, str], deque[str]] = defaultdict(deque)
    for key in sorted(left):
        document, finding = left[key]
        pool[document.sha256, signature(finding)].append(key)
    carried = {}
    for row, heirs in sorted(waiting, key=lambda item: (item[0].state is FindingState.GONE, item[0].finding_id)):
        found = next((keys for heir in heirs if (keys := pool.get((heir.document.sha256, row.signature)))), None)
        if found:
            carried[found.popleft()] = row
    return carried


def _judged(row: FindingLine, heirs: tuple[Heir, ...], present: Present) -> FindingLine:
    """A row that is not found again as it stands from tonight on.

    Args:
        row: what stood.
        heirs: the documents that may have its finding now.
        present: what is in the folder, to look for the other documents that it names.
    """
    gone = row.state is FindingState.GONE
    others = [present.heirs_of(sha256) for sha256 in row.others]
    left = not heirs or not all(others)
    unread = [heir for heir in heirs if not heir.read or (row.others and not heir.document.compared)]
    unread += [heir for found in others for heir in found if not heir.read]
    strange = unread and unread[0].document.sha256 not in {row.sha256, *row.others}
    if not heirs or (left and (gone or not unread)) or (gone and strange):
        return _followed(row, FindingState.GONE, heirs, others)
    if unread:
        return _followed(row, FindingState.OPEN, heirs, others)
    return replace(row, state=FindingState.FIXED)


def _followed(
    row: FindingLine, state: FindingState, heirs: tuple[Heir, ...], others: Sequence[tuple[Heir, ...]]
) -> FindingLine:
    """A row that stands on: where documents were replaced by editions that could be read, it looks at those."""
    place = next((heir for heir in heirs if not heir.read), heirs[0] if heirs else None)
    return replace(
        row,
        state=state,
        sha256=_edition(row.sha256, heirs),
        path=row.path if place is None else place.name,
        others=tuple(map(_edition, row.others, others)),
    )


def _edition(sha256: str, heirs: tuple[Heir, ...]) -> str:
    """The content to look for from tonight on: the same one, unless all that took its place could be read."""
    return heirs[0].document.sha256 if heirs and all(heir.read for heir in heirs) else sha256


def _in(rows: Iterable[FindingLine], state: FindingState) -> list[FindingLine]:
    return [row for row in rows if row.state is state]


def _ordered(lines: Iterable[FindingLine]) -> tuple[FindingLine, ...]:
    """By path, page, code and id."""
    return tuple(sorted(lines, key=lambda line: (line.path, line.page or 0, line.code, line.finding_id)))
