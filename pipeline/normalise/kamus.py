"""The dictionaries of names, spellings, units and directions, read once from `schemas/kamus`."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from schemas.kinerja import Arah

Kata = tuple[str, ...]
# phrases by their first word, longest first, each with what replaces it
Frasa = Mapping[str, tuple[tuple[Kata, Kata], ...]]

_TOKEN = re.compile(r"[a-z][a-z0-9]*|\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class EntriIndikator:
    """One indicator of the dictionary; `alias` are other names for the same quantity."""

    kode: str
    nama: str
    alias: tuple[str, ...]
    arah: Arah


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanArah:
    """A name rule: a name that `pola` finds and `kecuali` does not has direction `arah`."""

    arah: Arah
    pola: re.Pattern[str]
    kecuali: re.Pattern[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Satuan:
    """A unit in its dictionary spelling; units of different `kelas` measure different things."""

    nama: str
    kelas: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kamus:
    """All dictionaries.

    Attributes:
        ejaan: misspellings; singkatan: abbreviations and phrases.
        kata: root words; a word built from one is no misspelling.
        satuan: units by every spelling.
    """

    indikator: tuple[EntriIndikator, ...]
    ejaan: Frasa
    singkatan: Frasa
    kata: frozenset[str]
    satuan: Mapping[str, Satuan]
    arah: tuple[AturanArah, ...]


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("schemas").joinpath("kamus", name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def _pecah(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _frasa(jenis: str) -> Frasa:
    found: dict[str, dict[Kata, Kata]] = defaultdict(dict)
    for row in _rows("ejaan.csv"):
        tulisan = tuple(_TOKEN.findall(row["tulisan"]))
        if row["jenis"] == jenis and row["tulisan"] != row["baku"]:
            found[tulisan[0]].setdefault(tulisan, tuple(_TOKEN.findall(row["baku"])))
    return {first: tuple(sorted(phrases.items(), key=lambda item: -len(item[0]))) for first, phrases in found.items()}


def _satuan() -> Mapping[str, Satuan]:
    found: dict[str, Satuan] = {}
    for row in _rows("satuan.csv"):
        satuan = Satuan(nama=row["satuan"], kelas=row["kelas"])
        for tulisan in (row["satuan"], *_pecah(row["tulisan"])):
            found.setdefault(tulisan, satuan)
    return found


@cache
def muat_kamus() -> Kamus:
    """The dictionaries; they are read at the first call."""
    return Kamus(
        indikator=tuple(
            EntriIndikator(kode=row["kode"], nama=row["nama"], alias=_pecah(row["alias"]), arah=Arah(row["arah"]))
            for row in _rows("indikator.csv")
        ),
        ejaan=_frasa("ejaan"),
        singkatan=_frasa("singkatan"),
        kata=frozenset(row["kata"] for row in _rows("kata.csv")),
        satuan=_satuan(),
        arah=tuple(
            AturanArah(
                arah=Arah(row["arah"]),
                pola=re.compile(row["pola"]),
                kecuali=re.compile(row["kecuali"]) if row["kecuali"] else None,
            )
            for row in sorted(_rows("arah.csv"), key=lambda row: int(row["urutan"]))
        ),
    )
