"""Markers of lists: `3.`, `b)`, `(c)`, `IV.`, and the bare letters of older decrees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_MARK = re.compile(
    r"(?P<buka>\(?)(?P<isi>\d{1,2}|[A-Za-z]|[ivxl]{2,6}|[IVXL]{2,6})(?P<tutup>[.)]{1,2})"
    r"(?:\s+(?=[^\W\d_]|[\"“‘'(*])|(?<=[\da-z][.)])(?=[A-Z][a-z]))"
)
_BARE = re.compile(r"(?P<isi>[a-z])\s+(?=[A-Z])")
_INLINE = re.compile(r"(?<!\S)(?P<isi>[a-z])(?P<tutup>[.)])\s+(?=[A-Z])")
_SHORT = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivxlIVXL]{2,6})[.)]{1,2}")
_FIRST = re.compile(r"\(?(?:\d{1,2}|[A-Za-z|!]|[ivxlIVXL]{2,6})[.)]{0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Baca:
    """One reading of a marker: style (`a.`, `1)`, `I.`) and rank in it."""

    gaya: str
    urut: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Penanda:
    """A marker at the beginning of a text, with every reading of it (`i.` is a letter or a roman number)."""

    teks: str
    sisa: str
    baca: tuple[Baca, ...]


def marker(text: str) -> Penanda | None:
    """The marker a line begins with, None when it begins with none."""
    stripped = text.strip()
    match = _MARK.match(stripped) or _BARE.match(stripped)
    if match is None:
        return None
    groups = match.groupdict()
    return Penanda(
        teks=match.group().strip(),
        sisa=stripped[match.end() :].strip(),
        baca=readings(groups["isi"], groups.get("buka") or "", groups.get("tutup") or ""),
    )


def inline_markers(text: str) -> Iterator[tuple[int, str, Baca]]:
    """Small letters with a point or bracket before a capital, anywhere in the text of a cell."""
    for match in _INLINE.finditer(text):
        letter = next(b for b in readings(match["isi"], "", match["tutup"]) if b.gaya.startswith("a"))
        yield match.start(), match.group().strip(), letter


def readings(content: str, opening: str, closing: str) -> tuple[Baca, ...]:
    """What a marker may mean: a number, a letter, a roman number."""
    if content.isdigit():
        return (Baca(gaya=f"{opening}1{closing}", urut=int(content)),)
    small = content.lower()
    found = []
    if len(content) == 1:
        found.append(Baca(gaya=f"{opening}{'a' if content.islower() else 'A'}{closing}", urut=ord(small) - 96))
    rank = roman(small)
    if rank is not None:
        found.append(Baca(gaya=f"{opening}{'i' if content.islower() else 'I'}{closing}", urut=rank))
    return tuple(found)


def roman(text: str) -> int | None:
    """Rank of a roman number in small letters up to 89; None when it is none as one would write it."""
    values = [_ROMAN.get(sign) for sign in text]
    if not text or None in values:
        return None
    known = [value for value in values if value is not None]
    total = sum(-v if v < max(known[k + 1 :], default=0) else v for k, v in enumerate(known))
    return total if _written(total) == text else None


def _written(number: int) -> str:
    """A roman number in small letters."""
    parts = []
    for size, sign in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        count, number = divmod(number, size)
        parts.append(sign * count)
    return "".join(parts)


def tokens(text: str) -> tuple[str, ...]:
    """Short words that may be markers: the first word of a line, and any that carries a point or bracket."""
    words = text.split()
    first = words[:1] if words and _FIRST.fullmatch(words[0]) else []
    return (*first, *(word for word in words[1:] if _SHORT.fullmatch(word)))
