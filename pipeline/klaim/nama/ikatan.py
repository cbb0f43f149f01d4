"""What a claim was bound to: the name it speaks of, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.klaim.nama.kalimat import Entri


class Cara(StrEnum):
    """Where the name of a claim stands.

    SINGKAT: shortened in the sentence, the full name above it or introduced elsewhere; LEPAS: shortened without either.
    """

    SENDIRI = "kalimat"
    SINGKAT = "nama singkat"
    LEPAS = "sebagian nama"
    SEBELUM = "kalimat sebelumnya"
    BUTIR = "butir"
    JUDUL = "judul"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ikatan:
    """What a claim speaks of.

    Attributes:
        entri: the name; None when unbound, with the reason in `alasan`.
        cara: where the name stands.
        bersih: between name and number (from the beginning of the sentence, when the name stands elsewhere), and
            right before the name, no word could be another subject.
        mulai, akhir: where the name stands in the sentence, both 0 when elsewhere.
    """

    entri: Entri | None = None
    cara: Cara = Cara.SENDIRI
    bersih: bool = False
    mulai: int = 0
    akhir: int = 0
    alasan: str | None = None
