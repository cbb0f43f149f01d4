from __future__ import annotations

import hashlib
import os
import threading
import time
import zipfile
from pathlib import Path

import pytest

from pipeline.intake import find_documents, take_in
from schemas.config import AuditConfig
from schemas.errors import IntakeError
from schemas.printed import FileKind
from tests.small_files import write_bomb_docx, write_docx

CONFIG = AuditConfig()
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def aged(path: Path, content: bytes) -> Path:
    """A file that was last written an hour ago."""
    path.write_bytes(content)
    then = time.time() - 3600
    os.utime(path, (then, then))
    return path


def refusal(path: Path, config: AuditConfig = CONFIG) -> IntakeError:
    with pytest.raises(IntakeError) as caught:
        take_in(path, config)
    return caught.value


def test_pdf_is_known_by_content_hash_and_size(tmp_path: Path) -> None:
    path = aged(tmp_path / "laporan.unknown", PDF)
    source = take_in(path, CONFIG)
    assert source.kind is FileKind.PDF
    assert source.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (source.size_bytes, source.path) == (len(PDF), str(path))


def test_pdf_header_may_follow_other_bytes(tmp_path: Path) -> None:
    assert take_in(aged(tmp_path / "a.pdf", b"\r\n\x00junk" + PDF), CONFIG).kind is FileKind.PDF


def test_docx_is_known_by_its_parts_not_its_name(tmp_path: Path) -> None:
    path = write_docx(tmp_path / "laporan.pdf")
    assert take_in(path, CONFIG).kind is FileKind.DOCX


@pytest.mark.parametrize(
    ("content", "kind", "says"),
    [
        (b"", "empty", "kosong"),
        (b"Laporan kinerja tahun 2023\n", "wrong-type", "PDF atau DOCX"),
        (b"\x89PNG\r\n\x1a\n", "wrong-type", "PNG"),
        (b"{\\rtf1}", "wrong-type", "RTF"),
        (OLE + "WordDocument".encode("utf-16-le"), "legacy-doc", ".docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "sandi"),
        (OLE + "Workbook".encode("utf-16-le"), "wrong-type", "Office"),
        (b"PK\x03\x04 and then nothing of an archive", "damaged", "rusak"),
    ],
)
def test_what_is_no_report_is_refused_with_its_reason(
    tmp_path: Path, content: bytes, kind: str, says: str
) -> None:
    error = refusal(aged(tmp_path / "laporan.pdf", content))
    assert error.kind == kind
    assert says in str(error)


def test_other_zip_is_not_a_word_file(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr("[Content_Types].xml", "<Types/>")
    assert refusal(path).kind == "wrong-type"


def test_truncated_docx_is_damaged(tmp_path: Path) -> None:
    whole = write_docx(tmp_path / "whole.docx").read_bytes()
    assert refusal(aged(tmp_path / "cut.docx", whole[: len(whole) // 2])).kind == "damaged"


def test_zip_bomb_is_refused_by_ratio_and_by_size(tmp_path: Path) -> None:
    assert refusal(write_bomb_docx(tmp_path / "bom.docx")).kind == "zip-bomb"
    plain = write_docx(tmp_path / "plain.docx")
    assert refusal(plain, AuditConfig(max_unpacked_bytes=1000)).kind == "zip-bomb"


def test_too_large(tmp_path: Path) -> None:
    assert refusal(aged(tmp_path / "a.pdf", PDF), AuditConfig(max_bytes=10)).kind == "too-large"


def test_missing_folder_and_pipe(tmp_path: Path) -> None:
    assert refusal(tmp_path / "tidak-ada.pdf").kind == "missing"
    assert refusal(tmp_path).kind == "not-a-file"
    pipe = tmp_path / "pipa.pdf"
    os.mkfifo(pipe)
    assert refusal(pipe).kind == "not-a-file"


def test_file_still_being_written(tmp_path: Path) -> None:
    path = tmp_path / "salin.pdf"
    path.write_bytes(PDF)
    stop = threading.Event()

    def grow() -> None:
        while not stop.wait(0.02):
            with path.open("ab") as handle:
                handle.write(b"x" * 100)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        assert refusal(path).kind == "still-written"
    finally:
        stop.set()
        writer.join()
    assert take_in(path, CONFIG).kind is FileKind.PDF


def test_folder_is_walked_sorted_and_the_rest_is_counted(tmp_path: Path) -> None:
    for name in (
        "b.PDF",
        "a.docx",
        "sub/c.pdf",
        "~$a.docx",
        ".hidden.pdf",
        ".git/d.pdf",
        "catatan.txt",
        "sub/x.xlsx",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(PDF)
    found = find_documents([tmp_path])
    assert [Path(file).relative_to(tmp_path).as_posix() for file in found.files] == [
        "a.docx",
        "b.PDF",
        "sub/c.pdf",
    ]
    assert found.ignored == 2
    assert found.failures == ()


def test_the_same_file_counts_once_under_its_first_name(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(PDF)
    link = tmp_path / "z.pdf"
    link.symlink_to(path)
    found = find_documents([str(path), str(tmp_path / "." / "a.pdf"), str(link), str(tmp_path)])
    assert found.files == (str(path),)


def test_named_file_of_any_type_is_kept_and_missing_one_too(tmp_path: Path) -> None:
    note = tmp_path / "catatan.txt"
    note.write_text("x")
    found = find_documents([note, tmp_path / "tidak-ada.pdf"])
    assert found.files == (str(note), str(tmp_path / "tidak-ada.pdf"))


def test_folder_without_documents_is_a_failure_not_silence(tmp_path: Path) -> None:
    (tmp_path / "catatan.txt").write_text("x")
    found = find_documents([tmp_path])
    assert found.files == ()
    assert [(path, error.kind) for path, error in found.failures] == [(str(tmp_path), "no-documents")]
