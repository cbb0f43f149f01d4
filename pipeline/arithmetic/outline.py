"""Which row of a table is the parent of which, read from the printed numbers; pure.

Dotted numbers and codes (`1.1.1`, `2.07.03.2.01.0001`) nest by their prefix. Single marks (`I`, `A`, `1`,
`a`) nest by their style: a style not met yet opens a level below the row before. Rows without a mark stay
outside the outline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from schemas.kinerja import Baris, JenisBaris

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_TEXT = re.compile(r"^(?=[ivxlc])c?(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$")
_AGGREGATE = re.compile(
    r"^(sub\s*-?\s*|grand\s*)?(j\s*u\s*m\s*l\s*a\s*h|t\s*o\s*t\s*a\s*l)"
    r"(\s+(total|keseluruhan|seluruhnya|umum|[ivx]+|[a-h]|\d+))?"
    r"(\s*(\+|dan|&)\s*(jumlah\s*)?([ivx]+|[a-h]|\d+))*\s*[:.]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A list mark or code: the style of each token (`n`, `a`, `A`, `i`, `I`, `n)`) and their values."""

    styles: tuple[str, ...]
    key: tuple[int, ...]

    @property
    def dotted(self) -> bool:
        """Whether it has more than one token."""
        return len(self.key) > 1

    def above(self, other: Mark) -> bool:
        """Whether this mark is a proper prefix of the other."""
        size = len(self.key)
        return size < len(other.key) and other.key[:size] == self.key and other.styles[:size] == self.styles


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Parents of the rows of one table, by row index.

    Attributes:
        marks: the mark of each row, None without one.
        parents: index of the parent of each row, None for the top and for rows outside the outline.
        aggregates: rows that sum or average others.
        scattered: rows some of whose children stand before them or behind a row that closed them.
    """

    marks: tuple[Mark | None, ...]
    parents: tuple[int | None, ...]
    aggregates: frozenset[int]
    scattered: frozenset[int] = frozenset()

    def children(self, index: int) -> tuple[int, ...]:
        """Direct children, top to bottom."""
        return tuple(row for row, parent in enumerate(self.parents) if parent == index)

    def subtree(self, index: int) -> tuple[int, ...]:
        """All rows below it, without itself."""
        below: list[int] = []
        for child in self.children(index):
            below += (child, *self.subtree(child))
        return tuple(sorted(below))

    def leaves(self, rows: tuple[int, ...]) -> tuple[int, ...]:
        """Those of the rows that have no child."""
        parents = set(self.parents)
        return tuple(row for row in rows if row not in parents)

    def roots(self, rows: tuple[int, ...]) -> tuple[int, ...]:
        """Those of the rows whose parent is not among them."""
        among = set(rows)
        return tuple(row for row in rows if self.parents[row] not in among)

    def numbered(self, rows: tuple[int, ...]) -> tuple[int, ...]:
        """Those of the rows that carry a mark or a parent."""
        return tuple(row for row in rows if self.marks[row] is not None or self.parents[row] is not None)


def is_aggregate(baris: Baris) -> bool:
    """Whether the row sums or averages others, by its kind or by a label that is just JUMLAH or TOTAL."""
    if baris.jenis in (JenisBaris.JUMLAH, JenisBaris.RATA_RATA):
        return True
    if baris.label and baris.nomor:
        return False
    return _AGGREGATE.match(" ".join((baris.label or baris.nomor or "").split())) is not None


def outline_of(baris: tuple[Baris, ...]) -> Outline:
    """Reads the outline of the rows of one table; where no row has a mark, `level` nests them."""
    aggregates = frozenset(index for index, row in enumerate(baris) if is_aggregate(row))
    readings = [() if index in aggregates else readings_of(row.nomor) for index, row in enumerate(baris)]
    if not any(readings):
        return _by_level(baris, aggregates)
    marks: list[Mark | None] = []
    parents: list[int | None] = []
    stack: list[tuple[Mark, int]] = []
    for index, options in enumerate(readings):
        if not options:
            marks.append(None)
            parents.append(None)
            continue
        mark = _choose(options, stack)
        _unwind(mark, stack)
        marks.append(mark)
        parents.append(stack[-1][1] if stack else None)
        stack.append((mark, index))
    return Outline(
        marks=tuple(marks),
        parents=tuple(parents),
        aggregates=aggregates,
        scattered=_scattered(tuple(marks), tuple(parents)),
    )


def readings_of(nomor: str | None) -> tuple[Mark, ...]:
    """All readings of a printed number: `i` is a letter or a Roman one. Empty when it is no number."""
    text = " ".join((nomor or "").split())
    closing = ")" if text.endswith(")") else ""
    parts = text.strip("().:- ")
    tokens = [token for token in re.split(r"[.\s]+", parts) if token]
    options = [_token(token) for token in tokens]
    words = " " in parts and not all(token.isdigit() for token in tokens)
    if not options or not all(options) or words:
        return ()
    if len(options) == 1:
        return tuple(Mark(styles=(style + closing,), key=(value,)) for style, value in options[0])
    return (Mark(styles=tuple(o[0][0] for o in options), key=tuple(o[0][1] for o in options)),)


def consecutive(marks: tuple[Mark | None, ...], *, start: int = 1) -> bool:
    """Whether the last tokens count up by one from `start`; a mark repeated by a merged cell counts once."""
    values: list[int] = []
    for mark in marks:
        if mark is None or mark.styles != marks[0].styles:  # type: ignore[union-attr]
            return False
        if not values or values[-1] != mark.key[-1]:
            values.append(mark.key[-1])
    return bool(values) and values == list(range(start, start + len(values)))


def gaps(marks: tuple[Mark | None, ...]) -> tuple[str, ...]:
    """Dotted numbers missing before the last of the siblings, written with dots."""
    found = [mark for mark in marks if mark is not None]
    if len(found) != len(marks) or not found or any(not m.dotted or m.styles[-1] != "n" for m in found):
        return ()
    prefix = found[0].key[:-1]
    if any(mark.key[:-1] != prefix for mark in found):
        return ()
    have = {mark.key[-1] for mark in found}
    missing = [value for value in range(1, max(have)) if value not in have]
    return tuple(".".join(str(token) for token in (*prefix, value)) for value in missing)


def _token(token: str) -> tuple[tuple[str, int], ...]:
    if token.isascii() and token.isdigit():
        return (("n", int(token)),)
    if not token.isascii() or not token.isalpha() or not (token.islower() or token.isupper()):
        return ()
    upper = token.isupper()
    low = token.lower()
    letter = (("A" if upper else "a", ord(low) - ord("a") + 1),) if len(low) == 1 else ()
    roman = (("I" if upper else "i", _roman(low)),) if _ROMAN_TEXT.match(low) else ()
    return roman + letter if low in ("i", "v", "x") else letter + roman


def _roman(low: str) -> int:
    values = [_ROMAN[char] for char in low]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _choose(options: tuple[Mark, ...], stack: list[tuple[Mark, int]]) -> Mark:
    """The reading that goes on counting an open level, else one that starts a level, else the first."""
    for open_mark, _ in reversed(stack):
        for option in options:
            same = option.styles == open_mark.styles and option.key[:-1] == open_mark.key[:-1]
            if same and option.key[-1] == open_mark.key[-1] + 1:
                return option
    return next((option for option in options if option.key[-1] == 1), options[0])


def _unwind(mark: Mark, stack: list[tuple[Mark, int]]) -> None:
    """Closes the levels that the mark ends, so that the top of the stack is its parent."""
    if mark.dotted:
        prefixes = [depth for depth, (open_mark, _) in enumerate(stack) if open_mark.above(mark)]
        if prefixes:
            del stack[prefixes[-1] + 1 :]
            return
    same = [depth for depth, (open_mark, _) in enumerate(stack) if _siblings(open_mark, mark)]
    if same:
        del stack[same[0] :]


def _siblings(one: Mark, other: Mark) -> bool:
    if one.dotted or other.dotted:
        return one.styles[0] == other.styles[0]
    return one.styles == other.styles


def _scattered(marks: tuple[Mark | None, ...], parents: tuple[int | None, ...]) -> frozenset[int]:
    found = [(index, mark) for index, mark in enumerate(marks) if mark is not None]
    scattered: set[int] = set()
    for index, mark in found:
        for other, below in found:
            parent = parents[other]
            nearest = marks[parent] if parent is not None else None
            if mark.above(below) and (nearest is None or len(nearest.key) < len(mark.key)):
                scattered.add(index)
    return frozenset(scattered)


def _by_level(baris: tuple[Baris, ...], aggregates: frozenset[int]) -> Outline:
    parents: list[int | None] = []
    stack: list[tuple[int, int]] = []
    for index, row in enumerate(baris):
        if index in aggregates or row.level is None:
            parents.append(None)
            continue
        while stack and stack[-1][0] >= row.level:
            stack.pop()
        parents.append(stack[-1][1] if stack else None)
        stack.append((row.level, index))
    return Outline(marks=(None,) * len(baris), parents=tuple(parents), aggregates=aggregates)
