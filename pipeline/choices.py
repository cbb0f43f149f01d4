"""What stands for no choice, and the choice that a misspelt word is nearest to."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

NEVER = "never"
"""In place of a severity: findings never change the exit code."""


def nearest(word: str, known: Iterable[str]) -> str:
    """`; maksud Anda X?` for the closest known word, blank when none is close."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; maksud Anda {close[0]}?" if close else ""
