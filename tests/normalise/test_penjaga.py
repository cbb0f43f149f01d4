"""Words that guard a name: what must stand in both, what may be missing, and the table that says so."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalise import Hasil, bandingkan_label
from pipeline.normalise.kata.penjaga import (
    Sifat,
    Unsur,
    kepala,
    larangan,
    menyebut_takaran,
    muat_penjaga,
    terbalik,
    uraikan,
)

JENIS_LAIN = frozenset(("padan", "utuh", "sifat", "besaran", "singkat", "hasil", "tempat"))
DASAR = "kelompok nelayan binaan dinas"


def unsur(text: str) -> tuple[Unsur, ...]:
    return uraikan(tuple(text.split()))


def kunci(text: str) -> list[str]:
    return [item.kunci for item in unsur(text)]


def rows() -> list[dict[str, str]]:
    text = files("schemas").joinpath("kamus", "penjaga.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def test_the_table_has_known_kinds_and_no_empty_words() -> None:
    for row in rows():
        assert row["gugus"] and row["jenis"] in {*map(str, Sifat), *JENIS_LAIN} - {"kode", "isi"}
        assert all(part == " ".join(part.split()) != "" for part in row["kata"].split("|"))
        assert row["kata"] == row["kata"].lower()


def test_no_word_has_two_kinds() -> None:
    seen: dict[str, str] = {}
    for row in rows():
        if row["jenis"] in JENIS_LAIN:
            continue
        for kata in row["kata"].split("|"):
            assert seen.setdefault(kata, row["jenis"]) == row["jenis"], kata


def test_words_of_a_guarding_line_are_one() -> None:
    guards = muat_penjaga()
    for row in rows():
        if row["jenis"] in ("wajib", "lawan"):
            assert len({guards.padan[kata] for kata in row["kata"].split("|")}) == 1


@pytest.mark.parametrize(
    ("a", "b", "gugus"),
    [
        ("warga terlayani", "warga tidak terlayani", "negasi"),
        ("warga terlayani", "warga belum terlayani", "negasi"),
        ("produksi rumput laut", "peningkatan produksi rumput laut", "naik turun"),
        ("peningkatan produksi", "penurunan produksi", "naik turun"),
        ("pelatihan dalam negeri", "pelatihan luar negeri", "dalam luar"),
        ("layanan pra panen", "layanan pasca panen", "sebelum sesudah"),
        ("kapal di bawah 5 gt", "kapal di atas 5 gt", "batas"),
        ("lembaga bipartit", "lembaga tripartit", "pihak"),
        ("atlet putra", "atlet putri", "jenis kelamin"),
        ("guru sd", "guru smp", "jenjang sekolah"),
        ("partisipasi kasar", "partisipasi murni", "kasar murni"),
        ("target produksi", "produksi", "tolok"),
        ("lama tunggu", "rata rata lama tunggu", "ringkasan"),
        ("curah hujan maret", "curah hujan juni", "bulan"),
        ("kelahiran ternak", "kematian ternak", "hidup mati"),
        ("jalan nasional", "jalan provinsi", "tingkat pemerintahan"),
        ("predikat sakip", "sakip", "wujud nilai"),
        ("calon transmigran", "transmigran", "keadaan kini"),
    ],
)
def test_what_forbids(a: str, b: str, gugus: str) -> None:
    for x, y in ((a, b), (b, a)):
        assert gugus in larangan(unsur(x), unsur(y))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("peserta paket a", "peserta paket b"),
        ("kunjungan k1", "kunjungan k4"),
        ("penduduk usia 7 12 tahun", "penduduk usia 13 15 tahun"),
        ("terminal tipe b", "terminal"),
        ("realisasi triwulan 1", "realisasi triwulan 2"),
        ("dosis 1", "dosis 2"),
    ],
)
def test_numbers_and_letters_forbid(a: str, b: str) -> None:
    for x, y in ((a, b), (b, a)):
        assert larangan(unsur(x), unsur(y)) == "angka atau huruf kelas berbeda"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("kenaikan produksi", "peningkatan produksi"),
        ("wanita nelayan", "perempuan nelayan"),
        ("jalan kabupaten", "jalan kabkota"),
        ("peserta 1.000 orang", "peserta 1000 orang"),
        ("anak usia 01 7 tahun", "anak usia 0 17 tahun"),
        ("lulus ujian", "ujian"),
        ("1 satu kecamatan", "1 kecamatan"),
    ],
)
def test_what_does_not_forbid(a: str, b: str) -> None:
    assert larangan(unsur(a), unsur(b)) == ""


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("penanganan sampah", "sampah yang ditangani"),
        ("nelayan yang memiliki sertifikat", "nelayan bersertifikat"),
        ("ketidakpatuhan pemilik kapal", "tidak patuh pemilik kapal"),
        ("siswa yang lulus", "kelulusan siswa"),
        ("umur harapan hidup", "usia harapan hidup"),
        ("layanan yang diselesaikan", "penyelesaian pelayanan"),
    ],
)
def test_words_of_one_meaning_have_one_key(a: str, b: str) -> None:
    assert {*kunci(a)} == {*kunci(b)}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("usaha", "perusahaan"),
        ("kerja", "pekerja"),
        ("pekerja", "pekerjaan"),
        ("guru", "perguruan"),
        ("tingkat", "peningkatan"),
        ("didik", "pendidikan"),
        ("persediaan obat", "penyediaan obat"),
        ("perkembangan wilayah", "pengembangan wilayah"),
    ],
)
def test_affixes_that_turn_the_meaning_stay(a: str, b: str) -> None:
    assert {*kunci(a)} != {*kunci(b)}


def test_joining_words_carry_nothing_and_phrases_are_one() -> None:
    assert unsur("yang di pada dengan untuk") == ()
    assert [item.tulis for item in unsur("siswa peserta didik di luar kota")] == [
        "siswa",
        "peserta didik",
        "luar",
        "kota",
    ]


@pytest.mark.parametrize(
    ("a", "b", "hasil"),
    [
        ("rasio guru terhadap murid", "rasio murid terhadap guru", True),
        ("kontribusi pajak terhadap pendapatan", "kontribusi pendapatan terhadap pajak", True),
        ("rasio guru per murid", "rasio murid per guru", True),
        ("rasio guru terhadap murid", "rasio guru terhadap kelas", False),
        ("rasio guru terhadap murid", "rasio guru murid", False),
    ],
)
def test_sides_of_a_comparison_that_are_exchanged(a: str, b: str, hasil: bool) -> None:
    assert terbalik(a.split(), b.split()) is terbalik(b.split(), a.split()) is hasil


def test_the_head_is_what_is_counted() -> None:
    found = kepala(unsur("total seluruh kapal nelayan"))
    assert found is not None
    assert found.tulis == "kapal"
    assert kepala(unsur("jumlah total")) is None
    assert menyebut_takaran(unsur("total produksi garam"), "jumlah")
    assert not menyebut_takaran(unsur("nelayan"), "jumlah")
    assert not menyebut_takaran((), "uang")


@given(st.sampled_from(sorted(kata for kata, (sifat, _) in muat_penjaga().arti.items() if sifat is Sifat.WAJIB)))
def test_one_guarding_word_more_is_never_the_same_indicator(kata: str) -> None:
    assert bandingkan_label(f"Persentase {DASAR}", f"Persentase {DASAR} {kata}").hasil is not Hasil.SAMA


@given(st.integers(2, 1800))
def test_one_number_more_is_never_the_same_indicator(angka: int) -> None:
    assert bandingkan_label(f"Jumlah {DASAR}", f"Jumlah {DASAR} {angka}").hasil is Hasil.BEDA
