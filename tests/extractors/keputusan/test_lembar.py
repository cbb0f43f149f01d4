from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.keputusan import Jabatan, JenisKeputusan
from schemas.printed import PrintedDocument
from tests.extractors.keputusan.naskah import KEPALA, TABEL, Item, as_pdf, as_word, catatan, sisa, tabel, teks

Bentuk = Callable[..., PrintedDocument]
BENTUK = pytest.mark.parametrize("bentuk", [as_pdf, as_word])
JUDUL = "^INDIKATOR KINERJA INDIVIDU"


def lembar(folder: Path, bentuk: Bentuk, *items: Item) -> tuple[Jabatan, ...]:
    """The sheets of one page; nothing of it may be left over."""
    record = catatan(bentuk(folder, list(items)))
    assert record.jenis is JenisKeputusan.LAMPIRAN
    assert sisa(record) == []
    return record.jabatan


def names(sheets: tuple[Jabatan, ...]) -> list[str | None]:
    return [teks(sheet.jabatan) for sheet in sheets]


@BENTUK
@pytest.mark.parametrize(
    ("jabatan", "tugas", "fungsi"),
    [
        ("JABATAN : SEKRETARIS", "TUGAS : Mengurus kantor.", "FUNGSI :"),
        ("1. Jabatan : SEKRETARIS", "2. Tugas : Mengurus kantor.", "3. Fungsi :"),
        ("a. Nama Jabatan : SEKRETARIS", "b. Tugas Pokok : Mengurus kantor.", "c. Uraian Fungsi :"),
        ("Nama Unit : SEKRETARIS", "Ikhtisar Jabatan : Mengurus kantor.", "Fungsi:"),
        ("1) Jabatan :", "2) Uraian Tugas : Mengurus kantor.", "3) Fungsi"),
    ],
)
def test_labels_of_a_sheet(tmp_path: Path, bentuk: Bentuk, jabatan: str, tugas: str, fungsi: str) -> None:
    value: list[Item] = ["      : SEKRETARIS"] if jabatan.endswith(":") else []
    items: list[Item] = [JUDUL, jabatan, *value, tugas, fungsi, "   a. menyusun rencana;", "   b. melapor.", TABEL]
    (sheet,) = lembar(tmp_path, bentuk, *items)
    assert teks(sheet.jabatan) == "SEKRETARIS"
    assert teks(sheet.judul) == "INDIKATOR KINERJA INDIVIDU"
    assert [(item.tanda, item.teks.text) for item in sheet.tugas] == [(None, "Mengurus kantor.")]
    assert [(item.tanda, item.teks.text) for item in sheet.fungsi] == [("a", "menyusun rencana;"), ("b", "melapor.")]
    assert [item.indikator.text for item in sheet.indikator] == ["Persentase ikan segar"]


@BENTUK
def test_several_positions_each_with_its_table(tmp_path: Path, bentuk: Bentuk) -> None:
    sheets = lembar(
        tmp_path,
        bentuk,
        *(JUDUL, "Jabatan : Sekretaris", "Tugas : Mengurus.", tabel("Jumlah surat"), ""),
        *(JUDUL, "Jabatan : Kepala Seksi Benih", "Tugas : Membina.", tabel("Jumlah benih"), ""),
        *(JUDUL, "Jabatan : Kepala Seksi Benih", "Tugas : Membina.", tabel("Jumlah benih")),
    )
    assert names(sheets) == ["Sekretaris", "Kepala Seksi Benih", "Kepala Seksi Benih"]
    assert [len(sheet.indikator) for sheet in sheets] == [1, 1, 1]


@BENTUK
def test_a_position_wraps_over_lines(tmp_path: Path, bentuk: Bentuk) -> None:
    (sheet,) = lembar(
        tmp_path, bentuk, JUDUL, "JABATAN : KABID PENEMPATAN TENAGA KERJA DAN", "PERLUASAN KESEMPATAN KERJA.", TABEL
    )
    assert teks(sheet.jabatan) == "KABID PENEMPATAN TENAGA KERJA DAN PERLUASAN KESEMPATAN KERJA."


@BENTUK
@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        (("Tugas :", "  a menyusun", "  a Menyusun;", "  b Melapor."), [None, "a", "b"]),
        (("Tugas : 1) menyusun;", "        2) melapor."), ["1", "2"]),
        (("Tugas : - menyusun;", "        - melapor."), ["-", "-"]),
        (("Tugas :", "  a. menyusun;", "  c. melapor;", "  c. mengurus."), ["a", "c", "c"]),
    ],
)
def test_tasks_as_lists(tmp_path: Path, bentuk: Bentuk, lines: tuple[str, ...], marks: list[str | None]) -> None:
    (sheet,) = lembar(tmp_path, bentuk, JUDUL, "Jabatan : Staf", *lines, TABEL)
    assert [item.tanda for item in sheet.tugas] == marks
    assert sheet.label_tugas == "Tugas"


@BENTUK
def test_task_labels_add_up_and_the_first_is_kept(tmp_path: Path, bentuk: Bentuk) -> None:
    items = ["Jabatan : Staf", "Ikhtisar Jabatan : Mengurus.", "Uraian Tugas :", "  1. menyusun;", "  2. melapor."]
    (sheet,) = lembar(tmp_path, bentuk, JUDUL, *items, TABEL)
    assert sheet.label_tugas == "Ikhtisar Jabatan"
    assert [item.tanda for item in sheet.tugas] == [None, "1", "2"]


@BENTUK
def test_the_sentence_that_introduces_a_list_is_no_item(tmp_path: Path, bentuk: Bentuk) -> None:
    items = ["Fungsi : Dalam tugasnya, sekretaris mempunyai fungsi:", "  a. penyusunan;", "  b. pelaporan."]
    (sheet,) = lembar(tmp_path, bentuk, JUDUL, "Jabatan : Sekretaris", *items, TABEL)
    assert [item.tanda for item in sheet.fungsi] == ["a", "b"]


@BENTUK
def test_functions_without_marks_are_paragraphs(tmp_path: Path, bentuk: Bentuk) -> None:
    items: list[Item] = ["Fungsi :", "Penyusunan rencana;", "Pelaksanaan urusan di wilayah", "yang luas;", "Pelaporan."]
    (sheet,) = lembar(tmp_path, bentuk, JUDUL, "Jabatan : Sekretaris", *items, TABEL)
    assert [item.teks.text for item in sheet.fungsi] == [
        "Penyusunan rencana;",
        "Pelaksanaan urusan di wilayah yang luas;",
        "Pelaporan.",
    ]


@BENTUK
def test_capital_labels_stand_without_colon(tmp_path: Path, bentuk: Bentuk) -> None:
    items = ["JABATAN KEPALA SEKSI BENIH", "TUGAS Mengurus benih", "FUNGSI a. menyusun;", "       b. melapor."]
    (sheet,) = lembar(tmp_path, bentuk, JUDUL, *items, TABEL)
    assert (teks(sheet.jabatan), len(sheet.tugas), len(sheet.fungsi)) == ("KEPALA SEKSI BENIH", 1, 2)


@BENTUK
def test_the_heading_names_position_and_unit(tmp_path: Path, bentuk: Bentuk) -> None:
    heading = [
        JUDUL,
        "^KEPALA BIDANG PENANGKAPAN DAN",
        "^BUDI DAYA",
        "^DINAS PERIKANAN",
        "^KABUPATEN RANDU",
        "^TAHUN 2020",
    ]
    (sheet,) = lembar(tmp_path, bentuk, *heading, "", TABEL)
    assert teks(sheet.jabatan) == "KEPALA BIDANG PENANGKAPAN DAN BUDI DAYA"
    assert teks(sheet.unit) == "DINAS PERIKANAN KABUPATEN RANDU"
    assert teks(sheet.judul) == " ".join(line.lstrip("^") for line in heading)


@BENTUK
def test_a_kind_of_position_in_the_heading_is_no_label(tmp_path: Path, bentuk: Bentuk) -> None:
    (sheet,) = lembar(tmp_path, bentuk, JUDUL, "^JABATAN PELAKSANA", "^DINAS PERIKANAN", "", "Jabatan : Analis", TABEL)
    assert teks(sheet.jabatan) == "Analis"


@BENTUK
def test_positions_without_label_above_their_tables(tmp_path: Path, bentuk: Bentuk) -> None:
    items: list[Item] = [
        JUDUL,
        "",
        "1. SEKRETARIS",
        tabel("Jumlah surat"),
        "2. KEPALA SEKSI BENIH",
        tabel("Jumlah benih"),
    ]
    assert names(lembar(tmp_path, bentuk, *items)) == ["SEKRETARIS", "KEPALA SEKSI BENIH"]


@BENTUK
def test_who_holds_the_position(tmp_path: Path, bentuk: Bentuk) -> None:
    items = [
        "1. Nama : Ani Lestari",
        "2. NIP : 19800101 200501 2 001",
        "3. Jabatan : Analis",
        "4. Unit Kerja : Bidang Benih",
    ]
    (sheet,) = lembar(tmp_path, bentuk, JUDUL, *items, "5. Tugas : Menyusun.", TABEL)
    assert sheet.pemangku is not None
    assert (teks(sheet.pemangku.nama), teks(sheet.pemangku.nip)) == ("Ani Lestari", "19800101 200501 2 001")
    assert (teks(sheet.jabatan), teks(sheet.unit)) == ("Analis", "Bidang Benih")


@BENTUK
def test_a_signature_ends_a_sheet(tmp_path: Path, bentuk: Bentuk) -> None:
    signed = [">Randu, 5 Januari 2020", ">KEPALA DINAS,", "", ">BUDI", ">Pembina", ">NIP. 19700101 199501 1 001", ""]
    sheets = lembar(tmp_path, bentuk, JUDUL, "Jabatan : Staf", TABEL, "", *signed, JUDUL, "Jabatan : Analis", TABEL)
    assert names(sheets) == ["Staf", "Analis"]
    assert sheets[0].pengesahan is not None and sheets[0].pengesahan.pejabat is not None
    assert teks(sheets[0].pengesahan.tempat) == "Randu"
    assert teks(sheets[0].pengesahan.pejabat.nama) == "BUDI"
    assert sheets[1].pengesahan is None


@BENTUK
def test_a_sole_signature_signs_the_record(tmp_path: Path, bentuk: Bentuk) -> None:
    record = catatan(bentuk(tmp_path, [JUDUL, "Jabatan : Staf", TABEL, "", "KEPALA DINAS,", "BUDI", "NIP. 1970"]))
    assert record.pejabat is not None and teks(record.pejabat.nama) == "BUDI"


@BENTUK
def test_the_form_of_an_office(tmp_path: Path, bentuk: Bentuk) -> None:
    form: list[Item] = [
        "1. NAMA UNIT ORGANISASI : Dinas Perikanan",
        "2. VISI KABUPATEN : Randu makmur",
        "3. MISI RPJMD : Misi ke-2 : Menggerakkan usaha rakyat",
        "   di pesisir",
        "4. TUJUAN PERANGKAT DAERAH : Nelayan sejahtera",
        "5. SASARAN : Naiknya mutu ikan",
        "6. TUGAS : Membantu Bupati",
        "7. FUNGSI :",
        "   a. perumusan;",
        "   b. pelaksanaan.",
    ]
    record = catatan(bentuk(tmp_path, ["^INDIKATOR KINERJA UTAMA", *form, TABEL]))
    assert teks(record.unit) == "Dinas Perikanan"
    assert teks(record.visi) == "Randu makmur"
    assert [item.teks.text for item in record.misi] == ["Misi ke-2 : Menggerakkan usaha rakyat di pesisir"]
    assert [item.teks.text for item in record.tujuan] == ["Nelayan sejahtera"]
    assert [item.teks.text for item in record.sasaran] == ["Naiknya mutu ikan"]
    assert [item.teks.text for item in record.tugas] == ["Membantu Bupati"]
    assert [item.tanda for item in record.fungsi] == ["a", "b"]
    (sheet,) = record.jabatan
    assert (sheet.jabatan, len(sheet.indikator), sheet.fungsi) == (None, 1, ())
    assert sisa(record) == []


@BENTUK
def test_forms_of_several_offices_stay_on_their_sheets(tmp_path: Path, bentuk: Bentuk) -> None:
    first = [
        "1. Nama Organisasi : Dinas Perikanan",
        "2. Tugas : Mengurus ikan.",
        "3. Fungsi :",
        "  a. merumuskan;",
        TABEL,
    ]
    second = ["^DINAS PERTANIAN", "1. Nama Organisasi : Dinas Pertanian", "2. Tugas : Mengurus padi.", TABEL]
    record = catatan(bentuk(tmp_path, ["^INDIKATOR KINERJA UTAMA", *first, "", *second]))
    assert record.unit is None and record.tugas == ()
    assert [teks(sheet.unit) for sheet in record.jabatan] == ["Dinas Perikanan", "Dinas Pertanian"]
    assert [len(sheet.fungsi) for sheet in record.jabatan] == [1, 0]
    assert sisa(record) == []


@BENTUK
def test_a_unit_below_an_office_keeps_its_task(tmp_path: Path, bentuk: Bentuk) -> None:
    (sheet,) = lembar(tmp_path, bentuk, JUDUL, "Nama Unit : Bidang Benih", "Tugas : Mengurus benih.", TABEL)
    assert (sheet.jabatan, teks(sheet.unit), len(sheet.tugas)) == (None, "Bidang Benih", 1)


@BENTUK
def test_the_label_of_the_table_begins_no_sheet(tmp_path: Path, bentuk: Bentuk) -> None:
    items: list[Item] = [
        "1. Jabatan : Staf",
        "2. Tugas : Mengetik.",
        "3. Fungsi : a. menyusun;",
        "            b. melapor.",
    ]
    for label in ("4. Indikator Kinerja Individu", "4. Indikator Kinerja Utama :", "Indikator Kinerja Utama :"):
        (sheet,) = lembar(tmp_path, bentuk, JUDUL, *items, label, TABEL)
        assert (len(sheet.fungsi), len(sheet.indikator)) == (2, 1)


@BENTUK
def test_another_heading_above_the_table_begins_no_sheet(tmp_path: Path, bentuk: Bentuk) -> None:
    sheets = lembar(
        tmp_path, bentuk, JUDUL, "Jabatan : Staf", "Tugas : Mengetik.", "", "^INDIKATOR KINERJA UTAMA", TABEL
    )
    assert names(sheets) == ["Staf"]


def test_a_heading_on_every_page_begins_no_sheet(tmp_path: Path) -> None:
    heading: list[Item] = ["^INDIKATOR KINERJA UTAMA", "^DINAS PERIKANAN", ""]
    rows = [KEPALA, *([f"Sasaran {k}", f"Persentase ikan {k}", "a / b x 100%", "Bidang"] for k in range(20))]
    second: list[Item] = [
        *heading,
        [["Sasaran 21", "Persentase udang", "a / b x 100%", "Bidang"]],
        "",
        ">KEPALA DINAS,",
        ">BUDI",
        ">NIP. 1970",
    ]
    record = catatan(as_pdf(tmp_path, [*heading, "Tugas : Mengurus ikan.", rows], second))
    (sheet,) = record.jabatan
    assert len(sheet.indikator) == 21
    assert sheet.pengesahan is not None
    assert sisa(record) == []


@BENTUK
def test_tables_in_a_row_belong_to_one_sheet(tmp_path: Path, bentuk: Bentuk) -> None:
    (sheet,) = lembar(tmp_path, bentuk, JUDUL, "Jabatan : Staf", tabel("Jumlah surat"), "", "", tabel("Jumlah berkas"))
    assert [item.table for item in sheet.indikator] == [0, 1]


@BENTUK
def test_rows_count_from_the_top_of_the_printed_table(tmp_path: Path, bentuk: Bentuk) -> None:
    rows = [["Jabatan : Staf", "", "", ""], ["Tugas : Mengetik", "", "", ""], KEPALA, TABEL[1]]
    (sheet,) = lembar(tmp_path, bentuk, JUDUL, rows)
    assert (teks(sheet.jabatan), [item.row for item in sheet.indikator]) == ("Staf", [3])


@BENTUK
def test_what_is_not_understood_is_listed(tmp_path: Path, bentuk: Bentuk) -> None:
    items: list[Item] = [JUDUL, "Jabatan : Staf", "Fungsi :", "  a. menyusun;", "  b. melapor.", ""]
    strange = "Ukuran jabatan ini disajikan sebagai berikut."
    strange_table = [["Warna", "Bunyi"], ["merah", "nyaring"]]
    record = catatan(bentuk(tmp_path, [*items, strange, TABEL, "", "Keterangan: data sementara", "", strange_table]))
    assert sisa(record) == [strange, "Keterangan: data sementara", "Warna Bunyi merah nyaring"]
    assert all(piece.reason for piece in record.belum_dipahami)
    assert [item.teks.text for item in record.jabatan[0].fungsi] == ["menyusun;", "melapor."]


@BENTUK
def test_a_heading_with_nothing_below_is_listed(tmp_path: Path, bentuk: Bentuk) -> None:
    record = catatan(bentuk(tmp_path, [JUDUL, "Jabatan : Staf", TABEL, "", "^INDIKATOR KINERJA UTAMA BIDANG BENIH"]))
    assert len(record.jabatan) == 1
    assert sisa(record) == ["INDIKATOR KINERJA UTAMA BIDANG BENIH"]


@BENTUK
@pytest.mark.parametrize("label", ["Atasan Langsung : Kepala Bidang", "4. Wewenang : menegur staf"])
def test_labels_that_no_record_has_do_not_run_into_the_text_before(tmp_path: Path, bentuk: Bentuk, label: str) -> None:
    record = catatan(
        bentuk(tmp_path, [JUDUL, "Jabatan : Staf", label, "Tugas : a. mengetik;", "        b. melapor.", TABEL])
    )
    assert (teks(record.jabatan[0].jabatan), sisa(record)) == ("Staf", [label])
    record = catatan(
        bentuk(tmp_path, [JUDUL, "Jabatan : Staf", "Tugas : a. mengetik;", "        b. melapor.", label, TABEL])
    )
    assert [item.teks.text for item in record.jabatan[0].tugas] == ["mengetik;", "melapor."]
    assert sisa(record) == [label]


@BENTUK
def test_items_with_a_colon_stay_items(tmp_path: Path, bentuk: Bentuk) -> None:
    items = ["Tugas :", "  a. Bidang umum : mengetik;", "  b. Bidang khusus : melapor."]
    (sheet,) = lembar(tmp_path, bentuk, JUDUL, "Jabatan : Staf", *items, TABEL)
    assert [item.tanda for item in sheet.tugas] == ["a", "b"]


@BENTUK
def test_aims_on_the_sheet_of_a_position_are_not_those_of_the_office(tmp_path: Path, bentuk: Bentuk) -> None:
    record = catatan(bentuk(tmp_path, [JUDUL, "Jabatan : Staf", "Sasaran : Surat rapi", "Tugas : Mengetik.", TABEL]))
    assert record.sasaran == ()
    assert sisa(record) == ["Sasaran : Surat rapi"]
