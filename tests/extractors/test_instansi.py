"""The office that a document is of: letterheads, covers, agreements and decrees, abbreviations written out, regions."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extractors.instansi import is_of_state, level_name, read_office
from schemas.printed import FileKind, PrintedDocument, SourceFile, Table
from tests.extractors.grids import line, table

SOURCE = SourceFile(path="a.pdf", sha256="00" * 32, size_bytes=1, kind=FileKind.PDF)
PROSE = ("KATA PENGANTAR", "Syukur kami ucapkan, laporan ini selesai tepat waktu.", "BAB I PENDAHULUAN")
LATER = ("Uraian tentang program dan kegiatan.",) * 15


def office(*texts: str, tables: Sequence[Table] = ()) -> str | None:
    blocks = [line(text, top=60 + 14 * k) for k, text in enumerate(texts)]
    printed = PrintedDocument(source=SOURCE, pages=9, blocks=(*blocks, *tables))
    return read_office(printed, printed.lines)


def report(*cover: str, prose: Sequence[str] = ()) -> str | None:
    return office("LAPORAN KINERJA INSTANSI PEMERINTAH", "(LKjIP)", "TAHUN 2023", *cover, *PROSE, *LATER, *prose)


def agreement(*positions: str, head: Sequence[str] = ()) -> str | None:
    parties = [f"Jabatan : {position}" for position in positions]
    return office(*head, "PERJANJIAN KINERJA TAHUN 2024", "Kami yang bertanda tangan di bawah ini:", *parties)


@pytest.mark.parametrize(
    ("cover", "expected"),
    [
        (("DISNAKER KOTA BATU",), "DISNAKER Kota Batu"),
        (("DPPKBP3A", "KABUPATEN BREBES"), "DPPKBP3A Kabupaten Brebes"),
        (("DINSOS P3AKB KAB. MAGELANG",), "DINSOS P3AKB Kabupaten Magelang"),
        (("DPMPTSP-NAKER KABUPATEN BATANG",), "DPMPTSP-NAKER Kabupaten Batang"),
        (("PEMERINTAH KOTA BATU", "DISKOMINFO"), "DISKOMINFO Kota Batu"),
        (("PEMERINTAH KOTA BATU", "DPKUKM"), "DPKUKM Kota Batu"),
        (("DIKPORA KOTA BATU",), "DIKPORA Kota Batu"),
        (("DINAS P3AP2KB KOTA BATU",), "Dinas P3AP2KB Kota Batu"),
        (("BPPKAD", "PROVINSI BALI"), "BPPKAD Provinsi Bali"),
        (("SATPOL PP DAN DAMKAR", "KOTA BATU"), "SATPOL PP dan DAMKAR Kota Batu"),
        (("SKPD : DPMPTSP", "KOTA BATU"), "DPMPTSP Kota Batu"),
        (("DINAS KESEHATAN (DINKES)", "KOTA BATU", "PROVINSI JAWA TIMUR"), "Dinas Kesehatan Kota Batu"),
        (("D I N A S  K E S E H A T A N", "KOTA BATU"), "Dinas Kesehatan Kota Batu"),
        (("KEC. BUMIAJI", "KOTA BATU"), "Kecamatan Bumiaji Kota Batu"),
        (("KAPANEWON KASIHAN", "KABUPATEN BANTUL"), "Kapanewon Kasihan Kabupaten Bantul"),
        (("RSU HARAPAN", "KOTA BATU"), "RSU Harapan Kota Batu"),
        (("UPT METROLOGI LEGAL KOTA BATU",), "UPT Metrologi Legal Kota Batu"),
        (("BAGIAN ORGANISASI", "SEKRETARIAT DAERAH KOTA BATU"), "Bagian Organisasi Sekretariat Daerah Kota Batu"),
        (
            ("DINAS PEMBERDAYAAN MASYARAKAT, PENGENDALIAN", "PENDUDUK DAN KELUARGA BERENCANA KOTA BATU"),
            "Dinas Pemberdayaan Masyarakat, Pengendalian Penduduk dan Keluarga Berencana Kota Batu",
        ),
    ],
)
def test_covers_and_letterheads(cover: Sequence[str], expected: str) -> None:
    assert report(*cover) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (("DINAS KESEHATAN", "UPTD PUSKESMAS BUMIAJI"), "UPTD Puskesmas Bumiaji Dinas Kesehatan Kota Batu"),
        (("DINAS PERDAGANGAN", "UPTD PASAR BESAR"), "UPTD Pasar Besar Dinas Perdagangan Kota Batu"),
        (("DINAS KESEHATAN", "Jalan Raya 5"), "Dinas Kesehatan Kota Batu"),
    ],
)
def test_the_lowest_unit_of_a_letterhead_is_that_of_the_document(head: Sequence[str], expected: str) -> None:
    prose = ("Dinas Kesehatan Kota Batu membina puskesmas.",) * 4
    assert office("PEMERINTAH KOTA BATU", *head, "LAPORAN KINERJA TAHUN 2023", *LATER, *prose) == expected


def test_a_balai_behind_a_comma_belongs_to_its_ministry() -> None:
    found = office("LAPORAN KINERJA 2024", "BALAI RISET TANAH,", "KEMENTERIAN PERTANIAN", *LATER)
    assert found == "Balai Riset Tanah, Kementerian Pertanian"


def test_other_offices_that_a_report_speaks_of_are_not_its_own() -> None:
    mentions = ("Data berasal dari Disdukcapil Kota Batu.", "Sumber: Bappeda Kota Batu", "Sumber: BPS Kota Batu") * 5
    assert report("DINAS SOSIAL", "KOTA BATU", prose=mentions) == "Dinas Sosial Kota Batu"


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        (("Kepala Dinas Sosial", "Bupati Ngawi"), "Dinas Sosial Kabupaten Ngawi"),
        (("Kepala Disnakertrans", "Bupati Ngawi"), "Disnakertrans Kabupaten Ngawi"),
        (("Kepala DPKUKM Kota Batu", "Wali Kota Batu"), "DPKUKM Kota Batu"),
        (("Kepala Bagian Umum", "Sekretaris Daerah Kota Batu"), "Bagian Umum Kota Batu"),
        (("Plt. Camat Paron", "Bupati Ngawi"), "Kecamatan Paron Kabupaten Ngawi"),
        (("Panewu Kasihan", "Bupati Bantul"), "Kecamatan Kasihan Kabupaten Bantul"),
        (("Inspektur", "Pj. Bupati Ngawi"), "Inspektorat Kabupaten Ngawi"),
        (("Sekretaris DPRD Kota Batu", "Wali Kota Batu"), "Sekretariat DPRD Kota Batu"),
        (("Penjabat Sekretaris Daerah", "Gubernur Bali"), "Sekretariat Daerah Provinsi Bali"),
        (("Kepala Dinas Sosial", "Gubernur Bali"), "Dinas Sosial Provinsi Bali"),
        (("Bupati Ngawi",), "Pemerintah Kabupaten Ngawi"),
        (("Kepala Kelompok Percontohan", "Bupati Ngawi"), None),
        (("Inspektur Pembantu Wilayah I", "Bupati Ngawi"), None),
    ],
)
def test_the_first_party_of_an_agreement_names_the_office(positions: Sequence[str], expected: str | None) -> None:
    assert agreement(*positions) == expected
    cells = table(*(("Jabatan", ":", position) for position in positions))
    assert office("PERJANJIAN KINERJA TAHUN 2024", tables=[cells]) == expected


def test_the_government_above_an_unknown_unit_is_not_the_office() -> None:
    assert agreement("Kepala Kelompok Percontohan", "Bupati Ngawi", head=["PEMERINTAH KABUPATEN NGAWI"]) is None
    assert report("PEMERINTAH KOTA BATU", "RUMAH POTONG HEWAN MODERN") is None
    assert report("PERUSAHAAN AIR SUMBER BATU", "KOTA BATU", prose=["Pemerintah Kota Batu hadir."] * 4) is None
    assert report("PEMERINTAH KOTA BATU", "PROVINSI JAWA TIMUR") == "Pemerintah Kota Batu"
    assert report("PEMERINTAH KOTA BATU", prose=["Jabatan pimpinan tinggi terisi."]) == "Pemerintah Kota Batu"


@pytest.mark.parametrize(
    "writer",
    [
        ("Disusun oleh:", "BAGIAN ORGANISASI", "SEKRETARIAT DAERAH KOTA BATU"),
        ("BAGIAN ORGANISASI", "SEKRETARIAT DAERAH KOTA BATU"),
        ("SEKRETARIAT DAERAH KOTA BATU",),
    ],
)
def test_who_puts_a_report_of_the_government_together_is_not_its_office(writer: Sequence[str]) -> None:
    prose = ["Laporan Kinerja Pemerintah Kota Batu selesai."] * 4
    assert report("PEMERINTAH KOTA BATU", "TAHUN 2023", *writer, prose=prose) == "Pemerintah Kota Batu"
    own = ["Laporan Kinerja Sekretariat Daerah Kota Batu selesai."] * 4
    assert report("SEKRETARIAT DAERAH KOTA BATU", prose=own) == "Sekretariat Daerah Kota Batu"
    assert report("DINAS SOSIAL KOTA BATU", prose=prose) == "Dinas Sosial Kota Batu"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("KEPUTUSAN KEPALA DP3AP2KB KOTA BATU", "NOMOR 9 TAHUN 2022"), "DP3AP2KB Kota Batu"),
        (("KEPUTUSAN KEPALA DISNAKERTRANS", "KABUPATEN KUDUS", "NOMOR 5"), "DISNAKERTRANS Kabupaten Kudus"),
        (("KEPUTUSAN INSPEKTUR KOTA BATU", "NOMOR 5"), "Inspektorat Kota Batu"),
        (("KEPUTUSAN CAMAT PARON", "IKU KECAMATAN PARON KABUPATEN NGAWI"), "Kecamatan Paron Kabupaten Ngawi"),
        (("WALIKOTA BATU", "PROVINSI JAWA TIMUR", "PERATURAN WALIKOTA BATU", "NOMOR 5"), "Pemerintah Kota Batu"),
        (("WALIKOTA BATU", "PROVINSI JAWA TIMUR", "INDIKATOR KINERJA UTAMA DINAS SOSIAL"), "Dinas Sosial Kota Batu"),
        (("GUBERNUR BALI", "KEPUTUSAN GUBERNUR BALI", "NOMOR 7"), "Pemerintah Provinsi Bali"),
        (("KEPUTUSAN KEPALA DINAS SOSIAL", "KOTA BATU,", "MEMUTUSKAN"), "Dinas Sosial Kota Batu"),
    ],
)
def test_decrees(lines: Sequence[str], expected: str) -> None:
    found = office(*lines)
    assert found is not None
    assert found.lower() == expected.lower()


@pytest.mark.parametrize(
    ("short", "sentence", "expected"),
    [
        ("DKPP", "Dinas Ketahanan Pangan dan Perikanan Kota Batu dibentuk.", "Dinas Ketahanan Pangan dan Perikanan"),
        ("DKPP", "Dinas Ketahanan Pangan dan Perikanan Provinsi Bali hadir.", "DKPP"),
        ("DISKOMINFO", "Tugas Dinas Komunikasi, Informatika dan Statistik (Diskominfo) ialah data.",
         "Dinas Komunikasi, Informatika dan Statistik"),
        ("DISNAKER", "Hasil Dinas Tenaga Kerja naik.", "Dinas Tenaga Kerja"),
        ("DP3AKB", "Tugas Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Keluarga Berencana Kota Batu luas.",
         "Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Keluarga Berencana"),
        ("DKPP", "Hasil Dinas Kesehatan Kota Batu naik.", "DKPP"),
    ],
)  # fmt: skip
def test_an_abbreviation_is_written_out_as_the_document_does(short: str, sentence: str, expected: str) -> None:
    assert report(short, "KOTA BATU", prose=[sentence]) == f"{expected} Kota Batu"


def test_an_abbreviation_of_two_names_stays() -> None:
    prose = ["Dinas Ketahanan Pangan dan Perikanan hadir.", "Dinas Ketahanan Pangan dan Pertanian hadir."]
    assert report("DKPP", "KOTA BATU", prose=prose) == "DKPP Kota Batu"


@pytest.mark.parametrize(
    ("lines", "region"),
    [
        (("KABUPATEN NGAWI", "PROVINSI JAWA TIMUR", *["Provinsi Jawa Timur membina."] * 7), "Kabupaten Ngawi"),
        (("PROVINSI JAWA TIMUR", *["Provinsi Jawa Timur maju."] * 7, "Kabupaten Ngawi maju."), "Provinsi Jawa Timur"),
        (("PEMERINTAH PROVINSI JAWA TIMUR", "", "KABUPATEN NGAWI"), None),
        ((*["Provinsi Jawa Timur membina."] * 7, *["Kabupaten Ngawi maju."] * 2), None),
        ((*["Provinsi Jawa Timur membina."] * 12, *["Kabupaten Ngawi maju."] * 2), "Provinsi Jawa Timur"),
        ((*["Kabupaten Ngawi maju."] * 6, *["Kabupaten Blora maju."] * 2), "Kabupaten Ngawi"),
        ((*["Kabupaten Ngawi maju."] * 5, *["Kabupaten Blora maju."] * 2), None),
    ],
)
def test_the_region_of_an_office_that_does_not_print_it(lines: Sequence[str], region: str | None) -> None:
    found = office("LAPORAN KINERJA", "DINAS SOSIAL", "TAHUN 2023", *lines)
    assert found == " ".join(["Dinas Sosial", *([region] if region else [])])


@pytest.mark.parametrize(
    "lines",
    [
        ("BPS KOTA BATU", "DATA KOTA BATU"),
        ("DISTRIBUSI KOTA BATU", "DPRD KOTA BATU"),
        ("Disnaker menyusun laporan.", "Kepada Disnaker diminta hadir."),
        ("Urusan kominfo kota", "Bank Kota Batu"),
        ("BUMD KOTA BATU",),
        (),
    ],
)
def test_what_names_no_office(lines: Sequence[str]) -> None:
    assert office(*lines) is None


def test_levels_and_the_state() -> None:
    assert [level_name(word) for word in ("KABUPATEN", "Wali Kota", "walikota", "propinsi")] == [
        "Kabupaten",
        "Kota",
        "Kota",
        "Provinsi",
    ]
    assert is_of_state("Kementerian Pertanian")
    assert not is_of_state("Dinas Pertanian Kota Batu")
