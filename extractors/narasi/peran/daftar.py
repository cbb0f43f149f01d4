"""The role that a number has from an opening cue: members of a list, marks of a class, the difference of two levels."""

from __future__ import annotations

import re

from extractors.narasi.isyarat import ARAH, BENDA_UBAH, PEMISAH, RINGAN, Isyarat, Jenis
from extractors.narasi.kata import word_set
from extractors.narasi.peran.ikatan import is_nominal
from extractors.narasi.peran.putus import Jendela, Putus
from schemas.narasi import Acuan, Peran

_PERAN = {
    Jenis.TARGET: Peran.TARGET,
    Jenis.REALISASI: Peran.REALISASI,
    Jenis.CAPAIAN: Peran.CAPAIAN,
    Jenis.CAPAIAN_LEMAH: Peran.CAPAIAN,
}
_BERDAFTAR = frozenset(_PERAN.values())
_PEMBUKA = word_set(
    "meliputi mencakup ialah yaitu yakni adalah : berturut-turut masing-masing rinciannya terdiri dirinci"
)
_RINCIAN = word_set("rincian berturut-turut rinciannya")
_PENGHENTI = PEMISAH - {","} | word_set(
    """
    yang telah sudah bersama rapat ini itu tersebut hanya masih belum tidak juga kemudian lalu seluruhnya padahal
    walau lulus hadir ikut total jumlah sisanya ke banding
    """
)
_KERJA = re.compile(r"(?:me[mnr]|men[gy]|di(?!nas|stri)|ter(?!n|mi)|ber(?!kas))[a-z]{4,}")
_NAMA = 10
_NAMA_PENDEK = 3

_KELAS = word_set("predikat kategori katagori kriteria klasifikasi berpredikat berkategori")
_MERAIH = word_set(
    "diperoleh diraih diberikan dicapai disandang ditunjukkan oleh adalah ialah yaitu yakni didapat meliputi"
)
_MENYATAKAN = word_set("sebesar sebanyak sejumlah ialah adalah yaitu yakni mencapai")
_TINGKAT = frozenset({Peran.NILAI, Peran.REALISASI, Peran.CAPAIAN, Peran.TARGET})


def listed(jendela: Jendela) -> Putus | None:
    """A member of a list: `rincian capaian meliputi A 104%, B 93%`, `target daging 10 ton dan telur 5 ton`."""
    if jendela.bilangan.rupiah or any(jendela.awal <= waktu.awal < jendela.ujung for waktu in jendela.waktu[1:]):
        return None
    return _next_member(jendela) if jendela.lalu is not None else _first_member(jendela)


def _first_member(jendela: Jendela) -> Putus | None:
    cues = [cue for cue in jendela.isyarat if cue.akhir <= jendela.ujung and cue.jenis is not Jenis.RINCI]
    if not cues or cues[-1].jenis not in _PERAN or not _is_opened(jendela, cues[-1]):
        return None
    words = jendela.words(cues[-1].akhir)
    if len(words) > 2 * _NAMA or any(word in PEMISAH for word in words[1:]):
        return None
    return _member(jendela, cues[-1])


def _next_member(jendela: Jendela) -> Putus | None:
    """The member behind another; without an opening word only where both are printed alike."""
    if jendela.lalu is None:
        return None
    before, putus = jendela.lalu
    kata, bilangan = jendela.kata, jendela.bilangan
    head = next((cue for cue in jendela.isyarat if (cue.awal, cue.akhir) == putus.isyarat), None)
    if putus.peran not in _BERDAFTAR or head is None or kata.klausa[before.inti] != kata.klausa[bilangan.inti]:
        return None
    if any(jendela.awal <= cue.awal < jendela.ujung for cue in jendela.isyarat):
        return None
    first = next((number for number in jendela.semua if number.awal >= head.akhir), before)
    named = any(word not in RINGAN and word not in _PEMBUKA for word in jendela.words(head.akhir, first.awal))
    opened = _is_opened(jendela, head)
    words = _name(jendela.words(before.lanjut), opened=opened)
    alike = before.persen == bilangan.persen and before.satuan == bilangan.satuan
    if words is None or not named or not (opened or (alike and len(words) <= _NAMA_PENDEK)):
        return None
    return _member(jendela, head)


def _name(words: list[str], *, opened: bool) -> list[str] | None:
    """The name between two members, None where something else stands there; in an open list it may hold a verb."""
    joined = words[1:] if words[:1] == [")"] else words
    joins = len(joined)
    while joined and joined[0] in (",", "dan", "serta", "&"):
        joined = joined[1:]
    if len(joined) == joins or not joined or len(joined) > _NAMA:
        return None
    name = [word for word in joined if word not in ("sebesar", "sebanyak", "(", "=", ":", "sejumlah")]
    stopped = any(word in _PENGHENTI or word == "," for word in name)
    acted = any(_is_verb(word) for word in name[: 1 if opened else None])
    return None if stopped or acted or not name else name


def _is_verb(word: str) -> bool:
    return word not in _PEMBUKA and _KERJA.fullmatch(word) is not None and not word.startswith("terserti")


def _is_opened(jendela: Jendela, head: Isyarat) -> bool:
    """Whether the head announces a list."""
    kata = jendela.kata
    if any(word in _RINCIAN for word in kata.kecil[max(0, head.awal - 3) : head.awal]):
        return True
    first = next((number.awal for number in jendela.semua if number.awal >= head.akhir), jendela.ujung)
    return any(word in _PEMBUKA - {"yaitu", "adalah", "ialah", "yakni"} for word in kata.kecil[head.akhir : first])


def _member(jendela: Jendela, head: Isyarat) -> Putus | None:
    peran = _PERAN[head.jenis]
    if peran is Peran.CAPAIAN and jendela.bilangan.satuan is not None:
        peran = Peran.REALISASI
    return Putus(peran=peran, isyarat=(head.awal, head.akhir), jenis=head.jenis)


def classed(jendela: Jendela) -> Putus | None:
    """The capaian in brackets behind a name that a class is given to: `Predikat Baik diperoleh A (98%)`."""
    kata, bilangan = jendela.kata, jendela.bilangan
    alone = kata.at(jendela.ujung - 1) == "(" and kata.at(bilangan.lanjut) == ")"
    if not alone or not bilangan.persen or not kata.at(jendela.ujung - 2)[:1].isalpha():
        return None
    clause = kata.klausa[bilangan.inti]
    classes = [i for i in range(jendela.ujung) if kata.kecil[i] in _KELAS and kata.klausa[i] == clause]
    if not classes or not any(word in _MERAIH for word in kata.kecil[classes[-1] : jendela.ujung]):
        return None
    between = [
        putus.peran
        for number, putus in zip(jendela.semua, jendela.putus, strict=False)
        if kata.klausa[number.inti] == clause
    ]
    if any(peran is not Peran.CAPAIAN for peran in between):
        return None
    return Putus(peran=Peran.CAPAIAN, isyarat=(classes[-1], classes[-1] + 1))


def concluded(jendela: Jendela) -> Putus | None:
    """The difference that a noun of change announces: `Perubahan X dari tahun 2019 (a) ke tahun 2021 (b) ialah c`."""
    kata = jendela.kata
    clause = kata.klausa[jendela.bilangan.inti]
    levels = [
        (number, putus.peran)
        for number, putus in zip(jendela.semua, jendela.putus, strict=False)
        if kata.klausa[number.inti] == clause
    ]
    if kata.at(jendela.ujung - 1) not in _MENYATAKAN or len(levels) != 2 or any(p not in _TINGKAT for _, p in levels):
        return None
    if any(word not in _MENYATAKAN and word not in (")", ",") for word in jendela.words(levels[-1][0].lanjut)):
        return None
    for cue in jendela.isyarat:
        noun = cue.jenis in ARAH and kata.kecil[cue.awal] in BENDA_UBAH
        if noun and kata.klausa[cue.awal] == clause and cue.akhir <= levels[0][0].awal and not is_nominal(kata, cue):
            targeted = any(peran is Peran.TARGET for _, peran in levels)
            return Putus(
                peran=Peran.SELISIH,
                isyarat=(cue.awal, cue.akhir),
                jenis=cue.jenis,
                arah=ARAH[cue.jenis],
                acuan=Acuan.TARGET if targeted else Acuan.TAHUN if jendela.waktu else None,
            )
    return None
