"""Draws a sample report as PDF with reportlab; the same report gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    HRFlowable,
    KeepTogether,
    LongTable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)

from samples.blocks import (
    Blok,
    Gantung,
    Garis,
    Halaman,
    Judul,
    Naskah,
    Paragraf,
    Pecahan,
    Sejajar,
    Sel,
    TabelCetak,
)
from samples.flowables import Berdua, Bertanda

_TEPI = 57.0
_RATA = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT}
_TEKS = ParagraphStyle(
    "teks", fontName="Times-Roman", fontSize=11, leading=14, alignment=TA_JUSTIFY, spaceAfter=4
)
_TENGAH = ParagraphStyle("tengah", parent=_TEKS, alignment=TA_CENTER)
_TEBAL = "Times-Bold"
_GANTUNG = ParagraphStyle("gantung", parent=_TEKS, alignment=TA_LEFT)
_CAPTION = ParagraphStyle("caption", parent=_TENGAH, fontName="Times-Bold", spaceBefore=6, spaceAfter=4)
_JUDUL = {
    0: ParagraphStyle(
        "sampul", parent=_TENGAH, fontName="Times-Bold", fontSize=18, leading=26, spaceBefore=60
    ),
    1: ParagraphStyle(
        "bab", parent=_TENGAH, fontName="Times-Bold", fontSize=14, leading=18, spaceBefore=14, spaceAfter=12
    ),
    2: ParagraphStyle("bagian", parent=_TEKS, fontName="Times-Bold", fontSize=12, spaceBefore=8),
    3: ParagraphStyle("subbagian", parent=_TEKS, fontName="Times-Bold", spaceBefore=6),
}


def _aman(teks: str) -> str:
    return teks.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Bertumpuk(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """A stacked fraction with a bar; `awalan` stands before it, the fraction's tail behind it."""

    def __init__(self, pecahan: Pecahan, size: float, awalan: str = "") -> None:
        super().__init__()
        self.pecahan, self.size, self.awalan = pecahan, size, awalan
        self.hAlign = "CENTER"

    def _lebar(self, teks: str) -> float:
        return float(stringWidth(teks, "Times-Roman", self.size))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Size in points; the height is that of two lines and the bar."""
        self.garis = max(self._lebar(self.pecahan.pembilang), self._lebar(self.pecahan.penyebut)) + 4
        self.width = self._lebar(self.awalan) + self.garis + self._lebar(self.pecahan.ekor)
        self.height = self.size * 2 + 8
        return self.width, self.height

    def draw(self) -> None:
        """Numerator, bar, denominator, then what stands before and behind at the height of the bar."""
        kanvas, tengah = self.canv, self.size + 3
        awal = self._lebar(self.awalan)
        kanvas.setFont("Times-Roman", self.size)
        kanvas.drawString(0, tengah - self.size * 0.3, self.awalan)
        kanvas.drawCentredString(awal + self.garis / 2, tengah + 4, self.pecahan.pembilang)
        kanvas.drawCentredString(awal + self.garis / 2, tengah - self.size - 0.5, self.pecahan.penyebut)
        kanvas.setLineWidth(0.5)
        kanvas.line(awal, tengah, awal + self.garis, tengah)
        kanvas.drawString(awal + self.garis, tengah - self.size * 0.3, self.pecahan.ekor)


def _pecahan(pecahan: Pecahan, gaya: ParagraphStyle, lebar: float | None) -> list[Flowable]:
    """On its bar; where that is too wide for the cell, typed: numerator underlined, the rest behind it."""
    bertumpuk = Bertumpuk(pecahan, gaya.fontSize)
    if lebar is None or bertumpuk.wrap(lebar, 0)[0] <= lebar:
        return [bertumpuk]
    atas = Paragraph(f"<u>{_aman(pecahan.pembilang)}</u>{_aman(pecahan.ekor)}", gaya)
    return [atas, Paragraph(_aman(pecahan.penyebut), gaya)]


def _isi(sel: Sel, size: float, lebar: float | None) -> list[Flowable]:
    """Flowables of a cell; `lebar` is None where a formula may be wider than it."""
    style = ParagraphStyle(
        "sel",
        fontName="Times-Bold" if sel.bold else "Times-Roman",
        fontSize=size,
        leading=size * 1.2,
        alignment=_RATA[sel.align],
    )
    bagian: list[Flowable] = []
    for isi in sel.paragraf:
        bagian += _pecahan(isi, style, lebar) if isinstance(isi, Pecahan) else [Paragraph(_aman(isi), style)]
    return bagian


def _garis(tabel: TabelCetak) -> Iterator[tuple[object, ...]]:
    """Borders square by square, so that a merged cell may run over a page edge."""
    semua = (*tabel.kepala, *tabel.baris)
    tertutup: set[tuple[int, int]] = set()
    for r, baris in enumerate(semua):
        for c, sel in enumerate(baris.sel):
            if sel is None:
                continue
            bawah, kanan = r + sel.rowspan - 1, c + sel.colspan - 1
            tertutup |= {(y, x) for y in range(r, bawah) for x in range(c, kanan + 1)}
            yield ("LINEAFTER", (kanan, r), (kanan, bawah), 0.5, colors.black)
            if sel.colspan > 1 or (sel.rowspan > 1 and r < len(tabel.kepala)):
                yield ("SPAN", (c, r), (kanan, bawah))
    for r in range(len(semua)):
        for c in range(len(tabel.kolom)):
            if (r, c) not in tertutup:
                yield ("LINEBELOW", (c, r), (c, r), 0.5, colors.black)
    yield ("LINEABOVE", (0, 0), (-1, 0), 0.5, colors.black)
    yield ("LINEBEFORE", (0, 0), (0, -1), 0.5, colors.black)
    yield ("LINEBELOW", (0, "splitlast"), (-1, "splitlast"), 0.5, colors.black)


def _tabel(tabel: TabelCetak, size: float) -> list[Flowable]:
    semua = (*tabel.kepala, *tabel.baris)
    tepi = 5.4 if tabel.belah else 3.5
    lebar = [kolom - 2 * tepi if tabel.belah else None for kolom in tabel.lebar]
    data = [[_isi(sel, size, lebar[c]) if sel else "" for c, sel in enumerate(baris.sel)] for baris in semua]
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("VALIGN", (0, 0), (-1, len(tabel.kepala) - 1), "MIDDLE"),
        ("BACKGROUND", (0, 0), (-1, len(tabel.kepala) - 1), colors.HexColor("#dce6f1")),
        ("LEFTPADDING", (0, 0), (-1, -1), tepi),
        ("RIGHTPADDING", (0, 0), (-1, -1), tepi),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        *_garis(tabel),
    ]
    grid = LongTable(
        data,
        colWidths=tabel.lebar,
        repeatRows=len(tabel.kepala),
        style=style,
        splitByRow=not tabel.belah,
        splitInRow=tabel.belah,
    )
    judul = [Paragraph(_aman(tabel.caption), _CAPTION)] if tabel.caption else [Spacer(1, 4)]
    return [CondPageBreak(75), *judul, grid, Spacer(1, 10)]


def _blok(blok: Blok) -> list[Flowable]:
    if isinstance(blok, Halaman):
        return [NextPageTemplate("mendatar" if blok.mendatar else "tegak"), PageBreak()]
    if isinstance(blok, Judul):
        halaman = [PageBreak()] if blok.level == 1 and blok.baru else [CondPageBreak(90)]
        return [*halaman, Paragraph(_aman(blok.text), _JUDUL[blok.level])]
    if isinstance(blok, Paragraf):
        return _paragraf(blok)
    if isinstance(blok, TabelCetak):
        isi = _tabel(blok, 9)
        return [KeepTogether(isi)] if len(blok.baris) <= 5 and not blok.belah else isi
    return [_baris_naskah(blok)]


def _paragraf(blok: Paragraf) -> list[Flowable]:
    if blok.rumus:
        return [Bertumpuk(blok.rumus, 11, awalan=f"{blok.text} "), Spacer(1, 8)]
    gaya = _TENGAH if blok.center else _GANTUNG if blok.kiri else _TEKS
    if blok.tebal or blok.kiri:
        huruf = _TEBAL if blok.tebal else gaya.fontName
        gaya = ParagraphStyle("ditata", parent=gaya, fontName=huruf, leftIndent=blok.kiri, spaceAfter=2)
    return [Paragraph(_aman(blok.text), gaya)]


def _baris_naskah(blok: Gantung | Sejajar | Garis) -> Flowable:
    if isinstance(blok, Garis):
        return HRFlowable(width="100%", thickness=1.5, color=colors.black, spaceAfter=8)
    huruf = _TEBAL if blok.tebal else _GANTUNG.fontName
    if isinstance(blok, Sejajar):
        return Berdua(blok.kiri, blok.kanan, ParagraphStyle("sejajar", parent=_GANTUNG, fontName=huruf))
    gaya = ParagraphStyle("gantungan", parent=_GANTUNG, fontName=huruf, leftIndent=blok.kiri)
    return Bertanda(Paragraph(_aman(blok.text), gaya), blok.depan)


def _kaki(judul: str, canvas: object, doc: object) -> None:
    canvas.saveState()  # type: ignore[attr-defined]
    canvas.setFont("Times-Italic", 8)  # type: ignore[attr-defined]
    canvas.drawString(_TEPI, 30, f"{judul} | Halaman {doc.page}")  # type: ignore[attr-defined]
    canvas.restoreState()  # type: ignore[attr-defined]


def tulis_pdf(naskah: Naskah, path: Path) -> None:
    """Write the report; overwrites path."""

    def kaki(canvas: object, doc: object) -> None:
        _kaki(naskah.judul, canvas, doc)

    def halaman(nama: str, ukuran: tuple[float, float]) -> PageTemplate:
        frame = Frame(_TEPI, _TEPI, ukuran[0] - 2 * _TEPI, ukuran[1] - 2 * _TEPI, 0, 0, 0, 0)
        return PageTemplate(id=nama, frames=[frame], pagesize=ukuran, onPage=kaki)

    doc = BaseDocTemplate(
        str(path),
        pagesize=A4,
        pageTemplates=[halaman("tegak", A4), halaman("mendatar", landscape(A4))],
        title=naskah.judul,
        author="capaian",
        invariant=1,
    )
    doc.build([bagian for blok in naskah.blok for bagian in _blok(blok)])
