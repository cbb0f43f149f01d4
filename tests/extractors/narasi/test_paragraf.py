"""Paragraphs from printed lines: what is joined, what is cut, what stands above them, where their figures are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from extractors.narasi.gumpal import gather
from extractors.narasi.jenis import Jenis, kinds
from extractors.narasi.kalimat import sentence_spans
from extractors.narasi.paragraf import Paragraf, read_paragraphs
from schemas.printed import Block
from schemas.provenance import DocxPlace, PdfPlace
from tests.extractors.narasi.halaman import CHAR, LEFT, RIGHT, Halaman, naskah
from tests.extractors.pages import FONT, Sheet, read

calm = settings(deadline=None)

PANJANG = (
    "Persentase jalan dalam keadaan mantap pada tahun 2023 sebesar 91,20% dari rencana sebesar 90,00% sehingga "
    "capaian kinerjanya 101,33%. Anggaran yang dipakai sebesar Rp 1.250.000.000 atau 92,40% dari pagu yang tersedia."
)
LAIN = (
    "Jumlah warga yang dilayani pada tahun yang sama sebanyak 12.400 orang, naik dari 11.900 orang pada tahun "
    "sebelumnya, karena loket pelayanan ditambah di tiga kecamatan dan jam layanan diperpanjang sampai sore."
)


def texts(blocks: Sequence[Block]) -> list[str]:
    return [paragraf.text for paragraf in read_paragraphs(blocks)]


def find(blocks: Sequence[Block], opening: str) -> Paragraf:
    return next(paragraf for paragraf in read_paragraphs(blocks) if paragraf.text.startswith(opening))


def test_lines_are_joined_and_paragraphs_kept_apart() -> None:
    assert texts(Halaman().tulis(PANJANG).tulis(LAIN).blocks) == [PANJANG, LAIN]


def test_indented_first_lines_without_space_between() -> None:
    sheet = Halaman().tulis(PANJANG, first=LEFT + 36, gap=0).tulis(LAIN, first=LEFT + 36, gap=0)
    assert texts(sheet.blocks) == [PANJANG, LAIN]


def test_lines_with_a_ragged_right_edge_are_joined() -> None:
    sheet = Halaman()
    for paragraph in (LAIN, LAIN, PANJANG):
        line = ""
        for word in paragraph.split():
            if len(f"{line} {word}") * CHAR > RIGHT - LEFT:
                sheet.baris(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        sheet.baris(line)
    assert texts(sheet.blocks) == [LAIN, LAIN, PANJANG]


def test_a_paragraph_crosses_a_page() -> None:
    head = "Capaian indikator kinerja utama dinas pada tahun ini dihitung dari data bulanan"
    sheet = Halaman().tulis(PANJANG).penuh(head, gap=6).halaman_baru().tulis("seluruh bidang dan mencapai 95%.", gap=0)
    assert texts(sheet.tulis(LAIN).blocks) == [PANJANG, f"{head} seluruh bidang dan mencapai 95%.", LAIN]


def test_a_finished_sentence_does_not_go_on_behind_a_table() -> None:
    sheet = Halaman().tulis(PANJANG).tabel().tulis("capaian lain dibahas kemudian.")
    assert texts(sheet.blocks) == [PANJANG, "capaian lain dibahas kemudian."]


def test_an_unfinished_sentence_goes_on_behind_a_table() -> None:
    head = "Capaian kinerja selengkapnya dari seluruh indikator dinas pada tahun ini dan"
    sheet = Halaman().tulis(PANJANG).penuh(head, gap=6).tabel().tulis("tahun lalu sebesar 90%.")
    assert texts(sheet.blocks) == [PANJANG, f"{head} tahun lalu sebesar 90%."]


def test_a_word_cut_at_its_hyphen_has_no_blank() -> None:
    sheet = Halaman().penuh("Capaian tiap-tiap sasaran sudah dibahas bersama pada rapat triwulan masing-")
    sheet.penuh("masing bidang dengan pagu anggaran yang dipakai untuk itu Rp 5.000.000,-")
    (text,) = texts(sheet.baris("atau 95% dari pagu.").blocks)
    assert "triwulan masing-masing bidang" in text
    assert "5.000.000,- atau" in text


@pytest.mark.parametrize("marks", ["1. 2.", "1) 2)", "a. b.", "(1) (2)", "i. ii.", "A.1 A.2", "- -", "• •", "➢ ➢"])
def test_list_items_are_paragraphs(marks: str) -> None:
    one, two = marks.split()
    first, second = f"{one} {PANJANG}", f"{two} {LAIN}"
    sheet = Halaman().tulis("Uraiannya sebagai berikut:").tulis(first, LEFT + 18, LEFT, gap=0)
    assert texts(sheet.tulis(second, LEFT + 18, LEFT, gap=0).blocks) == ["Uraiannya sebagai berikut:", first, second]


def test_what_looks_like_a_mark_inside_running_text_is_none() -> None:
    sheet = Halaman().penuh("Serapan anggaran tiap bidang pada tahun ini berkisar dari yang terendah 83,58%")
    sheet.penuh("- 99,43% menurut catatan keuangan dinas, terdiri atas dua sumber pembiayaan yaitu")
    sheet.baris("1) belanja pegawai dan 2) belanja modal.")
    assert len(texts(sheet.blocks)) == 1


def test_captions_contents_and_chart_labels_are_left_out() -> None:
    sheet = Halaman().baris("DAFTAR ISI").baris("BAB I PENDAHULUAN ................ 1").baris("Lampiran ......... ii")
    sheet.halaman_baru().tulis(PANJANG).baris("Tabel 3.1", 250, 6).baris("Realisasi Kinerja Tahun 2023", 200).tabel()
    sheet.baris("Sumber : Dinas Bina Marga").baris("Grafik 2.1", 250, 12).baris("Kemantapan Jalan", 240)
    for label in ("100", "80", "60 91,2", "2022 2023", "Target Realisasi"):
        sheet.baris(label, 130, 4)
    assert texts(sheet.tulis(LAIN, gap=20).blocks) == [PANJANG, LAIN]


def test_a_caption_that_is_wrapped_is_left_out_whole() -> None:
    caption = "Tabel 2.1 Sasaran, Indikator Kinerja, dan Target Tahun 2022-2026 (Mewujudkan Kota"
    sheet = Halaman().tulis(PANJANG).baris(caption, 80, 6).baris("bersih sepanjang tahun)", 240).tabel().tulis(LAIN)
    assert texts(sheet.blocks) == [PANJANG, LAIN]


@pytest.mark.parametrize("predicate", ["di atas menunjukkan", "memuat", ", terlihat"])
def test_a_sentence_that_names_a_table_is_text(predicate: str) -> None:
    text = f"Tabel 3.1 {predicate} capaian sebesar 95%."
    assert texts(Halaman().tulis(text).blocks) == [text]


def test_a_figure_with_its_name_is_no_chart_label() -> None:
    lines = ["Target : 90%", "Realisasi : 95%", "Pagu = Rp 5.000"]
    sheet = Halaman().tulis(PANJANG)
    for line in lines:
        sheet.baris(line, gap=4)
    assert texts(sheet.blocks) == [PANJANG, *lines]


def test_headings_nest_by_their_marks() -> None:
    sheet = Halaman().baris("BAB III", 280).baris("AKUNTABILITAS KINERJA", 220, 6)
    sheet.baris("3.1 Capaian Kinerja", gap=20).baris("3.1.1 Perbandingan Target", gap=8).tulis(PANJANG)
    sheet.baris("a. Kegiatan Rehabilitasi Jalan", gap=8).tulis(LAIN)
    sheet.baris("3.2 Realisasi Anggaran", gap=12).tulis(PANJANG)
    sheet.halaman_baru().baris("BAB IV", 280).baris("PENUTUP", 280, 6).tulis(LAIN)
    bab = "BAB III AKUNTABILITAS KINERJA"
    assert [paragraf.judul for paragraf in read_paragraphs(sheet.blocks)] == [
        (bab, "3.1 Capaian Kinerja", "3.1.1 Perbandingan Target"),
        (bab, "3.1 Capaian Kinerja", "3.1.1 Perbandingan Target", "a. Kegiatan Rehabilitasi Jalan"),
        (bab, "3.2 Realisasi Anggaran"),
        ("BAB IV PENUTUP",),
    ]


def test_the_name_of_an_indicator_between_paragraphs_is_a_heading() -> None:
    sheet = Halaman().baris("A. Hasil Pengukuran").baris("Persentase Jalan Mantap", gap=8).tulis(PANJANG)
    sheet.baris("Jumlah Warga yang Dilayani", gap=8).tulis(LAIN)
    assert find(sheet.blocks, "Persentase jalan").judul == ("A. Hasil Pengukuran", "Persentase Jalan Mantap")
    assert find(sheet.blocks, "Jumlah warga").judul == ("A. Hasil Pengukuran", "Jumlah Warga yang Dilayani")


def test_a_line_with_a_value_is_never_a_heading() -> None:
    for text in ("1. Capaian Kinerja Sebesar 98,50%", "REALISASI Rp 5.000.000", "Capaian Kinerja 98,5 Persen"):
        assert text in texts(Halaman().baris(text).tulis(PANJANG, gap=8).blocks)


def test_an_item_governs_what_is_indented_under_it() -> None:
    sheet = Halaman().tulis("Uraiannya sebagai berikut:")
    sheet.tulis(f"1. Sasaran pertama yaitu jalan mantap. {PANJANG}", LEFT + 18, LEFT).tulis(LAIN, LEFT + 18)
    sheet.tulis("Demikian uraian capaian kinerja dinas.")
    assert find(sheet.blocks, "1. Sasaran").butir == "Sasaran pertama yaitu jalan mantap"
    assert find(sheet.blocks, "Jumlah warga").butir == "Sasaran pertama yaitu jalan mantap"
    assert find(sheet.blocks, "Demikian").butir is None
    assert find(sheet.blocks, "Uraiannya").butir is None


@pytest.mark.parametrize(
    ("item", "butir"),
    [
        ("1. Persentase Jalan Mantap, indikator ini tercapai 95%.", "Persentase Jalan Mantap"),
        ("a. Penyediaan Jasa Air, Listrik dan Telepon, dengan dana Rp 5.", "Penyediaan Jasa Air, Listrik dan Telepon"),
        ("2) Jumlah Warga (Anak, dan dewasa) Terlayani, naik 5%.", "Jumlah Warga (Anak, dan dewasa) Terlayani"),
        ("3. Jumlah warga yang dilayani. Nilainya naik.", "Jumlah warga yang dilayani"),
        ("- Nilai kepuasan, yang diukur tiap tahun, naik.", "Nilai kepuasan, yang diukur tiap tahun, naik"),
    ],
)
def test_the_name_of_an_item(item: str, butir: str) -> None:
    (paragraf,) = read_paragraphs(naskah([item]))
    assert paragraf.butir == butir


def test_paragraphs_of_a_word_file_cut_at_a_page_are_one() -> None:
    blocks = naskah(
        [
            "#BAB III",
            "#AKUNTABILITAS KINERJA",
            "1. Persentase jalan mantap, indikator ini tercapai dengan kategori",
            "sangat baik yaitu 91,20% dari target 90% dengan dana sebesar Rp",
            "1.250.000.000 atau 92,40%.",
            "Jumlah warga yang dilayani 12.400 orang.",
            "Tabel 3.2",
            "Realisasi Anggaran",
            None,
            "Dari tabel di atas serapan 92%.",
        ]
    )
    paragraphs = list(read_paragraphs(blocks))
    assert [paragraf.text for paragraf in paragraphs] == [
        "1. Persentase jalan mantap, indikator ini tercapai dengan kategori sangat baik yaitu 91,20% dari target 90% "
        "dengan dana sebesar Rp 1.250.000.000 atau 92,40%.",
        "Jumlah warga yang dilayani 12.400 orang.",
        "Dari tabel di atas serapan 92%.",
    ]
    assert paragraphs[0].judul == ("BAB III AKUNTABILITAS KINERJA",)
    assert [paragraf.butir is None for paragraf in paragraphs] == [False, True, True]
    start = paragraphs[0].text.index("91,20")
    assert paragraphs[0].place(start, start + 6) == DocxPlace(block=3)


def test_a_number_has_its_own_box() -> None:
    paragraf = find(Halaman().tulis(PANJANG).blocks, "Persentase")
    for word in ("91,20%", "101,33%.", "1.250.000.000"):
        start = paragraf.text.index(word)
        place = paragraf.place(start, start + 5)
        assert isinstance(place, PdfPlace)
        assert place.bbox.width == pytest.approx(CHAR * len(word))
    assert len(paragraf.potongan) > 1


def test_a_range_over_two_lines_has_the_box_of_its_part_on_the_first() -> None:
    sheet = Halaman().penuh("Dana yang dipakai untuk seluruh kegiatan dinas pada tahun ini sebesar 75 juta")
    paragraf = find(sheet.baris("240 ribu rupiah.").blocks, "Dana")
    start = paragraf.text.index("75 juta")
    first = paragraf.place(start, start + len("75 juta 240"))
    assert isinstance(first, PdfPlace) and first.bbox.width == pytest.approx(2 * CHAR)
    word = paragraf.text.index("seluruh")
    whole = paragraf.place(word, word + 7)
    assert isinstance(whole, PdfPlace) and (whole.bbox.x0, whole.bbox.x1) == (LEFT, RIGHT)


def test_the_boxes_of_a_drawn_page_are_those_of_the_words(tmp_path: Path) -> None:
    text = "Realisasi tahun 2023 sebesar 94,54% dari target 95%."
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.text(72, 100, text)
    printed = read(tmp_path / "a.pdf")
    (paragraf,) = read_paragraphs(printed.blocks)
    start = text.index("94,54%")
    place = paragraf.place(start, start + 6)
    assert isinstance(place, PdfPlace)
    assert place.bbox.x0 == pytest.approx(72 + stringWidth(text[:start], FONT, 10), abs=1.5)
    assert place.bbox.x1 == pytest.approx(72 + stringWidth(text[: start + 6], FONT, 10), abs=1.5)


line_texts = st.lists(
    st.sampled_from(
        [
            *("BAB II", "1. Sasaran", "a) Realisasi 5%", "Realisasi sebesar Rp", "5.000 atau 10%.", "dan seterusnya"),
            *("Tabel 3.1", "Judul Tabel", "12 15", "DAFTAR ISI", "Pendahuluan ........ 3", "- butir", "masing-"),
            *("masing", ":", "%", "KATA PENGANTAR", "Sumber : BPS", "Persentase Jalan Mantap", "(1) pertama;"),
            "3.1.2 Uraian",
        ]
    ),
    max_size=14,
)


@calm
@given(line_texts, st.lists(st.sampled_from([0.0, 6.0, 18.0]), min_size=14, max_size=14), st.booleans())
def test_no_character_is_lost(lines: list[str], gaps: list[float], word_file: bool) -> None:
    sheet = Halaman()
    for text, gap in zip(lines, gaps, strict=False):
        sheet.baris(text, LEFT + 3 * gap, gap)
    blocks = naskah(lines) if word_file else sheet.blocks
    gathered = list(gather(blocks))
    assert [line.text for gumpal in gathered for line in gumpal.baris] == lines
    read_as = kinds(gathered)
    kept = [gumpal for gumpal, jenis in zip(gathered, read_as, strict=True) if jenis is Jenis.TEKS]
    paragraphs = list(read_paragraphs(blocks))
    assert [[line.text for _, line in paragraf.potongan] for paragraf in paragraphs] == [
        [line.text for line in gumpal.baris] for gumpal in kept
    ]
    for paragraf in paragraphs:
        assert all(paragraf.text[start : start + len(line.text)] == line.text for start, line in paragraf.potongan)
        assert paragraf.text.replace(" ", "") == "".join(line.text for _, line in paragraf.potongan).replace(" ", "")
        for start, end in sentence_spans(paragraf.text):
            paragraf.place(start, end)
