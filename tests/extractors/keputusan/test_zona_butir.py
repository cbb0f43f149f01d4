from __future__ import annotations

import pytest

from extractors.keputusan.alir.dokumen import Baris
from extractors.keputusan.zona.butir import next_mark, read_items, read_tanda
from extractors.keputusan.zona.teks import as_teks, join
from schemas.provenance import BBox, DocxPlace, PdfPlace


def word(*texts: str) -> list[Baris]:
    return [Baris(text=text, place=DocxPlace(block=k)) for k, text in enumerate(texts)]


def page(*lines: tuple[float, str]) -> list[Baris]:
    return [
        Baris(text=text, place=PdfPlace(page=1, bbox=BBox(x0=60, top=top, x1=500, bottom=top + 10)))
        for top, text in lines
    ]


def marks(lines: list[Baris]) -> list[str | None]:
    return [item.tanda for item in read_items(lines)]


def texts(lines: list[Baris]) -> list[str]:
    return [item.teks.text for item in read_items(lines)]


@pytest.mark.parametrize(
    ("text", "teks", "urut"),
    [
        ("a. menyusun", "a", 1),
        ("(2) Menyusun", "2", 2),
        ("c Menyusun rencana", "c", 3),
        ("d) menyusun", "d", 4),
        ("i. menyusun", "i", 9),
        ("12. Peraturan", "12", 12),
        ("3.Peraturan Daerah", "3", 3),
        ("- menyusun", "-", 0),
        ("\uf0b7 menyusun", "\uf0b7", 0),
        ("• menyusun", "•", 0),
    ],
)
def test_marks_of_all_styles(text: str, teks: str, urut: int) -> None:
    tanda = read_tanda(text)
    assert tanda is not None
    assert (tanda.teks, tanda.urut) == (teks, urut)


@pytest.mark.parametrize("text", ["menyusun rencana", "2.500 orang", "a", "kerja; dan", "Rp. 5"])
def test_text_without_mark(text: str) -> None:
    assert read_tanda(text) is None


def test_the_next_mark_has_the_style_and_the_rank() -> None:
    g, h, dua = read_tanda("g. menyusun"), read_tanda("h. melapor"), read_tanda("2. melapor")
    assert g is not None and h is not None and dua is not None
    assert next_mark(g, h)
    assert not next_mark(h, g)
    assert not next_mark(g, dua)


def test_a_roman_one_may_be_the_letter_behind_h() -> None:
    h, i = read_tanda("h. menyusun"), read_tanda("i. melapor")
    assert h is not None and i is not None
    assert next_mark(h, i)


def test_wrapped_lines_belong_to_their_item() -> None:
    lines = word("a. menyusun rencana", "kerja seksi;", "b. melapor.")
    assert texts(lines) == ["menyusun rencana kerja seksi;", "melapor."]
    assert marks(lines) == ["a", "b"]


def test_a_list_inside_an_item_is_part_of_it() -> None:
    lines = word("a. menyusun:", "1) rencana;", "2) laporan;", "b. melapor.")
    assert marks(lines) == ["a", "b"]
    assert texts(lines)[0] == "menyusun: 1) rencana; 2) laporan;"


def test_marks_that_jump_or_return_stay_as_printed() -> None:
    assert marks(word("c. satu;", "d. dua;", "f. tiga;")) == ["c", "d", "f"]
    assert marks(word("a. satu;", "a. dua;", "b. tiga;")) == ["a", "a", "b"]


def test_a_bare_letter_far_from_the_last_is_text() -> None:
    assert marks(word("a Menyusun;", "b Melapor;", "z Zat aditif")) == ["a", "b"]


def test_paragraphs_without_marks_are_items_in_a_word_file() -> None:
    lines = word("Menyusun rencana", "Melapor;", "Mengurus surat yang masuk dan", "yang keluar.")
    assert texts(lines) == ["Menyusun rencana", "Melapor;", "Mengurus surat yang masuk dan yang keluar."]


def test_paragraphs_without_marks_are_parted_by_gaps_on_a_page() -> None:
    lines = page(
        (100, "Menyusun rencana kerja"), (114, "seksi benih"), (133, "Melapor kepada atasan"), (147, "tiap bulan")
    )
    assert texts(lines) == ["Menyusun rencana kerja seksi benih", "Melapor kepada atasan tiap bulan"]


def test_lines_at_one_distance_are_one_paragraph() -> None:
    lines = page((100, "Menyelenggarakan urusan benih,"), (114, "pakan, dan obat"), (128, "di wilayah kerja."))
    assert len(read_items(lines)) == 1


def test_blank_lines_make_no_item() -> None:
    assert read_items(word("", "  ")) == ()


def test_text_in_front_of_the_first_mark_is_an_item_without_mark() -> None:
    assert marks(word("Kepala seksi bertugas:", "a. menyusun;", "b. melapor.")) == [None, "a", "b"]


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (("pengem-", "bangan usaha"), "pengembangan usaha"),
        (("peraturan perundang-", "undangan"), "peraturan perundang-undangan"),
        (("tenaga non-", "kumulatif"), "tenaga non-kumulatif"),
        (("hak-", "hak dasar"), "hak-hak dasar"),
        (("Tahun 2025-", "2029"), "Tahun 2025-2029"),
        (("Undang-", "Undang Nomor 5"), "Undang-Undang Nomor 5"),
        (("kerja -", "lembur"), "kerja - lembur"),
        (("satu", "", "dua"), "satu dua"),
    ],
)
def test_words_cut_by_a_hyphen_are_whole_again(parts: tuple[str, ...], whole: str) -> None:
    assert join(parts) == whole


def test_a_text_has_the_box_around_its_lines_of_the_first_page() -> None:
    lines = page((100, "satu"), (114, "dua"))
    other = Baris(text="tiga", place=PdfPlace(page=2, bbox=BBox(x0=0, top=0, x1=9, bottom=9)))
    place = as_teks([*lines, other]).place
    assert place == PdfPlace(page=1, bbox=BBox(x0=60, top=100, x1=500, bottom=124))
