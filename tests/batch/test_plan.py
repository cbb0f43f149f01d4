from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.batch.dispatch import SLOW_TRIES
from pipeline.batch.kinds import LIMITED, PASSING
from pipeline.batch.plan import make_plan, make_task
from pipeline.batch.store import Store
from pipeline.ledger import AttemptRow
from schemas.batch import BatchConfig, Entry, EntryOutcome, Failure, FileMark, Keys
from schemas.result import DocumentResult, Status

KEYS = Keys(tool="capaian 1", config="c", kamus="k", reading="a" * 64, checking="b" * 64)
MARK = FileMark(size=3, mtime_ns=1, ctime_ns=1, inode=1, device=1)
CONFIG = BatchConfig(folder=Path("masuk"))
SHA = "0" * 64


def entry(name: str) -> Entry:
    return Entry(path=f"masuk/{name}", name=name, mark=MARK)


def attempt(
    status: Status = Status.OK, *, kind: str = "", keys: Keys = KEYS, number: int = CONFIG.tries
) -> AttemptRow:
    return AttemptRow(
        run_id="r", sha256=SHA, path="masuk/a.pdf", number=number, status=status.value, stage="read" if kind else "",
        kind=kind, message="sebab" if kind else "", seconds=1.0, peak_bytes=None, keys=keys,
        time_limit=CONFIG.time_limit,
        memory_limit=CONFIG.memory_limit, finished_at="2026-01-01T00:00:00+07:00", recheck=False,
    )  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "simpanan")


def keep(store: Store, keys: Keys = KEYS) -> None:
    import io
    import zipfile

    files = io.BytesIO()
    with zipfile.ZipFile(files, "w") as archive:
        archive.writestr("nilai.csv", "masuk/a.pdf,1\r\n")
    store.put_reading(SHA, keys, b"dibaca", files.getvalue())
    store.put_result(SHA, keys, DocumentResult(path="a.pdf", sha256=SHA, family="lkjip", status=Status.OK))


def outcome(store: Store, known: AttemptRow | None, keys: Keys = KEYS, config: BatchConfig = CONFIG) -> EntryOutcome:
    (planned,) = make_plan([entry("a.pdf")], {"a.pdf": SHA}, {SHA: known} if known else {}, store, keys, config)
    return planned.outcome


def test_a_new_document_is_done_and_a_finished_one_stands(store: Store) -> None:
    assert outcome(store, None) is EntryOutcome.DONE
    keep(store)
    assert outcome(store, attempt()) is EntryOutcome.UNCHANGED
    assert outcome(store, attempt(Status.PARTIAL, kind="no-text-layer")) is EntryOutcome.UNCHANGED


def test_what_is_not_in_the_store_is_done_whatever_the_ledger_says(store: Store) -> None:
    assert outcome(store, attempt()) is EntryOutcome.DONE


def test_other_reading_means_reading_and_other_checks_mean_checking(store: Store) -> None:
    keep(store)
    assert outcome(store, attempt(), replace(KEYS, reading="c" * 64, checking="d" * 64)) is EntryOutcome.DONE
    other = replace(KEYS, checking="d" * 64)
    assert outcome(store, attempt(), other) is EntryOutcome.RECHECKED
    (planned,) = make_plan([entry("a.pdf")], {"a.pdf": SHA}, {SHA: attempt()}, store, other, CONFIG)
    assert make_task(planned, store, other, CONFIG).reading == b"dibaca"


@pytest.mark.parametrize("kind", sorted(PASSING))
def test_a_failure_that_may_pass_is_tried_every_night(store: Store, kind: str) -> None:
    assert outcome(store, attempt(Status.FAILED, kind=kind)) is EntryOutcome.DONE


def test_a_failure_of_the_document_stands_until_someone_asks_or_the_program_changes(store: Store) -> None:
    failed = attempt(Status.FAILED, kind="encrypted")
    assert outcome(store, failed) is EntryOutcome.FAILED
    assert outcome(store, failed, config=replace(CONFIG, retry_failed=True)) is EntryOutcome.DONE
    assert outcome(store, failed, replace(KEYS, checking="d" * 64)) is EntryOutcome.DONE
    assert outcome(store, failed, config=replace(CONFIG, time_limit=1.0)) is EntryOutcome.FAILED


@pytest.mark.parametrize("kind", sorted(LIMITED))
def test_a_failure_at_a_limit_is_tried_with_another_limit(store: Store, kind: str) -> None:
    failed = attempt(Status.FAILED, kind=kind)
    assert outcome(store, failed) is EntryOutcome.FAILED
    assert outcome(store, failed, config=replace(CONFIG, time_limit=9.0)) is EntryOutcome.DONE
    assert outcome(store, failed, config=replace(CONFIG, memory_limit=9)) is EntryOutcome.DONE


@pytest.mark.parametrize(("kind", "tries"), [("time-limit", SLOW_TRIES), ("crashed", CONFIG.tries)])
def test_a_lost_document_that_a_run_did_not_give_up_is_tried_again(store: Store, kind: str, tries: int) -> None:
    """The run was cut off before the last try."""
    assert outcome(store, attempt(Status.FAILED, kind=kind, number=tries - 1)) is EntryOutcome.DONE
    assert outcome(store, attempt(Status.FAILED, kind=kind, number=tries)) is EntryOutcome.FAILED
    few = replace(CONFIG, tries=1)
    assert outcome(store, attempt(Status.FAILED, kind=kind, number=1), config=few) is EntryOutcome.FAILED


def test_what_the_store_holds_under_these_keys_is_the_truth_whatever_the_ledger_says(store: Store) -> None:
    """It was finished once; another machine may have failed since, or the ledger was lost."""
    keep(store)
    for known in (None, attempt(Status.FAILED, kind="crashed"), attempt(Status.FAILED, kind="missing")):
        (planned,) = make_plan([entry("a.pdf")], {"a.pdf": SHA}, {SHA: known} if known else {}, store, KEYS, CONFIG)
        assert (planned.outcome, planned.attempt) == (EntryOutcome.UNCHANGED, None)
    assert outcome(store, None, replace(KEYS, checking="d" * 64)) is EntryOutcome.RECHECKED


def test_every_entry_is_planned_once_and_the_first_of_equal_files_counts(store: Store) -> None:
    failure = Failure(stage="intake", kind="unreadable", message="sebab")
    entries = [
        entry("a.pdf"),
        entry("b.pdf"),
        Entry(path="masuk/c.txt", name="c.txt", ignored="bukan .pdf atau .docx"),
        Entry(path="masuk/d.pdf", name="d.pdf", failure=failure),
        entry("e.pdf"),
    ]
    planned = make_plan(entries, {"a.pdf": SHA, "b.pdf": SHA, "e.pdf": failure}, {}, store, KEYS, CONFIG)
    assert [item.entry for item in planned] == entries
    assert [item.outcome.value for item in planned] == ["done", "duplicate", "ignored", "failed", "failed"]
    assert planned[1].same_as == entries[0]
    assert planned[3].failure == planned[4].failure == failure


def test_an_entry_without_digest_is_a_fault_of_ours_and_not_passed_over(store: Store) -> None:
    with pytest.raises(ValueError, match=r"a\.pdf"):
        make_plan([entry("a.pdf")], {}, {}, store, KEYS, CONFIG)
