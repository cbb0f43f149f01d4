"""Sheets of a workbook: looks, widths, heights and print layout, and cells that no spreadsheet runs."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pipeline.writers.cells import safe_cell

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Border, NamedStyle
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST_TEXT = 32_000  # a cell of the format holds 32,767 characters
_UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")  # characters that XML 1.0 cannot hold, and \r
_LINE_POINTS = 14.5
_HIGHEST_ROW_POINTS = 400.0  # the format allows 409
_FONT = "Calibri"
_HEADING_FILL = "1F3A5F"
_LINE = "C9D0D9"

Value = str | int | float | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: heading, width in characters, and whether its texts are figures, which stand at the right."""

    heading: str
    width: float
    figures: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Values of one row; `fills` colours columns (from 0) by a hex colour."""

    values: tuple[Value, ...]
    fills: tuple[tuple[int, str], ...] = ()


def cell_text(text: str) -> str:
    """Text that the format can hold and no spreadsheet runs."""
    text = _UNFIT.sub("?", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > _LONGEST_TEXT:
        text = text[:_LONGEST_TEXT] + "…"
    return safe_cell(text)


def new_book(title: str, creator: str) -> Workbook:
    """A workbook without any sheet, of which every row is written as it comes; no cell is kept."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.title = title
    book.properties.creator = creator
    return book


def add_sheet(
    book: Workbook,
    looks: Looks,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Row],
    *,
    stay: int = 1,
    printed: int | None = None,
) -> Worksheet:
    """A sheet with a heading row that stays in sight, filters, widths and a layout for landscape A4.

    Args:
        book: the workbook.
        looks: those of its cells.
        title: name of the sheet.
        columns: left to right.
        rows: below the heading.
        stay: how many columns stay in sight when the others move.
        printed: how many columns are printed, all unless given; the page is one page wide.
    """
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
    from openpyxl.worksheet.page import PageMargins
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet: Worksheet = book.create_sheet(title)  # one that can only be written; its own type does not say what it has
    # What stands before the rows in the file has to be set before the first of them.
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.freeze_panes = f"{get_column_letter(stay + 1)}2"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    _append(sheet, 1, columns, [column.heading for column in columns], _heading_cells(sheet, columns))
    last = 1
    for last, row in enumerate(rows, start=2):
        _append(sheet, last, columns, [str(value or "") for value in row.values], _cells(sheet, columns, row, looks))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    sheet.print_title_rows = "1:1"
    if printed is not None:
        sheet.print_area = f"A1:{get_column_letter(printed)}{last}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.7)  # inches
    sheet.page_setup.fitToHeight = 0  # as many pages as it takes; one page wide
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text="&A · &P / &N"))
    return sheet


def _append(
    sheet: Worksheet, number: int, columns: Sequence[Column], texts: Sequence[str], cells: Iterable[Cell]
) -> None:
    """Writes a row, as high as its longest wrapped text; not every program does so itself when it opens the file."""
    lines = max(_lines(text, int(column.width) - 1) for column, text in zip(columns, texts, strict=True))
    sheet.row_dimensions[number].height = min(_LINE_POINTS * lines + 4, _HIGHEST_ROW_POINTS)
    sheet.append(list(cells))
    del sheet.row_dimensions[number]


def _lines(text: str, width: int) -> int:
    """How many lines a text takes when it is wrapped."""
    return sum(1 if _is_short(part, width) else len(textwrap.wrap(part, width)) or 1 for part in text.split("\n"))


def _is_short(text: str, width: int) -> bool:
    return len(text) <= width and "\t" not in text


def _heading_cells(sheet: Worksheet, columns: Sequence[Column]) -> Iterator[Cell]:
    from openpyxl.cell import WriteOnlyCell

    for column in columns:
        cell = WriteOnlyCell(sheet, column.heading)
        _dress_heading(cell)
        yield cell


def _cells(sheet: Worksheet, columns: Sequence[Column], row: Row, looks: Looks) -> Iterator[Cell]:
    from openpyxl.cell import WriteOnlyCell

    fills = dict(row.fills)
    for position, (column, value) in enumerate(zip(columns, row.values, strict=True)):
        cell = WriteOnlyCell(sheet)
        cell.value = cell_text(value) if isinstance(value, str) else value
        right = column.figures or isinstance(value, int | float)
        cell.style = looks.name(right=right, text=isinstance(value, str), fill=fills.get(position, ""))
        if isinstance(value, float):
            cell.number_format = "0.0"
        if isinstance(value, date):
            cell.number_format = "dd/mm/yyyy"
        yield cell


class Looks:
    """The looks of cells in a workbook, each defined once; dressing every cell by itself takes most of the time."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._known: set[str] = set()

    def name(self, *, right: bool, text: bool, fill: str) -> str:
        """Name of the style with figures at the right, kept as text, on a colour (hex, blank for none)."""
        name = " ".join(filter(None, ("kanan" if right else "kiri", "teks" if text else "", fill)))
        if name not in self._known:
            self._known.add(name)
            self._book.add_named_style(_style(name, right, text, fill))
        return name


def _style(name: str, right: bool, text: bool, fill: str) -> NamedStyle:
    from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill

    style = NamedStyle(
        name=name, number_format="@" if text else "General", border=_thin_line(), font=Font(name=_FONT, size=11)
    )
    side = "right" if right else "left"
    style.alignment = Alignment(vertical="top", horizontal=side, indent=1 if right else 0, wrap_text=text)
    if fill:
        style.fill = PatternFill("solid", start_color=fill)
    return style


def _dress_heading(cell: Cell) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.font = Font(name=_FONT, size=11, bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", start_color=_HEADING_FILL)
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    cell.border = _thin_line()


def _thin_line() -> Border:
    from openpyxl.styles import Border, Side

    return Border(bottom=Side(style="thin", color=_LINE), right=Side(style="thin", color=_LINE))
