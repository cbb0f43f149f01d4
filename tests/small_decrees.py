"""Small real decrees: as a Word file and as a PDF, with one sheet of indicators."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

HEAD = (
    "PEMERINTAH KABUPATEN CONTOH",
    "DINAS PASAR",
    "KEPUTUSAN",
    "KEPALA DINAS PASAR KABUPATEN CONTOH",
    "NOMOR: 500.2/31/KEP/2031",
    "TENTANG",
    "INDIKATOR KINERJA UTAMA DINAS PASAR KABUPATEN CONTOH TAHUN 2031",
    "KEPALA DINAS PASAR KABUPATEN CONTOH",
)
BODY = (
    "Menimbang : bahwa kebersihan pasar perlu diukur dengan ukuran yang tetap;",
    "Mengingat : 1. Peraturan Bupati Contoh Nomor 7 Tahun 2030 tentang Pengelolaan Pasar;",
    "MEMUTUSKAN",
    "Menetapkan :",
    "KESATU : Ukuran kinerja pada lampiran dipakai oleh seluruh pasar.",
    "KEDUA : Keputusan ini berlaku sejak ditetapkan.",
    "Ditetapkan di Contoh",
    "pada tanggal 5 Maret 2031",
    "KEPALA DINAS PASAR",
    "SRI CONTOH, S.E.",
    "NIP. 19700101 199503 2 001",
)
ANNEX = (
    "LAMPIRAN I : KEPUTUSAN KEPALA DINAS PASAR",
    "NOMOR : 500.2/31/KEP/2031",
    "TANGGAL : 5 Maret 2031",
    "INDIKATOR KINERJA INDIVIDU",
    "JABATAN : KEPALA SEKSI KEBERSIHAN",
    "TUGAS : Menjaga kebersihan pasar",
    "FUNGSI :",
    "a. penyapuan los dan kios;",
    "b. pengangkutan sampah pasar;",
)
COLUMNS = ("NO", "KINERJA", "INDIKATOR KINERJA", "FORMULASI PERHITUNGAN", "SUMBER DATA", "PENANGGUNG JAWAB")
ROW = (
    "1", "Pasar yang bersih", "Persentase kios bersih", "Jumlah kios bersih / Jumlah kios x 100%",
    "Catatan pasar", "Seksi Kebersihan",
)  # fmt: skip
PROSE = (
    "2", "Pasar yang rapi", "Tingkat kerapian los", "Pengamatan yang dilakukan petugas di setiap los",
    "Catatan pasar", "Seksi Kebersihan",
)  # fmt: skip


def write_decree_docx(path: Path, rows: Sequence[Sequence[str]] = (ROW,)) -> Path:
    """A decree with an annex of one sheet."""
    from docx import Document

    paper = Document()
    for text in (*HEAD, *BODY, *ANNEX):
        paper.add_paragraph(text)
    table = paper.add_table(rows=1 + len(rows), cols=len(COLUMNS), style="Table Grid")
    for at, texts in enumerate((COLUMNS, *rows)):
        for col, text in enumerate(texts):
            table.cell(at, col).text = text
    paper.save(str(path))
    return path


def write_decree_pdf(path: Path, rows: Sequence[Sequence[str]] = (ROW,), *, sheets: int = 1, pictures: int = 0) -> Path:
    """The same decree as PDF; the annex on as many pages as there are sheets, and scanned pages behind it."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Image, PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle

    from tests.small_files import scan

    style = getSampleStyleSheet()["Normal"]
    grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.7, colors.black)])
    story = [Paragraph(text, style) for text in (*HEAD, *BODY)]
    for _ in range(sheets):
        cells = [[Paragraph(text, style) for text in texts] for texts in (COLUMNS, *rows)]
        story += [PageBreak(), *(Paragraph(text, style) for text in ANNEX), Table(cells, style=grid)]
    for _ in range(pictures):
        story += [PageBreak(), Image(scan(), 400, 600)]
    SimpleDocTemplate(str(path), pagesize=A4).build(story)
    return path
