"""Verdicts and classes of sentences, and all that looks like one and is none."""

from __future__ import annotations

import pytest

from extractors.narasi.tokenisasi import tokenize
from extractors.narasi.vonis.baca import read_verdicts
from extractors.narasi.vonis.kata import _POLA, PEMICU
from schemas.narasi import Vonis, VonisTeks
from schemas.provenance import DocxPlace, Place


def _place(mulai: int, akhir: int) -> Place:
    return DocxPlace(block=mulai, row=akhir)


def baca(text: str) -> tuple[VonisTeks, ...]:
    return read_verdicts(tokenize(text), _place)


def vonis(text: str) -> list[tuple[str, str]]:
    return [(item.vonis.value, item.text) for item in baca(text) if item.vonis is not None]


def kelas(text: str) -> list[str]:
    return [item.kelas for item in baca(text) if item.kelas is not None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Angka melek huruf memenuhi target kinerja.", ("tercapai", "memenuhi target")),
        ("Indikator tersebut telah tercapai dengan baik.", ("tercapai", "tercapai")),
        ("Realisasi 71,20% sudah mencapai target yang ditentukan.", ("tercapai", "mencapai target")),
        ("Target tahun ini telah dapat dicapai.", ("tercapai", "dicapai")),
        ("Realisasi 12 dokumen sesuai dengan target.", ("tercapai", "sesuai dengan target")),
        ("Nilai IKM melampaui target.", ("melampaui", "melampaui target")),
        ("Nilai IKM melebihi dari target yang disepakati.", ("melampaui", "melebihi dari target")),
        ("Nilai IKM melebihi dari yang ditargetkan.", ("melampaui", "melebihi dari yang ditargetkan")),
        ("Angka kemiskinan berada di atas target.", ("melampaui", "di atas target")),
        ("Realisasi lebih besar dari target.", ("melampaui", "lebih besar dari target")),
        ("Nilai lebih rendah dibandingkan dengan target 20%.", ("gagal", "lebih rendah dibandingkan dengan target")),
        ("Realisasi lebih baik dari target.", ("melampaui", "lebih baik dari target")),
        ("Cakupan air minum tidak memenuhi target.", ("gagal", "tidak memenuhi target")),
        ("Cakupan air minum belum dapat sepenuhnya mencapai target.", ("gagal", None)),
        ("Target itu tidak seluruhnya tercapai.", ("gagal", "tidak seluruhnya tercapai")),
        ("Target tahun ini belum dapat dicapai.", ("gagal", "belum dapat dicapai")),
        ("Cakupan layanan gagal mencapai target.", ("gagal", "gagal mencapai target")),
        ("Realisasi belum sesuai target.", ("gagal", "belum sesuai target")),
        ("Indeks ini masih dibawah target.", ("gagal", "dibawah target")),
        ("Realisasi kurang dari target yang ditetapkan.", ("gagal", "kurang dari target")),
        ("Realisasi hanya mencapai 81,5 % dari target.", ("gagal", "hanya mencapai 81,5 % dari target")),
        ("Tidak tercapainya target cakupan imunisasi dasar karena pandemi.", ("gagal", "Tidak tercapainya target")),
    ],
)
def test_verdict(text: str, wanted: tuple[str, str | None]) -> None:
    found = vonis(text)
    assert [value for value, _ in found] == [wanted[0]]
    assert wanted[1] in (None, found[0][1])


@pytest.mark.parametrize(
    "text",
    [
        "Pelatihan ditambah untuk mencapai target.",
        "Anggaran digeser agar target tercapai.",
        "Pada akhir periode diharapkan mencapai target.",
        "Nilai itu akan melampaui target.",
        "Angka tersebut dapat mencapai target.",
        "Upaya mencapai target dilakukan bersama.",
        "Keberhasilan memenuhi target bergantung pada anggaran.",
        "Indikator dikatakan tercapai apabila realisasinya sama dengan target.",
        "Jika realisasi melampaui target, diberikan penghargaan.",
        "Apabila indikator tercapai maka laporan ditutup.",
        "Faktor penyebab tidak tercapainya target kinerja.",
        "Uraian tentang tercapai atau tidaknya sasaran.",
        "Kolom status diisi tercapai/tidak tercapai.",
        "Pencapaian target kinerja diuraikan berikut ini.",
        "Target yang telah dicapai perlu dijaga.",
        "Indikator yang belum mencapai target dibahas pada bab berikut.",
        "Realisasi mencapai target sebesar 94%.",
        "Realisasi fisik tercapai 94%.",
        "Beberapa indikator tercapai sesuai target.",
        "Seluruh indikator kinerja memenuhi target.",
        "Sebanyak 6 indikator melampaui target.",
        "Dari 9 (sembilan) indikator semuanya tercapai.",
        "Pelaksanaan kegiatan sesuai target waktu.",
        "Jumlah kasus ditetapkan dengan target kurang dari 49.",
        "Realisasi hampir mencapai target.",
        "Serapan belum melampaui target.",
        "Kebutuhan air baku dapat terpenuhi 80 persen.",
        "Target itu belum dapat dikatakan tercapai.",
        "Persentase penduduk tidak miskin mencapai target.",
        "Prevalensi balita gizi kurang memenuhi target.",
    ],
)
def test_no_verdict(text: str) -> None:
    assert vonis(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Indikator yang telah memenuhi target adalah A dan B.", ["tercapai"]),
        ("Tiga indikator yang belum memenuhi target yakni A, B, dan C.", ["gagal"]),
        ("Indikator yang melampaui target tahun 2031 meliputi A dan B.", ["melampaui"]),
        ("Indikator yang belum tercapai antara lain A.", ["gagal"]),
        ("Yang telah memenuhi target ialah A, adapun yang belum memenuhi target ialah B.", ["tercapai", "gagal"]),
        ("Indikator yang memenuhi target dibahas pada bab berikut.", []),
        ("Indikator yang diharapkan memenuhi target adalah A.", []),
    ],
)
def test_a_relative_verdict_is_one_where_names_follow(text: str, wanted: list[str]) -> None:
    assert [value for value, _ in vonis(text)] == wanted
    assert all(item.jangka is None for item in baca(text))


def test_not_only_is_no_negation() -> None:
    assert vonis("Nilai itu tidak hanya mencapai target.") == [("tercapai", "mencapai target")]


def test_a_comparison_with_jika_sets_no_condition() -> None:
    text = "Jika dibandingkan tahun lalu maka capaian ini melampaui target."
    assert vonis(text) == [("melampaui", "melampaui target")]


def test_a_relative_clause_behind_a_number_tells() -> None:
    assert vonis("Diperoleh nilai sebesar 91,4% yang telah melampaui target.") == [("melampaui", "melampaui target")]


def test_verdicts_of_one_breath_are_one() -> None:
    assert vonis("Indikator ini tercapai bahkan melebihi target.") == [("melampaui", "tercapai bahkan melebihi target")]


def test_verdicts_of_both_senses_stay_apart() -> None:
    found = vonis("Cakupan A telah memenuhi target, sedangkan cakupan B belum memenuhi target.")
    assert [value for value, _ in found] == ["tercapai", "gagal"]


@pytest.mark.parametrize(
    ("text", "tahun", "jangka"),
    [
        ("Realisasi tahun 2031 belum mencapai target.", 2031, None),
        ("Realisasi tahun 2031 dibandingkan tahun 2030 telah melampaui target.", 2031, None),
        ("Nilai ini mencapai target yang ditetapkan pada tahun 2031.", 2031, None),
        ("Sesuai Peraturan Nomor 12 Tahun 2019 nilai ini mencapai target.", None, None),
        ("Nilai ini telah melampaui target akhir RPJMD.", None, "RPJMD"),
        ("Nilai ini belum mencapai target nasional.", None, "nasional"),
        ("Nilai ini memenuhi target pada triwulan III.", None, "triwulan III"),
        ("Realisasi tahun 2031 melampaui target tahun 2029.", 2031, "tahun 2029"),
        ("Realisasi tahun 2031 melampaui target tahun 2031.", 2031, None),
        ("Terhadap target tahun 2033, realisasi tahun 2031 telah memenuhi target.", 2031, "tahun 2033"),
        ("Target tahun 2031 sebesar 90% telah tercapai.", 2031, None),
        ("Nilai ini melampaui target tahun sebelumnya.", None, "tahun sebelumnya"),
        ("Sampai dengan 31 Desember 2031 nilai ini memenuhi target.", 2031, None),
        ("Nilai ini memenuhi target SPM.", None, "SPM"),
        ("Nilai ini memenuhi target karena ada bantuan.", None, None),
        ("Sampai dengan Agustus 2031 nilai ini memenuhi target.", None, "Agustus"),
        ("Bila dihitung sampai akhir Januari, nilai ini memenuhi target.", None, "Januari"),
        ("Agustus 2031 nilai ini memenuhi target.", None, "Agustus 2031"),
    ],
)
def test_year_and_plan(text: str, tahun: int | None, jangka: str | None) -> None:
    (item,) = baca(text)
    assert (item.tahun, item.jangka) == (tahun, jangka)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Indikator ini tercapai dengan kategori sangat berhasil.", ["sangat berhasil"]),
        ("Nilai tersebut masuk katagori katagori Cukup Baik pada tahun ini.", ["Cukup Baik"]),
        ("Capaian sebesar 98,2 dengan perdikat “Tinggi”.", ["Tinggi"]),
        ("Rata-rata capaian 103,70 % (SANGAT BAIK) diperoleh tahun ini.", ["SANGAT BAIK"]),
        ("Capaian 63,1 (Sedang) dan capaian 81 persen (Baik).", ["Sedang", "Baik"]),
        ("Hal itu menunjukkan kinerja sangat rendah.", ["sangat rendah"]),
        ("Opini yang diperoleh berpredikat “Wajar Tanpa Pengecualian”.", ["Wajar Tanpa Pengecualian"]),
        ("Kinerja berada pada kategori ISTIMEWA.", ["ISTIMEWA"]),
        ("Kategori yang sangat kurang baik.", ["sangat kurang baik"]),
        ("Capaian sebesar 91 persen dinyatakan Sangat Baik.", ["Sangat Baik"]),
        ("Capaian 91 persen tergolong tinggi; hal lain menyusul.", ["tinggi"]),
        ("Predikat Cukup Optimal diperoleh unit ini.", ["Cukup Optimal"]),
        ("Air sungai dinyatakan kurang layak minum.", []),
        ("Rumah tergolong cukup sehat.", []),
        ("Kategori cukup mandiri.", []),
        ("Terdapat empat kategori sebagai berikut.", []),
        ("Rapat berjalan dengan baik (lancar).", []),
        ("Sebanyak 12 (dua belas) laporan.", []),
    ],
)
def test_class(text: str, wanted: list[str]) -> None:
    assert kelas(text) == wanted


def test_a_class_is_no_verdict_and_both_keep_their_place() -> None:
    text = "Indikator ini tercapai dengan kategori berhasil."
    first, second = baca(text)
    assert (first.vonis, first.kelas) == (Vonis.TERCAPAI, None)
    assert (second.vonis, second.kelas) == (None, "berhasil")
    for item in (first, second):
        assert text[item.mulai : item.akhir] == item.text
        assert item.place == DocxPlace(block=item.mulai, row=item.akhir)


def test_a_sentence_without_any_gives_nothing() -> None:
    assert baca("Jumlah penduduk tahun 2031 sebanyak 1.204 orang.") == ()


def test_every_pattern_ends_in_a_word_that_a_verdict_cannot_do_without() -> None:
    patterns = [pola for group in _POLA.values() for pola in group]
    assert patterns and all("OP" not in pola[-1] for pola in patterns)
    assert {"target", "ditargetkan", "tercapai", "dipenuhi"} <= PEMICU
