"""Folders with small files for the tests of what lies in a folder, and someone without rights in them."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from pipeline.batch.scan import encoded, mark_of
from pipeline.ledger import KnownFile
from schemas.batch import Entry

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
AS_ROOT = os.geteuid() == 0


def put(folder: Path, *names: str, content: bytes = PDF) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def by_name(entries: tuple[Entry, ...]) -> dict[str, Entry]:
    found = {entry.name: entry for entry in entries}
    assert len(found) == len(entries), "every entry has a name of its own"
    return found


def entry_of(path: Path) -> Entry:
    return Entry(path=str(path), name=encoded(path.name), mark=mark_of(path.stat()))


def known_as(entry: Entry, sha256: str, *, later_s: float = 60.0) -> dict[str, KnownFile]:
    """The file as a run would know it that hashed it so many seconds after its last change."""
    assert entry.mark is not None
    last = max(entry.mark.mtime_ns, entry.mark.ctime_ns)
    return {entry.name: KnownFile(sha256=sha256, mark=entry.mark, hashed_at_ns=last + int(later_s * 1e9))}


@contextlib.contextmanager
def rights_count() -> Iterator[None]:
    """Within the block rights count for root, too, who stands in for someone else."""
    if AS_ROOT:
        os.seteuid(65534)
    try:
        yield
    finally:
        if AS_ROOT:
            os.seteuid(0)
