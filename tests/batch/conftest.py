"""What tests of the batch share: the database server, and a folder in which rights count."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.batch.store import Store
from tests.postgres_server import postgres_server, postgres_url

__all__ = ["here", "postgres_server", "postgres_url", "store"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder `masuk` by a way that anyone may go; what was shut in it is opened at the end."""
    (tmp_path / "masuk").mkdir()
    monkeypatch.chdir(tmp_path)
    tmp_path.chmod(0o755)
    yield Path("masuk")
    for path in (tmp_path / "masuk", *(tmp_path / "masuk").iterdir()):
        if not path.is_symlink():
            path.chmod(0o755)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "hasil" / "simpanan")
