"""Classes that sentences give to the capaian beside them."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.aturan import tetapkan_aturan
from pipeline.klaim import judge_claims
from schemas.narasi import Perihal, Putusan, Uji
from tests.checks.laporan_toml import laporan

SKALA: dict[str, Any] = {"kelas": ["Sangat Baik = [90..]", "Baik = [75..90)", "Cukup = [60..75)", "Kurang = [..60)"]}
TABEL: dict[str, Any] = {
    "kolom": ["target", "realisasi", "capaian"],
    "baris": """
    Cakupan Vaksin Ternak {naik} | 80,0 | 71,2 | 89,00%
    Nilai SAKIP Dinas {naik} | 70,00 | 66,35 | 94,79%
    Persentase Kandang Bersih {naik} | 100% | 62,5% | 62,50%
    """,
}


def uji(*teks: str, **lain: Any) -> list[Uji]:
    kasus = {"narasi": list(teks), "tabel": [TABEL], "skala": [SKALA], **lain}
    return [item for item in judge_claims(tetapkan_aturan(laporan(kasus))).uji if item.perihal is Perihal.KELAS]


@pytest.mark.parametrize(
    "teks",
    [
        "Capaian kinerja Cakupan Vaksin Ternak sebesar 89,00% tergolong Sangat Baik.",
        "Dengan capaian 89,00%, Cakupan Vaksin Ternak masuk kategori Cukup.",
        "Predikat Kurang diperoleh Cakupan Vaksin Ternak (89,00%).",
        "Rata-rata capaian kinerja dinas sebesar 82,10% (Cukup).",
        "Capaian Nilai SAKIP Dinas sebesar 94,79% dinyatakan Cukup.",
    ],
)
def test_a_class_that_the_scale_gives_to_other_values(teks: str) -> None:
    (item,) = uji(teks)
    assert item.putusan is Putusan.SALAH
    assert item.klaim[1].vonis == 0


@pytest.mark.parametrize(
    "teks",
    [
        "Capaian kinerja Cakupan Vaksin Ternak sebesar 89,00% tergolong Baik.",
        "Dengan capaian 94,79%, Nilai SAKIP Dinas masuk kategori Kurang.",
        "Nilai SAKIP Dinas sebesar 66,35 memperoleh predikat Kurang dengan capaian 94,79%.",
        "Capaian kinerja Cakupan Vaksin Ternak sebesar 89,70% tergolong Sangat Baik.",
        "Apabila capaian Cakupan Vaksin Ternak 89,00% maka dikategorikan Cukup.",
        "Capaian anggaran sebesar 62,10% dikategorikan Sangat Baik.",
        "Capaian Cakupan Vaksin Ternak 89,00% dan Nilai SAKIP Dinas 94,79% termasuk kategori Cukup.",
        "Capaian Cakupan Vaksin Ternak 89,00% berkat kader yang dinyatakan Kurang.",
        "Capaian Cakupan Vaksin Ternak provinsi sebesar 89,00% tergolong Cukup.",
    ],
)
def test_right_or_not_sure(teks: str) -> None:
    assert Putusan.SALAH not in [item.putusan for item in uji(teks)]


def test_a_scale_that_fits_fewer_than_not_is_none_of_theirs() -> None:
    teks = "Capaian kinerja Cakupan Vaksin Ternak sebesar 89,00% tergolong {}."
    items = uji(teks.format("Kurang"), teks.format("Cukup"))
    assert [item.putusan for item in items] == [Putusan.TAK_DIUJI, Putusan.TAK_DIUJI]


def test_a_class_that_the_table_prints_too_is_reported_there() -> None:
    baris = "Cakupan Vaksin {naik} | 80,0 | 71,2 | 89,00% | Cukup"
    tabel = {"kolom": [*TABEL["kolom"], "kategori"], "baris": baris}
    (item,) = uji("Dengan capaian 89,00%, Cakupan Vaksin masuk kategori Cukup.", tabel=[tabel])
    assert item.alasan == "kelas itu tercetak pula pada tabel"
