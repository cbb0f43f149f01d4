"""What the tests of a disturbed batch share: a folder, and what comes of it when nothing happens."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.faults.batch_state import Archive, archive, assert_tidy, fill, finished_runs, state


@dataclass(frozen=True)
class Undisturbed:
    """A folder and what undisturbed runs over it leave.

    Attributes:
        once: after one run. twice: after two or more.
    """

    folder: Path
    once: dict[str, Any]
    twice: dict[str, Any]

    def archive(self, out: Path, database: Path | None = None) -> Archive:
        """The folder, with another place for results."""
        return archive(self.folder, out, database)

    def assert_same(self, place: Archive) -> None:
        """What another history left is what it would be without its disturbances."""
        assert_tidy(place)
        assert state(place) == (self.once if len(finished_runs(place)) == 1 else self.twice)


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    base = tmp_path_factory.mktemp("tenang")
    place = archive(fill(base / "masuk"), base / "hasil")
    states = []
    for _ in range(2):
        place.night("--jobs", "2")
        assert_tidy(place)
        states.append(state(place))
    assert {row["state"] for row in states[0]["ledger"]["finding"]} == {"new"}
    assert {row["state"] for row in states[1]["ledger"]["finding"]} == {"open"}
    codes = {item["code"] for document in states[0]["documents"] for item in document["findings"]}
    assert {"HIT001", "LIN002"} <= codes  # also what is found between documents
    return Undisturbed(place.folder, *states)


@pytest.fixture
def temporary() -> Iterator[Path]:
    """A folder for TMPDIR; its path is short, since sockets are made in it."""
    with tempfile.TemporaryDirectory(prefix="k") as folder:
        yield Path(folder)
