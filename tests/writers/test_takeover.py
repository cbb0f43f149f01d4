from __future__ import annotations

import json
import os
import resource
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from pipeline.writers import WRITERS
from pipeline.writers.documents_json import write_document
from pipeline.writers.findings_json import write_findings_json
from pipeline.writers.fragments import add_fragments
from pipeline.writers.manifest_csv import write_manifest_csv
from pipeline.writers.perubahan_csv import write_perubahan_csv
from pipeline.writers.records import run_head
from pipeline.writers.run_folder import RunFolder
from pipeline.writers.summary_json import write_summary_json
from pipeline.writers.takeover import OWN_FILES, take_over
from schemas.config import FORMATS
from schemas.errors import ExitCode
from schemas.result import DocumentResult, RunResult
from tests.batch_results import night
from tests.result_values import SHA, document, failed, finding, run_of

OTHER = "cd" * 32
TABLES = {writer.file for writer in WRITERS} - {"documents"}
FILES = TABLES | {f"documents/{SHA}", f"documents/{OTHER}", "run.log"}
FILLED_IN = {"findings.csv", "findings.xlsx", "nama-ditanya.csv"}
TONIGHT = replace(
    run_of(), run_id="20240202-010000-0bad", started="2024-02-02T01:00:00+07:00", config_hash="fedcba9876543210"
)


def documents() -> tuple[DocumentResult, ...]:
    return (document(finding(), finding(subject="é – “x”")), replace(document(path="b.pdf"), sha256=OTHER), failed())


def previous(out: Path, *items: DocumentResult) -> Path:
    """A finished run folder of a batch: one document linked into the store, one copied."""
    with RunFolder(out=None, parent=out, formats=FORMATS) as folder:
        made = folder.finish(run_of(*(folder.add(item) for item in items)))
    for item in items:
        if item.sha256 == SHA:
            shutil.rmtree(made / "documents" / SHA)
            write_document(item, out / "simpanan")
            add_fragments(out / "simpanan", item.path, made)
    write_manifest_csv(night(), made / "manifest.csv")
    write_perubahan_csv(night(), made / "perubahan.csv")
    write_summary_json(night(), made / "summary.json", ExitCode.PARTIAL)
    return made


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return previous(tmp_path / "output", *documents())


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    folder = tmp_path / "output" / ".capaian-0a1b"
    folder.mkdir(parents=True)
    (folder / "run.log").write_text("tonight\n", encoding="utf-8")
    (folder / "nilai.csv").write_text("heading\n", encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): bytes(path.readlink()) if path.is_symlink() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def taken(before: Path, fresh: Path, run: RunResult = TONIGHT) -> bool:
    return take_over(before, fresh, run_head(run), FILES)


def test_everything_is_there_and_the_run_is_the_new_one(before: Path, fresh: Path) -> None:
    was = contents(before)
    assert taken(before, fresh)
    found = contents(fresh)
    assert found.pop("run.log") == b"tonight\n"
    record = json.loads(found.pop("findings.json"))
    assert record["run"] == run_head(TONIGHT)
    assert record["documents"] == json.loads(was["findings.json"])["documents"]
    assert found == {name: content for name, content in was.items() if name not in OWN_FILES | {"findings.json"}}
    assert contents(before) == was


def test_findings_json_is_as_if_written_anew(before: Path, fresh: Path, tmp_path: Path) -> None:
    assert taken(before, fresh)
    write_findings_json(replace(TONIGHT, documents=documents()), tmp_path / "anew.json")
    assert (fresh / "findings.json").read_bytes() == (tmp_path / "anew.json").read_bytes()


def test_a_run_without_documents_is_taken_too(tmp_path: Path, fresh: Path) -> None:
    empty = previous(tmp_path / "output")
    assert take_over(empty, fresh, run_head(TONIGHT), TABLES)
    write_findings_json(TONIGHT, tmp_path / "anew.json")
    assert (fresh / "findings.json").read_bytes() == (tmp_path / "anew.json").read_bytes()


def test_files_share_their_place_on_the_disk_but_for_those_that_people_fill_in(before: Path, fresh: Path) -> None:
    assert taken(before, fresh)
    shared = {name for name in TABLES if (before / name).samefile(fresh / name)}
    assert shared == TABLES - FILLED_IN - {"findings.json"}
    assert (before / "documents" / OTHER / "printed.json").samefile(fresh / "documents" / OTHER / "printed.json")


def test_a_link_to_the_store_stays_a_link_that_leads_there_from_the_final_place(before: Path, fresh: Path) -> None:
    assert taken(before, fresh)
    final = fresh.rename(fresh.with_name(TONIGHT.run_id))
    assert (final / "documents" / SHA).is_symlink()
    assert (final / "documents" / SHA).readlink() == (before / "documents" / SHA).readlink()
    assert os.path.samestat((final / "documents" / SHA).lstat(), (before / "documents" / SHA).lstat()), "as it is"
    assert (final / "documents" / SHA / "printed.json").is_file()


def test_a_link_leads_to_the_store_from_another_output_folder_too(before: Path, tmp_path: Path) -> None:
    folder = tmp_path / "lain" / "dalam" / "malam"
    folder.mkdir(parents=True)
    assert taken(before, folder)
    assert (folder / "documents" / SHA / "printed.json").samefile(before / "documents" / SHA / "printed.json")


def test_a_link_does_not_lead_to_the_store_of_another_output_folder(before: Path, tmp_path: Path) -> None:
    folder = tmp_path / "lain" / "malam"
    folder.mkdir(parents=True)
    shutil.copytree(before.parent / "simpanan", folder.parent / "simpanan")
    words = (before / "documents" / SHA).readlink()
    assert Path(os.path.normpath(folder / "documents" / words)).is_dir(), "the same words lead somewhere from there"
    assert taken(before, folder)
    assert (folder / "documents" / SHA).samefile(before / "documents" / SHA)


def test_the_folder_of_all_documents_is_taken_with_what_is_in_it(before: Path, fresh: Path) -> None:
    assert take_over(before, fresh, run_head(TONIGHT), TABLES | {"documents"})
    final = fresh.rename(fresh.with_name(TONIGHT.run_id))
    assert {item.name for item in (final / "documents").iterdir()} == {SHA, OTHER}
    assert (final / "documents" / SHA / "printed.json").samefile(before / "documents" / SHA / "printed.json")


def test_it_goes_on_night_after_night(before: Path, fresh: Path) -> None:
    assert taken(before, fresh)
    write_summary_json(night(), fresh / "summary.json", ExitCode.PARTIAL)
    third = fresh.with_name(".capaian-0a1c")
    third.mkdir()
    shutil.rmtree(before)
    assert taken(fresh, third, replace(TONIGHT, run_id="20240203-010000-0bad"))
    assert contents(third)["nilai.csv"] == contents(fresh)["nilai.csv"]
    assert json.loads(contents(third)["findings.json"])["run"]["run_id"] == "20240203-010000-0bad"


def test_what_others_put_into_the_earlier_folder_stays_there(before: Path, fresh: Path) -> None:
    (before / "catatan.txt").write_text("auditor\n", encoding="utf-8")
    (before / "documents" / "Thumbs.db").write_bytes(b"x")
    assert taken(before, fresh)
    assert {item.name for item in fresh.iterdir()} == TABLES | {"documents", "run.log"}
    assert {item.name for item in (fresh / "documents").iterdir()} == {SHA, OTHER}


def later(path: Path) -> None:
    """As after a person saved the file."""
    after = time.time_ns() + 10**9
    os.utime(path, ns=(after, after))


def cut(path: Path) -> None:
    """Shortened without a new time, as by a failing disk."""
    times = path.stat()
    path.write_bytes(path.read_bytes()[:-3])
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def rewritten(path: Path, change: Callable[[bytes], bytes]) -> None:
    times = path.stat()
    path.write_bytes(change(path.read_bytes()))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: (folder / "nilai.csv").unlink(),
        lambda folder: (folder / "findings.json").unlink(),
        lambda folder: (folder / "summary.json").unlink(),
        lambda folder: (folder / "documents" / SHA).unlink(),
        lambda folder: shutil.rmtree(folder / "documents" / OTHER),
        lambda folder: shutil.rmtree(folder.parent / "simpanan"),
        lambda folder: shutil.rmtree(folder),
        lambda folder: later(folder / "findings.xlsx"),
        lambda folder: later(folder / "documents" / OTHER / "laporan.json"),
        lambda folder: cut(folder / "findings.json"),
        lambda folder: rewritten(folder / "findings.json", lambda text: b""),
        lambda folder: rewritten(folder / "findings.json", lambda text: text.replace(b'"1"', b'"0"', 1)),
        lambda folder: rewritten(folder / "findings.json", lambda text: json.dumps(json.loads(text)).encode()),
    ],
)
def test_an_earlier_folder_that_is_not_as_it_was_left_is_not_taken(
    before: Path, fresh: Path, spoil: Callable[[Path], object]
) -> None:
    spoil(before)
    own = contents(fresh)
    assert not taken(before, fresh)
    assert contents(fresh) == own
    assert {item.name for item in fresh.iterdir()} == {"run.log", "nilai.csv"}


@contextmanager
def little_room() -> Iterator[None]:
    """No file may grow beyond 100 bytes within the block, as on a disk that is nearly full; nor may the test's own."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_nothing_is_left_of_what_could_not_be_written(before: Path, fresh: Path) -> None:
    own = contents(fresh)
    with little_room():
        done = taken(before, fresh)
    assert not done
    assert contents(fresh) == own
    assert {item.name for item in fresh.iterdir()} == {"run.log", "nilai.csv"}


def test_a_new_folder_that_cannot_be_written_to_is_left_to_the_one_who_writes_anew(before: Path, fresh: Path) -> None:
    shutil.rmtree(fresh)
    assert not taken(before, fresh)


def test_a_file_that_each_run_writes_need_not_be_there(before: Path, fresh: Path) -> None:
    for name in OWN_FILES - {"summary.json"}:
        (before / name).unlink()
    assert taken(before, fresh)


@pytest.fixture
def other_disk(tmp_path: Path) -> Iterator[Path]:
    memory = Path("/dev/shm")
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev or not os.access(memory, os.W_OK):
        pytest.skip("no second file system to write to")
    with TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


def test_files_are_copied_from_another_file_system(other_disk: Path, fresh: Path) -> None:
    before = previous(other_disk / "output", *documents())
    with pytest.raises(OSError, match="cross-device"):
        os.link(before / "nilai.csv", fresh / "probe")
    assert taken(before, fresh)
    assert contents(fresh)["nilai.csv"] == contents(before)["nilai.csv"]
    assert contents(fresh)[f"documents/{OTHER}/printed.json"] == contents(before)[f"documents/{OTHER}/printed.json"]
    assert (fresh / "documents" / SHA / "printed.json").is_file()
