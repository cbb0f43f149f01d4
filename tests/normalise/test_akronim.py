"""Acronyms: what brackets say that they stand for, and how names are read with the long form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalise import Hasil, bandingkan_label
from pipeline.normalise.nama.akronim import definisi, menyingkat, terapkan, uraikan_angka
from pipeline.normalise.nama.urai import Konteks, baca_nama, selaraskan

KATA = st.sampled_from(("balai", "benih", "udang", "pos", "layar", "dermaga", "nelayan", "kapal", "jaring", "ombak"))


@pytest.mark.parametrize(
    ("nama", "pendek", "panjang"),
    [
        ("jumlah balai benih udang (bbu) aktif", ("bbu",), "balai benih udang"),
        ("jumlah bbu (balai benih udang) aktif", ("bbu",), "balai benih udang"),
        ("luas bbu yang dikelola (balai benih udang)", ("bbu",), "balai benih udang"),
        ("jumlah pekarangan pangan lestari (p2l)", ("p2l",), "pekarangan pangan lestari"),
        ("jumlah keselamatan dan kesehatan kerja (k3)", ("k3",), "keselamatan dan kesehatan kerja"),
        ("jumlah penerangan jalan tenaga surya (pj-ts)", ("pj", "ts"), "penerangan jalan tenaga surya"),
        ("jumlah kampung laut bersih (kampung lb)", ("kampung", "lb"), "kampung laut bersih"),
        ("jumlah bersertifikat layak olah (slo)", ("slo",), "bersertifikat layak olah"),
        ("jumlah kelompok tani hutan (poktanhut)", ("poktanhut",), "kelompok tani hutan"),
    ],
)
def test_a_bracket_defines(nama: str, pendek: tuple[str, ...], panjang: str) -> None:
    assert [(item.pendek, item.panjang) for item in definisi(nama)] == [(pendek, panjang)]


@pytest.mark.parametrize(
    "nama",
    [
        "jumlah balai benih udang (bbx)",
        "jumlah balai benih udang (aktif)",
        "luas hutan alam (ha)",
        "panjang kanal mati (km)",
        "jumlah balai benih udang",
        "jumlah balai (2023)",
        "jumlah balai benih (b)",
        "jumlah bbu (balai benih lele)",
        "jumlah udang ()",
    ],
)
def test_a_bracket_that_defines_nothing(nama: str) -> None:
    assert definisi(nama) == ()
    assert terapkan(nama, ()) == nama


def test_the_long_form_takes_the_place_of_the_acronym() -> None:
    for nama in ("jumlah bbu (balai benih udang) aktif", "jumlah balai benih udang (bbu) aktif"):
        assert terapkan(nama, definisi(nama)) == "jumlah balai benih udang aktif"
    dua = "jumlah bbu di pantai (balai benih udang) dan bbu di teluk"
    assert terapkan(dua, definisi(dua)) == "jumlah balai benih udang di pantai dan balai benih udang di teluk"


def test_an_acronym_is_a_word_of_its_own() -> None:
    (satu,) = definisi("jumlah penerangan jalan tenaga surya (pj-ts)")
    for text in ("pj-ts", "pj ts", "pjts", "ber-pjts"):
        assert satu.pola().search(text)
    for text in ("pjtsx", "xpjts", "pj dan ts", "pj-t"):
        assert not satu.pola().search(text)


def test_names_are_read_with_what_the_other_one_explains() -> None:
    a, b = baca_nama("Jumlah balai benih udang (BBU)", Konteks()), baca_nama("Jumlah BBU", Konteks())
    x, y = selaraskan(a, b)
    assert x.pokok == y.pokok == ("balai", "benih", "udang")
    assert selaraskan(b, b) == (b, b)


def test_what_a_name_explains_itself_stays() -> None:
    a = baca_nama("Indeks Ketahanan Daerah (IKD)", Konteks())
    b = baca_nama("IKD (Indeks Kesehatan Danau)", Konteks())
    x, y = selaraskan(a, b)
    assert x.pokok == ("ketahanan", "daerah") and y.pokok == ("kesehatan", "danau")
    assert bandingkan_label("Indeks Ketahanan Daerah (IKD)", "IKD (Indeks Kesehatan Danau)").hasil is not Hasil.SAMA


def test_the_dictionary_gives_way_to_the_name_and_only_there() -> None:
    assert bandingkan_label("Indeks Ketahanan Daerah (IKD)", "Nilai IKD").hasil is Hasil.SAMA
    assert bandingkan_label("Indeks Ketahanan Daerah", "Persentase IKD").hasil is Hasil.BEDA
    assert bandingkan_label("Identitas Kependudukan Digital", "IKD").hasil is Hasil.SAMA


@pytest.mark.parametrize(("a", "b"), [("k3", "kkk"), ("lp2b", "lppb"), ("p2tp2a", "pptppa"), ("d4", "dddd")])
def test_figures_in_acronyms(a: str, b: str) -> None:
    assert uraikan_angka(a) == b


@pytest.mark.parametrize(
    ("singkatan", "kata", "hasil"),
    [
        ("bbu", "balai benih udang", True),
        ("poktan", "kelompok tani", True),
        ("p2l", "pekarangan pangan lestari", True),
        ("bbu", "balai benih lele", False),
        ("bbu", "balai benih udang windu", False),
        ("ayamras", "ayam buras", False),
    ],
)
def test_letters_of_words(singkatan: str, kata: str, hasil: bool) -> None:
    assert menyingkat(singkatan, kata.split()) is hasil


@given(st.lists(KATA, min_size=2, max_size=5, unique=True))
def test_whatever_the_words_their_initials_define_them(kata: list[str]) -> None:
    huruf = "".join(item[0] for item in kata)
    nama = f"jumlah {' '.join(kata)} ({huruf}) aktif"
    found = definisi(nama)
    assert not found or found[0].panjang == " ".join(kata)
    assert terapkan(nama, found).count("(") == (not found)


@given(st.text(alphabet="abk ()-/0123456789", max_size=40))
def test_any_text_can_be_read(text: str) -> None:
    sekali = terapkan(text, definisi(text))
    assert sekali.count("(") <= text.count("(")
    assert selaraskan(baca_nama(text, Konteks()), baca_nama(sekali, Konteks()))[1].polos.count("(") <= text.count("(")
