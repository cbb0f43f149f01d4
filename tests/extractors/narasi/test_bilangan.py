"""Numbers of a sentence: how far each reaches, and which are no values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.narasi.bilangan import find_numbers
from extractors.narasi.kata import read_words, word_set
from extractors.narasi.tokenisasi import tokenize
from pipeline.angka_id import parse_angka
from schemas.angka import AngkaKind
from schemas.provenance import DocxPlace
from tests.extractors.narasi.kalimat_uji import claims
from tests.extractors.narasi.test_peran import ANGGARAN, NYARIS, PERBANDINGAN, STRUKTUR, TARGET_REALISASI_CAPAIAN

EXTENT = {
    "Dana Rp 1.250.000,- cair": "Rp 1.250.000,-",
    "Dana Rp.75.000.000,00 cair": "Rp.75.000.000,00",
    "Dana Rp 64,500,000,- cair": "Rp 64,500,000,-",
    "Dana Rp 2,5 Triliun cair": "Rp 2,5 Triliun",
    "Dana 12 juta rupiah cair": "12 juta rupiah",
    "Malformed Rp 25.000.0000 tetap": "Rp 25.000.0000",
    "Nilainya 77,5 %": "77,5 %",
    "Nilainya 77,5 persen poin": "77,5 persen poin",
    "Nilainya 77.50%": "77.50%",
    "Hadir 3.500 ribu orang kemarin": "3.500 ribu orang",
    "Luas 120,5 km2 seluruhnya": "120,5 km2",
    "Tercatat 0,31 poin": "0,31 poin",
    "Turun menjadi -2,5 persen": "-2,5 persen",
    "Berkisar 40,5 - 42,0 % per tahun": "40,5 - 42,0 %",
    "Sebanyak 12 (dua belas) Laporan": "12",
    "Mencapai 98% dari total": "98%",
    "Kegiatan tuntas 100%.Hasil berikut": "100%",
}

NO_VALUES = (
    "Rencana Strategis Tahun 2021-2026 berlaku sejak 2021",
    "Permendagri Nomor 86 Tahun 2017 pasal 4 ayat 2 dan Lampiran 3",
    "Keputusan LAN 239/IX/6/8/2003",
    "Tabel 3.4 dan Gambar 2 pada halaman 17 BAB 3",
    "Kegiatan 2.07.01.2.01 Penyusunan Dokumen",
    "Pada tanggal 31 Desember 2022 pukul 09.00 WIB",
    "NIP 19700101 199503 1 002",
    "Telepon (0322) 321456",
    "Peringkat 2 dan urutan ke 3 setelah pandemi Covid-19",
    "Misi 1 Mewujudkan kesejahteraan, Sasaran 2 yaitu layanan",
    "Triwulan 3 tahun 2023",
    "Perusahaan dalam 1 (satu) Daerah Kabupaten",
    "Jl. Melati Raya 15",
    "3.1 Capaian Kinerja Organisasi",
    "1) Menyusun rencana; 2) Melaksanakan rencana",
    "(1) Kepala dinas menetapkan rencana",
    "2. Meningkatnya kualitas layanan",
    "BAB I PENDAHULUAN ............. 1",
    "1.1 Latar Belakang 1 1.2 Tujuan Penulisan 3 1.3 Dasar Hukum 3",
    "Grafik 105 100 95 90",
    "7",
    "Penduduk usia 15 tahun ke atas",
    "Penduduk perempuan 25 tahun ke atas",
    "Akta lahir anak 0-18 tahun dan pemuda 16 s.d 30 tahun",
    "Layanan gawat darurat 24 jam tersedia",
    "Izin terbit dalam 5 (lima) hari kerja",
    "Aduan ditangani dalam 1 x 24 jam",
    "Daerah ini naik ke urutan 5 dan menempati peringkat ke 3 (tiga)",
    "Dari peringkat ke 7 naik ke 3",
    "Bantuan disalurkan ke 5 desa dan berada pada posisi 3",
    "Uraian lebih rinci pada Tabel 3.",
)


@pytest.mark.parametrize(("sentence", "printed"), EXTENT.items())
def test_extent_of_a_number(sentence: str, printed: str) -> None:
    assert [klaim.angka for klaim in claims(sentence)] == [printed]


@pytest.mark.parametrize("sentence", NO_VALUES)
def test_numbers_that_are_no_values(sentence: str) -> None:
    assert [klaim.angka for klaim in claims(sentence)] == []


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("Realisasi sebanyak 2.015 unit pada tahun 2022", ["2.015 unit"]),
        ("Peserta berjumlah 2020 orang", ["2020 orang"]),
        ("Terdapat 4 sasaran dan 1 program", ["4 sasaran", "1 program"]),
        ("Nilai peringkat sebesar 2,5 poin", ["2,5 poin"]),
        ("Volume kegiatan 3 Angkatan", ["3 Angkatan"]),
        ("Luasnya 78,5 ha; jaraknya 3 km", ["78,5 ha", "3 km"]),
        ("Lama layanan turun dari 75 menit ke 66 menit", ["75 menit", "66 menit"]),
        ("Cakupan beranjak ke 55,83% dan indeks naik ke angka 70", ["55,83%", "70"]),
        ("Indeks berada pada posisi 111,83", ["111,83"]),
        ("Angka melek huruf 97,5 %", ["97,5 %"]),
        ("Target waktu tanggap sebesar 24 jam, terealisasi 20 jam", ["24 jam", "20 jam"]),
        ("Target 1-2 tahun, layanan anak 0-2 tahun sebesar 5%", ["1", "2", "5%"]),
        ("Realisasi 80 dari target 75.", ["80", "75"]),
        ("Kematian sebanyak 98 per 100.000 kelahiran hidup", ["98"]),
    ],
)
def test_values_that_look_like_none(sentence: str, printed: list[str]) -> None:
    assert [klaim.angka for klaim in claims(sentence)] == printed


def test_every_printed_number_of_the_tables_can_be_read() -> None:
    sentences = [
        row[0]
        for table in (TARGET_REALISASI_CAPAIAN, PERBANDINGAN, ANGGARAN, STRUKTUR, NYARIS)
        for row in table.values()
    ]
    seen = 0
    for sentence in (*sentences, *EXTENT):
        for klaim in claims(sentence):
            angka = parse_angka(klaim.angka)
            assert sentence[klaim.mulai : klaim.akhir] == klaim.angka
            assert angka.kind in (AngkaKind.NUMBER, AngkaKind.RANGE, AngkaKind.OPERATOR, AngkaKind.MALFORMED), (
                klaim.angka
            )
            assert not angka.rest, klaim.angka
            seen += 1
    assert seen > 200


def test_number_words_belong_to_the_number_and_its_unit_stands_behind_them() -> None:
    (bilangan,) = find_numbers(read_words(tokenize("Sebanyak 12 (dua belas) Laporan terkirim")))
    assert (bilangan.terbilang, bilangan.satuan) == ("dua belas", "laporan")


def test_a_bracket_without_number_words_spells_nothing() -> None:
    (bilangan,) = find_numbers(read_words(tokenize("Sebanyak 12 (termasuk revisi) laporan terkirim")))
    assert bilangan.terbilang is None


def test_blanks_between_words_change_nothing() -> None:
    printed = [(klaim.angka, klaim.mulai) for klaim in claims("Realisasi   sebesar  80% dari   target 75%")]
    assert printed == [("80%", 21), ("75%", 39)]


def test_a_place_is_asked_for_the_printed_characters() -> None:
    (klaim,) = claims("Realisasi sebesar 80%")
    assert klaim.place == DocxPlace(block=18, row=21)
    assert (klaim.mulai, klaim.akhir) == (18, 21)


_PIECES = sorted(
    word_set(
        """
        target Realisasi capaian sebesar atau dari ( ) % persen Rp Rp. tahun 2023 menjadi naik turun lebih tinggi ,
        . ; - – / 12 94,54 1.000.000 sisanya meliputi terdiri sedangkan program 3.1 Dari sejumlah dan volume fisik = x :
        pada Maret triwulan III nasional dibandingkan orang 2021-2026 dua belas ..
        """
    )
)


@given(st.lists(st.sampled_from(_PIECES), max_size=25))
def test_any_row_of_words_gives_claims_that_are_printed(pieces: list[str]) -> None:
    sentence = " ".join(pieces)
    found = claims(sentence)
    assert all(sentence[klaim.mulai : klaim.akhir] == klaim.angka for klaim in found)
    assert [klaim.mulai for klaim in found] == sorted({klaim.mulai for klaim in found})
