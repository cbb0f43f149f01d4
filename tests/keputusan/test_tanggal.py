from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.keputusan import interpret_keputusan
from pipeline.keputusan.tanggal import read_tahun, read_tanggal, tahun_keputusan
from schemas.keputusan import Indikator, Isian, Jabatan, JenisKeputusan, Keputusan, Lampiran, Teks
from schemas.provenance import DocxPlace
from schemas.rumus import JenisRumus

PLACE = DocxPlace(block=1)


def teks(text: str) -> Teks:
    return Teks(text=text, place=PLACE)


def isian(label: str, text: str | None) -> Isian:
    return Isian(label=label, isi=None if text is None else teks(text), place=PLACE)


KOSONG = Keputusan(jenis=JenisKeputusan.KEPUTUSAN, place=PLACE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("02 Januari 2026", date(2026, 1, 2)),
        ("2 januari 2026", date(2026, 1, 2)),
        ("12 Pebruari 2017", date(2017, 2, 12)),
        ("12 Februari 2017", date(2017, 2, 12)),
        ("30 Nopember 2018", date(2018, 11, 30)),
        ("30-Nov-2018", date(2018, 11, 30)),
        ("5 Agt 2018", date(2018, 8, 5)),
        ("17 Agustus 2018", date(2018, 8, 17)),
        ("tanggal 1 Sept. 2019", date(2019, 9, 1)),
        ("2-1-2026", date(2026, 1, 2)),
        ("02/11/2026", date(2026, 11, 2)),
        ("2 . 11 . 2026", date(2026, 11, 2)),
        ("Telaga, 9  Mei\n2020", date(2020, 5, 9)),
        ("29 Februari 2024", date(2024, 2, 29)),
        ("29 Februari 2023", None),
        ("31-13-2020", None),
        ("Januari 2017", None),
        ("    Januari 2017", None),
        ("2-1/2026", None),
        ("12 Brumaire 2017", None),
        ("", None),
    ],
)
def test_dates(text: str, expected: date | None) -> None:
    assert read_tanggal(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("06 Tahun 2026", 2026),
        ("0007.2/ 4.1 /KEP/413.115/2026", 2026),
        ("Tahun 2025-2029 ditetapkan 2026", 2026),
        ("nomor 560/ /437.58/2017", 2017),
        ("9.801.2025", None),
        ("12345", None),
        ("", None),
    ],
)
def test_years(text: str, expected: int | None) -> None:
    assert read_tahun(text) == expected


def test_the_year_is_that_of_the_date_then_of_the_number_then_of_the_title() -> None:
    whole = replace(
        KOSONG, tanggal=isian("Tanggal", "3 Mei 2021"), nomor=isian("Nomor", "7/2022"), tentang=teks("IKU TAHUN 2023")
    )
    assert tahun_keputusan(whole) == 2021
    assert tahun_keputusan(replace(whole, tanggal=isian("Tanggal", None))) == 2022
    assert tahun_keputusan(replace(whole, tanggal=None, nomor=None)) == 2023
    assert tahun_keputusan(KOSONG) is None


def test_an_agreement_is_of_the_year_it_names() -> None:
    signed = replace(
        KOSONG,
        jenis=JenisKeputusan.PERJANJIAN,
        tanggal=isian("Tanggal", "30 Desember 2021"),
        tentang=teks("PERJANJIAN KINERJA TAHUN 2022"),
    )
    assert tahun_keputusan(signed) == 2022


def test_sheets_without_a_body_are_of_the_year_of_their_annex() -> None:
    annex = Lampiran(
        nomor="I",
        judul=None,
        nomor_keputusan=isian("NOMOR", "1/2017"),
        tanggal_keputusan=isian("TANGGAL", None),
        place=PLACE,
    )
    sheets = replace(KOSONG, jenis=JenisKeputusan.LAMPIRAN, lampiran=(annex,))
    assert tahun_keputusan(sheets) == 2017
    sheet = Jabatan(jabatan=None, judul=teks("INDIKATOR KINERJA INDIVIDU TAHUN 2018"), place=PLACE)
    assert tahun_keputusan(replace(KOSONG, jabatan=(sheet,))) == 2018


def test_interpreting_a_record_reads_formulas_date_and_year_and_keeps_the_rest() -> None:
    counted = Indikator(sasaran=None, indikator=teks("Jumlah pasar"), formula=teks("Jumlah pasar"), table=0, row=1)
    bare = Indikator(sasaran=None, indikator=teks("Nilai SAKIP"), table=0, row=2)
    sheet = Jabatan(jabatan=teks("Kepala Dinas"), indikator=(counted, bare), place=PLACE)
    record = replace(KOSONG, jabatan=(sheet,), tanggal=isian("Tanggal", "3 Mei 2021"))
    read = interpret_keputusan(record)
    assert (read.tanggal_resmi, read.tahun, read.rujukan) == (date(2021, 5, 3), 2021, ())
    first, second = read.indikator()
    assert first.rumus is not None
    assert first.rumus.jenis is JenisRumus.HITUNGAN
    assert second == bare
    assert replace(read, jabatan=(), tanggal_resmi=None, tahun=None) == replace(record, jabatan=())


def test_a_blank_date_is_no_date() -> None:
    assert interpret_keputusan(replace(KOSONG, tanggal=isian("Tanggal", None))).tanggal_resmi is None
