"""What a decree, its annexes or a performance agreement says: numbers and dates, citations, positions, indicators."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schemas.provenance import Place
from schemas.rumus import Rumus


@dataclass(frozen=True, slots=True, kw_only=True)
class Teks:
    """A printed text: its lines joined by spaces (a word cut by a hyphen is whole again), and where it begins.

    Attributes:
        place: for a PDF the box around its lines on the first of its pages.
    """

    text: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirTeks:
    """One item of a list; `tanda` is its printed mark without point or bracket (`a`, `1`), None without."""

    tanda: str | None
    teks: Teks


class BagianRujukan(StrEnum):
    """Where a citation stands."""

    MENIMBANG = "menimbang"
    MENGINGAT = "mengingat"


@dataclass(frozen=True, slots=True, kw_only=True)
class RujukanPeraturan:
    """One regulation that a decree cites.

    Attributes:
        tanda: mark of the list item it stands in.
        text: the citation as printed, from its kind to the end of its title.
        jenis: kind with its issuer (`Undang-Undang`, `Peraturan Menteri Dalam Negeri`, `Peraturan Bupati Banjar`).
        nomor, tahun, tentang: None when not printed.
        mengubah: it is named only inside another one (amended by, amends).
        pengumuman: gazette (`Lembaran Negara Republik Indonesia Tahun 2006 Nomor 25`), one text each.
    """

    bagian: BagianRujukan
    tanda: str | None
    text: str
    place: Place
    jenis: str
    nomor: str | None = None
    tahun: int | None = None
    tentang: str | None = None
    mengubah: bool = False
    pengumuman: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Diktum:
    """One clause of the decision: `nama` is `KESATU`, `KEDUA` …, or `Menetapkan`, as printed."""

    nama: str
    teks: Teks


@dataclass(frozen=True, slots=True, kw_only=True)
class Pejabat:
    """Who signed: office held, name with titles, rank, NIP (digits as printed); None where not printed."""

    jabatan: Teks | None = None
    nama: Teks | None = None
    pangkat: Teks | None = None
    nip: Teks | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Isian:
    """A field that a form has: its label as printed, and what is printed in it (None when blank)."""

    label: str
    isi: Teks | None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengesahan:
    """Where, when and by whom a sheet is signed; None where not printed."""

    tempat: Teks | None = None
    tanggal: Isian | None = None
    pejabat: Pejabat | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lampiran:
    """The heading of an annex, as often as it is printed.

    Attributes:
        nomor: `I`, `II`, `3`; None for a sole annex without number.
        judul: what it is an annex of (`Keputusan Kepala Dinas … tentang …`).
        nomor_keputusan, tanggal_keputusan: the form fields `NOMOR` and `TANGGAL`, None when it has no such field.
    """

    nomor: str | None
    judul: Teks | None
    nomor_keputusan: Isian | None
    tanggal_keputusan: Isian | None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Indikator:
    """One indicator of a sheet.

    Attributes:
        sasaran: performance or sasaran it measures (`Kinerja`, `Sasaran Strategis` …); a merged cell is for all.
        tanda: list mark in front of it (`a`, `1.2`), None without.
        indikator: its name, without the mark.
        alasan: why it was chosen; tipe: how it adds up or which way is better (`Non-kumulatif`, `positif`).
        target: target texts with the year of their column, None where the column says none.
        kosong: columns (by attribute name) that the table has and whose cell is blank and not merged with another.
        rumus: the formula as read; filled by the interpret stage, None where no formula is printed.
        table: position among the printed tables; row: grid row, sub: which of several in one cell.
    """

    sasaran: Teks | None
    indikator: Teks
    tanda: str | None = None
    definisi: Teks | None = None
    formula: Teks | None = None
    alasan: Teks | None = None
    satuan: Teks | None = None
    sumber_data: Teks | None = None
    penanggung_jawab: Teks | None = None
    tipe: Teks | None = None
    keterangan: Teks | None = None
    target: tuple[tuple[int | None, Teks], ...] = ()
    kosong: tuple[str, ...] = ()
    rumus: Rumus | None = None
    table: int
    row: int
    sub: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Jabatan:
    """One sheet: a position (or the office as a whole) with its task, functions and indicators.

    Attributes:
        jabatan: the position as printed; None for a sheet of the office or where the sheet names none.
        judul: heading of the sheet (`INDIKATOR KINERJA INDIVIDU`), None without.
        tugas: the task, one item when it is no list; label_tugas: as printed (`TUGAS`, `TUGASI`, `TUGAS POKOK`).
        lampiran: index into `Keputusan.lampiran` of the heading it stands under, None without.
        kepala: column headings of its indicator tables, left to right, as printed, of the first table.
        pemangku: who holds the position, where the sheet names him; pengesahan: the signature under the sheet.
    """

    jabatan: Teks | None
    unit: Teks | None = None
    judul: Teks | None = None
    tugas: tuple[ButirTeks, ...] = ()
    label_tugas: str | None = None
    fungsi: tuple[ButirTeks, ...] = ()
    indikator: tuple[Indikator, ...] = ()
    lampiran: int | None = None
    kepala: tuple[Teks, ...] = ()
    pemangku: Pejabat | None = None
    pengesahan: Pengesahan | None = None
    place: Place


class JenisKeputusan(StrEnum):
    """What a record was read from; the values are names of families."""

    KEPUTUSAN = "keputusan"
    LAMPIRAN = "iki2017"
    PERJANJIAN = "perjanjian"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pihak:
    """A party of an agreement: `sebutan` is `PIHAK PERTAMA` or as printed."""

    sebutan: str
    nama: Teks | None = None
    jabatan: Teks | None = None
    pangkat: Teks | None = None
    nip: Teks | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisProgram:
    """A program of an agreement with its money, as printed."""

    nama: Teks
    anggaran: Teks | None = None
    keterangan: Teks | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BelumDipahami:
    """A printed piece that found no place in the record, with the reason; it is listed, never dropped."""

    text: str
    reason: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Keputusan:
    """One decree (or a set of annex sheets without one, or one agreement).

    Attributes:
        jenis: `keputusan` a decree with a body; `iki2017` sheets without body; `perjanjian` an agreement.
        kop: letterhead lines as printed.
        penetap: whose decree it is (`Kepala Dinas Tenaga Kerja Kabupaten …`), from its title.
        nomor, tentang: of the decree itself.
        tahun: year of the number, the date or the title; tanggal_resmi: `tanggal` as a date; filled by interpret.
        rujukan: citations of `menimbang` and `mengingat`. Filled by the interpret stage.
        memperhatikan: items of `Memperhatikan` (or `Membaca`); tembusan: who gets a copy.
        unit, visi, misi, tujuan, sasaran, tugas, fungsi: of the office, where an annex prints them once.
        pihak, program: of an agreement.
        belum_dipahami: what of its pages found no place in the record.
    """

    jenis: JenisKeputusan
    kop: tuple[Teks, ...] = ()
    penetap: Teks | None = None
    nomor: Isian | None = None
    tentang: Teks | None = None
    tempat: Teks | None = None
    tanggal: Isian | None = None
    pejabat: Pejabat | None = None
    menimbang: tuple[ButirTeks, ...] = ()
    mengingat: tuple[ButirTeks, ...] = ()
    memperhatikan: tuple[ButirTeks, ...] = ()
    diktum: tuple[Diktum, ...] = ()
    tembusan: tuple[ButirTeks, ...] = ()
    lampiran: tuple[Lampiran, ...] = ()
    unit: Teks | None = None
    visi: Teks | None = None
    misi: tuple[ButirTeks, ...] = ()
    tujuan: tuple[ButirTeks, ...] = ()
    sasaran: tuple[ButirTeks, ...] = ()
    tugas: tuple[ButirTeks, ...] = ()
    fungsi: tuple[ButirTeks, ...] = ()
    jabatan: tuple[Jabatan, ...] = ()
    pihak: tuple[Pihak, ...] = ()
    program: tuple[BarisProgram, ...] = ()
    belum_dipahami: tuple[BelumDipahami, ...] = ()
    tahun: int | None = None
    tanggal_resmi: date | None = None
    rujukan: tuple[RujukanPeraturan, ...] = ()
    place: Place

    def indikator(self) -> tuple[Indikator, ...]:
        """All indicators of all sheets, in order."""
        return tuple(item for jabatan in self.jabatan for item in jabatan.indikator)
