from __future__ import annotations

from pathlib import Path

from schemas.printed import LineRole, PrintedDocument
from schemas.provenance import DocxPlace
from tests.readers.word_files import level, p, r, read_body, tbl, texts, tr


def box(content: str) -> str:
    """A text box as Word writes it: as a drawing, and again for older programs."""
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    new = (
        f"<w:drawing><wp:inline><a:graphic><wps:txbx>{inside}</wps:txbx></a:graphic></wp:inline></w:drawing>"
    )
    old = f"<w:pict><v:rect><v:textbox>{inside}</v:textbox></v:rect></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def asides(printed: PrintedDocument) -> list[tuple[str, str]]:
    return [(line.role.value, line.text) for line in printed.asides]


def test_a_text_box_is_read_once_and_apart(tmp_path: Path) -> None:
    printed = read_body(
        tmp_path, p("Judul", '<w:outlineLvl w:val="0"/>') + p(r("Isi") + box(p("Kotak") + p("Dua")))
    )
    assert texts(printed) == ["Judul", "Isi"]
    assert asides(printed) == [("textbox", "Kotak"), ("textbox", "Dua")]
    assert printed.asides[1].place == DocxPlace(part="textbox", block=1, heading="Judul")


def test_an_old_text_box_alone_is_read(tmp_path: Path) -> None:
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('Lama')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert asides(read_body(tmp_path, p(old))) == [("textbox", "Lama")]


def test_text_boxes_in_cells_and_in_text_boxes(tmp_path: Path) -> None:
    printed = read_body(
        tmp_path, tbl(tr(f"<w:tc>{p(r('Sel') + box(p(r('Luar') + box(p('Dalam')))))}</w:tc>"))
    )
    assert printed.tables[0].cells[0].text == "Sel"
    assert [text for _, text in asides(printed)] == ["Luar", "Dalam"]


def test_a_choice_without_text_gives_way_to_the_fallback(tmp_path: Path) -> None:
    content = '<mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback>'
    printed = read_body(tmp_path, p(f"{content}{r('Cadangan')}</mc:Fallback></mc:AlternateContent>"))
    assert texts(printed) == ["Cadangan"]


def test_a_table_in_a_text_box_is_lines_and_is_told(tmp_path: Path) -> None:
    printed = read_body(tmp_path, p(box(tbl(tr("Target", "80"), tr("Realisasi", "79")))))
    assert [text for _, text in asides(printed)] == ["Target | 80", "Realisasi | 79"]
    assert [note.kind for note in printed.notes] == ["table-in-textbox"]
    assert printed.tables == ()


def test_lists_count_through_text_boxes(tmp_path: Path) -> None:
    numbering = f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    item = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = p(r("a") + box(p("b", item)), item) + p("c", item)
    printed = read_body(tmp_path, body, {"numbering": numbering})
    assert texts(printed) == ["1. a", "3. c"]
    assert asides(printed) == [("textbox", "2. b")]


def test_notes_without_their_separators(tmp_path: Path) -> None:
    separator = f'<w:footnote w:id="-1" w:type="separator">{p("garis")}</w:footnote>'
    foot = f'{separator}<w:footnote w:id="1">{p(r("Sumber: BPS"))}</w:footnote>'
    end = f'<w:endnote w:id="1">{p("Angka sementara")}</w:endnote>'
    body = p(r("Nilai 94,54") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    printed = read_body(tmp_path, body, {"footnotes": foot, "endnotes": end})
    assert texts(printed) == ["Nilai 94,54"]
    assert asides(printed) == [("footnote", "Sumber: BPS"), ("footnote", "Angka sementara")]
    assert [line.place for line in printed.asides] == [
        DocxPlace(part="footnote", block=number) for number in (0, 1)
    ]


def section(*references: tuple[str, str, str], extra: str = "") -> str:
    inner = "".join(f'<w:{kind}Reference w:type="{when}" r:id="{key}"/>' for kind, when, key in references)
    return f"<w:sectPr>{inner}{extra}</w:sectPr>"


MARGINS = {
    "hdr1": p("Laporan Kinerja"),
    "hdr2": p("Halaman depan"),
    "hdr3": p("Halaman genap"),
    "ftr1": p("Dinas Contoh"),
}
REFERENCES = (
    ("header", "default", "hdr1"), ("header", "first", "hdr2"), ("header", "even", "hdr3"),
    ("footer", "default", "ftr1"),
)  # fmt: skip


def test_margins_that_no_page_shows_are_left_out(tmp_path: Path) -> None:
    printed = read_body(tmp_path, p("Isi") + section(*REFERENCES), MARGINS)
    assert asides(printed) == [("header", "Laporan Kinerja"), ("footer", "Dinas Contoh")]
    assert [line.role for line in printed.asides] == [LineRole.HEADER, LineRole.FOOTER]


def test_margins_of_first_and_even_pages_and_each_once(tmp_path: Path) -> None:
    body = p("Isi", section(*REFERENCES)) + p("Lagi") + section(*REFERENCES, extra="<w:titlePg/>")
    printed = read_body(tmp_path, body, {**MARGINS, "settings": "<w:evenAndOddHeaders/>"})
    assert sorted(text for _, text in asides(printed)) == [
        "Dinas Contoh", "Halaman depan", "Halaman genap", "Laporan Kinerja",
    ]  # fmt: skip
