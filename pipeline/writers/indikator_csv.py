"""indikator.csv: every indicator of a document, one line each, with the figures of its main table as printed."""

from __future__ import annotations

from pathlib import Path

from pipeline.daftar import ButirIndikator, indicators
from pipeline.writers.cells import append_csv, joined
from schemas.kinerja import Fakta
from schemas.provenance import page_of
from schemas.result import DocumentResult

FILE = "indikator.csv"
HEADER = (
    "berkas", "indikator", "identitas", "satuan", "arah", "sasaran", "tahun", "target", "realisasi", "capaian",
    "tabel", "halaman",
)  # fmt: skip


def append_indikator_csv(document: DocumentResult, folder: Path) -> None:
    """Appends the indicators of one document to `indikator.csv` in folder."""
    if document.laporan is not None:
        append_csv(folder / FILE, (_line(document.path, butir) for butir in indicators(document.laporan)))


def _line(path: str, butir: ButirIndikator) -> tuple[str, ...]:
    baris = butir.baris
    return (
        path,
        joined(baris.label),
        baris.indikator,
        joined(baris.satuan or ""),
        baris.arah.value,
        joined(baris.sasaran or ""),
        str(butir.tahun or ""),
        _text(butir.target),
        _text(butir.realisasi),
        _text(butir.capaian),
        joined(butir.tabel.judul),
        str(page_of(baris.place) or ""),
    )


def _text(fakta: Fakta | None) -> str:
    return joined(fakta.text) if fakta is not None else ""
