"""CSV files as people and spreadsheets save them, and the numbers of their lines."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalise.kamus.baca import (
    baca_csv,
    baca_teks,
    isi_berkas,
    kolom_teks,
    kumpulkan_galat,
    sidik_isi,
    terdekat,
)
from schemas.errors import ExitCode, KamusError

KOLOM = ("nama", "kode", "isi")
TEKS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12).map(str.strip)
PENUH = TEKS.filter(lambda text: bool(text) and not text.startswith("'"))


@given(
    st.lists(st.tuples(PENUH, TEKS, PENUH), max_size=6),
    st.sampled_from(",;\t"),
    st.sampled_from(("\n", "\r\n")),
    st.sampled_from(("utf-8", "utf-8-sig")),
)
def test_what_a_spreadsheet_saves_is_read_whatever_it_divides_by(
    rows: list[tuple[str, str, str]], pemisah: str, akhir: str, sandi: str
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=pemisah, lineterminator=akhir, quoting=csv.QUOTE_ALL)
    writer.writerow([name.title() for name in KOLOM])
    writer.writerows(rows)
    found = baca_teks(out.getvalue().encode(sandi), "x.csv", KOLOM)
    assert [(row["nama"], row["kode"], row["isi"]) for row in found] == rows
    assert [row.nomor for row in found] == list(range(2, 2 + len(rows)))


def test_lines_keep_their_numbers_behind_blank_lines_and_cells_of_several_lines() -> None:
    data = b'\nnama,kode,isi\n\n"dua\nbaris",a,b\n,,\nc,d,e\n'
    found = baca_teks(data, "x.csv", KOLOM)
    assert [(row.nomor, row["nama"]) for row in found] == [(4, "dua\nbaris"), (7, "c")]
    assert str(found[1].salah("kode", "salah; betulkan.")) == "x.csv baris 7, kolom kode: salah; betulkan."


def test_optional_columns_are_blank_where_they_are_missing_and_others_may_be_let_pass() -> None:
    (row,) = baca_teks(b"skor,nama,kode\n0.9,A,b\n", "x.csv", ("nama",), ("kode", "isi"), lain=True)
    assert dict(row.isi) == {"nama": "A", "kode": "b", "isi": ""}
    with pytest.raises(KamusError, match="kolom “skor” tidak dikenal"):
        baca_teks(b"skor,nama,kode\n0.9,A,b\n", "x.csv", ("nama",), ("kode", "isi"))


def test_a_column_without_name_must_be_blank_all_the_way_down() -> None:
    assert len(baca_teks(b"nama;kode;isi;;\na;b;c;;\n", "x.csv", KOLOM)) == 1
    with pytest.raises(KamusError, match="baris 2: berisi 5 isian, padahal ada 3 kolom"):
        baca_teks(b"nama;kode;isi;;\na;b;c;d;\n", "x.csv", KOLOM)


def test_commas_inside_the_cells_of_a_semicolon_file_are_text() -> None:
    (row,) = baca_teks(b"nama;kode;isi\na, b;c;d,e\n", "x.csv", KOLOM)
    assert (row["nama"], row["isi"]) == ("a, b", "d,e")


@pytest.mark.parametrize(
    ("sel", "isi"), [("'=A1", "=A1"), ("'-x", "-x"), ("''=A1", "'=A1"), ("'kutip", "'kutip"), ("-37,6", "-37,6")]
)
def test_the_apostrophe_before_a_formula_is_taken_off_once(sel: str, isi: str) -> None:
    (row,) = baca_teks(f'nama,kode,isi\n"{sel}",b,c\n'.encode(), "x.csv", KOLOM)
    assert row["nama"] == isi


def test_files_of_the_program_are_read_by_name_and_a_users_by_path(tmp_path: Path) -> None:
    path = tmp_path / "satuan.csv"
    path.write_bytes(isi_berkas("satuan.csv"))
    kolom = ("satuan", "tulisan", "kelas", "keterangan")
    sendiri, program = baca_csv(path, kolom), baca_csv("satuan.csv", kolom)
    assert [row.isi for row in sendiri] == [row.isi for row in program]
    assert (sendiri[0].tempat, program[0].tempat) == (f"{path} baris 2", "schemas/kamus/satuan.csv baris 2")


def test_a_header_alone_is_a_file_without_lines() -> None:
    assert baca_teks(b"nama,kode,isi", "x.csv", KOLOM) == ()
    assert kolom_teks(b"\xef\xbb\xbfNama; Kode ;isi", "x.csv", KOLOM) == KOLOM


def test_an_error_of_a_file_ends_the_command_with_its_own_code() -> None:
    with pytest.raises(KamusError) as caught:
        baca_csv("tidak-ada.csv", KOLOM)
    assert caught.value.exit_code is ExitCode.USAGE
    assert "periksa jalur" in str(caught.value)


def test_equal_mistakes_are_told_once_and_none_is_none() -> None:
    kumpulkan_galat(())
    with pytest.raises(KamusError) as caught:
        kumpulkan_galat([KamusError("a"), KamusError("a"), KamusError("b")])
    assert str(caught.value) == "a — b"


def test_the_nearest_value_is_offered_only_when_it_is_near() -> None:
    assert terdekat("naek", ("naik", "turun")) == "; maksud Anda “naik”?"
    assert terdekat("xyz", ("naik", "turun")) == ""


@given(
    st.dictionaries(st.text(max_size=3), st.binary(max_size=4), max_size=4), st.text(max_size=3), st.binary(max_size=4)
)
def test_the_digest_depends_on_every_file_and_on_no_order(isi: dict[str, bytes], nama: str, data: bytes) -> None:
    digest = sidik_isi(isi.items())
    assert digest == sidik_isi(reversed(list(isi.items())))
    assert (sidik_isi((isi | {nama: data}).items()) == digest) == (isi.get(nama) == data)
