"""pdfium's functions that are called once per character, drawing object or path segment, bound for speed.

pypdfium2 binds them with typed pointers: a pointer object is made for every handle that comes back and a reference
for every result slot, which costs more than the C function itself. Here handles are plain addresses and results go to
arrays that are made once per page (`f` for
floats, `I` for integers; both of 32 bits). The calls are short, so the interpreter lock is kept.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium_c

_HANDLE = ctypes.c_void_p
_ADDRESS = ctypes.c_void_p


def _bind(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """The same C function with other Python types for what goes in and out."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def handle_of(pointer: Any) -> int:
    """The address in one of pypdfium2's typed handles (page, text page)."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def address_of(slots: array[float] | array[int]) -> int:
    """Where the first slot lies; good as long as the array lives and keeps its length."""
    return slots.buffer_info()[0]


char_box = _bind(pdfium_c.FPDFText_GetLooseCharBox, ctypes.c_int, _HANDLE, ctypes.c_int, _ADDRESS)
"""(text page, index, 4 floats: left, top, right, bottom) -> whether there is a box."""

page_object_count = _bind(pdfium_c.FPDFPage_CountObjects, ctypes.c_int, _HANDLE)
page_object = _bind(pdfium_c.FPDFPage_GetObject, _HANDLE, _HANDLE, ctypes.c_int)
form_object_count = _bind(pdfium_c.FPDFFormObj_CountObjects, ctypes.c_int, _HANDLE)
form_object = _bind(pdfium_c.FPDFFormObj_GetObject, _HANDLE, _HANDLE, ctypes.c_ulong)
object_type = _bind(pdfium_c.FPDFPageObj_GetType, ctypes.c_int, _HANDLE)

object_matrix = _bind(pdfium_c.FPDFPageObj_GetMatrix, ctypes.c_int, _HANDLE, _ADDRESS)
"""(object, 6 floats: a, b, c, d, e, f) -> whether there is a matrix."""

object_bounds = _bind(pdfium_c.FPDFPageObj_GetBounds, ctypes.c_int, _HANDLE, *[_ADDRESS] * 4)
"""(object, places of left, bottom, right, top) -> whether it has bounds."""

stroke_color = _bind(pdfium_c.FPDFPageObj_GetStrokeColor, ctypes.c_int, _HANDLE, *[_ADDRESS] * 4)
"""(object, four places of one integer: red, green, blue, alpha) -> whether there is a colour."""

fill_color = _bind(pdfium_c.FPDFPageObj_GetFillColor, ctypes.c_int, _HANDLE, *[_ADDRESS] * 4)
"""As `stroke_color`."""

draw_mode = _bind(pdfium_c.FPDFPath_GetDrawMode, ctypes.c_int, _HANDLE, _ADDRESS, _ADDRESS)
"""(path, place of the fill mode, place of whether it is stroked) -> whether it is a path."""

segment_count = _bind(pdfium_c.FPDFPath_CountSegments, ctypes.c_int, _HANDLE)
path_segment = _bind(pdfium_c.FPDFPath_GetPathSegment, _HANDLE, _HANDLE, ctypes.c_int)
segment_type = _bind(pdfium_c.FPDFPathSegment_GetType, ctypes.c_int, _HANDLE)
segment_closes = _bind(pdfium_c.FPDFPathSegment_GetClose, ctypes.c_int, _HANDLE)

segment_point = _bind(pdfium_c.FPDFPathSegment_GetPoint, ctypes.c_int, _HANDLE, _ADDRESS, _ADDRESS)
"""(segment, place of x, place of y) -> whether there is a point."""
