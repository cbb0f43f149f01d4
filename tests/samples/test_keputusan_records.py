"""What is read from the sample decrees, sheets and agreement is what was drawn, from PDF and Word file alike."""

from __future__ import annotations

from functools import cache

import pytest

from pipeline.run import audit_file
from samples.galat_keputusan import isi_keliru
from samples.isi import KeputusanIsi
from samples.isi_keputusan import isi_benar
from samples.isi_lembar import HALAMAN
from samples.isi_perjanjian import PERJANJIAN
from samples.make_samples import FOLDER
from schemas.keputusan import JenisKeputusan, Keputusan
from schemas.provenance import PdfPlace
from schemas.result import DocumentResult, Status
from tests.samples.decree_lines import (
    agreement_drawn,
    agreement_read,
    annexes_drawn,
    annexes_read,
    body_drawn,
    body_read,
    letters,
    sheets_drawn,
    sheets_read,
)

KINDS = ("pdf", "docx")
DECREES = {"iku-benar": isi_benar, "iku-keliru": isi_keliru}
BODY = ("kepala", "pejabat", "menimbang", "mengingat", "diktum", "lampiran", "unit", "fungsi", "rujukan")
SHEETS = ("jabatan", "indikator", "formula", "rumus")


@cache
def audited(name: str, kind: str) -> DocumentResult:
    return audit_file((FOLDER / name).with_suffix(f".{kind}"))


def record(name: str, kind: str) -> Keputusan:
    laporan = audited(name, kind).laporan
    assert laporan is not None
    assert len(laporan.keputusan) == 1
    return laporan.keputusan[0]


def decree(name: str) -> KeputusanIsi:
    return DECREES[name]()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", DECREES)
@pytest.mark.parametrize("part", BODY)
def test_body_of_a_decree(name: str, kind: str, part: str) -> None:
    assert body_read(record(f"keputusan/{name}", kind))[part] == body_drawn(decree(name))[part]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", DECREES)
@pytest.mark.parametrize("part", SHEETS)
def test_sheets_of_a_decree(name: str, kind: str, part: str) -> None:
    isi = decree(name)
    drawn = sheets_drawn((isi.utama, *isi.lembar))
    assert sheets_read(record(f"keputusan/{name}", kind).jabatan)[part] == drawn[part]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", DECREES)
def test_regulations_that_amended_a_cited_one_are_no_citations_of_their_own(name: str, kind: str) -> None:
    amending = {(r.jenis, r.nomor, r.tahun) for r in record(f"keputusan/{name}", kind).rujukan if r.mengubah}
    drawn = {(r.pengubah.jenis, r.pengubah.nomor, r.pengubah.tahun) for r in decree(name).mengingat if r.pengubah}
    assert len(drawn) == 2
    assert drawn <= amending


@pytest.mark.parametrize("kind", KINDS)
def test_gazettes_belong_to_their_citations(kind: str) -> None:
    isi = decree("iku-benar")
    read = [r.pengumuman for r in record("keputusan/iku-benar", kind).rujukan if not r.mengubah]
    drawn = [*(r.pengumuman for _, items in isi.menimbang for r in items), *(r.pengumuman for r in isi.mengingat)]
    assert read == drawn


@pytest.mark.parametrize("kind", KINDS)
def test_the_date_and_year_of_a_decree_are_understood(kind: str) -> None:
    keputusan = record("keputusan/iku-benar", kind)
    assert str(keputusan.tanggal_resmi) == "2025-01-06"
    assert keputusan.tahun == 2025
    assert keputusan.jenis is JenisKeputusan.KEPUTUSAN


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", DECREES)
def test_a_scale_below_a_formula_is_a_note_of_it(name: str, kind: str) -> None:
    drawn = [i for i in decree(name).utama.indikator if i.rumus.catatan]
    assert [i.kunci for i in drawn] == ["patuh"]
    read = [i.rumus for i in record(f"keputusan/{name}", kind).indikator() if i.indikator.text == drawn[0].nama]
    assert len(read) == 1
    assert read[0] is not None
    notes = drawn[0].rumus.cetak[-drawn[0].rumus.catatan :]
    assert letters(" ".join(read[0].keterangan)) == letters(" ".join(str(note) for note in notes))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", SHEETS)
def test_older_sheets(kind: str, part: str) -> None:
    drawn = sheets_drawn([lembar for bagian in HALAMAN for lembar in bagian.lembar])
    assert sheets_read(record("iki2017/lembar-jabatan", kind).jabatan)[part] == drawn[part]


@pytest.mark.parametrize("kind", KINDS)
def test_headings_of_the_annexes_of_the_older_sheets(kind: str) -> None:
    keputusan = record("iki2017/lembar-jabatan", kind)
    drawn = annexes_drawn(bagian.lampiran for bagian in HALAMAN)
    assert annexes_read(keputusan.lampiran) == drawn
    assert [j.lampiran for j in keputusan.jabatan] == [n for n, b in enumerate(HALAMAN) for _ in b.lembar]
    assert keputusan.jenis is JenisKeputusan.LAMPIRAN
    assert (keputusan.menimbang, keputusan.mengingat, keputusan.diktum) == ((), (), ())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", ("pihak", "target", "program", "kepala"))
def test_agreement(kind: str, part: str) -> None:
    keputusan = record("perjanjian/pk-kepala-dinas", kind)
    assert keputusan.jenis is JenisKeputusan.PERJANJIAN
    assert agreement_read(keputusan)[part] == agreement_drawn(PERJANJIAN)[part]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "name", ("keputusan/iku-benar", "keputusan/iku-keliru", "iki2017/lembar-jabatan", "perjanjian/pk-kepala-dinas")
)
def test_nothing_is_left_over_and_nothing_broke(name: str, kind: str) -> None:
    document = audited(name, kind)
    assert [(item.text, item.reason) for item in record(name, kind).belum_dipahami] == []
    assert (document.status, document.problems) == (Status.OK, ())


@pytest.mark.parametrize("name", ("keputusan/iku-benar", "keputusan/iku-keliru", "iki2017/lembar-jabatan"))
def test_columns_that_are_blank_are_named(name: str) -> None:
    for kind in KINDS:
        blank = [(i.indikator.text, i.kosong) for i in record(name, kind).indikator() if "sumber_data" in i.kosong]
        isi = {"keputusan/iku-benar": 0, "keputusan/iku-keliru": 1}.get(name, 2)
        assert len(blank) == isi, blank


def test_a_cell_goes_on_behind_a_page_edge() -> None:
    printed = audited("keputusan/iku-benar", "pdf").printed
    assert printed is not None
    broken = [
        cell.flat
        for table in printed.tables
        for cell in table.cells
        if len({line.place.page for line in cell.lines if isinstance(line.place, PdfPlace)}) > 1
    ]
    assert broken, "no cell of the clean decree is cut by a page edge any more"


@pytest.mark.parametrize("name", ("keputusan/iku-benar", "keputusan/iku-keliru", "iki2017/lembar-jabatan"))
def test_every_indicator_has_its_place(name: str) -> None:
    for kind in KINDS:
        places = [(i.table, i.row, i.sub) for i in record(name, kind).indikator()]
        assert len(places) == len(set(places))
        assert places == sorted(places)
