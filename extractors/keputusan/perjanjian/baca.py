"""Reads performance agreements: parties, place and date, the promised indicators with their targets, programs."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from extractors.keputusan.alir.dokumen import Alir, Baris, TabelAlir
from extractors.keputusan.perjanjian.baris import as_teks, pieces
from extractors.keputusan.perjanjian.judul import (
    is_title_tail,
    is_unit,
    pisah_perjanjian,
    starts_perjanjian,
    title_rows,
)
from extractors.keputusan.perjanjian.kisi import whole_tables
from extractors.keputusan.perjanjian.pihak import PembacaPihak, party_of_rank
from extractors.keputusan.perjanjian.program import PembacaProgram, is_program_heading, read_program_table
from extractors.keputusan.perjanjian.tanda_tangan import PembacaTandaTangan, heads_signatures
from extractors.keputusan.perjanjian.tanggal import chosen, read_tempat_tanggal
from extractors.keputusan.tabel.indikator import TabelIndikator, read_indikator
from schemas.keputusan import BelumDipahami, Isian, Jabatan, JenisKeputusan, Keputusan, Teks
from schemas.printed import Cell

__all__ = ["pisah_perjanjian", "read_perjanjian", "starts_perjanjian"]

_TITLE_WORDS = 16
_LONG_ROW = 14


class _Zona(Enum):
    KOP = auto()
    JUDUL = auto()
    ISI = auto()
    TANDA_TANGAN = auto()


def read_perjanjian(alir: Sequence[Alir]) -> Keputusan:
    """One agreement, from the flow of its lines and tables (at least one), as `pisah_perjanjian` gives it."""
    pembaca = _Pembaca(titled=any(title_rows(item) for item in alir))
    for item in whole_tables(alir):
        pembaca.take(item)
    return pembaca.keputusan(alir[0])


class _Pembaca:
    """Takes the flow in, item by item, and keeps what each one says."""

    def __init__(self, *, titled: bool) -> None:
        """Before the first item; what stands over a title is the letterhead."""
        self._zona = _Zona.KOP if titled else _Zona.ISI
        self._kop: list[Teks] = []
        self._judul: list[list[Teks]] = []
        self._unit: list[list[Teks]] = []
        self._naskah = PembacaPihak()
        self._formulir = PembacaPihak()
        self._tanda = PembacaTandaTangan(self._naskah.calon)
        self._program = PembacaProgram()
        self._tabel: list[TabelIndikator] = []
        self._awal: TabelAlir | None = None
        self._tanggal: list[tuple[Teks | None, Isian | None]] = []
        self._belum: list[BelumDipahami] = []
        self._di_tanda_tangan: list[Baris] = []
        self._lampiran = False

    def take(self, item: Alir) -> None:
        """Take the next item in."""
        title = title_rows(item)
        if title:
            for row in title:
                self._title(row)
        elif isinstance(item, TabelAlir):
            self._table(item)
        elif not (self._zona is _Zona.JUDUL and self._under_title(item)):
            self._row(item)

    def _title(self, row: Baris) -> None:
        teks = as_teks(pieces(row))
        if self._zona is _Zona.JUDUL:
            self._under_title(row)
            return
        self._lampiran = bool(self._judul)
        self._judul.append([teks])
        self._unit.append([])
        self._formulir = PembacaPihak()
        self._zona = _Zona.JUDUL

    def _under_title(self, row: Baris) -> bool:
        """A line under a title: more of it, or the office in capitals."""
        text = row.text.strip()
        if is_title_tail(text) or starts_perjanjian(text):
            self._judul[-1].append(as_teks(pieces(row)))
            return True
        if is_unit(text) or (text.isupper() and len(text.split()) <= _TITLE_WORDS and ":" not in text):
            self._unit[-1].append(as_teks(pieces(row)))
            return True
        self._zona = _Zona.ISI
        return False

    def _table(self, item: TabelAlir) -> None:
        self._zona = _Zona.ISI
        self._lampiran = True
        found = read_indikator(item.table, item.number, self._tabel[-1] if self._tabel else None)
        if found is not None and found.indikator:
            if found.melanjutkan:
                self._tabel[-1:] = [found]
            else:
                self._tabel.append(found)
            self._awal = self._awal or item
            self._belum.extend(piece for piece in found.belum_dipahami if piece not in self._belum)
            return
        programs = read_program_table(item.table)
        if programs is not None:
            self._program.program.extend(programs[0])
            self._belum.extend(programs[1])
            return
        for cell in item.table.cells:
            if cell.flat.strip():
                self._unread(cell.flat.strip(), "tabel tanpa judul kolom yang dikenali", cell)

    def _row(self, row: Baris) -> None:
        if self._zona is _Zona.KOP:
            self._kop.extend(pieces(row))
        elif not self._date(row):
            self._text(row)

    def _date(self, row: Baris) -> bool:
        """Place and date, which begin the signatures; so does a row of `PIHAK KEDUA, PIHAK KESATU,`."""
        dated = [found for teks in pieces(row) if (found := read_tempat_tanggal(teks)) is not None]
        if not dated and not heads_signatures(row.text):
            return False
        if self._zona is not _Zona.TANDA_TANGAN:
            self._tanda.begin()
        self._zona = _Zona.TANDA_TANGAN
        self._tanggal.extend(dated)
        rest = [teks for teks in pieces(row) if read_tempat_tanggal(teks) is None]
        for teks in rest if dated else ():
            self._tanda.read(Baris(text=teks.text, place=teks.place))
        if not dated:
            self._tanda.read(row)
        return True

    def _text(self, row: Baris) -> None:
        if self._zona is _Zona.TANDA_TANGAN:
            if self._tanda.read(row) or (self._lampiran and self._program.read(row)):
                return
            if len(row.text.split()) <= _LONG_ROW:
                self._di_tanda_tangan.append(row)
                return
            self._zona = _Zona.ISI
        if not self._lampiran:
            self._naskah.read(row)
        elif not (is_program_heading(row.text) or self._program.read(row) or self._annex_form(row)):
            self._unread(row.text, "baris di luar tabel", row)

    def _annex_form(self, row: Baris) -> bool:
        """A form over the table of an annex (`Jabatan : …`, `Unit Kerja : …`)."""
        return not self._tabel and self._formulir.read(row)

    def _unread(self, text: str, reason: str, item: Alir | Cell) -> None:
        self._belum.append(BelumDipahami(text=text, reason=reason, place=item.place))

    def keputusan(self, first: Alir) -> Keputusan:
        """The agreement."""
        tempat, tanggal = chosen(self._tanggal)
        for row in self._di_tanda_tangan:
            if row not in self._tanda.nama:
                self._unread(row.text, "baris di antara tanda tangan", row)
        title = self._judul[0] if self._judul else []
        units = [unit for unit in self._unit if unit]
        return Keputusan(
            jenis=JenisKeputusan.PERJANJIAN,
            kop=tuple(self._kop),
            tentang=as_teks(title) if title else None,
            tempat=tempat,
            tanggal=tanggal,
            unit=as_teks(units[0]) if units else None,
            jabatan=self._sheet(),
            pihak=tuple(calon.pihak() for calon in self._naskah.calon),
            program=tuple(self._program.program),
            belum_dipahami=tuple(self._belum),
            place=first.place,
        )

    def _sheet(self) -> tuple[Jabatan, ...]:
        """The promised indicators, as the sheet of the one who promises them; () where none are printed."""
        if self._awal is None:
            return ()
        own = party_of_rank(self._naskah.calon, 1)
        if own is None and len(self._naskah.calon) == 1:
            own = self._naskah.calon[0]
        forms = [calon.isi["jabatan"] for calon in self._formulir.calon if "jabatan" in calon.isi]
        office = forms[0] if forms else (own.isi.get("jabatan") if own is not None else None)
        title = self._judul[-1] if self._judul else []
        unit = self._unit[-1] if self._unit else []
        return (
            Jabatan(
                jabatan=office,
                unit=as_teks(unit) if unit else None,
                judul=as_teks(title) if title else None,
                indikator=tuple(item for found in self._tabel for item in found.indikator),
                kepala=self._tabel[0].kepala,
                place=self._awal.place,
            ),
        )
