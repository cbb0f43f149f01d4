"""Numbers beside the figure of a row: distances, rates, other units and other areas are not held against it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.klaim.nama.tautan import bind
from pipeline.klaim.selisih import vonis as selisih
from pipeline.klaim.tabel import vonis as tabel
from schemas.kinerja import Laporan
from schemas.narasi import Perihal, Putusan, Uji
from tests.checks.laporan_toml import laporan as tabel_toml
from tests.klaim.bentuk import laporan

C, S, T = Putusan.COCOK, Putusan.SALAH, Putusan.TAK_DIUJI
_TABEL = {
    "caption": "Tabel 3.1 Capaian",
    "kolom": ["satuan", "target@2030", "realisasi@2030", "capaian@2030"],
    "baris": """
Rasio Jembatan Baik {id=jembatan} | % | 75 | 71,36 | 95,15
Jumlah Pengunjung Museum {id=museum} | Orang | 50.000 | 61.240 | 122,48
Angka Kematian Bayi {id=akb} | per 1.000 KH | 9,50 | 8,64 | 109,05
Angka Kebakaran {id=api} | Kejadian | 24 | 28 | 83,33
""",
}


def dibaca(*teks: str) -> Laporan:
    report = laporan(*teks, tabel=tabel_toml({"tabel": [_TABEL]}).tabel)
    return replace(report, kalimat=bind(report))


def judge(*teks: str) -> list[Uji]:
    return list(tabel.judge(dibaca(*teks)))


@pytest.mark.parametrize(
    ("teks", "alasan"),
    [
        ("Rasio Jembatan Baik tahun 2030 masih kurang {realisasi:3,64%} dari target {target:75%}", "selisih dua angka"),
        ("Rasio Jembatan Baik naik atau turun {realisasi:4,85%}", "selisih dua angka"),
        ("Jumlah Pengunjung Museum tercatat {realisasi:5.103 orang|tahun=2030}", "rata-rata per bulan"),
        (
            "Jumlah Pengunjung Museum tahun 2030 sebanyak {realisasi:61.240 orang|tahun=2030} atau "
            "{nilai:1,22 kali|tahun=2030} daya tampung",
            "satuan",
        ),
        ("Jumlah Pengunjung Museum terealisasi {realisasi:170 orang|tahun=2030} per hari", "per satuan lain"),
        (
            "Angka Kematian Bayi tahun 2030 sebesar {nilai:8,64|tahun=2030} atau {nilai:71 kasus|tahun=2030}",
            "satuan",
        ),
        ("Angka Kematian Bayi tahun 2030 realisasi sebanyak {realisasi:71 kasus|tahun=2030}", "satuan"),
        (
            "Rasio Jembatan Baik tahun 2030 {nilai:71,36%|tahun=2030}, di jalan utama {nilai:88,02%|tahun=2030}",
            "sudah disebut",
        ),
        (
            "Rasio Jembatan Baik target {target:75%} dan lebih rendah dari daerah tetangga "
            "({nilai:80,12%|tahun=2030})",
            "pembanding",
        ),
    ],
)
def test_another_quantity_is_not_checked(teks: str, alasan: str) -> None:
    akhir = judge(f"{teks}.")
    assert S not in [uji.putusan for uji in akhir]
    assert any(alasan in (uji.alasan or "") for uji in akhir), [uji.alasan or uji.pesan for uji in akhir]


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("Rasio Jembatan Baik terealisasi {realisasi:73,16%} dari target {target:75%}", [S, C]),
        ("Jumlah Pengunjung Museum terealisasi {realisasi:62.140 orang}", [S]),
        ("Realisasi Jumlah Pengunjung Museum sebanyak {realisasi:62.140 pengunjung}", [S]),
        ("Angka Kematian Bayi terealisasi {realisasi:6,84} dari target {target:9,50}", [S, C]),
        ("Angka Kebakaran terealisasi {realisasi:4 kejadian} dari target {target:24 kejadian}", [S, C]),
        ("Rasio Jembatan Baik terealisasi {realisasi:71,36%} dengan capaian kinerja {capaian:59,15%}", [C, S]),
    ],
)
def test_the_figure_itself_is_still_called_wrong(teks: str, harap: list[Putusan]) -> None:
    found = judge(f"{teks}.")
    assert [uji.putusan for uji in found] == harap, [uji.alasan or uji.pesan for uji in found]


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        # the distance, by the other level of the sentence, by the row, by its unit, or by its size
        ("Ada {lain:28 kejadian}, yaitu {realisasi:4 kejadian} lebih banyak dari target {target:24 kejadian}", [T]),
        ("Angka Kebakaran {realisasi:4 kejadian} di atas target {target:24 kejadian}", [T]),
        ("Cakupan {realisasi:2,4 poin} melampaui target {target:75%}", [T]),
        ("Kunjungan {realisasi:11.000 orang} di atas target {target:50.000 orang}", [T]),
        ("Kunjungan {nilai:11.000 orang} lebih banyak dari tahun 2029 sebanyak {nilai:50.000 orang|tahun=2029}", [T]),
        # a level
        ("Cakupan {realisasi:71,3%} di atas target {target:75%}", [S]),
        ("Angka Kebakaran {realisasi:28 kejadian} di bawah target {target:24 kejadian}", [S]),
        ("Cakupan {realisasi:77,3%} di atas target {target:75%}", [C]),
    ],
)
def test_a_distance_is_not_held_against_the_target(teks: str, harap: list[Putusan]) -> None:
    found = [uji for uji in selisih.judge(dibaca(f"{teks}.")) if uji.perihal is Perihal.ARAH_KATA]
    assert [uji.putusan for uji in found] == harap, [uji.alasan or uji.pesan for uji in found]


def test_a_distance_to_the_target_is_not_measured_from_another_year() -> None:
    teks = (
        "Rasio terpaut {selisih:1,38%|acuan=target,tahun=2030} dari target {target:80%|tahun=2030}, naik dari "
        "{nilai:75,12%|tahun=2030}."
    )
    kini, lalu = (
        [uji.putusan for uji in selisih.judge(laporan(isi)) if uji.perihal is Perihal.SELISIH]
        for isi in (teks, teks.replace("75,12%|tahun=2030", "75,12%|tahun=2029"))
    )
    assert (kini, lalu) == ([S], [T])
