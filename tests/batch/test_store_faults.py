"""A store under several hands, on a full disk, and with writers that are killed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.batch import store as store_module
from pipeline.batch.store import INVENTORY, MAKING, READING, Store
from tests.batch.kept_values import (
    KEYS,
    contents_of,
    files_of,
    is_whole,
    leftovers,
    place,
    put,
    reading_of,
    result_of,
    sha_of,
)

ROOT = Path(__file__).parents[2]


# several batches in one store


def test_several_batches_put_the_same_document_at_once(store: Store) -> None:
    start, errors = threading.Barrier(4), list[BaseException]()

    def work() -> None:
        mine = Store(store.root)
        start.wait()
        try:
            for number in range(8):
                put(mine, number)
                mine.sweep()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert all(is_whole(store, number) for number in range(8))
    assert leftovers(store) == []


def test_who_comes_second_leaves_the_entry_of_the_first(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def overtaken(entry: Path) -> None:
        monkeypatch.undo()
        put(Store(store.root), 1)

    monkeypatch.setattr(store_module, "sync_tree", overtaken)
    store.put_reading(sha_of(1), KEYS, reading_of(1), files_of(1))
    assert is_whole(store, 1) and store.result(sha_of(1), KEYS) == result_of(1)
    assert leftovers(store) == []


def test_sweep_removes_what_the_dead_left_and_not_what_the_living_are_at(store: Store, tmp_path: Path) -> None:
    put(store, 1)
    living, dead = other_at_work(store, tmp_path), other_at_work(store, tmp_path)
    try:
        dead.kill()
        dead.wait()
        assert len(leftovers(store)) == 4, "a folder and a lock of each"
        (store.root / MAKING / "ohne").mkdir()  # a lock that did not outlive a power cut
        store.sweep()
        assert len(leftovers(store)) == 2
        assert living.poll() is None
    finally:
        living.kill()
        living.wait()
    store.sweep()
    assert leftovers(store) == [] and is_whole(store, 1)


AT_WORK = """
import sys, time
from pathlib import Path
from pipeline.batch.store import Store

with Store(Path(sys.argv[1]))._making() as folder:
    (folder / "halb").write_text("x")
    print("ready", flush=True)
    time.sleep(300)
"""


def other_at_work(store: Store, folder: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", AT_WORK, str(store.root)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    process.stdout.close()
    return process


# a full disk


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 160 KiB."""
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if os.geteuid() != 0 or mount is None or umount is None:
        pytest.skip("only root can mount a small file system")
    folder = tmp_path / "disk"
    folder.mkdir()
    done = subprocess.run([mount, "-t", "tmpfs", "-o", "size=160k,nr_inodes=60", "none", str(folder)], check=False)
    if done.returncode != 0:
        pytest.skip("file systems cannot be mounted here")
    try:
        yield folder
    finally:
        subprocess.run([umount, str(folder)], check=True)


def test_a_full_disk_leaves_nothing_and_is_told_as_it_is(small_disk: Path) -> None:
    store, ballast = Store(small_disk / "simpanan"), small_disk / "ballast"
    put(store, 0)
    failed = 0
    for free_kib in range(0, 64, 4):
        fill(ballast, free_kib)
        try:
            put(store, 1)
        except OSError as error:
            assert error.strerror == "No space left on device"
            failed += 1
            assert is_whole(store, 1) in {False, True} and store.result(sha_of(1), KEYS) is None
        assert leftovers(store) == [] and is_whole(store, 0)
        ballast.unlink()
    assert 2 < failed < 16, "some did not fit, and some did"
    put(store, 1)
    assert is_whole(store, 1) and store.result(sha_of(1), KEYS) == result_of(1)


def test_no_name_left_on_the_disk(small_disk: Path) -> None:
    store = Store(small_disk / "simpanan")
    put(store, 0)
    fillers = 0
    while os.statvfs(small_disk).f_ffree:
        (small_disk / f"isi{fillers}").touch()
        fillers += 1
    for number in range(fillers):
        assert not is_whole(store, 1)
        try:
            put(store, 1)
        except OSError:
            assert leftovers(store) == [] and is_whole(store, 0)
            shutil.rmtree(store.root / sha_of(1)[:2], ignore_errors=True)
            (small_disk / f"isi{number}").unlink()
        else:
            break
    assert number > 2 and is_whole(store, 1) and store.result(sha_of(1), KEYS) == result_of(1)


def fill(ballast: Path, free_kib: int) -> None:
    """Leaves so many KiB on the disk."""
    room = os.statvfs(ballast.parent)
    wanted = room.f_bavail * room.f_frsize - free_kib * 1024
    assert wanted > 0
    ballast.write_bytes(bytes(wanted))


def test_lost_rights_are_told_as_they_are(store: Store) -> None:
    store.root.parent.mkdir()
    store.root.write_text("a file in its place")
    store.sweep()
    with pytest.raises(OSError):
        put(store, 1)
    assert not is_whole(store, 1) and store.result(sha_of(1), KEYS) is None


# a kill at any moment

KILLED = """
import os, signal, sys
from pathlib import Path
from pipeline.batch.store import Store
from tests.batch.kept_values import KEYS, files_of, reading_of, result_of, sha_of
import filelock, json, zipfile

SYSTEM = {"posix", "fcntl", "_io"}

def is_system(function):
    owner = getattr(function, "__self__", None)
    return function.__module__ in SYSTEM or type(owner).__module__ in SYSTEM

def put(number, root):
    left = number
    def watch(frame, event, function):
        nonlocal left
        if event in ("c_call", "c_return") and is_system(function):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
    store = Store(Path(root))
    sha256, reading, files, result = sha_of(1), reading_of(1), files_of(1), result_of(1)
    sys.setprofile(watch)
    store.put_reading(sha256, KEYS, reading, files)
    store.put_result(sha256, KEYS, result)
    sys.setprofile(None)

for number in map(int, sys.argv[2:]):
    child = os.fork()
    if child == 0:
        put(number, os.path.join(sys.argv[1], str(number)))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    print(number, "killed" if os.WIFSIGNALED(status) else status, flush=True)
"""


def killed_at(root: Path, numbers: range) -> dict[int, str]:
    """Puts a document for each number, in a folder of that name, by a process that is killed right before or after its
    call of the system with that number, or ends when it has fewer."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(root), *map(str, numbers)],
        env=environment, cwd=ROOT, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return {int(number): how for number, how in (line.split() for line in done.stdout.splitlines())}


def state_after(store: Store) -> str:
    """What is visible of a document whose writer was killed; the next night goes on from there."""
    reading, result = is_whole(store, 1), store.result(sha_of(1), KEYS)
    assert result in (None, result_of(1))
    assert store.has_result(sha_of(1), KEYS) is (result is not None)
    if store.root.exists():
        visible = {path.name for path in place(store, 1).glob("*")} if reading else set()
        assert visible <= {READING, INVENTORY, "nilai.csv", "klaim.csv", "documents", f"hasil-{KEYS.checking[:16]}.bin"}
    store.sweep()
    assert leftovers(store) == []
    put(store, 1)
    assert is_whole(store, 1) and store.result(sha_of(1), KEYS) == result_of(1)
    return f"{'reading' if reading else 'nothing'}{' and result' if result is not None else ''}"


def test_a_kill_between_any_two_calls_of_the_system_leaves_all_or_nothing(tmp_path: Path) -> None:
    how = killed_at(tmp_path, range(1, 1100, 6))
    killed = [number for number, end in how.items() if end == "killed"]
    assert set(how.values()) == {"killed", "0"}, "the last ones came to their end"
    states = [state_after(Store(tmp_path / str(number))) for number in killed]
    assert set(states) == {"nothing", "reading", "reading and result"}
    assert states == sorted(states, key=["nothing", "reading", "reading and result"].index), "never less than before"


def test_a_kill_while_a_damaged_entry_is_replaced(tmp_path: Path) -> None:
    coarse = damaged_and_killed(tmp_path / "coarse", range(1, 1100, 24))
    assert set(coarse.values()) == {"nothing and result", "reading", "reading and result"}
    last = max(number for number, state in coarse.items() if state == "nothing and result")
    fine = damaged_and_killed(tmp_path / "fine", range(last, last + 25))
    assert set(fine.values()) == {"nothing and result", "nothing", "reading"}, "one moment more: the old one is away"


def damaged_and_killed(root: Path, numbers: range) -> dict[int, str]:
    for number in numbers:
        store = Store(root / str(number))
        put(store, 1)
        for path in (place(store, 1) / READING, place(store, 1) / INVENTORY):
            path.write_bytes(path.read_bytes()[:-1])
    assert "killed" in killed_at(root, numbers).values()
    return {number: state_after(Store(root / str(number))) for number in numbers}


def test_all_is_on_the_disk_before_it_gets_its_name(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    if not Path("/proc/self/fd").exists():
        pytest.skip("needs /proc")
    steps: list[str] = []
    fsync, rename, replace = os.fsync, os.rename, os.replace

    def short(path: str | Path) -> str:
        words = Path(path).relative_to(store.root.parent).as_posix().replace(sha_of(1), "SHA").split("/")
        return "/".join(["*", *words[3:]] if MAKING in words else words)

    def seen_fsync(handle: int) -> None:
        fsync(handle)
        steps.append(short(Path(f"/proc/self/fd/{handle}").readlink()))

    def seen_rename(source: Path, target: Path) -> None:
        rename(source, target)
        steps.append(f"-> {short(target)}")

    def seen_replace(source: Path, target: Path) -> None:
        replace(source, target)
        steps.append(f"-> {short(target)}")

    store.root.parent.mkdir()
    monkeypatch.setattr(os, "fsync", seen_fsync)
    monkeypatch.setattr(os, "rename", seen_rename)
    monkeypatch.setattr(os, "replace", seen_replace)
    put(store, 1)
    entry, result = (number for number, step in enumerate(steps) if step.startswith("->"))
    home = "simpanan/01/SHA"
    folders = {"*/entry", "*/entry/documents", "*/entry/documents/SHA", "*/entry/documents/SHA/tables"}
    written = {f"*/entry/{name}".replace(sha_of(1), "SHA") for name in (*contents_of(1), READING, INVENTORY)}
    above = {".", "simpanan", "simpanan/01"}
    assert set(steps[:entry]) == folders | written | above
    assert steps[entry : entry + 2] == [f"-> {home}/{KEYS.reading[:16]}", home]
    assert set(steps[entry + 2 : result]) == {"*/result", home, *above}
    assert steps[result + 1 :] == [f"{home}/{KEYS.reading[:16]}"]
