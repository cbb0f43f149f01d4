"""The workbook in a spreadsheet program: it opens, every sheet is there, and every text is what was written."""

from __future__ import annotations

import csv
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.writers.findings_xlsx import write_findings_xlsx
from schemas.finding import SEVERITIES
from tests.result_values import document, failed, finding, run_of

EVERY_SHEET_AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
ATTACKS = ("=1+1", '=HYPERLINK("http://contoh.invalid";"buka")', "@SUM(A1)", "+1+2", "-2+cmd", "\t=1+1")


def opened(book: Path, folder: Path) -> dict[str, list[list[str]]]:
    """What LibreOffice shows of every sheet."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("libreoffice is not installed")
    profile = f"-env:UserInstallation=file://{folder / 'profil'}"
    command = [program, profile, "--headless", "--convert-to", EVERY_SHEET_AS_SHOWN, "--outdir", str(folder), str(book)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    sheets = {}
    for path in folder.glob(f"{book.stem}-*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            sheets[path.stem.removeprefix(f"{book.stem}-")] = list(csv.reader(lines))
    return sheets


def test_every_sheet_opens_with_its_texts_as_they_were_written(tmp_path: Path) -> None:
    items = [finding(severity=severity, message="kalimat panjang " * 30) for severity in SEVERITIES]
    attacks = [replace(finding(), subject=text, message=text) for text in ATTACKS]
    file = tmp_path / "findings.xlsx"
    write_findings_xlsx(run_of(document(*items, *attacks), failed()), file)
    shown = opened(file, tmp_path)
    book = load_workbook(file)
    assert set(shown) == set(book.sheetnames)
    for sheet in book:
        rows = list(sheet.iter_rows(values_only=True))
        assert len(shown[sheet.title]) == len(rows)
        for seen, row in zip(shown[sheet.title], rows, strict=True):
            texts = [(there, value) for there, value in zip(seen, row, strict=True) if isinstance(value, str)]
            assert [there for there, _ in texts] == [value for _, value in texts]
    subjects = {row[5] for row in shown["Temuan"][1:]}
    assert {"'=1+1", "'@SUM(A1)", "'+1+2", "'-2+cmd"} <= subjects
