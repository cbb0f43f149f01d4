"""Peak memory of reading files of 100, 200 and 400 pages: it grows with the printed text and with nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from tests.bench.conftest import Measured
from tests.conftest import ROOT

SAMPLE = ROOT / "samples" / "lkjip" / "dinas-benar.pdf"
PAGES = (100, 200, 400)
MIB = 1 << 20

pytestmark = pytest.mark.bench


def repeated(target: Path, pages: int) -> Path:
    """A file of so many pages, made of the sample's over and over."""
    source, made = pdfium.PdfDocument(SAMPLE), pdfium.PdfDocument.new()
    while len(made) < pages:
        made.import_pages(source, list(range(min(len(source), pages - len(made)))))
    made.save(target)
    made.close()
    source.close()
    return target


def peak(mode: str, path: Path) -> dict[str, int]:
    command = [sys.executable, "-m", "tests.bench.peak", mode, str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return {key: int(value) for key, value in json.loads(done.stdout).items()}


def test_peak_grows_with_the_text_alone(tmp_path: Path, measured: Measured) -> None:
    measured.notes.append(f"{'MiB':<12}{'start':>8}{'pdfium alone':>15}{'reading':>10}{'printed text':>15}")
    opened: dict[int, int] = {}
    read: dict[int, int] = {}
    printed: dict[int, int] = {}
    for pages in PAGES:
        path = repeated(tmp_path / f"{pages}.pdf", pages)
        alone, ours = peak("open", path), peak("read", path)
        opened[pages], read[pages], printed[pages] = alone["peak"], ours["peak"], ours["printed"]
        measured.notes.append(
            f"{f'{pages} pages':<12}{ours['before'] / MIB:>8.1f}{alone['peak'] / MIB:>15.1f}"
            f"{ours['peak'] / MIB:>10.1f}{ours['printed'] / MIB:>15.1f}"
        )
    first, last = PAGES[0], PAGES[-1]
    per_page = {
        name: (sizes[last] - sizes[first]) / (last - first)
        for name, sizes in (("pdfium", opened), ("reading", read), ("printed", printed))
    }
    measured.notes.append(
        f"growth per page: {per_page['reading'] / 1024:.0f} KiB, of which pdfium alone "
        f"{per_page['pdfium'] / 1024:.0f} KiB and the printed text {per_page['printed'] / 1024:.0f} KiB"
    )
    assert per_page["reading"] < 3 * (per_page["printed"] + max(per_page["pdfium"], 0))
