"""Capaian rules that a report states, as a formula in one line or stacked over two or three."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
    """Rules stated in the text, one per rule and direction, with the place of the formula."""
    found: dict[tuple[str, Arah], RumusDinyatakan] = {}
    for index, line in enumerate(lines):
        squashed = re.sub(r"[\s.]", "", line.text.lower()).replace("–", "-")
        rule = _rule(squashed)
        if rule is None:
            continue
        before = " ".join(part.text for part in lines[max(0, index - _CONTEXT) : index])
        arah = Arah.TURUN if rule != "R/T" else _direction(before)
        found.setdefault(
            (rule, arah), RumusDinyatakan(rule=rule, arah=arah, text=line.text, place=line.place)
        )
    return tuple(found.values())


def _rule(squashed: str) -> str | None:
    if _INVERTED.search(squashed):
        return "(2T-R)/T"
    if _DIRECT.search(squashed):
        return "R/T"
    if _INVERSE.search(squashed):
        return "T/R"
    return None


def _direction(before: str) -> Arah:
    higher = [m.end() for m in _HIGHER.finditer(before)]
    lower = [m.end() for m in _LOWER.finditer(before)]
    if not higher and not lower:
        return Arah.TIDAK_DIKETAHUI
    return Arah.NAIK if max(higher, default=-1) >= max(lower, default=-1) else Arah.TURUN
