from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.keputusan.alir.dokumen import Baris
from extractors.keputusan.badan.penutup import is_signature, read_penutup
from schemas.keputusan import JenisKeputusan, Keputusan
from schemas.printed import PrintedDocument
from schemas.provenance import DocxPlace
from tests.extractors.keputusan.naskah import Item, as_pdf, as_word, catatan, sisa, teks
from tests.extractors.pages import Sheet, read
from tests.readers.word_files import p, r, read_body

Bentuk = Callable[..., PrintedDocument]
BENTUK = pytest.mark.parametrize("bentuk", [as_pdf, as_word])

KOP: list[Item] = ["^PEMERINTAH KABUPATEN RANDUALAS", "^DINAS PERIKANAN", "Jalan Mawar Nomor 5 Randualas", ""]
JUDUL: list[Item] = [
    "^KEPUTUSAN KEPALA DINAS PERIKANAN",
    "^KABUPATEN RANDUALAS",
    "^NOMOR : 188/ 27 /KEP/2025",
    "",
    "^TENTANG",
    "^UKURAN KINERJA DINAS PERIKANAN",
    "^TAHUN 2025",
    "",
    "^KEPALA DINAS PERIKANAN",
    "^KABUPATEN RANDUALAS,",
    "",
]
DASAR: list[Item] = [
    "Menimbang : a. bahwa keberhasilan dinas perlu diukur",
    "               dengan ukuran yang jelas;",
    "            b. bahwa ukuran itu perlu ditetapkan;",
    "Mengingat : 1. Undang-Undang Nomor 25 Tahun 2004;",
    "            2. Peraturan Bupati Nomor 3 Tahun 2020 tentang Tugas dan",
    "               Fungsi Dinas Perikanan;",
    "",
]
PUTUSAN: list[Item] = [
    "^MEMUTUSKAN :",
    "Menetapkan : KEPUTUSAN KEPALA DINAS TENTANG",
    "INDIKATOR KINERJA UTAMA DINAS PERIKANAN.",
    "KESATU : Ukuran kinerja tercantum dalam lampiran keputusan",
    "ini dan menjadi acuan.",
    "KEDUA : Keputusan ini berlaku sejak tanggal ditetapkan.",
    "",
]
PENUTUP: list[Item] = [
    ">Ditetapkan di Randualas",
    ">pada tanggal 6 Januari 2025",
    ">KEPALA DINAS PERIKANAN",
    ">KABUPATEN RANDUALAS,",
    "",
    ">Ir. SURYO, M.P.",
    ">Pembina Utama Muda",
    ">NIP. 19710412 199703 1 004",
]


def keputusan(folder: Path, bentuk: Bentuk, *items: Item) -> Keputusan:
    return catatan(bentuk(folder, list(items)))


@BENTUK
def test_a_whole_body(tmp_path: Path, bentuk: Bentuk) -> None:
    record = keputusan(tmp_path, bentuk, *KOP, *JUDUL, *DASAR, *PUTUSAN, *PENUTUP)
    assert record.jenis is JenisKeputusan.KEPUTUSAN
    assert [line.text for line in record.kop] == [str(line).lstrip("^") for line in KOP[:3]]
    assert teks(record.penetap) == "KEPALA DINAS PERIKANAN KABUPATEN RANDUALAS"
    assert record.nomor is not None and record.nomor.label == "NOMOR"
    assert teks(record.nomor.isi) == "188/ 27 /KEP/2025"
    assert teks(record.tentang) == "UKURAN KINERJA DINAS PERIKANAN TAHUN 2025"
    assert teks(record.tempat) == "Randualas"
    assert record.tanggal is not None and teks(record.tanggal.isi) == "6 Januari 2025"
    assert sisa(record) == []


@BENTUK
def test_considerations_and_citations_are_items(tmp_path: Path, bentuk: Bentuk) -> None:
    record = keputusan(tmp_path, bentuk, *JUDUL, *DASAR, *PUTUSAN)
    assert [(item.tanda, item.teks.text) for item in record.menimbang] == [
        ("a", "bahwa keberhasilan dinas perlu diukur dengan ukuran yang jelas;"),
        ("b", "bahwa ukuran itu perlu ditetapkan;"),
    ]
    assert [item.tanda for item in record.mengingat] == ["1", "2"]
    assert record.mengingat[1].teks.text.endswith("tentang Tugas dan Fungsi Dinas Perikanan;")


@BENTUK
def test_clauses_keep_their_names(tmp_path: Path, bentuk: Bentuk) -> None:
    record = keputusan(tmp_path, bentuk, *JUDUL, *DASAR, *PUTUSAN)
    assert [clause.nama for clause in record.diktum] == ["Menetapkan", "KESATU", "KEDUA"]
    assert record.diktum[0].teks.text == "KEPUTUSAN KEPALA DINAS TENTANG INDIKATOR KINERJA UTAMA DINAS PERIKANAN."
    assert record.diktum[1].teks.text.endswith("ini dan menjadi acuan.")


@BENTUK
def test_who_signed(tmp_path: Path, bentuk: Bentuk) -> None:
    signer = keputusan(tmp_path, bentuk, *JUDUL, *DASAR, *PUTUSAN, *PENUTUP).pejabat
    assert signer is not None
    assert teks(signer.jabatan) == "KEPALA DINAS PERIKANAN KABUPATEN RANDUALAS,"
    assert teks(signer.nama) == "Ir. SURYO, M.P."
    assert teks(signer.pangkat) == "Pembina Utama Muda"
    assert teks(signer.nip) == "19710412 199703 1 004"


@BENTUK
@pytest.mark.parametrize("nomor", ["NOMOR :", "NOMOR : ..............", "NOMOR : ____/____"])
def test_a_blank_number_is_a_field_without_content(tmp_path: Path, bentuk: Bentuk, nomor: str) -> None:
    title = [f"^{nomor}" if "NOMOR" in str(item) else item for item in JUDUL]
    record = keputusan(tmp_path, bentuk, *title, *DASAR, *PUTUSAN)
    assert record.nomor is not None
    assert (record.nomor.label, record.nomor.isi) == ("NOMOR", None)


@BENTUK
@pytest.mark.parametrize(
    ("nomor", "isi"),
    [("NOMOR : ...... TAHUN 2021", "...... TAHUN 2021"), ("Nomor 560/   /437/2017", "560/ /437/2017"), ("No. 5", "5")],
)
def test_a_half_filled_number_is_kept_as_printed(tmp_path: Path, bentuk: Bentuk, nomor: str, isi: str) -> None:
    title = [f"^{nomor}" if "NOMOR" in str(item) else item for item in JUDUL]
    record = keputusan(tmp_path, bentuk, *title, *DASAR, *PUTUSAN)
    assert record.nomor is not None
    assert teks(record.nomor.isi) == isi


@BENTUK
def test_a_number_goes_on_in_the_next_line(tmp_path: Path, bentuk: Bentuk) -> None:
    title: list[Item] = []
    for item in JUDUL:
        title.extend(["^NOMOR : 188/", "^/KEP/429/2016"] if "NOMOR" in str(item) else [item])
    record = keputusan(tmp_path, bentuk, *title, *DASAR, *PUTUSAN)
    assert record.nomor is not None
    assert teks(record.nomor.isi) == "188/ /KEP/429/2016"
    assert teks(record.tentang) == "UKURAN KINERJA DINAS PERIKANAN TAHUN 2025"


@BENTUK
def test_a_blank_date_and_a_signer_without_rank(tmp_path: Path, bentuk: Bentuk) -> None:
    closing: list[Item] = ["Ditetapkan di : Waru", "Pada tanggal :", "BUPATI RANDU,", "ttd.", "H. SUGENG"]
    record = keputusan(tmp_path, bentuk, *JUDUL, *DASAR, *PUTUSAN, *closing)
    assert teks(record.tempat) == "Waru"
    assert record.tanggal is not None and record.tanggal.isi is None
    assert record.pejabat is not None
    assert (teks(record.pejabat.jabatan), teks(record.pejabat.nama)) == ("BUPATI RANDU,", "H. SUGENG")
    assert (record.pejabat.pangkat, record.pejabat.nip) == (None, None)


@BENTUK
def test_place_and_date_in_one_line(tmp_path: Path, bentuk: Bentuk) -> None:
    record = keputusan(tmp_path, bentuk, *JUDUL, *DASAR, *PUTUSAN, "Randu, 5 Januari 2020", "CAMAT WARU,", "SITI")
    assert teks(record.tempat) == "Randu"
    assert record.tanggal is not None and teks(record.tanggal.isi) == "5 Januari 2020"


@BENTUK
def test_copies_and_further_considerations_have_their_place(tmp_path: Path, bentuk: Bentuk) -> None:
    extra: list[Item] = ["Memperhatikan : Surat Edaran Nomor 5;"]
    copies: list[Item] = ["", "Tembusan :", "1. Bupati;", "2. Inspektorat."]
    record = keputusan(tmp_path, bentuk, *JUDUL, *DASAR[:-1], *extra, *PUTUSAN, *PENUTUP, *copies)
    assert [item.teks.text for item in record.memperhatikan] == ["Surat Edaran Nomor 5;"]
    assert [item.tanda for item in record.tembusan] == ["1", "2"]
    assert len(record.mengingat) == 2


@BENTUK
def test_a_regulation_has_articles_and_is_promulgated(tmp_path: Path, bentuk: Bentuk) -> None:
    record = keputusan(
        tmp_path,
        bentuk,
        "^PERATURAN BUPATI RANDU",
        "^NOMOR 12 TAHUN 2021",
        "^TENTANG",
        "^UKURAN KINERJA",
        "^DENGAN RAHMAT TUHAN YANG MAHA ESA",
        "^BUPATI RANDU,",
        *DASAR,
        "^MEMUTUSKAN :",
        "Menetapkan : PERATURAN BUPATI TENTANG UKURAN KINERJA.",
        "^BAB I",
        "^KETENTUAN UMUM",
        "^Pasal 1",
        "Daerah adalah Kabupaten Randu.",
        "^Pasal 2",
        "Ukuran tercantum dalam lampiran.",
        "Ditetapkan di Randu",
        "pada tanggal 4 Maret 2021",
        "BUPATI RANDU,",
        "SUGENG",
        "Diundangkan di Randu",
        "pada tanggal 5 Maret 2021",
        "SEKRETARIS DAERAH,",
        "BUDI",
    )
    assert teks(record.penetap) == "BUPATI RANDU"
    assert teks(record.tentang) == "UKURAN KINERJA"
    assert [(clause.nama, clause.teks.text) for clause in record.diktum[1:]] == [
        ("BAB I", "KETENTUAN UMUM"),
        ("Pasal 1", "Daerah adalah Kabupaten Randu."),
        ("Pasal 2", "Ukuran tercantum dalam lampiran."),
    ]
    assert record.pejabat is not None and teks(record.pejabat.nama) == "SUGENG"
    assert [text.split()[0] for text in sisa(record)] == ["Diundangkan"]


@BENTUK
def test_names_of_clauses_inside_a_clause_open_none(tmp_path: Path, bentuk: Bentuk) -> None:
    clauses: list[Item] = [
        "MEMUTUSKAN",
        "Menetapkan :",
        "KESATU : Ukuran sebagaimana dimaksud dalam diktum",
        "KEDUA, berlaku juga bagi kecamatan.",
        "KEDUA : Satu.",
        "KEDUA BELAS : Dua.",
    ]
    record = keputusan(tmp_path, bentuk, *JUDUL, *DASAR, *clauses)
    assert [clause.nama for clause in record.diktum] == ["KESATU", "KEDUA", "KEDUA BELAS"]


def test_the_body_of_a_word_table_reads_like_lines(tmp_path: Path) -> None:
    table = (
        ("Menimbang", ":", "a. bahwa satu;\nb. bahwa dua;"),
        ("Mengingat", ":", "1. Undang-Undang Nomor 1 Tahun 2000;\n2. Undang-Undang Nomor 2 Tahun 2000;"),
    )
    clauses = (("Menetapkan", ":", ""), ("KESATU", ":", "Menjadi acuan."), ("KEDUA", ":", "Berlaku."))
    record = keputusan(tmp_path, as_word, *JUDUL, table, "^MEMUTUSKAN", clauses, *PENUTUP)
    assert [item.tanda for item in record.menimbang] == ["a", "b"]
    assert [item.tanda for item in record.mengingat] == ["1", "2"]
    assert [clause.nama for clause in record.diktum] == ["KESATU", "KEDUA"]


def test_a_title_typed_with_soft_breaks_is_cut_into_its_fields(tmp_path: Path) -> None:
    lines = ["KEPUTUSAN CAMAT WARU", "NOMOR : 5/2020", "TENTANG", "UKURAN KINERJA", "CAMAT WARU,"]
    title = "".join(f"<w:r><w:t>{line}</w:t><w:br/></w:r>" for line in lines[:4]) + r(lines[4])
    body = [p(title), p("Menimbang : a. bahwa satu; b. bahwa dua;"), p("Mengingat : Undang-Undang Nomor 1 Tahun 2000;")]
    record = catatan(read_body(tmp_path, "".join(body) + p("MEMUTUSKAN") + p("KESATU : Berlaku.")))
    assert teks(record.penetap) == "CAMAT WARU"
    assert record.nomor is not None and teks(record.nomor.isi) == "5/2020"
    assert record.tentang is not None and record.tentang.text.startswith("UKURAN KINERJA")
    assert [item.tanda for item in record.menimbang] == ["a", "b"]


def test_places_are_boxes_around_the_lines(tmp_path: Path) -> None:
    path = tmp_path / "kotak.pdf"
    with Sheet(path) as sheet:
        lines = [
            "KEPUTUSAN CAMAT WARU",
            "NOMOR : 5/2020",
            "TENTANG",
            "UKURAN KINERJA",
            "TAHUN 2020",
            "Menimbang : bahwa;",
        ]
        for k, text in enumerate([*lines, "Mengingat : Undang-Undang Nomor 1;", "MEMUTUSKAN", "KESATU : Berlaku."]):
            sheet.text(60, 60 + 14 * k, text)
    record = catatan(read(path))
    assert record.tentang is not None
    box = record.tentang.place.bbox  # type: ignore[union-attr]
    assert 100 < box.top < 106 and 124 < box.bottom < 130


def signature(*texts: str) -> list[Baris]:
    return [Baris(text=text, place=DocxPlace(block=k)) for k, text in enumerate(texts)]


def test_name_and_rank_in_one_line_are_two() -> None:
    signer = read_penutup(
        signature("KEPALA BIDANG BENIH", "(Ir. ANI, MP) / (Pembina Tk. I)", "NIP. 1960")
    ).pengesahan.pejabat
    assert signer is not None
    assert (teks(signer.nama), teks(signer.pangkat), teks(signer.nip)) == ("Ir. ANI, MP", "Pembina Tk. I", "1960")


def test_rank_and_nip_in_one_line_are_two() -> None:
    signer = read_penutup(signature("CAMAT,", "ANI", "Pembina NIP 19600101 198001 1 001")).pengesahan.pejabat
    assert signer is not None
    assert (teks(signer.pangkat), teks(signer.nip)) == ("Pembina", "19600101 198001 1 001")


def test_two_signers_side_by_side_are_left_alone() -> None:
    lines = signature("KEPALA DINAS, KEPALA BIDANG,", "BUDI ANI", "NIP. 1970 NIP. 1980")
    read = read_penutup(lines)
    assert read.pengesahan.pejabat is None
    assert list(read.sisa) == lines


def test_what_stands_behind_the_nip_is_left_over() -> None:
    read = read_penutup(signature("CAMAT,", "ANI", "NIP. 1970", "Salinan sesuai aslinya"))
    assert [line.text for line in read.sisa] == ["Salinan sesuai aslinya"]


@pytest.mark.parametrize(
    ("lines", "signed"),
    [
        (("KEPALA DINAS,", "BUDI"), True),
        (("SEKRETARIS DINAS PERIKANAN", "BUDI"), True),
        (("Randu", "BUDI", "NIP. 1970"), True),
        (("BUDI", "Pembina Utama"), True),
        (("Kepala seksi menyusun laporan", "tiap bulan"), False),
        (("Keterangan: data sementara",), False),
        (("KEPALA DINAS",), False),
        ((), False),
    ],
)
def test_lines_under_a_table_that_are_a_signature(lines: tuple[str, ...], signed: bool) -> None:
    assert is_signature(signature(*lines)) is signed
