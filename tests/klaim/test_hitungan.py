"""Shares, remainders, sums and capaian of sentences whose numbers are marked."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.klaim import hitungan
from pipeline.klaim.anggaran import besaran
from schemas.kinerja import Laporan
from schemas.narasi import Perihal, Putusan, RujukanFakta, Uji
from tests.checks import laporan_toml
from tests.klaim.bentuk import laporan

C, S, T = Putusan.COCOK, Putusan.SALAH, Putusan.TAK_DIUJI


def putusan(lap: Laporan) -> list[Putusan]:
    """Outcomes of the arithmetic."""
    return [uji.putusan for uji in hitungan.judge(lap)]


def salah(lap: Laporan) -> list[Uji]:
    """Everything called wrong, by its numbers or by its multipliers."""
    return [uji for uji in (*hitungan.judge(lap), *besaran.judge(lap)) if uji.putusan is S]


ANGGARAN = "Pagu {anggaran:Rp 40.000.000} terealisasi {realisasi_anggaran:Rp 39.700.000} atau "


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        (ANGGARAN + "{persen:99,25%}.", [C]),
        (ANGGARAN + "{persen:99,3%}.", [C]),
        (ANGGARAN + "{persen:99%}.", [C]),
        (ANGGARAN + "{persen:92,95%}.", [S]),
        (ANGGARAN + "{persen:99,25%} sisa {sisa:Rp 300.000} atau {persen:0,75%}.", [C, C, C, C]),
        (ANGGARAN + "{persen:99,25%} sisa {sisa:Rp 300.000} atau {persen:7,50%}.", [C, C, S]),
        (ANGGARAN + "{persen:9,25%} sisa {sisa:Rp 300.000} atau {persen:0,75%}.", [C, C, S]),
        (ANGGARAN + "{persen:99,25%} sisa {sisa:Rp 3.000.000} atau {persen:0,75%}.", [C, C]),
        (ANGGARAN + "{persen:12,5%} dari belanja daerah.", []),
        ("Terealisasi {realisasi_anggaran:Rp 39.700.000} atau {persen:99,25%} dari pagu "
         "{anggaran:Rp 40.000.000}.", [C]),
        ("Terealisasi {realisasi_anggaran:Rp 39.700.000} dari pagu {anggaran:Rp 40.000.000} atau "
         "{persen:95,29%}.", [S]),
        (
            "Pagu murni {anggaran:Rp 50.000.000} dan pagu perubahan {anggaran:Rp 40.000.000} terealisasi "
            "{realisasi_anggaran:Rp 39.700.000} atau {persen:79,40%}.",
            [T],
        ),
        (
            "Pagu {anggaran:Rp 40.000.000|tahun=2029} terealisasi {realisasi_anggaran:Rp 30.000.000|tahun=2030} atau "
            "{persen:88,00%}.",
            [T],
        ),
        ("Pagu {anggaran:Rp 0} terealisasi {realisasi_anggaran:Rp 0} atau {persen:0%}.", []),
        ("Pagu {anggaran:Rp 200.000.000} terealisasi {realisasi_anggaran:Rp 199.999.000} atau {persen:100%}.", [C]),
        ("Pagu {anggaran:Rp 2,45 triliun} terealisasi {realisasi_anggaran:Rp 2,36 triliun} atau "
         "{persen:96,20%}.", [C]),
        ("Pagu {anggaran:Rp 40.000.000} terealisasi {realisasi_anggaran:Rp 37.996.000} atau {persen:94,9900%}.", [C]),
        ("Pagu {anggaran:Rp 40.000.000} terealisasi {realisasi_anggaran:Rp 37.997.000} atau {persen:94,990%}.", [T]),
        # capaian
        ("Target {target:80} terealisasi {realisasi:76} dengan capaian {capaian:95%}.", [C]),
        ("Target {target:80} terealisasi {realisasi:76} dengan capaian {capaian:105%}.", [C]),
        ("Target {target:80} terealisasi {realisasi:76} dengan capaian {capaian:105,26%}.", [C]),
        ("Target {target:80} terealisasi {realisasi:76} dengan capaian {capaian:97,50%}.", [S]),
        ("Terealisasi {realisasi:76} dari target {target:80} dengan capaian {capaian:97,50%}.", [S]),
        ("Terealisasi {realisasi:76} atau {persen:95%} dari target {target:80}.", [C]),
        ("Target {target:40} terealisasi {realisasi:60} dengan capaian {capaian:120%}.", [C]),
        ("Target {target:80|tahun=2029} terealisasi {realisasi:76|tahun=2030} dengan capaian {capaian:97%}.", [T]),
        ("Target {target:80} terealisasi {realisasi:76} dengan rata-rata capaian {capaian:97,50%}.", []),
        ("Target {target:80 orang} terealisasi {realisasi:76 unit} dengan capaian {capaian:97,50%}.", [T]),
        # wholes and parts
        ("Dari {bagian:120 orang}, sebanyak {bagian:85 orang} lulus dan {bagian:35 orang} sisanya mengulang.", [C]),
        ("Dari {bagian:120 orang}, sebanyak {bagian:85 orang} lulus dan {bagian:53 orang} sisanya mengulang.", [S]),
        ("Terdapat {cacah:6 program} (meliputi {cacah:4 program} utama dan {cacah:2 program} rutin) "
         "dan 9 kegiatan.", [C]),
        ("Terdapat {cacah:6 program} (meliputi {cacah:4 program} utama dan {cacah:1 program} rutin) "
         "dan 9 kegiatan.", [S]),
        ("Hadir {bagian:60 orang} terdiri dari {bagian:20 orang} tani, {bagian:15 orang} nelayan dan "
         "{bagian:25 orang}.", [C]),
        (
            "Ada {bagian:75 orang} terdiri dari {bagian:40 orang} pria dan {bagian:35 orang} wanita, menurut golongan "
            "{bagian:10 orang} dan {bagian:65 orang}.",
            [C],
        ),
        (
            "Ada {bagian:75 orang} terdiri dari {bagian:40 orang} pria dan {bagian:30 orang} wanita, menurut golongan "
            "{bagian:10 orang} dan {bagian:65 orang}.",
            [T],
        ),
        ("Dana {anggaran:Rp 500} meliputi {bagian:Rp 200} dan {bagian:Rp 150} serta kegiatan lainnya.", [T]),
        ("Hadir {bagian:60 orang} terdiri dari antara lain {bagian:20 orang} tani dan "
         "{bagian:25 orang} nelayan.", [T]),
        ("Ada {bagian:9 kelompok} masing-masing terdiri dari {bagian:4 kelompok} dan {bagian:2 kelompok}.", [T]),
        ("Susunan {lain:5 bidang} terdiri dari {lain:3 seksi} dan {lain:4 seksi}.", []),
        ("Belanja {anggaran:Rp 70} dan {anggaran:Rp 30} sehingga total anggaran {anggaran:Rp 100}.", [C]),
        ("Belanja {anggaran:Rp 70} dan {anggaran:Rp 30} sehingga total anggaran {anggaran:Rp 120}.", [T]),
        ("Dari {cacah:11 sasaran}, {persen:72%} ({cacah:8 sasaran}) tercapai dan {persen:27%} "
         "({cacah:3 sasaran}) gagal.", [C, C]),
        ("Dari {cacah:11 sasaran}, {persen:82%} ({cacah:8 sasaran}) tercapai.", [S]),
        ("Lulus {bagian:45 orang} atau {persen:75,00%} dari {bagian:60 orang}.", [C]),
        ("Lulus {bagian:45 orang} atau {persen:57,00%} dari {bagian:60 orang}.", [S]),
        # number words
        ("Ada {cacah:12|terbilang=sebelas} indikator.", [S]),
        ("Ada {cacah:12|terbilang=dua belas} indikator.", [C]),
        ("Ada {cacah:12|terbilang=dua bleas} indikator.", [T]),
    ],
)
def test_judgement(teks: str, harap: list[Putusan]) -> None:
    assert putusan(laporan(teks)) == harap


def test_budget_of_the_sentence_before_is_used_only_under_its_name() -> None:
    lalu = "Anggaran terdiri atas dana alfa {bagian:Rp 70.000.000.000} dan dana beta {bagian:Rp 20.000.000.000}."
    uji = salah(laporan(lalu, "Alfa terealisasi {realisasi_anggaran:Rp 70.000.000.000} atau {persen:95,13%}."))
    assert [item.perihal for item in uji] == [Perihal.HITUNGAN]
    assert uji[0].petunjuk == "angka yang sama tercetak untuk bagian dan seluruhnya"
    assert {rujukan.kalimat for rujukan in uji[0].klaim} == {0, 1}
    lain = "Gama terealisasi {realisasi_anggaran:Rp 70.000.000.000} atau {persen:95,13%}."
    assert salah(laporan(lalu, lain)) == []
    assert salah(laporan(lalu, "", lain.replace("Gama", "Alfa"))) == []


def test_one_wrong_amount_is_told_once() -> None:
    (uji,) = salah(
        laporan(
            "Pagu {anggaran:Rp 40.000.000} terealisasi {realisasi_anggaran:Rp 39.100.000} atau {persen:99,25%} "
            "dengan sisa {sisa:Rp 300.000}."
        )
    )
    assert "99,25%" in uji.pesan
    assert "Rp 300.000" in uji.pesan
    assert len(uji.klaim) == 4


def _terhadap_baris(kalimat_: str, baris_: str) -> Uji:
    """The one judgement of a sentence whose numbers are bound to the only row of a table."""
    teks = laporan(kalimat_)
    isi = {"kolom": ["target", "realisasi", "capaian"], "baris": baris_}
    tabel = laporan_toml.laporan({"tabel": [isi]}).tabel
    baris = (RujukanFakta(tabel=0, baris=0),)
    (kalimat,) = teks.kalimat
    terikat = replace(kalimat, klaim=tuple(replace(klaim, baris=baris) for klaim in kalimat.klaim))
    (uji,) = hitungan.judge(replace(teks, tabel=tabel, kalimat=(terikat,)))
    return uji


def test_capaian_that_the_bound_table_prints_beside_the_same_target_and_realisasi() -> None:
    teks = "Target {target:94,57%} terealisasi {realisasi:94,54%} dengan capaian {capaian:99,66%}."
    assert putusan(laporan(teks)) == [S]
    uji = _terhadap_baris(teks, "Penduduk bekerja | 94,57 | 94,54 | 99,66")
    assert uji.putusan is C
    assert uji.fakta == (RujukanFakta(tabel=0, baris=0, fakta=2),)


@pytest.mark.parametrize("nilai", ["94,87 | 94,54 | 99,66", "94,57 | 94,25 | 99,66"])
def test_capaian_of_the_table_beside_another_number_is_neither_right_nor_wrong(nilai: str) -> None:
    teks = "Target {target:94,57%} terealisasi {realisasi:94,54%} dengan capaian {capaian:99,66%}."
    uji = _terhadap_baris(teks, f"Penduduk bekerja | {nilai}")
    assert uji.putusan is T
    assert uji.alasan is not None and "sama dengan tabel" in uji.alasan


def test_a_dropped_multiplier_speaks_instead_of_the_arithmetic() -> None:
    (uji,) = salah(
        laporan(
            "Dari {bagian:512,3 ribu orang}, {bagian:480,5 ribu orang} bekerja dan {bagian:318,0 ribu orang} "
            "sisanya tidak."
        )
    )
    assert uji.perihal is Perihal.BESARAN
    assert "318,0 ribu orang" in uji.pesan


cara = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN])
rupiah = st.integers(min_value=100_000, max_value=10**12)


def uang(value: int) -> str:
    """An amount as printed."""
    return "Rp " + f"{value:,}".replace(",", ".")


def cetak(value: Decimal, places: int, mode: str) -> str:
    """A percentage as a writer prints it."""
    return f"{value.quantize(Decimal(1).scaleb(-places), rounding=mode):f}".replace(".", ",") + "%"


@given(anggaran=rupiah, bagian=st.integers(min_value=0, max_value=10**6), places=st.integers(0, 3), mode=cara)
def test_right_budget_sentences_are_never_wrong(anggaran: int, bagian: int, places: int, mode: str) -> None:
    realisasi = anggaran * bagian // 10**6
    serapan = Decimal(realisasi) / anggaran * 100
    teks = (
        f"Pagu {{anggaran:{uang(anggaran)}}} terealisasi {{realisasi_anggaran:{uang(realisasi)}}} atau "
        f"{{persen:{cetak(serapan, places, mode)}}} dengan sisa {{sisa:{uang(anggaran - realisasi)}}} atau "
        f"{{persen:{cetak(100 - serapan, places, mode)}}}."
    )
    assert salah(laporan(teks)) == []


@given(
    anggaran=rupiah,
    bagian=st.integers(min_value=300_000, max_value=900_000),
    meleset=st.decimals(min_value=2, max_value=9, places=2),
    places=st.integers(0, 2),
    mode=cara,
)
def test_wrong_percentages_are_told_once(anggaran: int, bagian: int, meleset: Decimal, places: int, mode: str) -> None:
    realisasi = anggaran * bagian // 10**6
    serapan = Decimal(realisasi) / anggaran * 100 + meleset
    teks = (
        f"Pagu {{anggaran:{uang(anggaran)}}} terealisasi {{realisasi_anggaran:{uang(realisasi)}}} atau "
        f"{{persen:{cetak(serapan, places, mode)}}}."
    )
    assert [uji.perihal for uji in salah(laporan(teks))] == [Perihal.HITUNGAN]


@given(bagian=st.lists(st.integers(min_value=1, max_value=10**6), min_size=2, max_size=6), lebih=st.integers(0, 500))
def test_enumerations(bagian: list[int], lebih: int) -> None:
    total = sum(bagian) + lebih
    isi = ", ".join(f"{{bagian:{n} orang}} kelompok" for n in bagian[:-1])
    teks = f"Hadir {{bagian:{total} orang}} terdiri dari {isi} dan {{bagian:{bagian[-1]} orang}} tamu."
    assert bool(salah(laporan(teks))) is (0 < 5 * lebih <= total)


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        (ANGGARAN + "{persen:92,95%}.", "realisasi Rp 39.700.000 dari anggaran Rp 40.000.000 = 99,25%."),
        (
            "Dari {bagian:120 orang}, sebanyak {bagian:85 orang} lulus dan {bagian:53 orang} sisanya mengulang.",
            "padahal 120 − 85 = 35 orang.",
        ),
        (
            "Hadir {bagian:60 orang} terdiri dari {bagian:11 orang} tani, {bagian:12 orang} nelayan, {bagian:13 orang} "
            "guru, {bagian:14 orang} bidan dan {bagian:15 orang} kader.",
            "padahal jumlah 5 bagiannya 65 orang.",
        ),
    ],
)
def test_the_message_works_the_relation_out(teks: str, pesan: str) -> None:
    (uji,) = salah(laporan(teks))
    assert uji.pesan.endswith(pesan)


def test_number_words_are_what_the_digits_should_be() -> None:
    (uji,) = salah(laporan("Ada {cacah:12|terbilang=sebelas} indikator."))
    assert "sebelas" in uji.pesan
    assert uji.harap is not None
    assert (uji.harap.low, uji.harap.high) == (11, 11)


@pytest.mark.parametrize(
    ("butir", "subjek"),
    [
        ("1. Persentase Balai yang Terawat", "Persentase Balai yang Terawat"),
        ("Pada semua balai terjadi penambahan pengunjung", "Ada 12 indikator"),
        ("Kunjungan sebanyak 43 orang", "Ada 12 indikator"),
        (None, "Ada 12 indikator"),
    ],
)
def test_a_list_item_is_the_subject_only_where_it_is_a_name(butir: str | None, subjek: str) -> None:
    lap = laporan("Ada {cacah:12|terbilang=sebelas} indikator.")
    (kalimat,) = lap.kalimat
    (uji,) = salah(replace(lap, kalimat=(replace(kalimat, teks=replace(kalimat.teks, butir=butir)),)))
    assert uji.subjek == subjek
    assert uji.pesan.startswith(f"{subjek}: ")
