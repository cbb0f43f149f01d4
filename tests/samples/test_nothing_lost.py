"""Nothing printed is lost between page and document; only headings that a page repeats are left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from extractors.readers.pdf.glyphs import Frame, page_words
from pipeline.intake import take_in
from pipeline.run import READERS
from schemas.config import AuditConfig
from schemas.printed import PrintedDocument

FOLDER = Path(__file__).resolve().parents[2] / "samples" / "lkjip"


def words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"[A-Za-z0-9]+", text))


def on_the_pages(path: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    with pdfium.PdfDocument(path) as document:
        for page in document:
            textpage = page.get_textpage()
            found += words(word.text for word in page_words(textpage, Frame.of(page)))
            textpage.close()
            page.close()
    return found


def in_the_document(printed: PrintedDocument) -> Counter[str]:
    cells = (line.text for table in printed.tables for cell in table.cells for line in cell.lines)
    return words([*(line.text for line in (*printed.lines, *printed.asides)), *cells])


@pytest.mark.parametrize("name", ["dinas-benar.pdf", "dinas-keliru.pdf"])
def test_every_word_is_kept(name: str) -> None:
    source = take_in(FOLDER / name, AuditConfig())
    printed = READERS[source.kind](source, AuditConfig(), None)
    headings = words(c.flat for table in printed.tables for c in table.cells if c.row < table.header_rows)
    lost = on_the_pages(FOLDER / name) - in_the_document(printed)
    assert set(lost) <= set(headings)
