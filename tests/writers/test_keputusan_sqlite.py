from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from pipeline.writers import keputusan_rows
from pipeline.writers.keputusan_sqlite import Muatan, loaded, prove_database, write_keputusan_sqlite
from schemas.errors import OutputError
from schemas.keputusan import ButirTeks, Keputusan
from schemas.migrasi import Penerimaan
from schemas.result import DocumentResult, Status
from tests.keputusan_values import NOMOR, belum, indikator, jabatan, keputusan, lembaran, migrated, perjanjian, prosa
from tests.result_values import document, failed, run_of

OTHER = "cd" * 32


def load(path: Path, *documents: DocumentResult, started: str = "2031-04-01T08:00:00+07:00") -> Muatan:
    with loaded(replace(run_of(*documents), started=started), path) as muatan:
        pass
    return muatan


def dump(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return "\n".join(connection.iterdump())


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_records_stand_in_tables_that_refer_to_each_other(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    write_keputusan_sqlite(run_of(migrated(keputusan(sisa=(belum(),)), lembaran(), perjanjian()), failed()), path)
    assert rows(path, "SELECT keputusan, jenis, nomor, tahun, tanggal FROM keputusan ORDER BY keputusan") == [
        (0, "keputusan", NOMOR, 2031, "2031-03-05"),
        (1, "iki2017", NOMOR, None, None),
        (2, "perjanjian", None, 2031, None),
    ]
    assert rows(
        path,
        "SELECT keputusan.nomor, jabatan.nama, indikator.nama, pembilang, penyebut, faktor, perlu_diperiksa "
        "FROM indikator JOIN jabatan USING (sha256, keputusan, jabatan) JOIN keputusan USING (sha256, keputusan) "
        "WHERE keputusan = 0 AND jabatan = 0 ORDER BY indikator",
    ) == [
        (NOMOR, "KEPALA DINAS", "Persentase kios bersih", "jumlah kios bersih", "jumlah kios", "100%", None),
        (NOMOR, "KEPALA DINAS", "Tingkat kerapian los", None, None, None, "rumus berupa uraian"),
    ]
    assert rows(path, "SELECT tahun, target FROM target WHERE keputusan = 0 AND indikator = 0 ORDER BY urutan") == [
        (2031, "80"), (2032, "85"),
    ]  # fmt: skip
    assert rows(path, "SELECT jenis, nomor, tahun, bagian FROM rujukan") == [
        ("Peraturan Bupati Contoh", "7", 2030, "mengingat")
    ]
    assert ("fungsi", "b", "pengangkutan") in rows(path, "SELECT bagian, tanda, teks FROM butir_jabatan")
    assert ("diktum", "KESATU") in rows(path, "SELECT bagian, tanda FROM butir_keputusan")
    assert rows(path, "SELECT sebutan FROM pihak") == [("PIHAK PERTAMA",)]
    assert rows(path, "SELECT anggaran FROM program") == [("Rp 12.000.000",)]
    assert len(rows(path, "SELECT id FROM belum_dipahami")) == 4
    assert rows(path, "PRAGMA foreign_key_check") == []
    assert rows(path, "SELECT count(*) FROM dokumen") == [(1,)]


def test_every_list_of_a_record_is_loaded(tmp_path: Path) -> None:
    hints = get_type_hints(Keputusan)
    lists = {field.name for field in fields(Keputusan) if hints[field.name] == tuple[ButirTeks, ...]}
    item = ButirTeks(tanda="1", teks=indikator().indikator)
    full = replace(keputusan(), **dict.fromkeys(lists, (item,)))
    found = {row["bagian"] for table, row in keputusan_rows.document_rows(migrated(full)) if table == "butir_keputusan"}
    assert lists and found == lists | {"diktum"}


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    item = migrated(keputusan(sisa=(belum(),)), perjanjian())
    assert load(path, item) == Muatan(baru=1)
    before = dump(path)
    assert load(path, item, started="2032-01-01T00:00:00+07:00") == Muatan(sama=1)
    assert dump(path) == before and "INSERT" in before


def test_a_changed_file_is_added_and_the_earlier_one_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    load(path, migrated(keputusan()))
    changed = migrated(keputusan(jabatan("KEPALA DINAS", indikator("Persentase kios terang"))), sha256=OTHER)
    assert load(path, changed) == Muatan(baru=1)
    assert rows(path, "SELECT count(*) FROM indikator") == [(4,)]
    assert rows(path, "SELECT nama, nomor_keputusan FROM indikator_terkini") == [("Persentase kios terang", NOMOR)]
    load(path, migrated(keputusan()))
    assert rows(path, "SELECT count(*) FROM indikator_terkini") == [(3,)]
    assert rows(path, "SELECT count(*) FROM indikator") == [(4,)]


def test_a_file_that_is_read_better_gets_the_new_records_and_keeps_what_was_accepted(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    poor = migrated(keputusan(jabatan("A", prosa()), sisa=(belum(),)))
    assert poor.migrasi is not None
    accepted = {sisa.sisa_id: Penerimaan(oleh="Sri", catatan="arsip") for sisa in poor.migrasi.sisa}
    load(path, migrated(keputusan(jabatan("A", prosa()), sisa=(belum(),)), diterima=accepted))
    assert load(path, migrated(keputusan(jabatan("A"), sisa=(belum(),)))) == Muatan(diperbarui=1)
    assert rows(path, "SELECT nama FROM indikator") == [("Persentase kios bersih",)]
    assert rows(path, "SELECT teks, diterima_oleh, catatan FROM belum_dipahami") == [
        ("Tembusan: arsip", "Sri", "arsip")
    ]
    assert rows(path, "SELECT count(*) FROM berkas") == [(1,)]


def test_what_is_accepted_later_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    item = migrated(keputusan(jabatan(), sisa=(belum(),)))
    assert item.migrasi is not None
    load(path, item)
    accepted = {item.migrasi.sisa[0].sisa_id: Penerimaan(oleh="Sri")}
    load(path, migrated(keputusan(jabatan(), sisa=(belum(),)), diterima=accepted))
    assert rows(path, "SELECT diterima_oleh FROM belum_dipahami") == [("Sri",)]
    load(path, item)
    assert rows(path, "SELECT diterima_oleh FROM belum_dipahami") == [("Sri",)]


def test_a_second_file_with_the_same_bytes_is_known_by_its_path_only(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    copy = replace(document(path="masuk/salinan.pdf"), status=Status.SKIPPED)
    load(path, migrated(keputusan()), copy)
    assert rows(path, "SELECT count(*) FROM keputusan") == [(1,)]
    assert [Path(name).name for (name,) in rows(path, "SELECT path FROM berkas")] == ["pasar.pdf", "salinan.pdf"]
    load(path, replace(copy, sha256=OTHER, path="lkjip.pdf"))
    assert rows(path, "SELECT count(*) FROM berkas") == [(2,)]


def test_an_error_later_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    load(path, migrated(keputusan()))
    before = dump(path)
    with pytest.raises(OutputError, match="folder"), loaded(run_of(migrated(perjanjian(), sha256=OTHER)), path):
        raise OutputError("folder hasil tidak dapat ditulis")
    assert dump(path) == before
    with pytest.raises(KeyboardInterrupt), loaded(run_of(migrated(perjanjian())), tmp_path / "baru.sqlite"):
        raise KeyboardInterrupt
    assert [item.name for item in tmp_path.iterdir()] == ["a.sqlite"]


@pytest.fixture
def foreign(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "lain.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE pegawai (nama TEXT)")
        connection.commit()
    yield path


def test_a_database_of_another_program_is_left_alone(foreign: Path) -> None:
    before = foreign.read_bytes()
    for attempt in (lambda: prove_database(foreign), lambda: load(foreign, migrated(keputusan()))):
        with pytest.raises(OutputError, match="program lain"):
            attempt()
    assert foreign.read_bytes() == before


def test_a_database_of_another_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    load(path, migrated(keputusan()))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(OutputError, match="versi lain"):
        load(path, migrated(perjanjian(), sha256=OTHER))
    assert path.read_bytes() == before


def test_what_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "catatan.txt"
    path.write_text("bukan basis data\n" * 200, encoding="utf-8")
    with pytest.raises(OutputError, match="bukan basis data SQLite"):
        prove_database(path)
    assert path.read_text(encoding="utf-8").startswith("bukan")
    with pytest.raises(OutputError, match="tidak dapat dibuka"):
        prove_database(tmp_path)
    with pytest.raises(OutputError, match="tidak dapat dibuka"):
        prove_database(tmp_path / "tidak-ada" / "a.sqlite")


def test_a_proof_leaves_no_file_and_an_empty_one_is_filled(tmp_path: Path) -> None:
    prove_database(tmp_path / "a.sqlite")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "a.sqlite").touch()
    prove_database(tmp_path / "a.sqlite")
    assert load(tmp_path / "a.sqlite", migrated(keputusan())) == Muatan(baru=1)


def test_texts_that_are_no_unicode_and_quotes_are_taken_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    record = keputusan(jabatan("x'); DROP TABLE indikator; --\udce9"))
    load(path, migrated(record, path="berkas\udce9.pdf"))
    assert rows(path, "SELECT nama FROM jabatan") == [("x'); DROP TABLE indikator; --?",)]
    assert rows(path, "SELECT path FROM berkas")[0][0].endswith("berkas?.pdf")
