"""Where the headings of an indicator table stand, and which columns they head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.header_rows import row_cells
from extractors.headers import is_column_numbers, squash
from extractors.keputusan.sel.teks import Kosakata, gabung_untai, himpunan, untai
from extractors.keputusan.tabel.peran import (
    BERTARGET,
    BIDANG,
    KATA_KEPALA,
    PENENTU,
    Peran,
    peran_kolom,
    peran_teks,
    selesaikan,
    tahun_kolom,
)
from extractors.leafs import Leaf, leafs_of
from schemas.keputusan import Teks
from schemas.printed import Cell, Table
from schemas.provenance import PdfPlace

_KOSA = Kosakata(kata=KATA_KEPALA)
_PANJANG = 90
_KATA = 30
_TERBANYAK = 6
_ISTILAH = tuple(
    sorted(
        KATA_KEPALA
        | himpunan(
            """akhir anggaran antara arah asal atau awal badan bidang bukti bupati cara catatan daerah dampak dan
    dari dasar deskripsi dinas dukung eselon esselon frekuensi fungsi gubernur hasil i ii iii iki ikk
    iku individu informasi instansi iv jabatan jenis jumlah justifikasi kabupaten ke keberhasilan
    kelompok kerja ket kinerja kode kondisi kota level menghitung mengukur metode n nama no nomor opd
    operasionalisasi outcome outcomes output outputs pada pagu parameter pd pejabat pelaksana pelaporan
    pendukung pengampu pengukuran pengumpulan penilaian penyedia perangkat periode periodik pertimbangan
    pic pj polarisasi program provinsi rencana renstra rp rpjmd rumus rumusan rupiah sasaran sasran sat
    satuan sifat skpd strategi strategis sub tahunan target tolak tolok tugas ukur ukuran unit untuk
    uraian urut utama waktu walikota yang"""
        ),
        key=len,
        reverse=True,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """One column: its role, the year of its heading, its grid columns [first, last] and, on paper, its edges."""

    peran: Peran
    tahun: int | None = None
    first: int
    last: int
    kepala: Teks | None = None
    x0: float | None = None
    x1: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kepala:
    """Heading rows [awal, akhir) of a table with the columns under them."""

    kolom: tuple[Kolom, ...]
    awal: int
    akhir: int

    def letak(self, peran: Peran) -> int | None:
        """The first column of a role."""
        return letak(self.kolom, peran)


def letak(kolom: Sequence[Kolom], peran: Peran) -> int | None:
    """The first column of a role, None without."""
    return next((k for k, own in enumerate(kolom) if own.peran is peran), None)


def cari_kepala(table: Table) -> Kepala | None:
    """The first heading of an indicator table; None when the table has none."""
    rows = row_cells(table)
    for row in range(table.rows):
        if not baris_kepala(rows[row], dipercaya=row < table.header_rows):
            continue
        akhir = _akhir(table, rows, row)
        kolom = _kolom(table, row, akhir)
        if _tabel_indikator(kolom):
            return Kepala(kolom=kolom, awal=row, akhir=akhir)
    return None


def baris_kepala(row: Sequence[Cell], *, dipercaya: bool = False) -> bool:
    """Whether a row is the (first) heading row of an indicator table.

    Args:
        row: its cells.
        dipercaya: the reader took it for a heading; then its cells may hold other words beside those of headings.
    """
    texts = [untai(cell.lines, _KOSA).text for cell in row if cell.flat.strip()]
    if len(texts) < 2 or any(len(t.split()) > _KATA for t in texts):
        return False
    peran = [peran_teks(text) if dipercaya or berisi_istilah(text) else Peran.LAIN for text in texts]
    known = sum(1 for p in peran if p is not Peran.LAIN)
    sure = bool(PENENTU & set(peran)) or set(peran) >= BERTARGET or _bertahun(peran, texts)
    return Peran.INDIKATOR in peran and sure and known * 2 >= len(texts)


def _bertahun(peran: Sequence[Peran], texts: Sequence[str]) -> bool:
    """Whether headings of targets name several years."""
    years = {tahun_kolom([text]) for own, text in zip(peran, texts, strict=True) if own is Peran.TARGET}
    return len(years - {None}) > 1


def kepala_lain(row: Sequence[Cell]) -> bool:
    """Whether a row heads columns of some kind: most of its texts consist of the words of headings."""
    texts = [cell.flat for cell in row if cell.flat.strip()]
    known = sum(1 for text in texts if len(text) <= _PANJANG and berisi_istilah(text))
    return len(texts) > 1 and known * 3 >= len(texts) * 2


def baris_nomor(row: Sequence[Cell]) -> bool:
    """Whether a row numbers the columns."""
    texts = [cell.flat for cell in row if cell.flat.strip()]
    return len(texts) > 1 and is_column_numbers(texts)


def berisi_istilah(text: str) -> bool:
    """Whether a text consists of the words of headings only, years and signs apart; blanks do not count."""
    letters = "".join(ch for ch in squash(text) if ch.isalpha())
    if not letters or len(letters) > _PANJANG:
        return False
    reached = {0}
    for start in range(len(letters)):
        if start in reached:
            reached.update(start + len(kata) for kata in _ISTILAH if letters.startswith(kata, start))
    return len(letters) in reached


def _akhir(table: Table, rows: Sequence[Sequence[Cell]], row: int) -> int:
    """The row behind the heading: rows of merged heading cells, second levels, the row of column numbers."""
    filled = [cell for cell in rows[row] if cell.flat.strip()]
    deepest = max(cell.rowspan for cell in filled)
    akhir = min(row + (deepest if deepest <= _TERBANYAK else 1), table.rows)
    if row < table.header_rows <= row + _TERBANYAK:
        akhir = max(akhir, _hanya_kepala(rows, akhir, table.header_rows))
    spanned = any(cell.colspan > 1 for cell in filled)
    while akhir < table.rows and (baris_nomor(rows[akhir]) or (spanned and kepala_lain(rows[akhir]))):
        akhir += 1
    return akhir


def _hanya_kepala(rows: Sequence[Sequence[Cell]], start: int, end: int) -> int:
    """How far the rows [start, end) that the reader took for headings are headings by their words."""
    while start < end:
        filled = [cell for cell in rows[start] if cell.flat.strip()]
        if filled and not baris_nomor(rows[start]) and not all(_pendek(cell.flat) for cell in filled):
            break
        start += 1
    return start


def _pendek(text: str) -> bool:
    return berisi_istilah(text) or not any(ch.isalpha() for ch in text)


def _kolom(table: Table, awal: int, akhir: int) -> tuple[Kolom, ...]:
    """The columns under the heading rows."""
    cells = tuple(replace(cell, row=cell.row - awal) for cell in table.cells if cell.row >= awal)
    part = replace(table, cells=cells, rows=table.rows - awal, header_rows=akhir - awal)
    heads = [cell for cell in cells if cell.row < akhir - awal and cell.flat.strip()]
    numbered = {row for row, own in enumerate(row_cells(part)[: akhir - awal]) if baris_nomor(own)}
    heads = [cell for cell in heads if cell.row not in numbered]
    leafs = leafs_of(part)
    over = [[c for c in heads if c.col <= leaf.last and leaf.first < c.col + c.colspan] for leaf in leafs]
    levels = [[untai(cell.lines, _KOSA).text for cell in own] for own in over]
    peran = selesaikan([peran_kolom(own) for own in levels])
    edges = tepi(table)
    return tuple(
        Kolom(
            peran=p,
            tahun=tahun_kolom(own) if p is Peran.TARGET else None,
            first=leaf.first,
            last=leaf.last,
            kepala=gabung_untai([untai(cell.lines, _KOSA) for cell in cells_over]).teks(),
            x0=edges.get(leaf.first),
            x1=edges.get(leaf.last + 1),
        )
        for leaf, own, cells_over, p in zip(leafs, levels, over, peran, strict=True)
    )


def tepi(table: Table) -> dict[int, float]:
    """Left edge of each grid column on paper (the last is the right edge of the table); nothing for a Word file."""
    found: dict[int, list[float]] = {}
    for cell in table.cells:
        if isinstance(cell.place, PdfPlace):
            found.setdefault(cell.col, []).append(cell.place.bbox.x0)
            found.setdefault(cell.col + cell.colspan, []).append(cell.place.bbox.x1)
    return {col: sorted(values)[len(values) // 2] for col, values in found.items()}


def _tabel_indikator(kolom: Sequence[Kolom]) -> bool:
    """Whether columns are those of an indicator table, not of a report on results or of money by sasaran."""
    peran = {own.peran for own in kolom}
    known = Peran.LAIN not in peran or bool(BIDANG & peran)
    years = {own.tahun for own in kolom if own.peran is Peran.TARGET} - {None}
    sure = bool(PENENTU & peran) or len(years) > 1
    return Peran.INDIKATOR in peran and sure and Peran.HASIL not in peran and known


def sebagai_leaf(kolom: Sequence[Kolom]) -> tuple[Leaf, ...]:
    """The columns as leafs, for assigning cells."""
    return tuple(Leaf(own.first, own.last, ()) for own in kolom)
