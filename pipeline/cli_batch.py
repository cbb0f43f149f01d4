"""The command `capaian batch`: settings, progress, what is said when it is stopped, the summary."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from schemas.batch import BatchConfig, BatchEvent, BatchResult, EntryOutcome
from schemas.errors import ExitCode

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

FINISHED = frozenset({EntryOutcome.DONE, EntryOutcome.RECHECKED})
"""Outcomes of documents whose results this run added to the store."""

OnEvent = Callable[[BatchEvent], None]

log = logging.getLogger(__name__)


def run_night(arguments: argparse.Namespace, command: ExitStack) -> tuple[ExitCode, Callable[[], None]]:
    """Runs a batch.

    Args:
        arguments: what the command line says.
        command: ends with the command; a JSON log that the configuration file asks for stays open in it, so that
            errors of the command go there too.

    Returns:
        The exit code, and what prints the summary (nothing with `--quiet`).

    Raises:
        KeyboardInterrupt: the run was stopped; its text says what is kept.
        CapaianError: settings, lock or database that cannot be followed; results that cannot be written.
    """
    from pipeline.settings import batch_config

    config = batch_config(arguments, os.environ)
    if config.json_log:
        from pipeline.json_log import is_on, json_lines

        if not is_on():
            command.enter_context(json_lines())
    return _run(config)


def _run(config: BatchConfig) -> tuple[ExitCode, Callable[[], None]]:
    from pipeline.batch.night import run_batch

    finished: list[str] = []
    try:
        with _no_stray_lines(), batch_bar(config) as draw:
            log.info("batch started", extra=_told_of(config))

            def on_event(event: BatchEvent) -> None:
                if event.outcome in FINISHED:
                    finished.append(event.path)
                draw(event)

            end = run_batch(config, on_event)
            _log_end(end.result, end.folder, end.exit_code)
    except KeyboardInterrupt:
        message = f"dihentikan; {len(finished)} dokumen yang selesai tersimpan, jalankan lagi untuk melanjutkan."
        raise KeyboardInterrupt(message) from None
    return end.exit_code, lambda: _show(end.result, end.folder, config)


@contextmanager
def _no_stray_lines() -> Iterator[None]:
    """Inside the block a warning that no log takes is not printed on stderr as it is."""
    handler = logging.NullHandler()
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)


def _told_of(config: BatchConfig) -> dict[str, object]:
    """Settings for the log, the address of the database without its password.

    Raises:
        LedgerError: when that address cannot be read.
    """
    return {
        "folder": str(config.folder), "out": str(config.out), "db": _shown(config.db), "jobs": config.jobs,
        "scheduler": config.scheduler,
    }  # fmt: skip


def _shown(address: str | None) -> str | None:
    if address is None:
        return None
    from pipeline.ledger.address import read_address

    return read_address(address).shown


def _log_end(result: BatchResult, folder: Path, code: ExitCode) -> None:
    for line in result.manifest:
        if line.outcome is EntryOutcome.FAILED:
            failed = {
                "path": line.path, "sha256": line.sha256, "stage": line.stage, "kind": line.kind,
                "reason": line.message, "attempts": line.attempts,
            }  # fmt: skip
            log.warning("document failed", extra=failed)
    counts = Counter(line.outcome.value for line in result.manifest)
    told: dict[str, object] = {
        "run_id": result.run_id, "run_folder": str(folder), "counts": counts, "findings": dict(result.findings),
        "unchanged": result.unchanged, "exit_code": int(code),
    }  # fmt: skip
    log.info("batch finished", extra=told)


def _show(result: BatchResult, folder: Path, config: BatchConfig) -> None:
    if config.quiet:
        return
    from pipeline.terminal.batch import print_batch

    print_batch(result, folder)


@contextmanager
def batch_bar(config: BatchConfig) -> Iterator[OnEvent]:
    """A receiver of events that draws on stderr; it does nothing when that is no terminal, or for a quiet run."""
    if config.quiet or config.json_log or not sys.stderr.isatty():
        yield lambda event: None
        return
    with ExitStack() as drawn:
        bars: list[tuple[Progress, TaskID]] = []

        def draw(event: BatchEvent) -> None:
            if not bars:  # a night without work draws nothing
                bars.append(_new_bar(drawn))
            bar, task = bars[0]
            bar.update(task, description=_described(event), total=event.total, completed=event.done)

        yield draw


def _new_bar(drawn: ExitStack) -> tuple[Progress, TaskID]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(bar_width=20), TimeRemainingColumn())
    bar = drawn.enter_context(Progress(*columns, console=Console(stderr=True), transient=True))
    return bar, bar.add_task("", total=None)


def _described(event: BatchEvent) -> str:
    from pipeline.terminal.lines import printable
    from pipeline.writers.wording import shortened

    return f"[{event.done}/{event.total}] {printable(shortened(event.path, 40))}"
