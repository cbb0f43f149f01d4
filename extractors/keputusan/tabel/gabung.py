"""Cells merged over the rows of several indicators that hold a piece for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.keputusan.sel.pecah import pecah_nama
from extractors.keputusan.sel.selaras import bagi
from extractors.keputusan.sel.teks import Kosakata, untai
from extractors.keputusan.tabel.entri import Entri
from extractors.keputusan.tabel.kepala import Kolom, letak
from extractors.keputusan.tabel.peran import Peran

_BERBAGI = frozenset({Peran.FORMULA, Peran.DEFINISI, Peran.ALASAN, Peran.SUMBER, Peran.PENANGGUNG})


def bagi_gabungan(entri: Sequence[Entri], kolom: Sequence[Kolom], kosa: Kosakata) -> None:
    """Give each entry its own piece of a cell merged over it and others, where marks or words tell which."""
    at = letak(kolom, Peran.INDIKATOR) or 0
    for k, own in enumerate(kolom):
        if own.peran not in _BERBAGI:
            continue
        for group in _berbagi(entri, k):
            names = [pecah_nama(untai(one.isi[at], kosa)).nama for one in group]
            if any(len(name) != 1 for name in names):
                continue
            whole = untai(group[0].isi[k], kosa, rumus=own.peran is Peran.FORMULA)
            bagian = bagi(whole, [name[0] for name in names])
            if bagian.yakin:
                for one, piece in zip(group, bagian.isi, strict=True):
                    one.potongan[k] = piece


def _berbagi(entri: Sequence[Entri], kolom: int) -> Iterator[list[Entri]]:
    """Runs of two or more entries that one cell of a column is merged over."""
    run: list[Entri] = []
    for own in entri:
        if run and own.isi[kolom] and own.isi[kolom] is run[-1].isi[kolom]:
            run.append(own)
            continue
        if len(run) > 1:
            yield run
        run = [own]
    if len(run) > 1:
        yield run
