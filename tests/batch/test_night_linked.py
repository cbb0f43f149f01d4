"""Nights over two reports of one office of which the later one misquotes the earlier one, through the front door."""

from __future__ import annotations

import csv
import ctypes
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.batch.runs import ROOT, batch, command, environment, outcomes, run_folders, table
from tests.batch.small_folders import AS_ROOT
from tests.link.linked_files import report, write
from tests.link.test_linked_documents import COMPARED, LAST_YEAR, THIS_YEAR, changed
from tests.small_files import GOOD_ROWS, WRONG_ROW, write_docx

EARLIER = Path("lama", "lkjip-2029.pdf")
LINKED = "select code, state, first_seen from finding where code like 'LIN%'"
LOOKED_AT = ("LIN002", "HIT001")
STATES = ("new", "fixed", "gone")

Told = dict[str, int]


def fill(folder: Path) -> Path:
    """The two reports; what the second one says of the first is the only defect of its kind."""
    (folder / "lama").mkdir(parents=True)
    write(folder / EARLIER, report(2029, LAST_YEAR))
    write(folder / "lkjip-2030.docx", report(2030, THIS_YEAR, changed(COMPARED, 0, 1, "80,20")))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill(tmp_path / "masuk")


def night(folder: Path, *options: str) -> Told:
    """How many findings of the two kinds a run tells as new, fixed and gone."""
    out = folder.parent / "hasil"
    done = batch(folder, out, "--format", "json", *options)
    assert done.returncode in {0, 1, 3}, done.stderr
    return told(out)


def told(out: Path) -> Told:
    with (run_folders(out)[-1] / "perubahan.csv").open(encoding="utf-8-sig", newline="") as handle:
        lines = [line for line in csv.DictReader(handle) if line["code"] in LOOKED_AT]
    return dict(Counter(line["state"] for line in lines if line["state"] in STATES))


def linked(folder: Path) -> list[tuple[str, str, str]]:
    """The findings between documents in the ledger."""
    return table(folder.parent / "hasil" / "capaian.sqlite", LINKED)


def first(folder: Path) -> str:
    """The first night, in which one finding between the two is new; the name of its run."""
    assert night(folder) == {"new": 1}
    (run,) = run_folders(folder.parent / "hasil")
    assert linked(folder) == [("LIN002", "new", run.name)]
    return run.name


def add(folder: Path, name: str) -> None:
    """Another document, so that the night is no unchanged one."""
    write_docx(folder / name, (*GOOD_ROWS, (name, name, "%", "10", "10", "100")))


def test_a_damaged_copy_of_the_other_report_mends_nothing_however_long_it_lies_there(folder: Path) -> None:
    run = first(folder)
    whole = (folder / EARLIER).read_bytes()
    (folder / EARLIER).write_bytes(whole[: len(whole) // 2])
    assert night(folder) == {}
    add(folder, "lain.docx")
    assert night(folder) == {}
    assert linked(folder) == [("LIN002", "open", run)]
    (folder / EARLIER).write_bytes(whole)
    assert night(folder) == {}
    assert linked(folder) == [("LIN002", "open", run)]


def test_other_settings_under_which_the_other_report_fails_mend_nothing(folder: Path, tmp_path: Path) -> None:
    """All is read anew then, with the same bytes; the night after, the earlier settings hold again."""
    with (folder / EARLIER).open("ab") as handle:
        handle.write(b"\n%" + b" " * 200_000)
    run = first(folder)
    settings = tmp_path / "malam.toml"
    settings.write_text("settle_seconds = 0\nbackoff_seconds = 0.1\nmax_bytes = 150000\n")
    assert night(folder, "--config", str(settings)) == {}
    assert linked(folder) == [("LIN002", "open", run)]
    add(folder, "lain.docx")
    assert night(folder, "--config", str(settings)) == {}
    assert night(folder) == {}
    assert linked(folder) == [("LIN002", "open", run)]


def test_a_mended_finding_is_told_although_a_strange_file_cannot_be_read(folder: Path) -> None:
    write_docx(folder / "u.docx", (*GOOD_ROWS, WRONG_ROW))
    assert night(folder) == {"new": 2}
    (folder / "u.docx").unlink()
    (folder / "u.docx").symlink_to("tidak-ada.docx")
    write(folder / "lkjip-2030.docx", report(2030, THIS_YEAR, COMPARED))
    assert night(folder) == {"fixed": 1}
    assert [state for _, state, _ in linked(folder)] == ["fixed"]


def test_a_finding_whose_other_report_left_is_gone_and_comes_back_with_it(folder: Path, tmp_path: Path) -> None:
    run = first(folder)
    (folder / EARLIER).rename(tmp_path / "pergi.pdf")
    assert night(folder) == {"gone": 1}
    (tmp_path / "pergi.pdf").rename(folder / "kembali.pdf")
    assert night(folder) == {}
    assert linked(folder) == [("LIN002", "open", run)]


def test_a_file_renamed_over_another_one_mends_none_of_its_findings(folder: Path) -> None:
    write_docx(folder / "a.docx", (*GOOD_ROWS, WRONG_ROW))
    add(folder, "b.docx")
    assert night(folder) == {"new": 2}
    (folder / "b.docx").replace(folder / "a.docx")
    assert night(folder) == {"gone": 1}
    assert night(folder) == {}


def plain_night(folder: Path) -> Told:
    """A run of someone for whom rights count: root without the privilege to pass over them."""
    out = folder.parent / "hasil"
    done = subprocess.run(
        command(folder, out, "--format", "json"), cwd=ROOT, env=environment(), preexec_fn=without_privilege,
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode in {0, 1, 3}, done.stderr
    return told(out)


LIBRARY = ctypes.CDLL(None)
DROP = 24
OVERRIDE, SEARCH = 1, 2


def without_privilege() -> None:
    if AS_ROOT:
        for privilege in (OVERRIDE, SEARCH):
            LIBRARY.prctl(DROP, privilege, 0, 0, 0)


def test_a_folder_that_cannot_be_listed_for_two_nights_mends_nothing(folder: Path) -> None:
    run, earlier = first(folder), folder / "lama"
    for name in ("satu.docx", "dua.docx"):
        add(folder, name)
        earlier.chmod(0o000)
        try:
            assert plain_night(folder) == {}
        finally:
            earlier.chmod(0o755)
        assert outcomes(run_folders(folder.parent / "hasil")[-1])[str(earlier)] == "failed"
        assert linked(folder) == [("LIN002", "open", run)]
    assert plain_night(folder) == {}
    assert linked(folder) == [("LIN002", "open", run)]
