"""Files that are still written to, and the contents of those at rest."""

from __future__ import annotations

import hashlib
import os
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.batch.scan import hash_files, is_document, mark_of, scan, settle
from pipeline.ledger import KnownFile
from schemas.batch import Entry, Failure
from tests.batch.small_folders import PDF, by_name, entry_of, known_as, put, rights_count
from tests.batch.strange_work import wait_for

# files that are still written to


def test_files_at_rest_are_not_waited_for(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf", "b.txt")
    entries = scan(tmp_path)
    waits: list[float] = []
    assert settle(entries, 0.0, waits.append) == entries
    assert waits == []
    time.sleep(0.06)
    assert settle(entries, 0.05, waits.append) == entries
    assert waits == []


def test_one_wait_for_all_and_what_changed_meanwhile_is_told(tmp_path: Path) -> None:
    put(tmp_path, "diam.pdf", "tumbuh.pdf", "hilang.pdf", "ganti.pdf", "catatan.txt")
    entries = scan(tmp_path)
    waits: list[float] = []

    def others_work(seconds: float) -> None:
        waits.append(seconds)
        with (tmp_path / "tumbuh.pdf").open("ab") as handle:
            handle.write(b"x")
        (tmp_path / "hilang.pdf").unlink()
        put(tmp_path, "baru.pdf")
        (tmp_path / "baru.pdf").replace(tmp_path / "ganti.pdf")

    after = settle(entries, 30.0, others_work)
    assert waits == [30.0]
    assert [entry.name for entry in after] == [entry.name for entry in entries]
    kinds = {entry.name: entry.failure.kind if entry.failure else None for entry in after}
    assert kinds == {
        "catatan.txt": None,
        "diam.pdf": None,
        "ganti.pdf": "still-written",
        "hilang.pdf": "missing",
        "tumbuh.pdf": "still-written",
    }
    again = tuple(Entry(path=entry.path, name=entry.name, mark=entry.mark) for entry in after if entry.mark)
    assert settle(again, 30.0, waits.append) == again, "the mark of a failed one is its newest"
    assert set(hash_files(after, {})) == {"diam.pdf"}


def test_a_copy_that_sets_an_old_time_is_waited_for_all_the_same(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf")
    os.utime(tmp_path / "a.pdf", (0, 0))
    waits: list[float] = []

    def rewrite(seconds: float) -> None:
        waits.append(seconds)
        (tmp_path / "a.pdf").write_bytes(PDF[::-1])
        os.utime(tmp_path / "a.pdf", (0, 0))

    (entry,) = settle(scan(tmp_path), 30.0, rewrite)
    assert waits and entry.failure is not None and entry.failure.kind == "still-written"


def test_a_file_from_the_future_is_not_waited_for_every_night(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf")
    ahead = time.time() + 86400
    os.utime(tmp_path / "a.pdf", (ahead, ahead))
    time.sleep(0.06)
    waits: list[float] = []
    settle(scan(tmp_path), 0.05, waits.append)
    assert waits == []


def test_a_file_that_really_grows(tmp_path: Path) -> None:
    put(tmp_path, "salin.pdf", "diam.pdf")
    stop = threading.Event()

    def grow() -> None:
        while not stop.wait(0.01):
            with (tmp_path / "salin.pdf").open("ab") as handle:
                handle.write(b"x" * 100)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        after = by_name(settle(scan(tmp_path), 0.3))
    finally:
        stop.set()
        writer.join()
    failure = after["salin.pdf"].failure
    assert failure is not None and failure.kind == "still-written" and "masih ditulis" in failure.message
    assert after["diam.pdf"].failure is None


# contents


def test_hash_is_that_of_the_content_also_of_large_files(tmp_path: Path) -> None:
    contents = {f"{size}.pdf": os.urandom(size) for size in (0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20)}
    for name, content in contents.items():
        put(tmp_path, name, content=content)
    assert hash_files(scan(tmp_path), {}) == {
        name: hashlib.sha256(content).hexdigest() for name, content in contents.items()
    }


def test_a_known_mark_is_believed_without_reading(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf")
    entry = entry_of(tmp_path / "a.pdf")
    assert hash_files((entry,), known_as(entry, "of the ledger")) == {"a.pdf": "of the ledger"}


@pytest.mark.parametrize(("later_s", "believed"), [(-5.0, False), (0.0, False), (1.99, False), (2.0, True)])
def test_a_mark_that_was_young_when_it_was_hashed_is_not_believed(
    tmp_path: Path, later_s: float, believed: bool
) -> None:
    put(tmp_path, "a.pdf")
    entry = entry_of(tmp_path / "a.pdf")
    found = hash_files((entry,), known_as(entry, "of the ledger", later_s=later_s))["a.pdf"]
    assert (found == "of the ledger") is believed
    assert believed or found == hashlib.sha256(PDF).hexdigest()


def test_an_old_time_of_a_young_file_is_not_believed(tmp_path: Path) -> None:
    """A copy that keeps the time of its original: only the ctime says that it was written just now."""
    put(tmp_path, "a.pdf")
    os.utime(tmp_path / "a.pdf", (0, 0))
    entry = entry_of(tmp_path / "a.pdf")
    found = hash_files((entry,), known_as(entry, "of the ledger", later_s=1.0))["a.pdf"]
    assert found == hashlib.sha256(PDF).hexdigest()


def test_a_share_that_is_another_device_at_each_mount_is_not_read_again(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf")
    entry = entry_of(tmp_path / "a.pdf")
    (known,) = known_as(entry, "of the ledger").values()
    mounted = replace(known, mark=replace(known.mark, device=known.mark.device + 1))
    assert hash_files((entry,), {"a.pdf": mounted}) == {"a.pdf": "of the ledger"}
    other = replace(known, mark=replace(known.mark, inode=known.mark.inode + 1))
    assert hash_files((entry,), {"a.pdf": other}) == {"a.pdf": hashlib.sha256(PDF).hexdigest()}


def test_an_mtime_ahead_of_the_clock_is_never_believed(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf")
    ahead = time.time() + 86400
    os.utime(tmp_path / "a.pdf", (ahead, ahead))
    entry = entry_of(tmp_path / "a.pdf")
    assert entry.mark is not None
    known = {"a.pdf": KnownFile(sha256="of the ledger", mark=entry.mark, hashed_at_ns=entry.mark.ctime_ns + 10**10)}
    assert hash_files((entry,), known)["a.pdf"] == hashlib.sha256(PDF).hexdigest()


def test_same_size_and_time_with_other_content_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    put(tmp_path, "a.pdf")
    before = entry_of(path)
    assert before.mark is not None
    other = PDF.replace(b"1.7", b"1.4")
    time.sleep(0.02)  # the clock of the file system moves on
    with path.open("r+b") as handle:
        handle.write(other)
    os.utime(path, ns=(before.mark.mtime_ns, before.mark.mtime_ns))
    after = entry_of(path)
    assert after.mark is not None
    assert (after.mark.size, after.mark.mtime_ns, after.mark.inode) == (
        before.mark.size,
        before.mark.mtime_ns,
        before.mark.inode,
    )
    known = known_as(before, hashlib.sha256(PDF).hexdigest())
    assert hash_files((after,), known) == {"a.pdf": hashlib.sha256(other).hexdigest()}


def test_a_moved_file_is_read_under_its_new_name_and_has_its_content(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf")
    known = known_as(entry_of(tmp_path / "a.pdf"), "of the ledger")
    (tmp_path / "a.pdf").rename(tmp_path / "b.pdf")
    assert hash_files(scan(tmp_path), known) == {"b.pdf": hashlib.sha256(PDF).hexdigest()}


def test_a_file_that_changed_since_it_was_listed_is_not_given_a_hash(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf", "b.pdf", "c.pdf", "d.pdf")
    entries = scan(tmp_path)
    (tmp_path / "a.pdf").write_bytes(PDF + b"\n")
    (tmp_path / "b.pdf").unlink()
    (tmp_path / "c.pdf").unlink()
    os.mkfifo(tmp_path / "c.pdf")
    (tmp_path / "d.pdf").chmod(0o600)
    hashes = hash_files(entries, {})
    kinds = {name: found.kind if isinstance(found, Failure) else "" for name, found in hashes.items()}
    assert kinds == {"a.pdf": "still-written", "b.pdf": "missing", "c.pdf": "still-written", "d.pdf": ""}


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs /proc")
def test_a_file_that_gets_its_old_time_back_while_it_is_read_is_not_given_a_hash(tmp_path: Path) -> None:
    """A program that writes in place and sets the time at its end: at its end the reading sees nothing of that."""
    path = tmp_path / "a.pdf"
    with path.open("wb") as handle:
        handle.truncate(1 << 28)
    entry = entry_of(path)
    assert entry.mark is not None
    mtime_ns = entry.mark.mtime_ns
    os.utime(path, ns=(mtime_ns, mtime_ns + 10**9))

    def put_back() -> None:
        wait_for(lambda: any(is_same(link, path) for link in Path("/proc/self/fd").iterdir()))
        time.sleep(0.005)  # it has looked at the file, and is far from its end
        os.utime(path, ns=(mtime_ns, mtime_ns))

    writer = threading.Thread(target=put_back)
    writer.start()
    found = hash_files((entry,), {})["a.pdf"]
    writer.join()
    assert path.stat().st_mtime_ns == mtime_ns
    assert isinstance(found, Failure) and found.kind == "still-written"


def is_same(link: Path, path: Path) -> bool:
    """Whether a descriptor of this process is of a file; one that was closed meanwhile is not."""
    try:
        return link.samefile(path)
    except OSError:
        return False


def test_an_unreadable_file_fails_at_its_hash_and_not_the_others(here: Path) -> None:
    put(here, "a.pdf", "b.pdf")
    (here / "a.pdf").chmod(0)
    with rights_count():
        entries = scan(here)
        hashes = hash_files(entries, {})
    assert all(map(is_document, entries))
    failure = hashes["a.pdf"]
    assert isinstance(failure, Failure) and (failure.stage, failure.kind) == ("intake", "unreadable")
    assert "hak akses" in failure.message
    assert hashes["b.pdf"] == hashlib.sha256(PDF).hexdigest()


def test_a_medium_that_fails_while_it_is_read(tmp_path: Path) -> None:
    memory = Path("/proc/self/mem")  # reading its first page is an input/output error
    if not memory.exists():
        pytest.skip("needs /proc")
    status = memory.stat()
    entry = Entry(path=str(memory), name="mem.pdf", mark=mark_of(status))
    failure = hash_files((entry,), {})["mem.pdf"]
    assert isinstance(failure, Failure) and failure.kind == "unreadable" and "medianya" in failure.message
