"""Pemisah bercampur.

Yang ditemukan
    Satu kolom memakai titik dan koma bergantian sebagai pemisah ribuan.

Mengapa penting
    50,000,000 dan 3.080.400.000 dalam satu kolom mudah salah dibaca, oleh orang maupun oleh program.

Contoh
    50,000,000 di bawah 3.080.400.000.

Diam bila
    Angkanya dapat dibaca dengan dua cara (150,000 mungkin desimal), atau semua angka kolom itu sewarna.

Rujukan:
    Pedoman Umum Ejaan Bahasa Indonesia: ribuan dipisahkan titik.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.base import Check, evidence_cell, finding, ok
from schemas.finding import Outcome, Severity, Stated
from schemas.kinerja import KolomCetak, Laporan, SelLain

_TITIK = re.compile(r"(?<![\w.,/])\d{1,3}((\.\d{3}){2,}(,\d{1,4})?|(\.\d{3})+,\d{1,4})(?![\d.]|,\d)")
_KOMA = re.compile(r"(?<![\w.,/])\d{1,3}((,\d{3}){2,}(\.\d{1,4})?|(,\d{3})+\.\d{1,4})(?![\d,]|\.\d)")
_BUKTI = 20
Sel = tuple[SelLain, str]


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers once for every column that prints numbers with thousands separators, mapped or not."""
    for kolom in laporan.kolom_cetak:
        titik, koma = _sel(kolom, _TITIK), _sel(kolom, _KOMA)
        if titik and koma:
            yield _temuan(kolom, titik, koma)
        elif titik or koma:
            yield ok()


def _sel(kolom: KolomCetak, pola: re.Pattern[str]) -> list[Sel]:
    found = [(sel, pola.search(" ".join(sel.text.split()))) for sel in kolom.sel]
    return [(sel, match.group(0)) for sel, match in found if match is not None]


def _temuan(kolom: KolomCetak, titik: list[Sel], koma: list[Sel]) -> Outcome:
    sedikit, banyak = sorted((koma, titik), key=len)
    contoh = ", ".join(dict.fromkeys(teks for _, teks in sedikit[:5]))
    return finding(
        CHECK,
        subject=f"Kolom {kolom.header}".strip(),
        message=(
            f"Kolom {kolom.header} mencampur pemisah ribuan: {contoh} di samping {banyak[0][1]} "
            f"({len(sedikit)} dari {len(sedikit) + len(banyak)} angka)."
        ),
        stated=Stated(text=sedikit[0][1]),
        evidence=[evidence_cell(sel, kolom.caption) for sel, _ in (*sedikit[:_BUKTI], banyak[0])],
    )


CHECK = Check(code="ANK002", name="pemisah-bercampur", severity=Severity.PRESENTATION, run=run, doc=__doc__)
