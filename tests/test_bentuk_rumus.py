"""The shape of formulas, as the real parser reads them."""

from __future__ import annotations

import pytest

from pipeline.bentuk_rumus import bersuku, diuraikan, operator, rasio_nyata, simpul, teks_simpul
from pipeline.rumus import read_rumus
from schemas.rumus import Istilah, Operator


@pytest.mark.parametrize(
    "text",
    [
        "Jumlah kios terisi / Jumlah kios x 100%",
        "Jumlah kios terisi dibagi jumlah kios",
        "(Jumlah kios terisi : Jumlah kios) x 100",
        "Perbandingan antara kios terisi dengan kios seluruhnya x 100%",
        "Panjang saluran baik / panjang saluran",
    ],
)
def test_true_ratio(text: str) -> None:
    rumus = read_rumus(text)
    assert rasio_nyata(rumus)
    assert Operator.BAGI in operator(rumus)


@pytest.mark.parametrize(
    "text",
    ["Jumlah desa/kelurahan yang dibina", "Jumlah kapal (kali/tahun)", "Jumlah kios terisi", "Hasil survei kepuasan"],
)
def test_no_ratio(text: str) -> None:
    assert not rasio_nyata(read_rumus(text))


def test_nodes_come_in_printed_order() -> None:
    pohon = read_rumus("(Jumlah kios isi - Jumlah kios kosong) / Jumlah kios x 100").pohon
    names = [node.text for node in simpul(pohon) if isinstance(node, Istilah)]
    assert names == ["Jumlah kios isi", "Jumlah kios kosong", "Jumlah kios"]
    assert teks_simpul(pohon) == "Jumlah kios isi Jumlah kios kosong Jumlah kios 100"
    assert teks_simpul(None) == ""


def test_terms() -> None:
    rumus = read_rumus("(Jumlah kios isi - Jumlah kios kosong) / Jumlah kios x 100")
    assert bersuku(rumus.pembilang)
    assert not bersuku(rumus.penyebut)
    assert not bersuku(None)


def test_a_ratio_that_is_told_is_not_computed() -> None:
    assert diuraikan(read_rumus("Perbandingan antara jumlah kios isi dengan jumlah kios"))
    assert diuraikan(read_rumus("Jumlah kios isi dibandingkan dengan jumlah kios"))
    assert not diuraikan(read_rumus("Jumlah kios isi dibagi jumlah kios"))
    assert not diuraikan(read_rumus("Jumlah kios isi / jumlah kios"))
