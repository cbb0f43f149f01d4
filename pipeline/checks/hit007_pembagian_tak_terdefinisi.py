"""Pembagian tak terdefinisi.

Yang ditemukan
    Capaian tercetak sebagai angka, padahal targetnya nol sehingga rumus capaian tidak terdefinisi.

Mengapa penting
    Angka seperti itu tidak punya dasar hitung, tetapi ikut masuk rata-rata dan menaikkan atau menurunkan
    predikat.

Contoh
    Target 0 kasus dan realisasi 2 kasus tercetak 92,59 %.

Diam bila
    Target nol tercapai tepat (realisasi nol) dengan capaian 100 atau 0; realisasi di atas nol dengan
    capaian 0 (tidak tercapai) atau 100 untuk indikator yang makin tinggi makin baik; capaian kosong atau
    n/a.

Rujukan:
    Kaidah pembagian: pembagian dengan nol tidak terdefinisi. Kebiasaan: target nol yang tercapai dinilai
    100.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.base import Check, Terukur, evidence, finding, nol, ok, pengukuran, stated, unchecked
from schemas.angka import AngkaKind
from schemas.finding import Expected, Outcome, Severity
from schemas.kinerja import Arah, Laporan

_SERATUS = Decimal(100)


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every capaian of every indicator row."""
    for ukur in pengukuran(laporan):
        yield _periksa(ukur) if isinstance(ukur, Terukur) else unchecked(ukur.alasan)


def _periksa(ukur: Terukur) -> Outcome:
    if ukur.target.angka.kind is not AngkaKind.NUMBER or not nol(ukur.target.angka):
        return ok()
    if any(not nol(target.angka) for target, _ in ukur.longgar):
        return unchecked("baris memuat target lain yang bukan nol")
    if _lazim(ukur):
        return ok()
    baris = ukur.baris
    return finding(
        CHECK,
        subject=baris.label,
        message=(
            f"Capaian {baris.label} tercetak {ukur.capaian.text}, padahal targetnya {ukur.target.text} "
            f"(realisasi {ukur.realisasi.text}) sehingga rumus capaian tidak terdefinisi."
        ),
        stated=stated(ukur.capaian),
        expected=Expected(text="tidak terdefinisi (target nol)"),
        evidence=[evidence(fakta, ukur.tabel, baris) for fakta in (ukur.capaian, ukur.target, ukur.realisasi)],
    )


def _lazim(ukur: Terukur) -> bool:
    """Whether the number is the customary one for a zero target."""
    capaian = ukur.capaian.angka.value
    if nol(ukur.realisasi.angka):
        return capaian in (0, 1, _SERATUS, ukur.batas)
    if capaian == 0:
        return True
    return ukur.baris.arah is not Arah.TURUN and capaian in (_SERATUS, ukur.batas)


CHECK = Check(code="HIT007", name="pembagian-tak-terdefinisi", severity=Severity.ERROR, run=run, doc=__doc__)
