"""The rules by which reports compute efficiency, and which of them a table follows; pure.

Rujukan:
    No regulation binds an office of a region. PMK 249/2011 (E = 1 - biaya per keluaran riil / rencana, and
    NE from E) binds ministries; offices use the difference of capaian and serapan, their quotient, or what
    serapan leaves of 100.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from pipeline.arithmetic import difference, point, quotient, reaches, scaled
from schemas.angka import Angka, Interval

_HUNDRED = Decimal(100)
_FULL = point(_HUNDRED)


def _percent(a: Interval, b: Interval) -> Interval | None:
    ratio = quotient(a, b)
    return None if ratio is None else scaled(ratio, _HUNDRED)


def _saving(capaian: Interval, serapan: Interval) -> Interval | None:
    """1 - P/C in per cent."""
    spent = _percent(serapan, capaian)
    return None if spent is None else difference(_FULL, spent)


def _value(capaian: Interval, serapan: Interval) -> Interval | None:
    """NE = 50 + E / 20 x 50, with E kept within -20 and 20."""
    saving = _saving(capaian, serapan)
    if saving is None:
        return None
    ends = [min(max(end, Decimal(-20)), Decimal(20)) * Decimal("2.5") + 50 for end in (saving.low, saving.high)]
    return Interval(low=ends[0], high=ends[1])


EFFICIENCY: Mapping[str, Callable[[Interval, Interval], Interval | None]] = MappingProxyType(
    {
        "% capaian kinerja - % serapan": difference,
        "% capaian kinerja / % serapan": quotient,
        "% capaian kinerja / % serapan x 100": _percent,
        "% serapan / % capaian kinerja": lambda capaian, serapan: quotient(serapan, capaian),
        "% serapan / % capaian kinerja x 100": lambda capaian, serapan: _percent(serapan, capaian),
        "100 - % serapan": lambda _, serapan: difference(_FULL, serapan),
        "% serapan": lambda _, serapan: serapan,
        "% serapan - % capaian kinerja": lambda capaian, serapan: difference(serapan, capaian),
        "(1 - % serapan / % capaian kinerja) x 100": _saving,
        "nilai efisiensi 50 + E/20 x 50": _value,
    }
)
"""Rules by the name that the auditor reads, the usual ones first: efficiency from capaian and serapan."""

WITHOUT_CAPAIAN = frozenset({"100 - % serapan", "% serapan"})
"""Rules that need no capaian."""


def follows(printed: Angka, rule: str, capaian: Interval | None, serapan: Interval) -> bool:
    """Whether the printed efficiency may come from the rule; never where the rule is undefined."""
    right = by_rule(rule, capaian, serapan)
    return right is not None and reaches(printed, right)


def by_rule(rule: str, capaian: Interval | None, serapan: Interval) -> Interval | None:
    """Efficiency by a rule of `EFFICIENCY`; None where it is undefined or lacks its capaian.

    Raises:
        KeyError: when there is no such rule.
    """
    if capaian is None:
        return EFFICIENCY[rule](serapan, serapan) if rule in WITHOUT_CAPAIAN else None
    return EFFICIENCY[rule](capaian, serapan)
