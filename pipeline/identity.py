"""What a run is called, and which program it is."""

from __future__ import annotations

import secrets
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version


def new_run_id(started: datetime) -> str:
    """Local time and four random characters: sortable, and free even for two runs in one second."""
    return f"{started:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"


def run_moment(run_id: str) -> datetime | None:
    """When a run began, in local time of its machine; None for what is no id of a run."""
    try:
        return datetime.strptime(run_id[:15], "%Y%m%d-%H%M%S")
    except ValueError:
        return None


def tool_name() -> str:
    """Name and version of the program."""
    try:
        return f"capaian {version('capaian')}"
    except PackageNotFoundError:
        return "capaian (tidak terpasang)"
