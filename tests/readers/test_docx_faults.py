from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from extractors.readers.docx import read_docx
from schemas.errors import ExitCode, ReadError
from schemas.printed import FileKind, SourceFile
from tests.readers.word_files import level, p, part, read_body, source_of, tbl, texts, tr, write_word

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def written(path: Path, data: bytes) -> SourceFile:
    path.write_bytes(data)
    return source_of(path)


def refusal(source: SourceFile, limit: int = 1 << 30) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_docx(source, max_unpacked_bytes=limit)
    assert caught.value.exit_code is ExitCode.NOTHING_READ
    assert caught.value.stage == "read"
    assert "." in str(caught.value), "the message says what to do in a second sentence"
    return caught.value


def repacked(path: Path, changes: dict[str, bytes | None]) -> SourceFile:
    """The file with some parts replaced, or left out where None."""
    with zipfile.ZipFile(path) as archive:
        contents: dict[str, bytes | None] = {name: archive.read(name) for name in archive.namelist()}
    contents |= changes
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            if data is not None:
                archive.writestr(name, data)
    return source_of(path)


@pytest.mark.parametrize("content", [OLE + bytes(600), b"", b"PK\x03\x04 bukan arsip", b"%PDF-1.7 ..."])
def test_a_file_that_is_no_archive_is_damaged(tmp_path: Path, content: bytes) -> None:
    assert refusal(written(tmp_path / "a.docx", content)).kind == "damaged"


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    source = SourceFile(path=str(tmp_path / "tiada.docx"), sha256="0", size_bytes=1, kind=FileKind.DOCX)
    assert refusal(source).kind == "unreadable"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_a_truncated_file(tmp_path: Path, share: float) -> None:
    data = Path(write_word(tmp_path / "a.docx", p("Isi") * 500).path).read_bytes()
    assert refusal(written(tmp_path / "b.docx", data[: int(len(data) * share)])).kind == "damaged"


def test_a_file_with_a_broken_body(tmp_path: Path) -> None:
    source = write_word(tmp_path / "a.docx", p("Isi") * 500)
    data = bytearray(Path(source.path).read_bytes())
    start = data.index(b"word/document.xml") + 17
    data[start + 8 : start + 40] = bytes(32)
    assert refusal(written(tmp_path / "b.docx", bytes(data))).kind == "damaged"
    assert refusal(repacked(tmp_path / "a.docx", {"word/document.xml": b"<w:document"})).kind == "damaged"
    assert refusal(repacked(tmp_path / "a.docx", {"word/document.xml": None})).kind == "damaged"


def test_an_archive_that_is_no_word_file(tmp_path: Path) -> None:
    write_word(tmp_path / "a.docx", p("Isi"))
    sheet = b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    assert refusal(repacked(tmp_path / "a.docx", {"word/document.xml": sheet})).kind == "wrong-type"
    with zipfile.ZipFile(tmp_path / "b.docx", "w") as archive:
        archive.writestr("catatan.txt", "isi")
    assert refusal(source_of(tmp_path / "b.docx")).kind == "wrong-type"


def test_a_zip_with_a_password(tmp_path: Path) -> None:
    source = write_word(tmp_path / "a.docx", p("Isi"))
    data = bytearray(Path(source.path).read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        position = data.find(signature)
        while position >= 0:
            (flags,) = struct.unpack_from("<H", data, position + offset)
            struct.pack_into("<H", data, position + offset, flags | 1)
            position = data.find(signature, position + 4)
    assert refusal(written(tmp_path / "b.docx", bytes(data))).kind == "damaged"


def test_a_file_that_unpacks_to_too_much(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write_word(path, p("Isi"))
    source = repacked(path, {"word/media/gambar.bin": bytes(3 << 20)})
    assert source.size_bytes < 1 << 16
    error = refusal(source, limit=2 << 20)
    assert error.kind == "zip-bomb"
    assert "2 MB" in str(error)
    assert read_docx(source, max_unpacked_bytes=4 << 20).blocks
    assert "simpan ulang" in str(error)
    assert "max_unpacked_bytes" not in str(error), "no option sets it"


def test_a_file_that_lies_about_its_size(tmp_path: Path) -> None:
    source = write_word(tmp_path / "a.docx", p("Isi " * 20_000))
    data = bytearray(Path(source.path).read_bytes())
    directory = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    struct.pack_into("<I", data, directory + 24, 100)
    assert refusal(written(tmp_path / "b.docx", bytes(data)), limit=50_000).kind == "damaged"


def test_one_part_named_many_times_counts_as_often_as_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write_word(path, p("Isi"), {"hdr1": p("Kepala " * 2_000)})
    with zipfile.ZipFile(path) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
    one = relations[relations.index("<Relationship ") : relations.index("</Relationships>")]
    many = "".join(one.replace('Id="hdr1"', f'Id="hdr{number}"') for number in range(1, 9))
    source = repacked(path, {"word/_rels/document.xml.rels": relations.replace(one, many).encode()})
    assert refusal(source, limit=50_000).kind == "zip-bomb"
    assert texts(read_docx(source, max_unpacked_bytes=200_000)) == ["Isi"]


def test_no_entity_is_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("SANGAT RAHASIA", encoding="utf-8")
    declared = f'<!DOCTYPE x [<!ENTITY luar SYSTEM "{secret.as_uri()}"><!ENTITY dalam "isi entitas">]>'
    body = p("<w:r><w:t>Awal</w:t><w:t>&luar;</w:t><w:t>&dalam;</w:t><w:t>akhir</w:t></w:r>")
    printed = read_docx(write_word(tmp_path / "a.docx", body, prologue=declared))
    assert texts(printed) == ["Awalakhir"]
    assert "RAHASIA" not in repr(printed)
    assert [note.kind for note in printed.notes] == ["xml-entity"]


def test_entities_that_multiply_do_not_blow_up(tmp_path: Path) -> None:
    bombs = "".join(f'<!ENTITY b{step} "{f"&b{step - 1};" * 10}">' for step in range(1, 10))
    declared = f'<!DOCTYPE x [<!ENTITY b0 "haha">{bombs}]>'
    source = write_word(tmp_path / "a.docx", p("Isi") + p("<w:r><w:t>&b9;</w:t></w:r>"), prologue=declared)
    assert refusal(source).kind == "damaged"


def test_a_body_nested_without_end_is_refused(tmp_path: Path) -> None:
    deep = "<w:sdt><w:sdtContent>" * 3000 + p("Isi") + "</w:sdtContent></w:sdt>" * 3000
    assert refusal(write_word(tmp_path / "a.docx", deep)).kind == "damaged"


def test_tables_nested_deeply_are_read(tmp_path: Path) -> None:
    table = tbl(tr("inti"))
    for _ in range(80):
        table = tbl(tr(f"<w:tc>{table}{p('x')}</w:tc>", "y"))
    assert "inti" in read_body(tmp_path, table).tables[0].cells[0].text


@pytest.mark.parametrize("name", ["numbering", "styles", "footnotes"])
def test_a_broken_side_part_costs_only_itself(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.docx"
    write_word(path, p("Isi", '<w:numPr><w:numId w:val="1"/></w:numPr>'), {name: ""})
    printed = read_docx(repacked(path, {f"word/{name}.xml": b"<w:rusak"}))
    assert texts(printed) == ["Isi"]
    assert [note.kind for note in printed.notes] == ["part-damaged"]
    assert f"word/{name}.xml" in printed.notes[0].message


def test_a_relation_without_its_part_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write_word(path, p("Isi"), {"styles": ""})
    printed = read_docx(repacked(path, {"word/styles.xml": None}))
    assert texts(printed) == ["Isi"]
    assert printed.notes == ()


def test_a_file_without_package_relations_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write_word(path, p("Isi"))
    assert texts(read_docx(repacked(path, {"_rels/.rels": None}))) == ["Isi"]


def test_a_file_in_the_strict_dialect_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    numbering = f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    write_word(path, p("Isi", '<w:numPr><w:numId w:val="1"/></w:numPr>'), {"numbering": numbering})
    changes: dict[str, bytes | None] = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            strict = archive.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            changes[name] = strict.replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
    assert texts(read_docx(repacked(path, changes))) == ["1. Isi"]


@pytest.mark.parametrize("body", ["", p(), "<w:p><w:r><w:drawing/></w:r></w:p>"])
def test_a_document_without_text_says_so(tmp_path: Path, body: str) -> None:
    assert refusal(write_word(tmp_path / "a.docx", body)).kind == "no-text"


def test_a_document_without_body(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write_word(path, p("Isi"))
    assert refusal(repacked(path, {"word/document.xml": part("document", "").encode()})).kind == "no-text"
