"""How names of positions and of units begin."""

from __future__ import annotations

import re

_POSITION = re.compile(
    r"\s*(?:[A-Z\d]{1,2}[.)]\s*)?(?:(?:plt|plh|pj|pjs)\b\.?\s*)?(?:kepala|sekretaris|kabid|kabag|kasi|kasie|kasubbid|kasubbag|kasubag|ka\.|camat"
    r"|lurah|inspektur|direktur|wakil|asisten|staf|analis|pengelola|pengadministrasi|bendahara|auditor|penata|pranata|penyusun"
    r"|(?:sub\s+)?koordinator|ketua|bupati|wali\s?kota|gubernur|pengawas|penyuluh|mediator|instruktur|pengantar|perencana"
    r"|arsiparis|dokter|perawat|bidan|guru|operator|pengemudi|pelaksana|jabatan\s+fungsional|verifikator|pemeriksa|penelaah)\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\s*(?:dinas|badan|kantor|kecamatan|kelurahan|inspektorat|sekretariat|rsud|rumah\s+sakit|satuan|biro|bagian|bidang|seksi|sub"
    r"|uptd?|balai|puskesmas|bappeda|pemerintah)\b",
    re.IGNORECASE,
)


def is_position(text: str) -> bool:
    """Whether a text begins with the name of a position."""
    return bool(_POSITION.match(text))


def is_unit(text: str) -> bool:
    """Whether a text begins with the kind of an office or of a part of one."""
    return bool(_UNIT.match(text))
