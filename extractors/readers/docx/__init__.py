"""Reader of Word files (.docx): what the document prints, without laying it out."""

from __future__ import annotations

from extractors.readers.docx.reader import read_docx

__all__ = ["read_docx"]
