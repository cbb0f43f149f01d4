"""documents/<sha256>/: what was printed, how it was understood, and every table as CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.writers.cells import safe_cell
from schemas.printed import UNWRITTEN, Table
from schemas.result import DocumentResult

FOLDER = "documents"


def write_document(document: DocumentResult, folder: Path) -> None:
    """Writes printed.json, laporan.json and tables/NNN.csv of a document; nothing for one that failed.

    The folder is named by the hash of the document, so no name from outside reaches a path. A second document
    with the same bytes has the same content and is not written again.
    """
    if document.sha256 is None or document.printed is None:
        return
    target = folder / FOLDER / document.sha256
    if target.exists():
        return
    (target / "tables").mkdir(parents=True)
    _write_json(document.printed, target / "printed.json")
    if document.laporan is not None:
        _write_json(document.laporan, target / "laporan.json")
    for number, table in enumerate(document.printed.tables, start=1):
        _write_table(table, target / "tables" / f"{number:03}.csv")


def _write_json(value: object, path: Path) -> None:
    with path.open("w", encoding="utf-8", errors="replace") as handle:
        json.dump(plain(value), handle, ensure_ascii=False, separators=(",", ":"))
        handle.write("\n")


def plain(value: Any) -> Any:
    """Dataclasses as objects, decimals as strings, floats to a hundredth, tuples as lists."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return round(value, 2)
    if isinstance(value, Decimal):
        return str(value)
    if is_dataclass(value):
        return {name: plain(getattr(value, name)) for name in _names(value.__class__)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [plain(item) for item in value]
    raise TypeError(f"no JSON for {type(value).__name__}")


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if UNWRITTEN not in field.metadata)


def _write_table(table: Table, path: Path) -> None:
    """The grid of a table; a merged cell stands in its first square."""
    grid = [[""] * table.cols for _ in range(table.rows)]
    for cell in table.cells:
        grid[cell.row][cell.col] = safe_cell(cell.flat)
    with path.open("w", encoding="utf-8", errors="replace", newline="") as handle:
        csv.writer(handle).writerows(grid)
