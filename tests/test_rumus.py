from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.rumus import evaluate, print_rumus, read_rumus
from pipeline.rumus.urai import MAKS_KEPING, MAKS_PANJANG, MAKS_TANDA
from schemas.rumus import Bilangan, Istilah, JenisRumus, Kurung, Operasi, Operator, Perbandingan, Simpul

SERATUS = Bilangan(text="100", value=Decimal(100))
PERSEN = Bilangan(text="100%", value=Decimal(100), persen=True)


def kata(text: str) -> Istilah:
    return Istilah(text=text)


def bagi(left: Simpul, right: Simpul, sign: str = "/") -> Operasi:
    return Operasi(operator=Operator.BAGI, tanda=sign, kiri=left, kanan=right)


def kali(left: Simpul, right: Simpul, sign: str = "x") -> Operasi:
    return Operasi(operator=Operator.KALI, tanda=sign, kiri=left, kanan=right)


def kurung(inner: Simpul, opening: str = "(", closing: str | None = None) -> Kurung:
    return Kurung(buka=opening, isi=inner, tutup=closing)


def test_equal_operators_join_from_left_to_right() -> None:
    tree = kali(bagi(kata("Jumlah kios laku"), kata("Jumlah kios")), PERSEN, "X")
    assert read_rumus("Jumlah kios laku / Jumlah kios X 100%").pohon == tree


def test_a_product_binds_more_than_a_sum_and_a_sum_more_than_equality() -> None:
    share = bagi(kata("Jumlah b"), kata("Jumlah c"))
    total = Operasi(operator=Operator.TAMBAH, tanda="+", kiri=kata("Jumlah a"), kanan=share)
    tree = Operasi(operator=Operator.SAMA, tanda="=", kiri=kata("Y"), kanan=total)
    assert read_rumus("Y = Jumlah a + Jumlah b / Jumlah c").pohon == tree


@pytest.mark.parametrize(("opening", "closing"), ["()", "[]", "{}"])
def test_brackets_keep_their_shape(opening: str, closing: str) -> None:
    text = f"{opening}Jumlah a / Jumlah b{closing} x 100"
    assert read_rumus(text).pohon == kali(kurung(bagi(kata("Jumlah a"), kata("Jumlah b")), opening), SERATUS)


def test_a_missing_bracket_is_missing_in_the_tree() -> None:
    share = bagi(kata("Jumlah a"), kata("Jumlah b"))
    assert read_rumus("(Jumlah a / Jumlah b x 100").pohon == kurung(kali(share, SERATUS), "(", "")
    assert read_rumus("Jumlah a / Jumlah b) x 100").pohon == kali(kurung(share, "", ")"), SERATUS)
    assert read_rumus("(Jumlah a / Jumlah b] x 100").pohon == kali(kurung(share, "(", "]"), SERATUS)


def test_a_ratio_in_words_keeps_its_words() -> None:
    tree = read_rumus("Perbandingan antara jumlah guru dengan jumlah murid").pohon
    assert tree == Perbandingan(
        awal="Perbandingan antara", antara="dengan", kiri=kata("jumlah guru"), kanan=kata("jumlah murid")
    )


def test_a_lost_bar_is_a_division_without_a_sign() -> None:
    rumus = read_rumus("Jumlah guru × 100 Jumlah murid")
    assert rumus.pohon == bagi(kali(kata("Jumlah guru"), SERATUS, "×"), kata("Jumlah murid"), "")
    assert rumus.bertumpuk


def test_the_size_printed_behind_a_denominator_stays_in_the_tree_only() -> None:
    rumus = read_rumus("(Jumlah guru : Jumlah murid = 1.204) x 100")
    assert rumus.penyebut == kata("Jumlah murid")
    assert "= 1.204" in print_rumus(rumus.pohon or kata(""))


@pytest.mark.parametrize(
    ("text", "value", "percent"),
    [
        ("x 100", 100, False),
        ("x 100 %", 100, True),
        ("x 1.000", 1000, False),
        ("x 100.000 penduduk", 100000, False),
        ("dikali 100 persen", 100, True),
        ("dikali seratus persen", 100, True),
        ("x 1000 KH", 1000, False),
    ],
)
def test_factors_are_numbers_whatever_stands_with_them(text: str, value: int, percent: bool) -> None:
    factor = read_rumus(f"Jumlah wafat / Jumlah lahir {text}").faktor
    assert factor is not None
    assert (factor.value, factor.persen) == (value, percent)


def test_a_weight_is_no_factor() -> None:
    rumus = read_rumus("∑ Nilai × 0,1 / N Butir × 100")
    assert rumus.faktor is not None
    assert rumus.faktor.value == 100
    assert read_rumus("∑ Nilai × 0,1 / N Butir").faktor is None


def test_a_unit_word_with_a_name_behind_it_is_no_unit() -> None:
    rumus = read_rumus("Jumlah dokter / Jumlah warga x 1.000 Orang tua asuh")
    assert rumus.faktor is not None
    assert rumus.faktor.text == "1.000"
    assert rumus.keterangan == ("Orang tua asuh",)


@pytest.mark.parametrize(
    ("cell", "formula", "notes"),
    [
        ("Rumus: Jumlah kolam", "Jumlah kolam", ()),
        ("Jumlah kolam Tipe Perhitungan: Kumulatif", "Jumlah kolam", ("Tipe Perhitungan: Kumulatif",)),
        ("a/b x 100 Ket : a = kolam", "a/b x 100", ("Ket : a = kolam",)),
        ("a/b x 100 dimana a = kolam b = desa", "a/b x 100", ("dimana a = kolam b = desa",)),
        ("Definisi: kolam air tawar. Rumus: Jumlah kolam", "Jumlah kolam", ("Definisi: kolam air tawar.",)),
        ("Definisi: kolam air tawar", "kolam air tawar", ()),
        ("a/b x 100% per tahun anggaran", "a/b x 100%", ("per tahun anggaran",)),
        ("Menilai kolam. Jumlah isi / Jumlah kolam. Baik.", "Jumlah isi / Jumlah kolam", ("Menilai kolam.", "Baik")),
        ("Jumlah kolam sesuai kriteria: luas, dalam", "Jumlah kolam sesuai kriteria: luas, dalam", ()),
        ("1) Jumlah kolam.", "Jumlah kolam", ()),
        ("a. Jumlah kolam b. Jumlah situ", "a. Jumlah kolam b. Jumlah situ", ()),
        ("Jumlah usaha (PT. Tirta) / Jumlah usaha", "Jumlah usaha (PT. Tirta) / Jumlah usaha", ()),
    ],
)
def test_labels_go_and_notes_stand_apart(cell: str, formula: str, notes: tuple[str, ...]) -> None:
    rumus = read_rumus(cell)
    assert (rumus.text, rumus.keterangan) == (formula, notes)


def test_a_table_of_classes_is_an_assessment_with_its_text() -> None:
    cell = "A >90 – 100 Memuaskan B >70 – 90 Baik Indeks = Σ (Unsur satu × 40%) + (Unsur dua × 60%)"
    rumus = read_rumus(cell)
    assert (rumus.jenis, rumus.text, rumus.pohon) == (JenisRumus.PENILAIAN, cell, None)
    assert read_rumus("A >90 – 100 Memuaskan").jenis is not JenisRumus.PENILAIAN


HOSTILE = (
    "(" * 2000,
    ")" * 2000,
    "[{(" * 600,
    "()" * 1000,
    "a(b)" * 500,
    "(a/" * 600,
    "a/" * 1000,
    "+ - " * 500,
    "Jumlah a / " * 250,
    "Jumlah " * 280,
    "x 100% " * 280,
    "= " * 1000,
    ": Jumlah " * 220,
    "Perbandingan antara " * 100,
    "dibagi dengan " * 140,
    "Ket: " * 400,
    "1.000." * 330,
    "A >90-100 " * 200,
    ". A" * 660,
    "-" * 2000,
    "\x00\ufffd\u200b" * 600,
    "–" * 1000 + "∑" * 1000,
)


@pytest.mark.parametrize("cell", HOSTILE, ids=[cell[:12].encode("unicode_escape").decode() for cell in HOSTILE])
def test_a_hostile_cell_is_read_like_any_other(cell: str) -> None:
    rumus = read_rumus(cell)
    if rumus.pohon is not None:
        assert read_rumus(print_rumus(rumus.pohon)).pohon == rumus.pohon


def test_beyond_the_limits_there_is_no_tree() -> None:
    assert read_rumus("Jumlah kolam " + "biru " * (MAKS_PANJANG // 5)).pohon is None
    assert read_rumus("Jumlah kolam " + "b " * MAKS_KEPING).pohon is None
    assert read_rumus("Jumlah kolam" + " + Jumlah situ" * (MAKS_TANDA + 1)).pohon is None
    within = read_rumus("Jumlah kolam" + " + Jumlah situ" * MAKS_TANDA)
    assert within.pohon is not None
    assert read_rumus(print_rumus(within.pohon)) == within


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("676 / 27.035 x 100", "2.5004", "2.5005"),
        ("(676 - 500) / 500 x 100%", "35.2", "35.2"),
        ("(60 + 80 + 91) / 3", "77", "77"),
        ("(80 x 40%) + (90 x 60%)", "86", "86"),
        ("0,5 x 10", "4.5", "5.5"),
        ("12 / 48 x 100 = 25", "25", "25"),
    ],
)
def test_a_formula_of_numbers_has_a_value(text: str, low: str, high: str) -> None:
    tree = read_rumus(text).pohon
    assert tree is not None
    value = evaluate(tree)
    assert value is not None
    assert Decimal(low) <= value.low <= value.high <= Decimal(high)


@pytest.mark.parametrize("text", ["Jumlah a / 12 x 100", "5 / 0 x 100", "5 / (3 - 3) x 100", "Rasio 5 dengan guru"])
def test_words_and_a_zero_denominator_have_no_value(text: str) -> None:
    tree = read_rumus(text).pohon
    assert tree is None or evaluate(tree) is None
