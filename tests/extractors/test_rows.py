"""One ruled row that prints several: items of cells, splitting by height and by order, groups of label lines."""

from __future__ import annotations

import pytest

from extractors.rows import Share, item_text, items_of, label_groups, split_rows
from schemas.printed import Cell
from tests.extractors.grids import cell, line, place

# Heights on page 1 as the module counts them, so that they rise over pages.
PAGE_1 = 10_000


def items(*texts: str) -> list[str]:
    return [item_text(lines) for lines in items_of(cell(*texts))]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(("80,00", "60,00"), ["80,00", "60,00"], id="two"),
        pytest.param(("94,", "87%"), ["94,87%"], id="digits-cut-at-the-comma"),
        pytest.param(("23.294.140.00", "0"), ["23.294.140.000"], id="digits-cut-in-a-group"),
        pytest.param(("1.250.000.", "000"), ["1.250.000.000"], id="digits-cut-at-a-point"),
        pytest.param(("63,36 %", "(Sedang)", "95,00 %", "(Baik)"), ["63,36 % (Sedang)", "95,00 % (Baik)"], id="class"),
        pytest.param(("1.200", "orang"), ["1.200 orang"], id="unit-below"),
        pytest.param(("80 Persen", "12 Dokumen"), ["80 Persen", "12 Dokumen"], id="unit-behind"),
        pytest.param(("80,00", "n/a", "-"), ["80,00", "n/a", "-"], id="nil"),
        pytest.param(
            ("-", "80,00"),
            ["-", "80,00"],
            id="nil-first",
        ),
        pytest.param(("Rp 1.000", "Rp 2.000"), ["Rp 1.000", "Rp 2.000"], id="rupiah"),
        pytest.param(("Rp", "64.250.000,00"), ["Rp 64.250.000,00"], id="rupiah-on-a-line-of-its-own"),
        pytest.param(("Rp.", "1.000", "Rp.", "2.000"), ["Rp. 1.000", "Rp. 2.000"], id="two-amounts-below-their-rupiah"),
        pytest.param(("64.250.00", "0.000,00"), ["64.250.000.000,00"], id="digits-cut-before-more-groups"),
        pytest.param(("64.250.000.0", "00,00"), ["64.250.000.000,00"], id="digits-cut-before-decimals"),
        pytest.param(("64.25", "0.000.000"), ["64.250.000.000"], id="digits-cut-in-the-second-group"),
        pytest.param(("64.25", "0.125"), ["64.25", "0.125"], id="two-figures-with-decimal-points"),
        pytest.param(("64.25", "30"), ["64.25", "30"], id="two-short-figures"),
        pytest.param((), [], id="blank"),
    ],
)
def test_figures_of_a_cell(lines: tuple[str, ...], expected: list[str]) -> None:
    assert items(*lines) == expected


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        pytest.param(86.0, ["64.250.000.000,00"], id="narrow"),
        pytest.param(140.0, ["64.250.000.000,0", "0"], id="room-for-the-digit"),
    ],
)
def test_a_last_decimal_is_cut_only_where_it_had_no_room(width: float, expected: list[str]) -> None:
    lines = (line("64.250.000.000,0", top=100), line("0", top=112))
    box = Cell(row=0, col=0, rowspan=1, colspan=1, lines=lines, place=place(1, 58, 90, 58 + width, 130))
    assert [item_text(item) for item in items_of(box)] == expected
    assert Share(lines, box).text.split("\n") == expected


def rows(
    cells: list[Cell], figures: tuple[int, ...], labels: tuple[int, ...], numbers: tuple[int, ...] = ()
) -> list[list[str]]:
    """Texts by column of each logical row."""
    split = split_rows({c.col: c for c in cells}, figures, labels, numbers)
    cols = sorted(c.col for c in cells)
    return [[" ".join(row[col].text.split()) if col in row else "" for col in cols] for row in split]


def test_a_row_that_prints_one_stays_whole() -> None:
    cells = [cell("Persentase jalan", "dalam kondisi mantap", col=0), cell("80,00", col=1), cell("82,00", col=2)]
    assert rows(cells, (1, 2), (0,)) == [["Persentase jalan dalam kondisi mantap", "80,00", "82,00"]]


def test_two_columns_of_figures_split_by_height() -> None:
    cells = [
        cell("Jalan mantap", "Air minum", "Sanitasi", col=0),
        cell("80,00", "60,00", "70,00", col=1),
        cell("82,00", "61,00", "71,00", col=2),
    ]
    assert rows(cells, (1, 2), (0,)) == [
        ["Jalan mantap", "80,00", "82,00"], ["Air minum", "60,00", "61,00"], ["Sanitasi", "70,00", "71,00"],
    ]  # fmt: skip


@pytest.mark.parametrize("at", ["first", "middle", "last"])
def test_wrapped_labels_stand_beside_their_figures(at: str) -> None:
    """The figure may stand at the first, the middle or the last line of its label."""
    tops = [100, 112, 124, 148, 160, 172]
    label = cell(
        "Persentase jalan", "kabupaten dalam", "kondisi mantap", "Cakupan layanan", "air minum layak", "perdesaan",
        col=0, tops=tops,
    )  # fmt: skip
    shift = {"first": 0, "middle": 1, "last": 2}[at]
    heights = [tops[shift], tops[3 + shift]]
    cells = [label, cell("80", "60", col=1, tops=heights), cell("82", "61", col=2, tops=heights)]
    assert rows(cells, (1, 2), (0,)) == [
        ["Persentase jalan kabupaten dalam kondisi mantap", "80", "82"],
        ["Cakupan layanan air minum layak perdesaan", "60", "61"],
    ]


def test_a_blank_figure_leaves_its_row_blank() -> None:
    cells = [
        cell("Jalan", "Air", "Sanitasi", col=0, tops=[100, 120, 140]),
        cell("80", "60", "70", col=1, tops=[100, 120, 140]),
        cell("82", "71", col=2, tops=[100, 140]),
        cell("1", "2", "3", col=3, tops=[100, 120, 140]),
    ]
    assert rows(cells, (1, 2), (0,), (3,)) == [
        ["Jalan", "80", "82", "1"],
        ["Air", "60", "", "2"],
        ["Sanitasi", "70", "71", "3"],
    ]


def test_one_column_of_figures_beside_a_numbered_list() -> None:
    cells = [cell("1. Jalan mantap", "2. Air minum", col=0), cell("80,00", "60,00", col=1)]
    assert rows(cells, (1,), (0,)) == [["1. Jalan mantap", "80,00"], ["2. Air minum", "60,00"]]


def test_one_column_of_figures_beside_prose_is_not_split() -> None:
    cells = [cell("Persentase jalan", "dalam kondisi mantap", col=0), cell("80,00", "82,00", col=1)]
    assert len(rows(cells, (1,), (0,))) == 1


def test_units_and_codes_go_with_their_rows() -> None:
    tops = [100, 120]
    cells = [
        cell("Jalan mantap", "Air minum", col=0, tops=tops),
        cell("Persen", "Sambungan", col=1, tops=tops),
        cell("80", "1.200", col=2, tops=tops),
        cell("82", "1.250", col=3, tops=tops),
    ]
    assert rows(cells, (2, 3), (0,), (1,)) == [
        ["Jalan mantap", "Persen", "80", "82"],
        ["Air minum", "Sambungan", "1.200", "1.250"],
    ]


def test_a_sasaran_beside_several_indicators_is_carried() -> None:
    tops = [100, 120, 140]
    cells = [
        cell("Meningkatnya mutu", "jalan kabupaten", col=0, tops=[100, 112]),
        cell("Jalan mantap", "Jembatan baik", "Trotoar", col=1, tops=tops),
        cell("80", "70", "60", col=2, tops=tops),
        cell("82", "71", "61", col=3, tops=tops),
    ]
    assert [row[0] for row in rows(cells, (2, 3), (1,))] == ["Meningkatnya mutu jalan kabupaten"] * 3


def test_a_heading_above_the_list_is_a_row_of_its_own() -> None:
    tops = [112, 124]
    cells = [
        cell("Persentase layanan:", "a. Jalan mantap", "b. Air minum", col=0, tops=[100, *tops]),
        cell("80", "60", col=1, tops=tops),
        cell("82", "61", col=2, tops=tops),
    ]
    assert rows(cells, (1, 2), (0,)) == [
        ["Persentase layanan:", "", ""], ["a. Jalan mantap", "80", "82"], ["b. Air minum", "60", "61"],
    ]  # fmt: skip


def test_paragraphs_of_a_word_file_split_by_order() -> None:
    cells = [
        cell("Jalan mantap", "Air minum", col=0, docx=True),
        cell("80,00", "60,00", col=1, docx=True),
        cell("82,00", "61,00", col=2, docx=True),
    ]
    assert rows(cells, (1, 2), (0,)) == [["Jalan mantap", "80,00", "82,00"], ["Air minum", "60,00", "61,00"]]


def test_paragraphs_that_do_not_pair_stay_whole() -> None:
    """Without places nothing tells which of three paragraphs the second figure belongs to."""
    cells = [
        cell("Jalan mantap", "Air minum", "Sanitasi", col=0, docx=True),
        cell("80,00", "60,00", col=1, docx=True),
        cell("82,00", "61,00", col=2, docx=True),
    ]
    assert len(rows(cells, (1, 2), (0,))) == 1


def test_a_very_long_row_is_left_whole() -> None:
    many = [str(k) for k in range(70)]
    cells = [cell(*many, col=0), cell(*many, col=1), cell(*many, col=2)]
    assert len(rows(cells, (1, 2), (0,))) == 1


def groups(texts: dict[str, float], anchors: list[float]) -> list[list[str]]:
    lines = [line(text, top=top) for text, top in texts.items()]
    return [[one.text for one in group] for group in label_groups(lines, [PAGE_1 + a + 5 for a in anchors])]


def test_label_groups_take_all_lines() -> None:
    texts = {"Persentase jalan": 100, "mantap": 112, "Cakupan air": 130, "minum": 142, "Rasio": 160}
    assert groups(texts, [100, 130, 160]) == [["Persentase jalan", "mantap"], ["Cakupan air", "minum"], ["Rasio"]]


def test_a_label_group_may_be_blank() -> None:
    """A figure whose label stands in another column."""
    assert groups({"Jalan mantap": 130, "Air minum": 160}, [100, 130, 160]) == [[], ["Jalan mantap"], ["Air minum"]]


def test_a_line_in_lower_case_begins_no_group() -> None:
    texts = {"Persentase rumah tangga": 100, "dengan air minum layak": 112, "Rasio elektrifikasi": 124}
    assert groups(texts, [106, 124])[1] == ["Rasio elektrifikasi"]
