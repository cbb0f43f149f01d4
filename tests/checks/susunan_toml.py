"""The structure of a case: printed lines, read by the real reader.

`susunan` is one text. A line stands further to the right by its leading spaces (6 points each). `---` begins a new
page, `| heading | cell` is a table of one column, with `/` between the lines of a cell; a line above it may be its
caption.
`keluarga` is the family of the document, `lkjip` unless given; `halaman_gambar` are pages without a text layer.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from extractors.captions import find_caption
from extractors.susunan import read_susunan
from schemas.printed import Block, Cell, FileKind, Line, PrintedDocument, SourceFile, Table, TableMethod, TablePart
from schemas.provenance import BBox, PdfPlace
from schemas.susunan import JudulTabel, Susunan

_SOURCE = SourceFile(path="kasus.pdf", sha256="00" * 32, size_bytes=1, kind=FileKind.PDF)


def susunan(kasus: Mapping[str, Any]) -> Susunan:
    """The structure of a case, and the captions of its tables as titles."""
    read = read_susunan(printed(kasus.get("susunan", "")), laporan_kinerja=kasus.get("keluarga", "lkjip") == "lkjip")
    titles = tuple(
        JudulTabel(tabel=index, nomor=None, judul=item["caption"], place=_place(index, 0, 1))
        for index, item in enumerate(kasus.get("tabel", []))
        if item.get("caption")
    )
    return Susunan(
        keterangan=read.keterangan,
        rujukan=read.rujukan,
        judul=read.judul,
        daftar=read.daftar,
        judul_tabel=(*read.judul_tabel, *titles),
        laporan_kinerja=read.laporan_kinerja,
        tanpa_teks=read.tanpa_teks,
        gambar=tuple(kasus.get("halaman_gambar", ())),
    )


def printed(text: str) -> PrintedDocument:
    """A printed document of lines and tables of one column."""
    blocks: list[Block] = []
    page = 1
    rows = count()
    for raw in text.strip("\n").splitlines():
        row = next(rows)
        if raw.strip() == "---":
            page += 1
        elif raw.startswith("|"):
            lines = [block for block in blocks if isinstance(block, Line)]
            blocks.append(_table(raw, row, page, find_caption(lines)))
        elif raw.strip():
            left = 60 + 6 * (len(raw) - len(raw.lstrip()))
            blocks.append(Line(text=raw.strip(), place=_place(row, left, page)))
    return PrintedDocument(source=_SOURCE, pages=page, blocks=tuple(blocks))


def _place(row: int, left: float, page: int) -> PdfPlace:
    return PdfPlace(page=page, bbox=BBox(x0=left, top=14.0 * row, x1=left + 200, bottom=14.0 * row + 10))


def _table(raw: str, row: int, page: int, caption: str | None) -> Table:
    texts = [part.strip() for part in raw.strip("| ").split("|")]
    cells = tuple(
        Cell(
            row=k,
            col=0,
            lines=tuple(Line(text=part.strip(), place=_place(row, 60, page)) for part in text.split("/")),
            place=_place(row, 60, page),
        )
        for k, text in enumerate(texts)
    )
    part = TablePart(place=_place(row, 60, page), first_row=0, last_row=len(texts) - 1)
    return Table(
        caption=caption, rows=len(texts), cols=1, cells=cells, header_rows=1, parts=(part,), method=TableMethod.RULED
    )
