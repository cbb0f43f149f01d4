"""Rules for capaian that are none of the accepted ones: formulas of realisasi, target and capaian, as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from schemas.printed import Line

OTHER = "lain"
"""Key of a stated rule that is none of the accepted ones."""

_CUE_LINES = 4
_CUE = re.compile(r"\b(?:rumus|formula|formulasi|penghitungan|perhitungan)\b", re.IGNORECASE)
_TARGET = frozenset(("target", "rencana", "t"))
_REAL = frozenset(("realisasi", "real", "r"))
_CAPAIAN = frozenset(("capaian", "pencapaian"))
_FILLER = frozenset(("persentase", "presentase", "prosentase", "persen", "tingkat", "kinerja", "nilai", "sasaran"))
_WORDS = _TARGET | _REAL | _CAPAIAN | _FILLER
_TOKEN = re.compile(r"[a-z]+|\d+|[^\sa-z\d]")
_SIGNS = frozenset("=+-–−x×*/:()[]{}%.,")
_BETWEEN = re.compile(r"^\s*=?\s*[x×*]?\s*100\s*%?\s*$", re.IGNORECASE)
_MINUS = re.compile(r"[-–−]")
_LONGEST = 160
_FACTOR = re.compile(r"\s[x×*]\s*(?:100\s*%?)?\s*$", re.IGNORECASE)


def find_template(lines: Sequence[Line], index: int) -> str | None:
    """The formula that begins in a line, written in one line; None where the line states none.

    Only words of a rule count (realisasi, target, rencana, capaian and what may stand with them), so that a formula of
    an indicator is none. A fraction over three lines needs a line before it that announces a formula.
    """
    text = lines[index].text
    before = " ".join(line.text for line in lines[max(0, index - _CUE_LINES) : index])
    if _is_formula(text, announced=bool(_CUE.search(before))):
        return text
    if index + 2 >= len(lines) or not _CUE.search(before):
        return None
    above, between, below = (line.text for line in lines[index : index + 3])
    return _stacked(_FACTOR.sub("", above), below) if _BETWEEN.match(between) and "=" in between else None


def _is_formula(text: str, *, announced: bool) -> bool:
    """Whether a line is `… = … / …` in words of a rule only; an announced one may lack what stands left."""
    left, equals, right = text.rpartition("=")
    named = [word for word in _words(right) if word in _TARGET | _REAL]
    if len(text) > _LONGEST or len(named) < 2 or not re.search(r"[/:]", right):
        return False
    return bool(_words(left)) if equals else announced and bool(_MINUS.search(right))


def _words(text: str) -> list[str]:
    """The words of a text; nothing where one of them, or a sign, belongs to no rule."""
    tokens = [token for token in _TOKEN.findall(text.lower()) if token not in ("x", "×")]
    words = [token for token in tokens if token.isalpha()]
    known = all(word in _WORDS for word in words) and all(
        token in _SIGNS or token.isdigit() for token in tokens if not token.isalpha()
    )
    return words if known else []


def _stacked(above: str, below: str) -> str | None:
    """A fraction whose name stands left of it in both lines: the words are shared out so that each part makes sense."""
    top, bottom = above.split(), below.split()
    for i, j in product(range(len(top)), range(len(bottom))):
        name, numerator, denominator = top[:i] + bottom[:j], top[i:], bottom[j:]
        if (_named(name) or not name) and _planned(denominator) and (_achieved(numerator) or _differs(numerator)):
            return f"{' '.join(name) or 'Capaian'} = ({' '.join(numerator)}) / ({' '.join(denominator)}) x 100%"
    return None


def _named(words: Sequence[str]) -> bool:
    found = _words(" ".join(words))
    return bool(found) and not _CAPAIAN.isdisjoint(found) and _REAL.isdisjoint(found)


def _achieved(words: Sequence[str]) -> bool:
    """Whether words name an achievement in per cent."""
    found = _words(" ".join(words))
    share = bool(found) and (found[0].startswith(("pers", "pres", "pros")) or words[0].startswith("%"))
    return share and not _CAPAIAN.isdisjoint(found) and (_TARGET | _REAL).isdisjoint(found)


def _differs(words: Sequence[str]) -> bool:
    """Whether words are a difference of realisasi and target."""
    found = _words(" ".join(words))
    return bool(found) and set(found) <= _TARGET | _REAL and any(_MINUS.search(word) for word in words)


def _planned(words: Sequence[str]) -> bool:
    found = _words(" ".join(words))
    return bool(found) and found[0] in _TARGET and set(found[1:]) <= _FILLER | _CAPAIAN
