"""Scope of a table: whose figures and of what time it prints, told by its caption, its first row and its headings."""

from pipeline.lingkup.tabel import ALASAN, Dimensi, Lingkup, lingkup_tabel

__all__ = ["ALASAN", "Dimensi", "Lingkup", "lingkup_tabel"]
