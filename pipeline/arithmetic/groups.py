"""Which rows of a table a printed sum may be the sum of; pure.

Documents total in many ways: the rows since the last sub-total, the sub-totals, the top level, the leaves,
a head above unnumbered rows. A group holds every plausible grouping, the likeliest first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from pipeline.arithmetic.outline import Outline, outline_of
from schemas.kinerja import Baris, JenisBaris, Tabel

_LABEL = re.compile(r"^\s*(?:sub\s*)?(?:jumlah|total)\s*([ivx]+|[a-h]|\d+)\s*[:.]?\s*$", re.IGNORECASE)
_LABEL_SUM = re.compile(r"^\s*(?:sub\s*)?(?:jumlah|total)\s+(.+\s*(?:\+|\bdan\b|&)\s*.+)$", re.IGNORECASE)


class Jenis(StrEnum):
    """What kind of row prints the sum."""

    INDUK = "induk"
    KEPALA = "kepala"
    JUMLAH = "jumlah"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A row that prints a sum, with the groupings it may be the sum of.

    Attributes:
        row: index of that row in `Tabel.baris`.
        jenis: INDUK has numbered children; KEPALA is an unnumbered row above others; JUMLAH is a total row.
        calon: groupings as row indexes, the likeliest first; never empty.
        jelas: whether the printed numbers leave no doubt that one of the groupings is meant.
    """

    row: int
    jenis: Jenis
    calon: tuple[tuple[int, ...], ...]
    jelas: bool


def groups_of(tabel: Tabel) -> tuple[Outline, tuple[Group, ...]]:
    """All groups of a table, bottom up (children before their parents), and the outline they come from."""
    outline = outline_of(tabel.baris)
    groups: list[Group] = []
    for row in range(len(tabel.baris) - 1, -1, -1):
        baris = tabel.baris[row]
        if row in outline.aggregates:
            group = None if baris.jenis is JenisBaris.RATA_RATA else total_of(row, tabel.baris, outline)
        elif outline.children(row):
            group = _parent(row, outline)
        else:
            group = _head(row, tabel.baris, outline)
        if group is not None:
            groups.append(group)
    order = {Jenis.INDUK: 0, Jenis.KEPALA: 1, Jenis.JUMLAH: 2}
    return outline, tuple(sorted(groups, key=lambda group: order[group.jenis]))


def _parent(row: int, outline: Outline) -> Group:
    below = outline.subtree(row)
    children = outline.children(row)
    marks = [outline.marks[child] for child in children]
    keys = [mark.key for mark in marks if mark is not None]
    clear = row not in outline.scattered and len({len(key) for key in keys}) <= 1 and keys == sorted(set(keys))
    if outline.marks[row] is None:
        clear = False
    elif any(mark is not None and not mark.dotted for mark in marks):
        clear = clear and [key[-1] for key in keys] == list(range(1, len(keys) + 1))
    return Group(row=row, jenis=Jenis.INDUK, calon=_distinct(children, outline.leaves(below)), jelas=clear)


def _head(row: int, baris: tuple[Baris, ...], outline: Outline) -> Group | None:
    """An unnumbered row above numbered ones: the run down to the next unnumbered row, or all that follow."""
    if outline.marks[row] is not None or outline.parents[row] is not None or not has_number(baris[row]):
        return None
    after = _until_total(row, baris, outline)
    if not after or outline.marks[after[0]] is None:
        return None
    stop = next((i for i, r in enumerate(after) if outline.marks[r] is None and has_number(baris[r])), len(after))
    run = outline.numbered(after[:stop])
    everything = outline.numbered(after)
    calon = _distinct(outline.roots(run), outline.roots(everything), outline.leaves(run), outline.leaves(everything))
    return Group(row=row, jenis=Jenis.KEPALA, calon=calon, jelas=False) if calon else None


def total_of(row: int, baris: tuple[Baris, ...], outline: Outline) -> Group | None:
    """The groupings that a total row may sum; None where nothing stands before or after it."""
    before = tuple(r for r in range(row) if r not in outline.aggregates)
    totals = tuple(r for r in sorted(outline.aggregates) if r < row and baris[r].jenis is not JenisBaris.RATA_RATA)
    last = totals[-1] if totals else -1
    recent = tuple(r for r in before if r > last)
    named = _named(row, totals, baris)
    valued = tuple(r for r in recent if has_number(baris[r]))
    plain = len(totals) > 1 and not any(_LABEL_SUM.match(baris[total].label) for total in totals)
    subtotals = totals if plain and not valued else ()
    calon: list[tuple[int, ...]] = [named, subtotals]
    for rows in (recent, before):
        calon += (outline.roots(rows), outline.leaves(rows), rows, outline.numbered(rows))
        calon += (outline.roots(outline.numbered(rows)), tuple(r for r in rows if outline.marks[r] is None))
    calon += ((*totals, *outline.roots(recent)), *(totals[-size:] for size in range(2, len(totals))))
    calon += ((r,) for r in before if outline.marks[r] is None)
    if not before:
        after = _until_total(row, baris, outline)
        calon += (outline.roots(after), outline.leaves(after), after)
    groupings = _distinct(*calon)
    clear = bool(named or subtotals)
    return Group(row=row, jenis=Jenis.JUMLAH, calon=groupings, jelas=clear) if groupings else None


def _named(row: int, totals: tuple[int, ...], baris: tuple[Baris, ...]) -> tuple[int, ...]:
    """The totals that a label such as JUMLAH I + II names; empty when it names none or one is not there."""
    match = _LABEL_SUM.match(baris[row].label)
    if match is None:
        return ()
    names = re.split(r"\+|\bdan\b|&", match.group(1), flags=re.IGNORECASE)
    wanted = [re.sub(r"(?i)(sub|jumlah|total|[.:()\s])", "", name).lower() for name in names]
    have: dict[str, int] = {}
    for total in totals:
        label = _LABEL.match(baris[total].label)
        if label is not None:
            have[label.group(1).lower()] = total
    return tuple(have[name] for name in wanted) if all(name in have for name in wanted) else ()


def has_number(baris: Baris) -> bool:
    """Whether any cell of the row holds a number."""
    return any(fakta.angka.value is not None for fakta in baris.fakta)


def _until_total(row: int, baris: tuple[Baris, ...], outline: Outline) -> tuple[int, ...]:
    after: list[int] = []
    for index in range(row + 1, len(baris)):
        if index in outline.aggregates:
            break
        after.append(index)
    return tuple(after)


def _distinct(*groupings: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    return tuple(dict.fromkeys(grouping for grouping in groupings if grouping))
