"""All knobs of a run in one validated record."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass

from schemas.finding import Severity

FORMATS: tuple[str, ...] = ("json", "csv", "xlsx", "html")


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditConfig:
    """Settings of `capaian audit`.

    Attributes:
        fail_on: lowest severity that makes the command exit with 1.
        formats: which files of the run folder are written; `json` always is.
        max_pages: a longer PDF is refused (a problem, not a crash).
        max_bytes: a larger file is refused.
        max_unpacked_bytes: a DOCX that unpacks to more is refused as a ZIP bomb.
    """

    fail_on: Severity = Severity.ERROR
    formats: tuple[str, ...] = FORMATS
    max_pages: int = 3000
    max_bytes: int = 1 << 30
    max_unpacked_bytes: int = 1 << 30

    def hash(self) -> str:
        """Hex digest over all settings; equal settings give equal digests."""
        return hashlib.sha256(repr(sorted(asdict(self).items())).encode()).hexdigest()[:16]
