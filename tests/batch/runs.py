"""A batch as a user starts it, and what it leaves behind."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
LEFT_OUT = ("seconds",)


def command(folder: Path | str, out: Path | str, *options: str) -> list[str]:
    """The command line; the files of tests are at rest as soon as they are written, so nobody waits for them."""
    settings = Path(__file__).with_name("tanpa-tunggu.toml")
    settled = () if "--config" in options else ("--config", str(settings))
    return [sys.executable, "-m", "pipeline.cli", "batch", str(folder), "--out", str(out), *settled, *options]


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "CAPAIAN_DB"}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "100", **more}


def batch(
    folder: Path | str, out: Path | str, *options: str, cwd: Path | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    """Runs `capaian batch` to its end."""
    return subprocess.run(
        command(folder, out, *options),
        cwd=cwd or ROOT,
        env=environment(**more),
        capture_output=True,
        text=True,
        errors="replace",
        timeout=300,
        check=False,
    )


def audit(folder: Path | str, out: Path, formats: str = "json") -> list[dict[str, Any]]:
    """The documents that `capaian audit` tells of the same folder."""
    done = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", "audit", str(folder), "--out", str(out), "--format", formats],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        errors="replace",
        timeout=300,
        check=False,
    )
    assert done.returncode in {0, 1, 3}, done.stderr
    return documents(out)


def run_folders(out: Path) -> list[Path]:
    """The run folders below `out`, the oldest first."""
    return sorted(path.parent for path in out.glob("[!.]*/summary.json"))


def documents(run: Path) -> list[dict[str, Any]]:
    """The documents of findings.json without what differs from run to run."""
    record = json.loads((run / "findings.json").read_text(encoding="utf-8"))
    return [{key: value for key, value in item.items() if key not in LEFT_OUT} for item in record["documents"]]


def summary(run: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((run / "summary.json").read_text(encoding="utf-8"))
    return record


def manifest(run: Path) -> list[dict[str, str]]:
    with (run / "manifest.csv").open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def perubahan(run: Path) -> list[dict[str, str]]:
    with (run / "perubahan.csv").open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def outcomes(run: Path) -> dict[str, str]:
    """Outcome by path."""
    return {line["path"]: line["outcome"] for line in manifest(run)}


def table(database: Path, query: str) -> list[tuple[Any, ...]]:
    """Rows of the ledger."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def leftovers(out: Path) -> list[str]:
    """What a run may not leave behind: folders in the making."""
    return sorted(path.name for path in out.rglob("*") if path.name.startswith((".capaian-", ".tmp")))


def shown(record: Mapping[str, Any]) -> str:
    return json.dumps(record, indent=1, ensure_ascii=False)
