"""Lines that look like sentences and may be titles: what stands below them is not told under the title before."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extractors.narasi.gumpal import gather
from extractors.narasi.jenis import Jenis, kinds
from extractors.narasi.judul_ragu import Ragu, doubts
from extractors.narasi.paragraf import read_paragraphs
from schemas.printed import Block, Line
from schemas.provenance import DocxPlace
from tests.extractors.narasi.halaman import LEFT, Halaman, naskah

SATU = "Realisasi tahun 2030 sebesar 98,05% dari target 97%, sehingga indikator ini telah mencapai target."
DUA = "Realisasi tahun 2030 sebesar 89,64% dari target 90%, sehingga indikator ini belum mencapai target."
NAMA = (
    "Persentase kasus yang tidak diajukan ulang",
    "Persentase kolam tidak produktif yang dipulihkan",
    "Persentase sasaran yang mencapai target",
    "Persentase dusun yang telah memiliki lumbung",
    "Persentase limbah yang dapat diolah kembali",
    "Persentase embung mantap (%)",
    "Persentase lumbung dengan persediaan 80% lebih",
    "Persentase perangkat kampung yang telah menyusun rencana kerja dan rencana belanja secara lengkap, runtut dan "
    "tepat waktu menurut ketentuan yang berlaku di seluruh kampung",
)


def titles(blocks: Sequence[Block], opening: str = DUA) -> tuple[str, ...]:
    return next(paragraf.judul for paragraf in read_paragraphs(blocks) if paragraf.text == opening)


@pytest.mark.parametrize("marks", ["1) 2)", "1. 2.", "a. b.", "(1) (2)", "I. II.", "3.1.1 3.1.2"])
@pytest.mark.parametrize("name", NAMA)
def test_a_marked_title_with_words_of_a_sentence(marks: str, name: str) -> None:
    one, two = marks.split()
    sheet = Halaman().baris(f"{one} Persentase Kampung Terang").tulis(SATU)
    sheet.tulis(f"{two} {name}", gap=8).tulis(DUA, gap=8)
    assert titles(sheet.blocks, SATU)[-1] == f"{one} Persentase Kampung Terang"
    assert titles(sheet.blocks)[-1] == f"{two} {name}"


@pytest.mark.parametrize("between", ["nothing", "caption", "table"])
def test_a_title_stays_over_caption_and_table(between: str) -> None:
    sheet = Halaman().baris("1) Persentase Kampung Terang").tulis(SATU).baris(f"2) {NAMA[0]}", gap=8)
    if between == "caption":
        sheet.baris("Tabel 3.2 Rincian Kasus", 200, 6)
    if between != "nothing":
        sheet.tabel()
    assert titles(sheet.tulis(DUA, gap=8).blocks)[-1] == f"2) {NAMA[0]}"


@pytest.mark.parametrize("name", [NAMA[0], "Prevalensi kerdil pada anak", "Persentase Kolam tidak Produktif:"])
def test_a_title_without_mark_in_small_letters(name: str) -> None:
    sheet = Halaman().baris("Persentase Kampung Terang").tulis(SATU).baris(name, gap=8).tulis(DUA, gap=8)
    assert titles(sheet.blocks)[-1] == name


def test_a_bold_title_in_a_word_file() -> None:
    lines = ["Persentase Kampung Terang", SATU, NAMA[0], DUA]
    blocks = [Line(text=text, place=DocxPlace(block=n), bold=n in (0, 2)) for n, text in enumerate(lines)]
    assert titles(blocks)[-1] == NAMA[0]


def test_a_title_that_a_caption_above_seemed_to_hold() -> None:
    sheet = Halaman().baris("Persentase Kampung Terang").tulis(SATU).baris("Gambar 3.1 Kegiatan Penyuluhan", 200, 6)
    sheet.baris("Prevalensi Kerdil pada Anak", gap=8).tulis(DUA, gap=8)
    assert titles(sheet.blocks)[-1] == "Prevalensi Kerdil pada Anak"


def test_the_title_of_a_table_closes_no_marked_heading() -> None:
    sheet = Halaman().baris(f"1) {NAMA[0]}").tulis(SATU).baris("Rincian kasus menurut bulan", 200, 8).tabel()
    assert titles(sheet.tulis(DUA, gap=8).blocks)[-1] == f"1) {NAMA[0]}"


def test_a_line_at_the_left_edge_above_a_table_may_be_a_title() -> None:
    sheet = Halaman().baris("1) Persentase Kampung Terang").tulis(SATU)
    sheet.baris("Prevalensi kerdil pada anak", gap=8).tabel()
    assert titles(sheet.tulis(DUA, gap=8).blocks)[-1] == "Prevalensi kerdil pada anak"


def test_labels_of_a_chart_close_no_marked_heading() -> None:
    sheet = Halaman().baris("1) Persentase Kampung Terang").tulis(SATU)
    for label in ("100", "80", "60 91,2", "2029 2030", "Target Tahunan"):
        sheet.baris(label, 130, 4)
    assert titles(sheet.tulis(DUA, gap=20).blocks)[-1] == "1) Persentase Kampung Terang"


def test_items_of_a_list_and_statements_of_values_close_nothing() -> None:
    sheet = Halaman().baris("1) Persentase Kampung Terang").tulis(SATU)
    sheet.tulis("Kendalanya:", gap=8).baris("a. Petugas yang tidak terlatih").baris("b. Alat yang belum cukup")
    sheet.baris("Capaian tahun ini 98,5 persen", gap=8).tulis(DUA, gap=8)
    assert titles(sheet.blocks)[-1] == "1) Persentase Kampung Terang"


def test_what_may_be_a_title_is_read_as_text_all_the_same() -> None:
    blocks = naskah(["#Persentase Kampung Terang", SATU, "1) Target kampung belum tercapai", DUA])
    texts = [paragraf.text for paragraf in read_paragraphs(blocks)]
    assert texts == [SATU, "1) Target kampung belum tercapai", DUA]


def test_a_list_item_before_is_closed_by_a_title_without_mark() -> None:
    sheet = Halaman().tulis(f"1. Persentase kampung terang. {SATU}", LEFT + 18, LEFT)
    sheet.baris("Uraian Capaian", LEFT + 18, gap=8).baris("Prevalensi kerdil pada anak", LEFT + 18, gap=8)
    sheet.tulis(DUA, LEFT + 18, gap=8)
    paragraf = next(item for item in read_paragraphs(sheet.blocks) if item.text == DUA)
    assert paragraf.butir is None
    assert paragraf.judul[-1] == "Prevalensi kerdil pada anak"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prevalensi kerdil pada anak", Ragu.KUAT),
        ("Prevalensi kerdil pada anak tercatat turun.", Ragu.TIDAK),
        ("Pantai Barat 52,00%", Ragu.TIDAK),
        ("Realisasi: 98,05%", Ragu.TIDAK),
        ("anak yang tidak sekolah", Ragu.TIDAK),
    ],
)
def test_what_a_line_between_two_paragraphs_looks_like(text: str, expected: Ragu) -> None:
    gathered = list(gather(naskah([SATU, text, DUA])))
    found = kinds(gathered)
    assert [doubts(gathered, found)[n] for n, gumpal in enumerate(gathered) if gumpal.text == text] == [expected]
    assert found[gathered.index(next(g for g in gathered if g.text == text))] in (Jenis.TEKS, Jenis.GRAFIK)
