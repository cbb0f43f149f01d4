"""Formulas of decrees: printed text to a tree and back, and what kind of measure it describes."""

from __future__ import annotations

from pipeline.rumus.baca import read_rumus
from pipeline.rumus.cetak import print_rumus
from pipeline.rumus.hitung import evaluate

__all__ = ["evaluate", "print_rumus", "read_rumus"]
