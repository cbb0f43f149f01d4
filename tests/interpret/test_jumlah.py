"""Rows that begin with `Jumlah` or `Total`: totals, or names of what is counted."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.checks import jml001_total_tabel_salah as jml001
from pipeline.interpret.jumlah import is_total
from pipeline.interpret.laporan import interpret
from schemas.extraction import BarisTeks, Extraction, Isi, TabelTerpetakan
from schemas.finding import OutcomeStatus
from schemas.kinerja import JenisBaris, Kind, Kolom, Laporan, Metadata, Part
from tests.extractors.grids import place

P = Part
MONEY = (P.ANGGARAN, P.REALISASI_ANGGARAN)
Row = tuple[str | None, ...]


def laporan(
    rows: Sequence[Row], parts: Sequence[Part] = MONEY, *, caption: str | None = None, head: str = "Uraian"
) -> Laporan:
    """A report of one table; a row is its number, its label and a text for every part."""
    baris = tuple(
        BarisTeks(
            row=k,
            label=row[1] or "",
            nomor=row[0],
            isi=tuple(
                Isi(part=part, text=text, place=place(), row=k, col=col, header=part.value)
                for col, (part, text) in enumerate(zip(parts, row[2:], strict=True), start=2)
                if text
            ),
            place=place(),
        )
        for k, row in enumerate(rows, start=1)
    )
    tabel = TabelTerpetakan(
        number=0,
        caption=caption,
        kind=Kind.ANGGARAN if set(parts) & set(MONEY) else Kind.LAIN,
        kolom=(Kolom(col=1, part=P.LABEL, header=head),),
        baris=baris,
        tahun=2031,
        place=place(),
    )
    return interpret(Extraction(family="lkjip", metadata=Metadata(), tabel=(tabel,)))


def totals(rows: Sequence[Row], parts: Sequence[Part] = MONEY, **more: str) -> list[str]:
    found = laporan(rows, parts, **more)
    return [row.label for row in found.tabel[0].baris if row.jenis is JenisBaris.JUMLAH]


def wrong(rows: Sequence[Row], parts: Sequence[Part] = MONEY, **more: str) -> list[str]:
    """Labels of the totals that JML001 accuses."""
    outcomes = jml001.run(laporan(rows, parts, **more))
    return [o.finding.subject or "" for o in outcomes if o.status is OutcomeStatus.FINDING and o.finding is not None]


@pytest.mark.parametrize(
    "label",
    [
        "Jumlah",
        "TOTAL",
        "Jumlah :",
        "J U M L A H",
        "Jumlah.",
        "Sub Total",
        "Grand Total",
        "JUMLAH I",
        "Jumlah A + B",
        "Jumlah (1+2)",
        "Jumlah (Rp)",
        "Jumlah/Total",
        "Jumlah Seluruhnya",
        "Jumlah Keseluruhan",
        "Total Tahun 2031",
        "JUMLAH BELANJA",
        "Total Anggaran",
        "Jumlah Belanja Tidak Langsung",
        "Jumlah Pendapatan Daerah",
        "Total Nilai Kinerja",
        "Jumlah Sasaran 2",
        "JUMLAH PROGRAM II",
        "Jumlah + PPN",
    ],
)
def test_words_that_say_no_more_than_that_something_is_summed(label: str) -> None:
    assert is_total(label, None, (), named=False)


@pytest.mark.parametrize(
    "label",
    [
        "Jumlah perahu yang diserahkan",
        "Total Fertility Rate",
        "Total Quality Management Puskesmas",
        "Jumlah dana bergulir yang tersalur",
        "Jumlah belanja yang diaudit",
        "Jumlah program yang dievaluasi",
        "Jumlah kegiatan",
        "Jumlah seluruh perkara",
        "Totalitas layanan",
        "Rekapitulasi jumlah",
    ],
)
def test_words_that_name_a_thing_prove_no_total(label: str) -> None:
    assert not is_total(label, None, (), named=False)


def test_a_number_of_its_own_makes_an_item_of_all_but_the_bare_word() -> None:
    assert not is_total("Jumlah Belanja", "3.", (), named=False)
    assert is_total("Jumlah", "3.", (), named=False)
    assert is_total("JUMLAH BELANJA", "JUMLAH BELANJA", (), named=False)


def test_indicators_of_a_budget_table_are_names_and_the_total_sums_them() -> None:
    rows: list[Row] = [
        ("1", "Persentase pasar tertib ukur", "310.000.000", "300.125.000"),
        ("2", "Jumlah pedagang terlatih", "205.000.000", "190.250.000"),
        ("3", "Jumlah kios direhabilitasi", "121.500.000", "118.000.000"),
        (None, "JUMLAH", "636.500.000", "608.375.000"),
    ]
    assert totals(rows) == ["JUMLAH"]
    assert wrong(rows) == []
    rows[-1] = (None, "JUMLAH", "646.500.000", "608.375.000")
    assert wrong(rows) == ["JUMLAH"]


def test_indicators_without_numbers_of_their_own_are_names_too() -> None:
    """Under a merged number, or in a table without one."""
    rows: list[Row] = [
        ("1", "Persentase pasar tertib ukur", "310.000.000", "300.125.000"),
        (None, "Jumlah pedagang terlatih", "205.000.000", "190.250.000"),
        (None, "Total kios direhabilitasi", "121.500.000", "118.000.000"),
    ]
    assert totals(rows) == []
    assert wrong(rows) == []


def test_counts_of_several_things_are_no_totals_of_each_other() -> None:
    rows: list[Row] = [
        ("1", "Jumlah koperasi", "44", "46"),
        ("2", "Jumlah anggota", "915", "1.020"),
        ("3", "Jumlah gerai", "131", "140"),
        ("4", "Total simpanan (ribu)", "1.090", "1.206"),
    ]
    assert totals(rows, (P.JUMLAH, P.JUMLAH)) == []
    assert wrong(rows, (P.JUMLAH, P.JUMLAH)) == []


def test_a_named_total_is_one_where_a_column_adds_up_and_then_judged_in_the_others() -> None:
    rows: list[Row] = [
        ("1", "Kecamatan Utara", "1.250", "1.310"),
        ("2", "Kecamatan Selatan", "2.125", "2.240"),
        (None, "Jumlah penduduk miskin", "3.375", "3.650"),
    ]
    assert totals(rows, (P.JUMLAH, P.JUMLAH)) == ["Jumlah penduduk miskin"]
    assert wrong(rows, (P.JUMLAH, P.JUMLAH)) == ["Jumlah penduduk miskin"]


def test_small_counts_that_add_up_in_all_columns_are_enough_for_a_total_but_one_by_chance_is_not() -> None:
    rows: list[Row] = [
        (None, "Guru tetap", "4", "6"),
        (None, "Guru honorer", "3", "5"),
        (None, "Jumlah guru", "7", "11"),
    ]
    assert totals(rows, (P.JUMLAH, P.JUMLAH)) == ["Jumlah guru"]
    rows[-1] = (None, "Jumlah ruang", "7", "9")
    assert totals(rows, (P.JUMLAH, P.JUMLAH)) == []


def test_below_a_numbered_list_one_column_that_adds_up_is_enough() -> None:
    rows: list[Row] = [
        ("a", "Tetap", "10", "11"),
        ("b", "Perjanjian kerja", "4", "5"),
        (None, "Jumlah aparatur", "14", "15"),
    ]
    assert wrong(rows, (P.JUMLAH, P.JUMLAH)) == ["Jumlah aparatur"]
    rows[-1] = ("c", "Jumlah aparatur", "14", "15")
    assert wrong(rows, (P.JUMLAH, P.JUMLAH)) == []


def test_a_total_is_known_by_the_heading_that_it_names() -> None:
    rows: list[Row] = [
        (None, "Program Pasar Rakyat", "", ""),
        ("1", "Pembinaan pedagang", "40.250.000", "38.000.000"),
        ("2", "Penataan lapak", "35.500.000", "33.000.000"),
        (None, "Jumlah Program Pasar Rakyat", "76.750.000", "72.000.000"),
    ]
    assert totals(rows) == ["Jumlah Program Pasar Rakyat"]
    assert wrong(rows) == ["Jumlah Program Pasar Rakyat"] * 2


def test_a_total_is_known_by_the_caption_where_it_ends_a_numbered_list_alone() -> None:
    rows: list[Row] = [
        ("1", "Golongan IV", "12"),
        ("2", "Golongan III", "31"),
        (None, "Jumlah Pegawai", "44"),
    ]
    caption = "Tabel 1.1 Jumlah Pegawai Menurut Golongan"
    assert wrong(rows, (P.JUMLAH,), caption=caption) == ["Jumlah Pegawai"]
    assert wrong(rows, (P.JUMLAH,), caption="Tabel 1.1 Keadaan Kepegawaian") == []
    more: list[Row] = [*rows[:2], (None, "Jumlah Jabatan", "9"), *rows[2:]]
    assert totals(more, (P.JUMLAH,), caption=caption) == []


def test_a_row_that_equals_one_other_is_no_sum() -> None:
    rows: list[Row] = [
        (None, "Kegiatan Pelatihan", "120.250.000", "115.500.000"),
        (None, "Jumlah peserta pelatihan", "120.250.000", "115.500.000"),
    ]
    assert totals(rows) == []


def test_subtotals_with_names_end_what_the_next_one_sums() -> None:
    rows: list[Row] = [
        (None, "Lele", "1.125", "1.210"),
        (None, "Nila", "2.250", "2.330"),
        (None, "Jumlah Ikan Kolam", "3.375", "3.540"),
        (None, "Tongkol", "4.110", "4.215"),
        (None, "Kembung", "1.005", "1.120"),
        (None, "Jumlah Ikan Laut", "5.115", "5.335"),
        (None, "Jumlah", "8.490", "8.875"),
    ]
    parts = (P.JUMLAH, P.JUMLAH)
    assert totals(rows, parts) == ["Jumlah Ikan Kolam", "Jumlah Ikan Laut", "Jumlah"]
    assert wrong(rows, parts) == []
