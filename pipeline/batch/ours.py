"""Folders that this program made, and that a batch has no business in: run folders and stores.

A folder is known by what lies in it, never by its name or place: results are moved, renamed and copied. Whatever holds
anything that the program did not write is somebody's folder and is looked into.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from pipeline.batch.store import MAKING
from pipeline.writers import EXTRACT_WRITERS, MIGRATE_WRITERS, WRITERS
from pipeline.writers.manifest_csv import FILE as MANIFEST
from pipeline.writers.perubahan_csv import FILE as CHANGES
from pipeline.writers.run_folder import LOG_FILE
from pipeline.writers.summary_json import FILE as SUMMARY

RUN_FOLDER = "folder hasil capaian; isinya tidak dilihat"
STORE = "simpanan capaian; isinya tidak dilihat"

_HEAD_BYTES = 4096
_OUR_HEAD = re.compile(rb'\A\{\s*"schema_version": .*?"tool": "capaian ', re.DOTALL)
_FAN = re.compile(r"[0-9a-f]{2}")
_CONTENT = re.compile(r"[0-9a-f]{64}")


def made_by_us(folder: str, names: Collection[str]) -> str:
    """Why a folder need not be looked into, "" when it has to be.

    Args:
        folder: its path.
        names: all that lies in it.
    """
    there = frozenset(names)
    if any(_is_run_folder(folder, there, writers[0].file, own) for writers, own in _COMMANDS):
        return RUN_FOLDER
    return STORE if _is_store(folder, there) else ""


_BATCH_FILES = frozenset({MANIFEST, CHANGES, SUMMARY})
_COMMANDS = tuple(
    (writers, frozenset(writer.file for writer in writers) | {LOG_FILE} | more)
    for writers, more in ((WRITERS, _BATCH_FILES), (EXTRACT_WRITERS, frozenset()), (MIGRATE_WRITERS, frozenset()))
)


def _is_run_folder(folder: str, names: frozenset[str], head: str, own: frozenset[str]) -> bool:
    """Whether a folder is of one of the commands: its files and no others, and the first of them says so itself."""
    if not {head, LOG_FILE} <= names <= own:
        return False
    try:
        with Path(folder, head).open("rb") as handle:
            return _OUR_HEAD.match(handle.read(_HEAD_BYTES)) is not None
    except OSError:
        return False


def _is_store(folder: str, names: frozenset[str]) -> bool:
    """Whether a folder is a store: entries named by the digest of a document, and the place where they are made."""
    fans = names - {MAKING}
    if MAKING not in names or not fans or not all(map(_FAN.fullmatch, fans)):
        return False
    return all(_is_fan(folder, name) for name in fans)


def _is_fan(folder: str, name: str) -> bool:
    try:
        contents = [item.name for item in Path(folder, name).iterdir()]
    except OSError:
        return False
    return all(_CONTENT.fullmatch(content) and content.startswith(name) for content in contents)
