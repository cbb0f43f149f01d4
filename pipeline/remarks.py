"""What is told of the reading of a document: what was lost, and what was not understood."""

from __future__ import annotations

from schemas.kinerja import Laporan, TabelBelumDipetakan
from schemas.printed import PrintedDocument
from schemas.provenance import page_of
from schemas.result import Note, Problem

HARMLESS_NOTES = frozenset({"slow-path", "picture"})
"""Kinds of reading notes that tell of a second way that worked, or of pictures among the text, which nearly every
report has; every other one degrades the document."""


def reading_problems(printed: PrintedDocument) -> tuple[Problem, ...]:
    """What could not be read."""
    return tuple(
        Problem(stage="read", kind=note.kind, message=note.message, page=note.page)
        for note in printed.notes
        if note.kind not in HARMLESS_NOTES
    )


def reading_notes(printed: PrintedDocument) -> tuple[Note, ...]:
    """What the auditor should know of the reading though nothing was lost by it."""
    return tuple(
        Note(stage="read", kind=note.kind, message=note.message, page=note.page)
        for note in printed.notes
        if note.kind in HARMLESS_NOTES
    )


def mapping_problems(laporan: Laporan) -> tuple[Problem, ...]:
    """Tables of performance whose figures were not understood; or that no table at all was, and no decree either."""
    lost = tuple(
        Problem(
            stage="extract",
            kind="performance-unmapped",
            message=f"{_told(tabel)}; angka kinerjanya tidak diperiksa.",
            page=page_of(tabel.place),
        )
        for tabel in laporan.belum_dipetakan
        if tabel.kinerja
    )
    if lost or laporan.tabel or laporan.keputusan:
        return lost
    return (
        Problem(
            stage="extract",
            kind="no-known-table",
            message="tidak satu pun tabel kinerja atau anggaran dikenali; tidak ada angka yang dihitung ulang.",
        ),
    )


def mapping_notes(laporan: Laporan) -> tuple[Note, ...]:
    """Tables that were read and not understood, but are not known to be tables of performance."""
    return tuple(
        Note(stage="extract", kind="table-unmapped", message=_told(tabel), page=page_of(tabel.place))
        for tabel in laporan.belum_dipetakan
        if not tabel.kinerja
    )


def _told(tabel: TabelBelumDipetakan) -> str:
    return f"{tabel.caption or f'tabel ke-{tabel.number + 1} tanpa judul'}: {tabel.reason}"
