from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from pipeline.batch.isolated import OTHER_VERSION, do_isolated, is_ours
from pipeline.batch.keys import make_keys
from pipeline.batch.lost import OtherVersionError
from schemas.batch import MIB, Keys
from schemas.config import AuditConfig
from tests.batch.strange_work import ROOT, SAMPLES, kind_of, make_task, timeless, undisturbed, wait_for
from tests.small_files import write_pdf


@pytest.fixture
def keys() -> Keys:
    return make_keys(AuditConfig())


def isolated_processes() -> list[psutil.Process]:
    return [
        process
        for process in psutil.Process().children(recursive=True)
        if "pipeline.batch.isolated" in " ".join(process.cmdline())
    ]


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """After every test no process and no descriptor is left."""
    before = psutil.Process().num_fds()
    yield
    assert isolated_processes() == []
    assert psutil.Process().num_fds() <= before


def meanwhile(function: Callable[[psutil.Process], object]) -> threading.Thread:
    """Does something to the isolated process as soon as there is one."""
    thread = threading.Thread(target=lambda: function(wait_for(isolated_processes)[0]))
    thread.start()
    return thread


@pytest.mark.parametrize("name", ["lkjip/provinsi-2021-keliru.pdf", "keputusan/iku-benar.docx"])
def test_a_document_comes_out_as_in_this_process(name: str, keys: Keys) -> None:
    result = do_isolated(make_task(SAMPLES / name, keys=keys))
    assert timeless(result) == undisturbed(SAMPLES / name)
    assert result.reading and result.files and result.peak_bytes
    again = do_isolated(make_task(SAMPLES / name, keys=keys, reading=result.reading))
    assert timeless(again) == timeless(result) and again.reading == b""


def test_a_killed_process_costs_a_try(keys: Keys) -> None:
    thread = meanwhile(lambda process: process.kill())
    result = do_isolated(make_task(SAMPLES / "lkjip/dinas-benar.pdf", keys=keys))
    thread.join()
    assert (kind_of(result), result.may_pass) == ("crashed", True)
    assert "SIGKILL" in result.document.problems[0].message


def test_a_stopped_process_meets_the_time_limit(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.batch.isolated.START_S", 0.5)
    thread = meanwhile(lambda process: process.suspend())
    result = do_isolated(make_task(SAMPLES / "lkjip/dinas-benar.pdf", keys=keys, time_limit=1.0))
    thread.join()
    assert (kind_of(result), result.may_pass) == ("time-limit", True)


def test_the_memory_limit_is_a_failure_of_the_document(tmp_path: Path, keys: Keys) -> None:
    path = write_pdf(tmp_path / "besar.pdf", repeat=100)
    result = do_isolated(make_task(path, keys=keys, memory_limit=4 * MIB))
    assert (kind_of(result), result.may_pass) == ("memory-limit", False)


def test_a_document_that_nobody_waits_for_is_given_up(keys: Keys) -> None:
    asked: list[float] = []
    thread = meanwhile(lambda process: process.suspend())
    do_isolated(make_task(SAMPLES / "lkjip/dinas-benar.pdf", keys=keys), lambda: bool(asked.append(time.monotonic())))
    thread.join()
    assert len(asked) == 1


@pytest.mark.parametrize("field", ["reading", "checking"])
def test_a_task_of_another_version_is_refused(field: str, keys: Keys) -> None:
    other = replace(keys, **{field: "0" * 64})
    assert not is_ours(make_task("a.pdf", keys=other))
    assert is_ours(make_task("a.pdf", keys=keys))
    with pytest.raises(OtherVersionError):
        do_isolated(make_task(SAMPLES / "lkjip/irigasi-2023.docx", keys=other))


def test_a_task_with_a_kamus_that_is_not_here_is_refused(tmp_path: Path, keys: Keys) -> None:
    assert not is_ours(make_task("a.pdf", keys=keys, config=AuditConfig(kamus=tmp_path / "tidak-ada")))


def test_the_process_ends_with_the_one_that_waits_for_it(keys: Keys) -> None:
    reading, writing = os.pipe()
    command = [sys.executable, "-m", "pipeline.batch.isolated", str(reading)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, pass_fds=(reading,)
    ) as process:
        os.close(reading)
        os.close(writing)
        assert process.wait(60) == -signal.SIGKILL


def test_what_a_library_prints_is_no_part_of_the_answer(keys: Keys) -> None:
    script = (
        "import io, os, pickle, sys\n"
        "from pipeline.batch import isolated\n"
        "done = isolated.do_task\n"
        "isolated.do_task = lambda task: os.write(1, b'noise') and done(task)\n"
        "sys.exit(isolated.main(int(sys.argv[1]), sys.stdin.buffer))\n"
    )
    reading, writing = os.pipe()
    task = make_task(SAMPLES / "lkjip/irigasi-2023.docx", keys=keys)
    done = subprocess.run(
        [sys.executable, "-c", script, str(reading)],
        cwd=ROOT,
        input=pickle.dumps(task),
        capture_output=True,
        pass_fds=(reading,),
        check=False,
        timeout=120,
    )
    os.close(reading)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"noise")
    assert timeless(pickle.load(io.BytesIO(done.stdout))) == undisturbed(task.path)


def test_the_code_of_a_refusal_is_no_other() -> None:
    assert OTHER_VERSION not in {0, 1, 2} and 0 < OTHER_VERSION < 128
