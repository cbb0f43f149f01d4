"""Tables that only arrange text, given back as lines; a table that is both is cut at its heading row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from operator import attrgetter

from extractors.header_rows import count_header_rows, row_cells
from extractors.keputusan.alir.pembuka import is_annex_heading, is_form_label, is_sheet_heading
from schemas.printed import Cell, Line, Table, TableMethod
from schemas.provenance import PdfPlace

_HEAD = re.compile(
    r"^(?:no\b|nomor$|sasaran|kinerja|indikator|target|formula|rumus|penjelasan|definisi|sumber|penanggung|satuan|program"
    r"|anggaran|pagu|kegiatan|sub\s*kegiatan|ket(?:erangan)?\b|alasan|tujuan|cara|tipe|uraian|outcome|output|realisasi"
    r"|aspek|bobot|polarisasi|baseline|kondisi|tahun)",
    re.IGNORECASE,
)
_HEAD_KEY = re.compile(
    r"indikator|sasaran|target|program|anggaran|formula|rumus|kinerja|definisi|sumber\s+data", re.IGNORECASE
)
_COLON = re.compile(r"^\s*[:;]\s*$")
_MARK = re.compile(r"^\s*\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,5})[.)]{1,2}\s*$|^\s*[-–•▪]\s*$")
_TEXT = re.compile(
    r"^\s*(?:PEMERINTAH\s|NIP\b|Ditetapkan\s+di|M\s?E\s?M\s?U\s?T\s?U\s?S\s?K\s?A\s?N|(?:SURAT\s+)?KEPUTUSAN\b|PERATURAN\s"
    r"|PERJANJIAN\s+KINERJA|PENETAPAN\s+KINERJA|PIHAK\s+(?:KE|PERTAMA)|TEMBUSAN|Tembusan|Jl\.?\s|Jalan\s)"
)
_LONG = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Potongan:
    """A piece of a printed table: rows of cells as lines, or a table with the count of rows above it."""

    baris: tuple[tuple[Line, ...], ...] = ()
    table: Table | None = None
    baris_awal: int = 0


def split_table(table: Table) -> list[Potongan]:
    """The table itself, its rows as lines where it is layout, or both in turn."""
    rows = row_cells(table)
    heads = [k for k, row in enumerate(rows) if _heads_columns(row)]
    if not heads:
        return [_as_lines(table, rows)] if _is_layout(table, rows) else [Potongan(table=table)]
    begins = [k for k, row in enumerate(rows) if _labelled(row)]
    if not begins:
        return [Potongan(table=table)]
    return _in_turn(table, rows, heads, begins)


def _in_turn(
    table: Table, rows: Sequence[Sequence[Cell]], heads: Sequence[int], begins: Sequence[int]
) -> list[Potongan]:
    """Layout rows up to a heading row, a table from there to the next labelled row, and so on."""
    pieces: list[Potongan] = []
    row = 0
    while row < len(rows):
        if row in heads:
            end = next((k for k in begins if k > row), len(rows))
            pieces.append(Potongan(table=_cut(table, row, end), baris_awal=row))
        else:
            end = next((k for k in heads if k > row), len(rows))
            pieces.append(_as_lines(table, rows[row:end]))
        row = end
    return pieces


def _cut(table: Table, first: int, end: int) -> Table:
    """Rows [first, end) of a table as a table."""
    if first == 0 and end == table.rows:
        return table
    cells = tuple(
        replace(cell, row=cell.row - first, rowspan=min(cell.rowspan, end - cell.row))
        for cell in table.cells
        if first <= cell.row < end
    )
    parts = tuple(
        replace(part, first_row=max(part.first_row, first) - first, last_row=min(part.last_row, end - 1) - first)
        for part in table.parts
        if part.last_row >= first and part.first_row < end
    )
    cut = replace(table, rows=end - first, cells=cells, parts=parts or table.parts, header_rows=0)
    return replace(cut, header_rows=count_header_rows(cut))


def _heads_columns(row: Sequence[Cell]) -> bool:
    """Whether a row names columns: two cells at least, one of them a word of indicators, programs or money."""
    texts = {cell.flat.strip() for cell in row if cell.flat.strip()}
    heads = [text for text in texts if len(text) < _LONG and not text.endswith(":") and _HEAD.match(text)]
    if any(_COLON.match(text) for text in texts):
        return False
    return len(heads) >= 2 and any(_HEAD_KEY.search(text) for text in heads)


def _labelled(row: Sequence[Cell]) -> bool:
    """Whether a row begins with the label of a form, or is the heading of a sheet across the table."""
    filled = [cell for cell in row if cell.flat.strip()]
    if not filled:
        return False
    texts = [cell.flat.strip() for cell in filled]
    if len(filled) == 1:
        return is_sheet_heading(texts[0]) or is_annex_heading(texts[0]) or is_form_label(texts[0], colon=True)
    colon = any(_COLON.match(text) or text.startswith(": ") for text in texts[1:]) or texts[0].endswith(":")
    return colon and any(is_form_label(text, colon=False) for text in texts[:2])


def _is_layout(table: Table, rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table without a heading row only arranges text."""
    if table.cols == 1:
        return True
    if any(_arranged(row) for row in rows):
        return True
    if any(_TEXT.match(line.text) for cell in table.cells for line in cell.lines):
        return True
    first = [row[0].flat for row in rows if row and row[0].flat.strip()]
    marks = bool(first) and all(_MARK.match(text) for text in first)
    return marks and (table.cols == 2 or table.method is TableMethod.ALIGNED)


def _arranged(row: Sequence[Cell]) -> bool:
    """Whether a row reads `label | : | text`, or begins with a label of decrees or forms."""
    texts = [cell.flat.strip() for cell in row if cell.flat.strip()]
    if not texts:
        return False
    if any(_COLON.match(text) for text in texts[1:]):
        return True
    return any(is_form_label(text, colon=False) for text in texts[:2]) or is_annex_heading(texts[0])


def _as_lines(table: Table, rows: Sequence[Sequence[Cell]]) -> Potongan:
    joined = [line for row in rows for line in _row_lines(table, row)]
    return Potongan(baris=tuple(joined))


def _row_lines(table: Table, row: Sequence[Cell]) -> list[tuple[Line, ...]]:
    """A row of cells as lines: cells of one line stand in front of the first line of the long one."""
    cells = [[line for line in cell.lines if line.text.strip()] for cell in row]
    cells = [lines for lines in cells if lines]
    several = [lines for lines in cells if len(lines) > 1]
    if not cells:
        return []
    if len(several) > 1 and _side_by_side(cells):
        zipped = zip_longest(*cells)
        return [tuple(line for line in lines if line is not None) for lines in zipped]
    if len(several) > 1 and isinstance(table.place, PdfPlace):
        return _bands([line for lines in cells for line in lines])
    if len(several) > 1:
        return [(line,) for lines in cells for line in lines]
    first = tuple(lines[0] for lines in cells)
    rest = [(line,) for lines in cells for line in lines[1:]]
    return [first, *rest]


def _side_by_side(cells: Sequence[Sequence[Line]]) -> bool:
    """Whether lines of the cells belong together: as many in each, or a column of labels of a form."""
    if len({len(lines) for lines in cells}) == 1:
        return True
    labels = (is_form_label(line.text, colon=False) or is_annex_heading(line.text) for line in cells[0])
    return len(cells[0]) > 1 and all(labels)


def _bands(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Lines of cells by their height on the page, left to right."""
    bands: list[list[Line]] = []
    for line in sorted(lines, key=_height):
        if bands and _height(line)[:2] < _middle(bands[-1][0]):
            bands[-1].append(line)
        else:
            bands.append([line])
    return [tuple(sorted(band, key=attrgetter("left"))) for band in bands]


def _height(line: Line) -> tuple[int, float, float]:
    place = line.place
    return (place.page, place.bbox.top, place.bbox.x0) if isinstance(place, PdfPlace) else (0, 0.0, 0.0)


def _middle(line: Line) -> tuple[int, float]:
    place = line.place
    return (place.page, (place.bbox.top + place.bbox.bottom) / 2) if isinstance(place, PdfPlace) else (0, 0.0)
