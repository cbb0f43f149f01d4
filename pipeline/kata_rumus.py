"""Words of an indicator's name and of its formula: dictionary spelling, roots, what they measure. Pure.

Two texts are compared by the roots of their content words, so that `pelatihan`, `dilatih` and `melatih` are one;
numbers, years and negations stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from pipeline.normalise.kata.ejaan import bakukan, lipat, tanpa_butir
from pipeline.normalise.kata.kosakata import akar


def kumpulan(words: str) -> frozenset[str]:
    """The set of the words of a text."""
    return frozenset(words.split())


_HAMPA = kumpulan(
    """yang di ke dari pada dan dengan untuk oleh secara atau serta para adalah ialah merupakan yaitu telah sudah dalam
    se bagi atas melalui terhadap antara tersebut ini itu setiap tiap masing guna sebagai dll lain hal akan bahwa
    tahun n periode"""
)
"""Words that carry no content of their own; `tahun n` is the year that every formula means."""

_UKURAN = kumpulan(
    """persentase persen jumlah banyak banyaknya nilai tingkat cakupan rasio angka indeks skor total rekapitulasi rata
    proporsi besaran besarnya jml seluruh seluruhnya keseluruhan semua"""
)
"""Words that say how something is measured."""

_SELURUH = frozenset(("seluruh", "seluruhnya", "keseluruhan", "semua", "total"))
_PERSENTASE = frozenset(("persentase",))
_BAGIAN = frozenset(("cakupan", "rasio", "tingkat", "proporsi", "angka", "laju", "prevalensi", "persentase"))
_JUMLAH = frozenset(("jumlah", "banyaknya", "banyak"))
_HITUNG = _JUMLAH | {"total", "rekapitulasi", "seluruh", "keseluruhan", "jml", "akumulasi", "σ"}
_NILAI = frozenset(("nilai", "indeks", "skor", "predikat", "opini", "level", "peringkat", "maturitas", "kategori"))
_PEMBUKA = frozenset(("capaian", "pencapaian", "realisasi", "besaran", "besarnya"))
_KURUNG = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_AKRONIM = re.compile(r"[A-Za-z]{2,8}")
_PERSEN = re.compile(r"%|\bper\s?sen\b|\bpros?en\b|\bpersentase\b", re.IGNORECASE)


class JenisNama(StrEnum):
    """What the name and the unit of an indicator announce."""

    PERSENTASE = "persentase"
    JUMLAH = "jumlah"
    NILAI = "nilai"
    LAIN = "lain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kata:
    """A content word: in dictionary spelling, and its root."""

    kata: str
    akar: str


def baca_kata(text: str) -> tuple[str, ...]:
    """All words of a printed text in dictionary spelling, abbreviations written out, list marks removed."""
    return tuple(bakukan(tanpa_butir(lipat(_tanpa_akronim(text)))))


def kata_isi(text: str) -> tuple[Kata, ...]:
    """The content words, in order: without joining words and without words that say how something is measured."""
    return tuple(
        Kata(kata=kata, akar=akar(kata)) for kata in baca_kata(text) if kata not in _HAMPA and kata not in _UKURAN
    )


def akar_isi(text: str) -> frozenset[str]:
    """The roots of the content words."""
    return frozenset(item.akar for item in kata_isi(text))


def menyeluruh(text: str) -> bool:
    """Whether a quantity is called the whole of something (`jumlah seluruh …`, `total …`)."""
    return not _SELURUH.isdisjoint(baca_kata(text))


def kepanjangan(singkatan: str, text: str) -> frozenset[str]:
    """Roots of the words of a text that follow each other and whose first letters an abbreviation is made of."""
    for words in (baca_kata(text), tuple(kata for kata in baca_kata(text) if kata not in _HAMPA)):
        at = "".join(kata[0] for kata in words).find(singkatan)
        if at >= 0 and len(singkatan) > 1:
            return frozenset(akar(kata) for kata in words[at : at + len(singkatan)])
    return frozenset()


def beda_isi(satu: str, dua: str) -> tuple[frozenset[str], frozenset[str]]:
    """Roots that only the first text has, and those that only the second has; abbreviations are what they stand for."""
    a, b = akar_isi(satu), akar_isi(dua)
    hanya_a, hanya_b = a - b, b - a
    for item in hanya_a:
        penuh = kepanjangan(item, dua)
        hanya_a, hanya_b = (hanya_a - {item}, hanya_b - penuh) if penuh else (hanya_a, hanya_b)
    for item in hanya_b:
        penuh = kepanjangan(item, satu)
        hanya_b, hanya_a = (hanya_b - {item}, hanya_a - penuh) if penuh else (hanya_b, hanya_a)
    return hanya_a, hanya_b


def jenis_nama(nama: str, satuan: str | None) -> JenisNama:
    """What a name announces by its first word, or by its unit where the word leaves it open.

    A name and a unit that contradict each other (`Jumlah …` in per cent) announce nothing.
    """
    words = [kata for kata in baca_kata(nama) if kata not in _PEMBUKA]
    awal = words[0] if words else ""
    persen = berpersen(nama, satuan)
    if awal in _JUMLAH:
        return JenisNama.LAIN if persen else JenisNama.JUMLAH
    if awal in _PERSENTASE or (awal in _NILAI and words[1:2] == ["persentase"]):
        return JenisNama.PERSENTASE
    if awal in _NILAI:
        return JenisNama.NILAI
    if persen and awal in _BAGIAN:
        return JenisNama.PERSENTASE
    return JenisNama.LAIN


def berpersen(nama: str, satuan: str | None) -> bool:
    """Whether the unit, or a bracket of the name that holds nothing else, is per cent."""
    kurung = [isi.strip() for isi in _KURUNG.findall(nama)]
    return any(_PERSEN.fullmatch(isi) for isi in kurung) or (satuan is not None and bool(_PERSEN.search(satuan)))


def berhitung(text: str) -> bool:
    """Whether a quantity begins with a word of counting (`jumlah`, `total`, `banyaknya` …)."""
    return not _HITUNG.isdisjoint(baca_kata(text)[:1])


def jamak(nama: str) -> bool:
    """Whether a text holds several indicators or quantities printed one behind the other."""
    words = lipat(nama).split()
    return any(words.count(kata) > 1 for kata in ("jumlah", "persentase", "presentase", "prosentase"))


def _tanpa_akronim(text: str) -> str:
    """The text without brackets that only abbreviate the words before them (`Perusahaan Daerah Air Minum (PDAM)`)."""
    return _KURUNG.sub(lambda match: "" if _menyingkat(match[1].strip(), text[: match.start()]) else match[0], text)


def _menyingkat(isi: str, sebelum: str) -> bool:
    if not _AKRONIM.fullmatch(isi) or isi == isi.lower():
        return False
    huruf = [kata[0] for kata in lipat(sebelum).split() if kata[:1].isalpha()]
    tanpa_hampa = [kata[0] for kata in lipat(sebelum).split() if kata[:1].isalpha() and kata not in _HAMPA]
    akhir = isi.lower()
    return any("".join(daftar).endswith(akhir) for daftar in (huruf, tanpa_hampa))
