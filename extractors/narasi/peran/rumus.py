"""Calculations printed with their signs: of the numbers in `(2 x 14 − 14,4)/14 x 100% = 97,14%` the last has a role."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.narasi.kata import Kata
from extractors.narasi.peran.putus import LAIN, Jendela, Putus

_TANDA = r"[x×*/:÷+–−-]|\b(?:dibagi|dikalikan|dikali|kali)\b"
_ISI = rf"(?:{_TANDA}|[\s()\[\]{{}}%\d]|(?<=\d)[.,](?=\d))*"
_SAMBUNG = re.compile(_ISI)
_OPERATOR = re.compile(_TANDA)
_KALI_BAGI = re.compile(r"[x×*/:÷]|dibagi|kali")
_HASIL = re.compile(
    rf"(?P<isi>{_ISI})\s*(?:=|≈|\b(?:sama\s+dengan|atau|adalah|ialah|yaitu|menjadi|hasilnya|diperoleh)\b)"
    r"\s*(?:sebesar\s*)?[\s(]*"
)
_SAMA = re.compile(r"=[\s(\[{]*$")
_LANJUTAN = re.compile(r"[^\w\s]\s*=[\s(\[{]*$|\d\s*=[\s(\[{]*$|\s[x×*/÷+−]\s+[^\W\d]+\s*=[\s(\[{]*$")
_BEROPERATOR = re.compile(rf"\s*(?:{_TANDA})\s*[(\[{{\w]")
_DUA = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Rumus:
    """Positions of the numbers of a calculation: `awal` to `akhir` (exclusive), and of its printed result."""

    awal: int
    akhir: int
    hasil: int | None


def formula(jendela: Jendela) -> Rumus | None:
    """The calculation that a number stands in, or is the result of; None for a number outside of any."""
    posisi = jendela.posisi
    sebelum = _run(jendela, posisi - 1) if posisi else None
    if sebelum is not None and sebelum.hasil == posisi:
        return sebelum
    return _run(jendela, posisi)


def operand(jendela: Jendela, rumus: Rumus | None) -> Putus | None:
    """The role of a number inside a calculation, or of the first factor of one in words (`= (2 x Target`): none."""
    dalam = rumus is not None and rumus.awal <= jendela.posisi < rumus.akhir
    depan = _text(jendela.kata, 0, jendela.ujung)
    faktor = _SAMA.search(depan) and _BEROPERATOR.match(_text(jendela.kata, jendela.bilangan.akhir, len(jendela.kata)))
    return LAIN if dalam or faktor else None


def named(jendela: Jendela, rumus: Rumus) -> Jendela:
    """The result of a calculation as if it stood where the calculation begins, behind the word that names it."""
    semua, awal = jendela.semua, 0
    pertama = semua[rumus.awal]
    if rumus.awal:
        awal = semua[rumus.awal - 1].lanjut
    while awal < pertama.awal and jendela.kata.klausa[awal] != jendela.kata.klausa[pertama.inti]:
        awal += 1
    hasil = jendela.bilangan
    pengganti = replace(
        pertama, rupiah=hasil.rupiah, persen=hasil.persen, poin=hasil.poin, satuan=hasil.satuan, bulat=hasil.bulat
    )
    return replace(
        jendela,
        semua=[*semua[: rumus.awal], pengganti, *semua[rumus.awal + 1 :]],
        posisi=rumus.awal,
        awal=awal,
        putus=jendela.putus[: rumus.awal],
    )


def chained(jendela: Jendela, rumus: Rumus) -> bool:
    """Whether the calculation stands behind the equals sign of another one, in words or letters (`… x 100% = (2 x`)."""
    return bool(_LANJUTAN.search(_text(jendela.kata, 0, jendela.semua[rumus.awal].awal)))


def _run(jendela: Jendela, posisi: int) -> Rumus | None:
    """The run of numbers joined by signs around a position, where it is a calculation of more than one step."""
    awal = akhir = posisi
    while awal and _joined(jendela, awal - 1):
        awal -= 1
    while akhir + 1 < len(jendela.semua) and _joined(jendela, akhir):
        akhir += 1
    sela = [_between(jendela, nomor) for nomor in range(awal, akhir)]
    ekor = _HASIL.fullmatch(_between(jendela, akhir)) if akhir + 1 < len(jendela.semua) else None
    tanda = _OPERATOR.findall(" ".join([*sela, "" if ekor is None else ekor["isi"]]))
    if awal == akhir or len(tanda) < _DUA or not any(_KALI_BAGI.search(satu) for satu in tanda):
        return None
    if ekor is None and not _SAMA.search(_text(jendela.kata, 0, jendela.semua[awal].awal)):
        return None
    return Rumus(awal=awal, akhir=akhir + 1, hasil=None if ekor is None else akhir + 1)


def _joined(jendela: Jendela, posisi: int) -> bool:
    sela = _between(jendela, posisi)
    return bool(_SAMBUNG.fullmatch(sela) and _OPERATOR.search(sela))


def _between(jendela: Jendela, posisi: int) -> str:
    """The text between a number and the one behind it."""
    return _text(jendela.kata, jendela.semua[posisi].akhir, jendela.semua[posisi + 1].awal)


def _text(kata: Kata, awal: int, akhir: int) -> str:
    return "".join(kata.kecil[i] + (" " if kata.spasi[i] else "") for i in range(awal, akhir))
