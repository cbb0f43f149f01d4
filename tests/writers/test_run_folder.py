from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.writers import EXTRACT_WRITERS, MIGRATE_WRITERS, SQLITE, WRITERS, Writer
from pipeline.writers import run_folder as module
from pipeline.writers.run_folder import RunFolder
from schemas.config import FORMATS
from schemas.errors import OutputError
from schemas.result import DocumentResult, RunResult
from tests.keputusan_values import keputusan, migrated
from tests.result_values import SHA, document, failed, finding, run_of

ALL = {
    "findings.json", "findings.csv", "findings.xlsx", "nilai.csv", "klaim.csv", "indikator-tahunan.csv",
    "nama-ditanya.csv", "report.html", "documents", "run.log",
}  # fmt: skip
MIGRATED = {
    "migrasi.json", "decree.json", "documents", "indikator.csv", "indikator.xlsx", "belum-dipahami.csv",
    "keputusan.sqlite", "run.log",
}  # fmt: skip
SERIES = {"indikator-tahunan.csv", "nama-ditanya.csv"}
EXTRACTED = {"extract.json", "documents", "nilai.csv", "klaim.csv", "indikator.csv", "run.log"} | SERIES


def write(out: Path | None, parent: Path, *documents: DocumentResult, formats: tuple[str, ...] = FORMATS) -> Path:
    with RunFolder(out=out, parent=parent, formats=formats) as folder:
        light = [folder.add(item) for item in documents]
        return folder.finish(run_of(*light))


def names(folder: Path) -> set[str]:
    return {item.name for item in folder.iterdir()}


def test_whole_folder_stands_under_the_run_id(tmp_path: Path) -> None:
    target = write(None, tmp_path / "output", document(finding()), failed())
    assert target == tmp_path / "output" / "20240131-101500-ab12"
    assert names(target) == ALL
    assert names(tmp_path / "output") == {target.name}
    assert names(target / "documents") == {SHA}
    assert names(target / "documents" / SHA) == {"printed.json", "laporan.json", "tables"}
    table = (target / "documents" / SHA / "tables" / "001.csv").read_text(encoding="utf-8")
    assert table == ",'=1+1\n"
    laporan = json.loads((target / "documents" / SHA / "laporan.json").read_text(encoding="utf-8"))
    fakta = laporan["tabel"][0]["baris"][0]["fakta"][0]
    assert (fakta["part"], fakta["angka"]["value"], fakta["place"]["page"]) == ("target", "90.00", 3)
    printed = json.loads((target / "documents" / SHA / "printed.json").read_text(encoding="utf-8"))
    assert printed["source"]["kind"] == "pdf" and printed["blocks"][1]["caption"] == "Tabel 3.1"


def test_results_are_kept_without_their_pages(tmp_path: Path) -> None:
    with RunFolder(out=None, parent=tmp_path, formats=FORMATS) as folder:
        light = folder.add(document(finding()))
    assert (light.printed, light.laporan, len(light.findings)) == (None, None, 1)


def test_the_same_content_twice_is_one_folder(tmp_path: Path) -> None:
    target = write(tmp_path / "hasil", tmp_path, document(), document(path="salinan.pdf"))
    assert names(target / "documents") == {SHA}


@pytest.mark.parametrize(
    ("formats", "expected"),
    [
        (("json",), {"findings.json", "documents", "run.log"}),
        (("csv",), {"findings.json", "documents", "run.log", "findings.csv", "nilai.csv", "klaim.csv"} | SERIES),
        (("html",), {"findings.json", "documents", "run.log", "report.html"}),
    ],
)
def test_formats_choose_the_files_and_json_is_always_there(
    tmp_path: Path, formats: tuple[str, ...], expected: set[str]
) -> None:
    assert names(write(tmp_path / "hasil", tmp_path, document(), formats=formats)) == expected


def test_table_of_writers_is_complete() -> None:
    package = Path(module.__file__).parent
    pieces = {
        "__init__", "cells", "keputusan_rows", "keputusan_sql", "plain", "records", "run_folder", "sentences",
        "sheets", "wording",
    }  # fmt: skip
    of_the_batch = {"fragments", "manifest_csv", "perubahan_csv", "summary_json", "takeover"}
    modules = {path.stem for path in package.glob("*.py")} - pieces - of_the_batch
    used = {
        function.__module__.rpartition(".")[2]
        for writer in (*WRITERS, *EXTRACT_WRITERS, *MIGRATE_WRITERS)
        for function in (writer.add, writer.finish)
        if function is not None
    }
    assert used == modules
    assert {writer.format for writer in WRITERS} == set(FORMATS)
    for table in (WRITERS, EXTRACT_WRITERS, MIGRATE_WRITERS):
        assert len({writer.file for writer in table}) == len(table)
        assert table[0].format == "json", "the file that marks the folder is always written"


def test_nothing_is_left_when_the_run_is_broken_off(tmp_path: Path) -> None:
    handlers = list(logging.getLogger().handlers)
    with (
        pytest.raises(KeyboardInterrupt),
        RunFolder(out=tmp_path / "hasil", parent=tmp_path, formats=FORMATS) as folder,
    ):
        folder.add(document())
        raise KeyboardInterrupt
    assert names(tmp_path) == set()
    assert logging.getLogger().handlers == handlers


def test_earlier_run_folder_is_replaced_and_empty_folder_is_used(tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    out.mkdir()
    write(out, tmp_path, document())
    write(out, tmp_path, document(finding()), formats=("json",))
    assert names(tmp_path) == {"hasil"}
    assert names(out) == {"findings.json", "documents", "run.log"}
    assert len(json.loads((out / "findings.json").read_text(encoding="utf-8"))["documents"][0]["findings"]) == 1


def test_extract_has_its_own_files_and_replaces_only_its_own_folders(tmp_path: Path) -> None:
    def extract() -> Path:
        with RunFolder(out=tmp_path / "petik", parent=tmp_path, formats=FORMATS, writers=EXTRACT_WRITERS) as folder:
            return folder.finish(run_of(folder.add(document())))

    assert names(extract()) == EXTRACTED
    assert names(extract()) == EXTRACTED
    with pytest.raises(OutputError, match="berisi berkas lain"):
        write(tmp_path / "petik", tmp_path, document())
    audited = write(tmp_path / "hasil", tmp_path, document(), formats=("json",))
    with pytest.raises(OutputError, match="berisi berkas lain"):
        RunFolder(out=audited, parent=tmp_path, formats=FORMATS, writers=EXTRACT_WRITERS)
    assert names(tmp_path) == {"petik", "hasil"} and "findings.json" in names(audited)


def migrate(out: Path, *formats: str) -> Path:
    with RunFolder(out=out, parent=out.parent, formats=(*FORMATS, *formats), writers=MIGRATE_WRITERS) as folder:
        return folder.finish(run_of(folder.add(migrated(keputusan()))))


def test_migrate_has_its_own_files_and_replaces_its_own_folder_with_or_without_database(tmp_path: Path) -> None:
    assert names(migrate(tmp_path / "muat", SQLITE)) == MIGRATED
    assert names(migrate(tmp_path / "muat")) == MIGRATED - {"keputusan.sqlite"}
    assert names(tmp_path / "muat" / "documents" / SHA) == {"decree.json"}
    with pytest.raises(OutputError, match="berisi berkas lain"):
        write(tmp_path / "muat", tmp_path, document())


def test_a_database_that_cannot_be_written_is_told_in_its_own_words(tmp_path: Path) -> None:
    def broken(run: RunResult, path: Path) -> None:
        raise OutputError("basis data: sedang dipakai program lain.")

    writers = (MIGRATE_WRITERS[0], Writer(file="a.sqlite", format="json", finish=broken))
    with RunFolder(out=tmp_path / "muat", parent=tmp_path, formats=FORMATS, writers=writers) as folder:
        folder.add(migrated(keputusan()))
        with pytest.raises(OutputError, match=r"^basis data: sedang dipakai"):
            folder.finish(run_of())
    assert names(tmp_path) == set()


def prepare_file(out: Path) -> None:
    out.write_text("penting")


def prepare_foreign_folder(out: Path) -> None:
    out.mkdir()
    (out / "naskah.txt").write_text("penting")


def prepare_foreign_beside_ours(out: Path) -> None:
    out.mkdir()
    for name in ("findings.json", "run.log", "naskah.txt"):
        (out / name).write_text("penting")


def prepare_link(out: Path) -> None:
    out.symlink_to(out.parent / "tidak-ada")


def prepare_file_as_parent(out: Path) -> None:
    out.parent.rmdir()
    out.parent.write_text("penting")


@pytest.mark.parametrize(
    "prepare",
    [prepare_file, prepare_foreign_folder, prepare_foreign_beside_ours, prepare_link, prepare_file_as_parent],
)
def test_what_is_not_ours_is_never_touched(tmp_path: Path, prepare: Callable[[Path], None]) -> None:
    out = tmp_path / "induk" / "hasil"
    out.parent.mkdir()
    prepare(out)
    before = sorted(str(path) for path in tmp_path.rglob("*"))
    with pytest.raises(OutputError):
        RunFolder(out=out, parent=tmp_path, formats=FORMATS)
    assert sorted(str(path) for path in tmp_path.rglob("*")) == before


def test_writer_that_breaks_is_told_at_the_end_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(document: DocumentResult, folder: Path) -> None:
        raise ValueError("tidak muat")

    monkeypatch.setattr(module, "WRITERS", (*WRITERS, Writer(file="x.csv", format="csv", add=broken)))
    with RunFolder(out=tmp_path / "hasil", parent=tmp_path, formats=FORMATS) as folder:
        light = [folder.add(document()), folder.add(failed())]
        with pytest.raises(OutputError, match=r"x\.csv.*tidak muat"):
            folder.finish(run_of(*light))
    assert names(tmp_path) == set()


def test_log_holds_what_the_program_says(tmp_path: Path) -> None:
    with RunFolder(out=tmp_path / "hasil", parent=tmp_path, formats=FORMATS) as folder:
        logging.getLogger("pipeline.run").info("berkas %s", "a.pdf")
        logging.getLogger("pdfminer").debug("noise")
        target = folder.finish(run_of())
    text = (target / "run.log").read_text(encoding="utf-8")
    assert "INFO pipeline.run: berkas a.pdf" in text and "noise" not in text
