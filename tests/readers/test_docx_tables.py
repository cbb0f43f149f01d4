from __future__ import annotations

from pathlib import Path

from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.readers.docx import read_docx
from schemas.printed import Table, TableMethod, TablePart
from schemas.provenance import DocxPlace
from tests.readers.word_files import p, r, read_body, source_of, tbl, tc, tr, write_word

BR = "<w:r><w:br/></w:r>"


def only_table(tmp_path: Path, table: str) -> Table:
    (found,) = read_body(tmp_path, table).tables
    return found


def layout(table: Table) -> list[tuple[int, int, int, int, str]]:
    return [(cell.row, cell.col, cell.rowspan, cell.colspan, cell.text) for cell in table.cells]


def test_a_plain_table(tmp_path: Path) -> None:
    table = only_table(tmp_path, tbl(tr("a", "b"), tr("c", "d")))
    assert (table.rows, table.cols, table.header_rows) == (2, 2, 0)
    assert table.method is TableMethod.DOCX
    assert table.confidence == 1.0
    assert table.parts == (TablePart(place=DocxPlace(block=0), first_row=0, last_row=1),)
    assert layout(table) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 1, "d")]


def test_cells_merged_both_ways(tmp_path: Path) -> None:
    table = only_table(
        tmp_path,
        tbl(
            tr(tc("No", merge="restart"), tc("Tahun 2023", span=2), tc("Ket", merge="restart")),
            tr(tc(merge="continue"), "Target", "Realisasi", tc(merge="continue")),
            tr(tc("Blok", span=2, merge="restart"), "x", "y"),
            tr(tc(span=2, merge="continue"), "z", "w"),
        ),
    )
    assert (table.rows, table.cols) == (4, 4)
    assert layout(table) == [
        (0, 0, 2, 1, "No"), (0, 1, 1, 2, "Tahun 2023"), (0, 3, 2, 1, "Ket"), (1, 1, 1, 1, "Target"),
        (1, 2, 1, 1, "Realisasi"), (2, 0, 2, 2, "Blok"), (2, 2, 1, 1, "x"), (2, 3, 1, 1, "y"),
        (3, 2, 1, 1, "z"),
        (3, 3, 1, 1, "w"),
    ]  # fmt: skip


def test_a_new_restart_ends_the_merge_above(tmp_path: Path) -> None:
    rows = [
        tr(tc(text, merge=merge), "x")
        for text, merge in (("A", "restart"), ("", "continue"), ("B", "restart"))
    ]
    rows.append(tr(tc(merge="continue"), "x"))
    table = only_table(tmp_path, tbl(*rows))
    assert [cell for cell in layout(table) if cell[1] == 0] == [(0, 0, 2, 1, "A"), (2, 0, 2, 1, "B")]


def test_a_merge_that_continues_nothing_is_a_cell_of_its_own(tmp_path: Path) -> None:
    first = only_table(tmp_path, tbl(tr(tc("a", merge="continue"), "b")))
    assert layout(first) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b")]
    wider = only_table(
        tmp_path, tbl(tr(tc("a", merge="restart"), "b"), tr(tc("c", span=2, merge="continue")))
    )
    assert layout(wider) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 2, "c")]


def test_indented_and_shortened_rows_leave_blank_squares(tmp_path: Path) -> None:
    table = only_table(
        tmp_path,
        tbl(
            tr("a", "b", "c"),
            tr("d", marks='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
            tr(tc("e", span=2), marks='<w:gridBefore w:val="1"/>'),
        ),
    )
    assert table.cols == 3
    assert layout(table)[3:] == [(1, 1, 1, 1, "d"), (2, 1, 1, 2, "e")]


def test_an_indent_shared_by_all_rows_is_no_column(tmp_path: Path) -> None:
    indent = '<w:gridBefore w:val="1"/><w:gridAfter w:val="2"/>'
    table = only_table(tmp_path, tbl(tr("a", "b", marks=indent), tr("c", "d", marks=indent)))
    assert (table.cols, layout(table)[1]) == (2, (0, 1, 1, 1, "b"))


def test_grid_columns_that_no_cell_tells_apart_are_one(tmp_path: Path) -> None:
    table = only_table(tmp_path, tbl(tr(tc("a", span=3), "b"), tr(tc("c", span=3), "d")))
    assert (table.cols, layout(table)[0]) == (2, (0, 0, 1, 1, "a"))


def test_edges_dragged_apart_by_a_hair_are_one(tmp_path: Path) -> None:
    rows = (
        tr(tc("Indikator", merge="restart"), tc("Target", span=2)),
        tr(tc(span=2, merge="continue"), "2023"),
        tr(tc("a", span=2), "1"),
    )
    table = only_table(tmp_path, tbl(*rows, widths=(3000, 20, 2000)))
    assert table.cols == 2
    assert layout(table) == [
        (0, 0, 2, 1, "Indikator"), (0, 1, 1, 1, "Target"), (1, 1, 1, 1, "2023"), (2, 0, 1, 1, "a"),
        (2, 1, 1, 1, "1"),
    ]  # fmt: skip
    wide = only_table(tmp_path, tbl(*rows, widths=(3000, 900, 2000)))
    assert wide.cols == 3


def test_a_narrow_column_with_text_stays_and_an_empty_one_goes(tmp_path: Path) -> None:
    filled = only_table(tmp_path, tbl(tr("a", "1", "b"), tr("c", "", "d"), widths=(3000, 50, 2000)))
    assert filled.cols == 3
    empty = only_table(tmp_path, tbl(tr("a", "", "b"), tr("c", "", "d"), widths=(3000, 50, 2000)))
    assert [cell[:2] for cell in layout(empty)] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_a_cell_over_slivers_only_keeps_its_text(tmp_path: Path) -> None:
    rows = (tr("a", tc("95,20", span=2), "b"), tr(tc("c", span=2), tc("d", span=2)))
    table = only_table(tmp_path, tbl(*rows, widths=(2000, 60, 60, 2000)))
    assert [cell.text for cell in table.cells] == ["a", "95,20", "b", "c", "d"]
    equation = p("<m:oMath><m:r><m:t>80/84</m:t></m:r></m:oMath>")
    rows = (tr("a", tc(equation), "b"), tr("c", "", "d"))
    table = only_table(tmp_path, tbl(*rows, widths=(3000, 50, 2000)))
    assert "80/84" in [cell.text for cell in table.cells]


def test_merges_of_old_files_run_sideways(tmp_path: Path) -> None:
    start, more = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    table = only_table(tmp_path, tbl(tr(tc("a", marks=start), tc("", marks=more), "b"), tr("1", "2", "3")))
    assert layout(table)[:2] == [(0, 0, 1, 2, "a"), (0, 2, 1, 1, "b")]


def test_only_leading_marked_rows_count_as_heading(tmp_path: Path) -> None:
    marked, off = "<w:tblHeader/>", '<w:tblHeader w:val="false"/>'
    table = only_table(
        tmp_path, tbl(tr("a", marks=marked), tr("b", marks=marked), tr("c"), tr("d", marks=marked))
    )
    assert table.header_rows == 2
    assert only_table(tmp_path, tbl(tr("a", marks=off), tr("b"))).header_rows == 0


def test_rows_deleted_or_hidden_are_not_printed(tmp_path: Path) -> None:
    gone, hidden, new = '<w:del w:id="1"/>', "<w:hidden/>", '<w:ins w:id="2"/>'
    rows = (tr("a"), tr("b", marks=gone), tr("c", marks=hidden), tr("d", marks=new))
    assert layout(only_table(tmp_path, tbl(*rows))) == [(0, 0, 1, 1, "a"), (1, 0, 1, 1, "d")]


def test_paragraphs_and_line_breaks_of_a_cell_are_lines(tmp_path: Path) -> None:
    cell = tc(p(r("3,63 Persen") + BR + r("0,50 Persen")) + p() + p("70") + p(r("dua\nbaris")))
    (found,) = only_table(tmp_path, tbl(tr(cell))).cells
    assert [line.text for line in found.lines] == ["3,63 Persen", "0,50 Persen", "70", "dua", "baris"]


def test_cells_and_rows_inside_controls_are_found(tmp_path: Path) -> None:
    cell = f"<w:sdt><w:sdtContent>{tc('b')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent>{tr('c', 'd')}</w:sdtContent></w:sdt>"
    table = only_table(tmp_path, tbl(tr("a", cell), row))
    assert [cell.text for cell in table.cells] == ["a", "b", "c", "d"]


def test_a_table_inside_a_cell_becomes_lines_of_the_cell(tmp_path: Path) -> None:
    inner = tbl(tr("Target", "80"), tr("", ""), tr(tc(p("Reali") + p("sasi")), ""))
    table = only_table(tmp_path, tbl(tr(tc(p("Atas") + inner + p("Bawah")), "x")))
    assert [line.text for line in table.cells[0].lines] == ["Atas", "Target | 80", "Reali sasi |", "Bawah"]


def test_a_frame_around_a_page_is_no_table(tmp_path: Path) -> None:
    frame = tbl(tr(tc(p("Tabel 2.1 Perjanjian Kinerja") + tbl(tr("a", "b")) + p("Penutup"))))
    printed = read_body(tmp_path, p("Awal") + frame + p("Akhir"))
    assert [line.text for line in printed.lines] == [
        "Awal",
        "Tabel 2.1 Perjanjian Kinerja",
        "Penutup",
        "Akhir",
    ]
    assert [(table.caption, table.cols) for table in printed.tables] == [("Tabel 2.1 Perjanjian Kinerja", 2)]
    places = [block.place for block in printed.blocks]
    assert [place.block for place in places if isinstance(place, DocxPlace)] == [0, 1, 2, 3, 4]


def test_a_single_cell_with_text_is_a_table(tmp_path: Path) -> None:
    assert layout(only_table(tmp_path, tbl(tr("Catatan penting")))) == [(0, 0, 1, 1, "Catatan penting")]


def test_a_table_without_cells_is_nothing(tmp_path: Path) -> None:
    printed = read_body(tmp_path, p("Isi") + tbl(tr()) + tbl())
    assert printed.tables == ()


def test_tables_of_python_docx_are_read_as_it_merged_them(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=4, cols=4)
    for row in range(4):
        for col in range(4):
            table.cell(row, col).text = f"{row}{col}"
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 3))
    table.cell(2, 2).merge(table.cell(3, 3))
    path = tmp_path / "gabung.docx"
    document.save(str(path))
    found = read_docx(source_of(path)).tables[0]
    spans = {(cell.row, cell.col): (cell.rowspan, cell.colspan) for cell in found.cells}
    assert {place: span for place, span in spans.items() if span != (1, 1)} == {
        (0, 0): (2, 1), (0, 1): (1, 3), (2, 2): (2, 2),
    }  # fmt: skip
    assert found.cells[0].text == "00\n10"
    assert len(spans) == 16 - 1 - 2 - 3


@st.composite
def rows_of_cells(draw: st.DrawFn) -> str:
    """Rows with any spans, merge marks and indents, fitting or not."""
    rows = []
    for _ in range(draw(st.integers(1, 5))):
        merges = draw(st.lists(st.sampled_from([None, "restart", "continue"]), max_size=4))
        cells = [
            tc("ikut" if merge == "continue" else "sendiri", span=draw(st.integers(1, 3)), merge=merge)
            for merge in merges
        ]
        before = draw(st.integers(0, 2))
        rows.append(tr(*cells, marks=f'<w:gridBefore w:val="{before}"/>'))
    widths = draw(st.lists(st.integers(1, 99) | st.integers(1, 3000), max_size=16))
    return tbl(*rows, widths=tuple(widths))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows_of_cells())
def test_cells_never_overlap_nor_leave_the_grid_nor_lose_text(tmp_path: Path, table: str) -> None:
    source = write_word(tmp_path / "acak.docx", p("Isi") + table)
    tables = read_docx(source).tables
    assert sum(cell.text.count("sendiri") for found in tables for cell in found.cells) == table.count("sendiri")
    for found in tables:
        taken: set[tuple[int, int]] = set()
        for cell in found.cells:
            squares = {
                (row, col)
                for row in range(cell.row, cell.row + cell.rowspan)
                for col in range(cell.col, cell.col + cell.colspan)
            }
            assert cell.rowspan > 0
            assert cell.colspan > 0
            assert not squares & taken
            taken |= squares
        assert max(row for row, _ in taken) < found.rows
        assert max(col for _, col in taken) == found.cols - 1
        assert [(cell.row, cell.col) for cell in found.cells] == sorted(
            (cell.row, cell.col) for cell in found.cells
        )
