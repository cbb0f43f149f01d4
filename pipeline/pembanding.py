"""What else a printed capaian may compare: two years, another office, a bound, the ends of a range, sums of periods.

None of these is the rule of the document, so none is ever asked of a row; each of them explains a printed value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import accumulate, permutations

from pipeline.arithmetic import apply_rule, difference, point, quotient, scaled, total
from pipeline.pengukuran import SEMUA_ATURAN, Terukur, sampai
from schemas.angka import Angka, AngkaKind, Interval
from schemas.kinerja import Fakta, Part, Scope

_SERATUS = Decimal(100)


def cocok_lain(ukur: Terukur) -> bool:
    """Whether the printed value is a comparison of another kind than target and realisasi of the row's year."""
    target = ukur.target.angka
    if target.kind is AngkaKind.OPERATOR and _terpenuhi(target, ukur.realisasi.angka):
        return ukur.capaian.angka.value in (_SERATUS, ukur.batas)
    cara = (_ujung_rentang(ukur), _antar_tahun(ukur), _wilayah_lain(ukur), _kumulatif(ukur))
    return any(sampai(ukur, interval) for intervals in cara for interval in intervals)


def _terpenuhi(target: Angka, realisasi: Angka) -> bool:
    if target.value is None or realisasi.value is None:
        return False
    return {
        "<": realisasi.value < target.value,
        "<=": realisasi.value <= target.value,
        ">": realisasi.value > target.value,
        ">=": realisasi.value >= target.value,
    }.get(target.operator or "", False)


def _ujung_rentang(ukur: Terukur) -> Iterator[Interval]:
    """Realisasi against either end of a range target."""
    target = ukur.target.angka
    if target.kind is AngkaKind.RANGE:
        for ujung in (target.value, target.upper):
            if ujung:
                yield from _aturan(ujung, ukur.realisasi.angka.interval)


def _aturan(target: Decimal, realisasi: Interval) -> Iterator[Interval]:
    for rule in SEMUA_ATURAN:
        interval = apply_rule(rule, target, realisasi)
        if interval is not None:
            yield interval


def _antar_tahun(ukur: Terukur) -> Iterator[Interval]:
    """Difference, ratio and growth between two realisasi of the row."""
    for kini, lalu in permutations(_nilai(ukur, (Part.REALISASI, Part.AWAL), tuple(Scope)), 2):
        selisih = difference(kini.angka.interval, lalu.angka.interval)
        yield selisih
        for value in (kini.angka.interval, selisih):
            rasio = quotient(value, lalu.angka.interval)
            if rasio is not None:
                yield scaled(rasio, _SERATUS)


def _wilayah_lain(ukur: Terukur) -> Iterator[Interval]:
    """Own realisasi against a figure of the province or the nation."""
    lain = _nilai(ukur, (Part.TARGET, Part.REALISASI), tuple(scope for scope in Scope if scope is not Scope.OWN))
    for sendiri in _nilai(ukur, (Part.REALISASI,), (Scope.OWN,)):
        for fakta in lain:
            if fakta.angka.value:
                yield from _aturan(fakta.angka.value, sendiri.angka.interval)


def _kumulatif(ukur: Terukur) -> Iterator[Interval]:
    """Realisasi summed over quarters or years, against a target of the row or their sum."""
    realisasi = _nilai(ukur, (Part.REALISASI,), (Scope.OWN,))
    target = _nilai(ukur, (Part.TARGET,), (Scope.OWN,))
    if len(_masa(realisasi)) < 2:
        return
    pembilang = list(accumulate((f.angka.interval for f in realisasi), lambda a, b: total((a, b))))[1:]
    penyebut = [f.angka.value for f in target if f.angka.value is not None]
    for jumlah in pembilang:
        for bagi in (*penyebut, *list(accumulate(penyebut))[1:]):
            rasio = quotient(jumlah, point(bagi))
            if rasio is not None:
                yield scaled(rasio, _SERATUS)


def _masa(fakta: Iterable[Fakta]) -> set[tuple[int | None, str | None]]:
    return {(item.year, item.period) for item in fakta}


def _nilai(ukur: Terukur, parts: tuple[Part, ...], scopes: tuple[Scope, ...]) -> list[Fakta]:
    """Plain numbers of the row that play one of the parts, left to right."""
    return [
        fakta
        for fakta in ukur.baris.fakta
        if fakta.part in parts
        and fakta.scope in scopes
        and not fakta.shared
        and fakta.angka.kind is AngkaKind.NUMBER
        and fakta.angka.value is not None
    ]
