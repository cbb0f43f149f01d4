"""Rows of indicator tables: merges, blanks, page edges, continuations, texts across the table."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extractors.keputusan.tabel.indikator import TabelIndikator, read_indikator
from extractors.tables import stitch
from schemas.printed import Table
from tests.extractors.grids import piece, table
from tests.extractors.keputusan.tabel_contoh import KEPALA, baca, nama, rumus, teks


def sasaran(found: TabelIndikator) -> list[str | None]:
    return [teks(own.sasaran) for own in found.indikator]


def kosong(found: TabelIndikator) -> list[tuple[str, ...]]:
    return [own.kosong for own in found.indikator]


@pytest.mark.parametrize("docx", [False, True])
@pytest.mark.parametrize("lagi", ["^", ""])
def test_a_sasaran_counts_for_all_its_rows(lagi: str, docx: bool) -> None:
    found = baca(
        KEPALA,
        ("Meningkatnya gizi balita", "Prevalensi stunting", "A / B x 100%", "EPPGBM"),
        (lagi, "Persentase balita ditimbang", "C / D x 100%", "EPPGBM"),
        ("Terkendalinya penyakit", "Jumlah kasus DBD", "Jumlah kasus", "P2P"),
        docx=docx,
    )
    assert sasaran(found) == ["Meningkatnya gizi balita", "Meningkatnya gizi balita", "Terkendalinya penyakit"]
    assert kosong(found) == [(), (), ()]


def test_a_blank_cell_of_its_own_is_blank_a_merged_one_is_shared() -> None:
    kepala = (*KEPALA, "PENANGGUNG JAWAB")
    found = baca(
        kepala,
        ("S", "Jumlah arsip", "Jumlah arsip", "Laporan", "Sekretaris"),
        ("^", "Jumlah surat", "Jumlah surat", "", "^"),
        ("^", "Jumlah tamu", "Jumlah tamu", "", ""),
    )
    assert kosong(found) == [(), ("sumber_data",), ("sumber_data", "penanggung_jawab")]
    assert [teks(own.penanggung_jawab) for own in found.indikator] == ["Sekretaris", "Sekretaris", None]


def test_several_blank_columns_are_named_in_order() -> None:
    kepala = ("Sasaran", "Indikator", "Definisi", "Formula", "Target 2025", "Target 2026")
    found = baca(kepala, ("S", "Nilai A", "", "", "", ""), ("S2", "Nilai B", "x", "y", "", "5"))
    assert kosong(found) == [("definisi", "formula", "target"), ()]


def test_a_sasaran_that_no_row_has_is_blank() -> None:
    found = baca(KEPALA, ("", "Jumlah pohon ditanam", "Jumlah pohon", "DLH"))
    assert (sasaran(found), kosong(found)) == ([None], [("sasaran",)])


def test_blank_rows_rows_of_dashes_and_column_numbers_are_no_indicators() -> None:
    found = baca(
        KEPALA,
        ("1", "2", "3", "4"),
        ("S", "Jumlah pasar sehat", "Jumlah pasar", "Disdag"),
        ("", "", "", ""),
        ("---", "--", "-", "---"),
        ("…", ".....", "-", "_"),
        ("S2", "Jumlah koperasi aktif", "Jumlah koperasi", "Diskop"),
    )
    assert nama(found.indikator) == ["Jumlah pasar sehat", "Jumlah koperasi aktif"]
    assert found.belum_dipahami == ()


def test_a_heading_repeated_inside_the_table_is_no_indicator() -> None:
    found = baca(KEPALA, ("S", "Nilai A", "x", "y"), KEPALA, ("1", "2", "3", "4"), ("S2", "Nilai B", "x", "y"))
    assert nama(found.indikator) == ["Nilai A", "Nilai B"]


def test_a_row_with_blank_leading_cells_goes_on_with_the_row_above() -> None:
    found = baca(
        KEPALA,
        ("S", "Persentase rumah layak", "Jumlah rumah layak /", "Perkim"),
        ("", "", "jumlah rumah x 100%", "kabupaten"),
        ("S2", "Jumlah embung", "Jumlah embung", "PSDA"),
    )
    assert rumus(found.indikator) == ["Jumlah rumah layak / jumlah rumah x 100%", "Jumlah embung"]
    assert teks(found.indikator[0].sumber_data) == "Perkim kabupaten"


def test_text_for_a_blank_cell_that_comes_in_the_next_row_fills_it() -> None:
    found = baca(KEPALA, ("S", "Persentase rumah layak", "", "Perkim"), ("", "", "A / B x 100%", ""))
    assert (rumus(found.indikator), kosong(found)) == (["A / B x 100%"], [()])


def test_the_rest_of_a_sasaran_in_a_row_of_its_own() -> None:
    found = baca(
        KEPALA,
        ("Meningkatnya kualitas", "Indeks kualitas udara", "Rata-rata stasiun", "DLH"),
        ("lingkungan hidup", "", "", ""),
        ("", "Indeks tutupan lahan", "Luas tutupan / luas wilayah", "DLH"),
    )
    assert sasaran(found) == ["Meningkatnya kualitas lingkungan hidup"] * 2


def test_a_sasaran_in_a_row_above_its_indicators() -> None:
    kepala = ("No", *KEPALA)
    found = baca(
        kepala,
        ("1", "Meningkatnya literasi", "", "", ""),
        ("", "", "Indeks pembangunan literasi", "Nilai perpusnas", "Perpusnas"),
        ("2", "Meningkatnya arsip tertib", "", "", ""),
        ("", "", "Nilai pengawasan kearsipan", "Nilai ANRI", "ANRI"),
    )
    assert sasaran(found) == ["Meningkatnya literasi", "Meningkatnya arsip tertib"]
    assert kosong(found) == [(), ()]


def test_the_number_of_a_row_is_no_part_of_its_sasaran() -> None:
    rows = (("Sasaran", "<", "Indikator", "Formula"), ("1.", "Tertibnya aset", "Jumlah aset", "Jumlah aset"))
    (own,) = baca(*rows, header_rows=1).indikator
    assert teks(own.sasaran) == "Tertibnya aset"


def test_a_number_before_a_sasaran_is_left_out_but_not_that_of_a_list() -> None:
    found = baca(
        KEPALA, ("1. Tertibnya aset", "Nilai A", "x", "y"), ("1. Tertibnya kas\n2. Rapinya arsip", "Nilai B", "x", "y")
    )
    assert sasaran(found) == ["Tertibnya aset", "1. Tertibnya kas 2. Rapinya arsip"]


def test_a_row_without_an_indicator_is_listed() -> None:
    kepala = ("No", *KEPALA)
    found = baca(kepala, ("1", "S", "Nilai A", "x", "y"), ("2", "Sasaran tanpa ukuran", "", "rumus yatim", ""))
    assert [b.text for b in found.belum_dipahami] == ["2 Sasaran tanpa ukuran rumus yatim"]


def test_a_goal_above_its_sasaran_is_the_sasaran_of_its_own_indicator() -> None:
    kepala = ("Tujuan", "Sasaran", "Indikator", "Formula")
    found = baca(
        kepala,
        ("Terwujudnya daya saing", "", "Laju pertumbuhan ekonomi", "PDRB n / PDRB n-1"),
        ("", "Meningkatnya investasi", "Nilai investasi", "Jumlah investasi"),
    )
    assert sasaran(found) == ["Terwujudnya daya saing", "Meningkatnya investasi"]


def test_a_position_across_the_table_keeps_the_rows_below_it() -> None:
    found = baca(
        KEPALA,
        ("Kepala Bidang Perikanan Tangkap", "<", "<", "<"),
        ("S", "Jumlah kapal terdaftar", "Jumlah kapal", "Bidang"),
        ("SEKRETARIS", "<", "<", "<"),
        ("S2", "Nilai SAKIP", "Penilaian", "Inspektorat"),
    )
    assert [teks(own.penanggung_jawab) for own in found.indikator] == ["Kepala Bidang Perikanan Tangkap", "SEKRETARIS"]
    assert found.belum_dipahami == ()


def test_a_sasaran_across_the_table_is_that_of_the_rows_below_it() -> None:
    kepala = ("No", "Indikator", "Formula", "Sumber Data")
    rows = (("Sasaran 1 : Meningkatnya ketahanan pangan", "<", "<", "<"), ("1", "Skor PPH", "Skor", "DKP"))
    assert sasaran(baca(kepala, *rows)) == ["Sasaran 1 : Meningkatnya ketahanan pangan"]


def test_other_text_across_the_table_is_listed_once() -> None:
    found = baca(
        KEPALA, ("Program Unggulan Daerah", "<", "<", "<"), ("S", "Nilai A", "x", "y"), ("", "Nilai B", "x", "y")
    )
    assert [b.text for b in found.belum_dipahami] == ["Program Unggulan Daerah"]
    assert [own.penanggung_jawab for own in found.indikator] == [None, None]


def test_places_are_those_of_the_cells() -> None:
    found = baca(KEPALA, ("S", "Jumlah\nkapal", "Jumlah kapal", "Bidang"), number=7)
    (own,) = found.indikator
    assert (own.table, own.row, own.sub) == (7, 1, 0)
    box = own.indikator.place.bbox
    assert box.height > 15


class TestSambungan:
    """A table that goes on with the one before it."""

    awal = (KEPALA, ("S", "Persentase jalan mantap", "Panjang jalan mantap dibagi", "Bina Marga"))

    def lanjut(self, *rows: Sequence[str], docx: bool = False, header_rows: int = 0) -> TabelIndikator | None:
        first = read_indikator(table(*self.awal, docx=docx), 3)
        return read_indikator(table(*rows, docx=docx, page=2, header_rows=header_rows), 4, first)

    def test_new_rows_and_the_rest_of_the_last_one(self) -> None:
        found = self.lanjut(("", "", "panjang jalan x 100%", ""), ("", "Jumlah jembatan", "Jumlah jembatan", ""))
        assert found is not None and found.melanjutkan
        assert nama(found.indikator) == ["Persentase jalan mantap", "Jumlah jembatan"]
        assert rumus(found.indikator)[0] == "Panjang jalan mantap dibagi panjang jalan x 100%"
        assert [(own.table, own.row) for own in found.indikator] == [(3, 1), (4, 1)]
        assert sasaran(found) == ["S", "S"]
        assert kosong(found) == [(), ("sumber_data",)]

    def test_a_blank_cell_at_the_top_of_a_page_may_be_merged_with_the_one_above(self) -> None:
        found = self.lanjut(("", "Jumlah jembatan", "Jumlah jembatan", ""), ("", "Jumlah gorong", "Jumlah", ""))
        assert found is not None
        assert kosong(found) == [(), (), ("sumber_data",)]

    def test_a_new_sasaran_at_the_top_of_a_page_has_cells_of_its_own(self) -> None:
        found = self.lanjut(("S2", "Jumlah jembatan", "Jumlah jembatan", ""))
        assert found is not None
        assert (kosong(found)[1], sasaran(found)[1]) == (("sumber_data",), "S2")

    def test_a_name_cut_by_the_edge(self) -> None:
        found = self.lanjut(("", "yang terpelihara", "panjang jalan", ""))
        assert found is not None
        assert nama(found.indikator) == ["Persentase jalan mantap yang terpelihara"]

    def test_a_name_in_small_letters_that_begins_like_a_measure_is_new(self) -> None:
        found = self.lanjut(("", "jumlah jembatan", "jumlah jembatan", "Bina Marga"))
        assert found is not None
        assert nama(found.indikator) == ["Persentase jalan mantap", "jumlah jembatan"]

    def test_rows_of_measures_that_the_reader_took_for_headings(self) -> None:
        found = self.lanjut(
            ("", "Jumlah jembatan", "Jumlah jembatan", ""), ("", "Jumlah gorong", "x", "y"), header_rows=1
        )
        assert found is not None
        assert nama(found.indikator) == ["Persentase jalan mantap", "Jumlah jembatan", "Jumlah gorong"]

    def test_column_numbers_on_top(self) -> None:
        found = self.lanjut(("1", "2", "3", "4"), ("S2", "Jumlah jembatan", "J", "B"), header_rows=1)
        assert found is not None and len(found.indikator) == 2

    def test_a_grid_of_other_columns_is_another_table(self) -> None:
        assert self.lanjut(("a", "b", "c"), ("d", "e", "f")) is None

    def test_other_headings_make_another_table(self) -> None:
        rows = (("Program", "Anggaran", "Keterangan", "Satuan"), ("Program Jalan", "Rp 5", "APBD", "Rp"))
        assert self.lanjut(*rows, header_rows=1) is None

    def test_in_a_word_file_rows_must_look_like_indicators(self) -> None:
        assert self.lanjut(("1", "Program Jalan", "Rp 5.000", "APBD"), docx=True) is None
        found = self.lanjut(("", "Jumlah jembatan", "Jumlah jembatan", "PU"), docx=True)
        assert found is not None and len(found.indikator) == 2

    def test_without_a_table_before_it_there_is_nothing(self) -> None:
        assert read_indikator(table(("S", "Jumlah a", "b", "c"), header_rows=0), 0) is None

    def test_a_table_with_headings_of_its_own_begins_anew(self) -> None:
        found = self.lanjut(KEPALA, ("S2", "Jumlah jembatan", "J", "B"), header_rows=1)
        assert found is not None and not found.melanjutkan
        assert nama(found.indikator) == ["Jumlah jembatan"]


def test_rows_that_the_reader_joined_over_a_page_edge() -> None:
    blocks = stitch(
        [
            piece(KEPALA, ("S", "Jumlah a", "rekap nelayan a", "X"), ("", "Jumlah b", "rekap nelayan b", "Y"), page=1),
            piece(("", "Jumlah c", "rekap nelayan c", ""), ("", "Jumlah d", "rekap nelayan d", ""), page=2),
        ]
    )
    (whole,) = (block for block in blocks if isinstance(block, Table))
    found = read_indikator(whole, 0)
    assert found is not None
    assert nama(found.indikator) == ["Jumlah a", "Jumlah b", "Jumlah c", "Jumlah d"]
    assert kosong(found) == [(), (), (), ("sumber_data",)]
    assert sasaran(found) == ["S"] * 4


def test_a_blank_row_at_the_top_of_a_page_passes_its_doubt_on() -> None:
    blocks = stitch(
        [
            piece(KEPALA, ("S", "Jumlah a", "Jumlah a", "X"), page=1),
            piece(("", "", "", ""), ("", "Jumlah b", "Jumlah b", ""), page=2),
        ]
    )
    (whole,) = (block for block in blocks if isinstance(block, Table))
    found = read_indikator(whole, 0)
    assert found is not None and kosong(found) == [(), ()]
