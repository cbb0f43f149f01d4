"""Lines, row heights and page breaks of a table, before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth

from samples.blocks import Pecahan, Sel, TabelCetak
from tests.layouts.style import Gaya

_TEBAL = {"Times": "Times-Bold", "Helvetica": "Helvetica-Bold", "Courier": "Courier-Bold"}
_BIASA = {"Times": "Times-Roman", "Helvetica": "Helvetica", "Courier": "Courier"}


def huruf(gaya: Gaya, *, tebal: bool) -> str:
    """Font name of reportlab."""
    return (_TEBAL if tebal else _BIASA)[gaya.huruf]


def bungkus(teks: str, lebar: float, font: str, ukuran: float) -> list[str]:
    """Wrap at spaces; a word wider than the column breaks between characters."""
    baris = [""]
    for kata in teks.split():
        calon = f"{baris[-1]} {kata}".strip()
        if stringWidth(calon, font, ukuran) <= lebar:
            baris[-1] = calon
            continue
        if baris[-1]:
            baris.append("")
        for huruf_ini in kata:
            if baris[-1] and stringWidth(baris[-1] + huruf_ini, font, ukuran) > lebar:
                baris.append("")
            baris[-1] += huruf_ini
    return baris


@dataclass(frozen=True, slots=True, kw_only=True)
class Kotak:
    """One cell with its place in the grid and its wrapped lines."""

    row: int
    col: int
    sel: Sel
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Potong:
    """A row, or the part of a row, that stands on one page: its lines [awal, akhir) and height."""

    row: int
    tinggi: float
    awal: int = 0
    akhir: int | None = None


class Tata:
    """A table laid out for a width."""

    def __init__(self, tabel: TabelCetak, gaya: Gaya, lebar: float) -> None:
        self.gaya, self.leading = gaya, gaya.ukuran * 1.2
        self.kepala = len(tabel.kepala)
        self.baris = (*tabel.kepala, *tabel.baris)
        bagian = [nilai * (gaya.sempit if n >= len(tabel.lebar) - 3 else 1.0) for n, nilai in enumerate(tabel.lebar)]
        self.x = [0.0]
        for nilai in bagian:
            self.x.append(self.x[-1] + nilai / sum(bagian) * lebar)
        self.kotak = [
            self._kotak(r, c, sel) for r, baris in enumerate(self.baris) for c, sel in enumerate(baris.sel) if sel
        ]
        self.tinggi = [0.0] * len(self.baris)
        for kotak in sorted(self.kotak, key=lambda k: k.sel.rowspan):
            akhir = kotak.row + kotak.sel.rowspan
            kurang = self._tinggi_kotak(kotak) - sum(self.tinggi[kotak.row : akhir])
            self.tinggi[akhir - 1] += max(0.0, kurang)

    def lebar_kotak(self, kotak: Kotak) -> float:
        """Width of the cell."""
        return self.x[kotak.col + kotak.sel.colspan] - self.x[kotak.col]

    def tegak(self, kotak: Kotak) -> bool:
        """Whether the cell's text runs upwards."""
        return self.gaya.tegak and kotak.row < self.kepala and kotak.sel.colspan == 1 and kotak.col > 0

    def _kotak(self, row: int, col: int, sel: Sel) -> Kotak:
        lebar = self.x[col + sel.colspan] - self.x[col] - 2 * self.gaya.jarak
        if isinstance(sel.isi, Pecahan):
            return Kotak(row=row, col=col, sel=sel, lines=(sel.isi.pembilang, sel.isi.penyebut))
        if self.gaya.tegak and row < self.kepala and sel.colspan == 1 and col > 0:
            return Kotak(row=row, col=col, sel=sel, lines=(sel.isi,))
        font = huruf(self.gaya, tebal=sel.bold)
        return Kotak(row=row, col=col, sel=sel, lines=tuple(bungkus(sel.isi, lebar, font, self.gaya.ukuran)))

    def _tinggi_kotak(self, kotak: Kotak) -> float:
        if self.tegak(kotak):
            font = huruf(self.gaya, tebal=True)
            return float(stringWidth(kotak.sel.text, font, self.gaya.ukuran)) + 2 * self.gaya.jarak
        tambah = 4.0 if isinstance(kotak.sel.isi, Pecahan) else 0.0
        return len(kotak.lines) * self.leading + 2 * self.gaya.jarak + tambah

    def _terpotong(self, row: int, sisa: float) -> tuple[Potong, Potong] | None:
        """The row cut so that its first part fits into the rest of the page, None when it cannot be."""
        isi = [k for k in self.kotak if k.row == row and k.sel.rowspan == 1]
        if any(isinstance(k.sel.isi, Pecahan) for k in isi):
            return None
        banyak = max(len(k.lines) for k in isi)
        muat = int((sisa - 2 * self.gaya.jarak) // self.leading)
        if not 1 <= muat < banyak:
            return None
        atas = Potong(row=row, tinggi=muat * self.leading + 2 * self.gaya.jarak, akhir=muat)
        bawah = (banyak - muat) * self.leading + 2 * self.gaya.jarak
        return atas, Potong(row=row, tinggi=bawah, awal=muat)

    def halaman(self, sisa: float, penuh: float) -> Iterator[list[Potong]]:
        """The rows page by page: `sisa` points are left on the first page, `penuh` on the others."""
        kepala = [Potong(row=r, tinggi=self.tinggi[r]) for r in range(self.kepala)]
        bagian, ruang = list(kepala), sisa - sum(p.tinggi for p in kepala)
        for row in range(self.kepala, len(self.baris)):
            tinggi = self.tinggi[row]
            if tinggi <= ruang:
                bagian.append(Potong(row=row, tinggi=tinggi))
                ruang -= tinggi
                continue
            dua = self._terpotong(row, ruang) if self.gaya.pecah_baris else None
            if dua:
                bagian.append(dua[0])
            yield bagian
            bagian = list(kepala) if self.gaya.ulang_kepala else []
            bagian.append(dua[1] if dua else Potong(row=row, tinggi=tinggi))
            ruang = penuh - sum(p.tinggi for p in bagian)
        yield bagian
