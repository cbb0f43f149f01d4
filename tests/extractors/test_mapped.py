"""Whole tables to labelled rows: what is carried, shared, dropped and listed."""

from __future__ import annotations

import pytest

from extractors.mapped import map_table
from schemas.extraction import BarisTeks, TabelTerpetakan
from schemas.kinerja import Kind, Part, TabelBelumDipetakan
from schemas.printed import Table
from tests.extractors.grids import table

P = Part
HEAD = ("No", "Sasaran", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)")


def mapped(whole: Table, context: str = "") -> TabelTerpetakan:
    result = map_table(whole, 0, context, lampiran=False)
    assert isinstance(result, TabelTerpetakan), result.reason
    return result


def facts(baris: BarisTeks) -> dict[Part, str]:
    return {isi.part: isi.text for isi in baris.isi}


def full(k: int, sasaran: str, label: str) -> tuple[str, ...]:
    return (str(k), sasaran, label, "%", f"{k}0,00", f"{k}1,00", "102,00")


def test_rows_carry_label_number_unit_and_figures() -> None:
    result = mapped(table(HEAD, full(1, "Jalan baik", "Jalan mantap"), full(2, "Air cukup", "Air minum")))
    assert result.kind is Kind.CAPAIAN
    assert [(b.nomor, b.sasaran, b.label) for b in result.baris] == [
        ("1", "Jalan baik", "Jalan mantap"), ("2", "Air cukup", "Air minum"),
    ]  # fmt: skip
    assert facts(result.baris[0]) == {P.SATUAN: "%", P.TARGET: "10,00", P.REALISASI: "11,00", P.CAPAIAN: "102,00"}


@pytest.mark.parametrize("mark", ["^", ""])
def test_a_sasaran_covers_the_rows_below_it(mark: str) -> None:
    """Merged, or printed once with blank cells below."""
    rows = [full(1, "Jalan baik", "Jalan mantap"), full(2, mark, "Jembatan"), full(3, "Air cukup", "Air minum")]
    assert [b.sasaran for b in mapped(table(HEAD, *rows)).baris] == ["Jalan baik", "Jalan baik", "Air cukup"]


def test_a_merged_label_names_all_its_rows() -> None:
    whole = table(
        ("Indikator Kinerja", "Triwulan", "Target", "Realisasi"),
        ("Jalan mantap", "I", "20,00", "21,00"),
        ("^", "II", "40,00", "41,00"),
        ("Air minum", "I", "30,00", "31,00"),
    )
    assert [b.label for b in mapped(whole).baris] == ["Jalan mantap", "Jalan mantap", "Air minum"]


def test_a_merged_figure_belongs_to_every_row_it_covers_and_says_so() -> None:
    whole = table(
        ("Indikator Kinerja", "Target", "Realisasi", "Anggaran (Rp)"),
        ("Jalan mantap", "80,00", "81,00", "1.250.000.000"),
        ("Jembatan", "70,00", "71,00", "^"),
        ("Air minum", "60,00", "61,00", "900.000.000"),
    )
    money = [next(i for i in b.isi if i.part is P.ANGGARAN) for b in mapped(whole).baris]
    assert [(i.text, i.shared) for i in money] == [
        ("1.250.000.000", True), ("1.250.000.000", True), ("900.000.000", False),
    ]  # fmt: skip
    assert money[0].place == money[1].place


def test_a_figure_merged_with_its_own_label_is_not_shared() -> None:
    whole = table(
        ("Indikator Kinerja", "Target", "Realisasi", "Keterangan"),
        ("Jalan mantap", "80,00", "81,00", "a"),
        ("^", "^", "^", "b"),
        ("Air minum", "60,00", "61,00", "c"),
    )
    assert not any(i.shared for b in mapped(whole).baris for i in b.isi)


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(HEAD, id="heading"),
        pytest.param(tuple(f"({k})" for k in range(1, 8)), id="numbers"),
        pytest.param(tuple(str(k) for k in range(1, 8)), id="plain-numbers"),
        pytest.param(("",) * 7, id="blank"),
    ],
)
def test_headings_and_number_rows_inside_the_body_are_dropped(inside: tuple[str, ...]) -> None:
    rows = [full(k, "Jalan baik", f"Indikator layanan ke-{k}") for k in (1, 2, 3)]
    result = mapped(table(HEAD, *rows[:2], inside, rows[2]))
    assert [b.label for b in result.baris] == [f"Indikator layanan ke-{k}" for k in (1, 2, 3)]


@pytest.mark.parametrize(("text", "label", "figure"), [
    ("Rata-rata Capaian 86,59", "Rata-rata Capaian", "86,59"),
    ("JUMLAH : 99,50%", "JUMLAH", "99,50%"),
])  # fmt: skip
def test_a_total_with_its_figure_in_one_merged_cell(text: str, label: str, figure: str) -> None:
    rows = [full(k, "Jalan baik", f"Indikator layanan ke-{k}") for k in (1, 2)]
    last = mapped(table(HEAD, *rows, (text, *["<"] * 6))).baris[-1]
    assert last.label == label
    assert [(i.part, i.text) for i in last.isi] == [(P.CAPAIAN, figure)]


def test_a_total_in_a_merged_label_keeps_its_figures() -> None:
    whole = table(
        ("No", "Program", "Pagu (Rp)", "Realisasi (Rp)", "%"),
        ("1", "Jalan", "1.000.000", "900.000", "90,00"),
        ("2", "Air", "3.000.000", "2.700.000", "90,00"),
        ("JUMLAH", "<", "4.000.000", "3.600.000", "90,00"),
    )
    last = mapped(whole).baris[-1]
    assert last.label == "JUMLAH"
    assert [i.text for i in last.isi] == ["4.000.000", "3.600.000", "90,00"]


@pytest.mark.parametrize(
    ("printed", "nomor", "label"),
    [
        ("1. Jalan mantap", "1.", "Jalan mantap"),
        ("a) Jalan mantap", "a)", "Jalan mantap"),
        ("1.2.3 Jalan mantap", "1.2.3", "Jalan mantap"),
        ("2.07.01 Program Penunjang", "2.07.01", "Program Penunjang"),
        ("Jalan mantap 2023", None, "Jalan mantap 2023"),
    ],
)
def test_a_number_in_front_of_a_label_is_taken_off(printed: str, nomor: str | None, label: str) -> None:
    whole = table(("Program/Kegiatan", "Pagu (Rp)", "Realisasi (Rp)"), (printed, "1.000.000", "900.000"))
    first = mapped(whole).baris[0]
    assert (first.nomor, first.label) == (nomor, label)


def test_wrapped_labels_are_joined_and_values_keep_their_lines() -> None:
    whole = table(
        ("Indikator Kinerja", "Target", "Realisasi"), ("Persentase jalan\nmantap", "80,00", "(4) / (5)\nx 100 = 80")
    )
    first = mapped(whole).baris[0]
    assert first.label == "Persentase jalan mantap"
    assert facts(first)[P.REALISASI] == "(4) / (5)\nx 100 = 80"


def test_several_indicators_in_one_ruled_row() -> None:
    whole = table(
        ("Sasaran", "Indikator Kinerja", "Target", "Realisasi"),
        ("Jalan baik", "1. Jalan mantap\n2. Jembatan", "80,00\n70,00", "81,00\n71,00"),
    )
    assert [(b.row, b.sub, b.sasaran, b.label, b.nomor, facts(b)[P.TARGET]) for b in mapped(whole).baris] == [
        (1, 0, "Jalan baik", "Jalan mantap", "1.", "80,00"),
        (1, 1, "Jalan baik", "Jembatan", "2.", "70,00"),
    ]


def test_rupiah_and_amount_in_squares_of_their_own_are_one_figure() -> None:
    whole = table(
        ("Program", "Pagu (Rp)", "<", "Realisasi (Rp)"), ("Jalan", "Rp", "1.000.000", "900.000"),
        widths={1: 30, 2: 90},
    )  # fmt: skip
    assert facts(mapped(whole).baris[0])[P.ANGGARAN] == "Rp 1.000.000"


@pytest.mark.parametrize(
    ("rows", "word"),
    [
        pytest.param((("1", "Jalan", "80,00"), ("2", "Air", "60,00")), "kepala", id="no-heading"),
        pytest.param((("Sasaran", "Indikator Kinerja"), ("Jalan baik", "Jalan mantap")), "angka", id="no-figures"),
        pytest.param((("Indikator Kinerja", "Target"), ("Jalan mantap", "")), "angka", id="blank-figures"),
    ],
)
def test_what_is_not_understood_is_listed_with_its_reason(rows: tuple[tuple[str, ...], ...], word: str) -> None:
    result = map_table(table(*rows, caption="Tabel 1.1 Contoh"), 4, "", lampiran=False)
    assert isinstance(result, TabelBelumDipetakan)
    assert (result.number, result.caption, result.rows) == (4, "Tabel 1.1 Contoh", len(rows))
    assert word in result.reason


@pytest.mark.parametrize(
    ("caption", "tahun"),
    [("Tabel 3.1 Capaian Kinerja Tahun 2023", 2023), ("Tabel 3.1 Realisasi 2021-2023", None), (None, None)],
)
def test_year_of_the_caption(caption: str | None, tahun: int | None) -> None:
    whole = table(("Indikator Kinerja", "Target", "Realisasi"), ("Jalan mantap", "80", "81"), caption=caption)
    assert mapped(whole).tahun == tahun


@pytest.mark.parametrize("docx", [False, True])
def test_rows_do_not_depend_on_the_kind_of_file(docx: bool) -> None:
    rows = [full(1, "Jalan baik", "Jalan mantap"), full(2, "^", "Jembatan")]
    result = mapped(table(HEAD, *rows, docx=docx))
    assert [(b.label, b.sasaran, tuple(facts(b).values())) for b in result.baris] == [
        ("Jalan mantap", "Jalan baik", ("%", "10,00", "11,00", "102,00")),
        ("Jembatan", "Jalan baik", ("%", "20,00", "21,00", "102,00")),
    ]


@pytest.mark.parametrize("docx", [False, True])
def test_a_second_heading_row_of_units_gives_no_role_of_its_own(docx: bool) -> None:
    result = mapped(
        table(
            ("No", "Indikator Kinerja", "Target", "Realisasi", "Capaian"),
            ("^", "^", "(%)", "(%)", "(%)"),
            ("1", "Perkara putus tepat waktu", "95", "97", "102,11"),
            ("2", "Perkara diunggah", "90", "81", "90,00"),
            docx=docx,
        )
    )
    assert result.kind is Kind.CAPAIAN
    assert facts(result.baris[1]) == {P.TARGET: "90", P.REALISASI: "81", P.CAPAIAN: "90,00"}


def lost(*rows: tuple[str, ...]) -> TabelBelumDipetakan:
    result = map_table(table(*rows, header_rows=2), 0, "", lampiran=False)
    assert isinstance(result, TabelBelumDipetakan)
    return result


def test_a_table_that_names_target_and_realisasi_without_giving_them_a_column_is_told_as_lost() -> None:
    result = lost(
        ("No", "Uraian", "Target", "<", "Realisasi", "<"),
        ("^", "^", "%", "Predikat", "%", "Predikat"),
        ("1", "Jalan mantap", "80,00", "Baik", "82,00", "Baik"),
        ("2", "Jembatan mantap", "75,00", "Baik", "71,50", "Cukup"),
    )
    assert result.kinerja


def test_a_table_of_other_things_is_no_lost_performance() -> None:
    assert not lost(("No", "Nama"), ("^", "^"), ("1", "Jalan mantap"), ("2", "Jembatan")).kinerja
