"""What stands behind the digits of a number: per cent sign, multiplier, unit, remarks, class."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.angka_id import words as words

_MARKS = rf"*\u2020\u2021{words.SUPERSCRIPT}\u2191\u2193\u25b2\u25bc\u2713\u221a\u2030"
_ASIDE = re.compile(rf"\s*(?:\([^()]*\)|\[[^\[\]]*\]|[{_MARKS}]+\)?)")
_WORD = r"[a-z][a-z.&-]*(?:[\u00b2\u00b3]|(?<=[a-z])[23](?!\w))?"
_PHRASE = rf"{_WORD}(?:\s?/\s?{_WORD})*"
_UNIT = re.compile(
    rf"(?:\s*(?:per|/)\s*(?:1(?:[.,]?000)+\s*)?)?\s*{_PHRASE}(?: {_PHRASE}){{0,3}}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """What stands behind the digits.

    Attributes:
        power: of ten, for ribu, juta, miliar, triliun.
        rupiah: the word was printed.
    """

    percent: bool = False
    rupiah: bool = False
    power: int = 0
    unit: str | None = None
    rest: str = ""


def read_tail(text: str, currency: bool) -> Tail | None:
    """Per cent sign, multiplier, unit, remarks and class; None when something else stands there."""
    if words.LIST_MARK.match(text) or words.TITLE.match(text):
        return None
    tail, text = read_measure(text, currency)
    unit, asides = None, []
    while text.strip():
        aside = _ASIDE.match(text)
        found = aside or (_UNIT.match(text) if unit is None else None)
        if found is None or words.CLASSES.match(text.lstrip()):
            break
        if aside:
            asides.append(found.group().strip())
        else:
            unit = found.group().strip().rstrip(".,")
        text = text[found.end() :]
    rest = text.strip()
    if not _is_remark(rest, behind=bool(unit or tail.percent or asides)):
        return None
    return replace(tail, unit=unit, rest=" ".join([*asides, rest]).strip())


def read_measure(text: str, currency: bool) -> tuple[Tail, str]:
    """Per cent sign, multiplier and `rupiah` directly behind the digits, and the text after them."""
    percent, power, rupiah = False, 0, False
    if match := words.PERCENT.match(text):
        percent, text = True, text[match.end() :]
    for pattern, exponent in words.MULTIPLIERS + (words.CURRENCY_LETTERS if currency else ()):
        if not power and not percent and (match := pattern.match(text)):
            power, text = exponent, text[match.end() :]
    if match := words.RUPIAH.match(text):
        rupiah, text = True, text[match.end() :]
    return Tail(percent=percent, power=power, rupiah=rupiah), text


def _is_remark(rest: str, *, behind: bool) -> bool:
    """Whether the last characters may be left over without making the number doubtful."""
    if any(char.isdecimal() for char in rest):
        return False
    if rest in ("", ".", ";"):
        return True
    return bool(words.CLASSES.match(rest)) or (behind and rest[0].isalpha() and len(rest.split()) <= 8)
