"""Prints a tree as a formula, with the brackets that its precedence needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from schemas.rumus import Kurung, Operasi, Operator, Perbandingan, Simpul

PASANGAN: Mapping[str, str] = MappingProxyType({"(": ")", "[": "]", "{": "}"})

TINGKAT: Mapping[Operator, int] = MappingProxyType(
    {Operator.SAMA: 0, Operator.TAMBAH: 1, Operator.KURANG: 1, Operator.KALI: 2, Operator.BAGI: 2}
)
"""How strongly an operator binds."""

_JUMLAH = 1
_KATA_ANTARA = ("dengan", "dan")


def print_rumus(simpul: Simpul) -> str:
    """The formula as text; what `read_rumus` reads as `berkurung(simpul)`."""
    return _cetak(berkurung(simpul))


def berkurung(simpul: Simpul, *, awal: bool = True) -> Simpul:
    """The tree with brackets around every operand that would otherwise be read as part of another one.

    Args:
        simpul: the tree.
        awal: it stands where a ratio in words may begin: first in its brackets, or behind `=`.
    """
    if isinstance(simpul, Operasi):
        level = TINGKAT[simpul.operator]
        left = _setingkat(simpul.kiri, level, awal=awal)
        divided = simpul.operator is Operator.BAGI
        if isinstance(left, Perbandingan) and (level == _JUMLAH or (divided and left.antara.lower() in _KATA_ANTARA)):
            left = Kurung(buka="(", isi=left)
        return replace(simpul, kiri=left, kanan=_setingkat(simpul.kanan, level + 1, awal=level == 0))
    if isinstance(simpul, Perbandingan):
        whole = replace(simpul, kiri=_sisi(simpul.kiri), kanan=_sisi(simpul.kanan))
        return whole if awal else Kurung(buka="(", isi=whole)
    return replace(simpul, isi=berkurung(simpul.isi)) if isinstance(simpul, Kurung) else simpul


def _setingkat(simpul: Simpul, level: int, *, awal: bool) -> Simpul:
    if isinstance(simpul, Operasi) and TINGKAT[simpul.operator] < level:
        return Kurung(buka="(", isi=berkurung(simpul))
    return berkurung(simpul, awal=awal)


def _sisi(simpul: Simpul) -> Simpul:
    """An operand of a ratio in words: a sum at most, no product."""
    inner = berkurung(simpul, awal=False)
    return inner if _hanya_jumlah(inner) else Kurung(buka="(", isi=inner)


def _hanya_jumlah(simpul: Simpul) -> bool:
    if isinstance(simpul, Operasi):
        return TINGKAT[simpul.operator] == _JUMLAH and _hanya_jumlah(simpul.kiri) and _hanya_jumlah(simpul.kanan)
    return not isinstance(simpul, Perbandingan)


def _cetak(simpul: Simpul) -> str:
    match simpul:
        case Operasi():
            sign = f" {simpul.tanda} " if simpul.tanda else " "
            return f"{_cetak(simpul.kiri)}{sign}{_cetak(simpul.kanan)}"
        case Kurung():
            closing = PASANGAN.get(simpul.buka, "") if simpul.tutup is None else simpul.tutup
            return f"{simpul.buka}{_cetak(simpul.isi)}{closing}"
        case Perbandingan():
            return f"{simpul.awal} {_cetak(simpul.kiri)} {simpul.antara} {_cetak(simpul.kanan)}"
        case _:
            return simpul.text
