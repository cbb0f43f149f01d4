"""Parts of a budget that a title names: one sasaran, a program, what supports something."""

from __future__ import annotations

import re

RAGU = "?"
"""A part is named, but not which one."""

_NOMOR = r"(?P<nomor>\d{1,2}(?:\.\d{1,2})?|[ivx]{1,5}|pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan)"
_TERTENTU = re.compile(
    rf"\b(?P<kata>sasaran|tujuan|misi|program|kegiatan|urusan|indikator)\s+(?:strategis\s+|kinerja\s+|utama\s+)*(?:ke\s?-?\s?)?{_NOMOR}\b",
    re.IGNORECASE,
)
_SEBAGIAN = re.compile(
    r"\b(?:sasaran|tujuan|misi|iku|indikator|urusan|program|kegiatan|prioritas|unggulan|pencapaian)\b|dukung|penunjang|penopang"
    r"|tidak langsung|langsung|triwulan|tribulan|semester|bidang|seksi|\bupt|balai|dekonsentrasi|tugas pembantuan"
    r"|\bdak\b|\bdbh|\bdau\b|hibah|pegawai|modal|sekretariat|pendapatan|perjanjian|s\.?/?d\.? bulan",
    re.IGNORECASE,
)
_RINCIAN = re.compile(r"\b(?:per|menurut|setiap|tiap)\s+(?:(?:sub\s?)?kegiatan|urusan)\b", re.IGNORECASE)
"""What the rows are, not what they are part of."""
_JUDUL = re.compile(
    r"^\W*(?:(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,5})[.)]\s*)?(?:(?:sasaran|tujuan|misi)\b|(?:urusan|bidang|indikator|program|kegiatan)\s+\S+)",
    re.IGNORECASE,
)


def bagian(text: str) -> str | None:
    """The part of the budget that a caption or label names: `sasaran 1`, `RAGU`; None for none."""
    text = _RINCIAN.sub(" ", text)
    found = _TERTENTU.search(text)
    if found is not None:
        return f"{found['kata'].lower()} {found['nomor'].lower()}"
    return RAGU if _SEBAGIAN.search(text) else None


def bagian_judul(text: str) -> str | None:
    """The part of the budget that a heading opens; one that only speaks of it opens none."""
    return bagian(text) if _JUDUL.match(text) else None
