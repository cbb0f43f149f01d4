"""The reference documents: rows transcribed from page pictures, and reports that exist as PDF and as Word file."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from pipeline.angka_id import parse_angka
from pipeline.run import audit_file
from pipeline.writers.nilai_csv import FILE, append_nilai_csv, begin_nilai_csv
from schemas.angka import AngkaKind
from schemas.finding import Finding
from schemas.printed import PrintedDocument
from schemas.result import DocumentResult

pytestmark = pytest.mark.shared

VALUES_AT_LEAST, ROWS_AT_LEAST, EQUAL_AT_LEAST = 0.95, 0.90, 0.99
PAIRS = ("banjar-iku-2026", "gresik-iki-2017", "lamongan-iku-iki-2026", "lamongan-lkjip-2023")
_SCORE = re.compile(r"^values \d+/(\d+) = ([\d.]+)\s+rows \d+/(\d+) = ([\d.]+)$", re.MULTILINE)


def test_values_and_rows_transcribed_from_the_pages(shared_dir: Path, tmp_path: Path) -> None:
    truth = shared_dir / "golden" / "rows.json"
    begin_nilai_csv(tmp_path)
    for name in sorted({row["file"] for row in json.loads(truth.read_text(encoding="utf-8"))}):
        append_nilai_csv(audit_file(shared_dir / "documents" / "real" / name), tmp_path)
    tool = [sys.executable, str(shared_dir / "tools" / "score_rows.py")]
    done = subprocess.run(
        [*tool, str(tmp_path / FILE), "--truth", str(truth)], capture_output=True, text=True, check=True
    )
    print(done.stdout)
    found = _SCORE.search(done.stdout)
    assert found is not None
    assert int(found.group(1)) > 1000
    assert int(found.group(3)) > 400
    assert float(found.group(2)) >= VALUES_AT_LEAST
    assert float(found.group(4)) >= ROWS_AT_LEAST


@cache
def audited(folder: Path, name: str, kind: str) -> DocumentResult:
    return audit_file(folder / "documents" / "seeds" / f"{name}.{kind}")


def printed(folder: Path, name: str, kind: str) -> PrintedDocument:
    document = audited(folder, name, kind).printed
    assert document is not None
    return document


@pytest.mark.parametrize("name", PAIRS)
def test_pdf_and_word_file_have_the_same_tables_and_rows(shared_dir: Path, name: str) -> None:
    pdf, docx = (printed(shared_dir, name, kind).tables for kind in ("pdf", "docx"))
    assert [(t.rows, t.caption) for t in pdf] == [(t.rows, t.caption) for t in docx]
    laporan = [audited(shared_dir, name, kind).laporan for kind in ("pdf", "docx")]
    mapped = [[(t.number, t.kind, len(t.baris)) for t in one.tabel] for one in laporan if one is not None]
    assert mapped[0] == mapped[1]


def figures(document: PrintedDocument) -> Counter[tuple[int, int, str]]:
    """Numeric cells by table and row, spaces apart."""
    return Counter(
        (number, cell.row, "".join(cell.flat.split()))
        for number, table in enumerate(document.tables)
        for cell in table.cells
        if parse_angka(cell.flat).kind in (AngkaKind.NUMBER, AngkaKind.RANGE, AngkaKind.OPERATOR)
    )


@pytest.mark.parametrize("name", PAIRS)
def test_numeric_cells_of_pdf_and_word_file_are_equal(shared_dir: Path, name: str) -> None:
    pdf, docx = (figures(printed(shared_dir, name, kind)) for kind in ("pdf", "docx"))
    equal = sum((pdf & docx).values())
    assert equal >= EQUAL_AT_LEAST * max(sum(pdf.values()), sum(docx.values())), (pdf - docx, docx - pdf)


def key(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.subject, finding.stated.text if finding.stated else ""


def findings(folder: Path, name: str, kind: str) -> list[tuple[str, str, str]]:
    return sorted(key(finding) for finding in audited(folder, name, kind).findings)


@pytest.mark.parametrize("name", PAIRS)
def test_pdf_and_word_file_have_the_same_findings(shared_dir: Path, name: str) -> None:
    """Malformed amounts are compared apart."""
    pdf, docx = (findings(shared_dir, name, kind) for kind in ("pdf", "docx"))
    assert [one for one in pdf if one[0] != "ANK001"] == [one for one in docx if one[0] != "ANK001"]


def test_pdf_and_word_file_have_the_same_malformed_amounts(shared_dir: Path) -> None:
    pdf, docx = (findings(shared_dir, PAIRS[-1], kind) for kind in ("pdf", "docx"))
    # the subject is the printed line in a PDF, the whole paragraph in a Word file
    assert [one[2] for one in pdf if one[0] == "ANK001"] == [one[2] for one in docx if one[0] == "ANK001"]


@pytest.mark.parametrize("kind", ["pdf", "docx"])
@pytest.mark.parametrize("name", PAIRS[:3])
def test_decrees_have_no_finding_of_a_report(shared_dir: Path, name: str, kind: str) -> None:
    codes = [code for code, _, _ in findings(shared_dir, name, kind)]
    assert [code for code in codes if code.startswith(("HIT", "ANG", "PRE00")) and code != "PRE003"] == []
