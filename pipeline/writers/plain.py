"""Frozen values as plain JSON values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from schemas.printed import UNWRITTEN
from schemas.rumus import Simpul


def plain(value: Any) -> Any:
    """Dataclasses as objects, decimals as strings, dates as in ISO 8601, floats to a hundredth, tuples as lists.

    A node of a formula says in `simpul` what it is, for several kinds of node stand in one place.
    """
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return round(value, 2)
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        node = {"simpul": value.__class__.__name__.lower()} if isinstance(value, Simpul) else {}
        return node | {name: plain(getattr(value, name)) for name in _names(value.__class__)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [plain(item) for item in value]
    raise TypeError(f"no JSON for {type(value).__name__}")


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if UNWRITTEN not in field.metadata)
