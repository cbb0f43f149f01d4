"""Capaian rules that the text of a report states."""

from __future__ import annotations

import pytest

from extractors.stated_rules import find_stated_rules
from schemas.kinerja import Arah
from tests.extractors.grids import line


def rules(*texts: str) -> list[tuple[str, Arah]]:
    found = find_stated_rules([line(text, top=100 + 14 * k) for k, text in enumerate(texts)])
    return [(rule.rule, rule.arah) for rule in found]


POSITIVE = "Apabila semakin tinggi realisasi menunjukkan kinerja yang semakin baik, digunakan rumus:"
NEGATIVE = "Apabila semakin tinggi realisasi menunjukkan kinerja yang semakin rendah, digunakan rumus:"


@pytest.mark.parametrize(
    "text",
    [
        "Capaian = Realisasi / Target x 100%",
        "Persentase capaian = (Realisasi/Target) × 100",
        "Tingkat Capaian = Realisasi : Rencana x 100 %",
        "Capaian Kinerja (%) = Realisasi/Target x 100 %".replace("(%) ", ""),
    ],
)
def test_direct_rule(text: str) -> None:
    assert rules(text) == [("R/T", Arah.TIDAK_DIKETAHUI)]
    assert rules(POSITIVE, text) == [("R/T", Arah.NAIK)]


@pytest.mark.parametrize(
    "text",
    [
        "Capaian = (Target - (Realisasi - Target)) / Target x 100%",
        "Capaian = (2 x Target - Realisasi) / Target x 100",
        "Rencana - (Realisasi - Rencana)",
        "(2T - R)/T x 100 %",
    ],
)
def test_inverted_rule(text: str) -> None:
    assert rules(NEGATIVE, text) == [("(2T-R)/T", Arah.TURUN)]


def test_inverse_rule() -> None:
    assert rules("Capaian = Target / Realisasi x 100%") == [("T/R", Arah.TURUN)]


def test_both_rules_once_each_with_the_place_of_the_formula() -> None:
    direct, inverted = "Capaian = Realisasi/Target x 100%", "Capaian = (2 x Target - Realisasi)/Target x 100%"
    assert rules(POSITIVE, direct, NEGATIVE, inverted, inverted) == [("R/T", Arah.NAIK), ("(2T-R)/T", Arah.TURUN)]
    found = find_stated_rules([line(POSITIVE, top=100), line(direct, top=114)])
    assert (found[0].text, found[0].place.bbox.top) == (direct, 114)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "Realisasi dibandingkan dengan target tahun berjalan.",
        "Target 2023 = 80,00 dan realisasi = 82,00",
        "Capaian sebesar 102,50% dari target",
        "Target - Realisasi = sisa",
        "",
    ],
)
def test_sentences_that_state_no_rule(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(
    "texts",
    [
        ("Untuk indikator menurun dipakai rumus capaian = (2 x Target -", "Realisasi) / Target x 100%."),
        ("Untuk indikator menurun dipakai rumus capaian = (2 x Target", "- Realisasi) / Target x 100%."),
        ("Untuk indikator menurun dipakai rumus capaian = (2 x", "Target - Realisasi) / Target x 100%."),
        ("Untuk indikator menurun dipakai rumus capaian = (Target - (Realisasi –", "Target)) / Target x 100%."),
    ],
)
def test_a_formula_that_runs_on_in_the_next_line_is_one_rule(texts: tuple[str, str]) -> None:
    """A minus at the end of a line parts no word."""
    assert rules(*texts) == [("(2T-R)/T", Arah.TURUN)]
    found = find_stated_rules([line(text, top=100 + 14 * k) for k, text in enumerate(texts)])
    assert (found[0].text, found[0].place.bbox.top) == (" ".join(texts), 100)  # type: ignore[union-attr]


def test_a_direct_rule_may_be_broken_at_its_slash() -> None:
    assert rules("Capaian = Realisasi /", "Target x 100%") == [("R/T", Arah.TIDAK_DIKETAHUI)]


@pytest.mark.parametrize(
    "texts",
    [
        ("Capaian diukur dari dua angka:", "- Target", "- Realisasi"),
        ("Selisih target -", "realisasi dijelaskan pada Bab III."),
        ("Capaian = Realisasi", "Target 2023 = 80,00"),
    ],
)
def test_lines_that_only_stand_below_each_other_are_no_formula(texts: tuple[str, ...]) -> None:
    assert rules(*texts) == []


@pytest.mark.parametrize(
    "texts",
    [
        ("Capaian dihitung dengan rumus realisasi dibagi target dikalikan seratus persen.",),
        ("Capaian kinerja setiap indikator diperoleh dengan membagi realisasi", "dengan target, lalu dikali 100%."),
        ("Nilai capaian diukur dari realisasi kinerja dibagi dengan target.",),
    ],
)
def test_one_rule_for_all_in_words(texts: tuple[str, ...]) -> None:
    assert rules("3.1 Capaian Kinerja", *texts) == [("R/T", Arah.TIDAK_DIKETAHUI)]


@pytest.mark.parametrize(
    "texts",
    [
        ("Capaian indikator positif dihitung dengan membagi realisasi dengan target.",),
        ("Capaian dihitung dengan membagi realisasi dengan target.", "Untuk indikator tertentu dipakai cara lain."),
        ("Apabila makin tinggi makin baik, capaian dihitung dengan realisasi dibagi target.",),
        ("Persentase sekolah layak dihitung dari sekolah layak dibagi seluruh sekolah.",),
        ("Capaian dihitung dengan membandingkan realisasi dengan target.",),
        ("Capaian kinerja disajikan di bawah ini.", "Serapan adalah realisasi dibagi target."),
    ],
)
def test_words_that_state_no_rule_for_all(texts: tuple[str, ...]) -> None:
    assert rules(*texts) == []


def test_words_beside_a_formula_add_nothing() -> None:
    formula = "Capaian = (2 x Target - Realisasi)/Target x 100%"
    assert rules("Capaian dihitung dengan realisasi dibagi target.", formula) == [("(2T-R)/T", Arah.TURUN)]
