"""Decrees that fix indicators: Keputusan Kepala Dinas, Keputusan or Peraturan Bupati, with their annexes."""

from __future__ import annotations

from extractors.decree import extract_decree
from extractors.keputusan.ciri import read_ciri
from schemas.extraction import Extraction
from schemas.printed import PrintedDocument


class KeputusanFamily:
    """Recognises a decree by its body: Menimbang, Mengingat, MEMUTUSKAN."""

    name = "keputusan"

    def score(self, printed: PrintedDocument) -> float:
        """High for a body near the beginning of a document that is no report."""
        return 0.95 if read_ciri(printed).batang else 0.0

    def extract(self, printed: PrintedDocument) -> Extraction:
        """Its tables, and the decree as records."""
        return extract_decree(printed, self.name)
