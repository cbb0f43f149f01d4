"""What is to be done tonight, file by file, and what became of it.

A document is its bytes, and several files may have them. When one of those cannot be read the next one is; when one
turns out to have other bytes than those it was planned with, it goes on as the document that it is now.
"""

from __future__ import annotations

import logging
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from pipeline.batch.gather import Night
from pipeline.batch.kinds import CHANGED, OF_THE_FILE
from pipeline.batch.plan import Planned, decide, make_task
from pipeline.batch.record import missed_attempt
from pipeline.batch.scan import read_again
from pipeline.batch.shift import Shift
from schemas.batch import READ, BatchEvent, EntryOutcome, Failure, Task
from schemas.result import DocumentResult, Status

if TYPE_CHECKING:
    from pipeline.batch.dispatch import Tried
    from pipeline.ledger import AttemptRow

log = logging.getLogger(__name__)

_CONTENT_UNKNOWN = frozenset({CHANGED, "still-written"})
"""Kinds of failure after which nobody can say what the file holds."""


class Agenda(Iterator[Task]):
    """The files of a night; iterated over it gives the tasks that are to be done next, and more after some tries.

    Args:
        shift: the night.
        planned: all entries; a document whose stored result turns out to be damaged is to be done.
    """

    def __init__(self, shift: Shift, planned: Sequence[Planned]) -> None:
        self._shift = shift
        self._results: dict[str, DocumentResult] = {}  # by content
        self._attempts: dict[str, AttemptRow] = {}  # by path, as all that follows
        self._tries: Counter[str] = Counter()
        self._now = {item.entry.path: self._checked(item) for item in planned}
        self._leads: dict[str, str] = {}  # the file that is read, or stands, for a content
        self._copies: defaultdict[str, deque[str]] = defaultdict(deque)  # those that can be read instead
        self._queue: deque[str] = deque()
        for path, item in self._now.items():
            if item.sha256 is None:
                continue
            if item.same_as is not None:
                self._copies[item.sha256].append(path)
                continue
            self._leads[item.sha256] = path
            if item.attempt is not None:
                self._attempts[path] = item.attempt
            if item.to_do:
                self._queue.append(path)
        self._done, self.total = 0, len(self._queue)

    def __iter__(self) -> Self:
        """Itself: what was taken is not given again."""
        return self

    def __next__(self) -> Task:
        """The next task; there may be another one later."""
        if not self._queue:
            raise StopIteration
        return self._task(self._now[self._queue.popleft()])

    def take(self, tried: Tried, attempt: AttemptRow) -> None:
        """Takes what came of a try; `attempt` is its record."""
        path, sha256, document = tried.task.path, tried.task.sha256, tried.result.document
        item = self._now[path]
        self._attempts[path] = attempt
        self._tries[path] += 1
        if document.status is not Status.FAILED:
            self._results[sha256] = document
            again = tried.task.reading is not None
            self._settle(replace(item, outcome=EntryOutcome.RECHECKED if again else EntryOutcome.DONE), tried.seconds)
            return
        problem = document.problems[0]
        if problem.kind == CHANGED or (tried.last and problem.kind in OF_THE_FILE):
            self._hand_on(item, sha256)
        if tried.last:
            failure = Failure(stage=problem.stage, kind=problem.kind, message=problem.message)
            known = None if problem.kind in _CONTENT_UNKNOWN else sha256
            self._settle(replace(item, outcome=EntryOutcome.FAILED, sha256=known, failure=failure), tried.seconds)

    def renewed(self, tried: Tried) -> Task | None:
        """The next try of a file; one that has changed is read as what it is now, if that is still to be done.

        Where its content cannot be had, the worker will say why.
        """
        if all(problem.kind != CHANGED for problem in tried.result.document.problems):
            return tried.task
        entry, content = read_again(self._now[tried.task.path].entry)
        if isinstance(content, Failure):
            return tried.task
        log.info("%s: changed, goes on as %s", entry.name, content)
        lead = self._leads.get(content)
        if lead is not None:
            self._copies[content].append(entry.path)
            first = self._now[lead].entry
            self._settle(Planned(entry=entry, sha256=content, outcome=EntryOutcome.DUPLICATE, same_as=first))
            return None
        self._leads[content] = entry.path
        shift = self._shift
        attempt = shift.attempts({content}).get(content)
        item = self._checked(decide(entry, content, attempt, shift.store, shift.keys, shift.config))
        if not item.to_do:
            self._settle(item)
            return None
        self._now[entry.path] = item
        return self._task(item)

    def night(self) -> Night:
        """What is known when all work is done."""
        items = tuple(self._now.values())
        leads: dict[str, Planned] = {}
        for item in sorted(items, key=lambda item: item.outcome not in READ):  # stable: of each kind the first
            if item.sha256 is not None and item.outcome is not EntryOutcome.DUPLICATE:
                leads.setdefault(item.sha256, item)
        return Night(
            planned=tuple(_after(item, leads) for item in items),
            results=self._results,
            attempts=self._attempts,
            tries=self._tries,
        )

    def _checked(self, item: Planned) -> Planned:
        """Takes the stored result of a document that stands; one that is damaged is to be done.

        A result that the ledger does not know of is told to it.
        """
        if item.outcome is not EntryOutcome.UNCHANGED or item.sha256 is None:
            return item
        store, keys = self._shift.store, self._shift.keys
        stored = store.result(item.sha256, keys)
        if stored is None or store.files(item.sha256, keys) is None:
            log.warning("%s: stored result is gone or damaged; done anew", item.entry.name)
            return replace(item, outcome=EntryOutcome.DONE)
        self._results[item.sha256] = stored
        if item.attempt is not None:
            return item
        attempt = missed_attempt(self._shift, item.sha256, stored, item.entry.path)
        self._shift.ledger.record(attempt)
        return replace(item, attempt=attempt)

    def _task(self, item: Planned) -> Task:
        task = make_task(item, self._shift.store, self._shift.keys, self._shift.config)
        return replace(task, elsewhere=bool(self._copies[task.sha256]))

    def _hand_on(self, item: Planned, sha256: str) -> None:
        """Has the next file with the same bytes read instead of one that cannot be."""
        if self._leads.get(sha256) != item.entry.path:
            return
        del self._leads[sha256]
        if not self._copies[sha256]:
            return
        path = self._copies[sha256].popleft()
        log.warning("%s cannot be read; %s has the same bytes", item.entry.name, self._now[path].entry.name)
        self._leads[sha256] = path
        self._now[path] = replace(self._now[path], outcome=item.outcome, same_as=None)
        self._queue.appendleft(path)
        self.total += 1

    def _settle(self, item: Planned, seconds: float = 0.0) -> None:
        """Notes what became of a file, and tells it."""
        path, outcome = item.entry.path, item.outcome
        if item.attempt is not None:
            self._attempts[path] = item.attempt
        self._now[path] = item
        self._done += 1
        log.info(
            "%s: %s, %.1f s",
            item.entry.name,
            outcome.value,
            seconds,
            extra={"path": path, "outcome": outcome.value, "seconds": round(seconds, 2)},
        )
        self._shift.on_event(BatchEvent(done=self._done, total=self.total, path=path, outcome=outcome))


def _after(item: Planned, leads: dict[str, Planned]) -> Planned:
    """The entry at the end of the night: of files with the same bytes one stands for all, the others repeat it."""
    lead = leads.get(item.sha256) if item.sha256 is not None else None
    if lead is None or lead is item or (item.outcome not in READ and item.outcome is not EntryOutcome.DUPLICATE):
        return item
    return Planned(entry=item.entry, sha256=item.sha256, outcome=EntryOutcome.DUPLICATE, same_as=lead.entry)
