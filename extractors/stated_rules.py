"""Capaian rules that a report states, as a formula in one line or stacked over two or three."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.stated_templates import OTHER, find_template
from extractors.stated_words import rules_in_words
from schemas.kinerja import Arah, RumusDinyatakan
from schemas.printed import Line

_CONTEXT = 8
_TARGET = r"(?:target|rencana|t)(?:kinerja|tingkatcapaian)?"
_REAL = r"(?:realisasi|real|r)(?:kinerja)?"
_INVERTED = re.compile(rf"(?:2[x×*]?{_TARGET}\)?-\(?{_REAL})|(?:{_TARGET}-\(?{_REAL}-{_TARGET}\)?)")
_DIRECT = re.compile(
    rf"(?:capaian|pencapaian|persentase|kinerja|tingkat)[a-z%]*=\(?{_REAL}\)?[/:]\(?{_TARGET}\)?[x×*]?100"
)
_INVERSE = re.compile(
    rf"(?:capaian|pencapaian|persentase|kinerja|tingkat)[a-z%]*=\(?{_TARGET}\)?[/:]\(?{_REAL}\)?[x×*]?100"
)
_RULES = (("(2T-R)/T", _INVERTED), ("R/T", _DIRECT), ("T/R", _INVERSE))
_ONLY_REAL = re.compile(_REAL)
_ONLY_TARGET = re.compile(_TARGET)
_STACK = 3
_CAP = re.compile(
    r"capaian[^.;]{0,90}(?:maksimal|maksimum|paling\s+(?:tinggi|banyak)|tidak\s+(?:lebih|melebihi)|dibatasi|ditetapkan\s+sebesar)"
    r"[^.;\d]{0,40}(?:100|110|120|150)\s*(?:%|persen)",
    re.IGNORECASE,
)
_CAP_LINES = 3
CAP = "batas"
_HIGHER = re.compile(
    r"(?:semakin|makin)\s+tinggi\s+(?:nilai\s+)?realisasi.{0,60}semakin\s+(?:baik|tinggi)|bermakna\s+(?:capaian\s+)?positif",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"(?:semakin|makin)\s+(?:tinggi|rendah)\s+(?:nilai\s+)?realisasi.{0,60}(?:semakin\s+(?:rendah|buruk|kurang)|semakin\s+baik)"
    r"|bermakna\s+(?:capaian\s+)?negatif",
    re.IGNORECASE,
)


def find_stated_rules(lines: Sequence[Line]) -> tuple[RumusDinyatakan, ...]:
    """Rules stated in the text, one per rule and direction, with the place of the formula; a stated cap behind them.

    A formula of the same words that is none of the accepted rules has the rule `lain` and its text in one line.
    """
    found: dict[tuple[str, Arah], RumusDinyatakan] = {}
    whole: tuple[str, str] | None = None
    text: str | None
    for index, line in enumerate(lines):
        rest_of_formula = whole is not None
        rule = _rule(_squash(line.text)) or _stacked(lines[index : index + _STACK])
        whole = _broken(lines[index : index + 2]) if rule is None else None
        if whole is not None:
            rule, text = whole
        elif rule is not None:
            text = line.text
        else:
            text = None if rest_of_formula else find_template(lines, index)
        if text is None:
            continue
        before = " ".join(part.text for part in lines[max(0, index - _CONTEXT) : index])
        arah = _direction(before) if rule in (None, "R/T") else Arah.TURUN
        key = rule or f"{OTHER}:{text}"
        found.setdefault((key, arah), RumusDinyatakan(rule=rule or OTHER, arah=arah, text=text, place=line.place))
    if not found:
        return (*rules_in_words(lines), *_stated_caps(lines))
    return (*found.values(), *_stated_caps(lines))


def _stated_caps(lines: Sequence[Line]) -> list[RumusDinyatakan]:
    """The first sentence that says at which value capaian is cut off."""
    for index, line in enumerate(lines):
        if "capaian" in line.text.lower():
            found = _CAP.search(" ".join(part.text for part in lines[index : index + _CAP_LINES]))
            if found is not None and found.start() < len(line.text):
                text = found.group()
                return [RumusDinyatakan(rule=CAP, arah=Arah.TIDAK_DIKETAHUI, text=text, place=line.place)]
    return []


def _broken(lines: Sequence[Line]) -> tuple[str, str] | None:
    """The rule whose formula runs on in the next line (`(2 x Target -` / `Realisasi) / Target`) and its text."""
    if len(lines) < 2:
        return None
    first, second = (_squash(line.text) for line in lines)
    for rule, pattern in _RULES:
        match = pattern.search(first + second)
        if match is not None and match.start() < len(first) < match.end() and not _rule(second):
            return rule, f"{lines[0].text} {lines[1].text}"
    return None


def _squash(text: str) -> str:
    return re.sub(r"[\s.]", "", text.lower()).replace("–", "-")


def _stacked(lines: Sequence[Line]) -> str | None:
    """The rule of a fraction printed over three lines: what is divided, `Capaian = × 100%`, what it is divided by."""
    if len(lines) < _STACK:
        return None
    above, between, below = (_squash(line.text) for line in lines)
    if "100" not in between or not re.search(r"capaian|kinerja|=", between):
        return None
    if _ONLY_REAL.fullmatch(above) and _ONLY_TARGET.fullmatch(below):
        return "R/T"
    return "T/R" if _ONLY_TARGET.fullmatch(above) and _ONLY_REAL.fullmatch(below) else None


def _rule(squashed: str) -> str | None:
    return next((rule for rule, pattern in _RULES if pattern.search(squashed)), None)


def _direction(before: str) -> Arah:
    higher = [m.end() for m in _HIGHER.finditer(before)]
    lower = [m.end() for m in _LOWER.finditer(before)]
    if not higher and not lower:
        return Arah.TIDAK_DIKETAHUI
    return Arah.NAIK if max(higher, default=-1) >= max(lower, default=-1) else Arah.TURUN
