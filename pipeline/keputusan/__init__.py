"""Records of decrees: what their texts say (dates, citations, formulas) is read here."""

from __future__ import annotations

from dataclasses import replace

from pipeline.rumus import read_rumus
from schemas.keputusan import Indikator, Keputusan


def interpret_keputusan(keputusan: Keputusan) -> Keputusan:
    """The record with its formulas read."""
    jabatan = tuple(
        replace(item, indikator=tuple(_berumus(indikator) for indikator in item.indikator))
        for item in keputusan.jabatan
    )
    return replace(keputusan, jabatan=jabatan)


def _berumus(indikator: Indikator) -> Indikator:
    return indikator if indikator.formula is None else replace(indikator, rumus=read_rumus(indikator.formula.text))
