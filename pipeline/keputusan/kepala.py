"""Which positions head an office. Pure."""

from __future__ import annotations

import re

_KEPALA = re.compile(
    r"^(?:plt\.?\s+|pj\.?\s+)?(?:(?:kepala|ka\.?)\s+(?:dinas|badan|kantor|satuan|pelaksana|inspektorat|biro"
    r"|sekretariat|upt|balai|puskesmas)|inspektur(?!\s+pembantu)|camat|bupati|wali\s*kota|gubernur"
    r"|sekretaris\s+(?:daerah|dprd|dewan)|direktur|lurah|(?:kadis|kadin|kaban|kasat)\b)",
    re.IGNORECASE,
)


def kepala_kantor(jabatan: str) -> bool:
    """Whether a position heads an office of its own, which has main indicators (IKU)."""
    return _KEPALA.match(jabatan.strip()) is not None
