from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from pipeline.writers.keputusan_xlsx import write_keputusan_xlsx
from schemas.migrasi import Penerimaan
from schemas.result import DocumentResult, Note, Status
from tests.keputusan_values import (
    NOMOR,
    belum,
    butir,
    indikator,
    jabatan,
    keputusan,
    lembaran,
    migrated,
    perjanjian,
    teks,
)
from tests.result_values import document, failed, run_of

SHEETS = ["Indikator", "Jabatan", "Keputusan", "Rujukan", "Belum dipahami", "Dokumen"]


def workbook(folder: Path, *documents: DocumentResult) -> Any:
    write_keputusan_xlsx(run_of(*documents), folder / "indikator.xlsx")
    return load_workbook(folder / "indikator.xlsx")


def rows(sheet: Any) -> list[dict[str, Any]]:
    heading, *below = sheet.iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in below]


def test_an_indicator_is_a_row_that_begins_with_what_a_planner_reads(tmp_path: Path) -> None:
    book = workbook(tmp_path, migrated(keputusan()), failed())
    assert book.sheetnames == SHEETS
    first, second, third = rows(book["Indikator"])
    assert list(first)[:15] == [
        "Berkas", "Hal./tempat", "Jabatan", "Kinerja/sasaran", "No.", "Indikator", "Satuan", "Definisi/penjelasan",
        "Rumus (tercetak)", "Sumber data", "Penanggung jawab", "Target", "Target 2031", "Target 2032",
        "Perlu diperiksa",
    ]  # fmt: skip
    assert (first["Target"], first["Target 2031"], first["Target 2032"]) == (None, "80", "85")
    assert (first["Pembilang"], first["Penyebut"], first["Faktor"]) == ("jumlah kios bersih", "jumlah kios", "100%")
    assert (first["Nomor keputusan"], first["Perlu diperiksa"]) == (NOMOR, None)
    assert (second["Target"], second["Perlu diperiksa"]) == ("Baik", "rumus berupa uraian")
    assert (third["Jabatan"], third["Perlu diperiksa"]) == ("Seksi Kebersihan", "kolom rumus kosong")


def test_a_position_has_its_task_and_functions_in_one_cell_each(tmp_path: Path) -> None:
    first, second = rows(workbook(tmp_path, migrated(keputusan()))["Jabatan"])
    assert first["Fungsi"] == "a. penyapuan\nb. pengangkutan"
    assert (first["Tugas"], first["Jumlah indikator"], first["Hal./tempat"]) == ("Merawat pasar", 2, 2)
    assert (second["Jabatan"], second["Lampiran"]) == ("Seksi Kebersihan", "I")


def test_a_decree_an_annex_and_an_agreement_are_one_row_each(tmp_path: Path) -> None:
    first, second, third = rows(workbook(tmp_path, migrated(keputusan(), lembaran(), perjanjian()))["Keputusan"])
    assert (first["Nomor"], first["Tanggal"], first["Tanggal tercetak"]) == (
        NOMOR, datetime(2031, 3, 5), "5 Maret 2031",
    )  # fmt: skip
    assert first["Pejabat"] == "SRI CONTOH, S.E., Kepala Dinas Pasar, NIP 19700101"
    assert (first["Diktum"], first["Jumlah indikator"]) == ("KESATU: Menetapkan indikator", 3)
    assert (second["Jenis dokumen"], second["Nomor"], second["Hal./tempat"]) == (
        "lampiran indikator", NOMOR, "“LAMPIRAN”, blok 1",
    )  # fmt: skip
    assert third["Para pihak"] == "PIHAK PERTAMA: SRI CONTOH, S.E., Kepala Dinas Pasar"
    assert third["Program dan anggaran"] == "Program Pasar Bersih Rp 12.000.000"


def test_citations_and_what_is_left_over(tmp_path: Path) -> None:
    item = migrated(keputusan(jabatan(), sisa=(belum(), belum("lain", 5))))
    assert item.migrasi is not None
    accepted = {item.migrasi.sisa[0].sisa_id: Penerimaan(oleh="Sri")}
    item = migrated(keputusan(jabatan(), sisa=(belum(), belum("lain", 5))), diterima=accepted)
    book = workbook(tmp_path, item)
    (citation,) = rows(book["Rujukan"])
    assert (citation["Jenis peraturan"], citation["Nomor"], citation["Tahun"], citation["Butir"]) == (
        "Peraturan Bupati Contoh", "7", 2030, "3",
    )  # fmt: skip
    first, second = rows(book["Belum dipahami"])
    assert (first["Teks"], first["Diterima"], first["Oleh"]) == ("Tembusan: arsip", "ya", "Sri")
    assert (second["Hal./tempat"], second["Diterima"], second["ID"][:3]) == ("hal. 5", None, "bd-")


def test_every_document_is_told_also_those_without_records(tmp_path: Path) -> None:
    note = Note(stage="extract", kind="no-decree", message="bukan keputusan.")
    skipped = replace(document(path="lkjip.pdf"), status=Status.SKIPPED, notes=(note,))
    book = workbook(tmp_path, migrated(keputusan(jabatan(), sisa=(belum(),))), skipped, failed())
    first, second, third = rows(book["Dokumen"])
    assert [first[name] for name in ("Jabatan", "Indikator", "Rujukan", "Belum dipahami", "Selesai")] == [
        1, 1, 1, 1, "belum",
    ]  # fmt: skip
    assert (second["Status"], second["Indikator"], second["Selesai"]) == ("dilewati", None, None)
    assert second["Masalah dan catatan"] == "bukan keputusan."
    assert (third["Status"], third["Selesai"]) == ("gagal dibaca", "belum")
    assert "berkas terkunci" in third["Masalah dan catatan"]


def test_no_cell_can_become_a_formula(tmp_path: Path) -> None:
    attack = '=HYPERLINK("http://x";"klik")'
    sheet = replace(jabatan(attack, replace(indikator(attack), formula=teks("=A1/B1"))), fungsi=(butir(None, "@a"),))
    record = replace(keputusan(sheet, sisa=(belum("+1+cmd"),)), tentang=teks("-2+cmd"))
    book = workbook(tmp_path, migrated(record, path=f"{attack}.pdf"))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    texts = [cell.value for cell in cells if isinstance(cell.value, str)]
    assert not [text for text in texts if re.match(r"[=+@]|-\D", text)]
    assert {f"'{attack}", "'=A1/B1", "'@a", "'+1+cmd", "'-2+cmd"} <= set(texts)


def test_sheets_can_be_worked_with_and_printed(tmp_path: Path) -> None:
    book = workbook(tmp_path, migrated(keputusan(sisa=(belum("kata " * 60),))))
    for sheet in book:
        assert sheet.freeze_panes == ("C2" if sheet.title == "Indikator" else "B2")
        assert sheet.auto_filter.ref == sheet.dimensions
        assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")
        assert all(cell.font.bold and cell.alignment.wrap_text for cell in sheet[1])
        assert all(cell.alignment.wrap_text for cell in sheet[2] if isinstance(cell.value, str))
    assert book["Indikator"].print_area == "'Indikator'!$A$1:$O$4"
    assert book["Jabatan"].print_area == ""
    assert book["Jabatan"].row_dimensions[2].height > 2 * 14
    marked = [row[14].value for row in book["Indikator"].iter_rows(min_row=2) if row[14].fill.fill_type == "solid"]
    assert marked == ["rumus berupa uraian", "kolom rumus kosong"]


def test_a_run_without_records_still_has_all_sheets(tmp_path: Path) -> None:
    book = workbook(tmp_path, failed())
    assert book.sheetnames == SHEETS
    assert [len(rows(sheet)) for sheet in book] == [0, 0, 0, 0, 0, 1]
    assert "Target" not in [cell.value for cell in book["Indikator"][1]]
