"""`capaian batch`: one night over one folder, from looking through it to the run folder in its place."""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.batch.shift import BatchEnd, OnEvent, Shift, now_text
from pipeline.identity import new_run_id
from schemas.batch import BatchConfig
from schemas.errors import CapaianError, ExitCode

if TYPE_CHECKING:
    from pipeline.batch.lock import Holder
    from pipeline.writers.run_folder import RunFolder

log = logging.getLogger(__name__)

STORE = "simpanan"
LEDGER = "capaian.sqlite"

def run_batch(config: BatchConfig, on_event: OnEvent | None = None) -> BatchEnd:
    """Reads and checks what is new in a folder and writes a run folder about all that lies in it.

    Args:
        config: settings.
        on_event: told of every document that is done.

    Raises:
        UsageError: when the folder, the database, the cluster or the kamus cannot be used, or another batch holds the
            folder.
        OutputError: when results cannot be written; documents that were finished before stay finished.
        KeyboardInterrupt: when it is stopped; likewise.
    """
    from pipeline.batch.keys import make_keys
    from pipeline.batch.lock import Holder, one_run
    from pipeline.batch.recover import recover
    from pipeline.batch.scan import encoded, folder_to_scan
    from pipeline.batch.store import Store
    from pipeline.ledger import open_ledger
    from pipeline.writers.run_folder import new_temporary

    folder_to_scan(config.folder)
    started = datetime.now().astimezone()
    run_id = new_run_id(started)
    since = started.isoformat(timespec="seconds")
    with open_ledger(ledger_address(config)) as ledger:
        who = Holder(host=os.uname().nodename, pid=os.getpid(), since=since, run_id=run_id)
        with one_run(config.folder, ledger, config.out, who):
            folder = encoded(os.path.realpath(config.folder))
            interrupted = recover(ledger, folder, config.out.absolute())
            store = Store(config.out / STORE)
            store.sweep()
            return _night(
                Shift(
                    config=config,
                    ledger=ledger,
                    store=store,
                    keys=make_keys(config.audit),
                    run_id=run_id,
                    started=started,
                    folder=folder,
                    temporary=new_temporary(config.out.absolute()),
                    interrupted=interrupted,
                    on_event=on_event or (lambda _: None),
                ),
                who,
            )


def ledger_address(config: BatchConfig) -> str | Path:
    """The database that keeps the ledger: the one that was named, else a file in the folder of the results."""
    return config.db or config.out.absolute() / LEDGER


def _night(shift: Shift, who: Holder) -> BatchEnd:
    """The run, from its first line in the ledger to its last."""
    from pipeline.ledger import RunStart
    from pipeline.writers.run_folder import RunFolder

    shift.ledger.begin_run(
        RunStart(
            run_id=shift.run_id,
            folder=shift.folder,
            started=shift.started_text,
            host=who.host,
            pid=who.pid,
            keys=shift.keys,
            temporary=str(shift.temporary),
            target=str(shift.temporary.parent / shift.run_id),
        )
    )
    with _ending(shift) as folders:
        config = shift.config
        with RunFolder(
            out=None, parent=shift.temporary.parent, formats=config.audit.formats, temporary=shift.temporary
        ) as folder:
            folders.append(folder)
            return _run(shift, folder)


@contextlib.contextmanager
def _ending(shift: Shift) -> Iterator[list[RunFolder]]:
    """Tells the ledger of a run that did not come to its end; one that was committed is left for the next run.

    Its temporary folder goes first: as long as the ledger says that the run goes on, the next one looks for it.
    """
    from pipeline.ledger import RunState

    folders: list[RunFolder] = []
    try:
        yield folders
    except BaseException as error:
        if not any(folder.kept for folder in folders):
            shutil.rmtree(shift.temporary, ignore_errors=True)
            stopped = isinstance(error, KeyboardInterrupt)
            code = error.exit_code if isinstance(error, CapaianError) else ExitCode.INTERNAL
            with contextlib.suppress(CapaianError):  # the error itself is what the user has to know
                shift.ledger.set_state(
                    shift.run_id,
                    RunState.INTERRUPTED if stopped else RunState.FAILED,
                    now_text(),
                    int(ExitCode.INTERRUPTED if stopped else code),
                )
        raise


def _run(shift: Shift, folder: RunFolder) -> BatchEnd:
    """Looks through the folder, works, and writes; nothing but a new run folder when nothing changed."""
    from pipeline.batch.carry import carry_over
    from pipeline.batch.finish import finish
    from pipeline.batch.survey import survey
    from pipeline.batch.work import work

    planned = survey(shift)
    if not any(item.to_do for item in planned):
        end = carry_over(shift, folder, planned)
        if end is not None:
            return end
    return finish(shift, folder, work(shift, planned))
