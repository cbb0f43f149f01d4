"""Reading and the whole audit against plain pdfplumber: the ratio is asserted, never a time."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.bench.conftest import Measured
from tests.bench.measure import Timing, audit_ours, cpu_seconds, read_ours, read_plainly, total
from tests.conftest import ROOT

SAMPLES = sorted((ROOT / "samples" / "lkjip").glob("*.pdf"))
SHARED_FOLDERS = ("real", "seeds")
FASTER, AUDIT_SHARE = 15, 0.25
"""What is aimed at; the assertions below leave room for a busy machine."""
HEAVY = ("pdfplumber", "pdfminer", "pypdfium2", "pandas", "openpyxl", "spacy", "docx", "lxml", "pydantic", "jinja2")

pytestmark = pytest.mark.bench


def measure(benchmark: BenchmarkFixture, path: Path, name: str) -> Timing:
    pages = page_count(path)
    plain = cpu_seconds(read_plainly, path, repeats=3)
    audit = cpu_seconds(audit_ours, path, repeats=5)
    benchmark.pedantic(read_ours, args=(path,), rounds=10, warmup_rounds=1)
    timing = Timing(name=name, pages=pages, plain=plain, reading=benchmark.stats.stats.min, audit=audit)
    benchmark.extra_info["faster than plain pdfplumber"] = round(timing.reading_ratio, 1)
    return timing


def hold(timing: Timing, *, room: float) -> None:
    assert timing.reading_ratio > FASTER / room
    assert timing.audit_share < AUDIT_SHARE * room


@pytest.mark.benchmark(timer=time.process_time, group="reading")
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample(benchmark: BenchmarkFixture, measured: Measured, path: Path) -> None:
    timing = measure(benchmark, path, path.name)
    measured.timings.append(timing)
    hold(timing, room=3)


@pytest.mark.shared
@pytest.mark.benchmark(timer=time.process_time, group="reading")
@pytest.mark.parametrize("folder", SHARED_FOLDERS)
def test_reference_documents(
    benchmark: BenchmarkFixture, measured: Measured, shared_dir: Path, folder: str
) -> None:
    paths = [p for p in sorted((shared_dir / "documents" / folder).rglob("*.pdf")) if has_text(p)]
    assert paths
    own: list[Timing] = []
    for path in paths:
        own.append(
            Timing(
                name=str(path.relative_to(shared_dir / "documents")),
                pages=page_count(path),
                plain=cpu_seconds(read_plainly, path, repeats=1),
                reading=cpu_seconds(read_ours, path, repeats=3),
                audit=cpu_seconds(audit_ours, path, repeats=3),
            )
        )
    measured.timings.extend(own)
    benchmark.pedantic(lambda: [read_ours(path) for path in paths], rounds=1)
    hold(total(own), room=1.5)


def has_text(path: Path) -> bool:
    """A scan without text costs nobody anything and would flatter the ratio."""
    return bool(read_ours(path).blocks)


def page_count(path: Path) -> int:
    return read_ours(path).pages or 0


def test_help_loads_nothing_heavy(measured: Measured) -> None:
    code = (
        "import sys, time; t = time.process_time()\n"
        "from pipeline.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        f"print('LOADED', [m for m in {HEAVY!r} if m in sys.modules], time.process_time() - t)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    last = done.stdout.splitlines()[-1]
    used = 1000 * float(last.split()[-1])
    measured.notes.append(f"capaian --help: {used:.0f} ms of CPU after the interpreter's start")
    assert "LOADED []" in last


def test_first_document(measured: Measured) -> None:
    """What the first document pays for imports, told beside the sizes of a whole run."""
    code = "import time; t = time.process_time(); import extractors.readers.pdf; print(time.process_time() - t)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    measured.notes.append(f"importing the PDF reader: {1000 * float(done.stdout):.0f} ms of CPU, once per process")
    assert 1000 * float(done.stdout) < 3000
