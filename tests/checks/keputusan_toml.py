"""Builds decrees, annex sheets and agreements from a case file; formulas are read by the real parser.

A case holds `keputusan`, each a table with any of

- `jenis` (`keputusan`, `iki2017`, `perjanjian`), `kop`, `penetap`, `tentang`, `tempat`, `unit`, `visi`: texts;
- `nomor`, `tanggal`: what the form field prints, "" for a blank field (absent: there is no such field); `tahun`;
- `menimbang`, `mengingat`, `misi`, `tujuan`, `tugas`, `fungsi`: items, one a string, `a. text` or `1. text` or bare;
- `diktum`: `KESATU: text`, one a string;
- `lampiran`: headings, one a string: `nomor | judul | nomor of the decree | tanggal of the decree`; a part that is left
  out or `-` is not printed, a field that is empty is a blank field;
- `pejabat`: `jabatan | nama | pangkat | nip`; `belum_dipahami`: pieces that found no place, one a string;
- `jabatan`: sheets, each with `jabatan`, `unit`, `judul`, `tugas`, `label_tugas`, `fungsi`, `lampiran` (index of its
  heading), `kepala` (column headings), `kolom` (attributes of an indicator, as in KOLOM unless given; `target@2031`
  for a target of a year) and `indikator`, one line an indicator. A cell `^` is merged with the cell above, an empty
  cell is blank, an `a.` in front of an indicator is its list mark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.keputusan import interpret_keputusan
from schemas.keputusan import (
    BelumDipahami,
    ButirTeks,
    Diktum,
    Indikator,
    Isian,
    Jabatan,
    JenisKeputusan,
    Keputusan,
    Lampiran,
    Pejabat,
    Teks,
)
from schemas.provenance import BBox, PdfPlace

Kasus = Mapping[str, Any]
KOLOM = ("sasaran", "indikator", "formula", "sumber_data", "penanggung_jawab")
_TANDA = re.compile(r"^([a-z]|\d{1,2}(?:\.\d{1,2})*)[.)]\s+(.*)$", re.DOTALL)


def keputusan(kasus: Kasus) -> tuple[Keputusan, ...]:
    """The decrees of a case, interpreted as those of a document are."""
    return tuple(
        interpret_keputusan(_keputusan(page, item)) for page, item in enumerate(kasus.get("keputusan", []), 101)
    )


def _keputusan(page: int, item: Kasus) -> Keputusan:
    return Keputusan(
        jenis=JenisKeputusan(item.get("jenis", "keputusan")),
        kop=tuple(_teks(page, row, 0, text) for row, text in enumerate(item.get("kop", []))),
        penetap=_maybe(page, 3, item.get("penetap")),
        nomor=_isian(page, 4, "NOMOR", item.get("nomor")),
        tentang=_maybe(page, 5, item.get("tentang")),
        tempat=_maybe(page, 6, item.get("tempat")),
        tanggal=_isian(page, 7, "Pada tanggal", item.get("tanggal")),
        pejabat=_pejabat(page, item.get("pejabat")),
        menimbang=_butir(page, 10, item.get("menimbang", [])),
        mengingat=_butir(page, 20, item.get("mengingat", [])),
        diktum=tuple(_diktum(page, row, text) for row, text in enumerate(item.get("diktum", []), 30)),
        lampiran=tuple(_lampiran(page, row, text) for row, text in enumerate(item.get("lampiran", []), 40)),
        unit=_maybe(page, 8, item.get("unit")),
        visi=_maybe(page, 9, item.get("visi")),
        misi=_butir(page, 50, item.get("misi", [])),
        tujuan=_butir(page, 50, item.get("tujuan", [])),
        tugas=_butir(page, 50, item.get("tugas", [])),
        fungsi=_butir(page, 50, item.get("fungsi", [])),
        jabatan=tuple(_jabatan(page, table, sheet) for table, sheet in enumerate(item.get("jabatan", []), 100)),
        belum_dipahami=tuple(
            BelumDipahami(text=text, reason="tidak dikenali", place=_place(page, 95, 0))
            for text in item.get("belum_dipahami", [])
        ),
        tahun=item.get("tahun"),
        place=_place(page, 0, 0),
    )


def _place(page: int, row: int, col: int) -> PdfPlace:
    """A made-up place for a grid square."""
    x0, top = 60.0 * col, 12.0 * row
    return PdfPlace(page=page, bbox=BBox(x0=x0, top=top, x1=x0 + 55, bottom=top + 10))


def _teks(page: int, row: int, col: int, text: str) -> Teks:
    return Teks(text=text, place=_place(page, row, col))


def _maybe(page: int, row: int, text: str | None) -> Teks | None:
    return None if text is None else _teks(page, row, 1, text)


def _isian(page: int, row: int, label: str, text: str | None) -> Isian | None:
    """A field: None when it is not printed, without `isi` when it is blank."""
    if text is None:
        return None
    return Isian(label=label, isi=_teks(page, row, 1, text) if text else None, place=_place(page, row, 0))


def _pejabat(page: int, text: str | None) -> Pejabat | None:
    if text is None:
        return None
    parts = [_maybe(page, 90 + row, part.strip() or None) for row, part in enumerate(text.split("|"))]
    jabatan, nama, pangkat, nip = (*parts, None, None, None, None)[:4]
    return Pejabat(jabatan=jabatan, nama=nama, pangkat=pangkat, nip=nip)


def _butir(page: int, first: int, items: Sequence[str]) -> tuple[ButirTeks, ...]:
    out = []
    for row, text in enumerate(items, first):
        tanda, isi = _bertanda(text)
        out.append(ButirTeks(tanda=tanda, teks=_teks(page, row, 1, isi)))
    return tuple(out)


def _bertanda(text: str) -> tuple[str | None, str]:
    """A text without the list mark in front of it, and the mark."""
    match = _TANDA.match(text)
    return (match[1], match[2]) if match else (None, text)


def _diktum(page: int, row: int, text: str) -> Diktum:
    nama, _, isi = text.partition(":")
    return Diktum(nama=nama.strip(), teks=_teks(page, row, 1, isi.strip()))


def _lampiran(page: int, row: int, text: str) -> Lampiran:
    parts = [None if part.strip() == "-" else part.strip() for part in text.split("|")]
    nomor, judul, nomor_keputusan, tanggal = (*parts, None, None, None)[:4]
    return Lampiran(
        nomor=nomor or None,
        judul=_maybe(page, row, judul or None),
        nomor_keputusan=_isian(page, row, "NOMOR", nomor_keputusan),
        tanggal_keputusan=_isian(page, row, "TANGGAL", tanggal),
        place=_place(page, row, 0),
    )


def _jabatan(page: int, table: int, sheet: Kasus) -> Jabatan:
    kolom = [part.strip() for part in sheet["kolom"].split("|")] if "kolom" in sheet else KOLOM
    lines = [[cell.strip() for cell in line.split("|")] for line in sheet.get("indikator", "").strip().splitlines()]
    return Jabatan(
        jabatan=_maybe(page, 60, sheet.get("jabatan")),
        unit=_maybe(page, 61, sheet.get("unit")),
        judul=_maybe(page, 62, sheet.get("judul")),
        tugas=_butir(page, 63, sheet.get("tugas", [])),
        label_tugas=sheet.get("label_tugas"),
        fungsi=_butir(page, 70, sheet.get("fungsi", [])),
        indikator=tuple(_indikator(page + table - 99, table, row, lines, kolom) for row in range(len(lines))),
        lampiran=sheet.get("lampiran"),
        kepala=tuple(_teks(page + table - 99, 0, col, text) for col, text in enumerate(sheet.get("kepala", []))),
        place=_place(page, 60, 0),
    )


def _indikator(page: int, table: int, row: int, lines: Sequence[Sequence[str]], kolom: Sequence[str]) -> Indikator:
    isi: dict[str, Any] = {}
    target: list[tuple[int | None, Teks]] = []
    kosong: list[str] = []
    for col, name in enumerate(kolom):
        teks = _sel(page, row, col, lines)
        if teks is None:
            kosong.append(name)
        elif name.startswith("target"):
            target.append((int(name.partition("@")[2]) if "@" in name else None, teks))
        else:
            isi[name] = teks
    nama = isi.pop("indikator")
    tanda, text = _bertanda(nama.text)
    return Indikator(
        sasaran=isi.pop("sasaran", None),
        indikator=Teks(text=text, place=nama.place),
        tanda=tanda,
        target=tuple(target),
        kosong=tuple(kosong),
        table=table,
        row=row,
        **isi,
    )


def _sel(page: int, row: int, col: int, lines: Sequence[Sequence[str]]) -> Teks | None:
    """The text of a cell, that of the cell above for `^`; None for a blank cell or one that the line leaves out."""
    first = row
    while first > 0 and col < len(lines[first]) and lines[first][col] == "^":
        first -= 1
    text = lines[first][col] if col < len(lines[first]) else ""
    return _teks(page, 1 + first, col, text) if text else None
