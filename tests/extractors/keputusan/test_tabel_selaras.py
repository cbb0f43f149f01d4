"""The other cells of a row of several indicators: which piece is whose."""

from __future__ import annotations

from time import perf_counter

import pytest

from extractors.keputusan.sel.selaras import kemiripan
from tests.extractors.keputusan.tabel_contoh import baca, isi, rumus, teks

DUA = "a. Jumlah surat masuk\nb. Jumlah arsip dinamis"


def test_by_the_same_marks() -> None:
    assert rumus(isi(("S", DUA, "a. Banyaknya surat\nb. Banyaknya arsip", "x"))) == [
        "Banyaknya surat",
        "Banyaknya arsip",
    ]


def test_by_marks_of_another_style_in_order() -> None:
    assert rumus(isi(("S", DUA, "1. Banyaknya surat 2. Banyaknya arsip", "x"))) == [
        "Banyaknya surat",
        "Banyaknya arsip",
    ]


def test_by_equal_marks_where_there_are_more_pieces() -> None:
    found = baca(
        ("SASARAN", "INDIKATOR", "FORMULA", "SUMBER DATA"),
        ("S", "b. Jumlah surat\nc. Jumlah arsip", "a. Nihil\nb. Banyaknya surat\nc. Banyaknya arsip", "x"),
    )
    assert rumus(found.indikator) == ["Banyaknya surat", "Banyaknya arsip"]


def test_flowing_text_is_cut_where_the_next_indicator_begins() -> None:
    nama = "a. Jumlah cetakan dan salinan b. Jumlah bacaan c. Jumlah perjalanan dinas"
    found = isi(("S", nama, "Jumlah cetakan\ndan salinan Jumlah\nbacaan Jumlah perjalanan dinas", "Laporan"))
    assert rumus(found) == ["Jumlah cetakan dan salinan", "Jumlah bacaan", "Jumlah perjalanan dinas"]
    assert {teks(own.sumber_data) for own in found} == {"Laporan"}


def test_ratios_are_not_cut_at_their_denominators() -> None:
    nama = "1. Persentase jalan mantap\n2. Persentase jembatan mantap"
    text = (
        "Jumlah jalan mantap dibagi\njumlah jalan seluruhnya x 100%\nJumlah jembatan mantap /\nJumlah jembatan x 100%"
    )
    assert rumus(isi(("S", nama, text, "x"))) == [
        "Jumlah jalan mantap dibagi jumlah jalan seluruhnya x 100%",
        "Jumlah jembatan mantap / Jumlah jembatan x 100%",
    ]


def test_mistyped_and_inflected_words_are_the_same_words() -> None:
    nama = "a. Jumlah pembinaan koperasi b. Jumlah sertifikasi produk"
    text = "Jumlah pembinan koperasi Jumlah sertifikat produk"
    assert rumus(isi(("S", nama, text, "x"))) == ["Jumlah pembinan koperasi", "Jumlah sertifikat produk"]


def test_names_with_components_are_known_by_their_heads() -> None:
    nama = "1.1 Jumlah panen : - Padi - Jagung\n1.2 Jumlah kebakaran hutan"
    text = "Banyaknya panen di seluruh kecamatan. Banyaknya kebakaran pada hutan lindung."
    assert rumus(isi(("S", nama, text, "x")))[1] == "Banyaknya kebakaran pada hutan lindung."


@pytest.mark.parametrize(
    "text", ["Laporan hasil kegiatan tahunan", "Jumlah dokumen yang tersedia", "Jumlah berkas Jumlah dokumen"]
)
def test_a_formula_that_fits_none_is_given_whole_and_listed(text: str) -> None:
    kepala = ("SASARAN", "INDIKATOR", "FORMULA", "SUMBER DATA")
    found = baca(kepala, ("S", DUA, text, "x"))
    assert rumus(found.indikator) == [text, text]
    assert [(b.text, b.reason) for b in found.belum_dipahami] == [
        (text, "formula tidak terbagi menurut 2 indikator selnya")
    ]


def test_a_source_that_cannot_be_cut_is_that_of_all() -> None:
    kepala = ("SASARAN", "INDIKATOR", "FORMULA", "SUMBER DATA", "PENANGGUNG JAWAB")
    row = ("S", DUA, "Jumlah surat masuk Jumlah arsip dinamis", "Laporan kegiatan\nPembukuan", "Kasubag Umum")
    found = baca(kepala, row)
    assert [teks(own.sumber_data) for own in found.indikator] == ["Laporan kegiatan Pembukuan"] * 2
    assert [teks(own.penanggung_jawab) for own in found.indikator] == ["Kasubag Umum"] * 2
    assert found.belum_dipahami == ()


def test_sources_with_the_marks_of_the_names() -> None:
    found = isi(("S", DUA, "a. x b. y", "a. Buku agenda\nb. Daftar arsip"))
    assert [teks(own.sumber_data) for own in found] == ["Buku agenda", "Daftar arsip"]


def test_a_list_of_keepers_of_one_indicator_is_not_cut() -> None:
    kepala = ("SASARAN", "INDIKATOR", "FORMULA", "PENANGGUNG JAWAB")
    (own,) = baca(kepala, ("S", "Nilai SAKIP", "Penilaian", "1. Sekretaris\n2. Kepala Bidang Aset")).indikator
    assert teks(own.penanggung_jawab) == "1. Sekretaris 2. Kepala Bidang Aset"


@pytest.mark.parametrize(
    "text",
    [
        "a = jumlah sekolah\nb = jumlah murid\na/b x 100%",
        "a. jumlah sekolah ramah anak b. jumlah sekolah; a / b x 100%",
        "1. Hitung jumlah sekolah\n2. Bagi dengan jumlah murid",
    ],
)
def test_variables_and_steps_of_one_formula_are_not_cut(text: str) -> None:
    found = isi(("S", "Persentase sekolah ramah anak", text, "Dindik"))
    assert rumus(found) == [text.replace("\n", " ")]


def test_targets_and_units_line_by_line() -> None:
    kepala = ("Sasaran", "Indikator", "Satuan", "Target 2025", "Target 2026")
    found = baca(kepala, ("S", DUA, "Surat\nBerkas", "23.68 Persen\n30.00 Persen", "- 25\n- 31"))
    assert [teks(own.satuan) for own in found.indikator] == ["Surat", "Berkas"]
    assert [[goal.text for _, goal in own.target] for own in found.indikator] == [
        ["23.68 Persen", "25"],
        ["30.00 Persen", "31"],
    ]


def test_one_target_for_all_and_targets_that_do_not_match() -> None:
    kepala = ("Sasaran", "Indikator", "Target")
    satu = baca(kepala, ("S", DUA, "100%")).indikator
    assert [own.target[0][1].text for own in satu] == ["100%", "100%"]
    tiga = baca(kepala, ("S", DUA, "1\n2\n3"))
    assert [own.target for own in tiga.indikator] == [(), ()]
    assert [b.reason for b in tiga.belum_dipahami] == ["3 baris target untuk 2 indikator selnya"]


def test_paragraphs_of_a_word_file_one_for_each_name() -> None:
    nama = "Terlaksananya rapat kerja\nTersusunnya laporan bulanan"
    text = "Jumlah pertemuan\nJumlah berkas"
    assert rumus(isi(("S", nama, text, "x"), docx=True)) == ["Jumlah pertemuan", "Jumlah berkas"]
    assert (
        rumus(isi(("S", DUA, "Jumlah pertemuan\ndibagi rencana", "x"), docx=True))
        == ["Jumlah pertemuan dibagi rencana"] * 2
    )


def test_a_huge_cell_takes_no_long_time() -> None:
    nama = "\n".join(f"{n}. Jumlah kegiatan bidang nomor {n} di wilayah" for n in range(1, 41))
    text = " ".join(f"Jumlah kegiatan lain nomor {n} dibagi rencana" for n in range(400))
    begin = perf_counter()
    found = isi(("S", nama, text, "x"))
    assert len(found) == 40
    assert perf_counter() - begin < 5


@pytest.mark.parametrize(
    ("a", "b", "lebih"),
    [
        ("Jumlah jalan mantap", "Persentase jalan mantap", "Persentase jembatan"),
        ("Banyaknya kelahiran ternak", "Persentase kelahiran : - Sapi - Kerbau", "Persentase anak domba hidup"),
        ("Jumlah pembayaran listrik", "Jumlah pembayaran listrik kantor", "Jumlah pembayaran gaji"),
    ],
)
def test_likeness_prefers_the_own_name(a: str, b: str, lebih: str) -> None:
    assert kemiripan(a, b) > kemiripan(a, lebih)


def test_nothing_is_like_a_text_without_words() -> None:
    assert kemiripan("100%", "Persentase jalan") == 0.0
    assert kemiripan("", "") == 0.0
