"""Office, level, year and title of a report from its own words."""

from __future__ import annotations

import pytest

from extractors.metadata import read_metadata
from schemas.kinerja import Metadata
from schemas.printed import FileKind, LineRole, PrintedDocument, SourceFile, Table
from tests.extractors.grids import line, table

SOURCE = SourceFile(path="a.pdf", sha256="00" * 32, size_bytes=1, kind=FileKind.PDF)


def metadata(
    *texts: str, captions: tuple[str, ...] = (), header: str | None = None, tables: tuple[Table, ...] = ()
) -> Metadata:
    blocks = [line(text, top=60 + 14 * k) for k, text in enumerate(texts)]
    tables = (*tables, *(table(("Indikator", "Target"), ("Jalan", "80"), caption=caption) for caption in captions))
    asides = (line(header, role=LineRole.HEADER),) if header else ()
    return read_metadata(PrintedDocument(source=SOURCE, pages=9, blocks=(*blocks, *tables), asides=asides))


def test_cover_page() -> None:
    found = metadata(
        "LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)", "TAHUN 2023", "DINAS PEKERJAAN UMUM KABUPATEN CONTOH"
    )
    assert found.tahun == 2023
    assert found.instansi == "Dinas Pekerjaan Umum Kabupaten Contoh"
    assert found.tingkat == "kabupaten"
    assert found.judul == "LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)"


@pytest.mark.parametrize(
    ("office", "level"),
    [
        ("Dinas Kesehatan Kabupaten Contoh", "kabupaten"),
        ("Dinas Kesehatan Kab. Contoh", "kabupaten"),
        ("Badan Pendapatan Daerah Kota Contoh", "kota"),
        ("Biro Hukum Sekretariat Daerah Provinsi Contoh", "provinsi"),
        ("Kementerian Pekerjaan Contoh", "kementerian/lembaga"),
        ("Inspektorat Daerah Kota Contoh", "kota"),
    ],
)
def test_office_and_level(office: str, level: str) -> None:
    found = metadata("LAPORAN KINERJA TAHUN 2022", office.upper(), header=office)
    assert (found.instansi or "").lower() == office.lower().replace("kab.", "kabupaten")
    assert found.tingkat == level


def test_an_office_that_is_not_named_is_none() -> None:
    found = metadata("Uraian singkat tanpa nama lembaga.")
    assert (found.instansi, found.tingkat, found.tahun, found.judul) == (None, None, None, None)


def test_an_empty_document_says_nothing() -> None:
    assert metadata() == Metadata()


@pytest.mark.parametrize(
    "citation",
    [
        "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja",
        "Peraturan Daerah Nomor 5 Tahun 2021 tentang RPJMD Tahun 2021-2026",
        "Permendagri No. 86 Tahun 2017",
        "Keputusan Bupati Nomor 188/45/KEP/2019",
    ],
)
def test_years_of_regulations_are_not_the_year_of_the_report(citation: str) -> None:
    assert metadata("LKjIP Dinas Contoh Tahun 2023", *[citation] * 12).tahun == 2023
    assert metadata(*[citation] * 3).tahun is None


def test_the_year_of_the_title_outweighs_other_years() -> None:
    lines = ["Realisasi tahun 2021 lebih tinggi dari tahun 2022."] * 2
    assert metadata("LAPORAN KINERJA TAHUN 2023", *lines, header="Laporan Kinerja Tahun 2023").tahun == 2023


def test_the_year_comes_from_captions_where_the_text_has_none() -> None:
    assert metadata("Pengukuran kinerja", captions=("Tabel 3.1 Capaian Kinerja Tahun 2022",)).tahun == 2022


def test_a_sentence_about_an_office_is_cut_at_its_verb() -> None:
    found = metadata("Dinas Perhubungan Kota Contoh mempunyai tugas membantu wali kota")
    assert found.instansi == "Dinas Perhubungan Kota Contoh"


@pytest.mark.parametrize(
    "lines",
    [
        ("Hasil kerja Dinas Perhubungan", "dan Perikanan Kabupaten Contoh sudah baik."),
        ("Hasil kerja Dinas Perhubungan dan", "Perikanan Kabupaten Contoh sudah baik."),
        ("Hasil kerja Dinas Perhubungan dan Perikanan", "Kabupaten Contoh sudah baik."),
        ("Hasil kerja Dinas Perhubungan dan Perikanan Kabupaten", "Contoh sudah baik."),
        ("KEPALA DINAS PERHUBUNGAN", "DAN PERIKANAN", "KABUPATEN CONTOH"),
        ("DINAS PERHUBUNGAN DAN PERIKANAN", "KABUPATEN CONTOH", "TAHUN 2023"),
    ],
)
def test_a_name_over_several_lines(lines: tuple[str, ...]) -> None:
    found = metadata(*lines).instansi
    assert found is not None
    assert found.lower() == "dinas perhubungan dan perikanan kabupaten contoh"


def test_lines_that_do_not_go_on_are_not_joined() -> None:
    found = metadata("DINAS PERHUBUNGAN", "LAPORAN KINERJA", "TAHUN 2023", *["Dinas Perhubungan maju"] * 3)
    assert found.instansi == "Dinas Perhubungan"


def test_the_region_of_a_second_line_is_not_joined_to_that_of_the_first() -> None:
    found = metadata("Dinas Perhubungan Kabupaten Contoh", "Provinsi Sukamulya", "Provinsi Sukamulya")
    assert found.instansi == "Dinas Perhubungan Kabupaten Contoh"
    assert found.tingkat == "kabupaten"


@pytest.mark.parametrize(
    "name",
    [
        "Dinas Pangan, Pertanian dan Perikanan Kota Contoh",
        "Biro Humas, Protokol dan Umum Provinsi Contoh",
        "Dinas Pengendalian Penduduk dan Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak Kota Contoh",
    ],
)
def test_joined_tasks_with_commas(name: str) -> None:
    assert metadata(*[f"Kinerja {name} telah diukur."] * 3).instansi == name


@pytest.mark.parametrize("others", ["Kepala Bidang dan Sekretaris hadir.", "Dinas Sosial dan Dinas Perikanan hadir."])
def test_others_after_an_office_are_no_tasks_of_it(others: str) -> None:
    found = metadata(*[f"Dinas Pangan Kota Contoh, {others}"] * 2, "Dinas Pangan Kota Contoh")
    assert found.instansi == "Dinas Pangan Kota Contoh"


@pytest.mark.parametrize(
    ("lines", "region"),
    [
        (("PEMERINTAH KABUPATEN CONTOH", "DINAS SOSIAL", "Jalan Raya 5"), "Kabupaten Contoh"),
        (("PEMERINTAH PROVINSI CONTOH", "DINAS SOSIAL", "Bagi warga Kota Lain"), "Provinsi Contoh"),
        (("DINAS SOSIAL", "Renja Dinas Sosial Kota Contoh"), "Kota Contoh"),
        (("Kepala Dinas Sosial", "BUPATI CONTOH", "Bupati Contoh"), "Kabupaten Contoh"),
        (("Kepala Dinas Sosial", "Wali Kota Contoh dan warga"), "Kota Contoh"),
        (("Dinas Sosial", *["Warga Kabupaten Contoh sejahtera"] * 6, "Kabupaten Lain"), "Kabupaten Contoh"),
    ],
)
def test_an_office_gets_the_region_that_is_printed_elsewhere(lines: tuple[str, ...], region: str) -> None:
    found = metadata(*lines)
    assert found.instansi == f"Dinas Sosial {region}"
    assert found.tingkat == region.split()[0].lower()


@pytest.mark.parametrize(
    "lines",
    [
        ("Dinas Sosial", "Warga Kabupaten Contoh"),
        ("Dinas Sosial", *["Warga Kabupaten Contoh dan Kabupaten Lain"] * 4),
        ("Dinas Sosial", "Dinas Sosial Kabupaten Contoh hadir", *["Warga Kabupaten Lain"] * 2),
        ("Dinas Sosial", "menjadi urusan kabupaten", "dan urusan Kabupaten/Kota"),
    ],
)
def test_a_region_in_doubt_is_not_added(lines: tuple[str, ...]) -> None:
    assert metadata(*["Dinas Sosial"] * 13, *lines).instansi == "Dinas Sosial"


def test_a_region_printed_twice_in_a_row_is_named_once() -> None:
    found = metadata(*["Dinas Sosial Kabupaten Contoh Kabupaten Contoh melayani warga."] * 3)
    assert found.instansi == "Dinas Sosial Kabupaten Contoh"


def test_an_office_that_stands_only_in_tables() -> None:
    parties = table(("Nama", "Jabatan"), ("Sari", "Kepala Dinas Sosial Kota Contoh"))
    found = metadata("PERJANJIAN KINERJA TAHUN 2024", tables=(parties,))
    assert (found.instansi, found.tingkat) == ("Dinas Sosial Kota Contoh", "kota")


def test_government_regulations_are_no_office() -> None:
    found = metadata("Dinas Sosial Kota Contoh", *["Peraturan Pemerintah Republik Indonesia tentang Kinerja"] * 9)
    assert (found.instansi, found.tingkat) == ("Dinas Sosial Kota Contoh", "kota")


@pytest.mark.parametrize(
    ("office", "level"),
    [
        ("Dinas Sosial Kabupaten Contoh Provinsi Sukamulya", "kabupaten"),
        ("Dinas Sosial Prov. Sukamulya", "provinsi"),
        ("Kementerian Dalam Negeri", "kementerian/lembaga"),
        ("Badan Riset Contoh Republik Indonesia", "kementerian/lembaga"),
        ("Dinas Sosial", None),
    ],
)
def test_the_level_is_that_of_the_office(office: str, level: str | None) -> None:
    assert metadata(office, "Undang-Undang Republik Indonesia").tingkat == level


def decree(*rules: str, year: str = "TAHUN 2025") -> Metadata:
    return metadata(
        "KEPUTUSAN KEPALA DINAS SOSIAL KOTA CONTOH",
        "NOMOR 188/7/KEP/2025",
        f"INDIKATOR KINERJA UTAMA {year}",
        "Menimbang : bahwa perlu ditetapkan ukuran kinerja",
        "Mengingat : 1. Undang-Undang tentang Daerah",
        *rules,
        "MEMUTUSKAN",
        "Menetapkan : ukuran kinerja",
    )


@pytest.mark.parametrize(
    "rule",
    [
        "Negara Republik Indonesia Tahun 2014 Nomor 7,",
        "sebagaimana diubah dalam Tahun 2019",
        "Rencana Pembangunan Daerah Tahun 2017",
    ],
)
def test_years_of_the_rules_behind_a_decree_do_not_count(rule: str) -> None:
    assert decree(*[rule] * 30).tahun == 2025


def test_a_sentence_that_begins_like_the_rules_hides_nothing() -> None:
    assert metadata("Mengingat pentingnya layanan", *["Capaian tahun 2022 naik."] * 2).tahun == 2022


def test_rules_without_an_end_hide_only_so_many_lines() -> None:
    lines = ["Mengingat :", *["Undang-Undang tentang Daerah"] * 90, "Laporan Kinerja Tahun 2023"]
    assert metadata(*lines).tahun == 2023


def test_the_year_of_a_rule_whose_number_ends_the_line_before() -> None:
    lines = ["sesuai Peraturan Presiden Nomor 29", "Tahun 2014 tentang Kinerja"] * 6
    assert metadata(*lines).tahun is None
    assert metadata(*lines, "Capaian tahun 2021 naik").tahun == 2021


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (("NOMOR : 560/ 67 /KEP/2017",), 2017),
        (("TANGGAL : 27 September 2017",), 2017),
        (("NOMOR 6 TAHUN 2026",), 2026),
        (("NOMOR : 560/ 67 /KEP/2017", "TANGGAL : 2 Januari 2018"), None),
        (("NOMOR : 560/ 67 /KEP/2017", "Indikator Kinerja Utama Tahun 2018"), 2018),
    ],
)
def test_a_decree_without_another_year_has_that_of_its_number_and_date(lines: tuple[str, ...], year: int) -> None:
    assert metadata("LAMPIRAN I : KEPUTUSAN KEPALA DINAS SOSIAL", *lines).tahun == year


def test_the_year_of_table_headings_counts_where_it_is_the_only_one() -> None:
    one = table(("Indikator", "Realisasi Triwulan I Tahun 2023"), ("Jalan", "80"), header_rows=1)
    two = table(("Indikator", "Target Tahun 2024"), ("Jalan", "80"), header_rows=1)
    assert metadata(tables=(one,)).tahun == 2023
    assert metadata(tables=(one, two)).tahun is None
    assert metadata("Laporan Kinerja Tahun 2022", tables=(one,)).tahun == 2022
