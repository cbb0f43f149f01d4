"""Small real files of agreements: what an office types, as Word and as PDF, laid out in several ways."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml

from extractors.keputusan.alir.dokumen import Alir, read_alir
from extractors.keputusan.perjanjian.baca import pisah_perjanjian, read_perjanjian
from extractors.readers.docx import read_docx
from schemas.keputusan import Keputusan, Teks
from schemas.printed import FileKind, SourceFile
from tests.extractors.pages import read

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
INDIKATOR = (
    ("No", "Sasaran Strategis", "Indikator Kinerja", "Target"),
    ("1", "Meningkatnya mutu jalan kabupaten", "Persentase jalan dalam kondisi mantap", "78,5 %"),
    ("2", "Meningkatnya layanan irigasi", "Persentase daerah irigasi yang terairi", "64 %"),
)
PEMBUKA = "Kami yang bertanda tangan di bawah ini, demi pemerintahan yang efektif dan transparan:"
JANJI = "Pihak pertama berjanji memenuhi target pada lampiran, dan keberhasilannya menjadi tanggung jawab kami."
AWASI = "Pihak kedua mengawasi serta menilai hasilnya dan memberi penghargaan atau sanksi."
PROGRAM = (
    ("No", "Program", "Anggaran (Rp)", "Keterangan"),
    ("1", "Program Penyelenggaraan Jalan", "12.500.000.000,00", "APBD"),
    ("2", "Program Pengelolaan Sumber Daya Air", "4.250.000.000,00", "DAK"),
)


class Surat:
    """A Word file being typed."""

    def __init__(self) -> None:
        self.doc: Any = Document()

    def baris(self, *texts: str) -> Surat:
        """Paragraphs."""
        for text in texts:
            self.doc.add_paragraph(text)
        return self

    def kotak(self, *texts: str) -> Surat:
        """A text box with paragraphs, anchored in a paragraph of its own."""
        isi = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>' for text in texts)
        shape = f"<v:shape><v:textbox><w:txbxContent>{isi}</w:txbxContent></v:textbox></v:shape>"
        self.doc.element.body.insert(
            len(self.doc.element.body) - 1, parse_xml(f"<w:p {_SPACES}><w:r><w:pict>{shape}</w:pict></w:r></w:p>")
        )
        return self

    def tabel(self, rows: Sequence[Sequence[str]], *, garis: bool = True) -> Surat:
        """A table; a line feed in a text makes a new paragraph in its cell."""
        table = self.doc.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid" if garis else None)
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                first, *more = text.split("\n")
                table.cell(r, c).text = first
                for part in more:
                    table.cell(r, c).add_paragraph(part)
        return self

    def simpan(self, path: Path) -> Path:
        """Write the file."""
        self.doc.save(str(path))
        return path


def alir_docx(path: Path) -> tuple[Alir, ...]:
    """The flow of a Word file."""
    data = path.read_bytes()
    source = SourceFile(
        path=str(path), sha256=hashlib.sha256(data).hexdigest(), size_bytes=len(data), kind=FileKind.DOCX
    )
    return read_alir(read_docx(source))


def semua(surat: Surat, folder: Path) -> list[Keputusan]:
    """The agreements of a Word file."""
    return [read_perjanjian(part) for part in pisah_perjanjian(alir_docx(surat.simpan(folder / "pk.docx")))]


def semua_pdf(path: Path) -> list[Keputusan]:
    """The agreements of a PDF."""
    return [read_perjanjian(part) for part in pisah_perjanjian(read_alir(read(path)))]


def isi(teks: Teks | None) -> str | None:
    """The text of a text."""
    return None if teks is None else teks.text


def para_pihak(record: Keputusan) -> list[tuple[str, str | None, str | None, str | None, str | None]]:
    """The parties: what they are called, name, office, rank, NIP."""
    return [(p.sebutan, isi(p.nama), isi(p.jabatan), isi(p.pangkat), isi(p.nip)) for p in record.pihak]


def janji(record: Keputusan) -> list[tuple[str | None, list[str]]]:
    """Promised indicators with their targets."""
    return [(isi(item.indikator), [teks.text for _, teks in item.target]) for item in record.indikator()]


def dinas() -> Surat:
    """An agreement whose parties stand in a form table and whose signatures stand in a table of two columns."""
    surat = Surat().baris("PEMERINTAH KABUPATEN MERAPI", "DINAS PEKERJAAN UMUM", "PERJANJIAN KINERJA", "TAHUN 2023")
    surat.baris(PEMBUKA)
    surat.tabel(
        [("Nama", ":", "Ir. SURYA PRATAMA, M.T."), ("Jabatan", ":", "Kepala Dinas Pekerjaan Umum")], garis=False
    )
    surat.baris("Selanjutnya disebut PIHAK PERTAMA")
    surat.tabel([("Nama", ":", "H. BAYU WICAKSONO"), ("Jabatan", ":", "Bupati Merapi")], garis=False)
    surat.baris("Selaku atasan pihak pertama, selanjutnya disebut PIHAK KEDUA", JANJI, AWASI)
    surat.baris("Merapi, 9 Januari 2023")
    surat.tabel(
        [
            ("PIHAK KEDUA,", "PIHAK PERTAMA,"),
            ("H. BAYU WICAKSONO", "Ir. SURYA PRATAMA, M.T.\nPembina Utama Muda\nNIP. 19690102 199503 1 004"),
        ],
        garis=False,
    )
    surat.baris("PERJANJIAN KINERJA TAHUN 2023", "DINAS PEKERJAAN UMUM KABUPATEN MERAPI")
    return surat.tabel(INDIKATOR).tabel(PROGRAM)
