"""What lies in the folder tonight, and what is to be done with each of it."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.batch.plan import Planned, make_plan
from pipeline.batch.scan import hash_files, read_again, scan, settle
from pipeline.batch.shift import Shift
from schemas.batch import BatchConfig, Entry, Failure

if TYPE_CHECKING:
    from pipeline.ledger import KnownFile

log = logging.getLogger(__name__)


def survey(shift: Shift) -> tuple[Planned, ...]:
    """Looks through the folder and plans the night.

    Raises:
        UsageError: when there is no such folder, or it is the one of the results.
    """
    config = shift.config
    settled = _settled(scan(config.folder, without=(config.out,)), config)
    entries, hashes = _contents(settled, shift.ledger.known_files(shift.folder), config)
    attempts = shift.attempts({item for item in hashes.values() if isinstance(item, str)})
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


def _contents(
    entries: Sequence[Entry], known: Mapping[str, KnownFile], config: BatchConfig
) -> tuple[tuple[Entry, ...], Mapping[str, str | Failure]]:
    """The entries and what they hold; those that changed since they were listed are read again as they are then."""
    contents = dict(hash_files(entries, known))
    latest = {entry.name: entry for entry in entries}
    for number in range(config.tries - 1):
        changed = [name for name, content in contents.items() if _is_still_written(content)]
        if not changed:
            break
        time.sleep(config.backoff * 2**number)
        for name in changed:
            latest[name], contents[name] = read_again(latest[name])
    return tuple(latest.values()), contents


def _still_written(entry: Entry) -> bool:
    return _is_still_written(entry.failure)


def _is_still_written(content: str | Failure | None) -> bool:
    return isinstance(content, Failure) and content.kind == "still-written"
