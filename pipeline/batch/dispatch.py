"""Hands documents to workers, tries again what may pass, and tells of every try as it ends."""

from __future__ import annotations

import heapq
import itertools
import math
import time
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass, field
from typing import Protocol

from pipeline.batch.kinds import CHANGED, OF_THE_FILE
from schemas.batch import Task, TaskResult

SLOW_TRIES = 2
"""What was too slow twice is not tried a third time: every try costs the whole time limit."""

_IN_HAND = 2  # tasks given out for each worker, so that none of them waits for the next one
_FIRST = 1
_LOOK_S = 0.2


class Workers(Protocol):
    """Who works on documents: processes of this machine or a cluster."""

    @property
    def size(self) -> int:
        """How many documents are worked on at the same time, at least 1."""

    def submit(self, task: Task) -> Future[TaskResult]:
        """Has a document worked on; cancelling the future puts an end to that, also after it began."""

    def lost(self, error: BaseException, task: Task) -> TaskResult:
        """The result of a document whose future ended with an error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One try of one document.

    Attributes:
        number: from 1.
        last: the document is not tried again in this run.
    """

    task: Task
    result: TaskResult
    number: int
    last: bool

    @property
    def seconds(self) -> float:
        """How long was worked on the document in this try."""
        return self.result.document.seconds


@dataclass(frozen=True, slots=True, order=True)
class _Again:
    """A document that is tried again once its time has come; earlier ones sort first."""

    due: float
    order: int
    tried: Tried = field(compare=False)


def _as_before(tried: Tried) -> Task | None:
    return tried.task


def run_tasks(
    tasks: Iterable[Task],
    workers: Workers,
    *,
    tries: int,
    backoff: float,
    renewed: Callable[[Tried], Task | None] = _as_before,
    look: Callable[[], None] = lambda: None,
) -> Generator[Tried]:
    """Has all documents worked on and yields every try when it ends, in whatever order that is.

    A document that waits for its next try holds up no other. Closing the generator ends all that is in hand.

    Args:
        tasks: taken one by one as workers become free; asked again after every try, so there may be more of them then.
        workers: who works on them.
        tries: how often a document is tried when what went wrong may pass, at least 1.
        backoff: seconds before the second try; each further one waits twice as long as the one before.
        renewed: asked what the next try is about when its time has come; None when there is to be none.
        look: called several times a second while nothing ends; what it raises ends the work.
    """
    fresh = iter(tasks)
    again: list[_Again] = []
    order = itertools.count()
    in_hand: dict[Future[TaskResult], tuple[Task, int]] = {}
    try:
        while True:
            room = _give_out(fresh, again, in_hand, workers, renewed)
            if not in_hand and not again:
                return
            seconds = _until(again) if again and (room or not in_hand) else None
            for future in _ended(in_hand, seconds, look):
                task, number = in_hand.pop(future)
                tried = _tried(future, task, number, workers, tries)
                if not tried.last:
                    due = time.monotonic() + backoff * 2 ** (number - 1)
                    heapq.heappush(again, _Again(due, next(order), tried))
                yield tried
    finally:
        for future in in_hand:
            future.cancel()


def _give_out(
    fresh: Iterator[Task],
    again: list[_Again],
    in_hand: dict[Future[TaskResult], tuple[Task, int]],
    workers: Workers,
    renewed: Callable[[Tried], Task | None],
) -> bool:
    """Gives out documents until the workers have enough; those whose time has come before new ones.

    Returns:
        Whether the workers could do with more.
    """
    while len(in_hand) < _IN_HAND * workers.size:
        due = _due(again)
        task = next(fresh, None) if due is None else renewed(due)
        if task is not None:
            in_hand[workers.submit(task)] = task, _FIRST if due is None else due.number + 1
        elif due is None:
            return True
    return False


def _ended(
    in_hand: Collection[Future[TaskResult]], seconds: float | None, look: Callable[[], None]
) -> set[Future[TaskResult]]:
    """The futures that have ended as soon as there is one, or after so many seconds; None for as long as it takes."""
    until = math.inf if seconds is None else time.monotonic() + seconds
    while True:
        look()
        pause = min(_LOOK_S, max(0.0, until - time.monotonic()))
        if in_hand:
            done, _ = wait(in_hand, timeout=pause, return_when=FIRST_COMPLETED)
        else:
            time.sleep(pause)
            done = set()
        if done or time.monotonic() >= until:
            return done


def _due(again: list[_Again]) -> Tried | None:
    """The last try of the document whose next one is due, None when none is."""
    if not again or again[0].due > time.monotonic():
        return None
    return heapq.heappop(again).tried


def _until(again: list[_Again]) -> float:
    """Seconds until the first of the waiting documents is due."""
    return max(0.0, again[0].due - time.monotonic())


def _tried(future: Future[TaskResult], task: Task, number: int, workers: Workers, tries: int) -> Tried:
    try:
        result = future.result()
    except (Exception, CancelledError) as error:
        result = workers.lost(error, task)
    kinds = {problem.kind for problem in result.document.problems}
    most = min((most_tries(kind, tries) for kind in kinds), default=tries)
    passed_on = task.elsewhere and not kinds.isdisjoint(OF_THE_FILE - {CHANGED})
    return Tried(task=task, result=result, number=number, last=not result.may_pass or passed_on or number >= most)


def most_tries(kind: str, tries: int) -> int:
    """How often a document is tried in one run after such a failure, where that may pass."""
    return min(tries, SLOW_TRIES) if kind == "time-limit" else tries
