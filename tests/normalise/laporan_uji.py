"""Builds small reports for the tests of names, directions and units."""

from __future__ import annotations

from decimal import Decimal

from schemas.angka import Angka, AngkaKind
from schemas.kinerja import Baris, Fakta, JenisBaris, Kind, Kolom, Laporan, Metadata, Part, Tabel
from schemas.provenance import DocxPlace

PLACE = DocxPlace(block=0)


def fakta(
    part: Part,
    text: str = "1",
    *,
    percent: bool = False,
    currency: bool = False,
    unit: str | None = None,
    kind: AngkaKind = AngkaKind.NUMBER,
    col: int = 0,
) -> Fakta:
    value = Decimal(1) if kind in (AngkaKind.NUMBER, AngkaKind.RANGE) else None
    angka = Angka(text=text, kind=kind, value=value, percent=percent, currency=currency, unit=unit)
    return Fakta(part=part, angka=angka, place=PLACE, row=0, col=col, header="")


def baris(
    label: str,
    *,
    jenis: JenisBaris = JenisBaris.BUTIR,
    sasaran: str | None = None,
    satuan: str | None = None,
    level: int | None = None,
    isi: tuple[Fakta, ...] = (),
) -> Baris:
    return Baris(
        table=0,
        row=0,
        label=label,
        jenis=jenis,
        sasaran=sasaran,
        satuan=satuan,
        level=level,
        fakta=isi,
        place=PLACE,
    )


def induk(label: str, *, level: int | None = None) -> Baris:
    return baris(label, jenis=JenisBaris.INDUK, level=level)


def tabel(*rows: Baris | str, kind: Kind = Kind.CAPAIAN, kolom: tuple[Kolom, ...] = ()) -> Tabel:
    lines = tuple(baris(row) if isinstance(row, str) else row for row in rows)
    return Tabel(index=0, number=0, caption=None, kind=kind, kolom=kolom, baris=lines, place=PLACE)


def laporan(*tables: Tabel, instansi: str | None = None, tingkat: str | None = None) -> Laporan:
    return Laporan(metadata=Metadata(instansi=instansi, tingkat=tingkat), tabel=tables)


def identitas(hasil: Laporan) -> list[list[str]]:
    """Identities by table and row."""
    return [[row.indikator for row in table.baris] for table in hasil.tabel]
