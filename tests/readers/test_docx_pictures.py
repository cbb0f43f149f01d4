from __future__ import annotations

from pathlib import Path

import pytest

from schemas.printed import PrintedDocument
from tests.readers.word_files import p, r, read_body, tbl, texts, tr

DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"


def drawing(inner: str, *, cm: tuple[float, float] = (10, 5), uri: str = "", behind: bool = False) -> str:
    """A run with a drawing of that size."""
    extent = f'<wp:extent cx="{cm[0] * 360000:.0f}" cy="{cm[1] * 360000:.0f}"/>'
    graphic = f'<a:graphic><a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic>'
    frame, marks = ("anchor", ' behindDoc="1"') if behind else ("inline", "")
    return f"<w:r><w:drawing><wp:{frame}{marks}>{extent}{graphic}</wp:{frame}></w:drawing></w:r>"


PICTURE = '<a:blip r:embed="x"/>'


def kinds(printed: PrintedDocument) -> list[str]:
    return [note.kind for note in printed.notes]


@pytest.mark.parametrize(
    "content",
    [
        drawing("", uri=DIAGRAM),
        drawing("<a:p><a:r><a:t>Kepala Dinas</a:t></a:r></a:p>"),
        '<w:r><w:pict><v:shape id="s1"><v:textpath string="CAPAIAN 95,20"/></v:shape></w:pict></w:r>',
    ],
)
def test_words_in_drawings_are_told(tmp_path: Path, content: str) -> None:
    printed = read_body(tmp_path, p("Isi") + p(content))
    assert kinds(printed) == ["drawing-text"]
    assert "tabel Word" in printed.notes[0].message


def test_a_watermark_is_no_loss(tmp_path: Path) -> None:
    mark = (
        '<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1"><v:textpath string="DRAF"/></v:shape></w:pict></w:r>'
    )
    assert kinds(read_body(tmp_path, p("Isi"), {"hdr1": p(mark)})) == []
    assert kinds(read_body(tmp_path, p("Isi") + p(mark))) == []


def test_words_in_a_text_box_are_read_and_need_no_note(tmp_path: Path) -> None:
    inside = f"<w:txbxContent>{p(r('Kotak'))}</w:txbxContent>"
    printed = read_body(tmp_path, p(drawing(f"<wps:txbx>{inside}</wps:txbx>")))
    assert [line.text for line in printed.asides] == ["Kotak"]
    assert kinds(printed) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (drawing(PICTURE, cm=(10, 5)), ["picture"]),
        (drawing(PICTURE, cm=(3, 3)), []),
        (drawing(PICTURE, cm=(16, 24)), ["page-picture"]),
        (drawing(PICTURE, cm=(21, 29.7), behind=True), []),
        (
            '<w:r><w:pict><v:shape style="width:400pt;height:120pt"><v:imagedata/></v:shape></w:pict></w:r>',
            ["picture"],
        ),
        (
            '<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
            ["sheet-object"],
        ),
    ],
)
def test_pictures_that_may_hold_a_table_are_told(tmp_path: Path, content: str, expected: list[str]) -> None:
    printed = read_body(tmp_path, p("Isi") + p(content))
    assert texts(printed) == ["Isi"]
    assert kinds(printed) == expected


def test_a_picture_in_place_of_a_table_is_named(tmp_path: Path) -> None:
    caption = p("Tabel 3.2 Capaian Kinerja Tahun 2024")
    printed = read_body(tmp_path, caption + p(drawing(PICTURE)) + p("Sumber: olahan"))
    assert kinds(printed) == ["picture", "table-picture"]
    assert printed.notes[1].message.startswith("Tabel 3.2 Capaian Kinerja Tahun 2024: ")


def test_a_picture_under_another_caption_or_before_the_table_is_none_of_a_table(tmp_path: Path) -> None:
    figure = p("Gambar 3.2 Grafik Capaian") + p(drawing(PICTURE))
    assert kinds(read_body(tmp_path, figure)) == ["picture"]
    caption = p("Tabel 3.2 Capaian Kinerja Tahun 2024")
    printed = read_body(tmp_path, caption + p(drawing(PICTURE)) + tbl(tr("a", "b")))
    assert printed.tables[0].caption == "Tabel 3.2 Capaian Kinerja Tahun 2024"
    assert kinds(printed) == ["picture"]
