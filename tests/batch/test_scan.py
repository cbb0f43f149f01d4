from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.batch.scan import encoded, folder_to_scan, hash_files, is_document, mark_of, scan
from pipeline.intake import find_documents
from schemas.batch import TOP, FileMark
from schemas.errors import IntakeError, UsageError
from tests.batch.small_folders import PDF, by_name, put, rights_count

# what is listed


def test_every_entry_once_in_the_order_of_bytes(tmp_path: Path) -> None:
    put(tmp_path, "b.PDF", "a.docx", "sub/c.pdf", "sub/dalam/d.pdf", "sub.pdf", "catatan.txt", "é.pdf", "Z.pdf")
    names = [entry.name for entry in scan(tmp_path)]
    assert names == ["Z.pdf", "a.docx", "b.PDF", "catatan.txt", "sub.pdf", "sub/c.pdf", "sub/dalam/d.pdf", "é.pdf"]
    assert names == sorted(names, key=str.encode)


def test_documents_are_those_of_the_audit_and_all_else_says_why(tmp_path: Path) -> None:
    put(tmp_path, "b.PDF", "a.docx", "sub/c.pdf", "~$a.docx", ".hidden.pdf", ".git/d.pdf", "catatan.txt", "sub/x.xlsx")
    entries = by_name(scan(tmp_path))
    documents = [entry.path for entry in entries.values() if is_document(entry)]
    assert tuple(documents) == find_documents([tmp_path]).files
    ignored = {name: entry.ignored for name, entry in entries.items() if entry.ignored}
    assert ignored == {
        ".git": "folder tersembunyi; isinya tidak dilihat",
        ".hidden.pdf": "berkas tersembunyi",
        "catatan.txt": "bukan .pdf atau .docx",
        "sub/x.xlsx": "bukan .pdf atau .docx",
        "~$a.docx": "berkas kunci Word atau LibreOffice, bukan dokumennya",
    }
    assert all(entry.mark is None for entry in entries.values() if entry.ignored)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (".~lock.laporan.docx#", "kunci"),
        ("~$laporan.docx", "kunci"),
        ("~WRD0001.tmp", "sementara"),
        ("laporan.pdf.part", "sementara"),
        ("laporan.PDF.CRDOWNLOAD", "sementara"),
        ("laporan.docx.filepart", "sementara"),
        (".laporan.pdf.Xk3f9a", "tersembunyi"),
        ("._laporan.pdf", "tersembunyi"),
        (".pdf", "tersembunyi"),
        ("laporan.pdf~", "bukan .pdf"),
        ("laporan.doc", "bukan .pdf"),
        ("pdf", "bukan .pdf"),
    ],
)
def test_names_that_are_no_documents(tmp_path: Path, name: str, says: str) -> None:
    put(tmp_path, name)
    (entry,) = scan(tmp_path)
    assert says in entry.ignored and not is_document(entry)


def test_mark_is_what_the_file_system_says(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf")
    status = (tmp_path / "a.pdf").stat()
    (entry,) = scan(tmp_path)
    assert entry.mark == FileMark(
        size=len(PDF),
        mtime_ns=status.st_mtime_ns,
        ctime_ns=status.st_ctime_ns,
        inode=status.st_ino,
        device=status.st_dev,
    )


def test_paths_are_those_of_the_folder_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "masuk/sub/a.pdf")
    monkeypatch.chdir(tmp_path)
    for folder in (Path("masuk"), Path(), tmp_path / "masuk"):
        (entry,) = scan(folder)
        assert (entry.path,) == find_documents([folder]).files
        assert entry.name == ("masuk/sub/a.pdf" if folder == Path() else "sub/a.pdf")


def test_an_empty_folder_has_no_entries(tmp_path: Path) -> None:
    (tmp_path / "kosong" / "juga").mkdir(parents=True)
    assert scan(tmp_path) == ()


def test_a_folder_named_like_a_document_is_a_folder(tmp_path: Path) -> None:
    put(tmp_path, "lampiran.pdf/a.pdf")
    (entry,) = scan(tmp_path)
    assert entry.name == "lampiran.pdf/a.pdf"


def test_results_inside_the_folder_are_left_out_by_any_way_to_them(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf", "hasil/b.pdf", "lain/hasil/c.pdf", "db/d.pdf")
    (tmp_path.parent / f"{tmp_path.name}-pintas").symlink_to(tmp_path / "hasil")
    without = (tmp_path.parent / f"{tmp_path.name}-pintas", tmp_path / "lain" / ".." / "db", tmp_path / "tidak-ada")
    assert [entry.name for entry in scan(tmp_path, without)] == ["a.pdf", "lain/hasil/c.pdf"]


def test_a_folder_cannot_be_its_own_result(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--out"):
        scan(tmp_path, (tmp_path,))


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[Path]:
    """A folder for trees so deep that what tidies up after tests gives up on them."""
    folder = tmp_path / "dalam"
    folder.mkdir()
    yield folder
    subprocess.run(["rm", "-rf", folder], check=True)


def nest(folder: Path, names: Iterable[str], file: str = "") -> None:
    """Makes folders inside each other, and a file in the last one, however long the way there gets."""
    here = os.open(folder, os.O_RDONLY)
    try:
        for name in names:
            os.mkdir(name, dir_fd=here)
            inner = os.open(name, os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = inner
        if file:
            os.close(os.open(file, os.O_WRONLY | os.O_CREAT, dir_fd=here))
    finally:
        os.close(here)


def test_very_deep_folders_are_walked(deep: Path) -> None:
    nest(deep, ["d"] * 1200, "a.pdf")
    (entry,) = scan(deep)
    assert entry.name == "d/" * 1200 + "a.pdf" and is_document(entry)


def test_a_way_longer_than_the_system_takes_is_told(deep: Path) -> None:
    nest(deep, ["p" * 250] * 20)
    (entry,) = scan(deep)
    assert entry.failure is not None and entry.failure.kind == "unreadable"
    assert set(entry.name) == {"p", "/"}


# links and what is no file


def test_a_link_to_a_file_is_that_file_and_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    folder, outside = tmp_path / "masuk", tmp_path / "luar"
    put(outside, "asli.pdf", "bukan.txt")
    put(folder, "sub/a.pdf")
    (folder / "tautan.pdf").symlink_to(outside / "asli.pdf")
    (folder / "tersembunyi.pdf").symlink_to(outside / "bukan.txt")
    (folder / "folder").symlink_to(outside)
    (folder / "folder.pdf").symlink_to(outside)
    (folder / "sub" / "naik").symlink_to(folder)
    entries = by_name(scan(folder))
    assert set(entries) == {"folder", "folder.pdf", "sub/a.pdf", "sub/naik", "tautan.pdf", "tersembunyi.pdf"}
    assert {name for name, entry in entries.items() if entry.ignored == "tautan ke folder; tidak diikuti"} == {
        "folder",
        "folder.pdf",
        "sub/naik",
    }
    assert entries["tautan.pdf"].mark == mark_of((outside / "asli.pdf").stat())
    assert is_document(entries["tersembunyi.pdf"]), "what it is called counts, as for every file"
    hashes = hash_files(tuple(entries.values()), {})
    assert hashes["tautan.pdf"] == hashes["sub/a.pdf"] == hashlib.sha256(PDF).hexdigest()


def test_a_link_that_leads_nowhere_is_a_failure_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "putus.pdf").symlink_to(tmp_path / "tidak-ada.pdf")
    (tmp_path / "lingkar.docx").symlink_to(tmp_path / "lingkar.docx")
    put(tmp_path, "berkas")
    (tmp_path / "lewat.pdf").symlink_to(tmp_path / "berkas" / "a.pdf")
    (tmp_path / "putus.txt").symlink_to(tmp_path / "tidak-ada.txt")
    entries = by_name(scan(tmp_path))
    for name in ("putus.pdf", "lingkar.docx", "lewat.pdf"):
        failure = entries[name].failure
        assert failure is not None and (failure.stage, failure.kind) == ("intake", "missing")
        assert "tautan" in failure.message and entries[name].mark is None
    assert entries["putus.txt"].ignored == "bukan .pdf atau .docx"


def test_pipes_and_sockets_are_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.pdf")
    os.mkfifo(tmp_path / "pipa")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "soket.docx"))
        entries = by_name(scan(tmp_path))
    for name in ("pipa.pdf", "soket.docx"):
        failure = entries[name].failure
        assert failure is not None and failure.kind == "not-a-file" and "PDF atau DOCX" in failure.message
    assert entries["pipa"].ignored == "bukan .pdf atau .docx"
    assert hash_files(tuple(entries.values()), {}) == {}


# what cannot be read


def test_an_unreadable_folder_is_one_failed_entry(here: Path) -> None:
    put(here, "a.pdf", "tertutup/b.pdf", "tertutup/dalam/c.pdf")
    (here / "tertutup").chmod(0)
    with rights_count():
        entries = by_name(scan(here))
    assert set(entries) == {"a.pdf", "tertutup"}
    assert [entry.name for entry in entries.values() if entry.folder] == ["tertutup"]
    failure = entries["tertutup"].failure
    assert failure is not None and (failure.stage, failure.kind) == ("intake", "unreadable")
    assert "hak akses" in failure.message and entries["tertutup"].path == "masuk/tertutup"
    ((path, error),) = find_failures(here)
    assert (path, str(error)) == (entries["tertutup"].path, failure.message), "as the audit tells it"


def find_failures(folder: Path) -> tuple[tuple[str, IntakeError], ...]:
    with rights_count():
        return find_documents([folder]).failures


def test_a_folder_whose_files_may_be_listed_and_not_seen(here: Path) -> None:
    put(here, "buta/b.pdf", "buta/c.txt")
    (here / "buta").chmod(0o444)
    with rights_count():
        entries = by_name(scan(here))
    failure = entries["buta/b.pdf"].failure
    assert failure is not None and failure.kind == "unreadable"
    assert entries["buta/c.txt"].ignored == "bukan .pdf atau .docx"


def test_a_link_into_a_shut_folder_is_unreadable_and_not_called_broken(here: Path, tmp_path: Path) -> None:
    put(tmp_path / "lain", "a.pdf")
    (here / "a.pdf").symlink_to(Path("..", "lain", "a.pdf"))
    (tmp_path / "lain").chmod(0)
    try:
        with rights_count():
            (entry,) = scan(here)
    finally:
        (tmp_path / "lain").chmod(0o755)
    assert entry.failure is not None and entry.failure.kind == "unreadable"


def test_the_folder_itself_unreadable_is_one_failed_entry(here: Path) -> None:
    put(here, "a.pdf")
    here.chmod(0)
    with rights_count():
        (entry,) = scan(here)
    here.chmod(0o755)
    assert (entry.path, entry.name, entry.folder) == ("masuk", TOP, True)
    assert entry.failure is not None and entry.failure.kind == "unreadable"


def test_a_folder_behind_shut_ones_is_a_failed_entry_too(here: Path) -> None:
    put(here, "dalam/a.pdf")
    here.chmod(0)
    with rights_count():
        (entry,) = scan(here / "dalam")
    here.chmod(0o755)
    assert entry.failure is not None and entry.failure.kind == "unreadable"


def test_no_folder_is_an_error_of_the_command_line(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf")
    for wrong, says in (("tidak-ada", "tidak ditemukan"), ("a.pdf", "capaian audit"), ("a.pdf/x", "tidak ditemukan")):
        with pytest.raises(UsageError, match=says):
            scan(tmp_path / wrong)
        with pytest.raises(UsageError, match=says):
            folder_to_scan(tmp_path / wrong)
    folder_to_scan(tmp_path)


# names in any encoding

NAME_BYTES = st.binary(min_size=1, max_size=40).filter(
    lambda name: not set(name) & {0, 0x2F} and name not in {b".", b".."}
)


@given(NAME_BYTES, NAME_BYTES)
def test_different_names_have_different_encodings(first: bytes, second: bytes) -> None:
    one, other = encoded(os.fsdecode(first)), encoded(os.fsdecode(second))
    assert (one == other) == (first == second)


@given(NAME_BYTES)
def test_an_encoding_can_be_stored_anywhere_and_read_back(name: bytes) -> None:
    text = encoded(os.fsdecode(name))
    assert text.encode("utf-8").decode("utf-8") == text and "\0" not in text
    assert decoded(text) == name


def decoded(text: str) -> bytes:
    """The inverse of the encoding, written down independently of it."""
    out, rest = bytearray(), text
    while rest:
        if rest.startswith("\\\\"):
            out, rest = out + b"\\", rest[2:]
        elif rest.startswith("\\x"):
            out, rest = out + bytes.fromhex(rest[2:4]), rest[4:]
        else:
            assert rest[0] != "\\"
            out, rest = out + rest[0].encode(), rest[1:]
    return bytes(out)


@settings(max_examples=40, deadline=None)
@given(st.sets(NAME_BYTES, max_size=8))
def test_files_of_any_name_are_listed_hashed_and_opened_again(names: set[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            Path(folder, os.fsdecode(name + b".pdf")).write_bytes(name)
        entries = scan(Path(folder))
        hashes = hash_files(entries, {})
        documents = {decoded(entry.name): entry for entry in entries if is_document(entry)}
        assert {decoded(entry.name) for entry in entries} == {name + b".pdf" for name in names}
        assert set(documents) == {name + b".pdf" for name in names if not name.startswith((b".", b"~$"))}
        for raw, entry in documents.items():
            content = raw.removesuffix(b".pdf")
            assert Path(entry.path).read_bytes() == content
            assert hashes[entry.name] == hashlib.sha256(content).hexdigest()


def test_examples_of_encoded_names(tmp_path: Path) -> None:
    for raw in (b"lapor\xe9.pdf", "laporé.pdf".encode(), b"a\\xe9.pdf", b"dua\nbaris\t\x1b.pdf", b"\xed\xa0\x80.pdf"):
        Path(tmp_path, os.fsdecode(raw)).write_bytes(PDF)
    assert [entry.name for entry in scan(tmp_path)] == [
        "a\\\\xe9.pdf",
        "dua\nbaris\t\x1b.pdf",
        "laporé.pdf",
        "lapor\\xe9.pdf",
        "\\xed\\xa0\\x80.pdf",
    ]
