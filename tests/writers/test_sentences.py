from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.writers.sentences import DOUBTED, HELD_AGAINST, around, excerpt, quotes
from schemas.finding import Evidence
from tests.result_values import finding, pdf_place, sentence_finding


@pytest.mark.parametrize(
    ("sentence", "texts", "marked"),
    [
        ("Naik 0,59 dari 93,95%.", ("0,59", "93,95%"), [("0,59", DOUBTED), ("93,95%", HELD_AGAINST)]),
        ("Dari 94,54 menjadi 94,54.", ("94,54",), [("94,54", DOUBTED), ("94,54", DOUBTED)]),
        ("Nilai 194,54 dan 94,541 serta 94,54.", ("94,54",), [("94,54", DOUBTED)]),
        ("Pagu Rp 1.500 dan Rp 1.500.000,- terserap.", ("Rp 1.500",), [("Rp 1.500", DOUBTED)]),
        ("Target tidak tercapai.", ("tidak tercapai", "tercapai"), [("tidak tercapai", DOUBTED)]),
        ("Target 5 (lima).", ("5", "(lima)"), [("5", DOUBTED), ("(lima)", HELD_AGAINST)]),
        ("Kalimat seluruhnya.", ("Kalimat seluruhnya.",), []),
        ("Sebagian dari kata.", ("bagian",), []),
    ],
)
def test_numbers_are_marked_where_they_stand_alone(
    sentence: str, texts: tuple[str, ...], marked: list[tuple[str, str]]
) -> None:
    (quote,) = quotes(sentence_finding(sentence, *texts))
    assert [(piece.text, piece.mark) for piece in quote.pieces if piece.mark] == marked
    assert "".join(piece.text for piece in quote.pieces) == sentence
    assert quote.where == "hal. 3"


def test_every_sentence_is_quoted_once_and_tables_are_no_sentences() -> None:
    item = sentence_finding("Satu 1.", "1")
    more = Evidence(role="narasi", text="2", place=pdf_place(page=9), label="Dua 2.")
    item = replace(item, evidence=(*item.evidence, finding().evidence[0], more, item.evidence[0]))
    assert [(quote.where, len(quote.pieces)) for quote in quotes(item)] == [("hal. 3", 3), ("hal. 9", 3)]
    assert excerpt(item, 80) == "Satu 1.\nDua 2."
    assert quotes(finding()) == () and excerpt(finding(), 80) == ""


WORDS = st.lists(st.sampled_from(["realisasi", "12,5", "dari", "94,54", "x" * 30, "a"]), min_size=1, max_size=60)


@given(WORDS, st.integers(min_value=20, max_value=200))
def test_an_excerpt_keeps_the_number_and_whole_words(words: list[str], width: int) -> None:
    sentence = " ".join([*words, "77,7", *words])
    cut = around(sentence, "77,7", width)
    assert "77,7" in cut and len(cut) <= max(width, len("… 77,7 …")) + len("…  …")
    assert set(cut.split()) - {"…"} <= set(sentence.split())
    assert (cut == sentence) is ("…" not in cut)
