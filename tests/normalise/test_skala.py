"""Scales that regulations set: the shipped ones, their reading, the class of a value, the class of a predicate."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.kelas_skala import padanan
from pipeline.normalise.kamus.dipakai import muat_kamus
from pipeline.normalise.kamus.skala_baku import (
    KOLOM,
    SkalaBaku,
    baca_skala,
    berpredikat,
    berskala,
    kelas_bernama,
    muat_skala,
    skala_berlaku,
)
from schemas.errors import KamusError

SEMUA = muat_skala()
PER_KODE = {skala.kode: skala for skala in SEMUA}
SAKIP = PER_KODE["sakip-88-2021"]


def label(skala: SkalaBaku, nilai: str, toleransi: str = "0") -> list[str]:
    return [kelas.label for kelas in skala.kelas_nilai(Decimal(nilai), Decimal(toleransi))]


def nama(skala: SkalaBaku, predikat: str) -> list[str]:
    return [kelas.label for kelas in kelas_bernama(skala, predikat)]


@pytest.mark.parametrize("skala", SEMUA, ids=lambda skala: skala.kode)
def test_classes_are_not_empty_do_not_overlap_and_are_told_apart(skala: SkalaBaku) -> None:
    assert len(skala.kelas) >= 3
    assert len({kelas.label for kelas in skala.kelas}) == len(skala.kelas)
    for kelas in skala.kelas:
        assert kelas.nama or kelas.singkatan
        assert kelas.dari is None or kelas.sampai is None or kelas.dari < kelas.sampai
        tengah = kelas.sampai if kelas.dari is None else kelas.dari if kelas.sampai is None else None
        contoh = (kelas.dari + kelas.sampai) / 2 if kelas.dari is not None and kelas.sampai is not None else tengah
        assert contoh is not None
        if tengah is None:
            assert skala.kelas_nilai(contoh) == (kelas,)
    for atas, bawah in pairwise(skala.kelas):
        assert atas.dari is not None
        assert bawah.sampai is not None
        assert bawah.sampai <= atas.dari
        assert not (bawah.memuat(bawah.sampai) and atas.memuat(bawah.sampai))


@pytest.mark.parametrize("skala", SEMUA, ids=lambda skala: skala.kode)
def test_every_class_is_found_by_its_name_and_its_letters(skala: SkalaBaku) -> None:
    for kelas in skala.kelas:
        assert kelas_bernama(skala, kelas.label)
        assert set(kelas_bernama(skala, kelas.label)) == {kelas}
        assert set(kelas_bernama(skala, f"Kategori {kelas.label}")) == {kelas}


@pytest.mark.parametrize("skala", SEMUA, ids=lambda skala: skala.kode)
def test_scales_speak_of_known_indicators_and_name_their_regulation(skala: SkalaBaku) -> None:
    assert skala.subjek in {"capaian", *(entri.kode for entri in muat_kamus().indikator)}
    assert skala.rujukan
    assert skala.berlaku_sampai is None or skala.berlaku_dari <= skala.berlaku_sampai


@given(nilai=st.decimals(min_value=-10, max_value=500, places=3), skala=st.sampled_from(SEMUA))
def test_a_value_has_one_class_or_two_neighbours_and_tolerance_only_adds(nilai: Decimal, skala: SkalaBaku) -> None:
    tepat = skala.kelas_nilai(nilai)
    assert len(tepat) <= 2
    assert set(tepat) <= set(skala.kelas_nilai(nilai, Decimal("0.5")))
    urutan = [skala.kelas.index(kelas) for kelas in tepat]
    assert all(b - a == 1 for a, b in pairwise(urutan))


@given(nilai=st.decimals(min_value=11, max_value=100, places=2))
def test_classes_of_a_scale_without_gaps_cover_it(nilai: Decimal) -> None:
    assert len(SAKIP.kelas_nilai(nilai)) == 1


@pytest.mark.parametrize(
    ("skala", "nilai", "kelas"),
    [
        ("sakip-88-2021", "72.50", ["Sangat Baik (BB)"]),
        ("sakip-88-2021", "70.00", ["Baik (B)"]),
        ("sakip-88-2021", "70.01", ["Sangat Baik (BB)"]),
        ("sakip-lama", "72.50", ["Baik (B)"]),
        ("skm-14-2017", "88.30", ["Baik (B)"]),
        ("skm-14-2017", "88.305", ["Sangat Baik (A)", "Baik (B)"]),
        ("skm-14-2017", "3.45", []),
        ("skm-14-2017", "101", []),
        ("skm-14-2017", "20", []),
        ("skm-14-2017-rata-rata", "3.45", ["Baik (B)"]),
        ("capaian-permendagri-86-2017", "90.5", ["Sangat Tinggi", "Tinggi"]),
        ("capaian-permendagri-86-2017", "50.5", ["Rendah", "Sangat Rendah"]),
        ("capaian-permendagri-86-2017", "12", ["Sangat Rendah"]),
        ("capaian-lan-239-2003", "70", ["Berhasil"]),
        ("capaian-lan-239-2003", "69.99", ["Cukup Berhasil"]),
        ("irbi-bnpb", "171.5", ["Tinggi"]),
        ("ipm-bps", "69.99", ["Sedang"]),
        ("spbe-59-2020", "3.5", ["Sangat Baik"]),
    ],
)
def test_class_of_a_value(skala: str, nilai: str, kelas: list[str]) -> None:
    assert label(PER_KODE[skala], nilai) == kelas


def test_a_rounded_value_at_the_edge_may_be_of_both_classes() -> None:
    assert label(SAKIP, "70.00", "0.005") == ["Sangat Baik (BB)", "Baik (B)"]
    assert label(SAKIP, "70.02", "0.005") == ["Sangat Baik (BB)"]


@pytest.mark.parametrize(
    ("predikat", "kelas"),
    [
        ("B", ["Baik (B)"]),
        ("(BB)", ["Sangat Baik (BB)"]),
        ("/BB", ["Sangat Baik (BB)"]),
        ("B (Baik)", ["Baik (B)", "Baik (B)"]),
        ("Sangat Baik", ["Sangat Baik (BB)"]),
        ("Predikat: Sangat Memuaskan", ["Sangat Memuaskan (AA)"]),
        ("B (Sangat Baik)", ["Baik (B)", "Sangat Baik (BB)"]),
        ("b", []),
        ("BB+", []),
        ("A-", []),
        (">B", []),
        ("minimal B", []),
        ("Baik sekali", []),
        ("Nilai", []),
        ("", []),
    ],
)
def test_class_that_a_predicate_names(predikat: str, kelas: list[str]) -> None:
    assert nama(SAKIP, predikat) == kelas


def test_what_says_no_predicate() -> None:
    assert [text for text in ("", "Nilai", "( )", "12,5 poin", "B", "Hijau") if berpredikat(text)] == ["B", "Hijau"]


@pytest.mark.parametrize(
    ("subjek", "tahun", "skala"),
    [
        ("nilai-sakip", 2023, ["sakip-88-2021", "sakip-12-2015"]),
        ("nilai-sakip", 2030, ["sakip-88-2021"]),
        ("nilai-sakip", 2016, ["sakip-12-2015", "sakip-lama"]),
        ("nilai-sakip", 2011, []),
        ("iklh", 2023, []),
        ("iklh", 2024, ["iklh-27-2021"]),
        ("iklh", 2026, []),
        ("indeks-reformasi-birokrasi", 2022, []),
        ("tingkat-pengangguran-terbuka", 2023, []),
    ],
)
def test_scales_in_force(subjek: str, tahun: int, skala: list[str]) -> None:
    assert [item.kode for item in skala_berlaku(subjek, tahun)] == skala


def test_which_indicators_have_a_scale() -> None:
    assert berskala("nilai-sakip")
    assert not berskala("prevalensi-stunting")
    assert not berskala("")


@pytest.mark.parametrize(
    ("kode", "teks"),
    [
        ("sakip-88-2021", "Baik (B), >60–70"),
        ("skm-14-2017", "Baik (B), 76,61–88,30"),
        ("ipm-bps", "Sedang, 60–<70"),
        ("irbi-bnpb", "Tinggi, di atas 144"),
        ("capaian-lan-239-2003", "Tidak Berhasil, di bawah 55"),
        ("capaian-permendagri-86-2017", "Sangat Rendah, sampai 50"),
    ],
)
def test_classes_are_told_as_regulations_print_them(kode: str, teks: str) -> None:
    assert teks in [kelas.teks for kelas in PER_KODE[kode].kelas]


BARIS = "uji,nilai-sakip,Baik (B),1,60,tidak,100,ya,2020,,Peraturan Contoh 1/2020"
BAWAH = "uji,nilai-sakip,Kurang (C),2,0,ya,60,ya,2020,,Peraturan Contoh 1/2020"


def tulis(folder: Path, *lines: str) -> Path:
    path = folder / "skala.csv"
    path.write_text("\n".join((",".join(KOLOM), *lines)), encoding="utf-8")
    return path


def test_a_file_is_read_in_the_order_of_its_classes(tmp_path: Path) -> None:
    skala = baca_skala(tulis(tmp_path, BAWAH, BARIS))
    assert [kelas.label for kelas in skala[0].kelas] == ["Baik (B)", "Kurang (C)"]
    assert (skala[0].kode, skala[0].berlaku_dari, skala[0].berlaku_sampai) == ("uji", 2020, None)


@pytest.mark.parametrize(
    ("lines", "pesan"),
    [
        ((BARIS.replace("Baik (B)", ""),), "baris 2, kolom kelas: kosong"),
        ((BARIS.replace(",60,", ",60 koma 1,"),), "kolom dari: “60 koma 1” bukan bilangan"),
        ((BARIS.replace(",60,", ",NaN,"),), "kolom dari: “NaN” bukan bilangan"),
        ((BARIS.replace(",2020,,", ",dulu,,"),), "kolom berlaku_dari: “dulu” bukan bilangan bulat"),
        ((BARIS.replace("tidak", "mungkin"),), "kolom dari_termasuk: “mungkin” tidak dikenal"),
        ((BARIS.replace(",60,tidak,100,ya,", ",,,,,"),), "isi sekurang-kurangnya satu batas"),
        ((BARIS.replace(",60,", ",160,"),), "tidak di atas dari “160”"),
        ((BARIS, BAWAH.replace(",2,", ",1,")), "“1” sudah dipakai di"),
        ((BARIS, BAWAH.replace(",60,ya", ",61,ya")), "tumpang tindih dengan"),
        ((BARIS.replace("tidak", "ya"), BAWAH), "tumpang tindih dengan"),
        ((BARIS.replace(",1,", ",3,"), BAWAH), "kelas terbaik tidak di urutan 1"),
        ((BARIS, BAWAH.replace("1/2020", "2/2020")), "kolom rujukan: “Peraturan Contoh 2/2020”, padahal"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_its_line(tmp_path: Path, lines: tuple[str, ...], pesan: str) -> None:
    with pytest.raises(KamusError, match=r"skala\.csv baris") as error:
        baca_skala(tulis(tmp_path, *lines))
    assert pesan in str(error.value)


def test_synonyms_name_one_class_each() -> None:
    words = [word for setara in padanan() for word in setara]
    assert len(words) == len(set(words))
    assert all(word == " ".join(word.lower().split()) for word in words)
    assert {"sangat berhasil", "sangat baik", "sangat tinggi", "memuaskan"} in padanan()
    assert {"cukup", "sedang", "cukup berhasil"} < next(setara for setara in padanan() if "cukup" in setara)
