from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.batch.finish import broken_beside_others, fingerprint
from pipeline.batch.gather import Night, documents_of, kept_of, manifest_of
from pipeline.batch.plan import Planned
from schemas.batch import BatchConfig, Entry, EntryOutcome, Failure
from schemas.config import AuditConfig
from schemas.finding import Severity
from schemas.result import DocumentResult, Problem, RunResult, Status
from tests.batch.kept_values import KEYS, OTHER_CHECKS, OTHER_PROGRAM, result_of, sha_of
from tests.result_values import elsewhere

CONFIG = BatchConfig(folder=Path("masuk"))
FAILURE = Failure(stage="read", kind="encrypted", message="sandi")


def entry(name: str) -> Entry:
    return Entry(path=f"masuk/{name}", name=name)


def read(name: str, number: int, outcome: EntryOutcome = EntryOutcome.DONE) -> Planned:
    return Planned(entry=entry(name), sha256=sha_of(number), outcome=outcome)


COPY = Planned(entry=entry("c.pdf"), sha256=sha_of(1), outcome=EntryOutcome.DUPLICATE, same_as=entry("a.pdf"))
FAILED = Planned(entry=entry("d.pdf"), sha256=sha_of(3), outcome=EntryOutcome.FAILED, failure=FAILURE)
UNREAD = Planned(entry=entry("e.pdf"), outcome=EntryOutcome.FAILED, failure=FAILURE)
OTHER = Planned(entry=replace(entry("f.txt"), ignored="bukan dokumen"), outcome=EntryOutcome.IGNORED)
PLANNED = (read("a.pdf", 1), read("b.pdf", 2, EntryOutcome.UNCHANGED), COPY, FAILED, UNREAD, OTHER)


def night(planned: tuple[Planned, ...] = PLANNED) -> Night:
    return Night(
        planned=planned,
        results={sha_of(1): result_of(1), sha_of(2): result_of(2)},
        attempts={},
        tries={"masuk/a.pdf": 2},
    )


def run_of(documents: tuple[DocumentResult, ...]) -> RunResult:
    return RunResult(run_id="r", started="s", tool="t", config_hash="h", documents=documents)


def test_each_entry_that_is_a_document_has_one_result_under_its_own_path() -> None:
    documents = documents_of(night())
    assert [item.path for item in documents] == [f"masuk/{name}.pdf" for name in "abcde"]
    assert [item.status.value for item in documents] == ["ok", "ok", "skipped", "failed", "failed"]
    assert documents[0].findings == result_of(1).findings and documents[2].findings == ()
    assert "masuk/a.pdf" in documents[2].notes[0].message
    assert [problem.kind for problem in documents[3].problems] == ["encrypted"]


def test_a_result_is_moved_with_all_that_names_its_path() -> None:
    moved = result_of(1).at_path("lain/x.pdf")
    assert moved.path == "lain/x.pdf" and replace(moved, path=result_of(1).path) == result_of(1)


def test_the_manifest_has_every_entry_once_in_order() -> None:
    lines = manifest_of(night(), run_of(documents_of(night())))
    assert [line.name for line in lines] == [item.entry.name for item in PLANNED]
    assert [line.outcome for line in lines] == [item.outcome for item in PLANNED]
    assert [line.attempts for line in lines] == [2, 0, 0, 0, 0, 0]
    assert [line.findings for line in lines] == [2, 2, 0, 0, 0, 0]
    assert lines[2].same_as == "masuk/a.pdf" and lines[3].message == "sandi" and lines[5].message == "bukan dokumen"


def test_what_a_link_check_adds_stands_in_the_manifest() -> None:
    first, *others = documents_of(night())
    problem = Problem(stage="check", kind="link-broken", message="terhenti")
    run = run_of((replace(first, status=Status.PARTIAL, problems=(problem,)), *others))
    line = manifest_of(night(), run)[0]
    assert (line.status, line.kind) == ("partial", "link-broken")
    assert broken_beside_others(run, night()) == {first.sha256}
    assert broken_beside_others(run_of(documents_of(night())), night()) == frozenset()


def test_the_ledger_gets_each_content_once_with_all_its_places_and_what_could_not_be_read() -> None:
    kept = kept_of(PLANNED, run_of(documents_of(night())))
    assert [(item.sha256, item.paths, item.verified) for item in kept] == [
        (sha_of(1), ("a.pdf", "c.pdf"), True),
        (sha_of(2), ("b.pdf",), True),
        (sha_of(3), ("d.pdf",), False),
        ("", ("e.pdf",), False),
    ]
    assert len(kept[0].findings) == 2


def test_the_ledger_gets_the_contents_that_a_finding_names_besides_its_own() -> None:
    first, *others = documents_of(night())
    named = replace(elsewhere("masuk/b.pdf"), finding_id="bersama")
    lost = replace(elsewhere("masuk/tidak-ada.pdf"), finding_id="tanpa")
    kept = kept_of(PLANNED, run_of((replace(first, findings=(*first.findings, named, lost)), *others)))
    assert [item.others for item in kept] == [{"bersama": (sha_of(2),)}, {}, {}, {}]


def test_the_file_that_was_read_speaks_for_all_with_its_bytes() -> None:
    """A copy before it, and one that could not be read, say nothing of the document."""
    lost = Planned(entry=entry("a.pdf"), sha256=sha_of(1), outcome=EntryOutcome.FAILED, failure=FAILURE)
    copy = Planned(entry=entry("b.pdf"), sha256=sha_of(1), outcome=EntryOutcome.DUPLICATE, same_as=entry("c.pdf"))
    planned = (copy, lost, read("c.pdf", 1))
    documents = documents_of(night(planned))
    assert [item.status.value for item in documents] == ["skipped", "failed", "ok"]
    (kept,) = kept_of(planned, run_of(documents))
    assert (kept.paths, kept.verified, len(kept.findings)) == (("c.pdf", "a.pdf", "b.pdf"), True, 2)
    (kept,) = kept_of(planned[:2], run_of(documents[:2]))
    assert (kept.paths, kept.verified) == (("a.pdf", "b.pdf"), False)


def test_the_fingerprint_is_of_what_results_depend_on_and_of_nothing_else() -> None:
    before = fingerprint(PLANNED, KEYS, CONFIG)
    stands = tuple(replace(item, outcome=EntryOutcome.UNCHANGED) if item == PLANNED[0] else item for item in PLANNED)
    assert fingerprint(stands, KEYS, CONFIG) == before, "what is done tonight is unchanged tomorrow"
    assert fingerprint(PLANNED[:-1], KEYS, CONFIG) == before, "what is ignored says nothing"
    assert fingerprint(PLANNED, KEYS, replace(CONFIG, jobs=7, quiet=True)) == before
    others = [
        fingerprint(PLANNED[1:], KEYS, CONFIG),
        fingerprint((replace(PLANNED[0], entry=entry("z.pdf")), *PLANNED[1:]), KEYS, CONFIG),
        fingerprint((replace(PLANNED[0], sha256=sha_of(9)), *PLANNED[1:]), KEYS, CONFIG),
        fingerprint((replace(PLANNED[0], failure=FAILURE), *PLANNED[1:]), KEYS, CONFIG),
        fingerprint(PLANNED, OTHER_CHECKS, CONFIG),
        fingerprint(PLANNED, OTHER_PROGRAM, CONFIG),
        fingerprint(PLANNED, KEYS, replace(CONFIG, audit=AuditConfig(formats=("json",)))),
        fingerprint(PLANNED, KEYS, replace(CONFIG, fail_on=Severity.DECISION)),
        fingerprint(PLANNED, KEYS, replace(CONFIG, fail_on=None)),
    ]
    assert len({before, *others}) == len(others) + 1
