"""A run in which nothing changed takes over the files of the run before it instead of writing them anew."""

from __future__ import annotations

import json
import logging
import os
import shutil
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, BinaryIO

from pipeline.writers.findings_csv import FILE as FINDINGS_CSV
from pipeline.writers.findings_json import FILE as FINDINGS_JSON
from pipeline.writers.findings_json import SCHEMA_VERSION
from pipeline.writers.findings_xlsx import FILE as FINDINGS_XLSX
from pipeline.writers.fragments import link_folder
from pipeline.writers.manifest_csv import FILE as MANIFEST_CSV
from pipeline.writers.nama_ditanya_csv import FILE as NAMA_DITANYA_CSV
from pipeline.writers.perubahan_csv import FILE as PERUBAHAN_CSV
from pipeline.writers.run_folder import LOG_FILE
from pipeline.writers.summary_json import FILE as SUMMARY_JSON

OWN_FILES = frozenset({LOG_FILE, SUMMARY_JSON, MANIFEST_CSV, PERUBAHAN_CSV})
"""Files that every run writes itself."""

_WORKED_IN = frozenset({FINDINGS_CSV, FINDINGS_XLSX, NAMA_DITANYA_CSV})  # what people fill in is not shared by two runs
_HEAD_LINES = 20
_HEAD_END = b" },\n"
_END = b"]\n}\n"

log = logging.getLogger(__name__)


def take_over(previous: Path, folder: Path, head: Mapping[str, Any], files: Collection[str]) -> bool:
    """Puts the files of an earlier run folder into a new one, with the new run in findings.json.

    Files become hard links (copies where links are refused), links to folders of documents new links to the same.
    Lists that people fill in are copied. Nothing but `files` is taken, so what others put into the earlier folder
    stays there; what is in the new folder under the same name is replaced.

    Args:
        previous: the earlier run folder, whose summary.json was written after all that is taken.
        folder: the new one.
        head: the new run as `pipeline.writers.records.run_head` gives it.
        files: what the new folder has to have, by names below it, as `nilai.csv` and `documents/<sha256>`, none below
            another; those that every run writes itself (`OWN_FILES`) are passed over.

    Returns:
        False when the earlier folder lacks any of it, somebody changed it since, or it cannot be taken; the new folder
        is untouched then, and the log says why.

    Raises:
        OSError: when what was taken cannot be moved to its place; the new folder is of no use then.
    """
    names = sorted({*files, FINDINGS_JSON} - OWN_FILES)
    try:
        staged = Path(mkdtemp(dir=folder, prefix="."))
    except OSError as error:
        log.info("%s not taken over: %s", previous, error)
        return False
    try:
        if not _stage(previous, folder, staged, head, names):
            return False
        for item in staged.iterdir():
            item.replace(folder / item.name)
    finally:
        shutil.rmtree(staged)
    return True


def _stage(previous: Path, folder: Path, staged: Path, head: Mapping[str, Any], names: Sequence[str]) -> bool:
    """Puts everything into an empty folder, from which it is moved to the new one; False when that is not possible."""
    try:
        since_ns = (previous / SUMMARY_JSON).stat().st_mtime_ns
        other = next((name for name in names if not _as_left(previous / name, since_ns)), None)
        if other is None and not _write_findings(previous, staged, head):
            other = FINDINGS_JSON
        if other is not None:
            log.info("%s not taken over: %s is missing or was changed", previous, other)
            return False
        place = Path(os.path.realpath(folder))
        for below in {Path(name).parent for name in names}:
            (staged / below).mkdir(exist_ok=True)
        for name in names:
            if name != FINDINGS_JSON:
                _take(previous / name, staged / name, (place / name).parent)
    except OSError as error:
        log.info("%s not taken over: %s", previous, error)
        return False
    return True


def _as_left(path: Path, since_ns: int) -> bool:
    """Whether a file was not changed after a moment, a link leads to something, all in a folder is as it was left."""
    if path.is_symlink():
        return path.exists()
    if path.is_dir():
        return all(_as_left(item, since_ns) for item in path.iterdir())
    return path.is_file() and path.stat().st_mtime_ns <= since_ns


def _take(source: Path, target: Path, place: Path) -> None:
    """Links or copies a file, a link or a folder; place is the folder that the target is moved to, free of links."""
    if source.is_symlink():
        _take_link(source, target, place)
    elif source.is_dir():
        target.mkdir()
        for item in source.iterdir():
            _take(item, target / item.name, place / target.name)
    elif source.name in _WORKED_IN:
        shutil.copy2(source, target)
    else:
        _link(source, target)


def _take_link(source: Path, target: Path, place: Path) -> None:
    """Takes a link to a folder: as it is where it leads to the same from its new place, or else a new one to that."""
    if _leads_there(source, place):
        try:
            os.link(source, target, follow_symlinks=False)
            return
        except (OSError, NotImplementedError):  # as in `_link`
            pass
    link_folder(source, target, place)


def _leads_there(source: Path, place: Path) -> bool:
    """Whether a link with the same words leads from another folder to the same."""
    way = os.path.normpath(place / source.readlink())
    try:
        return source.samefile(way)
    except OSError:
        return False


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system, one without links, too many links, a file of another user
        shutil.copy2(source, target)


def _write_findings(previous: Path, folder: Path, head: Mapping[str, Any]) -> bool:
    """Writes findings.json with another run; its documents, most of the file, pass through as bytes.

    Returns:
        False when the file is not as `write_findings_json` writes it.
    """
    with (previous / FINDINGS_JSON).open("rb") as old, (folder / FINDINGS_JSON).open("wb") as new:
        if not _pass_head(old):
            return False
        rest = old.tell()
        old.seek(-len(_END), os.SEEK_END)
        if old.read() != _END:
            return False
        old.seek(rest)
        start = json.dumps({"schema_version": SCHEMA_VERSION, "run": head}, ensure_ascii=False, indent=1)
        new.write(start.removesuffix("\n}").encode("utf-8", "replace") + b",\n")
        shutil.copyfileobj(old, new)
    return True


def _pass_head(findings: BinaryIO) -> bool:
    """Reads up to the documents; whether what stands before them is as it should be."""
    head = b""
    for _ in range(_HEAD_LINES):
        line = findings.readline()
        head += line
        if line == _HEAD_END:
            break
    try:
        record = json.loads(head + b'"documents": []}')
    except ValueError:
        return False
    return list(record) == ["schema_version", "run", "documents"] and record["schema_version"] == SCHEMA_VERSION
