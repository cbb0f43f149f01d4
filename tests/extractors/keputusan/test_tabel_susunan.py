"""Whole sheets of several offices' habits: what a planner would read off the page is what the record says."""

from __future__ import annotations

from pathlib import Path

from extractors.keputusan.tabel.indikator import read_indikator
from schemas.keputusan import Indikator
from tests.extractors.keputusan.tabel_contoh import baca, ditandai, nama, rumus, teks
from tests.extractors.pages import Sheet, read
from tests.readers.word_files import level, p, read_body, tbl, tc, tr

BERNOMOR = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def word(tmp_path: Path, *rows: str, widths: tuple[int, ...] = (2000, 2000, 2000)) -> tuple[Indikator, ...]:
    """The indicators of a Word table whose paragraphs are numbered `a.` where they ask for it."""
    inner = f'<w:abstractNum w:abstractNumId="0">{level(0, "lowerLetter", "%1.")}</w:abstractNum>'
    inner += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    printed = read_body(tmp_path, tbl(*rows, widths=widths), {"numbering": inner})
    found = read_indikator(printed.tables[0], 0)
    assert found is not None
    return found.indikator


def test_letters_that_word_counts_itself(tmp_path: Path) -> None:
    items = p("Jumlah kapal", BERNOMOR) + p("Jumlah nelayan", BERNOMOR)
    found = word(
        tmp_path,
        tr("Kinerja", "Indikator Kinerja", "Sumber Data"),
        tr("Tertatanya perikanan", tc(items), "Buku register"),
    )
    assert ditandai(found) == [("a", "Jumlah kapal"), ("b", "Jumlah nelayan")]


def test_a_title_across_the_first_row_of_the_grid(tmp_path: Path) -> None:
    found = word(
        tmp_path,
        tr(tc("INDIKATOR KINERJA UTAMA DINAS PERIKANAN", span=3)),
        tr("Kinerja", "Indikator Kinerja", "Sumber Data"),
        tr("Tertatanya perikanan", "Jumlah kapal", "Buku register"),
    )
    assert nama(found) == ["Jumlah kapal"]


def test_borders_of_body_rows_that_differ_from_those_of_the_heading(tmp_path: Path) -> None:
    found = word(
        tmp_path,
        tr(tc("Kinerja", span=2), "Indikator Kinerja", "Sumber Data"),
        tr("Tertatanya perikanan", tc("Jumlah kapal", span=2), "Buku register"),
        widths=(1900, 100, 2000, 2000),
    )
    (own,) = found
    assert (teks(own.sasaran), own.indikator.text) == ("Tertatanya perikanan", "Jumlah kapal")


def test_a_regulation_s_form_with_everything_in_the_explanation() -> None:
    found = baca(
        ("NO", "KINERJA UTAMA", "INDIKATOR KINERJA UTAMA", "PENJELASAN", "PENANGGUNG JAWAB"),
        ("1", "2", "3", "4", "5"),
        (
            "1.",
            "Meningkatnya layanan\nair minum",
            "Cakupan layanan\nair minum",
            "Alasan:\nMandat RPJMD\nFormulasi Perhitungan:\nRumah tangga terlayani /\nrumah tangga x 100%\n"
            "Sumber data:\nPerumda",
            "Bidang Cipta Karya",
        ),
    )
    (own,) = found.indikator
    assert teks(own.formula) == "Rumah tangga terlayani / rumah tangga x 100%"
    assert (teks(own.alasan), teks(own.sumber_data)) == ("Mandat RPJMD", "Perumda")
    assert own.kosong == ()


def test_an_agreement_with_targets_of_several_indicators() -> None:
    found = baca(
        ("No", "Sasaran Program", "Indikator Kinerja", "Target"),
        ("(1)", "(2)", "(3)", "(4)"),
        ("1", "Tertibnya arsip", "1. Nilai kearsipan\n2. Jumlah arsip dialihmediakan", "80,5\n1.200 berkas"),
    )
    assert [(own.indikator.text, own.target[0][1].text) for own in found.indikator] == [
        ("Nilai kearsipan", "80,5"),
        ("Jumlah arsip dialihmediakan", "1.200 berkas"),
    ]


def test_category_tables_inside_a_formula_stay_its_text() -> None:
    isi = "Kategori Nilai Arti\nA >90 - 100 Sangat baik\nB >70 - 90 Baik\nC Nilai = unsur x bobot"
    found = baca(("Sasaran", "Indikator", "Formula"), ("Patuhnya perangkat", "Nilai kepatuhan intern", isi))
    assert rumus(found.indikator) == [isi.replace("\n", " ")]


def test_a_sheet_whose_table_ends_before_the_signature(tmp_path: Path) -> None:
    with Sheet(tmp_path / "lembar.pdf") as sheet:
        sheet.text(60, 60, "JABATAN : KEPALA SEKSI ARSIP")
        rows = [
            ("KINERJA", "INDIKATOR\nKINERJA", "FORMULASI\nPERHITUNGAN", "SUMBER\nDATA"),
            (
                "Tertatanya arsip",
                "a. Jumlah arsip aktif b.\nJumlah arsip statis",
                "Jumlah arsip aktif\nJumlah arsip statis",
                "",
            ),
        ]
        sheet.table(rows, xs=(60, 170, 310, 450, 540))
        sheet.text(350, 300, "Kepala Dinas,")
    (made,) = read(tmp_path / "lembar.pdf").tables
    found = read_indikator(made, 0)
    assert found is not None
    assert ditandai(found.indikator) == [("a", "Jumlah arsip aktif"), ("b", "Jumlah arsip statis")]
    assert rumus(found.indikator) == ["Jumlah arsip aktif", "Jumlah arsip statis"]
    assert [own.kosong for own in found.indikator] == [("sumber_data",)] * 2


def test_a_name_with_an_abbreviation_and_a_unit_in_brackets() -> None:
    rows = ("S", "Rata-rata lama proses izin s.d. terbit a.n. Bupati (hari)", "Jumlah hari / jumlah izin", "DPMPTSP")
    (own,) = baca(("Sasaran", "Indikator", "Formula", "Sumber"), rows).indikator
    assert (own.tanda, own.indikator.text) == (None, rows[1])
