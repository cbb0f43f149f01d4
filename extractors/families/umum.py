"""Any other document: its tables are mapped as far as their headings go, and listed where they do not."""

from __future__ import annotations

from extractors.performance import extract_performance
from schemas.extraction import Extraction
from schemas.printed import PrintedDocument


class UmumFamily:
    """The family of last resort."""

    name = "umum"

    def score(self, printed: PrintedDocument) -> float:
        """A low, constant score: any family that recognises a document wins over this one."""
        return 0.2

    def extract(self, printed: PrintedDocument) -> Extraction:
        """All tables whose headings are understood."""
        return extract_performance(printed, self.name)
