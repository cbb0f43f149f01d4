"""Baris ganda.

Yang ditemukan
    Satu baris tercetak dua kali dalam satu tabel: nama dan semua angkanya sama, di bawah induk yang sama. Dalam
    keputusan: satu jabatan dengan dua lembar, satu indikator dua kali dalam satu lembar, satu peraturan dua kali dalam
    dasar hukum.

Mengapa penting
    Baris ganda terhitung dua kali dalam jumlah, rata-rata, dan banyaknya indikator.

Contoh
    "Persentase pencari kerja yang ditempatkan 73,30 %" berdiri dua kali berturut-turut dalam perjanjian
    kinerja; dua lembar berjabatan Pengadministrasi Umum dengan tugas yang berbeda.

Diam bila
    Angkanya berbeda atau kosong, kodenya berbeda, induk atau sasarannya berbeda atau tidak terbaca, namanya umum
    (satu kata), kedua baris tidak berurutan dalam tabel tanpa susunan bernomor, atau tabelnya daftar milik
    beberapa orang (perjanjian bawahan). Dalam keputusan: nama jabatan satu kata, unit atau judul lembarnya berbeda,
    salah satu lembarnya hanya judul lanjutan, di antaranya ada lembar kepala unit pelaksana lain; sasaran, rumus,
    target, atau penanggung jawab indikatornya berbeda.

Rujukan:
    Kaidah tabel; tidak diatur khusus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.checks.base import Check, bernilai, evidence, evidence_label, finding, ok, unchecked, where
from pipeline.checks.base_keputusan import bukti, bukti_indikator, potong, rapi, sebut_lembar
from schemas.finding import Outcome, Severity
from schemas.keputusan import ButirTeks, Indikator, Jabatan, JenisKeputusan, Keputusan, Teks
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
_KATA_DASAR = 6
_UNIT = re.compile(
    r"^kepala\s+(?:upt|balai|cabang|puskesmas|unit\s+pelaksana|loka|museum|rumah\s+sakit|taman)", re.IGNORECASE
)
Kunci = tuple[str, str, str, tuple[str, ...]]


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every row with figures of the tables that promise, measure or budget, and for decrees."""
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
    for keputusan in laporan.keputusan:
        yield from _jabatan(keputusan)
        for lembar in keputusan.jabatan:
            yield from _indikator(lembar)
        yield from _dasar(keputusan)


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
    label = rapi(baris.label)
    if len(label.split()) < 2 or len(label) < 8:
        return None
    angka = [fakta for fakta in baris.fakta if fakta.part in _ANGKA and not fakta.shared]
    if not any(bernilai(fakta.angka) and fakta.angka.value != 0 for fakta in angka):
        return None
    kode = next((fakta.text for fakta in baris.fakta if fakta.part is Part.KODE), baris.nomor or "")
    kode = "" if _URUT.match(kode) else rapi(kode)
    return (
        label,
        f"{induk}/{rapi(baris.sasaran or '')}",
        kode,
        tuple(rapi(f"{f.col}:{f.text}") for f in angka),
    )


def _temuan(tabel: Tabel, rows: list[Baris]) -> Outcome:
    pertama = rows[0]
    angka = [fakta for fakta in pertama.fakta if fakta.part in _ANGKA and bernilai(fakta.angka)]
    return finding(
        CHECK,
        subject=pertama.label,
        message=f"Baris {pertama.label} ({angka[0].text}) tercetak {len(rows)} kali di {where(tabel)}.",
        evidence=[evidence_label(tabel, baris) for baris in rows] + [evidence(angka[0], tabel, pertama)],
    )


def _jabatan(keputusan: Keputusan) -> Iterator[Outcome]:
    """Sheets of one position."""
    if keputusan.jenis is JenisKeputusan.PERJANJIAN:
        return
    kelompok: dict[tuple[str, ...], list[Jabatan]] = {}
    for lembar in keputusan.jabatan:
        if lembar.jabatan is not None:
            nama = rapi(lembar.jabatan.text)
            kelompok.setdefault((nama, _teks(lembar.unit), _teks(lembar.judul)), []).append(lembar)
    for (nama, *_), sama in kelompok.items():
        if len(sama) == 1:
            yield ok()
        elif len(nama.split()) < 2:
            yield unchecked("nama jabatan umum")
        elif any(not (item.indikator or item.tugas or item.fungsi) for item in sama):
            yield unchecked("lembar jabatan yang sama mungkin lanjutan")
        elif _beda_unit(keputusan.jabatan, sama):
            yield unchecked("jabatan yang sama mungkin pada unit pelaksana yang berbeda")
        else:
            yield _temuan_jabatan(sama)


def _beda_unit(semua: tuple[Jabatan, ...], sama: list[Jabatan]) -> bool:
    """Whether the sheet of another unit's head stands between sheets of one position."""
    tempat = [k for k, item in enumerate(semua) if any(item is lain for lain in sama)]
    antara = (item.jabatan for item in semua[tempat[0] + 1 : tempat[-1]])
    return any(jabatan is not None and _UNIT.search(jabatan.text) for jabatan in antara)


def _temuan_jabatan(sama: list[Jabatan]) -> Outcome:
    nama = potong(sama[0].jabatan.text) if sama[0].jabatan is not None else ""
    tugas = {tuple(rapi(butir.teks.text) for butir in (*item.tugas, *item.fungsi)) for item in sama}
    ukuran = {tuple(rapi(satu.indikator.text) for satu in item.indikator) for item in sama}
    beda = "tugas" if len(tugas) > 1 else "indikator"
    ket = f"{beda}nya berbeda" if len(tugas) > 1 or len(ukuran) > 1 else "tugas dan indikatornya sama"
    return finding(
        CHECK,
        subject=nama,
        message=f"Jabatan {nama} tercetak pada {len(sama)} lembar; {ket}.",
        hint="nama jabatan mungkin belum dibedakan menurut tugasnya" if ket.endswith("berbeda") else None,
        evidence=[bukti(item.jabatan, "jabatan", "jabatan") for item in sama if item.jabatan is not None],
    )


def _indikator(lembar: Jabatan) -> Iterator[Outcome]:
    """Indicators that one sheet prints twice with all that it says of them."""
    kelompok: dict[tuple[str, ...], list[Indikator]] = {}
    for item in lembar.indikator:
        target = (teks for _, teks in item.target)
        isi = (item.sasaran, item.definisi, item.formula, item.satuan, item.penanggung_jawab, *target)
        nama = rapi(item.indikator.text)
        if len(nama.split()) >= 2 and item.sasaran is not None and any(isi[1:]):
            kelompok.setdefault((nama, *map(_teks, isi)), []).append(item)
    for sama in kelompok.values():
        if len(sama) == 1:
            yield ok()
            continue
        nama = potong(sama[0].indikator.text)
        yield finding(
            CHECK,
            subject=nama,
            message=f"Indikator {nama} tercetak {len(sama)} kali untuk sasaran yang sama pada {sebut_lembar(lembar)}.",
            evidence=[bukti_indikator(item, sebut_lembar(lembar)) for item in sama],
        )


def _dasar(keputusan: Keputusan) -> Iterator[Outcome]:
    """Items of the legal basis that are printed twice."""
    kelompok: dict[str, list[ButirTeks]] = {}
    for butir in keputusan.mengingat:
        kelompok.setdefault(rapi(re.sub(r"\W+(?:dan)?\W*$", "", butir.teks.text.lower())), []).append(butir)
    for kunci, sama in kelompok.items():
        if len(sama) == 1 or len(kunci.split()) < _KATA_DASAR:
            yield ok()
            continue
        nomor = " dan ".join(butir.tanda or "tanpa nomor" for butir in sama)
        yield finding(
            CHECK,
            subject=potong(sama[0].teks.text),
            message=f"Dasar hukum “{potong(sama[0].teks.text)}” tercetak {len(sama)} kali (butir {nomor}).",
            evidence=[bukti(butir.teks, "mengingat", butir.tanda) for butir in sama],
        )


def _teks(teks: Teks | None) -> str:
    return rapi(teks.text) if teks is not None else ""


CHECK = Check(code="KON010", name="baris-ganda", severity=Severity.ERROR, run=run, doc=__doc__)
