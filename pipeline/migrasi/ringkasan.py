"""How much a migration brought, and whether it is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from schemas.migrasi import Migrasi
from schemas.result import DocumentResult, RunResult, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Hitungan:
    """What the records of a document hold, and what is left over: still open, or accepted by a person."""

    keputusan: int = 0
    jabatan: int = 0
    indikator: int = 0
    rujukan: int = 0
    terbuka: int = 0
    diterima: int = 0


def tally(migrasi: Migrasi | None) -> Hitungan:
    """Counts the records; all zero without."""
    if migrasi is None:
        return Hitungan()
    records = migrasi.keputusan
    return Hitungan(
        keputusan=len(records),
        jabatan=sum(len(item.jabatan) for item in records),
        indikator=sum(len(item.indikator()) for item in records),
        rujukan=sum(len(item.rujukan) for item in records),
        terbuka=len(migrasi.terbuka),
        diterima=len(migrasi.sisa) - len(migrasi.terbuka),
    )


def holds_records(document: DocumentResult) -> bool:
    """Whether any record was read from a document."""
    return document.migrasi is not None and bool(document.migrasi.keputusan)


def is_done(document: DocumentResult) -> bool | None:
    """Whether a document is migrated with nothing left open; None where there was nothing to migrate."""
    if document.status is Status.SKIPPED:
        return None
    return document.migrasi is not None and document.migrasi.selesai


def run_is_done(run: RunResult) -> bool:
    """Whether every document that had to be migrated is done, and there was one."""
    answers = [is_done(document) for document in run.documents]
    return True in answers and False not in answers


def unused(accepted: Iterable[str], run: RunResult) -> int:
    """How many accepted ids stand for nothing in the documents of this run."""
    present = {sisa.sisa_id for document in run.documents if document.migrasi for sisa in document.migrasi.sisa}
    return len(set(accepted) - present)
