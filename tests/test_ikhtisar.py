"""Digests of documents: what kind they are, whose, for which year, and which figures others are compared with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pipeline.ikhtisar.ciri import baca_ciri, baca_masa
from pipeline.ikhtisar.pemilik import kepala
from schemas.kinerja import Part
from schemas.susunan import Susunan
from schemas.tautan import Ciri, Ikhtisar, IndikatorDokumen, JenisDokumen, Kantor
from tests.checks.tautan_toml import INSTANSI, ikhtisar

KANTOR = Kantor(unit="dinas contoh", tingkat="kabupaten", wilayah="randualas")
HASIL = {"kolom": ["target", "realisasi", "capaian"], "baris": "Indeks Mutu Benih | 80 | 82 | 102,50"}


def digest(*tabel: dict[str, Any], **isi: Any) -> Ikhtisar:
    return ikhtisar({"berkas": "a.pdf", "tabel": list(tabel), **isi})


def agreement(indikator: str, *, kolom: str = "indikator | target", **isi: Any) -> Ikhtisar:
    lembar = {"jabatan": f"Kepala {INSTANSI}", "kolom": kolom, "indikator": indikator}
    janji = {"jenis": "perjanjian", "tentang": "PERJANJIAN KINERJA TAHUN 2030", "jabatan": [lembar]}
    return ikhtisar({"berkas": "pk.pdf", "family": "perjanjian", "keputusan": [{**janji, **isi}]})


def decree(*lembar: dict[str, Any], **isi: Any) -> Ikhtisar:
    isi = {"tentang": "PENETAPAN INDIKATOR KINERJA UTAMA TAHUN 2030", **isi}
    return ikhtisar({"berkas": "sk.pdf", "family": "keputusan", "keputusan": [{**isi, "jabatan": list(lembar)}]})


def figures(item: IndikatorDokumen, part: Part = Part.TARGET) -> list[tuple[str, int | None]]:
    return [(one.fakta.text, one.tahun) for one in item.sebutan if one.fakta.part is part]


def only(item: Ikhtisar) -> IndikatorDokumen:
    (found,) = item.indikator
    return found


@pytest.mark.parametrize(
    ("family", "sampul", "jenis"),
    [
        ("lkjip", ["LAPORAN KINERJA", "DINAS CONTOH", "TAHUN 2030"], JenisDokumen.LAPORAN),
        ("umum", ["LKjIP DINAS CONTOH TAHUN 2030"], JenisDokumen.LAPORAN),
        ("umum", ["PROFIL DINAS CONTOH"], JenisDokumen.LAIN),
        ("lkjip", ["LAPORAN KINERJA TRIWULAN II", "DINAS CONTOH"], JenisDokumen.LAIN),
        ("lkjip", ["LAPORAN KINERJA", "SEMESTER I TAHUN 2030"], JenisDokumen.LAIN),
        ("perjanjian", ["PERJANJIAN KINERJA"], JenisDokumen.PERJANJIAN),
        ("keputusan", ["KEPUTUSAN KEPALA DINAS"], JenisDokumen.KEPUTUSAN),
        ("iki2017", ["INDIKATOR KINERJA INDIVIDU"], JenisDokumen.KEPUTUSAN),
    ],
)
def test_kind_by_family_and_cover(family: str, sampul: list[str], jenis: JenisDokumen) -> None:
    assert digest(HASIL, family=family, sampul=sampul).jenis is jenis


def test_plan_is_known_by_its_title_and_its_matrices() -> None:
    matriks = {"kind": "renstra", "kolom": ["target@2030", "target@2031"], "baris": "Indeks Mutu Benih | 80 | 82"}
    sampul = ["RENCANA STRATEGIS DINAS CONTOH", "TAHUN 2028 - 2032"]
    rencana = digest(matriks, family="umum", sampul=sampul)
    assert (rencana.jenis, rencana.berlaku) == (JenisDokumen.RENSTRA, (2028, 2032))
    assert figures(only(rencana)) == [("80", 2030), ("82", 2031)]
    assert digest(matriks, HASIL, HASIL, family="lkjip", sampul=sampul).jenis is JenisDokumen.LAPORAN
    assert digest(matriks, family="lkjip").jenis is JenisDokumen.LAPORAN


def test_figures_of_a_report_are_its_own_and_of_whole_years() -> None:
    laporan = digest(
        {
            "kind": "perbandingan",
            "caption": "Tabel 3.2 Perbandingan",
            "kolom": [
                "target@2030",
                "target@2030#TW1",
                "realisasi@2029",
                "realisasi@2030",
                "realisasi@2030/nasional",
                "realisasi@2030:Realisasi s.d. 2030",
            ],
            "baris": "Indeks Mutu Benih | 80 | 20 | 79,5 | 82 | 90 | 300",
        }
    )
    item = only(laporan)
    assert figures(item) == [("80", 2030)]
    assert sorted(figures(item, Part.REALISASI)) == [("79,5", 2029), ("82", 2030)]
    assert all(one.tabel.baris == () and one.tabel.kolom == () and one.baris.fakta == () for one in item.sebutan)
    assert {one.tabel.caption for one in item.sebutan} == {"Tabel 3.2 Perbandingan"}


def test_column_that_says_last_year_is_of_the_year_before() -> None:
    laporan = digest({"kolom": ["realisasi#lalu", "realisasi"], "baris": "Indeks Mutu Benih | 79,5 | 82"})
    assert sorted(figures(only(laporan), Part.REALISASI)) == [("79,5", 2029), ("82", 2030)]


def test_capaian_under_the_heading_realisasi_is_left_out() -> None:
    rows = "Indeks Mutu Benih | {} \nProduksi Padi Gogo | {}\nLuas Kebun Rakyat | {}"
    hasil = {
        "kolom": ["target", "realisasi", "capaian"],
        "baris": rows.format("80 | 82 | 102,50", "700 | 770 | 110,00", "50 | 45 | 90,00"),
    }
    banding = {"kind": "perbandingan", "kolom": ["realisasi@2029", "realisasi@2030"]}
    menyamar = digest(hasil, {**banding, "baris": rows.format("99,1 | 102,50", "98,7 | 110,00", "93,0 | 90,00")})
    assert [figures(item, Part.REALISASI) for item in menyamar.indikator] == [
        [("82", 2030)], [("770", 2030)], [("45", 2030)]
    ]  # fmt: skip
    jujur = digest(hasil, {**banding, "baris": rows.format("79 | 82", "710 | 770", "48 | 45")})
    assert [len(figures(item, Part.REALISASI)) for item in jujur.indikator] == [3, 3, 3]


def test_annexes_and_malformed_targets_are_no_figures() -> None:
    laporan = digest(
        {"kolom": ["target"], "baris": "Indeks Mutu Benih | 25.000.0000"},
        {"kind": "perjanjian", "lampiran": True, "kolom": ["target"], "baris": "Indeks Mutu Benih | 80"},
    )
    item = only(laporan)
    assert figures(item) == [] and item.tak_sah == (2030,)


def test_main_indicators_are_those_of_tables_that_say_so() -> None:
    iku = {**HASIL, "caption": "Tabel 3.1 Capaian Indikator Kinerja Utama"}
    assert only(digest(iku)).utama
    assert only(digest({**HASIL, "caption": "Tabel 3.1 Capaian IKU Dinas"})).utama
    assert not only(digest(HASIL)).utama
    assert not only(digest({**iku, "kind": "perjanjian"})).utama


def test_short_label_keeps_the_printed_heading_above() -> None:
    laporan = digest({"kolom": ["target"], "baris": "+Jumlah Produksi Ternak : {level=1}\nDaging {level=2} | 12"})
    daging = next(item for item in laporan.indikator if item.nama == ("Daging",))
    assert daging.induk == "Jumlah Produksi Ternak"


def test_texts_that_may_name_an_indicator_are_kept() -> None:
    kolom = {"header": "Uraian", "sel": ["Indeks kepatuhan internal dinas", "Nihil", "kata " * 60]}
    assert digest(HASIL, kolom_cetak=[kolom]).disebut == ("Indeks kepatuhan internal dinas",)
    assert digest(HASIL, kolom_cetak=[kolom], family="umum", sampul=["PROFIL DINAS"]).disebut == ()


def test_agreement_lists_indicators_with_targets_of_its_year() -> None:
    janji = agreement("Prosentase Lahan Tergarap | 70 Persen\nJumlah Lumbung Desa | 12 unit\nNilai SAKIP | BB")
    assert (janji.jenis, janji.tahun, janji.kantor) == (JenisDokumen.PERJANJIAN, 2030, KANTOR)
    lahan, lumbung, sakip = janji.indikator
    assert (figures(lahan), lahan.satuan) == ([("70 Persen", 2030)], "%")
    assert (figures(lumbung), lumbung.satuan) == ([("12 unit", 2030)], "unit")
    assert (figures(sakip), sakip.tak_sah, sakip.baku) == ([], (2030,), "nilai-sakip")
    assert lahan.sebutan[0].tabel.caption is None or "PERJANJIAN" in lahan.sebutan[0].tabel.caption


@pytest.mark.parametrize(
    ("isi", "tahun", "dugaan"),
    [
        ({"tentang": "PERJANJIAN KINERJA TAHUN 2031", "tanggal": "3 Januari 2030"}, 2031, False),
        ({"tentang": "PERJANJIAN KINERJA", "tahun": 2030}, 2030, True),
    ],
)
def test_year_of_an_agreement_is_that_of_its_title(isi: dict[str, Any], tahun: int, dugaan: bool) -> None:
    janji = agreement("Indeks Mutu Benih | 80", **isi)
    assert janji.tahun == tahun and figures(only(janji)) == [("80", tahun)]
    assert (Ciri.TAHUN_DUGAAN in janji.ciri) is dugaan


def test_columns_of_quarters_are_no_target_of_the_year() -> None:
    assert figures(only(agreement("Indeks Mutu Benih | 20 | 40 | 60 | 80", kolom="indikator | target | target"))) == []
    kolom = "indikator | target@2030 | target@2031"
    assert figures(only(agreement("Indeks Mutu Benih | 80 | 82", kolom=kolom))) == [("80", 2030), ("82", 2031)]


def test_list_in_one_cell_is_taken_apart_only_with_as_many_numbers() -> None:
    nama = "Produksi yang dihasilkan (ton) : - Daging - Telur"
    rinci = agreement(f"{nama} | 768.495 217.235").indikator
    assert [(item.induk, item.nama, item.satuan, figures(item)) for item in rinci] == [
        ("Produksi yang dihasilkan (ton)", ("Daging",), "ton", [("768.495", 2030)]),
        ("Produksi yang dihasilkan (ton)", ("Telur",), "ton", [("217.235", 2030)]),
    ]
    assert only(agreement(f"{nama} | 768.495")).nama == (nama,)
    assert only(agreement("Angka partisipasi usia 7 - 12 tahun | 90")).induk == ""


def test_sheets_of_subordinates_promise_nothing_for_the_office() -> None:
    lembar = {"kolom": "indikator | target", "indikator": "Indeks Mutu Benih | 80"}
    for jabatan in ("Kepala Bidang Benih", "Kepala Balai Benih Kabupaten Randualas", "Sekretaris Dinas Contoh"):
        janji = {"jenis": "perjanjian", "tentang": "PERJANJIAN KINERJA TAHUN 2030"}
        isi = {**janji, "jabatan": [{**lembar, "jabatan": jabatan}]}
        assert ikhtisar({"berkas": "pk.pdf", "family": "perjanjian", "keputusan": [isi]}).indikator == ()


def test_murni_and_perubahan_in_one_file_are_two_targets_of_one_indicator() -> None:
    lembar = {"jabatan": f"Kepala {INSTANSI}", "kolom": "indikator | target"}
    janji = [
        {
            "jenis": "perjanjian",
            "tentang": judul,
            "jabatan": [{**lembar, "indikator": f"Indeks Mutu Benih | {target}"}],
        }
        for judul, target in (
            ("PERJANJIAN KINERJA TAHUN 2030", "80"),
            ("PERJANJIAN KINERJA PERUBAHAN TAHUN 2030", "82"),
        )
    ]
    berkas = ikhtisar({"berkas": "pk.pdf", "family": "perjanjian", "keputusan": janji})
    assert figures(only(berkas)) == [("80", 2030), ("82", 2030)]
    assert Ciri.PERUBAHAN in berkas.ciri


def test_equal_names_on_one_sheet_stay_two_indicators() -> None:
    janji = agreement("Indeks Mutu Benih | 80\nIndeks Mutu Benih | 60")
    assert [figures(item) for item in janji.indikator] == [[("80", 2030)], [("60", 2030)]]
    assert len({item.kode for item in janji.indikator}) == 2


def test_main_indicators_of_a_decree_are_those_of_the_office() -> None:
    baris = {"kolom": "indikator | formula", "indikator": "Indeks Mutu Benih | Hasil uji"}
    iku = {**baris, "judul": "INDIKATOR KINERJA UTAMA"}
    assert only(decree(iku)).utama
    assert only(decree({**iku, "unit": INSTANSI})).utama
    assert not only(decree({**iku, "unit": "Dinas Pasar Kabupaten Randualas"})).utama
    assert not only(decree({**iku, "jabatan": "Kepala Bidang Benih"})).utama
    assert not only(decree({**baris, "judul": "INDIKATOR KINERJA INDIVIDU"})).utama


def test_sheet_without_heading_is_one_of_main_indicators_by_its_decree() -> None:
    indikator = "Benih | Indeks mutu benih | Hasil uji | Catatan | Bidang"
    assert only(decree({"indikator": indikator})).utama
    assert not only(decree({"indikator": indikator}, tentang="PENETAPAN INDIKATOR KINERJA INDIVIDU")).utama
    assert not only(decree({"indikator": indikator, "judul": "INDIKATOR KINERJA INDIVIDU"})).utama


def test_identity_of_a_promise_is_written_like_that_of_a_row() -> None:
    assert only(agreement("Indeks Mutu Benih | 80")).kode == only(digest(HASIL)).kode == "indeks-mutu-benih"


@pytest.mark.parametrize(
    ("isi", "wanted"),
    [
        ({"nomor": "188/7/2031", "tahun": 2031}, ("188/7/2031", 2031, (2030, 2034))),
        ({"nomor": "7 TAHUN", "tanggal": "4 Januari 2032", "tahun": 2032}, ("7 TAHUN", 2032, (2030, 2034))),
        ({"nomor": "188/    /2031", "tahun": 2031}, (None, 2031, (2030, 2034))),
        ({"nomor": "188/...../2031", "tahun": 2031}, (None, 2031, (2030, 2034))),
        ({"nomor": "", "tahun": 2034}, (None, 2030, (2030, 2034))),
        ({"tentang": "PENETAPAN IKU TAHUN 2033", "nomor": "5/2032"}, ("5/2032", 2033, None)),
    ],
)
def test_number_of_a_decree_and_the_year_it_was_made_in(
    isi: dict[str, Any], wanted: tuple[str | None, int, tuple[int, int] | None]
) -> None:
    lembar = {"indikator": "Benih | Indeks mutu benih | Hasil uji | Catatan | Bidang"}
    found = decree(lembar, **{"tentang": "PENETAPAN INDIKATOR KINERJA UTAMA TAHUN 2030-2034", **isi})
    assert (found.nomor, found.tahun, found.berlaku) == wanted


def test_office_of_a_record_is_read_where_the_letterhead_is_none() -> None:
    lembar = {"jabatan": f"Kepala {INSTANSI}", "kolom": "indikator | target", "indikator": "Indeks Mutu Benih | 80"}
    isi = {"jenis": "perjanjian", "tentang": "PERJANJIAN KINERJA TAHUN 2030", "jabatan": [lembar]}
    for instansi in ("Pemerintah Kabupaten Randualas", ""):
        item = {"berkas": "pk.pdf", "family": "perjanjian", "instansi": instansi, "keputusan": [isi]}
        assert ikhtisar(item).kantor == KANTOR


@pytest.mark.parametrize(
    ("jabatan", "unit", "wanted"),
    [
        ("Kepala Dinas Contoh Kabupaten Randualas", "dinas contoh", True),
        ("KEPALA DINAS", "dinas contoh", True),
        ("Plt. Kepala Dinas Contoh", "dinas contoh", True),
        ("Kepala Badan", "dinas contoh", False),
        ("Kepala Dinas Pasar Kabupaten Randualas", "dinas contoh", False),
        ("Kepala Bidang Benih", "dinas contoh", False),
        ("Camat Sumber", "kecamatan sumber", True),
        ("Inspektur", "inspektorat", True),
        ("Bupati Randualas", "", True),
        ("Bupati Randualas", "dinas contoh", False),
        ("Direktur", "rsud randualas", True),
        ("Kepala DPUPR Kabupaten Randualas", "dinas pekerjaan umum dan penataan ruang", True),
        ("Plt. Kepala DPUPR", "dinas pekerjaan umum dan penataan ruang", True),
        ("Kepala Bidang Jalan DPUPR Kabupaten Randualas", "dinas pekerjaan umum dan penataan ruang", False),
        ("Kepala DPUPR Kabupaten Randualas", "dinas contoh", False),
        ("Kepala", "dinas contoh", False),
    ],
)
def test_head_of_the_office_and_nobody_else(jabatan: str, unit: str, wanted: bool) -> None:
    assert kepala(jabatan, replace(KANTOR, unit=unit)) is wanted


@pytest.mark.parametrize(
    ("teks", "wanted"),
    [
        ("Nilai SAKIP tetap, sementara itu realisasi anggaran naik.", set()),
        ("Upaya perbaikan capaian kinerja terus dilakukan.", set()),
        ("berdasarkan Perjanjian Kinerja (Perubahan) tahun ini", {Ciri.PERUBAHAN}),
        ("Target kinerja direvisi pada bulan Oktober.", {Ciri.PERUBAHAN}),
        ("revisi atas Perjanjian Kinerja", {Ciri.PERUBAHAN}),
        ("Target (Perubahan) 2030", {Ciri.PERUBAHAN}),
        ("target setelah perubahan", {Ciri.PERUBAHAN}),
        ("perubahan iklim dan perjanjian kerja sama", set()),
        ("Peraturan Daerah tentang Perubahan atas RPJMD Tahun 2028-2032", {Ciri.RENCANA_DIUBAH}),
        ("mengacu pada Renstra Perubahan", {Ciri.RENCANA_DIUBAH}),
        ("Renstra Dinas dan perubahan lingkungan strategis", set()),
        ("target Renstra menghadapi perubahan iklim", set()),
        ("kine~a pe~anjian D1NAS", {Ciri.PINDAIAN}),
        ("tahun 20l6, 2O17, 2OI8", {Ciri.PINDAIAN}),
        ("Nomor 23 Tahun 2004, 2006, 2007, 2009; B2SA, P2KP, PP2KB, SMP1", set()),
    ],
)
def test_what_words_bear_on_a_comparison(teks: str, wanted: set[Ciri]) -> None:
    assert baca_ciri(JenisDokumen.LAPORAN, (), [teks], Susunan()) == wanted


def test_year_that_no_title_says_is_a_guess() -> None:
    def ciri(*sampul: str) -> frozenset[Ciri]:
        return digest(HASIL, sampul=list(sampul)).ciri

    assert Ciri.TAHUN_DUGAAN not in ciri("LAPORAN KINERJA", "TAHUN 2030")
    assert Ciri.TAHUN_DUGAAN in ciri("LAPORAN KINERJA", INSTANSI)
    assert Ciri.TAHUN_DUGAAN not in digest(HASIL, family="umum", sampul=["PROFIL DINAS"]).ciri


def test_pictures_behind_the_cover_are_pages_not_read() -> None:
    def ciri(*gambar: int) -> frozenset[Ciri]:
        return baca_ciri(JenisDokumen.LAPORAN, (), [], Susunan(gambar=gambar))

    assert ciri(1, 2) == frozenset() and ciri(1, 14) == {Ciri.TAK_TERBACA}


def test_agreement_is_a_changed_one_by_its_title_alone() -> None:
    def ciri(judul: str, teks: str = "") -> frozenset[Ciri]:
        return baca_ciri(JenisDokumen.PERJANJIAN, [judul], [teks], Susunan())

    assert ciri("PERJANJIAN KINERJA PERUBAHAN TAHUN 2030") == {Ciri.PERUBAHAN}
    assert ciri("PERJANJIAN KINERJA TAHUN 2030", "perubahan perjanjian kinerja dapat dilakukan") == frozenset()


@pytest.mark.parametrize(
    ("judul", "masa"),
    [
        ("IKU DINAS CONTOH TAHUN 2021-2026", (2021, 2026)),
        ("Rencana Strategis 2021 s.d. 2026", (2021, 2026)),
        ("PENETAPAN IKU TAHUN 2026", None),
        ("Nomor 12 Tahun 2026 - 2021", None),
        ("2001-2045", None),
    ],
)
def test_years_that_a_title_spans(judul: str, masa: tuple[int, int] | None) -> None:
    assert baca_masa([judul]) == masa


def test_report_of_a_part_of_the_office_is_not_that_of_the_office() -> None:
    sampul = ["LAPORAN KINERJA", "UPTD BALAI BENIH", INSTANSI.upper(), "TAHUN 2030"]
    assert digest(HASIL, sampul=sampul).kantor is None
    assert digest(HASIL).kantor == KANTOR
