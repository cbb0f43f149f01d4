"""Fractions of words: in running text and in formula cells, and what is no fraction."""

from __future__ import annotations

from pathlib import Path

from tests.extractors.pages import Sheet, only_table, read


def body(path: Path) -> list[str]:
    return [line.text for line in read(path).lines]


def test_a_formula_in_running_text_is_one_line(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.text(60, 100, "Dihitung dengan rumus:")
        sheet.text(140, 128, "Realisasi")
        sheet.line(130, 141, 192, 141)
        sheet.text(146, 144, "Target")
        sheet.text(70, 136, "Capaian =")
        sheet.text(196, 136, "x 100%")
        sheet.text(60, 180, "Selanjutnya dinilai dengan skala.")
    assert body(sheet.path) == [
        "Dihitung dengan rumus:",
        "Capaian = (Realisasi) / (Target) x 100%",
        "Selanjutnya dinilai dengan skala.",
    ]


def test_a_formula_cell_without_a_factor(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.table((("No", "Indikator", "Formula", "Target", "Capaian"),), xs=(60, 90, 200, 400, 450, 520), top=100)
        sheet.rules((60, 90, 200, 400, 450, 520), (120, 180))
        sheet.text(63, 130, "1")
        sheet.text(93, 130, "Debit air")
        sheet.text(225, 130, "Debit seluruh pintu")
        sheet.line(220, 143, 316, 143)
        sheet.text(240, 146, "Luas sawah")
        sheet.text(403, 130, "1,20")
    cell = next(c for c in only_table(sheet.path).cells if (c.row, c.col) == (1, 2))
    assert [line.text for line in cell.lines] == ["(Debit seluruh pintu) / (Luas sawah)"]


def test_an_underlined_heading_is_no_fraction(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.text(60, 100, "Kata Pengantar")
        sheet.line(60, 113, 128, 113)
        sheet.text(60, 116, "Puji syukur")
    assert body(sheet.path) == ["Kata Pengantar", "Puji syukur"]


def test_figures_over_figures_are_left_to_the_tables(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.text(100, 100, "1.250")
        sheet.line(90, 113, 140, 113)
        sheet.text(103, 116, "850")
    assert body(sheet.path) == ["1.250", "850"]
