"""Tables that hold several levels side by side (`Sasaran | Indikator | Program | Indikator program …`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.keputusan.tabel.baris import Baris
from extractors.keputusan.tabel.kepala import Kolom
from extractors.keputusan.tabel.peran import Peran

_TINGKAT = frozenset({Peran.SASARAN, Peran.TUJUAN, Peran.INDIKATOR})

Kelompok = tuple[tuple[Kolom, ...], tuple[Baris, ...]]


def kelompok(kolom: Sequence[Kolom], baris: Sequence[Baris]) -> tuple[Kelompok, ...]:
    """The levels of a table, left to right, each with its own columns of every row."""
    groups = _batas(kolom)
    out: list[Kelompok] = []
    for n, group in enumerate(groups):
        own = _peran([kolom[k] for k in group])
        rows = tuple(replace(row, sel=tuple(row.sel[k] for k in group)) for row in baris if not (row.penuh and n))
        out.append((own, rows))
    return tuple(out)


def _batas(kolom: Sequence[Kolom]) -> list[list[int]]:
    """Columns by level: a sasaran or an indicator behind an indicator begins the next; a level has indicators."""
    groups: list[list[int]] = [[]]
    for k, own in enumerate(kolom):
        if own.peran in _TINGKAT and any(kolom[j].peran is Peran.INDIKATOR for j in groups[-1]):
            rest = [other.peran for other in kolom[k:]]
            if Peran.INDIKATOR in rest:
                groups.append([])
        groups[-1].append(k)
    return groups


def _peran(kolom: Sequence[Kolom]) -> tuple[Kolom, ...]:
    """The columns of a level: the sasaran nearest in front of its indicators counts, one behind them has no place."""
    own = next((k for k, one in enumerate(kolom) if one.peran is Peran.INDIKATOR), len(kolom))
    before = [k for k, one in enumerate(kolom[:own]) if one.peran is Peran.SASARAN]
    goals = [k for k, one in enumerate(kolom[:own]) if one.peran is Peran.TUJUAN]
    out = []
    for k, one in enumerate(kolom):
        peran = one.peran
        if peran is Peran.SASARAN and k in before[:-1]:
            peran = Peran.TUJUAN
        elif not before and k in goals[-1:]:
            peran = Peran.SASARAN
        elif peran in _TINGKAT and k > own and (before or goals or peran is not Peran.SASARAN):
            peran = Peran.LAIN
        out.append(replace(one, peran=peran))
    return tuple(out)
