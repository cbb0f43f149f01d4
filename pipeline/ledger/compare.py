"""What became of the findings of a folder since its last run; a pure function of what stood and what is there.

A finding is known again in three ways, tried in this order:

1. By its id: the same bytes, the same place, the same words.
2. By its signature, in the document that took the place of its own: the same bytes read in another way, or other bytes
   under its path (a corrected edition). Signatures are counted: one row is carried over to one finding.
3. Not at all: what is found is new, and what stood is fixed, or gone with its document.

A fixed finding is history: when it is found again later, it is new again.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
    """

    diff: FindingDiff
    replaced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Present:
    """What is in the folder tonight, by content and by name; `unread` are names of which the content is unknown."""

    by_sha: Mapping[str, LedgerDocument]
    by_name: Mapping[str, LedgerDocument]
    unread: Mapping[str, LedgerDocument]

    def heirs(self, row: FindingLine, names: Iterable[str]) -> tuple[LedgerDocument, ...]:
        """The document of a row, or else those that took its places."""
        own = self.by_sha.get(row.sha256)
        if own is not None:
            return (own,)
        found = [self.at(name) for name in sorted({row.path, *names})]
        return tuple({id(item): item for item in found if item is not None}.values())

    def at(self, name: str) -> LedgerDocument | None:
        """What is at a name, or the folder above it that could not be looked into."""
        found = self.by_name.get(name)
        if found is not None:
            return found
        return next((self.unread[top] for top in _above(name) if top in self.unread), None)


LINKED = "LIN"
"""The codes of checks that compare documents begin so: what they say depends on several documents."""


def compare_findings(
    run_id: str,
    known: Sequence[FindingLine],
    places: Mapping[str, str],
    documents: Sequence[LedgerDocument],
    read_before: Collection[str] = (),
) -> Comparison:
    """Compares what stood in a folder with what is there.

    Args:
        run_id: the present run.
        known: rows of the folder that are not fixed.
        places: content by name as of the last finished run.
        documents: what is in the folder tonight, each content once.
        read_before: contents that had a result once. While one of their places cannot be read, findings that compare
            documents are not called fixed: the other document may be the one that cannot be read.
    """
    present = _present(documents)
    found = _found(documents)
    rows = {row.finding_id: row for row in known}
    heirs = _heirs_of([row for row in known if row.finding_id not in found], places, present)
    carried = _carried(heirs, {key: item for key, item in found.items() if key not in rows})
    before = {key: rows[key] for key in found if key in rows} | carried
    replaced = {row.finding_id for row in carried.values()}
    lost = [(row, takers) for row, takers in heirs if row.finding_id not in replaced]
    ended, kept = _lost(lost, _blind(places, present, read_before))
    diff = FindingDiff(
        new=_ordered(_line(run_id, *item) for key, item in found.items() if key not in before),
        open=_ordered([*(_line(run_id, *found[key], row) for key, row in before.items()), *kept]),
        fixed=_ordered(row for row in ended if row.state is FindingState.FIXED),
        gone=_ordered(row for row in ended if row.state is FindingState.GONE),
    )
    return Comparison(diff=diff, replaced=tuple(sorted(replaced)))


def signature(finding: Finding) -> str:
    """Digest of what a finding says without document and place: code, subject, the stated and the quoted texts."""
    stated = finding.stated.text if finding.stated else ""
    parts = [finding.code, finding.subject, stated, *(evidence.text for evidence in finding.evidence)]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _present(documents: Sequence[LedgerDocument]) -> _Present:
    by_name = {storable(name): document for document in documents for name in document.paths}
    return _Present(
        {document.sha256: document for document in documents if document.sha256},
        by_name,
        {name: document for name, document in by_name.items() if not document.sha256},
    )


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
    )


Heirs = list[tuple[FindingLine, tuple[LedgerDocument, ...]]]
"""Rows with the documents that may have their findings now; none when the documents of a row left."""


def _heirs_of(rows: Iterable[FindingLine], places: Mapping[str, str], present: _Present) -> Heirs:
    names: dict[str, list[str]] = defaultdict(list)
    for name, sha256 in places.items():
        names[sha256].append(name)
    return [(row, present.heirs(row, names.get(row.sha256, ()))) for row in rows]


def _carried(heirs: Heirs, left: Mapping[str, Found]) -> dict[str, FindingLine]:
    """Rows that are known again by their signature, by the id of the finding that continues them.

    What stood yesterday comes before what was gone, so that the order of the rows decides nothing else.
    """
    pool: dict[tuple[str, str], deque[str]] = defaultdict(deque)
    for key in sorted(left):
        document, finding = left[key]
        pool[document.sha256, signature(finding)].append(key)
    carried = {}
    for row, documents in sorted(heirs, key=lambda item: (item[0].state is FindingState.GONE, item[0].finding_id)):
        waiting = next((keys for document in documents if (keys := pool.get((document.sha256, row.signature)))), None)
        if waiting:
            carried[waiting.popleft()] = row
    return carried


def _blind(places: Mapping[str, str], present: _Present, read_before: Collection[str]) -> bool:
    """Whether a document that could be read once cannot be read tonight."""
    found = (present.at(name) for name, sha256 in places.items() if sha256 in read_before)
    return any(document is not None and not document.verified for document in found)


def _lost(rows: Heirs, blind: bool) -> tuple[list[FindingLine], list[FindingLine]]:
    """Rows that are not found again: those that end tonight, and those that stay open because nobody could look.

    Args:
        rows: with the documents that may have their findings now.
        blind: a document that others are compared with cannot be read tonight.
    """
    ended, kept = [], []
    for row, documents in rows:
        gone = row.state is FindingState.GONE
        unread = next((document for document in documents if not document.verified), None)
        if not documents:
            if not gone:
                ended.append(replace(row, state=FindingState.GONE))
        elif unread is None and blind and row.code.startswith(LINKED) and not gone:
            kept.append(replace(row, state=FindingState.OPEN))
        elif unread is None:
            ended.append(replace(row, state=FindingState.FIXED))
        elif not gone or unread.sha256 == row.sha256:
            kept.append(replace(row, state=FindingState.OPEN, path=_path(row, unread)))
    return ended, kept


def _path(row: FindingLine, document: LedgerDocument) -> str:
    """Where a row is looked for the next time; below a folder that could not be looked into it stays where it was."""
    return storable(document.paths[0]) if document.sha256 else row.path


def _above(name: str) -> Iterator[str]:
    """The folders above a name, the nearest first, `.` for the folder of the run itself at last."""
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name
    yield "."


def _ordered(lines: Iterable[FindingLine]) -> tuple[FindingLine, ...]:
    """By path, page, code and id."""
    return tuple(sorted(lines, key=lambda line: (line.path, line.page or 0, line.code, line.finding_id)))
