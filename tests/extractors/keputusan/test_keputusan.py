"""Records of whole documents: broken order, several decrees, covers, agreements, odd input."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.keputusan import read_keputusan
from extractors.keputusan.alir.dokumen import read_alir
from extractors.keputusan.zona.bagian import Ruas, read_zona
from schemas.keputusan import JenisKeputusan
from schemas.printed import FileKind, Line, PrintedDocument, SourceFile
from schemas.provenance import BBox, DocxPlace, PdfPlace
from tests.extractors.keputusan.naskah import TABEL, Item, as_pdf, as_word, catatan, sisa, tabel, teks

Bentuk = Callable[..., PrintedDocument]
BENTUK = pytest.mark.parametrize("bentuk", [as_pdf, as_word])
SOURCE = SourceFile(path="x.docx", sha256="0", size_bytes=1, kind=FileKind.DOCX)


def batang(nomor: str, *, tentang: str = "UKURAN KINERJA") -> list[Item]:
    return [
        "^PEMERINTAH KABUPATEN RANDU",
        "^DINAS PERIKANAN",
        "",
        "^KEPUTUSAN KEPALA DINAS PERIKANAN",
        f"^NOMOR : {nomor}",
        "^TENTANG",
        f"^{tentang}",
        "Menimbang : bahwa ukuran kinerja perlu ada;",
        "Mengingat : Undang-Undang Nomor 1 Tahun 2000;",
        "^MEMUTUSKAN",
        "Menetapkan :",
        "KESATU : Ukuran kinerja tercantum dalam lampiran.",
    ]


TERTANDA: list[Item] = [
    "Ditetapkan di : Randu",
    "Pada tanggal : 5 Januari 2020",
    "KEPALA DINAS PERIKANAN,",
    "BUDI",
    "NIP. 19700101 199501 1 001",
]


@BENTUK
def test_an_annex_cut_by_the_decision_is_whole_again(tmp_path: Path, bentuk: Bentuk) -> None:
    body = batang("1/2020")
    decision = body.index("^MEMUTUSKAN")
    annex: list[Item] = [
        "Lampiran : Keputusan Kepala Dinas Perikanan",
        "Nomor : 1/2020",
        "Tanggal : 5 Januari 2020",
        "1. NAMA UNIT ORGANISASI : Dinas Perikanan",
        "2. TUGAS : Mengurus perikanan",
        "3. FUNGSI :",
        "   g. perumusan kebijakan;",
        "   h. pembinaan usaha;",
    ]
    rest: list[Item] = ["   i. pelaporan yang", "      teratur.", "^INDIKATOR KINERJA UTAMA", TABEL]
    record = catatan(bentuk(tmp_path, [*body[:decision], *annex, *body[decision:], *TERTANDA], rest))
    assert record.jenis is JenisKeputusan.KEPUTUSAN
    assert [(item.tanda, item.teks.text) for item in record.fungsi] == [
        ("g", "perumusan kebijakan;"),
        ("h", "pembinaan usaha;"),
        ("i", "pelaporan yang teratur."),
    ]
    assert [clause.nama for clause in record.diktum] == ["KESATU"]
    assert record.pejabat is not None and teks(record.pejabat.nama) == "BUDI"
    assert len(record.lampiran) == 1
    assert sisa(record) == []


@BENTUK
def test_an_item_that_is_not_the_next_one_does_not_return(tmp_path: Path, bentuk: Bentuk) -> None:
    items: list[Item] = [
        "^INDIKATOR KINERJA INDIVIDU",
        "Jabatan : Staf",
        "Fungsi :",
        "  a. menyusun;",
        "  b. melapor.",
        TABEL,
    ]
    record = catatan(bentuk(tmp_path, [*items, "", "d. catatan kaki"]))
    assert [item.tanda for item in record.jabatan[0].fungsi] == ["a", "b"]
    assert sisa(record) == ["d. catatan kaki"]


@BENTUK
def test_two_decrees_in_one_file(tmp_path: Path, bentuk: Bentuk) -> None:
    first: list[Item] = [*batang("1/2020"), *TERTANDA, "", "^INDIKATOR KINERJA UTAMA", tabel("Jumlah ikan")]
    second: list[Item] = [
        *batang("2/2020"),
        *TERTANDA,
        "",
        "^INDIKATOR KINERJA INDIVIDU",
        "Jabatan : Staf",
        tabel("Jumlah surat"),
    ]
    records = read_keputusan(bentuk(tmp_path, first, second))
    assert [teks(record.nomor.isi) for record in records if record.nomor] == ["1/2020", "2/2020"]
    assert [[item.indikator.text for item in record.indikator()] for record in records] == [
        ["Jumlah ikan"],
        ["Jumlah surat"],
    ]
    assert [len(record.kop) for record in records] == [2, 2]
    assert [sisa(record) for record in records] == [[], []]


@BENTUK
def test_a_cover_is_listed_and_heads_no_sheet(tmp_path: Path, bentuk: Bentuk) -> None:
    cover: list[Item] = ["^INDIKATOR KINERJA", "^INDIVIDU (IKI)", "^DINAS PERIKANAN 2021-2026"]
    annex: list[Item] = ["LAMPIRAN I : KEPUTUSAN KEPALA DINAS", "NOMOR : 1/2020", "", "Jabatan : Staf", TABEL]
    record = catatan(bentuk(tmp_path, cover, [*batang("1/2020"), *TERTANDA], annex))
    assert [piece.reason for piece in record.belum_dipahami] == ["halaman sampul"]
    assert record.jabatan[0].judul is None
    assert teks(record.jabatan[0].jabatan) == "Staf"


def test_a_title_page_before_the_title_is_no_decree(tmp_path: Path) -> None:
    cover: list[Item] = [
        "BERITA DAERAH KOTA RANDU",
        "PERATURAN WALI KOTA RANDU",
        "NOMOR 3 TAHUN 2016",
        "TENTANG",
        "UKURAN KINERJA",
    ]
    body = [item if "KEPUTUSAN" not in str(item) else "PERATURAN WALI KOTA RANDU" for item in batang("3/2016")]
    record = catatan(as_word(tmp_path, cover, [*body[3:], *TERTANDA]))
    assert record.nomor is not None and teks(record.nomor.isi) == "3/2016"
    assert len(record.belum_dipahami) == 1
    assert sisa(record)[0].endswith("TENTANG UKURAN KINERJA")


@BENTUK
def test_a_second_signature_under_the_annexes_is_that_of_the_sheet(tmp_path: Path, bentuk: Bentuk) -> None:
    annex: list[Item] = [
        "LAMPIRAN : KEPUTUSAN KEPALA DINAS",
        "^INDIKATOR KINERJA UTAMA",
        TABEL,
        "",
        *TERTANDA[:3],
        "ANI",
        "NIP. 1980",
    ]
    record = catatan(bentuk(tmp_path, [*batang("1/2020"), *TERTANDA], annex))
    assert record.pejabat is not None and teks(record.pejabat.nama) == "BUDI"
    signed = record.jabatan[0].pengesahan
    assert signed is not None and signed.pejabat is not None
    assert teks(signed.pejabat.nama) == "ANI"
    assert sisa(record) == []


@BENTUK
@pytest.mark.parametrize("signed", [TERTANDA[1:], TERTANDA[2:]])
def test_a_decree_signed_without_place_or_date(tmp_path: Path, bentuk: Bentuk, signed: list[Item]) -> None:
    record = catatan(bentuk(tmp_path, [*batang("1/2020"), "", *signed]))
    assert record.pejabat is not None and teks(record.pejabat.nama) == "BUDI"
    assert [clause.teks.text for clause in record.diktum] == ["Ukuran kinerja tercantum dalam lampiran."]
    assert sisa(record) == []


@BENTUK
def test_the_body_of_a_decree_on_agreements_is_no_agreement(tmp_path: Path, bentuk: Bentuk) -> None:
    record = catatan(bentuk(tmp_path, [*batang("1/2020", tentang="PENETAPAN KINERJA TAHUN 2020"), *TERTANDA]))
    assert record.jenis is JenisKeputusan.KEPUTUSAN
    assert teks(record.tentang) == "PENETAPAN KINERJA TAHUN 2020"


PERJANJIAN: list[Item] = [
    "^PERJANJIAN KINERJA TAHUN 2020",
    "Yang bertanda tangan di bawah ini:",
    "Nama : ANI",
    "Jabatan : Kepala Dinas Perikanan",
    "Selanjutnya disebut PIHAK PERTAMA",
    "Nama : SUGENG",
    "Jabatan : Bupati Randu",
    "Selanjutnya disebut PIHAK KEDUA",
    [["No", "Sasaran", "Indikator Kinerja", "Target"], ["1", "Mutu ikan", "Persentase ikan segar", "70%"]],
]


@BENTUK
def test_an_agreement_is_read_as_one(tmp_path: Path, bentuk: Bentuk) -> None:
    record = catatan(bentuk(tmp_path, PERJANJIAN))
    assert record.jenis is JenisKeputusan.PERJANJIAN
    assert [teks(party.nama) for party in record.pihak] == ["ANI", "SUGENG"]


@BENTUK
def test_an_agreement_behind_a_decree_and_behind_sheets(tmp_path: Path, bentuk: Bentuk) -> None:
    decree: list[Item] = [*batang("1/2020"), *TERTANDA, "^INDIKATOR KINERJA UTAMA", TABEL]
    sheets: list[Item] = ["^INDIKATOR KINERJA INDIVIDU", "Jabatan : Staf", TABEL]
    for before, jenis in ((decree, JenisKeputusan.KEPUTUSAN), (sheets, JenisKeputusan.LAMPIRAN)):
        records = read_keputusan(bentuk(tmp_path, before, PERJANJIAN))
        assert [record.jenis for record in records] == [jenis, JenisKeputusan.PERJANJIAN]
        assert [len(record.indikator()) for record in records] == [1, 1]


def test_a_blank_document_has_no_record() -> None:
    assert read_keputusan(PrintedDocument(source=SOURCE, pages=None, blocks=())) == ()


@BENTUK
def test_every_line_goes_to_one_part(tmp_path: Path, bentuk: Bentuk) -> None:
    items: list[Item] = [
        *batang("1/2020"),
        *TERTANDA,
        "LAMPIRAN I",
        "NOMOR :",
        "kalimat lepas",
        "^INDIKATOR KINERJA UTAMA",
    ]
    alir = read_alir(bentuk(tmp_path, [*items, "Jabatan : Staf", "Tugas :", "a. menyusun;", "b. melapor.", TABEL]))
    parts = [part for part in read_zona(alir) if isinstance(part, Ruas)]
    printed = [line.text for part in parts for line in part.cetak]
    assert sorted(printed) == sorted(line.text for line in alir if hasattr(line, "text"))


_LINES = """
LAMPIRAN I|LAMPIRAN|KEPUTUSAN CAMAT|NOMOR :|TANGGAL : 5|TENTANG|Menimbang :|Mengingat : 1. UU|MEMUTUSKAN|Menetapkan :
KESATU : satu|KEDUA|Ditetapkan di|Pada tanggal : 3|KEPALA DINAS,|NIP. 1970|INDIKATOR KINERJA UTAMA|Jabatan : Staf
Jabatan :|TUGAS :|FUNGSI|a. satu;|b. dua.|c tiga|- empat|1. Nama Unit : Dinas|VISI : maju|Nama : Ani|Pasal 1|BAB I
4. Indikator Kinerja Utama :|Tembusan :|PERJANJIAN KINERJA TAHUN 2020|PIHAK PERTAMA|kalimat biasa.|SEKRETARIS|:
PEMERINTAH KOTA RANDU|TAHUN 2020|Wewenang : menegur|Sasaran : rapi|KEDUDUKAN
"""
_WORDS = st.sampled_from(_LINES.strip().replace("\n", "|").split("|"))


@given(st.lists(_WORDS, max_size=25), st.booleans())
@settings(max_examples=300, deadline=None)
def test_lines_in_any_order_are_read_without_error_and_none_is_lost(texts: list[str], paged: bool) -> None:
    def place(k: int) -> PdfPlace | DocxPlace:
        box = BBox(x0=60, top=60 + 15 * k, x1=300, bottom=70 + 15 * k)
        return PdfPlace(page=1, bbox=box) if paged else DocxPlace(block=k)

    blocks = tuple(Line(text=text, place=place(k)) for k, text in enumerate(texts))
    document = PrintedDocument(source=SOURCE, pages=1, blocks=blocks)
    read_keputusan(document)
    parts = [part for part in read_zona(read_alir(document)) if isinstance(part, Ruas)]
    assert sorted(line.text for part in parts for line in part.cetak if line.text != ":") == sorted(
        text for text in texts if text != ":"
    )
