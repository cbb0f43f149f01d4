"""Office, level, year and title of a report from its own words."""

from __future__ import annotations

import pytest

from extractors.metadata import read_metadata
from schemas.kinerja import Metadata
from schemas.printed import FileKind, LineRole, PrintedDocument, SourceFile
from tests.extractors.grids import line, table

SOURCE = SourceFile(path="a.pdf", sha256="00" * 32, size_bytes=1, kind=FileKind.PDF)


def metadata(*texts: str, captions: tuple[str, ...] = (), header: str | None = None) -> Metadata:
    blocks = [line(text, top=60 + 14 * k) for k, text in enumerate(texts)]
    tables = [table(("Indikator", "Target"), ("Jalan", "80"), caption=caption) for caption in captions]
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
