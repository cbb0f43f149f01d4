from __future__ import annotations

import pytest

from pipeline.rumus import print_rumus, read_rumus
from schemas.rumus import JenisRumus, Simpul
from tests.rumus_tabel import HITUNGAN, PENILAIAN, PERHITUNGAN, RASIO, TERTUMPUK, URAIAN, Rasio

KINDS = (
    (JenisRumus.HITUNGAN, HITUNGAN),
    (JenisRumus.PENILAIAN, PENILAIAN),
    (JenisRumus.PERHITUNGAN, PERHITUNGAN),
    (JenisRumus.URAIAN, URAIAN),
)
WITHOUT_TREE = (JenisRumus.PENILAIAN, JenisRumus.URAIAN)


def printed(simpul: Simpul | None) -> str | None:
    return None if simpul is None else print_rumus(simpul)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("bertumpuk", [False, True], ids=["bersisian", "bertumpuk"])
def test_every_ratio_gives_its_sides_and_its_factor(bertumpuk: bool) -> None:
    wrong = []
    for row in TERTUMPUK if bertumpuk else RASIO:
        rumus = read_rumus(row.sel)
        factor = None if rumus.faktor is None else rumus.faktor.text
        read = Rasio(row.sel, str(printed(rumus.pembilang)), str(printed(rumus.penyebut)), factor)
        if read != row or rumus.jenis is not JenisRumus.RASIO or rumus.bertumpuk is not bertumpuk:
            wrong.append((rumus.jenis.value, rumus.bertumpuk, read))
    assert wrong == []


@pytest.mark.parametrize(("kind", "cells"), KINDS, ids=[kind.value for kind, _ in KINDS])
def test_every_other_cell_is_of_its_kind_and_divides_nothing(kind: JenisRumus, cells: tuple[str, ...]) -> None:
    read = {cell: read_rumus(cell) for cell in cells}
    assert {cell: r.jenis.value for cell, r in read.items() if r.jenis is not kind} == {}
    assert all(r.pembilang is None and r.penyebut is None and r.faktor is None for r in read.values())
    assert all((r.pohon is None) is (kind in WITHOUT_TREE) for r in read.values())


def test_a_tree_prints_as_its_formula_stands() -> None:
    cells = [row.sel for row in (*RASIO, *TERTUMPUK)] + [*HITUNGAN, *PERHITUNGAN]
    read = [read_rumus(cell) for cell in cells]
    assert [r.text for r in read if r.pohon is None] == []
    assert [r.text for r in read if squeezed(printed(r.pohon) or "") != squeezed(r.text)] == []


def test_what_is_printed_is_read_again_as_the_same_tree() -> None:
    trees = [tree for row in (*RASIO, *TERTUMPUK) if (tree := read_rumus(row.sel).pohon) is not None]
    assert [print_rumus(tree) for tree in trees if read_rumus(print_rumus(tree)).pohon != tree] == []


def test_the_table_is_large_enough_to_mean_something() -> None:
    cells = {row.sel for row in (*RASIO, *TERTUMPUK)}.union(*(set(group) for _, group in KINDS))
    assert len(cells) == len(RASIO) + len(TERTUMPUK) + sum(len(group) for _, group in KINDS) >= 180


def test_line_feeds_of_a_wrapped_cell_change_nothing() -> None:
    wrong = []
    for row in (*RASIO, *TERTUMPUK):
        if read_rumus(row.sel.replace(" ", " \n ")) != read_rumus(row.sel):
            wrong.append(row.sel)
    assert wrong == []
