"""findings.xlsx: the auditor's workpaper, one sheet each for documents, findings, gaps, claims, remarks."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.writers.cells import safe_cell
from pipeline.writers.sentences import excerpt
from pipeline.writers.wording import (
    SEVERITY_NAMES,
    STATUS_NAMES,
    claim_rows,
    place_words,
    remark_lines,
    short_names,
)
from schemas.finding import SEVERITIES, Finding, Severity
from schemas.provenance import page_of
from schemas.result import DocumentResult, RunResult, Status

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Border, NamedStyle
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FILE = "findings.xlsx"
VERDICTS = ("belum diperiksa", "benar", "bukan temuan")
"""What the auditor chooses from for every finding."""

_LONGEST_TEXT = 32_000  # a cell of the format holds 32,767 characters
_UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")  # characters that XML 1.0 cannot hold, and \r
_EXCERPT = 160  # characters of a sentence in the column Kalimat
_LINE_POINTS = 14.5
_HIGHEST_ROW_POINTS = 400.0  # the format allows 409
_FONT = "Calibri"
_HEADING_FILL = "1F3A5F"
_LINE = "C9D0D9"
SEVERITY_FILLS = {
    Severity.DECISION: "F8D3DA",
    Severity.ERROR: "FCE2CC",
    Severity.PRESENTATION: "D9E8F6",
    Severity.ADVISORY: "E9ECEF",
}
_STATUS_FILLS = {Status.PARTIAL: "FFF2CC", Status.FAILED: "F8D3DA"}

Value = str | int | float | None


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


SUMMARY = (
    Column(heading="Berkas", width=42),
    Column(heading="Instansi", width=34),
    Column(heading="Tahun", width=8),
    Column(heading="Keluarga", width=12),
    Column(heading="Halaman", width=10),
    Column(heading="Baris diperiksa", width=11),
    Column(heading="Baris tidak diperiksa", width=11),
    *(Column(heading=f"Temuan {SEVERITY_NAMES[severity]}", width=12) for severity in SEVERITIES),
    Column(heading="Detik", width=8),
    Column(heading="Status", width=20),
)
FINDINGS = (
    Column(heading="Berkas", width=27),
    Column(heading="Hal./blok", width=10),
    Column(heading="Kode", width=9),
    Column(heading="Tingkat", width=12),
    Column(heading="Nama", width=17),
    Column(heading="Subjek", width=27),
    Column(heading="Pesan", width=46),
    Column(heading="Tercetak", width=15, figures=True),
    Column(heading="Semestinya", width=17, figures=True),
    Column(heading="Aturan", width=13),
    Column(heading="Petunjuk", width=20),
    Column(heading="Tabel", width=27),
    Column(heading="Kalimat", width=40),
    Column(heading="Status auditor", width=15),
    Column(heading="Catatan", width=27),
    Column(heading="ID temuan", width=18),
)
UNCHECKED = (
    Column(heading="Berkas", width=42),
    Column(heading="Kode", width=10),
    Column(heading="Alasan", width=80),
    Column(heading="Jumlah", width=10),
)
CLAIMS = (
    Column(heading="Berkas", width=42),
    Column(heading="Hasil", width=24),
    Column(heading="Alasan", width=70),
    Column(heading="Jumlah", width=10),
)
REMARKS = (
    Column(heading="Berkas", width=42),
    Column(heading="Jenis", width=12),
    Column(heading="Hal.", width=14),
    Column(heading="Pesan", width=100),
)


def write_findings_xlsx(run: RunResult, path: Path) -> None:
    """Writes the workpaper of a run; printed numbers stay text, no cell can become a formula."""
    from openpyxl import Workbook

    names = short_names(run)
    book = Workbook()
    looks = Looks(book)
    if book.active is not None:
        book.remove(book.active)
    book.properties.title = f"Hasil pemeriksaan laporan kinerja {run.run_id}"
    book.properties.creator = run.tool
    _add_sheet(book, looks, "Ringkasan", SUMMARY, (_summary(document, names) for document in run.documents))
    findings = [_finding(document, finding, names) for document in run.documents for finding in document.findings]
    _offer_verdicts(_add_sheet(book, looks, "Temuan", FINDINGS, iter(findings)), len(findings))
    _add_sheet(book, looks, "Tidak diperiksa", UNCHECKED, _unchecked(run, names))
    _add_sheet(book, looks, "Klaim", CLAIMS, _claims(run, names))
    _add_sheet(book, looks, "Catatan", REMARKS, _remarks(run, names))
    book.save(path)


def cell_text(text: str) -> str:
    """Text that the format can hold and no spreadsheet runs."""
    text = _UNFIT.sub("?", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > _LONGEST_TEXT:
        text = text[:_LONGEST_TEXT] + "…"
    return safe_cell(text)


def _summary(document: DocumentResult, names: dict[str, str]) -> Row:
    counts = Counter(finding.severity for finding in document.findings)
    read = document.status is not Status.FAILED
    fills = [(7 + number, SEVERITY_FILLS[severity]) for number, severity in enumerate(SEVERITIES) if counts[severity]]
    if document.status in _STATUS_FILLS:
        fills.append((len(SUMMARY) - 1, _STATUS_FILLS[document.status]))
    return Row(
        values=(
            names[document.path],
            document.instansi,
            document.tahun,
            document.family,
            document.pages,
            document.rows_checked if read else None,
            document.rows_unchecked if read else None,
            *(counts[severity] if read else None for severity in SEVERITIES),
            round(document.seconds, 1),
            STATUS_NAMES[document.status],
        ),
        fills=tuple(fills),
    )


def _finding(document: DocumentResult, finding: Finding, names: dict[str, str]) -> Row:
    first = finding.evidence[0]
    expected = finding.expected
    tables = dict.fromkeys(evidence.table for evidence in finding.evidence if evidence.table)
    return Row(
        values=(
            names[document.path],
            page_of(first.place) or place_words(first),
            finding.code,
            SEVERITY_NAMES[finding.severity],
            finding.name,
            finding.subject,
            finding.message,
            finding.stated.text if finding.stated else None,
            expected.text if expected else None,
            expected.rule if expected else None,
            finding.hint,
            "\n".join(tables) or None,
            excerpt(finding, _EXCERPT) or None,
            None,
            None,
            finding.finding_id,
        ),
        fills=((3, SEVERITY_FILLS[finding.severity]),),
    )


def _unchecked(run: RunResult, names: dict[str, str]) -> Iterator[Row]:
    for document in run.documents:
        for code, tally in document.tally.items():
            for reason, count in sorted(tally.unchecked.items(), key=lambda item: (-item[1], item[0])):
                yield Row(values=(names[document.path], code, reason, count))


def _claims(run: RunResult, names: dict[str, str]) -> Iterator[Row]:
    """The claims in sentences by how they ended, those not checked by reason."""
    for document in run.documents:
        for hasil, reason, count in claim_rows(document.claims):
            yield Row(values=(names[document.path], hasil.value, reason or None, count))


def _remarks(run: RunResult, names: dict[str, str]) -> Iterator[Row]:
    for document in run.documents:
        for kind, remarks in (("masalah", document.problems), ("catatan", document.notes)):
            fills = ((1, _STATUS_FILLS[Status.PARTIAL]),) if kind == "masalah" else ()
            for pages, message in remark_lines(remarks):
                values = (names[document.path], kind, pages.removeprefix("hal. ") or None, message)
                yield Row(values=values, fills=fills)


def _add_sheet(book: Workbook, looks: Looks, title: str, columns: tuple[Column, ...], rows: Iterator[Row]) -> Worksheet:
    """A sheet with a heading row that stays in sight, filters, widths and a layout for landscape A4."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
    from openpyxl.worksheet.page import PageMargins
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet: Worksheet = book.create_sheet(title)
    for number, column in enumerate(columns, start=1):
        _dress_heading(sheet.cell(row=1, column=number, value=column.heading))
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    _set_height(sheet, 1, columns, [column.heading for column in columns])
    last = 1
    for last, row in enumerate(rows, start=2):
        _add_row(sheet, last, columns, row, looks)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.7)  # inches
    sheet.page_setup.fitToHeight = 0  # as many pages as it takes; one page wide
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text="&A · &P / &N"))
    return sheet


def _add_row(sheet: Worksheet, number: int, columns: tuple[Column, ...], row: Row, looks: Looks) -> None:
    fills = dict(row.fills)
    for position, (column, value) in enumerate(zip(columns, row.values, strict=True)):
        cell = sheet.cell(row=number, column=position + 1)
        cell.value = cell_text(value) if isinstance(value, str) else value
        right = column.figures or isinstance(value, int | float)
        cell.style = looks.name(right=right, text=isinstance(value, str), fill=fills.get(position, ""))
        if isinstance(value, float):
            cell.number_format = "0.0"
    _set_height(sheet, number, columns, [str(value or "") for value in row.values])


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


def _set_height(sheet: Worksheet, number: int, columns: tuple[Column, ...], texts: list[str]) -> None:
    """Makes a row as high as its longest wrapped text; not every program does so itself when it opens the file."""
    lines = max(
        sum(len(textwrap.wrap(part, int(column.width) - 1)) or 1 for part in text.split("\n"))
        for column, text in zip(columns, texts, strict=True)
    )
    sheet.row_dimensions[number].height = min(_LINE_POINTS * lines + 4, _HIGHEST_ROW_POINTS)


def _dress_heading(cell: Cell) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.font = Font(name=_FONT, size=11, bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", start_color=_HEADING_FILL)
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    cell.border = _thin_line()


def _thin_line() -> Border:
    from openpyxl.styles import Border, Side

    return Border(bottom=Side(style="thin", color=_LINE), right=Side(style="thin", color=_LINE))


def _offer_verdicts(sheet: Worksheet, findings: int) -> None:
    """A list to choose from in the column `Status auditor` of every finding."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    if not findings:
        return
    headings = [column.heading for column in FINDINGS]
    letter = get_column_letter(headings.index("Status auditor") + 1)
    choice = DataValidation(type="list", formula1=f'"{",".join(VERDICTS)}"', allow_blank=True, showErrorMessage=True)
    choice.errorTitle = "Status auditor"
    choice.error = f"Pilih: {', '.join(VERDICTS)}."
    choice.add(f"{letter}2:{letter}{findings + 1}")
    sheet.add_data_validation(choice)
