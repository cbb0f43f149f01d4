"""Two names side by side: which words stand for each other, what is left, and what it weighs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalise import Hasil, bandingkan_label
from pipeline.normalise.kata.penjaga import Unsur, uraikan
from pipeline.normalise.nama.ekor import menyingkat
from pipeline.normalise.nama.fitur import Jajaran, berderet, bobot, jajarkan, terurut
from pipeline.normalise.nama.skor import (
    AMBANG_SAMA,
    AMBANG_TANYA,
    BOBOT,
    Fitur,
    Tambahan,
    fitur_huruf,
    fitur_isi,
    fitur_pengganti,
    fitur_takaran,
    fitur_tambahan,
    fitur_urutan,
    nilai_tambahan,
    setingkat,
    skor,
)
from pipeline.normalise.nama.urai import Jenis, Konteks, Nama, baca_nama

words = st.lists(
    st.sampled_from(["kapal", "nelayan", "pesisir", "tambak", "garam", "ikan", "dermaga"]), min_size=1, max_size=6
)


def unsur(text: str) -> tuple[Unsur, ...]:
    return uraikan(tuple(text.split()))


def jajar(a: str, b: str) -> Jajaran:
    return jajarkan(unsur(a), unsur(b))


def nama(text: str) -> Nama:
    return baca_nama(text, Konteks())


def sisa(jajaran: Jajaran) -> tuple[list[str], list[str]]:
    return [item.tulis for item in jajaran.sisa_a], [item.tulis for item in jajaran.sisa_b]


def test_equal_words_and_what_is_left() -> None:
    found = jajar("kapal nelayan pesisir", "kapal nelayan sungai")
    assert sisa(found) == (["pesisir"], ["sungai"])
    assert [pair.nilai for pair in found.padanan] == [1.0, 1.0]


@pytest.mark.parametrize(
    ("a", "b", "cara"),
    [
        ("kapal nelayantradisional", "kapal nelayan tradisional", "ditulis serangkai"),
        ("kapal nelayna pesisir", "kapal nelayan pesisir", "salah tulis: nelayan dan nelayna"),
        ("kelompok pgr pesisir", "kelompok penggerak garam rakyat pesisir", "singkatan pgr"),
        ("binaan pokgar", "binaan kelompok garam", "singkatan pokgar"),
    ],
)
def test_words_written_otherwise_are_found(a: str, b: str, cara: str) -> None:
    for x, y in ((a, b), (b, a)):
        found = jajar(x, y)
        assert sisa(found) == ([], []), found
        assert cara in [pair.cara for pair in found.padanan]


def test_two_letters_are_taken_with_a_doubt() -> None:
    found = jajar("wp terdaftar", "wajib pajak terdaftar")
    assert sisa(found) == ([], [])
    assert found.meragukan
    assert not jajar("kapal nelayna", "kapal nelayan").meragukan


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("kapal nelayan rusak", "kapal nelayan rusuk"),
        ("guru sd", "guru smp"),
        ("akad", "akan"),
        ("peserta lulus", "peserta lolos"),
    ],
)
def test_two_words_of_the_language_are_two(a: str, b: str) -> None:
    assert sisa(jajar(a, b)) != ([], [])


def test_who_does_and_to_whom_it_is_done() -> None:
    assert jajar("pekerja yang melatih", "pekerja yang dilatih").ragam == ("melatih",)
    assert jajar("rumah yang ditempati", "rumah yang ditempatkan").ragam == ("ditempati",)
    assert jajar("pelatihan pekerja", "pekerja yang dilatih").ragam == ()


def test_a_word_said_twice_in_one_name() -> None:
    assert jajar("kapal kapal", "kapal").berulang == ("kapal",)
    assert jajar("kapal kapal", "kapal kapal").berulang == ()


@pytest.mark.parametrize(
    ("singkatan", "kata", "hasil"),
    [
        ("phi", "perselisihan hubungan industrial", True),
        ("gapoktan", "gabungan kelompok tani", True),
        ("pokmas", "kelompok masyarakat", True),
        ("posyantekdes", "pos pelayanan teknologi desa", True),
        ("phi", "perselisihan hubungan kerja", False),
        ("ayamras", "ayam buras", False),
        ("kapal", "kapal nelayan", False),
        ("xyz", "", False),
    ],
)
def test_abbreviations(singkatan: str, kata: str, hasil: bool) -> None:
    assert menyingkat(singkatan, kata.split()) is hasil


def test_an_acronym_may_stand_for_a_word_said_twice() -> None:
    for kiri, kanan in (("jumlah kdk", "jumlah kapal dermaga kapal"), ("jumlah kkk", "jumlah kapal kapal kapal")):
        for a, b in ((kiri, kanan), (kanan, kiri)):
            found = jajar(a, b)
            assert all(len(set(pair.a)) == len(pair.a) and len(set(pair.b)) == len(pair.b) for pair in found.padanan)


def test_rare_words_weigh_more() -> None:
    (umum,), (langka,), (takar,) = unsur("persentase"), unsur("mercusuar"), unsur("kesehatan")
    assert 0 < bobot(umum) < bobot(takar) < bobot(langka) == 1.0


def test_order_without_verbs_that_may_stand_in_front() -> None:
    a, b = unsur("penanganan sampah kota"), unsur("sampah kota yang ditangani")
    x, y = terurut(jajarkan(a, b), a, b)
    assert [item.tulis for item in x] == [item.tulis for item in y] == ["sampah", "kota"]
    assert berderet(x, y) == 1.0
    assert berderet(unsur("desa wisata bahari"), unsur("wisata bahari desa")) == 0.5
    assert berderet(unsur("desa wisata"), unsur("wisata desa")) == 0.0


@given(words, words)
def test_nothing_is_lost_and_sides_do_not_matter(a: list[str], b: list[str]) -> None:
    satu, dua = jajar(" ".join(a), " ".join(b)), jajar(" ".join(b), " ".join(a))
    assert sisa(satu) == sisa(dua)[::-1]
    assert {item.kunci for pair in satu.padanan for item in pair.a} | {item.kunci for item in satu.sisa_a} == {*a}
    assert 0.0 <= fitur_isi(satu) <= 1.0
    assert fitur_isi(satu) == pytest.approx(fitur_isi(dua))


def test_weights_are_a_whole_and_every_feature_has_one() -> None:
    assert sum(BOBOT.values()) == pytest.approx(1.0)
    assert {*BOBOT} == {*Fitur}
    assert skor((nama, 1.0) for nama in Fitur) == 1.0
    assert skor((nama, 0.0) for nama in Fitur) == 0.0
    assert AMBANG_TANYA < AMBANG_SAMA


RAGU = {Fitur.TAMBAHAN: 0.5, Fitur.TAKARAN: 0.3, Fitur.URUTAN: 0.2}


@pytest.mark.parametrize("fitur", RAGU)
def test_one_doubt_asks(fitur: Fitur) -> None:
    nilai = skor((nama, RAGU[fitur] if nama is fitur else 1.0) for nama in Fitur)
    assert AMBANG_TANYA <= nilai < AMBANG_SAMA


def test_one_thing_instead_of_another_is_another_measure() -> None:
    nilai = skor((nama, 0.0 if nama in (Fitur.TAMBAHAN, Fitur.PENGGANTI) else 1.0) for nama in Fitur)
    assert nilai < AMBANG_TANYA
    assert fitur_pengganti(Tambahan.SEMPIT, Tambahan.TANYA) == 0.0
    assert fitur_pengganti(Tambahan.SEMPIT, Tambahan.PENJELAS) == 1.0
    assert fitur_tambahan(Tambahan.PENJELAS, Tambahan.SEMPIT) < fitur_tambahan(Tambahan.TANYA) < 1.0


@pytest.mark.parametrize(
    ("a", "b", "tambahan"),
    [
        ("Jumlah kapal nelayan", "Jumlah kapal nelayan", Tambahan.PENJELAS),
        ("Persentase jumlah kapal nelayan", "Persentase kapal nelayan", Tambahan.PENJELAS),
        ("Jumlah kapal nelayan yang ada", "Jumlah kapal nelayan", Tambahan.PENJELAS),
        ("Jumlah pelaksanaan pelatihan nelayan", "Jumlah pelatihan nelayan", Tambahan.TANYA),
        ("Persentase pelaksanaan pelatihan nelayan", "Persentase pelatihan nelayan", Tambahan.PENJELAS),
        ("Jumlah kegiatan yang dilaksanakan mengacu rencana", "Jumlah kegiatan mengacu rencana", Tambahan.PENJELAS),
        ("Jumlah rekomendasi yang dilaksanakan", "Jumlah rekomendasi", Tambahan.TANYA),
        ("Jumlah pemilik kapal yang memiliki asuransi", "Jumlah pemilik kapal asuransi", Tambahan.PENJELAS),
        ("Persentase kepemilikan kapal", "Persentase kapal", Tambahan.TANYA),
        ("Jumlah penerima kapal", "Jumlah kapal", Tambahan.TANYA),
        ("Nilai SAKIP perangkat daerah", "Nilai SAKIP", Tambahan.PENJELAS),
        ("Persentase perangkat daerah yang tertib", "Persentase yang tertib", Tambahan.TANYA),
        ("Persentase jalan provinsi beraspal", "Persentase jalan beraspal", Tambahan.TANYA),
        ("Persentase kasus yang selesai melalui mediasi", "Persentase kasus yang selesai", Tambahan.TANYA),
        ("Jumlah kapal nelayan masyarakat", "Jumlah kapal nelayan", Tambahan.TANYA),
        ("Jumlah kapal nelayan bersubsidi", "Jumlah kapal nelayan", Tambahan.SEMPIT),
        ("Jumlah kapal nelayan spesialis", "Jumlah kapal nelayan", Tambahan.TAHAP),
        ("Jumlah kapal nelayan yang diperiksa", "Jumlah kapal nelayan", Tambahan.TAHAP),
    ],
)
def test_what_one_name_says_alone(a: str, b: str, tambahan: Tambahan) -> None:
    x, y = nama(a), nama(b)
    unsur_x = uraikan(x.pokok)
    assert nilai_tambahan(x, y, unsur_x, jajarkan(unsur_x, uraikan(y.pokok)).sisa_a) is tambahan


def test_the_level_of_a_named_region_is_no_addition() -> None:
    x, y = nama("Tingkat jalan beraspal provinsi"), nama("Tingkat jalan beraspal Provinsi Banten")
    unsur_x = uraikan(x.pokok)
    assert nilai_tambahan(x, y, unsur_x, jajarkan(unsur_x, uraikan(y.pokok)).sisa_a) is Tambahan.PENJELAS
    (kota,) = unsur("kota")
    assert setingkat("kabupaten", kota) and setingkat("kota", kota)
    assert not setingkat("", kota) and not setingkat("provinsi", kota)


@pytest.mark.parametrize(
    ("a", "b", "takaran"),
    [
        ("Cakupan layanan air", "Persentase layanan air", 1.0),
        ("Jumlah produksi garam", "Produksi garam", 0.9),
        ("Jumlah belanja daerah", "Nilai belanja daerah", 0.9),
        ("Angka kecelakaan laut", "Tingkat kecelakaan laut", 0.9),
        ("Kenaikan produksi garam (%)", "Persentase kenaikan produksi garam", 0.9),
        ("Angka kecelakaan laut", "Persentase kecelakaan laut", 0.3),
        ("Penanganan sampah", "Persentase penanganan sampah", 0.3),
        ("Persentase rasio guru", "Persentase guru", 0.3),
        ("Rasio guru", "Persentase guru", 0.3),
        ("Jumlah guru", "Persentase guru", 0.0),
        ("Jumlah guru", "Nilai guru", 0.0),
    ],
)
def test_kinds_of_measure(a: str, b: str, takaran: float) -> None:
    x, y = nama(a), nama(b)
    found = {fitur_takaran(x, y, uraikan(one.pokok), ("", "")) for one in (x, y)}
    assert max(found) == takaran
    assert max(fitur_takaran(y, x, uraikan(one.pokok), ("", "")) for one in (x, y)) == takaran


def test_units_tell_the_kind() -> None:
    x, y = nama("Penanganan sampah"), nama("Persentase penanganan sampah")
    assert fitur_takaran(x, y, uraikan(x.pokok), ("persen", "persen")) == 0.9
    assert fitur_takaran(x, y, uraikan(x.pokok), ("", "persen")) == 0.3


@pytest.mark.parametrize(
    ("a", "b", "lurus"),
    [
        ("Persentase penanganan sampah", "Persentase sampah yang ditangani", True),
        ("Persentase drainase kota yang baik", "Persentase drainase yang baik kota", False),
        ("Jumlah desa wisata", "Jumlah wisata desa", False),
        ("Jumlah pelatihan nelayan", "Jumlah nelayan yang dilatih", False),
    ],
)
def test_order_of_words(a: str, b: str, lurus: bool) -> None:
    x, y = nama(a), nama(b)
    unsur_x, unsur_y = uraikan(x.pokok), uraikan(y.pokok)
    nilai = fitur_urutan(x, y, jajarkan(unsur_x, unsur_y), unsur_x, unsur_y)
    assert (nilai == 1.0) is lurus


def test_a_head_that_is_only_misspelt_is_the_same_head() -> None:
    assert (
        bandingkan_label("Jumlah atlit berprestasi provinsi", "Jumlah atlet berprestasi provinsi").hasil is Hasil.SAMA
    )


def test_letters() -> None:
    assert fitur_huruf(nama("Jumlah kapal"), nama("Jumlah kapal")) == (1.0, 1.0)
    huruf, sebagian = fitur_huruf(nama("Jumlah kapal"), nama("Jumlah kapal nelayan pesisir"))
    assert huruf < sebagian == 1.0
    assert nama("Jumlah kapal").jenis is Jenis.JUMLAH
