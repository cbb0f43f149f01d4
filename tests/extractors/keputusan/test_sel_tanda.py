"""Marks of lists: where they stand, of which style and rank they are, and which make one list."""

from __future__ import annotations

import pytest

from extractors.keputusan.sel.tanda import AWAL_NAMA, UKURAN, cari_tanda, sedaftar
from tests.extractors.keputusan.tabel_contoh import sel


def gaya(*lines: str) -> list[tuple[str, tuple[int, ...], str]]:
    return [(own.gaya, own.kunci, own.teks) for own in cari_tanda(sel(*lines))]


def daftar(*lines: str) -> list[str]:
    untai = sel(*lines)
    return [own.teks for own in sedaftar(cari_tanda(untai), untai.text)]


@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        (("a. Nilai",), [("a.", (1,), "a")]),
        (("(b) Nilai",), [("(a)", (2,), "b")]),
        (("12) Nilai",), [("1)", (12,), "12")]),
        (("1.2.3 Nilai",), [("1.1", (1, 2, 3), "1.2.3")]),
        (("C. Nilai",), [("A.", (3,), "C")]),
        (("- Nilai",), [("-", (0,), "-")]),
        (("ii. Nilai", "iii. Angka"), [("i.", (2,), "ii"), ("i.", (3,), "iii")]),
        (("i. Nilai", "ii. Angka", "v. Skor"), [("i.", (1,), "i"), ("i.", (2,), "ii"), ("i.", (5,), "v")]),
        (("i. Nilai", "j. Angka"), [("a.", (9,), "i"), ("a.", (10,), "j")]),
        (("Nilai",), []),
        (("2024 Nilai",), []),
        (("3,5 persen",), []),
        (("1.000 orang",), []),
    ],
)
def test_styles_and_ranks(lines: tuple[str, ...], marks: list[tuple[str, tuple[int, ...], str]]) -> None:
    assert gaya(*lines) == marks


def test_places_of_marks_and_items() -> None:
    untai = sel("a. Nilai air b.", "Nilai udara")
    first, second = cari_tanda(untai)
    assert untai.text[first.isi :].startswith("Nilai air")
    assert untai.text[second.isi :] == "Nilai udara"
    assert (first.awal_baris, second.awal_baris) == (True, False)


@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        (("a. Nilai", "b. Angka", "d. Skor"), ["a", "b", "d"]),
        (("a. Nilai", "a. Angka", "b. Skor"), ["a", "a", "b"]),
        (("c. Nilai", "a. Angka"), ["c"]),
        (("a. Nilai", "1. Angka", "b. Skor"), ["a", "b"]),
        (("a. Nilai", "k. Angka"), ["a"]),
        (("1.1 Nilai", "1.2 Angka", "2.1 Skor"), ["1.1", "1.2", "2.1"]),
        (("1.2 Nilai", "1.1 Angka"), ["1.2"]),
        (("1.1 Nilai", "1.1.1 rincian", "1.2 Skor"), ["1.1", "1.2"]),
        (("- Nilai", "• Angka", "- Skor"), ["-", "-"]),
    ],
)
def test_marks_that_make_one_list(lines: tuple[str, ...], marks: list[str]) -> None:
    assert daftar(*lines) == marks


@pytest.mark.parametrize(
    "text",
    [
        "tahun 2. Berikutnya",
        "huruf b. Selanjutnya",
        "ayat (2) a. Terpenuhi",
        "roda 4. Dinas",
        "sekolah e. Swasta kecil",
    ],
)
def test_references_hold_no_marks(text: str) -> None:
    found = [own.teks for own in cari_tanda(sel("Jumlah " + text))]
    assert found == (["e"] if "sekolah" in text else [])


@pytest.mark.parametrize("text", ["Persentase", "PROSENTASE", "rata-rata", "Rata rata", "Indeks", "Jumlah", "Skor"])
def test_words_that_measures_begin_with(text: str) -> None:
    assert UKURAN.match(f"{text} sekolah") and AWAL_NAMA.match(f"{text} sekolah")


@pytest.mark.parametrize("text", ["Jumlahkan", "Sekolah", "Nilainya", "terhadap", "Angkatan kerja"])
def test_words_that_no_measure_begins_with(text: str) -> None:
    assert not UKURAN.match(f"{text} x") and not AWAL_NAMA.match(f"{text} x")


def test_results_begin_names_but_no_formulas() -> None:
    assert AWAL_NAMA.match("Tersusunnya laporan") and not UKURAN.match("Tersusunnya laporan")
