"""Cells merged over several rows, and several levels or tables side by side."""

from __future__ import annotations

import pytest

from extractors.keputusan.tabel.baris import Baris, Sel, kolom_sambungan
from extractors.keputusan.tabel.kelompok import kelompok
from extractors.keputusan.tabel.kepala import Kolom
from extractors.keputusan.tabel.peran import Peran
from tests.extractors.grids import table
from tests.extractors.keputusan.tabel_contoh import KEPALA, baca, nama, rumus, teks


@pytest.mark.parametrize("docx", [False, True])
def test_a_formula_over_two_rows_with_a_piece_for_each(docx: bool) -> None:
    found = baca(
        KEPALA,
        ("S", "a. Jumlah surat", "a. Banyaknya surat\nb. Banyaknya arsip", "Laporan"),
        ("^", "b. Jumlah arsip", "^", "^"),
        docx=docx,
    )
    assert rumus(found.indikator) == ["Banyaknya surat", "Banyaknya arsip"]
    assert [teks(own.sumber_data) for own in found.indikator] == ["Laporan", "Laporan"]
    assert [own.kosong for own in found.indikator] == [(), ()]


def test_a_formula_over_two_rows_cut_by_its_words() -> None:
    found = baca(
        KEPALA,
        ("S", "Jumlah kapal nelayan", "Jumlah kapal nelayan\nJumlah pasar ikan", "x"),
        ("^", "Jumlah pasar ikan", "^", "^"),
    )
    assert rumus(found.indikator) == ["Jumlah kapal nelayan", "Jumlah pasar ikan"]


def test_one_formula_over_two_rows_is_that_of_both() -> None:
    found = baca(KEPALA, ("S", "Nilai kapal", "Hasil penilaian tim", "x"), ("^", "Nilai pasar", "^", "^"))
    assert rumus(found.indikator) == ["Hasil penilaian tim"] * 2
    assert found.belum_dipahami == ()


def test_equal_texts_in_cells_of_their_own_are_not_shared() -> None:
    sama = "a. Banyaknya surat\nb. Banyaknya arsip"
    found = baca(KEPALA, ("S", "Jumlah surat", sama, "x"), ("", "Jumlah arsip", sama, "x"))
    assert rumus(found.indikator) == [sama.replace("\n", " ")] * 2


def test_a_merge_that_ends_before_the_last_row() -> None:
    found = baca(
        KEPALA,
        ("S", "Jumlah surat", "1. Banyaknya surat\n2. Banyaknya arsip", "x"),
        ("^", "Jumlah arsip", "^", "y"),
        ("T", "Jumlah tamu", "Banyaknya tamu", "z"),
    )
    assert rumus(found.indikator) == ["Banyaknya surat", "Banyaknya arsip", "Banyaknya tamu"]


def test_merged_keepers_and_targets_count_for_all_rows() -> None:
    kepala = ("Sasaran", "Indikator", "Target 2025", "Penanggung Jawab")
    found = baca(
        kepala,
        ("S", "Nilai A", "80", "Kabid Aset"),
        ("^", "Nilai B", "^", "^"),
        ("^", "Nilai C", "90", "^"),
    )
    assert [own.target[0][1].text for own in found.indikator] == ["80", "80", "90"]
    assert {teks(own.penanggung_jawab) for own in found.indikator} == {"Kabid Aset"}


def test_an_indicator_over_two_rows_has_the_texts_of_both() -> None:
    found = baca(KEPALA, ("S", "Indeks air", "Nilai sungai", "DLH"), ("^", "^", "ditambah nilai danau", "BPS"))
    (own,) = found.indikator
    assert (teks(own.formula), teks(own.sumber_data)) == ("Nilai sungai ditambah nilai danau", "DLH BPS")


def test_merged_blank_cells_count_once() -> None:
    found = baca(KEPALA, ("S", "Nilai A", "x", ""), ("^", "Nilai B", "y", "^"))
    assert [own.kosong for own in found.indikator] == [("sumber_data",), ()]


def kolom(*peran: Peran) -> tuple[Kolom, ...]:
    return tuple(Kolom(peran=own, first=k, last=k) for k, own in enumerate(peran))


def tingkat(*peran: Peran) -> list[list[Peran]]:
    baris = Baris(table=0, row=1, sel=tuple(Sel() for _ in peran))
    return [[own.peran for own in columns] for columns, _ in kelompok(kolom(*peran), (baris,))]


def test_levels_begin_at_a_sasaran_behind_indicators() -> None:
    assert tingkat(Peran.SASARAN, Peran.INDIKATOR, Peran.SASARAN, Peran.INDIKATOR, Peran.TARGET) == [
        [Peran.SASARAN, Peran.INDIKATOR],
        [Peran.SASARAN, Peran.INDIKATOR, Peran.TARGET],
    ]


def test_a_program_without_indicators_is_no_level() -> None:
    assert tingkat(Peran.SASARAN, Peran.INDIKATOR, Peran.SASARAN, Peran.TARGET) == [
        [Peran.SASARAN, Peran.INDIKATOR, Peran.LAIN, Peran.TARGET]
    ]


def test_only_the_sasaran_nearest_to_the_indicators_counts() -> None:
    assert tingkat(Peran.SASARAN, Peran.SASARAN, Peran.INDIKATOR) == [[Peran.TUJUAN, Peran.SASARAN, Peran.INDIKATOR]]
    assert tingkat(Peran.TUJUAN, Peran.TUJUAN, Peran.INDIKATOR) == [[Peran.TUJUAN, Peran.SASARAN, Peran.INDIKATOR]]


def test_two_indicator_columns_without_sasaran_between_are_two_levels() -> None:
    assert len(tingkat(Peran.INDIKATOR, Peran.INDIKATOR, Peran.FORMULA)) == 2


def test_text_across_the_table_belongs_to_the_first_level_only() -> None:
    columns = kolom(Peran.SASARAN, Peran.INDIKATOR, Peran.SASARAN, Peran.INDIKATOR)
    baris = Baris(table=0, row=1, sel=tuple(Sel() for _ in columns), penuh=True)
    assert [len(rows) for _, rows in kelompok(columns, (baris,))] == [1, 0]


def test_each_level_carries_its_own_sasaran() -> None:
    kepala = ("Tujuan", "Indikator Tujuan", "Sasaran", "Indikator Sasaran", "Formula")
    found = baca(
        kepala,
        ("Terwujudnya kota sehat", "Indeks kota sehat", "Meningkatnya gizi", "Prevalensi stunting", "x"),
        ("", "", "", "Persentase bayi sehat", "y"),
        ("", "", "Turunnya penyakit", "Jumlah kasus", "z"),
    )
    assert [(teks(own.sasaran), own.indikator.text) for own in found.indikator] == [
        ("Terwujudnya kota sehat", "Indeks kota sehat"),
        ("Meningkatnya gizi", "Prevalensi stunting"),
        ("Meningkatnya gizi", "Persentase bayi sehat"),
        ("Turunnya penyakit", "Jumlah kasus"),
    ]
    assert rumus(found.indikator) == [None, "x", "y", "z"]


class TestKolomSambungan:
    """Which grid a table without headings shares with the one before it."""

    awal = baca(KEPALA, ("S", "Nilai A", "x", "y"))

    def test_the_same_borders(self) -> None:
        found = kolom_sambungan(table(("a", "b", "c", "d"), header_rows=0), self.awal.kolom)
        assert found is not None and [(own.first, own.last) for own in found] == [(0, 0), (1, 1), (2, 2), (3, 3)]

    def test_a_column_that_is_two_squares_on_the_next_page(self) -> None:
        made = table(("a", "b", "c1", "c2", "d"), header_rows=0, widths={2: 40.0, 3: 40.0})
        found = kolom_sambungan(made, self.awal.kolom)
        assert found is not None and [(own.first, own.last) for own in found] == [(0, 0), (1, 1), (2, 3), (4, 4)]

    def test_borders_elsewhere(self) -> None:
        made = table(("a", "b", "c", "d"), header_rows=0, widths={0: 30.0, 1: 130.0})
        assert kolom_sambungan(made, self.awal.kolom) is None

    def test_as_many_columns_in_a_word_file(self) -> None:
        word = baca(KEPALA, ("S", "Nilai A", "x", "y"), docx=True)
        assert kolom_sambungan(table(("a", "b", "c", "d"), docx=True, header_rows=0), word.kolom) == word.kolom
        assert kolom_sambungan(table(("a", "b", "c"), docx=True, header_rows=0), word.kolom) is None


def test_a_table_of_one_heading_row_holds_no_indicators() -> None:
    found = baca(KEPALA, header_rows=1)
    assert (nama(found.indikator), len(found.kepala)) == ([], 4)
