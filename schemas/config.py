"""All knobs of a run in one validated record."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path

from schemas.finding import Severity

FORMATS: tuple[str, ...] = ("json", "csv", "xlsx", "html")

BERKAS_KAMUS: tuple[str, ...] = ("indikator.csv", "satuan.csv", "ejaan.csv", "arah.csv")
"""Files of the kamus that a user's own may extend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditConfig:
    """Settings of `capaian audit`.

    Attributes:
        fail_on: lowest severity that makes the command exit with 1.
        formats: which files of the run folder are written; `json` always is.
        max_pages: a longer PDF is refused (a problem, not a crash).
        max_bytes: a larger file is refused.
        max_unpacked_bytes: a DOCX that unpacks to more is refused as a ZIP bomb.
        kamus: folder of a user's own kamus, or its indikator.csv alone.
        nama: decisions about names, keputusan-nama.csv or nama-ditanya.csv filled in.
    """

    fail_on: Severity = Severity.ERROR
    formats: tuple[str, ...] = FORMATS
    max_pages: int = 3000
    max_bytes: int = 1 << 30
    max_unpacked_bytes: int = 1 << 30
    kamus: Path | None = None
    nama: Path | None = None

    def hash(self) -> str:
        """Hex digest over all settings; equal settings give equal digests, wherever equal files lie."""
        return self._digest(())

    def content_hash(self) -> str:
        """The same over those settings that bear on what is read and found, not on how it is told."""
        return self._digest(("fail_on", "formats"))

    def _digest(self, without: Collection[str]) -> str:
        settings = asdict(self) | {"kamus": _isi(self.kamus), "nama": _isi(self.nama)}
        told = sorted((name, value) for name, value in settings.items() if name not in without)
        return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def _isi(path: Path | None) -> tuple[tuple[str, str], ...]:
    """Names and digests of what a path leads to; a file alone has no name, and one that cannot be read no digest."""
    if path is None:
        return ()
    if not path.is_dir():
        return (("", _sidik(path)),)
    items = {item.name.lower(): item for item in sorted(path.iterdir())}
    return tuple((name, _sidik(items[name])) for name in BERKAS_KAMUS if name in items)


def _sidik(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
