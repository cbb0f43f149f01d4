"""Regions of Indonesia: which one a printed name means, misprints and former names included. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from pipeline.normalise.kamus.baca import BarisCsv, baca_csv
from pipeline.normalise.kata.ejaan import lipat

TINGKAT = ("provinsi", "kabupaten", "kota")
KOLOM = ("nama", "tingkat", "provinsi", "alias", "berlaku_sampai", "menjadi")

_KATA = re.compile(r"[a-z0-9]+")
_TERPANJANG = 6
# letters a name must have for so many misprints to be believed; a shorter name is taken only as it stands
_HURUF_PER_GALAT = ((14, 2), (6, 1))
_JARAK_AMAN = 2
_POTONGAN = 3
# behind the name of a region these make that of another one
_ARAH = frozenset({"barat", "timur", "utara", "selatan", "tengah", "tenggara", "daya", "laut", "hulu", "hilir", "raya"})


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Wilayah:
    """A region in dictionary spelling, lower case; `provinsi` is its own name for a province."""

    tingkat: str
    nama: str
    provinsi: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cocok:
    """What some words name.

    Attributes:
        wilayah: None where more than one region may be meant.
        panjang: how many words the name has.
        tepat: no misprint had to be assumed.
    """

    wilayah: Wilayah | None
    panjang: int
    tepat: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarWilayah:
    """Regions by level and by name, letters only.

    Attributes:
        nama: by every name, abbreviations as well.
        utuh: by full names, present and former; only these are looked for behind misprints.
    """

    nama: Mapping[str, Mapping[str, Wilayah]]
    utuh: Mapping[str, Mapping[str, Wilayah]]

    def semua(self, tingkat: str) -> frozenset[Wilayah]:
        """The regions of a level."""
        return frozenset(self.nama[tingkat].values())


def kata_wilayah(text: str) -> tuple[str, ...]:
    """The words of a name without case, accents and marks."""
    return tuple(_KATA.findall(lipat(text)))


@cache
def muat_wilayah() -> DaftarWilayah:
    """The list of `schemas/kamus/wilayah.csv`; names no longer in force lead to the region that carries on.

    Raises:
        KamusError: when the file is not as it should be.
    """
    return susun_wilayah(baca_csv("wilayah.csv", KOLOM))


def susun_wilayah(rows: Iterable[BarisCsv]) -> DaftarWilayah:
    """The regions that the lines of a file with `KOLOM` list.

    Raises:
        KamusError: when a line has an unknown level, continues as a region not listed, or takes the name of another.
    """
    found: dict[str, dict[str, Wilayah]] = {tingkat: {} for tingkat in TINGKAT}
    utuh: dict[str, dict[str, Wilayah]] = {tingkat: {} for tingkat in TINGKAT}
    for row in sorted(rows, key=lambda row: bool(row["menjadi"])):
        level = found.get(row["tingkat"])
        if level is None:
            raise row.salah("tingkat", f"harus salah satu dari {', '.join(TINGKAT)}.")
        nama = " ".join(kata_wilayah(row["nama"]))
        wilayah = Wilayah(tingkat=row["tingkat"], nama=nama, provinsi=" ".join(kata_wilayah(row["provinsi"])))
        if row["menjadi"]:
            penerus = level.get("".join(kata_wilayah(row["menjadi"])))
            if penerus is None:
                raise row.salah("menjadi", "tidak ada dalam daftar pada tingkat yang sama.")
            wilayah = penerus
        utuh[row["tingkat"]]["".join(kata_wilayah(row["nama"]))] = wilayah
        for tulisan in (row["nama"], *row["alias"].split("|")):
            kunci = "".join(kata_wilayah(tulisan))
            if kunci and level.setdefault(kunci, wilayah) != wilayah:
                raise row.salah("alias", f"“{tulisan}” sudah menjadi nama wilayah lain pada tingkat yang sama.")
    return DaftarWilayah(nama=found, utuh=utuh)


def baca_wilayah(kata: Sequence[str], tingkat: str) -> Cocok | None:
    """The region of a level that some words begin with, None when none is near.

    A misprinted name is taken for a region only when no other region of its level is nearly as close, and a name that
    stands unchanged in front of a misprinted rest is not cut out of it: `solok selatn` is Solok Selatan, not Solok.
    """
    names = muat_wilayah().nama[tingkat]
    for panjang in range(min(len(kata), _TERPANJANG), 0, -1):
        wilayah = names.get("".join(kata[:panjang]))
        if wilayah is not None:
            tepat = Cocok(wilayah=wilayah, panjang=panjang, tepat=True)
            lebih = _terdekat(kata, tingkat, panjang + 1)
            if lebih and lebih.wilayah == wilayah:
                return tepat
            return (
                _setingkat_lain(kata, panjang)
                or _lanjutan(kata, panjang, tingkat)
                or lebih
                or _tak_terdaftar(kata, panjang)
                or tepat
            )
    return _terdekat(kata, tingkat, 1)


def wilayah_bernama(kata: Sequence[str]) -> tuple[Wilayah, ...]:
    """The regions of all levels that bear exactly this name."""
    kunci = "".join(kata)
    return tuple(names[kunci] for names in muat_wilayah().nama.values() if kunci in names)


def seperti_wilayah(kata: Sequence[str], tingkat: str) -> bool:
    """Whether words that are no region of a level begin with one of another level, or with a part of a longer name."""
    if any(wilayah_bernama(kata[:panjang]) for panjang in range(1, len(kata) + 1)):
        return True
    return any(_seawal(kata, item.nama.split()) for item in muat_wilayah().semua(tingkat))


def _seawal(kata: Sequence[str], nama: Sequence[str]) -> bool:
    """Whether words may begin a longer name: with its first word, and none or one like its second behind it."""
    if tuple(kata[:1]) != tuple(nama[:1]):
        return False
    lanjut, utuh = kata[1:2], nama[1:2]
    if not lanjut or not utuh:
        return True
    return lanjut[0][:_POTONGAN] == utuh[0][:_POTONGAN] or OSA.distance(lanjut[0], utuh[0]) <= _JARAK_AMAN


def _tak_terdaftar(kata: Sequence[str], panjang: int) -> Cocok | None:
    """A name with a direction behind it (`bogor barat`), which makes another region that the list does not have."""
    lain = panjang < len(kata) and kata[panjang] in _ARAH
    return Cocok(wilayah=None, panjang=panjang + 1, tepat=True) if lain else None


def _setingkat_lain(kata: Sequence[str], panjang: int) -> Cocok | None:
    """A longer name that only a region of another level bears (`kabupaten tangerang selatan`): not to be told."""
    lebih = (n for n in range(min(len(kata), _TERPANJANG), panjang, -1) if wilayah_bernama(kata[:n]))
    found = next(lebih, None)
    return Cocok(wilayah=None, panjang=found, tepat=True) if found else None


def _lanjutan(kata: Sequence[str], panjang: int, tingkat: str) -> Cocok | None:
    """A region whose longer name the next word continues, cut short or misprinted."""
    if panjang >= len(kata):
        return None
    found = {
        lain
        for lain in muat_wilayah().semua(tingkat)
        for words in [lain.nama.split()]
        if words[:panjang] == list(kata[:panjang]) and len(words) > panjang and _sepotong(kata[panjang], words[panjang])
    }
    if not found:
        return None
    return Cocok(wilayah=found.pop() if len(found) == 1 else None, panjang=panjang + 1, tepat=False)


def _sepotong(kata: str, utuh: str) -> bool:
    return len(kata) >= _POTONGAN and (utuh.startswith(kata) or OSA.distance(kata, utuh, score_cutoff=1) <= 1)


def _terdekat(kata: Sequence[str], tingkat: str, terpendek: int) -> Cocok | None:
    """The region whose name some words misprint, of at least so many words."""
    tries = [
        (min(jarak for jarak, _ in dekat), -panjang, dekat)
        for panjang in range(terpendek, min(len(kata), _TERPANJANG) + 1)
        if (dekat := list(_dekat("".join(kata[:panjang]), tingkat)))
    ]
    if not tries:
        return None
    _, minus, dekat = min(tries, key=lambda item: item[:2])
    calon = {wilayah for _, wilayah in dekat}
    return Cocok(wilayah=calon.pop() if len(calon) == 1 else None, panjang=-minus, tepat=False)


def _dekat(kunci: str, tingkat: str) -> Iterator[tuple[int, Wilayah]]:
    """The nearest region, when it is near enough to be meant, and those nearly as near."""
    limit = _HURUF_PER_GALAT[0][1] + _JARAK_AMAN
    found = [
        (jarak, jarak <= _galat(nama), wilayah)
        for nama, wilayah in muat_wilayah().utuh[tingkat].items()
        if (jarak := OSA.distance(kunci, nama, score_cutoff=limit)) <= limit
    ]
    terbaik = min((jarak for jarak, _, _ in found), default=0)
    if any(boleh and jarak == terbaik for jarak, boleh, _ in found):
        yield from ((jarak, wilayah) for jarak, _, wilayah in found if jarak < terbaik + _JARAK_AMAN)


def _galat(nama: str) -> int:
    """How many misprints a name of this length may have."""
    return next((galat for batas, galat in _HURUF_PER_GALAT if len(nama) >= batas), 0)
