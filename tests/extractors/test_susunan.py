"""Captions, mentions, headings, lists and titles of tables as a document prints them."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.captions import split_caption
from extractors.daftar import cell_lists
from extractors.penanda import Baca, marker, readings, roman
from extractors.readers.docx import read_docx
from extractors.susunan import read_susunan
from schemas.printed import Block, FileKind, Line, LineRole, PrintedDocument, ReadingNote, SourceFile
from schemas.susunan import Daftar, JenisJudul, Susunan
from tests.extractors.grids import line, table
from tests.extractors.pages import Sheet, read

SOURCE = SourceFile(path="a.pdf", sha256="00" * 32, size_bytes=1, kind=FileKind.PDF)


def susunan(*blocks: Block | str, pages: int = 1, asides: tuple[Line, ...] = ()) -> Susunan:
    """The structure of blocks; a text is a line, its leading spaces are its indent."""
    printed = [
        line(block.strip(), top=80 + 14 * k, x0=60 + 6 * (len(block) - len(block.lstrip())))
        if isinstance(block, str)
        else block
        for k, block in enumerate(blocks)
    ]
    document = PrintedDocument(source=SOURCE, pages=pages, blocks=tuple(printed), asides=asides)
    return read_susunan(document, laporan_kinerja=True)


def ranks(daftar: Daftar) -> list[int]:
    return [butir.urut for butir in daftar.butir]


@pytest.mark.parametrize(
    ("text", "style", "rank", "rest"),
    [
        ("3. Pintu air", "1.", 3, "Pintu air"),
        ("(c) Petak sawah", "(a)", 3, "Petak sawah"),
        ("12) Bendung", "1)", 12, "Bendung"),
        ("IV. Penutup", "I.", 4, "Penutup"),
        ("d Mencatat debit", "a", 4, "Mencatat debit"),
        ("2.Saluran", "1.", 2, "Saluran"),
    ],
)
def test_a_marker_and_its_text(text: str, style: str, rank: int, rest: str) -> None:
    found = marker(text)
    assert found is not None
    assert Baca(gaya=style, urut=rank) in found.baca
    assert found.sisa == rest


@pytest.mark.parametrize(
    "text",
    ["a.n. Bupati", "s.d. Desember", "3 orang", "1.2 Tujuan", "2.500 ha", "dr. Wati", "i tanpa kapital", "120. Ya"],
)
def test_what_only_looks_like_a_marker(text: str) -> None:
    assert marker(text) is None


def test_a_letter_that_may_be_roman_has_both_readings() -> None:
    assert readings("i", "", ".") == (Baca(gaya="a.", urut=9), Baca(gaya="i.", urut=1))
    assert [roman(text) for text in ("ix", "xiv", "iiii", "vx", "")] == [9, 14, None, None, None]


def test_parts_of_a_caption() -> None:
    assert split_caption("Gambar III.2. Peta Saluran") == ("gambar", "III.2", "Peta Saluran")
    assert split_caption("TABEL 4") == ("tabel", "4", "")
    assert split_caption("Grafik 3.1 menunjukkan kenaikan debit") is None
    assert split_caption("Tabel 3.1 di atas memuat debit") is None
    assert split_caption("tabel 3.1 Debit") is None
    assert split_caption("Tabel 3.1 Debit ........ 12") is None


def test_captions_in_document_order_with_their_tables() -> None:
    found = susunan(
        "Tabel 3.1 Debit Air",
        table(("Bulan",), ("Mei",), caption="Tabel 3.1 Debit Air"),
        "Grafik III.1 Hujan",
        "Tabel 3.2 Panen",
        "LAMPIRAN",
        "Tabel 1 Pengamat",
    )
    assert [(k.kata, k.seri, k.urut, k.tabel, k.lampiran) for k in found.keterangan] == [
        ("tabel", "3", 1, 0, False),
        ("grafik", "3", 1, None, False),
        ("tabel", "3", 2, None, False),
        ("tabel", "", 1, None, True),
    ]


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (("Rincian pada Tabel", "3.3 sebelumnya"), {("3", 3)}),
        (("lihat Tabel 3.2 dan 3.4",), {("3", 2), ("3", 4)}),
        (("Tabel 3.2 s.d. 3.5",), {("3", 2), ("3", 3), ("3", 4), ("3", 5)}),
        (("Tabel 3 . 6 Debit ....... 9",), {("3", 6)}),
        (("Tabel 2.1a",), {("2", 1)}),
        (("Meja 3.2",), set()),
    ],
)
def test_every_number_a_text_mentions(texts: tuple[str, ...], wanted: set[tuple[str, int]]) -> None:
    assert {(r.seri, r.urut) for r in susunan(*texts).rujukan} == wanted


def test_mentions_in_cells_and_margins_count() -> None:
    margin = line("Tabel 2.7", role=LineRole.HEADER)
    found = susunan(table(("Uraian",), ("rincian Tabel 2.6",)), asides=(margin,))
    assert {(r.seri, r.urut) for r in found.rujukan} == {("2", 6), ("2", 7)}


def test_headings_and_the_table_of_contents() -> None:
    found = susunan(
        "DAFTAR ISI",
        "BAB I PENDAHULUAN 1",
        "A. Umum 2",
        "BAB I",
        "PENDAHULUAN",
        "A. Umum",
        "uraian dengan huruf kecil yang panjang dan tidak berakhir dengan titik karena masih berlanjut",
        "Debit air dicatat setiap pagi.",
    )
    assert [(j.jenis, j.nomor, j.teks) for j in found.judul if not j.daftar_isi] == [
        (JenisJudul.BAB, "I", "PENDAHULUAN"),
        (JenisJudul.LEPAS, "", "PENDAHULUAN"),
        (JenisJudul.BAGIAN, "A", "Umum"),
    ]
    assert ("I", "PENDAHULUAN 1") in {(j.nomor, j.teks) for j in found.judul if j.daftar_isi}


def test_nested_lists_are_kept_apart() -> None:
    found = susunan(
        "1. Bidang Irigasi:",
        "   a. Bendung",
        "   b. Saluran",
        "2. Bidang Tanam:",
        "   a. Benih",
        "   b. Panen",
        "3. Bidang Umum",
    )
    assert [(d.gaya, ranks(d), d.pengantar) for d in found.daftar] == [
        ("1.", [1, 2, 3], ""),
        ("a.", [1, 2], "1. Bidang Irigasi:"),
        ("a.", [1, 2], "2. Bidang Tanam:"),
    ]


def test_a_mere_label_introduces_a_list_with_the_line_before() -> None:
    (daftar,) = susunan("JABATAN : PENJAGA PINTU", "TUGAS :", "a. Mencatat", "b. Melapor").daftar
    assert daftar.pengantar == "JABATAN : PENJAGA PINTU TUGAS :"


def test_a_letter_i_goes_on_behind_h_and_begins_roman_numbers() -> None:
    letters = susunan(*(f"{letter}. Butir" for letter in "abcdefghij")).daftar
    romans = susunan("i. Bendung", "ii. Saluran", "iii. Pintu").daftar
    assert [(d.gaya, ranks(d)) for d in letters] == [("a.", list(range(1, 11)))]
    assert [(d.gaya, ranks(d)) for d in romans] == [("i.", [1, 2, 3])]


def test_what_stands_between_items_is_told() -> None:
    found = susunan("1. Bendung", "2. Saluran", "uraian", "3) Pintu", table(("A",), ("b",)), "4. Petak").daftar
    last = found[0].butir[-1]
    assert (last.urut, last.jarak, last.sejajar) == (4, 3, True)
    assert {"3)", "tabel"} <= set(last.antara)


def test_the_indent_of_an_item_is_told() -> None:
    (daftar,) = susunan("a. Bendung", "   b. Saluran", "   c. Pintu").daftar
    assert [butir.sejajar for butir in daftar.butir] == [True, False, True]


def test_a_chapter_ends_all_lists() -> None:
    found = susunan("1. Bendung", "2. Saluran", "BAB II", "3. Pintu", "4. Petak").daftar
    assert [(ranks(d), d.lanjutan) for d in found] == [([1, 2], False), ([3, 4], False)]


def test_a_list_that_may_go_on_says_so() -> None:
    found = susunan("A. Umum", "   1. Bendung", "   2. Saluran", "B. Khusus", "   3. Pintu", "   4. Petak").daftar
    assert [(ranks(d), d.lanjutan) for d in found if d.gaya == "1."] == [([1, 2], False), ([3, 4], True)]


def test_lists_of_cells() -> None:
    grid = table(
        ("Indikator", "Rumus"),
        ("c. Pintu air\nyang baik d. Petak", "Pintu baik / semua pintu"),
        ("a. Saluran\nb. Bendung", "1. Ukur\n2. Catat"),
    )
    found = list(cell_lists(grid))
    assert [(d.gaya, ranks(d), d.lanjutan, d.sel) for d in found] == [
        ("a.", [3, 4], False, True),
        ("a.", [1, 2], False, True),
        ("1.", [1, 2], False, True),
    ]
    assert found[0].butir[0].teks == "Pintu air yang baik"


@pytest.mark.parametrize("rows", [(("a. Pintu",), ("b. Petak c. Bendung",)), (("Pintu",), ("b. Petak c. Bendung",))])
def test_a_cell_that_may_continue_the_one_above(rows: tuple[tuple[str, ...], ...]) -> None:
    found = list(cell_lists(table(("Indikator",), *rows)))
    assert [(ranks(d), d.lanjutan) for d in found] == [([2, 3], True)]


def test_titles_of_tables_with_and_without_number() -> None:
    found = susunan(
        table(("Bulan",), ("Mei",), caption="Tabel 3.1 Debit Tahun 2021"),
        "Perjanjian Pengamat Tahun 2022",
        table(("Bulan",), ("Mei",)),
        "Uraian ini menerangkan tahun 2022.",
        table(("Bulan",), ("Mei",)),
    )
    assert [(j.tabel, j.nomor, j.judul) for j in found.judul_tabel] == [
        (0, "Tabel 3.1", "Tabel 3.1 Debit Tahun 2021"),
        (1, None, "Perjanjian Pengamat Tahun 2022"),
    ]


def test_pages_without_text() -> None:
    found = susunan(line("Kata", page=2), table(("A",), ("b",), page=4), pages=5)
    assert found.tanpa_teks == (1, 3, 5)


def test_pages_whose_text_is_not_known() -> None:
    notes = (
        ReadingNote(kind="no-text-layer", message="gambar", page=1),
        ReadingNote(kind="slow-path", message="jalur kedua", page=2),
        ReadingNote(kind="page-unreadable", message="rusak", page=4),
        ReadingNote(kind="no-text-layer", message="tanpa halaman"),
    )
    document = PrintedDocument(source=SOURCE, pages=4, blocks=(line("Kata", page=2),), notes=notes)
    assert read_susunan(document, laporan_kinerja=False).gambar == (1, 4)


def test_a_printed_page(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with Sheet(path) as sheet:
        sheet.text(60, 80, "Tugas pengamat:")
        for top, text in ((100, "a. Mencatat debit"), (115, "b. Menjaga pintu"), (130, "d. Melapor")):
            sheet.text(80, top, text)
        sheet.text(60, 160, "Tabel 2.3 Debit Tahun 2021")
        sheet.table([("No", "Bulan"), ("1", "Mei"), ("2", "Juni")], top=180)
    found = read_susunan(read(path), laporan_kinerja=False)
    assert [(ranks(d), d.pengantar) for d in found.daftar] == [([1, 2, 4], "Tugas pengamat:")]
    assert [(k.kata, k.nomor, k.judul, k.tabel) for k in found.keterangan] == [("tabel", "2.3", "Debit Tahun 2021", 0)]


def test_a_word_file(tmp_path: Path) -> None:
    from docx import Document

    report = Document()
    report.add_heading("BAB I PENDAHULUAN", level=1)
    for text in ("Debit air", "Luas petak", "Hasil panen"):
        report.add_paragraph(text, style="List Number")
    report.add_paragraph("Tabel 1.2 Debit")
    path = tmp_path / "a.docx"
    report.save(str(path))
    source = SourceFile(path=str(path), sha256="00" * 32, size_bytes=path.stat().st_size, kind=FileKind.DOCX)
    found = read_susunan(read_docx(source, max_unpacked_bytes=10**8), laporan_kinerja=True)
    assert [(d.gaya, ranks(d)) for d in found.daftar] == [("1.", [1, 2, 3])]
    assert [(j.jenis, j.nomor, j.teks) for j in found.judul[:1]] == [(JenisJudul.BAB, "I", "PENDAHULUAN")]
    assert [(k.seri, k.urut) for k in found.keterangan] == [("1", 2)]
    assert found.tanpa_teks == ()
