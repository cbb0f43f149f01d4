"""The samples through the readers: every printed table comes back whole, from PDF and Word file alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from pipeline.intake import take_in
from pipeline.run import READERS, audit_file, choose_family, families
from samples.blocks import Sel, TabelCetak
from samples.make_samples import FOLDER, naskah_benar, naskah_keliru
from schemas.config import AuditConfig
from schemas.extraction import Extraction
from schemas.finding import Severity
from schemas.printed import PrintedDocument, Table
from schemas.result import DocumentResult
from tests.golden.dump import dump

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
NAMES = ("dinas-benar", "dinas-keliru")
KINDS = ("pdf", "docx")
TRUTH = {"dinas-benar": naskah_benar, "dinas-keliru": naskah_keliru}


@cache
def printed(name: str, kind: str) -> PrintedDocument:
    source = take_in(FOLDER / "lkjip" / f"{name}.{kind}", AuditConfig())
    return READERS[source.kind](source, AuditConfig(), None)


@cache
def extraction(name: str, kind: str) -> Extraction:
    document = printed(name, kind)
    return choose_family(document, families()).extract(document)


@cache
def audited(name: str, kind: str) -> DocumentResult:
    return audit_file(FOLDER / "lkjip" / f"{name}.{kind}")


def letters(text: str) -> str:
    """Text without spaces, and without the marks that write a stacked fraction on one line."""
    return re.sub(r"[\s()/]", "", text)


Square = tuple[int, int, int, str]


def expected_cells(tabel: TabelCetak) -> Iterator[Square]:
    """Row, column, width and text of every filled cell; heights are compared apart, a page edge may cut a cell."""
    for r, baris in enumerate((*tabel.kepala, *tabel.baris)):
        for c, sel in enumerate(baris.sel):
            if isinstance(sel, Sel) and sel.text:
                yield r, c, sel.colspan, letters(sel.text)


def read_cells(table: Table) -> list[Square]:
    return [(c.row, c.col, c.colspan, letters(c.flat)) for c in table.cells if c.lines]


def heights(tabel: TabelCetak) -> list[int]:
    rows = (*tabel.kepala, *tabel.baris)
    return [sel.rowspan for baris in rows for sel in baris.sel if isinstance(sel, Sel) and sel.text]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_every_cell_of_every_table_is_read(name: str, kind: str) -> None:
    tables = [blok for blok in TRUTH[name]().blok if isinstance(blok, TabelCetak)]
    read = printed(name, kind).tables
    assert len(read) == len(tables)
    for truth, table in zip(tables, read, strict=True):
        assert (table.rows, table.cols) == (len(truth.kepala) + len(truth.baris), len(truth.kolom)), truth.kunci
        assert read_cells(table) == list(expected_cells(truth)), truth.kunci
        if len(table.parts) == 1:
            assert [c.rowspan for c in table.cells if c.lines] == heights(truth), truth.kunci


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_headings_and_captions_are_told_from_the_body(name: str, kind: str) -> None:
    tables = [blok for blok in TRUTH[name]().blok if isinstance(blok, TabelCetak)]
    for truth, table in zip(tables, printed(name, kind).tables, strict=True):
        assert table.header_rows == len(truth.kepala), truth.kunci
        if truth.caption.startswith("Tabel "):
            assert table.caption == truth.caption


@pytest.mark.parametrize("name", NAMES)
def test_pdf_and_word_file_have_the_same_findings(name: str) -> None:
    found = [
        sorted((f.code, f.subject, f.stated.text if f.stated else "") for f in audited(name, kind).findings)
        for kind in KINDS
    ]
    assert found[0] == found[1]


@pytest.mark.parametrize("kind", KINDS)
def test_the_clean_report_is_clean(kind: str) -> None:
    grave = (Severity.DECISION, Severity.ERROR)
    assert [(f.code, f.message) for f in audited("dinas-benar", kind).findings if f.severity in grave] == []


def golden(name: str) -> str:
    """The right text of a report, the same for PDF and Word file; written from the Word file when it is missing."""
    path = GOLDEN / f"{name}.txt"
    if not path.exists():
        path.write_text(dump(extraction(name, "docx")), encoding="utf-8")
        pytest.fail(f"{path.name} was missing and is written now: read it, correct what is wrong, commit it")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_against_the_golden_text(name: str, kind: str) -> None:
    assert dump(extraction(name, kind)) == golden(name)
