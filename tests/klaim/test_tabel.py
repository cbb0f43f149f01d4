"""Numbers of sentences against printed target, realisasi and capaian."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.klaim.nama.tautan import bind
from pipeline.klaim.tabel import vonis as tabel
from schemas.narasi import Putusan, Uji
from tests.checks.laporan_toml import laporan as tabel_toml
from tests.klaim.bentuk import laporan

C, S, T = Putusan.COCOK, Putusan.SALAH, Putusan.TAK_DIUJI
_CAPAIAN = {
    "caption": "Tabel 3.1 Capaian",
    "kolom": ["target@2030", "realisasi@2029", "realisasi@2030", "capaian@2030", "realisasi/nasional", "target#akhir"],
    "baris": """
Persentase Berkas Tepat Waktu {id=berkas} | 87,45% | 70,00% | 72,16% | 82,52% | 79,00% | 95,00%
Jumlah Wirausaha Muda {id=usaha} | 1.000 orang | 610 orang | 640 orang | 64% | - | -
Tingkat Hadir {id=hadir} | 90,00 | 88,00 | 450/500 x 100 = 90,00 | 100 | - | -
""",
}
_PERJANJIAN = {
    "kind": "perjanjian",
    "kolom": ["target@2030"],
    "baris": "Persentase Berkas Tepat Waktu {id=berkas} | 88,00%",
}
_RENSTRA = {"kind": "renstra", "kolom": ["target@2030"], "baris": "Nilai Kepuasan Pemohon {id=puas} | 85,00"}


def judge(*teks: str) -> list[Uji]:
    isi = tabel_toml({"tabel": [_CAPAIAN, _PERJANJIAN, _RENSTRA]}).tabel
    report = laporan(*teks, tabel=isi)
    return list(tabel.judge(replace(report, kalimat=bind(report))))


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        (
            "terealisasi {realisasi:72,16%} dari target {target:87,45%} dengan capaian kinerja {capaian:82,52%}",
            [C, C, C],
        ),
        ("terealisasi {realisasi:72,2 persen}", [C]),
        ("target {target:88,00%}", [C]),
        ("terealisasi {realisasi:71,26%} dari target {target:87,45%}", [S, C]),
        ("terealisasi {realisasi:71,26%}", [S]),
        ("terealisasi {realisasi:71,26%} dari target {target:81,00%}", [T, T]),
        ("tahun 2029 sebesar {nilai:70,00%|tahun=2029}", [C]),
        ("tahun 2029 terealisasi {realisasi:71,00%|tahun=2029} dan tahun 2030 {realisasi:72,16%|tahun=2030}", [S, C]),
        ("tahun 2028 terealisasi {realisasi:71,00%|tahun=2028}", [T]),
        ("terealisasi hampir {realisasi:71,00%|pendekatan=ya}", [T]),
        ("sebesar {realisasi:79,00%|wilayah=nasional}", [C]),
        ("sebesar {realisasi:77,00%|wilayah=nasional}", [S]),
        ("pada triwulan III terealisasi {realisasi:60,00%|periode=triwulan III}", [T]),
        ("target akhir {target:95,00%|jangka=akhir}", [C]),
        ("target akhir {target:96,00%|jangka=akhir}", [S]),
        ("terealisasi {realisasi:640 orang}", [T]),
        ("terealisasi {realisasi:Rp 71.260}", [T]),
        ("tahun 2030 berkat 12 penyuluh terealisasi {realisasi:71,26%}", [T]),
        ("terealisasi {realisasi:72,16%} dan {realisasi:64,00%}", [C, T]),
    ],
)
def test_numbers_of_one_indicator(teks: str, harap: list[Putusan]) -> None:
    found = judge(f"Persentase Berkas Tepat Waktu {teks}.")
    assert [item.putusan for item in found] == harap, [item.alasan or item.pesan for item in found]


def test_finding_tells_both_values_the_table_and_the_cause() -> None:
    (uji,) = [
        item for item in judge("Persentase Berkas Tepat Waktu terealisasi {realisasi:71,26%}.") if item.putusan is S
    ]
    assert uji.subjek == "Persentase Berkas Tepat Waktu"
    assert all(part in uji.pesan for part in ("71,26%", "72,16%", "Tabel 3.1", "tahun 2030"))
    assert [(item.tabel, item.baris, item.fakta) for item in uji.fakta] == [(0, 0, 2)]


@pytest.mark.parametrize(
    ("teks", "petunjuk"),
    [
        ("Persentase Berkas Tepat Waktu terealisasi {realisasi:72,61%}.", "dua digit tertukar"),
        ("Jumlah Wirausaha Muda terealisasi {realisasi:460 orang}.", "dua digit tertukar"),
        ("Persentase Berkas Tepat Waktu terealisasi {realisasi:90,00%}.", "realisasi indikator “Tingkat Hadir”"),
        (
            "Pada tahun 2030 target Jumlah Wirausaha Muda sebesar {target:640 orang}.",
            "sama dengan realisasi tahun 2030",
        ),
        (
            "Realisasi Jumlah Wirausaha Muda tahun 2030 sebesar {realisasi:610 orang|tahun=2030}.",
            "sama dengan realisasi tahun 2029",
        ),
    ],
)
def test_cause(teks: str, petunjuk: str) -> None:
    (uji,) = judge(teks)
    assert uji.putusan is S, uji.alasan
    assert uji.petunjuk is not None
    assert petunjuk in uji.petunjuk


@pytest.mark.parametrize(
    "teks",
    [
        "Jumlah Wirausaha Muda melampaui target sebesar {target:640 orang}.",
        "Jumlah Wirausaha Muda mencapai realisasi sebesar {realisasi:610 orang} pada tahun 2029.",
    ],
)
def test_another_figure_of_the_row_is_no_error_unless_the_cue_is_straight(teks: str) -> None:
    assert [item.putusan for item in judge(teks)] == [T]


def test_raw_figures_of_the_row_are_printed_values() -> None:
    assert [item.putusan for item in judge("Tingkat Hadir terealisasi {realisasi:450}.")] == [C]


def test_target_of_a_plan_alone_accuses_nobody() -> None:
    assert [item.putusan for item in judge("Nilai Kepuasan Pemohon dengan target {target:82,00}.")] == [T]


def test_abbreviation_alone_accuses_nobody() -> None:
    isi = tabel_toml(
        {"tabel": [{"kolom": ["realisasi@2030"], "baris": "Indeks Layanan Terpadu Kota (ILTK) {id=iltk} | 80"}]}
    )
    report = laporan("Nilai ILTK sebesar {realisasi:75}.", tabel=isi.tabel)
    assert [item.putusan for item in tabel.judge(replace(report, kalimat=bind(report)))] in ([], [T])
