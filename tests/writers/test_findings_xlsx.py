from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pipeline.writers.findings_xlsx import SEVERITY_FILLS, VERDICTS, write_findings_xlsx
from pipeline.writers.sheets import cell_text
from schemas.finding import SEVERITIES, Severity
from schemas.narasi import HasilKlaim
from schemas.result import ClaimTally, DocumentResult, Note, Problem, Status
from tests.result_values import document, docx_place, elsewhere, failed, finding, run_of, sentence_finding

SHEETS = ["Ringkasan", "Temuan", "Tidak diperiksa", "Klaim", "Catatan"]


def workbook(folder: Path, *documents: DocumentResult) -> Any:
    write_findings_xlsx(run_of(*documents), folder / "findings.xlsx")
    return load_workbook(folder / "findings.xlsx")


def rows(sheet: Any) -> list[dict[str, Any]]:
    heading, *below = sheet.iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in below]


def test_summary_has_one_row_per_document_and_leaves_blank_what_a_failed_one_has_not(tmp_path: Path) -> None:
    items = (finding(), finding("HIT002", Severity.DECISION), finding("PRE001", Severity.PRESENTATION))
    book = workbook(tmp_path, document(*items), failed())
    assert book.sheetnames == SHEETS
    first, second = rows(book["Ringkasan"])
    assert first == {
        "Berkas": "contoh.pdf", "Instansi": "Dinas Contoh", "Tahun": 2023, "Keluarga": "lkjip", "Halaman": 5,
        "Baris diperiksa": 12, "Baris tidak diperiksa": 2, "Temuan keputusan": 1, "Temuan galat": 1,
        "Temuan penyajian": 1, "Temuan catatan": 0, "Detik": 1.3, "Status": "terbaca penuh",
    }  # fmt: skip
    assert (second["Berkas"], second["Status"]) == ("rusak.pdf", "gagal dibaca")
    assert {second[key] for key in ("Halaman", "Baris diperiksa", "Temuan galat", "Temuan catatan")} == {None}


def test_a_finding_is_a_row_with_its_numbers_as_printed_and_blanks_for_the_auditor(tmp_path: Path) -> None:
    word = finding(place=docx_place(), text="-37,60")
    plain = replace(finding(), stated=None, expected=None, hint=None)
    first, second, third = rows(workbook(tmp_path, document(finding(), word, plain))["Temuan"])
    assert first == {
        "Berkas": "contoh.pdf", "Hal./blok": 3, "Kode": "HIT001", "Tingkat": "galat", "Nama": "capaian-salah-hitung",
        "Subjek": "Persentase jalan mantap", "Pesan": "Capaian tercetak 106,54, seharusnya 115,09 – 115,10.",
        "Tercetak": "106,54", "Semestinya": "115,09 – 115,10", "Aturan": "R/T", "Petunjuk": "digit tertukar",
        "Tabel": "Tabel 3.1", "Kalimat": None, "Status auditor": None, "Catatan": None, "ID temuan": f"{0:016x}",
    }  # fmt: skip
    assert (second["Hal./blok"], second["Tercetak"]) == ("“BAB III”, blok 8, baris 2", "-37,60")
    assert (third["Tercetak"], third["Semestinya"], third["Petunjuk"]) == (None, None, None)


def test_table_of_another_document_is_told_with_its_file(tmp_path: Path) -> None:
    (row,) = rows(workbook(tmp_path, document(elsewhere("arsip/pk.pdf")))["Temuan"])
    assert row["Tabel"] == "Tabel 3.1\nPerjanjian Kinerja (pk.pdf)"


def test_auditor_chooses_a_verdict_from_a_list(tmp_path: Path) -> None:
    sheet = workbook(tmp_path, document(finding(), finding()))["Temuan"]
    (choice,) = sheet.data_validations.dataValidation
    headings = [cell.value for cell in sheet[1]]
    letter = sheet.cell(row=1, column=headings.index("Status auditor") + 1).column_letter
    assert str(choice.sqref) == f"{letter}2:{letter}3"
    assert (choice.type, choice.formula1, choice.allow_blank) == ("list", f'"{",".join(VERDICTS)}"', True)


def test_what_was_not_checked_and_what_was_remarked(tmp_path: Path) -> None:
    pages = [Problem(stage="read", kind="no-text-layer", message="halaman gambar", page=page) for page in (4, 5)]
    note = Note(stage="extract", kind="table-unmapped", message="Tabel 2.9: judul", page=7)
    partial = replace(document(), status=Status.PARTIAL, problems=tuple(pages), notes=(note,))
    book = workbook(tmp_path, partial, failed())
    assert rows(book["Tidak diperiksa"]) == [
        {"Berkas": "contoh.pdf", "Kode": "HIT001", "Alasan": "target kosong", "Jumlah": 2}
    ]
    assert [tuple(row.values()) for row in rows(book["Catatan"])] == [
        ("contoh.pdf", "masalah", "4–5", "halaman gambar"),
        ("contoh.pdf", "catatan", "7", "Tabel 2.9: judul"),
        ("rusak.pdf", "masalah", None, "berkas terkunci; simpan ulang tanpa sandi."),
    ]


def test_claims_are_counted_by_outcome_and_those_not_checked_by_reason(tmp_path: Path) -> None:
    tally = ClaimTally(
        by_result={HasilKlaim.TAK_DIUJI: 5, HasilKlaim.BEDA_TABEL: 1, HasilKlaim.COCOK_TABEL: 7},
        unchecked={"tanpa baris": 2, "tanpa peran": 3},
    )
    book = workbook(tmp_path, replace(document(), claims=tally), failed())
    assert [tuple(row.values()) for row in rows(book["Klaim"])] == [
        ("contoh.pdf", "cocok dengan tabel", None, 7),
        ("contoh.pdf", "berbeda dari tabel", None, 1),
        ("contoh.pdf", "tidak diperiksa", "tanpa peran", 3),
        ("contoh.pdf", "tidak diperiksa", "tanpa baris", 2),
    ]


def test_a_sentence_is_shown_around_its_number(tmp_path: Path) -> None:
    sentence = f"{'Kata ' * 60}realisasinya 94,54 persen dan {'lalu ' * 60}selesai."
    (row,) = rows(workbook(tmp_path, document(sentence_finding(sentence, "94,54 persen")))["Temuan"])
    shown = row["Kalimat"]
    assert "realisasinya 94,54 persen dan" in shown and len(shown) < 170
    assert shown.startswith("… ") and shown.endswith(" …")


def test_no_cell_can_become_a_formula_and_numbers_stay_text(tmp_path: Path) -> None:
    attack = '=HYPERLINK("http://x";"klik")'
    item = replace(finding(subject=attack, message="@SUM(A1)", text="+1+2"), hint="-2+cmd")
    problem = Problem(stage="read", kind="x", message=attack)
    told = document(item, sentence_finding("=1+1 adalah 2", "2"), path=f"{attack}.pdf")
    tally = ClaimTally(by_result={HasilKlaim.TAK_DIUJI: 1}, unchecked={"=alasan": 1})
    book = workbook(tmp_path, replace(told, instansi=attack, problems=(problem,), claims=tally))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    texts = [cell.value for cell in cells if isinstance(cell.value, str)]
    assert not [text for text in texts if re.match(r"[=+@]|-\D", text)]
    assert {f"'{attack}", "'@SUM(A1)", "'+1+2", "'-2+cmd", "'=1+1 adalah 2", "'=alasan"} <= set(texts)
    assert all(cell.number_format == "@" for cell in cells if cell.row > 1 and isinstance(cell.value, str))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x00b\x1fc\udcff", "a?b?c?"),
        ("satu\r\ndua\rtiga", "satu\ndua\ntiga"),
        ("-9,83 %", "-9,83 %"),
        ("x" * 40_000, "x" * 32_000 + "…"),
    ],
)
def test_text_that_the_format_cannot_hold_is_made_to_fit(text: str, kept: str, tmp_path: Path) -> None:
    assert cell_text(text) == kept
    (row,) = rows(workbook(tmp_path, document(finding(message=text)))["Temuan"])
    assert row["Pesan"] == kept


def test_no_cell_turns_the_direction_of_writing() -> None:
    assert cell_text("\u2067=1\u202e2,5") == "'=12,5"


def test_sheets_can_be_worked_with(tmp_path: Path) -> None:
    items = [finding(severity=severity, message="kata " * 40) for severity in SEVERITIES]
    book = workbook(tmp_path, document(*items))
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")
        assert all(cell.font.bold and cell.alignment.wrap_text for cell in sheet[1])
        assert all(sheet.column_dimensions[cell.column_letter].width >= 8 for cell in sheet[1])
    sheet = book["Temuan"]
    assert all(cell.alignment.wrap_text for cell in sheet[2] if isinstance(cell.value, str))
    assert sheet.row_dimensions[2].height > 4 * 12
    fills = {row[3].value: row[3].fill.start_color.rgb[2:] for row in sheet.iter_rows(min_row=2)}
    assert fills == {
        "keputusan": SEVERITY_FILLS[Severity.DECISION], "galat": SEVERITY_FILLS[Severity.ERROR],
        "penyajian": SEVERITY_FILLS[Severity.PRESENTATION], "catatan": SEVERITY_FILLS[Severity.ADVISORY],
    }  # fmt: skip


def test_a_run_without_findings_still_has_all_sheets(tmp_path: Path) -> None:
    book = workbook(tmp_path, replace(document(), tally={}))
    assert book.sheetnames == SHEETS
    assert [rows(book[name]) for name in SHEETS[1:]] == [[], [], [], []]
    assert not book["Temuan"].data_validations.dataValidation
