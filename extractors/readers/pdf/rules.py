"""Ruling lines of a page from pdfium's path objects, also those inside form objects.

Thin filled rectangles count as one line, sides of drawn (stroked) rectangles as four, sides of filled rectangles as
none: a fill is a background, and its borders are drawn apart where there are any. White shapes are no lines.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.readers.pdf import calls
from extractors.readers.pdf.glyphs import Frame

THIN_PT = 2.6
_AXIS_PT = 0.9
_MIN_LENGTH_PT = 1.0
_MAX_DEPTH = 6
_NEARLY_WHITE = 250
_RECTANGLE = 5
_LINE: int = pdfium_c.FPDF_SEGMENT_LINETO
_CURVE: int = pdfium_c.FPDF_SEGMENT_BEZIERTO
_PATH: int = pdfium_c.FPDF_PAGEOBJ_PATH
_FORM: int = pdfium_c.FPDF_PAGEOBJ_FORM

_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Rule(NamedTuple):
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


class Fill(NamedTuple):
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
    shapes = _Shapes(frame)
    for path, outer in shapes.paths(page):
        mode = shapes.draw_mode(path)
        if not shapes.visible(path, *mode):
            continue
        for points, closed in shapes.subpaths(path, outer, stroked=mode[1]):
            _collect(points, closed, mode, rules, fills)
    return Drawing(tuple(rules), tuple(fills))


class _Shapes:
    """The path objects of one page by their addresses, with the slots that pdfium writes its answers to."""

    def __init__(self, frame: Frame) -> None:
        self._shown = frame.point
        self._floats = array("f", [0.0] * 6)
        self._integers = array("I", [0] * 4)
        first = calls.address_of(self._integers)
        self._four_integers = tuple(first + k * self._integers.itemsize for k in range(4))
        self._two_integers = self._four_integers[:2]
        self._first_float = calls.address_of(self._floats)
        self._second_float = self._first_float + self._floats.itemsize
        self._four_floats = tuple(self._first_float + k * self._floats.itemsize for k in range(4))

    def paths(self, page: pdfium.PdfPage) -> Iterator[tuple[int, _Matrix]]:
        """Every path with the matrix of what it lies in."""
        handle = calls.handle_of(page.raw)
        objects = (calls.page_object(handle, index) for index in range(calls.page_object_count(handle)))
        yield from self._among(objects, _IDENTITY, 0)

    def _among(self, objects: Iterable[int], outer: _Matrix, depth: int) -> Iterator[tuple[int, _Matrix]]:
        object_type = calls.object_type
        for item in objects:
            kind = object_type(item)
            if kind == _PATH:
                yield item, outer
            elif kind == _FORM and depth < _MAX_DEPTH:
                inside = (calls.form_object(item, index) for index in range(calls.form_object_count(item)))
                yield from self._among(inside, self._matrix(item, outer), depth + 1)

    def _matrix(self, item: int, outer: _Matrix) -> _Matrix:
        """From the object's own space to the page's."""
        if not calls.object_matrix(item, self._first_float):
            return outer
        a, b, c, d, e, f = self._floats
        return (a, b, c, d, e, f) if outer is _IDENTITY else _multiply((a, b, c, d, e, f), outer)

    def draw_mode(self, path: int) -> tuple[bool, bool]:
        """Whether a path is filled, and whether it is stroked."""
        self._integers[0] = self._integers[1] = 0
        calls.draw_mode(path, *self._two_integers)
        return bool(self._integers[0]), bool(self._integers[1])

    def visible(self, path: int, filled: bool, stroked: bool) -> bool:
        """Whether the path is painted at all, in another colour than white."""
        if not (filled or stroked):
            return False
        getter = calls.stroke_color if stroked else calls.fill_color
        if not getter(path, *self._four_integers):
            return True
        red, green, blue, alpha = self._integers
        return alpha > 0 and min(red, green, blue) < _NEARLY_WHITE

    def subpaths(
        self, path: int, outer: _Matrix, *, stroked: bool
    ) -> Iterator[tuple[list[tuple[float, float]], bool]]:
        """Point lists of the subpaths in the page as shown, each with whether it is closed; curves end a subpath.

        The end of a curve is asked for only when a straight line goes on from there.
        """
        matrix = self._matrix(path, outer)
        count = calls.segment_count(path)
        corners = self._corners(path, matrix) if count == _RECTANGLE and not stroked else None
        if corners is None:
            yield from self._traced(path, count, matrix)
        else:
            yield corners, True

    def _corners(self, path: int, matrix: _Matrix) -> list[tuple[float, float]] | None:
        """The corners of a filled rectangle, the way most borders are drawn; None where curves or gaps are in it.

        pdfium has the box of a fill ready, which spares asking for each corner where no matrix turns or scales it.
        """
        segment_type = calls.segment_type
        segments = [calls.path_segment(path, index) for index in range(_RECTANGLE)]
        if not all([segment_type(segment) == _LINE for segment in segments[1:]]):
            return None
        if matrix != _IDENTITY:
            return [self._point(segment, matrix) for segment in segments]
        calls.object_bounds(path, *self._four_floats)
        left, bottom, right, top, _, _ = self._floats
        shown = self._shown
        return [shown(left, top), shown(right, top), shown(right, bottom), shown(left, bottom)]

    def _traced(
        self, path: int, count: int, matrix: _Matrix
    ) -> Iterator[tuple[list[tuple[float, float]], bool]]:
        path_segment, segment_type, closes = calls.path_segment, calls.segment_type, calls.segment_closes
        point = self._point
        points: list[tuple[float, float]] = []
        curve: int | None = None
        for index in range(count):
            segment = path_segment(path, index)
            kind = segment_type(segment)
            if kind != _LINE:
                if len(points) > 1:
                    yield points, False
                points = []
                curve = segment if kind == _CURVE else None
                if curve is not None:
                    continue
            elif curve is not None:
                if not closes(curve):
                    points.append(point(curve, matrix))
                curve = None
            points.append(point(segment, matrix))
            if closes(segment):
                yield points, True
                points = []
        if len(points) > 1:
            yield points, False

    def _point(self, segment: int, matrix: _Matrix) -> tuple[float, float]:
        """Where a segment ends, in the page as shown."""
        calls.segment_point(segment, self._first_float, self._second_float)
        floats = self._floats
        x, y = floats[0], floats[1]
        a, b, c, d, e, f = matrix
        return self._shown(x * a + y * c + e, x * b + y * d + f)


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
        for (ax, ay), (bx, by) in pairwise(ring):
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
