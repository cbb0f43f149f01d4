"""Puts the results of a night together: documents beside each other, the manifest, what the ledger keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.batch.plan import Planned
from schemas.batch import Entry, EntryOutcome, ManifestLine
from schemas.result import DocumentResult, Note, Problem, RunResult, Status

if TYPE_CHECKING:
    from pipeline.ledger import AttemptRow, LedgerDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """What is known when all work is done.

    Attributes:
        planned: every entry with what became of it.
        results: of every document that has one, by hash; pages left out.
        attempts: the last attempt at each document, of this run or an earlier one, by hash.
        tries: how often each document was tried in this run, by hash.
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
        _ignored(item) if item.outcome is EntryOutcome.IGNORED else _line(item, next(documents), night)
        for item in night.planned
    )


def _ignored(item: Planned) -> ManifestLine:
    entry = item.entry
    return ManifestLine(path=entry.path, name=entry.name, outcome=item.outcome, message=entry.ignored)


def _line(item: Planned, document: DocumentResult, night: Night) -> ManifestLine:
    problem = next(iter(document.problems), None)
    told = problem or next(iter(document.notes), None) if item.same_as is not None else problem
    attempt = night.attempts.get(item.sha256) if item.sha256 is not None and item.same_as is None else None
    failed = document.status is Status.FAILED
    return ManifestLine(
        path=item.entry.path,
        name=item.entry.name,
        outcome=EntryOutcome.FAILED if failed else item.outcome,
        sha256=item.sha256,
        status=document.status.value,
        same_as=item.same_as.path if item.same_as is not None else "",
        stage=told.stage if told is not None else "",
        kind=told.kind if told is not None else "",
        message=told.message if told is not None else "",
        attempts=night.tries.get(item.sha256, 0) if item.sha256 is not None and item.same_as is None else 0,
        seconds=attempt.seconds if attempt is not None else None,
        peak_bytes=attempt.peak_bytes if attempt is not None else None,
        findings=len(document.findings),
    )


def kept_of(planned: Sequence[Planned], run: RunResult) -> tuple[LedgerDocument, ...]:
    """What the ledger keeps of every document: one for each content, with all places where it lies.

    A file whose content could not be had stands for itself, so that nothing is said of what is known of it.
    """
    names: dict[str, list[str]] = defaultdict(list)
    found: dict[str, DocumentResult] = {}
    unread: list[LedgerDocument] = []
    shown = [item for item in planned if item.outcome is not EntryOutcome.IGNORED]
    for item, document in zip(shown, run.documents, strict=True):
        if item.sha256 is None:
            unread.append(_kept("", (item.entry.name,), document))
            continue
        names[item.sha256].append(item.entry.name)
        found.setdefault(item.sha256, document)
    return (*(_kept(sha256, tuple(names[sha256]), document) for sha256, document in found.items()), *unread)


def _kept(sha256: str, paths: tuple[str, ...], document: DocumentResult) -> LedgerDocument:
    from pipeline.ledger import LedgerDocument

    return LedgerDocument(
        sha256=sha256,
        paths=paths,
        status=document.status.value,
        verified=document.status is not Status.FAILED,
        findings=document.findings,
        tally=document.tally,
    )
