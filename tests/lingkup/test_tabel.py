"""The scope of a table from its caption, its first row, its headings and its columns."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.lingkup import Dimensi, Lingkup, lingkup_tabel
from tests.checks.laporan_toml import laporan


def lingkup(baris: str = "Indeks layanan | 80 | 81", **tabel: Any) -> Lingkup:
    tabel = {"kolom": ["target", "realisasi"], "baris": baris, **tabel}
    made = laporan({"instansi": "Dinas Pertanian Kabupaten Sukarela", "tabel": [tabel]})
    return lingkup_tabel(made.tabel[0], made.metadata)


def test_nothing_said_is_the_whole() -> None:
    assert lingkup(caption="Tabel 3.1 Capaian Kinerja") == Lingkup()
    assert lingkup().utuh


def test_a_heading_says_what_the_caption_does_not() -> None:
    found = lingkup(caption="Tabel 3.1 Capaian", judul_bagian=["A. Capaian Tahun 2030", "1. Triwulan I"])
    assert found.waktu == "TW1"
    assert found.sebagian
    assert found.ragu == {Dimensi.WAKTU}
    assert not lingkup(caption="Tabel 3.1 Capaian Triwulan I").ragu


def test_caption_of_the_year_under_a_quarter_is_in_doubt() -> None:
    found = lingkup(caption="Tabel 3.9 Capaian Tahun 2030", judul_bagian=["4. Triwulan IV"])
    assert not found.sebagian
    assert found.ragu == {Dimensi.WAKTU}
    assert not found.utuh


def test_caption_is_nearer_than_the_heading() -> None:
    assert lingkup(caption="Tabel 3.2 Semester II", judul_bagian=["1. Semester I"]).waktu == "SM2"


def test_columns_that_say_their_quarter_leave_the_others_to_the_year() -> None:
    kolom = ["target", "realisasi#TW1", "realisasi#TW2"]
    assert lingkup(caption="Tabel 3.3 Capaian s.d. Triwulan II", kolom=kolom, baris="Indeks | 80 | 70 | 75").utuh


def test_column_of_the_nation_explains_the_word() -> None:
    kolom = ["realisasi", "realisasi/nasional"]
    assert lingkup(caption="Tabel 3.4 Perbandingan dengan Kinerja Nasional", kolom=kolom).utuh


def test_first_row_without_figures_heads_the_table() -> None:
    assert lingkup("+ UPTD Wilayah I\nIndeks layanan | 80 | 81").unit == "uptd wilayah i"
    assert lingkup("+ UPTD Wilayah I\nIndeks layanan | 80 | 81\n+ UPTD Wilayah II\nIndeks mutu | 70 | 71").utuh


@pytest.mark.parametrize("caption", ["Tabel 3.5 Persentase Kecamatan Tangguh Bencana", "Kecamatan Tangguh Bencana"])
def test_a_name_of_a_row_is_no_scope(caption: str) -> None:
    assert lingkup("Persentase Kecamatan Tangguh Bencana | 80 | 81", caption=caption).utuh
