"""indikator-tahunan.csv: one line per office, indicator and year, over all documents of the run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath

from pipeline.deret import BAGIAN, BarisTahun, Cetakan, NilaiTahun, yearly
from pipeline.writers.cells import append_csv, begin_csv, joined
from schemas.angka import AngkaKind
from schemas.provenance import page_of
from schemas.result import RunResult

FILE = "indikator-tahunan.csv"
HEADER = (
    "instansi", "unit", "tingkat", "wilayah", "kode", "indikator", "satuan", "arah", "tahun",
    *(f"{part.value}{column}" for part in BAGIAN for column in ("", "_nilai", "_sumber")),
    "berbeda",
)  # fmt: skip


def write_indikator_tahunan_csv(run: RunResult, path: Path) -> None:
    """Writes the series of a run; `…_nilai` is the value with a decimal point, blank where it is no single number."""
    begin_csv(path, HEADER, encoding="utf-8-sig")
    append_csv(path, map(_line, yearly(run)))


def _line(baris: BarisTahun) -> tuple[str, ...]:
    nilai = {item.part: item for item in baris.nilai}
    return (
        joined(baris.instansi),
        baris.kantor.unit,
        baris.kantor.tingkat,
        baris.kantor.wilayah,
        baris.kode,
        joined(baris.indikator),
        joined(baris.satuan),
        baris.arah.value,
        str(baris.tahun),
        *(cell for part in BAGIAN for cell in _cells(nilai.get(part))),
        "; ".join(_differing(baris)),
    )


def _cells(nilai: NilaiTahun | None) -> tuple[str, str, str]:
    if nilai is None:
        return "", "", ""
    angka = nilai.utama.sebutan.fakta.angka
    value = str(angka.value) if angka.kind is AngkaKind.NUMBER and angka.value is not None else ""
    return joined(angka.text), value, _source(nilai.utama)


def _differing(baris: BarisTahun) -> Iterator[str]:
    for nilai in baris.nilai:
        for item in nilai.lain:
            yield f"{nilai.part.value} {joined(item.sebutan.fakta.text)} ({_source(item)})"


def _source(cetakan: Cetakan) -> str:
    """File and page of a printing, without its folder."""
    page = page_of(cetakan.sebutan.fakta.place)
    name = PurePath(cetakan.dokumen.path).name
    return f"{name} hal. {page}" if page is not None else name
