"""Locks between real processes, over real ledgers."""

from __future__ import annotations

import json
import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from pipeline.batch.lock import BusyError, Holder, folder_key, one_run
from pipeline.batch.scan import encoded
from pipeline.ledger import Ledger, RunStart, open_ledger
from schemas.batch import Keys
from schemas.errors import ExitCode, OutputError, UsageError

ROOT = Path(__file__).parents[2]
US = Holder(host=platform.node(), pid=os.getpid(), since="2024-01-31T22:00:00+07:00", run_id="20240131-220000-kami")
KEYS = Keys(tool="capaian 0.1.0", config="c", kamus="k", reading="r", checking="p")

HOLDER = """
import multiprocessing, os, sys, time
from pathlib import Path
from pipeline.batch.lock import Holder, one_run
from pipeline.ledger import open_ledger
import platform

def sleep(ready):
    print("child", os.getpid(), flush=True)
    ready.send(1)
    time.sleep(300)

if __name__ == "__main__":
    address, folder, out, method = sys.argv[1:]
    since, run_id = "2024-01-31T21:00:00+07:00", "20240131-210000-lain"
    who = Holder(host=platform.node(), pid=os.getpid(), since=since, run_id=run_id)
    with open_ledger(address) as ledger, one_run(Path(folder), ledger, Path(out), who):
        if method:
            here, there = multiprocessing.Pipe(False)
            context = multiprocessing.get_context(method)
            context.Process(target=sleep, args=(there,)).start()
            here.recv()
        print("held", flush=True)
        time.sleep(300)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "masuk").mkdir()
    return tmp_path / "masuk"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "hasil"


def address_of(out: Path) -> str:
    return f"sqlite:///{out / 'capaian.sqlite'}"


@pytest.fixture
def ledger(out: Path) -> Iterator[Ledger]:
    with open_ledger(address_of(out)) as ledger:
        yield ledger


class Other:
    """A batch in a process of its own that holds the folder and sleeps."""

    def __init__(self, address: str, folder: Path, out: Path, method: str = "") -> None:
        out.parent.mkdir(exist_ok=True)
        script = out.parent / "pemegang.py"
        script.write_text(HOLDER, encoding="utf-8")
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
        self.process = subprocess.Popen(
            [sys.executable, str(script), address, str(folder), str(out), method],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.children: list[psutil.Process] = []

    def wait(self) -> Other:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith("held"):
                self.children = psutil.Process(self.process.pid).children(recursive=True)
                return self
        raise AssertionError("the other process did not get the lock")

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()

    def end(self) -> None:
        self.kill()
        for child in self.children:
            if child.is_running():
                child.kill()


@contextmanager
def other_batch(address: str, folder: Path, out: Path, method: str = "") -> Iterator[Other]:
    other = Other(address, folder, out, method)
    try:
        yield other.wait()
    finally:
        other.end()


def refusal(folder: Path, ledger: Ledger, out: Path) -> BusyError:
    with pytest.raises(BusyError) as caught, one_run(folder, ledger, out, US):
        pytest.fail("two batches in one folder")
    return caught.value


def is_free(folder: Path, ledger: Ledger, out: Path) -> bool:
    with one_run(folder, ledger, out, US):
        return True


def files_of(out: Path) -> set[str]:
    return {path.name for path in out.iterdir() if "lock" in path.name}


def test_the_second_is_told_who_is_at_it_and_what_to_do(folder: Path, ledger: Ledger, out: Path) -> None:
    with other_batch(address_of(out), folder, out) as other:
        error = refusal(folder, ledger, out)
    assert isinstance(error, UsageError) and error.exit_code is ExitCode.USAGE
    for part in (
        str(folder),
        platform.node(),
        f"proses {other.process.pid}",
        "2024-01-31T21:00:00+07:00",
        "20240131-210000-lain",
        f"kill {other.process.pid}",
        "jalankan lagi",
    ):
        assert part in str(error)


def test_after_a_kill_the_next_one_has_it_at_once(folder: Path, ledger: Ledger, out: Path) -> None:
    with other_batch(address_of(out), folder, out) as other:
        refusal(folder, ledger, out)
        other.kill()
        with one_run(folder, ledger, out, US):
            (told,) = out.glob("*.lock.json")
            assert Holder(**json.loads(told.read_text(encoding="utf-8"))) == US, "ours, not that of the dead"


@pytest.mark.parametrize("method", ["forkserver", "spawn", "fork"])
def test_a_worker_that_outlives_its_batch_does_not_keep_the_lock(
    folder: Path, ledger: Ledger, out: Path, method: str
) -> None:
    with other_batch(address_of(out), folder, out, method) as other:
        other.kill()
        orphans = [child for child in other.children if child.is_running()]
        assert orphans, "the worker lives on without its batch"
        assert is_free(folder, ledger, out)


def test_one_process_cannot_have_it_twice(folder: Path, ledger: Ledger, out: Path) -> None:
    with one_run(folder, ledger, out, US):
        assert str(os.getpid()) in str(refusal(folder, ledger, out))
    assert is_free(folder, ledger, out)


def test_it_is_given_back_when_the_block_fails(folder: Path, ledger: Ledger, out: Path) -> None:
    with pytest.raises(KeyboardInterrupt), one_run(folder, ledger, out, US):
        raise KeyboardInterrupt
    assert is_free(folder, ledger, out)


def test_what_stays_is_one_empty_file_beside_the_database(folder: Path, ledger: Ledger, out: Path) -> None:
    name = f"capaian.sqlite.{folder_key(folder)}.lock"
    with one_run(folder, ledger, out, US):
        assert files_of(out) == {name, f"{name}.json"}
    assert files_of(out) == {name}
    assert (out / name).stat().st_size == 0


def test_every_way_to_folder_and_database_is_the_same_lock(
    folder: Path, ledger: Ledger, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (out.parent / "pintas").symlink_to(folder)
    (out.parent / "pintas-hasil").symlink_to(out)
    (out.parent / "pintas.sqlite").symlink_to(out / "capaian.sqlite")
    monkeypatch.chdir(folder)
    with one_run(Path(), ledger, out, US), ExitStack() as ledgers:
        relative = ledgers.enter_context(open_ledger("sqlite:///../pintas-hasil/capaian.sqlite"))
        linked = ledgers.enter_context(open_ledger(out.parent / "pintas.sqlite"))
        for way in (folder, Path("../pintas"), folder / ".." / "masuk"):
            for same in (ledger, relative, linked):
                refusal(way, same, out.parent / "hasil-lain")


def test_other_folders_and_other_databases_are_free(folder: Path, ledger: Ledger, out: Path) -> None:
    (folder / "dalam").mkdir()
    with one_run(folder, ledger, out, US), open_ledger(f"sqlite:///{out / 'lain.sqlite'}") as other:
        assert is_free(folder / "dalam", ledger, out)
        assert is_free(folder, other, out)


@pytest.mark.parametrize("name", ["hasil 100%41.sqlite", "a?b#c.sqlite", "é\n.sqlite"])
def test_a_database_of_any_name_has_its_lock_beside_it(folder: Path, out: Path, name: str) -> None:
    with open_ledger(out / name) as ledger, one_run(folder, ledger, out, US):
        assert {path.name for path in out.iterdir()} >= {name, f"{name}.{folder_key(folder)}.lock"}


def test_what_a_dead_holder_left_is_not_told(folder: Path, ledger: Ledger, out: Path) -> None:
    with other_batch(address_of(out), folder, out) as other, ExitStack() as stack:
        other.kill()
        (told,) = out.glob("*.lock.json")
        left = told.read_text(encoding="utf-8")
        stack.enter_context(one_run(folder, ledger, out, US))
        told.write_text(left, encoding="utf-8")  # as if we had not come to write ours yet
        error = refusal(folder, ledger, out)
    assert str(other.process.pid) not in str(error) and "batch lain" in str(error)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"host": "x"}', "\x00\xff"])
def test_a_broken_note_does_no_harm(folder: Path, ledger: Ledger, out: Path, content: str) -> None:
    with one_run(folder, ledger, out, US):
        (told,) = out.glob("*.lock.json")
        told.write_bytes(content.encode("latin-1"))
        assert "sedang diperiksa oleh batch lain" in str(refusal(folder, ledger, out))
        told.unlink()
        refusal(folder, ledger, out)
    assert is_free(folder, ledger, out)


def test_a_holder_on_another_machine_is_told_whatever_its_number(folder: Path, ledger: Ledger, out: Path) -> None:
    far = Holder(host="mesin-lain", pid=2**22 + 1, since="kemarin", run_id="r")
    with one_run(folder, ledger, out, far):
        assert f"mesin-lain dengan `kill {far.pid}`" in str(refusal(folder, ledger, out))


def test_a_place_that_cannot_be_written_is_told(folder: Path, ledger: Ledger, out: Path) -> None:
    name = f"capaian.sqlite.{folder_key(folder)}.lock"
    (out / name).mkdir()
    with pytest.raises(OutputError, match="hak akses") as caught, one_run(folder, ledger, out, US):
        pytest.fail("no lock, and yet")
    assert name in str(caught.value) and caught.value.exit_code is ExitCode.OUTPUT_FAILED


def test_a_folder_with_a_name_that_is_no_text_can_be_told(ledger: Ledger, out: Path) -> None:
    folder = out.parent / os.fsdecode(b"lapor\xe9")
    folder.mkdir()
    with one_run(folder, ledger, out, US):
        assert "lapor\\xe9" in str(refusal(folder, ledger, out)).encode("utf-8").decode("utf-8")


# a database server


def begin(ledger: Ledger, folder: Path, run_id: str, started: str, pid: int) -> None:
    """A run as another machine writes it down when it begins."""
    ledger.begin_run(
        RunStart(
            run_id=run_id,
            folder=encoded(os.path.realpath(folder)),
            started=started,
            host="mesin-lain",
            pid=pid,
            keys=KEYS,
            temporary="t",
            target="s",
        )
    )


def test_a_server_keeps_machines_apart_and_says_who_is_at_it(folder: Path, out: Path, postgres_url: str) -> None:
    elsewhere = out.parent / "mesin-lain"  # what `out` is on another machine: its file lock does not reach us
    with ExitStack() as there, open_ledger(postgres_url) as ours:
        theirs = there.enter_context(open_ledger(postgres_url))
        there.enter_context(one_run(folder, theirs, elsewhere, US))
        assert "batch lain dengan basis data yang sama" in str(refusal(folder, ours, out)), "it has not begun yet"
        begin(theirs, folder, "20240131-220000-mati", "2024-01-31T22:00:00+07:00", 41)
        begin(theirs, folder, "20240201-220000-ia", "2024-02-01T22:00:00+07:00", 42)
        error = refusal(folder, ours, out)
        for part in ("mesin-lain", "`kill 42`", "2024-02-01T22:00:00+07:00", "20240201-220000-ia"):
            assert part in str(error)
        assert "mati" not in str(error)
        (folder / "dalam").mkdir()
        assert is_free(folder / "dalam", ours, out), "another folder"
        there.close()
        assert is_free(folder, ours, out)


def test_on_one_machine_the_lock_of_a_server_lies_in_the_results(folder: Path, out: Path, postgres_url: str) -> None:
    with open_ledger(postgres_url) as ours, other_batch(postgres_url, folder, out) as other:
        assert f"kill {other.process.pid}" in str(refusal(folder, ours, out))
        assert files_of(out) == {f"capaian.{folder_key(folder)}.lock", f"capaian.{folder_key(folder)}.lock.json"}


def test_after_a_kill_the_server_gives_it_to_the_next(folder: Path, out: Path, postgres_url: str) -> None:
    with open_ledger(postgres_url) as ours, other_batch(postgres_url, folder, out.parent / "lain" / "hasil") as other:
        refusal(folder, ours, out)
        other.kill()
        with ExitStack() as stack:
            for _ in range(100):  # the server has to notice the end of the connection first
                with suppress(BusyError):
                    stack.enter_context(one_run(folder, ours, out, US))
                    break
                time.sleep(0.05)
            else:
                pytest.fail("the server still keeps the lock of a dead process")


def test_who_is_refused_by_the_server_leaves_no_lock_behind(folder: Path, out: Path, postgres_url: str) -> None:
    with open_ledger(postgres_url) as theirs, open_ledger(postgres_url) as ours:
        with one_run(folder, theirs, out.parent / "mesin-lain", US):
            refusal(folder, ours, out)
            assert files_of(out) == {f"capaian.{folder_key(folder)}.lock"}
        theirs.close()
        assert is_free(folder, ours, out)
