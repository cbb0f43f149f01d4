"""Changes, gaps, points and words of direction, on sentences whose numbers are marked."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline.klaim.anggaran import besaran
from pipeline.klaim.selisih import vonis as selisih
from schemas.kinerja import Laporan
from schemas.narasi import Perihal, Putusan, RujukanFakta, Uji
from tests.checks import laporan_toml
from tests.klaim.bentuk import laporan

C, S, T = Putusan.COCOK, Putusan.SALAH, Putusan.TAK_DIUJI


def putusan(lap: Laporan) -> dict[Perihal, list[Putusan]]:
    """Outcomes by subject."""
    hasil: dict[Perihal, list[Putusan]] = {}
    for uji in (*selisih.judge(lap), *besaran.judge(lap)):
        hasil.setdefault(uji.perihal, []).append(uji.putusan)
    return hasil


def salah(lap: Laporan) -> list[Uji]:
    """Everything called wrong."""
    return [uji for uji in (*selisih.judge(lap), *besaran.judge(lap)) if uji.putusan is S]


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        # amounts
        (
            "Angka melek huruf tahun 2029 sebesar {nilai:93,10%|tahun=2029} dan tahun 2030 sebesar "
            "{nilai:94,35%|tahun=2030} mengalami kenaikan sebesar {selisih:1,25|arah=naik}.",
            {Perihal.SELISIH: [C], Perihal.ARAH_KATA: [C]},
        ),
        (
            "Angka melek huruf tahun 2029 sebesar {nilai:93,10%|tahun=2029} dan tahun 2030 sebesar "
            "{nilai:94,35%|tahun=2030} mengalami kenaikan sebesar {selisih:1,52|arah=naik}.",
            {Perihal.SELISIH: [S]},
        ),
        (
            "Cakupan turun {selisih:2,5 poin|arah=turun} dari {nilai:40,5%|tahun=2029} menjadi "
            "{nilai:38,0%|tahun=2030}.",
            {Perihal.SELISIH: [C], Perihal.ARAH_KATA: [C]},
        ),
        (
            "Jumlah kunjungan tahun 2030 sebanyak {realisasi:1.860 orang|tahun=2030}, berkurang "
            "{selisih:140 orang|arah=turun} "
            "dibandingkan tahun 2029 yang sebanyak {nilai:2.000 orang|tahun=2029}.",
            {Perihal.SELISIH: [C], Perihal.ARAH_KATA: [C]},
        ),
        (
            "Jumlah kunjungan tahun 2030 sebanyak {realisasi:1.860 orang|tahun=2030}, berkurang "
            "{selisih:7 persen|arah=turun} "
            "dibandingkan tahun 2029 yang sebanyak {nilai:2.000 orang|tahun=2029}.",
            {Perihal.SELISIH: [C], Perihal.ARAH_KATA: [C]},
        ),
        (
            "Jumlah kunjungan tahun 2030 sebanyak {realisasi:1.860 orang|tahun=2030}, berkurang "
            "{selisih:150 orang|arah=turun} "
            "dibandingkan tahun 2029 yang sebanyak {nilai:2.000 orang|tahun=2029}.",
            {Perihal.SELISIH: [S]},
        ),
        # chains, levels elsewhere, averages, estimates: no judgement unless something fits
        (
            "Nilai tahun 2028 sebesar {nilai:60,1|tahun=2028}, tahun 2029 sebesar "
            "{nilai:62,4|tahun=2029} dan tahun 2030 "
            "sebesar {nilai:65,0|tahun=2030} naik sebesar {selisih:4,9|arah=naik}.",
            {Perihal.SELISIH: [C], Perihal.ARAH_KATA: [C]},
        ),
        (
            "Nilai tahun 2028 sebesar {nilai:60,1|tahun=2028}, tahun 2029 sebesar "
            "{nilai:62,4|tahun=2029} dan tahun 2030 "
            "sebesar {nilai:65,0|tahun=2030} naik sebesar {selisih:3,1|arah=naik}.",
            {Perihal.SELISIH: [S]},
        ),
        ("Produksi naik {selisih:12,5 persen|arah=naik}.", {Perihal.SELISIH: [T]}),
        (
            "Umur harapan tumbuh rata-rata {selisih:0,24 persen|arah=naik} per tahun dari "
            "{nilai:67,46|tahun=2020} menjadi "
            "{nilai:69,10|tahun=2030}.",
            {Perihal.SELISIH: [T]},
        ),
        (
            "Kasus turun sekitar {selisih:50 kasus|arah=turun,pendekatan=ya} dari "
            "{nilai:2.012 kasus|tahun=2029} menjadi "
            "{nilai:1.958 kasus|tahun=2030}.",
            {Perihal.SELISIH: [T]},
        ),
        # another subject between level and change
        (
            "Angka kesakitan tahun 2029 {nilai:12,5%|tahun=2029} dan tahun 2030 "
            "{nilai:11,5%|tahun=2030} sedangkan cakupan "
            "imunisasi naik {selisih:3,2 persen|arah=naik}.",
            {Perihal.SELISIH: [T]},
        ),
        # points
        (
            "Cakupan naik {selisih:4,5%|arah=naik} dari {nilai:40,5%|tahun=2029} menjadi {nilai:45,0%|tahun=2030}.",
            {Perihal.SELISIH: [C], Perihal.POIN: [S], Perihal.ARAH_KATA: [C]},
        ),
        (
            "Cakupan naik {selisih:11,11%|arah=naik} dari {nilai:40,5%|tahun=2029} menjadi {nilai:45,0%|tahun=2030}.",
            {Perihal.SELISIH: [C], Perihal.POIN: [C], Perihal.ARAH_KATA: [C]},
        ),
        (
            "Cakupan naik {selisih:4,5 persen} poin dari {nilai:40,5%|tahun=2029} menjadi {nilai:45,0%|tahun=2030}.",
            {Perihal.SELISIH: [C], Perihal.POIN: [C]},
        ),
        (
            "Produksi naik {selisih:12,5%|arah=naik} dari {nilai:800 ton|tahun=2029} menjadi "
            "{nilai:900 ton|tahun=2030}.",
            {Perihal.SELISIH: [C], Perihal.ARAH_KATA: [C]},
        ),
        (
            "Angka putus sekolah terealisasi {realisasi:3,30%}, lebih tinggi dari target "
            "{target:2,80%} atau lebih besar "
            "{selisih:0,50%|acuan=target,arah=naik}.",
            {Perihal.SELISIH: [C], Perihal.POIN: [S], Perihal.ARAH_KATA: [C]},
        ),
        # direction
        (
            "Cakupan mengalami penurunan sebesar {selisih:4,5 poin|arah=turun} dari {nilai:40,5%|tahun=2029} menjadi "
            "{nilai:45,0%|tahun=2030}.",
            {Perihal.SELISIH: [C], Perihal.ARAH_KATA: [S]},
        ),
        (
            "Cakupan tahun 2030 sebesar {nilai:45,0%|tahun=2030} dan tahun 2029 sebesar "
            "{nilai:40,5%|tahun=2029} mengalami "
            "kenaikan sebesar {selisih:4,5 poin|arah=naik}.",
            {Perihal.SELISIH: [C], Perihal.ARAH_KATA: [C]},
        ),
        (
            "Indeks di perdesaan pada 2030 tercatat {nilai:0,255|tahun=2030} meningkat dibanding "
            "indeks 2029 yang sebesar "
            "{nilai:0,262|tahun=2029}.",
            {Perihal.ARAH_KATA: [S]},
        ),
        (
            "Angka kesakitan turun dari {nilai:12,5%|tahun=2029} menjadi {nilai:11,5%|tahun=2030}.",
            {Perihal.ARAH_KATA: [C]},
        ),
        (
            "Angka kesakitan turun dari {nilai:11,5%|tahun=2029} menjadi {nilai:12,5%|tahun=2030}.",
            {Perihal.ARAH_KATA: [S]},
        ),
        ("Peringkat daerah naik dari {nilai:12|tahun=2029} menjadi {nilai:7|tahun=2030}.", {Perihal.ARAH_KATA: [T]}),
        (
            "Neraca membaik dan naik dari minus {nilai:3,49 persen|tahun=2029} menjadi minus "
            "{nilai:1,20 persen|tahun=2030}.",
            {Perihal.ARAH_KATA: [T]},
        ),
        (
            "Nilai survei tidak meningkat dari {nilai:80,5|tahun=2029} menjadi {nilai:79,5|tahun=2030}.",
            {},
        ),
        ("Realisasi {realisasi:71,2%} melampaui target {target:75,0%}.", {Perihal.ARAH_KATA: [S]}),
        ("Realisasi {realisasi:78,2%} melampaui target {target:75,0%}.", {Perihal.ARAH_KATA: [C]}),
        ("Realisasi {realisasi:71,2%} belum melampaui target {target:75,0%}.", {Perihal.ARAH_KATA: [T]}),
        ("Realisasi {realisasi:98,01%} melebihi target sebesar {target:100,01%}.", {Perihal.ARAH_KATA: [T]}),
        (
            "Kinerja penanganan meningkat, dari {nilai:35 kasus|tahun=2029} menjadi {nilai:20 kasus|tahun=2030}.",
            {},
        ),
        (
            "Kasus tahun 2030 sebanyak {nilai:20 kasus|tahun=2030} sehingga kinerja meningkat "
            "dibanding tahun 2029 sebanyak "
            "{nilai:35 kasus|tahun=2029}.",
            {},
        ),
        (
            "Angka kesakitan tahun 2030 sebesar {nilai:5,05%|tahun=2030} menurun dibanding nasional "
            "tahun 2029 sebesar "
            "{nilai:4,86%|tahun=2029,wilayah=nasional}.",
            {},
        ),
        (
            "Angka kesakitan turun sehingga {realisasi:10,12%} melampaui target penurunan sebesar {target:12,00%}.",
            {Perihal.ARAH_KATA: [T]},
        ),
        (
            "Angka kesakitan tahun 2029 sebesar {nilai:10,1%|tahun=2029} turun menjadi {nilai:10,9%|tahun=2030}.",
            {Perihal.ARAH_KATA: [S]},
        ),
        # what stands behind "dibanding tahun …" may be a level
        (
            "Nilai tahun 2028 sebesar {nilai:95,0|tahun=2028} dan tahun 2030 sebesar "
            "{nilai:98,0|tahun=2030}, meningkat "
            "dibandingkan tahun 2029 sebesar {selisih:97,8|arah=naik}.",
            {Perihal.SELISIH: [T]},
        ),
        # multipliers
        (
            "Angkatan kerja bertambah {selisih:12.400 orang|arah=naik} dari "
            "{nilai:512.300 ribu orang|tahun=2029} menjadi "
            "{nilai:524.700 ribu orang|tahun=2030}, setara {lain:52,4 ribu orang}.",
            {Perihal.BESARAN: [S]},
        ),
        (
            "Pendapatan naik {selisih:Rp 1,5 juta|arah=naik} dari {nilai:Rp 12,0 miliar|tahun=2029} menjadi "
            "{nilai:Rp 13,5 miliar|tahun=2030}.",
            {Perihal.BESARAN: [S]},
        ),
        (
            "Pendapatan naik {selisih:Rp 1,5 miliar|arah=naik} dari {nilai:Rp 12,0 miliar|tahun=2029} menjadi "
            "{nilai:Rp 13,5 miliar|tahun=2030}.",
            {Perihal.SELISIH: [C], Perihal.ARAH_KATA: [C], Perihal.BESARAN: [C]},
        ),
    ],
)
def test_judgement(teks: str, harap: dict[Perihal, list[Putusan]]) -> None:
    assert putusan(laporan(teks)) == harap


def test_levels_in_the_sentence_before_confirm_but_never_accuse() -> None:
    lalu = "TPT tahun 2029 sebesar {nilai:5,39 persen|tahun=2029} dan tahun 2030 {nilai:6,91 persen|tahun=2030}."
    cocok = laporan(lalu, "Wabah membuat angka itu meningkat {selisih:1,52 poin|arah=naik}.")
    assert putusan(cocok) == {Perihal.SELISIH: [C]}
    beda = laporan(lalu, "Wabah membuat angka itu meningkat {selisih:2,51 poin|arah=naik}.")
    assert putusan(beda) == {Perihal.SELISIH: [T]}
    paragraf_lain = laporan(lalu, "", "Wabah membuat angka itu meningkat {selisih:1,52 poin|arah=naik}.")
    assert putusan(paragraf_lain) == {Perihal.SELISIH: [T]}


def test_points_are_not_asked_of_levels_that_only_other_sentences_hold() -> None:
    lalu = "Cakupan tahun 2029 sebesar {nilai:40,5%|tahun=2029} dan tahun 2030 {nilai:45,0%|tahun=2030}."
    assert putusan(laporan(lalu, "Program itu meningkat {selisih:4,5%|arah=naik}.")) == {Perihal.SELISIH: [C]}
    kini = "Cakupan meningkat {selisih:4,5%|arah=naik} dari tahun 2029 yang sebesar {nilai:40,5%|tahun=2029}."
    dulu = "Cakupan tahun 2030 sebesar {nilai:45,0%|tahun=2030}."
    assert putusan(laporan(dulu, kini)) == {Perihal.SELISIH: [C], Perihal.POIN: [S]}


def test_two_years_of_the_bound_row_confirm_a_change() -> None:
    teks = laporan("Cakupan meningkat {selisih:1,85 poin|arah=naik} dibanding tahun lalu.")
    assert putusan(teks) == {Perihal.SELISIH: [T]}
    isi = {"kind": "perbandingan", "kolom": ["realisasi@2029", "realisasi@2030"], "baris": "Cakupan | 71,20 | 73,05"}
    tabel = laporan_toml.laporan({"tabel": [isi]}).tabel
    (kalimat,) = teks.kalimat
    terikat = replace(
        kalimat, klaim=tuple(replace(klaim, baris=(RujukanFakta(tabel=0, baris=0),)) for klaim in kalimat.klaim)
    )
    (uji,) = selisih.judge(replace(teks, tabel=tabel, kalimat=(terikat,)))
    assert uji.putusan is C
    assert len(uji.fakta) == 2


def test_hint_names_the_sentence_that_the_amount_belongs_to() -> None:
    tetangga = (
        "Angka melek huruf tahun 2029 sebesar {nilai:64,41%|tahun=2029} dan tahun 2030 sebesar "
        "{nilai:67,19%|tahun=2030} "
        "mengalami kenaikan sebesar {selisih:2,78|arah=naik}."
    )
    keliru = (
        "Nilai survei tahun 2029 sebesar {nilai:87,25|tahun=2029} dan tahun 2030 sebesar {nilai:87,61|tahun=2030} "
        "mengalami kenaikan sebesar {selisih:2,78|arah=naik}."
    )
    (uji,) = salah(laporan(tetangga, "", keliru))
    assert uji.perihal is Perihal.SELISIH
    assert "2,78" in uji.pesan
    assert "0,36" in uji.pesan
    assert uji.petunjuk is not None
    assert "melek huruf" in uji.petunjuk


def test_message_of_a_doubled_multiplier_quotes_the_numbers() -> None:
    (uji,) = salah(
        laporan(
            "Angkatan kerja bertambah {selisih:12.400 orang|arah=naik} dari "
            "{nilai:512.300 ribu orang|tahun=2029} menjadi "
            "{nilai:524.700 ribu orang|tahun=2030}.",
            "Yang bekerja {lain:480,25 ribu orang}.",
        )
    )
    assert "kata ribu" in uji.pesan
    assert "512.300 ribu orang" in uji.pesan
    assert "524.700 ribu orang" in uji.pesan


def test_a_separator_that_may_be_a_decimal_mark_is_not_judged() -> None:
    teks = "Rasio naik {selisih:0,125|arah=naik} dari {nilai:1.250|tahun=2029} menjadi {nilai:1.375|tahun=2030}."
    assert putusan(laporan(teks)) == {Perihal.SELISIH: [T]}


desimal = st.integers(min_value=0, max_value=3)
cara = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN])
nilai = st.decimals(min_value=1, max_value=99, places=6, allow_nan=False, allow_infinity=False)


def cetak(value: Decimal, places: int, mode: str) -> str:
    """As a writer prints it."""
    return f"{value.quantize(Decimal(1).scaleb(-places), rounding=mode):f}".replace(".", ",")


@given(a=nilai, b=nilai, desimal_tingkat=desimal, desimal_selisih=desimal, mode=cara, relatif=st.booleans())
def test_right_changes_are_never_wrong(
    a: Decimal, b: Decimal, desimal_tingkat: int, desimal_selisih: int, mode: str, relatif: bool
) -> None:
    beda = abs(a - b) / a * 100 if relatif else abs(a - b)
    arah = "naik" if b > a else "turun"
    teks = (
        f"Angka itu {arah} {{selisih:{cetak(beda, desimal_selisih, mode)}%|arah={arah}}} dari "
        f"{{nilai:{cetak(a, desimal_tingkat, mode)}%|tahun=2029}} menjadi "
        f"{{nilai:{cetak(b, desimal_tingkat, mode)}%|tahun=2030}}."
    )
    assert [uji for uji in salah(laporan(teks)) if uji.perihal is not Perihal.POIN] == []


@given(
    a=st.decimals(min_value=10, max_value=50, places=6),
    b=st.decimals(min_value=10, max_value=50, places=6),
    lebih=st.decimals(min_value=1, max_value=40, places=3),
    places=st.integers(min_value=1, max_value=2),
    mode=cara,
)
def test_wrong_changes_are_told_exactly_once(a: Decimal, b: Decimal, lebih: Decimal, places: int, mode: str) -> None:
    keliru = abs(a - b) + lebih
    teks = (
        f"Angka itu berubah {{selisih:{cetak(keliru, places, mode)} poin}} dari "
        f"{{nilai:{cetak(a, places, mode)}%|tahun=2029}} "
        f"menjadi {{nilai:{cetak(b, places, mode)}%|tahun=2030}}."
    )
    hitung = Counter(uji.perihal for uji in salah(laporan(teks)))
    assert hitung in ({Perihal.SELISIH: 1}, {Perihal.BESARAN: 1})


@given(
    a=st.integers(min_value=1_200, max_value=900_000),
    b=st.integers(min_value=1_200, max_value=900_000),
    pangkat=st.sampled_from([3, 6]),
    tempat=st.sampled_from([0, 1, 2]),
)
def test_a_planted_multiplier_is_told_once(a: int, b: int, pangkat: int, tempat: int) -> None:
    assume(abs(a - b) > 100)
    kata = {3: " ribu", 6: " juta"}[pangkat]
    angka = [f"{n:,}".replace(",", ".") for n in (abs(a - b), a, b)]
    isi = [item + (kata if k == tempat else "") + " orang" for k, item in enumerate(angka)]
    teks = (
        f"Jumlah pekerja berubah {{selisih:{isi[0]}}} dari {{nilai:{isi[1]}|tahun=2029}} "
        f"menjadi {{nilai:{isi[2]}|tahun=2030}}."
    )
    assert [uji.perihal for uji in salah(laporan(teks, "Kebiasaan laporan ini {lain:12,5%}."))] == [Perihal.BESARAN]
