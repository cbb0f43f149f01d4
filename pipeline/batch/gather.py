"""Puts the results of a night together: documents beside each other, the manifest, what the ledger keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.batch.plan import Planned
from schemas.batch import Entry, EntryOutcome, Failure, ManifestLine
from schemas.finding import Finding
from schemas.result import DocumentResult, Note, Problem, RunResult, Status

if TYPE_CHECKING:
    from pipeline.ledger import AttemptRow, LedgerDocument

    Told = Problem | Note | Failure | AttemptRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """What is known when all work is done.

    Attributes:
        planned: every entry with what became of it.
        results: of every document that has one, by hash; pages left out.
        attempts: the last attempt at each file, of this run or an earlier one, by path.
        tries: how often each file was tried in this run, by path.
    """

    planned: tuple[Planned, ...]
    results: Mapping[str, DocumentResult]
    attempts: Mapping[str, AttemptRow]
    tries: Mapping[str, int]


def documents_of(night: Night) -> tuple[DocumentResult, ...]:
    """One result for every entry that is not ignored, in their order, before they are compared with each other."""
    return tuple(_document(item, night) for item in night.planned if item.outcome is not EntryOutcome.IGNORED)


def _document(item: Planned, night: Night) -> DocumentResult:
    path = item.entry.path
    if item.same_as is not None:
        return DocumentResult(
            path=path, sha256=item.sha256, family=None, status=Status.SKIPPED, notes=(same_content(item.same_as),)
        )
    if item.sha256 is not None and item.failure is None:
        return night.results[item.sha256].at_path(path)
    assert item.failure is not None  # an entry without result has a reason
    problem = Problem(stage=item.failure.stage, kind=item.failure.kind, message=item.failure.message)
    seconds = item.attempt.seconds if item.attempt is not None else 0.0
    return DocumentResult(
        path=path, sha256=item.sha256, family=None, status=Status.FAILED, seconds=seconds, problems=(problem,)
    )


def same_content(entry: Entry) -> Note:
    """What is said of a file with the bytes of another one."""
    return Note(stage="intake", kind="same-content", message=f"isinya sama persis dengan {entry.path}.")


def manifest_of(night: Night, run: RunResult) -> tuple[ManifestLine, ...]:
    """A line for every entry, in their order; `run` has the documents of `documents_of`, compared with each other."""
    documents = iter(run.documents)
    return tuple(
        manifest_line(item) if item.outcome is EntryOutcome.IGNORED else _line(item, next(documents), night)
        for item in night.planned
    )


def _line(item: Planned, document: DocumentResult, night: Night) -> ManifestLine:
    told: Sequence[Told] = document.problems or (document.notes if item.same_as is not None else ())
    path = item.entry.path
    line = manifest_line(
        item,
        status=document.status.value,
        told=told[0] if told else None,
        attempt=night.attempts.get(path) if item.same_as is None else None,
        tries=night.tries.get(path, 0),
        findings=len(document.findings),
    )
    return replace(line, outcome=EntryOutcome.FAILED) if document.status is Status.FAILED else line


def manifest_line(
    item: Planned,
    *,
    status: str = "",
    told: Told | None = None,
    attempt: AttemptRow | None = None,
    tries: int = 0,
    findings: int = 0,
) -> ManifestLine:
    """The line of an entry; of one that is ignored nothing else is known.

    Args:
        item: the entry with what became of it.
        status: of its document.
        told: why it is as it is: failed, partial, a copy; None where there is nothing to say.
        attempt: the last one, tonight or earlier.
        tries: how many there were tonight.
        findings: how many it has.
    """
    entry = item.entry
    return ManifestLine(
        path=entry.path,
        name=entry.name,
        folder=entry.folder,
        outcome=item.outcome,
        sha256=item.sha256,
        status=status,
        same_as=item.same_as.path if item.same_as is not None else "",
        stage=told.stage if told is not None else "",
        kind=told.kind if told is not None else "",
        message=told.message if told is not None else entry.ignored,
        attempts=tries,
        seconds=attempt.seconds if attempt is not None else None,
        peak_bytes=attempt.peak_bytes if attempt is not None else None,
        findings=findings,
    )


def kept_of(planned: Sequence[Planned], run: RunResult) -> tuple[LedgerDocument, ...]:
    """What the ledger keeps of every document: one for each content, with all places where it lies.

    The file that was read stands for all with its bytes, whichever comes first. A file whose content could not be had
    stands for itself, so that nothing is said of what is known of it.
    """
    contents = {document.path: document.sha256 for document in run.documents if document.sha256 is not None}
    places: dict[str, list[tuple[str, DocumentResult]]] = defaultdict(list)
    unread: list[LedgerDocument] = []
    shown = [item for item in planned if item.outcome is not EntryOutcome.IGNORED]
    for item, document in zip(shown, run.documents, strict=True):
        if item.sha256 is None:
            unread.append(_kept("", (item.entry.name,), document, contents))
        else:
            places[item.sha256].append((item.entry.name, document))
    return (*(_of_content(sha256, found, contents) for sha256, found in places.items()), *unread)


_LAST = (Status.FAILED, Status.SKIPPED)


def _of_content(
    sha256: str, places: list[tuple[str, DocumentResult]], contents: Mapping[str, str]
) -> LedgerDocument:
    """A document with its places, that of the file that was read first; a copy speaks for none."""
    places.sort(key=lambda place: _LAST.index(place[1].status) + 1 if place[1].status in _LAST else 0)
    return _kept(sha256, tuple(name for name, _ in places), places[0][1], contents)


def _kept(
    sha256: str, paths: tuple[str, ...], document: DocumentResult, contents: Mapping[str, str]
) -> LedgerDocument:
    from pipeline.ledger import LedgerDocument

    return LedgerDocument(
        sha256=sha256,
        paths=paths,
        status=document.status.value,
        verified=document.status is not Status.FAILED,
        findings=document.findings,
        others={finding.finding_id: named for finding in document.findings if (named := _named(finding, contents))},
        tally=document.tally,
    )


def _named(finding: Finding, contents: Mapping[str, str]) -> tuple[str, ...]:
    """Contents of the other documents that the evidence of a finding stands in; `contents` has those of all paths."""
    paths = (evidence.document for evidence in finding.evidence if evidence.document is not None)
    return tuple(sorted({contents[path] for path in paths if path in contents}))
