"""The dictionaries of names, spellings, units and directions: those of `schemas/kamus`, and those in use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.normalise.kamus.baca import baca_csv, isi_berkas, sidik_isi
from pipeline.normalise.kamus.isi import (
    ARAH,
    EJAAN,
    INDIKATOR,
    SATUAN,
    AturanArah,
    EntriIndikator,
    Frasa,
    Kata,
    Satuan,
    baca_aturan,
    baca_frasa,
    baca_satuan,
    jadikan_entri,
    periksa_indikator,
    tunggal,
    wajib,
)
from pipeline.normalise.kamus.keputusan_nama import KeputusanNama

__all__ = (
    "AturanArah",
    "EntriIndikator",
    "Frasa",
    "Kamus",
    "Kata",
    "Satuan",
    "kamus_bawaan",
    "memakai_kamus",
    "muat_kamus",
)

_VERSI = ("versi", "tanggal", "perubahan")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kamus:
    """All dictionaries; equal only to itself, so that what is derived from one can be kept with it.

    Attributes:
        ejaan: misspellings; singkatan: abbreviations and phrases.
        kata: root words; a word built from one is no misspelling.
        satuan: units by every spelling.
        arah: rules of direction, the first that fits decides.
        versi: version of the dictionaries of the program.
        sidik: hex digest over the contents of all files of it, a user's own and decisions included.
        keputusan: decisions of persons about names, every one with its code or `baru`.
    """

    indikator: tuple[EntriIndikator, ...]
    ejaan: Frasa
    singkatan: Frasa
    kata: frozenset[str]
    satuan: Mapping[str, Satuan]
    arah: tuple[AturanArah, ...]
    versi: str = ""
    sidik: str = ""
    keputusan: tuple[KeputusanNama, ...] = ()


_DIPAKAI: ContextVar[Kamus | None] = ContextVar("kamus", default=None)


def muat_kamus() -> Kamus:
    """The dictionaries in use; those of the program outside `memakai_kamus`, read at the first call."""
    return _DIPAKAI.get() or kamus_bawaan()


@contextmanager
def memakai_kamus(kamus: Kamus) -> Iterator[None]:
    """Makes `kamus` the one in use within the block, in this thread or task alone."""
    token = _DIPAKAI.set(kamus)
    try:
        yield
    finally:
        _DIPAKAI.reset(token)


@cache
def kamus_bawaan() -> Kamus:
    """The dictionaries of the program.

    Raises:
        KamusError: when one of its files is broken.
    """
    satuan = baca_satuan(baca_csv("satuan.csv", SATUAN), {})
    indikator = baca_csv("indikator.csv", INDIKATOR)
    periksa_indikator(indikator, ("kode", "nama", "arah", "satuan", "bidang", "sumber"), satuan)
    ejaan = baca_csv("ejaan.csv", EJAAN)
    kata = baca_csv("kata.csv", ("kata",))
    tunggal(kata, "kata")
    return Kamus(
        indikator=tuple(map(jadikan_entri, indikator)),
        ejaan=baca_frasa(ejaan, "ejaan", {}),
        singkatan=baca_frasa(ejaan, "singkatan", {}),
        kata=frozenset(row["kata"] for row in kata),
        satuan=satuan,
        arah=baca_aturan(baca_csv("arah.csv", ARAH)),
        versi=_versi(),
        sidik=sidik_isi((name, isi_berkas(name)) for name in berkas_bawaan()),
    )


def berkas_bawaan() -> tuple[str, ...]:
    """Names of all files of the kamus of the program."""
    folder = files("schemas").joinpath("kamus")
    return tuple(sorted(item.name for item in folder.iterdir() if item.name.endswith(".csv")))


def _versi() -> str:
    """The version that the last line of `versi.csv` tells."""
    rows = baca_csv("versi.csv", _VERSI)
    wajib(rows, *_VERSI)
    tunggal(rows, "versi")
    return rows[-1]["versi"]
