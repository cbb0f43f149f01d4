"""Performance agreements (perjanjian kinerja, before 2014 penetapan kinerja): statement, targets, programs."""

from __future__ import annotations

from extractors.decree import extract_decree
from extractors.keputusan.ciri import read_ciri
from schemas.extraction import Extraction
from schemas.printed import PrintedDocument


class PerjanjianFamily:
    """Recognises an agreement by its title and the statement of its two parties."""

    name = "perjanjian"

    def score(self, printed: PrintedDocument) -> float:
        """High for a title near the beginning with the statement, lower with a table alone; 0 for a decree."""
        ciri = read_ciri(printed)
        if ciri.batang or not ciri.perjanjian:
            return 0.0
        return 0.9 if ciri.pernyataan else (0.0 if ciri.terukur else 0.75)

    def extract(self, printed: PrintedDocument) -> Extraction:
        """Its tables, and the agreement as a record."""
        return extract_decree(printed, self.name)
