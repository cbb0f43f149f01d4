"""A report as understood, as text that a person can hold against the printed page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schemas.extraction import BarisTeks, Extraction, Isi, SkalaTeks, TabelTerpetakan
from schemas.kinerja import Kolom, Scope


def dump(extraction: Extraction) -> str:
    """All tables with captions, kinds, columns and rows; scales; stated rules; tables that were not understood."""
    return "\n".join(_lines(extraction)) + "\n"


def _lines(extraction: Extraction) -> Iterator[str]:
    meta = extraction.metadata
    yield f"{extraction.family}: {meta.instansi} ({meta.tingkat}), {meta.tahun}"
    for tabel in extraction.tabel:
        yield from _table(tabel)
    for skala in extraction.skala:
        yield from _scale(skala)
    for rumus in extraction.rumus:
        yield f"\nRUMUS {rumus.rule} ({rumus.arah}): {_flat(rumus.text)}"
    for lain in extraction.belum_dipetakan:
        yield f"\nTIDAK DIPETAKAN {lain.caption or '(tanpa judul)'}: {lain.rows} x {lain.cols}, {lain.reason}"


def _table(tabel: TabelTerpetakan) -> Iterator[str]:
    marks = [str(tabel.kind), str(tabel.tahun or "-"), *(["lampiran"] if tabel.lampiran else [])]
    yield f"\nTABEL {tabel.number} {tabel.caption or '(tanpa judul)'} [{', '.join(marks)}]"
    yield from (f"  kolom {_column(kolom)}" for kolom in tabel.kolom)
    sasaran: str | None = None
    for baris in tabel.baris:
        if baris.sasaran != sasaran:
            sasaran = baris.sasaran
            yield f"  sasaran {_flat(sasaran or '-')}"
        yield f"  {_row(baris)}"


def _column(kolom: Kolom) -> str:
    marks = [str(kolom.year) if kolom.year else "", kolom.period or ""]
    scope = str(kolom.scope) if kolom.scope is not Scope.OWN else ""
    return f"{kolom.col:>2} {' '.join(m for m in (str(kolom.part), *marks, scope) if m)}: {kolom.header}"


def _row(baris: BarisTeks) -> str:
    place = f"{baris.row}.{baris.sub}" if baris.sub else str(baris.row)
    figures = " | ".join(_value(isi) for isi in baris.isi)
    return f"{place:>5} {baris.nomor or ''} {baris.label} | {figures}"


def _value(isi: Isi) -> str:
    marks = [str(isi.part), str(isi.year) if isi.year else "", isi.period or "", "bersama" if isi.shared else ""]
    return f"{' '.join(m for m in marks if m)} {_flat(isi.text)}"


def _scale(skala: SkalaTeks) -> Iterator[str]:
    yield f"\nSKALA {skala.caption or '(tanpa judul)'} [{skala.header}]"
    yield from (f"  {_flat(kelas.text)}: {_flat(kelas.label)}" for kelas in skala.kelas)


def _flat(text: str) -> str:
    return " ".join(re.sub(r"/\n\s*", "/", text).split())
