"""Names of offices on printed lines: where they begin and end, and their abbreviations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.nama_instansi import HEADING, Name, cased, is_short, meaning, names, plain, proper, unwrapped
from tests.extractors.grids import line


def on(*texts: str, at: int = 0, later: bool = False) -> list[Name]:
    """Names that begin on a line, which stands on the first page or behind it."""
    before = ["Uraian singkat."] * 20 if later else []
    return list(names([line(text) for text in (*before, *texts)], len(before) + at))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dinas Sosial Kota Batu hadir.", ["Dinas Sosial Kota Batu"]),
        ("Dinas P3AP2KB Kota Batu, tahun 2023", ["Dinas P3AP2KB Kota Batu"]),
        ("Dinas Sosial 2023", ["Dinas Sosial"]),
        ("Sumber: Dinas Sosial, Dinas Pertanian", ["Dinas Sosial", "Dinas Pertanian"]),
        ("Kepala Disnaker hadir", ["Disnaker"]),
        ("Hasil Disnaker Kota Batu naik", ["Disnaker Kota Batu"]),
        ("LKjIP DPXYZ Kota Batu", ["DPXYZ Kota Batu"]),
        ("Hasil DPXYZ Kota Batu naik", []),
        ("(Disnaker) Kota Batu", []),
        ("Hasil disnaker naik", []),
        ("Hasil Disnaker naik", []),
        ("Kantor Rp 5.000", []),
        ("Dinas Sosial Kota Batu Halaman 3", ["Dinas Sosial Kota Batu"]),
        ("Balai Tanah, Kementerian Pertanian", ["Balai Tanah Kementerian Pertanian"]),
        ("Peraturan Pemerintah Kota Batu", []),
        ("", []),
    ],
)
def test_names_on_a_later_page(text: str, expected: list[str]) -> None:
    assert [name.text for name in on(text, later=True)] == expected


@pytest.mark.parametrize(
    ("texts", "at", "expected"),
    [
        (("DINAS SOSIAL",), 0, [("DINAS SOSIAL", True, False)]),
        (("DISNAKER",), 0, [("DISNAKER", True, False)]),
        (("DPXYZ",), 0, []),
        (("PEMERINTAH KOTA BATU", "DPXYZ"), 1, [("DPXYZ", True, False)]),
        (("DPXYZ", "KOTA BATU"), 0, [("DPXYZ KOTA BATU", True, False)]),
        (("DINAS SOSIAL,", "TENAGA KERJA DAN DESA"), 0, [("DINAS SOSIAL, TENAGA KERJA DAN DESA", True, False)]),
        (("DINAS SOSIAL", "UPT PANTI"), 1, [("UPT PANTI DINAS SOSIAL", True, True)]),
        (("UPT PANTI", "DINAS SOSIAL KOTA BATU"), 0, [("UPT PANTI DINAS SOSIAL KOTA BATU", True, True)]),
        (("Data Dinas Sosial naik",), 0, [("Dinas Sosial", False, False)]),
        (("Dinas Sosial bekerja",), 0, [("Dinas Sosial", False, False)]),
        (("Kepala Dinas Sosial",), 0, [("Dinas Sosial", True, False)]),
        (("Bappenas/Kepala Badan Riset Nasional",), 0, [("Badan Riset Nasional", False, False)]),
        (("Laporan Kinerja Dinas Sosial",), 0, [("Dinas Sosial", True, False)]),
    ],
)
def test_names_in_a_letterhead(texts: tuple[str, ...], at: int, expected: list[tuple[str, bool, bool]]) -> None:
    assert [(name.text, name.headed, name.part) for name in on(*texts, at=at)] == expected


def test_what_stands_behind_a_name() -> None:
    assert on("Tugas Dinas Sosial (Dinsos) luas", later=True)[0].after.startswith(" (Dinsos)")


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("DINAS SOSIAL", "KOTA BATU", "TAHUN 2023"), "DINAS SOSIAL KOTA BATU"),
        (("DINAS SOSIAL KOTA BATU,", "MEMUTUSKAN"), "DINAS SOSIAL KOTA BATU,"),
        (("DINAS DESA, PENGENDALIAN", "PENDUDUK KOTA BATU"), "DINAS DESA, PENGENDALIAN PENDUDUK KOTA BATU"),
        (("DINAS SOSIAL", "RENCANA STRATEGIS KOTA BATU"), "DINAS SOSIAL"),
        (("DINAS SOSIAL", "DINAS PERTANIAN KOTA BATU"), "DINAS SOSIAL"),
        (("DINAS SOSIAL", "DISNAKER KOTA BATU"), "DINAS SOSIAL"),
        (("DINAS SOSIAL", "BIDANG BANTUAN KOTA BATU"), "DINAS SOSIAL"),
        (("Dinas Sosial", "Warga Kota Batu"), "Dinas Sosial"),
    ],
)
def test_lines_of_one_name(texts: tuple[str, ...], expected: str) -> None:
    assert unwrapped([line(text) for text in texts], 0) == expected


@pytest.mark.parametrize(
    "word", ["Disnaker", "DISNAKER", "DPMPTSP-Naker", "dukcapil", "DPXYZ", "DP9K", "Disxyz", "BKAD"]
)
def test_abbreviations(word: str) -> None:
    assert is_short(word)


@pytest.mark.parametrize(
    "word", ["BPS", "DPRD", "BUMD", "Distribusi", "DINAS", "Desa", "DATA", "DAN", "Batu", "dpxyz", ""]
)
def test_words_that_are_no_abbreviation_of_an_office(word: str) -> None:
    assert not is_short(word)


def test_meanings_are_those_of_the_dictionary() -> None:
    assert meaning("DISNAKER") == "dinas tenaga kerja"
    assert meaning("dukcapil") == meaning("BPS") == meaning("dinas") == ""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("DINAS SOSIAL DAN DESA KOTA BATU", "Dinas Sosial dan Desa Kota Batu"),
        ("DINSOS P3AKB KOTA BATU", "DINSOS P3AKB Kota Batu"),
        ("SATPOL PP KOTA BATU", "SATPOL PP Kota Batu"),
        ("RSUD HARAPAN", "RSUD Harapan"),
        ("DISTRIK WANGGAR", "Distrik Wanggar"),
        ("Dinas PUPR", "Dinas PUPR"),
    ],
)
def test_capitals(name: str, expected: str) -> None:
    assert cased(name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kec.  Bumiaji Kab. Malang", "Kecamatan Bumiaji Kabupaten Malang"),
        ("DINAS SOSIAL PROV. BALI", "DINAS SOSIAL PROVINSI BALI"),
        ("R S U D  dr. Harapan", "RSUD dr Harapan"),
        ("a b dan c d", "a b dan c d"),
    ],
)
def test_plain_text(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dinas Sosial adalah unsur pelaksana", "Dinas Sosial"),
        ("Dinas Sosial Kota Batu Kota Batu", "Dinas Sosial Kota Batu"),
        ("Dinas Sosial, Memutuskan", "Dinas Sosial"),
        ("Dinas Sosial bekerja keras", "Dinas Sosial"),
        ("DINAS SOSIAL dan DESA -", "DINAS SOSIAL dan DESA"),
    ],
)
def test_where_a_name_ends(name: str, expected: str) -> None:
    assert proper(name) == expected


@pytest.mark.parametrize("text", ["LAPORAN KINERJA", "TAHUN 2023", "BUKU LAPORAN", "KOTA BATU", "- 3 -", "BAB I"])
def test_headings(text: str) -> None:
    assert HEADING.match(text)


@given(st.lists(st.text(alphabet="DINASdinas KotaBu3,.()/-P", max_size=40), min_size=1, max_size=4))
def test_any_lines_are_read(texts: list[str]) -> None:
    for index in range(len(texts)):
        for name in names([line(text) for text in texts], index):
            assert name.text == " ".join(name.text.split())
            assert 1 <= len(name.text.split()) <= 18
