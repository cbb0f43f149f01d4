"""Files that outlive a power cut: written through to the disk before anything speaks of them.

A disk takes about as long for one file as for many that are asked for together, so all that belong together are.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pipeline.batch.stopping import put_off

_AT_ONCE = 8


def sync_file(path: Path) -> None:
    """Has the system write a file through to the disk.

    Raises:
        OSError: when it cannot, a full disk for one.
    """
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Has the system write the names in a folder through to the disk.

    Raises:
        OSError: when it cannot.
    """
    sync_file(folder)


def sync_all(paths: Iterable[Path]) -> None:
    """Has the system write files, and the names in folders, through to the disk, several at a time.

    Raises:
        OSError: when it cannot, a full disk for one.
    """
    with put_off(), ThreadPoolExecutor(_AT_ONCE, "sync") as pool:
        for _ in pool.map(sync_file, paths):
            pass


def sync_tree(folder: Path) -> None:
    """Has the system write all files and names below a folder, and the folder itself, through to the disk.

    Raises:
        OSError: when it cannot.
    """
    sync_all(_tree(folder))


def _tree(folder: Path) -> Iterator[Path]:
    for here, _, names in os.walk(folder):
        yield Path(here)
        yield from (path for name in names if not (path := Path(here, name)).is_symlink())
