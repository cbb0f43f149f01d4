"""What goes into the ledger comes out again, in SQLite and in PostgreSQL."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.ledger import Ledger, LedgerDocument, LedgerError, RunRow, RunState, open_ledger
from pipeline.ledger import tables as t
from schemas.errors import ExitCode
from schemas.result import Tally
from tests.ledger.ledger_values import (
    FOLDER,
    KEYS,
    X,
    Y,
    Z,
    attempt,
    document,
    finish,
    known,
    night,
    rows,
    start,
    words_of,
)


def test_a_run_is_known_from_its_beginning(ledger: Ledger) -> None:
    ledger.begin_run(start("r1"))
    (row,) = ledger.unfinished_runs(FOLDER)
    counts = dict.fromkeys(("done", "rechecked", "unchanged", "duplicate", "failed", "ignored"), 0)
    assert row == RunRow(
        run_id="r1",
        folder=FOLDER,
        started="2025-03-01T01:00:00+07:00",
        host="mesin",
        pid=4_000_000,
        keys=KEYS,
        temporary="/data/hasil/.capaian-ab",
        target="/data/hasil/r1",
        state=RunState.RUNNING,
        counts=counts,
    )
    assert ledger.last_finished(FOLDER) is None
    assert ledger.unpublished(FOLDER) == ()


def test_a_run_is_committed_and_then_done(ledger: Ledger) -> None:
    night(ledger, "r1", document(X, "a.pdf"), counts={"done": 1, "ignored": 2})
    assert ledger.unfinished_runs(FOLDER) == ()
    (row,) = ledger.unpublished(FOLDER)
    assert (row.state, row.fingerprint, row.exit_code) == (RunState.COMMITTED, "sidik-r1", 1)
    assert (row.counts["done"], row.counts["ignored"], row.counts["failed"]) == (1, 2, 0)
    assert ledger.last_finished(FOLDER) == row
    ledger.set_state("r1", RunState.DONE)
    assert ledger.unpublished(FOLDER) == ()
    assert ledger.last_finished(FOLDER) == replace(row, state=RunState.DONE)


@pytest.mark.parametrize("state", [RunState.INTERRUPTED, RunState.FAILED, RunState.ABANDONED])
def test_a_run_that_did_not_finish_is_never_the_last_one(ledger: Ledger, state: RunState) -> None:
    night(ledger, "r1", document(X, "a.pdf"))
    ledger.begin_run(start("r2"))
    ledger.set_state("r2", state, "2025-03-02T01:00:00+07:00", 130)
    assert ledger.unfinished_runs(FOLDER) == ()
    last = ledger.last_finished(FOLDER)
    assert last is not None
    assert last.run_id == "r1"


def test_the_last_run_is_the_one_that_began_last_whatever_its_clock_said(ledger: Ledger) -> None:
    night(ledger, "r9", document(X, "a.pdf"))
    ledger.begin_run(replace(start("r1"), started="2020-01-01T00:00:00+00:00"))
    ledger.commit_run(finish("r1"))
    last = ledger.last_finished(FOLDER)
    assert last is not None
    assert last.run_id == "r1"
    assert [row.run_id for row in ledger.unpublished(FOLDER)] == ["r9", "r1"]


def test_folders_do_not_know_each_other(ledger: Ledger) -> None:
    night(ledger, "r1", document(X, "a.pdf", words=["1"]))
    night(ledger, "r2", folder="/data/lain")
    ledger.begin_run(start("r3", "/data/lain"))
    assert ledger.unfinished_runs(FOLDER) == ()
    assert list(ledger.known_files(FOLDER)) == ["a.pdf"]
    assert ledger.known_files("/data/lain") == {}
    assert [line.state for line in ledger.findings(FOLDER)] == ["new"]
    assert ledger.findings("/data/lain") == ()


def test_a_state_that_is_not_given_leaves_what_is_there(ledger: Ledger) -> None:
    night(ledger, "r1")
    ledger.set_state("r1", RunState.DONE)
    ledger.set_state("r1", RunState.DONE, exit_code=3)
    last = ledger.last_finished(FOLDER)
    assert last is not None
    assert (last.finished, last.exit_code) == ("2025-03-01T02:00:00+07:00", 3)


def test_a_run_that_was_not_begun_cannot_end(ledger: Ledger) -> None:
    with pytest.raises(LookupError, match="r7"):
        ledger.set_state("r7", RunState.DONE)
    with pytest.raises(LookupError, match="r7"):
        ledger.commit_run(finish("r7", document(X, "a.pdf", words=["1"])))
    assert ledger.findings(FOLDER) == ()


def test_a_run_begins_once(ledger: Ledger) -> None:
    ledger.begin_run(start("r1"))
    with pytest.raises(LedgerError, match="kesalahan program") as caught:
        ledger.begin_run(start("r1"))
    assert caught.value.exit_code is ExitCode.INTERNAL
    assert len(ledger.unfinished_runs(FOLDER)) == 1


def test_an_attempt_comes_back_as_it_was(ledger: Ledger) -> None:
    ledger.begin_run(start("r1"))
    row = attempt(
        "r1", number=2, status="failed", stage="read", kind="encrypted", message="terkunci; minta sandinya",
        seconds=1.25, peak_bytes=7 << 32, memory_limit=9 << 40, recheck=True,
    )  # fmt: skip
    ledger.record(row)
    assert ledger.last_attempts() == {X: row}


def test_the_newest_attempt_counts(ledger: Ledger) -> None:
    ledger.begin_run(start("r1"))
    ledger.record(attempt("r1", X, status="failed", number=1))
    ledger.record(attempt("r1", Y, "b.pdf"))
    ledger.record(attempt("r1", X, status="ok", number=2))
    found = ledger.last_attempts()
    assert {sha256: (row.status, row.number) for sha256, row in found.items()} == {X: ("ok", 2), Y: ("ok", 1)}


def test_a_try_that_came_to_a_result_counts_above_later_failures(ledger: Ledger) -> None:
    ledger.begin_run(start("r1"))
    ledger.record(attempt("r1", X, status="failed", number=1))
    ledger.record(attempt("r1", X, status="partial", number=2))
    ledger.record(attempt("r1", X, status="failed", number=3, time_limit=9.0))
    ledger.record(attempt("r1", X, status="failed", number=4))
    assert ledger.last_attempts()[X].number == 2
    assert ledger.last_attempts(limits=(9.0, 1))[X].number == 2


def test_attempts_of_some_documents_may_be_asked_for(ledger: Ledger) -> None:
    ledger.begin_run(start("r1"))
    for sha256 in (X, Y):
        ledger.record(attempt("r1", sha256))
    assert list(ledger.last_attempts([Y, Z])) == [Y]
    assert ledger.last_attempts([]) == {}
    many = [f"{number:064x}" for number in range(40_000)]
    assert list(ledger.last_attempts([*many, X])) == [X]
    assert set(ledger.last_attempts([X, *many, Y])) == {X, Y}


def test_an_attempt_without_content_is_kept_but_belongs_to_no_document(ledger: Ledger, address: str) -> None:
    ledger.begin_run(start("r1"))
    ledger.record(attempt("r1", None, "terkunci.pdf", status="failed"))
    assert ledger.last_attempts() == {}
    assert [row["path"] for row in rows(address, t.attempt)] == ["terkunci.pdf"]
    assert rows(address, t.document) == []


def test_an_attempt_needs_its_run(ledger: Ledger, address: str) -> None:
    with pytest.raises(LedgerError, match="kesalahan program"):
        ledger.record(attempt("tidak-ada"))
    assert rows(address, t.document) == []


def test_a_document_keeps_the_run_that_saw_it_first(ledger: Ledger, address: str) -> None:
    ledger.begin_run(start("r1"))
    ledger.record(attempt("r1", status="failed"))
    ledger.begin_run(start("r2"))
    ledger.record(attempt("r2", status="partial"))
    (row,) = rows(address, t.document)
    assert row == {"sha256": X, "first_seen": "r1"}


def test_files_come_back_with_their_marks(ledger: Ledger) -> None:
    huge = known(X, inode=(1 << 64) - 3)
    night(ledger, "r1", document(X, "a.pdf"), files={"a.pdf": huge, "catatan.txt": None})
    assert ledger.known_files(FOLDER) == {"a.pdf": huge}


def test_a_time_that_no_column_holds_costs_no_night(ledger: Ledger) -> None:
    file = known(X)
    odd = replace(file, mark=replace(file.mark, mtime_ns=1 << 80))
    night(ledger, "r1", document(X, "a.pdf"), files={"a.pdf": odd})
    assert ledger.known_files(FOLDER)["a.pdf"].mark != odd.mark


def test_files_that_left_are_forgotten(ledger: Ledger) -> None:
    night(ledger, "r1", document(X, "a.pdf", "b.pdf"))
    night(ledger, "r2", document(X, "c/a.pdf"))
    assert list(ledger.known_files(FOLDER)) == ["c/a.pdf"]


def test_a_file_that_cannot_be_read_keeps_its_last_content_but_not_its_mark(ledger: Ledger, address: str) -> None:
    night(ledger, "r1", document(X, "a.pdf"))
    night(ledger, "r2", document("", "a.pdf", verified=False), files={"a.pdf": None})
    assert ledger.known_files(FOLDER) == {}
    (row,) = rows(address, t.path)
    assert (row["sha256"], row["size"], row["hashed_at_ns"]) == (X, None, None)


def test_files_below_a_folder_that_cannot_be_listed_stay_known_without_their_marks(
    ledger: Ledger, address: str
) -> None:
    night(ledger, "r1", document(X, "lama/a.pdf", HIT001=Tally(ok=1)), document(Y, "b.pdf"))
    for run_id in ("r2", "r3"):
        night(ledger, run_id, document("", "lama", verified=False))
    assert ledger.known_files(FOLDER) == {}
    kept = {row["name"]: (row["sha256"], row["owner"], row["size"]) for row in rows(address, t.path)}
    assert kept == {"lama": (None, None, None), "lama/a.pdf": (X, X, None)}
    assert [row["sha256"] for row in rows(address, t.tally)] == [X]
    night(ledger, "r4", document(X, "lama/a.pdf"))
    assert list(ledger.known_files(FOLDER)) == ["lama/a.pdf"]


def test_a_file_may_be_known_without_an_attempt_at_it(ledger: Ledger) -> None:
    night(ledger, "r1", files={"a.pdf": known(Z)})
    assert ledger.known_files(FOLDER)["a.pdf"].sha256 == Z


def test_paths_longer_than_an_index_entry_are_kept_apart(ledger: Ledger) -> None:
    far = "/".join(f"\\x{number % 256:02x}" * 60 for number in range(80))
    assert len(far) > 8192
    folder = f"{FOLDER}/{far}"
    files = {f"{far}/a.pdf": known(X), f"{far}/b.pdf": known(Y)}
    night(ledger, "r1", document(X, f"{far}/a.pdf", words=["1"]), folder=folder, files=files)
    assert ledger.known_files(folder) == files
    assert ledger.findings(folder)[0].path == f"{far}/a.pdf"


def test_text_that_no_database_holds_is_written_visibly(ledger: Ledger) -> None:
    odd = "12,5\0 \udcff ≥ 90 \U0001f4c4"
    clean = "12,5\\x00 \\udcff ≥ 90 \U0001f4c4"
    ledger.begin_run(replace(start("r1", f"/data/{odd}"), host=odd))
    ledger.record(attempt("r1", X, odd, message=odd, status="partial"))
    tally = {"HIT001": Tally(ok=1, unchecked={odd: 2})}
    diff = ledger.commit_run(
        finish("r1", document(X, odd, words=[odd], **tally), folder=f"/data/{odd}", counts={"failed": 1})
    )
    assert [line.path for line in diff.new] == [clean]
    assert diff.new == ledger.findings(f"/data/{odd}")
    assert ledger.findings(f"/data/{odd}")[0].message == f"{clean} tidak sama dengan hitungan"
    assert ledger.known_files(f"/data/{odd}") == {clean: known(X)}
    assert ledger.last_attempts()[X].message == clean
    last = ledger.last_finished(f"/data/{odd}")
    assert last is not None
    assert last.host == clean


def test_answers_are_kept_by_document_and_check(ledger: Ledger, address: str) -> None:
    tally = {"HIT001": Tally(ok=9, finding=1, unchecked={"target kosong": 2, "arah": 1}), "KON009": Tally()}
    night(ledger, "r1", document(X, "a.pdf", **tally))
    (row,) = rows(address, t.tally)
    assert (row["code"], row["ok"], row["finding"], row["unchecked"]) == ("HIT001", 9, 1, 3)
    assert row["reasons"] == '{"arah": 1, "target kosong": 2}'


def test_answers_are_replaced_whole_and_leave_with_their_document(ledger: Ledger, address: str) -> None:
    both = {"HIT001": Tally(ok=1), "KON001": Tally(ok=1)}
    night(ledger, "r1", document(X, "a.pdf", **both), document(Y, "b.pdf", **both))
    night(ledger, "r2", document(X, "a.pdf", HIT001=Tally(ok=5)))
    assert [(row["sha256"], row["code"], row["ok"]) for row in rows(address, t.tally)] == [(X, "HIT001", 5)]


def test_answers_stay_when_a_document_has_no_result_tonight(ledger: Ledger, address: str) -> None:
    night(ledger, "r1", document(X, "a.pdf", HIT001=Tally(ok=1)))
    night(ledger, "r2", document(X, "a.pdf", verified=False))
    assert [(row["code"], row["ok"]) for row in rows(address, t.tally)] == [("HIT001", 1)]


def test_findings_are_told_apart_and_kept(ledger: Ledger) -> None:
    first = night(ledger, "r1", document(X, "a.pdf", words=["1", "2"]), document(Y, "b.pdf", words=["3"]))
    assert words_of(first) == {"new": ["aa-HIT001-1-0", "aa-HIT001-2-0", "bb-HIT001-3-0"]}
    ledger.begin_run(start("r2"))
    tonight = (document(X, "a.pdf", words=["2", "4"]),)
    looked = ledger.diff("r2", FOLDER, tonight)
    assert [line.state for line in ledger.findings(FOLDER)] == ["new", "new", "new"]
    second = ledger.commit_run(finish("r2", *tonight))
    assert second == looked
    assert words_of(second) == {
        "new": ["aa-HIT001-4-0"], "open": ["aa-HIT001-2-0"], "fixed": ["aa-HIT001-1-0"], "gone": ["bb-HIT001-3-0"],
    }  # fmt: skip
    kept = {line.finding_id: (line.state, line.first_seen, line.last_seen) for line in ledger.findings(FOLDER)}
    assert kept == {
        "aa-HIT001-1-0": ("fixed", "r1", "r1"),
        "aa-HIT001-2-0": ("open", "r1", "r2"),
        "aa-HIT001-4-0": ("new", "r2", "r2"),
        "bb-HIT001-3-0": ("gone", "r1", "r1"),
    }


def test_a_finding_keeps_the_documents_that_it_names(ledger: Ledger) -> None:
    both = document(X, "a.pdf", words=["1", "2"], names={"1": [Y, Z]})
    diff = night(ledger, "r1", both, document(Y, "b.pdf"), document(Z, "c.pdf"))
    assert [line.others for line in diff.new] == [(Y, Z), ()]
    assert ledger.findings(FOLDER) == diff.new


def test_tries_of_the_same_night_do_not_change_what_its_findings_mean(ledger: Ledger) -> None:
    night(ledger, "r1", document(X, "a.pdf", words=["1"], names={"1": [Y]}), document(Y, "b.pdf"))
    ledger.begin_run(start("r2"))
    ledger.record(attempt("r2", X))
    ledger.record(attempt("r2", Y, "b.pdf", status="failed"))
    diff = ledger.commit_run(finish("r2", document(X, "a.pdf"), document(Y, "b.pdf", verified=False)))
    assert words_of(diff) == {"open": ["aa-HIT001-1-0"]}


def test_an_edition_follows_its_finding_while_that_is_gone(ledger: Ledger) -> None:
    night(ledger, "r1", document(X, "a.pdf", words=["1"], names={"1": [Y]}), document(Y, "b.pdf"))
    night(ledger, "r2", document(X, "a.pdf"))
    assert words_of(night(ledger, "r3", document(Z, "a.pdf"))) == {}
    assert [(line.state, line.sha256) for line in ledger.findings(FOLDER)] == [("gone", Z)]
    edition = document(Z, "a.pdf", words=["1"], names={"1": [Y]})
    assert words_of(night(ledger, "r4", edition, document(Y, "b.pdf"))) == {"open": ["cc-HIT001-1-0"]}


def test_an_unchanged_night_sees_again_what_the_night_before_saw_and_nothing_else(ledger: Ledger) -> None:
    night(ledger, "r1", document(X, "a.pdf", words=["1"]), document(Y, "b.pdf", words=["2"]))
    night(ledger, "r2", document(X, "a.pdf", words=["1"]), document(Y, "b.pdf", verified=False))
    ledger.begin_run(start("r3"))
    ledger.commit_unchanged(finish("r3", files={"a.pdf": known(X), "b.pdf": known(Y)}))
    kept = {line.finding_id: (line.state, line.first_seen, line.last_seen) for line in ledger.findings(FOLDER)}
    assert kept == {"aa-HIT001-1-0": ("open", "r1", "r3"), "bb-HIT001-2-0": ("open", "r1", "r1")}


def test_an_unchanged_night_leaves_what_is_gone(ledger: Ledger) -> None:
    night(ledger, "r1", document(X, "a.pdf", words=["1"]), document(Y, "b.pdf"))
    night(ledger, "r2", document(Y, "b.pdf"))
    ledger.begin_run(start("r3"))
    ledger.commit_unchanged(finish("r3", files={"b.pdf": known(Y)}))
    assert [(line.state, line.last_seen) for line in ledger.findings(FOLDER)] == [("gone", "r1")]


@pytest.mark.parametrize("read", [True, False])
def test_an_unchanged_night_leaves_what_a_place_stands_for(ledger: Ledger, address: str, read: bool) -> None:
    night(ledger, "r1", document(X, "a.pdf", words=["1"]))
    night(ledger, "r2", document(Y, "a.pdf", verified=read))
    ledger.begin_run(start("r3"))
    ledger.commit_unchanged(finish("r3", files={"a.pdf": known(Y)}))
    assert [(row["sha256"], row["owner"]) for row in rows(address, t.path)] == [(Y, Y if read else X)]


def test_what_is_told_is_what_is_kept(ledger: Ledger) -> None:
    night(ledger, "r1", document(X, "a.pdf", words=["1", "1", "2"]))
    diff = night(ledger, "r2", document(Y, "a.pdf", words=["1", "3"]))
    told = {line.finding_id: line for line in (*diff.new, *diff.open, *diff.fixed, *diff.gone)}
    assert {line.finding_id: line for line in ledger.findings(FOLDER)} == told


def test_a_corrected_edition_takes_its_findings_over(ledger: Ledger) -> None:
    night(ledger, "r1", document(X, "a.pdf", words=["1", "2"]))
    diff = night(ledger, "r2", document(Y, "a.pdf", words=["2"]))
    assert words_of(diff) == {"open": ["bb-HIT001-2-0"], "fixed": ["aa-HIT001-1-0"]}
    line = diff.open[0]
    assert (line.sha256, line.first_seen, line.last_seen) == (Y, "r1", "r2")
    back = night(ledger, "r3", document(X, "a.pdf", words=["1", "2"]))
    assert words_of(back) == {"new": ["aa-HIT001-1-0"], "open": ["aa-HIT001-2-0"]}
    assert [row.first_seen for row in back.new + back.open] == ["r3", "r1"]


def test_a_failed_commit_changes_nothing(ledger: Ledger, address: str) -> None:
    night(ledger, "r1", document(X, "a.pdf", words=["1"], HIT001=Tally(ok=1)))
    before = (ledger.findings(FOLDER), ledger.known_files(FOLDER), rows(address, t.tally))
    ledger.begin_run(start("r2"))
    broken: LedgerDocument = replace(document(Y, "b.pdf", words=["2"]), tally={"HIT001": Tally(ok=1 << 70)})
    with pytest.raises((LedgerError, OverflowError)):
        ledger.commit_run(finish("r2", broken))
    assert (ledger.findings(FOLDER), ledger.known_files(FOLDER), rows(address, t.tally)) == before
    assert [row.run_id for row in ledger.unfinished_runs(FOLDER)] == ["r2"]


def test_all_is_there_when_it_is_opened_again(address: str) -> None:
    with open_ledger(address) as ledger:
        night(ledger, "r1", document(X, "a.pdf", words=["1"]))
        ledger.record(attempt("r1"))
        kept = everything(ledger)
    with open_ledger(address) as again:
        assert everything(again) == kept


def everything(ledger: Ledger) -> tuple[object, ...]:
    """All that can be asked about the folder."""
    return (
        ledger.findings(FOLDER), ledger.known_files(FOLDER), ledger.last_attempts(), ledger.last_finished(FOLDER)
    )  # fmt: skip
