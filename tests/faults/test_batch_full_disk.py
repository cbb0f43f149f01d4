"""The disk of `capaian batch` is full: it says so, leaves nothing half done, and goes on once there is room."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.batch.runs import ROOT, batch, command, environment, leftovers, manifest, run_folders
from tests.faults.batch_process import wait_until
from tests.faults.batch_state import Archive, archive, assert_told_once, finished_runs, runs_of, small
from tests.faults.batch_steps import COMPARED, KEPT, STORED, TOLD, started_until
from tests.faults.conftest import Undisturbed

ROOMY_KIB = 64 << 10
PAGE_KIB = os.sysconf("SC_PAGE_SIZE") >> 10


@dataclass(frozen=True)
class Disk:
    """A disk in memory whose size can be changed while it is used."""

    path: Path

    def resize(self, kib: int) -> None:
        subprocess.run(["mount", "-o", f"remount,size={kib}k", str(self.path)], check=True, capture_output=True)

    def leave(self, kib: int = 0) -> None:
        """Takes all free room but so much; of an empty disk one page stays, since a size of 0 means no limit."""
        status = os.statvfs(self.path)
        self.resize(max(PAGE_KIB, (status.f_blocks - status.f_bfree) * status.f_frsize // 1024 + kib))

    def enlarge(self) -> None:
        self.resize(ROOMY_KIB)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    path = tmp_path / "disk"
    path.mkdir()
    if shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("only root can mount a disk in memory")
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={ROOMY_KIB}k", "tmpfs", str(path)], capture_output=True, text=True
    )
    if made.returncode:
        pytest.skip(f"no disk in memory can be mounted here: {made.stderr.strip()}")
    try:
        yield Disk(path)
    finally:
        subprocess.run(["umount", "--lazy", str(path)], check=True)


def fill_up_at(place: Archive, disk: Disk, step: str, leave_kib: int = 0) -> str:
    """A run during which the disk becomes full before a step; what it says when it fails of that."""
    with started_until(place, step, number=signal.SIGSTOP) as running:
        stopped = psutil.Process(running.pid)
        wait_until(lambda: not running.alive() or stopped.status() == psutil.STATUS_STOPPED, step)
        assert running.alive(), running.stderr
        disk.leave(leave_kib)
        stopped.resume()
        assert running.end() == 5, running.stderr
    disk.enlarge()
    assert running.stdout == "" and running.stderr.count("\n") == 1 and "Traceback" not in running.stderr
    return running.stderr


def test_a_disk_that_fills_up_at_any_point_of_the_run(undisturbed: Undisturbed, tmp_path: Path, disk: Disk) -> None:
    place = undisturbed.archive(disk.path / "hasil")
    said = fill_up_at(place, disk, STORED)
    assert "simpanan" in said and "ruang disk" in said
    said = fill_up_at(place, disk, KEPT)
    assert "capaian.sqlite" in said and "disk penuh" in said
    assert place.attempts() == [] and leftovers(place.out) == []
    said = fill_up_at(place, disk, COMPARED)
    assert str(place.out) in said and "ruang disk" in said and "simpanan" not in said
    assert len(place.attempts()) == 5 and leftovers(place.out) == []
    said = fill_up_at(place, disk, TOLD, leave_kib=2 * PAGE_KIB)
    assert "capaian.sqlite" in said and "disk penuh" in said
    assert finished_runs(place) == []
    place.night()
    assert len(place.attempts()) == 5
    undisturbed.assert_same(place)
    disk.leave()
    done = batch(place.folder, place.out)
    assert (done.returncode, done.stdout) == (5, "") and "disk penuh" in done.stderr
    disk.enlarge()
    place.night()
    undisturbed.assert_same(place)


def test_a_full_disk_that_holds_only_the_ledger(undisturbed: Undisturbed, tmp_path: Path, disk: Disk) -> None:
    place = undisturbed.archive(tmp_path / "hasil", disk.path / "malam.sqlite")
    for kib in (4 * PAGE_KIB, 24 * PAGE_KIB):  # its tables do not fit
        disk.resize(kib)
        done = batch(place.folder, place.out, *place.options)
        assert (done.returncode, done.stdout) == (5, "")
        assert str(place.database) in done.stderr and "ruang disk" in done.stderr and "Traceback" not in done.stderr
    disk.enlarge()
    said = fill_up_at(place, disk, TOLD)
    assert str(place.database) in said and "disk penuh" in said
    assert finished_runs(place) == [] and len(place.attempts()) == 5
    place.night()
    undisturbed.assert_same(place)
    assert_told_once(place)


def test_full_folder_for_temporary_files_costs_a_night_and_no_document(tmp_path: Path, disk: Disk) -> None:
    """What the disk was to blame for is tried again without being asked."""
    folder = tmp_path / "masuk"
    folder.mkdir()
    small(folder / "a.docx", 1)
    place = archive(folder, tmp_path / "hasil")
    disk.leave()
    run = place.night(code=4, TMPDIR=str(disk.path))
    (line,) = manifest(run)
    assert line["outcome"] == "failed" and "TMPDIR" in line["message"] and str(disk.path) in line["message"]
    disk.enlarge()
    place.night(code=1, TMPDIR=str(disk.path))
    assert [row["exit_code"] for row in runs_of(place)] == [4, 1]
    assert list(disk.path.iterdir()) == []


def test_words_that_find_no_room_change_nothing_in_the_exit_code(tmp_path: Path) -> None:
    """What is printed may go to a file on a full disk."""
    place = archive(tmp_path / "masuk", tmp_path / "hasil")
    place.folder.mkdir()

    def run(folder: Path, **streams: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(folder, place.out), cwd=ROOT, env=environment(), text=True, timeout=120, check=False, **streams
        )

    with Path("/dev/full").open("w") as full:
        assert run(place.folder / "tidak-ada", stderr=full).returncode == 2
        told = run(place.folder, stdout=full, stderr=subprocess.PIPE)
        assert told.returncode == 4 and "ringkasan" in told.stderr and "Traceback" not in told.stderr
        assert run(place.folder, stdout=full, stderr=full).returncode == 4
    assert len(finished_runs(place)) == len(run_folders(place.out)) == 2
