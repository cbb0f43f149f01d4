"""What the migration of one document brought: its records, and what of it was not understood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schemas.keputusan import Keputusan
from schemas.provenance import Place


class KelasSisa(StrEnum):
    """Why something is left over: a text without a place in the records, a page or file not read, a formula in prose.

    The last is the mildest: the text of such a formula stands in the record, only its structure is missing.
    """

    TEKS = "teks tanpa tempat"
    BACAAN = "tidak terbaca"
    RUMUS = "rumus berupa uraian"


@dataclass(frozen=True, slots=True, kw_only=True)
class Penerimaan:
    """A person's word that something left over may stay so."""

    oleh: str
    catatan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sisa:
    """One piece of a document that was not understood.

    Attributes:
        sisa_id: from the document's bytes, the place and the text, so that it is the same in every run.
        text: as printed; blank for what could not be read.
        page: from 1; None for a Word file or the whole file.
        place: None for what concerns a page or the file as a whole.
        penerimaan: None while nobody accepted it.
    """

    sisa_id: str
    kelas: KelasSisa
    text: str
    reason: str
    page: int | None
    place: Place | None
    penerimaan: Penerimaan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Migrasi:
    """The records of one document and what is left over of it."""

    keputusan: tuple[Keputusan, ...]
    sisa: tuple[Sisa, ...] = ()

    @property
    def terbuka(self) -> tuple[Sisa, ...]:
        """What is left over and accepted by nobody."""
        return tuple(sisa for sisa in self.sisa if sisa.penerimaan is None)

    @property
    def selesai(self) -> bool:
        """Whether nothing is left over that nobody accepted."""
        return not self.terbuka
