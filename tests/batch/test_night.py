"""Nights over one folder, through the front door."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from samples.make_samples import FOLDER
from schemas.batch import EntryOutcome
from tests.batch.archive import make_archive
from tests.batch.runs import (
    ROOT,
    audit,
    batch,
    command,
    documents,
    environment,
    leftovers,
    manifest,
    outcomes,
    perubahan,
    run_folders,
    summary,
    table,
)
from tests.small_files import GOOD_ROWS, WRONG_ROW, write_docx, write_pdf

LKJIP = FOLDER / "lkjip"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents of one office, a small one with a defect, and a file that is no document."""
    folder = tmp_path / "masuk"
    (folder / "2023").mkdir(parents=True)
    shutil.copy(LKJIP / "dinas-keliru.docx", folder / "2023" / "dinas.docx")
    shutil.copy(LKJIP / "irigasi-2023.docx", folder / "2023" / "irigasi.docx")
    write_docx(folder / "a.docx", (*GOOD_ROWS, WRONG_ROW))
    (folder / "b.pdf").write_text("bukan PDF\n")
    return folder


def night(folder: Path, out: Path, *options: str, code: int = 3, **more: str) -> Path:
    """A run to its end; its run folder."""
    before = set(run_folders(out))
    done = batch(folder, out, *options, **more)
    assert done.returncode == code, done.stderr + done.stdout
    (run,) = set(run_folders(out)) - before
    assert not leftovers(out)
    return run


def test_a_large_folder_has_every_entry_once_and_the_results_of_an_audit(tmp_path: Path) -> None:
    folder, out = tmp_path / "arsip", tmp_path / "hasil"
    archive = make_archive(folder, sorted(LKJIP.glob("dinas-*.docx")), count=60)
    run = night(folder, out, "--jobs", "2")
    lines = manifest(run)
    names = [os.fsencode(line["path"]) for line in lines]
    assert len(lines) == len(set(names)) == len(archive.entries) == 60
    by_name = {line["path"].removeprefix(f"{folder}/"): line for line in lines}
    for name, kinds in archive.broken.items():
        assert by_name[name]["outcome"] == EntryOutcome.FAILED and by_name[name]["kind"] in kinds, by_name[name]
        assert by_name[name]["message"]
    assert {name for name, line in by_name.items() if line["outcome"] == EntryOutcome.IGNORED} == archive.ignored
    copies = {name: line["same_as"] for name, line in by_name.items() if line["outcome"] == EntryOutcome.DUPLICATE}
    assert copies == {name: f"{folder}/{original}" for name, original in archive.copies.items()}
    alone = {item["path"]: item for item in audit(folder, tmp_path / "audit")}
    good = [item for item in documents(run) if item["status"] in {"ok", "partial"}]
    assert len(good) == len(archive.good)
    assert good == [alone[item["path"]] for item in good]
    again = night(folder, out)
    assert summary(again)["unchanged"] and summary(again)["counts"]["done"] == 0
    assert documents(again) == documents(run)


def test_a_second_run_reads_nothing_and_has_the_same_files(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    first = night(folder, out)
    second = night(folder, out)
    names = {path.relative_to(first) for path in first.rglob("*")}
    assert names == {path.relative_to(second) for path in second.rglob("*")}
    for name in ("findings.csv", "nilai.csv", "klaim.csv", "indikator-tahunan.csv"):
        assert (first / name).read_bytes() == (second / name).read_bytes()
    assert summary(second)["run"]["run_id"] == second.name and summary(second)["previous"] == first.name
    assert table(out / "capaian.sqlite", f"select count(*) from attempt where run_id = '{second.name}'") == [(0,)]
    states = table(out / "capaian.sqlite", "select state, last_seen, count(*) from finding group by 1, 2")
    assert [(state, seen) for state, seen, _ in states] == [("open", second.name)]


def test_results_are_those_of_an_audit_also_across_documents(folder: Path, tmp_path: Path) -> None:
    run = night(folder, tmp_path / "hasil")
    alone = {item["path"]: item for item in audit(folder, tmp_path / "audit", "json,csv")}
    read = {item["path"]: item for item in documents(run) if item["status"] != "failed"}
    assert read == {path: item for path, item in alone.items() if item["status"] != "failed"}
    assert {"LIN002", "HIT001"} <= {finding["code"] for item in read.values() for finding in item["findings"]}
    for name in ("nilai.csv", "klaim.csv", "findings.csv", "indikator-tahunan.csv", "nama-ditanya.csv"):
        ours, theirs = ((place / name).read_text(encoding="utf-8").splitlines() for place in (run, tmp_path / "audit"))
        assert (ours[0], sorted(ours)) == (theirs[0], sorted(theirs)), name


def test_a_moved_file_is_the_same_document_and_a_copied_one_is_noted(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    night(folder, out)
    (folder / "lama").mkdir()
    (folder / "a.docx").rename(folder / "lama" / "pindah.docx")
    shutil.copy(folder / "2023" / "dinas.docx", folder / "salinan.docx")
    run = night(folder, out)
    found = {path.removeprefix(f"{folder}/"): outcome for path, outcome in outcomes(run).items()}
    assert found == {
        "2023/dinas.docx": "unchanged",
        "2023/irigasi.docx": "unchanged",
        "b.pdf": "failed",
        "lama/pindah.docx": "unchanged",
        "salinan.docx": "duplicate",
    }
    moved = next(item for item in documents(run) if item["path"].endswith("pindah.docx"))
    assert [finding["code"] for finding in moved["findings"]] == ["HIT001"]
    values = (run / "nilai.csv").read_text(encoding="utf-8")
    assert "lama/pindah.docx," in values and f"{folder}/a.docx," not in values
    assert summary(run)["findings"]["new"] == summary(run)["findings"]["fixed"] == 0


def test_findings_are_new_then_open_then_fixed_and_gone_with_their_document(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    assert summary(night(folder, out))["findings"]["new"] > 40
    write_docx(folder / "a.docx")
    mended = summary(night(folder, out))["findings"]
    assert (mended["new"], mended["fixed"], mended["gone"]) == (0, 1, 0)
    (folder / "2023" / "dinas.docx").unlink()
    left = summary(night(folder, out))["findings"]
    assert (left["new"], left["fixed"]) == (0, 0) and left["gone"] > 40


def test_a_document_that_fails_tonight_keeps_its_findings(folder: Path, tmp_path: Path) -> None:
    """What nobody could look at is not mended."""
    out = tmp_path / "hasil"
    night(folder, out)
    (folder / "a.docx").unlink()
    (folder / "a.docx").symlink_to("tidak-ada")
    run = night(folder, out)
    assert (summary(run)["findings"]["fixed"], summary(run)["findings"]["gone"]) == (0, 0)
    assert table(out / "capaian.sqlite", "select state from finding where path = 'a.docx'") == [("open",)]
    for later in (run, night(folder, out)):
        told = summary(later)["findings"]
        unread = [line for line in perubahan(later) if line["state"] == "unread"]
        assert told["unread"] == len(unread) >= 1 and told["open"] > told["unread"]
        assert f"{folder}/a.docx" in {line["path"] for line in unread}
        found = {item["finding_id"] for document in documents(later) for item in document["findings"]}
        assert found.isdisjoint(line["finding_id"] for line in unread)
        assert len(found) == sum(told["by_severity"].values()) - told["unread"]
    assert summary(later)["unchanged"]


def test_a_failure_stands_until_it_is_asked_for_again(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    tries = f"select count(*) from attempt where path = '{folder}/b.pdf'"
    night(folder, out)
    night(folder, out)
    assert table(out / "capaian.sqlite", tries) == [(1,)]
    night(folder, out, "--retry-failed")
    assert table(out / "capaian.sqlite", tries) == [(2,)]


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [("pipeline/checks/hit001_capaian_salah_hitung.py", "rechecked"), ("pipeline/intake.py", "done")],
)
def test_only_checks_run_again_when_only_a_check_changed(
    folder: Path, tmp_path: Path, changed: str, outcome: str
) -> None:
    out, program = tmp_path / "hasil", tmp_path / "program"
    for package in ("schemas", "extractors", "pipeline"):
        shutil.copytree(ROOT / package, program / package, ignore=shutil.ignore_patterns("__pycache__"))
    first = batch(folder, out, cwd=program, PYTHONPATH=str(program))
    assert first.returncode == 3, first.stderr
    with (program / changed).open("a", encoding="utf-8") as handle:
        handle.write("\n# changed\n")
    second = batch(folder, out, cwd=program, PYTHONPATH=str(program))
    assert second.returncode == 3, second.stderr
    before, after = run_folders(out)
    assert sorted(outcomes(after).values()) == sorted([outcome] * 3 + ["failed"])
    assert documents(before) == documents(after)


def test_a_damaged_store_is_mended_and_not_believed(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    first = night(folder, out)
    (result,) = (path for path in out.rglob("hasil-*.bin") if "a.docx" in table_of(out, path))
    result.write_bytes(result.read_bytes()[:-1] + b"?")
    write_pdf(folder / "baru.pdf")
    run = night(folder, out)
    assert outcomes(run)[f"{folder}/a.docx"] == "done" and outcomes(run)[f"{folder}/2023/dinas.docx"] == "unchanged"
    by_path = {item["path"]: item for item in documents(run)}
    assert all(by_path[item["path"]] == item for item in documents(first))


def test_a_damaged_table_costs_one_night_and_is_mended_in_the_next(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    first = night(folder, out)
    (stored,) = (path for path in (out / "simpanan").rglob("nilai.csv") if str(folder / "a.docx") in path.read_text())
    content = stored.read_bytes()
    stored.write_bytes(b'"' + content[1:])
    write_pdf(folder / "baru.pdf")
    done = batch(folder, out)
    assert done.returncode == 5 and str(stored) in done.stderr and run_folders(out) == [first]
    assert not leftovers(out)
    run = night(folder, out)
    assert outcomes(run)[f"{folder}/a.docx"] == "done" and stored.read_bytes() == content


def table_of(out: Path, result: Path) -> str:
    """Names of the files with the content that a stored result is about."""
    rows = table(out / "capaian.sqlite", f"select path from attempt where sha256 = '{result.parts[-3]}'")
    return " ".join(path for (path,) in rows)


def test_without_its_store_everything_is_read_again(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    first = night(folder, out)
    shutil.rmtree(out / "simpanan")
    run = night(folder, out)
    assert documents(run) == documents(first)
    assert sorted(outcomes(run).values()) == ["done", "done", "done", "failed"]


def test_an_earlier_folder_that_someone_changed_is_not_taken_over(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    first = night(folder, out)
    kept = documents(first)
    (first / "findings.json").write_text("{}")
    assert documents(night(folder, out)) == kept


def test_results_may_lie_inside_the_folder_and_are_not_read(folder: Path) -> None:
    out = folder / "hasil"
    run = night(folder, out)
    assert len(manifest(run)) == 4
    assert summary(night(folder, out))["unchanged"]


@pytest.mark.parametrize("make", ["missing", "file", "out"])
def test_a_folder_that_cannot_be_looked_through_is_a_usage_error(tmp_path: Path, make: str) -> None:
    place = tmp_path / "masuk"
    if make == "file":
        place.write_text("isi")
    if make == "out":
        place.mkdir()
    done = batch(place, place if make == "out" else tmp_path / "hasil")
    assert done.returncode == 2 and done.stderr.startswith("capaian: ") and "Traceback" not in done.stderr
    assert str(place) in done.stderr


def test_a_standing_error_between_documents_is_not_called_mended_when_one_of_them_cannot_be_read(
    folder: Path, tmp_path: Path
) -> None:
    """The report of the year before is out of reach for one night; nothing is known of what compares it."""
    out = tmp_path / "hasil"
    linked = "select state, first_seen from finding where code like 'LIN%'"
    first = night(folder, out)
    assert table(out / "capaian.sqlite", linked) == [("new", first.name)]
    away = tmp_path / "irigasi.docx"
    (folder / "2023" / "irigasi.docx").rename(away)
    (folder / "2023" / "irigasi.docx").symlink_to("tidak-ada")
    blind = night(folder, out)
    assert table(out / "capaian.sqlite", linked) == [("open", first.name)]
    assert summary(blind)["findings"]["fixed"] == 0
    (folder / "2023" / "irigasi.docx").unlink()
    away.rename(folder / "2023" / "irigasi.docx")
    again = night(folder, out)
    assert table(out / "capaian.sqlite", linked) == [("open", first.name)]
    assert (summary(again)["findings"]["new"], summary(again)["findings"]["fixed"]) == (0, 0)


def test_figures_of_an_unchanged_night_are_those_of_the_night_before(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    night(folder, out)
    (folder / "a.docx").write_bytes((folder / "a.docx").read_bytes()[:500])
    broken, unchanged = night(folder, out), night(folder, out)
    assert summary(unchanged)["unchanged"] and not summary(broken)["unchanged"]
    for part in ("findings", "complete", "partial", "failed", "exit_code"):
        before, after = summary(broken)[part], summary(unchanged)[part]
        assert before == after or (part == "findings" and before["by_severity"] == after["by_severity"]), part


def test_another_limit_of_gravity_is_another_night(folder: Path, tmp_path: Path) -> None:
    """The exit code of an unchanged night is that of its own settings."""
    (folder / "b.pdf").unlink()
    out = tmp_path / "hasil"
    night(folder, out, "--fail-on", "never", code=0)
    night(folder, out, code=1)
    night(folder, out, "--fail-on", "never", code=0)


def test_results_of_another_place_are_not_taken_over(folder: Path, tmp_path: Path) -> None:
    database = ("--db", str(tmp_path / "buku.sqlite"))
    night(folder, tmp_path / "satu", *database)
    run = night(folder, tmp_path / "dua", *database)
    assert not summary(run)["unchanged"]
    links = [path.resolve() for path in (run / "documents").iterdir()]
    assert links and all(path.is_relative_to((tmp_path / "dua").resolve()) for path in links)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">/dev/full", "--quiet >&- 2>&-"])
def test_a_stream_that_takes_nothing_does_not_change_what_the_night_means(
    folder: Path, tmp_path: Path, closed: str
) -> None:
    (folder / "2023" / "dinas.docx").unlink()
    line = " ".join(map(shlex.quote, command(folder, tmp_path / "hasil")))
    done = subprocess.run(["/bin/sh", "-c", f"{line} {closed}"], cwd=ROOT, env=environment(), check=False, timeout=120)
    assert done.returncode == 3
    (run,) = run_folders(tmp_path / "hasil")
    assert summary(run)["counts"]["done"] == 2


def test_an_empty_folder_is_told_as_nothing_read(tmp_path: Path) -> None:
    (tmp_path / "masuk").mkdir()
    run = night(tmp_path / "masuk", tmp_path / "hasil", code=4)
    assert manifest(run) == [] and summary(run)["counts"]["total"] == 0


def test_quiet_says_nothing_and_a_json_log_only_json(folder: Path, tmp_path: Path) -> None:
    import json

    done = batch(folder, tmp_path / "hasil", "--quiet", "--json-log")
    assert done.returncode == 3 and done.stdout == ""
    records = [json.loads(line) for line in done.stderr.splitlines()]
    paths = {record.get("path") for record in records}
    assert f"{folder}/a.docx" in paths and f"{folder}/b.pdf" in paths
