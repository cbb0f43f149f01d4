"""Distances to a target: told from the level beside them by the words and by what is printed."""

from __future__ import annotations

import pytest

from tests.extractors.narasi.kalimat_uji import claims, roles


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rasio jembatan baik 71,3%, masih kurang 3,7% dari target 75%", ["selisih? 3,7%", "target 75%"]),
        ("Realisasi rasio jembatan sebesar 71,3% sehingga kurang 3,7% dari target", ["selisih? 3,7%"]),
        ("Jumlah naskah hanya kurang 3 judul dari target 90 judul", ["selisih? 3 judul", "target 90 judul"]),
        ("Rasio jembatan baik lebih 2,4% dari target 75%", ["selisih? 2,4%", "target 75%"]),
        ("Angka kebakaran sebanyak 28 kejadian atau 4 kejadian di atas target 24 kejadian", ["selisih? 4 kejadian"]),
        ("Rasio jembatan baik berada 2,4 poin di atas target sebesar 75%", ["selisih? 2,4 poin", "target 75%"]),
        ("Sisa target luas tanam tahun 2030 sebanyak 420 ha", ["selisih 420 ha"]),
    ],
)
def test_distances(sentence: str, expected: list[str]) -> None:
    found = [role.split(" @")[0] for role in roles(sentence)]
    assert [role for role in found if role in expected] == expected, found


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("Rasio jembatan baik sebesar 77,4% di atas target 75%", "77,4%"),
        ("Rasio jembatan baik kurang lebih 71,3% dari target 75%", "71,3%"),
        ("Angka kebakaran tahun lalu 23 kejadian, sudah 28 kejadian di atas target 24 kejadian", "28 kejadian"),
        ("Skor tertib arsip 77,4 poin di atas target 75 poin", "77,4 poin"),
    ],
)
def test_levels_stay_levels(sentence: str, level: str) -> None:
    (klaim,) = [item for item in claims(sentence) if item.angka == level]
    assert klaim.peran != "selisih"


def test_a_target_that_was_missed_by_an_amount_is_not_the_amount() -> None:
    assert roles("Target luas tanam yang tidak tercapai sebanyak 420 ha") == ["lain? 420 ha"]
    assert roles("Target luas tanam sebanyak 420 ha tidak tercapai") == ["target 420 ha"]
