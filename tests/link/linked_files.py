"""Small files of one office that belong together: reports of two years, an agreement, a decree; as Word file or PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

OFFICE = "Dinas Ketahanan Pangan Kabupaten Randualas"

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph, or a table with its heading row first."""

    text: str = ""
    table: Rows = ()


def report(year: int, rows: Rows, last: Rows = (), *, office: str = OFFICE, note: str = "") -> tuple[Piece, ...]:
    """A report: `rows` are indicator, unit, target, realisasi, capaian; `last` indicator, realisasi of both years."""
    pieces = [
        Piece(text="LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)"),
        Piece(text=office.upper()),
        Piece(text=f"TAHUN {year}"),
        Piece(text="BAB I PENDAHULUAN"),
        Piece(text=f"{office} menjaga ketersediaan pangan bagi penduduk."),
        Piece(text="BAB III AKUNTABILITAS KINERJA"),
        Piece(text=f"Tabel 3.1 Capaian Indikator Kinerja Utama Tahun {year}"),
        Piece(table=(("Indikator Kinerja Utama", "Satuan", "Target", "Realisasi", "Capaian (%)"), *rows)),
    ]
    if last:
        pieces += [
            Piece(text=f"Tabel 3.2 Perbandingan Realisasi Kinerja Tahun {year - 1} dan {year}"),
            Piece(table=(("Indikator Kinerja", f"Realisasi {year - 1}", f"Realisasi {year}"), *last)),
        ]
    return (*pieces, Piece(text=note), Piece(text="BAB IV PENUTUP"))


def agreement(year: int, rows: Rows, *, office: str = OFFICE, position: str = "") -> tuple[Piece, ...]:
    """An agreement: `rows` are sasaran, indicator, target; of the head of the office unless a position is given."""
    return (
        Piece(text=f"PERJANJIAN KINERJA TAHUN {year}"),
        Piece(text="Dalam rangka manajemen pemerintahan yang efektif, kami yang bertanda tangan di bawah ini:"),
        Piece(text="Nama : Wulan Sari, S.P."),
        Piece(text=f"Jabatan : {position or f'Kepala {office}'}"),
        Piece(text="Selanjutnya disebut PIHAK PERTAMA"),
        Piece(text="Nama : Harun Pratama"),
        Piece(text="Jabatan : Bupati Randualas"),
        Piece(text="Selaku atasan PIHAK PERTAMA, selanjutnya disebut PIHAK KEDUA"),
        Piece(text="PIHAK PERTAMA berjanji akan mewujudkan target kinerja sesuai lampiran perjanjian ini."),
        Piece(text=f"Randualas, 12 Januari {year}"),
        Piece(text="PIHAK KEDUA, PIHAK PERTAMA,"),
        Piece(text=f"PERJANJIAN KINERJA TAHUN {year}"),
        Piece(text=office.upper()),
        Piece(table=(("Sasaran Strategis", "Indikator Kinerja", "Target"), *rows)),
    )


def decree(year: int, names: Sequence[str], *, office: str = OFFICE) -> tuple[Piece, ...]:
    """A decree that sets main indicators."""
    head = f"KEPALA {office.upper()}"
    rows = [("Pangan tersedia", name, f"Hasil hitung {name.lower()}", "Catatan dinas", "Bidang") for name in names]
    return (
        Piece(text="KEPUTUSAN"),
        Piece(text=head),
        Piece(text=f"NOMOR: 188/17/KEP/{year}"),
        Piece(text="TENTANG"),
        Piece(text=f"PENETAPAN INDIKATOR KINERJA UTAMA {office.upper()} TAHUN {year}"),
        Piece(text=head),
        Piece(text="Menimbang : bahwa keberhasilan dinas perlu diukur dengan ukuran yang tetap;"),
        Piece(text="Mengingat : 1. Peraturan Bupati Randualas Nomor 7 Tahun 2020 tentang Pangan;"),
        Piece(text="MEMUTUSKAN"),
        Piece(text="Menetapkan :"),
        Piece(text="KESATU : Indikator pada lampiran dipakai mengukur kinerja dinas."),
        Piece(text="Ditetapkan di Randualas"),
        Piece(text=f"pada tanggal 5 Maret {year}"),
        Piece(text="LAMPIRAN : KEPUTUSAN KEPALA DINAS KETAHANAN PANGAN"),
        Piece(text=f"NOMOR : 188/17/KEP/{year}"),
        Piece(text=f"TANGGAL : 5 Maret {year}"),
        Piece(text="INDIKATOR KINERJA UTAMA"),
        Piece(
            table=(
                ("KINERJA UTAMA", "INDIKATOR KINERJA UTAMA", "FORMULASI", "SUMBER DATA", "PENANGGUNG JAWAB"),
                *rows,
            )
        ),
    )


def write(path: Path, pieces: Sequence[Piece]) -> Path:
    """Writes a document in the form that the name of the file asks for."""
    return _docx(path, pieces) if path.suffix == ".docx" else _pdf(path, pieces)


def _docx(path: Path, pieces: Sequence[Piece]) -> Path:
    from docx import Document

    paper = Document()
    for piece in pieces:
        if not piece.table:
            paper.add_paragraph(piece.text)
            continue
        table = paper.add_table(rows=len(piece.table), cols=len(piece.table[0]), style="Table Grid")
        for row, texts in enumerate(piece.table):
            for col, text in enumerate(texts):
                table.cell(row, col).text = text
    paper.save(str(path))
    return path


def _pdf(path: Path, pieces: Sequence[Piece]) -> Path:
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

    style = getSampleStyleSheet()["Normal"]
    grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.7, colors.black)])
    story: list[object] = []
    for piece in pieces:
        if piece.table:
            story += [Table([list(row) for row in piece.table], style=grid), Spacer(1, 12)]
        else:
            story.append(Paragraph(piece.text, style))
    SimpleDocTemplate(str(path), pagesize=landscape(A4)).build(story)
    return path
