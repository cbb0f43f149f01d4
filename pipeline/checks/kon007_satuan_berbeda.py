"""Satuan berbeda.

Yang ditemukan
    Nilai indeks atau skor (Nilai SAKIP, IKM, indeks) tercetak dengan tanda persen, atau satuan satu
    indikator berganti antar tabel.

Mengapa penting
    Nilai 85,32 bukan 85,32 %. Satuan yang keliru membuat selisih dan capaian mudah salah dibaca.

Contoh
    Nilai SAKIP tercetak 85,32 % pada satu tabel dan 85,32 pada tabel lain.

Diam bila
    Nama indikator memang persentase, satuannya hanya ditulis lain (Persen, %, persentase; Poin, Skor,
    Nilai), salah satu satuan tidak tercetak atau tidak dikenal, atau satuannya Predikat, Opini, dan sejenisnya.

Rujukan:
    Nilai evaluasi SAKIP: PermenPANRB 88/2021 (nilai 0 sampai 100); nilai survei kepuasan: PermenPANRB
    14/2017.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.base import Check, evidence, evidence_label, finding, ok, stated, where
from schemas.angka import AngkaKind
from schemas.finding import Evidence, Outcome, Severity
from schemas.kinerja import Baris, Fakta, JenisBaris, Kind, Laporan, Part, Tabel

_KINDS = (Kind.CAPAIAN, Kind.PERBANDINGAN, Kind.PERJANJIAN, Kind.RENSTRA, Kind.NASIONAL, Kind.TRIWULAN)
_PARTS = (Part.TARGET, Part.REALISASI, Part.AWAL)
_PERSENTASE = re.compile(
    r"persen|prosen|presen|%|tingkat|rasio|cakupan|pertumbuhan|peningkatan|kenaikan|penurunan|laju|capaian|jumlah",
    re.IGNORECASE,
)
_INDEKS = re.compile(r"^(indeks|skor|nilai indeks|nilai skor)\b|\((ikm|ipm|skm|iklh|indeks)\)", re.IGNORECASE)
_NILAI = re.compile(
    r"^(nilai|hasil|predikat)\b.*\b(sakip|akip|lakip|lkjip|lke|pmprb|ikm|skm|kepuasan|reformasi birokrasi|rb|"
    r"spip|maturitas|kematangan|spbe|evaluasi|mcp|integritas|akuntabilitas)\b",
    re.IGNORECASE,
)
_SAMA = {
    "persen": {"%", "persen", "prosen", "persentase", "prosentase", "presentase", "pct"},
    "indeks": {"poin", "point", "skor", "nilai", "indeks", "index", "angka", "skala"},
    "orang": {"orang", "jiwa", "org", "peserta", "pegawai", "siswa", "pencaker"},
    "dokumen": {"dokumen", "dok", "laporan", "berkas", "naskah"},
    "buah": {"buah", "unit", "bh", "paket", "set"},
    "rupiah": {"rp", "rupiah"},
    "hektare": {"ha", "hektar", "hektare"},
    "kilometer": {"km", "kilometer"},
    "ton": {"ton"},
    "kasus": {"kasus", "perkara"},
    "desa": {"desa", "kelurahan"},
    "hari": {"hari"},
    "bulan": {"bulan"},
    "tahun": {"tahun", "thn"},
}
_KEPALA = re.compile(r"^\W*(\w+ase|%|jumlah|indeks|nilai|tingkat|angka|rasio|cakupan|skor|laju|rata)\b", re.IGNORECASE)
_KATA = 3
"""Shorter names without such a head are items of a list (a product, a kind of animal) that several lists share."""

Tempat = tuple[Tabel, Baris]


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers once for every indicator of the tables that measure or promise."""
    kelompok: dict[str, list[Tempat]] = {}
    for tabel in laporan.of_kind(*_KINDS):
        for baris in tabel.baris:
            if baris.jenis is JenisBaris.BUTIR and not (tabel.lampiran and tabel.kind is Kind.PERJANJIAN):
                kelompok.setdefault(baris.indikator or baris.label.lower(), []).append((tabel, baris))
    for tempat in kelompok.values():
        yield _persen(tempat) or _satuan(tempat) or ok()


def _persen(tempat: list[Tempat]) -> Outcome | None:
    """An index value that is printed in per cent."""
    label = tempat[0][1].label
    if _PERSENTASE.search(label) or not (_INDEKS.search(label.strip()) or _NILAI.search(label.strip())):
        return None
    nilai = [(t, b, f) for t, b in tempat for f in b.fakta if f.part in _PARTS and f.angka.kind is AngkaKind.NUMBER]
    bertanda = [(t, b, f) for t, b, f in nilai if f.angka.percent]
    kolom = [(t, b) for t, b in tempat if b.satuan and _kelas(b.satuan) == "persen"]
    if not bertanda and not kolom:
        return None
    bukti: list[Evidence] = [evidence(f, t, b) for t, b, f in bertanda]
    bukti += [_bukti_satuan(t, b) for t, b in kolom]
    contoh: Fakta | None = bertanda[0][2] if bertanda else None
    tabel = dict.fromkeys([*(where(t) for t, _, _ in bertanda), *(where(t) for t, _ in kolom)])
    teks = contoh.text if contoh else f"dengan satuan {kolom[0][1].satuan}"
    return finding(
        CHECK,
        subject=label,
        message=f"{label} adalah nilai indeks, bukan persen, tetapi tercetak {teks} ({', '.join(tabel)}).",
        stated=stated(contoh) if contoh else None,
        evidence=bukti,
    )


def _satuan(tempat: list[Tempat]) -> Outcome | None:
    """One identity with two units that are not two spellings of one."""
    label = tempat[0][1].label
    if not tempat[0][1].indikator or (len(label.split()) < _KATA and not _KEPALA.search(label)):
        return None
    kelas: dict[str, Tempat] = {}
    for tabel, baris in tempat:
        nama = _kelas(baris.satuan or "")
        if nama:
            kelas.setdefault(nama, (tabel, baris))
    if len(kelas) < 2:
        return None
    teks = " dan ".join(f"{baris.satuan} ({where(tabel)})" for tabel, baris in kelas.values())
    return finding(
        CHECK,
        subject=label,
        message=f"Satuan {label} berbeda antar tabel: {teks}.",
        evidence=[_bukti_satuan(tabel, baris) for tabel, baris in kelas.values()],
    )


def _kelas(satuan: str) -> str:
    """One word for all spellings of a unit; empty for a text that is no unit, or an unknown one."""
    words = re.findall(r"%|[a-z]+", satuan.lower())
    for nama, sama in _SAMA.items():
        if words and words[0] in sama:
            return nama
    return ""


def _bukti_satuan(tabel: Tabel, baris: Baris) -> Evidence:
    """The unit's cell where there is one, else the label."""
    fakta = baris.get(Part.SATUAN)
    return evidence(fakta, tabel, baris) if fakta is not None else evidence_label(tabel, baris)


CHECK = Check(code="KON007", name="satuan-berbeda", severity=Severity.PRESENTATION, run=run, doc=__doc__)
