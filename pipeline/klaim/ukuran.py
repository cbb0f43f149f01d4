"""Units of measure that are multiples of each other (ton and kg, ha and m2, jam and menit); pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from schemas.angka import Angka

_DIMENSI: Mapping[str, Mapping[int, str]] = {
    "massa": {
        1: "mg miligram",
        10**3: "gram gr g",
        10**5: "ons",
        10**6: "kg kilogram kilo",
        10**8: "kuintal kwintal kwt ku",
        10**9: "ton",
    },
    "panjang": {1: "mm milimeter", 10: "cm sentimeter", 10**3: "m meter mtr", 10**6: "km kilometer"},
    "luas": {
        1: "cm2 cm²",
        10**4: "m2 m²",
        10**6: "are",
        10**8: "ha hektar hektare hektarar",
        10**10: "km2 km²",
    },
    "isi": {1: "ml mililiter cc", 10**3: "liter ltr lt l", 10**6: "m3 m³ kl kiloliter"},
    "waktu": {
        1: "detik dtk",
        60: "menit mnt",
        3600: "jam",
        86_400: "hari",
        604_800: "minggu",
        2_592_000: "bulan",
        31_536_000: "tahun",
    },
    "energi": {1: "wh", 10**3: "kwh", 10**6: "mwh", 10**9: "gwh"},
    "daya": {1: "watt w", 10**3: "kw kilowatt kwp", 10**6: "mw megawatt mwp"},
    "semu": {1: "va", 10**3: "kva", 10**6: "mva"},
    "data": {1: "kbps kb", 10**3: "mbps mb", 10**6: "gbps gb", 10**9: "tb"},
}
_ANGKA = re.compile(r"\D*\d[\d.,]*(?:\s*[-–]\s*\d[\d.,]*)?")
_TINJAU = 30
_PANGKAT = {"persegi": "2", "kubik": "3"}
_SATUAN = re.compile(
    r"[\s(]*(?:(?:ribu|juta|mil[iy]ar|tril[iy]un)\s+)?(?P<satuan>[a-z]+[23²³]?)(?:\s+(?P<pangkat>persegi|kubik))?"
    r"(?:\s*(?:/|\bper\b)\s*(?P<per>[a-z]+[23²³]?)(?:\s+(?P<per_pangkat>persegi|kubik))?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ukuran:
    """A unit of measure: what it measures, and how many of the smallest unit it is."""

    dimensi: str
    faktor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Satuan:
    """The unit of a number, and what it is counted by ("kg per ha"), as far as they are measures."""

    ukuran: Ukuran | None = None
    per: Ukuran | None = None


_DIKENAL = {
    kata: Ukuran(dimensi=dimensi, faktor=faktor)
    for dimensi, isi in _DIMENSI.items()
    for faktor, tulisan in isi.items()
    for kata in tulisan.split()
}


def baca_satuan(text: str) -> Satuan:
    """The unit that a text begins with."""
    match = _SATUAN.match(text)
    if match is None:
        return Satuan()
    return Satuan(
        ukuran=_ukuran(match.group("satuan"), match.group("pangkat")),
        per=_ukuran(match.group("per"), match.group("per_pangkat")),
    )


def satuan_angka(angka: str, lanjutan: str = "") -> Satuan:
    """The unit of a printed number, whose unit may go on in the text behind it."""
    return baca_satuan(_ANGKA.sub("", angka, count=1) + lanjutan[:_TINJAU])


def _ukuran(kata: str | None, pangkat: str | None) -> Ukuran | None:
    if kata is None:
        return None
    kata = kata.lower()
    if pangkat is not None:
        kata = {"meter": "m", "kilometer": "km", "sentimeter": "cm"}.get(kata, kata) + _PANGKAT[pangkat.lower()]
    return _DIKENAL.get(kata)


def berlainan(satuan: Iterable[Satuan]) -> frozenset[str]:
    """What is measured in more than one unit among some numbers."""
    faktor: dict[str, set[int]] = defaultdict(set)
    for satu in satuan:
        for ukuran in (satu.ukuran, satu.per):
            if ukuran is not None:
                faktor[ukuran.dimensi].add(ukuran.faktor)
    return frozenset(dimensi for dimensi, isi in faktor.items() if len(isi) > 1)


def dalam_terkecil(angka: Angka, satuan: Satuan) -> Angka:
    """A number in the smallest unit of what it measures."""
    if satuan.ukuran is None or angka.value is None:
        return angka
    faktor = satuan.ukuran.faktor
    atas = None if angka.upper is None else angka.upper * faktor
    return replace(angka, value=angka.value * faktor, upper=atas, multiplier=angka.multiplier * faktor)
