"""Offices by their printed names, letterheads and the titles of their heads."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalise.kantor.baca import baca_kantor
from pipeline.normalise.kantor.wilayah import TINGKAT, Wilayah, muat_wilayah
from schemas.tautan import Kantor

REGIONS = sorted(region for tingkat in TINGKAT for region in muat_wilayah().semua(tingkat))


def kantor(unit: str, tingkat: str, wilayah: str) -> Kantor:
    return Kantor(unit=unit, tingkat=tingkat, wilayah=wilayah)


DISNAKER = kantor("dinas tenaga kerja", "kabupaten", "lamongan")
NAKERTRANS = kantor("dinas tenaga kerja dan transmigrasi", "provinsi", "jawa barat")
BIRO = kantor("biro hubungan masyarakat, protokol dan umum", "provinsi", "jawa barat")
PUSKESMAS = kantor("puskesmas sukamaju", "kabupaten", "bogor")
BLK = kantor("balai latihan kerja dinas tenaga kerja", "kabupaten", "malang")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            (text, DISNAKER)
            for text in (
                "Dinas Tenaga Kerja Kabupaten Lamongan",
                "DINAS TENAGA KERJA KABUPATEN  LAMONGAN",
                "Dinas Tenaga Kerja Kab. Lamongan",
                "Dinas Tenaga Kerja Kab.Lamongan,",
                "DINAS TENAGA KERJA KABUPATEN LAMONGGAN",
                "Dinas Tenaga Keja Kabupaten Lamongan",
                "Dinas Ketenagakerjaan Kabupaten Lamongan",
                "Disnaker Kabupaten Lamongan",
                "Disnaker Lamongan",
                "Dinas Tenaga Kerja (Disnaker) Kabupaten Lamongan",
                "Dinas Tenaga Kerja, Kabupaten Lamongan, Provinsi Jawa Timur",
                "Dinas Tenaga Kerja Kabupaten Lamongan Jawa Timur",
                "PEMERINTAH KABUPATEN LAMONGAN DINAS TENAGA KERJA",
                "PEMERINTAH KABUPATEN LAMONGAN\nDINAS TENAGA KERJA\nKABUPATEN LAMONGAN",
                "Pemkab Lamongan, Dinas Tenaga Kerja",
                "Kabupaten Lamongan Dinas Tenaga Kerja",
                "D I N A S  T E N A G A  K E R J A  K A B U P A T E N  L A M O N G A N",
                "D I N A S T E N A G A K E R J A Kabupaten Lamongan",
                "DINASTENAGAKERJAKABUPATENLAMONGAN",
                "KEPALA DINAS TENAGA KERJA KABUPATEN LAMONGAN",
                "Plt. Kepala Dinas Tenaga Kerja Kabupaten Lamongan selaku Pengguna Anggaran",
                "Kepala Dinas Tenaga Kerja selaku Pengguna Anggaran Kabupaten Lamongan",
                "Kadis Tenaga Kerja Kab. Lamongan",
                "Sekretaris Dinas Tenaga Kerja Kabupaten Lamongan",
                "Kepala Bidang Penempatan pada Dinas Tenaga Kerja Kabupaten Lamongan",
                "Kepala Sub Bagian Keuangan Dinas Tenaga Kerja Kabupaten Lamongan",
                "KEPUTUSAN KEPALA DINAS TENAGA KERJA KABUPATEN LAMONGAN NOMOR 5 TAHUN 2024",
                "Laporan Kinerja Dinas Tenaga Kerja Kabupaten Lamongan Tahun 2023",
                "Dinas Tenaga Kerja Tahun 2023 Kabupaten Lamongan",
                "DINAS TENAGA KERJA KEPALA DINAS TENAGA KERJA KABUPATEN LAMONGAN",
                "Dinas Tenaga Kerja Kabupaten Lamongan Kabupaten Lamongan",
            )
        ),
        *(
            (text, NAKERTRANS)
            for text in (
                "Dinas Tenaga Kerja dan Transmigrasi Provinsi Jawa Barat",
                "Dinas Transmigrasi dan Tenaga Kerja Provinsi Jawa Barat",
                "Dinas Tenaga Kerja & Transmigrasi Prov. Jabar",
                "Disnakertrans Jabar",
                "Dinas Nakertrans Propinsi Jawa Brat",
                "PEMERINTAH DAERAH PROVINSI JAWA BARAT DINAS TENAGA KERJA DAN TRANSMIGRASI",
            )
        ),
        *(
            (text, BIRO)
            for text in (
                "Biro Humas, Protokol dan Umum Provinsi Jawa Barat",
                "Biro Umum, Humas dan Protokol Setda Prov. Jawa Barat",
                "Sekretariat Daerah Provinsi Jawa Barat Biro Hubungan Masyarakat, Protokol dan Umum",
                "Kepala Biro Humas Protokol dan Umum Sekretariat Daerah Provinsi Jawa Barat",
            )
        ),
        *(
            (text, PUSKESMAS)
            for text in (
                "Puskesmas Sukamaju Kabupaten Bogor",
                "UPT Puskesmas Sukamaju Dinas Kesehatan Kab. Bogor",
                "PEMERINTAH KABUPATEN BOGOR DINAS KESEHATAN UPTD PUSKESMAS SUKAMAJU",
                "Dinas Kesehatan Kabupaten Bogor UPT Puskesmas Sukamaju",
                "Kepala Pusat Kesehatan Masyarakat Sukamaju Kabupaten Bogor",
            )
        ),
        *(
            (text, BLK)
            for text in (
                "UPTD Balai Latihan Kerja Dinas Tenaga Kerja Kabupaten Malang",
                "Kepala UPT BLK Disnaker Kab. Malang",
                "Dinas Tenaga Kerja Kabupaten Malang UPTD Balai Latihan Kerja",
            )
        ),
    ],
)
def test_one_office_in_many_spellings(text: str, expected: Kantor) -> None:
    assert baca_kantor(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pemerintah Provinsi Sumatera Utara", kantor("", "provinsi", "sumatera utara")),
        ("Laporan Kinerja Instansi Pemerintah Provinsi Sumatera Utara", kantor("", "provinsi", "sumatera utara")),
        ("Pemprov Sumut", kantor("", "provinsi", "sumatera utara")),
        ("Pemkot Tanggerang Selatan", kantor("", "kota", "tangerang selatan")),
        ("Pemda DIY", kantor("", "provinsi", "daerah istimewa yogyakarta")),
        ("Pemerintah Aceh", kantor("", "provinsi", "aceh")),
        ("Pemerintah Daerah Provinsi Daerah Khusus Ibu Kota Jakarta", kantor("", "provinsi", "dki jakarta")),
        ("Kabupaten Lamongan", kantor("", "kabupaten", "lamongan")),
        ("BUPATI BANJAR,", kantor("", "kabupaten", "banjar")),
        ("Wali Kota Banjar", kantor("", "kota", "banjar")),
        ("Walikota Banjar", kantor("", "kota", "banjar")),
        ("Gubernur Jawa Barat", kantor("", "provinsi", "jawa barat")),
        ("Wakil Bupati Kepulauan Meranti", kantor("", "kabupaten", "kepulauan meranti")),
        ("Keputusan Bupati Lamongan tentang Indikator Dinas Kesehatan", kantor("", "kabupaten", "lamongan")),
        ("Provinsi Irian Jaya", kantor("", "provinsi", "papua")),
        ("Kabupaten Kota Waringin Timur", kantor("", "kabupaten", "kotawaringin timur")),
    ],
)
def test_a_region_as_a_whole(text: str, expected: Kantor) -> None:
    assert baca_kantor(text) == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("DPUPR", "dinas pekerjaan umum dan penataan ruang"),
        ("Dinas PUPR", "dinas pekerjaan umum dan penataan ruang"),
        ("Dinas Pekerjaan Umum & Tata Ruang", "dinas pekerjaan umum dan penataan ruang"),
        ("Dinkes", "dinas kesehatan"),
        ("Dindik", "dinas pendidikan"),
        ("DLH", "dinas lingkungan hidup"),
        ("Disdukcapil", "dinas kependudukan dan pencatatan sipil"),
        ("Dinas Dukcapil", "dinas kependudukan dan pencatatan sipil"),
        ("Dinas Penanaman Modal dan PTSP", "dinas penanaman modal dan pelayanan terpadu satu pintu"),
        ("DPMPTSP", "dinas penanaman modal dan pelayanan terpadu satu pintu"),
        ("Diskominfo", "dinas komunikasi dan informatika"),
        ("Disperindag", "dinas perindustrian dan perdagangan"),
        ("Dinas Kepemudaan dan Olah Raga", "dinas pemuda dan olahraga"),
        ("Dispora", "dinas pemuda dan olahraga"),
        ("Dinas Kebudayaan dan Kepariwisataan", "dinas kebudayaan dan pariwisata"),
        ("Dinas Pariwisata dan Kebudayaan", "dinas kebudayaan dan pariwisata"),
        ("Disparbud", "dinas kebudayaan dan pariwisata"),
        ("Dinas Koperasi dan UKM", "dinas koperasi, usaha kecil dan menengah"),
        ("Dinas Koperasi, Usaha Kecil, dan Menengah", "dinas koperasi, usaha kecil dan menengah"),
        ("BPBD", "badan penanggulangan bencana"),
        ("Kepala Pelaksana Badan Penanggulangan Bencana Daerah", "badan penanggulangan bencana"),
        ("BKPSDM", "badan kepegawaian dan pengembangan sumber daya manusia"),
        ("Bappeda", "badan perencanaan pembangunan"),
        ("Bappeda Litbang", "badan perencanaan pembangunan, penelitian dan pengembangan"),
        ("Bapelitbangda", "badan perencanaan pembangunan, penelitian dan pengembangan"),
        ("BPKAD", "badan pengelolaan keuangan dan aset"),
        ("Badan Pengelola Keuangan dan Asset Daerah", "badan pengelolaan keuangan dan aset"),
        ("Bapenda", "badan pendapatan"),
        ("Badan Kesbangpol", "badan kesatuan bangsa dan politik"),
        ("Satpol PP", "satuan polisi pamong praja"),
        ("Satpol PP dan Damkar", "satuan polisi pamong praja dan pemadam kebakaran"),
        ("Kantor Satuan Polisi Pamong Praja", "satuan polisi pamong praja"),
        ("Setda", "sekretariat daerah"),
        ("Sekretaris Daerah", "sekretariat daerah"),
        ("Sekretariat Dewan Perwakilan Rakyat Daerah", "sekretariat dprd"),
        ("Setwan", "sekretariat dprd"),
        ("Inspektorat Daerah", "inspektorat"),
        ("Inspektur", "inspektorat"),
        ("Inspektur Pembantu Wilayah I pada Inspektorat", "inspektorat"),
        ("Kabag Hukum Setda", "bagian hukum"),
        ("Bagian Pemerintahan", "bagian pemerintahan"),
        ("Bagian Umum Sekretariat DPRD", "sekretariat dprd"),
        ("RSUD Dr. H. Sutomo", "rsud sutomo"),
        ("Rumah Sakit Umum Daerah", "rsud"),
        ("Direktur BLUD RSUD Harapan", "rsud harapan"),
        ("Camat Sukodadi", "kecamatan sukodadi"),
        ("Kantor Kecamatan Sukodadi", "kecamatan sukodadi"),
        ("Lurah Tlogo Kecamatan Sukodadi", "kelurahan tlogo kecamatan sukodadi"),
        ("UPTD Pasar Besar Dinas Perdagangan", "upt pasar besar dinas perdagangan"),
        ("Puskesmas Kecamatan Sukodadi", "puskesmas kecamatan sukodadi"),
        ("Dinas Pemberdayaan Masyarakat, Desa dan Kelurahan", "dinas pemberdayaan masyarakat, desa dan kelurahan"),
        ("Dinas Perumahan Kawasan Permukiman dan Pertanahan", "dinas perumahan, kawasan permukiman dan pertanahan"),
        (
            "Dinas Perumahan Rakyat, Kawasan Pemukiman, dan Pertanahan",
            "dinas perumahan, kawasan permukiman dan pertanahan",
        ),
        ("Dinas Perikanann", "dinas perikanan"),
    ],
)
def test_units(text: str, unit: str) -> None:
    assert baca_kantor(f"{text} Kabupaten Ngawi") == kantor(unit, "kabupaten", "ngawi")


def test_names_of_all_tasks_of_three_in_any_order_and_with_any_joint() -> None:
    text = "Dinas Pengendalian Penduduk dan Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak Kota Batu"
    assert baca_kantor(text) == baca_kantor("DP3AP2KB Kota Batu")
    assert baca_kantor("Dinas Pangan, Pertanian dan Perikanan Kota Batu") == baca_kantor(
        "Dinas Perikanan serta Pangan & Pertanian Kota Batu"
    )


DIFFERENT = (
    "Dinas Tenaga Kerja Kabupaten Bandung",
    "Dinas Tenaga Kerja Kota Bandung",
    "Dinas Tenaga Kerja Kabupaten Bandung Barat",
    "Dinas Tenaga Kerja Provinsi Jawa Barat",
    "Dinas Tenaga Kerja Kabupaten Banjar",
    "Dinas Tenaga Kerja Kota Banjar",
    "Dinas Tenaga Kerja dan Transmigrasi Kabupaten Banjar",
    "Dinas Tenaga Kerja dan Perindustrian Kabupaten Banjar",
    "Dinas Pertanian Kabupaten Banjar",
    "Dinas Perikanan Kabupaten Banjar",
    "Dinas Pertanahan Kabupaten Banjar",
    "Dinas Pekerjaan Umum Kabupaten Banjar",
    "Dinas Perumahan Kabupaten Banjar",
    "Badan Kepegawaian Daerah Kabupaten Banjar",
    "BKD Kabupaten Banjar",
    "BKPSDM Kabupaten Banjar",
    "Badan Keuangan dan Aset Daerah Kabupaten Banjar",
    "Badan Pengelolaan Keuangan dan Aset Daerah Kabupaten Banjar",
    "Bagian Umum Kabupaten Banjar",
    "Sekretariat Daerah Kabupaten Banjar",
    "Sekretariat DPRD Kabupaten Banjar",
    "Inspektorat Kabupaten Banjar",
    "RSUD Kabupaten Banjar",
    "RSUD Ratu Kabupaten Banjar",
    "Puskesmas Ratu Kabupaten Banjar",
    "Kecamatan Ratu Kabupaten Banjar",
    "Kelurahan Ratu Kecamatan Ratu Kabupaten Banjar",
    "Kelurahan Ratu Kecamatan Raja Kabupaten Banjar",
    "UPTD Wilayah I Dinas Pertanian Kabupaten Banjar",
    "UPTD Wilayah I Dinas Perikanan Kabupaten Banjar",
    "UPTD Wilayah II Dinas Perikanan Kabupaten Banjar",
    "Pemerintah Kabupaten Banjar",
    "DKP Kabupaten Banjar",
    "Kementerian Kesehatan",
    "Kementerian Agama",
    "Kantor Kementerian Agama Kabupaten Banjar",
)


def test_different_offices_stay_apart() -> None:
    found = [(text, baca_kantor(text)) for text in DIFFERENT]
    assert [text for text, office in found if office is None] == []
    assert [(a, b) for (a, one), (b, other) in combinations(found, 2) if one == other] == []


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "...",
        "Dinas Tenaga Kerja",
        "KEPALA DINAS,",
        "Kepala Dinas Kabupaten Ngawi",
        "Dinas Tenaga Kerja Kabupaten",
        "Dinas Tenaga Kerja Kabupaten/Kota Bandung",
        "Dinas Tenaga Kerja Kabupaten Bandng",
        "Dinas Tenaga Kerja Kabupaten Bogor Barat",
        "Dinas Tenaga Kerja Kota Lamongan",
        "Dinas Tenaga Kerja Kabupaten Tangerang Selatan",
        "Dinas Tenaga Kerja Kabupaten Sumba",
        "Dinas Tenaga Kerja Provinsi Jawa",
        "Dinas Tenaga Kerja Bandung",
        "Dinas Tenaga Kerja Kabupaten Bogor dan Kabupaten Bekasi",
        "Dinas Kesehatan Badan Pendapatan Daerah Kabupaten Bogor",
        "Dinas Pertambangan, Mineral dan Batu Bara",
        "Kecamatan Lamongan",
        "Kecamatan Sungai Batu",
        "RSUD Sidoarjo",
        "RSUD Dr. Sutomo",
        "Seksi Pelatihan Kabupaten Lamongan",
        "Direktorat Jenderal Bina Marga",
        "Pemerintah Kota",
        "Pemerintah",
        "uraian singkat tanpa nama lembaga",
    ],
)
def test_what_is_not_certain_is_no_office(text: str | None) -> None:
    assert baca_kantor(text) is None


@pytest.mark.parametrize(
    ("tingkat", "expected"),
    [("kota", "kota"), ("kabupaten", "kabupaten"), ("provinsi", None), ("kementerian/lembaga", None), (None, None)],
)
def test_the_level_of_the_document_decides_where_the_name_prints_none(
    tingkat: str | None, expected: str | None
) -> None:
    found = baca_kantor("Dinas Kesehatan Bandung", tingkat)
    assert (found and (found.tingkat, found.wilayah)) == (expected and (expected, "bandung"))


def test_a_printed_level_outweighs_that_of_the_document() -> None:
    assert baca_kantor("Dinas Kesehatan Kota Bandung", "kabupaten") == kantor("dinas kesehatan", "kota", "bandung")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dinas Kesehatan DKI", kantor("dinas kesehatan", "provinsi", "dki jakarta")),
        ("Disnaker Tangsel", kantor("dinas tenaga kerja", "kota", "tangerang selatan")),
        ("Dinas Pendidikan D.I. Yogyakarta", kantor("dinas pendidikan", "provinsi", "daerah istimewa yogyakarta")),
        ("Dinas Kesehatan Aceh", kantor("dinas kesehatan", "provinsi", "aceh")),
        ("Dinas Kesehatan Aceh Provinsi Aceh", kantor("dinas kesehatan", "provinsi", "aceh")),
        ("Dinas Kesehatan Kota Adm. Jakarta Timur Prov. DKI", kantor("dinas kesehatan", "kota", "jakarta timur")),
        ("Dinas Kesehatan Kotamadya Malang", kantor("dinas kesehatan", "kota", "malang")),
        ("Dinas Kesehatan Kab. Kep. Seribu", kantor("dinas kesehatan", "kabupaten", "kepulauan seribu")),
        ("Dinas Kesehatan Kabupaten Toba Samosir", kantor("dinas kesehatan", "kabupaten", "toba")),
        ("Dinas Kesehatan Kabupaten 50 Kota", kantor("dinas kesehatan", "kabupaten", "lima puluh kota")),
        ("Kecamatan Medan Kota Kota Medan", kantor("kecamatan medan kota", "kota", "medan")),
        ("Kecamatan Lamongan Kabupaten Lamongan", kantor("kecamatan lamongan", "kabupaten", "lamongan")),
        ("UPTD PPD Kabupaten Bekasi Badan Pendapatan Daerah Provinsi Jawa Barat",
         kantor("upt ppd kabupaten bekasi badan pendapatan", "provinsi", "jawa barat")),
        ("Dinas Perikanan Kabupaten Randualas", kantor("dinas perikanan", "kabupaten", "randualas")),
        ("Inspektorat Daerah Kota Suka Mulya", kantor("inspektorat", "kota", "suka mulya")),
        ("Dinas Perikanan Kota Bandar Agung", kantor("dinas perikanan", "kota", "bandar agung")),
        ("Dinas Perikanan Kota Bandar Lampng", kantor("dinas perikanan", "kota", "bandar lampung")),
        ("Dinas Perikanan Kabupaten Lamonggan Jawa Timur", kantor("dinas perikanan", "kabupaten", "lamongan")),
    ],
)  # fmt: skip
def test_regions_of_offices(text: str, expected: Kantor) -> None:
    assert baca_kantor(text) == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Kementerian Ketenagakerjaan Republik Indonesia", "kementerian tenaga kerja"),
        ("Kemnaker RI", "kementerian tenaga kerja"),
        ("Menteri Dalam Negeri", "kementerian dalam negeri"),
        ("KEMENTERIAN DALAM NEGERI TAHUN 2023", "kementerian dalam negeri"),
        (
            "Direktorat Jenderal Bina Desa Kementerian Dalam Negeri",
            "direktorat jenderal bina desa kementerian dalam negeri",
        ),
        ("Badan Pusat Statistik", "badan pusat statistik"),
    ],
)
def test_offices_of_the_state(text: str, unit: str) -> None:
    assert baca_kantor(text) == kantor(unit, "kementerian", "")


def test_a_branch_of_the_state_is_that_of_its_region() -> None:
    expected = kantor("kementerian agama", "provinsi", "jawa timur")
    assert baca_kantor("Kantor Wilayah Kementerian Agama Provinsi Jawa Timur") == expected
    assert baca_kantor("Badan Pusat Statistik Kabupaten Ngawi") == kantor("badan pusat statistik", "kabupaten", "ngawi")


@pytest.mark.parametrize(
    "unit",
    [
        "dinas tenaga kerja dan transmigrasi",
        "bagian hukum",
        "rsud harapan",
        "kecamatan sukodadi",
        "inspektorat",
        "dkp",
        "",
    ],
)
@given(region=st.sampled_from(REGIONS))
def test_an_office_written_out_is_read_back(unit: str, region: Wilayah) -> None:
    office = kantor(unit, region.tingkat, region.nama)
    assert baca_kantor(f"{office.unit} {office.tingkat} {office.wilayah}") == office
    assert baca_kantor(f"KEPALA {office.unit.upper()} {office.tingkat} {office.wilayah} selaku atasan") in (
        office,
        None,
    )


@given(st.text(alphabet="abdefgiklmnoprstu ,.()/&\n1", max_size=80))
def test_any_text_is_read(text: str) -> None:
    found = baca_kantor(f"Dinas {text} Kabupaten Ngawi")
    assert found is None or found.tingkat in (*TINGKAT, "kementerian")
    assert baca_kantor(text) is None or baca_kantor(text) == baca_kantor(f"  {text.upper()}  ")
