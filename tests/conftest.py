"""What all tests share: where the reference documents lie, and the count of lines at the head of a run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("repeatable", derandomize=True, suppress_health_check=[HealthCheck.too_slow])

ROOT = Path(__file__).resolve().parent.parent
CODE = ("schemas", "extractors", "pipeline")


def _shared_dir() -> Path:
    named = os.environ.get("CAPAIAN_SHARED")
    if named and not Path(named).is_dir():
        raise pytest.UsageError(f"CAPAIAN_SHARED names no folder: {named}")
    return Path(named) if named else ROOT.parent / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    folder = _shared_dir()
    if folder.is_dir():
        return
    absent = pytest.mark.skip(reason=f"reference documents are absent ({folder}); set CAPAIAN_SHARED")
    for item in items:
        if item.get_closest_marker("shared") or "shared_dir" in getattr(item, "fixturenames", ()):
            item.add_marker(absent)


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """Folder of the reference documents; only tests marked `shared` may ask for it."""
    return _shared_dir()


def _python_files(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from (ROOT / folder).rglob("*.py")


def _line_count(*folders: str) -> int:
    return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in _python_files(*folders))


def pytest_report_header() -> str:
    code, tests = _line_count(*CODE), _line_count("tests")
    return f"lines of Python: {code} code, {tests} tests ({tests / max(code, 1):.2f} per line of code)"
