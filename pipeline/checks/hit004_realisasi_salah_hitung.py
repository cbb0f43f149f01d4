"""Realisasi salah hitung.

Yang ditemukan
    Realisasi tidak mengikuti dari pembilang, penyebut, dan pengali yang tercetak bersamanya.

Mengapa penting
    Realisasi adalah dasar semua angka lain; bila pembagiannya salah, capaian dan predikat ikut salah.

Contoh
    450/18.000 x 100 tercetak 3,10, padahal hasilnya 2,50.

Diam bila
    Pembilang dan penyebut tidak tercetak, penyebut nol, atau hanya pengalinya yang keliru (itu urusan
    HIT005). Rumus pertumbuhan (a-b)/b juga diterima.

Rujukan:
    Kaidah pembagian; PermenPANRB 53/2014 meminta realisasi yang dapat ditelusuri [belum dipastikan
    pasalnya].
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.base import (
    Check,
    HasilMentah,
    RumusTercetak,
    evidence,
    expected,
    finding,
    ok,
    rumus_tercetak,
    sekitar,
    stated,
    unchecked,
)
from schemas.finding import Outcome, Severity
from schemas.kinerja import Laporan


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every value that is printed with its own numerator and denominator."""
    return map(_periksa, rumus_tercetak(laporan))


def _periksa(rumus: RumusTercetak) -> Outcome:
    if rumus.alasan:
        return unchecked(rumus.alasan)
    if rumus.hasil in (HasilMentah.COCOK, HasilMentah.PENGALI) or rumus.semestinya is None:
        return ok()
    fakta, baris = rumus.fakta, rumus.baris
    pembilang, penyebut = rumus.raw
    pengali = f" x {fakta.factor.text}" if fakta.factor is not None else ""
    return finding(
        CHECK,
        subject=baris.label,
        message=(
            f"{fakta.part.value.capitalize()} {baris.label} tercetak {fakta.text}, padahal "
            f"{pembilang.text}/{penyebut.text}{pengali} = {sekitar(rumus.semestinya)}."
        ),
        stated=stated(fakta),
        expected=expected(rumus.semestinya, "pembilang/penyebut"),
        hint="pembilang dan penyebut tertukar" if rumus.hasil is HasilMentah.TERBALIK else None,
        evidence=[evidence(fakta, rumus.tabel, baris)],
    )


CHECK = Check(code="HIT004", name="realisasi-salah-hitung", severity=Severity.ERROR, run=run, doc=__doc__)
