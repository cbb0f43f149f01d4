"""Verdicts against target, realisasi and direction, and against each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from extractors.narasi.tokenisasi import tokenize
from extractors.narasi.vonis.baca import read_verdicts
from pipeline.angka_id import parse_angka
from pipeline.aturan import tetapkan_aturan
from pipeline.klaim.vonis.status import judge
from pipeline.klaim.vonis.tercapai import sesuai
from schemas.kinerja import Arah, Laporan
from schemas.narasi import Kalimat, Putusan, Uji, Vonis
from schemas.provenance import DocxPlace
from tests.checks.laporan_toml import laporan as laporan_toml
from tests.klaim.bentuk import laporan as laporan_kalimat

TABEL: dict[str, Any] = {
    "kolom": ["target", "realisasi"],
    "baris": """
    Cakupan Rumah Layak Huni {naik} | 80,00% | 76,40%
    Angka Kecelakaan Kerja {turun} | 12 | 9
    Indeks Kerukunan {naik} | 70 | 74,2
    Laju Inflasi Pangan {rentang} | 3,5 | 3,5
    """,
}


def _bervonis(kalimat: Kalimat, judul: tuple[str, ...], butir: str | None) -> Kalimat:
    doc = tokenize(kalimat.teks.text)
    vonis = read_verdicts(doc, lambda mulai, akhir: DocxPlace(block=mulai, row=akhir))
    return replace(kalimat, teks=replace(kalimat.teks, vonis=vonis, judul=judul, butir=butir))


def laporan(
    *teks: str, tabel: Sequence[dict[str, Any]] = (TABEL,), judul: tuple[str, ...] = (), butir: str | None = None
) -> Laporan:
    dasar = laporan_toml({"tabel": list(tabel)})
    kalimat = tuple(_bervonis(item, judul, butir) for item in laporan_kalimat(*teks).kalimat)
    return replace(dasar, kalimat=kalimat)


def uji(*teks: str, **lain: Any) -> list[Uji]:
    return list(judge(laporan(*teks, **lain)))


def putusan(*teks: str, **lain: Any) -> list[Putusan]:
    return [item.putusan for item in uji(*teks, **lain)]


@pytest.mark.parametrize(
    ("teks", "wanted"),
    [
        ("Cakupan Rumah Layak Huni memenuhi target.", Putusan.SALAH),
        ("Cakupan Rumah Layak Huni tidak memenuhi target.", Putusan.COCOK),
        ("Cakupan Rumah Layak Huni berada di bawah target.", Putusan.COCOK),
        ("Cakupan Rumah Layak Huni naik dibandingkan tahun sebelumnya dan memenuhi target.", Putusan.SALAH),
        ("Cakupan Rumah Layak Huni melampaui target.", Putusan.SALAH),
        ("Angka Kecelakaan Kerja telah mencapai target.", Putusan.COCOK),
        ("Angka Kecelakaan Kerja belum mencapai target.", Putusan.SALAH),
        ("Angka Kecelakaan Kerja lebih rendah dari target.", Putusan.COCOK),
        ("Angka Kecelakaan Kerja melampaui target.", Putusan.COCOK),
        ("Indeks Kerukunan melampaui target.", Putusan.COCOK),
        ("Laju Inflasi Pangan tidak mencapai target.", Putusan.SALAH),
        ("Laju Inflasi Pangan mencapai target.", Putusan.COCOK),
    ],
)
def test_against_the_row(teks: str, wanted: Putusan) -> None:
    (item,) = uji(teks)
    assert item.putusan is wanted
    assert len(item.fakta) == 2


@pytest.mark.parametrize(
    ("teks", "alasan"),
    [
        ("Cakupan Rumah Sehat memenuhi target.", "kalimat tidak menyebut indikator yang dikenal"),
        ("Cakupan Rumah Layak Huni bersama naiknya Indeks Kerukunan memenuhi target.", "kalimat menyebut lebih"),
        ("Realisasi anggaran Cakupan Rumah Layak Huni pada kegiatan itu memenuhi target.", "yang dinyatakan bukan"),
        ("Di Kecamatan Utara Cakupan Rumah Layak Huni memenuhi target.", "yang dinyatakan bukan"),
        ("Di Kabupaten Selatan Cakupan Rumah Layak Huni memenuhi target.", "yang dinyatakan bukan"),
        ("Penurunan Angka Kecelakaan Kerja belum mencapai target.", "nama yang dinyatakan tidak sama"),
        ("Faktor pendukung Cakupan Rumah Layak Huni tercapai karena gotong royong.", "yang dinyatakan bukan"),
        ("Pada tahun sebelumnya Cakupan Rumah Layak Huni memenuhi target.", "pernyataan tentang sebagian tahun"),
        ("Cakupan Rumah Layak Huni memenuhi target SPM.", "yang dinyatakan target rencana"),
        ("Cakupan Rumah Layak Huni memenuhi target RPJMD.", "yang dinyatakan target rencana"),
        ("Cakupan Rumah Layak Huni melampaui target tahun sebelumnya.", "yang dinyatakan target rencana"),
        ("Cakupan Rumah Layak Huni tahun 2027 memenuhi target.", "target atau realisasi tahun itu tidak tercetak"),
        ("Cakupan Rumah Layak Huni tahun 2030 melampaui target tahun 2027.", "yang dinyatakan target rencana"),
    ],
)
def test_not_judged(teks: str, alasan: str) -> None:
    (item,) = uji(teks)
    assert item.putusan is Putusan.TAK_DIUJI
    assert (item.alasan or "").startswith(alasan)


@pytest.mark.parametrize(
    ("teks", "wanted"),
    [
        ("Indikator yang memenuhi target adalah Indeks Kerukunan dan Cakupan Rumah Layak Huni.", [Putusan.SALAH]),
        ("Indikator yang belum memenuhi target yaitu Cakupan Rumah Layak Huni.", [Putusan.COCOK]),
        ("Indeks Kerukunan dan Angka Kecelakaan Kerja memenuhi target.", [Putusan.COCOK]),
        (
            "Indikator yang memenuhi target adalah Cakupan Rumah Layak Huni, adapun yang belum memenuhi target ialah "
            "Indeks Kerukunan.",
            [Putusan.SALAH],
        ),
        ("Indikator yang memenuhi target adalah Cakupan Rumah Sehat.", [Putusan.TAK_DIUJI]),
        ("Kelurahan yang memenuhi target adalah yang punya Cakupan Rumah Layak Huni.", [Putusan.TAK_DIUJI]),
    ],
)
def test_a_list_shares_its_verdict_and_is_told_once(teks: str, wanted: list[Putusan]) -> None:
    assert putusan(teks) == wanted


def test_a_list_names_only_the_wrong_ones_with_their_places() -> None:
    teks = "Indeks Kerukunan, Cakupan Rumah Layak Huni dan Angka Kecelakaan Kerja belum memenuhi target."
    (item,) = uji(teks)
    assert item.subjek == "Indeks Kerukunan, Angka Kecelakaan Kerja"
    assert len(item.fakta) == 4
    assert "Rumah" not in item.pesan


ARAH_TERBUKA = "Luas Hutan Kota | 12.450 | 12.318 | {}"


@pytest.mark.parametrize(
    ("capaian", "wanted"),
    [("98,94", Putusan.SALAH), ("101,06", Putusan.COCOK), ("97,00", Putusan.TAK_DIUJI), ("", Putusan.TAK_DIUJI)],
)
def test_a_printed_capaian_tells_the_direction(capaian: str, wanted: Putusan) -> None:
    tabel = {"kolom": ["target", "realisasi", "capaian"], "baris": ARAH_TERBUKA.format(capaian)}
    (item,) = uji("Luas Hutan Kota telah tercapai.", tabel=[tabel])
    assert item.putusan is wanted
    assert len(item.fakta) == {Putusan.SALAH: 3, Putusan.COCOK: 2, Putusan.TAK_DIUJI: 0}[wanted]


def test_a_capaian_of_a_report_that_divides_everything_by_its_target_tells_nothing() -> None:
    tabel = {
        "kolom": ["target", "realisasi", "capaian"],
        "baris": ARAH_TERBUKA.format("98,94") + "\nAngka Kecelakaan Kerja {turun} | 12 | 9 | 75,00",
    }
    dasar = tetapkan_aturan(laporan("Luas Hutan Kota telah tercapai.", tabel=[tabel]))
    assert [item.putusan for item in judge(dasar)] == [Putusan.TAK_DIUJI]


def test_a_quarter_in_the_heading_says_nothing_of_the_year() -> None:
    (item,) = uji("Cakupan Rumah Layak Huni memenuhi target.", judul=("Capaian Triwulan II",))
    assert item.alasan == "pernyataan tentang sebagian tahun atau tahun lain"


_SEBAGIAN = "pernyataan tentang sebagian tahun atau tahun lain"
_LUAR = "pernyataan tentang wilayah lain"
_ANDAI = "pernyataan tentang risiko, kemungkinan, atau syarat"
_KETERANGAN = "keterangan di sekitar pernyataan itu mungkin membatasinya"


@pytest.mark.parametrize(
    ("teks", "alasan"),
    [
        ("Sampai dengan triwulan III Indeks Kerukunan belum mencapai target.", _SEBAGIAN),
        ("Sampai dengan triwulan III Indeks Kerukunan belum mencapai target, tetapi akhirnya 74,2.", _SEBAGIAN),
        ("Walaupun pada awal tahun Indeks Kerukunan belum mencapai target, akhirnya target itu terlewati.", _SEBAGIAN),
        ("Indeks Kerukunan semula belum mencapai target.", _SEBAGIAN),
        ("Indeks Kerukunan belum mencapai target hingga bulan kesembilan.", _SEBAGIAN),
        ("Pada kuartal kedua, Indeks Kerukunan belum mencapai target.", _SEBAGIAN),
        ("Indeks Kerukunan provinsi belum mencapai target.", _LUAR),
        ("Di tingkat provinsi, Indeks Kerukunan belum mencapai target.", _LUAR),
        ("Indeks Kerukunan belum mencapai target di kabupaten.", _LUAR),
        ("Risiko yang dicatat: Indeks Kerukunan tidak mencapai target.", _ANDAI),
        ("Bila kegiatan ditunda, maka Indeks Kerukunan tidak mencapai target.", _ANDAI),
        ("Ada kemungkinan Indeks Kerukunan tidak mencapai target.", _ANDAI),
        ("Menjelang akhir tahun Indeks Kerukunan belum mencapai target.", _KETERANGAN),
        ("Untuk kawasan pesisir Indeks Kerukunan belum mencapai target.", _KETERANGAN),
        ("Indeks Kerukunan belum mencapai target di dua pulau.", _KETERANGAN),
        ("Indeks Kerukunan belum mencapai target, khususnya bagi perantau.", _KETERANGAN),
    ],
)
def test_a_verdict_that_words_confine_is_none_of_the_year(teks: str, alasan: str) -> None:
    (item,) = uji(teks)
    assert (item.putusan, item.alasan) == (Putusan.TAK_DIUJI, alasan)


@pytest.mark.parametrize(
    "teks",
    [
        "Sampai dengan akhir tahun 2030 Indeks Kerukunan belum mencapai target.",
        "Hingga bulan Desember 2030 Indeks Kerukunan belum mencapai target.",
        "Dari sisi ketertiban, Indeks Kerukunan belum mencapai target dalam perjanjian kinerja.",
        "Pada tahun 2030, Indeks Kerukunan belum mencapai target karena pertemuan ditunda pada triwulan IV.",
        "Jika dibandingkan dengan target, Indeks Kerukunan belum mencapai target.",
        "Indeks Kerukunan belum mencapai target yang ditetapkan pada awal tahun.",
        "Untuk indikator Indeks Kerukunan target belum tercapai.",
    ],
)
def test_a_verdict_on_the_whole_year_is_judged(teks: str) -> None:
    assert putusan(teks) == [Putusan.SALAH]


def test_another_target_of_the_sentence_may_be_the_one_that_is_meant() -> None:
    (item,) = uji("Indeks Kerukunan tidak mencapai target {target:80}.")
    assert item.putusan is Putusan.TAK_DIUJI
    assert item.alasan == "angka lain dalam kalimat itu membenarkan pernyataannya"
    assert putusan("Indeks Kerukunan tidak mencapai target {target:70}.") == [Putusan.SALAH]


@pytest.mark.parametrize("judul", ["Identifikasi Risiko", "Kecamatan Utara"])
def test_a_heading_of_risks_or_of_a_part_of_the_area_confines(judul: str) -> None:
    assert putusan("Indeks Kerukunan belum mencapai target.", judul=(judul,)) == [Putusan.TAK_DIUJI]
    assert putusan("Indeks Kerukunan belum mencapai target.", judul=(judul, "Capaian")) == [Putusan.SALAH]


def test_a_year_in_the_heading_is_that_of_the_verdict() -> None:
    assert putusan("Cakupan Rumah Layak Huni memenuhi target.", judul=("Capaian Tahun 2028",)) == [Putusan.TAK_DIUJI]


def test_the_sentence_comes_before_the_table() -> None:
    teks = "Cakupan Rumah Layak Huni memenuhi target dengan realisasi {realisasi:81,5%} dari target {target:80%}."
    (item,) = uji(teks)
    assert item.putusan is Putusan.COCOK
    teks = "Indeks Kerukunan memenuhi target dengan realisasi {realisasi:68,1} dari target {target:70}."
    assert putusan(teks) == [Putusan.TAK_DIUJI]


def test_wrong_numbers_of_the_sentence_are_named() -> None:
    tanpa_realisasi = {"kolom": ["target"], "baris": "Rasio Dokter {naik} | 24,0"}
    teks = "Rasio Dokter tercapai dengan realisasi {realisasi:21,7} dari target {target:24,0}."
    (item,) = uji(teks, tabel=[tanpa_realisasi])
    assert item.putusan is Putusan.SALAH
    assert item.klaim[0].vonis == 0
    assert {rujukan.klaim for rujukan in item.klaim[1:]} == {0, 1}
    for kata in ("Rasio Dokter", "tercapai", "21,7", "24,0"):
        assert kata in item.pesan


@pytest.mark.parametrize("sifat", ["wilayah=nasional", "periode=triwulan III", "jangka=RPJMD", "tahun=2026"])
def test_a_target_of_another_kind_is_none_of_the_verdict(sifat: str) -> None:
    angka = "realisasi {realisasi:76,4%}, target {target:70%|" + sifat + "}"
    assert putusan(f"Cakupan Rumah Layak Huni tidak memenuhi target, {angka}.") == [Putusan.COCOK]


def test_one_printed_target_that_is_met_keeps_silent() -> None:
    perjanjian = {"kind": "perjanjian", "kolom": ["target"], "baris": "Cakupan Rumah Layak Huni {naik} | 75,00%"}
    (item,) = uji("Cakupan Rumah Layak Huni memenuhi target.", tabel=[TABEL, perjanjian])
    assert item.alasan == "target yang tercetak tidak sepakat"


def test_two_senses_are_one_finding_with_all_places() -> None:
    items = uji("Cakupan Rumah Layak Huni memenuhi target.", "", "Cakupan Rumah Layak Huni belum mencapai target.")
    (item,) = items
    assert item.putusan is Putusan.SALAH
    assert [rujukan.kalimat for rujukan in item.klaim] == [0, 1]
    assert "kalimat lain menyebutnya “belum mencapai target”" in item.pesan


def test_two_senses_of_two_years_are_none() -> None:
    tabel = {
        "kolom": ["target@2029", "realisasi@2029", "target@2030", "realisasi@2030"],
        "baris": "Indeks Kerukunan {naik} | 70 | 68 | 71 | 74",
    }
    teks = ("Indeks Kerukunan tahun 2029 belum mencapai target.", "", "Indeks Kerukunan tahun 2030 mencapai target.")
    assert putusan(*teks, tabel=[tabel]) == [Putusan.COCOK, Putusan.COCOK]


def test_this_indicator_is_that_of_the_list_item() -> None:
    butir = "Cakupan Rumah Layak Huni, dengan realisasi 76,40%"
    assert putusan("Indikator ini memenuhi target.", butir=butir) == [Putusan.SALAH]
    assert putusan("Hal itu memenuhi target.", butir=butir) == [Putusan.TAK_DIUJI]


def test_a_direction_that_the_targets_contradict_is_unknown() -> None:
    tabel = {
        "kolom": ["target@2028", "target@2029", "target@2030", "realisasi@2030"],
        "baris": "Angka Kecelakaan Kerja {turun} | 12 | 14 | 16 | 18",
    }
    assert putusan("Angka Kecelakaan Kerja tidak mencapai target.", tabel=[tabel]) == [Putusan.TAK_DIUJI]


@pytest.mark.parametrize(
    ("vonis", "kata", "arah", "target", "realisasi", "wanted"),
    [
        (Vonis.TERCAPAI, "tercapai", Arah.NAIK, "80", "80,0", True),
        (Vonis.TERCAPAI, "tercapai", Arah.NAIK, "80,04", "80,0", True),
        (Vonis.TERCAPAI, "tercapai", Arah.NAIK, "80,11", "80,0", False),
        (Vonis.TERCAPAI, "tercapai", Arah.TURUN, "80", "80,1", False),
        (Vonis.GAGAL, "tidak tercapai", Arah.TIDAK_DIKETAHUI, "80", "80", False),
        (Vonis.GAGAL, "tidak tercapai", Arah.TIDAK_DIKETAHUI, "80", "81", None),
        (Vonis.GAGAL, "tidak tercapai", Arah.TURUN, "80", "81", True),
        (Vonis.MELAMPAUI, "melampaui target", Arah.NAIK, "80", "80", None),
        (Vonis.MELAMPAUI, "melampaui target", Arah.TURUN, "80", "91", None),
        (Vonis.MELAMPAUI, "melampaui target", Arah.TURUN, "80", "71", True),
        (Vonis.MELAMPAUI, "melampaui target", Arah.NAIK, "80", "71", False),
        (Vonis.TERCAPAI, "tercapai", Arah.TIDAK_DIKETAHUI, "<= 49", "56,23", False),
        (Vonis.TERCAPAI, "tercapai", Arah.NAIK, "<= 49", "56,23", None),
        (Vonis.TERCAPAI, "tercapai", Arah.NAIK, "70 - 80", "60", None),
        (Vonis.GAGAL, "di bawah target", Arah.TURUN, "80", "85", None),
        (Vonis.GAGAL, "di bawah target", Arah.NAIK, "80", "85", False),
        (Vonis.GAGAL, "di bawah target", Arah.TURUN, "80", "75", True),
        (Vonis.MELAMPAUI, "di atas target", Arah.NAIK, "80", "75", False),
    ],
)
def test_sesuai(vonis: Vonis, kata: str, arah: Arah, target: str, realisasi: str, wanted: bool | None) -> None:
    assert sesuai(vonis, kata, arah, parse_angka(target), parse_angka(realisasi)) is wanted


def test_a_counted_realisasi_equal_to_its_target_exceeds_nothing() -> None:
    angka = parse_angka("12 dokumen")
    assert sesuai(Vonis.MELAMPAUI, "melampaui target", Arah.NAIK, angka, angka, pas=True) is False
