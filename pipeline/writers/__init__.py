"""The files of the run folders of `audit`, `extract` and `migrate`, each in one explicit table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline.writers.belum_dipahami_csv import FILE as BELUM_DIPAHAMI_CSV
from pipeline.writers.belum_dipahami_csv import write_belum_dipahami_csv
from pipeline.writers.cells import begin_list
from pipeline.writers.decree_json import FILE as DECREE_JSON
from pipeline.writers.decree_json import FOLDER as DOCUMENTS
from pipeline.writers.decree_json import write_decree, write_decree_json
from pipeline.writers.documents_json import write_document
from pipeline.writers.extract_json import FILE as EXTRACT_JSON
from pipeline.writers.extract_json import write_extract_json
from pipeline.writers.findings_csv import FILE as FINDINGS_CSV
from pipeline.writers.findings_csv import write_findings_csv
from pipeline.writers.findings_json import FILE as FINDINGS_JSON
from pipeline.writers.findings_json import write_findings_json
from pipeline.writers.findings_xlsx import FILE as FINDINGS_XLSX
from pipeline.writers.findings_xlsx import write_findings_xlsx
from pipeline.writers.indikator_csv import FILE as INDIKATOR_CSV
from pipeline.writers.indikator_csv import HEADER as INDIKATOR_HEADER
from pipeline.writers.indikator_csv import append_indikator_csv
from pipeline.writers.indikator_keputusan_csv import FILE as INDIKATOR_KEPUTUSAN_CSV
from pipeline.writers.indikator_keputusan_csv import write_indikator_keputusan_csv
from pipeline.writers.indikator_tahunan_csv import FILE as INDIKATOR_TAHUNAN_CSV
from pipeline.writers.indikator_tahunan_csv import write_indikator_tahunan_csv
from pipeline.writers.keputusan_sqlite import FILE as KEPUTUSAN_SQLITE
from pipeline.writers.keputusan_sqlite import write_keputusan_sqlite
from pipeline.writers.keputusan_xlsx import FILE as KEPUTUSAN_XLSX
from pipeline.writers.keputusan_xlsx import write_keputusan_xlsx
from pipeline.writers.klaim_csv import FILE as KLAIM_CSV
from pipeline.writers.klaim_csv import HEADER as KLAIM_HEADER
from pipeline.writers.klaim_csv import append_klaim_csv
from pipeline.writers.migrasi_json import FILE as MIGRASI_JSON
from pipeline.writers.migrasi_json import write_migrasi_json
from pipeline.writers.nama_ditanya_csv import FILE as NAMA_DITANYA_CSV
from pipeline.writers.nama_ditanya_csv import write_nama_ditanya_csv
from pipeline.writers.nilai_csv import FILE as NILAI_CSV
from pipeline.writers.nilai_csv import append_nilai_csv, begin_nilai_csv
from pipeline.writers.report_html import FILE as REPORT_HTML
from pipeline.writers.report_html import write_report_html
from schemas.result import DocumentResult, RunResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """One file or folder of a run folder.

    Attributes:
        file: its name in the run folder.
        format: it is written when the configuration names this format.
        begin: called once with the run folder, before any document.
        add: called with every document as soon as it is done, and the run folder.
        finish: called once with the whole run and the path of the file.
    """

    file: str
    format: str
    begin: Callable[[Path], None] | None = None
    add: Callable[[DocumentResult, Path], None] | None = None
    finish: Callable[[RunResult, Path], None] | None = None


_DOCUMENTS = Writer(file=DOCUMENTS, format="json", add=write_document)
_NILAI = Writer(file=NILAI_CSV, format="csv", begin=begin_nilai_csv, add=append_nilai_csv)
_KLAIM = Writer(
    file=KLAIM_CSV,
    format="csv",
    begin=partial(begin_list, file=KLAIM_CSV, header=KLAIM_HEADER),
    add=append_klaim_csv,
)
_TAHUNAN = Writer(file=INDIKATOR_TAHUNAN_CSV, format="csv", finish=write_indikator_tahunan_csv)
_DITANYA = Writer(file=NAMA_DITANYA_CSV, format="csv", finish=write_nama_ditanya_csv)

WRITERS: tuple[Writer, ...] = (
    Writer(file=FINDINGS_JSON, format="json", finish=write_findings_json),
    _DOCUMENTS,
    Writer(file=FINDINGS_CSV, format="csv", finish=write_findings_csv),
    _NILAI,
    _KLAIM,
    _TAHUNAN,
    _DITANYA,
    Writer(file=FINDINGS_XLSX, format="xlsx", finish=write_findings_xlsx),
    Writer(file=REPORT_HTML, format="html", finish=write_report_html),
)
"""What `audit` writes; the first file marks the folder as one of its own."""

EXTRACT_WRITERS: tuple[Writer, ...] = (
    Writer(file=EXTRACT_JSON, format="json", finish=write_extract_json),
    _DOCUMENTS,
    _NILAI,
    _KLAIM,
    Writer(
        file=INDIKATOR_CSV,
        format="csv",
        begin=partial(begin_list, file=INDIKATOR_CSV, header=INDIKATOR_HEADER),
        add=append_indikator_csv,
    ),
    _TAHUNAN,
    _DITANYA,
)
"""What `extract` writes; the first file marks the folder as one of its own."""

SQLITE = "sqlite"
"""Format of the database in the folder of `migrate`; it is left out where the records go into another database."""

MIGRATE_WRITERS: tuple[Writer, ...] = (
    Writer(file=MIGRASI_JSON, format="json", finish=write_migrasi_json),
    Writer(file=DOCUMENTS, format="json", add=write_decree),
    Writer(file=DECREE_JSON, format="json", finish=write_decree_json),
    Writer(file=INDIKATOR_KEPUTUSAN_CSV, format="csv", finish=write_indikator_keputusan_csv),
    Writer(file=BELUM_DIPAHAMI_CSV, format="csv", finish=write_belum_dipahami_csv),
    Writer(file=KEPUTUSAN_XLSX, format="xlsx", finish=write_keputusan_xlsx),
    Writer(file=KEPUTUSAN_SQLITE, format=SQLITE, finish=write_keputusan_sqlite),
)
"""What `migrate` writes; the first file marks the folder as one of its own."""
