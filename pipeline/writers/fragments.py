"""What a document adds to every run folder it is part of: its lines in the tables, and a link to its own folder."""

from __future__ import annotations

import csv
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.writers.cells import safe_cell
from pipeline.writers.decree_json import FOLDER
from pipeline.writers.klaim_csv import FILE as KLAIM_CSV
from pipeline.writers.nilai_csv import FILE as NILAI_CSV
from schemas.errors import OutputError

TABLES = (NILAI_CSV, KLAIM_CSV)
"""Tables to which a document adds lines; the first cell of each is its path."""

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})


def add_fragments(files: Path, path: str, folder: Path) -> None:
    """Appends the lines of a document to the tables of a run folder and links `documents/<sha256>`.

    A table that the run folder does not have (its format was not asked for) is left out. The link is relative, so
    that the folder of all outputs can be moved; a document that is there under another path is not linked twice.

    Args:
        files: the folder of the document: tables without heading, `documents/<sha256>/`.
        path: how the run names the document.
        folder: the run folder, with the headings of its tables.

    Raises:
        OSError: when something cannot be read or written.
        OutputError: when a table of the document is damaged.
    """
    for table in TABLES:
        if (files / table).exists() and (folder / table).exists():
            _append(files / table, path, folder / table)
    for source in sorted((files / FOLDER).glob("*")):
        (folder / FOLDER).mkdir(exist_ok=True)
        link_folder(source, folder / FOLDER / source.name)


def link_folder(source: Path, target: Path, place: Path | None = None) -> None:
    """Makes target a relative symbolic link to a folder, or a copy of it where links are refused.

    Args:
        source: the folder.
        target: the link; what is there already stays.
        place: the folder that the link will be moved to, None when it is made where it stays.

    Raises:
        OSError: when neither can be made.
    """
    if os.path.lexists(target):
        return
    way = os.path.relpath(os.path.realpath(source), os.path.realpath(place or target.parent))
    try:
        target.symlink_to(way, target_is_directory=True)
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise
        _copy(source, target)


def _copy(source: Path, target: Path) -> None:
    """Copies a folder.

    Raises:
        OSError: the first thing that went wrong, by its own name.
    """
    try:
        shutil.copytree(source, target)
    except shutil.Error as error:  # a list of all that went wrong
        _, name, reason = error.args[0][0]
        raise OSError(0, reason, name) from error


def _append(source: Path, path: str, target: Path) -> None:
    """Appends a table, its bytes where they name the path already."""
    cell = safe_cell(path).encode("utf-8", "replace").decode("utf-8")
    try:
        if all(row[0] == cell for row in _rows(source)):
            with source.open("rb") as lines, target.open("ab") as table:
                shutil.copyfileobj(lines, table)
            return
        with target.open("a", encoding="utf-8", newline="") as table:
            csv.writer(table).writerows([cell, *row[1:]] for row in _rows(source))
    except (UnicodeDecodeError, csv.Error) as error:
        raise OutputError(
            f"tabel {source} rusak ({error}); jalankan lagi, dokumennya akan dibaca ulang."
        ) from error


def _rows(table: Path) -> Iterator[list[str]]:
    with _cells_of_any_length(), table.open(encoding="utf-8", newline="") as handle:
        yield from csv.reader(handle, strict=True)


@contextmanager
def _cells_of_any_length() -> Iterator[None]:
    """Lifts the limit of the csv module, which writes cells that it does not read."""
    before = csv.field_size_limit(sys.maxsize)
    try:
        yield
    finally:
        csv.field_size_limit(before)
