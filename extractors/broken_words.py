"""Words that a narrow cell of a PDF broke between two letters (`Persent` / `ase`), joined where the document proves it.

A word is broken so only where it is longer than its cell, so each piece but the last stands alone on a line that it
fills. Joined they have to be a word that the document prints whole elsewhere, or one of every such report, and one of
the pieces must not be such a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.label_lines import around
from schemas.printed import Cell, FileKind, Line, PrintedDocument, Table
from schemas.provenance import PdfPlace

_WORD = re.compile(r"[^\W\d_]+")
_PIECE = re.compile(r"(?P<piece>[^\W\d_]+)(?P<rest>\W.*)?", re.DOTALL)
_COMMON = frozenset(
    _WORD.findall(
        """
        anggaran angka bidang cakupan capaian dengan desa dokumen fasilitasi indeks indikator jumlah kabupaten kategori
        keberhasilan kecamatan kegiatan kelembagaan kelompok keluarga kemiskinan kepuasan kesehatan keterangan keuangan
        kinerja kondisi kualitas laporan layanan lembaga masyarakat kemasyarakatan meningkatkan meningkatnya menurunnya
        pegawai pelaksanaan pelatihan pelayanan pelayanannya pemberdayaan pembangunan pembinaan pemerintah pemerintahan
        penanggung pencapaian pendidikan pendapatan penduduk pengelolaan pengembangan penyelenggaraan penyelesaian
        peningkatan penurunan peraturan perangkat persentase prosentase pertumbuhan perusahaan pelanggaran prevalensi
        produksi produktivitas program realisasi rumah sangat sarana prasarana sasaran satuan sekolah strategis sumber
        tahun target tenaga terhadap tercapai terlampaui terwujudnya tinggi tujuan usaha wilayah
        """
    )
)
"""Words of headings and indicator names in any performance report."""
_MIN_LETTERS = 5
_MAX_PIECES = 5
_LETTER = 1.5


def mend_words(printed: PrintedDocument) -> PrintedDocument:
    """The document with broken words of its tables joined; the same one where none is proved."""
    if printed.source.kind is not FileKind.PDF or not printed.tables:
        return printed
    known = _COMMON.union(_whole_words(printed))
    blocks = tuple(_mended_table(block, known) if isinstance(block, Table) else block for block in printed.blocks)
    return printed if blocks == printed.blocks else replace(printed, blocks=blocks)


def _whole_words(printed: PrintedDocument) -> Iterator[str]:
    """Words that no cell can have broken: of the lines outside tables, and of cells with a single line."""
    cells = (cell.lines[0] for table in printed.tables for cell in table.cells if len(cell.lines) == 1)
    for line in (*printed.lines, *cells):
        yield from (word.lower() for word in _WORD.findall(line.text))


def _mended_table(table: Table, known: frozenset[str]) -> Table:
    cells = tuple(_mended_cell(cell, known) for cell in table.cells)
    return table if cells == table.cells else replace(table, cells=cells)


def _mended_cell(cell: Cell, known: frozenset[str]) -> Cell:
    if len(cell.lines) < 2:
        return cell
    lines: list[Line] = []
    left = list(cell.lines)
    while left:
        count = _pieces(left, cell, known)
        if count:
            lines.append(_joined(left[:count]))
            rest = _rest(left[count - 1])
            left = [*([replace(left[count - 1], text=rest)] if rest else []), *left[count:]]
        else:
            lines.append(left.pop(0))
    return cell if tuple(lines) == cell.lines else replace(cell, lines=tuple(lines))


def _pieces(lines: Sequence[Line], cell: Cell, known: frozenset[str]) -> int:
    """How many of the first lines begin with a piece of one broken word; 0 where the first breaks none."""
    pieces: list[str] = []
    for count, line in enumerate(lines[:_MAX_PIECES], start=1):
        found = _PIECE.fullmatch(line.text.strip())
        if found is None:
            return 0
        pieces.append(found["piece"].lower())
        word = "".join(pieces)
        broken = count > 1 and len(word) >= _MIN_LETTERS and any(piece not in known for piece in pieces)
        if broken and word in known:
            return count
        if found["rest"] or not _fills(line, cell):
            return 0
    return 0


def _joined(lines: Sequence[Line]) -> Line:
    """The first line with the whole word; its place takes in the lines that are used up."""
    pieces = [_PIECE.fullmatch(line.text.strip()) for line in lines]
    word = "".join(found["piece"] for found in pieces if found is not None)
    used = lines[:-1] if _rest(lines[-1]) else lines
    return replace(lines[0], text=word, place=around(used))


def _rest(line: Line) -> str:
    found = _PIECE.fullmatch(line.text.strip())
    return (found["rest"] or "").strip() if found is not None else ""


def _fills(line: Line, cell: Cell) -> bool:
    """Whether no further letter had room on the line, beside the margin that the cell keeps on its fuller side."""
    margins = list(_margins(cell.lines, cell))
    own = list(_margins([line], cell))
    if not margins or not own or not isinstance(line.place, PdfPlace):
        return False
    letter = line.place.bbox.width / max(len(line.text.strip()), 1)
    spare = sum(own[0]) - 2 * min(min(pair) for pair in margins)
    return spare < _LETTER * letter


def _margins(lines: Iterable[Line], cell: Cell) -> Iterator[tuple[float, float]]:
    """What lines of a cell leave free to its left and right edge, on the cell's own page."""
    if not isinstance(cell.place, PdfPlace):
        return
    box = cell.place.bbox
    for line in lines:
        if isinstance(line.place, PdfPlace) and line.place.page == cell.place.page:
            yield line.place.bbox.x0 - box.x0, box.x1 - line.place.bbox.x1
