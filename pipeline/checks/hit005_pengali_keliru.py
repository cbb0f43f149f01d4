"""Pengali keliru.

Yang ditemukan
    Nilai yang tercetak benar hanya bila pengali yang tercetak (misalnya x 100) dihilangkan atau diganti
    kelipatan sepuluh yang lain.

Mengapa penting
    Rumus yang dicetak tidak menghasilkan angka yang dicetak; orang yang mengulang hitungan mendapat nilai
    seratus kali lebih besar atau lebih kecil.

Contoh
    30.000.000/750.000 x 100 tercetak 40,00; tanpa x 100 hasilnya memang 40,00, dengan x 100 hasilnya 4.000.

Diam bila
    Pembilang dan penyebut tidak tercetak, penyebut nol, atau nilainya tetap salah dengan pengali apa pun
    (itu urusan HIT004). Rumus tanpa pengali yang tercetak tidak dipersoalkan: x 100, per 1.000, atau per
    100.000 sering tersirat dari satuannya.

Rujukan:
    Kaidah persentase; satuan nilai per orang tidak memakai x 100.
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
    fakta, baris = rumus.fakta, rumus.baris
    if rumus.hasil is not HasilMentah.PENGALI or rumus.semestinya is None or fakta.factor is None:
        return ok()
    pembilang, penyebut = rumus.raw
    return finding(
        CHECK,
        subject=baris.label,
        message=(
            f"{fakta.part.value.capitalize()} {baris.label} tercetak {fakta.text}, tetapi "
            f"{pembilang.text}/{penyebut.text} dengan pengali {fakta.factor.text} "
            f"menghasilkan {sekitar(rumus.semestinya)}; angka tercetak hanya benar dengan pengali lain."
        ),
        stated=stated(fakta),
        expected=expected(rumus.semestinya, "pembilang/penyebut"),
        hint="pengali dalam rumus tidak sesuai dengan angka yang tercetak",
        evidence=[evidence(fakta, rumus.tabel, baris)],
    )


CHECK = Check(code="HIT005", name="pengali-keliru", severity=Severity.ERROR, run=run, doc=__doc__)
