"""Families of tables: what the columns of a table make of it as a whole."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractors.headers import years_in
from schemas.kinerja import Kind, Kolom, Part, Scope

_PERFORMANCE = frozenset({Part.TARGET, Part.REALISASI, Part.CAPAIAN})
_AGREEMENT = re.compile(r"perjanjian\s+kinerja|penetapan\s+kinerja|\bPK\b", re.IGNORECASE)
_PLAN = re.compile(r"renstra|rencana\s+strategis|rpjmd|matri[ks]s?\b|jangka\s+menengah", re.IGNORECASE)
_OVER_YEARS = re.compile(
    r"perbandingan(?!\s+(?:antara\s+)?(?:target|realisasi)\s+(?:dan|dengan|terhadap|serta)\s+(?:target|realisasi)\b)"
    r"|dibanding|disandingkan|perkembangan|\btrend?\b|\bantar\s?tahun\b|\bdari\s+tahun\b|\btahun\s+(?:lalu|sebelumnya)\b",
    re.IGNORECASE,
)


def table_kind(kolom: Sequence[Kolom], caption: str, context: str) -> Kind:
    """Family of a table from its columns; caption and the text before it tell agreements from plans."""
    parts = {k.part for k in kolom}
    own = [k for k in kolom if k.scope is Scope.OWN]
    if Part.EFISIENSI in parts:
        return Kind.EFISIENSI
    if sum(1 for k in kolom if k.period is not None and k.period.startswith("TW")) > 1:
        return Kind.TRIWULAN
    if parts & {Part.ANGGARAN, Part.REALISASI_ANGGARAN} and not {Part.TARGET, Part.REALISASI} <= parts:
        return Kind.ANGGARAN
    if any(k.scope is not Scope.OWN for k in kolom if k.part in _PERFORMANCE):
        return Kind.NASIONAL
    return _performance_kind(parts, own, caption, context)


def _performance_kind(parts: set[Part], own: Sequence[Kolom], caption: str, context: str) -> Kind:
    text = f"{caption} {context}"
    years: Mapping[Part, set[int]] = {
        part: {k.year for k in own if k.part is part and k.year is not None} for part in _PERFORMANCE
    }
    if Part.TARGET in parts and not parts & {Part.REALISASI, Part.CAPAIAN}:
        if len(years[Part.TARGET]) > 1 or sum(1 for k in own if k.part is Part.TARGET) > 1:
            return Kind.RENSTRA
        if _AGREEMENT.search(text):
            return Kind.PERJANJIAN
        return Kind.RENSTRA if _PLAN.search(text) else Kind.LAIN
    if any(len(found) > 1 for found in years.values()):
        return Kind.CAPAIAN if _measures_one_year(own, caption, context) else Kind.PERBANDINGAN
    if any(k.period == "akhir" and k.part is not Part.CAPAIAN for k in own):
        return Kind.PERBANDINGAN
    if Part.REALISASI in parts and parts & {Part.TARGET, Part.CAPAIAN}:
        return Kind.CAPAIAN
    if Part.CAPAIAN in parts:
        return Kind.CAPAIAN
    return Kind.LAIN


def _measures_one_year(own: Sequence[Kolom], caption: str, context: str) -> bool:
    """Whether a table of several years measures the last of them, with the year before beside it.

    Its target, realisasi and capaian are printed once each; beside them stands what was reached the year before, and
    more of earlier years only where the caption names the measured year alone. A caption (without one, the text before
    it) that compares years decides.
    """
    columns = [k for k in own if k.part in _PERFORMANCE and k.period != "lalu"]
    target = [k.year for k in columns if k.part is Part.TARGET and k.year is not None]
    if not target or any(k.period is not None for k in columns):
        return False
    year = max(target)
    of_year = sorted(k.part for k in columns if k.year == year or (k.part is Part.CAPAIAN and k.year is None))
    before = [k for k in columns if k.year is not None and k.year < year]
    if of_year != sorted(_PERFORMANCE) or len(of_year) + len(before) != len(columns):
        return False
    alone = set(years_in(caption)) == {year}
    last = [k.year for k in before if k.part is not Part.TARGET] == [year - 1] and len(before) == 1
    compares = _OVER_YEARS.search(caption or context) or len(set(years_in(caption))) > 1
    return (last or alone) and not compares
