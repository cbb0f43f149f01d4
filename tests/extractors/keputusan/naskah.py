"""Draws the same small decree as a PDF or as a Word file.

A page is a sequence of lines and tables. A line begins with `^` when it is centred, with `>` when it stands in the
right half, with blanks when it is indented. `""` is a blank line. A list of rows is a ruled table, a tuple of rows a
table without rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from extractors.keputusan import read_keputusan
from schemas.keputusan import Keputusan, Teks
from schemas.printed import PrintedDocument
from tests.extractors.pages import Sheet, read
from tests.readers.word_files import p, read_body, tbl, tc, tr

Rows = Sequence[Sequence[str]]
Item = str | list[list[str]] | tuple[tuple[str, ...], ...]
Page = Sequence[Item]

_STEP, _BLANK, _LEFT, _TOP = 14.0, 8.0, 60.0, 60.0
_INDENT = 6.0

KEPALA = ["Sasaran", "Indikator Kinerja", "Formulasi", "Sumber Data"]
TABEL = [KEPALA, ["Naiknya mutu ikan", "Persentase ikan segar", "Ikan segar / ikan x 100%", "Bidang Tangkap"]]


def tabel(indikator: str, *, sasaran: str = "Sasaran kerja") -> list[list[str]]:
    """An indicator table of one row."""
    return [KEPALA, [sasaran, indikator, f"Jumlah {indikator.lower()}", "Catatan seksi"]]


def as_pdf(folder: Path, *pages: Page) -> PrintedDocument:
    """The pages drawn and read."""
    path = folder / "naskah.pdf"
    with Sheet(path) as sheet:
        for k, page in enumerate(pages):
            if k:
                sheet.next_page()
            _draw(sheet, page)
    return read(path)


def _draw(sheet: Sheet, page: Page) -> None:
    top = _TOP
    for item in page:
        if isinstance(item, list):
            width = 480 / len(item[0])
            xs = [_LEFT + width * k for k in range(len(item[0]) + 1)]
            top = sheet.table(item, xs=xs, top=top)[-1] + _BLANK
        elif isinstance(item, tuple):
            for row in item:
                lines = [text.split("\n") for text in row]
                for k in range(max(len(cell) for cell in lines)):
                    for x, cell in zip((_LEFT, 150, 162, 180), lines, strict=False):
                        if k < len(cell):
                            sheet.text(x, top, cell[k])
                    top += _STEP
        elif not item:
            top += _BLANK
        else:
            sheet.text(_left(item), top, item.lstrip(" ^>"))
            top += _STEP


def _left(text: str) -> float:
    if text.startswith("^"):
        return 300 - 2.7 * len(text)
    if text.startswith(">"):
        return 330.0
    return _LEFT + _INDENT * (len(text) - len(text.lstrip()))


def as_word(folder: Path, *pages: Page) -> PrintedDocument:
    """The pages written as one Word file and read."""
    body = "".join(_block(item) for page in pages for item in page)
    return read_body(folder, body)


def _block(item: Item) -> str:
    if isinstance(item, str):
        return p(escape(item.lstrip(" ^>")))
    rows = [tr(*(tc("".join(p(escape(part)) for part in text.split("\n"))) for text in row)) for row in item]
    return tbl(*rows, widths=(2000,) * len(item[0]))


def catatan(printed: PrintedDocument) -> Keputusan:
    """The only record of a document."""
    records = read_keputusan(printed)
    assert len(records) == 1, [record.jenis for record in records]
    return records[0]


def teks(text: Teks | None) -> str | None:
    """The characters of a text."""
    return None if text is None else text.text


def sisa(record: Keputusan) -> list[str]:
    """What found no place."""
    return [piece.text for piece in record.belum_dipahami]
