"""Tokens of Indonesian report prose: a lean spaCy tokenizer that keeps printed numbers whole.

`spacy.blank("id")` spends most of two seconds on thousands of exceptions for hyphenated words; the rules here
need none of them, because a hyphen inside a word never splits it. The library itself is loaded with the first
sentence, so that a document without any does not pay for it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractors.narasi.kalimat import ABBREVIATIONS

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

_NUMBER = r"\d+(?:[.,]\d+)*"
_OPENING = r"""["'“”‘’«(\[{<>≤≥±~•▪➢✓●○◦\-–—*/:;,.=+|%]"""
_CLOSING = r"""["'“”‘’»)\]}:;!?…%*/=|]"""
_PREFIX = re.compile(rf"^(?:[Rr][Pp]\.?(?=\d)|{_OPENING}|{_NUMBER}(?=[A-Za-z(%]))")
_SUFFIX = re.compile(
    rf"(?:,[-–=]+|\.,[-–]+|{_CLOSING}|[.,]|(?<=\d)[-–]|(?<=\d)(?:persen|orang|unit|km|ha|ton|kg|m2?))$"
)
_HALF = re.compile("[\ud800-\udfff]")
"""Half of a character, as broken fonts give it; spaCy refuses it."""
_INFIX = re.compile(
    r"(?<=\d)[/:–—x×*](?=[\d(])|(?<=[A-Za-z)])/(?=[A-Za-z(])|(?<=\d)-(?=\d)|[()\[\]“”\"=≤≥]|%(?=\S)|…|\.{3,}|"
    r"(?<=[a-z])[,;](?=[A-Za-z])"
)


@cache
def tokenizer() -> Tokenizer:
    """The tokenizer, made once per process."""
    from spacy.attrs import LOWER, ORTH
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab

    return Tokenizer(
        Vocab(lex_attr_getters={LOWER: str.lower}),
        rules={word: [{ORTH: word}] for word in ABBREVIATIONS},
        prefix_search=_PREFIX.search,
        suffix_search=_SUFFIX.search,
        infix_finditer=_INFIX.finditer,
        token_match=re.compile(rf"{_NUMBER}$").match,
    )


def tokenize(text: str) -> Doc:
    """Tokens of a sentence; joined with their blanks they are the text again.

    A number keeps its separators (`9.801.822.500`, `94,54`); currency, per cent sign, brackets and the `,-` behind an
    amount are tokens of their own. Offsets are those of `text`; half a character counts as one.
    """
    doc: Doc = tokenizer()(_HALF.sub("\ufffd", text))
    return doc
