"""Readers on layouts they were not written for: cells with figures, tables and rows against what was drawn."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.layouts.cases import Layout, layouts
from tests.layouts.make_layouts import Berkas, Penulis, berlaku, buat, tersedia
from tests.layouts.score import Nilai, nilai, padat

# What the readers still get wrong: (writer or *, layout) to the share of cells with figures that must be exact, and
# why. Everything else must be exact to the last cell, in as many tables and rows as were drawn.
KEKURANGAN: dict[tuple[str, str], tuple[float, str]] = {
    ("libreoffice", "datar-gabungan"): (1.0, "a text beside several rows: its last line is taken for the next row's"),
    ("libreoffice", "tanpa-batas-luar"): (0.85, "one rule on a page is no sign of an outer border that is not drawn"),
}
# Chromium starts anew for every page, so it draws only what the others draw differently.
CHROMIUM = (
    *("dasar", "kepala-tidak-diulang", "garis-datar", "tanpa-garis-panjang", "baris-terpotong", "garis-ganda"),
    *("gabungan-lintas-halaman", "angka-sempit", "kepala-tegak", "pecahan", "garis-titik"),
)
KEDUA_SET = (Penulis.KANVAS, Penulis.DOCX)


@cache
def semua(held_out: bool) -> dict[str, Layout]:
    return {layout.name: layout for layout in layouts(held_out=held_out)}


def _dipakai(penulis: Penulis, layout: Layout) -> bool:
    return berlaku(layout, penulis) and (penulis is not Penulis.CHROMIUM or layout.name in CHROMIUM)


KASUS = [
    pytest.param(penulis, held_out, name, id=f"{penulis}-{'uji' if held_out else 'latih'}-{name}")
    for penulis in Penulis
    for held_out in (False, True)
    if held_out or penulis in KEDUA_SET
    for name, layout in semua(held_out).items()
    if _dipakai(penulis, layout)
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("layouts")


@cache
def gambar_semua(penulis: Penulis, held_out: bool, folder: Path) -> dict[str, Berkas]:
    pilihan = [layout for layout in semua(held_out).values() if _dipakai(penulis, layout)]
    tujuan = folder / f"{penulis}-{held_out}"
    return {berkas.layout.name: berkas for berkas in buat(pilihan, penulis, tujuan)}


def utuh(n: Nilai) -> bool:
    """Every cell with figures in its place, as many tables and rows as were drawn."""
    return n.angka[0] == n.angka[1] and n.tabel[0] == n.tabel[1] and n.baris[0] == n.baris[1]


@pytest.mark.parametrize(("penulis", "held_out", "name"), KASUS)
def test_a_layout_is_read_as_drawn(penulis: Penulis, held_out: bool, name: str, folder: Path) -> None:
    if tersedia(penulis) is None:
        pytest.skip(f"{penulis} is not installed")
    n = nilai(gambar_semua(penulis, held_out, folder)[name])
    kurang = KEKURANGAN.get((penulis.value, name))
    if kurang is None and penulis is not Penulis.DOCX:
        kurang = KEKURANGAN.get(("*", name))
    if kurang:
        assert n.share >= kurang[0], f"{kurang[1]}\n" + "\n".join(n.beda[:20])
        return
    assert utuh(n), f"tables {n.tabel}, rows {n.baris}, figures {n.angka}\n" + "\n".join(n.beda[:20])
    assert n.kepala[0] == n.kepala[1], "heading rows"
    assert n.teks[0] >= 0.97 * n.teks[1], "\n".join(n.beda[:20])


def test_every_gap_names_a_layout() -> None:
    assert {name for _, name in KEKURANGAN} <= semua(False).keys()
    assert set(CHROMIUM) <= semua(False).keys()


def test_the_sets_share_no_table() -> None:
    latih, uji = (
        {padat(s.text) for layout in semua(h).values() for t in layout.tabel for b in t.baris for s in b.sel if s}
        for h in (False, True)
    )
    panjang = {teks for teks in latih & uji if len(teks) > 10}
    assert not panjang
    assert all(a.gaya != b.gaya for a, b in zip(semua(False).values(), semua(True).values(), strict=True))


def test_a_missing_table_and_a_wrong_cell_are_counted(folder: Path) -> None:
    """The measure itself: the truth of another layout must not pass."""
    berkas = gambar_semua(Penulis.DOCX, False, folder)
    dua = berkas["dua-tabel"]
    n = nilai(Berkas(layout=semua(False)["dasar"], penulis=Penulis.DOCX, path=dua.path))
    assert not utuh(n)
    assert n.share < 0.5
    assert n.beda
