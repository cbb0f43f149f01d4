"""Nights whose documents are worked on by a Dask cluster, through the front door."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.batch.archive import write_small
from tests.batch.dask_programs import client_of, dask_programs, has_ended, hold_document, wait_for_workers
from tests.batch.ledger_rows import ledger_rows, query, recorded
from tests.batch.runs import ROOT, batch, documents, leftovers, manifest, outcomes, run_folders
from tests.batch.strange_work import wait_for
from tests.faults.batch_process import Running, started
from tests.faults.batch_state import archive
from tests.postgres_server import free_port

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")

CODE = 3
"""Exit code of a night over the folder: findings, and one file that is no document."""

DOCUMENTS = 3
TABLES = ("findings.csv", "nilai.csv", "klaim.csv", "indikator-tahunan.csv")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Small documents, one of them twice, and one file that is none."""
    folder = tmp_path_factory.mktemp("klaster") / "masuk"
    folder.mkdir()
    for number in range(1, DOCUMENTS + 1):
        write_small(folder / f"laporan-{number}.{'pdf' if number == 1 else 'docx'}", number)
    shutil.copy(folder / "laporan-3.docx", folder / "salinan.docx")
    (folder / "rusak.pdf").write_text("bukan PDF\n")
    return folder


@pytest.fixture(scope="module")
def alone(folder: Path) -> Path:
    """Results of this machine alone."""
    return night(folder, folder.parent / "sendiri")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, processes=True, threads_per_worker=1, dashboard_address=":0", silence_logs=50
    ) as cluster:
        yield cluster


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "hasil"


def night(folder: Path, out: Path, *options: str, code: int = CODE) -> Path:
    """A run to its end, which says nothing on stderr; its run folder."""
    done = batch(folder, out, "--jobs", "2", "--format", "csv", *options)
    assert (done.returncode, done.stderr) == (code, ""), done.stdout
    return run_folders(out)[-1]


def beside(folder: Path, out: Path, address: str) -> Any:
    """A run on a cluster that goes on beside the test."""
    return started(archive(folder, out), "--format", "csv", "--scheduler", address)


def url(out: Path) -> str:
    return f"sqlite:///{out / 'capaian.sqlite'}"


def assert_same(out: Path, alone: Path) -> None:
    """The only night below `out` has the results of the one without a cluster, and every document was done once."""
    (run,) = run_folders(out)
    assert documents(run) == documents(alone)
    assert [(run / name).read_bytes() for name in TABLES] == [(alone / name).read_bytes() for name in TABLES]
    measured = ("seconds", "peak_mib")
    ours, theirs = ([{**line, **dict.fromkeys(measured)} for line in manifest(place)] for place in (run, alone))
    assert ours == theirs
    assert ledger_rows(url(out)) == ledger_rows(url(alone.parent))
    assert leftovers(out) == []


def ended(running: Running) -> None:
    assert running.end() == CODE, running.stdout + running.stderr
    assert running.stderr == ""


def test_results_are_those_of_this_machine_alone_even_where_a_worker_is_killed(
    cluster: Any, folder: Path, alone: Path, out: Path
) -> None:
    with client_of(cluster.scheduler_address) as client:
        worker = sorted(client.run(os.getpid).values())[0]
        with beside(folder, out, cluster.scheduler_address) as running:
            document = hold_document(worker)
            os.kill(worker, signal.SIGKILL)
            ended(running)
        assert has_ended(document)
        assert_same(out, alone)
        wait_for(lambda: len(client.nthreads()) == 2)
        assert client.submit(sum, [1, 2]).result(timeout=60) == 3
        wait_for(lambda: not client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks)))


def test_nights_that_are_stopped_leave_nothing_on_the_cluster(
    cluster: Any, folder: Path, alone: Path, out: Path
) -> None:
    with client_of(cluster.scheduler_address) as client:
        workers = list(client.run(os.getpid).values())
        for number, code in ((signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)):
            with beside(folder, out, cluster.scheduler_address) as running:
                in_hand = [hold_document(worker) for worker in workers]
                running.process.send_signal(number)
                assert running.end() == code
            assert all(has_ended(document) for document in in_hand)
            wait_for(lambda: not client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks)))
    run = night(folder, out, "--scheduler", cluster.scheduler_address)
    assert documents(run) == documents(alone)
    assert recorded(url(out), "ok") == DOCUMENTS
    states = query(url(out), "select state from run order by number")
    assert states == [("interrupted",), ("abandoned",), ("done",)]
    assert leftovers(out) == []


def test_all_workers_are_killed_and_a_new_one_does_their_documents(
    folder: Path, alone: Path, out: Path, tmp_path: Path
) -> None:
    with dask_programs(tmp_path) as (programs, workers), beside(folder, out, programs.address) as running:
        in_hand = [hold_document(worker.pid) for worker in workers]
        for worker in workers:
            worker.kill()
        wait_for_workers(programs.address, 0)
        assert running.alive()
        programs.add_worker()
        ended(running)
        assert all(has_ended(document) for document in in_hand)
    assert_same(out, alone)


def test_documents_of_a_scheduler_that_dies_are_done_in_the_next_night(
    folder: Path, alone: Path, out: Path, tmp_path: Path
) -> None:
    with dask_programs(tmp_path) as (programs, workers), beside(folder, out, programs.address) as running:
        hold_document(workers[0].pid)
        wait_for(lambda: recorded(url(out), "ok"))
        programs.scheduler.kill()
        ended(running)
    (run,) = run_folders(out)
    failed = [line for line in manifest(run) if line["outcome"] == "failed"]
    lost = [line for line in failed if line["kind"] == "no-workers"]
    read = [line["path"] for line in manifest(run) if line["outcome"] == "done"]
    assert lost and read and len(failed) + len(read) == DOCUMENTS + 1
    assert all("jalankan `dask scheduler` dan `dask worker`, lalu ulangi" in line["message"] for line in lost)
    assert f"{len(failed)} × gagal" in running.stdout and "`dask scheduler`" in running.stdout
    after = night(folder, out)
    assert documents(after) == documents(alone)
    told = outcomes(after)
    assert {told[line["path"]] for line in lost} - {"failed"} == {"done"}
    assert {told[path] for path in read} == {"unchanged"}
    assert recorded(url(out), "ok") == DOCUMENTS
    still = night(folder, out, "--scheduler", programs.address)  # where nothing is to be done nobody is needed
    assert documents(still) == documents(alone)


def test_a_worker_of_another_version_refuses_and_this_machine_does_its_documents(
    folder: Path, alone: Path, out: Path, tmp_path: Path
) -> None:
    program = tmp_path / "program"
    for package in ("schemas", "extractors", "pipeline"):
        shutil.copytree(ROOT / package, program / package, ignore=shutil.ignore_patterns("__pycache__"))
    with (program / "pipeline" / "angka_id.py").open("a", encoding="utf-8") as handle:
        handle.write("\n# changed\n")
    once = tmp_path / "sekali.toml"
    once.write_text('settle_seconds = 0\ntries = 1\nformat = ["csv"]\n')
    with dask_programs(tmp_path, workers=1, program=program) as (programs, _):
        done = batch(folder, out, "--config", str(once), "--scheduler", programs.address)
    refused = [line for line in manifest(run_folders(out)[-1]) if line["kind"] == "other-version"]
    assert len(refused) == DOCUMENTS + 1 and all("pasang versi yang sama" in line["message"] for line in refused)
    assert (done.returncode, done.stderr) == (4, "")
    run = night(folder, out)
    assert documents(run) == documents(alone)
    assert {outcomes(run)[line["path"]] for line in refused} == {"done", "failed"}


def test_a_scheduler_that_does_not_answer_ends_the_command_with_what_to_do(folder: Path, out: Path) -> None:
    address = f"tcp://127.0.0.1:{free_port()}"
    done = batch(folder, out, "--scheduler", address)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"capaian: penjadwal Dask di {address} tidak menjawab")
    assert "jalankan `dask scheduler`, atau jalankan tanpa --scheduler" in done.stderr
    assert "Traceback" not in done.stderr and done.stderr.count("\n") == 1
    assert query(url(out), "select state, exit_code from run") == [("failed", 2)]
    assert run_folders(out) == [] and leftovers(out) == []


def test_without_distributed_the_command_says_how_to_install_it(folder: Path, out: Path, tmp_path: Path) -> None:
    (tmp_path / "distributed.py").write_text("raise ImportError('not installed')\n")
    paths = os.pathsep.join((str(tmp_path), str(ROOT)))
    done = batch(folder, out, "--scheduler", "tcp://127.0.0.1:8786", PYTHONPATH=paths)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pasang dengan `make setup-cluster`" in done.stderr and done.stderr.count("\n") == 1
    assert run_folders(out) == [] and leftovers(out) == []
