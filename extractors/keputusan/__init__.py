"""Decrees, annex sheets and performance agreements: which printed text plays which part."""

from __future__ import annotations

from schemas.keputusan import Keputusan
from schemas.printed import PrintedDocument


def read_keputusan(printed: PrintedDocument) -> tuple[Keputusan, ...]:
    """Every decree, set of annex sheets and agreement that a document holds, in page order."""
    return ()
