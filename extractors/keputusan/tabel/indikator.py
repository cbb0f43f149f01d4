"""Indicator tables of decrees, annex sheets and agreements: every indicator with its formula, source and keeper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.header_rows import row_cells
from extractors.keputusan.sel.teks import Kosakata, kosakata, untai
from extractors.keputusan.tabel.baris import Baris, baca_baris, kolom_sambungan, tampak_melanjutkan
from extractors.keputusan.tabel.entri import kumpulkan
from extractors.keputusan.tabel.gabung import bagi_gabungan
from extractors.keputusan.tabel.kelompok import kelompok
from extractors.keputusan.tabel.kepala import Kolom, cari_kepala, kepala_lain
from extractors.keputusan.tabel.rakit import rakit
from schemas.keputusan import BelumDipahami, Indikator, Teks
from schemas.printed import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelIndikator:
    """An indicator table as read.

    Attributes:
        kepala: column headings, left to right.
        awal: grid row of the heading; what stands above it in the table is not read here.
        melanjutkan: it goes on with `sebelumnya` and holds all that one held too, so it takes that one's place.
        kolom, baris: columns and printed rows, for a table that goes on with this one.
    """

    indikator: tuple[Indikator, ...]
    kepala: tuple[Teks, ...]
    belum_dipahami: tuple[BelumDipahami, ...] = ()
    awal: int = 0
    melanjutkan: bool = False
    kolom: tuple[Kolom, ...] = ()
    baris: tuple[Baris, ...] = ()
    kosakata: Kosakata


def read_indikator(table: Table, number: int, sebelumnya: TabelIndikator | None = None) -> TabelIndikator | None:
    """The indicators of a table; None when it is no indicator table.

    Args:
        table: the printed table.
        number: its position among the printed tables.
        sebelumnya: the indicator table before it, when nothing but page margins stands between: a table without
            headings of its own may go on with it (then the result has `melanjutkan` and replaces it).
    """
    kosa = kosakata(cell.lines for cell in table.cells)
    kepala = cari_kepala(table)
    if kepala is not None:
        baris = baca_baris(table, number, kepala.kolom, kepala.akhir, sambungan=False)
        return _susun(kepala.kolom, baris, kosa, awal=kepala.awal)
    if sebelumnya is None:
        return None
    kolom = None if kepala_lain(row_cells(table)[0]) else kolom_sambungan(table, sebelumnya.kolom)
    if kolom is None:
        return None
    baris = baca_baris(table, number, kolom, 0, sambungan=True)
    if not tampak_melanjutkan(table, baris, kolom):
        return None
    whole = (*sebelumnya.baris, *baris)
    return _susun(sebelumnya.kolom, whole, kosa.tambah(sebelumnya.kosakata), awal=sebelumnya.awal, melanjutkan=True)


def _susun(
    kolom: tuple[Kolom, ...], baris: tuple[Baris, ...], kosa: Kosakata, *, awal: int, melanjutkan: bool = False
) -> TabelIndikator:
    """The record of columns and rows."""
    order = {(own.table, own.row): k for k, own in enumerate(baris)}
    indikator: list[Indikator] = []
    belum: list[BelumDipahami] = []
    for own_kolom, own_baris in kelompok(kolom, baris):
        found = kumpulkan(own_baris, own_kolom)
        bagi_gabungan(found.entri, own_kolom, kosa)
        for lines, reason, place in found.sisa:
            text = untai(lines, kosa).teks()
            belum.extend([BelumDipahami(text=text.text, reason=reason, place=place)] if text else [])
        for entri in found.entri:
            items, unclear = rakit(entri, own_kolom, kosa)
            indikator.extend(items)
            belum.extend(unclear)
    indikator.sort(key=lambda own: order[(own.table, own.row)])
    return TabelIndikator(
        indikator=_bernomor(indikator),
        kepala=tuple(own.kepala for own in kolom if own.kepala is not None),
        belum_dipahami=tuple(belum),
        awal=awal,
        melanjutkan=melanjutkan,
        kolom=kolom,
        baris=baris,
        kosakata=kosa,
    )


def _bernomor(indikator: Sequence[Indikator]) -> tuple[Indikator, ...]:
    """The indicators of each row numbered through, also where the row holds several levels."""
    seen: dict[tuple[int, int], int] = {}
    out = []
    for own in indikator:
        sub = seen.get((own.table, own.row), 0)
        seen[(own.table, own.row)] = sub + 1
        out.append(replace(own, sub=sub))
    return tuple(out)
