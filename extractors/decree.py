"""Shared reading of decrees, annex sheets and agreements: tables as in a report, records, scales in cells."""

from __future__ import annotations

from dataclasses import replace

from extractors.keputusan import read_keputusan
from extractors.keputusan.sel.skala import read_skala
from extractors.performance import extract_performance
from schemas.extraction import Extraction
from schemas.printed import PrintedDocument


def extract_decree(printed: PrintedDocument, family: str) -> Extraction:
    """All that a decree says: what its tables say as tables, and the records that they make up."""
    extraction = extract_performance(printed, family)
    keputusan = read_keputusan(printed)
    return replace(extraction, keputusan=keputusan, skala=(*extraction.skala, *read_skala(keputusan)))
