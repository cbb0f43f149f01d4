"""Slips of the pen, misread letters and words run together, and words that only look like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalise import Hasil, bandingkan_label
from pipeline.normalise.kata.ejaan import bakukan, lipat, potong, tanpa_butir
from pipeline.normalise.kata.kosakata import Ragam, akar, bentuk, dikenal, kosakata
from pipeline.normalise.kata.penjaga import muat_penjaga
from pipeline.normalise.kata.salah_tulis import perbaiki, rupa, salah_ketik
from pipeline.normalise.nama.urai import Konteks, baca_nama


@pytest.mark.parametrize(
    ("salah", "benar"),
    [
        ("jumIah", ["jumlah"]),
        ("jurnlah", ["jumlah"]),
        ("indks", ["indeks"]),
        ("persentsae", ["persentase"]),
        ("perpustkaan", ["perpustakaan"]),
        ("kelembagan", ["kelembagaan"]),
        ("pelayanaan", ["pelayanan"]),
        ("sek0lah", ["sekolah"]),
        ("miskln", ["miskin"]),
        ("peremuan", ["peremuan"]),
        ("yangbekerja", ["yang", "bekerja"]),
        ("kelahiranhidup", ["kelahiran", "hidup"]),
        ("keiahiran", ["kelahiran"]),
    ],
)
def test_slips_are_mended_where_one_word_is_meant(salah: str, benar: list[str]) -> None:
    assert perbaiki([lipat(salah)]) == benar


@pytest.mark.parametrize(
    "kata",
    ["tangga", "simpan", "bangsa", "goreng", "median", "dengan", "perangkat", "peringkat", "xyzzyq", "umk", "k1", "sd"],
)
def test_other_words_stay(kata: str) -> None:
    assert perbaiki([kata]) == [kata]


def test_a_word_near_two_words_is_neither() -> None:
    """`perngkat` may be `perangkat` or `peringkat`, which a guard tells apart."""
    assert perbaiki(["perngkat"]) == ["perngkat"]


def test_names_of_regions_are_no_slips() -> None:
    assert perbaiki(["kabupaten", "sukamaju"]) == ["kabupaten", "sukamaju"]
    assert perbaiki(["sukamaju"]) == ["suka", "maju"]


@pytest.mark.parametrize(
    ("x", "y", "jarak"),
    [
        ("swata", "swasta", 1),
        ("konomi", "ekonomi", 1),
        ("iowongan", "lowongan", 0),
        ("masyakarakat", "masyarakat", 2),
        ("sanggar", "sangkar", None),
        ("rusak", "rusuk", None),
        ("akad", "akan", None),
        ("rajungan", "kunjungan", None),
        ("abcdef", "abcdeg", None),
        ("k1234", "k1235", None),
    ],
)
def test_how_far_apart_slips_are(x: str, y: str, jarak: int | None) -> None:
    assert salah_ketik(x, y) == salah_ketik(y, x) == jarak


def test_letters_that_look_alike() -> None:
    assert rupa("lurn") == rupa("ium")
    assert rupa("0") == rupa("o")
    assert rupa("kapal") != rupa("kapan")


@pytest.mark.parametrize(
    ("text", "kata"),
    [
        ("per100.000 penduduk", ["per", "100.000", "penduduk"]),
        ("per 1oo.ooo penduduk", ["per", "100.000", "penduduk"]),
        ("usia15 tahun", ["usia", "15", "tahun"]),
        ("tangl<ap", ["tangkap"]),
        ("usia < 6 bulan", ["usia", "kurang", "dari", "6", "bulan"]),
        ("kapal >= 30 gt", ["kapal", "lebih", "dari", "30", "gt"]),
        ("penduduk 15+", ["penduduk", "15", "ke", "atas"]),
        ("partisip asi warga", ["partisipasi", "warga"]),
        ("cakupan asi eksklusif", ["cakupan", "asi", "eksklusif"]),
    ],
)
def test_numbers_and_signs_are_read(text: str, kata: list[str]) -> None:
    assert potong(text) == kata


@pytest.mark.parametrize(
    "text", ["IKU 1.1 Indeks Gini", "IKK 3: Indeks Gini", "IKU-2. Indeks Gini", "1) Indeks Gini", "a. Indeks Gini"]
)
def test_codes_in_front_are_no_name(text: str) -> None:
    assert tanpa_butir(lipat(text)) == "indeks gini"


def test_a_name_that_begins_with_letters_of_a_code_stays() -> None:
    assert tanpa_butir("ikan tangkap") == "ikan tangkap"
    assert tanpa_butir("iku udara") == "iku udara"


@pytest.mark.parametrize("masa", ["triwulan", "semester", "tahap", "kelas", "tipe", "eselon"])
@pytest.mark.parametrize(("romawi", "angka"), [("i", "1"), ("ii", "2"), ("iii", "3"), ("ll", "2"), ("lll", "3")])
def test_numerals_of_periods_and_classes(masa: str, romawi: str, angka: str) -> None:
    assert bakukan(f"{masa} {romawi}") == [masa, angka]


@given(st.sampled_from(sorted(kata for kata in kosakata() if len(kata) > 4)))
def test_known_words_are_never_mended(kata: str) -> None:
    assert dikenal(kata)
    assert perbaiki([kata]) == [kata]


@given(
    st.sampled_from(["nelayan", "pelabuhan", "perikanan", "budidaya", "pengolahan", "masyarakat"]),
    st.integers(1, 6),
)
def test_two_letters_exchanged_leave_the_name(kata: str, at: int) -> None:
    salah = kata[: at - 1] + kata[at] + kata[at - 1] + kata[at + 1 :] if at > 1 else kata
    putusan = bandingkan_label(f"Persentase tambak garam rakyat {kata}", f"Persentase tambak garam rakyat {salah}")
    assert putusan.hasil is Hasil.SAMA or dikenal(salah)


def test_extra_words_are_no_roots() -> None:
    """Words that are only known lead no other word back to them; formulas are compared by the roots as before."""
    assert dikenal("kursi") and dikenal("nilai") and dikenal("nila")
    assert (akar("kursi"), akar("nilai"), akar("penanganan")) == ("kursi", "nilai", "tangan")


@pytest.mark.parametrize(
    ("kata", "pokok", "ragam"),
    [
        ("penanganan", "tangan#", Ragam.PROSES),
        ("ditangani", "tangan#", Ragam.PASIF),
        ("tertangani", "tangan#", Ragam.PASIF),
        ("menangani", "tangan#", Ragam.AKTIF),
        ("terlaksananya", "laksana#", Ragam.PASIF),
        ("pelayanan", "layan#", Ragam.PROSES),
        ("difasilitasi", "fasilitasi#", Ragam.PASIF),
        ("fasilitasi", "fasilitasi#", Ragam.PROSES),
        ("terakomodir", "akomodasi#", Ragam.PASIF),
        ("diakomodir", "akomodasi#", Ragam.PASIF),
        ("perbaikan", "baik~", Ragam.PROSES),
        ("kelulusan", "lulus~", Ragam.TANPA),
        ("mematuhi", "patuh~", Ragam.AKTIF),
        ("kebutuhannya", "kebutuhan", Ragam.TANPA),
        ("perusahaan", "perusahaan", Ragam.TANPA),
        ("pekerja", "pekerja", Ragam.TANPA),
        ("tingkat", "tingkat", Ragam.TANPA),
        ("ternak", "ternak", Ragam.TANPA),
        ("xyz", "xyz", Ragam.TANPA),
        ("s1", "s1", Ragam.TANPA),
    ],
)
def test_forms_of_words(kata: str, pokok: str, ragam: Ragam) -> None:
    guards = muat_penjaga()
    form = bentuk(kata, guards.utuh, guards.sifat | {"baik"})
    assert (form.pokok, form.ragam) == (pokok, ragam)


def test_roots_of_a_name() -> None:
    satu, dua = baca_nama("Penanganan sampah", Konteks()), baca_nama("Sampah yang ditangani", Konteks())
    assert satu.akar == dua.akar == {"tangan#", "sampah"}
    assert satu.himpunan != dua.himpunan
