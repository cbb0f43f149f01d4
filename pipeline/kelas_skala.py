"""Classes of a printed scale: which class a word names, and which classes hold a value; pure."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files

from schemas.kinerja import Arah, Kelas, Skala

_JELAS = re.compile(r"\b(baik|berhasil)\b")
_ATAS, _BAWAH = Decimal("Infinity"), Decimal("-Infinity")


def skala_arah(semua: Sequence[Skala], arah: Arah) -> list[Skala]:
    """Scales made for the row's direction; those without direction where there are none of it."""
    khusus = [item for item in semua if item.arah is arah and arah in (Arah.NAIK, Arah.TURUN)]
    umum = [item for item in semua if item.arah is Arah.TIDAK_DIKETAHUI]
    if arah in (Arah.NAIK, Arah.TURUN):
        return khusus or umum
    return umum or [item for item in semua if item.arah is Arah.NAIK]


def kata_kelas(text: str) -> str:
    """Words of a class, lower case, without brackets, numbers and signs."""
    return " ".join(re.findall(r"[a-z]+", text.lower()))


def nama_kelas(kelas: Kelas) -> tuple[str, str]:
    """Name of a class without its abbreviation, and the abbreviation (`sb` where none is printed)."""
    dalam = re.search(r"\(\s*([A-Za-z]{1,3})\s*\)", kelas.label)
    nama = kata_kelas(re.sub(r"\(.*?\)", " ", kelas.label))
    return nama, dalam.group(1).lower() if dalam else "".join(word[0] for word in nama.split())


@cache
def padanan() -> tuple[frozenset[str], ...]:
    """Words that scales of capaian use for one class, as `predikat.csv` of the kamus has them."""
    text = files("schemas").joinpath("kamus", "predikat.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(frozenset((row["kelas"], *row["sinonim"].split("|"))) for row in rows)


def kelas_kata(skala: Skala, kata: str) -> Kelas | None:
    """The class that a word names: by name, by abbreviation, by synonym; None when unknown or ambiguous."""
    for cocok in (
        [kelas for kelas in skala.kelas if nama_kelas(kelas)[0] == kata],
        [kelas for kelas in skala.kelas if nama_kelas(kelas)[1] == kata.replace(" ", "")],
        [kelas for kelas in skala.kelas for setara in padanan() if {nama_kelas(kelas)[0], kata} <= setara],
    ):
        if cocok:
            return cocok[0] if len(cocok) == 1 else None
    return None


def pasti(skala: Skala, kata: str) -> bool:
    """Whether the word surely speaks of this scale: its own word, or a synonym that names no level."""
    own = any(kata in (nama_kelas(kelas)[0], nama_kelas(kelas)[1]) for kelas in skala.kelas)
    return own or bool(_JELAS.search(kata))


def batas_kelas(kelas: Kelas) -> tuple[Decimal, Decimal]:
    """Lower and upper bound of a class, infinite where it is open."""
    low = kelas.low.value if kelas.low is not None and kelas.low.value is not None else _BAWAH
    high = kelas.high.value if kelas.high is not None and kelas.high.value is not None else _ATAS
    return low, high


def _memuat(kelas: Kelas, nilai: Decimal) -> bool:
    low, high = batas_kelas(kelas)
    atas = nilai <= high if kelas.high_inclusive else nilai < high
    return atas and (nilai >= low if kelas.low_inclusive else nilai > low)


def kelas_nilai(skala: Skala, nilai: Decimal) -> list[Kelas]:
    """Classes that hold the value; in a gap the neighbours, beyond the ends the outermost class."""
    memuat = [kelas for kelas in skala.kelas if _memuat(kelas, nilai)]
    if memuat:
        return memuat
    bawah = [kelas for kelas in skala.kelas if batas_kelas(kelas)[1] <= nilai]
    atas = [kelas for kelas in skala.kelas if batas_kelas(kelas)[0] >= nilai]
    tetangga = []
    if bawah:
        tetangga.append(max(bawah, key=lambda kelas: batas_kelas(kelas)[1]))
    if atas:
        tetangga.append(min(atas, key=lambda kelas: batas_kelas(kelas)[0]))
    return tetangga
