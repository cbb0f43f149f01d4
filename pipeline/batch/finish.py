"""The end of a night: documents beside each other, the run folder, the ledger, and the folder in its place."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.batch.collector import spared
from pipeline.batch.durable import sync_folder, sync_tree
from pipeline.batch.gather import Night, documents_of, kept_of, manifest_of
from pipeline.batch.kinds import OF_THE_FILE
from pipeline.batch.plan import Planned
from pipeline.batch.shift import BatchEnd, Shift, now_text
from schemas.batch import BatchConfig, BatchResult, EntryOutcome, Keys
from schemas.errors import ExitCode, OutputError
from schemas.result import RunResult, Status

if TYPE_CHECKING:
    from pipeline.ledger import LedgerDocument, RunFinish
    from pipeline.writers.run_folder import RunFolder


@spared()  # the results, which are there to the end
def finish(shift: Shift, folder: RunFolder, night: Night) -> BatchEnd:
    """Writes the run folder, has the ledger commit to it, and puts it in its place.

    Raises:
        OutputError: when the folder or the ledger cannot be written; after the commit the next run puts the folder in
            its place.
    """
    run = _compared(shift, night)
    _add_fragments(shift, folder, night)
    folder.complete(run)
    broken = broken_beside_others(run, night)
    kept = tuple(replace(item, compared=item.sha256 not in broken) for item in kept_of(night.planned, run))
    diff = shift.ledger.diff(shift.run_id, shift.folder, kept)
    code = _exit_code(shift, run)
    previous = shift.ledger.last_finished(shift.folder)
    result = BatchResult(
        run_id=shift.run_id,
        started=shift.started_text,
        finished=now_text(),
        folder=str(shift.config.folder),
        keys=shift.keys,
        manifest=manifest_of(night, run),
        changes=(*diff.new, *diff.fixed, *diff.gone),
        findings=Counter(line.severity for line in (*diff.new, *diff.open)),
        open=len(diff.open),
        unread=tuple(line for line in diff.open if line.last_seen != shift.run_id),
        previous=previous.run_id if previous is not None else None,
        interrupted_runs=shift.interrupted,
    )
    record = finish_record(shift, night.planned, code, kept)
    if broken:
        record = replace(record, fingerprint="")  # tomorrow it is tried again
    return conclude(shift, folder, result, code, partial(shift.ledger.commit_run, record))


def broken_beside_others(run: RunResult, night: Night) -> frozenset[str | None]:
    """Contents that could not be compared with the others; what the ledger knows of each says nothing of that."""
    alone = {document.path: document.problems for document in documents_of(night)}
    return frozenset(document.sha256 for document in run.documents if document.problems != alone[document.path])


def _compared(shift: Shift, night: Night) -> RunResult:
    """All documents beside each other, with what the checks of documents against each other say."""
    from pipeline.identity import tool_name
    from pipeline.normalise.gabung import memakai_berkas
    from pipeline.run_all import link_documents

    audit = shift.config.audit
    with memakai_berkas(audit.kamus, audit.nama):
        documents, deret = link_documents(documents_of(night))
    return RunResult(
        run_id=shift.run_id,
        started=shift.started_text,
        tool=tool_name(),
        config_hash=audit.hash(),
        documents=documents,
        deret=deret,
    )


def _add_fragments(shift: Shift, folder: RunFolder, night: Night) -> None:
    """What the documents add to the run folder one by one, from the store."""
    for item in night.planned:
        if item.sha256 is None or item.same_as is not None or item.failure is not None:
            continue
        files = shift.store.files(item.sha256, shift.keys)
        if files is None:
            raise OutputError(f"simpanan {item.entry.path} hilang selama run berjalan; jalankan lagi.")
        folder.write(item.entry.path, partial(_add, shift, item.sha256, files, item.entry.path, folder.folder))


def _add(shift: Shift, sha256: str, files: Path, path: str, folder: Path) -> None:
    """Adds what the store has of a document; what turns out to be damaged is thrown away, to be read anew.

    Raises:
        OutputError: when it is damaged.
    """
    from pipeline.writers.fragments import add_fragments

    try:
        add_fragments(files, path, folder)
    except OutputError:
        shift.store.discard(sha256, shift.keys)
        raise


def _exit_code(shift: Shift, run: RunResult) -> ExitCode:
    """What the night means for the caller; a file that only repeats another one says nothing."""
    from pipeline.exit_status import exit_code

    told = tuple(document for document in run.documents if document.status is not Status.SKIPPED)
    return exit_code(replace(run, documents=told), shift.config.fail_on)


def finish_record(
    shift: Shift, planned: Sequence[Planned], code: ExitCode, documents: Sequence[LedgerDocument]
) -> RunFinish:
    """What the ledger keeps of the night."""
    from pipeline.ledger import KnownFile, RunFinish

    looked = int(shift.started.timestamp() * 1e9)
    return RunFinish(
        run_id=shift.run_id,
        folder=shift.folder,
        finished=now_text(),
        fingerprint=fingerprint(planned, shift.keys, shift.config),
        exit_code=int(code),
        counts=Counter(item.outcome.value for item in planned),
        files={
            item.entry.name: KnownFile(sha256=item.sha256, mark=item.entry.mark, hashed_at_ns=looked)
            for item in planned
            if item.sha256 is not None and item.entry.mark is not None
        }
        | {item.entry.name: None for item in planned if _unknown(item)},
        documents=tuple(documents),
    )


def _unknown(item: Planned) -> bool:
    """Whether nobody could look into a file tonight; it is opened again in the next run, whatever its mark says."""
    return item.failure is not None and (item.sha256 is None or item.failure.kind in OF_THE_FILE)


def fingerprint(planned: Sequence[Planned], keys: Keys, config: BatchConfig) -> str:
    """Digest of all that the run folder of a night depends on; equal nights have equal results."""
    told = [
        (item.entry.name, item.entry.path, item.sha256, _state(item))
        for item in planned
        if item.outcome is not EntryOutcome.IGNORED
    ]
    settings = (keys.checking, config.audit.formats, config.fail_on)
    return hashlib.sha256(repr((settings, told)).encode("utf-8", "surrogateescape")).hexdigest()


def _state(item: Planned) -> tuple[str, ...]:
    if item.failure is not None:
        return "failed", item.failure.kind, item.failure.message
    return ("same", item.same_as.name) if item.same_as is not None else ("read",)


def conclude(
    shift: Shift, folder: RunFolder, result: BatchResult, code: ExitCode, commit: Callable[[], object]
) -> BatchEnd:
    """Writes what the batch says of itself, then commits, then puts the folder in its place."""
    from pipeline.ledger import RunState
    from pipeline.writers.manifest_csv import FILE as MANIFEST
    from pipeline.writers.manifest_csv import write_manifest_csv
    from pipeline.writers.perubahan_csv import FILE as PERUBAHAN
    from pipeline.writers.perubahan_csv import write_perubahan_csv
    from pipeline.writers.summary_json import FILE as SUMMARY
    from pipeline.writers.summary_json import write_summary_json

    folder.write(MANIFEST, partial(write_manifest_csv, result, folder.folder / MANIFEST))
    folder.write(PERUBAHAN, partial(write_perubahan_csv, result, folder.folder / PERUBAHAN))
    folder.write(SUMMARY, partial(write_summary_json, result, folder.folder / SUMMARY, code))
    folder.close()
    try:
        sync_tree(folder.folder)
        sync_folder(folder.folder.parent)
    except OSError as error:
        raise OutputError(
            f"folder hasil tidak dapat disimpan ({error.strerror or error}); periksa ruang disk, lalu jalankan lagi."
        ) from error
    if not shift.ledger.lock_alive():
        raise OutputError("sambungan ke basis data terputus sehingga kunci folder hilang; jalankan lagi.")
    folder.kept = True
    commit()
    target = folder.publish(shift.run_id)
    sync_folder(target.parent)
    shift.ledger.set_state(shift.run_id, RunState.DONE)
    return BatchEnd(result=result, folder=target, exit_code=code)
