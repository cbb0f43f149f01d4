"""What headings of columns say: part, year, period, scope, in the spellings of public reports."""

from __future__ import annotations

import pytest

from extractors.headers import (
    heading_part,
    is_bare_percent,
    is_column_numbers,
    is_heading_text,
    read_heading,
    squash,
    years_in,
)
from schemas.kinerja import Part, Scope

PARTS: dict[Part, tuple[tuple[str, ...], ...]] = {
    Part.NOMOR: (("No",), ("No.",), ("NO",), ("Nomor",), ("No Urut",), ("N O",)),
    Part.KODE: (("Kode",), ("KODE REKENING",), ("Kode Rekening",)),
    Part.SASARAN: (
        ("Sasaran",), ("SASARAN STRATEGIS",), ("Tujuan",), ("Tujuan/Sasaran",),
        ("SASA\nRAN",), ("Urusan",), ("Kinerja Utama",),
    ),
    Part.LABEL: (
        ("Indikator",), ("INDIKATOR KINERJA",), ("Indikator Kinerja Utama",), ("Indikator Sasaran",), ("IKU",),
        ("Indika tor Kinerja",), ("Program/Kegiatan",), ("PROGRAM / KEGIATAN / SUB KEGIATAN",), ("Uraian",),
        ("Indikator Kinerja Utama (IKU)",), ("Uraian Kegiatan",), ("Nama Kegiatan",),
    ),
    Part.SATUAN: (("Satuan",), ("SATUAN",), ("Sat.",), ("Satu\nan",), ("Satuan Pengukuran",)),
    Part.FORMULA: (("Rumus",), ("Formula",), ("Formulasi Perhitungan",), ("Cara Perhitungan",)),
    Part.AWAL: (("Kondisi Awal",), ("Tahun Dasar",), ("Baseline",), ("Kondisi Awal (2020)",)),
    Part.TARGET: (
        ("Target",), ("TARGET 2023",), ("Target Kinerja",), ("Target Kinerja Tahun 2023",), ("Tar get",),
        ("TARGET KINERJA", "2024"), ("Target", "Tahun 2025"), ("Target Akhir Renstra",),
        ("Rencana",), ("Target Tahunan",),
    ),
    Part.REALISASI: (
        ("Realisasi",), ("REALIS\nASI",), ("Realisasi 2023",), ("Realisasi Kinerja",), ("Realiasi",),
        ("Realisasi s.d. 2023",), ("Kinerja", "Realisasi"), ("Hasil Pengukuran",), ("Realisasi", "2022"),
    ),
    Part.CAPAIAN: (
        ("Capaian",), ("Capaian (%)",), ("% Capaian",), ("CAPAI AN",), ("Tingkat Capaian",), ("Persentase Capaian",),
        ("Tingkat Kemajuan (%)",), ("Pencapaian",), ("Capaian Kinerja (%)",), ("Capaian", "%"),
        ("Rata-rata Capaian",), ("Prosentase Pencapaian",), ("Capaian Target (%)",),
        ("Realisasi terhadap Target (%)",),
    ),
    Part.KATEGORI: (("Kategori",), ("Predikat",), ("Interpretasi",), ("Kriteria",), ("Katagori",), ("Status",)),
    Part.SELISIH: (
        ("Kenaikan/Penurunan",), ("Selisih",), ("Naik/Turun",), ("Tren",), ("Peningkatan",), ("Pertumbuhan (%)",),
    ),
    Part.ANGGARAN: (
        ("Anggaran",), ("Pagu",), ("PAGU ANGGARAN (Rp)",), ("Alokasi",), ("Alokasi Anggaran (Rp.)",),
        ("Anggaran (Rp)",), ("Pagu Anggaran",), ("Anggaran Perubahan",), ("Anggaran Setelah Perubahan (Rp)",),
        ("Anggaran", "Target (Rp)"),
    ),
    Part.REALISASI_ANGGARAN: (
        ("Realisasi Anggaran",), ("Realisasi (Rp)",), ("REALISASI ANGGARAN (Rp.)",), ("Realisasi Keuangan",),
        ("Anggaran", "Realisasi"), ("Keuangan", "Realisasi (Rp)"), ("Realisasi Keuangan (Rp)",),
    ),
    Part.PERSEN: (
        ("Penyerapan (%)",), ("Serapan",), ("Persentase Penyerapan",),
        ("% Penyerapan Anggaran",), ("% Realisasi",),
        ("Capaian Anggaran (%)",), ("% Serapan Anggaran",),
        ("Persentase Realisasi Anggaran",), ("Anggaran", "Capaian (%)"), ("% Capaian Anggaran",),
    ),
    Part.SISA: (("Sisa",), ("Sisa Anggaran",), ("Sisa Pagu (Rp)",), ("SILPA",), ("Sisa Anggaran (Rp)",)),
    Part.FISIK: (("Fisik (%)",), ("Realisasi Fisik",), ("Fisik", "%"), ("Capaian Fisik (%)",)),
    Part.EFISIENSI: (("Efisiensi",), ("Tingkat Efisiensi",), ("TINGKAT EFISIENSI (%)",), ("Efisiensi (%)",)),
    Part.KETERANGAN: (("Ket",), ("Ket.",), ("Keterangan",), ("Penanggung Jawab",), ("Sumber Data",), ("Sumber Dana",)),
}  # fmt: skip




@pytest.mark.parametrize(
    ("part", "levels"),
    [
        pytest.param(Part.TARGET, ("Target RPJMD",)),
        pytest.param(Part.TARGET, ("Target Akhir RPJMD (2026)",)),
        pytest.param(Part.REALISASI, ("Realisasi s.d. Akhir RPJMD",)),
        pytest.param(Part.PERSEN, ("Daya Serap (%)",)),
    ],
)
def test_part_of_a_heading_still_misread(part: Part, levels: tuple[str, ...]) -> None:
    assert read_heading(levels).part is part


@pytest.mark.parametrize(("part", "levels"), [(part, levels) for part, all_ in PARTS.items() for levels in all_])
def test_part_of_a_heading(part: Part, levels: tuple[str, ...]) -> None:
    assert read_heading(levels).part is part


def test_enough_spellings_are_tested() -> None:
    assert sum(len(spellings) for spellings in PARTS.values()) >= 60


@pytest.mark.parametrize(
    ("levels", "year"),
    [
        (("Target 2023",), 2023),
        (("Target", "2024"), 2024),
        (("Tahun 2023", "Realisasi"), 2023),
        (("Target Renstra 2021-2026", "2023"), 2023),
        (("Realisasi Tahun 2022",), 2022),
        (("Target",), None),
        (("Rp 20231",), None),
    ],
)
def test_year_of_a_heading(levels: tuple[str, ...], year: int | None) -> None:
    assert read_heading(levels).year == year


@pytest.mark.parametrize(
    ("levels", "period"),
    [
        (("Target", "TW I"), "TW1"),
        (("Target Triwulan II",), "TW2"),
        (("TRIBULAN III", "Realisasi"), "TW3"),
        (("Realisasi", "IV"), "TW4"),
        (("Target", "TW.4"), "TW4"),
        (("Target Akhir Renstra",), "akhir"),
        (("Target Akhir RPJMD (2026)",), "akhir"),
        (("Kondisi Akhir Periode",), "akhir"),
        (("Realisasi s.d. 2023",), None),
        (("Target 2023",), None),
        (("Triwulan I - IV", "Target"), None),
    ],
)
def test_period_of_a_heading(levels: tuple[str, ...], period: str | None) -> None:
    assert read_heading(levels).period == period


@pytest.mark.parametrize(
    ("levels", "scope"),
    [
        (("Realisasi Nasional",), Scope.NASIONAL),
        (("Nasional", "Target"), Scope.NASIONAL),
        (("Standar Nasional",), Scope.NASIONAL),
        (("Provinsi", "Realisasi"), Scope.PROVINSI),
        (("Realisasi Dinas",), Scope.OWN),
        (("Perangkat Daerah", "Realisasi"), Scope.OWN),
        (("Realisasi",), Scope.OWN),
        (("Kabupaten", "Target"), Scope.OWN),
    ],
)
def test_scope_of_a_heading(levels: tuple[str, ...], scope: Scope) -> None:
    assert read_heading(levels).scope is scope


@pytest.mark.parametrize("narrow", ["REALIS\nASI", "REALI SASI", "R e a l i s a s i", "realisasi", "REALISASI."])
def test_words_broken_by_narrow_columns_read_as_one(narrow: str) -> None:
    assert squash(narrow) == "realisasi"
    assert heading_part(narrow) is Part.REALISASI


def test_heading_text_keeps_all_levels_once() -> None:
    heading = read_heading(("Tahun 2023", "Tahun 2023", "", "Target  \n Kinerja"))
    assert heading.text == "Tahun 2023 / Target Kinerja"


@pytest.mark.parametrize(
    "texts",
    [
        ("1", "2", "3"),
        ("(1)", "(2)", "(3)", "(4)"),
        ("1", "2", "3", "4", "5", "6 = 5/4"),
        ("1", "2", "3", "4=3/2x100"),
        ("1", "", "2", "3"),
        ("1", "2", "3", "4", "10", "9", "11"),
        ("2", "3", "4"),
        ("1", "2", "3", "4a", "4b", "5")[:4],
    ],
)
def test_column_numbers(texts: tuple[str, ...]) -> None:
    assert is_column_numbers(texts)


@pytest.mark.parametrize(
    "texts",
    [
        ("1",),
        ("1", "Jalan mantap", "80"),
        ("80", "82", "102"),
        ("1", "1", "1"),
        ("5", "4", "3"),
        ("", "", ""),
        ("2021", "2022", "2023"),
        ("1,5", "2,5", "3,5"),
        ("1", "40"),
    ],
)
def test_rows_of_figures_are_no_column_numbers(texts: tuple[str, ...]) -> None:
    assert not is_column_numbers(texts)


@pytest.mark.parametrize("text", ["%", "(%)", "Persen", "Persentase", "dalam %", "PROSENTASE"])
def test_bare_percent(text: str) -> None:
    assert is_bare_percent(text)


@pytest.mark.parametrize("text", ["% Capaian", "Rp", "Persentase jalan mantap", ""])
def test_no_bare_percent(text: str) -> None:
    assert not is_bare_percent(text)


@pytest.mark.parametrize("text", ["Target", "2023", "Tahun 2023", "Rp", "%", "Triwulan I", "Realisasi Kinerja", "III"])
def test_heading_texts(text: str) -> None:
    assert is_heading_text(text)


@pytest.mark.parametrize("text", ["TW I", "TW. II", "Tw 3"])
def test_short_forms_of_a_quarter_are_heading_texts(text: str) -> None:
    assert is_heading_text(text)


@pytest.mark.parametrize("text", ["", "Jembatan", "Bupati telah menetapkan pedoman untuk semua unsur " * 3])
def test_other_texts_are_no_headings(text: str) -> None:
    assert not is_heading_text(text)


def test_years_in_a_text() -> None:
    assert years_in("Renstra 2021-2026, Perda 12345, tahun 1899 dan 2023*") == (2021, 2026, 2023)
