"""Lists of indicators with one number each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.klaim.tabel.deret import Deret
from schemas.narasi import Putusan
from tests.checks.laporan_toml import laporan as tabel_toml
from tests.klaim.bentuk import laporan

C, S = Putusan.COCOK, Putusan.SALAH
_TABEL = {
    "caption": "Tabel 3.1 Capaian",
    "kolom": ["target@2030", "realisasi@2030", "capaian@2030"],
    "baris": """
Persentase Berkas Tepat Waktu {id=berkas} | 80,00% | 72,16% | 90,20%
Nilai Kepuasan Pemohon {id=puas} | 86,50 | 87,01 | 100,59%
Cakupan Arsip Digital {id=arsip} | 60,00% | 61,85% | 103,08%
Tingkat Kehadiran Petugas Loket {id=hadir} | 95,00% | 93,41% | 98,33%
""",
}
_TIGA = "Persentase Berkas Tepat Waktu {%s}, Nilai Kepuasan Pemohon {%s}, dan Cakupan Arsip Digital {%s}."


def _judge(teks: str) -> list[Putusan]:
    report = replace(laporan(teks), tabel=tabel_toml({"tabel": [_TABEL]}).tabel)
    return [item.putusan for item in Deret(report).judge(0)]


@pytest.mark.parametrize(
    ("pembuka", "angka", "harap"),
    [
        ("Realisasi indikator meliputi", ("lain:72,16%", "lain:87,01", "lain:61,85%"), [C, C, C]),
        ("Realisasi indikator meliputi", ("lain:72,16%", "lain:81,07", "lain:61,85%"), [C, S, C]),
        ("Capaian indikator ialah", ("capaian:90,20%", "capaian:100,59%", "capaian:130,08%"), [C, C, S]),
        ("Capaian indikator ialah", ("nilai:72,16%", "nilai:87,01", "nilai:61,58%"), [C, C, S]),
        ("Realisasi indikator meliputi", ("lain:72,16%", "lain:81,07", "lain:68,15%"), []),
        ("Realisasi triwulan III meliputi", ("lain:72,16%", "lain:81,07", "lain:61,85%"), []),
        ("Susunannya ialah", ("lain:72,16%", "lain:81,07", "lain:61,85%"), []),
        ("Realisasi indikator meliputi", ("lain:72,16%", "lain:86,50", "lain:61,85%"), [C, C]),
        ("Realisasi indikator meliputi", ("lain:72,16%", "lain:93,41", "lain:61,85%"), [C, C]),
    ],
)
def test_list(pembuka: str, angka: tuple[str, str, str], harap: list[Putusan]) -> None:
    assert _judge(f"{pembuka} {_TIGA % angka}") == harap


@pytest.mark.parametrize(
    ("nama", "harap"),
    [("petugas yang hadir di loket", [C, C, C, S]), ("penyuluh lapangan", [C, C, C])],
)
def test_the_only_indicator_left_is_meant_when_a_word_is_its_own(nama: str, harap: list[Putusan]) -> None:
    teks = (
        "Realisasi indikator ialah Persentase Berkas Tepat Waktu {lain:72,16%}, Nilai Kepuasan Pemohon {lain:87,01}, "
        f"{nama} {{lain:39,41%}}, dan Cakupan Arsip Digital {{lain:61,85%}}."
    )
    assert sorted(_judge(teks)) == sorted(harap)


def test_two_numbers_are_no_list() -> None:
    teks = "Realisasi ialah Persentase Berkas Tepat Waktu {lain:72,16%} dan Nilai Kepuasan Pemohon {lain:7}."
    assert _judge(teks) == []
