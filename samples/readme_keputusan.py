"""The tables of planted errors in decrees and sheets for samples/README.md: check, page, place, printed, right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from samples.galat_keputusan import GALAT
from samples.galat_lembar import GALAT_LEMBAR


def halaman_teks(path: Path) -> list[str]:
    """Text of every page, spaces folded."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(path)
    teks = [" ".join(halaman.get_textpage().get_text_range().split()) for halaman in pdf]
    pdf.close()
    return teks


def _muka(teks: list[str], cetak: str) -> int:
    """First page that prints the words.

    Raises:
        ValueError: when none does.
    """
    rapat = "".join(cetak.split())
    for nomor, isi in enumerate(teks, start=1):
        if rapat in "".join(isi.split()):
            return nomor
    raise ValueError(f"{cetak!r} is not printed")


def baris_keputusan(path: Path) -> Iterator[str]:
    """Errors of the wrong decree, drawn at path."""
    teks = halaman_teks(path)
    yield "| check | page | where | printed | right | why |"
    yield "|---|---|---|---|---|---|"
    for g in GALAT:
        yield f"| {g.kode} | {_muka(teks, g.cetak)} | {g.letak} | {g.salah} | {g.benar} | {g.sebab} |"


def baris_lembar(path: Path) -> Iterator[str]:
    """Errors of the older sheets, drawn at path."""
    teks = halaman_teks(path)
    yield "| check | page | where | printed | why |"
    yield "|---|---|---|---|---|"
    for g in GALAT_LEMBAR:
        yield f"| {g.kode} | {_muka(teks, g.cetak)} | {g.letak} | {g.salah} | {g.sebab} |"
