"""Builds the tree of a formula: `=` binds least, then `+ -`, then `x /`; equal ones from left to right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.angka_id import parse_angka
from pipeline.rumus.cetak import PASANGAN, TINGKAT
from pipeline.rumus.keping import BILANGAN, Jenis, potong
from pipeline.rumus.kosakata import SATUAN, bersih
from pipeline.rumus.perbandingan import Awalan
from pipeline.rumus.putusan import Putusan, Sifat, batas_faktor, putuskan, sifat
from pipeline.rumus.susunan import Unit, susun
from schemas.rumus import Bilangan, Istilah, Kurung, Operasi, Operator, Perbandingan, Simpul

MAKS_PANJANG = 3000
"""Characters; longer texts are chapters, not formulas."""

MAKS_KEPING = 800
"""Words, numbers and signs in one formula."""

MAKS_TANDA = 150
"""Possible operators in one formula; the deepest tree has as many levels."""

_BILANGAN = re.compile(
    rf"(?P<angka>{BILANGAN}|seratus|seribu)(?: (?:persen|%))?(?P<satuan>(?: \S+){{0,4}})[)\]}}]?", re.IGNORECASE
)
_KATA_BILANGAN = {"seratus": Decimal(100), "seribu": Decimal(1000)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Uraian:
    """A text read as a formula.

    Attributes:
        pohon: the tree, None where the text is none (empty, too long, too deep).
        potong: first character behind its factor that is no part of the formula; the text up to there is to be
            read instead.
    """

    pohon: Simpul | None = None
    potong: int | None = None


_Deret = list["Simpul | tuple[Operator, str]"]


def urai(text: str) -> Uraian:
    """The tree of a text with folded spaces; every text within the limits has one, a single name at least."""
    if not text or len(text) > MAKS_PANJANG:
        return Uraian()
    pieces = potong(text)
    if len(pieces) > MAKS_KEPING or sum(piece.jenis is Jenis.TANDA for piece in pieces) > MAKS_TANDA:
        return Uraian()
    units = susun(pieces, text)
    if not units:
        return Uraian()
    about = sifat(units, text)
    found = putuskan(units, about, akar=True)
    if found.potong is not None:
        return Uraian(potong=found.potong)
    return Uraian(pohon=_kelompok(units, about, found))


def bilangan(text: str) -> Bilangan | None:
    """The number that is all of a text, with its per cent and its unit; None for anything else."""
    match = _BILANGAN.fullmatch(text)
    if match is None or any(bersih(word) not in SATUAN for word in match["satuan"].split()):
        return None
    number = text[: match.start("satuan")].rstrip(")]} ")
    percent = number.lower().endswith(("%", "persen"))
    if percent and match["satuan"]:
        return None
    digits = number.lower().removesuffix("%").removesuffix("persen").strip()
    value = _KATA_BILANGAN.get(digits) or parse_angka(digits).value
    return None if value is None else Bilangan(text=text, value=value, persen=percent)


def _kelompok(units: Sequence[Unit], about: Sifat, found: Putusan) -> Simpul:
    """The tree of one group."""
    row: _Deret = []
    start = 0
    if found.awalan is not None and found.awalan.mulai == 0:
        start = _perbandingan(units, about, found, found.awalan, row)
    for index in range(start, len(units)):
        if index in found.sisip and index >= start:
            if index > start:
                row.append(_operan(units[start:index], about))
            row.append((found.sisip[index], ""))
            start = index
        if index in found.operator and index >= start:
            if index > start:
                row.append(_operan(units[start:index], about))
            row.append((found.operator[index], units[index].text))
            start = index + 1
            if found.awalan is not None and found.awalan.mulai == start:
                start = _perbandingan(units, about, found, found.awalan, row)
    if start < len(units):
        row.append(_operan(units[start:], about))
    return _pohon(row)


def _perbandingan(units: Sequence[Unit], about: Sifat, found: Putusan, at: Awalan, row: _Deret) -> int:
    """Appends a ratio in words; answers the first unit behind it."""
    sums = (Operator.TAMBAH, Operator.KURANG)
    behind = [i for i, operator in found.operator.items() if i > at.antara and operator not in sums]
    end = min([*behind, *(i for i in found.sisip if i > at.antara + 1)], default=len(units))
    halves = (range(at.isi, at.antara), range(at.antara + 1, end))
    left, right = (_jumlahan(units, about, found, half) for half in halves)
    words = about.text[units[at.mulai].awal : units[at.isi - 1].akhir]
    row.append(Perbandingan(awal=words, antara=units[at.antara].text, kiri=left, kanan=right))
    return end


def _jumlahan(units: Sequence[Unit], about: Sifat, found: Putusan, span: range) -> Simpul:
    """A side of a ratio in words: operands that are added or subtracted."""
    row: _Deret = []
    start = span.start
    for index in span:
        if index in found.operator and start < index < span.stop - 1:
            row.extend((_operan(units[start:index], about), (found.operator[index], units[index].text)))
            start = index + 1
    row.append(_operan(units[start : span.stop], about))
    return _pohon(row)


def _operan(units: Sequence[Unit], about: Sifat) -> Simpul:
    """A group, a number or a name."""
    only = units[0]
    if len(units) == 1 and only.isi is not None:
        inner = _kelompok(only.isi, about, putuskan(only.isi, about, akar=False))
        paired = PASANGAN.get(only.buka) == only.tutup
        return Kurung(buka=only.buka, isi=inner, tutup=None if paired else only.tutup)
    text = about.text[only.awal : units[-1].akhir]
    number = bilangan(text) if only.jenis is Jenis.ANGKA and batas_faktor(units, 0) == len(units) else None
    return Istilah(text=text) if number is None else number


def _pohon(row: _Deret) -> Simpul:
    """Operands and operators by precedence, without recursion."""
    operands: list[Simpul] = []
    waiting: list[tuple[Operator, str]] = []

    def join() -> None:
        operator, sign = waiting.pop()
        right, left = operands.pop(), operands.pop()
        operands.append(Operasi(operator=operator, tanda=sign, kiri=left, kanan=right))

    for item in row:
        if not isinstance(item, tuple):
            operands.append(item)
            continue
        while waiting and TINGKAT[waiting[-1][0]] >= TINGKAT[item[0]]:
            join()
        waiting.append(item)
    while waiting:
        join()
    return operands[0]
