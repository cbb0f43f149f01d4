"""What is written through to the disk: all that belongs together, links left out."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from pipeline.batch.durable import sync_all, sync_file, sync_folder, sync_tree


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> Counter[Path]:
    """How often each path was written through."""
    if not Path("/proc/self/fd").exists():
        pytest.skip("needs /proc")
    found: Counter[Path] = Counter()
    fsync = os.fsync

    def seen(handle: int) -> None:
        fsync(handle)
        found[Path(f"/proc/self/fd/{handle}").readlink()] += 1

    monkeypatch.setattr(os, "fsync", seen)
    return found


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Two levels with forty files, and links that lead nowhere, to a file and to a folder outside."""
    tree = tmp_path / "pohon"
    (tree / "dalam").mkdir(parents=True)
    for number in range(40):
        (tree / "dalam" / f"{number}.csv").write_text(str(number))
    (tmp_path / "luar").mkdir()
    (tmp_path / "luar" / "a.csv").write_text("a")
    (tree / "putus").symlink_to("tidak-ada")
    (tree / "berkas").symlink_to(tmp_path / "luar" / "a.csv")
    (tree / "folder").symlink_to(tmp_path / "luar")
    return tree


def test_a_tree_is_written_through_with_its_folders_and_without_what_links_lead_to(
    tree: Path, synced: Counter[Path]
) -> None:
    sync_tree(tree)
    assert synced == Counter([tree, tree / "dalam", *(tree / "dalam" / f"{number}.csv" for number in range(40))])


def test_single_ones_are_written_through(tree: Path, synced: Counter[Path]) -> None:
    sync_folder(tree)
    sync_file(tree / "dalam" / "1.csv")
    assert synced == Counter([tree, tree / "dalam" / "1.csv"])


@pytest.mark.parametrize("at", [0, 20, 39])
def test_one_that_cannot_be_written_through_is_told(tree: Path, at: int) -> None:
    paths = sorted((tree / "dalam").iterdir())
    paths[at].unlink()
    with pytest.raises(FileNotFoundError, match=paths[at].name):
        sync_all(paths)


def test_nothing_is_nothing(synced: Counter[Path]) -> None:
    sync_all(())
    assert not synced
