"""Draws a layout straight on a reportlab canvas, so that every rule and every page break is under control."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from samples.blocks import Halaman, Judul, Naskah, Paragraf, Pecahan, TabelCetak
from tests.layouts.flow import Kotak, Potong, Tata, bungkus, huruf
from tests.layouts.style import Garis, Gaya

_TEKS = 10.5


class Penggambar:
    """One document: the canvas and how far down the page we are (`y`, from the top)."""

    def __init__(self, path: Path, gaya: Gaya) -> None:
        self.gaya = gaya
        self.lebar, self.tinggi = (A4[1], A4[0]) if gaya.mendatar else A4
        # with /Rotate 90 or 270 reportlab itself exchanges the sides of the MediaBox
        self.kanvas = Canvas(str(path), pagesize=(self.lebar, self.tinggi), invariant=1)
        self.kiri, self.atas, kanan, bawah = gaya.tepi
        self.isi = self.lebar - self.kiri - kanan
        self.batas = self.tinggi - bawah
        self.nomor = 0
        self._mulai()

    def _mulai(self) -> None:
        self.nomor += 1
        self.y = self.atas
        if self.gaya.putar:
            self.kanvas.setPageRotation(self.gaya.putar)
        if self.gaya.putar == 90:
            self.kanvas.transform(0, 1, -1, 0, self.tinggi, 0)
        elif self.gaya.putar == 270:
            self.kanvas.transform(0, -1, 1, 0, 0, self.lebar)
        if self.gaya.kop:
            self.teks(self.kiri, self.atas - 14, "Pemerintah Kabupaten Contoh | Laporan 2022", "Times-Italic", 8)

    def _tutup(self) -> None:
        if self.gaya.kaki is not None:
            self.teks(self.kiri, self.batas + self.gaya.kaki + 8, f"Halaman {self.nomor}", "Times-Italic", 8)
        self.kanvas.showPage()

    def baru(self) -> None:
        """End the page and begin the next."""
        self._tutup()
        self._mulai()

    def selesai(self) -> None:
        """Write the file."""
        self._tutup()
        self.kanvas.save()

    def teks(self, x: float, y: float, teks: str, font: str, ukuran: float) -> None:
        """Text with its baseline at y from the top."""
        self.kanvas.setFont(font, ukuran)
        self.kanvas.drawString(x, self.tinggi - y, teks)

    def tulis(self, teks: str, *, tebal: bool = False) -> None:
        """Running text over the width of the page."""
        font = huruf(self.gaya, tebal=tebal)
        for baris in bungkus(teks, self.isi, font, _TEKS):
            if self.y + _TEKS * 1.3 > self.batas:
                self.baru()
            self.y += _TEKS * 1.3
            self.teks(self.kiri, self.y - 3, baris, font, _TEKS)
        self.y += 6

    def garis(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """One rule in the way of the style; y from the top."""
        tebal, k = self.gaya.tebal, self.kanvas
        a, b = self.tinggi - y0, self.tinggi - y1
        k.setLineWidth(tebal)
        k.setStrokeColor(HexColor(self.gaya.warna_garis))
        k.setFillColor(HexColor(self.gaya.warna_garis))
        k.setDash([1, 1.5] if self.gaya.garis is Garis.TITIK else [])
        if self.gaya.garis is Garis.KOTAK:
            k.rect(min(x0, x1), min(a, b), max(abs(x1 - x0), tebal), max(abs(a - b), tebal), stroke=0, fill=1)
        elif self.gaya.garis is Garis.GANDA:
            dx, dy = (0.0, 0.9) if y0 == y1 else (0.9, 0.0)
            k.line(x0 - dx, a - dy, x1 - dx, b - dy)
            k.line(x0 + dx, a + dy, x1 + dx, b + dy)
        else:
            k.line(x0, a, x1, b)
        k.setDash([])
        k.setStrokeColor(black)
        k.setFillColor(black)

    def tabel(self, tabel: TabelCetak) -> None:
        """A caption and a table, over as many pages as it takes."""
        tata = Tata(tabel, self.gaya, self.isi)
        perlu = sum(tata.tinggi[: tata.kepala + 1]) + 30
        if self.y + perlu > self.batas:
            self.baru()
        if tabel.caption:
            self.tulis(tabel.caption, tebal=True)
        alir: dict[tuple[int, int], int] = {}
        for nomor, bagian in enumerate(tata.halaman(self.batas - self.y, self.batas - self.atas)):
            if nomor:
                self.baru()
            self._bagian(tata, bagian, alir)
            self.y += sum(p.tinggi for p in bagian)
        self.y += self.gaya.antara

    def _bagian(self, tata: Tata, bagian: list[Potong], alir: dict[tuple[int, int], int]) -> None:
        """The part of a table on this page; `alir` remembers how far the text of merged cells got."""
        atas: dict[int, float] = {}
        y = self.y
        for potong in bagian:
            atas[potong.row] = y
            y += potong.tinggi
        rapat = {p.row: p for p in bagian}
        for kotak in tata.kotak:
            baris = [r for r in range(kotak.row, kotak.row + kotak.sel.rowspan) if r in rapat]
            if not baris:
                continue
            tinggi = sum(rapat[r].tinggi for r in baris)
            self._latar(tata, kotak, atas[baris[0]], tinggi)
            self._batas_kotak(tata, kotak, atas[baris[0]], tinggi)
            self._isi_kotak(tata, kotak, rapat[baris[0]], atas[baris[0]], tinggi, alir)
        if self.gaya.garis not in (Garis.KOSONG, Garis.DALAM):
            self.garis(self.kiri, self.y, self.kiri + tata.x[-1], self.y)

    def _latar(self, tata: Tata, kotak: Kotak, y: float, tinggi: float) -> None:
        warna = self.gaya.warna if kotak.row < tata.kepala else None
        if self.gaya.zebra and kotak.row >= tata.kepala and kotak.row % 2:
            warna = "#eeeeee"
        if warna is None:
            return
        self.kanvas.setFillColor(HexColor(warna))
        x = self.kiri + tata.x[kotak.col]
        self.kanvas.rect(x, self.tinggi - y - tinggi, tata.lebar_kotak(kotak), tinggi, stroke=0, fill=1)
        self.kanvas.setFillColor(black)

    def _batas_kotak(self, tata: Tata, kotak: Kotak, y: float, tinggi: float) -> None:
        if self.gaya.garis is Garis.KOSONG:
            return
        x0 = self.kiri + tata.x[kotak.col]
        x1 = x0 + tata.lebar_kotak(kotak)
        tepi = self.gaya.garis is not Garis.DALAM
        if tepi or kotak.row + kotak.sel.rowspan < len(tata.baris):
            self.garis(x0, y + tinggi, x1, y + tinggi)
        if self.gaya.garis is Garis.DATAR:
            return
        if tepi or kotak.col > 0:
            self.garis(x0, y, x0, y + tinggi)
        if tepi or kotak.col + kotak.sel.colspan < len(tata.x) - 1:
            self.garis(x1, y, x1, y + tinggi)

    def _isi_kotak(
        self, tata: Tata, kotak: Kotak, potong: Potong, y: float, tinggi: float, alir: dict[tuple[int, int], int]
    ) -> None:
        font = huruf(self.gaya, tebal=kotak.sel.bold)
        if kotak.row < tata.kepala and self.gaya.huruf_kepala_putih:
            self.kanvas.setFillColor(white)
        if isinstance(kotak.sel.isi, Pecahan):
            self._pecahan(tata, kotak, kotak.sel.isi, y)
        elif tata.tegak(kotak):
            self._tegak(tata, kotak, y, tinggi, font)
        else:
            lines = self._baris_di_sini(tata, kotak, potong, tinggi, alir)
            for n, teks in enumerate(lines):
                self._baris_teks(tata, kotak, teks, y + self.gaya.jarak + (n + 0.8) * tata.leading, font)
        self.kanvas.setFillColor(black)

    def _baris_di_sini(
        self, tata: Tata, kotak: Kotak, potong: Potong, tinggi: float, alir: dict[tuple[int, int], int]
    ) -> tuple[str, ...]:
        """The lines of the cell on this page: cut with its row, or flowing on in a merged cell."""
        if kotak.row < tata.kepala:
            return kotak.lines
        if kotak.sel.rowspan == 1:
            return kotak.lines[potong.awal : potong.akhir]
        awal = alir.get((kotak.row, kotak.col), 0)
        muat = max(1, int((tinggi - 2 * self.gaya.jarak + 0.1) // tata.leading))
        alir[(kotak.row, kotak.col)] = awal + muat
        return kotak.lines[awal : awal + muat]

    def _baris_teks(self, tata: Tata, kotak: Kotak, teks: str, y: float, font: str) -> None:
        x = self.kiri + tata.x[kotak.col] + self.gaya.jarak
        ruang = tata.lebar_kotak(kotak) - 2 * self.gaya.jarak - stringWidth(teks, font, self.gaya.ukuran)
        geser = {"left": 0.0, "center": ruang / 2, "right": ruang}[kotak.sel.align]
        self.teks(x + geser, y, teks, font, self.gaya.ukuran)

    def _tegak(self, tata: Tata, kotak: Kotak, y: float, tinggi: float, font: str) -> None:
        k = self.kanvas
        k.saveState()
        tengah = self.kiri + tata.x[kotak.col] + tata.lebar_kotak(kotak) / 2
        k.translate(tengah + self.gaya.ukuran * 0.35, self.tinggi - y - tinggi + self.gaya.jarak)
        k.rotate(90)
        k.setFont(font, self.gaya.ukuran)
        k.drawString(0, 0, kotak.sel.text)
        k.restoreState()

    def _pecahan(self, tata: Tata, kotak: Kotak, pecahan: Pecahan, y: float) -> None:
        font, ukuran = huruf(self.gaya, tebal=False), self.gaya.ukuran
        garis = max(stringWidth(t, font, ukuran) for t in kotak.lines) + 4
        total = garis + stringWidth(pecahan.ekor, font, ukuran)
        x = self.kiri + tata.x[kotak.col] + (tata.lebar_kotak(kotak) - total) / 2
        tengah = y + self.gaya.jarak + tata.leading + 1
        for teks, dasar in ((pecahan.pembilang, tengah - 3), (pecahan.penyebut, tengah + ukuran)):
            self.teks(x + (garis - stringWidth(teks, font, ukuran)) / 2, dasar, teks, font, ukuran)
        self.kanvas.setLineWidth(0.4)
        self.kanvas.line(x, self.tinggi - tengah, x + garis, self.tinggi - tengah)
        self.teks(x + garis, tengah + ukuran * 0.3, pecahan.ekor, font, ukuran)


def gambar(naskah: Naskah, gaya: Gaya, path: Path) -> None:
    """Draw the document; overwrites path."""
    pena = Penggambar(path, gaya)
    for blok in naskah.blok:
        if isinstance(blok, TabelCetak):
            pena.tabel(blok)
        elif isinstance(blok, Halaman):
            pena.baru()
        elif isinstance(blok, (Judul, Paragraf)):
            pena.tulis(blok.text, tebal=isinstance(blok, Judul))
    pena.selesai()
