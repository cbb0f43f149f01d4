"""nilai.csv: every value read from a mapped table, one line each, as printed."""

from __future__ import annotations

from pathlib import Path

from pipeline.daftar import values
from pipeline.writers.cells import append_csv, begin_csv, box_text, joined
from schemas.kinerja import Baris, Fakta, Tabel
from schemas.provenance import page_of
from schemas.result import DocumentResult

FILE = "nilai.csv"
HEADER = ("path", "page", "table", "kind", "row", "label", "part", "year", "text", "bbox")


def append_nilai_csv(document: DocumentResult, folder: Path) -> None:
    """Appends the values of one document to `nilai.csv` in folder."""
    if document.laporan is not None:
        append_csv(folder / FILE, (_line(document.path, *value) for value in values(document.laporan)))


def begin_nilai_csv(folder: Path) -> None:
    """Writes the heading line."""
    begin_csv(folder / FILE, HEADER)


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
        box_text(fakta.place),
    )
