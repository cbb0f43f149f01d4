"""Words of names and formulas: spelling, roots, abbreviations, what a name announces."""

from __future__ import annotations

import pytest

from pipeline.kata_rumus import (
    JenisNama,
    akar_isi,
    baca_kata,
    beda_isi,
    berhitung,
    berpersen,
    jamak,
    jenis_nama,
    kata_isi,
    kepanjangan,
    menyeluruh,
)
from pipeline.normalise.kata.kosakata import akar


@pytest.mark.parametrize(
    ("kata", "root"),
    [
        ("pelatihan", "latih"),
        ("dilatih", "latih"),
        ("mendaftar", "daftar"),
        ("terdaftar", "daftar"),
        ("ditempatkan", "tempat"),
        ("penyelesaian", "selesai"),
        ("penganggur", "anggur"),
        ("pengangguran", "anggur"),
        ("qwertz", "qwertz"),
        ("2024", "2024"),
    ],
)
def test_root_of_a_word(kata: str, root: str) -> None:
    assert akar(kata) == root


def test_content_words_keep_order_numbers_and_negations() -> None:
    words = kata_isi("Jumlah kendaraan roda 4 yang tidak lulus uji pada tahun n")
    assert [item.kata for item in words] == ["kendaraan", "roda", "4", "tidak", "lulus", "uji"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Prosentase perajin yang dilatih", "Jumlah seluruh perajin yang mengikuti latihan"),
        ("Indeks Kepuasan Masyarakat (IKM)", "IKM"),
        ("a. Jumlah peserta", "Jumlah  PESERTA"),
    ],
)
def test_same_content_in_other_words_of_measure_and_other_forms(a: str, b: str) -> None:
    assert akar_isi(a) <= akar_isi(b)


@pytest.mark.parametrize(
    ("a", "b"), [("pelatihan kompetensi", "pelatihan non kompetensi"), ("roda 2", "roda 4"), ("padi", "jagung")]
)
def test_other_content(a: str, b: str) -> None:
    assert akar_isi(a) != akar_isi(b)


def test_a_bracket_that_abbreviates_is_no_word() -> None:
    assert "pdam" not in baca_kata("Perusahaan Daerah Air Minum (PDAM)")
    assert "asing" in baca_kata("tenaga kerja (asing)")
    assert "xyz" in baca_kata("tenaga kerja (XYZ)")


def test_difference_counts_abbreviations_as_what_they_stand_for() -> None:
    assert beda_isi("Nilai BUMZ", "Nilai badan usaha milik zakat") == (frozenset(), frozenset())
    assert beda_isi("Jumlah rapat kerja anggaran", "Jumlah RKA dan tamu") == (frozenset(), frozenset({"tamu"}))
    assert beda_isi("Jumlah meja", "Jumlah kursi") == (frozenset({"meja"}), frozenset({"kursi"}))


@pytest.mark.parametrize(
    ("singkatan", "text", "roots"),
    [
        ("hka", "hasil kesepakatan antardesa", 3),
        ("pkb", "pemberdayaan keluarga dan balita", 3),
        ("xyz", "hasil kesepakatan antardesa", 0),
        ("h", "hasil", 0),
    ],
)
def test_words_behind_an_abbreviation(singkatan: str, text: str, roots: int) -> None:
    assert len(kepanjangan(singkatan, text)) == roots


@pytest.mark.parametrize(
    ("nama", "satuan", "jenis"),
    [
        ("Persentase jalan mantap", None, JenisNama.PERSENTASE),
        ("Prosentase jalan mantap", None, JenisNama.PERSENTASE),
        ("% jalan mantap", None, JenisNama.PERSENTASE),
        ("Capaian persentase jalan mantap", None, JenisNama.PERSENTASE),
        ("Nilai persentase kepuasan", None, JenisNama.PERSENTASE),
        ("Cakupan imunisasi", "%", JenisNama.PERSENTASE),
        ("Rasio elektrifikasi (%)", None, JenisNama.PERSENTASE),
        ("Cakupan imunisasi", None, JenisNama.LAIN),
        ("Jumlah pasar", "unit", JenisNama.JUMLAH),
        ("1.2 Banyaknya pasar", None, JenisNama.JUMLAH),
        ("Jumlah pasar tertib (%)", "unit", JenisNama.LAIN),
        ("Nilai SAKIP", "%", JenisNama.NILAI),
        ("Indeks kualitas air", "indeks", JenisNama.NILAI),
        ("Produksi padi", "ton", JenisNama.LAIN),
        ("", None, JenisNama.LAIN),
    ],
)
def test_what_a_name_announces(nama: str, satuan: str | None, jenis: JenisNama) -> None:
    assert jenis_nama(nama, satuan) is jenis


def test_per_cent_stands_in_the_unit_or_alone_in_a_bracket() -> None:
    assert berpersen("Pasar tertib", "Persen")
    assert berpersen("Pasar tertib (%)", None)
    assert not berpersen("Pasar (50% kios terisi)", "unit")


def test_counting_words_and_wholes() -> None:
    assert berhitung("Total kios")
    assert not berhitung("Kios yang total terisi")
    assert menyeluruh("Jumlah seluruh kios")
    assert not menyeluruh("Jumlah kios")


def test_several_indicators_in_one_text() -> None:
    assert jamak("Jumlah meja b. Jumlah kursi")
    assert not jamak("Nilai IKM (Indeks Kepuasan Masyarakat)")
    assert not jamak("Persentase jumlah meja")
