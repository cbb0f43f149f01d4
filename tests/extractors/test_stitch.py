"""Pieces of a table over pages: what joins them, what ends a table."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.tables import Piece, stitch
from schemas.printed import Line, LineRole, Table
from tests.extractors.grids import line, piece, texts

HEAD = ("No", "Indikator Kinerja", "Target", "Realisasi")
NUMBERS = ("(1)", "(2)", "(3)", "(4)")
CAPTION = "Tabel 3.1 Capaian Kinerja Tahun 2023"


def row(k: int) -> tuple[str, ...]:
    return (f"{k}.", f"Persentase layanan ke-{k}", f"{40 + k},00", f"{41 + k},50")


def tables(items: Sequence[Line | Piece]) -> list[Table]:
    return [block for block in stitch(items) if isinstance(block, Table)]


def labels(table: Table) -> list[str]:
    return [line[1] for line in texts(table)[table.header_rows :]]


def test_a_repeated_heading_is_dropped() -> None:
    joined = tables([line(CAPTION), piece(HEAD, row(1), row(2)), piece(HEAD, row(3), page=2)])
    assert len(joined) == 1
    assert texts(joined[0]) == [list(HEAD), *(list(row(k)) for k in (1, 2, 3))]
    assert joined[0].caption == CAPTION
    assert joined[0].header_rows == 1
    assert [(part.first_row, part.last_row) for part in joined[0].parts] == [(0, 2), (3, 3)]


def test_a_heading_that_is_not_repeated() -> None:
    joined = tables([piece(HEAD, row(1)), piece(row(2), row(3), page=2)])
    assert [labels(table) for table in joined] == [[row(k)[1] for k in (1, 2, 3)]]


def test_only_the_number_row_is_repeated() -> None:
    joined = tables([piece(HEAD, NUMBERS, row(1)), piece(NUMBERS, row(2), page=2)])
    assert [labels(table) for table in joined] == [[row(1)[1], row(2)[1]]]
    assert joined[0].header_rows == 2


def test_a_heading_in_two_rows_repeated_over_three_pages() -> None:
    head = (("No", "Indikator Kinerja", "Tahun 2023", "<"), ("^", "^", "Target", "Realisasi"))
    joined = tables([piece(*head, row(k), page=k) for k in (1, 2, 3)])
    assert [labels(table) for table in joined] == [[row(k)[1] for k in (1, 2, 3)]]
    assert [part.place.page for part in joined[0].parts] == [1, 2, 3]


def test_margins_between_pages_do_not_end_a_table() -> None:
    footer, header = line("Halaman 12", role=LineRole.FOOTER), line("LKjIP 2023", role=LineRole.HEADER, page=2)
    assert len(tables([piece(HEAD, row(1)), footer, header, piece(HEAD, row(2), page=2)])) == 1


@pytest.mark.parametrize(
    "between",
    [
        "Tabel 3.2 Capaian Kinerja Sasaran Kedua",
        "Dari tabel di atas terlihat bahwa seluruh target tercapai.",
        "B. Realisasi Anggaran",
    ],
)
def test_a_caption_or_text_between_ends_the_table(between: str) -> None:
    """Even under the same headings: the next table has its own name."""
    joined = tables([line(CAPTION), piece(HEAD, row(1)), line(between, page=2), piece(HEAD, row(2), page=2)])
    assert [labels(table) for table in joined] == [[row(1)[1]], [row(2)[1]]]


@pytest.mark.parametrize("mark", ["Lanjutan", "Lanjutan Tabel 3.1", "Tabel 3.1 (lanjutan)", "Sambungan Tabel 3.1"])
def test_lanjutan_goes_on(mark: str) -> None:
    joined = tables([line(CAPTION), piece(HEAD, row(1)), line(mark, page=2), piece(HEAD, row(2), page=2)])
    assert [labels(table) for table in joined] == [[row(1)[1], row(2)[1]]]
    assert joined[0].caption == CAPTION


def test_other_column_borders_end_the_table() -> None:
    narrow = piece(HEAD, row(2), page=2, widths={0: 30, 1: 200, 2: 40, 3: 60})
    assert len(tables([piece(HEAD, row(1)), narrow])) == 2


def test_other_headings_end_the_table() -> None:
    other = piece(("No", "Program", "Pagu (Rp)", "Realisasi (Rp)"), ("1.", "Jalan", "1.000.000", "900.000"), page=2)
    assert len(tables([piece(HEAD, row(1)), other])) == 2


def test_a_page_without_the_table_ends_it() -> None:
    assert len(tables([piece(HEAD, row(1)), piece(HEAD, row(2), page=3)])) == 2


def test_two_tables_on_one_page_stay_apart() -> None:
    assert len(tables([piece(HEAD, row(1)), piece(HEAD, row(2))])) == 2


def test_a_row_cut_at_an_open_edge_is_closed() -> None:
    first = piece(HEAD, row(1), ("2.", "Persentase rumah tangga", "50,00", "51,00"), open_bottom=True)
    second = piece(("", "dengan akses air minum layak", "", ""), row(3), page=2, open_top=True)
    joined = tables([first, second])
    assert labels(joined[0]) == [
        row(1)[1],
        "Persentase rumah tangga dengan akses air minum layak",
        row(3)[1],
    ]
    assert texts(joined[0])[2][2:] == ["50,00", "51,00"]


def test_a_row_cut_under_a_repeated_heading_is_closed() -> None:
    first = piece(HEAD, ("1.", "Persentase rumah tangga", "50,00", "51,00"), open_bottom=True)
    second = piece(HEAD, ("", "dengan akses air minum", "", ""), row(2), page=2)
    assert labels(tables([first, second])[0])[0] == "Persentase rumah tangga dengan akses air minum"


def test_a_row_cut_at_a_closed_edge_is_closed_when_its_text_goes_on() -> None:
    first = piece(HEAD, ("1.", "Persentase rumah tangga dengan", "50,00", "51,00"))
    second = piece(("", "akses air minum layak", "", ""), row(2), page=2)
    assert labels(tables([first, second])[0]) == [
        "Persentase rumah tangga dengan akses air minum layak",
        row(2)[1],
    ]


WIDE = (*HEAD, "%")
CUT = ("2.", "Cakupan layanan yang", "40,00", "41,50", "103,75")
AFTER = tuple((f"{k}.", f"Cakupan layanan ke-{k}", "50,00", "51,00", "102,00") for k in (3, 4))


@pytest.mark.parametrize("rest", [("", "dibina", "", "", "%"), ("", "dibina", "", "", "")])
def test_the_rest_of_a_cut_row_is_no_heading_of_the_next_page(rest: tuple[str, ...]) -> None:
    (joined,) = tables([line(CAPTION), piece(WIDE, CUT), piece(rest, *AFTER, page=2)])
    assert labels(joined) == ["Cakupan layanan yang dibina", "Cakupan layanan ke-3", "Cakupan layanan ke-4"]
    assert joined.header_rows == 1


@pytest.mark.parametrize(
    "head",
    [("", "Indikator", "", "", "%"), ("Kode", "Program", "Pagu", "Sisa", "Ket"), ("", "Uraian", "", "Realisasi", "")],
)
def test_a_heading_of_the_next_page_that_names_columns_stays_one(head: tuple[str, ...]) -> None:
    whole = ("2.", "Cakupan layanan dasar", *CUT[2:])
    first, second = tables([line(CAPTION), piece(WIDE, whole), piece(head, *AFTER, page=2)])
    assert labels(first) == ["Cakupan layanan dasar"]
    assert second.header_rows == 1


def test_a_row_with_number_and_figures_of_its_own_is_never_merged() -> None:
    first = piece(HEAD, row(1), open_bottom=True)
    second = piece(row(2), row(3), page=2, open_top=True)
    assert labels(tables([first, second])[0]) == [row(k)[1] for k in (1, 2, 3)]


def test_section_rows_are_not_merged_into_the_row_above() -> None:
    """A table with label-only rows between its groups; one stands first on the second page."""
    section = ("", "Bidang Perumahan", "", "")
    first = piece(HEAD, ("", "Bidang Jalan", "", ""), row(1), ("", "Bidang Air", "", ""), row(2))
    second = piece(section, row(3), page=2)
    assert labels(tables([first, second])[0])[-2:] == ["Bidang Perumahan", row(3)[1]]


def test_a_piece_with_finer_columns_unites_the_borders() -> None:
    """One page draws `Rp` and its amount in squares of their own, the other as one."""
    first = piece(("Program", "Pagu"), ("Jalan", "1.000.000"), widths={0: 160, 1: 120})
    second = piece(("Program", "Pagu", "<"), ("Air", "Rp", "2.000.000"), page=2, widths={0: 160, 1: 30, 2: 90})
    joined = tables([first, second])
    assert len(joined) == 1
    table = joined[0]
    assert table.cols == 3
    wide = [(c.row, c.col, c.colspan) for c in table.cells if c.flat in ("1.000.000", "Rp", "2.000.000")]
    assert wide == [(1, 1, 2), (2, 1, 1), (2, 2, 1)]


def test_lines_stay_in_order_round_a_joined_table() -> None:
    items = [line("Sebelum"), piece(HEAD, row(1)), piece(HEAD, row(2), page=2), line("Sesudah", page=2)]
    blocks = stitch(items)
    assert [block.text if isinstance(block, Line) else "tabel" for block in blocks] == ["Sebelum", "tabel", "Sesudah"]


def test_a_caption_is_taken_from_the_lines_above_only() -> None:
    joined = tables([line("Uraian biasa."), piece(HEAD, row(1)), line(CAPTION, page=2), piece(HEAD, row(2), page=2)])
    assert [table.caption for table in joined] == [None, CAPTION]


@given(count=st.integers(2, 12), data=st.data())
@settings(max_examples=60, deadline=None)
def test_cutting_and_joining_keeps_every_row(count: int, data: st.DataObject) -> None:
    """A table of n rows cut at any k, with or without heading on the second page, has n rows again."""
    body = [row(k) for k in range(1, count + 1)]
    cut = data.draw(st.integers(1, count - 1))
    repeated = data.draw(st.sampled_from([(), (HEAD,), (NUMBERS,), (HEAD, NUMBERS)]))
    is_open = data.draw(st.booleans())
    first = piece(HEAD, NUMBERS, *body[:cut], open_bottom=is_open)
    second = piece(*repeated, *body[cut:], page=2, open_top=is_open and not repeated)
    joined = tables([line(CAPTION), first, second])
    assert len(joined) == 1
    assert texts(joined[0]) == [list(HEAD), list(NUMBERS), *map(list, body)]
    last = joined[0].parts[-1]
    assert (last.first_row, last.last_row) == (2 + cut, count + 1)


@given(cuts=st.lists(st.integers(1, 4), min_size=2, max_size=5))
@settings(max_examples=30, deadline=None)
def test_any_number_of_pages_joins_to_one_table(cuts: list[int]) -> None:
    numbers = iter(range(1, sum(cuts) + 1))
    pages = [[row(next(numbers)) for _ in range(size)] for size in cuts]
    items = [piece(HEAD, *rows, page=number) for number, rows in enumerate(pages, start=1)]
    joined = tables(items)
    assert len(joined) == 1
    assert labels(joined[0]) == [one[1] for rows in pages for one in rows]
    assert len(joined[0].parts) == len(cuts)
