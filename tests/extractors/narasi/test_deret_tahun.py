"""Years said together and the numbers that go with them, in order."""

from __future__ import annotations

import pytest

from extractors.narasi.deret_tahun import BEBERAPA_TAHUN
from tests.extractors.narasi.kalimat_uji import claims


def dated(sentence: str) -> list[tuple[str, int | None]]:
    return [(klaim.angka, klaim.tahun) for klaim in claims(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Cakupan layanan tahun 2028, 2029, dan 2030 berturut-turut 41,2%, 45,7%, dan 48,9%.",
            [("41,2%", 2028), ("45,7%", 2029), ("48,9%", 2030)],
        ),
        (
            "Cakupan layanan tahun 2029 dan tahun 2030 masing-masing sebesar 45,7% dan 48,9%.",
            [("45,7%", 2029), ("48,9%", 2030)],
        ),
        (
            "Realisasi cakupan layanan tahun 2028-2030 berturut-turut sebesar 41,2%; 45,7%; dan 48,9%.",
            [("41,2%", 2028), ("45,7%", 2029), ("48,9%", 2030)],
        ),
        (
            "Produksi garam tahun 2028 s.d. 2030 ialah 1.200 ton, 1.350 ton dan 1.410 ton.",
            [("1.200 ton", 2028), ("1.350 ton", 2029), ("1.410 ton", 2030)],
        ),
        ("Cakupan mencapai 45,7% dan 48,9% pada tahun 2029 dan 2030.", [("45,7%", 2029), ("48,9%", 2030)]),
        ("Cakupan tahun 2029 sebesar 45,7% dan tahun 2030 sebesar 48,9%.", [("45,7%", 2029), ("48,9%", 2030)]),
        ("Dibandingkan tahun 2028 dan 2029, cakupan tahun 2030 sebesar 48,9%.", [("48,9%", 2030)]),
    ],
)
def test_as_many_years_as_numbers_are_pairs(sentence: str, expected: list[tuple[str, int | None]]) -> None:
    assert dated(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Cakupan A dan B tahun 2029 dan 2030 masing-masing 41,2%, 45,7%, 51,0% dan 53,3%.",
        "Selama 2026-2030 cakupan layanan tercatat 41,2%, 45,7% dan 48,9%.",
        "Cakupan layanan tahun 2028/2029/2030 sebesar 41,2%/45,7%/48,9%.",
    ],
)
def test_numbers_of_unknown_years_have_none(sentence: str) -> None:
    found = claims(sentence)
    assert found and all((klaim.tahun, klaim.periode) == (None, BEBERAPA_TAHUN) for klaim in found)


def test_what_follows_a_list_keeps_its_own_year() -> None:
    sentence = "Cakupan tahun 2029 dan 2030 masing-masing 45,7% dan 48,9%, sedangkan target tahun 2030 sebesar 50%."
    assert dated(sentence)[-1] == ("50%", 2030)
