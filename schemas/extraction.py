"""What a family says of a printed document: which text plays which part; no number is parsed here yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from schemas.keputusan import Keputusan
from schemas.kinerja import (
    Kind,
    Kolom,
    KolomCetak,
    Metadata,
    Part,
    RumusDinyatakan,
    Scope,
    SelLain,
    TabelBelumDipetakan,
)
from schemas.provenance import Place
from schemas.susunan import Susunan


@dataclass(frozen=True, slots=True, kw_only=True)
class Isi:
    """The text of one cell (or of its share of a split row) with the part it plays.

    Attributes:
        text: printed lines joined by line feeds.
        row, col: grid square of the cell in the logical table.
        shared: the cell is merged over several rows with labels of their own.
    """

    part: Part
    text: str
    place: Place
    row: int
    col: int
    header: str
    year: int | None = None
    period: str | None = None
    scope: Scope = Scope.OWN
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTeks:
    """One logical row as text; `sub` counts the rows split out of one ruled row."""

    row: int
    sub: int = 0
    label: str
    nomor: str | None = None
    sasaran: str | None = None
    isi: tuple[Isi, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelTerpetakan:
    """A printed table whose columns are understood.

    Attributes:
        number: its position among the printed tables.
        judul_bagian: headings it stands under, outermost first.
    """

    number: int
    caption: str | None
    kind: Kind
    kolom: tuple[Kolom, ...]
    baris: tuple[BarisTeks, ...]
    tahun: int | None
    place: Place
    confidence: float = 1.0
    lampiran: bool = False
    judul_bagian: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KelasTeks:
    """One row of a class scale as printed: interval text and class label."""

    label: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class SkalaTeks:
    """A class scale as printed.

    Attributes:
        context: the text before it (heading, sentence).
        indikator: it is printed among what a decree says of one indicator, whose name is `header`.
    """

    kelas: tuple[KelasTeks, ...]
    caption: str | None
    header: str
    context: str
    place: Place
    indikator: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that a family made of a document."""

    family: str
    metadata: Metadata
    tabel: tuple[TabelTerpetakan, ...] = ()
    skala: tuple[SkalaTeks, ...] = ()
    rumus: tuple[RumusDinyatakan, ...] = ()
    kolom_cetak: tuple[KolomCetak, ...] = ()
    angka_teks: tuple[SelLain, ...] = ()
    belum_dipetakan: tuple[TabelBelumDipetakan, ...] = ()
    susunan: Susunan = field(default_factory=Susunan)
    keputusan: tuple[Keputusan, ...] = ()
