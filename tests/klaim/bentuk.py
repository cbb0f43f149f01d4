"""Builds sentences with marked numbers, so that a test reads like the sentence it is about.

`naik sebesar {selisih:0,59|arah=naik} dari {nilai:93,95%|tahun=2022}`: role, printed number and attributes of
`KlaimTeks`. A change is one against another year unless `acuan=target` says otherwise.
"""

from __future__ import annotations

import re
from typing import Any

from pipeline.interpret.narasi import read_kalimat
from schemas.kinerja import Laporan, Metadata, Tabel
from schemas.narasi import Acuan, ArahKata, KalimatTeks, KlaimTeks, Peran
from schemas.provenance import DocxPlace

_TANDA = re.compile(r"\{(?P<peran>\w+):(?P<angka>[^|}]*)(?:\|(?P<sifat>[^}]*))?\}")


def kalimat(text: str, *, paragraf: int = 0, urutan: int = 0, butir: str | None = None) -> KalimatTeks:
    """The sentence of a marked text."""
    polos, klaim = "", []
    akhir = 0
    for tanda in _TANDA.finditer(text):
        polos += text[akhir : tanda.start()]
        mulai = len(polos)
        polos += tanda["angka"]
        klaim.append(_klaim(tanda, mulai, len(polos)))
        akhir = tanda.end()
    return KalimatTeks(
        text=polos + text[akhir:],
        paragraf=paragraf,
        urutan=urutan,
        butir=butir,
        klaim=tuple(klaim),
        place=DocxPlace(block=paragraf),
    )


def laporan(*teks: str, tabel: tuple[Tabel, ...] = ()) -> Laporan:
    """A report of one paragraph with these marked sentences; an empty text begins a new paragraph."""
    kalimat_: list[KalimatTeks] = []
    paragraf = urutan = 0
    for satu in teks:
        if not satu:
            paragraf, urutan = paragraf + 1, 0
            continue
        kalimat_.append(kalimat(satu, paragraf=paragraf, urutan=urutan))
        urutan += 1
    return Laporan(metadata=Metadata(tahun=2030), tabel=tabel, kalimat=tuple(read_kalimat(item) for item in kalimat_))


def _klaim(tanda: re.Match[str], mulai: int, akhir: int) -> KlaimTeks:
    sifat: dict[str, Any] = dict(bagian.split("=") for bagian in (tanda["sifat"] or "").split(",") if bagian)
    peran = Peran(tanda["peran"])
    if peran is Peran.SELISIH:
        sifat["acuan"] = Acuan(sifat.get("acuan", "tahun"))
    if "arah" in sifat:
        sifat["arah"] = ArahKata(sifat["arah"])
    if "tahun" in sifat:
        sifat["tahun"] = int(sifat["tahun"])
    if "pendekatan" in sifat:
        sifat["pendekatan"] = True
    return KlaimTeks(
        peran=peran, tegas=True, angka=tanda["angka"], mulai=mulai, akhir=akhir, place=DocxPlace(block=0), **sifat
    )
