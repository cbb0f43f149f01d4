"""Builds linked documents from a case file; digests and links are made by the real stages.

A case holds `dokumen`, the first of which is the one that is checked. Each is a report as in laporan_toml, with

- `berkas`: name of its file, which stands for its bytes too;
- `family`: how it was read (`lkjip` unless given, `perjanjian`, `keputusan`, `iki2017`, `umum`);
- `instansi`: its office, `INSTANSI` unless given; `tahun`: its year, 2030 unless given;
- `sampul`: lines of its cover, those of a report unless given; `teks`: further printed lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from pipeline.ikhtisar import ikhtisarkan
from pipeline.link import tautkan
from pipeline.normalise import normalise
from schemas.tautan import Ikhtisar, Tautan
from tests.checks.laporan_toml import laporan

INSTANSI = "Dinas Contoh Kabupaten Randualas"


def tautan(kasus: Mapping[str, Any]) -> Tautan:
    """What ties the first document of a case to the others."""
    semua = [ikhtisar(item) for item in kasus["dokumen"]]
    return tautan_semua(semua)[0]


def tautan_semua(semua: Sequence[Ikhtisar]) -> tuple[Tautan, ...]:
    """What ties every document to the others; those of another office than the first are left out."""
    posisi = [at for at, item in enumerate(semua) if at == 0 or (item.kantor and item.kantor == semua[0].kantor)]
    return tautkan(semua, posisi).tautan


def ikhtisar(item: Mapping[str, Any]) -> Ikhtisar:
    """The digest of one document."""
    isi = {"instansi": INSTANSI, "tahun": 2030, **item}
    sampul = isi.get("sampul", [f"LAPORAN KINERJA {isi['instansi'].upper()}", f"TAHUN {isi['tahun']}"])
    return ikhtisarkan(
        normalise(laporan(isi)),
        path=f"arsip/{isi['berkas']}",
        sha256=sha256(isi["berkas"].encode()).hexdigest(),
        family=isi.get("family", "lkjip"),
        teks=(*sampul, *isi.get("teks", [])),
    )
