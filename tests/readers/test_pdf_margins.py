"""Running headers, footers and page numbers; what stands near the edge and belongs to the text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.printed import LineRole, PrintedDocument
from tests.extractors.pages import Sheet, read, text_lines


def pages(path: Path, count: int, draw: Callable[[Sheet, int], None]) -> PrintedDocument:
    with Sheet(path) as sheet:
        for number in range(1, count + 1):
            if number > 1:
                sheet.next_page()
            draw(sheet, number)
            sheet.text(60, 300, f"Isi {'abcdefghij'[number - 1] * 3} yang berbeda")
    return read(path)


def asides(printed: PrintedDocument, role: LineRole) -> list[str]:
    return [line.text for line in printed.asides if line.role is role]


def test_running_header_and_footer(tmp_path: Path) -> None:
    def draw(sheet: Sheet, number: int) -> None:
        sheet.text(60, 30, "Laporan Kinerja Dinas Contoh Tahun 2023")
        sheet.text(60, 760, f"Dinas Contoh | Halaman {number}")

    printed = pages(tmp_path / "a.pdf", 4, draw)
    assert asides(printed, LineRole.HEADER) == ["Laporan Kinerja Dinas Contoh Tahun 2023"] * 4
    assert asides(printed, LineRole.FOOTER) == [f"Dinas Contoh | Halaman {n}" for n in range(1, 5)]
    assert len(text_lines(printed)) == 4
    assert all(text.startswith("Isi") for text in text_lines(printed))


@pytest.mark.parametrize("form", ["{}", "- {} -", "Halaman {}", "hal. {}", "| {} |", "III-{}"])
def test_page_numbers(tmp_path: Path, form: str) -> None:
    printed = pages(tmp_path / "a.pdf", 3, lambda sheet, n: sheet.text(290, 765, form.format(n)))
    assert asides(printed, LineRole.FOOTER) == [form.format(n) for n in (1, 2, 3)]


@pytest.mark.parametrize("number", ["i", "iv", "XII", "7"])
def test_a_page_number_on_a_single_page(tmp_path: Path, number: str) -> None:
    printed = pages(tmp_path / "a.pdf", 1, lambda sheet, n: sheet.text(290, 765, number))
    assert asides(printed, LineRole.FOOTER) == [number]


def test_a_page_number_at_the_top(tmp_path: Path) -> None:
    printed = pages(tmp_path / "a.pdf", 2, lambda sheet, n: sheet.text(520, 40, str(n)))
    assert asides(printed, LineRole.HEADER) == ["1", "2"]


@pytest.mark.parametrize("word", ["Tabel 3.{}", "TABEL 2.{} Capaian Kinerja", "Gambar {}", "Grafik 3.{}"])
@pytest.mark.parametrize("top", [40, 745])
def test_captions_near_an_edge_are_never_margins(tmp_path: Path, word: str, top: float) -> None:
    """Captions that stand first or last on every page differ only in their number, as running lines do."""
    printed = pages(tmp_path / "a.pdf", 4, lambda sheet, n: sheet.text(60, top, word.format(n)))
    assert printed.asides == ()
    assert len(text_lines(printed)) == 8


def test_a_text_that_stands_on_one_page_only_is_no_margin(tmp_path: Path) -> None:
    def draw(sheet: Sheet, number: int) -> None:
        if number == 1:
            sheet.text(60, 40, "Sasaran pertama tercapai dengan baik.")

    assert asides(pages(tmp_path / "a.pdf", 3, draw), LineRole.HEADER) == []


def test_a_text_repeated_in_the_middle_is_no_margin(tmp_path: Path) -> None:
    printed = pages(tmp_path / "a.pdf", 4, lambda sheet, n: sheet.text(60, 400, "Sumber: data diolah"))
    assert printed.asides == ()


def test_figures_in_a_table_at_the_foot_of_the_page_are_no_page_numbers(tmp_path: Path) -> None:
    rows = [["Indikator Kinerja", "Target"], ["Jalan mantap", "80"]]
    printed = pages(tmp_path / "a.pdf", 2, lambda sheet, n: sheet.table(rows, xs=(60, 200, 260), top=745) and None)
    assert [len(table.cells) for table in printed.tables] == [4, 4]
    assert printed.asides == ()


def test_a_margin_between_the_pages_does_not_part_a_table(tmp_path: Path) -> None:
    head = ["No", "Indikator Kinerja", "Target"]
    body = [[str(k), f"Indikator ke-{k}", f"{k}0,00"] for k in range(1, 9)]

    def draw(sheet: Sheet, number: int) -> None:
        sheet.text(60, 30, "Laporan Kinerja Tahun 2023")
        sheet.text(290, 770, str(number))
        part = body[4 * (number - 1) : 4 * number]
        sheet.table([head, *part], top=600 if number == 1 else 70)

    with Sheet(tmp_path / "a.pdf") as sheet:
        draw(sheet, 1)
        sheet.next_page()
        draw(sheet, 2)
    tables = read(sheet.path).tables
    assert len(tables) == 1
    assert tables[0].rows == 9
    assert len(tables[0].parts) == 2


def test_chapter_headings_are_no_running_header(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        for number, chapter in enumerate(("I", "II", "III", "IV")):
            if number:
                sheet.next_page()
            sheet.text(280, 50, f"BAB {chapter}")
            sheet.text(60, 200, f"Uraian bab ke-{number}.")
    assert [line.text for line in read(sheet.path).lines if line.text.startswith("BAB")] == [
        "BAB I",
        "BAB II",
        "BAB III",
        "BAB IV",
    ]


def test_sentences_at_the_page_end_that_differ_in_their_amounts_stay(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        for number in range(4):
            if number:
                sheet.next_page()
            sheet.text(60, 300, "Uraian.")
            sheet.text(60, 770, f"Anggaran kegiatan sebesar Rp 2{number}.500.000 telah diserap.")
    assert sum("Anggaran kegiatan" in line.text for line in read(sheet.path).lines) == 4
