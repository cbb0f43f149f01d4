"""Words of the language: root words with the usual prefixes and suffixes, and misspellings told from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from pipeline.normalise.kamus.baca import baca_csv
from pipeline.normalise.kamus.dipakai import muat_kamus

_AKHIRAN = ("", "nya", "kan", "an", "i", "kannya", "annya", "inya", "isasi", "wan", "is")
# prefix and the letter that it swallows: peng-, "kelola" -> "pengelola"
_AWALAN = (
    ("", ""),
    ("me", ""),
    ("mem", ""),
    ("mem", "p"),
    ("men", ""),
    ("men", "t"),
    ("meng", ""),
    ("meng", "k"),
    ("menge", ""),
    ("meny", "s"),
    ("pe", ""),
    ("pem", ""),
    ("pem", "p"),
    ("pen", ""),
    ("pen", "t"),
    ("peng", ""),
    ("peng", "k"),
    ("penge", ""),
    ("peny", "s"),
    ("per", ""),
    ("ber", ""),
    ("be", ""),
    ("ter", ""),
    ("te", ""),
    ("di", ""),
    ("ke", ""),
    ("se", ""),
    ("memper", ""),
    ("diper", ""),
    ("member", ""),
    ("pember", ""),
    ("pemer", ""),
    ("ketidak", ""),
    ("keter", ""),
    ("keber", ""),
    ("berke", ""),
    ("pra", ""),
    ("non", ""),
    ("antar", ""),
    ("sub", ""),
)
_AKAR_TERPENDEK = 3


def _akar(kata: str) -> Iterator[str]:
    for akhiran in _AKHIRAN:
        if not kata.endswith(akhiran):
            continue
        batang = kata[: len(kata) - len(akhiran)]
        for awalan, luluh in _AWALAN:
            if batang.startswith(awalan):
                yield luluh + batang[len(awalan) :]


def kosakata() -> frozenset[str]:
    """The words of the language: roots of `schemas/kamus/kata.csv` and other words of `schemas/kamus/kosakata.csv`.

    Only the former are what `akar` leads words back to.
    """
    return _gabung(muat_kamus().kata)


@lru_cache(maxsize=4)
def _gabung(roots: frozenset[str]) -> frozenset[str]:
    return roots | {row["kata"] for row in baca_csv("kosakata.csv", ("kata",))}


def dikenal(kata: str) -> bool:
    """Whether the word is a root of the dictionary or is built from one.

    Source: Kamus Besar Bahasa Indonesia, rules of affixes; the words are those of `kosakata`.
    """
    return _dikenal(kata, kosakata())


@lru_cache(maxsize=8192)
def _dikenal(kata: str, roots: frozenset[str]) -> bool:
    return any(len(akar) >= _AKAR_TERPENDEK and akar in roots for akar in _akar(kata))


def akar(kata: str) -> str:
    """The root that a word is built from, the shortest of four letters and more; the word itself where none is known.

    Words of one root are one here (`pelatihan`, `dilatih`), even where their meanings differ (`usaha`, `perusahaan`).
    """
    return _akar_di(kata, muat_kamus().kata)


@lru_cache(maxsize=8192)
def _akar_di(kata: str, roots: frozenset[str]) -> str:
    found = {item for item in _akar(kata) if item in roots and len(item) >= _AKAR_TERPENDEK}
    panjang = [item for item in found if len(item) > _AKAR_TERPENDEK]
    return min(panjang or found or {kata}, key=lambda item: (len(item), item))


class Ragam(StrEnum):
    """Voice of a verb: who does it, to whom it is done, or the doing itself."""

    AKTIF = "aktif"
    PASIF = "pasif"
    PROSES = "proses"
    TANPA = ""


_AWALAN_VERBA = (
    *((awalan, luluh, Ragam.PROSES) for awalan, luluh in _AWALAN if awalan.startswith("pe")),
    *((awalan, luluh, Ragam.AKTIF) for awalan, luluh in _AWALAN if awalan.startswith("me")),
    ("diper", "", Ragam.PASIF),
    ("di", "", Ragam.PASIF),
    ("ter", "", Ragam.PASIF),
    ("te", "", Ragam.PASIF),
    ("diber", "", Ragam.PASIF),
)
_AKHIRAN_VERBA = {
    Ragam.PROSES: ("an", "kan", "ian"),
    Ragam.AKTIF: ("kan", "i", ""),
    Ragam.PASIF: ("kan", "i", ""),
}
_AKHIR_KERJA = ("asi", "isi", "usi", "ksi")
# how borrowed verbs were formed once: `akomodir`, `legalisir`
_AKHIR_LAMA = "ir"
_TERPENDEK_KERJA = 7
_TERPENDEK_SERAPAN = 6
_TERPENDEK_NYA = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Bentuk:
    """A word without the affixes that leave its meaning.

    Attributes:
        pokok: what words of one meaning share (`tangan#` of `penanganan`, `ditangani`, `menangani`); the word itself
            where its affixes turn its meaning (`pekerja`) or no root is known.
        ragam: of a verb, who is meant; of another word TANPA.
        akhiran: `kan` or `i` of a verb, which may be another verb of the same root (`ditempatkan`, `ditempati`).
    """

    pokok: str
    ragam: Ragam
    akhiran: str


def bentuk(kata: str, utuh: frozenset[str], sifat: frozenset[str]) -> Bentuk:
    """The form of a word.

    Args:
        kata: in dictionary spelling.
        utuh: words whose affixes turn their meaning.
        sifat: qualities, of which `ke-…-an` says the same (`lulus`, `kelulusan`).
    """
    return _bentuk(kata, kosakata(), utuh, sifat)


@lru_cache(maxsize=16384)
def _bentuk(kata: str, roots: frozenset[str], utuh: frozenset[str], sifat: frozenset[str]) -> Bentuk:
    if kata in utuh or not kata.isalpha():
        return Bentuk(pokok=kata, ragam=Ragam.TANPA, akhiran="")
    if kata.endswith("nya") and len(kata) >= _TERPENDEK_NYA:
        return _bentuk(kata[:-3], roots, utuh, sifat)
    if kata in sifat or (kata.startswith("ke") and kata.endswith("an") and kata[2:-2] in sifat):
        return Bentuk(pokok=f"{kata if kata in sifat else kata[2:-2]}~", ragam=Ragam.TANPA, akhiran="")
    if kata in roots:
        kerja = kata.endswith(_AKHIR_KERJA) and len(kata) >= _TERPENDEK_KERJA
        return Bentuk(pokok=f"{kata}#" if kerja else kata, ragam=Ragam.PROSES if kerja else Ragam.TANPA, akhiran="")
    found = max(_verba(kata, roots, sifat), key=lambda item: len(item.pokok), default=None)
    return found or _serapan(kata) or Bentuk(pokok=kata, ragam=Ragam.TANPA, akhiran="")


def _serapan(kata: str) -> Bentuk | None:
    """The form of a borrowed verb whose root is unknown: `diharmonisasi`, `harmonisasi`, `terakomodir`."""
    for awalan in ("di", "ter"):
        if kata.startswith(awalan) and len(kata) >= len(awalan) + _TERPENDEK_SERAPAN:
            return Bentuk(pokok=f"{_tanpa_kan(kata.removeprefix(awalan))}#", ragam=Ragam.PASIF, akhiran="")
    if kata.endswith(_AKHIR_KERJA) and len(kata) >= _TERPENDEK_KERJA:
        return Bentuk(pokok=f"{kata}#", ragam=Ragam.PROSES, akhiran="")
    return None


def _tanpa_kan(dasar: str) -> str:
    """A borrowed verb without its suffix, by its noun: `diimplementasikan`, `diakomodir` and `akomodasi`."""
    if dasar.endswith(_AKHIR_LAMA):
        return f"{dasar.removesuffix(_AKHIR_LAMA)}asi"
    tanpa = dasar.removesuffix("kan")
    return tanpa if tanpa.endswith(_AKHIR_KERJA) else dasar


def _verba(kata: str, roots: frozenset[str], sifat: frozenset[str]) -> Iterator[Bentuk]:
    """The readings of a word as a verb or the name of what a verb does, of known roots."""
    for awalan, luluh, ragam in _AWALAN_VERBA:
        if not kata.startswith(awalan):
            continue
        batang = luluh + kata[len(awalan) :]
        for akhiran in _AKHIRAN_VERBA[ragam]:
            akar_kata = batang[: len(batang) - len(akhiran)]
            if batang.endswith(akhiran) and len(akar_kata) >= _AKAR_TERPENDEK and akar_kata in roots:
                tanda = "~" if akar_kata in sifat else "#"
                yield Bentuk(pokok=f"{akar_kata}{tanda}", ragam=ragam, akhiran="" if akhiran == "an" else akhiran)
