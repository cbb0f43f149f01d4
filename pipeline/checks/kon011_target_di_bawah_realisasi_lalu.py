"""Target di bawah realisasi tahun lalu.

Yang ditemukan
    Target tahun laporan lebih buruk dari realisasi tahun sebelumnya.

Mengapa penting
    Tidak ada angka yang salah, tetapi target seperti itu tercapai tanpa perbaikan; auditor perlu menanyakan
    alasannya.

Contoh
    Realisasi 2022 sebesar 88,18 dan target 2023 sebesar 86,50 untuk indikator yang makin tinggi makin baik.

Diam bila
    Arah indikator tidak diketahui atau berlawanan dengan gerak target tahunannya, realisasi tahun lalu tidak
    tercetak, satuannya berbeda, besarannya berbeda lebih dari lima kali lipat, atau selisihnya hanya pembulatan.

Rujukan:
    PermenPANRB 53/2014 Lampiran II (perbandingan dengan tahun lalu); kriteria menantang dalam PermenPANRB
    88/2021 [rumusannya belum dipastikan].
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.base import (
    Check,
    Sebutan,
    bukti_sebutan,
    finding,
    interval_realisasi,
    ok,
    sebanding,
    sebutan,
    stated,
    target_berlawanan,
    unchecked,
    where,
)
from schemas.angka import AngkaKind
from schemas.finding import Expected, Outcome, Severity
from schemas.kinerja import Arah, Kind, Laporan, Part

_KALI = 5
_UKUR = (Kind.CAPAIAN, Kind.PERBANDINGAN, Kind.NASIONAL)
_LALU = (Kind.CAPAIAN, Kind.PERBANDINGAN, Kind.RENSTRA, Kind.NASIONAL)


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers once for every indicator with a target of a year and a realisasi of the year before."""
    tahun = laporan.metadata.tahun
    diukur = sebutan(laporan, Part.TARGET, _UKUR)
    janji = sebutan(laporan, Part.TARGET, (Kind.PERJANJIAN,))
    lalu = sebutan(laporan, Part.REALISASI, _LALU)
    for key in dict.fromkeys((*diukur, *janji)):
        indikator, tahun_target = key
        if tahun_target is None or (tahun is not None and tahun_target != tahun):
            continue
        sebelum = [item for item in lalu.get((indikator, tahun_target - 1), ()) if item.fakta.year is not None]
        target = diukur.get(key) or tuple(item for item in janji[key] if not item.tabel.lampiran)
        if sebelum and target:
            alasan = _alasan(laporan, target[0], sebelum[0])
            yield unchecked(alasan) if alasan else _periksa(target[0], sebelum[0])


def _alasan(laporan: Laporan, target: Sebutan, lalu: Sebutan) -> str | None:
    if target.baris.arah not in (Arah.NAIK, Arah.TURUN):
        return "arah indikator tidak diketahui"
    if target_berlawanan(target.baris, laporan):
        return "target tahunan bergerak berlawanan dengan arah indikator"
    angka = (target.fakta.angka, lalu.fakta.angka)
    if any(item.kind is not AngkaKind.NUMBER for item in angka):
        return "target bukan satu angka"
    a, b = (abs(item.value or Decimal(0)) for item in angka)
    if not sebanding(target, lalu) or max(a, b) > _KALI * min(a, b):
        return "satuan atau besaran target dan realisasi berbeda"
    return None


def _periksa(target: Sebutan, lalu: Sebutan) -> Outcome:
    arah, nilai = target.baris.arah, target.fakta.angka.value or Decimal(0)
    realisasi = interval_realisasi(lalu.fakta, lalu.baris)
    if (nilai >= realisasi.low) if arah is Arah.NAIK else (nilai <= realisasi.high):
        return ok()
    kata = "lebih rendah" if arah is Arah.NAIK else "lebih tinggi"
    label = target.baris.label
    return finding(
        CHECK,
        subject=label,
        message=(
            f"Target {label} tahun {target.tahun} sebesar {target.fakta.text} {kata} dari realisasi tahun "
            f"{lalu.tahun} sebesar {lalu.fakta.text} ({where(lalu.tabel)})."
        ),
        stated=stated(target.fakta),
        expected=Expected(text=f"{'paling sedikit' if arah is Arah.NAIK else 'paling banyak'} {lalu.fakta.text}"),
        evidence=bukti_sebutan((target, lalu)),
    )


CHECK = Check(code="KON011", name="target-di-bawah-realisasi-lalu", severity=Severity.ADVISORY, run=run, doc=__doc__)
