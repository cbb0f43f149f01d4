"""Writes a layout as a Word file; LibreOffice turns the same file into a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from samples.blocks import Halaman, Judul, Naskah, Paragraf, Pecahan, Sel, TabelCetak
from samples.write_docx import rumus
from tests.layouts.style import Garis, Gaya

_HURUF = {"Times": "Liberation Serif", "Helvetica": "Liberation Sans", "Courier": "Liberation Mono"}
_RATA = {"left": 0, "center": 1, "right": 2}
_SISI = {
    Garis.PENUH: ("single", ("top", "left", "bottom", "right", "insideH", "insideV")),
    Garis.KOTAK: ("single", ("top", "left", "bottom", "right", "insideH", "insideV")),
    Garis.TITIK: ("dotted", ("top", "left", "bottom", "right", "insideH", "insideV")),
    Garis.DALAM: ("single", ("insideH", "insideV")),
    Garis.GANDA: ("double", ("top", "left", "bottom", "right", "insideH", "insideV")),
    Garis.DATAR: ("single", ("top", "bottom", "insideH")),
    Garis.KOSONG: ("none", ("top", "left", "bottom", "right", "insideH", "insideV")),
}


def _unsur(nama: str, **sifat: str) -> Any:
    element = OxmlElement(f"w:{nama}")
    for kunci, nilai in sifat.items():
        element.set(qn(f"w:{kunci}"), nilai)
    return element


def _batas(grid: Any, gaya: Gaya) -> None:
    jenis, sisi = _SISI[gaya.garis]
    semua = _unsur("tblBorders")
    ukuran = str(max(2, round(gaya.tebal * 8)))
    for nama in sisi:
        semua.append(_unsur(nama, val=jenis, sz=ukuran, space="0", color=gaya.warna_garis.lstrip("#")))
    grid._tbl.tblPr.append(semua)


def _isi(cell: Any, sel: Sel, gaya: Gaya, *, kepala: bool, tegak: bool, latar: str | None) -> None:
    paragraf = cell.paragraphs[0]
    paragraf.alignment = _RATA[sel.align]
    paragraf.paragraph_format.space_after = Pt(0)
    sifat = cell._tc.get_or_add_tcPr()
    if latar:
        sifat.append(_unsur("shd", val="clear", color="auto", fill=latar.lstrip("#")))
    if tegak:
        sifat.append(_unsur("textDirection", val="btLr"))
    if isinstance(sel.isi, Pecahan):
        paragraf._p.append(rumus(sel.isi))
        return
    lari = paragraf.add_run(sel.isi)
    lari.bold = sel.bold or None
    lari.font.size = Pt(gaya.ukuran)
    lari.font.name = _HURUF[gaya.huruf]
    if kepala and gaya.huruf_kepala_putih:
        lari.font.color.rgb = RGBColor(255, 255, 255)


def _sifat_baris(row: Any, gaya: Gaya, *, kepala: bool) -> None:
    sifat = row._tr.get_or_add_trPr()
    if kepala and gaya.ulang_kepala:
        sifat.append(_unsur("tblHeader"))
    if not gaya.pecah_baris:
        sifat.append(_unsur("cantSplit"))
    if kepala and gaya.tegak:
        sifat.append(_unsur("trHeight", val="1100", hRule="atLeast"))


def _lebar(tabel: TabelCetak, gaya: Gaya, isi: float) -> list[float]:
    bagian = [n * (gaya.sempit if k >= len(tabel.lebar) - 3 else 1.0) for k, n in enumerate(tabel.lebar)]
    return [n / sum(bagian) * isi for n in bagian]


def _latar(gaya: Gaya, row: int, kepala: int) -> str | None:
    if row < kepala:
        return gaya.warna
    return "eeeeee" if gaya.zebra and row % 2 else None


def _tabel(doc: Any, tabel: TabelCetak, gaya: Gaya, isi: float) -> None:
    if tabel.caption:
        judul = doc.add_paragraph()
        judul.paragraph_format.keep_with_next = True
        judul.add_run(tabel.caption).bold = True
    semua, jumlah = (*tabel.kepala, *tabel.baris), len(tabel.kepala)
    grid = doc.add_table(rows=len(semua), cols=len(tabel.kolom))
    grid.autofit = False
    _batas(grid, gaya)
    lebar = _lebar(tabel, gaya, isi)
    for kolom, nilai in zip(grid.columns, lebar, strict=True):
        kolom.width = Pt(nilai)
    kotak = [list(row.cells) for row in grid.rows]
    for r, baris in enumerate(semua):
        for c, sel in enumerate(baris.sel):
            kotak[r][c].width = Pt(lebar[c])
            if sel is None:
                continue
            cell = kotak[r][c]
            if sel.rowspan > 1 or sel.colspan > 1:
                cell = cell.merge(kotak[r + sel.rowspan - 1][c + sel.colspan - 1])
            tegak = gaya.tegak and r < jumlah and c > 0 and sel.colspan == 1
            _isi(cell, sel, gaya, kepala=r < jumlah, tegak=tegak, latar=_latar(gaya, r, jumlah))
    for r, row in enumerate(grid.rows):
        _sifat_baris(row, gaya, kepala=r < jumlah)
    doc.add_paragraph()


def _nomor_halaman(doc: Any) -> None:
    kaki = doc.sections[0].footer.paragraphs[0]
    kaki.add_run("Halaman ")
    bidang = _unsur("fldSimple", instr="PAGE")
    kaki._p.append(bidang)


def gambar_docx(naskah: Naskah, gaya: Gaya, path: Path) -> None:
    """Write the document; overwrites path."""
    doc: Any = Document()
    bagian = doc.sections[0]
    bagian.page_width, bagian.page_height = Pt(595.3), Pt(841.9)
    if gaya.mendatar:
        bagian.orientation = WD_ORIENT.LANDSCAPE
        bagian.page_width, bagian.page_height = bagian.page_height, bagian.page_width
    bagian.left_margin, bagian.top_margin, bagian.right_margin, bagian.bottom_margin = (Pt(t) for t in gaya.tepi)
    _nomor_halaman(doc)
    if gaya.kop:
        doc.sections[0].header.paragraphs[0].text = "Pemerintah Kabupaten Contoh | Laporan 2022"
    isi = bagian.page_width.pt - gaya.tepi[0] - gaya.tepi[2]
    for blok in naskah.blok:
        if isinstance(blok, TabelCetak):
            _tabel(doc, blok, gaya, isi)
        elif isinstance(blok, Halaman):
            doc.add_page_break()
        elif isinstance(blok, (Judul, Paragraf)):
            doc.add_paragraph().add_run(blok.text).font.name = _HURUF[gaya.huruf]
    doc.save(str(path))
