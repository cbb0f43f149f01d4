"""Number words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.klaim.terbilang import baca_terbilang

_ANGKA = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


def eja(angka: int) -> str:
    """Spells a number below a billion."""
    if angka < 10:
        return _ANGKA[angka]
    if angka < 12:
        return ("sepuluh", "sebelas")[angka - 10]
    if angka < 20:
        return f"{_ANGKA[angka - 10]} belas"
    tingkat = ((10**6, "juta", ""), (10**3, "ribu", "seribu"), (100, "ratus", "seratus"), (10, "puluh", ""))
    for batas, kata, satu in tingkat:
        if angka >= batas:
            depan = satu if angka // batas == 1 and satu else f"{eja(angka // batas)} {kata}"
            return f"{depan} {eja(angka % batas)}".strip()
    return ""


@given(st.integers(min_value=1, max_value=10**9 - 1))
def test_every_spelled_number_is_read(angka: int) -> None:
    assert baca_terbilang(eja(angka)) == angka


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        ("dua belas", 12),
        ("Duabelas", 12),
        ("sembilanpuluh sembilan", 99),
        ("seribu dua ratus", 1200),
        ("nol", 0),
        ("dua juta rupiah", 2_000_000),
        ("tiga puluh sembilann", None),
        ("dua tiga", None),
        ("puluh", None),
        ("satu puluh", None),
        ("dua ribu tiga juta", None),
        ("sebelas belas", None),
        ("", None),
        ("orang", None),
    ],
)
def test_reading(teks: str, angka: int | None) -> None:
    assert baca_terbilang(teks) == angka
