"""How a layout looks, whoever writes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Garis(StrEnum):
    """Rules of a table."""

    PENUH = "penuh"
    DATAR = "datar"
    KOSONG = "kosong"
    GANDA = "ganda"
    KOTAK = "kotak"  # thin filled rectangles instead of strokes
    TITIK = "titik"  # dotted
    DALAM = "dalam"  # none around the table


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaya:
    """Geometry and decoration.

    Attributes:
        huruf: `Times`, `Helvetica` or `Courier` and the metric-compatible family of Word and HTML.
        ukuran: font size in the tables, in points.
        tepi: left, top, right, bottom margin in points.
        tebal: width of a rule.
        warna: fill of the heading, None without.
        putar: /Rotate of the pages.
        ulang_kepala: headings stand again on each page.
        pecah_baris: a row may break over a page edge.
        warna_garis: colour of the rules.
        kop: a running head stands above every page.
        tegak: headings of narrow columns run upwards.
        kaki: distance of the page number from the last possible line, in points; None prints none.
        sempit: factor on the width of columns of figures, so that they wrap.
    """

    huruf: str = "Times"
    ukuran: float = 9.0
    tepi: tuple[float, float, float, float] = (60, 60, 60, 60)
    garis: Garis = Garis.PENUH
    tebal: float = 0.5
    warna: str | None = None
    huruf_kepala_putih: bool = False
    zebra: bool = False
    mendatar: bool = False
    putar: int = 0
    ulang_kepala: bool = True
    pecah_baris: bool = False
    tegak: bool = False
    warna_garis: str = "#000000"
    kop: bool = False
    kaki: float | None = 24.0
    sempit: float = 1.0
    jarak: float = 3.0
    antara: float = 14.0
