"""Baris ganda.

Yang ditemukan
    Satu baris tercetak dua kali dalam satu tabel: nama dan semua angkanya sama, di bawah induk yang sama.

Mengapa penting
    Baris ganda terhitung dua kali dalam jumlah, rata-rata, dan banyaknya indikator.

Contoh
    "Persentase pencari kerja yang ditempatkan 73,30 %" berdiri dua kali berturut-turut dalam perjanjian
    kinerja.

Diam bila
    Angkanya berbeda atau kosong, kodenya berbeda, induk atau sasarannya berbeda atau tidak terbaca, namanya umum
    (satu kata), kedua baris tidak berurutan dalam tabel tanpa susunan bernomor, atau tabelnya daftar milik
    beberapa orang (perjanjian bawahan).

Rujukan:
    Kaidah tabel; tidak diatur khusus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.checks.base import Check, bernilai, evidence, evidence_label, finding, ok, unchecked, where
from schemas.finding import Outcome, Severity
from schemas.kinerja import Baris, JenisBaris, Kind, Laporan, Part, Tabel

_KINDS = (
    Kind.CAPAIAN,
    Kind.PERBANDINGAN,
    Kind.PERJANJIAN,
    Kind.RENSTRA,
    Kind.NASIONAL,
    Kind.ANGGARAN,
    Kind.EFISIENSI,
)
_ANGKA = frozenset(set(Part) - {Part.NOMOR, Part.KODE, Part.SATUAN, Part.SASARAN, Part.LABEL, Part.FORMULA})
_URUT = re.compile(r"^\W*(\d{1,3}|[a-z]|[ivx]+)\W*$", re.IGNORECASE)
Kunci = tuple[str, str, str, tuple[str, ...]]


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every row with figures of the tables that promise, measure or budget."""
    for tabel in laporan.of_kind(*_KINDS):
        if tabel.lampiran and tabel.kind is Kind.PERJANJIAN:
            continue
        kelompok: dict[Kunci, list[Baris]] = {}
        for baris, induk in _berinduk(tabel):
            kunci = _kunci(baris, induk)
            if kunci is not None:
                kelompok.setdefault(kunci, []).append(baris)
        for rows in kelompok.values():
            yield _periksa(tabel, rows)


def _periksa(tabel: Tabel, rows: list[Baris]) -> Outcome:
    if len(rows) == 1:
        return ok()
    tempat = [next(i for i, baris in enumerate(tabel.baris) if baris is item) for item in rows]
    berurutan = all(b - a == 1 for a, b in pairwise(tempat))
    bersasaran = not tabel.has(Part.SASARAN) or all((baris.sasaran or "").strip() for baris in rows)
    if berurutan or (bersasaran and (tabel.has(Part.SASARAN) or all(baris.level is not None for baris in rows))):
        return _temuan(tabel, rows)
    return unchecked("baris kembar mungkin milik kelompok yang berbeda")


def _berinduk(tabel: Tabel) -> Iterator[tuple[Baris, str]]:
    """Single rows with the row above them that is a level higher."""
    jalur: list[Baris] = []
    for baris in tabel.baris:
        level = baris.level
        if level is not None:
            jalur = [atas for atas in jalur if atas.level is not None and atas.level < level]
        if baris.jenis is JenisBaris.BUTIR:
            yield baris, str(jalur[-1].row) if jalur else ""
        if level is not None:
            jalur.append(baris)
        elif baris.jenis is JenisBaris.INDUK:
            jalur = [baris]


def _kunci(baris: Baris, induk: str) -> Kunci | None:
    """What makes two rows one: name, group and all figures; None for rows that say too little."""
    label = _rapi(baris.label)
    if len(label.split()) < 2 or len(label) < 8:
        return None
    angka = [fakta for fakta in baris.fakta if fakta.part in _ANGKA and not fakta.shared]
    if not any(bernilai(fakta.angka) and fakta.angka.value != 0 for fakta in angka):
        return None
    kode = next((fakta.text for fakta in baris.fakta if fakta.part is Part.KODE), baris.nomor or "")
    kode = "" if _URUT.match(kode) else _rapi(kode)
    return (
        label,
        f"{induk}/{_rapi(baris.sasaran or '')}",
        kode,
        tuple(_rapi(f"{f.col}:{f.text}") for f in angka),
    )


def _rapi(text: str) -> str:
    return " ".join(text.lower().split()).strip(" .:;-")


def _temuan(tabel: Tabel, rows: list[Baris]) -> Outcome:
    pertama = rows[0]
    angka = [fakta for fakta in pertama.fakta if fakta.part in _ANGKA and bernilai(fakta.angka)]
    return finding(
        CHECK,
        subject=pertama.label,
        message=f"Baris {pertama.label} ({angka[0].text}) tercetak {len(rows)} kali di {where(tabel)}.",
        evidence=[evidence_label(tabel, baris) for baris in rows] + [evidence(angka[0], tabel, pertama)],
    )


CHECK = Check(code="KON010", name="baris-ganda", severity=Severity.ERROR, run=run, doc=__doc__)
