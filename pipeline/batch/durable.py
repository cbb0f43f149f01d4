"""Files that outlive a power cut: written through to the disk before anything speaks of them."""

from __future__ import annotations

import os
from pathlib import Path


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
    """Has the system write the names in a folder through to the disk."""
    sync_file(folder)


def sync_tree(folder: Path) -> None:
    """Has the system write all files and names below a folder, and the folder itself, through to the disk."""
    for here, _, names in os.walk(folder):
        for name in names:
            path = Path(here, name)
            if not path.is_symlink():
                sync_file(path)
        sync_folder(Path(here))
