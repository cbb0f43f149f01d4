"""Formulas of decrees: printed text to a tree and back, and what kind of measure it describes."""

from __future__ import annotations

from schemas.rumus import JenisRumus, Rumus


def read_rumus(text: str) -> Rumus:
    """The formula that a cell prints."""
    return Rumus(text=text, jenis=JenisRumus.URAIAN)
