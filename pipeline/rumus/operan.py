"""Numerator, denominator and factor of a tree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from schemas.rumus import Bilangan, Istilah, Kurung, Operasi, Operator, Perbandingan, Simpul

_FAKTOR = frozenset((100, 1000, 10000, 100000, 1000000))
_JUMLAH = (Operator.TAMBAH, Operator.KURANG)


class _Suku(NamedTuple):
    """An operand with the operator in front of it; the first of a row has that of its kind."""

    operator: Operator
    tanda: str
    simpul: Simpul


@dataclass(frozen=True, slots=True, kw_only=True)
class Pecahan:
    """A quotient with what it is multiplied by."""

    pembilang: Simpul
    penyebut: Simpul
    faktor: Bilangan | None = None


def isi_rumus(simpul: Simpul) -> Simpul:
    """A tree without the name in front of `=`, the result behind it, and brackets around the whole."""
    while True:
        if isinstance(simpul, Kurung):
            simpul = simpul.isi
        elif isinstance(simpul, Operasi) and simpul.operator is Operator.SAMA:
            result = isinstance(simpul.kanan, Bilangan) and not isinstance(simpul.kiri, Istilah)
            simpul = simpul.kiri if result else simpul.kanan
        else:
            return simpul


def pecahan(simpul: Simpul) -> Pecahan | None:
    """The quotient that a tree is; None for other arithmetic, and for a mean (a sum over a number)."""
    simpul = isi_rumus(simpul)
    if isinstance(simpul, Operasi) and simpul.operator in _JUMLAH:
        return _dari_jumlah(simpul)
    return _dari_hasil(simpul)


def _dari_hasil(simpul: Simpul) -> Pecahan | None:
    """The quotient of a product: its factor apart, the rest divided once."""
    chain = _rantai(simpul)
    factors = [term for term in chain if _faktor(term.simpul)]
    factor = factors[0] if len(factors) == 1 else None
    rest = chain if factor is None else [term for term in chain if term is not factor]
    if not rest or (factor is chain[0] and rest[0].operator is Operator.BAGI):
        rest, factor = chain, None  # 100 / b: the number itself is divided
    divisions = [i for i, term in enumerate(rest) if term.operator is Operator.BAGI]
    number = None if factor is None else _bilangan(factor.simpul)
    if not divisions:
        return _dalam(rest, number)
    at = divisions[-1]
    above = _gabung([*rest[:at], *rest[at + 1 :]])
    return _bukan_rata(Pecahan(pembilang=above, penyebut=lepas(rest[at].simpul), faktor=number))


def _dalam(rest: list[_Suku], factor: Bilangan | None) -> Pecahan | None:
    """The quotient inside the brackets that a factor stands beside, or in words."""
    if len(rest) != 1:
        return None
    only = rest[0].simpul
    if isinstance(only, Perbandingan):
        return Pecahan(pembilang=lepas(only.kiri), penyebut=lepas(only.kanan), faktor=factor)
    if not isinstance(only, Kurung):
        return None
    inner = pecahan(only)
    return inner if inner is None or factor is None or inner.faktor is not None else replace(inner, faktor=factor)


def _dari_jumlah(simpul: Operasi) -> Pecahan | None:
    """A sum in front of or behind one printed bar: the bar is as long as the sum (`a + b / c x 100`).

    Beside a number it is not: `1 - a / b` is the complement of a share, and its share is what it measures.
    """
    terms = _suku(simpul)
    found = [(i, quotient) for i, term in enumerate(terms) if (quotient := pecahan(term.simpul)) is not None]
    if len(found) != 1:
        return None
    at, quotient = found[0]
    if all(isinstance(term.simpul, Bilangan) for i, term in enumerate(terms) if i != at):
        return quotient
    if isinstance(terms[at].simpul, Kurung):
        return None
    if at == len(terms) - 1:
        above = _gabung([*terms[:-1], terms[-1]._replace(simpul=quotient.pembilang)])
        return replace(quotient, pembilang=above)
    last = _berfaktor(terms[-1].simpul)
    if at or last is None:
        return None
    below = [_Suku(Operator.TAMBAH, "", quotient.penyebut), *terms[1:-1], terms[-1]._replace(simpul=last[0])]
    return Pecahan(pembilang=quotient.pembilang, penyebut=_gabung(below), faktor=last[1])


def _berfaktor(simpul: Simpul) -> tuple[Simpul, Bilangan] | None:
    """A product of one node and a factor, taken apart."""
    if not isinstance(simpul, Operasi) or simpul.operator is not Operator.KALI:
        return None
    right = simpul.kanan
    return (simpul.kiri, right) if isinstance(right, Bilangan) and _faktor(right) else None


def lepas(simpul: Simpul) -> Simpul:
    """The node without brackets around it and without its printed size (`b = 222.806`)."""
    while True:
        if isinstance(simpul, Kurung):
            simpul = simpul.isi
        elif isinstance(simpul, Operasi) and simpul.operator is Operator.SAMA and isinstance(simpul.kanan, Bilangan):
            simpul = simpul.kiri
        else:
            return simpul


def _bukan_rata(quotient: Pecahan) -> Pecahan | None:
    """A quotient by a number is a mean or a change of unit, unless it is a percentage or all numbers."""
    mean = isinstance(quotient.penyebut, Bilangan) and quotient.faktor is None
    return None if mean and not _berangka(quotient.pembilang) else quotient


def _berangka(simpul: Simpul) -> bool:
    match simpul:
        case Operasi():
            return _berangka(simpul.kiri) and _berangka(simpul.kanan)
        case Kurung():
            return _berangka(simpul.isi)
        case _:
            return isinstance(simpul, Bilangan)


def _faktor(simpul: Simpul) -> bool:
    return isinstance(simpul, Bilangan) and simpul.value in _FAKTOR


def _bilangan(simpul: Simpul | None) -> Bilangan | None:
    """The factor, without the bracket of a `(x 100)` behind the formula."""
    return replace(simpul, text=simpul.text.rstrip(")]}")) if isinstance(simpul, Bilangan) else None


def _rantai(simpul: Simpul) -> list[_Suku]:
    """The operands of a product from left to right."""
    return _deret(simpul, (Operator.KALI, Operator.BAGI))


def _suku(simpul: Simpul) -> list[_Suku]:
    """The terms of a sum from left to right."""
    return _deret(simpul, _JUMLAH)


def _deret(simpul: Simpul, kinds: tuple[Operator, Operator]) -> list[_Suku]:
    row: list[_Suku] = []
    while isinstance(simpul, Operasi) and simpul.operator in kinds:
        row.append(_Suku(simpul.operator, simpul.tanda, simpul.kanan))
        simpul = simpul.kiri
    return [_Suku(kinds[0], "", simpul), *reversed(row)]


def _gabung(row: list[_Suku]) -> Simpul:
    """One node of a row of operands, each with its printed sign."""
    node = lepas(row[0].simpul) if len(row) == 1 else row[0].simpul
    for term in row[1:]:
        node = Operasi(operator=term.operator, tanda=term.tanda, kiri=node, kanan=term.simpul)
    return node
