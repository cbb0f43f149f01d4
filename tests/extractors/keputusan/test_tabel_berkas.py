"""Indicator tables in small real files: the same rows drawn as PDF and typed in Word read the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from extractors.keputusan.tabel.indikator import TabelIndikator, read_indikator
from extractors.readers.docx import read_docx
from schemas.keputusan import Indikator, Teks
from schemas.printed import PrintedDocument
from tests.extractors.pages import Sheet, read
from tests.readers.word_files import source_of

_HURUF = ParagraphStyle("sel", fontName="Helvetica", fontSize=9, leading=11)
_BIDANG = ("sasaran", "indikator", "definisi", "formula", "satuan", "sumber_data", "penanggung_jawab", "tipe")
Baris = Sequence[Sequence[str]]


def gambar_pdf(path: Path, rows: Baris, *, lebar: Sequence[float], mendatar: bool = False, ulang: int = 1) -> Path:
    """A ruled table that flows over pages; `^` merges a square with the one above, a line feed breaks a line."""
    style = [("GRID", (0, 0), (-1, -1), 0.6, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    cells = [["" if text == "^" else Paragraph(text.replace("\n", "<br/>"), _HURUF) for text in row] for row in rows]
    for c in range(len(rows[0])):
        r = 0
        while r < len(rows):
            last = r
            while last + 1 < len(rows) and rows[last + 1][c] == "^":
                last += 1
            if last > r:
                style.append(("SPAN", (c, r), (c, last)))
            r = last + 1
    page = landscape(A4) if mendatar else A4
    table = Table(cells, colWidths=list(lebar), style=TableStyle(style), repeatRows=ulang)
    SimpleDocTemplate(str(path), pagesize=page, topMargin=50, bottomMargin=50, invariant=1).build([table])
    return path


def ketik_docx(path: Path, rows: Baris) -> Path:
    """The same table in Word."""
    report = Document()
    table = report.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text == "^":
                continue
            first, *more = text.split("\n")
            table.cell(r, c).text = first
            for part in more:
                table.cell(r, c).add_paragraph(part)
    for c in range(len(rows[0])):
        for r in range(1, len(rows)):
            if rows[r][c] == "^":
                table.cell(r - 1, c).merge(table.cell(r, c))
    report.save(str(path))
    return path


def semua(printed: PrintedDocument) -> list[Indikator]:
    """Every indicator of a document whose tables follow each other."""
    found: list[TabelIndikator] = []
    last: TabelIndikator | None = None
    for number, table in enumerate(printed.tables):
        last = read_indikator(table, number, last)
        if last is None:
            continue
        if last.melanjutkan:
            found.pop()
        found.append(last)
    return [own for table in found for own in table.indikator]


def catatan(own: Indikator) -> list[str | None]:
    """The fields of a record without blanks and hyphens."""
    values: list[Teks | None] = [getattr(own, name) for name in _BIDANG]
    return [re.sub(r"[\s-]", "", value.text) if value is not None else None for value in values]


KEPALA = (
    "Sasaran Strategis",
    "Indikator Kinerja Utama",
    "Penjelasan/Formulasi Perhitungan",
    "Sumber Data",
    "Penanggung Jawab",
)
BARIS = (
    (
        "Meningkatnya derajat kesehatan masyarakat desa",
        "Angka harapan hidup penduduk",
        "Rata-rata umur penduduk yang meninggal pada tahun berjalan",
        "BPS",
        "Kepala Bidang Kesehatan Masyarakat",
    ),
    (
        "^",
        "Persentase ibu hamil yang mendapat pelayanan lengkap",
        "Jumlah ibu hamil yang mendapat pelayanan lengkap dibagi jumlah seluruh ibu hamil dikalikan 100%",
        "",
        "^",
    ),
    (
        "Tertibnya administrasi perkantoran",
        "a. Jumlah surat keluar yang diarsipkan b. Jumlah kendaraan roda 4 dan 2 yang dipelihara c. Jumlah"
        " perjalanan dinas",
        "Jumlah surat keluar yang diarsipkan Jumlah kendaraan roda 4 dan 2 yang dipelihara Jumlah perjalanan dinas",
        "Laporan administrasi",
        "Sekretaris",
    ),
)


@pytest.mark.parametrize("mendatar", [False, True])
def test_paper_and_word_give_the_same_records(tmp_path: Path, mendatar: bool) -> None:
    rows = (KEPALA, *BARIS)
    lebar = (150, 150, 220, 100, 120) if mendatar else (95, 105, 130, 75, 85)
    pdf = semua(read(gambar_pdf(tmp_path / "iku.pdf", rows, lebar=lebar, mendatar=mendatar)))
    word = semua(read_docx(source_of(ketik_docx(tmp_path / "iku.docx", rows))))
    assert [catatan(own) for own in pdf] == [catatan(own) for own in word]
    assert [(own.tanda, own.row, own.sub, own.kosong) for own in pdf] == [
        (own.tanda, own.row, own.sub, own.kosong) for own in word
    ]
    assert [own.tanda for own in pdf] == [None, None, "a", "b", "c"]
    assert [own.kosong for own in pdf] == [(), ("sumber_data",), (), (), ()]
    assert pdf[1].penanggung_jawab is not None and pdf[4].formula is not None
    assert pdf[4].formula.text == "Jumlah perjalanan dinas"


@pytest.mark.parametrize("ulang", [0, 1])
def test_a_table_over_pages_with_and_without_its_heading_repeated(tmp_path: Path, ulang: int) -> None:
    isi = tuple(
        (
            f"Meningkatnya layanan kelompok {n}" if n % 4 == 0 else "^",
            f"Persentase layanan nomor {n} yang tuntas sesuai standar",
            f"Jumlah layanan nomor {n} yang tuntas dibagi jumlah layanan nomor {n} yang diajukan x 100%",
            f"Register {n}",
        )
        for n in range(40)
    )
    path = gambar_pdf(tmp_path / "panjang.pdf", (KEPALA[:4], *isi), lebar=(110, 150, 160, 70), ulang=ulang)
    printed = read(path)
    assert printed.pages is not None and printed.pages > 1
    found = semua(printed)
    assert [own.indikator.text for own in found] == [row[1] for row in isi]
    assert [own.formula.text if own.formula else None for own in found] == [row[2] for row in isi]
    groups = [f"Meningkatnya layanan kelompok {n - n % 4}" for n in range(40)]
    assert [own.sasaran.text if own.sasaran else None for own in found] == groups
    assert {own.kosong for own in found} == {()}


def test_a_narrow_column_that_cuts_words(tmp_path: Path) -> None:
    with Sheet(tmp_path / "sempit.pdf") as sheet:
        rows = [
            ("KINERJA\nUTAMA", "INDIKATOR\nKINERJA", "FORMULASI/PERHI\nTUNGAN", "PENANGGUN\nG JAWAB"),
            (
                "Terampilnya\npencari kerja",
                "Persentase\nketerampilan/ketenaga\nkerjaan",
                "Jumlah yang terampil di\nketenagakerjaan : jumlah\npencari kerja x 100%",
                "Kasi\nPelatihan",
            ),
            ("Tertibnya\nperundang-\nundangan", "Nilai\npatuh", "Jumlah patuh", "Kasi\nHukum"),
        ]
        sheet.table(rows, xs=(40, 130, 240, 390, 470))
    found = semua(read(tmp_path / "sempit.pdf"))
    assert [own.indikator.text for own in found] == ["Persentase keterampilan/ketenagakerjaan", "Nilai patuh"]
    assert found[1].sasaran is not None and found[1].sasaran.text == "Tertibnya perundang-undangan"


def test_two_heading_rows_with_targets_in_both_kinds_of_file(tmp_path: Path) -> None:
    rows = (
        ("Tujuan", "Indikator", "Satuan", "Formula", "Target", "Target"),
        ("^", "^", "^", "^", "2025", "2026"),
        ("Terwujudnya kota hijau", "Rasio ruang terbuka", "%", "Luas ruang terbuka / luas kota x 100%", "20", "22"),
    )
    word = semua(read_docx(source_of(ketik_docx(tmp_path / "t.docx", rows))))
    pdf = semua(read(gambar_pdf(tmp_path / "t.pdf", rows, lebar=(90, 90, 50, 130, 50, 50), ulang=2)))
    for own in (*word, *pdf):
        assert [(year, goal.text) for year, goal in own.target] == [(2025, "20"), (2026, "22")]
        assert own.sasaran is not None and own.sasaran.text == "Terwujudnya kota hijau"
    assert (len(word), len(pdf)) == (1, 1)
