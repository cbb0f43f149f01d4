"""Tables without vertical rules, and what must not be taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from schemas.printed import TableMethod
from tests.extractors.pages import FONT, Sheet, only_table, read, rows_of

COLUMNS = (60.0, 260.0, 340.0, 430.0)
HEADER = ("Indikator Kinerja", "Target", "Realisasi", "Capaian")
ROWS = (
    ("Jalan mantap", "80,00", "82,00", "102,50"),
    ("Air minum layak", "60,00", "57,00", "95,00"),
    ("Sanitasi layak", "70,00", "70,00", "100,00"),
    ("Rumah layak huni", "55,50", "61,05", "110,00"),
    ("Irigasi baik", "65,00", "58,50", "90,00"),
)


def draw(sheet: Sheet, rows: tuple[tuple[str, ...], ...], top: float = 120, step: float = 16) -> list[float]:
    heights = [top + step * k for k in range(len(rows))]
    for y, row in zip(heights, rows, strict=True):
        for x, text in zip(COLUMNS, row, strict=True):
            sheet.text(x, y, text)
    return heights


def test_three_rules_and_aligned_columns(tmp_path: Path) -> None:
    """Head rule, heading rule, foot rule: the usual table of a printed book."""
    with Sheet(tmp_path / "a.pdf") as sheet:
        ys = draw(sheet, (HEADER, *ROWS))
        for y in (ys[0] - 4, ys[1] - 3, ys[-1] + 14):
            sheet.line(55, y, 500, y)
    table = only_table(sheet.path)
    assert table.method is TableMethod.HORIZONTAL
    assert table.confidence < 1
    assert table.notes
    assert rows_of(table) == [list(HEADER), *map(list, ROWS)]


def test_a_rule_under_every_row_keeps_wrapped_labels_together(tmp_path: Path) -> None:
    rows = (*ROWS[:2], ("Persentase rumah tangga", "71,00", "70,00", "98,59"))
    with Sheet(tmp_path / "a.pdf") as sheet:
        ys = draw(sheet, (HEADER, *rows), step=30)
        sheet.text(COLUMNS[0], ys[-1] + 12, "dengan air minum aman")
        for y in (ys[0] - 5, *(y + 24 for y in ys)):
            sheet.line(55, y, 500, y)
    read_rows = rows_of(only_table(sheet.path))
    assert read_rows[-1] == ["Persentase rumah tangga dengan air minum aman", "71,00", "70,00", "98,59"]
    assert len(read_rows) == 4


def test_a_wrapped_label_without_rule_belongs_to_the_row_of_its_figures(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        ys = draw(sheet, (HEADER, *ROWS), step=28)
        sheet.text(COLUMNS[0], ys[2] + 12, "di perdesaan")
        for y in (ys[0] - 4, ys[1] - 6, ys[-1] + 14):
            sheet.line(55, y, 500, y)
    assert rows_of(only_table(sheet.path))[2][0] == "Air minum layak di perdesaan"


def test_aligned_columns_without_any_rule(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        draw(sheet, (HEADER, *ROWS))
    table = only_table(sheet.path)
    assert table.method is TableMethod.ALIGNED
    assert table.confidence <= 0.5
    assert rows_of(table)[-5:] == [list(row) for row in ROWS]


PROSE = (
    "Capaian kinerja tahun 2023 sebesar 98,50 persen, naik 2,10 poin dari tahun 2022 yang",
    "mencapai 96,40 persen. Target tahun 2023 sebesar 95,00 persen sehingga capaiannya",
    "melampaui target. Anggaran sebesar Rp 1.250.000.000 terserap Rp 1.200.000.000 atau",
    "96,00 persen. Pada tahun 2022 serapan 94,20 persen dan pada tahun 2021 sebesar 93,10",
    "persen. Hal ini menunjukkan kenaikan dari 93,10 menjadi 94,20 lalu menjadi 96,00 persen.",
)


def test_spaces_as_wide_as_those_of_a_typewriter_part_no_columns(tmp_path: Path) -> None:
    """In Courier a space is as wide as a letter: 0.6 of the size."""
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.canvas.setFont("Courier", 7)
        ys = draw(sheet, (HEADER, *ROWS), step=30)
        for k, y in enumerate(ys[1:]):
            sheet.text(COLUMNS[0], y + 9, "menurut kecamatan dan desa" if k % 2 else "yang baik")
        for y in (ys[0] - 5, *(y + 20 for y in ys)):
            sheet.line(55, y, 500, y)
    read_rows = rows_of(only_table(sheet.path))
    assert [len(row) for row in read_rows] == [4] * 6
    assert read_rows[2] == ["Air minum layak menurut kecamatan dan desa", "60,00", "57,00", "95,00"]


def test_a_heading_beside_its_column_is_no_column_of_its_own(tmp_path: Path) -> None:
    """Centred over a wide column of short numbers."""
    rows = (("1", "Jalan", "80,0"), ("1.1", "Jalan mantap", "60,0"), ("1.2", "Jembatan", "70,0"), ("2", "Air", "5,0"))
    with Sheet(tmp_path / "a.pdf") as sheet:
        for x, text in ((80, "No"), (150, "Uraian"), (343, "Target"), (420, "Ket")):
            sheet.text(x, 104, text)
        for k, row in enumerate(rows):
            for x, text in zip((60, 120, 340, 425), (*row, "-"), strict=True):
                sheet.text(x, 120 + 16 * k, text)
        for y in (100, 116, 186):
            sheet.line(55, y, 500, y)
    assert rows_of(only_table(sheet.path)) == [["No", "Uraian", "Target", "Ket"], *([*row, "-"] for row in rows)]


def test_a_row_of_dashes_is_a_row(tmp_path: Path) -> None:
    rows = (*ROWS[:3], ("Drainase baik", "-", "-", "-"), *ROWS[3:])
    with Sheet(tmp_path / "a.pdf") as sheet:
        draw(sheet, (HEADER, *rows))
    assert rows_of(only_table(sheet.path)) == [list(HEADER), *map(list, rows)]


def test_prose_with_many_figures_is_no_table(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        for k, text in enumerate(PROSE):
            sheet.text(60, 100 + 14 * k, text)
    printed = read(sheet.path)
    assert printed.tables == ()
    assert [line.text for line in printed.lines] == list(PROSE)


def test_justified_prose_with_wide_spaces_is_no_table(tmp_path: Path) -> None:
    """A narrow column set flush on both sides parts its words by up to two letters."""
    words = " ".join(PROSE).split()
    lines = [words[k : k + 5] for k in range(0, len(words), 5)]
    with Sheet(tmp_path / "a.pdf") as sheet:
        for row, line in enumerate(lines):
            widths = [stringWidth(word, FONT, 10) for word in line]
            space = (230 - sum(widths)) / max(len(line) - 1, 1)
            x = 60.0
            for word, width in zip(line, widths, strict=True):
                sheet.text(x, 100 + 14 * row, word)
                x += width + space
    assert read(sheet.path).tables == ()




@pytest.mark.parametrize(
    "leader", [" " + "." * 40 + " ", " " + "…" * 12 + " ", pytest.param(" " + ". " * 24)]
)
def test_a_table_of_contents_is_no_table(tmp_path: Path, leader: str) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        for k in range(8):
            sheet.text(60, 100 + 16 * k, f"3.{k + 1}")
            sheet.text(90, 100 + 16 * k, f"Capaian Kinerja Sasaran {k + 1}{leader}")
            sheet.text(540, 100 + 16 * k, str(20 + k), end=True)
    assert read(sheet.path).tables == ()


def test_a_table_of_contents_set_with_tabs_is_no_table(tmp_path: Path) -> None:
    """Entries and page numbers flush right, no leaders."""
    with Sheet(tmp_path / "a.pdf") as sheet:
        for k in range(8):
            sheet.text(60, 100 + 16 * k, f"Capaian Kinerja Sasaran Strategis {k + 1}")
            sheet.text(540, 100 + 16 * k, str(20 + k), end=True)
    assert read(sheet.path).tables == ()


def test_a_numbered_list_is_no_table(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        for k in range(8):
            sheet.text(60, 100 + 16 * k, f"{k + 1}.")
            sheet.text(90, 100 + 16 * k, f"Meningkatnya kualitas layanan bidang ke-{k + 1}")
    assert read(sheet.path).tables == ()


def test_a_signature_block_is_no_table(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.text(60, 100, "Pihak Kedua,")
        sheet.text(380, 100, "Pihak Pertama,")
        sheet.text(60, 180, "Nama Kepala Daerah")
        sheet.text(380, 180, "Nama Kepala Dinas")
        sheet.line(60, 192, 200, 192)
        sheet.line(380, 192, 520, 192)
        sheet.text(380, 194, "NIP 19700101 199503 1 001")
    assert read(sheet.path).tables == ()


def test_two_columns_of_prose_are_no_table(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        for k in range(8):
            sheet.text(60, 100 + 14 * k, "capaian tahun 2023 lebih baik dari")
            sheet.text(310, 100 + 14 * k, "tahun 2022 dengan kenaikan 2,10 poin")
    assert read(sheet.path).tables == ()


def test_a_header_rule_and_a_footnote_rule_enclose_no_table(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        for y in (60, 400, 720):
            sheet.line(60, y, 540, y)
        for k, text in enumerate(PROSE):
            sheet.text(60, 100 + 14 * k, text)
    printed = read(sheet.path)
    assert printed.tables == ()
    assert len(printed.lines) == len(PROSE)
