"""Two batches at once: on one folder and one ledger the second gives way, elsewhere they do not disturb each other."""

from __future__ import annotations

import platform
import signal
from pathlib import Path

from tests.batch.runs import batch, run_folders
from tests.faults.batch_process import Running, started
from tests.faults.batch_state import CODE, Archive, archive, runs_of, small
from tests.faults.conftest import Undisturbed


def held(running: Running) -> None:
    """Keeps a batch at work: one of its workers stands still until it is resumed."""
    running.worker().suspend()


def let_go(running: Running) -> int:
    for worker in running.workers():
        worker.resume()
    return running.end()


def assert_refused(place: Archive, first: Running) -> None:
    """A second batch ends at once, says who is at it, and writes nothing."""
    (run,) = (row for row in runs_of(place) if row["state"] == "running")
    names = sorted(path.name for path in place.out.iterdir())
    again = batch(place.folder, place.out, *place.options)
    assert (again.returncode, again.stdout) == (2, "") and again.stderr.count("\n") == 1
    for word in (str(place.folder), platform.node(), f"proses {first.pid}", f"kill {first.pid}", run["run_id"]):
        assert word in again.stderr
    assert run["started"] in again.stderr
    assert sorted(path.name for path in place.out.iterdir()) == names
    assert [row["run_id"] for row in runs_of(place) if row["state"] == "running"] == [run["run_id"]]


def test_the_second_batch_on_a_folder_is_told_of_the_first_and_does_not_disturb_it(
    undisturbed: Undisturbed, tmp_path: Path
) -> None:
    place = undisturbed.archive(tmp_path / "hasil")
    (tmp_path / "lain").symlink_to(place.folder)
    with started(place) as first:
        held(first)
        assert_refused(place, first)
        other_way = archive(tmp_path / "lain", place.out)
        assert batch(other_way.folder, place.out).returncode == 2
        assert let_go(first) == CODE, first.stderr
    undisturbed.assert_same(place)
    place.night()
    undisturbed.assert_same(place)


def test_the_lock_of_a_killed_batch_is_free_at_once(undisturbed: Undisturbed, tmp_path: Path) -> None:
    place = undisturbed.archive(tmp_path / "hasil")
    with started(place) as first:
        first.worker()
        first.process.kill()
        place.night()  # while the last processes of the first may still be about to end
        assert first.end() == -signal.SIGKILL
    assert [row["state"] for row in runs_of(place)] == ["abandoned", "done"]
    undisturbed.assert_same(place)


def test_other_folders_and_other_ledgers_are_free(undisturbed: Undisturbed, tmp_path: Path) -> None:
    """Another folder into the same place of results, the same folder into another one."""
    place = undisturbed.archive(tmp_path / "hasil")
    beside = archive(tmp_path / "masuk", place.out)
    beside.folder.mkdir()
    small(beside.folder / "a.docx", 1)
    apart = undisturbed.archive(tmp_path / "terpisah", tmp_path / "lain.sqlite")
    with started(place) as first:
        held(first)
        run = beside.night(code=1)
        apart.night("--jobs", "2")
        assert first.alive()
        assert let_go(first) == CODE, first.stderr
    undisturbed.assert_same(apart)
    assert {row["state"] for row in [*runs_of(place), *runs_of(beside)]} == {"done"}
    assert run in run_folders(place.out) and len(run_folders(place.out)) == 2
