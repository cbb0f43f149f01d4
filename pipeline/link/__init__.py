"""Ties the documents of one office together: which of their indicators are one, in pairs and over all of them.

Documents of different offices are never compared, so the work grows with the largest office, not with the run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.link.deret import susun_deret
from pipeline.link.padanan import Padanan, Pembanding, padankan
from pipeline.link.sosok import Dokumen, baca_dokumen, disebut, kata_disebut
from pipeline.link.tanya import tanya_antar
from schemas.tanya import TanyaNama
from schemas.tautan import Deret, DokumenTertaut, Ikhtisar, JenisDokumen, Kantor, Tautan

__all__ = ("Kelompok", "kelompokkan_kantor", "tautkan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kelompok:
    """The documents of one office.

    Attributes:
        posisi: their positions in the run.
        tautan: one for each of them, in the same order.
        tanya: names that may be one with a name of another document, by position in the run of the document that
            prints them.
    """

    kantor: Kantor | None
    posisi: tuple[int, ...]
    tautan: tuple[Tautan, ...]
    deret: tuple[Deret, ...] = ()
    tanya: Mapping[int, tuple[TanyaNama, ...]] = field(default_factory=dict)


def kelompokkan_kantor(ikhtisar: Sequence[Ikhtisar | None]) -> tuple[tuple[int, ...], ...]:
    """Positions of documents by office, in the order of their first one; one of an unknown office stays alone."""
    found: dict[Kantor | int, list[int]] = defaultdict(list)
    for at, item in enumerate(ikhtisar):
        if item is not None:
            found[item.kantor if item.kantor is not None and _tentu(item.kantor) else at].append(at)
    return tuple(tuple(group) for group in found.values())


def tautkan(ikhtisar: Sequence[Ikhtisar | None], posisi: Sequence[int]) -> Kelompok:
    """Ties the documents of one office together.

    Args:
        ikhtisar: all documents of the run.
        posisi: those of the office, as `kelompokkan_kantor` gives them.

    Returns:
        The links of every document to all others of the office whose bytes are other ones, sorted by hash, so that
        nothing depends on the order of the files; and the indicators over all documents.
    """
    dokumen = {at: baca_dokumen(item) for at in posisi if (item := ikhtisar[at]) is not None}
    pasangan: dict[tuple[int, int], Padanan] = {}
    pembanding, kata = Pembanding(), _KataDisebut()
    urut = sorted(dokumen, key=lambda at: (dokumen[at].ikhtisar.sha256, at))
    for i, a in enumerate(urut):
        for b in urut[i + 1 :]:
            pasangan[a, b] = padankan(dokumen[a], dokumen[b], pembanding)
    kantor = next((item.ikhtisar.kantor for item in dokumen.values()), None)
    sah = kantor is not None and _tentu(kantor)
    return Kelompok(
        kantor=kantor if sah else None,
        posisi=tuple(posisi),
        tautan=tuple(_tautan(at, urut, dokumen, pasangan, kata) for at in posisi),
        deret=susun_deret(kantor, dokumen, pasangan) if sah and kantor is not None else (),
        tanya=tanya_antar(dokumen, pasangan),
    )


def _tentu(kantor: Kantor) -> bool:
    """Whether an office is more than a kind of office that every region has."""
    return bool(kantor.wilayah) or kantor.tingkat == "kementerian"


class _KataDisebut:
    """Words of the texts of documents that may name an indicator; those of a document are read once, if at all."""

    def __init__(self) -> None:
        self._terbaca: dict[int, list[frozenset[str]]] = {}

    def __call__(self, dokumen: Dokumen) -> list[frozenset[str]]:
        """As `kata_disebut`; the document has to be there as long as this is."""
        if id(dokumen) not in self._terbaca:
            self._terbaca[id(dokumen)] = kata_disebut(dokumen)
        return self._terbaca[id(dokumen)]


def _tautan(
    at: int,
    urut: Sequence[int],
    dokumen: dict[int, Dokumen],
    pasangan: dict[tuple[int, int], Padanan],
    kata: _KataDisebut,
) -> Tautan:
    sendiri = dokumen[at]
    lain: list[DokumenTertaut] = []
    seen = {sendiri.ikhtisar.sha256}
    for other in urut:
        if dokumen[other].ikhtisar.sha256 in seen:
            continue
        seen.add(dokumen[other].ikhtisar.sha256)
        padanan = pasangan.get((at, other)) or pasangan[other, at].balik()
        lain.append(_tertaut(sendiri, dokumen[other], padanan, kata))
    return Tautan(ikhtisar=sendiri.ikhtisar, lain=tuple(lain))


def _tertaut(sendiri: Dokumen, lain: Dokumen, padanan: Padanan, kata: _KataDisebut) -> DokumenTertaut:
    """The other document; what texts mention is asked only of a report beside a decree."""
    mencari = (sendiri.ikhtisar.jenis, lain.ikhtisar.jenis) == (JenisDokumen.LAPORAN, JenisDokumen.KEPUTUSAN)
    return DokumenTertaut(
        ikhtisar=lain.ikhtisar,
        padanan=padanan.sama,
        ragu=tuple(sorted({*padanan.ragu, *padanan.mirip})),
        disebut=_sebutan(sendiri, lain, {j for _, j in padanan.sama}, kata) if mencari else frozenset(),
        menyebut=_sebutan(lain, sendiri, {i for i, _ in padanan.sama}, kata) if mencari else frozenset(),
    )


def _sebutan(dokumen: Dokumen, lain: Dokumen, terpakai: set[int], kata: _KataDisebut) -> frozenset[int]:
    """Indicators of another document that texts of this one mention; texts are read only where any is in question."""
    if len(terpakai) == len(lain.sosok):
        return frozenset()
    return disebut(lain, kata(dokumen), terpakai)
