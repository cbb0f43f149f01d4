"""The Word files among the reference documents, against what a person reads in them."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest
from docx import Document

from extractors.readers.docx import read_docx
from schemas.printed import LineRole, PrintedDocument, Table
from tests.readers.word_files import source_of

pytestmark = pytest.mark.shared

NAMES = (
    "seeds/banjar-iku-2026", "seeds/gresik-iki-2017", "seeds/lamongan-iku-iki-2026",
    "seeds/lamongan-lkjip-2023",
    "real/jabar-disnakertrans/pk-kadis-2017",
)  # fmt: skip


def read(shared_dir: Path, name: str) -> PrintedDocument:
    return read_docx(source_of(shared_dir / "documents" / f"{name}.docx"))


def cell_text(table: Table, row: int, col: int) -> str:
    return next(cell.text for cell in table.cells if (cell.row, cell.col) == (row, col))


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_body_and_cells_is_read_in_order(shared_dir: Path, name: str) -> None:
    printed = read(shared_dir, name)
    seen = [block.text if not isinstance(block, Table) else _table_text(block) for block in printed.blocks]
    document = Document(str(shared_dir / "documents" / f"{name}.docx"))
    expected = [
        _paragraph_text(item) if item.tag.endswith("}p") else _raw_text(item)
        for item in document.element.body
        if item.tag.endswith(("}p", "}tbl"))
    ]
    assert _letters(" ".join(seen)) == _letters(" ".join(expected))


def _table_text(table: Table) -> str:
    return " ".join(cell.text for cell in table.cells)


def _paragraph_text(paragraph: object) -> str:
    """Text of a paragraph outside text boxes, as python-docx gives it; equations are added."""
    return "".join(
        node.text or ""
        for node in paragraph.iter("{*}t")  # type: ignore[attr-defined]
        if not any(above.tag.endswith("}txbxContent") for above in node.iterancestors())
    )


def _raw_text(table: object) -> str:
    return "".join(node.text or "" for node in table.iter("{*}t"))  # type: ignore[attr-defined]


def _letters(text: str) -> Counter[str]:
    """How often each letter and digit stands in a text; brackets and order of equations apart."""
    return Counter(sign for sign in text if sign.isalnum())


def test_tables_of_the_report_have_their_captions_and_shapes(shared_dir: Path) -> None:
    printed = read(shared_dir, "seeds/lamongan-lkjip-2023")
    assert len(printed.tables) == 21
    numbers = [table.caption.split()[1] for table in printed.tables if table.caption]
    assert numbers == ["1.1", "1.2", "1.3", "3.1", "3.2", "3.4", "3.5", "3.6", "3.7", "3.8"]
    by_number = {table.caption.split()[1]: table for table in printed.tables if table.caption}
    assert by_number["3.2"].caption is not None
    assert by_number["3.2"].caption.endswith("KABUPATEN LAMONGAN")
    performance = by_number["3.1"]
    assert (performance.rows, performance.cols, performance.header_rows) == (11, 5, 2)
    sasaran = next(cell for cell in performance.cells if (cell.row, cell.col) == (2, 0))
    assert (sasaran.rowspan, sasaran.text) == (7, "Meningkatnya Penduduk yang Bekerja")
    medium_term = by_number["3.4"]
    assert (medium_term.cols, medium_term.header_rows) == (13, 2)
    assert [cell.colspan for cell in medium_term.cells if cell.row == 0] == [1, 1, 1, 6, 1, 3]


def test_equations_of_the_report(shared_dir: Path) -> None:
    printed = read(shared_dir, "seeds/lamongan-lkjip-2023")
    equations = [cell.text for table in printed.tables for cell in table.cells if ") / (" in cell.text]
    assert "(Jumlah Penduduk yang Bekerja) / (Jumlah Angkatan Kerja) × 100" in equations
    assert "(780.417) / (825.465) × 100 = 94,54" in equations
    assert len(equations) == 14


def test_footer_and_headings_of_the_report(shared_dir: Path) -> None:
    printed = read(shared_dir, "seeds/lamongan-lkjip-2023")
    assert [line.role for line in printed.asides] == [LineRole.FOOTER]
    headings = [line.text for line in printed.lines if line.role is LineRole.HEADING]
    assert [text for text in headings if text.startswith("BAB")] == ["BAB I", "BAB II", "BAB III", "BAB IV"]
    assert "A.4 Perbandingan Realisasi Kinerja dengan Realisasi Nasional" in headings


def test_several_indicators_in_one_cell_stay_apart(shared_dir: Path) -> None:
    printed = read(shared_dir, "real/jabar-disnakertrans/pk-kadis-2017")
    agreement = printed.tables[0]
    assert cell_text(agreement, 2, 3) == "3.63 Persen\n0.50 Persen"
    assert len(cell_text(agreement, 2, 2).splitlines()) == 2
    boxed = [line.text for line in printed.asides if line.role is LineRole.TEXTBOX]
    assert boxed[0] == "PERJANJIAN KINERJA TAHUN 2017"
    assert len(boxed) == len(set(boxed))


def test_each_decree_table_is_read(shared_dir: Path) -> None:
    counts = {name: len(read(shared_dir, name).tables) for name in NAMES[:3]}
    assert list(counts.values()) == [2, 30, 9]
    long = read(shared_dir, NAMES[0]).tables[1]
    assert (long.rows, long.cols) == (61, 5)


def test_a_report_is_read_well_within_half_a_second(shared_dir: Path) -> None:
    source = source_of(shared_dir / "documents" / "seeds" / "lamongan-lkjip-2023.docx")
    seconds = min(_timed(source.path) for _ in range(3))
    print(f"lamongan-lkjip-2023.docx: {seconds:.3f} s")
    assert seconds < 0.5


def _timed(path: str) -> float:
    source = source_of(Path(path))
    start = time.process_time()
    read_docx(source)
    return time.process_time() - start
