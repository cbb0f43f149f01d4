from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

import pipeline.klaim
from extractors.readers.docx.pictures import Unread
from pipeline import run as module
from pipeline.identity import new_run_id
from pipeline.intake import find_documents
from pipeline.remarks import HARMLESS_NOTES, reading_notes, reading_problems
from pipeline.run import (
    READERS,
    audit_file,
    audit_found,
    choose_family,
    extract_found,
    families,
)
from pipeline.run_all import Progress, StepError
from samples.make_samples import FOLDER
from schemas.config import AuditConfig
from schemas.errors import IntakeError, ReadError
from schemas.extraction import Extraction
from schemas.finding import Severity
from schemas.kinerja import Laporan
from schemas.narasi import Uji
from schemas.printed import FileKind, PrintedDocument, ReadingNote
from schemas.result import DocumentResult, Status
from tests.result_values import printed
from tests.small_files import GOOD_ROWS, WRONG_ROW, write_docx, write_pdf, write_picture_pdf

ROWS = (*GOOD_ROWS, WRONG_ROW)


@dataclass(frozen=True)
class Scored:
    """A family with a fixed score."""

    name: str
    value: float

    def score(self, printed: PrintedDocument) -> float:
        return self.value

    def extract(self, printed: PrintedDocument) -> Extraction:
        raise NotImplementedError


def test_pictures_among_the_text_are_a_note_and_degrade_nothing() -> None:
    assert Unread.PICTURE in HARMLESS_NOTES
    assert HARMLESS_NOTES.isdisjoint(set(Unread) - {Unread.PICTURE})


def test_every_kind_of_file_has_a_reader() -> None:
    assert set(READERS) == set(FileKind)


def test_families_have_names_of_their_own_and_end_with_the_fallback() -> None:
    names = [family.name for family in families()]
    assert len(set(names)) == len(names)
    assert names[-1] == "umum"


@pytest.mark.parametrize(
    ("scores", "chosen"),
    [((0.2, 0.9, 0.1), "1"), ((0.5, 0.5, 0.1), "0"), ((0.0, 0.0, 0.0), "2"), ((0.0, 0.3, 0.1), "1")],
)
def test_best_family_wins_and_the_last_is_the_fallback(scores: tuple[float, ...], chosen: str) -> None:
    candidates = [Scored(str(number), score) for number, score in enumerate(scores)]
    assert choose_family(printed(), candidates).name == chosen


@pytest.mark.parametrize("write", [write_docx, write_pdf])
def test_a_report_goes_straight_through(tmp_path: Path, write: object) -> None:
    path = tmp_path / ("laporan.docx" if write is write_docx else "laporan.pdf")
    assert callable(write)
    write(path, ROWS)
    document = audit_file(path)
    assert document.status is Status.OK, document.problems
    assert (document.path, document.tahun) == (str(path), 2023)
    assert document.pages == (None if write is write_docx else 1)
    wrong = [finding for finding in document.findings if finding.code == "HIT001"]
    assert [(finding.subject, finding.stated and finding.stated.text) for finding in wrong] == [
        (WRONG_ROW[1], WRONG_ROW[-1])
    ]
    assert (document.rows_checked, document.rows_unchecked) == (4, 0)
    assert document.tally["HIT001"].ok == 3
    assert document.printed is not None and document.laporan is not None
    assert all(finding.finding_id for finding in document.findings)


def test_pdf_and_word_file_of_one_report_say_the_same(tmp_path: Path) -> None:
    texts = []
    for path in (write_docx(tmp_path / "a.docx", ROWS), write_pdf(tmp_path / "a.pdf", ROWS)):
        document = audit_file(path)
        texts.append([(finding.code, finding.subject, finding.message) for finding in document.findings])
    assert texts[0] == texts[1]


def test_library_door_raises(tmp_path: Path) -> None:
    with pytest.raises(IntakeError):
        audit_file(tmp_path / "tidak-ada.pdf")
    with pytest.raises(ReadError) as caught:
        audit_file(write_picture_pdf(tmp_path / "pindai.pdf"))
    assert caught.value.kind == "no-text-layer" and "OCR" in str(caught.value)


def test_one_bad_file_does_not_stop_the_others_and_none_is_lost(tmp_path: Path) -> None:
    write_docx(tmp_path / "a.docx")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7 and no more")
    write_docx(tmp_path / "c.docx", ROWS)
    missing = tmp_path / "tidak-ada.pdf"
    run = audit_found(find_documents([tmp_path, missing]))
    assert [(Path(item.path).name, item.status) for item in run.documents] == [
        ("a.docx", Status.OK),
        ("b.pdf", Status.FAILED),
        ("c.docx", Status.OK),
        ("tidak-ada.pdf", Status.FAILED),
    ]
    bad = run.documents[1]
    assert bad.sha256 is not None and bad.problems[0].stage == "read"
    assert run.config_hash == AuditConfig().hash()


def test_a_fault_of_ours_fails_one_document_with_stage_and_frame(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(extraction: Extraction) -> None:
        raise ZeroDivisionError("capaian")

    monkeypatch.setattr(module, "_interpret", broken)
    path = write_docx(tmp_path / "a.docx")
    with pytest.raises(StepError):
        audit_file(path)
    with caplog.at_level(logging.ERROR, logger="pipeline.run_all"):
        (document,) = audit_found(find_documents([path])).documents
    (problem,) = document.problems
    assert (document.status, problem.stage, problem.kind) == (Status.FAILED, "interpret", "internal")
    assert "ZeroDivisionError" in problem.message and "test_run.py" in problem.message
    assert str(path) in caplog.text and "in broken" in caplog.text and "ZeroDivisionError" in caplog.text


def test_claims_that_cannot_be_judged_cost_neither_tables_nor_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(laporan: Laporan, on_error: object) -> Laporan:
        raise ZeroDivisionError("klaim")

    path = write_docx(tmp_path / "a.docx", ROWS)
    whole = audit_file(path)
    monkeypatch.setattr(pipeline.klaim, "judge_claims", broken)
    with caplog.at_level(logging.ERROR, logger="pipeline.run"):
        document = audit_file(path)
    (problem,) = document.problems
    assert (document.status, problem.stage, problem.kind) == (Status.PARTIAL, "claim", "claims-broken")
    assert "ZeroDivisionError" in problem.message and "in broken" in caplog.text
    assert document.contents == whole.contents and document.contents.values > 0
    assert [f.finding_id for f in document.findings if f.code == "HIT001"] == [
        f.finding_id for f in whole.findings if f.code == "HIT001"
    ]


def test_a_judge_that_breaks_is_told_and_the_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(laporan: Laporan) -> Iterator[Uji]:
        raise ZeroDivisionError("hitungan")
        yield

    path = FOLDER / "lkjip" / "dinas-keliru.docx"
    whole = audit_file(path)
    monkeypatch.setattr("pipeline.klaim.hitungan.judge", broken)
    document = audit_file(path)
    (problem,) = document.problems
    assert (problem.stage, problem.kind) == ("claim", "claims-broken") and "penilai hitungan" in problem.message
    codes = Counter(f.code for f in whole.findings)
    assert codes["NAR006"] > 0
    del codes["NAR006"]
    assert Counter(f.code for f in document.findings) == codes


def test_extraction_is_the_audit_without_the_answers_of_checks(tmp_path: Path) -> None:
    found = find_documents([write_docx(tmp_path / "a.docx", ROWS), tmp_path / "tidak-ada.pdf"])
    run = extract_found(found)
    assert [item.status for item in run.documents] == [Status.OK, Status.FAILED]
    extracted, audited = run.documents[0], audit_found(found).documents[0]
    assert (extracted.tally, extracted.findings, extracted.rows_checked) == ({}, (), 0)
    assert audited.findings and extracted.laporan == audited.laporan and extracted.printed == audited.printed
    assert extracted.contents == audited.contents and extracted.claims == audited.claims


def test_document_without_any_known_table_is_partial_not_ok(tmp_path: Path) -> None:
    from docx import Document

    report = Document()
    report.add_paragraph("Surat undangan rapat koordinasi.")
    report.save(str(tmp_path / "surat.docx"))
    document = audit_file(tmp_path / "surat.docx")
    assert document.status is Status.PARTIAL
    assert [problem.kind for problem in document.problems] == ["no-known-table"]
    assert document.notes == ()


def test_what_costs_nothing_is_a_note_and_the_document_stays_ok(tmp_path: Path) -> None:
    from docx import Document

    path = write_docx(tmp_path / "a.docx")
    report = Document(str(path))
    report.add_paragraph("Tabel 1.1 Daftar Pegawai")
    table = report.add_table(rows=3, cols=2, style="Table Grid")
    for row, texts in enumerate([("Nama", "Jabatan"), ("Budi", "Kepala"), ("Sari", "Sekretaris")]):
        for col, text in enumerate(texts):
            table.cell(row, col).text = text
    report.save(str(path))
    document = audit_file(path)
    assert (document.status, document.problems) == (Status.OK, ())
    assert [note.kind for note in document.notes] == ["table-unmapped"]
    assert "Daftar Pegawai" in document.notes[0].message


def test_a_table_of_performance_whose_columns_have_no_role_is_never_ok(tmp_path: Path) -> None:
    from docx import Document

    path = write_docx(tmp_path / "a.docx")
    report = Document(str(path))
    report.add_paragraph("Tabel 3.9 Pengukuran Tambahan")
    table = report.add_table(rows=4, cols=5, style="Table Grid")
    below = ("", "%", "Predikat", "%", "Predikat")
    body = [("Jalan", "80,00", "Baik", "82,00", "Baik"), ("Air", "75,00", "Baik", "71,50", "Cukup")]
    for row, texts in enumerate([("Uraian", "Target", "", "Realisasi", ""), below, *body]):
        for col, text in enumerate(texts):
            table.cell(row, col).text = text
    for col in (1, 3):
        table.cell(0, col).merge(table.cell(0, col + 1))
    report.save(str(path))
    document = audit_file(path)
    assert document.status is Status.PARTIAL
    assert [(problem.stage, problem.kind) for problem in document.problems] == [("extract", "performance-unmapped")]
    assert "Pengukuran Tambahan" in document.problems[0].message
    assert not any(note.kind == "table-unmapped" for note in document.notes)


def test_reading_notes_are_parted_by_what_they_cost() -> None:
    notes = tuple(ReadingNote(kind=kind, message=kind, page=2) for kind in ("slow-path", "no-text-layer"))
    read = replace(printed(), notes=notes)
    assert [note.kind for note in reading_notes(read)] == ["slow-path"]
    assert [(problem.kind, problem.page) for problem in reading_problems(read)] == [("no-text-layer", 2)]


@pytest.mark.parametrize("where", ["extract_source", "read_kalimat", "ikhtisarkan", "check"])
def test_a_document_for_which_memory_is_too_small_fails_and_is_not_called_partial(
    monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """Whatever stage the memory ends in: what lacks a part because of it must not pass as read."""

    def hungry(*_: object, **__: object) -> None:
        raise MemoryError

    places = {
        "extract_source": "pipeline.run.choose_family",
        "read_kalimat": "pipeline.klaim.bind",
        "ikhtisarkan": "pipeline.run.ikhtisarkan",
        "check": "pipeline.audit._valid",
    }
    monkeypatch.setattr(places[where], hungry)
    (document,) = audit_found(find_documents([FOLDER / "lkjip" / "dinas-benar.docx"])).documents
    (problem,) = document.problems
    assert (document.status, problem.kind) == (Status.FAILED, "memory-limit") and "memori" in problem.message


def test_settings_of_the_telling_do_not_change_what_is_read() -> None:
    plain = AuditConfig()
    told = AuditConfig(formats=("json",), fail_on=Severity.ADVISORY)
    assert told.hash() != plain.hash() and told.content_hash() == plain.content_hash()
    assert AuditConfig(max_pages=7).content_hash() != plain.content_hash()


def test_progress_tells_documents_and_pages_and_results_leave_one_by_one(tmp_path: Path) -> None:
    paths = [write_pdf(tmp_path / "a.pdf", repeat=3), write_docx(tmp_path / "b.docx")]
    steps: list[Progress] = []
    left: list[str] = []

    def keep(document: DocumentResult) -> DocumentResult:
        left.append(Path(document.path).name)
        return document

    module.audit_found(find_documents(paths), on_progress=steps.append, on_document=keep)
    assert left == ["a.pdf", "b.docx"]
    assert [(step.index, step.total) for step in steps if step.page == 0][:1] == [(1, 2)]
    assert max(step.page for step in steps) == 3 and {step.pages for step in steps} == {0, 3}
    assert steps[-1].index == 2


def test_run_ids_differ_and_sort_by_time() -> None:
    from datetime import datetime

    at = datetime(2024, 1, 31, 10, 15)
    assert new_run_id(at) != new_run_id(at)
    assert new_run_id(at).startswith("20240131-101500-")


def test_limits_of_the_configuration_reach_the_readers(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", repeat=3)
    with pytest.raises(ReadError) as caught:
        audit_file(path, AuditConfig(max_pages=2))
    assert caught.value.kind == "too-many-pages"
