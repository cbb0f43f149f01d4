"""Clears up after runs that did not come to their end: what was committed is published, the rest is removed."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.batch.durable import sync_folder
from schemas.errors import OutputError

if TYPE_CHECKING:
    from pipeline.ledger import Ledger, RunRow

log = logging.getLogger(__name__)


def recover(ledger: Ledger, folder: str, out: Path) -> tuple[str, ...]:
    """Brings earlier runs over a folder to an end; the lock of the folder has to be held.

    A run that was committed has results that the ledger speaks of, so its folder is put in its place. One that was
    killed before has none: its temporary folder is removed and what it finished document by document stays.

    Where several machines share a database, each clears up after itself. A folder of results that was moved since is
    cleared up where it is now.

    Args:
        ledger: with the runs.
        folder: what they look through.
        out: parent of the run folders now.

    Returns:
        Ids of the runs that were killed.

    Raises:
        OutputError: when a committed folder cannot be put in its place.
    """
    from pipeline.ledger import RunState

    for run in _within_reach(ledger.unpublished(folder), out):
        _publish(run)
        ledger.set_state(run.run_id, RunState.DONE)
    killed = _within_reach(ledger.unfinished_runs(folder), out)
    for run in killed:
        shutil.rmtree(run.temporary, ignore_errors=True)
        ledger.set_state(run.run_id, RunState.ABANDONED)
        log.warning("run %s of %s (pid %s) was cut off", run.run_id, run.host, run.pid)
    return tuple(run.run_id for run in killed)


def _within_reach(runs: Iterable[RunRow], out: Path) -> tuple[RunRow, ...]:
    """Runs of this machine, or of which something is seen from here; others are left to their machine."""
    here = os.uname().nodename
    found = [_moved(run, out) for run in runs]
    return tuple(run for run in found if run.host == here or _is_there(run))


def _moved(run: RunRow, out: Path) -> RunRow:
    """The run with the places of its folder below `out`, where it has moved there with the folder of the results."""
    now = replace(run, temporary=str(out / Path(run.temporary).name), target=str(out / Path(run.target).name))
    return now if _is_there(now) and not _is_there(run) else run


def _is_there(run: RunRow) -> bool:
    return Path(run.temporary).exists() or Path(run.target).exists()


def _publish(run: RunRow) -> None:
    """Renames the folder of a committed run, unless only the last note of it was missing."""
    temporary, target = Path(run.temporary), Path(run.target)
    if target.exists():
        return
    if not temporary.exists():
        log.warning("run %s: its folder is gone, neither %s nor %s is there", run.run_id, temporary, target)
        return
    try:
        temporary.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        raise OutputError(
            f"hasil run {run.run_id} sudah lengkap di {temporary} tetapi tidak dapat dipindahkan ke {target} "
            f"({error.strerror or error}); periksa hak akses folder itu, lalu jalankan lagi."
        ) from error
