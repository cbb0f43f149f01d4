"""Writes a sample report as a Word file with python-docx; the same report gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from samples.blocks import (
    Blok,
    Gantung,
    Garis,
    Halaman,
    Isi,
    Judul,
    Naskah,
    Paragraf,
    Pecahan,
    Sejajar,
    Sel,
    TabelCetak,
)

_TANGGAL = datetime(2025, 2, 20)
_TANGGAL_ZIP = (2025, 2, 20, 0, 0, 0)
_RATA = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def _m(nama: str, *anak: Any) -> Any:
    element = OxmlElement(f"m:{nama}")
    for satu in anak:
        element.append(satu)
    return element


def _lari(teks: str) -> Any:
    isi = _m("t")
    isi.text = teks
    isi.set(qn("xml:space"), "preserve")
    return _m("r", isi)


def rumus(pecahan: Pecahan, awalan: str = "") -> Any:
    """The fraction as an equation of Word (OMML)."""
    bagi = _m("f", _m("num", _lari(pecahan.pembilang)), _m("den", _lari(pecahan.penyebut)))
    bagian = [_lari(awalan)] if awalan else []
    bagian.append(bagi)
    if pecahan.ekor:
        bagian.append(_lari(pecahan.ekor))
    return _m("oMath", *bagian)


def _isi_sel(cell: Any, sel: Sel) -> None:
    for urut, isi in enumerate(sel.paragraf):
        _isi_paragraf(cell.add_paragraph() if urut else cell.paragraphs[0], sel, isi)


def _isi_paragraf(paragraf: Any, sel: Sel, isi: Isi) -> None:
    paragraf.alignment = _RATA[sel.align]
    paragraf.paragraph_format.space_after = Pt(0)
    if isinstance(isi, Pecahan):
        paragraf._p.append(rumus(isi))
        return
    lari = paragraf.add_run(isi)
    lari.bold = sel.bold or None
    lari.font.size = Pt(9)


def _baris_kepala(row: Any) -> None:
    sifat = row._tr.get_or_add_trPr()
    ulang = OxmlElement("w:tblHeader")
    ulang.set(qn("w:val"), "true")
    sifat.append(ulang)


def _tabel(doc: Any, tabel: TabelCetak) -> None:
    if tabel.caption:
        caption = doc.add_paragraph(style="Caption")
        caption.alignment = WD_ALIGN_PARAGRAPH.CENTER
        caption.paragraph_format.keep_with_next = True
        caption.add_run(tabel.caption)
    semua = (*tabel.kepala, *tabel.baris)
    grid = doc.add_table(rows=len(semua), cols=len(tabel.kolom))
    grid.style = "Table Grid"
    grid.autofit = False
    for kolom, lebar in zip(grid.columns, tabel.lebar, strict=True):
        kolom.width = Pt(lebar)
    sel_grid = [list(row.cells) for row in grid.rows]
    for r, baris in enumerate(semua):
        for c, sel in enumerate(baris.sel):
            sel_grid[r][c].width = Pt(tabel.lebar[c])
            if sel is None:
                continue
            cell = sel_grid[r][c]
            if sel.rowspan > 1 or sel.colspan > 1:
                cell = cell.merge(sel_grid[r + sel.rowspan - 1][c + sel.colspan - 1])
            _isi_sel(cell, sel)
    for row in grid.rows[: len(tabel.kepala)]:
        _baris_kepala(row)
    doc.add_paragraph()


def _halaman(doc: Any, blok: Halaman) -> None:
    bagian = doc.add_section(WD_SECTION.NEW_PAGE)
    bagian.orientation = WD_ORIENT.LANDSCAPE if blok.mendatar else WD_ORIENT.PORTRAIT
    pendek, panjang = sorted((bagian.page_width, bagian.page_height))
    bagian.page_width, bagian.page_height = (panjang, pendek) if blok.mendatar else (pendek, panjang)


def _judul(doc: Any, blok: Judul) -> None:
    if blok.level == 0:
        doc.add_paragraph(blok.text, style="Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
        return
    judul = doc.add_heading(blok.text, level=blok.level)
    judul.paragraph_format.page_break_before = blok.level == 1 and blok.baru


def _paragraf(doc: Any, blok: Paragraf) -> None:
    paragraf = doc.add_paragraph()
    if blok.center:
        paragraf.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if blok.kiri:
        paragraf.paragraph_format.left_indent = Pt(blok.kiri)
    if blok.rumus:
        paragraf._p.append(rumus(blok.rumus, awalan=f"{blok.text} "))
    else:
        _lari_teks(paragraf, blok.text, blok.tebal)


def _lari_teks(paragraf: Any, teks: str, tebal: bool) -> None:
    lari = paragraf.add_run(teks)
    if tebal:
        lari.bold = True


def _gantung(doc: Any, blok: Gantung) -> None:
    """Hanging indent, a tab stop per piece."""
    paragraf = doc.add_paragraph()
    tata = paragraf.paragraph_format
    tata.left_indent, tata.first_line_indent, tata.space_after = Pt(blok.kiri), Pt(-blok.kiri), Pt(4)
    teks = ""
    for kiri, potong in blok.depan:
        if kiri:
            tata.tab_stops.add_tab_stop(Pt(kiri))
        teks += ("\t" if kiri else "") + potong
    _lari_teks(paragraf, f"{teks}\t{blok.text}" if blok.text else teks, blok.tebal)


def _sejajar(doc: Any, blok: Sejajar) -> None:
    paragraf = doc.add_paragraph()
    lebar = 595.3 - 2 * 57
    for bagian in (0.25, 0.75):
        paragraf.paragraph_format.tab_stops.add_tab_stop(Pt(lebar * bagian), WD_TAB_ALIGNMENT.CENTER)
    _lari_teks(paragraf, f"\t{blok.kiri}\t{blok.kanan}", blok.tebal)


def _garis(doc: Any) -> None:
    """A bottom border below the paragraph above."""
    tepi = OxmlElement("w:pBdr")
    bawah = OxmlElement("w:bottom")
    for nama, isi in (("val", "single"), ("sz", "12"), ("space", "1"), ("color", "000000")):
        bawah.set(qn(f"w:{nama}"), isi)
    tepi.append(bawah)
    doc.paragraphs[-1]._p.get_or_add_pPr().append(tepi)


def _siapkan(doc: Any, judul: str) -> None:
    huruf = doc.styles["Normal"].font
    huruf.name, huruf.size = "Times New Roman", Pt(11)
    bagian = doc.sections[0]
    bagian.page_width, bagian.page_height = Pt(595.3), Pt(841.9)
    bagian.left_margin = bagian.right_margin = bagian.top_margin = bagian.bottom_margin = Pt(57)
    bagian.footer.paragraphs[0].text = judul
    sifat = doc.core_properties
    sifat.title, sifat.author, sifat.last_modified_by, sifat.comments = judul, "capaian", "capaian", ""
    sifat.created = sifat.modified = _TANGGAL
    sifat.revision = 1


def _tulis_tetap(isi: bytes, path: Path) -> None:
    """Pack the parts again with one fixed date, in their order."""
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(path, "w") as baru:
        for nama in lama.namelist():
            info = zipfile.ZipInfo(nama, date_time=_TANGGAL_ZIP)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            baru.writestr(info, lama.read(nama))


def _blok(doc: Any, blok: Blok) -> None:
    match blok:
        case Halaman():
            _halaman(doc, blok)
        case Judul():
            _judul(doc, blok)
        case Paragraf():
            _paragraf(doc, blok)
        case Gantung():
            _gantung(doc, blok)
        case Sejajar():
            _sejajar(doc, blok)
        case Garis():
            _garis(doc)
        case TabelCetak():
            _tabel(doc, blok)


def tulis_docx(naskah: Naskah, path: Path) -> None:
    """Write the report; overwrites path."""
    doc: Any = Document()
    _siapkan(doc, naskah.judul)
    for blok in naskah.blok:
        _blok(doc, blok)
    penampung = io.BytesIO()
    doc.save(penampung)
    _tulis_tetap(penampung.getvalue(), path)
