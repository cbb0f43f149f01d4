from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest

from pipeline.audit import last_frame, run_checks
from pipeline.checks.base import Check
from schemas.finding import Finding, Outcome, OutcomeStatus, Severity
from schemas.kinerja import Laporan
from schemas.result import Tally
from tests.result_values import SHA, docx_place, finding, laporan, pdf_place

OK = Outcome(status=OutcomeStatus.OK)


def unchecked(reason: str | None) -> Outcome:
    return Outcome(status=OutcomeStatus.UNCHECKED, reason=reason)


def found(item: Finding) -> Outcome:
    return Outcome(status=OutcomeStatus.FINDING, finding=item)


def check(code: str, run: Callable[[Laporan], Iterable[Outcome]]) -> Check:
    return Check(code=code, name="nama", severity=Severity.ERROR, run=run, doc="")


def says(code: str, *outcomes: Outcome) -> Check:
    return check(code, lambda laporan: outcomes)


def test_answers_are_counted_with_their_reasons() -> None:
    audit = run_checks(
        laporan(),
        SHA,
        [says("HIT001", OK, OK, unchecked("target kosong"), unchecked("target kosong"), unchecked(None))],
    )
    assert audit.tally == {"HIT001": Tally(ok=2, unchecked={"target kosong": 2, "tanpa alasan": 1})}


def test_rows_come_from_the_checks_that_recompute_each_row_once() -> None:
    audit = run_checks(
        laporan(),
        SHA,
        [
            says("HIT001", OK, found(finding()), unchecked("target kosong")),
            says("ANG002", OK, unchecked("anggaran nol"), unchecked("anggaran nol")),
            says("HIT002", OK, OK, OK, unchecked("arah tidak diketahui")),
        ],
    )
    assert (audit.rows_checked, audit.rows_unchecked) == (3, 3)


def test_a_broken_check_is_told_and_the_others_run_on(caplog: pytest.LogCaptureFixture) -> None:
    def broken(laporan: Laporan) -> Iterator[Outcome]:
        yield found(finding("HIT001"))
        raise KeyError("realisasi")

    with caplog.at_level(logging.ERROR, logger="pipeline.audit"):
        audit = run_checks(
            laporan(), SHA, [check("HIT001", broken), says("HIT002", found(finding("HIT002")))]
        )
    assert [item.code for item in audit.findings] == ["HIT001", "HIT002"]
    assert audit.tally["HIT001"].finding == 1
    (problem,) = audit.problems
    assert (problem.stage, problem.kind) == ("check", "check-broken")
    assert (
        "HIT001" in problem.message and "KeyError" in problem.message and "test_audit.py" in problem.message
    )
    assert "HIT001" in caplog.text and "in broken" in caplog.text


def test_contradicting_outcome_is_a_broken_check() -> None:
    audit = run_checks(laporan(), SHA, [says("HIT001", OK, Outcome(status=OutcomeStatus.FINDING))])
    assert audit.findings == ()
    assert [problem.kind for problem in audit.problems] == ["check-broken"]
    assert audit.tally["HIT001"].ok == 1


def test_findings_are_sorted_by_weight_then_place() -> None:
    items = [
        finding("ANG003", Severity.ADVISORY, place=pdf_place(1)),
        finding("HIT001", Severity.ERROR, place=pdf_place(20)),
        finding("HIT001", Severity.ERROR, place=pdf_place(3)),
        finding("HIT002", Severity.DECISION, place=pdf_place(40)),
        finding("KON007", Severity.PRESENTATION, place=docx_place(9)),
        finding("KON007", Severity.PRESENTATION, place=docx_place(2)),
    ]
    audit = run_checks(laporan(), SHA, [says("HIT001", *map(found, items))])
    places = [(item.severity, item.evidence[0].place) for item in audit.findings]
    assert places == [(items[i].severity, items[i].evidence[0].place) for i in (3, 2, 1, 5, 4, 0)]


def ids(items: list[Finding], sha256: str = SHA) -> list[str]:
    return [
        item.finding_id
        for item in run_checks(laporan(), sha256, [says("HIT001", *map(found, items))]).findings
    ]


def test_ids_are_the_same_tomorrow_whatever_the_order_and_the_wording() -> None:
    first, second = finding(place=pdf_place(3)), finding(place=pdf_place(4))
    assert ids([first, second]) == ids([second, first])
    assert ids([first]) == ids([replace(first, message="Kalimat lain.", hint=None)])


def test_ids_tell_code_place_text_and_document_apart() -> None:
    base = finding()
    others = [
        finding("HIT002"),
        finding(place=pdf_place(4)),
        finding(place=pdf_place(top=300)),
        finding(text="106,55"),
    ]
    known = {ids([item])[0] for item in (base, *others)} | set(ids([base], "cd" * 32))
    assert len(known) == 6


def test_equal_findings_get_ids_of_their_own() -> None:
    same = [finding(message="a"), finding(message="b"), finding(message="b")]
    assert len(set(ids(same))) == 3
    assert sorted(ids(same)) == sorted(ids(same[::-1]))


def test_ids_survive_texts_that_are_no_unicode() -> None:
    assert ids([finding(text="10\udcff")])


def test_last_frame_names_the_innermost_place() -> None:
    def inner() -> None:
        raise ValueError("x")

    try:
        inner()
    except ValueError as error:
        assert last_frame(error).startswith("test_audit.py:") and last_frame(error).endswith(" inner")
    assert last_frame(ValueError("never raised")) == "?"
