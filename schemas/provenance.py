"""Where a text stands in its document: a box on a page, or a block of a Word file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BBox:
    """A box in points; the origin is the top left of the page as it is shown (after /Rotate)."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in points."""
        return self.bottom - self.top

    def union(self, other: BBox) -> BBox:
        """The smallest box around both."""
        return BBox(
            x0=min(self.x0, other.x0),
            top=min(self.top, other.top),
            x1=max(self.x1, other.x1),
            bottom=max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfPlace:
    """A box on a page; `page` counts from 1."""

    page: int
    bbox: BBox


@dataclass(frozen=True, slots=True, kw_only=True)
class DocxPlace:
    """A block of a Word document; all numbers count from 0.

    Attributes:
        part: `body`, `header`, `footer`, `footnote` or `textbox`.
        block: position of the paragraph or table among the blocks of its part.
        row: table row, None for a paragraph.
        col: table column (grid column), None for a paragraph.
        heading: text of the nearest heading before the block, None when there is none.
    """

    part: str = "body"
    block: int
    row: int | None = None
    col: int | None = None
    heading: str | None = None


Place = PdfPlace | DocxPlace


def page_of(place: Place) -> int | None:
    """Page of a place (from 1), None for a Word file."""
    return place.page if isinstance(place, PdfPlace) else None


def top_of(place: Place) -> float:
    """Upper edge of a place on its page in points, 0 for a Word file."""
    return place.bbox.top if isinstance(place, PdfPlace) else 0.0


def left_of(place: Place) -> float:
    """Left edge of a place on its page in points, 0 for a Word file."""
    return place.bbox.x0 if isinstance(place, PdfPlace) else 0.0


def place_key(place: Place) -> str:
    """Text that names a place; boxes are rounded, so that the last digits of a float cannot change an id."""
    if isinstance(place, PdfPlace):
        box = place.bbox
        return f"p{place.page}:{box.x0:.0f},{box.top:.0f},{box.x1:.0f},{box.bottom:.0f}"
    return f"{place.part}:{place.block}:{place.row}:{place.col}"
