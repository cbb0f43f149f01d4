"""Settings of a batch as a user gives them: words of the command line, lines of a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.cli_parser import make_parser
from pipeline.settings import batch_config
from schemas.batch import MIB, BatchConfig
from schemas.finding import Severity


def config_of(*words: str, environment: Mapping[str, str] | None = None) -> BatchConfig:
    return batch_config(make_parser().parse_args(["batch", *words]), environment or {})


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


EVERY_KEY: dict[str, tuple[str, str, object]] = {
    "folder": ('"lapor"', "folder", Path("lapor")),
    "out": ('"hasil"', "out", Path("hasil")),
    "db": ('"postgresql://a:b@c/d"', "db", "postgresql://a:b@c/d"),
    "jobs": ("4", "jobs", 4),
    "scheduler": ('"tcp://penjadwal:8786"', "scheduler", "tcp://penjadwal:8786"),
    "time_limit_seconds": ("90.5", "time_limit", 90.5),
    "memory_limit_mib": ("2048", "memory_limit", 2048 * MIB),
    "tries": ("5", "tries", 5),
    "backoff_seconds": ("0.5", "backoff", 0.5),
    "settle_seconds": ("10", "settle", 10.0),
    "retry_failed": ("true", "retry_failed", True),
    "fail_on": ('"decision"', "fail_on", Severity.DECISION),
    "format": ('["html"]', "audit.formats", ("json", "html")),
    "kamus": ('"kamus"', "audit.kamus", Path("kamus")),
    "nama": ('"nama.csv"', "audit.nama", Path("nama.csv")),
    "max_pages": ("50", "audit.max_pages", 50),
    "max_bytes": ("1000", "audit.max_bytes", 1000),
    "max_unpacked_bytes": ("2000", "audit.max_unpacked_bytes", 2000),
    "quiet": ("true", "quiet", True),
    "json_log": ("true", "json_log", True),
}
"""Key: a value as written in the file, the field that it sets, the value there."""


def field_of(config: BatchConfig, name: str) -> object:
    value: Any = config
    for part in name.split("."):
        value = getattr(value, part)
    return value
