"""Ruling lines of a page from pdfium's path objects, also those inside form objects.

Thin filled rectangles count as one line, sides of drawn (stroked) rectangles as four, sides of filled rectangles as
none: a fill is a background, and its borders are drawn apart where there are any. White shapes are no lines.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.readers.pdf.glyphs import Frame

THIN_PT = 2.6
_AXIS_PT = 0.9
_MIN_LENGTH_PT = 1.0
_MAX_DEPTH = 6
_NEARLY_WHITE = 250

_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Rule:
    """One straight line along an axis, in points of the page as shown; `x0 == x1` when vertical."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def vertical(self) -> bool:
        """Whether it runs up and down."""
        return self.x0 == self.x1

    @property
    def length(self) -> float:
        """Length in points."""
        return self.bottom - self.top if self.vertical else self.x1 - self.x0


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled, coloured area, in points of the page as shown."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Lines and fills of one page."""

    rules: tuple[Rule, ...]
    fills: tuple[Fill, ...]


def page_drawing(page: pdfium.PdfPage, frame: Frame) -> Drawing:
    """All axis-parallel lines and coloured fills of a page."""
    rules: list[Rule] = []
    fills: list[Fill] = []
    for raw, matrix in _paths(page):
        if not _visible(raw):
            continue
        for points, closed in _subpaths(raw, matrix, frame):
            _collect(points, closed, _draw_mode(raw), rules, fills)
    return Drawing(tuple(rules), tuple(fills))


def _paths(page: pdfium.PdfPage) -> Iterator[tuple[pdfium_c.FPDF_PAGEOBJECT, _Matrix]]:
    count = pdfium_c.FPDFPage_CountObjects(page.raw)
    for index in range(count):
        yield from _walk(pdfium_c.FPDFPage_GetObject(page.raw, index), _IDENTITY, 0)


def _walk(
    raw: pdfium_c.FPDF_PAGEOBJECT, outer: _Matrix, depth: int
) -> Iterator[tuple[pdfium_c.FPDF_PAGEOBJECT, _Matrix]]:
    kind = pdfium_c.FPDFPageObj_GetType(raw)
    if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
        yield raw, outer
    elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
        inner = _multiply(_matrix(raw), outer)
        for index in range(pdfium_c.FPDFFormObj_CountObjects(raw)):
            yield from _walk(pdfium_c.FPDFFormObj_GetObject(raw, index), inner, depth + 1)


def _matrix(raw: pdfium_c.FPDF_PAGEOBJECT) -> _Matrix:
    value = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(raw, ctypes.byref(value)):
        return _IDENTITY
    return value.a, value.b, value.c, value.d, value.e, value.f


def _multiply(a: _Matrix, b: _Matrix) -> _Matrix:
    """First `a`, then `b`."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _visible(raw: pdfium_c.FPDF_PAGEOBJECT) -> bool:
    """Whether the path is painted at all, in another colour than white."""
    filled, stroked = _draw_mode(raw)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    getter = pdfium_c.FPDFPageObj_GetStrokeColor if stroked else pdfium_c.FPDFPageObj_GetFillColor
    if not (filled or stroked):
        return False
    if not getter(raw, ctypes.byref(red), ctypes.byref(green), ctypes.byref(blue), ctypes.byref(alpha)):
        return True
    return alpha.value > 0 and min(red.value, green.value, blue.value) < _NEARLY_WHITE


def _draw_mode(raw: pdfium_c.FPDF_PAGEOBJECT) -> tuple[bool, bool]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(raw, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(fill.value), bool(stroke.value)


def _subpaths(
    raw: pdfium_c.FPDF_PAGEOBJECT, outer: _Matrix, frame: Frame
) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """Point lists of the subpaths in the page as shown, each with whether it is closed; curves end a subpath."""
    matrix = _multiply(_matrix(raw), outer)
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium_c.FPDFPath_CountSegments(raw)):
        segment = pdfium_c.FPDFPath_GetPathSegment(raw, index)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        pdfium_c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        px = x.value * matrix[0] + y.value * matrix[2] + matrix[4]
        py = x.value * matrix[1] + y.value * matrix[3] + matrix[5]
        if kind != pdfium_c.FPDF_SEGMENT_LINETO:
            if len(points) > 1:
                yield points, False
            points = []
        points.append(frame.point(px, py))
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            yield points, True
            points = []
    if len(points) > 1:
        yield points, False


def _collect(
    points: list[tuple[float, float]],
    closed: bool,
    mode: tuple[bool, bool],
    rules: list[Rule],
    fills: list[Fill],
) -> None:
    """Turn one subpath into lines and fills."""
    filled, stroked = mode
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    x0, x1, top, bottom = min(xs), max(xs), min(ys), max(ys)
    if min(x1 - x0, bottom - top) <= THIN_PT and (filled or _axis_parallel(x0, x1, top, bottom)):
        _append(rules, x0, top, x1, bottom)
        return
    if filled and len(points) >= 4:
        fills.append(Fill(x0, top, x1, bottom))
    if stroked:
        ring = [*points, points[0]] if closed else points
        for (ax, ay), (bx, by) in zip(ring, ring[1:], strict=False):
            if abs(ax - bx) <= _AXIS_PT or abs(ay - by) <= _AXIS_PT:
                _append(rules, min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _axis_parallel(x0: float, x1: float, top: float, bottom: float) -> bool:
    return min(x1 - x0, bottom - top) <= _AXIS_PT


def _append(rules: list[Rule], x0: float, top: float, x1: float, bottom: float) -> None:
    if x1 - x0 >= bottom - top:
        middle = (top + bottom) / 2
        if x1 - x0 >= _MIN_LENGTH_PT or bottom - top > 0.1:
            rules.append(Rule(x0, middle, x1, middle))
    else:
        middle = (x0 + x1) / 2
        if bottom - top >= _MIN_LENGTH_PT:
            rules.append(Rule(middle, top, middle, bottom))
