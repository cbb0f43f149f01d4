"""Rumus salah arah.

Yang ditemukan
    Indikator yang makin rendah makin baik dihitung dengan R/T, atau indikator yang makin tinggi makin baik
    dihitung dengan rumus untuk arah sebaliknya.

Mengapa penting
    Kegagalan tampak sebagai keberhasilan, atau sebaliknya: simpulan tercapai atau tidak tercapai terbalik.

Contoh
    Tingkat Pengangguran Terbuka: target 5,00 dan realisasi 6,00 tercetak 120,00 % (R/T), padahal (2T-R)/T
    memberi 80,00 % dan T/R memberi 83,33 %.

Diam bila
    Arah indikator tidak diketahui atau berupa rentang; target tahunan dokumen sendiri bergerak ke arah yang
    lain; rumus yang benar arahnya juga memberi nilai tercetak; target nol; tidak ada rumus yang cocok (itu
    urusan HIT001).

Rujukan:
    Dua rumus menurut sifat indikator: Keputusan Kepala LAN 239/IX/6/8/2003.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.base import (
    ATURAN_ARAH,
    SEMUA_ATURAN,
    Check,
    Terukur,
    cocok,
    cocok_lain,
    evidence,
    expected,
    finding,
    hasil,
    nol,
    ok,
    pengukuran,
    sekitar,
    stated,
    target_berlawanan,
    unchecked,
)
from schemas.angka import AngkaKind
from schemas.finding import Outcome, Severity
from schemas.kinerja import Arah, Laporan

_SIFAT = {Arah.NAIK: "makin tinggi makin baik", Arah.TURUN: "makin rendah makin baik"}


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every capaian of every indicator row."""
    for ukur in pengukuran(laporan):
        yield _periksa(ukur, laporan) if isinstance(ukur, Terukur) else unchecked(ukur.alasan)


def _periksa(ukur: Terukur, laporan: Laporan) -> Outcome:
    alasan = _alasan(ukur)
    if alasan:
        return unchecked(alasan)
    benar = ATURAN_ARAH[ukur.baris.arah]
    if any(cocok(ukur, rule, longgar=True) for rule in benar) or cocok_lain(ukur):
        return ok()
    terbalik = [rule for rule in SEMUA_ATURAN if rule not in benar and cocok(ukur, rule)]
    if not terbalik:
        return unchecked("tidak ada rumus yang cocok")
    if target_berlawanan(ukur.baris, laporan):
        return unchecked("target tahunan bergerak berlawanan dengan arah indikator")
    return _temuan(ukur, terbalik[0], benar)


def _alasan(ukur: Terukur) -> str | None:
    if ukur.baris.arah not in ATURAN_ARAH:
        return "arah indikator tidak diketahui"
    if ukur.target.angka.kind is not AngkaKind.NUMBER:
        return "target bukan satu angka"
    value = ukur.target.angka.value
    if value is None or value <= 0:
        return "target nol atau negatif"
    return "capaian nol" if nol(ukur.capaian.angka) else None


def _temuan(ukur: Terukur, dipakai: str, benar: tuple[str, ...]) -> Outcome:
    semestinya = [(rule, interval) for rule in benar for interval in list(hasil(ukur, rule))[:1]]
    teks = " atau ".join(f"{sekitar(interval)} ({rule})" for rule, interval in semestinya)
    baris, capaian = ukur.baris, ukur.capaian
    return finding(
        CHECK,
        subject=baris.label,
        message=(
            f"{baris.label} {_SIFAT[baris.arah]}, tetapi capaian {capaian.text} dihitung dengan {dipakai}; "
            f"dari target {ukur.target.text} dan realisasi {ukur.realisasi.text} semestinya "
            f"{teks or 'tidak terdefinisi'}."
        ),
        stated=stated(capaian),
        expected=expected(semestinya[0][1], semestinya[0][0]) if semestinya else None,
        evidence=[evidence(fakta, ukur.tabel, baris) for fakta in (capaian, ukur.target, ukur.realisasi)],
    )


CHECK = Check(code="HIT002", name="rumus-salah-arah", severity=Severity.DECISION, run=run, doc=__doc__)
