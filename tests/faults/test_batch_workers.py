"""Workers of `capaian batch` hang, crash or need too much: it costs the document at most, and never the night."""

from __future__ import annotations

import shutil
import signal
import zipfile
from pathlib import Path

import psutil

from samples.make_samples import FOLDER
from tests.batch.runs import manifest
from tests.faults.batch_process import Running, started, wait_until
from tests.faults.batch_state import Archive, ageless, archive, assert_tidy, small, state
from tests.small_files import GOOD_ROWS, WRONG_ROW, write_docx, write_pdf

LKJIP = FOLDER / "lkjip"


def lines(run: Path) -> dict[str, dict[str, str]]:
    """Lines of the manifest by name of the file."""
    return {Path(line["path"]).name: line for line in manifest(run)}


def kill_worker(running: Running, place: Archive, name: str) -> bool:
    """Kills the worker of the only document in hand and waits for the ledger to tell; False when none is left."""
    tried = len(place.kinds(name))

    def gone() -> bool:
        if not running.alive() or len(place.kinds(name)) > tried:
            return True
        for worker in running.workers():
            worker.kill()
        return False

    wait_until(gone, f"a try at {name}")
    return running.alive()


def test_one_worker_that_hangs_and_one_that_dies_change_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    folder.mkdir()
    for name in ("dinas-benar.docx", "dinas-keliru.docx"):
        shutil.copy(LKJIP / name, folder)
    place, calm = archive(folder, tmp_path / "hasil"), archive(folder, tmp_path / "tenang")
    with started(place, "--jobs", "2", "--time-limit", "4") as running:
        wait_until(lambda: len(running.workers()) == 2, "two workers")
        hung, dead = running.workers()
        hung.suspend()
        dead.kill()
        assert running.end() == 1, running.stderr
    kinds = [place.kinds(name) for name in ("dinas-benar.docx", "dinas-keliru.docx")]
    assert sorted(kinds) == [["crashed", ""], ["time-limit", ""]]
    assert not psutil.pid_exists(hung.pid)
    calm.night("--jobs", "2", code=1)
    assert_tidy(place)
    assert state(place) == state(calm)


def test_a_document_that_kills_its_worker_every_time_is_given_up_and_remembered(tmp_path: Path) -> None:
    folder, slow = tmp_path / "masuk", tmp_path / "lambat.toml"
    folder.mkdir()
    slow.write_text("settle_seconds = 0\nbackoff_seconds = 600\n")
    small(folder / "a.docx", 1)
    shutil.copy(LKJIP / "dinas-keliru.docx", folder / "z.docx")
    place, calm = archive(folder, tmp_path / "hasil"), archive(folder, tmp_path / "tenang")
    with started(place, "--config", str(slow)) as running:
        wait_until(lambda: place.database.exists() and attempted(place) == ["a.docx"], "the first document")
        assert kill_worker(running, place, "z.docx")
        running.signal_group(signal.SIGINT)  # while it waits for the second try
        assert running.end() == 130, running.stderr
    assert place.kinds("z.docx") == ["crashed"]
    with started(place) as running:  # what one run did not give up, the next one does not take for given up
        while kill_worker(running, place, "z.docx"):
            pass
        assert running.end() == 3, running.stderr
    assert place.kinds("z.docx") == ["crashed"] * 4 and place.kinds("a.docx") == [""]
    told = " ".join(running.stdout.split())
    assert "z.docx: proses pekerja mati oleh sinyal SIGKILL" in told and "--memory-limit" in told
    line = lines(place.night())["z.docx"]
    assert (line["outcome"], line["kind"], line["attempts"]) == ("failed", "crashed", "0")
    assert place.kinds("z.docx") == ["crashed"] * 4
    place.night("--retry-failed", code=1)
    calm.night(code=1)
    assert_tidy(place)
    assert ageless(state(place)) == ageless(state(calm))


def attempted(place: Archive) -> list[str]:
    """Names of the files that were tried; none as long as there are no tables."""
    return place.attempts() if place.rows("select 1 from sqlite_master where name = 'attempt'") else []


def write_heavy_docx(path: Path, paragraphs: int = 300_000) -> None:
    """A Word file of a few kilobytes whose text needs more memory than many another."""
    write_docx(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = b"<w:p><w:r><w:t>kata</w:t></w:r></w:p>" * paragraphs
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr", text + b"<w:sectPr", 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def test_documents_beyond_the_limits_are_listed_and_wait_for_other_limits(tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    folder.mkdir()
    small(folder / "a.docx", 1)
    write_pdf(folder / "panjang.pdf", (*GOOD_ROWS, WRONG_ROW), repeat=400)
    place = archive(folder, tmp_path / "hasil")
    with started(place, "--time-limit", "1") as running:
        assert running.end() == 3, running.stderr
    told = " ".join(running.stdout.split())
    assert "panjang.pdf: belum selesai setelah 1 detik" in told and "--time-limit" in told
    write_heavy_docx(folder / "berat.docx")
    with started(place, "--memory-limit", "64", "--jobs", "2") as running:
        assert running.end() == 3, running.stderr
    told = " ".join(running.stdout.split())
    assert "berat.docx: memori habis" in told and "--memory-limit" in told and "panjang.pdf:" not in told
    tries = {"a.docx": [""], "berat.docx": ["memory-limit"], "panjang.pdf": ["time-limit"] * 2 + [""]}
    assert {name: place.kinds(name) for name in tries} == tries
    line = lines(place.night("--memory-limit", "64"))
    assert {name: place.kinds(name) for name in tries} == tries
    assert {name: line[name]["outcome"] for name in tries} == {
        "a.docx": "unchanged", "berat.docx": "failed", "panjang.pdf": "unchanged"
    }  # fmt: skip
    assert line["panjang.pdf"]["findings"] == "400"
    place.night("--memory-limit", "64", "--retry-failed")
    assert place.kinds("berat.docx") == ["memory-limit"] * 2
    assert_tidy(place)
