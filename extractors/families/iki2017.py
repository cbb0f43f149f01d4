"""Annex sheets without a decree: indicators of an office or of each position, as filed alone since 2016."""

from __future__ import annotations

from extractors.decree import extract_decree
from extractors.keputusan.ciri import read_ciri
from schemas.extraction import Extraction
from schemas.printed import PrintedDocument


class Iki2017Family:
    """Recognises sheets by their headings, by the labels of positions, tasks and functions, and by their tables."""

    name = "iki2017"

    def score(self, printed: PrintedDocument) -> float:
        """High for headed sheets with labels; lower where labels or headings are missing; 0 for a decree."""
        ciri = read_ciri(printed)
        if ciri.batang or ciri.perjanjian or ciri.terukur:
            return 0.0
        if ciri.lembar or ciri.lampiran:
            return 0.85 if ciri.isian else (0.7 if ciri.indikator else 0.0)
        return 0.5 if ciri.isian and ciri.indikator else 0.0

    def extract(self, printed: PrintedDocument) -> Extraction:
        """Its tables, and the sheets as records."""
        return extract_decree(printed, self.name)
