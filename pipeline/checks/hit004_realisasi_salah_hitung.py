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
    if hasil in (HasilMentah.COCOK, HasilMentah.PENGALI) or semestinya is None or fakta.raw is None:
        return ok()
    pembilang, penyebut = fakta.raw
    pengali = f" x {fakta.factor.text}" if fakta.factor is not None else ""
    return finding(
        CHECK,
        subject=baris.label,
        message=(
            f"{fakta.part.value.capitalize()} {baris.label} tercetak {fakta.text}, padahal "
            f"{pembilang.text}/{penyebut.text}{pengali} = {sekitar(semestinya)}."
        ),
        stated=stated(fakta),
        expected=expected(semestinya, "pembilang/penyebut"),
        hint="pembilang dan penyebut tertukar" if hasil is HasilMentah.TERBALIK else None,
        evidence=[evidence(fakta, tabel, baris)],
    )


CHECK = Check(code="HIT004", name="realisasi-salah-hitung", severity=Severity.ERROR, run=run, doc=__doc__)
