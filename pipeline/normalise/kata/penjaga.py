"""Words that guard the meaning of a name: which must stand in both names, which may be missing from one. Pure.

The words are those of `schemas/kamus/penjaga.csv`. Two names that measure the same hold the same words of every
group that guards (negation, rise and fall, sex, level of school, stage); a word that only one of them holds is
judged by its kind: one that only says that something is measured or explains it may be missing, one that
narrows may not, one in between makes a question.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from pipeline.normalise.kamus.baca import baca_csv
from pipeline.normalise.kata.kosakata import Ragam, bentuk, kosakata

_KOLOM = ("gugus", "kata", "jenis", "keterangan")
_PENGGOLONG = frozenset(("penggolong", "satuan hitung"))
# lines that list words instead of saying what they do
_DAFTAR = ("utuh", "sifat", "besaran", "singkat", "hasil", "tempat")
_BER = "ber"
_INGKAR = "ketidak"
PENGHUBUNG = frozenset(
    (
        *("yang", "di", "ke", "dari", "pada", "dan", "dengan", "untuk", "oleh", "secara", "atau", "serta"),
        *("para", "adalah", "sebesar", "telah", "sudah", "dalam", "se", "sebuah", "suatu", "bagi", "atas"),
        "melalui",
    )
)
"""Words that join others and carry no meaning of their own."""

_PEMBANDING = ("terhadap", "dibanding", "dibandingkan", "per")
_BILANGAN = frozenset(("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"))
_RIBUAN = re.compile(r"\d{1,3}(?:\.\d{3})+")
_ROMAWI = frozenset(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"))


class Sifat(StrEnum):
    """What a word does to the meaning of a name, by what follows when only one of two names holds it.

    WAJIB forbids; LAWAN asks, and two different ones of a group forbid; SEMPIT narrows; TAKAR and RINGAN may be
    missing, RINGAN not as what is counted; GOLONGAN may be missing in front of what it is the kind of; KANTOR may be
    missing where no other office can be meant; TANYA asks. KODE are numbers, numerals and single letters, which
    forbid. ISI is every other word, which narrows.
    """

    WAJIB = "wajib"
    LAWAN = "lawan"
    SEMPIT = "sempit"
    TAKAR = "takar"
    RINGAN = "ringan"
    GOLONGAN = "golongan"
    KANTOR = "kantor"
    TANYA = "tanya"
    KODE = "kode"
    ISI = "isi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsur:
    """One word or fixed phrase of a name.

    Attributes:
        tulis: as it stands in the name, in dictionary spelling.
        kunci: equal for words of equal meaning.
        sifat, gugus: its kind, and the group that it guards, "" without.
        ragam, akhiran: of a verb, as `kosakata.Bentuk` has them.
    """

    tulis: str
    kunci: str
    sifat: Sifat
    gugus: str = ""
    ragam: Ragam = Ragam.TANPA
    akhiran: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Penjaga:
    """The table of guards.

    Attributes:
        arti: kind and group of a word or phrase; padan: what it is written as where several words mean one thing.
        frasa: phrases of several words by their first, the longest first.
        utuh, sifat: as `kosakata.bentuk` takes them.
        hasil: roots of verbs of which as many are done as things come of it (`penerbitan kartu`).
        tempat: words that a kind in front of them makes something else of (`penduduk desa`).
        singkatan: what short acronyms usually stand for.
        besaran: words that say by themselves what kind of measure it is, by kind (`jumlah`, `uang`, `bagian`, `nilai`).
    """

    arti: Mapping[str, tuple[Sifat, str]]
    padan: Mapping[str, str]
    frasa: Mapping[str, tuple[tuple[str, ...], ...]]
    utuh: frozenset[str]
    sifat: frozenset[str]
    hasil: frozenset[str]
    tempat: frozenset[str]
    singkatan: Mapping[str, frozenset[str]]
    besaran: Mapping[str, frozenset[str]]


@cache
def muat_penjaga() -> Penjaga:
    """The guards of `schemas/kamus/penjaga.csv`.

    The words of a `wajib`, `lawan` or `padan` line mean one thing; those of another line stand each for itself.

    Raises:
        KamusError: when the file is not as it should be.
    """
    arti: dict[str, tuple[Sifat, str]] = {}
    padan: dict[str, str] = {}
    daftar: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in baca_csv("penjaga.csv", _KOLOM):
        words = [" ".join(part.split()) for part in row["kata"].split("|")]
        jenis, gugus = row["jenis"], row["gugus"]
        if jenis in _DAFTAR:
            daftar[jenis][gugus].update(words)
            continue
        if jenis in ("padan", "wajib", "lawan"):
            padan.update(dict.fromkeys(words, words[0]))
        if jenis != "padan":
            if jenis not in list(Sifat):
                raise row.salah("jenis", f"“{jenis}” tidak dikenal.")
            arti.update(dict.fromkeys(words, (Sifat(jenis), gugus)))
    panjang: dict[str, set[str]] = defaultdict(set)
    for arti_panjang, pendek in daftar["singkat"].items():
        for kata in pendek:
            panjang[kata].add(arti_panjang)
    return Penjaga(
        arti=arti,
        padan=padan,
        frasa=_frasa((*arti, *padan)),
        utuh=frozenset().union(*daftar["utuh"].values()),
        sifat=frozenset().union(*daftar["sifat"].values()),
        hasil=frozenset().union(*daftar["hasil"].values()),
        tempat=frozenset().union(*daftar["tempat"].values()),
        singkatan={kata: frozenset(arti_kata) for kata, arti_kata in panjang.items()},
        besaran={kind: frozenset(words) for kind, words in daftar["besaran"].items()},
    )


def _frasa(words: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for text in words:
        parts = tuple(text.split())
        if len(parts) > 1:
            found[parts[0]].add(parts)
    return {first: tuple(sorted(phrases, key=lambda item: (-len(item), item))) for first, phrases in found.items()}


def uraikan(kata: tuple[str, ...]) -> tuple[Unsur, ...]:
    """The words and phrases of a name that carry meaning, in order; `kata` in dictionary spelling."""
    return _uraikan(kata, kosakata())


@lru_cache(maxsize=65536)
def _uraikan(kata: tuple[str, ...], roots: frozenset[str]) -> tuple[Unsur, ...]:
    frasa = muat_penjaga().frasa
    found: list[Unsur] = []
    at = 0
    while at < len(kata):
        size = next((len(parts) for parts in frasa.get(kata[at], ()) if kata[at : at + len(parts)] == parts), 1)
        if size > 1:
            found.append(_unsur(" ".join(kata[at : at + size]), roots))
        elif not (kata[at] in _BILANGAN and found and found[-1].kunci.isdigit()):
            found += _kata(kata[at], roots)
        at += size
    return tuple(found)


@lru_cache(maxsize=16384)
def _kata(kata: str, roots: frozenset[str]) -> tuple[Unsur, ...]:
    """What one word stands for: nothing, itself, or two words written as one (`bersertifikat`, `ketidakpatuhan`)."""
    guards = muat_penjaga()
    if kata in guards.arti or kata in guards.padan:
        return (_unsur(kata, roots),)
    if kata in PENGHUBUNG:
        return ()
    dasar = kata[len(_BER) :]
    if kata.startswith(_BER) and dasar in roots and kata not in roots and len(dasar) > len(_BER):
        return (_unsur(_BER, roots), _unsur(dasar, roots))
    if kata.startswith(_INGKAR) and len(kata) > len(_INGKAR) + 2:
        dasar = kata[len(_INGKAR) :].removesuffix("an")
        return (_unsur(_INGKAR, roots), _unsur(dasar, roots))
    return (_unsur(kata, roots),)


def _unsur(tulis: str, roots: frozenset[str]) -> Unsur:
    guards = muat_penjaga()
    baku = guards.padan.get(tulis, tulis)
    sifat, gugus = guards.arti.get(tulis) or guards.arti.get(baku) or (Sifat.ISI, "")
    if tulis[0].isdigit():
        return Unsur(tulis=tulis, kunci=_angka(tulis), sifat=Sifat.KODE)
    if sifat is Sifat.ISI and (len(tulis) == 1 or tulis in _ROMAWI or not tulis.replace(" ", "").isalpha()):
        return Unsur(tulis=tulis, kunci=tulis, sifat=Sifat.KODE)
    if sifat in (Sifat.WAJIB, Sifat.LAWAN):
        return Unsur(tulis=tulis, kunci=baku, sifat=sifat, gugus=gugus)
    form = bentuk(baku, guards.utuh, guards.sifat)
    return Unsur(tulis=tulis, kunci=form.pokok, sifat=sifat, gugus=gugus, ragam=form.ragam, akhiran=form.akhiran)


def _angka(tulis: str) -> str:
    return tulis.replace(".", "") if _RIBUAN.fullmatch(tulis) else tulis.lstrip("0") or "0"


def larangan(a: Sequence[Unsur], b: Sequence[Unsur]) -> str:
    """Why the guards forbid that two names mean the same, in Indonesian; "" when they do not."""
    if _kode(a) != _kode(b) and _deret(a) != _deret(b):
        return "angka atau huruf kelas berbeda"
    for gugus, (x, y) in _per_gugus(a, b, Sifat.WAJIB).items():
        if x != y:
            return f"berbeda pada {gugus}: {_sebut(x)} dan {_sebut(y)}"
    for gugus, (x, y) in _per_gugus(a, b, Sifat.LAWAN).items():
        if x and y and x != y:
            return f"berbeda pada {gugus}: {_sebut(x)} dan {_sebut(y)}"
    return ""


def terbalik(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether what stands on one side of a comparing word (`rasio X terhadap Y`) stands on its other side in b."""
    di_a, di_b = (next((word for word in kata if word in _PEMBANDING), "") for kata in (a, b))
    if not (di_a and di_b) or ("per" in (di_a, di_b) and di_a != di_b):
        return False
    kiri_a, kanan_a = _ruas(a, di_a)
    kiri_b, kanan_b = _ruas(b, di_b)
    x, y = kiri_a - kiri_b, kiri_b - kiri_a
    return bool(x and y and x <= kanan_b and y <= kanan_a)


def _ruas(kata: Sequence[str], tanda: str) -> tuple[frozenset[str], frozenset[str]]:
    at = kata.index(tanda)
    kiri, kanan = uraikan(tuple(kata[:at])), uraikan(tuple(kata[at + 1 :]))
    return frozenset(item.kunci for item in kiri), frozenset(item.kunci for item in kanan)


def _kode(unsur: Iterable[Unsur]) -> frozenset[str]:
    return frozenset(item.kunci for item in unsur if item.sifat is Sifat.KODE)


def _deret(unsur: Iterable[Unsur]) -> str:
    """All digits of a name in a row: what a misread range (`01-7`, `0-17`) leaves as it was."""
    kode = [item.tulis for item in unsur if item.sifat is Sifat.KODE]
    return "".join(kode) if len(kode) > 1 and "".join(kode).isdigit() else f"#{sorted(kode)}"


def _per_gugus(
    a: Iterable[Unsur], b: Iterable[Unsur], sifat: Sifat
) -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for at, unsur in enumerate((a, b)):
        for item in unsur:
            if item.sifat is sifat:
                found[item.gugus][at].add(item.kunci)
    return {gugus: (frozenset(x), frozenset(y)) for gugus, (x, y) in found.items()}


def _sebut(kunci: frozenset[str]) -> str:
    return ", ".join(sorted(kunci)) or "tidak ada"


def kepala(unsur: Sequence[Unsur]) -> Unsur | None:
    """What a name counts or measures: its first word that does not only say that something is measured.

    Nor is it the kind of the thing (`unit rumah`, `penduduk miskin`) where the thing is named behind it.
    """
    isi_nama = [item for item in unsur if item.sifat is not Sifat.TAKAR]
    benda = (item for item in isi_nama if item.gugus not in _PENGGOLONG)
    return next(benda, isi_nama[0] if isi_nama else None)


def menyebut_takaran(unsur: Sequence[Unsur], jenis: str) -> bool:
    """Whether the name says by its own first word what kind of measure it is (`produksi` is an amount)."""
    words = muat_penjaga().besaran.get(jenis, frozenset())
    first = kepala(unsur)
    return first is not None and (first.tulis in words or first.kunci in words)


def isi(unsur: Iterable[Unsur]) -> Iterator[Unsur]:
    """The words that are not there only to say that something is measured."""
    return (item for item in unsur if item.sifat not in (Sifat.TAKAR, Sifat.RINGAN))
