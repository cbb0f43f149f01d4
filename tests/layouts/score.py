"""Compares what a reader read with the grid that was drawn."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from samples.blocks import TabelCetak
from schemas.printed import FileKind, PrintedDocument, SourceFile, Table
from tests.layouts.make_layouts import Berkas

Kisi = dict[tuple[int, int], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nilai:
    """Figures of one file; the `_cocok` of the `_semua` agree with the truth.

    Attributes:
        tabel: logical tables drawn and read.
        baris: rows drawn and read, headings included, over the tables that were matched.
        angka: cells with a digit, their text exact and in their row and column.
        teks: the same for cells without a digit.
        gabungan: merged cells with both spans exact.
        kepala: tables whose number of heading rows is exact.
        caption: tables whose caption is exact.
    """

    tabel: tuple[int, int]
    baris: tuple[int, int]
    angka: tuple[int, int]
    teks: tuple[int, int]
    gabungan: tuple[int, int]
    kepala: tuple[int, int]
    caption: tuple[int, int]
    beda: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """Share of cells with figures that are exact."""
        return self.angka[0] / self.angka[1] if self.angka[1] else 1.0


def padat(teks: str) -> str:
    """Characters that must agree: wrapping and the brackets of a fraction on one line do not count."""
    return "".join(huruf for huruf in teks if not huruf.isspace() and huruf not in "()").replace("÷", "/")


def baca(berkas: Berkas) -> PrintedDocument:
    """Read a drawn file with the reader of its kind."""
    isi = berkas.path.read_bytes()
    kind = FileKind(berkas.path.suffix[1:])
    source = SourceFile(
        path=str(Path(berkas.path)), sha256=hashlib.sha256(isi).hexdigest(), size_bytes=len(isi), kind=kind
    )
    if kind is FileKind.PDF:
        from extractors.readers.pdf import read_pdf

        return read_pdf(source)
    from extractors.readers.docx import read_docx

    return read_docx(source)


def kisi_benar(tabel: TabelCetak) -> Kisi:
    """Grid squares with text of the truth."""
    semua = (*tabel.kepala, *tabel.baris)
    return {(r, c): padat(s.text) for r, b in enumerate(semua) for c, s in enumerate(b.sel) if s and s.text.strip()}


def kisi_terbaca(table: Table) -> Kisi:
    """Grid squares with text of a read table."""
    return {(cell.row, cell.col): padat(cell.flat) for cell in table.cells if cell.flat.strip()}


def jodoh(benar: Sequence[TabelCetak], terbaca: Sequence[Table]) -> list[Table | None]:
    """For each table of the truth the read one that shares most of its cells; each is used once."""
    nilai = []
    for b, tabel in enumerate(benar):
        isi = Counter(kisi_benar(tabel).values())
        for t, table in enumerate(terbaca):
            nilai.append(((isi & Counter(kisi_terbaca(table).values())).total(), -b, -t))
    pasangan: dict[int, int] = {}
    for sama, b, t in sorted(nilai, reverse=True):
        if sama and -b not in pasangan and -t not in pasangan.values():
            pasangan[-b] = -t
    return [terbaca[pasangan[b]] if b in pasangan else None for b in range(len(benar))]


def selaraskan(benar: Kisi, terbaca: Kisi, tinggi: tuple[int, int]) -> dict[int, int]:
    """Rows of the truth to rows read, in order, so that most cells agree."""
    sama = [[0] * (tinggi[1] + 1) for _ in range(tinggi[0] + 1)]
    cocok: dict[tuple[int, int], int] = {}
    kolom = {r: [(c, teks) for (rr, c), teks in benar.items() if rr == r] for r in range(tinggi[0])}
    for i in range(tinggi[0] - 1, -1, -1):
        for j in range(tinggi[1] - 1, -1, -1):
            cocok[i, j] = sum(terbaca.get((j, c)) == teks for c, teks in kolom[i])
            sama[i][j] = max(sama[i + 1][j], sama[i][j + 1], sama[i + 1][j + 1] + cocok[i, j])
    hasil: dict[int, int] = {}
    i = j = 0
    while i < tinggi[0] and j < tinggi[1]:
        if cocok[i, j] and sama[i][j] == sama[i + 1][j + 1] + cocok[i, j]:
            hasil[i] = j
            i, j = i + 1, j + 1
        elif sama[i][j] == sama[i + 1][j]:
            i += 1
        else:
            j += 1
    return hasil


def _gabungan(tabel: TabelCetak, table: Table, baris: dict[int, int]) -> tuple[int, int]:
    rentang = {(cell.row, cell.col): (cell.rowspan, cell.colspan) for cell in table.cells}
    semua = (*tabel.kepala, *tabel.baris)
    ada = [
        rentang.get((baris.get(r, -1), c)) == (s.rowspan, s.colspan)
        for r, b in enumerate(semua)
        for c, s in enumerate(b.sel)
        if s and (s.rowspan > 1 or s.colspan > 1)
    ]
    return sum(ada), len(ada)


def _satu(tabel: TabelCetak, table: Table | None) -> Nilai:
    tinggi = len(tabel.kepala) + len(tabel.baris)
    benar = kisi_benar(tabel)
    terbaca = kisi_terbaca(table) if table else {}
    baris = selaraskan(benar, terbaca, (tinggi, table.rows if table else 0))
    cocok: Counter[bool] = Counter()
    semua: Counter[bool] = Counter()
    beda = []
    for (r, c), teks in benar.items():
        angka = any(huruf.isdigit() for huruf in teks)
        dibaca = terbaca.get((baris.get(r, -1), c))
        semua[angka] += 1
        cocok[angka] += dibaca == teks
        if dibaca != teks:
            beda.append(f"{tabel.kunci} [{r},{c}] {teks!r} read {dibaca!r}")
    return Nilai(
        tabel=(1, 1 if table else 0),
        baris=(tinggi, table.rows if table else 0),
        angka=(cocok[True], semua[True]),
        teks=(cocok[False], semua[False]),
        gabungan=_gabungan(tabel, table, baris) if table else (0, 0),
        kepala=(int(table is not None and table.header_rows == len(tabel.kepala)), 1),
        caption=(int(table is not None and padat(table.caption or "") == padat(tabel.caption)), 1),
        beda=tuple(beda),
    )


def _jumlah(pasangan: Iterable[tuple[int, int]]) -> tuple[int, int]:
    satu, dua = zip(*pasangan, strict=True)
    return sum(satu), sum(dua)


def nilai(berkas: Berkas) -> Nilai:
    """Read the file and compare."""
    benar = berkas.layout.tabel
    terbaca = baca(berkas).tables
    satuan = [_satu(tabel, table) for tabel, table in zip(benar, jodoh(benar, terbaca), strict=True)]
    return Nilai(
        tabel=(len(benar), len(terbaca)),
        baris=_jumlah(s.baris for s in satuan),
        angka=_jumlah(s.angka for s in satuan),
        teks=_jumlah(s.teks for s in satuan),
        gabungan=_jumlah(s.gabungan for s in satuan),
        kepala=_jumlah(s.kepala for s in satuan),
        caption=_jumlah(s.caption for s in satuan),
        beda=tuple(b for s in satuan for b in s.beda),
    )
