"""Which columns a heading names, and which tables are indicator tables."""

from __future__ import annotations

import pytest

from extractors.keputusan.tabel.indikator import read_indikator
from extractors.keputusan.tabel.kepala import berisi_istilah
from extractors.keputusan.tabel.peran import Peran, peran_teks
from tests.extractors.grids import table
from tests.extractors.keputusan.tabel_contoh import baca, nama, teks


@pytest.mark.parametrize(
    ("text", "peran"),
    [
        ("No.", Peran.NOMOR),
        ("INDIKATOR KINERJA UTAMA", Peran.INDIKATOR),
        ("Indikator Kinerja Individu", Peran.INDIKATOR),
        ("IKU", Peran.INDIKATOR),
        ("Ukuran Keberhasilan", Peran.INDIKATOR),
        ("KINERJA UTAMA/ SASARAN/ OUTCOME", Peran.SASARAN),
        ("KINERJA", Peran.SASARAN),
        ("Sasaran Strategis", Peran.SASARAN),
        ("Uraian Tugas", Peran.SASARAN),
        ("Tujuan", Peran.TUJUAN),
        ("Tujuan/Sasaran", Peran.SASARAN),
        ("PENJELASAN/FORMULASI PERHITUNGAN", Peran.FORMULA),
        ("Cara Pengukuran", Peran.FORMULA),
        ("Rumus", Peran.FORMULA),
        ("FORMULASI/PERHI TUNGAN", Peran.FORMULA),
        ("Definisi Operasional", Peran.DEFINISI),
        ("Penjelasan / Definisi Operasional", Peran.DEFINISI),
        ("Alasan Pemilihan Indikator", Peran.ALASAN),
        ("Satuan", Peran.SATUAN),
        ("Satuan Kerja", Peran.PENANGGUNG),
        ("Sumber Data", Peran.SUMBER),
        ("PENANGGU NG JAWAB", Peran.PENANGGUNG),
        ("Penanggungjawab", Peran.PENANGGUNG),
        ("Unit Penanggung Jawab Data", Peran.PENANGGUNG),
        ("Tipe Perhitungan", Peran.TIPE),
        ("Polaritas", Peran.TIPE),
        ("Target 2025", Peran.TARGET),
        ("Target Capaian", Peran.TARGET),
        ("2026", Peran.TARGET),
        ("Realisasi", Peran.HASIL),
        ("Capaian Kinerja (%)", Peran.HASIL),
        ("Penjelasan (Alasan, Formulasi, Sumber Data)", Peran.FORMULA),
        ("Jabatan", Peran.JABATAN),
        ("Keterangan", Peran.KETERANGAN),
        ("Tahun Dasar", Peran.LAIN),
    ],
)
def test_words_of_a_heading_name_its_column(text: str, peran: Peran) -> None:
    assert peran_teks(text) is peran


@pytest.mark.parametrize(
    ("text", "hanya"),
    [
        ("PENANGGUN G JAWAB", True),
        ("Indikator Kinerja Utama", True),
        ("Sasaran Strategis", True),
        ("Meningkatnya sasaran program", False),
        ("Jumlah indikator yang tercapai", False),
        ("2024", False),
        ("", False),
        ("indikator" * 40, False),
    ],
)
def test_headings_consist_of_their_own_words(text: str, hanya: bool) -> None:
    assert berisi_istilah(text) is hanya


ISI = ("Meningkatnya mutu jalan", "Persentase jalan mantap", "Panjang jalan mantap / panjang jalan x 100%", "Dinas PU")


@pytest.mark.parametrize(
    "kepala",
    [
        ("KINERJA", "INDIKATOR KINERJA", "PENJELASAN/FORMULASI PERHITUNGAN", "SUMBER DATA"),
        ("Sasaran Strategis", "Indikator Kinerja Utama", "Penjelasan", "Sumber Data"),
        ("SASARAN KINERJA", "INDIKATOR\nKINERJA\nUTAMA", "FORMULASI/PERHI\nTUNGAN", "SUMBER\nDATA"),
        ("Tujuan", "IKU", "Cara Menghitung", "Sumber"),
        ("Uraian Tugas", "Ukuran", "Rumus", "Asal Data"),
    ],
)
def test_four_columns_by_any_of_their_names(kepala: tuple[str, ...]) -> None:
    (own,) = baca(kepala, ISI).indikator
    assert (teks(own.sasaran), own.indikator.text, teks(own.formula), teks(own.sumber_data)) == ISI
    assert own.definisi is None and own.kosong == ()


@pytest.mark.parametrize(
    "kepala",
    [
        ("Sasaran", "Indikator Kinerja", "Target", "Realisasi"),
        ("Sasaran", "Indikator Kinerja", "Target", "Capaian (%)"),
        ("Program", "Anggaran", "Realisasi", "Serapan"),
        ("Indikator", "Target", "Satuan", "2025"),
        ("No", "Nama", "Jabatan", "Golongan"),
        ("Sasaran", "Indikator Kinerja", "Anggaran", "Pagu"),
    ],
)
def test_reports_budgets_and_lists_of_people_are_no_indicator_tables(kepala: tuple[str, ...]) -> None:
    assert read_indikator(table(kepala, ISI), 0) is None


TAHUNAN = (
    ("No", "Indikator Kinerja Utama", "Satuan", "Target", "Target", "Target"),
    ("No", "Indikator Kinerja Utama", "Satuan", "2031", "2032", "2033"),
    ("1", "Persentase jalan mantap", "%", "71,5", "72", "73 - 74"),
)


@pytest.mark.parametrize(
    "rows",
    [
        TAHUNAN,
        (("No", "Indikator Kinerja", "Satuan", "2031", "2032", "2033"), TAHUNAN[2]),
        (("No", "IKU", "Satuan", "Target 2031", "Target 2032", "Target 2033"), TAHUNAN[2]),
    ],
)
def test_targets_of_several_years_make_an_indicator_table(rows: tuple[tuple[str, ...], ...]) -> None:
    (own,) = baca(*rows).indikator
    assert (own.indikator.text, teks(own.satuan)) == ("Persentase jalan mantap", "%")
    assert [(tahun, item.text) for tahun, item in own.target] == [(2031, "71,5"), (2032, "72"), (2033, "73 - 74")]


@pytest.mark.parametrize("tahun", [("2031", "Realisasi"), ("2031", "2031"), ("Volume", "Pagu")])
def test_without_targets_of_two_years_it_is_none(tahun: tuple[str, str]) -> None:
    isi = ("1", "Persentase jalan mantap", "%", "71,5", "72")
    assert read_indikator(table(("No", "Indikator Kinerja", "Satuan", *tahun), isi), 0) is None


def test_body_rows_that_speak_of_indicators_are_no_heading() -> None:
    rows = (("Meningkatnya sasaran", "Indikator program yang tercapai", "Sumber data kabupaten"), ("a", "b", "c"))
    assert read_indikator(table(*rows, header_rows=0), 0) is None


def test_definition_and_formula_side_by_side() -> None:
    kepala = ("Sasaran", "Indikator", "Penjelasan", "Formulasi Perhitungan", "Penanggung Jawab")
    (own,) = baca(
        kepala, ("S", "Persentase sekolah ramah anak", "Sekolah yang ditetapkan", "A / B x 100%", "Kabid")
    ).indikator
    assert (teks(own.definisi), teks(own.formula), teks(own.penanggung_jawab)) == (
        "Sekolah yang ditetapkan",
        "A / B x 100%",
        "Kabid",
    )


def test_two_heading_rows_with_years_and_column_numbers() -> None:
    found = baca(
        ("Tujuan", "Sasaran", "Indikator", "Satuan", "Alasan", "Formulasi", "Tipe", "Target", "<", "<"),
        ("^", "^", "^", "^", "^", "^", "^", "2024", "2025", "2026"),
        ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"),
        (
            "T",
            "S",
            "Indeks kualitas air",
            "Indeks",
            "Mandat RPJMD",
            "Rata-rata nilai sungai",
            "Positif",
            "50,1",
            "51",
            "52,5",
        ),
    )
    (own,) = found.indikator
    assert [(year, goal.text) for year, goal in own.target] == [(2024, "50,1"), (2025, "51"), (2026, "52,5")]
    assert (teks(own.satuan), teks(own.alasan), teks(own.tipe), teks(own.sasaran)) == (
        "Indeks",
        "Mandat RPJMD",
        "Positif",
        "S",
    )
    assert [k.text for k in found.kepala][-2:] == ["Target 2025", "Target 2026"]
    assert [(b.reason, b.text) for b in found.belum_dipahami] == [("kolom Tujuan", "T")]


def test_group_heading_over_reason_formula_and_source() -> None:
    found = baca(
        ("Sasaran", "Indikator", "Penjelasan", "<", "<"),
        ("^", "^", "Alasan", "Formulasi Perhitungan", "Sumber Data"),
        ("S", "Rasio dokter", "Mandat", "Dokter per 1.000 penduduk", "SISDMK"),
    )
    (own,) = found.indikator
    assert (teks(own.alasan), teks(own.formula), teks(own.sumber_data)) == (
        "Mandat",
        "Dokter per 1.000 penduduk",
        "SISDMK",
    )


def test_headings_are_kept_as_printed_with_broken_words_whole() -> None:
    kepala = ("KINERJA\nUTAMA", "INDIKATOR\nKINERJA", "FORMULASI/PERHI\nTUNGAN", "PENANGGUN\nG JAWAB")
    found = baca(kepala, ("S", "Nilai SAKIP", "Penilaian inspektorat", "Sekretaris"))
    assert [k.text for k in found.kepala] == [
        "KINERJA UTAMA",
        "INDIKATOR KINERJA",
        "FORMULASI/PERHITUNGAN",
        "PENANGGUNG JAWAB",
    ]


def test_a_form_above_the_heading_in_one_grid_is_left_to_others() -> None:
    found = baca(
        ("Jabatan", ":", "Kepala Bidang Aset", "<"),
        ("Tugas", ":", "Mengelola aset daerah", "<"),
        ("KINERJA", "INDIKATOR KINERJA", "FORMULASI PERHITUNGAN", "SUMBER DATA"),
        ("Tertibnya aset", "Jumlah aset bersertifikat", "Jumlah aset bersertifikat", "BPKAD"),
        header_rows=0,
    )
    assert (found.awal, nama(found.indikator)) == (2, ["Jumlah aset bersertifikat"])


def test_a_reader_s_heading_may_hold_other_words_too() -> None:
    found = baca(
        ("SASARAN STRATEGIS DINAS KESEHATAN", "INDIKATOR KINERJA UTAMA DINAS KESEHATAN", "FORMULA"),
        ("S", "Angka kematian ibu", "Kematian ibu per 100.000 kelahiran hidup"),
        header_rows=1,
    )
    assert nama(found.indikator) == ["Angka kematian ibu"]


def test_levels_side_by_side_each_with_their_indicators() -> None:
    kepala = ("Sasaran", "Indikator Sasaran", "Program", "Indikator Program", "Target", "Penanggung Jawab")
    found = baca(
        kepala,
        ("S1", "Indeks jalan", "Program Jalan", "Panjang jalan dibangun", "5 km", "Bina Marga"),
        ("^", "^", "Program Jembatan", "Jumlah jembatan diganti", "2 unit", "Bina Marga"),
    )
    assert [(own.row, own.sub, teks(own.sasaran), own.indikator.text) for own in found.indikator] == [
        (1, 0, "S1", "Indeks jalan"),
        (1, 1, "Program Jalan", "Panjang jalan dibangun"),
        (2, 0, "Program Jembatan", "Jumlah jembatan diganti"),
    ]
    assert [len(own.target) for own in found.indikator] == [0, 1, 1]


def test_a_column_without_place_is_listed() -> None:
    kepala = ("Sasaran", "Indikator", "Formula", "Anggaran")
    found = baca(kepala, ("S", "Nilai LKE", "Nilai evaluasi", "Rp 50 juta"), header_rows=1)
    assert [(b.reason, b.text) for b in found.belum_dipahami] == [("kolom Anggaran", "Rp 50 juta")]


def test_a_column_of_positions_keeps_the_rows_below_it() -> None:
    kepala = ("No", "Jabatan", "Kinerja", "Indikator Kinerja Individu", "Formula")
    found = baca(
        kepala,
        ("1", "Kepala Bidang Aset", "S", "Nilai aset", "x"),
        ("", "", "", "Jumlah sertifikat", "y"),
        ("2", "Kepala Seksi Data", "S2", "Jumlah data", "z"),
    )
    assert [teks(own.penanggung_jawab) for own in found.indikator] == [
        "Kepala Bidang Aset",
        "Kepala Bidang Aset",
        "Kepala Seksi Data",
    ]
    assert {own.kosong for own in found.indikator} == {()}


def test_a_sasaran_behind_its_indicator() -> None:
    (own,) = baca(("Indikator", "Sasaran", "Formula"), ("Nilai aset", "Tertibnya aset", "x")).indikator
    assert (own.indikator.text, teks(own.sasaran)) == ("Nilai aset", "Tertibnya aset")
