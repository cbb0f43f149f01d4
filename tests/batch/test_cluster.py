from __future__ import annotations

import gc
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from pipeline.batch.cluster import dask_workers
from pipeline.batch.dispatch import Tried, run_tasks
from pipeline.batch.keys import make_keys
from pipeline.batch.lost import NoWorkersError
from schemas.batch import Keys, Task
from schemas.config import AuditConfig
from schemas.errors import UsageError
from schemas.result import Status
from tests.batch.strange_work import (
    KEYS,
    ROOT,
    SAMPLES,
    forget_program,
    hang,
    hang_isolated,
    kind_of,
    make_task,
    seen_pid,
    timeless,
    undisturbed,
    wait_for,
)
from tests.small_files import WRONG_ROW, write_docx

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")


@pytest.fixture
def keys() -> Keys:
    return make_keys(AuditConfig())


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, processes=True, threads_per_worker=1, dashboard_address=":0", silence_logs=50
    ) as cluster:
        yield cluster


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return write_docx(tmp_path / "laporan.docx", (WRONG_ROW,))


def work_all(cluster: Any, *tasks: Task, tries: int = 2, **options: Any) -> list[Tried]:
    with dask_workers(cluster.scheduler_address, **options) as workers:
        return list(run_tasks(tasks, workers, tries=tries, backoff=0.01))


def test_documents_come_out_as_in_this_process(cluster: Any, keys: Keys) -> None:
    paths = [SAMPLES / "lkjip/provinsi-2021-keliru.pdf", SAMPLES / "keputusan/iku-keliru.docx"]
    tried = work_all(cluster, *(make_task(path, keys=keys) for path in paths))
    assert {item.task.path: timeless(item.result) for item in tried} == {
        str(path): undisturbed(path) for path in paths
    }
    assert all(item.last and item.number == 1 for item in tried)
    assert all(item.result.reading and item.result.files for item in tried)


def test_paths_may_be_relative_to_the_folder_of_the_batch(
    cluster: Any, keys: Keys, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(report.parent)
    (tried,) = work_all(cluster, make_task(report.name, keys=keys))
    assert timeless(tried.result) == undisturbed(report.name)
    assert tried.result.document.path == report.name


def test_a_worker_that_is_killed_costs_no_document(cluster: Any, keys: Keys, tmp_path: Path) -> None:
    paths = [write_docx(tmp_path / f"{number}.docx", (WRONG_ROW,)) for number in range(3)]
    for path in paths[1:]:
        Path(f"{path}.seen").touch()
    killed: list[int] = []

    def kill() -> None:
        killed.append(seen_pid(paths[0]))
        os.kill(killed[0], signal.SIGKILL)

    thread = threading.Thread(target=kill)
    thread.start()
    tried = work_all(cluster, *(make_task(path, keys=keys) for path in paths), work=hang_isolated)
    thread.join()
    assert killed and not psutil.pid_exists(killed[0])
    assert {item.task.path: timeless(item.result) for item in tried if item.last} == {
        str(path): undisturbed(path) for path in paths
    }


def test_a_document_that_kills_every_worker_is_given_up(report: Path) -> None:
    with (
        distributed.LocalCluster(
            n_workers=1, processes=True, threads_per_worker=1, dashboard_address=":0", silence_logs=50
        ) as cluster,
        distributed.Client(cluster.scheduler_address, set_as_default=False) as client,
    ):
        client.run_on_scheduler(lambda dask_scheduler: setattr(dask_scheduler, "allowed_failures", 0))
        thread = threading.Thread(target=lambda: os.kill(seen_pid(report), signal.SIGKILL))
        thread.start()
        (tried,) = work_all(cluster, make_task(report), work=hang, tries=1)
        thread.join()
    assert kind_of(tried.result) == "crashed"
    assert tried.result.may_pass


def test_a_worker_of_another_version_refuses(cluster: Any, report: Path) -> None:
    (tried,) = work_all(cluster, make_task(report, keys=KEYS), tries=1)
    assert (kind_of(tried.result), tried.result.may_pass) == ("other-version", True)


def test_a_program_that_the_cluster_does_not_have_is_another_version(cluster: Any, report: Path) -> None:
    with distributed.Client(cluster.scheduler_address, set_as_default=False) as client:
        client.run(forget_program, True)
        try:
            (tried,) = work_all(cluster, make_task(report), tries=1)
        finally:
            client.run(forget_program, False)
    assert kind_of(tried.result) == "other-version"


def test_without_workers_documents_are_not_waited_for_for_ever(tmp_path: Path) -> None:
    paths = [write_docx(tmp_path / f"{number}.docx") for number in range(2)]
    with distributed.LocalCluster(n_workers=0, dashboard_address=":0", silence_logs=50) as cluster:
        tried = work_all(cluster, *map(make_task, paths), tries=1, patience=1.0)
    assert [(kind_of(item.result), item.result.may_pass) for item in tried] == [("no-workers", True)] * 2


def test_where_nobody_came_further_documents_are_not_waited_for(report: Path) -> None:
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=":0", silence_logs=50) as cluster,
        dask_workers(cluster.scheduler_address, patience=0.1) as workers,
    ):
        with pytest.raises(NoWorkersError):
            workers.submit(make_task(report)).result(timeout=60)
        assert workers.submit(make_task(report)).done()
        cluster.scale(1)
        wait_for(lambda: not workers.submit(make_task(report)).done())


def test_a_document_that_the_client_lost_sight_of_is_answered(report: Path) -> None:
    """What is given at the moment in which the connection is lost is dropped by the client without a word."""
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=":0", silence_logs=50) as cluster,
        dask_workers(cluster.scheduler_address) as workers,
    ):
        future = workers.submit(make_task(report))
        workers._client.futures.clear()
        with pytest.raises(NoWorkersError, match="connection was lost"):
            future.result(timeout=30)


def test_documents_taken_back_are_worked_on_no_longer(cluster: Any, keys: Keys) -> None:
    with dask_workers(cluster.scheduler_address) as workers:
        future = workers.submit(make_task(SAMPLES / "lkjip/dinas-benar.pdf", keys=keys))
        process = wait_for(isolated_below)[0]
        process.suspend()
        future.cancel()
        assert future.cancelled()
        psutil.wait_procs([process], timeout=60)
        assert not process.is_running()


def isolated_below() -> list[psutil.Process]:
    return [
        process
        for process in psutil.Process().children(recursive=True)
        if "pipeline.batch.isolated" in " ".join(process.cmdline())
    ]


def test_the_cluster_outlives_the_batch_and_holds_nothing_of_it(cluster: Any, keys: Keys, report: Path) -> None:
    with dask_workers(cluster.scheduler_address) as workers:
        assert workers.size == 2
        assert workers.submit(make_task(report, keys=keys)).result(120).document.status is Status.OK
        future = workers.submit(make_task(report, keys=keys))
    assert future.cancelled()
    with distributed.Client(cluster.scheduler_address, set_as_default=False) as client:
        wait_for(lambda: len(client.nthreads()) == 2)
        wait_for(lambda: not client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks)))
        assert client.submit(sum, [1, 2]).result(timeout=60) == 3


def test_a_scheduler_that_goes_away_leaves_its_documents_for_another_night(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.batch.cluster.CONNECT_S", 1)
    script = (
        "import distributed, sys\n"
        "cluster = distributed.LocalCluster(n_workers=1, threads_per_worker=1, processes=False, host='127.0.0.1', "
        "protocol='tcp://', dashboard_address=':0', silence_logs=50)\n"
        "print(cluster.scheduler_address, flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as remote:
        assert remote.stdout is not None
        address = remote.stdout.readline().strip()
        with dask_workers(address, work=hang, patience=1.0) as workers:
            tries = run_tasks([make_task(report), make_task(report)], workers, tries=2, backoff=0.01)
            thread = threading.Thread(target=lambda: (seen_pid(report), remote.kill()))
            thread.start()
            tried = list(tries)
            thread.join()
    assert {kind_of(item.result) for item in tried} == {"no-workers"}
    assert sum(item.last for item in tried) == 2


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:{port}", "bukan alamat", "angin://127.0.0.1:8786"])
def test_without_a_scheduler_the_command_says_so(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.batch.cluster.CONNECT_S", 1)
    gc.collect()  # a client that ends while another one begins holds that up
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        named = address.format(port=free.getsockname()[1])
        with pytest.raises(UsageError, match="penjadwal Dask di") as caught, dask_workers(named):
            pass
    assert named in str(caught.value) and "--scheduler" in str(caught.value)


def test_a_scheduler_that_takes_the_connection_and_says_nothing_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pipeline.batch.cluster.CONNECT_S", 1)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        address = f"tcp://127.0.0.1:{mute.getsockname()[1]}"
        with pytest.raises(UsageError, match=f"penjadwal Dask di {address} tidak menjawab"), dask_workers(address):
            pass


def test_encryption_without_a_certificate_is_told() -> None:
    with pytest.raises(UsageError, match=r"memerlukan sertifikat; .* distributed\.comm\.tls"), dask_workers(
        "tls://127.0.0.1:1"
    ):
        pass


def test_without_the_extra_the_command_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match="make setup-cluster"), dask_workers("tcp://127.0.0.1:1"):
        pass
