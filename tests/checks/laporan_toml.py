"""Builds a report from a case file, so that a case reads like the page it is about.

A case holds `tabel`, each with `kolom` ("part@year#period/scope:heading", all but the part optional) and
`baris`, one line per row: `label | value | value …`. A label that begins with `=` is a total, with `~` a
mean, with `+` a parent; braces behind it hold attributes: `{turun}`, `{id=tpt}`, `{level=1}`, `{sasaran=…}`,
`{nomor=2.1}`. A row has the label in lower case as identity unless `id` says otherwise (`{id=}` for none). A
value `^` is merged with the cell above.

`susunan` holds the printed lines of a whole document (see susunan_toml), read by the real reader of structure; captions
of `tabel` are titles of tables.

`narasi` holds printed paragraphs, one a string, read by the real reader of sentences; one that begins with `# ` is a
heading.

`instansi` and `tahun` are the office and the year of the report.

A class of `skala` is `label = [low .. high)`, or a bare label for one that is printed without figures.

`keputusan` holds decrees, annex sheets and agreements (see keputusan_toml); their formulas and the class scales in
their cells are read by the real parsers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from extractors.keputusan.sel import skala as skala_sel
from extractors.narasi import read_narasi
from pipeline.angka_id import parse_angka, parse_fraction
from pipeline.interpret import skala as interpret_skala
from pipeline.interpret.narasi import read_kalimat
from schemas.angka import Angka, AngkaKind
from schemas.kinerja import (
    Arah,
    Baris,
    Fakta,
    JenisBaris,
    Kelas,
    Kind,
    Kolom,
    KolomCetak,
    Laporan,
    Metadata,
    Part,
    RumusDinyatakan,
    Scope,
    SelLain,
    Skala,
    Tabel,
)
from schemas.printed import Line, LineRole
from schemas.provenance import BBox, DocxPlace, PdfPlace
from tests.checks.keputusan_toml import keputusan
from tests.checks.susunan_toml import susunan

Kasus = Mapping[str, Any]
_JENIS = {"=": JenisBaris.JUMLAH, "~": JenisBaris.RATA_RATA, "+": JenisBaris.INDUK}
_KOLOM = re.compile(r"(?P<part>\w+)(@(?P<year>\d{4}))?(#(?P<period>\w+))?(/(?P<scope>\w+))?(:(?P<header>.*))?")
_KELAS = re.compile(
    r"(?P<label>.+?)\s*=\s*(?P<kiri>[\[(])\s*(?P<low>[\d,]*)\s*\.\.\s*(?P<high>[\d,]*)\s*(?P<kanan>[\])])"
)


def laporan(kasus: Kasus) -> Laporan:
    """The report of a case."""
    return Laporan(
        metadata=Metadata(instansi=kasus.get("instansi", "Dinas Contoh"), tahun=kasus.get("tahun", 2030)),
        tabel=tuple(_tabel(index, item) for index, item in enumerate(kasus.get("tabel", []))),
        susunan=susunan(kasus),
        keputusan=keputusan(kasus),
        skala=(
            *(_skala(item) for item in kasus.get("skala", [])),
            *(interpret_skala.read_skala(item) for item in skala_sel.read_skala(keputusan(kasus))),
        ),
        rumus=tuple(
            RumusDinyatakan(rule=item["rule"], arah=Arah(item["arah"]), text=item["text"], place=place(0, 0))
            for item in kasus.get("rumus", [])
        ),
        kolom_cetak=tuple(_kolom_cetak(index, item) for index, item in enumerate(kasus.get("kolom_cetak", []))),
        angka_teks=tuple(
            SelLain(
                text=text,
                place=place(row, 1),
                row=row,
                col=item["kalimat"].index(text),
                label=item["kalimat"],
                header="",
            )
            for row, item in enumerate(kasus.get("angka_teks", []))
            for text in item["angka"]
        ),
        kalimat=tuple(
            read_kalimat(teks) for teks in read_narasi([_line(*item) for item in enumerate(kasus.get("narasi", []))])
        ),
    )


def _line(number: int, text: str) -> Line:
    """A printed paragraph, or a heading behind `# `."""
    heading = text.startswith("# ")
    bare = text.removeprefix("# ")
    return Line(
        text=bare,
        place=DocxPlace(block=number),
        role=LineRole.HEADING if heading else LineRole.BODY,
        bold=heading,
    )


def place(row: int, col: int, page: int = 1) -> PdfPlace:
    """A made-up place for a grid square."""
    return PdfPlace(page=page, bbox=BBox(x0=50.0 * col, top=20.0 * row, x1=50.0 * col + 45, bottom=20.0 * row + 15))


def _tabel(index: int, item: Kasus) -> Tabel:
    kolom = tuple(_kolom(col, text) for col, text in enumerate(item["kolom"], start=1))
    lines = [[cell.strip() for cell in line.split("|")] for line in item["baris"].strip().splitlines()]
    return Tabel(
        index=index,
        number=index,
        caption=item.get("caption"),
        kind=Kind(item.get("kind", "capaian")),
        kolom=kolom,
        baris=tuple(_baris(index, row, lines, kolom) for row in range(len(lines))),
        tahun=item.get("tahun"),
        place=place(0, 0, index + 1),
        lampiran=item.get("lampiran", False),
        judul_bagian=tuple(item.get("judul_bagian", ())),
    )


def _kolom(col: int, text: str) -> Kolom:
    match = _KOLOM.fullmatch(text)
    assert match is not None, f"no column: {text}"
    year = match["year"]
    return Kolom(
        col=col,
        part=Part(match["part"]),
        header=match["header"] or match["part"].replace("_", " ") + (f" {year}" if year else ""),
        year=int(year) if year else None,
        period=match["period"],
        scope=Scope(match["scope"] or "own"),
    )


def _baris(index: int, row: int, lines: Sequence[Sequence[str]], kolom: Sequence[Kolom]) -> Baris:
    label, values = lines[row][0], lines[row][1:]
    sifat = dict(part.partition("=")[::2] for part in re.findall(r"\{([^}]*)\}", label))
    nama = re.sub(r"\{[^}]*\}", "", label).strip()
    jenis = _JENIS.get(nama[:1], JenisBaris.BUTIR)
    nama = nama.lstrip("=~+ ")
    arah = next((Arah(key) for key in sifat if key in ("naik", "turun", "rentang")), Arah.TIDAK_DIKETAHUI)
    satuan = [value for value, k in zip(values, kolom, strict=False) if k.part is Part.SATUAN]
    level = sifat.get("level")
    return Baris(
        table=index,
        row=row,
        label=nama,
        nomor=sifat.get("nomor"),
        sasaran=sifat.get("sasaran"),
        level=int(level) if level is not None else None,
        jenis=jenis,
        indikator=sifat.get("id", nama.lower()),
        arah=arah,
        satuan=satuan[0] if satuan else None,
        fakta=tuple(_fakta(index, row, lines, k) for k in kolom if k.col < len(lines[row])),
        place=place(row, 0, index + 1),
    )


def _fakta(index: int, row: int, lines: Sequence[Sequence[str]], kolom: Kolom) -> Fakta:
    first = row
    while lines[first][kolom.col] == "^":
        first -= 1
    below = lines[row + 1] if row + 1 < len(lines) else ()
    shared = first != row or (len(below) > kolom.col and below[kolom.col] == "^")
    text = lines[first][kolom.col]
    pecahan = parse_fraction(text) if "/" in text and "=" in text else None
    angka = parse_angka(text) if pecahan is None or pecahan[3] is None else pecahan[3]
    return Fakta(
        part=kolom.part,
        angka=angka,
        place=place(first, kolom.col, index + 1),
        row=first,
        col=kolom.col,
        header=kolom.header,
        year=kolom.year,
        period=kolom.period,
        scope=kolom.scope,
        shared=shared,
        raw=(pecahan[0], pecahan[1]) if pecahan else None,
        factor=pecahan[2] if pecahan else None,
    )


def _skala(item: Kasus) -> Skala:
    return Skala(
        kelas=tuple(_kelas(row, text) for row, text in enumerate(item["kelas"])),
        caption=item.get("caption"),
        subject=item.get("subject", "capaian"),
        untuk_capaian=item.get("untuk_capaian", True),
        arah=Arah(item.get("arah", "tidak diketahui")),
        place=place(0, 0),
    )


def _kelas(row: int, text: str) -> Kelas:
    if "=" not in text:
        return Kelas(label=text, text="", low=None, high=None, place=place(row, 1))
    match = _KELAS.fullmatch(text)
    assert match is not None, f"no class: {text}"
    return Kelas(
        label=match["label"],
        text=text.partition("=")[2].strip(),
        low=_batas(match["low"]),
        high=_batas(match["high"]),
        low_inclusive=match["kiri"] == "[",
        high_inclusive=match["kanan"] == "]",
        place=place(row, 1),
    )


def _batas(text: str) -> Angka | None:
    if not text:
        return None
    decimals = len(text.partition(",")[2])
    value = Decimal(text.replace(",", "."))
    return Angka(text=text, kind=AngkaKind.NUMBER, value=value, decimals=decimals)


def _kolom_cetak(index: int, item: Kasus) -> KolomCetak:
    return KolomCetak(
        table=item.get("table", index),
        caption=item.get("caption"),
        header=item["header"],
        sel=tuple(
            SelLain(
                text=text,
                place=place(row, 1),
                row=row,
                col=1,
                label=f"baris {row + 1}",
                header=item["header"],
            )
            for row, text in enumerate(item["sel"])
        ),
    )
