"""Formulas for capaian that are none of the accepted rules."""

from __future__ import annotations

import pytest

from extractors.stated_rules import find_stated_rules
from schemas.kinerja import Arah
from tests.extractors.grids import line

CUE = "Pencapaian setiap sasaran dihitung dengan rumus sebagai berikut:"


def rules(*texts: str) -> list[tuple[str, str]]:
    found = find_stated_rules([line(text, top=100 + 14 * k) for k, text in enumerate(texts)])
    return [(rule.rule, rule.text) for rule in found]


@pytest.mark.parametrize(
    "text",
    [
        "Capaian = [Realisasi - (Realisasi - Target)] / Target x 100%",
        "Tingkat capaian = (T - (T - R)) / T x 100",
        "% Capaian = Realisasi : Rencana",
        "Persentase Pencapaian = Persentase Capaian Rencana / Target x 100%",
    ],
)
def test_a_formula_in_one_line(text: str) -> None:
    assert rules(text) == [("lain", text)]


def test_what_stands_left_may_be_left_out_where_a_formula_is_announced() -> None:
    assert rules(CUE, "[R-(R-T)]/T x 100%") == [("lain", "[R-(R-T)]/T x 100%")]
    assert rules("[R-(R-T)]/T x 100%") == []


def test_the_direction_is_that_of_the_text_before() -> None:
    before = "Bila semakin tinggi realisasi menunjukkan kinerja yang semakin rendah, dipakai rumus:"
    found = find_stated_rules(
        [line(before, top=100), line("Capaian = (Target - (Target - Realisasi))/Target", top=114)]
    )
    assert [rule.arah for rule in found] == [Arah.TURUN]


def test_a_fraction_over_three_lines_beside_its_name() -> None:
    stacked = ("Tingkat Capaian Persen Pencapaian x", "= 100 %", "Sasaran Rencana")
    assert rules(CUE, *stacked) == [("lain", "Tingkat Capaian Sasaran = (Persen Pencapaian) / (Rencana) x 100%")]
    assert rules("Uraian capaian per sasaran", *stacked) == []


def test_a_difference_over_a_target() -> None:
    found = rules(CUE, "[Realisasi - (Realisasi - Target)]", "= x 100%", "Target")
    assert found == [("lain", "Capaian = ([Realisasi - (Realisasi - Target)]) / (Target) x 100%")]


@pytest.mark.parametrize(
    "texts",
    [
        ("Target 2030 = 80,00 / realisasi = 82,00",),
        ("Sisa = Target - Realisasi",),
        ("Target/Realisasi",),
        ("Persentase pasar tertib = jumlah pasar tertib / target pasar tertib x 100%",),
        ("Capaian = Realisasi bobot / Target bobot x 100%",),
        (CUE, "Jumlah pasar tertib", "= x 100%", "Target pasar"),
        (CUE, "Capaian rencana", "= 100%", "belum tercapai"),
        (CUE, "Target dan realisasi tahun ini", "Capaian 100%"),
        ("",),
    ],
)
def test_lines_that_state_no_rule(texts: tuple[str, ...]) -> None:
    assert rules(*texts) == []


def test_an_accepted_rule_keeps_its_own_key() -> None:
    assert [rule for rule, _ in rules(CUE, "Realisasi", "Capaian = x 100%", "Target")] == ["R/T"]
    assert [rule for rule, _ in rules("Capaian = Realisasi / Target x 100%")] == ["R/T"]
