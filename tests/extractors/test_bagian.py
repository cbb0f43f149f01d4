"""The headings that a table stands under."""

from __future__ import annotations

from dataclasses import replace

from extractors.bagian import headings_above
from schemas.printed import Block, FileKind, LineRole, PrintedDocument, SourceFile
from tests.extractors.grids import line, table

SOURCE = SourceFile(path="a.docx", sha256="00" * 32, size_bytes=1, kind=FileKind.DOCX)
TABEL = table(["Indikator", "Target"], ["Indeks layanan", "80"])


def above(*blocks: Block | str) -> list[tuple[str, ...]]:
    """Headings of the tables among blocks; a text is a plain line, one behind `# ` a heading by its style."""
    printed = [
        block
        if not isinstance(block, str)
        else replace(line(block.removeprefix("# ")), role=LineRole.HEADING if block.startswith("# ") else LineRole.BODY)
        for block in blocks
    ]
    return list(headings_above(PrintedDocument(source=SOURCE, pages=None, blocks=tuple(printed))))


def test_a_heading_closes_those_of_its_style_and_below() -> None:
    found = above("A. Capaian", "1. Triwulan I", TABEL, "2. Triwulan II", "a. Rincian", TABEL, "B. Anggaran", TABEL)
    assert found == [("A. Capaian", "1. Triwulan I"), ("A. Capaian", "2. Triwulan II", "a. Rincian"), ("B. Anggaran",)]


def test_a_chapter_closes_everything_and_is_none_itself() -> None:
    assert above("# Ringkasan", "BAB III", "3.1 Capaian", TABEL, "BAB IV", TABEL) == [("3.1 Capaian",), ()]


def test_items_that_follow_each_other_are_a_list() -> None:
    assert above("A. Jadwal", "1. Triwulan I", "2. Triwulan II", "3. Triwulan III", TABEL) == [("A. Jadwal",)]


def test_a_heading_that_is_not_the_first_of_its_kind_closes_what_began_after_its_kind() -> None:
    found = above("A. Umum", "B. Triwulanan", "Uraian, tanpa tabel.", "1. Triwulan I", TABEL, "C. Tahunan", TABEL)
    assert found == [("1. Triwulan I",), ("C. Tahunan",)]


def test_two_headings_of_one_mark_are_no_list() -> None:
    assert above("A. Umum", "A. Capaian", TABEL) == [("A. Capaian",)]


def test_sentences_captions_and_sources_are_no_headings() -> None:
    assert above("1. Capaian triwulan I sudah baik.", "Tabel 3.1 Capaian", "Sumber: Bagian Data", TABEL) == [()]


def test_a_plain_line_is_the_title_of_one_table_only() -> None:
    assert above("# Capaian", "Triwulan I", TABEL, "Uraian singkat tentang hasilnya.", TABEL) == [
        ("Capaian", "Triwulan I"),
        ("Capaian",),
    ]
