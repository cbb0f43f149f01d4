"""documents/<sha256>/: what was printed, how it was understood, records of its decrees, and every table as CSV."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from pipeline.writers.cells import safe_cell
from pipeline.writers.decree_json import FILE as DECREE_JSON
from pipeline.writers.decree_json import FOLDER, write_records
from pipeline.writers.plain import plain
from schemas.printed import Table
from schemas.result import DocumentResult


def write_document(document: DocumentResult, folder: Path) -> None:
    """Writes printed.json, laporan.json, decree.json and tables/NNN.csv of a document; nothing for one that failed.

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
        if document.laporan.keputusan:
            write_records(document, document.laporan.keputusan, target / DECREE_JSON)
    for number, table in enumerate(document.printed.tables, start=1):
        _write_table(table, target / "tables" / f"{number:03}.csv")


def _write_json(value: object, path: Path) -> None:
    with path.open("w", encoding="utf-8", errors="replace") as handle:
        # The text at once: written piece by piece, as `json.dump` does, it takes several times as long.
        handle.write(f"{json.dumps(plain(value), ensure_ascii=False, separators=(',', ':'))}\n")


def _write_table(table: Table, path: Path) -> None:
    """The grid of a table; a merged cell stands in its first square."""
    grid = [[""] * table.cols for _ in range(table.rows)]
    for cell in table.cells:
        grid[cell.row][cell.col] = safe_cell(cell.flat)
    with path.open("w", encoding="utf-8", errors="replace", newline="") as handle:
        csv.writer(handle).writerows(grid)
