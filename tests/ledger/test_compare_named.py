"""What becomes of findings that name other documents besides their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.ledger import LedgerDocument
from tests.ledger.history import History
from tests.ledger.ledger_values import X, Y, Z, document

REPORT = document(X, "lkjip.pdf", words=["1"], names={"1": [Y]})
EARLIER = document(Y, "lama/lkjip.pdf")
LINKED = "aa-HIT001-1-0"
SILENT, BLIND = document(X, "lkjip.pdf"), document(X, "lkjip.pdf", verified=False)


@pytest.fixture
def history() -> History:
    return History()


@pytest.mark.parametrize("blind", [
    document(Y, "lama/lkjip.pdf", verified=False),
    document(Y, "lkjip-lalu.pdf", verified=False),
    document(Z, "lama/lkjip.pdf", verified=False),
    document("", "lama/lkjip.pdf", verified=False),
    document("", "lama", verified=False),
    document("", ".", verified=False),
], ids=["failed", "failed-elsewhere", "damaged", "unreadable", "folder-above", "root"])  # fmt: skip
@pytest.mark.parametrize("nights", [1, 3])
def test_nothing_is_said_of_a_finding_while_a_document_that_it_names_cannot_be_read(
    history: History, blind: LedgerDocument, nights: int
) -> None:
    history.night(REPORT, EARLIER)
    for _ in range(nights):
        assert history.says(SILENT, blind) == {"open": [LINKED]}
    assert (history.rows[LINKED].first_seen, history.rows[LINKED].last_seen) == ("r1", "r1")
    assert history.says(REPORT, EARLIER) == {"open": [LINKED]}
    assert history.first(LINKED) == "r1"


def test_a_finding_is_fixed_although_a_document_that_it_does_not_name_cannot_be_read(history: History) -> None:
    history.night(REPORT, EARLIER, document(Z, "u.pdf", words=["2"]))
    unread = document("", "u.pdf", verified=False)
    assert history.says(SILENT, EARLIER, unread) == {"fixed": [LINKED], "open": ["cc-HIT001-2-0"]}


def test_a_finding_of_one_document_is_fixed_although_another_one_cannot_be_read(history: History) -> None:
    history.night(document(X, "lkjip.pdf", words=["1"]), EARLIER)
    assert history.says(SILENT, document(Y, "lama/lkjip.pdf", verified=False)) == {"fixed": [LINKED]}


@pytest.mark.parametrize("other", [EARLIER, document(Z, "lama/lkjip.pdf")], ids=["same", "corrected"])
def test_a_finding_is_fixed_when_all_documents_that_it_names_were_read(
    history: History, other: LedgerDocument
) -> None:
    history.night(REPORT, EARLIER)
    assert history.says(SILENT, other) == {"fixed": [LINKED]}


@pytest.mark.parametrize("away", [(), (document(Z, "lama/lain.pdf"),)], ids=["alone", "beside-others"])
def test_a_finding_is_gone_and_not_fixed_when_a_document_that_it_names_left(
    history: History, away: tuple[LedgerDocument, ...]
) -> None:
    history.night(REPORT, EARLIER)
    assert history.says(SILENT, *away) == {"gone": [LINKED]}
    assert history.says(SILENT, *away) == {}
    assert history.says(BLIND, *away) == {}
    assert history.says(SILENT, *away) == {}
    assert history.says(REPORT, EARLIER, *away) == {"open": [LINKED]}
    assert history.first(LINKED) == "r1"


def test_a_finding_is_gone_when_another_file_was_renamed_over_a_document_that_it_names(history: History) -> None:
    history.night(REPORT, EARLIER, document(Z, "lain.pdf"))
    assert history.says(SILENT, document(Z, "lama/lkjip.pdf")) == {"gone": [LINKED]}


def test_a_document_that_comes_back_opens_what_names_it_although_it_cannot_be_read(history: History) -> None:
    history.night(REPORT, EARLIER)
    history.night(SILENT)
    assert history.says(SILENT, document(Y, "lama/lkjip.pdf", verified=False)) == {"open": [LINKED]}
    assert history.says(SILENT, EARLIER) == {"fixed": [LINKED]}


def test_what_is_gone_is_fixed_when_all_came_back_without_it(history: History) -> None:
    history.night(REPORT, EARLIER)
    history.night(SILENT)
    assert history.says(SILENT, EARLIER) == {"fixed": [LINKED]}


@pytest.mark.parametrize("nights", [1, 2])
def test_a_corrected_edition_waits_for_the_document_that_a_finding_names(history: History, nights: int) -> None:
    """The edition was read and no longer has it, but nobody could compare: it may still be there, under another id."""
    history.night(REPORT, EARLIER)
    edition, blind = document(Z, "lkjip.pdf"), document("", "lama/lkjip.pdf", verified=False)
    for _ in range(nights):
        assert history.says(edition, blind) == {"open": [LINKED]}
    assert history.says(document(Z, "lkjip.pdf", words=["1"], names={"1": [Y]}), EARLIER) == {"open": ["cc-HIT001-1-0"]}
    assert history.first("cc-HIT001-1-0") == "r1"
    assert history.says(edition, EARLIER) == {"fixed": ["cc-HIT001-1-0"]}


def test_an_edition_that_came_while_the_other_document_was_away_takes_the_finding_over(history: History) -> None:
    history.night(REPORT, EARLIER)
    history.night(SILENT)
    edition = document(Z, "lkjip.pdf", words=["1"], names={"1": [Y]})
    assert history.says(document(Z, "lkjip.pdf")) == {}
    assert history.says(edition, EARLIER) == {"open": ["cc-HIT001-1-0"]}
    assert history.first("cc-HIT001-1-0") == "r1"


def test_a_document_that_is_named_is_followed_to_its_edition(history: History) -> None:
    history.night(REPORT, EARLIER)
    assert history.says(BLIND, document(Z, "lama/lkjip.pdf")) == {"open": [LINKED]}
    assert history.rows[LINKED].others == (Z,)
    assert history.says(SILENT, document(Z, "lama/lkjip.pdf")) == {"fixed": [LINKED]}


def test_nothing_is_said_of_what_names_others_when_comparing_went_wrong(history: History) -> None:
    both = document(X, "lkjip.pdf", words=["1", "2"], names={"1": [Y]})
    history.night(both, EARLIER)
    broken = replace(SILENT, compared=False)
    assert history.says(broken, EARLIER) == {"open": [LINKED], "fixed": ["aa-HIT001-2-0"]}
    assert history.says(SILENT, EARLIER) == {"fixed": [LINKED]}
