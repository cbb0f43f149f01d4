"""How many rows are headings; number rows without a rule; leaf columns under jittered borders."""

from __future__ import annotations

import pytest

from extractors.header_rows import count_header_rows, row_cells, with_header_rows
from extractors.leafs import assign_cells, leaf_of, leafs_of, leafs_under
from extractors.number_rows import part_number_row
from schemas.printed import Table
from tests.extractors.grids import table, texts

PLAIN = ("No", "Indikator Kinerja", "Target", "Realisasi")
BODY = ("1", "Jalan mantap", "80,00", "82,00")
NUMBERS = ("(1)", "(2)", "(3)", "(4)")


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        pytest.param((PLAIN, BODY, BODY), 1, id="one"),
        pytest.param((PLAIN, NUMBERS, BODY), 2, id="with-numbers"),
        pytest.param(
            (("No", "Indikator Kinerja", "Tahun 2023", "<"), ("^", "^", "Target", "Realisasi"), BODY),
            2,
            id="two-levels",
        ),
        pytest.param(
            (("No", "Indikator Kinerja", "Target", "<"), ("^", "^", "2022", "2023"), BODY), 2, id="years-below"
        ),
        pytest.param(
            (("No", "Indikator Kinerja", "Target", "<"), ("", "", "2022", "2023"), BODY), 2, id="blank-not-merged"
        ),
        pytest.param(
            (("No", "Indikator Kinerja", "Target", "<"), ("^", "^", "2022", "2023"), NUMBERS, BODY),
            3,
            id="two-levels-and-numbers",
        ),
        pytest.param(
            (
                ("No", "Indikator Kinerja", "Tahun 2023", "<"),
                ("^", "^", "Kinerja", "<"),
                ("^", "^", "Target", "Realisasi"),
                BODY,
            ),
            3,
            id="three-levels",
        ),
        pytest.param((BODY, BODY), 0, id="body-only"),
        pytest.param((PLAIN, ("", "", "(orang)", "(%)"), BODY), 2, id="row-of-units"),
        pytest.param((PLAIN, ("", "Bidang Jalan", "(aspal)", ""), BODY), 1, id="one-unit-beside-a-label"),
        pytest.param((("1", "Meningkatnya kualitas jalan", "Jalan mantap", "80,00"), BODY), 0, id="text-body"),
        pytest.param((NUMBERS, BODY), 1, id="numbers-only"),
        pytest.param((PLAIN, ("", "Bidang Jalan", "", ""), BODY), 1, id="section-row"),
        pytest.param((("Uraian", "Pagu", "Realisasi", "%"), ("Belanja Pegawai", "1.000", "900", "90")), 1, id="budget"),
        pytest.param(
            (("Indikator", "Capaian (3/2 x 100%)", "Target", "Realisasi"), ("Jalan", "102", "80", "82")),
            1,
            id="ratio-note",
        ),
    ],
)  # fmt: skip
def test_heading_rows(rows: tuple[tuple[str, ...], ...], count: int) -> None:
    assert count_header_rows(table(*rows, header_rows=0)) == count




@pytest.mark.parametrize(
    "section",
    ["Sasaran 1 Meningkatnya kualitas jalan", "Program Penunjang Urusan Pemerintahan", "Tujuan 1: Jalan yang baik"],
)
def test_a_section_row_over_all_columns_is_no_heading(section: str) -> None:
    """Counted as one, it would make a single leaf of all columns."""
    whole = table(PLAIN, (section, "<", "<", "<"), BODY)
    assert whole.header_rows == 1
    assert len(leafs_of(whole)) == 4


@pytest.mark.parametrize("label", ["Program Penunjang Urusan", "Bidang Bina Marga"])
def test_a_label_alone_in_its_row_is_no_heading(label: str) -> None:
    assert count_header_rows(table(PLAIN, ("", label, "", ""), BODY, header_rows=0)) == 1


def test_rows_that_the_file_marks_as_headings_count() -> None:
    odd = table(("Apa", "Berapa"), ("Jalan", "80,00"), header_rows=0)
    assert count_header_rows(odd) == 0
    assert with_header_rows(odd, marked=1).header_rows == 1


def test_a_number_row_printed_in_the_boxes_of_the_first_row_is_parted() -> None:
    """The rule between the column numbers and the first row is missing."""
    whole = table(PLAIN, ("1\n1", "2\nJalan mantap", "3\n80,00", "4\n82,00"), BODY)
    assert texts(whole)[:3] == [list(PLAIN), ["1", "2", "3", "4"], ["1", "Jalan mantap", "80,00", "82,00"]]
    assert whole.rows == 4
    assert whole.header_rows == 2
    assert whole.parts[0].last_row == 3


def test_ordinary_rows_are_not_parted() -> None:
    whole = table(PLAIN, ("1", "Jalan mantap\nkabupaten", "80,00", "82,00"), header_rows=0)
    assert part_number_row(whole) is whole


def test_rows_of_several_figures_are_no_number_row() -> None:
    whole = table(PLAIN, ("1\n2", "Jalan\nJembatan", "80\n70", "82\n71"), header_rows=0)
    assert part_number_row(whole) is whole


def test_cells_by_the_row_they_begin_in() -> None:
    whole = table(("Sasaran", "Target"), ("Jalan", "80"), ("^", "70"))
    assert [[cell.flat for cell in row] for row in row_cells(whole)] == [["Sasaran", "Target"], ["Jalan", "80"], ["70"]]


def levels(whole: Table) -> list[tuple[int, int, tuple[str, ...]]]:
    return [(leaf.first, leaf.last, leaf.levels) for leaf in leafs_of(whole)]


def test_leafs_under_merged_headings() -> None:
    whole = table(
        ("No", "Indikator Kinerja", "Target", "<"), ("^", "^", "2022", "2023"), NUMBERS, ("1", "Jalan", "80", "82")
    )
    assert levels(whole) == [
        (0, 0, ("No",)),
        (1, 1, ("Indikator Kinerja",)),
        (2, 2, ("Target", "2022")),
        (3, 3, ("Target", "2023")),
    ]


def test_a_heading_over_two_grid_columns_is_one_leaf() -> None:
    """The body draws number and text of the label in squares of their own under one heading."""
    whole = table(("Program", "<", "Pagu", "<"), ("1.", "Jalan", "Rp", "1.000.000"))
    assert levels(whole) == [(0, 1, ("Program",)), (2, 3, ("Pagu",))]
    cells = assign_cells(whole, leafs_of(whole))[1]
    assert [[c.flat for c in under] for under in cells] == [["1.", "Jalan"], ["Rp", "1.000.000"]]


def test_a_sliver_between_jittered_borders_belongs_to_its_neighbour() -> None:
    """Headings and body are drawn a few points apart, so that a sliver of a column lies between them."""
    whole = table(
        ("Indikator Kinerja", "", "Target", "<"),
        ("Jalan mantap", "<", "80,00", ""),
        widths={0: 160, 1: 6, 2: 80, 3: 6},
    )
    leafs = leafs_of(whole)
    assert [leaf.levels for leaf in leafs] == [("Indikator Kinerja",), ("Target",)]
    row = assign_cells(whole, leafs)[1]
    assert [[c.flat for c in under if c.flat] for under in row] == [["Jalan mantap"], ["80,00"]]


def test_a_body_cell_goes_to_the_leaf_it_shares_most_width_with() -> None:
    """The body's border lies left of the heading's: its cell covers a sliver of the column before."""
    whole = table(
        ("Indikator Kinerja", "<", "Target", "Realisasi"),
        ("Jalan mantap", "80,00", "<", "82,00"),
        widths={0: 160, 1: 8, 2: 72, 3: 80},
    )
    leafs = leafs_of(whole)
    row = assign_cells(whole, leafs)[1]
    assert [[c.flat for c in under] for under in row] == [["Jalan mantap"], ["80,00"], ["82,00"]]
    wide = next(c for c in whole.cells if c.flat == "80,00")
    assert leafs_under(wide, leafs) == [0, 1]


def test_a_cell_over_several_leafs_belongs_to_the_first() -> None:
    whole = table(("No", "Indikator Kinerja", "Target"), ("Meningkatnya mutu jalan", "<", "<"), ("1", "Jalan", "80"))
    leafs = leafs_of(whole)
    wide = next(c for c in whole.cells if c.flat == "Meningkatnya mutu jalan")
    assert leaf_of(wide, leafs, [1.0, 1.0, 1.0]) == 0
    assert leafs_under(wide, leafs) == [0, 1, 2]


def test_a_table_without_headings_has_a_leaf_for_each_column() -> None:
    assert levels(table(BODY, BODY, header_rows=0)) == [(k, k, ()) for k in range(4)]


@pytest.mark.parametrize("docx", [False, True])
def test_leafs_do_not_depend_on_the_kind_of_file(docx: bool) -> None:
    whole = table(("No", "Indikator Kinerja", "Target", "<"), ("^", "^", "2022", "2023"), BODY, docx=docx)
    assert [leaf.levels for leaf in leafs_of(whole)][2:] == [("Target", "2022"), ("Target", "2023")]


UNITS = (("No", "Indikator Kinerja", "Target", "Realisasi", "Capaian"), ("^", "^", "(%)", "(%)", "(%)"))


def test_a_unit_below_a_heading_of_its_own_width_is_part_of_it() -> None:
    whole = table(*UNITS, ("1", "Jalan mantap", "80", "82", "102,50"))
    assert [leaf.levels[-1] for leaf in leafs_of(whole)][2:] == ["Target (%)", "Realisasi (%)", "Capaian (%)"]


def test_a_per_cent_below_a_heading_over_several_columns_stays_a_kind_of_it() -> None:
    whole = table(
        ("Program", "Realisasi", "<", "Persentase"),
        ("^", "Rp", "%", "%"),
        ("Program Jalan", "1.250.000.000", "92,50", "92,50"),
    )
    assert [leaf.levels for leaf in leafs_of(whole)][1:] == [
        ("Realisasi", "Rp"), ("Realisasi", "%"), ("Persentase %",),
    ]  # fmt: skip
