"""What a run is called, and which program it is."""

from __future__ import annotations

import secrets
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version


def new_run_id(started: datetime) -> str:
    """Local time and four random characters: sortable, and free even for two runs in one second."""
    return f"{started:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"


def tool_name() -> str:
    """Name and version of the program."""
    try:
        return f"capaian {version('capaian')}"
    except PackageNotFoundError:
        return "capaian (tidak terpasang)"
