"""Amounts of sentences against budget rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.klaim.anggaran import baris as anggaran
from pipeline.klaim.nama.tautan import bind
from schemas.narasi import Putusan, Uji
from tests.checks.laporan_toml import laporan as tabel_toml
from tests.klaim.bentuk import laporan

C, S, T = Putusan.COCOK, Putusan.SALAH, Putusan.TAK_DIUJI
_TABEL = {
    "kind": "anggaran",
    "caption": "Tabel 3.8 Realisasi",
    "kolom": ["anggaran", "realisasi_anggaran", "persen"],
    "baris": """
Perencanaan Arsip Daerah {id=} {nomor=1} {level=0} | 95.000.000 | 86.130.228 | 90,66
Evaluasi Arsip Daerah {id=} {nomor=1.1} {level=1} | 70.000.000 | 67.440.228 | 96,34
Sosialisasi Arsip Daerah {id=} {nomor=1.2} {level=1} | - | - | -
Pembinaan Koperasi Desa {id=} {nomor=2} {level=0} | 20.000.000 | 19.999.900 | 100
Pembinaan Koperasi Desa {id=} {nomor=2.1} {level=1} | 15.000.000 | 14.900.000 | 99,33
""",
}


def judge(teks: str) -> list[Uji]:
    report = laporan(teks, tabel=tabel_toml({"tabel": [_TABEL]}).tabel)
    return list(anggaran.judge(replace(report, kalimat=bind(report))))


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("pagu {anggaran:Rp 70.000.000} dan realisasi {realisasi_anggaran:Rp 67.440.228}", [C, C]),
        ("pagu {anggaran:Rp 70 juta} dan realisasi {realisasi_anggaran:Rp 67,4 juta}", [C, C]),
        ("pagu {anggaran:Rp 70.000.000} dan realisasi {realisasi_anggaran:Rp 67.440.282}", [C, S]),
        ("pagu {anggaran:Rp 70.000.000} dengan sisa {sisa:Rp 2.559.772}", [C, C]),
        ("pagu {anggaran:Rp 70.000.000} dengan sisa {sisa:Rp 2.559.718}", [C, T]),
        ("pagu {anggaran:Rp 70.000.000} terserap {realisasi_anggaran:Rp 67.440.228} atau {persen:96,34%}", [C, C, C]),
        ("pagu {anggaran:Rp 71.000.000} dan realisasi {realisasi_anggaran:Rp 68.000.000}", [T, T]),
        ("pagu {anggaran:Rp 70.000.000} terdiri dari {anggaran:Rp 40.000.000} dan sebagainya", [C, T]),
        ("pagu perubahan {anggaran:Rp 72.000.000} dan realisasi {realisasi_anggaran:Rp 67.440.228}", [C, T]),
        ("pagu {anggaran:Rp 70.000.000} tahun 2029 {realisasi_anggaran:Rp 1.000.000|tahun=2029}", [C, T]),
    ],
)
def test_amounts_of_one_kegiatan(teks: str, harap: list[Putusan]) -> None:
    found = judge(f"Evaluasi Arsip Daerah, dengan {teks}.")
    assert sorted(item.putusan for item in found) == sorted(harap), [item.alasan or item.pesan for item in found]


def test_amounts_of_the_parent_on_the_child_are_one_finding() -> None:
    teks = (
        "Evaluasi Arsip Daerah dengan pagu {anggaran:Rp 95.000.000} dan realisasi {realisasi_anggaran:Rp 86.130.228}."
    )
    (uji,) = judge(teks)
    assert uji.putusan is S
    assert uji.petunjuk == "sama dengan angka “Perencanaan Arsip Daerah”"
    assert len(uji.klaim) == len(uji.fakta) == 2


@pytest.mark.parametrize("pagu", ["20.000.000", "15.000.000"])
def test_same_name_on_two_levels_is_the_one_that_fits(pagu: str) -> None:
    found = judge(f"Pembinaan Koperasi Desa dengan pagu {{anggaran:Rp {pagu}}}.")
    assert [item.putusan for item in found] == [C]


def test_nil_is_zero() -> None:
    found = judge("Sosialisasi Arsip Daerah dengan pagu {anggaran:Rp 0} dan realisasi {realisasi_anggaran:Rp 0}.")
    assert [item.putusan for item in found] == [C, C]


def test_finding_tells_both_amounts() -> None:
    teks = (
        "Evaluasi Arsip Daerah, dengan pagu {anggaran:Rp 70.000.000} dan realisasi {realisasi_anggaran:Rp 67.440.282}."
    )
    (uji,) = [item for item in judge(teks) if item.putusan is S]
    assert all(part in uji.pesan for part in ("67.440.282", "67.440.228", "Tabel 3.8", "Evaluasi Arsip Daerah"))
    assert uji.petunjuk is not None
    assert uji.petunjuk.startswith("dua digit tertukar")
