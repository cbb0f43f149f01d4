"""Indikator tidak dilaporkan.

Yang ditemukan
    Indikator yang dijanjikan dalam perjanjian kinerja, atau ditetapkan sebagai indikator tujuan, tidak
    muncul pada tabel mana pun yang memuat realisasi.

Mengapa penting
    Janji yang tidak diukur tidak dipertanggungjawabkan; pembaca tidak tahu apakah tercapai.

Contoh
    Perjanjian kinerja memuat "Jumlah dokumen perencanaan" dengan target 8 dokumen, tetapi tidak ada tabel
    yang mencetak realisasinya.

Diam bila
    Dokumen tidak memuat tabel pengukuran, kurang dari separuh indikator perjanjian ditemukan di sana
    (mungkin dilaporkan di dokumen lain), perjanjian milik bawahan, atau ada indikator terukur yang namanya
    mirip.

Rujukan:
    PermenPANRB 53/2014 Lampiran II: laporan memuat capaian atas setiap kinerja yang diperjanjikan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.base import Check, bernilai, evidence, evidence_label, finding, ok, unchecked, where
from schemas.finding import Outcome, Severity
from schemas.kinerja import Baris, JenisBaris, Kind, Laporan, Part, Tabel

_UKUR = (
    Kind.CAPAIAN,
    Kind.PERBANDINGAN,
    Kind.NASIONAL,
    Kind.TRIWULAN,
    Kind.RENSTRA,
    Kind.LAIN,
    Kind.EFISIENSI,
)
_UMUM = frozenset(
    (
        *(
            "persentase",
            "presentase",
            "prosentase",
            "persen",
            "jumlah",
            "tingkat",
            "nilai",
            "indeks",
            "angka",
        ),
        *(
            "rasio",
            "cakupan",
            "skor",
            "yang",
            "dan",
            "di",
            "dalam",
            "dengan",
            "pada",
            "untuk",
            "dari",
            "ke",
            "oleh",
        ),
        *("per", "atas", "sesuai", "melalui", "tahun", "kabupaten", "kota", "provinsi", "dinas", "daerah"),
        *("perangkat", "kerja", "kinerja"),
    )
)
_MIRIP = 0.6
_SEPARUH = 0.5
Tempat = tuple[Tabel, Baris]


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers once for every promised indicator."""
    terukur = [
        (tabel, baris) for tabel in laporan.of_kind(*_UKUR) for baris in tabel.baris if _terukur(tabel, baris)
    ]
    dikenal = {baris.indikator for _, baris in terukur if baris.indikator}
    janji = _unik(_perjanjian(laporan))
    if janji and not any(tabel.kind is Kind.CAPAIAN for tabel, _ in terukur):
        yield from (unchecked("tidak ada tabel pengukuran yang terbaca") for _ in janji)
        return
    ada = sum(key in dikenal for key in janji)
    kurang = ada < _SEPARUH * len(janji)
    for key, tempat in {**janji, **_unik(_tujuan(laporan))}.items():
        if key in dikenal:
            yield ok()
        elif key in janji and kurang:
            yield unchecked("kurang dari separuh indikator perjanjian ditemukan pada tabel pengukuran")
        elif not terukur:
            yield unchecked("tidak ada tabel pengukuran yang terbaca")
        else:
            yield _periksa(tempat, [baris for _, baris in terukur])


def _terukur(tabel: Tabel, baris: Baris) -> bool:
    """Whether the row prints a result of the indicator: a realisasi or a capaian."""
    parts = (Part.REALISASI, Part.CAPAIAN)
    return any(fakta.part in parts and fakta.text.strip() for fakta in baris.fakta)


def _perjanjian(laporan: Laporan) -> Iterator[Tempat]:
    for tabel in laporan.of_kind(Kind.PERJANJIAN):
        for baris in tabel.baris:
            target = baris.get(Part.TARGET)
            if not tabel.lampiran and target is not None and (bernilai(target.angka) or target.text.strip()):
                yield tabel, baris


def _tujuan(laporan: Laporan) -> Iterator[Tempat]:
    """Rows of tables that set indicators of tujuan (Tujuan | Indikator, or a column "Indikator Tujuan")."""
    for tabel in laporan.of_kind(Kind.RENSTRA, Kind.LAIN, Kind.PERJANJIAN):
        if _kolom_tujuan(tabel) and not tabel.lampiran:
            yield from ((tabel, baris) for baris in tabel.baris)


def _kolom_tujuan(tabel: Tabel) -> bool:
    label = [kolom.header.lower() for kolom in tabel.kolom if kolom.part is Part.LABEL]
    lain = [kolom.header.lower() for kolom in tabel.kolom if kolom.part is not Part.LABEL]
    if any("tujuan" in header and "sasaran" not in header for header in label):
        return True
    menyebut = any(header.strip().startswith("tujuan") for header in lain)
    return menyebut and not any("sasaran" in header for header in (*label, *lain))


def _unik(tempat: Iterator[Tempat]) -> dict[str, Tempat]:
    """First place of each identity; rows without identity, parents and totals are left out."""
    found: dict[str, Tempat] = {}
    for tabel, baris in tempat:
        if baris.indikator and baris.jenis is JenisBaris.BUTIR:
            found.setdefault(baris.indikator, (tabel, baris))
    return found


def _periksa(tempat: Tempat, terukur: list[Baris]) -> Outcome:
    tabel, baris = tempat
    if any(_mirip(baris.label, lain.label) for lain in terukur):
        return unchecked("ada indikator terukur yang namanya mirip")
    target = baris.get(Part.TARGET)
    janji = f" dengan target {target.text}" if target is not None and target.text.strip() else ""
    return finding(
        CHECK,
        subject=baris.label,
        message=(
            f"{baris.label}{janji} ditetapkan di {where(tabel)}, "
            "tetapi realisasinya tidak ada pada tabel mana pun."
        ),
        evidence=[
            evidence_label(tabel, baris),
            *([evidence(target, tabel, baris)] if target is not None else []),
        ],
    )


def _mirip(a: str, b: str) -> bool:
    """Whether most telling words of the shorter name stand in the other, so that both may be one."""
    kata = [{word for word in re.findall(r"[a-z]{2,}", text.lower()) if word not in _UMUM} for text in (a, b)]
    pendek, panjang = sorted(kata, key=len)
    return bool(pendek) and len(pendek & panjang) >= _MIRIP * len(pendek) and len(pendek & panjang) > 1


CHECK = Check(code="KON008", name="indikator-tidak-dilaporkan", severity=Severity.ERROR, run=run, doc=__doc__)
