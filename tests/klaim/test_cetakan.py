"""When a number of a sentence is a printed one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.angka_id import parse_angka
from pipeline.klaim.tabel.cetakan import bagian, beda_pengali, cetakan, sama, sama_cetakan, wilayah_lain
from schemas.kinerja import Metadata, Part
from schemas.narasi import RujukanFakta
from tests.checks.laporan_toml import laporan as tabel_toml
from tests.klaim.bentuk import laporan


@pytest.mark.parametrize(
    ("kalimat", "tabel", "harap"),
    [
        ("94,54%", "94,54", True),
        ("94,5 persen", "94,54%", True),
        ("94,54%", "94,57%", False),
        ("780,4 ribu orang", "780.417", True),
        ("780.417", "780,417", True),
        ("Rp 2,3 miliar", "2.340.000.000", True),
        ("Rp 2,4 miliar", "2.340.000.000", False),
        ("0,94%", "940%", False),
        ("12", "belum ada", False),
        ("Rp 8,45 juta", "8.450.000.000", False),
    ],
)
def test_same(kalimat: str, tabel: str, harap: bool) -> None:
    assert sama(parse_angka(kalimat), parse_angka(tabel)) is harap


def test_heading_may_hold_the_multiplier() -> None:
    kalimat, tabel = parse_angka("Rp 8,45 miliar"), parse_angka("8.450.000")
    keterangan = ("(dalam ribuan rupiah)", "(dalam jutaan)", "")
    assert [sama(kalimat, tabel, isi) for isi in keterangan] == [True, False, False]
    assert beda_pengali(kalimat, tabel)
    assert not beda_pengali(parse_angka("Rp 8,54 miliar"), tabel)


def test_numerator_counts_as_printed() -> None:
    report = tabel_toml({"tabel": [{"kolom": ["realisasi@2030"], "baris": "Tingkat Hadir | 450/500 x 100 = 90,00"}]})
    items = cetakan(report, [RujukanFakta(tabel=0, baris=0)])
    assert [sama_cetakan(parse_angka(text), items[0]) for text in ("450", "90%", "500 orang", "50")] == [
        True,
        True,
        True,
        False,
    ]


def test_part_of_a_year_and_other_areas_are_not_the_year() -> None:
    kolom = ["target@2030", "target@2029", "target@2030#TW1", "target@2030/nasional"]
    report = tabel_toml({"tabel": [{"kolom": kolom, "baris": "Tingkat Hadir | 90 | 80 | 20 | 95"}]})
    found = bagian(cetakan(report, [RujukanFakta(tabel=0, baris=0)]), Part.TARGET, 2030)
    assert [item.fakta.text for item in found] == ["90"]


@pytest.mark.parametrize(
    ("wilayah", "lain"),
    [("Kabupaten Contoh", False), ("nasional", True), ("Provinsi Rekaan", True)],
)
def test_other_area(wilayah: str, lain: bool) -> None:
    report = laporan(f"Tingkat hadir sebesar {{nilai:90%|wilayah={wilayah}}}.")
    report = replace(report, metadata=Metadata(instansi="Dinas Arsip Kabupaten Contoh", tahun=2030))
    assert wilayah_lain(report, report.kalimat[0].klaim[0]) is lain


def test_area_inside_the_name_is_none() -> None:
    report = laporan("Akses pasar nasional sebesar {nilai:90%|wilayah=nasional}.")
    klaim = replace(report.kalimat[0].klaim[0], label="Jumlah usaha di pasar nasional")
    assert not wilayah_lain(report, klaim)
