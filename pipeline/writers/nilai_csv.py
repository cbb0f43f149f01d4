"""nilai.csv: every value read from a mapped table, one line each, as printed."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from pipeline.writers.cells import safe_cell
from schemas.angka import AngkaKind
from schemas.kinerja import Baris, Fakta, Part, Tabel
from schemas.provenance import PdfPlace, page_of
from schemas.result import DocumentResult

FILE = "nilai.csv"
HEADER = ("path", "page", "table", "kind", "row", "label", "part", "year", "text", "bbox")
NO_VALUES = frozenset({Part.NOMOR, Part.KODE, Part.SASARAN, Part.LABEL, Part.KETERANGAN, Part.LAIN, Part.SELISIH})
"""Parts that name or explain a row, or are derived inside it, and so are no values of their own."""


def append_nilai_csv(document: DocumentResult, folder: Path) -> None:
    """Appends the values of one document to `nilai.csv` in folder."""
    with (folder / FILE).open("a", encoding="utf-8", errors="replace", newline="") as handle:
        writer = csv.writer(handle)
        for line in _lines(document):
            writer.writerow([safe_cell(cell) for cell in line])


def begin_nilai_csv(folder: Path) -> None:
    """Writes the heading line."""
    with (folder / FILE).open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerow(HEADER)


def _lines(document: DocumentResult) -> Iterator[tuple[str, ...]]:
    for tabel in document.laporan.tabel if document.laporan else ():
        for baris in tabel.baris:
            for fakta in baris.fakta:
                if fakta.part not in NO_VALUES and fakta.angka.kind is not AngkaKind.BLANK and fakta.text.strip():
                    yield _line(document.path, tabel, baris, fakta)


def _line(path: str, tabel: Tabel, baris: Baris, fakta: Fakta) -> tuple[str, ...]:
    return (
        path,
        str(page_of(fakta.place) or ""),
        joined(tabel.caption or ""),
        tabel.kind.value,
        str(baris.row),
        joined(baris.label),
        fakta.part.value,
        str(fakta.year or ""),
        joined(fakta.text),
        _bbox(fakta),
    )


def joined(text: str) -> str:
    """Wrapped lines joined by one space."""
    return " ".join(text.split())


def _bbox(fakta: Fakta) -> str:
    if not isinstance(fakta.place, PdfPlace):
        return ""
    box = fakta.place.bbox
    return f"{box.x0:.1f},{box.top:.1f},{box.x1:.1f},{box.bottom:.1f}"
