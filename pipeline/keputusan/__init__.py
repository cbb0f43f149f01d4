"""Records of decrees: what their texts say (dates, citations, formulas) is read here."""

from __future__ import annotations

from dataclasses import replace

from pipeline.keputusan.rujukan import read_rujukan
from pipeline.keputusan.tanggal import read_tanggal, tahun_keputusan
from pipeline.rumus import read_rumus
from schemas.keputusan import Indikator, Keputusan


def interpret_keputusan(keputusan: Keputusan) -> Keputusan:
    """The record with its formulas and citations read, its date and its year."""
    jabatan = tuple(
        replace(item, indikator=tuple(_berumus(indikator) for indikator in item.indikator))
        for item in keputusan.jabatan
    )
    printed = keputusan.tanggal.isi if keputusan.tanggal is not None else None
    return replace(
        keputusan,
        jabatan=jabatan,
        rujukan=read_rujukan(keputusan),
        tanggal_resmi=None if printed is None else read_tanggal(printed.text),
        tahun=tahun_keputusan(keputusan),
    )


def _berumus(indikator: Indikator) -> Indikator:
    return indikator if indikator.formula is None else replace(indikator, rumus=read_rumus(indikator.formula.text))
