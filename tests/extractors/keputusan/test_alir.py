from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from extractors.keputusan.alir.dokumen import Baris, TabelAlir, read_alir
from schemas.printed import FileKind, Line, LineRole, PrintedDocument, SourceFile
from schemas.provenance import BBox, DocxPlace, PdfPlace
from tests.extractors.keputusan.naskah import KEPALA, TABEL, as_pdf, as_word, tabel

SOURCE = SourceFile(path="x.pdf", sha256="0", size_bytes=1, kind=FileKind.PDF)


def texts(printed: PrintedDocument) -> list[str]:
    return [item.text if isinstance(item, Baris) else f"<{item.number}>" for item in read_alir(printed)]


def at(page: int, x0: float, top: float, x1: float, text: str, role: LineRole = LineRole.BODY) -> Line:
    place = PdfPlace(page=page, bbox=BBox(x0=x0, top=top, x1=x1, bottom=top + 11))
    return Line(text=text, place=place, role=role)


def boxed(text: str, block: int, heading: str | None) -> Line:
    place = DocxPlace(part="textbox", block=block, heading=heading)
    return Line(text=text, place=place, role=LineRole.TEXTBOX)


BENTUK = pytest.mark.parametrize("bentuk", [as_pdf, as_word])


@BENTUK
def test_lines_and_tables_stand_in_page_order(tmp_path: Path, bentuk: object) -> None:
    assert callable(bentuk)
    printed = bentuk(tmp_path, ["Jabatan : Sekretaris", "", TABEL, "", "KEPALA DINAS,"])
    assert texts(printed) == ["Jabatan : Sekretaris", "<0>", "KEPALA DINAS,"]


def test_a_borderless_table_of_word_is_lines(tmp_path: Path) -> None:
    rows = (("Menimbang", ":", "a. bahwa satu;\nb. bahwa dua;"), ("Mengingat", ":", "1. Undang-Undang Nomor 1;"))
    printed = as_word(tmp_path, [rows, TABEL])
    assert texts(printed) == [
        "Menimbang : a. bahwa satu;",
        "b. bahwa dua;",
        "Mengingat : 1. Undang-Undang Nomor 1;",
        "<1>",
    ]


def test_a_row_keeps_its_cells_and_the_number_of_its_table(tmp_path: Path) -> None:
    first = read_alir(as_word(tmp_path, [(("Jabatan", ":", "Sekretaris"),)]))[0]
    assert isinstance(first, Baris)
    assert [line.text for line in first.bagian] == ["Jabatan", ":", "Sekretaris"]
    assert first.tabel == 0
    assert isinstance(first.place, DocxPlace)
    assert first.place.row == 0


@pytest.mark.parametrize(
    "rows",
    [
        (("PEMERINTAH KABUPATEN RANDU", ""),),
        (("", "Ditetapkan di Randu\npada tanggal 3 Mei 2020"),),
        (("", "KEPALA DINAS,\nBUDI\nNIP. 1970"),),
        (("KESATU", ":", "Menjadi acuan."), ("KEDUA", ":", "Berlaku sejak ditetapkan.")),
        (("LAMPIRAN I", ":", "Keputusan Kepala Dinas"),),
        (("Nama Jabatan", "Kepala Seksi"), ("Tugas", "Mengurus benih")),
        (("a.", "menyusun rencana"), ("b.", "melapor")),
        (("satu kolom",), ("dua baris",)),
    ],
)
def test_tables_that_only_arrange_text_are_no_tables(tmp_path: Path, rows: tuple[tuple[str, ...], ...]) -> None:
    assert "<0>" not in texts(as_word(tmp_path, [rows]))


@pytest.mark.parametrize(
    "rows",
    [
        TABEL,
        [["No", "Program", "Anggaran"], ["1", "Perikanan", "Rp1.000"]],
        [["Sasaran", "Indikator"], ["Mutu", "Persentase mutu"]],
        [["Mutu ikan", "Persentase ikan", "70"], ["Nelayan", "Jumlah nelayan", "5"]],
        [["a", "b", "c"], ["d", "e", "f"]],
    ],
)
def test_tables_of_indicators_and_of_anything_else_stay(tmp_path: Path, rows: list[list[str]]) -> None:
    assert texts(as_word(tmp_path, [rows])) == ["<0>"]


def test_labels_one_under_the_other_meet_their_values(tmp_path: Path) -> None:
    rows = (("LAMPIRAN I\nNOMOR\nTANGGAL", ":\n:\n:", "KEPUTUSAN CAMAT\n5/2020"),)
    assert texts(as_word(tmp_path, [rows])) == ["LAMPIRAN I : KEPUTUSAN CAMAT", "NOMOR : 5/2020", "TANGGAL :"]


def test_columns_of_a_signature_go_one_behind_the_other(tmp_path: Path) -> None:
    rows = (("Mengetahui\nBUDI\nNIP. 1", "Pembuat\nANI"),)
    assert texts(as_word(tmp_path, [rows])) == ["Mengetahui", "BUDI", "NIP. 1", "Pembuat", "ANI"]


@BENTUK
def test_a_sheet_inside_one_table_is_cut_at_its_heading_row(tmp_path: Path, bentuk: object) -> None:
    assert callable(bentuk)
    rows = [
        ["Jabatan : Sekretaris", "", "", ""],
        KEPALA,
        TABEL[1],
        ["Jabatan : Staf", "", "", ""],
        KEPALA,
        tabel("X")[1],
    ]
    items = read_alir(bentuk(tmp_path, [rows]))
    tables = [item for item in items if isinstance(item, TabelAlir)]
    assert [item.text for item in items if isinstance(item, Baris)] == ["Jabatan : Sekretaris", "Jabatan : Staf"]
    assert [(item.number, item.baris_awal, item.table.rows, item.table.header_rows) for item in tables] == [
        (0, 1, 2, 1),
        (0, 4, 2, 1),
    ]


def test_a_label_below_the_first_line_of_its_value_goes_before_it() -> None:
    lines = (
        at(1, 270, 221, 700, "a. Penyusunan kebijakan"),
        at(1, 78, 227, 200, "3. Fungsi :"),
        at(1, 270, 235, 600, "teknis;"),
    )
    assert texts(PrintedDocument(source=SOURCE, pages=1, blocks=lines)) == [
        "3. Fungsi :",
        "a. Penyusunan kebijakan",
        "teknis;",
    ]


@pytest.mark.parametrize(
    "label",
    [at(1, 78, 240, 200, "3. Fungsi :"), at(1, 280, 227, 400, "3. Fungsi :"), at(1, 78, 227, 200, "Fungsi lain")],
)
def test_lower_lines_that_are_no_label_of_it_stay_below(label: Line) -> None:
    value = at(1, 270, 221, 700, "a. Penyusunan kebijakan")
    assert texts(PrintedDocument(source=SOURCE, pages=1, blocks=(value, label)))[0] == value.text


def test_annex_headings_taken_for_running_headers_are_read() -> None:
    blocks = (at(1, 60, 300, 400, "isi satu"), at(2, 60, 120, 200, "TANGGAL :"), at(2, 60, 300, 400, "isi dua"))
    headers = [
        at(page, 60, top, 300, text, LineRole.HEADER)
        for page in (1, 2)
        for top, text in ((40, "Halaman - 7 -"), (70, "LAMPIRAN II : KEPUTUSAN CAMAT"), (100, "NOMOR : 5/2020"))
    ]
    printed = PrintedDocument(source=SOURCE, pages=2, blocks=blocks, asides=tuple(headers))
    heading = ["LAMPIRAN II : KEPUTUSAN CAMAT", "NOMOR : 5/2020"]
    assert texts(printed) == [*heading, "isi satu", *heading, "TANGGAL :", "isi dua"]


def test_fields_in_the_margin_go_with_an_annex_heading_of_the_body() -> None:
    blocks = (at(3, 60, 60, 200, "LAMPIRAN III"), at(3, 60, 130, 200, "isi"))
    field = at(3, 60, 90, 200, "NOMOR 5 TAHUN 2020", LineRole.HEADER)
    printed = PrintedDocument(source=SOURCE, pages=3, blocks=blocks, asides=(field,))
    assert texts(printed) == ["LAMPIRAN III", "NOMOR 5 TAHUN 2020", "isi"]


def test_other_running_headers_and_footers_are_no_content() -> None:
    header = at(2, 60, 40, 200, "Dinas Perikanan | Ukuran Kinerja", LineRole.HEADER)
    footer = at(2, 60, 780, 200, "Lampiran Keputusan | Page 2", LineRole.FOOTER)
    printed = PrintedDocument(source=SOURCE, pages=2, blocks=(at(2, 60, 90, 200, "isi"),), asides=(header, footer))
    assert texts(printed) == ["isi"]


def test_a_letterhead_that_returns_is_read_once_on_the_first_page() -> None:
    headers = tuple(at(page, 60, 40, 300, "PEMERINTAH KABUPATEN RANDU", LineRole.HEADER) for page in (1, 2, 3))
    blocks = tuple(at(page, 60, 90, 200, f"isi {page}") for page in (1, 2, 3))
    printed = PrintedDocument(source=SOURCE, pages=3, blocks=blocks, asides=headers)
    assert texts(printed) == ["PEMERINTAH KABUPATEN RANDU", "isi 1", "isi 2", "isi 3"]


def test_text_boxes_stand_behind_their_heading_in_order() -> None:
    body = [
        Line(text=text, place=DocxPlace(block=k), role=LineRole.BODY)
        for k, text in enumerate(("PEMBUKA", "JUDUL", "isi"))
    ]
    boxes = (boxed("kotak satu", 0, "JUDUL"), boxed("kotak dua", 1, "JUDUL"), boxed("kotak awal", 2, None))
    printed = PrintedDocument(source=replace(SOURCE, kind=FileKind.DOCX), pages=None, blocks=tuple(body), asides=boxes)
    assert texts(printed) == ["kotak awal", "PEMBUKA", "JUDUL", "kotak satu", "kotak dua", "isi"]


def test_the_page_header_of_word_heads_the_annex_only_where_the_body_does_not() -> None:
    header = Line(text="LAMPIRAN : KEPUTUSAN CAMAT", place=DocxPlace(part="header", block=0), role=LineRole.HEADER)
    body = Line(text="Jabatan : Staf", place=DocxPlace(block=0))
    own = Line(text="LAMPIRAN I", place=DocxPlace(block=1))
    document = PrintedDocument(source=SOURCE, pages=None, blocks=(body,), asides=(header,))
    assert texts(document) == [header.text, body.text]
    assert texts(replace(document, blocks=(own, body))) == [own.text, body.text]
