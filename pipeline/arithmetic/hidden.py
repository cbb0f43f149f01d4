"""Parents that no number shows, where sums prove them: a bold program above its kegiatan; pure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pipeline.arithmetic.columns import Column, Sel, significant
from pipeline.arithmetic.groups import Group, Jenis
from pipeline.arithmetic.outline import Outline

_PROOF_DIGITS = 4


def with_hidden(groups: tuple[Group, ...], columns: tuple[Column, ...], outline: Outline) -> tuple[Group, ...]:
    """Adds the groups that sums prove, and to total rows the groupings without the rows below them.

    A row that a proven sum takes in heads no rows of its own, unless sums prove that, too.
    """
    runs: dict[int, tuple[int, ...]] = {}
    below: dict[int, tuple[int, ...]] = {}
    known = {group.row for group in groups if group.jenis is not Jenis.KEPALA}
    for column in columns:
        for row, (children, covered) in _runs(column, outline, known).items():
            runs.setdefault(row, children)
            below.setdefault(row, covered)
    if not runs:
        return groups
    inside = {row for rows in below.values() for row in rows}
    heads = {group.row: group for group in groups if group.jenis is Jenis.KEPALA}
    added = [
        Group(row=row, jenis=Jenis.KEPALA, calon=(children,), jelas=False)
        for row, children in sorted(runs.items(), reverse=True)
        if row not in heads
    ]
    heads_left = [g for g in groups if g.jenis is not Jenis.KEPALA or g.row in runs or g.row not in inside]
    widened = [_widened(group, runs, inside) for group in heads_left]
    return tuple([*added, *widened])


def _widened(group: Group, runs: dict[int, tuple[int, ...]], inside: set[int]) -> Group:
    if group.jenis is Jenis.KEPALA and group.row in runs:
        return replace(group, calon=tuple(dict.fromkeys((*group.calon, runs[group.row]))))
    if group.jenis is not Jenis.JUMLAH:
        return group
    without = [tuple(row for row in rows if row not in inside) for rows in group.calon]
    return replace(group, calon=tuple(dict.fromkeys(rows for rows in (*group.calon, *without) if rows)))


def _runs(column: Column, outline: Outline, known: set[int]) -> dict[int, tuple[tuple[int, ...], tuple[int, ...]]]:
    """For every row that equals the sum of rows below it, which no number shows: these rows, and all rows they cover.

    The row is unnumbered, or a numbered one above unnumbered rows (a program above its kegiatan in a column beside).
    """
    size = len(column.facts)
    found: dict[int, tuple[tuple[int, ...], tuple[int, ...]]] = {}
    for row in range(size - 1, -1, -1):
        if row in known or not _telling(column, row):
            continue
        run = _run(column, row, outline, found)
        if run:
            last = max(found[run[-1]][1]) if run[-1] in found else max((run[-1], *outline.subtree(run[-1])))
            found[row] = (run, tuple(range(row + 1, last + 1)))
    return found


def _run(
    column: Column,
    row: int,
    outline: Outline,
    found: dict[int, tuple[tuple[int, ...], tuple[int, ...]]],
) -> tuple[int, ...]:
    printed = column.interval(row)
    rows: list[int] = []
    index = row + 1
    numbered = outline.marks[row] is not None
    while index < len(column.facts) and index not in outline.aggregates:
        if numbered and outline.marks[index] is not None:
            return ()
        if column.sort(index) is Sel.UNREADABLE:
            return ()
        rows.append(index)
        total = column.total(tuple(rows))
        if total.signs > 1 and printed.meets(total.interval):
            return tuple(rows)
        if total.interval.low > printed.high:
            return ()
        covered = found[index][1] if index in found else outline.subtree(index)
        index = max((index, *covered)) + 1
    return ()


def _telling(column: Column, row: int) -> bool:
    """Whether the value has so many digits that a sum cannot meet it by chance."""
    fakta = column.facts[row]
    if fakta is None or column.sort(row) is not Sel.NUMBER or fakta.angka.value is None:
        return False
    return fakta.angka.value > Decimal(0) and significant(fakta.angka.value) >= _PROOF_DIGITS
