"""Which family a document belongs to, and that all its tables are mapped, taken as scales, or listed."""

from __future__ import annotations

import pytest

from extractors.families.lkjip import LkjipFamily
from extractors.families.umum import UmumFamily
from extractors.performance import extract_performance
from extractors.printed_columns import printed_columns
from schemas.kinerja import Kind
from schemas.printed import Block, FileKind, PrintedDocument, SourceFile
from tests.extractors.grids import line, table

SOURCE = SourceFile(path="a.pdf", sha256="00" * 32, size_bytes=1, kind=FileKind.PDF)
MEASURED = table(
    ("Indikator Kinerja", "Target", "Realisasi", "Capaian (%)"),
    ("Jalan mantap", "80,00", "82,00", "102,50"),
    ("Air minum", "60,00", "57,00", "95,00"),
    caption="Tabel 3.1 Capaian Kinerja Tahun 2023",
)
SCALE = table(
    ("Rentang", "Kategori"), ("> 85", "Baik"), ("70 - 85", "Cukup"), ("< 70", "Kurang"), caption="Tabel 3.2 Skala"
)
UNKNOWN = table(("Nama Pejabat", "Alamat"), ("Siti", "Jalan Melati"), ("Budi", "Jalan Mawar"))


def document(*blocks: Block | str) -> PrintedDocument:
    made = tuple(line(b) if isinstance(b, str) else b for b in blocks)
    return PrintedDocument(source=SOURCE, pages=1, blocks=made)


def test_every_table_is_mapped_taken_as_scale_or_listed() -> None:
    extraction = extract_performance(document("BAB III", MEASURED, "Skala capaian:", SCALE, UNKNOWN), "lkjip")
    assert [(t.number, t.kind, len(t.baris)) for t in extraction.tabel] == [(0, Kind.CAPAIAN, 2)]
    assert [len(s.kelas) for s in extraction.skala] == [3]
    assert [t.number for t in extraction.belum_dipetakan] == [2]
    assert extraction.family == "lkjip"
    assert {column.table for column in extraction.kolom_cetak} == {0, 1, 2}


@pytest.mark.parametrize(
    ("before", "lampiran"),
    [
        ("Perjanjian Kinerja Kepala Dinas", False),
        ("Perjanjian Kinerja Kepala Bidang Bina Marga", True),
        ("Perjanjian kinerja pejabat administrator", True),
        ("PERJANJIAN KINERJA KEPALA SEKSI PENGAWASAN", True),
        ("A. Capaian Kinerja", False),
    ],
)
def test_agreements_of_subordinates_are_marked(before: str, lampiran: bool) -> None:
    assert extract_performance(document(before, MEASURED), "lkjip").tabel[0].lampiran is lampiran


def test_a_report_scores_above_the_fallback_and_a_decree_below() -> None:
    report = document(
        *[
            "LAPORAN KINERJA INSTANSI PEMERINTAH",
            "BAB III AKUNTABILITAS KINERJA",
            "Capaian Kinerja",
            "Realisasi Anggaran",
        ]
        * 12
    )
    decree = document(
        *["KEPUTUSAN BUPATI CONTOH", "MEMUTUSKAN", "Indikator kinerja utama", "Akuntabilitas kinerja instansi"] * 12
    )
    other = document(*["Rapat koordinasi bulanan", "Daftar hadir peserta"] * 20)
    fallback = UmumFamily().score(report)
    assert LkjipFamily().score(report) > fallback
    assert LkjipFamily().score(decree) < fallback
    assert LkjipFamily().score(other) < fallback
    assert LkjipFamily().score(document()) == 0


def test_both_families_read_the_same_tables() -> None:
    printed = document("BAB III", MEASURED)
    assert LkjipFamily().extract(printed).tabel == UmumFamily().extract(printed).tabel


def test_printed_columns_hold_every_filled_body_cell() -> None:
    columns = printed_columns(document(MEASURED))
    assert [(c.header, [s.text for s in c.sel]) for c in columns] == [
        ("Indikator Kinerja", ["Jalan mantap", "Air minum"]),
        ("Target", ["80,00", "60,00"]),
        ("Realisasi", ["82,00", "57,00"]),
        ("Capaian (%)", ["102,50", "95,00"]),
    ]
    assert [s.label for s in columns[1].sel] == ["Jalan mantap", "Air minum"]
    assert columns[0].caption == MEASURED.caption
