from __future__ import annotations

import itertools
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

import pytest

from pipeline.batch.dispatch import Tried, run_tasks
from pipeline.batch.lost import WorkerDiedError, lost_result
from schemas.batch import Task, TaskResult
from schemas.result import DocumentResult, Problem, Status
from tests.batch.strange_work import make_task, wait_for

Step = str | BaseException
"""How one try ends: "ok", the kind of a failure that may pass, "-kind" for one that does not, or an error."""


class Threads:
    """Workers in threads of this process, which do with a document what its plan says, try by try."""

    def __init__(self, size: int, plans: dict[str, Sequence[Step]], gate: Callable[[Task], object] = id) -> None:
        self.size = size
        self.plans = plans
        self.gate = gate
        self.given: list[str] = []
        self.futures: list[Future[TaskResult]] = []
        self.threads = ThreadPoolExecutor(size)

    def submit(self, task: Task) -> Future[TaskResult]:
        self.given.append(task.path)
        number = self.given.count(task.path)
        self.futures.append(self.threads.submit(self.work, task, number))
        return self.futures[-1]

    def work(self, task: Task, number: int) -> TaskResult:
        self.gate(task)
        plan = self.plans.get(task.path, ["ok"])
        step = plan[min(number, len(plan)) - 1]
        if isinstance(step, BaseException):
            raise step
        document = DocumentResult(path=task.path, sha256=task.sha256, family=None, status=Status.OK, seconds=number)
        if step == "ok":
            return TaskResult(document=document)
        problem = Problem(stage="run", kind=step.lstrip("-"), message="")
        return TaskResult(
            document=replace(document, status=Status.FAILED, problems=(problem,)), may_pass=not step.startswith("-")
        )

    def lost(self, error: BaseException, task: Task) -> TaskResult:
        return lost_result(error, task)


@pytest.fixture
def made() -> Iterator[Callable[..., Threads]]:
    """Makes workers and ends their threads."""
    all_of_them: list[Threads] = []

    def make(size: int, plans: dict[str, Sequence[Step]], gate: Callable[[Task], object] = id) -> Threads:
        all_of_them.append(Threads(size, plans, gate))
        return all_of_them[-1]

    yield make
    for workers in all_of_them:
        workers.threads.shutdown(wait=True, cancel_futures=True)


TASKS = {name: make_task(name) for name in "abcdefghij"}


def outline(tried: Sequence[Tried]) -> list[tuple[str, int, bool]]:
    return [(item.task.path, item.number, item.last) for item in tried]


@pytest.mark.parametrize(
    ("plan", "tries", "lasts"),
    [
        (["ok"], 3, [True]),
        (["unreadable", "ok"], 3, [False, True]),
        (["unreadable"], 3, [False, False, True]),
        (["unreadable"], 1, [True]),
        (["-damaged"], 3, [True]),
        (["-memory-limit"], 3, [True]),
        (["crashed", "-damaged"], 5, [False, True]),
        (["time-limit"], 5, [False, True]),
        (["time-limit"], 1, [True]),
        (["crashed", "time-limit"], 5, [False, True]),
        (["time-limit", "crashed", "ok"], 5, [False, False, True]),
        ([WorkerDiedError(-9), "ok"], 3, [False, True]),
        ([TimeoutError()], 4, [False, True]),
        ([LookupError("odd")], 2, [False, True]),
    ],
)
def test_what_may_pass_is_tried_again(
    made: Callable[..., Threads], plan: Sequence[Step], tries: int, lasts: list[bool]
) -> None:
    workers = made(1, {"a": plan})
    tried = list(run_tasks([TASKS["a"]], workers, tries=tries, backoff=0.001))
    assert outline(tried) == [("a", number, last) for number, last in enumerate(lasts, start=1)]
    assert workers.given == ["a"] * len(lasts)


def test_every_document_ends_exactly_once_whatever_happens(made: Callable[..., Threads]) -> None:
    plans: dict[str, Sequence[Step]] = {
        "b": ["unreadable", "ok"], "d": [WorkerDiedError(-11)], "e": ["-damaged"], "g": ["time-limit"],
    }  # fmt: skip
    tried = list(run_tasks(TASKS.values(), made(3, plans), tries=3, backoff=0.001))
    assert Counter(item.task.path for item in tried if item.last) == Counter(list(TASKS))
    assert Counter(item.task.path for item in tried) == Counter(list(TASKS)) + Counter("bddg")


def test_no_documents_no_tries(made: Callable[..., Threads]) -> None:
    assert list(run_tasks([], made(1, {}), tries=3, backoff=1.0)) == []


def test_documents_are_taken_as_workers_become_free(made: Callable[..., Threads]) -> None:
    taken: list[str] = []

    def lazily() -> Iterator[Task]:
        for task in TASKS.values():
            taken.append(task.path)
            yield task

    tries = run_tasks(lazily(), made(2, {}), tries=1, backoff=0.0)
    assert taken == []
    next(tries)
    assert len(taken) == 4
    assert len(list(tries)) == len(TASKS) - 1
    assert taken == list(TASKS)


def test_a_document_that_waits_for_its_next_try_holds_up_no_other(made: Callable[..., Threads]) -> None:
    workers = made(1, {"a": ["unreadable", "ok"]})
    tried = list(run_tasks(TASKS.values(), workers, tries=2, backoff=0.3))
    assert outline(tried)[0] == ("a", 1, False)
    assert outline(tried)[-1] == ("a", 2, True)
    assert len(tried) == len(TASKS) + 1


def test_a_document_whose_time_has_come_goes_before_new_ones(made: Callable[..., Threads]) -> None:
    workers = made(1, {"a": ["unreadable", "ok"]})
    list(run_tasks(TASKS.values(), workers, tries=2, backoff=0.0))
    assert workers.given[:4] == ["a", "b", "a", "c"]


def test_each_wait_is_twice_as_long_as_the_one_before(made: Callable[..., Threads]) -> None:
    begun: list[float] = []
    workers = made(1, {"a": ["unreadable"]}, lambda task: begun.append(time.monotonic()))
    list(run_tasks([TASKS["a"]], workers, tries=4, backoff=0.05))
    waits = [later - earlier for earlier, later in itertools.pairwise(begun)]
    assert [wait >= least for wait, least in zip(waits, (0.05, 0.1, 0.2), strict=True)] == [True] * 3


def test_what_speaks_of_one_file_is_left_at_once_where_another_has_its_bytes(made: Callable[..., Threads]) -> None:
    """A change is tried again all the same: the file goes on as what it is now."""
    lasts = {}
    for kind in ("missing", "unreadable", "io-error", "changed", "crashed", "no-answer"):
        task = replace(TASKS["a"], elsewhere=True)
        tried = list(run_tasks([task], made(1, {"a": [kind]}), tries=3, backoff=0.0))
        lasts[kind] = len(tried)
    assert lasts == {"missing": 1, "unreadable": 1, "io-error": 1, "changed": 3, "crashed": 3, "no-answer": 3}


def test_the_next_try_is_about_what_is_said_when_its_time_has_come(made: Callable[..., Threads]) -> None:
    asked: list[tuple[str, int]] = []

    def renewed(tried: Tried) -> Task | None:
        asked.append((tried.task.path, tried.number))
        return {"a": TASKS["j"], "b": None}[tried.task.path]

    workers = made(1, {"a": ["changed"], "b": ["changed"]})
    tried = list(run_tasks([TASKS["a"], TASKS["b"]], workers, tries=3, backoff=0.0, renewed=renewed))
    assert asked == [("a", 1), ("b", 1)]
    assert outline(tried) == [("a", 1, False), ("b", 1, False), ("j", 2, True)]


def test_tasks_may_come_while_others_end(made: Callable[..., Threads]) -> None:
    waiting = [TASKS["a"]]

    class Growing(Iterator[Task]):
        def __next__(self) -> Task:
            if not waiting:
                raise StopIteration
            return waiting.pop()

    told = []
    for tried in run_tasks(Growing(), made(1, {}), tries=1, backoff=0.0):
        told.append(tried.task.path)
        if tried.task.path == "a":
            waiting.append(TASKS["b"])
    assert told == ["a", "b"]


def test_seconds_are_those_of_the_work(made: Callable[..., Threads]) -> None:
    tried = list(run_tasks([TASKS["a"]], made(1, {"a": ["unreadable", "ok"]}), tries=2, backoff=0.2))
    assert [item.seconds for item in tried] == [1, 2]


def test_closing_takes_back_what_is_in_hand(made: Callable[..., Threads]) -> None:
    gate = threading.Event()
    workers = made(1, {}, lambda task: task.path == "a" or gate.wait(60))
    tries = run_tasks(TASKS.values(), workers, tries=1, backoff=0.0)
    next(tries)
    next_one = wait_for(lambda: [future for future in workers.futures if future.running()])
    tries.close()
    assert all(future.cancelled() for future in workers.futures[2:])
    assert not any(future.cancelled() for future in next_one)
    gate.set()
    assert len(workers.given) < len(TASKS)


def test_an_error_of_the_tasks_takes_back_what_is_in_hand(made: Callable[..., Threads]) -> None:
    gate = threading.Event()
    workers = made(1, {}, lambda task: gate.wait(60))

    def broken() -> Iterator[Task]:
        yield TASKS["a"]
        raise LookupError("the store is gone")

    with pytest.raises(LookupError, match="the store is gone"):
        next(run_tasks(broken(), workers, tries=1, backoff=0.0))
    (future,) = workers.futures
    gate.set()
    assert future.cancelled() or future.running() or future.done()
    assert workers.given == ["a"]


def test_a_caller_that_takes_its_time_loses_nothing(made: Callable[..., Threads]) -> None:
    tried = []
    for item in run_tasks(TASKS.values(), made(2, {"c": ["unreadable", "ok"]}), tries=2, backoff=0.0):
        time.sleep(0.01)
        tried.append(item)
    assert Counter(item.task.path for item in tried if item.last) == Counter(list(TASKS))
