"""Progress bar of a run; it is drawn on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pipeline.run_all import Progress
from pipeline.terminal.lines import printable
from pipeline.writers.wording import shortened


@contextmanager
def progress_bar() -> Iterator[Callable[[Progress], None] | None]:
    """A receiver of `Progress` that draws on stderr, None when stderr is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=20),
        TextColumn("hal. {task.fields[pages]}"),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, pages="")

        def show(progress: Progress) -> None:
            name = printable(shortened(progress.path, 40))
            bar.update(
                task,
                description=f"[{progress.index}/{progress.total}] {name}",
                total=progress.pages or None,
                completed=progress.page,
                pages=f"{progress.page}/{progress.pages}" if progress.pages else "",
            )

        yield show
