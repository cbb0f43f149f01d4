"""What lies in the folder tonight, and what is to be done with each of it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

from pipeline.batch.plan import Planned, make_plan
from pipeline.batch.scan import hash_files, scan, settle
from pipeline.batch.shift import Shift
from schemas.batch import BatchConfig, Entry

log = logging.getLogger(__name__)


def survey(shift: Shift) -> tuple[Planned, ...]:
    """Looks through the folder and plans the night.

    Raises:
        UsageError: when there is no such folder, or it is the one of the results.
    """
    config = shift.config
    entries = _settled(scan(config.folder, without=(config.out,)), config)
    hashes = hash_files(entries, shift.ledger.known_files(shift.folder))
    attempts = shift.ledger.last_attempts({item for item in hashes.values() if isinstance(item, str)})
    planned = make_plan(entries, hashes, attempts, shift.store, shift.keys, config)
    log.info("%d entries, %d to do", len(planned), sum(item.to_do for item in planned))
    return planned


def _settled(entries: Sequence[Entry], config: BatchConfig) -> tuple[Entry, ...]:
    """The entries after those that are still written to were waited for, each time twice as long."""
    settled = settle(entries, config.settle)
    for number in range(config.tries - 1):
        if not any(map(_still_written, settled)):
            break
        again = [replace(entry, failure=None) if _still_written(entry) else entry for entry in settled]
        settled = settle(again, config.backoff * 2**number)
    return settled


def _still_written(entry: Entry) -> bool:
    return entry.failure is not None and entry.failure.kind == "still-written"
