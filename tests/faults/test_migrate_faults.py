"""Faults of `capaian migrate`, through the command as a user meets them."""

from __future__ import annotations

import json
import os
import resource
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.test_front_door import COMMAND, ROOT, capaian, without_privilege
from tests.small_decrees import write_decree_docx, write_decree_pdf
from tests.small_files import write_picture_pdf


def migrate(*arguments: str | Path, cwd: Path, **options: object) -> subprocess.CompletedProcess[str]:
    return capaian(*arguments, cwd=cwd, command="migrate", **options)


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def test_one_bad_file_among_decrees(tmp_path: Path) -> None:
    write_decree_docx(tmp_path / "a.docx")
    write_picture_pdf(tmp_path / "pindai.pdf")
    (tmp_path / "teks.pdf").write_text("bukan PDF")
    done = migrate("a.docx", "pindai.pdf", "teks.pdf", "--out", "muat", cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    record = json.loads((tmp_path / "muat" / "migrasi.json").read_text(encoding="utf-8"))
    assert [item["status"] for item in record["documents"]] == ["ok", "failed", "failed"]
    assert "OCR" in done.stdout and "Traceback" not in done.stderr
    assert "Persentase kios bersih" in (tmp_path / "muat" / "indikator.csv").read_text(encoding="utf-8")


def test_nothing_readable_is_code_4(tmp_path: Path) -> None:
    write_picture_pdf(tmp_path / "pindai.pdf")
    done = migrate("pindai.pdf", "tidak-ada.pdf", "--out", "muat", cwd=tmp_path)
    assert done.returncode == 4, done.stderr
    assert "Tidak terbaca" in done.stdout and (tmp_path / "muat" / "migrasi.json").exists()


def test_pages_that_are_pictures_keep_a_decree_open_and_change_no_code(tmp_path: Path) -> None:
    write_decree_pdf(tmp_path / "a.pdf", pictures=1)
    done = migrate("a.pdf", "--out", "muat", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "muat" / "belum-dipahami.csv").read_text(encoding="utf-8")
    assert "hal. 3,tidak terbaca" in text and "Selesai: belum" in done.stdout


def test_out_that_cannot_be_written_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    write_decree_docx(tmp_path / "a.docx")
    write_decree_pdf(tmp_path / "b.pdf")
    assert migrate("a.docx", "--db", "semua.sqlite", "--out", "muat", cwd=tmp_path).returncode == 0
    before = dump(tmp_path / "semua.sqlite")
    (tmp_path / "milik").mkdir()
    (tmp_path / "milik" / "naskah.txt").write_text("penting")
    done = migrate("b.pdf", "--db", "semua.sqlite", "--out", "milik", cwd=tmp_path)
    assert done.returncode == 5 and "--out" in done.stderr
    assert dump(tmp_path / "semua.sqlite") == before
    assert [item.name for item in (tmp_path / "milik").iterdir()] == ["naskah.txt"]


def test_full_disk_leaves_neither_folder_nor_database(tmp_path: Path) -> None:
    write_decree_docx(tmp_path / "a.docx")

    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))

    for options in ((), ("--db", "semua.sqlite")):
        done = migrate("a.docx", "--out", "muat", *options, cwd=tmp_path, preexec_fn=small_files_only)
        assert done.returncode == 5, done.stderr
        assert "ruang disk" in done.stderr and "Traceback" not in done.stderr
        assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx"]


def test_a_database_that_another_program_writes(tmp_path: Path) -> None:
    write_decree_docx(tmp_path / "a.docx")
    assert migrate("a.docx", "--db", "semua.sqlite", "--out", "muat", cwd=tmp_path).returncode == 0
    with closing(sqlite3.connect(tmp_path / "semua.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        done = migrate("a.docx", "--db", "semua.sqlite", "--out", "lain", cwd=tmp_path)
    assert done.returncode == 5 and "program lain" in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "lain").exists()


@pytest.mark.parametrize("name", ["a.docx", "catatan.txt", "folder"])
def test_a_database_that_is_none_is_told_before_anything_is_read(tmp_path: Path, name: str) -> None:
    document = write_decree_docx(tmp_path / "a.docx")
    (tmp_path / "catatan.txt").write_text("catatan penting\n" * 100)
    (tmp_path / "folder").mkdir()
    before = document.read_bytes()
    done = migrate("a.docx", "--db", name, "--out", "muat", cwd=tmp_path)
    assert done.returncode == 5 and f"basis data {name}" in done.stderr and done.stdout == ""
    assert document.read_bytes() == before and not (tmp_path / "muat").exists()


def test_a_database_in_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    write_decree_docx(tmp_path / "a.docx")
    (tmp_path / "terkunci").mkdir()
    (tmp_path / "terkunci").chmod(0o555)
    done = migrate(
        "a.docx", "--db", "terkunci/semua.sqlite", "--out", "muat", cwd=tmp_path, preexec_fn=without_privilege
    )
    assert done.returncode == 5 and "boleh ditulis" in done.stderr
    assert list((tmp_path / "terkunci").iterdir()) == []


def test_a_database_inside_the_run_folder_is_refused(tmp_path: Path) -> None:
    write_decree_docx(tmp_path / "a.docx")
    done = migrate("a.docx", "--db", "muat/semua.sqlite", "--out", "muat", cwd=tmp_path)
    assert done.returncode == 2 and "di luar folder hasil" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx"]


@pytest.mark.parametrize(
    ("content", "says"), [("id;oleh\nbd-1;Sri\n", "tidak memuat kolom"), ("id,diterima,oleh\nbd-1,ya,\n", "tanpa nama")]
)
def test_a_list_of_acceptances_that_cannot_be_followed(tmp_path: Path, content: str, says: str) -> None:
    write_decree_docx(tmp_path / "a.docx")
    (tmp_path / "terima.csv").write_text(content)
    done = migrate("a.docx", "--diterima", "terima.csv", "--out", "muat", cwd=tmp_path)
    assert done.returncode == 2 and says in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "muat").exists()


def test_interrupt_leaves_neither_folder_nor_rows(tmp_path: Path) -> None:
    write_decree_docx(tmp_path / "a.docx")
    write_decree_pdf(tmp_path / "b.pdf", sheets=300)
    assert migrate("a.docx", "--db", "semua.sqlite", "--out", "muat", cwd=tmp_path).returncode == 0
    before = dump(tmp_path / "semua.sqlite")
    running = subprocess.Popen(
        [*COMMAND, "migrate", "b.pdf", "--db", "semua.sqlite", "--out", "keluar/hasil"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob("keluar/.capaian-*/run.log")) and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.7)
    assert running.poll() is None, "the run was over before it could be interrupted"
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert out == "" and "dihentikan" in err and "Traceback" not in err
    assert list((tmp_path / "keluar").iterdir()) == []
    assert dump(tmp_path / "semua.sqlite") == before
