"""Texts that databases hold, and the keys and numbers that stand for them."""

from __future__ import annotations

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ledger.text import lock_number, storable, text_key

ANY_TEXT = st.text(st.characters(exclude_categories=()))


class Kind(StrEnum):
    FIRST = "first"


@pytest.mark.parametrize(("text", "expected"), [
    ("", ""),
    ("capaian 94,54 ≥ 90", "capaian 94,54 ≥ 90"),
    ("a\0b", "a\\x00b"),
    ("a\udcffb", "a\\udcffb"),
    ("\ud83d\udcc4 ≥", "\\ud83d\\udcc4 ≥"),
    ("\U0001f4c4", "\U0001f4c4"),
])  # fmt: skip
def test_only_what_no_database_holds_is_rewritten(text: str, expected: str) -> None:
    assert storable(text) == expected


@given(ANY_TEXT)
def test_every_text_becomes_one_that_is_encodable_and_stays(text: str) -> None:
    clean = storable(text)
    assert "\0" not in clean
    assert clean.encode().decode() == clean
    assert storable(clean) == clean


def test_a_word_of_a_list_becomes_plain_text() -> None:
    assert type(storable(Kind.FIRST)) is str


@given(ANY_TEXT)
def test_keys_and_numbers_fit_their_columns(text: str) -> None:
    assert len(text_key(text)) == 32
    assert 0 <= lock_number(text) < 1 << 63
    assert text_key(text) == text_key(storable(text))


def test_keys_and_numbers_are_the_same_on_every_machine() -> None:
    assert text_key("/data/laporan") == "3d6005fceb16a34933f97da657f1b900"
    assert lock_number("/data/laporan") == 2211270708955926948
