"""The drawn files are what the layouts say: pages, rotation, and every text of the truth in the text layer."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from samples.blocks import TabelCetak
from tests.layouts.cases import Layout, layouts
from tests.layouts.make_layouts import Penulis, buat
from tests.layouts.score import padat

SEMUA = {layout.name: layout for layout in layouts()}
LINTAS = (
    *("dasar", "kepala-tidak-diulang", "baris-terpotong", "gabungan-lintas-halaman", "berurutan", "kaki-rapat"),
    *("gabungan-lintas-tanpa-ulang", "datar-panjang", "tanpa-garis-panjang", "nomor-kolom", "kop-berulang"),
)


@pytest.fixture(scope="module")
def berkas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("kanvas")
    return {b.layout.name: b.path for b in buat(SEMUA.values(), Penulis.KANVAS, folder)}


def halaman(path: Path) -> list[str]:
    pdf = pypdfium2.PdfDocument(path)
    try:
        return [h.get_textpage().get_text_range() for h in pdf]
    finally:
        pdf.close()


@pytest.mark.parametrize("layout", SEMUA.values(), ids=SEMUA.keys())
def test_every_figure_of_the_truth_is_printed(layout: Layout, berkas: dict[str, Path]) -> None:
    teks = padat("".join(halaman(berkas[layout.name])))
    for tabel in layout.tabel:
        for baris in tabel.baris:
            for sel in baris.sel:
                if sel and isinstance(sel.isi, str) and layout.gaya.sempit == 1.0 and any(c.isdigit() for c in sel.isi):
                    assert padat(sel.isi) in teks


@pytest.mark.parametrize("name", LINTAS)
def test_a_table_meant_to_cross_a_page_does(name: str, berkas: dict[str, Path]) -> None:
    assert len(halaman(berkas[name])) >= 2


@pytest.mark.parametrize(("name", "putar"), [("putar-90", 90), ("putar-270", 270), ("dasar", 0)])
def test_rotation_stands_in_the_file(name: str, putar: int, berkas: dict[str, Path]) -> None:
    pdf = pypdfium2.PdfDocument(berkas[name])
    lebar, tinggi = pdf[0].get_size()
    assert pdf[0].get_rotation() == putar
    assert lebar < tinggi
    pdf.close()


def test_headings_repeat_only_where_they_should(berkas: dict[str, Path]) -> None:
    kepala = "Program / Kegiatan"
    for name, ulang in (("kop-berulang", True), ("kepala-tidak-diulang", False)):
        ada = [kepala in " ".join(teks.split()) for teks in halaman(berkas[name])]
        assert ada[0]
        assert any(ada[1:]) is ulang


def test_grids_of_the_truth_are_whole() -> None:
    for layout in (*SEMUA.values(), *layouts(held_out=True)):
        for tabel in layout.tabel:
            assert luas(tabel) == (len(tabel.kepala) + len(tabel.baris)) * len(tabel.kolom)


def luas(tabel: TabelCetak) -> int:
    """Grid squares covered by cells."""
    return sum(s.rowspan * s.colspan for b in (*tabel.kepala, *tabel.baris) for s in b.sel if s)
