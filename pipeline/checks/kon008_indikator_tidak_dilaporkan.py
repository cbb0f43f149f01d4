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
    (mungkin dilaporkan di dokumen lain), perjanjian milik bawahan, ada indikator terukur yang namanya mirip,
    atau ada indikator terukur di luar perjanjian dengan target yang sama (mungkin hanya lain nama).

Rujukan:
    PermenPANRB 53/2014 Lampiran II: laporan memuat capaian atas setiap kinerja yang diperjanjikan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.base import Check, bernilai, evidence, evidence_cell, evidence_label, finding, ok, unchecked, where
from schemas.finding import Outcome, Severity
from schemas.kinerja import Baris, JenisBaris, Kind, KolomCetak, Laporan, Part, SelLain, Tabel

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
_PANJANG = 25
"""Words of one cell; a longer one holds several indicators."""
_KOLOM = 4
"""Columns of a table that only sets tujuan and their indicators."""
Tempat = tuple[Tabel, Baris]
Sel = tuple[SelLain, str | None]


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers once for every promised indicator, and for every indicator of a tujuan."""
    tempat = [(t, b) for t in laporan.of_kind(*_UKUR) for b in t.baris if _terukur(b)]
    terukur = [baris for _, baris in tempat]
    janji = _unik(_perjanjian(laporan))
    if not any(tabel.kind is Kind.CAPAIAN for tabel, _ in tempat):
        yield from (unchecked("tidak ada tabel pengukuran yang terbaca") for _ in janji)
        return
    dikenal = {baris.indikator for baris in terukur if baris.indikator}
    kurang = sum(key in dikenal for key in janji) < _SEPARUH * len(janji)
    asing = [baris for baris in terukur if baris.indikator not in janji and baris.get(Part.TARGET) is not None]
    for key, (tabel, baris) in janji.items():
        if key in dikenal:
            yield ok()
        elif kurang:
            yield _kurang()
        elif any(_lain_nama(baris, lain) for lain in asing):
            yield unchecked("ada indikator terukur di luar perjanjian dengan target yang sama")
        else:
            yield _periksa(tabel, baris, terukur)
    for sel in _tujuan(laporan).values():
        yield _kurang() if kurang else _periksa_tujuan(sel, terukur)


def _kurang() -> Outcome:
    return unchecked("kurang dari separuh indikator perjanjian ditemukan pada tabel pengukuran")


def _lain_nama(janji: Baris, lain: Baris) -> bool:
    """Whether a measured row outside the agreement has the promised target, and a telling word of its name."""
    satu, dua = janji.get(Part.TARGET), lain.get(Part.TARGET)
    if satu is None or dua is None or satu.angka.value is None or satu.angka.value != dua.angka.value:
        return False
    bulat = satu.angka.value == 100 and not _kata(janji.label) & _kata(lain.label)
    return not bulat


def _terukur(baris: Baris) -> bool:
    """Whether the row prints a result of the indicator: a realisasi or a capaian."""
    parts = (Part.REALISASI, Part.CAPAIAN)
    return any(fakta.part in parts and fakta.text.strip() for fakta in baris.fakta)


def _perjanjian(laporan: Laporan) -> Iterator[Tempat]:
    for tabel in laporan.of_kind(Kind.PERJANJIAN):
        for baris in tabel.baris:
            target = baris.get(Part.TARGET)
            if not tabel.lampiran and target is not None and (bernilai(target.angka) or target.text.strip()):
                yield tabel, baris


def _tujuan(laporan: Laporan) -> dict[str, list[Sel]]:
    """Cells of columns that set indicators of tujuan ("Indikator Tujuan", or Tujuan | Indikator), by their words."""
    per_tabel: dict[int, list[KolomCetak]] = {}
    for kolom in laporan.kolom_cetak:
        per_tabel.setdefault(kolom.table, []).append(kolom)
    found: dict[str, list[Sel]] = {}
    for columns in per_tabel.values():
        for kolom in (kolom for kolom in columns if _kolom_tujuan(kolom, columns)):
            for sel in kolom.sel:
                kata = _kata(sel.text)
                if kata and len(sel.text.split()) <= _PANJANG:
                    found.setdefault(" ".join(sorted(kata)), []).append((sel, kolom.caption))
    return found


def _kolom_tujuan(kolom: KolomCetak, columns: list[KolomCetak]) -> bool:
    header = kolom.header.lower()
    if "indikator" not in header or "sasaran" in header:
        return False
    semua = [item.header.lower() for item in columns]
    berdua = any(item.strip().startswith("tujuan") for item in semua) and not any("sasaran" in h for h in semua)
    return "tujuan" in header or (berdua and len(columns) <= _KOLOM)


def _unik(tempat: Iterator[Tempat]) -> dict[str, Tempat]:
    """First place of each identity; rows without identity, parents and totals are left out."""
    found: dict[str, Tempat] = {}
    for tabel, baris in tempat:
        if baris.indikator and baris.jenis is JenisBaris.BUTIR:
            found.setdefault(baris.indikator, (tabel, baris))
    return found


def _periksa(tabel: Tabel, baris: Baris, terukur: list[Baris]) -> Outcome:
    if any(_mirip(baris.label, lain.label) for lain in terukur):
        return unchecked("ada indikator terukur yang namanya mirip")
    target = baris.get(Part.TARGET)
    janji = f" dengan target {target.text}" if target is not None and target.text.strip() else ""
    return finding(
        CHECK,
        subject=baris.label,
        message=(
            f"{baris.label}{janji} ditetapkan di {where(tabel)}, tetapi realisasinya tidak ada pada tabel mana pun."
        ),
        evidence=[evidence_label(tabel, baris), *([evidence(target, tabel, baris)] if target is not None else [])],
    )


def _periksa_tujuan(tempat: list[Sel], terukur: list[Baris]) -> Outcome:
    nama = " ".join(tempat[0][0].text.split())
    if any(_kata(nama) == _kata(baris.label) for baris in terukur):
        return ok()
    if any(_mirip(nama, baris.label) for baris in terukur):
        return unchecked("ada indikator terukur yang namanya mirip")
    return finding(
        CHECK,
        subject=nama,
        message=f"Indikator tujuan {nama} ditetapkan, tetapi realisasinya tidak ada pada tabel mana pun.",
        evidence=[evidence_cell(sel, caption, "indikator tujuan") for sel, caption in tempat],
    )


def _kata(text: str) -> frozenset[str]:
    """The telling words of a name."""
    return frozenset(word for word in re.findall(r"[a-z]{2,}", text.lower()) if word not in _UMUM)


def _mirip(a: str, b: str) -> bool:
    """Whether most telling words of the shorter name stand in the other, so that both may be one."""
    pendek, panjang = sorted((_kata(a), _kata(b)), key=len)
    return bool(pendek) and len(pendek & panjang) >= _MIRIP * len(pendek)


CHECK = Check(code="KON008", name="indikator-tidak-dilaporkan", severity=Severity.ERROR, run=run, doc=__doc__)
