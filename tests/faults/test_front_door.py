"""Faults go in through the command, as a user meets them, and are looked at from outside."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.small_files import (
    GOOD_ROWS,
    WRONG_ROW,
    spoil_part,
    write_bomb_docx,
    write_docx,
    write_pdf,
    write_picture_pdf,
)

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "pipeline.cli")
RECORDS = {"audit": "findings.json", "extract": "extract.json", "migrate": "migrasi.json"}


def capaian(
    *arguments: str | Path, cwd: Path, command: str = "audit", **options: Any
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "80"}
    return subprocess.run(
        [*COMMAND, command, *map(str, arguments)],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        **options,
    )


def documents(out: Path, command: str = "audit") -> list[dict[str, Any]]:
    record = json.loads((out / RECORDS[command]).read_text(encoding="utf-8"))
    return list(record["documents"])


def encrypted(path: Path) -> None:
    write_pdf(path, password="rahasia")


def truncated(path: Path) -> None:
    whole = write_pdf(path, repeat=5).read_bytes()
    path.write_bytes(whole[: len(whole) // 4])


def empty(path: Path) -> None:
    path.touch()


def words(path: Path) -> None:
    path.write_text("Laporan kinerja tahun 2023.\n")


def header_only(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n")


def picture(path: Path) -> None:
    write_picture_pdf(path)


def bomb(path: Path) -> None:
    write_bomb_docx(path)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def nothing(path: Path) -> None:
    """No file at all."""


FAULTS: list[tuple[str, Callable[[Path], None], set[str], str]] = [
    ("sandi.pdf", encrypted, {"encrypted"}, "sandi"),
    ("potong.pdf", truncated, {"damaged", "no-text-layer"}, ""),
    ("kosong.pdf", empty, {"empty"}, "kosong"),
    ("teks.pdf", words, {"wrong-type"}, "PDF atau DOCX"),
    ("kepala.pdf", header_only, {"damaged"}, ""),
    ("pindai.pdf", picture, {"no-text-layer"}, "OCR"),
    ("bom.docx", bomb, {"zip-bomb"}, "memori"),
    ("pipa.pdf", pipe, {"not-a-file"}, "bukan berkas"),
    ("tidak-ada.pdf", nothing, {"missing"}, "tidak ditemukan"),
]


@pytest.mark.parametrize(("name", "make", "kinds", "says"), FAULTS, ids=[name for name, *_ in FAULTS])
def test_a_file_that_cannot_be_read_is_told_and_nothing_is_called_right(
    tmp_path: Path, name: str, make: Callable[[Path], None], kinds: set[str], says: str
) -> None:
    make(tmp_path / name)
    done = capaian(name, "--out", "hasil", cwd=tmp_path)
    assert done.returncode == 4, done.stderr
    (document,) = documents(tmp_path / "hasil")
    assert document["status"] == "failed" and document["path"] == name
    (problem,) = document["problems"]
    assert problem["kind"] in kinds and says in problem["message"]
    assert "Tidak terbaca" in done.stdout and "Tidak ada temuan" not in done.stdout
    assert "Traceback" not in done.stderr
    assert name in (tmp_path / "hasil" / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "make", "kinds", "says"), FAULTS, ids=[name for name, *_ in FAULTS])
def test_extract_tells_the_same_of_a_file_that_cannot_be_read(
    tmp_path: Path, name: str, make: Callable[[Path], None], kinds: set[str], says: str
) -> None:
    make(tmp_path / name)
    done = capaian(name, "--out", "petik", cwd=tmp_path, command="extract")
    assert done.returncode == 4, done.stderr
    (document,) = documents(tmp_path / "petik", "extract")
    (problem,) = document["problems"]
    assert document["status"] == "failed" and problem["kind"] in kinds and says in problem["message"]
    assert not any(document["counts"].values())
    assert "Tidak terbaca" in done.stdout and "Traceback" not in done.stderr


def test_extract_reads_the_good_ones_beside_a_bad_one(tmp_path: Path) -> None:
    words(tmp_path / "a.pdf")
    write_docx(tmp_path / "b.docx", (*GOOD_ROWS, WRONG_ROW))
    done = capaian("a.pdf", "b.docx", "--out", "petik", cwd=tmp_path, command="extract")
    assert done.returncode == 3, done.stderr
    assert [item["status"] for item in documents(tmp_path / "petik", "extract")] == ["failed", "ok"]
    assert WRONG_ROW[1] in (tmp_path / "petik" / "indikator.csv").read_text(encoding="utf-8")


def test_one_bad_file_among_good_ones(tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    folder.mkdir()
    write_docx(folder / "a.docx")
    words(folder / "b.pdf")
    write_docx(folder / "c.docx", (*GOOD_ROWS, WRONG_ROW))
    done = capaian("masuk", "--out", "hasil", cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    read = {item["path"]: item for item in documents(tmp_path / "hasil")}
    assert [item["status"] for item in read.values()] == ["ok", "failed", "ok"]
    assert {finding["code"] for finding in read["masuk/c.docx"]["findings"]} >= {"HIT001"}


def test_pages_that_are_pictures_are_told_and_do_not_hide_the_findings(tmp_path: Path) -> None:
    write_pdf(tmp_path / "a.pdf", (*GOOD_ROWS, WRONG_ROW), pictures=2)
    done = capaian("a.pdf", "--out", "hasil", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    (document,) = documents(tmp_path / "hasil")
    assert document["status"] == "partial"
    assert {(item["kind"], item["page"]) for item in document["problems"]} == {
        ("no-text-layer", 2),
        ("no-text-layer", 3),
    }
    assert "Tidak terbaca atau hanya sebagian:" in done.stdout and "hal. 2–3" in done.stdout
    assert "hal. 2–3" in (tmp_path / "hasil" / "report.html").read_text(encoding="utf-8")
    done = capaian("a.pdf", "--out", "hasil", "--fail-on", "never", cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_a_letter_without_tables_is_partial_and_no_failure(tmp_path: Path) -> None:
    write_pdf(tmp_path / "surat.pdf", repeat=0)
    done = capaian("surat.pdf", "--out", "hasil", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (document,) = documents(tmp_path / "hasil")
    assert (document["status"], [item["kind"] for item in document["problems"]]) == ("partial", ["no-known-table"])
    assert "tidak satu pun tabel" in done.stdout


def test_a_part_of_a_word_file_that_is_damaged_is_code_3_with_findings_kept(tmp_path: Path) -> None:
    write_docx(tmp_path / "a.docx", (*GOOD_ROWS, WRONG_ROW))
    spoil_part(tmp_path / "a.docx", "word/styles.xml")
    done = capaian("a.docx", "--out", "hasil", cwd=tmp_path)
    (document,) = documents(tmp_path / "hasil")
    assert [item["kind"] for item in document["problems"]] == ["part-damaged"]
    assert document["status"] == "partial" and document["findings"]
    assert done.returncode == 3, done.stderr


def test_a_name_that_is_no_unicode(tmp_path: Path) -> None:
    name = os.fsdecode(b"laporan-\xe9\xff.docx")
    write_docx(tmp_path / "a.docx").rename(tmp_path / name)
    done = capaian(name, "--out", "hasil", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert documents(tmp_path / "hasil")[0]["status"] == "ok"


def without_privilege() -> None:
    """Takes from root the right to pass over file modes; for other users nothing is to be taken."""
    pr_capbset_drop = 24  # linux/prctl.h
    if os.geteuid() == 0:
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            if ctypes.CDLL(None, use_errno=True).prctl(pr_capbset_drop, capability, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "prctl")


def test_unreadable_folder_and_file_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    (folder / "terkunci").mkdir(parents=True)
    write_docx(folder / "a.docx")
    write_docx(folder / "terkunci" / "b.docx")
    write_docx(folder / "c.docx").chmod(0)
    (folder / "terkunci").chmod(0)
    try:
        done = capaian("masuk", "--out", "hasil", cwd=tmp_path, preexec_fn=without_privilege)
    finally:
        (folder / "terkunci").chmod(0o700)
    assert done.returncode == 3, done.stderr
    read = {item["path"]: item for item in documents(tmp_path / "hasil")}
    assert {path: item["status"] for path, item in read.items()} == {
        "masuk/terkunci": "failed",
        "masuk/a.docx": "ok",
        "masuk/c.docx": "failed",
    }
    assert read["masuk/terkunci"]["problems"][0]["kind"] == "unreadable"
    assert read["masuk/c.docx"]["problems"][0]["kind"] == "unreadable"


def test_folder_without_documents(tmp_path: Path) -> None:
    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk" / "catatan.txt").write_text("x")
    done = capaian("masuk", "--out", "hasil", cwd=tmp_path)
    assert done.returncode == 4
    assert documents(tmp_path / "hasil")[0]["problems"][0]["kind"] == "no-documents"
    assert "1 berkas lain" in done.stderr


@pytest.mark.parametrize("command", RECORDS)
def test_out_that_cannot_be_written(tmp_path: Path, command: str) -> None:
    locked = tmp_path / "terkunci"
    locked.mkdir()
    write_docx(tmp_path / "a.docx")
    locked.chmod(0o555)
    done = capaian("a.docx", "--out", "terkunci/hasil", cwd=tmp_path, command=command, preexec_fn=without_privilege)
    assert done.returncode == 5
    assert "--out" in done.stderr and "Traceback" not in done.stderr
    assert list(locked.iterdir()) == []


@pytest.mark.parametrize("command", RECORDS)
def test_out_that_is_a_file_or_holds_other_files_is_left_alone(tmp_path: Path, command: str) -> None:
    write_docx(tmp_path / "a.docx")
    (tmp_path / "berkas").write_text("penting")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "naskah.txt").write_text("penting")
    for name in ("berkas", "folder"):
        done = capaian("a.docx", "--out", name, cwd=tmp_path, command=command)
        assert done.returncode == 5 and name in done.stderr
    assert (tmp_path / "berkas").read_text() == "penting"
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["naskah.txt"]


def test_full_disk_leaves_no_folder_of_extract(tmp_path: Path) -> None:
    write_docx(tmp_path / "a.docx")

    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    done = capaian("a.docx", "--out", "petik", cwd=tmp_path, command="extract", preexec_fn=small_files_only)
    assert done.returncode == 5, done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx"]
    assert "ruang disk" in done.stderr and "Hasil lengkap" not in done.stdout


def test_full_disk_leaves_no_folder_but_the_findings_are_told(tmp_path: Path) -> None:
    write_docx(tmp_path / "a.docx", (*GOOD_ROWS, WRONG_ROW))

    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    done = capaian("a.docx", "--out", "hasil", cwd=tmp_path, preexec_fn=small_files_only)
    assert done.returncode == 5, done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx"]
    assert "ruang disk" in done.stderr and "Traceback" not in done.stderr
    assert "HIT001" in done.stdout and "Hasil lengkap" not in done.stdout


@pytest.mark.parametrize(
    ("command", "number"), [("audit", signal.SIGINT), ("audit", signal.SIGTERM), ("extract", signal.SIGINT)]
)
def test_interrupt_leaves_no_half_folder(tmp_path: Path, command: str, number: signal.Signals) -> None:
    write_pdf(tmp_path / "a.pdf", repeat=300)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(
        [*COMMAND, command, "a.pdf", "--out", "keluar/hasil"],
        cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob("keluar/.capaian-*/run.log")) and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.7)
    assert running.poll() is None, "the run was over before it could be interrupted"
    running.send_signal(number)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert out == "" and "dihentikan" in err and "Traceback" not in err
    assert list((tmp_path / "keluar").iterdir()) == []


def test_progress_is_drawn_on_a_terminal_only(tmp_path: Path) -> None:
    write_pdf(tmp_path / "a.pdf", repeat=12)
    silent = capaian("a.pdf", "--out", "hasil", cwd=tmp_path)
    assert silent.stderr == "" and "\x1b" not in silent.stdout
    ours, theirs = os.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "80"}
    running = subprocess.Popen(
        [*COMMAND, "audit", "a.pdf", "--out", "hasil"],
        cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    drawn = b""
    with contextlib.suppress(OSError):  # Linux says so when the other end of a terminal is closed
        while chunk := os.read(ours, 4096):
            drawn += chunk
    out, _ = running.communicate(timeout=60)
    os.close(ours)
    assert running.returncode == 0
    assert b"[1/1] a.pdf" in drawn and b"hal. 12/12" in drawn
    assert b"\x1b" not in out and b"Hasil lengkap" in out


def test_reader_of_stdout_that_goes_away_is_no_error(tmp_path: Path) -> None:
    write_docx(tmp_path / "a.docx")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    shell = f"{sys.executable} -m pipeline.cli audit a.docx --out hasil | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", shell], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120
    )
    assert (done.stdout, done.stderr) == ("0\n", "")
    assert (tmp_path / "hasil" / "findings.json").exists()
