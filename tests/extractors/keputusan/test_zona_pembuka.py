from __future__ import annotations

import time

import pytest

from extractors.keputusan.alir.pembuka import (
    Pembuka,
    is_annex_heading,
    is_form_label,
    is_sheet_heading,
    read_bukaan,
    sheet_tail,
)


@pytest.mark.parametrize(
    ("text", "jenis", "label", "isi"),
    [
        ("Menimbang : a. bahwa ukuran perlu;", Pembuka.MENIMBANG, "Menimbang", "a. bahwa ukuran perlu;"),
        ("MENGINGAT:", Pembuka.MENGINGAT, "MENGINGAT", ""),
        ("Memperhatikan : Surat Edaran", Pembuka.MEMPERHATIKAN, "Memperhatikan", "Surat Edaran"),
        ("M E M U T U S K A N :", Pembuka.MEMUTUSKAN, "M E M U T U S K A N", ""),
        ("MEMUTUSI(AN", Pembuka.MEMUTUSKAN, "MEMUTUSI(AN", ""),
        ("Menetapkan :", Pembuka.MENETAPKAN, "Menetapkan", ""),
        ("KESATU : Ukuran kinerja", Pembuka.DIKTUM, "KESATU", "Ukuran kinerja"),
        ("KEDUABELAS : Penutup", Pembuka.DIKTUM, "KEDUABELAS", "Penutup"),
        ("KEDUA PULUH SATU : Penutup", Pembuka.DIKTUM, "KEDUA PULUH SATU", "Penutup"),
        ("Pasal 12", Pembuka.PASAL, "Pasal 12", ""),
        ("BAB II KETENTUAN LAIN", Pembuka.PASAL, "BAB II", "KETENTUAN LAIN"),
        ("Ditetapkan di : Randualas", Pembuka.DITETAPKAN, "Ditetapkan di", "Randualas"),
        ("Randualas, 5 Januari 2020", Pembuka.TEMPAT_TANGGAL, "Randualas", "5 Januari 2020"),
        ("Randualas, .......... 2020", Pembuka.TEMPAT_TANGGAL, "Randualas", ".......... 2020"),
        ("Tembusan disampaikan kepada Yth. :", Pembuka.TEMBUSAN, "Tembusan disampaikan kepada Yth", ""),
        ("LAMPIRAN II : KEPUTUSAN CAMAT", Pembuka.LAMPIRAN, "LAMPIRAN", "KEPUTUSAN CAMAT"),
        ("I(EPUTUSAN KEPALA BADAN", Pembuka.KEPUTUSAN, "I(EPUTUSAN", "KEPALA BADAN"),
        ("SURAT KEPUTUSAN", Pembuka.KEPUTUSAN, "SURAT KEPUTUSAN", ""),
        ("NOMOR 06 TAHUN 2026", Pembuka.NOMOR, "NOMOR", "06 TAHUN 2026"),
        ("No. : 050/12", Pembuka.NOMOR, "No.", "050/12"),
        ("Tgl. : 3 Mei 2019", Pembuka.TANGGAL, "Tgl.", "3 Mei 2019"),
        ("TENTANG", Pembuka.TENTANG, "TENTANG", ""),
        ("PEMERINTAH KOTA RANDU", Pembuka.PEMERINTAH, "", "PEMERINTAH KOTA RANDU"),
        ("Nama Unit Kerja : Seksi Benih", Pembuka.UNIT, "Nama Unit Kerja", "Seksi Benih"),
        ("a. Nama Jabatan : Analis", Pembuka.JABATAN, "Nama Jabatan", "Analis"),
        ("TUGASI :", Pembuka.TUGAS, "TUGASI", ""),
        ("Tugas Pokok dan Fungsi : a. mengurus", Pembuka.TUGAS, "Tugas Pokok dan Fungsi", "a. mengurus"),
        ("3) Fungsi :", Pembuka.FUNGSI, "Fungsi", ""),
        ("VISI BUPATI TERPILIH : Randu maju", Pembuka.VISI, "VISI BUPATI TERPILIH", "Randu maju"),
        ("4. Indikator Kinerja Utama", Pembuka.TABEL, "Indikator Kinerja Utama", ""),
        ("NIP : 1970", Pembuka.PEMANGKU, "NIP", "1970"),
    ],
)  # fmt: skip
def test_a_line_opens_what_its_first_words_say(text: str, jenis: Pembuka, label: str, isi: str) -> None:
    bukaan = read_bukaan(text)
    assert bukaan is not None
    assert (bukaan.jenis, bukaan.label, bukaan.sisa) == (jenis, label, isi)


@pytest.mark.parametrize(
    "text",
    [
        "menimbang perkembangan usaha",
        "lampiran II dan III merupakan bagian dari keputusan",
        "keputusan ini mulai berlaku",
        "nomor urut daftar",
        "pada tanggal ditetapkan",
        "Jabatanfungsional",
        "Pasal 3 dan Pasal 4 Peraturan Menteri",
        "kesatu : huruf kecil",
        "Randualas, kota yang maju",
    ],
)
def test_running_text_opens_nothing(text: str) -> None:
    assert read_bukaan(text) is None


def test_the_list_mark_and_the_annex_number_are_kept() -> None:
    form, annex = read_bukaan("2) Jabatan : Staf"), read_bukaan("LAMPIRAN IV")
    assert form is not None and annex is not None
    assert (form.tanda, annex.tanda) == ("2", "IV")


@pytest.mark.parametrize(
    "text",
    [
        "LAMPIRAN",
        "LAMPIRAN :",
        "LAMPIRAN III",
        "Lampiran : Keputusan Kepala Badan",
        "Lampiran Surat Keputusan Camat Waru",
        "LAMPIRAN PERATURAN BUPATI RANDU",
        "Lampiran II : SK Direktur",
        "Lampiran 1. Indikator Kinerja Utama",
    ],
)
def test_an_annex_heading(text: str) -> None:
    assert is_annex_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lampiran Keputusan ini yang memuat ukuran",
        "LAMPIRAN KEPUTUSAN INI",
        "Lampiran I Keputusan sebagaimana tersebut di atas",
        "Lampiran foto kegiatan",
        "Lampirannya dua",
    ],
)
def test_no_annex_heading(text: str) -> None:
    assert not is_annex_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "INDIKATOR KINERJA INDIVIDU",
        "INDIKATOR KINERJA UTAMA (IKU)",
        "PENETAPAN INDIKATOR KINERJA UTAMA DINAS PERIKANAN",
        "Indikator Kinerja Utama Tahun 2020",
        "INDIKATOR KINERJA UTAMA DAN INDIKATOR KINERJA INDIVIDU",
    ],
)
def test_a_sheet_heading(text: str) -> None:
    assert is_sheet_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "Indikator Kinerja Utama, perjanjian kinerja, dan rencana kerja",
        "Indikator kinerja utama dipakai untuk menilai",
        "INDIKATOR KINERJA UTAMA;",
        "INDIKATOR KINERJA UTAMA " + "DINAS PERIKANAN " * 20,
    ],
)
def test_no_sheet_heading(text: str) -> None:
    assert not is_sheet_heading(text)


def test_the_tail_of_a_heading_is_what_it_is_about() -> None:
    assert sheet_tail("INDIKATOR KINERJA INDIVIDU (IKI) KEPALA SEKSI BENIH") == "KEPALA SEKSI BENIH"
    assert sheet_tail("KEPALA SEKSI BENIH") == "KEPALA SEKSI BENIH"


def test_a_label_alone_and_a_label_with_its_value() -> None:
    assert is_form_label("Uraian Tugas", colon=False)
    assert not is_form_label("Tugas : mengurus", colon=False)
    assert is_form_label("Tugas : mengurus", colon=True)
    assert not is_form_label("Tugas mengurus", colon=True)


@pytest.mark.parametrize("text", ["LAMPIRAN " * 4000, "VISI " * 9000, "A" * 60000, "Ran" + " ." * 30000, "1. " * 20000])
def test_hostile_lines_take_no_time(text: str) -> None:
    started = time.monotonic()
    read_bukaan(text)
    assert time.monotonic() - started < 1.0
