"""belum-dipahami.csv: what was not understood, piece by piece, with room for the person who accepts it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.migrasi.diterima import CATATAN, DITERIMA, ID, OLEH
from pipeline.writers.cells import append_csv, begin_csv, joined
from pipeline.writers.wording import spot_words
from schemas.migrasi import Sisa
from schemas.result import DocumentResult, RunResult

FILE = "belum-dipahami.csv"
HEADER = (ID, "berkas", "halaman", "tempat", "jenis", "teks", "alasan", DITERIMA, OLEH, CATATAN)


def write_belum_dipahami_csv(run: RunResult, path: Path) -> None:
    """Writes what is left over of every document, in printed order, with what was accepted of it."""
    begin_csv(path, HEADER, encoding="utf-8-sig")
    append_csv(path, (line for document in run.documents for line in _lines(document)))


def _lines(document: DocumentResult) -> Iterator[tuple[str, ...]]:
    for sisa in document.migrasi.sisa if document.migrasi else ():
        yield (sisa.sisa_id, document.path, str(sisa.page or ""), *leftover_words(sisa))


def leftover_words(sisa: Sisa) -> tuple[str, str, str, str, str, str, str]:
    """Place, kind, text, reason, and `ya`, name and note of who accepted it."""
    accepted = sisa.penerimaan
    return (
        joined(spot_words(sisa.place)) if sisa.place is not None else f"hal. {sisa.page}" if sisa.page else "",
        sisa.kelas.value,
        joined(sisa.text),
        sisa.reason,
        "ya" if accepted else "",
        accepted.oleh if accepted else "",
        accepted.catatan if accepted else "",
    )
