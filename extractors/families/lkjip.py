"""LKjIP (also LAKIP, LKIP): the yearly performance report of PermenPANRB 53/2014 and its predecessors."""

from __future__ import annotations

import re

from extractors.performance import REPORT, extract_performance
from schemas.extraction import Extraction
from schemas.printed import PrintedDocument

_SIGNS = (
    (3.0, re.compile(r"\bl(?:kj|ak|k)ip\b|laporan\s+(?:akuntabilitas\s+)?kinerja", re.IGNORECASE)),
    (2.0, re.compile(r"akuntabilitas\s+kinerja", re.IGNORECASE)),
    (
        2.0,
        re.compile(r"capaian\s+(?:indikator\s+)?kinerja|pengukuran\s+(?:capaian\s+)?kinerja", re.IGNORECASE),
    ),
    (1.0, re.compile(r"perjanjian\s+kinerja|penetapan\s+kinerja", re.IGNORECASE)),
    (1.0, re.compile(r"realisasi\s+(?:kinerja|anggaran)", re.IGNORECASE)),
)
_AGAINST = re.compile(
    r"\bM\s*E\s*M\s*U\s*T\s*U\s*S\s*K\s*A\s*N\b|^\s*KEPUTUSAN\s+(?:KEPALA|BUPATI|WALI|GUBERNUR)", re.MULTILINE
)
_CHAPTER = re.compile(r"^\s*BAB\s+(?:I{1,3}|IV|[1-4])\b", re.MULTILINE)
_ENOUGH = 40


class LkjipFamily:
    """Recognises performance reports by what they say, and maps their tables."""

    name = REPORT

    def score(self, printed: PrintedDocument) -> float:
        """0..1: how many signs of a performance report the text shows; a decree has no chapters."""
        text = "\n".join(line.text for line in (*printed.lines, *printed.asides))
        points = sum(weight * min(len(pattern.findall(text)), 3) for weight, pattern in _SIGNS)
        length = min(1.0, len(printed.lines) / _ENOUGH)
        decree = bool(_AGAINST.search(text)) and not _CHAPTER.search(text)
        return min(1.0, points / 15) * length * (0.1 if decree else 1.0)

    def extract(self, printed: PrintedDocument) -> Extraction:
        """All that the report says in tables."""
        return extract_performance(printed, self.name)
