"""Whether the rows of two budget tables show that their totals are totals of different things; pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.arithmetic.outline import outline_of
from schemas.angka import AngkaKind
from schemas.kinerja import JenisBaris, Part, Scope, Tabel

_CLASS = re.compile(r"\W*(program|sub\s?kegiatan|kegiatan|belanja|urusan)\b", re.IGNORECASE)
_NEAR = Decimal("0.05")


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """A budget table with the total that is told of it."""

    tabel: Tabel
    total: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    label: str
    amount: Decimal
    top: bool


def proved_apart(a: Budget, b: Budget, others: Iterable[Budget] = ()) -> bool:
    """Whether one of two is part of the other, or both are parts of a whole.

    Args:
        a: a table.
        b: another, with another total.
        others: further tables of the report, which may print the sum of both.
    """
    small, large = sorted((a, b), key=lambda item: item.total)
    return _is_part(small, large) or _no_row_in_common(a, b) or _add_up(a, b, others)


def _is_part(small: Budget, large: Budget) -> bool:
    """Whether the smaller total is a row of the larger table, or further rows of that one are worth the difference."""
    few, many = _rows(small.tabel), _rows(large.tabel)
    if any(row.amount == small.total for row in many):
        return True
    extra = list((Counter((r.label, r.amount) for r in many) - Counter((r.label, r.amount) for r in few)).elements())
    if not few or not extra or Counter((r.label, r.amount) for r in few) - Counter((r.label, r.amount) for r in many):
        return False
    top = sum((row.amount for row in many if row.top and (row.label, row.amount) in extra), Decimal(0))
    return large.total - small.total in (top, sum((amount for _, amount in extra), Decimal(0)))


def _no_row_in_common(a: Budget, b: Budget) -> bool:
    """Whether no name and no amount stands in both, though both list things of one class.

    The same money listed by program and by kind of belanja has no row in common either; of such tables only totals far
    from each other are told apart, and only where one of them does not say what it lists.
    """
    rows = _rows(a.tabel), _rows(b.tabel)
    if not all(rows):
        return False
    if {row.label for row in rows[0]} & {row.label for row in rows[1]}:
        return False
    if {row.amount for row in rows[0]} & {row.amount for row in rows[1]}:
        return False
    classes = [_classes(found) for found in rows]
    if all(classes) or not any(classes):
        return bool(classes[0] & classes[1]) or not any(classes)
    return abs(a.total - b.total) > _NEAR * max(a.total, b.total)


def _add_up(a: Budget, b: Budget, others: Iterable[Budget]) -> bool:
    """Whether another table prints the sum of both, or of all that are smaller than it."""
    rest = [item for item in others if item.tabel.index not in (a.tabel.index, b.tabel.index)]
    for whole in rest:
        members = {item.tabel.index: item.total for item in (*rest, a, b) if item.total < whole.total}
        both = a.tabel.index in members and b.tabel.index in members
        if both and whole.total in (a.total + b.total, sum(members.values(), Decimal(0))):
            return True
    return False


def _classes(rows: Sequence[_Row]) -> frozenset[str]:
    found = (_CLASS.match(row.label) for row in rows)
    return frozenset("".join(match[1].split()) for match in found if match is not None)


def _rows(tabel: Tabel) -> tuple[_Row, ...]:
    """Rows that are no totals, with the first budget they print."""
    outline = outline_of(tabel.baris)
    found: list[_Row] = []
    for index, baris in enumerate(tabel.baris):
        if baris.jenis in (JenisBaris.JUMLAH, JenisBaris.RATA_RATA) or index in outline.aggregates:
            continue
        for fakta in baris.all(Part.ANGGARAN):
            if fakta.scope is Scope.OWN and fakta.angka.kind is AngkaKind.NUMBER and fakta.angka.value is not None:
                top = outline.parents[index] is None
                found.append(_Row(label=" ".join(baris.label.lower().split()), amount=fakta.angka.value, top=top))
                break
    return tuple(found)
