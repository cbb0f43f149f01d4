"""Where each line of a flow goes: what may open where, and what carries on."""

from __future__ import annotations

from itertools import pairwise

import pytest

from extractors.keputusan.alir.dokumen import Alir, Baris, TabelAlir
from extractors.keputusan.ciri import Ciri, read_ciri
from extractors.keputusan.zona.bagian import Ruas, read_zona
from schemas.printed import FileKind, PrintedDocument, SourceFile
from schemas.provenance import BBox, DocxPlace, PdfPlace
from tests.extractors.grids import line, table

SOURCE = SourceFile(path="x.pdf", sha256="0", size_bytes=1, kind=FileKind.PDF)
TABEL = table(("Sasaran", "Indikator", "Formulasi"), ("Mutu", "Persentase mutu", "a / b x 100%"))
T = "<tabel>"


def flow(*texts: str) -> list[Alir]:
    """Paragraphs of a Word file; `<tabel>` is a table."""
    return [
        TabelAlir(table=TABEL, number=0) if text == T else Baris(text=text, place=DocxPlace(block=k))
        for k, text in enumerate(texts)
    ]


def zones(*texts: str) -> list[str]:
    """Zone and value of every part."""
    parts = read_zona(flow(*texts))
    return [f"{p.zona.value}: {p.text}".strip(": ") if isinstance(p, Ruas) else "tabel" for p in parts]


def last(*texts: str) -> str:
    """Zone that the last line went to."""
    for part in read_zona(flow(*texts)):
        if isinstance(part, Ruas) and any(b.place == DocxPlace(block=len(texts) - 1) for b in part.cetak):
            return part.zona.value
    raise AssertionError("no part has the line")


def test_a_title_needs_a_number_or_a_subject() -> None:
    assert zones("KEPUTUSAN CAMAT WARU", "NOMOR : 5", "TENTANG", "UKURAN")[0] == "judul: CAMAT WARU"
    assert zones("KEPUTUSAN CAMAT WARU", "dibacakan di aula") == ["kop: KEPUTUSAN CAMAT WARU dibacakan di aula"]


def test_fields_belong_to_what_is_open() -> None:
    fields = ("NOMOR : 5", "TANGGAL : 3 Mei 2019", "TENTANG", "UKURAN")
    assert [z.split(":")[0] for z in zones("KEPUTUSAN CAMAT", *fields)] == ["judul", "nomor", "tanggal", "tentang"]
    assert [z.split(":")[0] for z in zones("LAMPIRAN I", *fields)] == [
        "lampiran",
        "lampiran-nomor",
        "lampiran-tanggal",
        "lampiran-tentang",
    ]


def test_fields_in_running_text_open_nothing() -> None:
    text = ("Mengingat : 1. Peraturan Menteri", "Nomor 5 Tahun 2020", "Tentang Pedoman", "Tanggal 3 Mei")
    assert zones(*text) == ["mengingat: 1. Peraturan Menteri Nomor 5 Tahun 2020 Tentang Pedoman Tanggal 3 Mei"]


@pytest.mark.parametrize(
    ("text", "zona"),
    [
        ("LAMPIRAN II : KEPUTUSAN CAMAT", "lampiran"),
        ("Lampiran : Keputusan Camat", "lampiran"),
        ("Lampiran Keputusan Camat Waru", "mengingat"),
        ("INDIKATOR KINERJA UTAMA", "judul-lembar"),
        ("Indikator Kinerja Utama Dinas", "mengingat"),
        ("KEPUTUSAN KEPALA DAERAH", "sisa"),
        ("KESATU : satu", "mengingat"),
        ("Tugas dan Fungsi Serta Tata Kerja", "mengingat"),
        ("Tugas : mengurus", "mengingat"),
        ("1. NAMA UNIT ORGANISASI : Dinas", "unit"),
        ("MEMUTUSKAN", "menetapkan"),
        ("Menetapkan :", "menetapkan"),
        ("Memperhatikan : 1. Surat", "memperhatikan"),
        ("Ditetapkan di kota itu", "mengingat"),
    ],
)
def test_what_may_open_inside_the_citations(text: str, zona: str) -> None:
    assert last("Mengingat : 1. Undang-Undang;", text) == zona


@pytest.mark.parametrize(
    ("text", "zona"),
    [
        ("KEDUA : dua", "diktum"),
        ("Menetapkan : lagi", "diktum"),
        ("INDIKATOR KINERJA UTAMA DINAS", "diktum"),
        ("INDIKATOR KINERJA UTAMA", "judul-lembar"),
        ("Lampiran keputusan ini", "diktum"),
        ("Ditetapkan di Randu", "penutup"),
        ("Pada tanggal : 3 Mei 2019", "penutup"),
        ("Randu, 3 Mei 2019", "penutup"),
        ("KEPALA DINAS PERIKANAN", "sisa"),
        ("PIMPINAN RAPAT YANG BESAR", "diktum"),
        ("Tembusan :", "diktum"),
    ],
)
def test_what_may_open_inside_a_clause(text: str, zona: str) -> None:
    assert last("MEMUTUSKAN", "KESATU : Ukuran berlaku.", text) == zona


def test_a_clause_that_breaks_off_goes_on() -> None:
    clause = ("MEMUTUSKAN", "KESATU : Ukuran disebut")
    assert last(*clause, "INDIKATOR KINERJA UTAMA") == "diktum"
    assert last(*clause, "KEDUA yang baru") == "diktum"


def test_numbers_of_clauses_without_colon_follow_a_whole_clause() -> None:
    assert zones("MEMUTUSKAN", "KESATU : satu.", "KEDUA Dua.")[1:] == ["diktum: satu.", "diktum: Dua."]


@pytest.mark.parametrize(
    ("text", "zona"),
    [
        ("PERIKANAN DAN KELAUTAN", "lampiran"),
        ("KEPUTUSAN CAMAT", "lampiran"),
        ("INDIKATOR KINERJA UTAMA", "judul-lembar"),
        ("Jabatan : Staf", "jabatan"),
        ("x" * 200, "sisa"),
    ],
)
def test_what_follows_the_title_of_an_annex(text: str, zona: str) -> None:
    assert last("LAMPIRAN I : KEPUTUSAN KEPALA DINAS", text) == zona


def test_the_subject_of_an_annex_may_be_the_indicators() -> None:
    assert last("LAMPIRAN", "TENTANG", "INDIKATOR KINERJA UTAMA") == "lampiran-tentang"
    assert last("LAMPIRAN", "TENTANG", "INDIKATOR KINERJA UTAMA", "INDIKATOR KINERJA UTAMA") == "judul-lembar"


@pytest.mark.parametrize(
    ("before", "text", "zona"),
    [
        ("NOMOR :", "050/12/2020", "lampiran-nomor"),
        ("NOMOR : 050/", "/12/2020", "lampiran-nomor"),
        ("NOMOR : 050", "TAHUN 2020", "lampiran-nomor"),
        ("NOMOR : 050", "12", "sisa"),
        ("NOMOR :", "kalimat", "sisa"),
        ("TANGGAL :", "3 Mei 2019", "lampiran-tanggal"),
        ("TANGGAL :", "..... Mei 2019", "lampiran-tanggal"),
        ("TANGGAL : 3 Mei 2019", "4 Mei 2019", "sisa"),
        ("TANGGAL :", "kalimat", "sisa"),
    ],
)
def test_a_field_takes_its_content_from_the_next_line_only_when_it_looks_like_it(
    before: str, text: str, zona: str
) -> None:
    assert last("LAMPIRAN I", before, text) == zona


@pytest.mark.parametrize(
    ("text", "zona"),
    [
        ("b. melapor", "fungsi"),
        ("kepada atasan", "fungsi"),
        ("KEPALA DINAS PERIKANAN", "sisa"),
        ("SELESAI", "fungsi"),
        ("Jabatan : Staf", "jabatan"),
        ("Jabatan fungsional;", "fungsi"),
        ("tugas", "fungsi"),
        ("Indikator Kinerja Utama", "judul-lembar"),
        ("4. Indikator Kinerja Utama :", "judul-tabel"),
        ("Demikian ukuran ini disusun", "fungsi"),
    ],
)
def test_what_may_open_inside_a_list(text: str, zona: str) -> None:
    assert last("FUNGSI :", "a. menyusun rencana;", text) == zona


def test_a_heading_in_small_letters_inside_a_sentence_is_text() -> None:
    assert last("FUNGSI :", "a. menyusun dokumen", "Indikator Kinerja Utama") == "fungsi"


def test_a_paragraph_behind_the_last_item_stands_alone() -> None:
    assert last("FUNGSI :", "a. menyusun.", "Demikian ukuran ini disusun") == "sisa"
    assert last("FUNGSI :", "menyusun.", "Demikian ukuran ini disusun") == "fungsi"


@pytest.mark.parametrize("between", ["KEPALA DINAS PERIKANAN", T, "LAMPIRAN II"])
def test_the_next_item_returns_to_its_list(between: str) -> None:
    assert last("FUNGSI :", "a. satu;", "b. dua;", between, "c. tiga;") == "fungsi"
    assert last("FUNGSI :", "a. satu;", "b. dua;", between, "d. empat;") != "fungsi"


def test_the_nearest_list_of_a_style_takes_the_item_back() -> None:
    parts = read_zona(flow("TUGAS :", "a. satu;", "FUNGSI :", "a. x;", "b. y;", T, "c. z;"))
    tugas, fungsi = (part for part in parts if isinstance(part, Ruas))
    assert (len(tugas.isi), len(fungsi.isi)) == (1, 3)


def test_lines_behind_a_table_belong_to_no_part_of_the_sheet() -> None:
    assert zones("Jabatan : Staf", T, "sumber: dinas")[1:] == ["tabel", "sisa: sumber: dinas"]


def test_holders_are_fields_of_a_sheet_and_lines_of_a_signature() -> None:
    assert last("INDIKATOR KINERJA INDIVIDU", "Nama : ANI") == "pemangku"
    assert last("INDIKATOR KINERJA INDIVIDU", T, "Nama : ANI", "Jabatan : Staf") == "jabatan"
    assert last("KESATU : x", "Ditetapkan di Randu", "Nama : ANI") == "penutup"
    assert last("INDIKATOR KINERJA INDIVIDU", T, "KEPALA DINAS,", "NIP : 1970") == "sisa"


def test_a_letterhead_opens_only_before_a_title() -> None:
    head = ("PEMERINTAH KOTA RANDU", "DINAS PERIKANAN")
    title = ("KEPUTUSAN CAMAT", "NOMOR : 5", "TENTANG", "UKURAN", "Menimbang : bahwa;")
    assert [z.split(":")[0] for z in zones("Jabatan : Staf", T, *head, *title)][2:4] == ["kop", "judul"]
    assert [z.split(":")[0] for z in zones("Jabatan : Staf", T, *head, "catatan")][2:] == ["sisa"]


def test_copies_follow_a_signature() -> None:
    signed = ("MEMUTUSKAN", "KESATU : x.", "Ditetapkan di Randu", "BUDI", "NIP. 1970")
    assert last(*signed, "Tembusan :") == "tembusan"
    assert last(*signed, "Tembusan :", "1. Bupati;") == "tembusan"


def test_promulgation_is_an_end_of_its_own() -> None:
    signed = ("MEMUTUSKAN", "KESATU : x.", "Ditetapkan di Randu", "BUDI")
    found = zones(*signed, "Diundangkan di Randu", "ANI")
    assert [z.split(":")[0] for z in found[2:]] == ["penutup", "penutup"]
    assert found[3].endswith("ANI")


def test_soft_breaks_before_fields_are_lines() -> None:
    title = "KEPUTUSAN CAMAT WARU NOMOR : 5/2020 TENTANG UKURAN KINERJA"
    assert zones(title) == ["judul: CAMAT WARU", "nomor: 5/2020", "tentang: UKURAN KINERJA"]
    form = "1. JABATAN : STAF 2. TUGAS POKOK : Mengetik 3. FUNGSI : a. menyusun"
    assert [z.split(":")[0] for z in zones("INDIKATOR KINERJA INDIVIDU", form)][1] == "jabatan"
    assert zones("INDIKATOR KINERJA INDIVIDU", "TUGAS : Mengetik FUNGSI : a. menyusun")[1:] == [
        "tugas: Mengetik",
        "fungsi: a. menyusun",
    ]


def test_a_label_of_two_words_is_not_cut() -> None:
    assert zones("TUGAS POKOK DAN FUNGSI : a. menyusun") == ["tugas: a. menyusun"]
    assert zones("NAMA JABATAN : STAF") == ["jabatan: STAF"]


def paged(*lines: tuple[int, float, str]) -> list[Alir]:
    return [
        Baris(text=text, place=PdfPlace(page=page, bbox=BBox(x0=60, top=top, x1=400, bottom=top + 10)))
        for page, top, text in lines
    ]


def test_a_name_wraps_to_the_next_line_but_not_far_below() -> None:
    near = read_zona(paged((1, 100, "Jabatan : Kepala Bidang Tangkap dan"), (1, 114, "Budi Daya")))
    far = read_zona(paged((1, 100, "Jabatan : Kepala Bidang Tangkap"), (1, 160, "Budi Daya")))
    assert [len(parts) for parts in (near, far)] == [1, 2]


def test_a_list_goes_over_the_page() -> None:
    lines = [(1, 700.0, "a. menyusun"), (2, 60.0, "rencana;"), (2, 74.0, "b. melapor.")]
    (part,) = read_zona(paged((1, 680, "FUNGSI :"), *lines))
    assert isinstance(part, Ruas)
    assert [baris.text for baris in part.isi] == [text for _, _, text in lines]


def test_parts_begin_in_the_order_of_the_flow() -> None:
    texts = (
        "LAMPIRAN I",
        "NOMOR :",
        "INDIKATOR KINERJA UTAMA",
        "Jabatan : Staf",
        "Tugas : x",
        T,
        "KEPALA DINAS,",
        "BUDI",
    )
    blocks = [p.kepala.place for p in read_zona(flow(*texts)) if isinstance(p, Ruas)]
    assert all(a.block < b.block for a, b in pairwise(blocks) if isinstance(a, DocxPlace) and isinstance(b, DocxPlace))


def ciri(*blocks: object) -> Ciri:
    made = tuple(line(block) if isinstance(block, str) else block for block in blocks)
    return read_ciri(PrintedDocument(source=SOURCE, pages=1, blocks=made))  # type: ignore[arg-type]


def test_signs_of_a_decree() -> None:
    assert ciri("Menimbang : bahwa", "Mengingat : 1. UU").batang
    assert ciri("Mengingat : 1. UU", "MEMUTUSKAN").batang
    assert not ciri("Menimbang : bahwa").batang
    assert not ciri(*["kalimat"] * 200, "Menimbang : bahwa", "Mengingat : 1. UU").batang


def test_signs_of_sheets() -> None:
    found = ciri("INDIKATOR KINERJA UTAMA", "Tugas : x", "Fungsi :", TABEL)
    assert (found.lembar, found.isian, found.indikator, found.lampiran) == (True, True, True, False)
    assert not ciri("INDIKATOR KINERJA UTAMA", "Tugas pokok kami", "fungsi").isian
    assert not ciri("INDIKATOR KINERJA UTAMA", table(("Warna", "Bunyi"), ("merah", "nyaring"))).indikator
    assert not ciri(*["kalimat"] * 60, "INDIKATOR KINERJA UTAMA").lembar
    assert ciri("INDIKATOR KINERJA UTAMA", table(("Indikator", "Realisasi"), ("Ikan", "5"))).terukur


@pytest.mark.parametrize(
    "signs",
    [
        ("KATA PENGANTAR", "DAFTAR ISI"),
        ("BAB I", "BAB II"),
        ("BAB III AKUNTABILITAS KINERJA", "B. Capaian Kinerja Dinas"),
        ("LAPORAN KINERJA DINAS PERIKANAN", "IKHTISAR EKSEKUTIF"),
    ],
)
def test_a_report_shows_no_sign(signs: tuple[str, str]) -> None:
    body = ("Menimbang : bahwa", "Mengingat : 1. UU", "INDIKATOR KINERJA UTAMA", "PERJANJIAN KINERJA TAHUN 2020", TABEL)
    assert ciri(*signs, *body) == Ciri()
    assert ciri(signs[0], *body).batang


def test_chapters_of_a_regulation_are_no_report() -> None:
    body = ("Menimbang : bahwa", "Mengingat : 1. UU", "MEMUTUSKAN", "BAB I", "Pasal 1", "BAB II", "Pasal 2")
    assert ciri(*body).batang
    assert not ciri("KATA PENGANTAR", "DAFTAR ISI", *body).batang
