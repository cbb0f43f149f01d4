"""Words misspelt, misread or run together, told from the words that names are made of. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from pipeline.normalise.kamus.dipakai import Kamus, muat_kamus
from pipeline.normalise.kata.kosakata import dikenal, kosakata
from pipeline.normalise.kata.penjaga import Sifat, muat_penjaga

_HURUF_SALAH_TULIS = 5
_HURUF_DUA_SALAH = 9
_HURUF_BAKU = 6
_HURUF_PANJANG = 9
_HURUF_RANGKAI = 8
_HURUF_BAGIAN = 4
# behind these stands the name of a region
_BERNAMA = frozenset(("provinsi", "kabupaten", "kota", "kabkota", "kecamatan", "kelurahan", "distrik"))
_TAKARAN = ("persentase", "jumlah", "cakupan", "proporsi", "prevalensi", "indeks", "tingkat", "rasio", "angka", "nilai")
_KATA = re.compile(r"[a-z]+")
_SERUPA = str.maketrans({"l": "i", "1": "i", "0": "o", "5": "s"})
_ANGKA_TERSELIP = re.compile(r"[a-z]+[015][a-z]+")
_SAMBUNG = frozenset(("yang", "dan", "dengan", "untuk", "dalam", "pada", "dari", "melalui", "terhadap"))
# words without a root that are no slips of others
_TUGAS = frozenset(
    (
        *("dengan", "untuk", "dalam", "secara", "melalui", "terhadap", "adalah", "sebagai", "tersebut", "antara"),
        *("setiap", "kepada", "bahwa", "merupakan", "sebesar", "sebanyak", "sehingga", "hingga", "sampai", "serta"),
        *("masing", "lainnya", "sesuai", "selama", "setelah", "sebelum", "untuk", "bukan", "belum", "tidak", "tanpa"),
        *("maupun", "namun", "ataupun", "seluruh", "berbagai", "beberapa", "banyak", "paling", "sangat", "sedikit"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Perbendaharaan:
    """Words that names are made of.

    Attributes:
        kata: all of them; penjaga: those that guard the meaning of a name or say what kind of measure it is.
        per_rupa: by what they look like where print and readers of pictures confuse letters.
        per_awal: by first letter and number of letters.
    """

    kata: frozenset[str]
    penjaga: frozenset[str]
    per_rupa: Mapping[str, tuple[str, ...]]
    per_awal: Mapping[tuple[str, int], tuple[str, ...]]


def salah_ketik(x: str, y: str) -> int | None:
    """How many slips tell two words apart that are meant to be one; None when they are two words.

    At least one of the two is no word of the language, and they begin alike, unless a letter was misread or lost.
    """
    short = min(len(x), len(y))
    if short < _HURUF_SALAH_TULIS or not (x.isalpha() and y.isalpha()):
        return None
    kenal = dikenal(x) + dikenal(y)
    if kenal == 2:
        return None
    if rupa(x) == rupa(y):
        return 0
    if kenal == 0 and short < _HURUF_DUA_SALAH:
        return None
    limit = 2 if short >= _HURUF_DUA_SALAH and kenal == 1 else 1
    if x[0] != y[0] and x[1:] != y and y[1:] != x:
        return None
    jarak = OSA.distance(x, y, score_cutoff=limit)
    return jarak if jarak <= limit else None


def rupa(kata: str) -> str:
    """A word with the letters that print and readers of pictures confuse made one."""
    return kata.replace("rn", "m").replace("vv", "w").translate(_SERUPA)


def perbaiki(words: Sequence[str]) -> list[str]:
    """Words in dictionary spelling where exactly one word of the kamus is meant; the rest, and regions, as they are."""
    kamus = muat_kamus()
    found: list[str] = []
    for word in words:
        found += (word,) if found and found[-1] in _BERNAMA else _perbaiki(word, kamus)
    return found


@lru_cache(maxsize=32768)
def _perbaiki(kata: str, kamus: Kamus) -> tuple[str, ...]:
    if len(kata) < _HURUF_SALAH_TULIS or kata in _TUGAS or dikenal(kata):
        return (kata,)
    bendahara = _perbendaharaan(kamus)
    if kata in bendahara.kata:
        return (kata,)
    if not kata.isalpha():
        baku = bendahara.per_rupa.get(rupa(kata), ()) if _ANGKA_TERSELIP.fullmatch(kata) else ()
        return baku if len(baku) == 1 else (kata,)
    return _satu(kata, bendahara) or _dua(kata, bendahara.kata) or (kata,)


def _satu(kata: str, bendahara: Perbendaharaan) -> tuple[str, ...]:
    """The one word that a word is a slip of, empty when none or several may be meant."""
    serupa = bendahara.per_rupa.get(rupa(kata), ())
    if serupa:
        return serupa if len(serupa) == 1 else ()
    dekat = {
        calon
        for panjang in (len(kata) - 1, len(kata), len(kata) + 1)
        for calon in bendahara.per_awal.get((kata[0], panjang), ())
        if OSA.distance(kata, calon, score_cutoff=1) <= 1
    }
    calon = next(iter(dekat), "")
    return (calon,) if len(dekat) == 1 and _meyakinkan(kata, calon, bendahara) else ()


def _meyakinkan(kata: str, calon: str, bendahara: Perbendaharaan) -> bool:
    """Whether a word is long enough, or the slip of a kind, that nothing but the near word can be meant."""
    if calon in _TAKARAN:
        return True
    if len(kata) < _HURUF_BAKU:
        return False
    return len(kata) >= _HURUF_PANJANG or calon in bendahara.penjaga or _tergelincir(kata, calon)


def _tergelincir(kata: str, calon: str) -> bool:
    """Whether two letters changed places, or a letter was written twice or once instead of twice."""
    if len(kata) == len(calon):
        return sorted(kata) == sorted(calon)
    panjang, pendek = (kata, calon) if len(kata) > len(calon) else (calon, kata)
    return any(
        panjang[:at] + panjang[at + 1 :] == pendek and panjang[at] in panjang[at - 1 : at] + panjang[at + 1 : at + 2]
        for at in range(len(panjang))
    )


def _dua(kata: str, dikenal_baik: frozenset[str]) -> tuple[str, ...]:
    """The two words that were run together, empty when it is not certain which."""
    if len(kata) < _HURUF_RANGKAI:
        return ()
    found = [
        (kata[:at], kata[at:])
        for at in range(2, len(kata) - 1)
        if _bagian(kata[:at], dikenal_baik) and _bagian(kata[at:], dikenal_baik)
    ]
    return found[0] if len(found) == 1 else ()


def _bagian(kata: str, dikenal_baik: frozenset[str]) -> bool:
    return kata in _SAMBUNG or (len(kata) >= _HURUF_BAGIAN and kata in dikenal_baik)


@lru_cache(maxsize=4)
def _perbendaharaan(kamus: Kamus) -> Perbendaharaan:
    words = frozenset(_kata_kamus(kamus)) | {kata for kata in kosakata() if len(kata) >= _HURUF_BAGIAN}
    per_rupa: dict[str, set[str]] = defaultdict(set)
    per_awal: dict[tuple[str, int], set[str]] = defaultdict(set)
    for kata in words:
        if len(kata) >= _HURUF_SALAH_TULIS:
            per_rupa[rupa(kata)].add(kata)
            per_awal[kata[0], len(kata)].add(kata)
    return Perbendaharaan(
        kata=words,
        penjaga=frozenset(
            (*_TAKARAN, *(kata for kata, (sifat, _) in muat_penjaga().arti.items() if sifat is Sifat.WAJIB))
        ),
        per_rupa={key: tuple(sorted(found)) for key, found in per_rupa.items()},
        per_awal={key: tuple(sorted(found)) for key, found in per_awal.items()},
    )


def _kata_kamus(kamus: Kamus) -> Iterator[str]:
    """Words of the names of indicators, of the guards and of what abbreviations stand for."""
    baku = (" ".join(isi) for frasa in (kamus.ejaan, kamus.singkatan) for group in frasa.values() for _, isi in group)
    penjaga = muat_penjaga()
    texts: Iterable[str] = (
        *(nama for entri in kamus.indikator for nama in (entri.nama, *entri.alias)),
        *(*penjaga.arti, *penjaga.padan, *baku),
    )
    for text in texts:
        yield from (kata for kata in _KATA.findall(text.lower()) if len(kata) >= _HURUF_BAGIAN)
    yield from _TAKARAN
