from __future__ import annotations

import csv
import io
import json
import logging
import os
import pickle
import shutil
import tempfile
import warnings
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from pipeline.batch import task as module
from pipeline.batch.task import do_task, pack_reading, peak_bytes, unpack_reading
from pipeline.intake import find_documents, take_in
from pipeline.run import audit_file, audit_found, extract_source
from pipeline.run_all import link_documents
from pipeline.writers.run_folder import RunFolder
from schemas.config import AuditConfig
from schemas.errors import CapaianError
from schemas.printed import SourceFile
from schemas.result import DocumentResult, Status
from tests.batch.strange_work import SAMPLES, kind_of, make_task, timeless, undisturbed
from tests.small_files import WRONG_ROW, write_docx, write_pdf, write_picture_pdf

DOCUMENTS = (
    "lkjip/dinas-keliru.pdf",
    "lkjip/provinsi-2021-keliru.docx",
    "keputusan/iku-keliru.pdf",
    "iki2017/lembar-jabatan.docx",
    "perjanjian/pk-kepala-dinas.pdf",
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return write_docx(tmp_path / "laporan.docx", (WRONG_ROW,))


def entries(files: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(files)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def audited(path: Path) -> DocumentResult:
    """What `capaian audit` makes of a document, without pages and seconds."""
    return replace(audit_file(path), printed=None, laporan=None, seconds=0.0)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_comes_out_as_from_an_audit(name: str) -> None:
    path = SAMPLES / name
    result = do_task(make_task(path))
    assert timeless(result) == undisturbed(path)
    (linked,), _ = link_documents([timeless(result)])
    assert linked == audited(path)
    assert result.document.seconds > 0
    assert not result.may_pass


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_was_read_is_checked_again_to_the_same_end(name: str) -> None:
    first = do_task(make_task(SAMPLES / name))
    again = do_task(make_task(SAMPLES / name, reading=first.reading))
    assert timeless(again) == timeless(first)
    assert again.document.ikhtisar is not None
    assert (again.reading, again.files) == (b"", b"")
    assert again.document.seconds > 0


def test_checking_again_opens_no_file_and_takes_the_path_of_the_task(report: Path, tmp_path: Path) -> None:
    first = do_task(make_task(report))
    moved = make_task(tmp_path / "arsip/pindah.docx", sha256=first.document.sha256, reading=first.reading)
    again = do_task(moved)
    assert again.document.path == moved.path
    assert again.document.ikhtisar is not None and again.document.ikhtisar.path == moved.path
    assert again.document.findings == first.document.findings != ()


def test_the_path_is_no_part_of_what_was_read(report: Path) -> None:
    result = do_task(make_task(report))
    assert report.name.encode() not in zlib.decompress(result.reading)


@pytest.mark.parametrize("name", ["lkjip/dinas-keliru.pdf", "keputusan/iku-keliru.docx"])
def test_files_are_those_of_a_run_folder(name: str, tmp_path: Path) -> None:
    path = str(SAMPLES / name)
    with RunFolder(out=tmp_path / "hasil", parent=tmp_path, formats=("json", "csv")) as folder:
        run = audit_found(find_documents([path]), on_document=folder.add)
        folder.finish(run)
    found = entries(do_task(make_task(path)).files)
    document = f"documents/{run.documents[0].sha256}"
    assert {file for file in found if not file.startswith(document)} <= {"nilai.csv", "klaim.csv"}
    assert {f"{document}/printed.json", f"{document}/laporan.json", "nilai.csv"} <= set(found)
    for file, content in found.items():
        whole = (tmp_path / "hasil" / file).read_bytes()
        lines = whole.split(b"\n", 1)[1] if file.endswith(".csv") and "/" not in file else whole
        assert content == lines, file


def test_files_hold_the_path_where_paths_stand(report: Path) -> None:
    found = entries(do_task(make_task(report)).files)
    rows = list(csv.reader(io.StringIO(found["nilai.csv"].decode())))
    assert rows and {row[0] for row in rows} == {str(report)}
    assert {Path(name).name for name, content in found.items() if report.name.encode() in content} == {
        "nilai.csv",
        "printed.json",
    }


def test_equal_files_make_an_equal_zip(report: Path) -> None:
    assert do_task(make_task(report)).files == do_task(make_task(report)).files


def test_reading_that_is_damaged_is_made_anew(report: Path) -> None:
    first = do_task(make_task(report))
    odd = zlib.compress(pickle.dumps({"laporan": None}))
    for damaged in (b"", first.reading[:-20], b"x" + first.reading, odd):
        result = do_task(make_task(report, reading=damaged))
        assert timeless(result) == timeless(first)
        assert result.reading and result.files == first.files
        assert any("read anew" in line for line in result.log)


def test_reading_needs_a_document_that_was_read(report: Path) -> None:
    extracted = extract_source(take_in(report, AuditConfig()), AuditConfig())
    assert unpack_reading(pack_reading(extracted), "b.docx").laporan == extracted.laporan
    with pytest.raises(ValueError, match="not what was read"):
        unpack_reading(pack_reading(replace(extracted, laporan=None)), "b.docx")


def test_other_content_may_pass(report: Path) -> None:
    task = make_task(report)
    write_docx(report)
    result = do_task(task)
    assert (kind_of(result), result.may_pass) == ("changed", True)
    assert "berubah" in result.document.problems[0].message


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n", b"PK\x03\x04 not whole"])
def test_other_content_is_no_fault_of_the_document_even_when_it_cannot_be_read(report: Path, content: bytes) -> None:
    task = make_task(report)
    report.write_bytes(content)
    result = do_task(task)
    assert (kind_of(result), result.may_pass) == ("changed", True)


@pytest.mark.parametrize("broken", [False, True])
def test_a_file_that_changes_while_it_is_read_is_not_believed(
    report: Path, monkeypatch: pytest.MonkeyPatch, broken: bool
) -> None:
    task = make_task(report)

    def read_and_touch(source: SourceFile, config: AuditConfig) -> DocumentResult:
        document = extract_source(source, config)
        os.utime(report, (1, 1))
        if broken:
            raise CapaianError("half of it was another file")
        return document

    monkeypatch.setattr(module, "extract_source", read_and_touch)
    result = do_task(task)
    assert (kind_of(result), result.may_pass) == ("changed", True)
    monkeypatch.undo()
    assert do_task(task).document.status is Status.OK


def test_a_missing_file_may_pass(tmp_path: Path) -> None:
    result = do_task(make_task(tmp_path / "tidak-ada.pdf"))
    assert (kind_of(result), result.may_pass) == ("missing", True)
    assert (result.reading, result.files) == (b"", b"")


def test_a_folder_in_its_place_is_other_content(tmp_path: Path) -> None:
    (tmp_path / "laporan.pdf").mkdir()
    result = do_task(make_task(tmp_path / "laporan.pdf"))
    assert (kind_of(result), result.may_pass) == ("changed", True)


@pytest.mark.parametrize("kind", ["empty", "wrong-type", "damaged", "encrypted", "no-text-layer"])
def test_what_is_wrong_with_the_file_itself_does_not_pass(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"
    if kind == "encrypted":
        write_pdf(path, password="rahasia")
    elif kind == "no-text-layer":
        write_picture_pdf(path)
    else:
        path.write_bytes({"empty": b"", "wrong-type": b"\x89PNG\r\n", "damaged": b"PK\x03\x04 not whole"}[kind])
    result = do_task(make_task(path))
    assert (kind_of(result), result.may_pass) == (kind, False)
    same = audit_found(find_documents([path])).documents[0]
    assert timeless(result) == replace(same, seconds=0.0)


def test_a_kamus_that_cannot_be_followed_is_no_fault_of_the_document(report: Path, tmp_path: Path) -> None:
    result = do_task(make_task(report, config=AuditConfig(kamus=tmp_path / "tidak-ada")))
    assert (kind_of(result), result.may_pass) == ("kamus", True)


def test_the_kamus_of_the_settings_is_used(report: Path, tmp_path: Path) -> None:
    kamus = tmp_path / "indikator.csv"
    kamus.write_text("kode,nama\nuji-sekolah,Persentase sekolah terakreditasi\n", encoding="utf-8")
    config = AuditConfig(kamus=kamus)
    result = do_task(make_task(report, config=config))
    assert "uji-sekolah" in repr(result.document.ikhtisar)
    assert "uji-sekolah" not in repr(do_task(make_task(report)).document.ikhtisar)


def test_no_room_for_temporary_files_may_pass(report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tidak-ada"))
    result = do_task(make_task(report))
    assert (kind_of(result), result.may_pass) == ("output", True)
    assert "TMPDIR" in result.document.problems[0].message


def test_nothing_is_left_behind(report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "sementara"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    before = report.stat()
    do_task(make_task(report))
    assert list(scratch.iterdir()) == []
    assert (report.stat().st_mtime_ns, report.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_the_log_is_collected_and_given_back(report: Path, caplog: pytest.LogCaptureFixture) -> None:
    root, levels = logging.getLogger(), [logging.getLogger(name).level for name in ("pipeline", "extractors")]
    handlers = list(root.handlers)
    report.write_bytes(b"")
    result = do_task(make_task(report))
    assert [line for line in result.log if line.startswith("ERROR pipeline.run_all:") and "empty" in line]
    assert root.handlers == handlers
    assert [logging.getLogger(name).level for name in ("pipeline", "extractors")] == levels
    assert all("\n" not in line for line in result.log)


def test_a_fault_of_the_program_is_told_with_its_traceback(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def odd(source: SourceFile, config: AuditConfig) -> DocumentResult:
        warnings.warn("strange", UserWarning, stacklevel=1)
        raise LookupError("odd")

    monkeypatch.setattr(module, "extract_source", odd)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        result = do_task(make_task(report))
    assert (kind_of(result), result.may_pass) == ("internal", False)
    assert "LookupError: odd" in result.log
    assert any("strange" in line for line in result.log)


def test_a_fault_of_the_disk_may_pass(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def torn(source: SourceFile, config: AuditConfig) -> DocumentResult:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(module, "extract_source", torn)
    result = do_task(make_task(report))
    assert (kind_of(result), result.may_pass) == ("io-error", True)


def test_peak_memory_is_that_of_the_process() -> None:
    held = psutil.Process().memory_info().rss
    assert held * 0.9 <= peak_bytes() <= psutil.virtual_memory().total
    assert do_task(make_task(SAMPLES / DOCUMENTS[-1])).peak_bytes == pytest.approx(peak_bytes(), rel=0.2)


def test_a_result_can_be_sent(report: Path) -> None:
    result = do_task(make_task(report))
    assert pickle.loads(pickle.dumps(result)) == result


@pytest.mark.parametrize("name", ["spasi dan ünïcode.docx", os.fsdecode(b"bukan-utf8-\xff.docx")])
def test_any_name_is_worked_on(report: Path, tmp_path: Path, name: str) -> None:
    path = Path(shutil.copy(report, tmp_path / name))
    result = do_task(make_task(path))
    assert (result.document.status, result.document.path) == (Status.OK, str(path))
    (found,) = {key for key in entries(result.files) if key.endswith("laporan.json")}
    assert json.loads(entries(result.files)[found])["metadata"] is not None
