"""Sentences that findings quote: whole with the doubted number marked, or cut to the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.writers.wording import place_words
from schemas.finding import Evidence, Finding

ROLE = "narasi"
"""Role of evidence that is part of a sentence; its label is the sentence."""

DOUBTED = "doubted"
HELD_AGAINST = "held-against"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a sentence; `mark` is DOUBTED, HELD_AGAINST (another number of the finding) or blank."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence with its place, in pieces that make up the whole of it."""

    where: str
    pieces: tuple[Piece, ...]


def quoted(evidence: Evidence) -> bool:
    """Whether the evidence is part of a sentence, so that a quote shows all of it."""
    return evidence.role == ROLE and evidence.label is not None and evidence.text in evidence.label


def quotes(finding: Finding) -> tuple[Quote, ...]:
    """The sentences of a finding, each once, in the order of its evidence.

    The first piece of evidence is what the finding doubts; where its characters stand twice in the sentence, both
    are marked.
    """
    by_sentence: dict[str, list[Evidence]] = {}
    for evidence in finding.evidence:
        if quoted(evidence):
            by_sentence.setdefault(evidence.label or "", []).append(evidence)
    return tuple(
        Quote(where=place_words(same[0]), pieces=tuple(_pieces(sentence, same, finding.evidence[0])))
        for sentence, same in by_sentence.items()
    )


def excerpt(finding: Finding, width: int) -> str:
    """The sentences of a finding, each cut to `width` characters around its first number; blank without sentences."""
    seen: dict[str, Evidence] = {}
    for evidence in finding.evidence:
        if quoted(evidence):
            seen.setdefault(evidence.label or "", evidence)
    return "\n".join(around(sentence, evidence.text, width) for sentence, evidence in seen.items())


def around(sentence: str, text: str, width: int) -> str:
    """A sentence cut at blanks to about `width` characters with the text in their midst, … where words are left out."""
    if len(sentence) <= width:
        return sentence
    start, end = next(iter(_spans(sentence, text)), (0, 0))
    margin = max(width - (end - start), 0) // 2
    left, right = max(start - margin, 0), min(end + margin, len(sentence))
    if left > 0:
        left = sentence.find(" ", left, start) + 1 or start
    if right < len(sentence):
        right = max(sentence.rfind(" ", end, right), end)
    return ("… " if left > 0 else "") + sentence[left:right].strip() + (" …" if right < len(sentence) else "")


def _pieces(sentence: str, evidence: list[Evidence], doubted: Evidence) -> Iterator[Piece]:
    """The sentence cut at its marked texts; of texts that overlap the doubted one counts, then the longer one."""
    wanted = [
        (item is not doubted, start - end, start, end)
        for item in evidence
        if item.text != sentence
        for start, end in _spans(sentence, item.text)
    ]
    taken: list[tuple[int, int, str]] = []
    for other, _, start, end in sorted(wanted):
        if all(end <= first or last <= start for first, last, _ in taken):
            taken.append((start, end, HELD_AGAINST if other else DOUBTED))
    done = 0
    for start, end, mark in sorted(taken):
        yield Piece(text=sentence[done:start])
        yield Piece(text=sentence[start:end], mark=mark)
        done = end
    yield Piece(text=sentence[done:])


def _spans(sentence: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a text stands in a sentence, not as a part of a longer number or word."""
    if text.strip():
        for found in re.finditer(rf"(?<!\w)(?<!\d[.,]){re.escape(text)}(?!\w)(?![.,]\d)", sentence):
            yield found.span()
