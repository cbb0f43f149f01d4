"""Target beda dari Renstra.

Yang ditemukan
    Target tahun laporan pada matriks Renstra berbeda dari target yang dipakai mengukur kinerja.

Mengapa penting
    Target tahunan menjabarkan Renstra. Bila berbeda tanpa penjelasan, keberhasilan tahun ini tidak berarti
    Renstra berjalan sesuai rencana.

Contoh
    Matriks Renstra tahun 2023: 95,03 %; tabel pengukuran tahun 2023: 94,87 %.

Diam bila
    Matriks Renstra tidak memuat tahun itu, satuannya berbeda, atau salah satu tabel pengukuran sudah sama.

Rujukan:
    PermenPANRB 53/2014 Lampiran I (perjanjian kinerja disusun dari Renstra) [rumusannya belum dipastikan].
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.base import (
    Check,
    Sebutan,
    beda_target,
    bukti_sebutan,
    finding,
    kelompok_nilai,
    ok,
    sebanding,
    sebutan,
    stated,
    teks_sebutan,
    unchecked,
)
from schemas.finding import Expected, Outcome, Severity
from schemas.kinerja import Kind, Laporan, Part


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every indicator of the plan whose target of a year is measured, else promised."""
    renstra = sebutan(laporan, Part.TARGET, (Kind.RENSTRA,))
    diukur = sebutan(laporan, Part.TARGET, (Kind.CAPAIAN,))
    janji = sebutan(laporan, Part.TARGET, (Kind.PERJANJIAN,))
    for key, rencana in renstra.items():
        rencana = tuple(item for item in rencana if item.fakta.year is not None)
        pakai = diukur.get(key) or tuple(item for item in janji.get(key, ()) if not item.tabel.lampiran)
        if rencana and pakai:
            yield _periksa(key[1], rencana, pakai)


def _periksa(tahun: int | None, rencana: tuple[Sebutan, ...], pakai: tuple[Sebutan, ...]) -> Outcome:
    lain = [item for item in pakai if all(beda_target(item, acuan) for acuan in rencana)]
    if len(lain) < len(pakai):
        tak_sebanding = not any(sebanding(item, acuan) for item in pakai for acuan in rencana)
        return unchecked("satuan target berbeda") if tak_sebanding else ok()
    acuan, item = rencana[0], lain[0]
    return finding(
        CHECK,
        subject=item.baris.label,
        message=(
            f"Target {item.baris.label} tahun {tahun} menurut matriks Renstra {acuan.fakta.text}, "
            f"tetapi yang dipakai {teks_sebutan(kelompok_nilai(lain))}."
        ),
        stated=stated(item.fakta),
        expected=Expected(text=acuan.fakta.text, rule="target Renstra"),
        evidence=bukti_sebutan([*rencana, *lain]),
    )


CHECK = Check(code="KON003", name="target-beda-dari-renstra", severity=Severity.ERROR, run=run, doc=__doc__)
