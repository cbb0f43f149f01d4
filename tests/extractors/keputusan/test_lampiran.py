from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.keputusan import Isian, Lampiran
from schemas.printed import PrintedDocument
from tests.extractors.keputusan.naskah import TABEL, Item, as_pdf, as_word, catatan, sisa, teks

Bentuk = Callable[..., PrintedDocument]
BENTUK = pytest.mark.parametrize("bentuk", [as_pdf, as_word])
LEMBAR: list[Item] = ["", "^INDIKATOR KINERJA INDIVIDU", "", "Jabatan : Staf", "Tugas : Mengetik.", TABEL]


def heading(folder: Path, bentuk: Bentuk, *lines: str) -> Lampiran:
    record = catatan(bentuk(folder, [*lines, *LEMBAR]))
    assert sisa(record) == []
    assert [teks(sheet.jabatan) for sheet in record.jabatan] == ["Staf"]
    (annex,) = record.lampiran
    return annex


def filled(field: Isian | None) -> tuple[str, str | None] | None:
    return None if field is None else (field.label, teks(field.isi))


@BENTUK
def test_a_heading_with_fields(tmp_path: Path, bentuk: Bentuk) -> None:
    lines = ("LAMPIRAN II : KEPUTUSAN KEPALA DINAS PERIKANAN", "NOMOR : 523/ 5 /2020", "TANGGAL : 5 Januari 2020")
    annex = heading(tmp_path, bentuk, *lines)
    assert (annex.nomor, teks(annex.judul)) == ("II", "KEPUTUSAN KEPALA DINAS PERIKANAN")
    assert filled(annex.nomor_keputusan) == ("NOMOR", "523/ 5 /2020")
    assert filled(annex.tanggal_keputusan) == ("TANGGAL", "5 Januari 2020")


@BENTUK
@pytest.mark.parametrize(
    ("lines", "nomor", "tanggal"),
    [
        (("Nomor :", "Tanggal :"), ("Nomor", None), ("Tanggal", None)),
        (("NOMOR : 560/ /437.58/2017", "TANGGAL :"), ("NOMOR", "560/ /437.58/2017"), ("TANGGAL", None)),
        (("NOMOR : ..........", "TANGGAL : ....... 2020"), ("NOMOR", None), ("TANGGAL", "....... 2020")),
        (("NOMOR", "TANGGAL"), ("NOMOR", None), ("TANGGAL", None)),
        (("NOMOR 5 TAHUN 2020",), ("NOMOR", "5 TAHUN 2020"), None),
        (("Tanggal : 3 Mei 2019",), None, ("Tanggal", "3 Mei 2019")),
        ((), None, None),
    ],
)
def test_blank_and_missing_fields(
    tmp_path: Path,
    bentuk: Bentuk,
    lines: tuple[str, ...],
    nomor: tuple[str, str | None] | None,
    tanggal: tuple[str, str | None] | None,
) -> None:
    annex = heading(tmp_path, bentuk, "LAMPIRAN : KEPUTUSAN CAMAT WARU", *lines)
    assert (filled(annex.nomor_keputusan), filled(annex.tanggal_keputusan)) == (nomor, tanggal)


@BENTUK
@pytest.mark.parametrize(
    ("first", "nomor"),
    [
        ("LAMPIRAN I KEPUTUSAN CAMAT WARU", "I"),
        ("LAMPIRAN 3 : KEPUTUSAN CAMAT WARU", "3"),
        ("Lampiran IV : Keputusan Camat Waru", "IV"),
        ("LAMPIRAN KEPUTUSAN CAMAT WARU", None),
        ("Lampiran : Keputusan Camat Waru", None),
    ],
)
def test_the_number_of_an_annex(tmp_path: Path, bentuk: Bentuk, first: str, nomor: str | None) -> None:
    annex = heading(tmp_path, bentuk, first, "Nomor : 5/2020")
    assert annex.nomor == nomor
    assert annex.judul is not None and annex.judul.text.lower() == "keputusan camat waru"


@BENTUK
def test_a_heading_in_lines_on_the_right(tmp_path: Path, bentuk: Bentuk) -> None:
    lines = (">LAMPIRAN", ">PERATURAN BUPATI RANDU", ">NOMOR 12 TAHUN 2021", ">TENTANG", ">INDIKATOR KINERJA UTAMA")
    annex = heading(tmp_path, bentuk, *lines)
    assert teks(annex.judul) == "PERATURAN BUPATI RANDU TENTANG INDIKATOR KINERJA UTAMA"
    assert filled(annex.nomor_keputusan) == ("NOMOR", "12 TAHUN 2021")


@BENTUK
def test_a_title_that_wraps_before_the_name_of_the_indicators(tmp_path: Path, bentuk: Bentuk) -> None:
    lines = (
        "LAMPIRAN II : Keputusan Kepala Dinas Perikanan Tentang",
        "Indikator Kinerja Utama Dinas Perikanan",
        "NOMOR : 06 Tahun 2026",
        "TANGGAL : 02 Januari 2026",
    )
    annex = heading(tmp_path, bentuk, *lines)
    assert teks(annex.judul) == "Keputusan Kepala Dinas Perikanan Tentang Indikator Kinerja Utama Dinas Perikanan"
    assert filled(annex.tanggal_keputusan) == ("TANGGAL", "02 Januari 2026")


def test_a_heading_in_a_word_table(tmp_path: Path) -> None:
    rows = (("LAMPIRAN I", ":", "Keputusan Camat"), ("NOMOR", ":", "5/2020"), ("TANGGAL", ":", ""))
    record = catatan(as_word(tmp_path, [rows, *LEMBAR]))
    (annex,) = record.lampiran
    assert (annex.nomor, teks(annex.judul)) == ("I", "Keputusan Camat")
    assert filled(annex.tanggal_keputusan) == ("TANGGAL", None)


@BENTUK
def test_every_printed_heading_counts_and_sheets_point_to_theirs(tmp_path: Path, bentuk: Bentuk) -> None:
    top = ["NOMOR : 5/2020", "TANGGAL :"]
    pages = [[f"LAMPIRAN {number} : KEPUTUSAN CAMAT", *top, *LEMBAR] for number in ("I", "II", "II")]
    record = catatan(bentuk(tmp_path, *pages))
    assert [annex.nomor for annex in record.lampiran] == ["I", "II", "II"]
    assert [sheet.lampiran for sheet in record.jabatan] == [0, 1, 2]
    assert all(filled(annex.tanggal_keputusan) == ("TANGGAL", None) for annex in record.lampiran)
    assert sisa(record) == []


@BENTUK
def test_a_sheet_under_no_annex(tmp_path: Path, bentuk: Bentuk) -> None:
    record = catatan(bentuk(tmp_path, LEMBAR))
    assert record.lampiran == ()
    assert record.jabatan[0].lampiran is None
