"""Calculations printed with their signs: the result has the role of the word before them, their numbers have none."""

from __future__ import annotations

import pytest

from tests.extractors.narasi.kalimat_uji import roles


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Capaian kinerja = (2 x 16 - 17,2)/16 x 100% = 92,50%.", "capaian 92,50%"),
        ("Tingkat capaian sebesar ((2 × 16) − 17,2) ÷ 16 × 100% atau 92,50%.", "capaian 92,50%"),
        ("Contoh: capaian = 20 - (25 - 20) dibagi 20 dikali 100% = 75%.", "capaian 75%"),
    ],
)
def test_the_result_has_the_role(sentence: str, wanted: str) -> None:
    found = roles(sentence)
    assert found[-1].replace("?", "") == wanted
    assert {role.split("?")[0] for role in found[:-1]} == {"lain"}


def test_a_formula_in_words_gives_its_factor_no_role() -> None:
    found = roles("Capaian = (2 x Target - Realisasi)/Target x 100% = (2 x 16 - 17,2)/16 x 100% = 92,50%.")
    assert {role.split("?")[0] for role in found} == {"lain"}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Capaian kinerja sebesar 92,50% - 95,00% pada tahun ini.", "capaian 92,50% - 95,00%"),
        ("Realisasi sebesar 94,54% (780.417/825.465).", "realisasi 94,54%"),
    ],
)
def test_what_is_no_calculation_keeps_its_role(sentence: str, wanted: str) -> None:
    assert roles(sentence)[0].replace("?", "") == wanted
