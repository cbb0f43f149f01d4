from __future__ import annotations

import gc
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from pipeline.batch.local import PRELOADED
from pipeline.run import audit_file
from schemas.result import Status
from tests.batch.strange_work import ROOT, SAMPLES
from tests.small_files import write_docx

SCRIPT = """
import importlib, sys, threading
for name in {names}: importlib.import_module(name)
{then}
"""


def after_loading(then: str, *arguments: str) -> list[str]:
    """Lines that a process prints which has loaded what workers are forked from."""
    script = SCRIPT.format(names=repr(PRELOADED), then=then)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, *arguments],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_no_module_is_left_for_the_workers_to_load(tmp_path: Path) -> None:
    then = """
from tests.batch.strange_work import make_task
from pipeline.batch.task import do_task
for path in sys.argv[1:]:
    before = set(sys.modules)
    print(do_task(make_task(path)).document.status)
    print(*sorted(set(sys.modules) - before))
"""
    paths = [SAMPLES / "lkjip/dinas-benar.pdf", write_docx(tmp_path / "laporan.docx")]
    lines = after_loading(then, *map(str, paths))
    assert lines[::2] == ["ok", "ok"]
    late = [name for names in lines[1::2] for name in names.split()]
    assert not [name for name in late if name.startswith(("pipeline", "extractors", "schemas", "spacy", "lxml"))]


def test_a_worker_finds_what_it_is_started_with() -> None:
    """The script of the command, of which every worker runs the first lines again, and what it is told to do."""
    then = """
before = set(sys.modules)
import pipeline.cli, pipeline.batch.local
print(*sorted(set(sys.modules) - before))
"""
    assert after_loading(then) == ["pipeline.cli"]


def test_all_that_is_loaded_is_set_aside() -> None:
    assert PRELOADED[-1] == "pipeline.batch.preloaded", "nothing is loaded behind the one that sets it aside"


def test_it_can_be_forked_from() -> None:
    lines = after_loading("print(threading.active_count()); import gc; print(gc.get_freeze_count() > 100_000)")
    assert lines == ["1", "True"]


def test_temporary_files_have_a_folder_that_goes_with_the_process() -> None:
    then = "import os, tempfile; print(tempfile.tempdir); assert os.path.isdir(tempfile.tempdir)"
    (folder,) = after_loading(then)
    assert Path(folder).name.startswith("capaian-")
    assert not Path(folder).exists()


def test_the_small_report_has_what_each_stage_works_on(tmp_path: Path) -> None:
    try:
        from pipeline.batch.preloaded import LINES, ROWS, write_small_report
    finally:
        gc.unfreeze()
    path = tmp_path / "contoh.docx"
    write_small_report(path)
    os.utime(path, (0, 0))
    assert zipfile.is_zipfile(path)
    document = audit_file(path)
    assert document.status is Status.OK
    assert (document.contents.tables, document.contents.rows) == (1, len(ROWS) - 1)
    assert document.contents.sentences == 1 and document.claims.against_tables > 0
    assert document.tally and document.ikhtisar is not None
    assert document.printed is not None
    assert {line.text for line in document.printed.lines} >= set(LINES)
