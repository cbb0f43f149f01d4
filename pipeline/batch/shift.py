"""What the steps of one night share, and how it ends."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from schemas.batch import BatchConfig, BatchEvent, BatchResult, Keys
from schemas.errors import ExitCode

if TYPE_CHECKING:
    from pipeline.batch.store import Store
    from pipeline.ledger import AttemptRow, Ledger

OnEvent = Callable[[BatchEvent], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One night at work.

    Attributes:
        folder: the real path of the folder, in characters that every database holds.
        temporary: where the run folder is filled.
        interrupted: ids of earlier runs that were cut off.
    """

    config: BatchConfig
    ledger: Ledger
    store: Store
    keys: Keys
    run_id: str
    started: datetime
    folder: str
    temporary: Path
    interrupted: tuple[str, ...]
    on_event: OnEvent

    @property
    def started_text(self) -> str:
        """When it began, as it is written in files."""
        return self.started.isoformat(timespec="seconds")

    def attempts(self, shas: Collection[str]) -> Mapping[str, AttemptRow]:
        """The last attempt at each of these contents under the present keys, if possible under the present limits."""
        limits = (self.config.time_limit, self.config.memory_limit)
        return self.ledger.last_attempts(shas, self.keys, limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchEnd:
    """How a batch ended: what came of it, where its run folder is, and what that means for the caller."""

    result: BatchResult
    folder: Path
    exit_code: ExitCode


def now_text() -> str:
    """The present time as it is written in files and in the ledger."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
