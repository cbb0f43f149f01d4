"""Fields whose printed result is missing from the file but can be worked out: counters, lists, EQ fractions."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from extractors.readers.docx.names import value, w, whole
from extractors.readers.docx.numbering import letters, roman

_SEQUENCE = re.compile(r"\s*SEQ\s+(?P<name>\S+)(?P<switches>.*)$", re.IGNORECASE | re.DOTALL)
_SWITCH = re.compile(r"\\(?P<letter>[chnrs])\s*(?P<value>\d+)?", re.IGNORECASE)
_FORMAT = re.compile(r"\\\*\s*(?P<format>\w+)")
_FRACTION = re.compile(r"\\f\s*\(", re.IGNORECASE)
_EQUATION = re.compile(r"\s*EQ\s+(?P<body>.*)$", re.IGNORECASE | re.DOTALL)


class Sequences:
    """Counters of SEQ fields ("Tabel 1", "Tabel 2" …) by name."""

    def __init__(self) -> None:
        """Starts every counter at nothing."""
        self._counts: dict[str, int] = {}

    def result(self, instruction: str, stored: str) -> str:
        """What a field prints.

        Args:
            instruction: code of the field.
            stored: the result kept in the file; it wins, and sets the counter.

        Returns:
            The stored result, else the counted number of a SEQ field, else "".
        """
        match = _SEQUENCE.match(instruction)
        if match is None:
            return stored
        name = match["name"].lower()
        switches = {found["letter"].lower(): found["value"] for found in _SWITCH.finditer(match["switches"])}
        number = self._next(name, switches)
        if stored.strip():
            self._counts[name] = int(stored) if stored.strip().isdecimal() else number
            return stored
        self._counts[name] = number
        chosen_format = _FORMAT.search(match["switches"])
        name_of_format = chosen_format["format"] if chosen_format else "ARABIC"
        if "h" in switches and chosen_format is None:
            return ""
        return _formatted(number, name_of_format)

    def _next(self, name: str, switches: dict[str, str | None]) -> int:
        """The number of this field: repeated, reset or one more."""
        current = self._counts.get(name, 0)
        if "c" in switches:
            return current
        reset = switches.get("r")
        return int(reset) if reset else current + 1


def _formatted(number: int, name: str) -> str:
    """A number in the format that a field asks for; case tells upper from lower."""
    if name.lower() == "roman":
        return roman(number) if name[0].isupper() else roman(number).lower()
    if name.lower() == "alphabetic":
        return letters(number).upper() if name[0].isupper() else letters(number)
    return str(number)


def selected_entry(begin: Element) -> str:
    """The entry that a drop-down form field shows, "" for every other field.

    Args:
        begin: its `w:fldChar`; it holds the list, and the number of the entry that was chosen or preset.
    """
    choices = begin.find(f"{w('ffData')}/{w('ddList')}")
    if choices is None:
        return ""
    entries = [entry.get(w("val"), "") for entry in choices.iterfind(w("listEntry"))]
    number = whole(value(choices, "result") or value(choices, "default"))
    return entries[number] if 0 <= number < len(entries) else ""


def equation_field(instruction: str) -> str | None:
    """Linear text of an EQ field made of plain text and fractions.

    Returns:
        The text, None when the instruction is no EQ field, "" when it uses switches that are not understood.
    """
    match = _EQUATION.match(instruction)
    if match is None:
        return None
    return " ".join((_equation(match["body"]) or "").split())


def _equation(text: str) -> str | None:
    """Replaces the fractions of an EQ body, innermost last; None when something else is in it."""
    opening = _FRACTION.search(text)
    if opening is None:
        return None if "\\" in text else text
    inner, end = _enclosed(text, opening.end())
    parts = _arguments(inner)
    if len(parts) != 2:
        return None
    before = text[: opening.start()]
    converted = [_equation(part) for part in (*parts, text[end:])]
    if "\\" in before or any(part is None for part in converted):
        return None
    numerator, denominator, after = converted
    return f"{before} ({(numerator or '').strip()}) / ({(denominator or '').strip()}) {after}"


def _enclosed(text: str, start: int) -> tuple[str, int]:
    """Text from `start` up to the bracket that closes it, and the position behind that bracket."""
    depth = 1
    for position in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[position], 0)
        if depth == 0:
            return text[start:position], position + 1
    return text[start:], len(text)


def _arguments(text: str) -> list[str]:
    """Splits at the top-level separator: `;` where there is one (numbers may hold commas then), else `,`."""
    for separator in (";", ","):
        parts, depth, start = [], 0, 0
        for position, sign in enumerate(text):
            depth += {"(": 1, ")": -1}.get(sign, 0)
            if sign == separator and depth == 0:
                parts.append(text[start:position])
                start = position + 1
        if parts:
            return [*parts, text[start:]]
    return [text]
