"""`capaian batch` is killed: whatever the moment, the next run goes on and comes to the same end."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from pathlib import Path

from tests.batch.runs import leftovers, outcomes, run_folders
from tests.faults.batch_process import Running, started
from tests.faults.batch_state import (
    CODE,
    Archive,
    ageless,
    archive,
    assert_sound,
    assert_tidy,
    assert_told_once,
    runs_of,
    small,
    state,
)
from tests.faults.batch_steps import (
    BEGUN,
    COMMITTED,
    COMPARED,
    KEPT,
    PUBLISHED,
    STORED,
    SWEPT,
    TAKEN_OVER,
    TOLD,
    started_until,
)
from tests.faults.conftest import Undisturbed

KILLS = 20
ARRIVING = 4
"""New documents whenever a run came to its end."""


def states_of(place: Archive) -> list[str]:
    return [row["state"] for row in runs_of(place)]


def kill_before(place: Archive, step: int | str, *options: str) -> None:
    """A run that is killed before a step; nobody holds the lock then, and the ledger is whole."""
    with started_until(place, step, *options) as running:
        assert running.end() == -signal.SIGKILL, running.stderr
    if place.database.exists():
        assert_sound(place)


def killed_at(running: Running, moment: float, *, group: bool) -> bool:
    """Kills a batch at a moment; False when it came to its end before. All its processes are gone afterwards."""
    try:
        running.process.wait(moment)
    except subprocess.TimeoutExpired:
        if group:
            running.signal_group(signal.SIGKILL)
        else:
            running.process.kill()
    code = running.end()
    assert code in {CODE, -signal.SIGKILL}, running.stderr
    return code != CODE


def arrive(folder: Path, first: int) -> None:
    for number in range(first, first + ARRIVING):
        small(folder / f"laporan-{number:03}.{'pdf' if number % 4 else 'docx'}", number)


def test_twenty_kills_at_any_moment_lose_nothing_and_count_nothing_twice(tmp_path: Path, temporary: Path) -> None:
    """One archive; documents keep arriving, so that every run has something to do. Every fifth kill is for all
    processes of the command at once; where it is not, workers clear up behind the batch."""
    moments = random.Random(KILLS)
    place = archive(tmp_path / "masuk", tmp_path / "hasil")
    place.folder.mkdir()
    (place.folder / "catatan.pdf").write_text("bukan PDF\n")
    arrive(place.folder, 0)
    begun = time.monotonic()
    archive(place.folder, tmp_path / "ukuran").night("--jobs", "2")
    span = time.monotonic() - begun
    kills = runs = 0
    while kills < KILLS:
        moment, group = moments.uniform(0, span), kills % 5 == 4
        runs += 1
        left = set(temporary.iterdir())
        begun = time.monotonic()
        with started(place, "--jobs", "2", TMPDIR=str(temporary)) as running:
            killed = killed_at(running, moment, group=group)
        print(f"run {runs}: {moment:.3f} of {span:.3f} s, {'killed' if killed else 'ended'}")  # shown when it fails
        kills += killed
        assert group or [path for path in {*temporary.iterdir()} - left if path.name.startswith("capaian")] == []
        if not killed:
            assert_tidy(place)
            if runs_of(place)[-1]["done"]:  # so long takes a run that reads something
                span = min(span, time.monotonic() - begun)
            arrive(place.folder, ARRIVING * runs)
        elif place.database.exists():
            assert_sound(place)
    place.night("--jobs", "2")
    assert_tidy(place)
    assert_told_once(place)
    finished = place.rows("select sha256, count(*) as times from attempt where status != 'failed' group by sha256")
    assert {row["times"] for row in finished} == {1}
    calm = archive(place.folder, tmp_path / "tenang")
    calm.night("--jobs", "2")
    assert ageless(state(place)) == ageless(state(calm))


def test_kills_in_every_phase(undisturbed: Undisturbed, tmp_path: Path) -> None:
    place = undisturbed.archive(tmp_path / "hasil")
    for step in (1, 3, BEGUN, STORED, SWEPT, KEPT, COMPARED, TOLD):
        kill_before(place, step)
    assert states_of(place) == ["abandoned", "abandoned", "abandoned", "abandoned", "running"]
    assert len(leftovers(place.out)) == 1 and run_folders(place.out) == []
    assert len(place.attempts()) == len(set(place.attempts())) == 5
    run = place.night()
    assert set(outcomes(run).values()) == {"unchanged", "duplicate", "failed"}
    undisturbed.assert_same(place)
    for step in (TAKEN_OVER, TOLD, COMMITTED):  # nights without changes
        kill_before(place, step)
    assert states_of(place)[-4:] == ["done", "abandoned", "abandoned", "committed"]
    assert len(run_folders(place.out)) == 1 and len(leftovers(place.out)) == 1
    kill_before(place, PUBLISHED)
    assert states_of(place)[-2:] == ["done", "done"] and len(run_folders(place.out)) == 3
    place.night()
    undisturbed.assert_same(place)
    assert_told_once(place)


def test_a_kill_between_commit_and_end_is_made_good_by_the_next_run(undisturbed: Undisturbed, tmp_path: Path) -> None:
    place = undisturbed.archive(tmp_path / "hasil")
    kill_before(place, COMMITTED, "--jobs", "2")
    assert states_of(place) == ["committed"] and run_folders(place.out) == [] and len(leftovers(place.out)) == 1
    place.night()
    assert states_of(place) == ["done", "done"] and len(run_folders(place.out)) == 2
    undisturbed.assert_same(place)
    assert_told_once(place)
