from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.migrasi.daftar import date_of, listed, number_of, sheets, targets, to_review
from pipeline.migrasi.diterima import read_accepted
from pipeline.migrasi.ringkasan import Hitungan, holds_records, is_done, run_is_done, tally, unused
from pipeline.migrasi.sisa import in_prose, migrasi_of
from schemas.errors import UsageError
from schemas.keputusan import BelumDipahami
from schemas.migrasi import KelasSisa, Penerimaan, Sisa
from schemas.result import Problem, Status
from tests.keputusan_values import (
    SHA,
    at,
    belum,
    block,
    butir,
    indikator,
    isian,
    jabatan,
    keputusan,
    kosong,
    lampiran,
    lembaran,
    migrated,
    perjanjian,
    prosa,
)
from tests.result_values import document, failed, run_of


def left(*pieces: BelumDipahami, sha256: str = SHA, problems: tuple[Problem, ...] = ()) -> tuple[Sisa, ...]:
    return migrasi_of(sha256, (keputusan(jabatan(), sisa=pieces),), problems, {}).sisa


def test_ids_come_from_the_content_and_are_the_same_in_every_run() -> None:
    one, other = belum("Tembusan", 2), belum("Catatan", 3)
    first = {sisa.text: sisa.sisa_id for sisa in left(one, other)}
    assert first == {sisa.text: sisa.sisa_id for sisa in left(other, one)}
    assert len(set(first.values())) == 2
    (elsewhere,) = left(replace(one, place=at(2, 500)))
    (changed,) = left(replace(one, text="Tembusan."))
    (other_file,) = left(one, sha256="cd" * 32)
    (shifted,) = left(replace(one, place=at(2, 400.2)))
    assert first["Tembusan"] not in {elsewhere.sisa_id, changed.sisa_id, other_file.sisa_id}
    assert shifted.sisa_id == first["Tembusan"]


def test_equal_pieces_at_one_place_have_ids_of_their_own() -> None:
    ids = [sisa.sisa_id for sisa in left(belum(), belum())]
    assert len(set(ids)) == 2


@given(st.text(min_size=1, max_size=20))
def test_no_spreadsheet_takes_an_id_for_a_number(text: str) -> None:
    (sisa,) = left(belum(text))
    assert sisa.sisa_id.startswith("bd-") and len(sisa.sisa_id) == 19


def test_pieces_stand_in_printed_order() -> None:
    page = Problem(stage="read", kind="no-text-layer", message="gambar", page=3)
    whole = Problem(stage="read", kind="form-fields", message="isian")
    pieces = (belum("b", 3), replace(belum("a"), place=at(2, 700)), replace(belum("c"), place=at(3, 500)))
    order = ["isian", "a", "gambar", "b", "c"]
    assert [sisa.text or sisa.reason for sisa in left(*pieces, problems=(page, whole))] == order
    word = (belum("dua", place=block(9)), belum("satu", place=block(4, 3)), belum("nol", place=block(4, 1)))
    assert [sisa.text for sisa in left(*word)] == ["nol", "satu", "dua"]


def test_a_formula_in_prose_that_is_merged_over_rows_is_told_once() -> None:
    same = prosa(place=at(2, 50))
    record = keputusan(jabatan("A", same, replace(same, row=3)), jabatan("B", prosa(place=at(5, 50))))
    found = migrasi_of(SHA, (record,), (), {}).sisa
    assert [(sisa.kelas, sisa.page) for sisa in found] == [(KelasSisa.RUMUS, 2), (KelasSisa.RUMUS, 5)]


def test_a_formula_that_was_read_or_is_not_printed_is_not_left_over() -> None:
    assert not in_prose(indikator()) and not in_prose(kosong()) and in_prose(prosa())
    assert left() == ()
    assert [to_review(item) for item in (indikator(), kosong(), prosa())] == [
        "", "kolom rumus kosong", "rumus berupa uraian",
    ]  # fmt: skip
    assert to_review(replace(kosong(), kosong=())) == ""


def test_what_was_accepted_is_no_longer_open() -> None:
    first, second = left(belum("a"), belum("b", 5))
    accepted = {first.sisa_id: Penerimaan(oleh="Sri")}
    migrasi = migrasi_of(SHA, (keputusan(jabatan(), sisa=(belum("a"), belum("b", 5))),), (), accepted)
    assert [sisa.text for sisa in migrasi.terbuka] == ["b"] and not migrasi.selesai
    accepted[second.sisa_id] = Penerimaan(oleh="Adi")
    assert migrasi_of(SHA, (keputusan(jabatan(), sisa=(belum("a"), belum("b", 5))),), (), accepted).selesai


def test_counts_of_a_document() -> None:
    item = migrated(keputusan(sisa=(belum(),)), lembaran(), perjanjian())
    assert tally(item.migrasi) == Hitungan(keputusan=3, jabatan=4, indikator=5, rujukan=1, terbuka=4)
    assert tally(None) == Hitungan()
    assert holds_records(item) and not holds_records(migrated()) and not holds_records(failed())


def test_done_is_said_only_where_something_was_to_be_migrated() -> None:
    skipped = replace(document(), status=Status.SKIPPED)
    done, open_one = migrated(keputusan(jabatan())), migrated(keputusan(jabatan(), sisa=(belum(),)))
    assert [is_done(item) for item in (done, open_one, skipped, failed())] == [True, False, None, False]
    assert run_is_done(run_of(done, skipped))
    assert not any(run_is_done(run_of(*items)) for items in ((done, open_one), (skipped,), (), (done, failed())))


def test_accepted_ids_without_a_piece_are_counted() -> None:
    item = migrated(keputusan(jabatan(), sisa=(belum(),)))
    assert item.migrasi is not None
    assert unused([item.migrasi.sisa[0].sisa_id, "bd-lain"], run_of(item, failed())) == 1


def test_number_and_date_of_a_decree_may_stand_on_its_annex() -> None:
    assert (number_of(lembaran()), date_of(lembaran())) == ("800/12/417.200/2031", "5 Maret 2031")
    blank = replace(lampiran(), nomor_keputusan=isian("NOMOR", None), tanggal_keputusan=None)
    assert (number_of(replace(lembaran(), lampiran=(blank,))), date_of(perjanjian())) == ("", "")
    second = replace(lembaran(), lampiran=(blank, lampiran("II")))
    (lembar,) = sheets(migrated(second))
    assert lembar.nomor == "800/12/417.200/2031"


def test_lists_and_targets_as_text() -> None:
    assert listed((butir("a", "satu"), butir(None, "dua"))) == "a. satu\ndua"
    assert (targets(indikator()), targets(prosa()), targets(kosong())) == ("2031: 80; 2032: 85", "Baik", "")


HEAD = ("id", "berkas", "diterima", "oleh", "catatan")


def accepted(path: Path, *lines: tuple[str, ...], delimiter: str = ",", encoding: str = "utf-8-sig") -> Path:
    with path.open("w", newline="", encoding=encoding) as handle:
        csv.writer(handle, delimiter=delimiter).writerows([HEAD, *lines])
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_list_is_read_however_a_spreadsheet_saved_it(delimiter: str, encoding: str, tmp_path: Path) -> None:
    lines = (
        ("bd-1", "a.pdf", "ya", "André", "'=arsip"),
        ("bd-2", "a.pdf", "", "", ""),
        ("bd-3", "a.pdf", " YA ", " Sri ", ""),
        ("bd-4", "a.pdf", "tidak", "Sri", ""),
    )
    path = accepted(tmp_path / "terima.csv", *lines, delimiter=delimiter, encoding=encoding)
    assert read_accepted(path) == {
        "bd-1": Penerimaan(oleh="André", catatan="=arsip"),
        "bd-3": Penerimaan(oleh="Sri"),
    }


def test_only_the_columns_that_count_are_needed_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Oleh,Diterima,ID\nSri,ya,bd-1\n", encoding="utf-8")
    assert read_accepted(path) == {"bd-1": Penerimaan(oleh="Sri")}


def no_columns(path: Path) -> None:
    path.write_text("id,berkas\nbd-1,a.pdf\n", encoding="utf-8")


def no_name(path: Path) -> None:
    accepted(path, ("bd-1", "a.pdf", "ya", "", ""))


def no_id(path: Path) -> None:
    accepted(path, ("", "a.pdf", "ya", "Sri", ""))


def neither_yes_nor_no(path: Path) -> None:
    accepted(path, ("bd-1", "a.pdf", "mungkin", "Sri", ""))


def workbook(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04\x00\x00")


def huge_cell(path: Path) -> None:
    path.write_text(f'id,diterima,oleh\nbd-1,ya,"{"x" * 200_000}"\n', encoding="utf-8")


def empty(path: Path) -> None:
    path.touch()


def nothing(path: Path) -> None:
    """No file at all."""


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (no_columns, "kolom diterima, oleh"),
        (no_name, "baris 2: diterima tanpa nama"),
        (no_id, "diterima tanpa id"),
        (neither_yes_nor_no, "berisi 'mungkin'"),
        (workbook, "simpan lembarnya sebagai CSV"),
        (huge_cell, "tidak dapat dibaca sebagai CSV"),
        (empty, "tidak memuat kolom id"),
        (nothing, "tidak dapat dibaca"),
    ],
)
def test_a_list_that_cannot_be_followed_is_refused(make: Callable[[Path], None], says: str, tmp_path: Path) -> None:
    make(tmp_path / "terima.csv")
    with pytest.raises(UsageError, match=says):
        read_accepted(tmp_path / "terima.csv")
