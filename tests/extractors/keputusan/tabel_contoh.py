"""Reading indicator tables that are built by hand, and short ways to look at what was read."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.keputusan.sel.teks import Kosakata, Untai, untai
from extractors.keputusan.tabel.indikator import TabelIndikator, read_indikator
from schemas.keputusan import Indikator, Teks
from tests.extractors.grids import line, table

KEPALA = ("SASARAN", "INDIKATOR KINERJA", "FORMULASI PERHITUNGAN", "SUMBER DATA")


def baca(*rows: Sequence[str], number: int = 0, docx: bool = False, header_rows: int | None = None) -> TabelIndikator:
    """The indicator table that rows of texts make."""
    found = read_indikator(table(*rows, docx=docx, header_rows=header_rows), number)
    assert found is not None
    return found


def isi(*rows: Sequence[str], kepala: Sequence[str] = KEPALA, docx: bool = False) -> tuple[Indikator, ...]:
    """The indicators of a table with these body rows."""
    return baca(kepala, *rows, docx=docx).indikator


def teks(value: Teks | None) -> str | None:
    """The words of a text."""
    return value.text if value is not None else None


def nama(indikator: Sequence[Indikator]) -> list[str]:
    """Names, in order."""
    return [own.indikator.text for own in indikator]


def ditandai(indikator: Sequence[Indikator]) -> list[tuple[str | None, str]]:
    """Marks with names."""
    return [(own.tanda, own.indikator.text) for own in indikator]


def rumus(indikator: Sequence[Indikator]) -> list[str | None]:
    """Formulas, in order."""
    return [teks(own.formula) for own in indikator]


def sel(*texts: str) -> Untai:
    """A cell of wrapped lines as one text."""
    return untai([line(text, top=100 + 12 * k) for k, text in enumerate(texts)], Kosakata())
