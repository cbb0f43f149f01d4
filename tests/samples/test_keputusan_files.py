"""The committed decrees, sheets and agreement are what the script makes, and hold what the records say."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pypdfium2
import pytest

from samples.blocks import Pecahan, TabelCetak
from samples.galat_keputusan import GALAT, GalatKeputusan, isi_keliru
from samples.galat_lembar import GALAT_LEMBAR
from samples.isi import KeputusanIsi, LembarIsi
from samples.isi_keputusan import isi_benar
from samples.isi_lembar import HALAMAN
from samples.make_samples import BERKAS, FOLDER, buat
from samples.write_pdf import Bertumpuk

NAMES = tuple(name for name in BERKAS if not name.startswith("lkjip/"))


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    buat(folder)
    return folder


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("again")
    buat(folder)
    return folder


def pages(path: Path) -> list[str]:
    pdf = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()


def body(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml").decode("utf-8")


def tight(text: str) -> str:
    return "".join(text.split())


def wrong_pages() -> str:
    return tight("".join(pages(FOLDER / "keputusan" / "iku-keliru.pdf")))


def sheets(isi: KeputusanIsi) -> tuple[LembarIsi, ...]:
    return (isi.utama, *isi.lembar)


@pytest.mark.parametrize("name", NAMES)
def test_committed_files_hold_the_text_of_new_ones(fresh: Path, name: str) -> None:
    assert pages((FOLDER / name).with_suffix(".pdf")) == pages((fresh / name).with_suffix(".pdf"))
    assert body((FOLDER / name).with_suffix(".docx")) == body((fresh / name).with_suffix(".docx"))


def test_every_sample_is_listed_and_every_listed_one_is_there() -> None:
    found = {str(p.relative_to(FOLDER).with_suffix("")) for p in FOLDER.rglob("*.*") if p.suffix in (".pdf", ".docx")}
    assert found == set(BERKAS)
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [name for name in BERKAS if f"`{name}.pdf`" not in readme] == []


@pytest.mark.parametrize("name", NAMES)
def test_drawing_twice_gives_the_same_bytes(fresh: Path, again: Path, name: str) -> None:
    for suffix in (".pdf", ".docx"):
        one, two = (folder.joinpath(name).with_suffix(suffix) for folder in (fresh, again))
        assert one.read_bytes() == two.read_bytes(), suffix


@pytest.mark.parametrize("galat", GALAT, ids=lambda g: f"{g.kode}-{g.kata[0]}")
def test_every_error_changes_the_record_and_is_printed(galat: GalatKeputusan) -> None:
    asal = isi_benar()
    if galat.cetak != "2. TUGAS":
        assert galat.ubah(asal) != asal
    assert tight(galat.cetak) in wrong_pages()


def fields(lembar: LembarIsi) -> set[tuple[str, str, str]]:
    """What the indicators of a sheet print."""
    return {
        (i.kunci, name, text)
        for i in lembar.indikator
        for name, text in (("nama", i.nama), ("rumus", i.rumus.teks), ("sumber", i.sumber))
    }


def test_the_errors_do_not_undo_each_other() -> None:
    benar, keliru = isi_benar(), isi_keliru()
    for galat in GALAT:
        satu = galat.ubah(benar)
        for lama, baru, akhir in zip(sheets(benar), sheets(satu), sheets(keliru), strict=True):
            assert fields(baru) - fields(lama) <= fields(akhir), galat.kode
        assert [d for d in satu.diktum if d not in benar.diktum and d not in keliru.diktum] == []
        assert [r for r in satu.mengingat if r not in benar.mengingat and r not in keliru.mengingat] == []


def test_an_indicator_without_a_planted_error_is_the_same_in_both() -> None:
    benar, keliru = isi_benar(), isi_keliru()
    kinds = [i.kunci for lembar in sheets(benar) for i in lembar.indikator]
    same = [
        i.kunci
        for lama, baru in zip(sheets(benar), sheets(keliru), strict=True)
        for i in lama.indikator
        if i in baru.indikator
    ]
    assert {"produksi", "tukar", "sakip", "ikm", "arsip", "barang"} <= set(same)
    assert len(same) < len(kinds)


@pytest.mark.parametrize("galat", GALAT_LEMBAR, ids=lambda g: f"{g.kode}-{g.kata[-1]}")
def test_every_error_of_the_older_sheets_is_printed(galat: object) -> None:
    printed = tight("".join(pages(FOLDER / "iki2017" / "lembar-jabatan.pdf")))
    assert tight(getattr(galat, "cetak")) in printed  # noqa: B009


def test_the_older_sheets_hold_what_their_errors_say() -> None:
    lembar = [s for bagian in HALAMAN for s in bagian.lembar]
    names = [s.jabatan for s in lembar]
    assert sorted({name for name in names if names.count(name) > 1}) == ["PENGADMINISTRASI PERPUSTAKAAN"]
    blank = [i.nama for s in lembar for i in s.indikator if not i.sumber]
    assert blank[0] == "Jumlah perbaikan gedung"
    marks = {s.kunci: "".join(i.tanda or "" for i in s.indikator) for s in lembar}
    assert marks["keuangan"] == "cde"
    assert marks["pengadministrasi"] == "aab"
    assert [bagian.lampiran.tanggal for bagian in HALAMAN] == ["3 April 2018", "", "", ""]


def fractions() -> list[tuple[Pecahan, float]]:
    """Every stacked fraction of the clean decree with the width that its cell leaves."""
    return [
        (isi, blok.lebar[col] - 10.8)
        for blok in BERKAS["keputusan/iku-benar"]().blok
        if isinstance(blok, TabelCetak)
        for baris in blok.baris
        for col, sel in enumerate(baris.sel)
        if sel
        for isi in sel.paragraf
        if isinstance(isi, Pecahan)
    ]


def test_fractions_stand_on_a_bar_where_they_fit_and_are_typed_elsewhere() -> None:
    fits = [Bertumpuk(isi, 9).wrap(lebar, 0)[0] <= lebar for isi, lebar in fractions()]
    assert set(fits) == {True, False}


def test_every_fraction_is_an_equation_in_the_word_file() -> None:
    assert body(FOLDER / "keputusan" / "iku-benar.docx").count("<m:f>") == len(fractions())


def test_the_decision_stands_inside_the_list_of_functions_of_the_wrong_decree() -> None:
    text = tight(" ".join(pages(FOLDER / "keputusan" / "iku-keliru.pdf")))
    fungsi = [tight(b.teks) for b in isi_keliru().fungsi]
    decision = text.index("MEMUTUSKAN")
    assert [text.index(f) < decision for f in fungsi] == [True] * 3 + [False] * 3
    clean = tight(" ".join(pages(FOLDER / "keputusan" / "iku-benar.pdf")))
    assert all(clean.index(f) > clean.index("MEMUTUSKAN") for f in fungsi)
