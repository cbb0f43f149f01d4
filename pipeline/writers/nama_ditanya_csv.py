"""nama-ditanya.csv: names that may be one, to be decided by a person and read back (`--nama`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePath

from pipeline.writers.cells import append_csv, begin_csv, joined
from schemas.provenance import page_of
from schemas.result import RunResult
from schemas.tanya import TanyaNama

FILE = "nama-ditanya.csv"
HEADER = (
    "nama", "calon", "kode", "skor", "fitur", "alasan", "calon_kedua", "skor_kedua", "tempat",
    "putusan", "oleh", "tanggal",
)  # fmt: skip
_TEMPAT_TERBANYAK = 5


def write_nama_ditanya_csv(run: RunResult, path: Path) -> None:
    """Writes every question once, the surest first; `putusan`, `oleh` and `tanggal` are left blank to be filled in."""
    begin_csv(path, HEADER, encoding="utf-8-sig")
    append_csv(path, map(_line, _questions(run)))


def _questions(run: RunResult) -> list[tuple[TanyaNama, tuple[str, ...]]]:
    """Questions of all documents; those of the same two names are one, with the places of all."""
    found: dict[tuple[str, str], tuple[TanyaNama, list[str]]] = {}
    for document in run.documents:
        for tanya in document.ikhtisar.tanya if document.ikhtisar is not None else ():
            key = joined(tanya.nama).lower(), joined(tanya.calon).lower()
            known, places = found.setdefault(key, (tanya, []))
            if known.skor < tanya.skor:
                found[key] = replace(tanya, tempat=()), places
            places += _places(document.path, tanya)
    ordered = sorted(found.values(), key=lambda item: (-item[0].skor, item[0].nama, item[0].calon))
    return [(tanya, tuple(dict.fromkeys(places))) for tanya, places in ordered]


def _places(path: str, tanya: TanyaNama) -> Iterator[str]:
    for tabel, place in tanya.tempat:
        page = page_of(place)
        where = f" hal. {page}" if page is not None else ""
        yield f"{PurePath(path).name}{where} ({joined(tabel)})"


def _line(item: tuple[TanyaNama, tuple[str, ...]]) -> tuple[str, ...]:
    tanya, places = item
    shown = places[:_TEMPAT_TERBANYAK]
    rest = f"; dan {len(places) - len(shown)} tempat lain" if len(places) > len(shown) else ""
    return (
        joined(tanya.nama),
        joined(tanya.calon),
        tanya.kode,
        _score(tanya.skor),
        "; ".join(f"{name} {_score(value)}" for name, value in tanya.fitur),
        tanya.alasan,
        tanya.lain or "",
        _score(tanya.skor_lain) if tanya.skor_lain is not None else "",
        "; ".join(shown) + rest,
        "", "", "",
    )  # fmt: skip


def _score(value: float) -> str:
    return f"{value:.2f}"
