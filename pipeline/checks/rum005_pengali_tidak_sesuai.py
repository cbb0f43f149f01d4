"""Pengali tidak sesuai.

Yang ditemukan
    Indikator persentase yang rasionya tidak dikalikan 100, dan nilai uang atau hasil per orang yang dikalikan 100.

Mengapa penting
    Tanpa pengali, hasil formula adalah pecahan (0,85), bukan persen (85). Dengan pengali yang tidak pada tempatnya,
    nilai per orang menjadi seratus kali lipat dan bukan persen.

Contoh
    Persentase pengaduan yang selesai = Jumlah pengaduan selesai / Jumlah pengaduan; Tingkat produktivitas = PDRB /
    jumlah tenaga kerja x 100.

Diam bila
    Formulanya memuat 100, %, atau kata persen, perbandingannya diuraikan dengan kata, formulanya bukan rasio, atau
    pengalinya memang lain (per 1.000, per 100.000).

Rujukan:
    Kaidah persentase; tidak diatur khusus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.bentuk_rumus import diuraikan, rasio_nyata, simpul, teks_simpul
from pipeline.checks.base import Check, finding, ok, unchecked
from pipeline.checks.base_rumus import RumusIndikator, rumus_indikator, sebut_rumus
from pipeline.kata_rumus import JenisNama, baca_kata, kata_isi, kumpulan
from schemas.finding import Outcome, Severity
from schemas.kinerja import Laporan
from schemas.rumus import Bilangan

_SERATUS = 100
_PENGALI = re.compile(
    r"100|1[.,]?000|%|\bper\s?sen\b|\bpros?en\b|\bpersentase\b|\bseratus\b|‰|\bper\s?mil\b", re.IGNORECASE
)
_UANG = kumpulan(
    "pdrb pdb produk rp rupiah pendapatan omzet omset penerimaan pengeluaran penghasilan upah produksi output laba"
)
_ORANG = kumpulan(
    """tenaga pekerja penduduk orang jiwa karyawan pegawai petani nelayan peternak pembudidaya kapita buruh keluarga"""
)
_BUKAN_NILAI = kumpulan("pertumbuhan peningkatan kenaikan penurunan laju perubahan kontribusi")
_PER_ORANG = re.compile(r"\bper\s?(?:kapita|orang|tenaga kerja|jiwa|pekerja)\b", re.IGNORECASE)


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every ratio of an indicator in per cent, and for every value per person."""
    for item in rumus_indikator(laporan):
        if item.rumus.penyebut is None:
            continue
        if item.alasan is not None:
            yield unchecked(item.alasan)
        elif _nilai_per_orang(item):
            yield _temuan_uang(item) if _seratus(item) else ok()
        elif item.jenis is JenisNama.PERSENTASE:
            yield _periksa(item)


def _periksa(item: RumusIndikator) -> Outcome:
    if item.rumus.faktor is not None or _PENGALI.search(item.rumus.text):
        return ok()
    if diuraikan(item.rumus) or not rasio_nyata(item.rumus):
        return unchecked("perbandingan diuraikan dengan kata")
    return finding(
        CHECK,
        subject=item.nama,
        message=f"Formula {item.nama} tidak dikalikan 100, padahal hasilnya persentase: {sebut_rumus(item)}.",
        severity=Severity.PRESENTATION,
        evidence=item.bukti,
    )


def _seratus(item: RumusIndikator) -> bool:
    faktor = item.rumus.faktor
    return (faktor is not None and faktor.value == _SERATUS) or any(
        isinstance(node, Bilangan) and node.value == _SERATUS for node in simpul(item.rumus.pohon)
    )


def _nilai_per_orang(item: RumusIndikator) -> bool:
    """Whether money or output is divided by people; a growth of it, or a share in it, is none."""
    if not _BUKAN_NILAI.isdisjoint(baca_kata(item.nama)):
        return False
    atas, bawah = teks_simpul(item.rumus.pembilang), teks_simpul(item.rumus.penyebut)
    pokok_atas, pokok_bawah = _pokok(atas), _pokok(bawah)
    if pokok_bawah not in _ORANG or pokok_atas in _ORANG:
        return False
    return pokok_atas in _UANG or _PER_ORANG.search(item.nama) is not None


def _pokok(text: str) -> str:
    """The noun that a quantity begins with, behind words like `jumlah`."""
    return next((item.kata for item in kata_isi(text)), "")


def _temuan_uang(item: RumusIndikator) -> Outcome:
    return finding(
        CHECK,
        subject=item.nama,
        message=f"Formula {item.nama} dikalikan 100, padahal hasilnya nilai per orang: {sebut_rumus(item)}.",
        hint="hapus x 100",
        evidence=item.bukti,
    )


CHECK = Check(code="RUM005", name="pengali-tidak-sesuai", severity=Severity.ERROR, run=run, doc=__doc__)
