"""Texts to values: every mapped cell becomes a fact with its number, every row gets its kind, level and unit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.angka_id import infer_separator, parse_angka, parse_fraction
from pipeline.angka_id.digits import EN
from pipeline.interpret.jumlah import is_total, with_proved_totals
from pipeline.interpret.skala import read_skala
from pipeline.keputusan import interpret_keputusan
from schemas.angka import Angka, AngkaKind
from schemas.extraction import BarisTeks, Extraction, Isi, TabelTerpetakan
from schemas.kinerja import Baris, Fakta, JenisBaris, Laporan, Part, Tabel

_TEXT_PARTS = frozenset({Part.SATUAN, Part.KATEGORI, Part.FORMULA})
_OF_INDICATORS = re.compile(r"\bindikator\b", re.IGNORECASE)
_MEAN = re.compile(
    r"^\W*(?:capaian\s+|nilai\s+)?rata\s*-?\s*(?:rata|2)(?:\s+(?:capaian|persentase|nilai|jumlah|total|kinerja|sasaran|indikator)\b.*|\W*)$",
    re.IGNORECASE,
)
_BROKEN_AT_SLASH = re.compile(r"/\n\s*")
_COMMA_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d,])")
_POINT_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![\d.])")
_ONE_COMMA_GROUP = re.compile(r"(?<![\d.,])\d{1,3},\d{3}(?![\d.,])")
_ENOUGH_GROUPS = 3
_BRACKETED = re.compile(r"\([^()]*\)")
_CLASS_BEHIND = re.compile(r"[A-Za-z]")
_OUTLINE = re.compile(r"^\(?\d+(?:\.\d+)*[.)]?$")
_UNIT_IN_LABEL = re.compile(
    r"\(\s*(%|persen|orang|unit|dokumen|rp\.?|rupiah|ton|ekor|kk|nilai|indeks|poin|skor|tahun)\s*\)",
    re.IGNORECASE,
)


def interpret(extraction: Extraction) -> Laporan:
    """The report with its numbers; indicator identities and directions are still open."""
    english = _english_groups(extraction)
    tabel = tuple(_tabel(terpetakan, index, english) for index, terpetakan in enumerate(extraction.tabel))
    return Laporan(
        metadata=extraction.metadata,
        tabel=tabel,
        skala=tuple(read_skala(skala) for skala in extraction.skala),
        rumus=extraction.rumus,
        kolom_cetak=extraction.kolom_cetak,
        angka_teks=extraction.angka_teks,
        belum_dipetakan=extraction.belum_dipetakan,
        susunan=extraction.susunan,
        keputusan=tuple(interpret_keputusan(item) for item in extraction.keputusan),
    )


def _tabel(terpetakan: TabelTerpetakan, index: int, english: bool) -> Tabel:
    separators = _separators(terpetakan.baris, english)
    deep = any(_depth(baris.nomor) for baris in terpetakan.baris)
    named = any(k.part is Part.LABEL and _OF_INDICATORS.search(k.header) for k in terpetakan.kolom)
    baris = tuple(_baris(teks, index, separators, deep=deep, named=named) for teks in terpetakan.baris)
    tabel = Tabel(
        index=index,
        number=terpetakan.number,
        caption=terpetakan.caption,
        kind=terpetakan.kind,
        kolom=terpetakan.kolom,
        baris=baris,
        tahun=terpetakan.tahun,
        place=terpetakan.place,
        confidence=terpetakan.confidence,
        lampiran=terpetakan.lampiran,
        judul_bagian=terpetakan.judul_bagian,
    )
    return with_proved_totals(tabel, named=named)


def _english_groups(extraction: Extraction) -> bool:
    """Whether the report groups digits by commas (`12,450,300,000`) and never by points."""
    texts = [isi.text for tabel in extraction.tabel for baris in tabel.baris for isi in baris.isi]
    comma = sum(1 for text in texts if _COMMA_GROUPS.search(text))
    return comma >= _ENOUGH_GROUPS and not any(_POINT_GROUPS.search(text) for text in texts)


def _separators(baris: Sequence[BarisTeks], english: bool) -> dict[int, str | None]:
    """Separator habit per column; the report's own where groups of three digits leave it open (`43,963`)."""
    texts: dict[int, list[str]] = defaultdict(list)
    for teks in baris:
        for isi in teks.isi:
            if isi.part not in _TEXT_PARTS:
                texts[isi.col].append(isi.text)
    separators = {col: infer_separator(column) for col, column in texts.items()}
    if not english:
        return separators
    return {
        col: habit or (EN if any(_ONE_COMMA_GROUP.search(text) for text in texts[col]) else None)
        for col, habit in separators.items()
    }


def _baris(teks: BarisTeks, table: int, separators: Mapping[int, str | None], *, deep: bool, named: bool) -> Baris:
    fakta = tuple(fact for isi in teks.isi for fact in _facts(isi, separators.get(isi.col)))
    return Baris(
        table=table,
        row=teks.row,
        sub=teks.sub,
        label=teks.label,
        nomor=teks.nomor,
        sasaran=teks.sasaran,
        level=_depth(teks.nomor) if deep and teks.nomor and _OUTLINE.match(teks.nomor.strip()) else None,
        jenis=_jenis(teks, fakta, named=named),
        satuan=_satuan(teks, fakta),
        fakta=fakta,
        place=teks.place,
    )


def _depth(nomor: str | None) -> int:
    """Depth of an outline number: 0 for `1`, 1 for `1.1`."""
    if not nomor or not _OUTLINE.match(nomor.strip()):
        return 0
    return len(re.findall(r"\d+", nomor)) - 1


def _jenis(teks: BarisTeks, fakta: Sequence[Fakta], *, named: bool) -> JenisBaris:
    """Aggregate rows by their words; a row without figures, or whose label opens a list, is a parent.

    Args:
        teks: the row as printed.
        fakta: its values.
        named: the table heads its labels as indicators, so that `Jumlah kunjungan wisatawan` is one.
    """
    label = teks.label.strip()
    if _MEAN.match(label):
        return JenisBaris.RATA_RATA
    if is_total(label, teks.nomor, fakta, named=named):
        return JenisBaris.JUMLAH
    figures = [f for f in fakta if f.part not in _TEXT_PARTS and f.angka.kind is not AngkaKind.BLANK]
    if not figures or label.endswith(":"):
        return JenisBaris.INDUK
    return JenisBaris.BUTIR


def _satuan(teks: BarisTeks, fakta: Sequence[Fakta]) -> str | None:
    """Unit from its column, behind the row's figures, or in brackets in the label."""
    for isi in teks.isi:
        if isi.part is Part.SATUAN and isi.text.strip():
            return " ".join(_BROKEN_AT_SLASH.sub("/", isi.text).split())
    for fact in fakta:
        if fact.part in (Part.TARGET, Part.REALISASI, Part.AWAL):
            if fact.angka.unit:
                return fact.angka.unit
            if fact.angka.percent:
                return "%"
    found = _UNIT_IN_LABEL.search(teks.label)
    return found.group(1) if found else None


def _facts(isi: Isi, separator: str | None) -> list[Fakta]:
    """The fact of a cell; a class printed with the number (`63,36 % (Sedang)`) is a fact of its own."""
    fact = _fakta(isi, separator)
    rest = fact.angka.rest.strip()
    if isi.part is not Part.CAPAIAN or not rest or fact.angka.value is None or not _CLASS_BEHIND.search(rest):
        return [fact]
    cut = fact.angka.text.rfind(rest)
    if cut <= 0:
        return [fact]
    figure = fact.angka.text[:cut].strip()
    kelas = rest[1:-1].strip() if _BRACKETED.fullmatch(rest) else rest
    kategori = Angka(text=kelas, kind=AngkaKind.TEXT, rest=kelas)
    return [
        replace(fact, angka=replace(fact.angka, text=figure)),
        replace(fact, part=Part.KATEGORI, angka=kategori, raw=None, factor=None),
    ]


def _fakta(isi: Isi, separator: str | None) -> Fakta:
    raw: tuple[Angka, Angka] | None = None
    factor: Angka | None = None
    flat = " ".join(_BROKEN_AT_SLASH.sub("/", isi.text).split())
    if isi.part in _TEXT_PARTS:
        angka = Angka(text=flat, kind=AngkaKind.TEXT, rest=flat)
    else:
        angka = parse_angka(isi.text, separator=separator)
        fraction = parse_fraction(flat) if isi.part in (Part.REALISASI, Part.TARGET, Part.CAPAIAN) else None
        if fraction is not None:
            numerator, denominator, factor, result = fraction
            raw = (numerator, denominator)
            angka = result if result is not None else angka
    return Fakta(
        part=isi.part,
        angka=replace(angka, text=" ".join(angka.text.split())),
        place=isi.place,
        row=isi.row,
        col=isi.col,
        header=isi.header,
        year=isi.year,
        period=isi.period,
        scope=isi.scope,
        shared=isi.shared,
        raw=raw,
        factor=factor,
    )
