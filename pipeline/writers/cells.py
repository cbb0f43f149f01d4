"""Cells of CSV files that a spreadsheet cannot take for a formula."""

from __future__ import annotations

import re

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_PLAIN = re.compile(r"[+-]?\s*(?:\d[\d.,\s]*%?|-*)")


def safe_cell(text: str) -> str:
    """Text with an apostrophe in front when a spreadsheet would take it for a formula.

    Plain numbers (`-37,60`, `-9,83 %`) and dashes for nil (`-`, `--`) stay as they are: nothing in them runs.
    """
    if text.startswith(_RISKY) and not _PLAIN.fullmatch(text):
        return "'" + text
    return text
