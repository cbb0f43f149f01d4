"""The value of a formula that is all numbers."""

from __future__ import annotations

from decimal import Decimal

from pipeline.angka_id import parse_angka
from pipeline.arithmetic import difference, point, quotient, scaled, total
from pipeline.rumus.operan import isi_rumus
from schemas.angka import Interval
from schemas.rumus import Bilangan, Kurung, Operasi, Operator, Simpul

_SERATUS = Decimal(100)


def evaluate(simpul: Simpul) -> Interval | None:
    """All values that the printed digits allow; whole numbers are counts and exact.

    `x 100%` is the factor 100, as percentages are printed; any other per cent is a weight, its hundredth. A result
    behind `=` is left out.

    Returns:
        None when a leaf is no number, or a denominator may be zero.
    """
    return _nilai(isi_rumus(simpul))


def _nilai(simpul: Simpul) -> Interval | None:
    match simpul:
        case Bilangan():
            return _bilangan(simpul)
        case Kurung():
            return _nilai(isi_rumus(simpul))
        case Operasi():
            left, right = _nilai(simpul.kiri), _nilai(simpul.kanan)
            return None if left is None or right is None else _gabung(simpul.operator, left, right)
        case _:
            return None


def _gabung(operator: Operator, left: Interval, right: Interval) -> Interval | None:
    match operator:
        case Operator.TAMBAH:
            return total((left, right))
        case Operator.KURANG:
            return difference(left, right)
        case Operator.BAGI:
            return quotient(left, right)
        case Operator.KALI:
            return _kali(left, right)
        case _:
            return None


def _bilangan(simpul: Bilangan) -> Interval:
    angka = parse_angka(simpul.text)
    printed = point(simpul.value) if angka.value is None or angka.decimals == 0 else angka.interval
    weight = simpul.persen and simpul.value != _SERATUS
    return scaled(printed, Decimal(1) / _SERATUS) if weight else printed


def _kali(left: Interval, right: Interval) -> Interval:
    ends = (scaled(left, right.low), scaled(left, right.high))
    return Interval(low=min(end.low for end in ends), high=max(end.high for end in ends))
