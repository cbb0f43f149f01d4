from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.writers.cells import safe_cell
from pipeline.writers.findings_csv import HEADER as FINDINGS_HEADER
from pipeline.writers.findings_csv import write_findings_csv
from pipeline.writers.nilai_csv import HEADER, append_nilai_csv, begin_nilai_csv
from schemas.kinerja import Kind, Laporan, Part
from schemas.result import DocumentResult, Status
from tests.result_values import (
    baris,
    document,
    docx_place,
    elsewhere,
    failed,
    fakta,
    finding,
    laporan,
    run_of,
    tabel,
)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "-Rp 5.000",
        "=-1",
    ],
)
def test_formulas_are_defused(text: str) -> None:
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize(
    "text", ["-37,60", "-9,83 %", "-1.234.567", "+5,2", "- 12,5%", "-", "--", "", "12,5", "(114,86)", "a=b"]
)
def test_numbers_and_plain_words_stay(text: str) -> None:
    assert safe_cell(text) == text


@pytest.mark.parametrize("mark", "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_marks_of_direction_are_left_out_and_hide_no_formula(mark: str) -> None:
    assert safe_cell(f"Rp {mark}12,5{mark}") == "Rp 12,5"
    assert safe_cell(f"{mark}=1+1") == "'=1+1"


def nilai(folder: Path, *documents: DocumentResult) -> list[dict[str, str]]:
    begin_nilai_csv(folder)
    for item in documents:
        append_nilai_csv(item, folder)
    with (folder / "nilai.csv").open(newline="", encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


def with_laporan(made: Laporan) -> DocumentResult:
    return replace(document(), laporan=made)


def test_header_is_the_contract(tmp_path: Path) -> None:
    begin_nilai_csv(tmp_path)
    assert (tmp_path / "nilai.csv").read_bytes() == b"path,page,table,kind,row,label,part,year,text,bbox\r\n"
    assert ",".join(HEADER) == "path,page,table,kind,row,label,part,year,text,bbox"


def test_one_line_per_value_as_printed(tmp_path: Path) -> None:
    row = baris(
        "Persentase jalan\nmantap",
        fakta(Part.NOMOR, "1", "1"),
        fakta(Part.SASARAN, "Meningkatnya akses"),
        fakta(Part.SATUAN, "%"),
        fakta(Part.TARGET, "80,\n00 %", "80.00", year=2023),
        fakta(Part.REALISASI, "-"),
        fakta(Part.CAPAIAN, " "),
        fakta(Part.SELISIH, "-37,60", "-37.60"),
        fakta(Part.JUMLAH, "-37,60", "-37.60"),
        fakta(Part.KETERANGAN, "naik"),
        row=4,
    )
    lines = nilai(tmp_path, with_laporan(laporan(tabel(row, kind=Kind.PERBANDINGAN))))
    assert [(line["part"], line["text"], line["year"]) for line in lines] == [
        ("satuan", "%", ""),
        ("target", "80, 00 %", "2023"),
        ("realisasi", "-", ""),
        ("jumlah", "-37,60", ""),
    ]
    assert lines[0] == {
        "path": "lapor/contoh.pdf",
        "page": "3",
        "table": "Tabel 3.1 Capaian Kinerja",
        "kind": "perbandingan",
        "row": "4",
        "label": "Persentase jalan mantap",
        "part": "satuan",
        "year": "",
        "text": "%",
        "bbox": "72.0,100.0,120.3,112.0",
    }


def test_word_file_has_no_page_and_no_box(tmp_path: Path) -> None:
    row = baris("a", fakta(Part.TARGET, "1", "1", place=docx_place()))
    (line,) = nilai(tmp_path, with_laporan(laporan(tabel(row, caption=None))))
    assert (line["page"], line["bbox"], line["table"]) == ("", "", "")


def test_values_of_several_documents_stand_below_each_other_and_a_failed_one_has_none(tmp_path: Path) -> None:
    lines = nilai(tmp_path, document(path="a.pdf"), failed(), document(path="b.pdf"))
    assert [line["path"] for line in lines] == ["a.pdf", "b.pdf"]


def test_label_that_is_a_formula_is_defused(tmp_path: Path) -> None:
    (line,) = nilai(tmp_path, with_laporan(laporan(tabel(baris("=HYPERLINK(1)", fakta(Part.TARGET, "5", "5"))))))
    assert line["label"] == "'=HYPERLINK(1)"


def test_findings_csv_has_one_line_per_finding(tmp_path: Path) -> None:
    run = run_of(
        document(finding(), finding(subject="=1+1", place=docx_place())),
        failed(),
        document(status=Status.PARTIAL),
    )
    write_findings_csv(run, tmp_path / "findings.csv")
    with (tmp_path / "findings.csv").open(newline="", encoding="utf-8-sig") as handle:
        lines = list(csv.DictReader(handle))
    assert tuple(lines[0]) == FINDINGS_HEADER
    assert [(line["page"], line["heading"], line["subject"]) for line in lines] == [
        ("3", "", "Persentase jalan mantap"),
        ("", "BAB III", "'=1+1"),
    ]
    assert lines[0]["expected"] == "115,09 – 115,10"
    assert lines[0]["evidence"] == "capaian: 106,54"


def test_evidence_in_another_document_is_told_by_its_file(tmp_path: Path) -> None:
    write_findings_csv(run_of(document(elsewhere("arsip/pk.pdf"))), tmp_path / "findings.csv")
    with (tmp_path / "findings.csv").open(encoding="utf-8-sig", newline="") as handle:
        (line,) = csv.DictReader(handle)
    assert line["evidence"].endswith("target: 52 (pk.pdf)") and "arsip" not in line["evidence"]
