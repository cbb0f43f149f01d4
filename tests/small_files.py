"""Small real files: reports as DOCX and PDF, and files that are broken in one way each."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

HEADER = ("No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)")
GOOD_ROWS = (
    ("1", "Persentase jalan mantap", "%", "80,00", "84,00", "105,00"),
    ("2", "Cakupan layanan air minum", "%", "60,00", "57,00", "95,00"),
    ("3", "Nilai kepuasan pemohon izin", "Nilai", "82,50", "83,25", "100,91"),
)
WRONG_ROW = ("4", "Persentase sekolah terakreditasi", "%", "50,00", "47,00", "49,00")


def write_docx(path: Path, rows: Sequence[Sequence[str]] = GOOD_ROWS) -> Path:
    """A report with one performance table whose heading row is marked as one that repeats."""
    from docx import Document
    from docx.oxml import OxmlElement

    report = Document()
    report.add_heading("LAPORAN KINERJA INSTANSI PEMERINTAH TAHUN 2023", level=1)
    report.add_paragraph("DINAS CONTOH KABUPATEN CONTOH")
    report.add_heading("BAB III AKUNTABILITAS KINERJA", level=1)
    report.add_paragraph("Tabel 3.1 Pengukuran Capaian Kinerja Tahun 2023")
    table = report.add_table(rows=1 + len(rows), cols=len(HEADER), style="Table Grid")
    for row, texts in enumerate((HEADER, *rows)):
        for col, text in enumerate(texts):
            table.cell(row, col).text = text
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    report.save(str(path))
    return path


def write_pdf(
    path: Path, rows: Sequence[Sequence[str]] = GOOD_ROWS, *, repeat: int = 1, pictures: int = 0, password: str = ""
) -> Path:
    """The same report as PDF.

    `repeat` prints the table on that many pages, `pictures` adds scanned pages, a password locks it.
    """
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Image, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

    styles = getSampleStyleSheet()
    story = [Paragraph("LAPORAN KINERJA INSTANSI PEMERINTAH TAHUN 2023", styles["Title"])]
    story += [Paragraph("DINAS CONTOH KABUPATEN CONTOH", styles["Normal"])]
    story += [Paragraph("BAB III AKUNTABILITAS KINERJA", styles["Heading1"])]
    for number in range(1, repeat + 1):
        story += [
            Paragraph(f"Tabel 3.{number} Pengukuran Capaian Kinerja Tahun 2023", styles["Normal"]),
            Spacer(1, 8),
        ]
        grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.7, colors.black)])
        story += [Table([list(HEADER), *map(list, rows)], style=grid), PageBreak()]
    for _ in range(pictures):
        story += [Image(scan(), 400, 600), PageBreak()]
    SimpleDocTemplate(str(path), pagesize=A4, encrypt=password or None).build(story)
    return path


def write_picture_pdf(path: Path) -> Path:
    """A page that is only a picture, as a scanner makes it."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=A4)
    canvas.drawImage(ImageReader(scan()), 0, 0, *A4)
    canvas.showPage()
    canvas.save()
    return path


def scan() -> BytesIO:
    """A picture of a page."""
    from PIL import Image, ImageDraw

    picture = Image.new("L", (600, 800), 255)
    ImageDraw.Draw(picture).text((50, 50), "Capaian 95,00", fill=0)
    handle = BytesIO()
    picture.save(handle, "PNG")
    handle.seek(0)
    return handle


def spoil_part(path: Path, name: str) -> None:
    """Cuts one part of a DOCX in half; the archive itself stays whole."""
    with zipfile.ZipFile(path) as package:
        parts = {part: package.read(part) for part in package.namelist()}
    parts[name] = parts[name][: len(parts[name]) // 2]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(part, content)


def write_bomb_docx(path: Path, unpacked_bytes: int = 128 << 20) -> Path:
    """A small DOCX whose body unpacks to far more."""
    write_docx(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
        package.writestr("word/media/image1.bin", bytes(unpacked_bytes))
    return path
