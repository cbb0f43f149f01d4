"""What the summaries on a terminal are made of: lines that fit its width, tables, remarks on documents."""

from __future__ import annotations

import shutil
import sys
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Sized
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from pipeline.writers.wording import remark_lines, short_names, shortened
from schemas.result import DocumentResult, RunResult, Status

MOST_PROBLEMS = 12
WIDE = 110
"""From this many columns on the headings are whole words and the family has a column."""

STATUS_WORDS = {Status.OK: "penuh", Status.PARTIAL: "sebagian", Status.FAILED: "gagal", Status.SKIPPED: "dilewati"}
_SHORTEST_NAME = 16

Names = dict[str, str]
"""Path of a document to the name it is told by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the summary, `indent` columns from the left.

    What does not fit hangs `hang` columns further in; a `whole` line, one of a table, is never broken.
    """

    text: str
    indent: int = 0
    hang: int = 0
    whole: bool = False


def printable(text: str) -> str:
    """Text that cannot steer a terminal: control characters and lone surrogates become ?."""
    return "".join("?" if unicodedata.category(char) in {"Cc", "Cs", "Cf"} else char for char in text)


def names_of(run: RunResult) -> Names:
    """The name by which every document of a run is told."""
    return {path: printable(name) for path, name in short_names(run).items()}


def print_blocks(text: list[str], blocks: list[list[Line]], folder: Path | None, stream: TextIO | None) -> None:
    """The table of documents, where there is one, and, each below a blank line, the blocks that hold anything."""
    width = shutil.get_terminal_size().columns
    if folder is not None:
        blocks.append([Line(text=f"Hasil lengkap: {printable(str(folder))}")])
    for block in filter(None, blocks):
        text += [""] if text else []
        text += [_wrapped(line, width) for line in block]
    (stream or sys.stdout).write("\n".join(text) + "\n")


def _wrapped(line: Line, width: int) -> str:
    """Text broken at blanks; a word longer than the line (a path) stays whole."""
    if line.whole:
        return line.text
    return textwrap.fill(
        line.text,
        width,
        initial_indent=" " * line.indent,
        subsequent_indent=" " * (line.indent + line.hang),
        break_long_words=False,
        break_on_hyphens=False,
    )


def is_wide() -> bool:
    """Whether headings can be whole words."""
    return shutil.get_terminal_size().columns >= WIDE


def documents_table(
    run: RunResult,
    names: Names,
    headings_by_width: tuple[tuple[str, ...], tuple[str, ...]],
    cells_of: Callable[[DocumentResult], list[str]],
) -> list[str]:
    """One line per document below a heading."""
    wide = is_wide()
    shown = [names[document.path] for document in run.documents]
    rows = [cells_of(document)[0 if wide else 1 :] for document in run.documents]
    if wide:
        return aligned("Berkas", shown, headings_by_width[wide], rows, words=2)
    return aligned("Berkas", shown, headings_by_width[wide], rows, words=1, gap=" ")


def aligned(
    title: str, names: list[str], headings: tuple[str, ...], rows: list[list[str]], *, words: int = 0, gap: str = "  "
) -> list[str]:
    """Names with their cells below a heading; names are cut to what the cells leave, all of them alike.

    Args:
        title: heading of the names.
        names: one for every row.
        headings: one for every column of cells.
        rows: the cells.
        words: how many of the first cells are words; the others are figures.
        gap: what stands between two columns.
    """
    width = shutil.get_terminal_size().columns
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    left = max(width - sum(widths) - len(gap) * len(widths), _SHORTEST_NAME)
    shown = _told_apart(names, left)
    left = max(map(len, (title, *shown)))
    table = []
    for name, cells in zip((title, *shown), (headings, *rows), strict=True):
        aligned = [
            cell.ljust(size) if number < words else cell.rjust(size)
            for number, (cell, size) in enumerate(zip(cells, widths, strict=True))
        ]
        table.append(gap.join([name.ljust(left), *aligned]).rstrip())
    table.insert(1, "─" * min(max(map(len, table)), width))
    return table


def _told_apart(names: list[str], width: int) -> list[str]:
    """Names cut to width; those that would look alike stay whole."""
    short = [shortened(name, width) for name in names]
    seen = Counter(short)
    return [cut if seen[cut] == 1 else name for cut, name in zip(short, names, strict=True)]


def problem_lines(run: RunResult, names: Names) -> list[Line]:
    """Every problem once, with the documents that have it."""
    told: dict[str, list[str]] = {}
    for document in run.documents:
        for pages, message in remark_lines(document.problems):
            told.setdefault(printable(message), []).append(f"{names[document.path]}{pages and ', ' + pages}")
    lines = [Line(text="Tidak terbaca atau hanya sebagian:")] if told else []
    for message, places in list(told.items())[:MOST_PROBLEMS]:
        if len(places) == 1:
            lines.append(Line(text=f"{places[0]}: {message}", indent=2, hang=2))
            continue
        lines.append(Line(text=f"{len(places)} dokumen: {message}", indent=2, hang=2))
        lines += [Line(text=place, indent=6, hang=2) for place in places[:MOST_PROBLEMS]]
        lines += rest(places, MOST_PROBLEMS, "dokumen", 6)
    return lines + rest(told, MOST_PROBLEMS, "masalah")


def counted(count: int, text: str) -> Line:
    """A line of a list of counts."""
    return Line(text=f"{count:>4} × {text}", indent=2, hang=7)


def rest(items: Sized, shown: int, noun: str, indent: int = 2) -> list[Line]:
    """The line that stands for what a list does not show."""
    return [Line(text=f"… dan {len(items) - shown} {noun} lain", indent=indent)] if len(items) > shown else []
