"""Shared reading of performance documents: every table mapped or listed, scales, stated rules, metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.bagian import headings_above
from extractors.broken_words import mend_words
from extractors.mapped import map_table
from extractors.metadata import read_metadata
from extractors.printed_columns import printed_amounts, printed_columns
from extractors.scales import find_scale
from extractors.stated_rules import find_stated_rules
from extractors.stated_scales import find_stated_scales
from extractors.susunan import read_susunan
from extractors.unnamed import indicator_names, name_of
from schemas.extraction import Extraction, SkalaTeks, TabelTerpetakan
from schemas.kinerja import TabelBelumDipetakan
from schemas.printed import Line, PrintedDocument, Table

REPORT = "lkjip"
"""Name of the family of performance reports."""

_CONTEXT_LINES = 8
_SECTION = re.compile(
    r"^\s*(?:BAB\b|LAMPIRAN\b|[A-Z]\.\s*\d*\.?\s|[IVX]+\.\s|\d{1,2}(?:\.\d{1,2})+\.?\s)", re.IGNORECASE
)
_SUBORDINATE = re.compile(
    r"\bstaf\b|\beselon\b|\bpejabat\s+(?:administrator|pengawas|fungsional|pelaksana)|\b(?:kepala\s+(?:sub\s?bag\w*|seksi|bidang"
    r"|bagian|uptd?))\b|\bkasubag|\bkabid\b|\bpihak\s+pertama\b.*\b(?:kepala\s+(?:seksi|bidang|sub))",
    re.IGNORECASE,
)


def extract_performance(printed: PrintedDocument, family: str) -> Extraction:
    """Map all tables of a document; what is not understood is listed with its reason, never dropped."""
    tabel: list[TabelTerpetakan] = []
    skala: list[SkalaTeks] = []
    unmapped: list[TabelBelumDipetakan] = []
    printed = mend_words(printed)
    for (number, table, context), judul in zip(_tables_in_context(printed), headings_above(printed), strict=True):
        scale = find_scale(table, context)
        if scale is not None:
            skala.append(scale)
            continue
        mapped = map_table(table, number, context, lampiran=_subordinate(table, context))
        if isinstance(mapped, TabelTerpetakan):
            tabel.append(replace(mapped, judul_bagian=judul))
        else:
            unmapped.append(mapped)
    tabel, unmapped = _with_unnamed(printed, tabel, unmapped)
    return Extraction(
        family=family,
        metadata=read_metadata(printed),
        tabel=tuple(tabel),
        skala=tuple(skala) or find_stated_scales(printed.lines),
        rumus=find_stated_rules(printed.lines),
        kolom_cetak=printed_columns(printed),
        angka_teks=printed_amounts(printed.lines),
        belum_dipetakan=tuple(unmapped),
        susunan=read_susunan(printed, laporan_kinerja=family == REPORT),
    )


def _subordinate(table: Table, context: str) -> bool:
    return _SUBORDINATE.search(f"{table.caption or ''} {context}") is not None


def _with_unnamed(
    printed: PrintedDocument, tabel: list[TabelTerpetakan], unmapped: list[TabelBelumDipetakan]
) -> tuple[list[TabelTerpetakan], list[TabelBelumDipetakan]]:
    """Tables of one indicator without a column for its name, where caption or heading name one of another table."""
    lost = {item.number: item for item in unmapped if item.kinerja}
    known = indicator_names(tabel) if lost else {}
    for (number, table, context), judul in zip(_tables_in_context(printed), headings_above(printed), strict=True):
        nama = name_of(table.caption, judul, known) if number in lost else None
        if nama is not None:
            mapped = map_table(table, number, context, lampiran=_subordinate(table, context), nama=nama)
            if isinstance(mapped, TabelTerpetakan):
                tabel = [*tabel, replace(mapped, judul_bagian=judul)]
                unmapped = [item for item in unmapped if item.number != number]
    return sorted(tabel, key=lambda one: one.number), unmapped


def _tables_in_context(printed: PrintedDocument) -> Iterator[tuple[int, Table, str]]:
    """Each table with its number and the text before it: the last section heading and the nearest lines."""
    number = 0
    section = ""
    recent: list[str] = []
    for block in printed.blocks:
        if isinstance(block, Line):
            if _SECTION.match(block.text) and len(block.text) < 140:
                section = block.text
            recent = [*recent, block.text][-_CONTEXT_LINES:]
            continue
        yield number, block, " ".join([section, *recent])
        number += 1
        recent = []
