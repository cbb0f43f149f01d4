"""CSV files, and cells in them that a spreadsheet cannot take for a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from schemas.provenance import PdfPlace, Place

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_BIDI = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_PLAIN = re.compile(r"[+-]?\s*(?:\d[\d.,\s]*%?|-*)")


def without_bidi(text: str) -> str:
    """Text without the invisible marks that turn the direction of writing and so can show another number."""
    return text.translate(_BIDI)


def safe_cell(text: str) -> str:
    """Text without marks of direction, with an apostrophe in front when a spreadsheet would take it for a formula.

    Plain numbers (`-37,60`, `-9,83 %`) and dashes for nil (`-`, `--`) stay as they are: nothing in them runs.
    """
    text = without_bidi(text)
    if text.startswith(_RISKY) and not _PLAIN.fullmatch(text):
        return "'" + text
    return text


def begin_csv(path: Path, header: Sequence[str], *, encoding: str = "utf-8") -> None:
    """Writes the heading line; `utf-8-sig` tells spreadsheets the encoding by a byte order mark."""
    with path.open("w", encoding=encoding, newline="") as handle:
        csv.writer(handle).writerow(header)


def begin_list(folder: Path, *, file: str, header: Sequence[str]) -> None:
    """Begins a list for spreadsheets, one file of a run folder."""
    begin_csv(folder / file, header, encoding="utf-8-sig")


def append_csv(path: Path, lines: Iterable[Sequence[str]]) -> None:
    """Appends lines, every cell made safe."""
    with path.open("a", encoding="utf-8", errors="replace", newline="") as handle:
        writer = csv.writer(handle)
        for line in lines:
            writer.writerow([safe_cell(cell) for cell in line])


def joined(text: str) -> str:
    """Wrapped lines joined by one space."""
    return " ".join(text.split())


def box_text(place: Place) -> str:
    """The box of a place in a PDF, `x0,top,x1,bottom` in points; blank for a Word file."""
    if not isinstance(place, PdfPlace):
        return ""
    box = place.bbox
    return f"{box.x0:.1f},{box.top:.1f},{box.x1:.1f},{box.bottom:.1f}"
