from __future__ import annotations

from pathlib import Path

import pytest

from schemas.printed import Line, LineRole, Table
from schemas.provenance import DocxPlace
from tests.readers.word_files import p, r, read_body, tbl, texts, tr

FIELD_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
FIELD_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def style(name: str, inner: str, kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{inner}</w:style>'


def styled(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def test_lines_and_tables_come_in_document_order(tmp_path: Path) -> None:
    printed = read_body(tmp_path, p("Sebelum") + tbl(tr("a", "b")) + p("Sesudah"))
    kinds = [type(block) for block in printed.blocks]
    assert kinds == [Line, Table, Line]
    assert [block.place for block in printed.blocks] == [DocxPlace(block=number) for number in range(3)]
    assert printed.pages is None
    assert printed.asides == ()
    assert printed.notes == ()


def test_spaces_tabs_and_breaks_are_folded(tmp_path: Path) -> None:
    content = r("  Nilai   akhir\u00a0") + "<w:r><w:tab/><w:t>:</w:t><w:br/><w:t>82,50</w:t><w:cr/></w:r>"
    assert texts(read_body(tmp_path, p(content))) == ["Nilai akhir : 82,50"]


def test_runs_of_one_word_are_joined_without_space(tmp_path: Path) -> None:
    assert texts(read_body(tmp_path, p(r("94") + r(",") + r("54")))) == ["94,54"]


def test_blank_paragraphs_are_counted_but_not_handed_over(tmp_path: Path) -> None:
    printed = read_body(tmp_path, p() + p("   ") + p("Isi"))
    assert [(line.text, line.place) for line in printed.lines] == [("Isi", DocxPlace(block=2))]


def test_tracked_changes_read_as_accepted(tmp_path: Path) -> None:
    content = (
        r("Target ")
        + '<w:del w:id="1"><w:r><w:delText>70</w:delText></w:r></w:del>'
        + f'<w:ins w:id="2">{r("75")}</w:ins>'
        + f'<w:moveFrom w:id="3">{r(" pindah")}</w:moveFrom><w:moveTo w:id="4">{r(" persen")}</w:moveTo>'
    )
    assert texts(read_body(tmp_path, p(content))) == ["Target 75 persen"]


def test_hidden_text_is_not_printed(tmp_path: Path) -> None:
    sheet = style("Sembunyi", "<w:rPr><w:vanish/></w:rPr>", "character") + style(
        "Rahasia", "<w:rPr><w:vanish/></w:rPr>"
    )
    body = (
        p(r("Tampak") + r(" tidak", "<w:vanish/>") + r(" juga tidak", '<w:rStyle w:val="Sembunyi"/>'))
        + p("Seluruhnya tersembunyi", styled("Rahasia"))
        + p(r("Dibuka lagi", '<w:vanish w:val="0"/>'), styled("Rahasia"))
    )
    assert texts(read_body(tmp_path, body, {"styles": sheet})) == ["Tampak", "Dibuka lagi"]


def test_links_controls_and_tags_are_walked(tmp_path: Path) -> None:
    content = (
        f'<w:hyperlink r:id="x">{r("laman ")}</w:hyperlink>'
        f"<w:smartTag>{r('kota ')}</w:smartTag>"
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{r('isian')}</w:sdtContent></w:sdt>"
    )
    body = p(content) + f"<w:sdt><w:sdtContent>{p('Blok')}{tbl(tr('sel'))}</w:sdtContent></w:sdt>"
    printed = read_body(tmp_path, body)
    assert texts(printed) == ["laman kota isian", "Blok"]
    assert printed.tables[0].cells[0].text == "sel"


def test_of_a_field_only_the_result_is_printed(tmp_path: Path) -> None:
    inner = FIELD_BEGIN + code("PAGEREF x") + FIELD_SEPARATE + r("7") + FIELD_END
    content = r("Lihat ") + FIELD_BEGIN + code(" REF a ") + inner + FIELD_SEPARATE + r("Bab 3") + FIELD_END
    assert texts(read_body(tmp_path, p(content + r(" ya")))) == ["Lihat Bab 3 ya"]


def test_a_field_left_open_does_not_swallow_the_document(tmp_path: Path) -> None:
    body = p(r("Awal ") + FIELD_BEGIN + code("TOC")) + p("Tengah") + p(FIELD_END + r("Akhir"))
    assert texts(read_body(tmp_path, body)) == ["Awal", "Tengah", "Akhir"]


def test_a_field_left_open_does_not_swallow_its_paragraph(tmp_path: Path) -> None:
    closed = FIELD_BEGIN + code("PAGE") + FIELD_SEPARATE + r("7") + FIELD_END
    body = p(r("Capaian ") + FIELD_BEGIN + code("PAGE") + r("95,20 ") + closed + r(" persen")) + p("Lalu")
    assert texts(read_body(tmp_path, body)) == ["Capaian 95,20 7 persen", "Lalu"]


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ('<w:result w:val="1"/>', "Nilai Baik"),
        ('<w:default w:val="2"/>', "Nilai Cukup"),
        ("", "Nilai Sangat Baik"),
        ('<w:result w:val="9"/>', "Nilai"),
    ],
)
def test_a_drop_down_field_prints_the_entry_that_was_chosen(tmp_path: Path, state: str, expected: str) -> None:
    entries = "".join(f'<w:listEntry w:val="{name}"/>' for name in ("Sangat Baik", "Baik", "Cukup"))
    choices = f"<w:ffData><w:ddList>{state}{entries}</w:ddList></w:ffData>"
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{choices}</w:fldChar></w:r>'
    body = p(r("Nilai ") + begin + code("FORMDROPDOWN") + FIELD_SEPARATE + FIELD_END)
    assert texts(read_body(tmp_path, body)) == [expected]


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        ("SEQ Tabel \\* ARABIC", ["Tabel 1", "Tabel 2"]),
        ("SEQ Tabel \\* ROMAN", ["Tabel I", "Tabel II"]),
        ("SEQ Tabel \\* alphabetic", ["Tabel a", "Tabel b"]),
        ("SEQ Tabel \\r 5", ["Tabel 5", "Tabel 5"]),
        ("SEQ Tabel \\h", ["Tabel", "Tabel"]),
    ],
)
def test_sequence_fields_without_result_are_counted(
    tmp_path: Path, instruction: str, expected: list[str]
) -> None:
    body = p(r("Tabel ") + FIELD_BEGIN + code(instruction) + FIELD_END)
    body += p(r("Tabel ") + f'<w:fldSimple w:instr="{instruction}"/>')
    assert texts(read_body(tmp_path, body)) == expected


def test_a_stored_sequence_result_wins_and_sets_the_counter(tmp_path: Path) -> None:
    stored = f'<w:fldSimple w:instr="SEQ Tabel">{r("4")}</w:fldSimple>'
    body = p(r("Tabel 3.") + stored) + p(r("Tabel 3.") + '<w:fldSimple w:instr="SEQ Tabel"/>')
    assert texts(read_body(tmp_path, body)) == ["Tabel 3.4", "Tabel 3.5"]


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        ("EQ \\f(realisasi;target) x 100", "(realisasi) / (target) x 100"),
        ("EQ \\f(12,5;25)", "(12,5) / (25)"),
        ("EQ \\f(\\f(a;b);c(d))", "((a) / (b)) / (c(d))"),
    ],
)
def test_fractions_written_as_fields_are_read(tmp_path: Path, instruction: str, expected: str) -> None:
    printed = read_body(tmp_path, p(FIELD_BEGIN + code(instruction) + FIELD_END))
    assert texts(printed) == [expected]
    assert printed.notes == ()


def test_equations_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    embedded = '<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>'
    field = FIELD_BEGIN + code("EQ \\s\\up8(x)") + FIELD_END
    printed = read_body(tmp_path, p(r("Rumus ") + embedded) + p(r("dan ") + field))
    assert [note.kind for note in printed.notes] == ["equation-object"]
    assert printed.notes[0].message.startswith("2 rumus")


def test_a_raised_note_mark_never_becomes_part_of_a_number(tmp_path: Path) -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    content = r("94,54") + r("1)", raised) + r(" dan 5") + r("th", raised)
    assert texts(read_body(tmp_path, p(content))) == ["94,54¹⁾ dan 5th"]


def test_characters_of_symbol_fonts_print_as_their_signs(tmp_path: Path) -> None:
    font = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'
    content = (
        '<w:r><w:t xml:space="preserve">R/T </w:t><w:sym w:font="Symbol" w:char="F0B4"/>'
        '<w:t xml:space="preserve"> 100 </w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
        + r(" \uf0b3 5", font.format("Symbol"))
        + "<w:r><w:noBreakHyphen/><w:softHyphen/><w:t>a\u00adb</w:t></w:r>"
    )
    assert texts(read_body(tmp_path, p(content))) == ["R/T × 100 ✓ ≥ 5-ab"]


def test_capitals_by_format_are_printed_as_capitals(tmp_path: Path) -> None:
    assert texts(read_body(tmp_path, p(r("Capaian Kinerja", "<w:caps/>")))) == ["CAPAIAN KINERJA"]


def test_size_and_weight_come_from_run_style_and_defaults(tmp_path: Path) -> None:
    sheet = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
        + style("Induk", '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>')
        + style("Anak", '<w:basedOn w:val="Induk"/>')
    )
    body = (
        p("biasa")
        + p("anak", styled("Anak"))
        + p(r("a", "<w:b/>") + r("b"))
        + p(r("c", '<w:sz w:val="18"/>'))
    )
    lines = read_body(tmp_path, body, {"styles": sheet}).lines
    assert [(line.size, line.bold) for line in lines] == [(11, False), (14, True), (11, False), (9, False)]


def test_styles_based_on_each_other_do_not_hang(tmp_path: Path) -> None:
    sheet = style("A", '<w:basedOn w:val="B"/>') + style("B", '<w:basedOn w:val="A"/>')
    assert texts(read_body(tmp_path, p("Isi", styled("A")), {"styles": sheet})) == ["Isi"]


def test_headings_by_name_level_and_inheritance(tmp_path: Path) -> None:
    sheet = (
        '<w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="heading 1"/></w:style>'
        + style("Sub", '<w:basedOn w:val="Judul1"/>')
        + style("Garis", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
        + style("TOCHeading", '<w:basedOn w:val="Judul1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
    )
    body = (
        p("Satu", styled("Judul1")) + p("Dua", styled("Sub")) + p("Tiga", styled("Garis"))
        + p("Daftar", styled("TOCHeading")) + p("Empat", '<w:outlineLvl w:val="2"/>')
        + p("A. Bukan judul gaya")
    )  # fmt: skip
    lines = read_body(tmp_path, body, {"styles": sheet}).lines
    assert [line.text for line in lines if line.role is LineRole.HEADING] == ["Satu", "Dua", "Tiga", "Empat"]
    assert [line.place.heading for line in lines if isinstance(line.place, DocxPlace)] == [
        None, "Satu", "Dua", "Tiga", "Tiga", "Empat",
    ]  # fmt: skip


def test_tables_and_cells_know_the_nearest_heading(tmp_path: Path) -> None:
    body = p("Realisasi Anggaran", '<w:outlineLvl w:val="0"/>') + p("Uraian") + tbl(tr("a", "b"))
    table = read_body(tmp_path, body).tables[0]
    assert table.place == DocxPlace(block=2, heading="Realisasi Anggaran")
    assert table.cells[1].place == DocxPlace(block=2, row=0, col=1, heading="Realisasi Anggaran")
    assert table.cells[1].lines[0].place == table.cells[1].place


def test_without_heading_styles_outlines_and_capitals_are_headings(tmp_path: Path) -> None:
    body = "".join(
        p(text)
        for text in (
            "BAB III AKUNTABILITAS KINERJA ........ 25", "BAB III", "AKUNTABILITAS KINERJA",
            "A. Capaian Kinerja",
            "Uraian capaian yang panjang.", "A.1 Perbandingan Realisasi", "B. Realisasi Anggaran",
            "H. Agus Salim",
            "Tabel 3.2", "REALISASI ANGGARAN PER PROGRAM", "1. Kegiatan pertama;", "PENGUKURAN KINERJA",
            "DINAS CONTOH", "JABATAN : KEPALA", "3.2.1 Sasaran Kedua",
        )
    )  # fmt: skip
    found = [line.text for line in read_body(tmp_path, body).lines if line.role is LineRole.HEADING]
    assert found == [
        "BAB III", "AKUNTABILITAS KINERJA", "A. Capaian Kinerja", "A.1 Perbandingan Realisasi",
        "B. Realisasi Anggaran", "PENGUKURAN KINERJA", "3.2.1 Sasaran Kedua",
    ]  # fmt: skip


def test_caption_with_counted_number_and_title_below(tmp_path: Path) -> None:
    caption = p(r("Tabel 3.") + '<w:fldSimple w:instr="SEQ Tabel"/>') + p("Capaian Tahun 2023")
    body = caption + p() + tbl(tr("x")) + p("Tabel di atas cukup jelas.") + tbl(tr("y"))
    assert [table.caption for table in read_body(tmp_path, body).tables] == [
        "Tabel 3.1 Capaian Tahun 2023",
        None,
    ]


def test_a_caption_belongs_to_one_table_only(tmp_path: Path) -> None:
    body = p("Tabel 1 Capaian") + tbl(tr("x")) + p() + tbl(tr("y"))
    assert [table.caption for table in read_body(tmp_path, body).tables] == ["Tabel 1 Capaian", None]


def test_imported_documents_are_told(tmp_path: Path) -> None:
    printed = read_body(tmp_path, p("Isi") + '<w:altChunk r:id="x"/>')
    assert [note.kind for note in printed.notes] == ["imported-chunk"]
