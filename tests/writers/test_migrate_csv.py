from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.migrasi.daftar import ButirIndikatorKeputusan, decree_indicators
from pipeline.migrasi.diterima import read_accepted
from pipeline.writers.belum_dipahami_csv import HEADER, write_belum_dipahami_csv
from pipeline.writers.indikator_keputusan_csv import KOLOM, indicator_cells, write_indikator_keputusan_csv
from schemas.migrasi import Penerimaan
from schemas.result import DocumentResult, Problem
from tests.keputusan_values import (
    NOMOR,
    belum,
    block,
    indikator,
    jabatan,
    keputusan,
    kosong,
    lembaran,
    migrated,
    perjanjian,
    prosa,
    teks,
)
from tests.result_values import failed, run_of


def indicators(folder: Path, *documents: DocumentResult) -> list[dict[str, str]]:
    write_indikator_keputusan_csv(run_of(*documents), folder / "indikator.csv")
    with (folder / "indikator.csv").open(newline="", encoding="utf-8-sig") as handle:
        return list(csv.DictReader(handle))


def leftovers(folder: Path, *documents: DocumentResult) -> list[dict[str, str]]:
    write_belum_dipahami_csv(run_of(*documents), folder / "belum-dipahami.csv")
    with (folder / "belum-dipahami.csv").open(newline="", encoding="utf-8-sig") as handle:
        return list(csv.DictReader(handle))


def test_one_line_per_indicator_with_all_that_is_printed_of_it(tmp_path: Path) -> None:
    first, second, third = indicators(tmp_path, migrated(keputusan()), failed())
    assert first == {
        "berkas": "masuk/pasar.pdf", "halaman": "1", "tempat": "hal. 1", "jenis": "keputusan",
        "instansi": "Dinas Pasar Kabupaten Contoh", "unit": "Seksi Kebersihan", "nomor_keputusan": NOMOR,
        "tanggal_keputusan": "5 Maret 2031", "tahun": "2031", "lampiran": "I", "jabatan": "KEPALA DINAS",
        "kinerja": "Pasar yang bersih", "nomor": "a", "indikator": "Persentase kios bersih", "satuan": "%",
        "definisi": "", "formula": "(jumlah kios bersih : jumlah kios) x 100%", "jenis_rumus": "rasio",
        "pembilang": "jumlah kios bersih", "penyebut": "jumlah kios", "faktor": "100%",
        "sumber_data": "Catatan pengelola pasar", "penanggung_jawab": "Seksi Kebersihan", "tipe": "",
        "target": "2031: 80; 2032: 85", "alasan": "", "keterangan": "", "perlu_diperiksa": "",
        "kotak": "72.0,100.0,300.0,112.0",
    }  # fmt: skip
    assert (second["jenis_rumus"], second["target"], second["perlu_diperiksa"]) == (
        "uraian", "Baik", "rumus berupa uraian",
    )  # fmt: skip
    assert (third["jabatan"], third["formula"], third["perlu_diperiksa"]) == (
        "Seksi Kebersihan", "", "kolom rumus kosong",
    )  # fmt: skip


def test_a_sheet_without_decree_has_the_number_of_its_annex_and_a_word_file_its_block(tmp_path: Path) -> None:
    (line,) = indicators(tmp_path, migrated(lembaran(), path="a.docx"))
    assert (line["jenis"], line["nomor_keputusan"], line["lampiran"]) == ("lampiran indikator", NOMOR, "II")
    assert (line["halaman"], line["kotak"]) == ("", "") and "blok 6, baris 3" in line["tempat"]
    assert line["unit"] == "Dinas Pasar Kabupaten Contoh"


def test_an_agreement_has_no_annex_and_no_number(tmp_path: Path) -> None:
    (line,) = indicators(tmp_path, migrated(perjanjian()))
    assert (line["jenis"], line["nomor_keputusan"], line["lampiran"]) == ("perjanjian kinerja", "", "")


def test_an_annex_that_is_not_there_breaks_nothing(tmp_path: Path) -> None:
    record = replace(keputusan(replace(jabatan(), lampiran=7)), nomor=None)
    (line,) = indicators(tmp_path, migrated(record))
    assert (line["lampiran"], line["nomor_keputusan"]) == ("", NOMOR)


def test_columns_are_those_that_are_filled() -> None:
    (butir, *_) = decree_indicators(migrated(keputusan()))
    assert isinstance(butir, ButirIndikatorKeputusan)
    assert sorted(indicator_cells(butir)) == sorted(kolom.nama for kolom in KOLOM)
    assert len({kolom.judul for kolom in KOLOM}) == len(KOLOM)


def test_printed_formulas_and_commands_are_not_run(tmp_path: Path) -> None:
    attack = '=HYPERLINK("http://x";"klik")'
    item = replace(indikator(attack), formula=teks("=A1/B1"), sumber_data=teks("@SUM(A1)"), satuan=teks("-"))
    document = migrated(keputusan(jabatan("+1+cmd", item), sisa=(belum("-2+3+cmd"),)))
    (line,) = indicators(tmp_path, document)
    assert (line["indikator"], line["formula"], line["sumber_data"]) == (f"'{attack}", "'=A1/B1", "'@SUM(A1)")
    assert (line["jabatan"], line["satuan"]) == ("'+1+cmd", "-")
    assert leftovers(tmp_path, document)[0]["teks"] == "'-2+3+cmd"


def test_what_is_left_over_stands_page_by_page_with_room_for_who_accepts_it(tmp_path: Path) -> None:
    problem = Problem(stage="read", kind="no-text-layer", message="halaman gambar", page=2)
    whole = Problem(stage="read", kind="form-fields", message="isian tidak terbaca")
    lines = leftovers(tmp_path, migrated(keputusan(sisa=(belum(page=4),)), problems=(problem, whole)), failed())
    assert tuple(lines[0]) == HEADER
    assert [(line["halaman"], line["jenis"], line["teks"] or line["alasan"]) for line in lines] == [
        ("", "tidak terbaca", "isian tidak terbaca"),
        ("2", "tidak terbaca", "halaman gambar"),
        ("3", "rumus berupa uraian", "Diukur setiap semester oleh petugas"),
        ("4", "teks tanpa tempat", "Tembusan: arsip"),
    ]
    assert {(line["diterima"], line["oleh"], line["catatan"]) for line in lines} == {("", "", "")}


def test_the_list_comes_back_with_what_was_accepted(tmp_path: Path) -> None:
    (line,) = leftovers(tmp_path, migrated(keputusan(jabatan("A", prosa()))))
    accepted = {line["id"]: Penerimaan(oleh="Sri", catatan="=cek")}
    (again,) = leftovers(tmp_path, migrated(keputusan(jabatan("A", prosa())), diterima=accepted))
    assert (again["id"], again["diterima"], again["oleh"], again["catatan"]) == (line["id"], "ya", "Sri", "'=cek")
    assert read_accepted(tmp_path / "belum-dipahami.csv") == accepted


def test_a_block_of_a_word_file_has_its_place(tmp_path: Path) -> None:
    first, second = leftovers(tmp_path, migrated(lembaran(), path="a.docx"))
    assert "blok 6" in first["tempat"] and "blok 10" in second["tempat"]
    assert (first["halaman"], second["teks"]) == ("", "Catatan pinggir")


@pytest.mark.parametrize("make", [kosong, indikator])
def test_what_is_understood_or_not_printed_is_not_left_over(make: object, tmp_path: Path) -> None:
    item = kosong() if make is kosong else indikator(place=block(2, 1))
    assert leftovers(tmp_path, migrated(keputusan(jabatan("A", item)))) == []
