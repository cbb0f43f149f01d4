"""Small real files of agreements: what an office types, as Word and as PDF, laid out in several ways."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml

from extractors.keputusan.alir import Alir, read_alir
from extractors.keputusan.perjanjian import pisah_perjanjian, read_perjanjian
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
