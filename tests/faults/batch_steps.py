"""Batches that get a signal right before one of their steps; `at_step/sitecustomize.py` sends it."""

from __future__ import annotations

import signal
from contextlib import AbstractContextManager
from pathlib import Path

from tests.batch.runs import ROOT
from tests.faults.batch_process import Running, started
from tests.faults.batch_state import Archive

BEGUN = "os.mkdir */.capaian-*"
"""The ledger knows of the run; its folder is about to be made."""

STORED = "os.rename */tengah/*/entry *"
"""What was read of a document is about to get its place in the store."""

KEPT = "os.rename */tengah/*/result *"
"""What was read lies in the store, what the checks said is about to; the ledger knows nothing of the document."""

SWEPT = "os.remove */tengah/*.lock"
"""What a killed run left in the store is about to be removed."""

TAKEN_OVER = "os.link *"
"""Nothing changed; the files of the last run folder are about to be taken over."""

COMPARED = "open */.capaian-*/findings.json w"
"""All documents are done and were compared; the run folder is about to be filled."""

TOLD = "open */.capaian-*/summary.json w"
"""The last file of the run folder is about to be written; the ledger will commit after it."""

COMMITTED = "os.rename */.capaian-* */20??????-??????-*"
"""The ledger has committed; the run folder is about to get its place."""

PUBLISHED = "os.remove *.lock.json"
"""All is done but giving up the lock."""


def started_until(
    place: Archive,
    step: int | str,
    *options: str,
    number: signal.Signals = signal.SIGKILL,
    group: bool = False,
    **more: str,
) -> AbstractContextManager[Running]:
    """A batch that gets a signal before a step.

    Args:
        place: the archive.
        step: its number, or the pattern of its line.
        options: of the command.
        number: the signal.
        group: whether all processes of the command get it.
        more: of the environment.
    """
    settings = {"STEP_NUMBER" if isinstance(step, int) else "STEP_PATTERN": str(step)}
    settings |= {"STEP_GROUP": "1"} if group else {}
    return started(
        place,
        *options,
        PYTHONPATH=f"{Path(__file__).with_name('at_step')}:{ROOT}",
        STEP_BELOW=str(place.out),
        STEP_SIGNAL=str(int(number)),
        **settings,
        **more,
    )
