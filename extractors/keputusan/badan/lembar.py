"""Sheets of positions and of the office: heading, position, task, functions and indicators."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractors.keputusan.alir.dokumen import Baris, TabelAlir
from extractors.keputusan.badan.batang import left_over
from extractors.keputusan.badan.nama import holder, plain_name, position_in, unit_in
from extractors.keputusan.badan.penutup import is_signature, read_penutup
from extractors.keputusan.tabel.indikator import TabelIndikator, read_indikator
from extractors.keputusan.zona.bagian import Bagian, Ruas
from extractors.keputusan.zona.butir import read_items
from extractors.keputusan.zona.jenis import FORM, Zona
from extractors.keputusan.zona.nama import is_position, is_unit
from extractors.keputusan.zona.teks import as_teks, join
from schemas.keputusan import BelumDipahami, ButirTeks, Indikator, Jabatan, Pengesahan, Teks
from schemas.provenance import Place

_INTRO = re.compile(r":\s*$")
_OFFICE_LABEL = re.compile(
    r"organisasi|perangkat\s+daerah|opd|skpd|instansi|dinas|badan|satuan\s+kerja|lembaga", re.IGNORECASE
)
_OFFICE_VALUE = re.compile(
    r"(?:dinas|badan|kantor|kecamatan|inspektorat|sekretariat\s+d|rsud|rumah\s+sakit|satuan\s+polisi|biro|pemerintah|kelurahan"
    r"|bappeda|bapenda|satpol|direktorat|kementerian|puskesmas)\b",
    re.IGNORECASE,
)
_AREA = re.compile(r"\s*(?:kabupaten|kota|provinsi|propinsi|daerah)\b", re.IGNORECASE)
_UNSIGNED = "tanda tangan atau pengundangan yang tidak mengesahkan lembar"
_COVER = "halaman sampul"
_EMPTY = "judul lembar tanpa isi"
_UNKNOWN = "baris tidak termasuk bagian yang dikenal"


@dataclass(slots=True)
class _Lembar:
    """A sheet that is being filled."""

    place: Place
    judul: list[Baris] = field(default_factory=list)
    jabatan: Teks | None = None
    unit: Teks | None = None
    kantor: bool = False
    tugas: list[Baris] = field(default_factory=list)
    label_tugas: str | None = None
    fungsi: list[Baris] = field(default_factory=list)
    pemangku: list[Ruas] = field(default_factory=list)
    indikator: list[Indikator] = field(default_factory=list)
    kepala: tuple[Teks, ...] = ()
    lampiran: int | None = None
    bertabel: bool = False
    pengesahan: Pengesahan | None = None

    @property
    def ended(self) -> bool:
        """Whether a heading behind it begins another sheet."""
        return self.bertabel or self.pengesahan is not None

    @property
    def filled(self) -> bool:
        """Whether it holds anything but a heading."""
        return bool(self.jabatan or self.unit or self.tugas or self.fungsi or self.bertabel or self.pemangku)

    @property
    def described(self) -> bool:
        """Whether its task or functions are there."""
        return bool(self.tugas or self.fungsi)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lembaran:
    """All sheets of a record, what is said of the office, and what found no place."""

    jabatan: tuple[Jabatan, ...] = ()
    unit: Teks | None = None
    tugas: tuple[ButirTeks, ...] = ()
    fungsi: tuple[ButirTeks, ...] = ()
    visi: Teks | None = None
    misi: tuple[ButirTeks, ...] = ()
    tujuan: tuple[ButirTeks, ...] = ()
    sasaran: tuple[ButirTeks, ...] = ()
    belum_dipahami: tuple[BelumDipahami, ...] = ()


class PembacaLembar:
    """Takes the parts of a record in order and keeps the sheets."""

    def __init__(self, penutup: Ruas | None) -> None:
        """`penutup` is the part that signs the body of the decree; it is no part of a sheet."""
        self._penutup = penutup
        self._sheets: list[_Lembar] = []
        self._open: _Lembar | None = None
        self._judul: list[Baris] = []
        self._lampiran: int | None = None
        self._annexed: Ruas | None = None
        self._office: dict[Zona, list[Baris]] = {}
        self._last_table: TabelIndikator | None = None
        self._unread: list[BelumDipahami] = []
        self._handlers: Mapping[Zona, Callable[[Ruas], None]] = {
            Zona.JUDUL: self._title,
            Zona.LAMPIRAN: self._annex,
            Zona.JUDUL_LEMBAR: self._heading,
            Zona.JABATAN: self._position,
            Zona.UNIT: self._unit,
            Zona.PEMANGKU: self._holder,
            Zona.TUGAS: self._task,
            Zona.FUNGSI: self._functions,
            Zona.VISI: self._office_form,
            Zona.MISI: self._office_form,
            Zona.TUJUAN: self._office_form,
            Zona.SASARAN: self._office_form,
            Zona.PENUTUP: self._signature,
            Zona.SISA: self._rest,
        }

    def take(self, part: Bagian, following: Bagian | None) -> None:
        """A part or table stands here; `following` is the one behind it."""
        if isinstance(part, TabelAlir):
            self._table(part)
        elif part is self._penutup:
            return
        elif part.zona is Zona.SISA and self._names_sheet(part, following):
            self._position(part)
        elif part.zona is Zona.SISA and self._heads_sheet(part, following):
            self._heading(part)
        elif part.zona in self._handlers:
            self._handlers[part.zona](part)

    def _new(self, place: Place) -> _Lembar:
        self._open = _Lembar(place=place, judul=self._judul, lampiran=self._lampiran)
        self._judul = []
        self._last_table = None
        self._sheets.append(self._open)
        return self._open

    def _current(self, place: Place, *, new: bool) -> _Lembar:
        """The open sheet, or a new one."""
        return self._new(place) if self._open is None or new else self._open

    def _close(self) -> None:
        self._open = None

    def _title(self, part: Ruas) -> None:
        """The title of a decree: a heading before it stands on a cover."""
        self._unread.extend(left_over(self._judul, _COVER))
        self._judul = []

    def _annex(self, part: Ruas) -> None:
        self._lampiran = 0 if self._lampiran is None else self._lampiran + 1
        again = self._annexed is not None and (part.nomor, part.text) == (self._annexed.nomor, self._annexed.text)
        self._annexed = part
        if self._open is not None and self._open.ended and not again:
            self._close()

    def _heading(self, part: Ruas) -> None:
        lines = list(part.isi)
        sheet = self._open
        if sheet is not None and sheet.filled and (not sheet.judul or _same(sheet.judul, lines)):
            if not sheet.ended:
                sheet.judul = sheet.judul or lines
                return
            if sheet.judul and sheet.pengesahan is None:
                self._judul = lines
                return
        if sheet is not None and sheet.filled and not sheet.ended:
            self._judul = lines
            return
        self._close()
        if self._judul and _is_name(self._judul):
            self._judul = [*self._judul, *lines]
        elif not _same(self._judul, lines):
            self._unread.extend(left_over(self._judul, _EMPTY))
            self._judul = lines

    def _position(self, part: Ruas) -> None:
        sheet = self._open
        new = sheet is None or sheet.ended or sheet.jabatan is not None or sheet.described
        sheet = self._current(part.kepala.place, new=new)
        sheet.jabatan = plain_name(part.isi) if part.isi else None

    def _unit(self, part: Ruas) -> None:
        sheet = self._open
        if part.isi and is_position(part.isi[0].text) and (sheet is None or sheet.jabatan is None or sheet.ended):
            self._position(part)
            return
        new = sheet is None or sheet.ended or sheet.unit is not None or (sheet.described and sheet.jabatan is None)
        sheet = self._current(part.kepala.place, new=new)
        sheet.unit = as_teks(part.isi) if part.isi else None
        named = bool(_OFFICE_LABEL.search(part.label)) or not part.isi or bool(_OFFICE_VALUE.match(part.isi[0].text))
        sheet.kantor = named and sheet.jabatan is None

    def _begins_anew(self, sheet: _Lembar) -> bool:
        """Whether another heading has come since the task and functions of the open sheet."""
        return sheet.described and bool(self._judul)

    def _holder(self, part: Ruas) -> None:
        sheet = self._open
        sheet = self._current(part.kepala.place, new=sheet is None or sheet.ended)
        sheet.pemangku.append(part)

    def _task(self, part: Ruas) -> None:
        sheet = self._open
        sheet = self._current(part.kepala.place, new=sheet is None or sheet.ended or self._begins_anew(sheet))
        sheet.label_tugas = sheet.label_tugas or part.label
        sheet.tugas.extend(part.isi)

    def _functions(self, part: Ruas) -> None:
        sheet = self._open
        new = sheet is None or sheet.ended or (bool(sheet.fungsi) and self._begins_anew(sheet))
        sheet = self._current(part.kepala.place, new=new)
        sheet.fungsi.extend(part.isi)

    def _office_form(self, part: Ruas) -> None:
        if self._open is not None and self._open.jabatan is not None and not self._open.ended:
            self._unread.extend(left_over(part.cetak, "isian ini tidak dicatat pada lembar jabatan"))
        elif part.zona in self._office:
            self._unread.extend(left_over(part.cetak, "isian kantor yang tercetak lebih dari sekali"))
        else:
            self._office[part.zona] = list(part.isi)

    def _signature(self, part: Ruas) -> None:
        if self._open is None or self._open.pengesahan is not None:
            self._unread.extend(left_over(part.isi, _UNSIGNED))
            return
        read = read_penutup(part.isi)
        self._open.pengesahan = read.pengesahan
        self._unread.extend(left_over(read.sisa, "baris sesudah tanda tangan"))

    def _rest(self, part: Ruas) -> None:
        if self._open is not None and self._open.filled and is_signature(part.isi):
            self._signature(part)
        else:
            self._unread.extend(left_over(part.isi, _UNKNOWN))

    def _heads_sheet(self, part: Ruas, following: Bagian | None) -> bool:
        """Whether lines without label name the unit of the sheet, form or table below them."""
        if len(part.isi) > 3 or not all(is_unit(line.text) or _AREA.match(line.text) for line in part.isi):
            return False
        return isinstance(following, TabelAlir) or (
            following is not None and following.zona in {*FORM, Zona.JUDUL_LEMBAR}
        )

    def _names_sheet(self, part: Ruas, following: Bagian | None) -> bool:
        """Whether lines without label name the position of the table or form below them."""
        if len(part.isi) > 3 or not is_position(part.isi[0].text) or is_signature(part.isi[1:]):
            return False
        if self._open is not None and not self._open.ended and self._open.jabatan is not None:
            return False
        return isinstance(following, TabelAlir) or (
            following is not None and following.zona in (Zona.TUGAS, Zona.FUNGSI)
        )

    def _table(self, item: TabelAlir) -> None:
        read = read_indikator(item.table, item.number, self._last_table)
        if read is None:
            text = " ".join(cell.flat for cell in item.table.cells if cell.flat.strip())
            self._unread.append(
                BelumDipahami(text=text, reason="tabel ini bukan tabel indikator yang dikenal", place=item.place)
            )
            return
        self._last_table, before = read, self._last_table
        sheet = self._current(item.place, new=self._open is None or self._open.pengesahan is not None)
        indikator = [
            replace(one, row=one.row + item.baris_awal) if one.table == item.number else one for one in read.indikator
        ]
        if read.melanjutkan and before is not None:
            kept = len(sheet.indikator) - len(before.indikator)
            sheet.indikator = [*sheet.indikator[:kept], *indikator]
        else:
            sheet.indikator.extend(indikator)
        sheet.kepala = sheet.kepala or read.kepala
        sheet.bertabel = True
        self._judul = []
        self._last_table = read
        self._unread.extend(piece for piece in read.belum_dipahami if piece not in self._unread)

    def lembaran(self) -> Lembaran:
        """All that was taken in."""
        sheets = [sheet for sheet in self._sheets if sheet.filled]
        offices = [sheet for sheet in sheets if sheet.kantor]
        office = offices[0] if len(offices) == 1 else None
        unread = list(self._unread)
        for lines in (s.judul for s in self._sheets if not s.filled):
            unread.extend(left_over(lines, _EMPTY))
        if not (sheets and _same(sheets[-1].judul, self._judul)):
            unread.extend(left_over(self._judul, _EMPTY))
        visi = self._office.get(Zona.VISI, [])
        return Lembaran(
            jabatan=tuple(_closed(sheet, whole=sheet is not office) for sheet in sheets),
            unit=None if office is None else office.unit,
            tugas=() if office is None else _list(office.tugas),
            fungsi=() if office is None else _list(office.fungsi),
            visi=as_teks(visi) if visi else None,
            misi=_list(self._office.get(Zona.MISI, [])),
            tujuan=_list(self._office.get(Zona.TUJUAN, [])),
            sasaran=_list(self._office.get(Zona.SASARAN, [])),
            belum_dipahami=tuple(unread),
        )


def read_lembaran(parts: Sequence[Bagian], penutup: Ruas | None) -> Lembaran:
    """The sheets among the parts of one record; `penutup` is the part that signs its body."""
    reader = PembacaLembar(penutup)
    for k, part in enumerate(parts):
        reader.take(part, parts[k + 1] if k + 1 < len(parts) else None)
    return reader.lembaran()


def _same(one: Sequence[Baris], other: Sequence[Baris]) -> bool:
    """Whether two headings read the same, or one goes on where the other ends."""
    a, b = (join([line.text for line in lines]).casefold() for lines in (one, other))
    return bool(a) and bool(b) and (a.startswith(b) or b.startswith(a))


def _is_name(lines: Sequence[Baris]) -> bool:
    """Whether a heading so far only names a unit."""
    return all(is_unit(line.text) or bool(_AREA.match(line.text)) for line in lines)


def _list(lines: Sequence[Baris]) -> tuple[ButirTeks, ...]:
    """The items of a list without the sentence that introduces it."""
    items = read_items(lines)
    introduced = len(items) > 1 and items[0].tanda is None and bool(_INTRO.search(items[0].teks.text))
    return items[1:] if introduced else items


def _closed(sheet: _Lembar, *, whole: bool) -> Jabatan:
    """The sheet as a record; task and functions of a sole office are said of the record."""
    return Jabatan(
        jabatan=sheet.jabatan or position_in(sheet.judul),
        unit=sheet.unit or unit_in(sheet.judul),
        judul=as_teks(sheet.judul) if sheet.judul else None,
        tugas=_list(sheet.tugas) if whole else (),
        label_tugas=sheet.label_tugas,
        fungsi=_list(sheet.fungsi) if whole else (),
        indikator=tuple(sheet.indikator),
        lampiran=sheet.lampiran,
        kepala=sheet.kepala,
        pemangku=holder(sheet.pemangku),
        pengesahan=sheet.pengesahan,
        place=sheet.place,
    )
