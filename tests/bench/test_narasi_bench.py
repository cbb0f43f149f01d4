"""What reading sentences costs: per page beside the reading of the file, and once per process."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractors.narasi import read_narasi
from schemas.printed import PrintedDocument
from tests.bench.conftest import Measured
from tests.bench.measure import cpu_seconds, read_ours
from tests.conftest import ROOT

SAMPLES = sorted((ROOT / "samples" / "lkjip").glob("*.pdf"))
FIRST_S = 0.7
"""What the first document with prose may cost: the library, the tokenizer, the matchers."""
ROOM = 2

pytestmark = pytest.mark.bench

FIRST = """
import sys, time
from extractors.narasi import read_narasi
from schemas.printed import Line
from schemas.provenance import DocxPlace
started = time.process_time()
read_narasi([Line(text=sys.argv[1], place=DocxPlace(block=0))])
print(time.process_time() - started)
"""


def narrative_seconds(printed: PrintedDocument, *, repeats: int = 3) -> float:
    times = []
    for _ in range(repeats):
        started = time.process_time()
        read_narasi(printed.blocks)
        times.append(time.process_time() - started)
    return min(times)


def note(measured: Measured, paths: list[Path]) -> float:
    """Adds a line per file; gives the time of the narrative as a share of the time of reading, over all of them."""
    head = f"{'ms per page':<44}{'pages':>6}{'reading':>9}{'narrative':>11}{'sentences':>11}{'share':>8}"
    measured.notes.append(head)
    reading = narrative = 0.0
    for path in paths:
        printed = read_ours(path)
        if not printed.blocks or not printed.pages:
            continue
        read_narasi(printed.blocks)
        own = cpu_seconds(read_ours, path, repeats=3), narrative_seconds(printed)
        per_page = [1000 * seconds / printed.pages for seconds in own]
        measured.notes.append(
            f"{path.name[-43:]:<44}{printed.pages:>6}{per_page[0]:>9.2f}{per_page[1]:>11.2f}"
            f"{len(read_narasi(printed.blocks)):>11}{own[1] / own[0]:>8.2f}"
        )
        reading, narrative = reading + own[0], narrative + own[1]
    return narrative / reading


def test_samples(measured: Measured) -> None:
    assert note(measured, SAMPLES) < ROOM


@pytest.mark.shared
def test_reference_documents(measured: Measured, shared_dir: Path) -> None:
    assert note(measured, sorted((shared_dir / "documents").rglob("*.pdf"))) < 1


def test_first_document(measured: Measured) -> None:
    found = {
        name: min(first_seconds(text) for _ in range(3))
        for name, text in (("with", "Realisasi 94,54% dari target 95%."), ("without", "Susunan organisasi dinas."))
    }
    measured.notes.append(f"first document: {found['with']:.2f} s with prose, {found['without']:.4f} s without")
    assert found["without"] < 0.05 < found["with"] < ROOM * FIRST_S


def first_seconds(text: str) -> float:
    done = subprocess.run([sys.executable, "-c", FIRST, text], cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)
