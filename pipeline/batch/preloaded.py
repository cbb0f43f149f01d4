"""What every document needs, loaded and used once in the process from which the workers of a batch are forked.

Only that process imports this module: the import itself does the work. It goes through one small report as a worker
would, so that no worker has to read the kamus of the program, compile patterns or load the reader of sentences anew.
What goes wrong here is left to the workers, which meet it too and tell it.
"""

import gc
import hashlib
import os
import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path

from pipeline.batch.task import do_task
from schemas.batch import MIB, Keys, Task
from schemas.config import AuditConfig

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"

LINES = (
    "LAPORAN KINERJA INSTANSI PEMERINTAH TAHUN 2023",
    "BAB III AKUNTABILITAS KINERJA",
    "Realisasi nilai layanan sebesar 82,00 dari target 80,00 atau tercapai 102,50%, naik dibanding tahun 2022.",
    "Tabel 3.1 Capaian Kinerja Tahun 2023",
)
ROWS = (
    ("No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"),
    ("1", "Nilai layanan", "Nilai", "80,00", "82,00", "102,50"),
)


def write_small_report(path: Path) -> None:
    """Writes a Word file with a sentence about a figure and a table of one indicator."""
    types = (
        f'<Types xmlns="{_PACKAGE}content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}"/></Types>'
    )
    relations = (
        f'<Relationships xmlns="{_PACKAGE}relationships">'
        f'<Relationship Id="rId1" Type="{_DOCUMENT}" Target="word/document.xml"/></Relationships>'
    )
    lines = "".join(map(_paragraph, LINES))
    rows = "".join(f"<w:tr>{''.join(f'<w:tc>{_paragraph(text)}</w:tc>' for text in row)}</w:tr>" for row in ROWS)
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr("_rels/.rels", relations)
        package.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{_WORD}"><w:body>{lines}<w:tbl>{rows}</w:tbl></w:body></w:document>',
        )


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _read_one() -> None:
    with tempfile.TemporaryDirectory(prefix="capaian-") as folder:
        path = Path(folder, "contoh.docx")
        write_small_report(path)
        os.utime(path, (0, 0))  # an old file is not looked at twice
        do_task(
            Task(
                path=str(path),
                sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
                config=AuditConfig(),
                keys=Keys(tool="", config="", kamus="", reading="", checking=""),
                time_limit=60.0,
                memory_limit=1024 * MIB,
            )
        )


with suppress(OSError):
    _read_one()
gc.freeze()  # what is loaded is shared by all workers and never looked through for garbage
