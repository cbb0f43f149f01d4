"""What is to be done this night: which documents stand, which are checked again, which are read anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.batch.kinds import LIMITED, LOST, PASSING
from schemas.batch import BatchConfig, Entry, EntryOutcome, Failure, Keys, Task
from schemas.result import Status

if TYPE_CHECKING:
    from pipeline.batch.store import Store
    from pipeline.ledger import AttemptRow

@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """An entry of the folder and what is to become of it.

    Attributes:
        outcome: `DONE` and `RECHECKED` stand for what is still to be done.
        sha256: None where the content could not be had.
        same_as: the earlier entry with the same bytes, None without.
        failure: for `FAILED`, why.
        attempt: the last one that came to what stands, for `UNCHANGED` and `FAILED`; None where the ledger has none.
    """

    entry: Entry
    outcome: EntryOutcome
    sha256: str | None = None
    same_as: Entry | None = None
    failure: Failure | None = None
    attempt: AttemptRow | None = None

    @property
    def to_do(self) -> bool:
        """Whether a worker is needed."""
        return self.outcome in {EntryOutcome.DONE, EntryOutcome.RECHECKED}


def make_plan(
    entries: Sequence[Entry],
    hashes: Mapping[str, str | Failure],
    attempts: Mapping[str, AttemptRow],
    store: Store,
    keys: Keys,
    config: BatchConfig,
) -> tuple[Planned, ...]:
    """Decides for every entry, in the given order; of files with the same bytes the first one counts.

    Args:
        entries: what lies in the folder.
        hashes: SHA-256 of the readable ones by name, or why it could not be had.
        attempts: the last attempt at each document under the present keys, by hash.
        store: what was kept of earlier runs.
        keys: what results depend on now.
        config: settings of the batch.
    """
    first: dict[str, Entry] = {}
    planned: list[Planned] = []
    for entry in entries:
        digest = hashes.get(entry.name)
        if entry.ignored:
            planned.append(Planned(entry=entry, outcome=EntryOutcome.IGNORED))
        elif entry.failure is not None or isinstance(digest, Failure):
            failure = entry.failure or (digest if isinstance(digest, Failure) else None)
            planned.append(Planned(entry=entry, outcome=EntryOutcome.FAILED, failure=failure))
        elif digest is None:
            raise ValueError(f"no digest of {entry.name!r}")
        elif digest in first:
            planned.append(
                Planned(entry=entry, outcome=EntryOutcome.DUPLICATE, sha256=digest, same_as=first[digest])
            )
        else:
            first[digest] = entry
            planned.append(decide(entry, digest, attempts.get(digest), store, keys, config))
    return tuple(planned)


def decide(
    entry: Entry, sha256: str, attempt: AttemptRow | None, store: Store, keys: Keys, config: BatchConfig
) -> Planned:
    """What is to become of a document.

    What the store holds under the present keys is the truth: it was put there when the document was finished, it is
    proved by its digest, and no failure of another machine, limit or night can take it back. The ledger is asked where
    the store holds nothing, and then only for a failure that would come again.

    Args:
        entry: the file.
        sha256: its content.
        attempt: the last attempt at this content under the present keys, None without.
        store: what was kept of earlier runs.
        keys: what results depend on now.
        config: settings of the batch.
    """
    failed = attempt is not None and attempt.status == Status.FAILED
    if store.has_result(sha256, keys):  # the ledger may not know of it: the run that stored it was cut off
        known = None if failed else attempt
        return Planned(entry=entry, sha256=sha256, outcome=EntryOutcome.UNCHANGED, attempt=known)
    if attempt is not None and failed and not config.retry_failed and stands(attempt, keys, config):
        failure = Failure(stage=attempt.stage, kind=attempt.kind, message=attempt.message)
        return Planned(entry=entry, sha256=sha256, outcome=EntryOutcome.FAILED, failure=failure, attempt=attempt)
    read = store.files(sha256, keys) is not None
    return Planned(entry=entry, sha256=sha256, outcome=EntryOutcome.RECHECKED if read else EntryOutcome.DONE)


def stands(attempt: AttemptRow, keys: Keys, config: BatchConfig) -> bool:
    """Whether a failed attempt speaks for tonight too, because it would end in the same way."""
    if attempt.kind in PASSING or attempt.keys.checking != keys.checking or not _given_up(attempt, config):
        return False
    same_limits = (attempt.time_limit, attempt.memory_limit) == (config.time_limit, config.memory_limit)
    return same_limits or attempt.kind not in LIMITED


def _given_up(attempt: AttemptRow, config: BatchConfig) -> bool:
    """Whether it was the last try; a run that was cut off may have wanted to try the document again."""
    from pipeline.batch.dispatch import most_tries

    return attempt.kind not in LOST or attempt.number >= most_tries(attempt.kind, config.tries)


def make_task(planned: Planned, store: Store, keys: Keys, config: BatchConfig) -> Task:
    """The task of an entry that is to be done; what was read before goes with it where it is still whole."""
    assert planned.sha256 is not None
    again = planned.outcome is EntryOutcome.RECHECKED
    return Task(
        path=planned.entry.path,
        sha256=planned.sha256,
        config=config.audit,
        keys=keys,
        reading=store.reading(planned.sha256, keys) if again else None,
        time_limit=config.time_limit,
        memory_limit=config.memory_limit,
    )
