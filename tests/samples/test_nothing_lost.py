"""Nothing printed is lost between page and document; only headings that a page repeats are left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pdfplumber
import pytest

from pipeline.intake import take_in
from pipeline.run import READERS
from samples.make_samples import BERKAS
from schemas.config import AuditConfig
from schemas.printed import PrintedDocument

FOLDER = Path(__file__).resolve().parents[2] / "samples"


def words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"[A-Za-z0-9]+", text))


def on_the_pages(path: Path) -> Counter[str]:
    """Words as pdfplumber reads them, without our reader."""
    found: Counter[str] = Counter()
    with pdfplumber.open(path) as document:
        for page in document.pages:
            found += words(str(word["text"]) for word in page.extract_words())
            page.close()
    return found


def in_the_document(printed: PrintedDocument) -> Counter[str]:
    cells = (line.text for table in printed.tables for cell in table.cells for line in cell.lines)
    return words([*(line.text for line in (*printed.lines, *printed.asides)), *cells])


def repeated_headings(printed: PrintedDocument) -> Counter[str]:
    """The headings of every table as often as it goes on over a page edge."""
    found: Counter[str] = Counter()
    for table in printed.tables:
        headings = words(c.flat for c in table.cells if c.row < table.header_rows)
        for _ in table.parts[1:]:
            found += headings
    return found


@pytest.mark.parametrize("name", [f"{name}.pdf" for name in BERKAS])
def test_every_word_is_kept_as_often_as_it_is_printed(name: str) -> None:
    source = take_in(FOLDER / name, AuditConfig())
    printed = READERS[source.kind](source, AuditConfig(), None)
    assert on_the_pages(FOLDER / name) - in_the_document(printed) - repeated_headings(printed) == Counter()
