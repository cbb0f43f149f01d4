"""Small real PDFs drawn line by line; all places are in points from the top left of the page as it is shown."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from reportlab.lib.colors import Color, black
from reportlab.pdfgen.canvas import Canvas

from extractors.readers.pdf import read_pdf
from schemas.printed import FileKind, PrintedDocument, SourceFile, Table

WIDTH, HEIGHT = 600.0, 800.0
FONT = "Helvetica"
_UPRIGHT = {90: (0, 1, -1, 0, HEIGHT, 0), 180: (-1, 0, 0, -1, WIDTH, HEIGHT), 270: (0, -1, 1, 0, 0, WIDTH)}


class Sheet:
    """A PDF being drawn; saved when the `with` block ends. Its pages are shown WIDTH by HEIGHT, whatever /Rotate says.

    `crop` is in the page's own space, as the PDF holds it.
    """

    def __init__(
        self,
        path: Path,
        *,
        rotate: int = 0,
        crop: tuple[float, float, float, float] | None = None,
        password: str | None = None,
    ) -> None:
        self.path = path
        self.canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), encrypt=password, cropBox=crop, invariant=1)
        self.rotate = rotate
        self._begin()

    def _begin(self) -> None:
        """Set /Rotate and turn the drawing the other way, so that what is drawn is upright when shown."""
        if self.rotate:
            self.canvas.setPageRotation(self.rotate)
            self.canvas.transform(*_UPRIGHT[self.rotate])

    def __enter__(self) -> Sheet:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.canvas.showPage()
            self.canvas.save()

    def next_page(self) -> None:
        """End the page and begin another of the same kind."""
        self.canvas.showPage()
        self._begin()

    def text(self, x: float, top: float, text: str, *, size: float = 10, end: bool = False) -> None:
        """One line of text whose upper edge is near `top`; `end` sets it flush right at x."""
        self.canvas.setFont(FONT, size)
        draw = self.canvas.drawRightString if end else self.canvas.drawString
        draw(x, HEIGHT - top - 0.8 * size, text)

    def turned(self, x: float, bottom: float, text: str, *, size: float = 10) -> None:
        """Text that runs upwards from (x, bottom)."""
        self.canvas.saveState()
        self.canvas.translate(x, HEIGHT - bottom)
        self.canvas.rotate(90)
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(0, 0, text)
        self.canvas.restoreState()

    def line(
        self, x0: float, top: float, x1: float, bottom: float, *, width: float = 0.5, color: Color = black
    ) -> None:
        """A stroke."""
        self.canvas.setLineWidth(width)
        self.canvas.setStrokeColor(color)
        self.canvas.line(x0, HEIGHT - top, x1, HEIGHT - bottom)
        self.canvas.setStrokeColor(black)

    def box(
        self,
        x0: float,
        top: float,
        x1: float,
        bottom: float,
        *,
        fill: Color | None = None,
        stroke: Color | None = black,
    ) -> None:
        """A rectangle, filled, drawn round, or both."""
        self.canvas.setLineWidth(0.5)
        if fill is not None:
            self.canvas.setFillColor(fill)
        if stroke is not None:
            self.canvas.setStrokeColor(stroke)
        low = HEIGHT - bottom
        drawn, filled = int(stroke is not None), int(fill is not None)
        self.canvas.rect(x0, low, x1 - x0, bottom - top, stroke=drawn, fill=filled)
        self.canvas.setFillColor(black)
        self.canvas.setStrokeColor(black)

    def rules(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """A full lattice of strokes."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])

    def table(
        self,
        rows: Sequence[Sequence[str]],
        *,
        xs: Sequence[float] = (60, 90, 280, 340, 400, 460),
        top: float = 120,
        height: float = 20,
    ) -> list[float]:
        """A fully ruled table; line feeds in a text make lines. Gives the heights of its rules."""
        ys = [top]
        for row in rows:
            lines = max(text.count("\n") + 1 for text in row)
            ys.append(ys[-1] + height + 12 * (lines - 1))
        xs = xs[: len(rows[0]) + 1]
        self.rules(xs, ys)
        self.fill(rows, xs, ys)
        return ys

    def fill(self, rows: Sequence[Sequence[str]], xs: Sequence[float], ys: Sequence[float]) -> None:
        """Texts of rows into squares, without rules."""
        for y, row in zip(ys, rows, strict=False):
            for x, text in zip(xs, row, strict=False):
                for k, part in enumerate(text.split("\n")):
                    if part:
                        self.text(x + 3, y + 4 + 12 * k, part)


def source_of(path: Path) -> SourceFile:
    """The file as intake would hand it on."""
    data = path.read_bytes()
    return SourceFile(path=str(path), sha256=hashlib.sha256(data).hexdigest(), size_bytes=len(data), kind=FileKind.PDF)


def read(path: Path) -> PrintedDocument:
    """The PDF through our reader."""
    return read_pdf(source_of(path))


def only_table(path: Path) -> Table:
    """The one table of a PDF."""
    tables = read(path).tables
    assert len(tables) == 1, [table.cells[0].flat for table in tables]
    return tables[0]


def rows_of(table: Table) -> list[list[str]]:
    """Texts by grid square, lines joined by spaces; a merged cell's text stands in its first square."""
    grid = [["" for _ in range(table.cols)] for _ in range(table.rows)]
    for cell in table.cells:
        grid[cell.row][cell.col] = cell.flat
    return grid


def text_lines(printed: PrintedDocument) -> list[str]:
    """Body lines outside tables."""
    return [line.text for line in printed.lines]
