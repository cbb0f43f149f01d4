"""Files that vanish, shut or change between the look at the folder and their reading, in real nights."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.batch.night import run_batch
from pipeline.ledger import open_ledger
from schemas.batch import BatchConfig, BatchEvent, FindingState, ManifestLine
from tests.batch.archive import unreadable, write_small
from tests.batch.runs import ROOT, documents, environment, manifest, table

AHEAD = 3
"""So many documents come before the others: those in hand when the first one ends, and one more."""

Change = Callable[[], object]


@pytest.fixture
def config(tmp_path: Path) -> BatchConfig:
    folder = tmp_path / "masuk"
    folder.mkdir()
    for number in range(AHEAD):
        write_small(folder / f"{number}.docx", 3 * number + 1)
    return BatchConfig(folder=folder, out=tmp_path / "hasil", settle=0.0, backoff=0.05)


class Night:
    """A night in which something happens to the folder as soon as the first document is done."""

    def __init__(self, config: BatchConfig, change: Change = lambda: None) -> None:
        self.events: list[BatchEvent] = []

        def on_event(event: BatchEvent) -> None:
            self.events.append(event)
            if len(self.events) == 1:
                change()

        self.end = run_batch(config, on_event)
        self.result = self.end.result
        names = [line.name for line in self.result.manifest]
        assert len(names) == len(set(names)), "every file once"
        assert [event.done for event in self.events] == list(range(1, len(self.events) + 1))
        assert not self.events or self.events[-1].done == self.events[-1].total

    def line(self, name: str) -> ManifestLine:
        (line,) = (line for line in self.result.manifest if line.name == name)
        return line

    def outcome(self, name: str) -> str:
        return self.line(name).outcome.value

    def changes(self, state: FindingState) -> int:
        return sum(line.state is state for line in self.result.changes)


def sha_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def copies(folder: Path) -> tuple[Path, Path, Path]:
    """Three files with the bytes of one report that has a finding, behind all others."""
    first, *others = (folder / name for name in ("m.docx", "n.docx", "o.docx"))
    write_small(first, 30)
    for other in others:
        shutil.copyfile(first, other)
    return first, others[0], others[1]


def remove(path: Path) -> None:
    path.unlink()


def shut(path: Path) -> None:
    path.unlink()
    unreadable(path)


@pytest.mark.parametrize(("spoil", "kind"), [(remove, "missing"), (shut, "unreadable")])
def test_of_equal_files_the_next_one_is_read_where_the_first_cannot_be(
    config: BatchConfig, spoil: Callable[[Path], None], kind: str
) -> None:
    first, second, _ = copies(config.folder)
    sha256 = sha_of(second)
    night = Night(config, lambda: spoil(first))
    lost, read, copy = night.line("m.docx"), night.line("n.docx"), night.line("o.docx")
    assert (lost.outcome.value, lost.kind, lost.attempts) == ("failed", kind, 1) and lost.message
    assert (read.outcome.value, read.sha256, read.attempts, read.findings) == ("done", sha256, 1, 1)
    assert (copy.outcome.value, copy.same_as) == ("duplicate", str(second))
    assert table(config.out / "capaian.sqlite", "select path, state from finding") == [("n.docx", "new")]
    first.unlink(missing_ok=True)
    again = Night(config)
    assert (again.outcome("n.docx"), again.outcome("o.docx")) == ("unchanged", "duplicate")
    assert again.result.changes == () and again.result.open == 1 and again.result.unread == ()


def test_all_copies_are_tried_and_the_last_one_as_often_as_any_file(config: BatchConfig) -> None:
    gone = copies(config.folder)
    night = Night(config, lambda: [path.unlink() for path in gone])
    assert [(night.outcome(path.name), night.line(path.name).attempts) for path in gone] == [
        ("failed", 1), ("failed", 1), ("failed", config.tries),
    ]  # fmt: skip
    assert {night.line(path.name).kind for path in gone} == {"missing"}


def test_a_file_that_changed_is_read_as_what_it_is_now(config: BatchConfig) -> None:
    late = config.folder / "z.docx"
    write_small(late, 31)
    before = sha_of(late)
    night = Night(config, lambda: write_small(late, 33))
    line = night.line("z.docx")
    assert (line.outcome.value, line.attempts, line.findings) == ("done", 2, 1)
    assert line.sha256 == sha_of(late) != before
    told = next(item for item in manifest(night.end.folder) if item["path"] == str(late))
    assert told["sha256"] == sha_of(late)
    assert next(item for item in documents(night.end.folder) if item["path"] == str(late))["sha256"] == sha_of(late)
    assert night.changes(FindingState.NEW) == 1
    assert Night(config).result.unchanged


def test_a_copy_that_changed_leaves_its_document_to_the_next_copy(config: BatchConfig) -> None:
    first, second, third = copies(config.folder)
    old = sha_of(first)
    night = Night(config, lambda: write_small(first, 36))
    assert (night.outcome("m.docx"), night.line("m.docx").sha256) == ("done", sha_of(first))
    assert (night.outcome("n.docx"), night.line("n.docx").sha256) == ("done", old)
    assert (night.outcome("o.docx"), night.line("o.docx").same_as) == ("duplicate", str(second))
    assert night.changes(FindingState.NEW) == 2
    assert Night(config).result.unchanged and third.exists()


def test_a_file_that_became_the_copy_of_another_is_noted_as_that(config: BatchConfig) -> None:
    """The one that was read stands for both, though it comes later in the folder."""
    early, late = config.folder / f"{AHEAD}.docx", config.folder / "z.docx"
    write_small(early, 31)
    write_small(late, 33)
    night = Night(config, lambda: shutil.copyfile(late, early))
    assert (night.outcome(late.name), night.line(late.name).findings) == ("done", 1)
    line = night.line(early.name)
    assert (line.outcome.value, line.same_as, line.sha256) == ("duplicate", str(late), sha_of(late))
    assert night.changes(FindingState.NEW) == 1
    again = Night(config)
    assert again.changes(FindingState.FIXED) == again.changes(FindingState.NEW) == 0 and again.result.open == 1


def test_a_file_that_became_one_of_an_earlier_night_is_not_read_again(config: BatchConfig) -> None:
    late = config.folder / "z.docx"
    write_small(late, 33)
    kept = late.read_bytes()
    Night(config)
    write_small(late, 36)
    for number in range(AHEAD):
        write_small(config.folder / f"{number}.docx", 3 * number + 40)
    night = Night(config, lambda: late.write_bytes(kept))
    line = night.line("z.docx")
    assert (line.outcome.value, line.sha256, line.findings) == ("unchanged", sha_of(late), 1)
    assert (night.changes(FindingState.NEW), night.changes(FindingState.FIXED), night.result.open) == (0, 0, 1)


@contextmanager
def growing(path: Path) -> Iterator[None]:
    """Within the block a file never comes to rest."""
    stop = threading.Event()

    def grow() -> None:
        while not stop.wait(0.001):
            with path.open("ab") as handle:
                handle.write(os.urandom(10))

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        yield
    finally:
        stop.set()
        writer.join()


def test_a_file_that_never_comes_to_rest_fails_without_a_hash_and_keeps_what_is_known(config: BatchConfig) -> None:
    late = config.folder / "z.docx"
    write_small(late, 33)
    Night(config)
    for number in range(AHEAD):
        write_small(config.folder / f"{number}.docx", 3 * number + 40)
    write_small(late, 36)
    running = growing(late)
    try:
        night = Night(config, running.__enter__)
    finally:
        running.__exit__(None, None, None)
    line = night.line("z.docx")
    assert (line.outcome.value, line.sha256, line.attempts) == ("failed", None, config.tries)
    assert line.kind in {"changed", "still-written"}
    assert (night.changes(FindingState.FIXED), night.result.open) == (0, 1)
    assert [item.path for item in night.result.unread] == ["z.docx"]


def test_a_file_that_changes_while_the_folder_is_hashed_is_hashed_again(config: BatchConfig) -> None:
    """It is at rest when the others are done; the first night would have called it still written."""
    from pipeline.batch.scan import read_again, scan

    path = config.folder / "0.docx"
    (entry, *_) = scan(config.folder)
    write_small(path, 90)
    fresh, content = read_again(entry)
    assert content == sha_of(path)
    assert fresh.mark != entry.mark and fresh.mark is not None and fresh.mark.size == path.stat().st_size
    path.unlink()
    os.mkfifo(path)
    _, failure = read_again(entry)
    assert not isinstance(failure, str) and failure.kind == "still-written"


@pytest.mark.parametrize("at", [1, 4, 6])
def test_a_killed_night_of_changes_is_finished_by_the_next_and_nothing_counts_twice(
    config: BatchConfig, at: int
) -> None:
    """A copy vanishes and a file changes when the first document is done; the kill comes after so many more."""
    first, second, _ = copies(config.folder)
    late = config.folder / "z.docx"
    write_small(late, 31)
    before = sha_of(late)
    killed = subprocess.run(
        [sys.executable, "-m", "tests.batch.test_agenda", str(config.folder), str(config.out), str(at)],
        cwd=ROOT, env=environment(), check=False, timeout=120,
    )  # fmt: skip
    assert killed.returncode == -signal.SIGKILL
    assert not first.exists() and sha_of(late) != before
    done = table(config.out / "capaian.sqlite", "select sha256 from attempt where status <> 'failed'")
    night = Night(config)
    assert len(night.result.interrupted_runs) == 1
    told = {line.name: line.outcome.value for line in night.result.manifest}
    assert told.pop("o.docx") == "duplicate"
    assert [outcome in {"done", "rechecked", "unchanged"} for outcome in told.values()] == [True] * (AHEAD + 2)
    assert (night.line("n.docx").sha256, night.line("z.docx").sha256) == (sha_of(second), sha_of(late))
    again = table(config.out / "capaian.sqlite", "select sha256 from attempt where status <> 'failed'")
    assert len(again) == len(set(again)) == AHEAD + 2 and set(done) <= set(again), "nothing is read twice"
    assert (night.changes(FindingState.NEW), night.result.open) == (2, 0)
    assert Night(config).result.unchanged


def main(folder: Path, out: Path, at: int) -> None:
    """A night that is killed when so many files came to their end."""
    events = []

    def on_event(event: BatchEvent) -> None:
        events.append(event)
        if len(events) == 1:
            (folder / "m.docx").unlink()
            write_small(folder / "z.docx", 33)
        if len(events) == at:
            os.kill(os.getpid(), signal.SIGKILL)

    run_batch(BatchConfig(folder=folder, out=out, settle=0.0, backoff=0.05), on_event)


def test_two_folders_with_settings_of_their_own_share_a_ledger_and_read_a_document_once_each(
    config: BatchConfig, tmp_path: Path
) -> None:
    other = tmp_path / "lain"
    (config.folder / "rusak.docx").write_bytes(b"PK\x03\x04rusak")
    shutil.copytree(config.folder, other)
    shared = replace(config, db=f"sqlite:///{tmp_path / 'buku.sqlite'}")
    second = replace(shared, folder=other, audit=replace(config.audit, max_pages=7))
    assert {Night(shared).outcome("0.docx"), Night(second).outcome("0.docx")} == {"done"}
    for night in (Night(shared), Night(second), Night(shared), Night(second)):
        assert night.result.unchanged and night.events == []


def test_settings_that_go_back_find_what_was_done_under_them(config: BatchConfig) -> None:
    other = replace(config, audit=replace(config.audit, max_pages=7))
    first = Night(config)
    assert Night(other).outcome("0.docx") == "done"
    back = Night(config)
    assert {line.outcome.value for line in back.result.manifest} == {"unchanged"} and back.events == []
    assert documents(back.end.folder) == documents(first.end.folder)
    assert Night(config).result.unchanged


def test_a_failure_at_the_limits_of_one_folder_is_not_taken_back_by_that_of_another(tmp_path: Path) -> None:
    """Each folder has tried the document under its own limits, and neither tries it again every night."""
    folders = tmp_path / "masuk", tmp_path / "lain"
    folders[0].mkdir()
    write_small(folders[0] / "a.docx", 1)
    shutil.copytree(*folders)
    common = BatchConfig(folder=folders[0], out=tmp_path / "hasil", settle=0.0, backoff=0.0, tries=1)
    one = replace(common, db=f"sqlite:///{tmp_path / 'buku.sqlite'}", time_limit=0.001)
    two = replace(one, folder=folders[1], time_limit=0.002)
    tried = [Night(config).line("a.docx") for config in (one, two, one, two)]
    assert {line.kind for line in tried} == {"time-limit"}
    assert [line.attempts for line in tried] == [1, 1, 0, 0]


def test_what_the_store_holds_stands_also_without_the_ledger(config: BatchConfig, tmp_path: Path) -> None:
    first = Night(config)
    moved = replace(config, db=f"sqlite:///{tmp_path / 'baru.sqlite'}")
    again = Night(moved)
    assert {line.outcome.value for line in again.result.manifest} == {"unchanged"}
    assert documents(again.end.folder) == documents(first.end.folder)
    with open_ledger(tmp_path / "baru.sqlite") as ledger:
        known = ledger.last_attempts()
    assert {sha256: row.status for sha256, row in known.items()} == {
        line.sha256: line.status for line in first.result.manifest
    }
    third = Night(moved)
    assert third.result.unchanged and {line.status for line in third.result.manifest} == {"ok"}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
