from __future__ import annotations

import pickle
import signal
from concurrent.futures import CancelledError

import pytest

from pipeline.batch.lost import NoWorkersError, OtherVersionError, WorkerDiedError, lost_result
from schemas.batch import MIB
from schemas.result import Status
from tests.batch.strange_work import kind_of, make_task

TASK = make_task("laporan/2023.pdf", time_limit=90.0, memory_limit=3072 * MIB)


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (TimeoutError("Task Timeout", 90.0), "time-limit", ("90 detik", "--time-limit")),
        (WorkerDiedError(-signal.SIGXCPU), "time-limit", ("90 detik", "--time-limit")),
        (WorkerDiedError(-signal.SIGKILL), "crashed", ("sinyal SIGKILL", "3072 MiB", "--memory-limit", "--jobs")),
        (WorkerDiedError(-63), "crashed", ("sinyal 63",)),
        (WorkerDiedError(-200), "crashed", ("sinyal 200",)),
        (WorkerDiedError(1), "crashed", ("kode 1",)),
        (WorkerDiedError(None), "crashed", ("tanpa sebab yang diketahui",)),
        (NoWorkersError("gone"), "no-workers", ("dask scheduler", "dask worker", "--scheduler")),
        (OtherVersionError("capaian 9"), "other-version", ("versi lain", "versi yang sama")),
        (ModuleNotFoundError("No module named 'pipeline'"), "other-version", ("versi lain",)),
        (AttributeError("no attribute 'do_on_cluster'"), "other-version", ("versi lain",)),
        (CancelledError(), "no-answer", ("CancelledError", "run.log")),
        (LookupError("odd"), "crashed", ("LookupError: odd", "run.log")),
    ],
)
def test_each_loss_has_its_kind_and_remedy(error: BaseException, kind: str, words: tuple[str, ...]) -> None:
    result = lost_result(error, TASK)
    assert kind_of(result) == kind
    message = result.document.problems[0].message
    assert [word for word in words if word not in message] == []
    assert message.endswith(".")
    assert result.may_pass


def test_a_lost_document_is_failed_and_known_by_its_content() -> None:
    result = lost_result(WorkerDiedError(-9, 4.5), TASK)
    document = result.document
    assert (document.status, document.path, document.sha256) == (Status.FAILED, TASK.path, TASK.sha256)
    assert (document.seconds, result.reading, result.files, result.peak_bytes) == (4.5, b"", b"", None)


def test_the_time_limit_is_the_time_that_was_spent() -> None:
    assert lost_result(TimeoutError(), TASK).document.seconds == 90.0


def test_the_log_is_told_in_lines() -> None:
    (first, second) = lost_result(LookupError("one\ntwo"), TASK).log
    assert first == "ERROR pipeline.batch.lost: laporan/2023.pdf: crashed: LookupError: one"
    assert second == "two"


@pytest.mark.parametrize("error", [WorkerDiedError(-9, 1.5), NoWorkersError("x"), OtherVersionError("y")])
def test_errors_survive_the_way_from_another_process(error: Exception) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.args) == (type(error), error.args)
    assert lost_result(again, TASK) == lost_result(error, TASK)
