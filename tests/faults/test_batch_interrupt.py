"""`capaian batch` is stopped with Ctrl-C or SIGTERM: it says what is kept, leaves nothing behind, and can go on."""

from __future__ import annotations

import re
import signal
import time
from pathlib import Path

import psutil

from tests.batch.runs import leftovers, run_folders
from tests.faults.batch_process import Running, started, wait_until
from tests.faults.batch_state import Archive, assert_sound, assert_told_once, runs_of
from tests.faults.batch_steps import COMMITTED, COMPARED, KEPT, TAKEN_OVER, TOLD, started_until
from tests.faults.conftest import Undisturbed

MADE = "open */.capaian-*/run.log a"
"""The run folder was made, and nobody but the ledger knows of it."""

FIRST_FILE = "open */.capaian-*/nilai.csv w"


def kept(running: Running) -> int:
    """How many documents a stopped batch says are kept; it says nothing else."""
    assert running.end() == 130, running.stderr
    said = re.fullmatch(r"capaian: dihentikan; (\d+) dokumen yang selesai tersimpan, [^\n]*\n", running.stderr)
    assert said is not None and running.stdout == "", running.stderr
    return int(said[1])


def recorded(place: Archive) -> list[str]:
    """Names of the documents that were finished, as the ledger tells."""
    rows = place.rows("select path from attempt where status != 'failed' order by number")
    return [Path(row["path"]).name for row in rows]


def stop_in_the_middle(place: Archive, number: signal.Signals, temporary: Path, *, group: bool) -> None:
    """Stops a run while it stores the first document that it has finished; that one is still recorded."""
    before = recorded(place) if place.database.exists() else []
    with started_until(place, KEPT, number=number, group=group, TMPDIR=str(temporary)) as running:
        told = kept(running)
    assert told == len(recorded(place)) - len(before) > 0
    assert leftovers(place.out) == [] and run_folders(place.out) == []
    assert [path for path in temporary.iterdir() if path.name.startswith("capaian")] == []
    assert_sound(place)


def test_what_was_finished_is_kept_and_only_the_rest_is_read(
    undisturbed: Undisturbed, tmp_path: Path, temporary: Path
) -> None:
    """From a terminal, from a service manager that stops the command alone, and from one that stops all of it."""
    place = undisturbed.archive(tmp_path / "hasil")
    stop_in_the_middle(place, signal.SIGINT, temporary, group=True)
    stop_in_the_middle(place, signal.SIGTERM, temporary, group=False)
    stop_in_the_middle(place, signal.SIGTERM, temporary, group=True)
    place.night()
    assert sorted(recorded(place)) == ["a.docx", "b.pdf", "dinas-keliru.docx", "irigasi-2023.docx"]
    assert [row["state"] for row in runs_of(place)] == ["interrupted"] * 3 + ["done"]
    undisturbed.assert_same(place)


def stop_before(place: Archive, step: str) -> None:
    with started_until(place, step, number=signal.SIGINT, group=True) as running:
        kept(running)
    assert_sound(place)


def test_ctrl_c_while_the_run_folder_is_made_and_written(undisturbed: Undisturbed, tmp_path: Path) -> None:
    place = undisturbed.archive(tmp_path / "hasil")
    for step in (MADE, FIRST_FILE, COMPARED, TOLD):
        stop_before(place, step)
        assert leftovers(place.out) == [] and run_folders(place.out) == []
    assert [row["state"] for row in runs_of(place)] == ["interrupted"] * 4
    stop_before(place, COMMITTED)  # too late: the ledger has the results, and the next run publishes them
    assert [row["state"] for row in runs_of(place)] == ["interrupted"] * 4 + ["committed"]
    stop_before(place, TAKEN_OVER)
    assert leftovers(place.out) == [] and len(run_folders(place.out)) == 1
    place.night()
    undisturbed.assert_same(place)
    assert_told_once(place)


def test_impatience_while_workers_are_made_ready_is_no_fault(
    undisturbed: Undisturbed, tmp_path: Path, temporary: Path
) -> None:
    """The process that gets ready says nothing of it, and pressing again and again spoils nothing."""
    place = undisturbed.archive(tmp_path / "hasil")
    with started(place, TMPDIR=str(temporary)) as running:
        wait_until(lambda: list(temporary.glob("capaian-*")), "the process from which workers are forked")
        for _ in range(4):
            running.signal_group(signal.SIGINT)
            time.sleep(0.02)
        assert kept(running) == 0
    assert leftovers(place.out) == [] and list(temporary.iterdir()) == []
    assert not psutil.pid_exists(running.pid)
    assert [row["state"] for row in runs_of(place)] == ["interrupted"]
