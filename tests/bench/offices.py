"""A folder with as many small reports as one likes: offices of their own, four years each, every one with defects."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.small_files import GOOD_ROWS, HEADER, write_docx

YEARS = 4
"""Reports of one office; they are compared with each other."""

WRONG_PER_REPORT = 2
_BODY = "word/document.xml"
_UNUSED = frozenset({_BODY, "word/stylesWithEffects.xml", "docProps/thumbnail.jpeg"})
_TASKS = ("Pertanian", "Kesehatan", "Pendidikan", "Perhubungan", "Sosial", "Perikanan", "Pariwisata", "Perdagangan")
_THINGS = ("desa", "sekolah", "puskesmas", "pasar", "jembatan", "kelompok tani", "pelabuhan", "terminal", "koperasi")
_STATES = ("terlayani", "terakreditasi", "mantap", "terlatih", "terdata", "bersertifikat", "aktif", "mandiri")


class Reports:
    """Writes reports; the parts of a Word file that are the same in all of them are packed once."""

    def __init__(self) -> None:
        packed = BytesIO()
        with TemporaryDirectory() as folder:
            path = write_docx(Path(folder, "contoh.docx"))
            with zipfile.ZipFile(path) as model, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
                for name in model.namelist():
                    if name not in _UNUSED:
                        package.writestr(name, model.read(name))
                body = model.read(_BODY).decode()
        self._packed = packed.getvalue()
        self._start = body[: body.index("<w:body>")] + "<w:body>"
        self._end = body[body.index("<w:sectPr") :]

    def fill(self, folder: Path, numbers: range) -> None:
        """Adds the reports of these numbers, a folder for each hundred."""
        for number in numbers:
            path = report_path(folder, number)
            path.parent.mkdir(parents=True, exist_ok=True)
            self.write(path, number)

    def write(self, path: Path, number: int, edition: int = 1) -> None:
        """Writes the report of a number; another edition of it has another figure."""
        package = BytesIO(self._packed)
        with zipfile.ZipFile(package, "a", zipfile.ZIP_DEFLATED) as parts:
            parts.writestr(_BODY, f"{self._start}{''.join(_blocks(number, edition))}{self._end}")
        path.write_bytes(package.getvalue())


def report_path(folder: Path, number: int) -> Path:
    return folder / f"{number // 100:03}" / f"laporan-{number:05}.docx"


def _blocks(number: int, edition: int) -> Iterator[str]:
    office, year = divmod(number, YEARS)
    task, year = _TASKS[office % len(_TASKS)], 2020 + year
    yield _paragraph(f"LAPORAN KINERJA INSTANSI PEMERINTAH TAHUN {year}")
    yield _paragraph(f"DINAS {task.upper()} KABUPATEN TANAH {_word(office // len(_TASKS)).upper()}")
    yield _paragraph("BAB III AKUNTABILITAS KINERJA")
    yield _paragraph(
        f"Realisasi {GOOD_ROWS[0][1].lower()} tahun {year} sebesar 84,00 persen dari target 80,00 persen atau tercapai "
        "105,00 persen."
    )
    yield _paragraph(f"Tabel 3.1 Pengukuran Capaian Kinerja Tahun {year}")
    rows = (HEADER, *GOOD_ROWS, *_rows(office, edition))
    yield f"<w:tbl>{''.join(map(_row, rows))}</w:tbl>"


def _rows(office: int, edition: int) -> Iterator[tuple[str, ...]]:
    """Six indicators of the office; the capaian of the last ones is wrong."""
    for position in range(6):
        thing = _THINGS[(office + position) % len(_THINGS)]
        state = _STATES[(office // 3 + 5 * position) % len(_STATES)]
        target = 40 + (office + 7 * position) % 50
        reached = target + position + edition
        wrong = 9 if position >= 6 - WRONG_PER_REPORT else 0
        capaian = f"{reached / target * 100 + wrong:.2f}".replace(".", ",")
        yield str(position + 4), f"Persentase {thing} {state}", "%", f"{target},00", f"{reached},00", capaian


def _word(number: int) -> str:
    """A name of letters for a number, so that every region is one of its own."""
    first, second = divmod(number, 25)
    return f"{'bdgklmnprst'[first % 11]}a{'bcdfghjklmnprstwy'[second % 17]}u{'lmnrst'[number % 6]}{'aiueo'[number % 5]}"


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def _row(texts: Sequence[str]) -> str:
    return f"<w:tr>{''.join(map(_cell, texts))}</w:tr>"


def _cell(text: str) -> str:
    return f"<w:tc>{_paragraph(text)}</w:tc>"
