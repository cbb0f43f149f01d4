"""Results of earlier nights that lie inside the folder of documents."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.batch.ours import RUN_FOLDER, STORE
from pipeline.batch.scan import is_document, scan
from tests.batch.runs import audit, batch, run_folders
from tests.small_files import write_docx


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What two nights left, and the run folder of an audit."""
    place = tmp_path_factory.mktemp("nyata")
    (place / "masuk").mkdir()
    write_docx(place / "masuk" / "a.docx")
    for _ in range(2):
        assert batch(place / "masuk", place / "hasil").returncode == 0
    audit(place / "masuk", place / "hasil" / "audit")
    return place / "hasil"


@pytest.fixture
def folder(results: Path, tmp_path: Path) -> Path:
    """A folder with a document, and the results as someone moved them there."""
    write_docx(tmp_path / "a.docx")
    shutil.copytree(results, tmp_path / "2022" / "lama", symlinks=True)
    return tmp_path


def ignored(folder: Path) -> dict[str, str]:
    return {entry.name: entry.ignored for entry in scan(folder) if entry.ignored}


def documents(folder: Path) -> list[str]:
    return [entry.name for entry in scan(folder) if is_document(entry)]


def test_every_run_folder_and_the_store_are_one_entry_each_with_its_reason(folder: Path, results: Path) -> None:
    found = ignored(folder)
    runs = [f"2022/lama/{run.name}" for run in (*run_folders(results), results / "audit")]
    assert {name: found[name] for name in runs} == dict.fromkeys(runs, RUN_FOLDER)
    assert found["2022/lama/simpanan"] == STORE
    others = set(found) - {*runs, "2022/lama/simpanan"}
    assert others and all(name.startswith("2022/lama/capaian.sqlite") for name in others)
    assert documents(folder) == ["a.docx"]


def test_they_are_known_by_what_they_are_under_any_name(folder: Path, results: Path) -> None:
    (run, _) = run_folders(results)
    (folder / "2022" / "lama" / run.name).rename(folder / "laporan lama")
    (folder / "2022" / "lama" / "simpanan").rename(folder / "arsip")
    found = ignored(folder)
    assert (found["laporan lama"], found["arsip"]) == (RUN_FOLDER, STORE)


@pytest.mark.parametrize("where", ["audit", "simpanan"])
def test_what_holds_a_document_of_somebody_is_looked_into(folder: Path, where: str) -> None:
    write_docx(folder / "2022" / "lama" / where / "b.docx")
    assert documents(folder) == [f"2022/lama/{where}/b.docx", "a.docx"]


def test_a_folder_that_only_looks_like_one_is_looked_into(tmp_path: Path) -> None:
    other = tmp_path / "lain"
    other.mkdir()
    (other / "findings.json").write_text('{"schema_version": "1", "tool": "lain"}')
    (other / "run.log").touch()
    for name in ("tengah/a.docx", "jawa/tengah/b.docx", "ab/c.docx", "arsip/tengah/d.docx", "arsip/ab/e.docx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        write_docx(tmp_path / name)
    assert set(ignored(tmp_path)) == {"lain/findings.json", "lain/run.log"}
    assert len(documents(tmp_path)) == 5
