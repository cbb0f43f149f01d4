"""Units that are multiples of each other: read behind a number, told apart, made equal."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.angka_id import parse_angka
from pipeline.arithmetic import same_quantity
from pipeline.klaim import hitungan
from pipeline.klaim.anggaran import besaran
from pipeline.klaim.ukuran import baca_satuan, berlainan, dalam_terkecil, satuan_angka
from schemas.narasi import Putusan
from tests.klaim.bentuk import laporan


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("2 ton", "2.000 kg"),
        ("5 kuintal", "500 kg"),
        ("0,5 kg", "500 gram"),
        ("12,5 ha", "125.000 m2"),
        ("3 km2", "300 ha"),
        ("3 kilometer persegi", "300 hektare"),
        ("25 km", "25.000 meter"),
        ("1,5 m3", "1.500 liter"),
        ("2 jam", "120 menit"),
        ("450 MWh", "450.000 kWh"),
        ("1,2 ribu ton", "1.200.000 kg"),
    ],
)
def test_the_same_quantity_in_two_units(a: str, b: str) -> None:
    satuan = [satuan_angka(text) for text in (a, b)]
    assert berlainan(satuan)
    satu, dua = (dalam_terkecil(parse_angka(text), item) for text, item in zip((a, b), satuan, strict=True))
    assert same_quantity(satu, dua)


@pytest.mark.parametrize(
    ("a", "b"),
    [("2 ton", "2 Ton"), ("2 ton", "3 km"), ("12 orang", "12 kg"), ("95,00%", "2 jam"), ("4 kg per warga", "4 kg")],
)
def test_units_that_are_no_multiples_of_each_other(a: str, b: str) -> None:
    assert not berlainan(satuan_angka(text) for text in (a, b))


def test_what_is_counted_by_is_a_unit_too() -> None:
    assert berlainan((baca_satuan("jiwa per km2"), baca_satuan("ha"))) == {"luas"}
    assert berlainan((baca_satuan("kuintal/ha"), baca_satuan("ton per hektare"))) == {"massa"}


def test_a_number_without_such_a_unit_stays() -> None:
    angka = parse_angka("12 orang")
    assert dalam_terkecil(angka, satuan_angka("12 orang")) == angka
    assert dalam_terkecil(parse_angka("2 jam"), satuan_angka("2 jam")).value == Decimal(7200)


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("Konsumsi {lain:6.300 ton} dibagi {lain:150.000 warga} = {lain:42,00 kg}.", Putusan.COCOK),
        ("Konsumsi {lain:6.300 ton} dibagi {lain:150.000 warga} = {lain:44,00 kg}.", Putusan.TAK_DIUJI),
        ("Lahan {lain:6.300 kg} dibagi {lain:150.000 warga} = {lain:42,00 kg}.", Putusan.SALAH),
        ("Kepadatan {lain:12.400 warga} dibagi {lain:3 km2} = {lain:41 warga} per ha.", Putusan.TAK_DIUJI),
        ("Target {target:1,00 ton} terealisasi {realisasi:850 kg} dengan capaian {capaian:85,00%}.", Putusan.COCOK),
    ],
)
def test_relations_between_units(teks: str, harap: Putusan) -> None:
    lap = laporan(teks)
    putusan = {uji.putusan for uji in (*hitungan.judge(lap), *besaran.judge(lap))}
    assert harap in putusan
    assert harap is Putusan.SALAH or Putusan.SALAH not in putusan
