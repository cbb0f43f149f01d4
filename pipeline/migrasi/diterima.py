"""The list of what persons accepted: belum-dipahami.csv as a run wrote it, filled in and given back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from schemas.errors import UsageError
from schemas.migrasi import Penerimaan

ID, DITERIMA, OLEH, CATATAN = "id", "diterima", "oleh", "catatan"
"""Columns of the list that are read."""

_YES = frozenset({"ya", "y", "yes"})
_NO = frozenset({"", "tidak", "t", "belum", "-"})


def read_accepted(path: Path) -> dict[str, Penerimaan]:
    """Ids that a person accepted, with the person's name.

    Spreadsheets save such a file with semicolons or tabs in place of commas, and not always as UTF-8.

    Raises:
        UsageError: when the file cannot be read, is no such list, or says `ya` without saying who.
    """
    text = _text(path)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        return dict(_accepted(rows, path))
    except csv.Error as error:
        raise UsageError(f"{path} baris {rows.line_num} tidak dapat dibaca sebagai CSV ({error}).") from error


def _accepted(rows: csv.DictReader[str], path: Path) -> Iterator[tuple[str, Penerimaan]]:
    headings = {heading.strip().lower(): heading for heading in rows.fieldnames or ()}
    missing = [name for name in (ID, DITERIMA, OLEH) if name not in headings]
    if missing:
        raise UsageError(
            f"{path} tidak memuat kolom {', '.join(missing)}; berikan belum-dipahami.csv hasil migrate "
            "yang kolom diterima dan oleh-nya sudah diisi."
        )
    for row in rows:
        cells = {name: _cell(row.get(heading)) for name, heading in headings.items()}
        if _is_accepted(cells, f"{path} baris {rows.line_num}"):
            yield cells[ID], Penerimaan(oleh=cells[OLEH], catatan=cells.get(CATATAN, ""))


def _is_accepted(cells: dict[str, str], where: str) -> bool:
    answer = cells[DITERIMA].lower()
    if answer in _NO:
        return False
    if answer not in _YES:
        raise UsageError(f"{where}: kolom diterima berisi {cells[DITERIMA]!r}; isi dengan ya atau kosongkan.")
    if not cells[OLEH]:
        raise UsageError(f"{where}: diterima tanpa nama; isi kolom oleh dengan nama yang menerimanya.")
    if not cells[ID]:
        raise UsageError(f"{where}: diterima tanpa id; jangan mengubah kolom id.")
    return True


def _cell(value: object) -> str:
    """A cell without blanks around it and without the apostrophe that kept a spreadsheet from running it."""
    text = value.strip() if isinstance(value, str) else ""
    return text[1:] if text[:1] == "'" and text[1:2] in {*"=+-@"} else text


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} tidak dapat dibaca ({error.strerror or error}); periksa --diterima.") from error
    if b"\x00" in data:
        raise UsageError(f"{path} bukan CSV; simpan lembarnya sebagai CSV, lalu berikan kepada --diterima.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _delimiter(text: str) -> str:
    return max(",;\t", key=text.partition("\n")[0].count)
