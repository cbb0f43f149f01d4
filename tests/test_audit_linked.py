"""Checks of linked documents: counted and identified like others, and told where they or the linking break."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.audit import run_link_checks, with_answers
from pipeline.checks.base_tautan import CheckTautan
from pipeline.run import audit_file
from pipeline.run_all import link_documents, tie_documents
from schemas.finding import Evidence, Finding, Outcome, OutcomeStatus, Severity
from schemas.result import DocumentResult, Problem, Status, Tally
from schemas.tautan import DokumenTertaut, Tautan
from tests.result_values import finding, pdf_place
from tests.small_files import GOOD_ROWS, WRONG_ROW, write_docx
from tests.tautan_bentuk import dokumen, indikator

OK = Outcome(status=OutcomeStatus.OK)


def found(item: Finding) -> Outcome:
    return Outcome(status=OutcomeStatus.FINDING, finding=item)


def check(code: str, run: Callable[[Tautan], Iterable[Outcome]]) -> CheckTautan:
    return CheckTautan(code=code, name="nama", severity=Severity.ERROR, run=run, doc="")


def beside(item: Finding, path: str) -> Finding:
    """The finding with evidence in another document."""
    lain = Evidence(role="target", text="52", place=pdf_place(2), document=path)
    return replace(item, evidence=(*item.evidence, lain))


def link(*paths: str) -> Tautan:
    first, *others = (document.ikhtisar for document in map(dokumen, paths))
    assert first is not None
    lain = [DokumenTertaut(ikhtisar=item, padanan=()) for item in others if item is not None]
    return Tautan(ikhtisar=first, lain=tuple(lain))


def identity(item: Finding, *paths: str) -> str:
    (only,) = run_link_checks(link(*paths), [check("LIN001", lambda tautan: [found(item)])]).findings
    return only.finding_id


def test_answers_are_counted_and_a_broken_check_stops_no_other(caplog: pytest.LogCaptureFixture) -> None:
    def broken(tautan: Tautan) -> Iterator[Outcome]:
        yield OK
        raise KeyError("padanan")

    checks = [check("LIN001", broken), check("LIN002", lambda tautan: [OK, found(finding("LIN002"))])]
    with caplog.at_level(logging.ERROR, logger="pipeline.audit"):
        audit = run_link_checks(link("a.pdf"), checks)
    assert audit.tally == {"LIN001": Tally(ok=1), "LIN002": Tally(ok=1, finding=1)}
    assert [(item.stage, item.kind) for item in audit.problems] == [("check", "check-broken")]
    assert "LIN001" in audit.problems[0].message


def test_ids_name_the_other_document_by_its_bytes() -> None:
    same = identity(beside(finding("LIN001"), "pk.pdf"), "a.pdf", "pk.pdf")
    assert identity(beside(finding("LIN001"), "pk.pdf"), "a.pdf", "x.pdf", "pk.pdf") == same
    assert identity(beside(finding("LIN001"), "lain.pdf"), "a.pdf", "lain.pdf") != same
    assert identity(beside(finding("LIN001"), "pk.pdf"), "b.pdf", "pk.pdf") != same
    assert identity(finding("LIN001"), "a.pdf", "pk.pdf") != same


def test_answers_join_those_of_the_document_itself() -> None:
    document = replace(
        dokumen("a.pdf"),
        findings=(finding("HIT001", place=pdf_place(9)),),
        tally={"HIT001": Tally(finding=1), "NAR001": Tally(ok=1)},
    )
    checks = [check("LIN001", lambda tautan: [found(finding("LIN001", Severity.DECISION, place=pdf_place(30)))])]
    joined = with_answers(document, run_link_checks(link("a.pdf"), checks))
    assert [item.code for item in joined.findings] == ["LIN001", "HIT001"], "the gravest first"
    assert list(joined.tally) == ["HIT001", "LIN001", "NAR001"]
    assert joined.status is Status.OK


def broken_answers(status: Status) -> DocumentResult:
    def broken(tautan: Tautan) -> Iterator[Outcome]:
        raise ValueError("x")
        yield

    document = replace(dokumen("a.pdf"), status=status)
    return with_answers(document, run_link_checks(link("a.pdf"), [check("LIN001", broken)]))


def test_document_with_a_broken_check_is_not_ok() -> None:
    assert broken_answers(Status.OK).status is Status.PARTIAL
    assert broken_answers(Status.PARTIAL).status is Status.PARTIAL
    assert len(broken_answers(Status.OK).problems) == 1


def test_documents_without_digest_pass_through() -> None:
    failed = DocumentResult(path="b.pdf", sha256=None, family=None, status=Status.FAILED)
    first, second = link_documents([dokumen("a.pdf"), failed])[0]
    assert second is failed
    assert set(first.tally) == {"LIN001", "LIN002", "LIN003"}


def test_extracting_ties_without_checking() -> None:
    documents, deret = tie_documents([dokumen("a.pdf", indikator("x", nama="Indeks Mutu Benih"))])
    assert documents[0].tally == {} and len(deret) == 1


def test_document_whose_digest_breaks_keeps_its_own_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **named: object) -> None:
        raise RuntimeError("rusak")

    path = write_docx(tmp_path / "laporan.docx", (*GOOD_ROWS, WRONG_ROW))
    whole = audit_file(path)
    monkeypatch.setattr("pipeline.run.ikhtisarkan", broken)
    document = audit_file(path)
    assert (document.status, document.ikhtisar) == (Status.PARTIAL, None)
    assert [(item.kind, "RuntimeError" in item.message) for item in document.problems] == [("digest-broken", True)]
    assert [item.finding_id for item in document.findings] == [item.finding_id for item in whole.findings] != []
    assert "LIN001" in whole.tally and "LIN001" not in document.tally


def test_office_that_cannot_be_linked_costs_no_other_and_no_finding(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from pipeline import run_all

    real = run_all.tautkan

    def broken(ikhtisar: object, posisi: tuple[int, ...]) -> object:
        if 0 in posisi:
            raise RuntimeError("rusak")
        return real(ikhtisar, posisi)  # type: ignore[arg-type]

    monkeypatch.setattr(run_all, "tautkan", broken)
    own = replace(dokumen("a.pdf"), findings=(finding(),), tally={"HIT001": Tally(finding=1)})
    with caplog.at_level(logging.ERROR, logger="pipeline.run_all"):
        (first, second), _ = link_documents([own, dokumen("b.pdf", kantor=None)])
    assert (first.status, len(first.findings), set(first.tally)) == (Status.PARTIAL, 1, {"HIT001"})
    (problem,) = first.problems
    assert isinstance(problem, Problem) and problem.kind == "link-broken" and "RuntimeError" in problem.message
    assert second.status is Status.OK and "LIN001" in second.tally
    assert "rusak" in caplog.text
