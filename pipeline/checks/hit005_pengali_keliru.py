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
    evidence,
    expected,
    finding,
    nilai_rumus,
    ok,
    sekitar,
    stated,
    uji_mentah,
    unchecked,
)
from schemas.angka import AngkaKind
from schemas.finding import Outcome, Severity
from schemas.kinerja import Baris, Fakta, Laporan, Part, Tabel

_PARTS = (Part.REALISASI, Part.TARGET, Part.AWAL)


def run(laporan: Laporan) -> Iterator[Outcome]:
    """Answers for every value that is printed with its own numerator and denominator."""
    for tabel in laporan.tabel:
        for baris in tabel.baris:
            for fakta in baris.fakta:
                if fakta.raw is not None and fakta.part in _PARTS:
                    yield _periksa(fakta, tabel, baris)


def _periksa(fakta: Fakta, tabel: Tabel, baris: Baris) -> Outcome:
    if fakta.angka.kind is not AngkaKind.NUMBER:
        return unchecked("hasil rumus tidak tercetak")
    hasil = uji_mentah(fakta)
    if hasil is HasilMentah.TAK_TERDEFINISI:
        return unchecked("penyebut nol atau bukan angka")
    semestinya = nilai_rumus(fakta)
    if hasil is not HasilMentah.PENGALI or semestinya is None or fakta.raw is None or fakta.factor is None:
        return ok()
    pembilang, penyebut = fakta.raw
    rumus = f"{pembilang.text}/{penyebut.text}"
    return finding(
        CHECK,
        subject=baris.label,
        message=(
            f"{fakta.part.value.capitalize()} {baris.label} tercetak {fakta.text}, tetapi {rumus} "
            f"dengan pengali {fakta.factor.text} menghasilkan {sekitar(semestinya)}; "
            "angka tercetak hanya benar dengan pengali lain."
        ),
        stated=stated(fakta),
        expected=expected(semestinya, "pembilang/penyebut"),
        hint="pengali dalam rumus tidak sesuai dengan angka yang tercetak",
        evidence=[evidence(fakta, tabel, baris)],
    )


CHECK = Check(code="HIT005", name="pengali-keliru", severity=Severity.ERROR, run=run, doc=__doc__)
