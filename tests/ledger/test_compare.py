"""What becomes of findings from one run to the next, case by case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.ledger.compare import signature
from schemas.finding import Stated
from schemas.provenance import DocxPlace
from tests.ledger.history import History
from tests.ledger.ledger_values import X, Y, Z, document, finding


@pytest.fixture
def history() -> History:
    return History()


def test_what_is_found_first_is_new_and_then_open(history: History) -> None:
    same = document(X, "a.pdf", words=["1"])
    assert history.says(same) == {"new": ["aa-HIT001-1-0"]}
    assert history.says(same) == {"open": ["aa-HIT001-1-0"]}
    row = history.rows["aa-HIT001-1-0"]
    assert (row.first_seen, row.last_seen) == ("r1", "r2")


def test_nothing_comes_of_nothing(history: History) -> None:
    assert history.says() == {}
    assert history.says(document(X, "a.pdf")) == {}


def test_what_is_no_longer_found_is_fixed_and_told_once(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1", "2"]))
    assert history.says(document(X, "a.pdf", words=["2"]))["fixed"] == ["aa-HIT001-1-0"]
    assert history.says(document(X, "a.pdf", words=["2"])) == {"open": ["aa-HIT001-2-0"]}


def test_what_was_fixed_and_is_found_again_is_new_again(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1"]))
    history.night(document(X, "a.pdf"))
    assert history.says(document(X, "a.pdf", words=["1"])) == {"new": ["aa-HIT001-1-0"]}
    assert history.first("aa-HIT001-1-0") == "r3"


def test_findings_of_a_document_that_left_are_gone_and_told_once(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1"]), document(Y, "b.pdf"))
    assert history.says(document(Y, "b.pdf")) == {"gone": ["aa-HIT001-1-0"]}
    assert history.says(document(Y, "b.pdf")) == {}


@pytest.mark.parametrize("verified", [True, False])
def test_a_document_that_comes_back_opens_its_findings_again(history: History, verified: bool) -> None:
    history.night(document(X, "a.pdf", words=["1"]))
    history.night()
    back = document(X, "lain/a.pdf", words=["1"] if verified else [], verified=verified)
    assert history.says(back) == {"open": ["aa-HIT001-1-0"]}
    row = history.rows["aa-HIT001-1-0"]
    assert (row.first_seen, row.last_seen, row.path) == ("r1", "r3" if verified else "r1", "lain/a.pdf")


def test_a_document_that_comes_back_without_a_finding_has_it_fixed(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1"]))
    history.night()
    assert history.says(document(X, "a.pdf")) == {"fixed": ["aa-HIT001-1-0"]}


def test_a_moved_document_takes_its_findings_along(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1"]))
    assert history.says(document(X, "arsip/a.pdf", words=["1"])) == {"open": ["aa-HIT001-1-0"]}
    assert history.rows["aa-HIT001-1-0"].path == "arsip/a.pdf"


def test_a_failed_document_keeps_its_findings_open(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1"]))
    assert history.says(document(X, "a.pdf", verified=False)) == {"open": ["aa-HIT001-1-0"]}
    assert history.rows["aa-HIT001-1-0"].last_seen == "r1"
    assert history.says(document(X, "a.pdf")) == {"fixed": ["aa-HIT001-1-0"]}


def test_a_new_edition_carries_over_what_it_still_says(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1", "2"]))
    assert history.says(document(Y, "a.pdf", words=["2", "3"])) == {
        "new": ["bb-HIT001-3-0"], "open": ["bb-HIT001-2-0"], "fixed": ["aa-HIT001-1-0"],
    }  # fmt: skip
    assert history.first("bb-HIT001-2-0") == "r1"
    assert history.states() == {"bb-HIT001-3-0": "new", "bb-HIT001-2-0": "open", "aa-HIT001-1-0": "fixed"}


@pytest.mark.parametrize(("before", "after", "expected"), [
    (2, 2, {"open": 2}),
    (3, 1, {"open": 1, "fixed": 2}),
    (1, 3, {"open": 1, "new": 2}),
])  # fmt: skip
def test_equal_findings_are_counted(history: History, before: int, after: int, expected: dict[str, int]) -> None:
    history.night(document(X, "a.pdf", words=["1"] * before))
    says = history.says(document(Y, "a.pdf", words=["1"] * after))
    assert {state: len(names) for state, names in says.items()} == expected


def test_the_same_bytes_read_at_another_place_are_the_same_finding(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1"]))
    elsewhere = replace(finding(X, "1", page=2), finding_id="aa-lain")
    assert history.says(replace(document(X, "a.pdf"), findings=(elsewhere,))) == {"open": ["aa-lain"]}
    assert (history.first("aa-lain"), history.rows["aa-lain"].page) == ("r1", 2)


def test_an_edition_that_failed_keeps_the_findings_for_the_next_one(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1", "2"]))
    assert history.says(document(Y, "a.pdf", verified=False)) == {"open": ["aa-HIT001-1-0", "aa-HIT001-2-0"]}
    assert history.says(document(Y, "a.pdf", words=["2"])) == {"open": ["bb-HIT001-2-0"], "fixed": ["aa-HIT001-1-0"]}
    assert history.first("bb-HIT001-2-0") == "r1"


def test_an_edition_that_replaces_a_document_with_several_places(history: History) -> None:
    history.night(document(X, "a.pdf", "b.pdf", words=["1", "2"]))
    assert history.says(document(Y, "b.pdf", words=["2"])) == {"open": ["bb-HIT001-2-0"], "fixed": ["aa-HIT001-1-0"]}


def test_a_failed_edition_of_one_of_several_places_is_found_the_night_after(history: History) -> None:
    history.night(document(X, "a.pdf", "b.pdf", words=["1"]))
    assert history.says(document(Y, "b.pdf", verified=False)) == {"open": ["aa-HIT001-1-0"]}
    assert history.says(document(Y, "b.pdf", words=["1"])) == {"open": ["bb-HIT001-1-0"]}


def test_two_editions_of_one_document_share_its_findings(history: History) -> None:
    history.night(document(X, "a.pdf", "b.pdf", words=["1", "2"]))
    assert history.says(document(Y, "a.pdf", words=["1"]), document(Z, "b.pdf", words=["1", "2"])) == {
        "open": ["bb-HIT001-1-0", "cc-HIT001-2-0"], "new": ["cc-HIT001-1-0"],
    }  # fmt: skip


def test_nothing_is_fixed_while_one_of_two_editions_is_unread(history: History) -> None:
    history.night(document(X, "a.pdf", "b.pdf", words=["1", "2"]))
    assert history.says(document(Y, "a.pdf", words=["1"]), document(Z, "b.pdf", verified=False)) == {
        "open": ["aa-HIT001-2-0", "bb-HIT001-1-0"],
    }  # fmt: skip
    assert history.rows["aa-HIT001-2-0"].path == "b.pdf"


def test_the_old_bytes_kept_elsewhere_keep_their_findings(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1"]))
    assert history.says(document(X, "arsip/a.pdf", words=["1"]), document(Y, "a.pdf", words=["1"])) == {
        "open": ["aa-HIT001-1-0"], "new": ["bb-HIT001-1-0"],
    }  # fmt: skip


def test_an_edition_withdrawn_and_published_anew_is_carried_over(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1", "2"]))
    history.night()
    assert history.says(document(Y, "a.pdf", words=["2"])) == {"open": ["bb-HIT001-2-0"], "fixed": ["aa-HIT001-1-0"]}


def test_what_is_gone_stays_gone_while_its_place_cannot_be_read(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1"]))
    history.night()
    assert history.says(document(Y, "a.pdf", verified=False)) == {}
    assert history.states() == {"aa-HIT001-1-0": "gone"}


def test_what_stood_yesterday_is_carried_over_before_what_was_gone(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1"]))
    history.night(document(Y, "b.pdf", words=["1"]))
    assert history.states() == {"aa-HIT001-1-0": "gone", "bb-HIT001-1-0": "new"}
    assert history.says(document(Z, "a.pdf", "b.pdf", words=["1"])) == {
        "open": ["cc-HIT001-1-0"], "fixed": ["aa-HIT001-1-0"],
    }  # fmt: skip
    assert history.first("cc-HIT001-1-0") == "r2"


def test_a_file_that_cannot_be_read_keeps_its_findings_open(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1"]))
    assert history.says(document("", "a.pdf", verified=False)) == {"open": ["aa-HIT001-1-0"]}
    row = history.rows["aa-HIT001-1-0"]
    assert (row.sha256, row.path) == (X, "a.pdf")


def test_a_folder_that_cannot_be_looked_into_keeps_the_findings_below_it(history: History) -> None:
    history.night(document(X, "2024/dinas/a.pdf", words=["1"]), document(Y, "2025/b.pdf", words=["1"]))
    unread = document("", "2024", verified=False)
    assert history.says(unread) == {"open": ["aa-HIT001-1-0"], "gone": ["bb-HIT001-1-0"]}
    assert history.rows["aa-HIT001-1-0"].path == "2024/dinas/a.pdf"
    assert history.says(document(X, "2024/dinas/a.pdf", words=["1"])) == {"open": ["aa-HIT001-1-0"]}


def test_two_files_that_cannot_be_read_are_two(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1"]), document(Y, "b.pdf", words=["1"]))
    unread = document("", "a.pdf", verified=False), document("", "b.pdf", verified=False)
    assert history.says(*unread) == {"open": ["aa-HIT001-1-0", "bb-HIT001-1-0"]}


def test_a_root_that_cannot_be_listed_keeps_all_findings(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1"]), document(Y, "2025/b.pdf", words=["2"]))
    root = document("", ".", verified=False)
    for _ in range(2):
        assert history.says(root) == {"open": ["aa-HIT001-1-0", "bb-HIT001-2-0"]}
    assert history.says(document(X, "a.pdf"), document(Y, "2025/b.pdf", words=["2"])) == {
        "open": ["bb-HIT001-2-0"], "fixed": ["aa-HIT001-1-0"],
    }  # fmt: skip


def test_a_file_renamed_over_another_one_mends_nothing(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1", "2"]), document(Y, "b.pdf", words=["2"]))
    assert history.says(document(Y, "a.pdf", words=["2"])) == {
        "open": ["bb-HIT001-2-0"], "gone": ["aa-HIT001-1-0", "aa-HIT001-2-0"],
    }  # fmt: skip
    assert history.says(document(Y, "a.pdf", words=["2"])) == {"open": ["bb-HIT001-2-0"]}
    assert history.says(document(Z, "a.pdf")) == {"fixed": ["bb-HIT001-2-0"]}
    assert history.states() == {"aa-HIT001-1-0": "gone", "aa-HIT001-2-0": "gone", "bb-HIT001-2-0": "fixed"}


@pytest.mark.parametrize("verified", [True, False])
def test_a_copy_laid_over_another_file_mends_nothing(history: History, verified: bool) -> None:
    history.night(document(X, "a.pdf", words=["1"]), document(Y, "b.pdf"))
    copied = document(Y, "a.pdf", "b.pdf", verified=verified)
    assert history.says(copied) == {"gone": ["aa-HIT001-1-0"]}
    assert history.says(document(Y, "a.pdf", "b.pdf")) == {}


def test_a_file_that_took_the_name_of_a_folder_is_no_edition_of_what_lay_in_it(history: History) -> None:
    history.night(document(X, "arsip.pdf/a.pdf", words=["1"]))
    assert history.says(document(Y, "arsip.pdf")) == {"gone": ["aa-HIT001-1-0"]}


def test_two_files_that_change_places_keep_their_findings(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1"]), document(Y, "b.pdf", words=["2"]))
    assert history.says(document(Y, "a.pdf", words=["2"]), document(X, "b.pdf", words=["1"])) == {
        "open": ["aa-HIT001-1-0", "bb-HIT001-2-0"],
    }  # fmt: skip


def test_an_edition_that_could_not_be_read_is_waited_for_where_it_was_moved_to(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1", "2"]))
    history.night(document(Y, "a.pdf", verified=False))
    assert history.says(document(Y, "arsip/a.pdf", verified=False)) == {"open": ["aa-HIT001-1-0", "aa-HIT001-2-0"]}
    assert history.rows["aa-HIT001-1-0"].path == "arsip/a.pdf"
    assert history.says(document(Y, "arsip/a.pdf", words=["2"])) == {
        "open": ["bb-HIT001-2-0"], "fixed": ["aa-HIT001-1-0"],
    }  # fmt: skip
    assert history.first("bb-HIT001-2-0") == "r1"


def test_an_edition_published_anew_that_cannot_be_read_at_first_is_carried_over(history: History) -> None:
    history.night(document(X, "a.pdf", words=["1", "2"]))
    history.night()
    for _ in range(2):
        assert history.says(document(Y, "a.pdf", verified=False)) == {}
    assert history.says(document(Y, "a.pdf", words=["2"])) == {"open": ["bb-HIT001-2-0"], "fixed": ["aa-HIT001-1-0"]}
    assert history.first("bb-HIT001-2-0") == "r1"


def test_an_edition_that_lies_at_two_places_is_no_copy_of_a_strange_file(history: History) -> None:
    history.night(document(X, "a.pdf", "b.pdf", words=["1"]))
    assert history.says(document(Y, "a.pdf", "b.pdf")) == {"fixed": ["aa-HIT001-1-0"]}


def test_lines_come_in_the_order_of_their_places(history: History) -> None:
    found = (finding(X, "3", page=12), finding(X, "1", page=2), finding(X, "2", page=2, code="ANG001"))
    diff = history.night(
        replace(document(X, "b.pdf"), findings=found), document(Y, "a.pdf", words=["9"])
    ).diff
    assert [(line.path, line.page, line.code) for line in diff.new] == [
        ("a.pdf", 1, "HIT001"), ("b.pdf", 2, "ANG001"), ("b.pdf", 2, "HIT001"), ("b.pdf", 12, "HIT001"),
    ]  # fmt: skip


def test_a_line_says_what_its_finding_says(history: History) -> None:
    (line,) = history.night(document(X, "a.pdf", words=["12,5"])).diff.new
    assert (line.code, line.severity, line.subject) == ("HIT001", "error", "Indikator 12,5")
    assert (line.message, line.page, line.sha256) == ("12,5 tidak sama dengan hitungan", 1, X)


def test_a_finding_of_a_word_file_has_no_page(history: History) -> None:
    base = finding(X, "1")
    evidence = replace(base.evidence[0], place=DocxPlace(block=3))
    (line,) = history.night(replace(document(X, "a.docx"), findings=(replace(base, evidence=(evidence,)),))).diff.new
    assert line.page is None


def test_a_signature_knows_what_is_said_and_not_where() -> None:
    base = finding(X, "1")
    assert signature(base) == signature(finding(Y, "1", page=9, number=4))
    assert signature(base) == signature(replace(base, message="dengan kata lain"))
    others = [
        replace(base, code="HIT002"),
        replace(base, subject="Indikator lain"),
        replace(base, stated=Stated(text="2")),
        replace(base, stated=None),
        replace(base, evidence=(replace(base.evidence[0], text="2"),)),
        replace(base, evidence=base.evidence * 2),
    ]
    assert len({signature(item) for item in [base, *others]}) == len(others) + 1


def test_a_signature_takes_any_text() -> None:
    assert signature(finding(X, "\0\udcff")) != signature(finding(X, "\0\udcfe"))
