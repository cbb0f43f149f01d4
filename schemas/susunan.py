"""How a document is built: captions, chapters and headings, numbered lists, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schemas.provenance import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Keterangan:
    """The caption of a table or figure.

    Attributes:
        kata: what it calls itself, in small letters (`tabel`, `gambar`, `grafik` …).
        nomor: number as printed (`3.2`, `III.2`, `4`).
        seri: the number without its last part, chapters in digits (`3` of III.2, "" of 4).
        urut: the last part.
        judul: title, lines joined; "" when none was read.
        tabel: position among the printed tables, None for a figure or a line that belongs to no table.
        lampiran: it stands behind the heading of the annexes.
    """

    kata: str
    nomor: str
    seri: str
    urut: int
    judul: str
    tabel: int | None = None
    lampiran: bool = False
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Rujukan:
    """A number of a table or figure that any text mentions, captions included (`kata`, `seri`, `urut` as there)."""

    kata: str
    seri: str
    urut: int
    place: Place


class JenisJudul(StrEnum):
    """What a heading opens."""

    BAB = "bab"
    BAGIAN = "bagian"
    LEPAS = "lepas"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judul:
    """A heading: a chapter (with its title), a numbered section, or a line that stands alone.

    Attributes:
        nomor: number of the chapter or section as printed, "" without one.
        daftar_isi: an entry of a table of contents.
    """

    jenis: JenisJudul
    nomor: str
    teks: str
    place: Place
    daftar_isi: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Butir:
    """One item of a numbered list.

    Attributes:
        penanda: number or letter as printed (`c.`, `3)`); urut: its rank (3 for c).
        sejajar: it begins below the item before it (always in a Word file, which has no places on paper).
        antara: short words printed since the item before it that may be markers, and `tabel` for a table.
        jarak: lines since the item before it.
    """

    penanda: str
    urut: int
    teks: str
    place: Place
    sejajar: bool = True
    antara: tuple[str, ...] = ()
    jarak: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Daftar:
    """Items of one style that follow each other, in the text or in one cell.

    Attributes:
        gaya: style of the markers (`a.`, `1)`, `I.`).
        pengantar: the line before the first item (two where it is a mere label such as `TUGAS :`), "" in a cell.
        lanjutan: it may continue a list that was interrupted before.
        bersarang: it began while another list of the same style was open.
        sel: it stands in a cell.
    """

    gaya: str
    butir: tuple[Butir, ...]
    pengantar: str = ""
    lanjutan: bool = False
    bersarang: bool = False
    sel: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JudulTabel:
    """The title of a printed table: its numbered caption, or lines above it that name a year.

    Attributes:
        tabel: position among the printed tables.
        nomor: `Tabel 3.2` as printed, None when the table has a title without number.
    """

    tabel: int
    nomor: str | None
    judul: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Susunan:
    """The structure of a document.

    Attributes:
        laporan_kinerja: the document was recognised as a performance report.
        tanpa_teks: pages on which nothing was read (pictures, blank pages).
        gambar: those of them that are pictures without a text layer, or that could not be read at all.
    """

    keterangan: tuple[Keterangan, ...] = ()
    rujukan: tuple[Rujukan, ...] = ()
    judul: tuple[Judul, ...] = ()
    daftar: tuple[Daftar, ...] = ()
    judul_tabel: tuple[JudulTabel, ...] = ()
    laporan_kinerja: bool = False
    tanpa_teks: tuple[int, ...] = ()
    gambar: tuple[int, ...] = ()
