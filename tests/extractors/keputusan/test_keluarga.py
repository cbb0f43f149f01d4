"""Which family decrees, sheets and agreements belong to, and that reports stay reports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.keputusan.ciri import read_ciri
from pipeline.run import choose_family, families
from schemas.keputusan import JenisKeputusan
from schemas.printed import PrintedDocument
from tests.extractors.keputusan.naskah import KEPALA, TABEL, Item, as_pdf, as_word

Bentuk = Callable[..., PrintedDocument]
BENTUK = pytest.mark.parametrize("bentuk", [as_pdf, as_word])
BATANG: list[Item] = [
    "^KEPUTUSAN CAMAT WARU",
    "^NOMOR : 5 TAHUN 2020",
    "^TENTANG",
    "^UKURAN KINERJA",
    "Menimbang : bahwa laporan akuntabilitas kinerja perlu ukuran;",
    "Mengingat : Peraturan Presiden tentang Sistem Akuntabilitas Kinerja;",
    "^MEMUTUSKAN",
    "KESATU : Pengukuran capaian kinerja memakai ukuran ini.",
]
PERJANJIAN: list[Item] = [
    "^PERJANJIAN KINERJA TAHUN 2020",
    "Yang bertanda tangan di bawah ini",
    "Nama : ANI",
    "PIHAK PERTAMA",
]
TARGET = [["No", "Sasaran", "Indikator Kinerja", "Target"], ["1", "Mutu ikan", "Persentase ikan segar", "70%"]]
UKURAN = [["Indikator Kinerja", "Target", "Realisasi", "Capaian"], ["Ikan segar", "70", "63", "90"]]


def family(document: PrintedDocument) -> str:
    return choose_family(document, families()).name


@BENTUK
@pytest.mark.parametrize(
    ("items", "name"),
    [
        ([*BATANG, TABEL], "keputusan"),
        ([*BATANG, *PERJANJIAN], "keputusan"),
        (["^INDIKATOR KINERJA INDIVIDU", "Jabatan : Staf", "Tugas : Mengetik", TABEL], "iki2017"),
        (["LAMPIRAN II", "NOMOR :", "Jabatan : Staf", "Tugas : Mengetik", TABEL], "iki2017"),
        (["^INDIKATOR KINERJA UTAMA", "^DINAS PERIKANAN", TABEL], "iki2017"),
        (["Jabatan : Staf", "Tugas : Mengetik", TABEL], "iki2017"),
        ([*PERJANJIAN, TARGET], "perjanjian"),
        (["^PENETAPAN KINERJA TAHUN 2012", "^DINAS PERIKANAN", TARGET], "perjanjian"),
        (["LAMPIRAN", "Daftar warna", [["Warna", "Bunyi"], ["merah", "nyaring"]]], "umum"),
        (["Rapat bulanan", "Tugas : Mengetik", [["Warna", "Bunyi"], ["merah", "nyaring"]]], "umum"),
    ],
)
def test_documents_by_what_they_show(tmp_path: Path, bentuk: Bentuk, items: list[Item], name: str) -> None:
    assert family(bentuk(tmp_path, items)) == name


@BENTUK
@pytest.mark.parametrize(
    "extra", [BATANG, [*PERJANJIAN, TARGET], ["^INDIKATOR KINERJA UTAMA", "Jabatan : Staf", "Tugas : Mengetik", TABEL]]
)
def test_a_report_that_holds_or_cites_them_stays_a_report(tmp_path: Path, bentuk: Bentuk, extra: list[Item]) -> None:
    report: list[Item] = [
        "^LAPORAN KINERJA INSTANSI PEMERINTAH",
        "^KATA PENGANTAR",
        "Akuntabilitas kinerja kami susun.",
    ]
    chapters: list[Item] = [
        "^BAB I PENDAHULUAN",
        "Umum.",
        "^BAB III AKUNTABILITAS KINERJA",
        "Capaian kinerja baik.",
        UKURAN,
    ]
    assert read_ciri(bentuk(tmp_path, report, extra, chapters)) == read_ciri(bentuk(tmp_path, report, chapters))
    assert family(bentuk(tmp_path, report, extra, chapters)) in ("lkjip", "umum")


@BENTUK
def test_a_regulation_has_chapters_and_is_no_report(tmp_path: Path, bentuk: Bentuk) -> None:
    articles: list[Item] = [
        "^BAB I",
        "^KETENTUAN UMUM",
        "^Pasal 1",
        "Daerah adalah Randu.",
        "^BAB II",
        "^PENUTUP",
        "^Pasal 2",
        "Berlaku.",
    ]
    assert family(bentuk(tmp_path, [*BATANG, *articles])) == "keputusan"


@BENTUK
def test_a_table_that_measures_is_no_annex_sheet(tmp_path: Path, bentuk: Bentuk) -> None:
    assert family(bentuk(tmp_path, ["^INDIKATOR KINERJA UTAMA", UKURAN])) != "iki2017"
    assert family(bentuk(tmp_path, ["^PERJANJIAN KINERJA TAHUN 2020", UKURAN])) != "perjanjian"


@pytest.mark.parametrize(
    ("items", "jenis"),
    [
        (BATANG, JenisKeputusan.KEPUTUSAN),
        (["^INDIKATOR KINERJA INDIVIDU", "Jabatan : Staf", "Tugas : Mengetik", TABEL], JenisKeputusan.LAMPIRAN),
        ([*PERJANJIAN, TARGET], JenisKeputusan.PERJANJIAN),
    ],
)
def test_each_family_hands_over_records_and_tables(tmp_path: Path, items: list[Item], jenis: JenisKeputusan) -> None:
    document = as_word(tmp_path, [*items, [KEPALA, TABEL[1]]])
    extraction = choose_family(document, families()).extract(document)
    assert extraction.family == jenis.value
    assert [record.jenis for record in extraction.keputusan] == [jenis]
    assert extraction.kolom_cetak
