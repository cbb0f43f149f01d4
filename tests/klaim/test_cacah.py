"""Counts of sentences against the tables, and a whole against its parts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pipeline.klaim.cacah.susunan import susunan
from pipeline.klaim.cacah.vonis import judge
from schemas.kinerja import Laporan
from schemas.narasi import Putusan, Uji
from tests.checks.laporan_toml import laporan as laporan_toml
from tests.klaim.bentuk import laporan as laporan_kalimat

ANGGARAN: dict[str, Any] = {
    "kind": "anggaran",
    "caption": "Tabel 3.5 Anggaran",
    "kolom": ["anggaran"],
    "baris": """
    BELANJA DAERAH | 90
    Program Hulu {level=0} | 60
    Penyuluhan {level=1} | 60
    Pengadaan bibit {level=2} | 20
    Pelatihan petani {level=2} | 40
    Program Hilir {level=0} | 30
    Pemasaran {level=1} | 10
    Pameran {level=2} | 10
    Pengolahan {level=1} | 20
    Rumah produksi {level=2} | 20
    = Jumlah {level=0} | 90
    """,
}


def p(banyak: object, benda: str, peran: str = "cacah") -> str:
    """A marked count with the thing counted: `{cacah:2|benda=program} program`."""
    return f"{{{peran}:{banyak}|benda={benda}}} {benda}"


def laporan(teks: str, *tabel: dict[str, Any]) -> Laporan:
    return replace(laporan_toml({"tabel": list(tabel)}), kalimat=laporan_kalimat(teks).kalimat)


def uji(teks: str, *tabel: dict[str, Any]) -> list[Uji]:
    return list(judge(laporan(teks, *tabel)))


def putusan(teks: str, *tabel: dict[str, Any]) -> list[Putusan]:
    return [item.putusan for item in uji(teks, *tabel)]


def test_outline_of_a_budget_table() -> None:
    (satu,) = susunan(laporan("", ANGGARAN))
    assert satu.banyak == {"program": 2, "kegiatan": 3, "sub kegiatan": 4}


@pytest.mark.parametrize(
    "baris",
    [
        "Belanja Pegawai {level=0} | 1\n Gaji {level=1} | 1",
        "Program Satu {level=0} | 1\n Program Dua {level=1} | 1",
        "Program Satu {level=0} | 1\n Sub Satu {level=2} | 1",
        "Program Satu {level=0} | 1\n Belanja {level=0} | 1\n Kegiatan A {level=1} | 1",
        "Program Satu {level=0} | 1\n A {level=1} | 1\n B {level=2} | 1\n C {level=3} | 1",
        "Program Satu | 1\n Pelatihan A | 1",
    ],
)
def test_an_outline_that_is_not_clear_counts_nothing(baris: str) -> None:
    assert susunan(laporan("", {**ANGGARAN, "baris": baris})) == ()


def test_sasaran_and_indicators_of_a_table() -> None:
    tabel = {
        "kolom": ["target"],
        "baris": """
        Angka A {sasaran=S 1} | 1
        Angka B {sasaran=s 1} | 1
        Angka C {sasaran=S 2} | 1
        Angka C {sasaran=S 2} | 2
        """,
    }
    (satu,) = susunan(laporan("", tabel))
    assert satu.banyak == {"indikator": 3, "sasaran": 2}
    assert susunan(laporan("", {**tabel, "lampiran": True})) == ()
    assert susunan(laporan("", {**tabel, "baris": "+ Angka A | \n Angka B | 1\n Angka C | 1"})) == ()


def test_counts_that_agree() -> None:
    teks = f"Anggaran dibagi ke dalam {p(2, 'program')}, {p(3, 'kegiatan')} dan {p(4, 'sub kegiatan')}."
    assert putusan(teks, ANGGARAN) == [Putusan.COCOK] * 3


def test_the_count_that_does_not_agree_beside_others_that_do() -> None:
    teks = f"Anggaran dibagi ke dalam {p(2, 'program')}, {p(3, 'kegiatan')} dan {p(6, 'sub kegiatan')}."
    satu, dua, tiga = uji(teks, ANGGARAN)
    assert (satu.putusan, dua.putusan, tiga.putusan) == (Putusan.COCOK, Putusan.COCOK, Putusan.SALAH)
    assert tiga.klaim[0].klaim == 2
    assert (tiga.fakta[0].tabel, tiga.subjek) == (0, "6 sub kegiatan")
    assert "Tabel 3.5 memuat 4" in tiga.pesan
    assert tiga.harap is not None
    assert (tiga.harap.low, tiga.harap.high, tiga.desimal) == (4, 4, 0)


@pytest.mark.parametrize(
    ("teks", "alasan"),
    [
        (f"Terdapat {p(6, 'sub kegiatan')}.", "tidak ada jumlah lain dalam kalimat"),
        (f"Terdapat {p(9, 'program')} dan {p(6, 'sub kegiatan')}.", "tidak ada jumlah lain dalam kalimat"),
        (f"Indikator ini didukung oleh {p(2, 'program')} dan {p(9, 'kegiatan')}.", "jumlah itu hanya sebagian"),
        (f"Terdapat {p(2, 'program')} dan {p(9, 'kegiatan')} prioritas.", "jumlah itu hanya sebagian"),
        (f"Terdapat {p(9, 'kegiatan')} yang bersumber dari provinsi.", "jumlah itu hanya sebagian"),
        (f"Terdapat {p(9, 'kegiatan')} dengan predikat baik.", "jumlah itu hanya sebagian"),
        (f"Terdapat {p(9, 'kegiatan')} bersama mitra desa.", "jumlah itu hanya sebagian"),
        (f"Terdapat {p(9, 'kegiatan')} bersama mitra usaha.", "lanjutan kalimatnya tidak dikenal"),
        (f"Terdapat {p(3, 'misi')}.", "tidak ada tabel"),
        (f"Terdapat {p(3, 'iku')}.", "tidak ada tabel"),
    ],
)
def test_not_judged(teks: str, alasan: str) -> None:
    for item in uji(teks, ANGGARAN):
        assert item.putusan is Putusan.TAK_DIUJI
        assert (item.alasan or "").startswith(alasan)


INDIKATOR = "Angka A {naik} | 10 | 9 | 90,00\n Angka B {naik} | 10 | 11 | 110,00\n Angka C {naik} | 10 | 12 | 120,00"
PK: dict[str, Any] = {"kind": "perjanjian", "kolom": ["target", "realisasi", "capaian"], "baris": INDIKATOR}
UKUR: dict[str, Any] = {"kolom": ["target", "realisasi", "capaian"], "baris": INDIKATOR}


@pytest.mark.parametrize(
    ("teks", "wanted"),
    [
        (f"Dinas Contoh menetapkan {p(5, 'indikator')}.", Putusan.SALAH),
        (f"Dinas Contoh menetapkan {p(3, 'indikator')}.", Putusan.COCOK),
        (f"Perjanjian Kinerja memuat {p(5, 'indikator')} kinerja.", Putusan.SALAH),
        (f"Terdapat {p(5, 'indikator')}.", Putusan.TAK_DIUJI),
        (f"Dinas Contoh memantau {p(5, 'indikator')} kegiatan.", Putusan.TAK_DIUJI),
        (f"Pada tahun 2029 Dinas Contoh menetapkan {p(5, 'indikator')}.", Putusan.TAK_DIUJI),
        (f"Dinas Contoh menetapkan {p(5, 'indikator')} yang baru.", Putusan.TAK_DIUJI),
        (f"Dinas Contoh diukur melalui {p(2, 'iku')}.", Putusan.TAK_DIUJI),
    ],
)
def test_indicators_of_the_office(teks: str, wanted: Putusan) -> None:
    assert putusan(teks, PK, UKUR) == [wanted]


def test_indicators_are_counted_only_where_agreement_and_measurement_are_the_same() -> None:
    teks = f"Dinas Contoh menetapkan {p(5, 'indikator')}."
    lain = {**UKUR, "baris": INDIKATOR.replace("Angka C", "Angka D")}
    sebagian = {**UKUR, "baris": INDIKATOR.replace("\n Angka C {naik} | 10 | 12 | 120,00", "")}
    assert putusan(teks, PK) == [Putusan.TAK_DIUJI]
    assert putusan(teks, PK, lain) == [Putusan.TAK_DIUJI]
    assert putusan(teks, PK, UKUR, sebagian) == [Putusan.SALAH]


@pytest.mark.parametrize(
    ("sampai", "gagal", "wanted"),
    [(2, 1, Putusan.COCOK), (1, 2, Putusan.SALAH), (3, 1, Putusan.SALAH)],
)
def test_parts_by_result_against_the_measurement(sampai: int, gagal: int, wanted: Putusan) -> None:
    teks = _dari(3, _bagian(sampai, "mencapai target"), _bagian(gagal, "belum mencapai target"))
    assert uji(teks, PK, UKUR)[0].putusan is wanted


def test_parts_by_result_say_nothing_where_a_row_is_open() -> None:
    teks = _dari(3, _bagian(1, "mencapai target"), _bagian(2, "belum mencapai target"))
    for baris in (INDIKATOR.replace("90,00", "60,00"), INDIKATOR.replace("Angka A {naik} | 10", "Angka A {naik} | ")):
        assert uji(teks, PK, {**UKUR, "baris": baris})[0].putusan is Putusan.COCOK


@pytest.mark.parametrize(
    ("baris", "wanted"),
    [
        (
            "Satu {nomor=1.02.01} | 1\n A {nomor=1.02.01.2.01} | 1\n B {nomor=1.02.01.2.01.00 01} | 1",
            {"program": 1, "kegiatan": 1, "sub kegiatan": 1},
        ),
        (
            "Satu {nomor=A} | 1\n X {nomor=1} | 1\n x {nomor=a} | 1\n y {nomor=b} | 1\n"
            "Dua {nomor=B} | 1\n Y {nomor=1} | 1\n z {nomor=a} | 1",
            {"program": 2, "kegiatan": 2, "sub kegiatan": 3},
        ),
        ("Program Satu | 1\n Kegiatan A | 1\n Kegiatan B | 1", {"program": 1, "kegiatan": 2}),
    ],
)
def test_outlines(baris: str, wanted: dict[str, int]) -> None:
    (satu,) = susunan(laporan("", {**ANGGARAN, "baris": baris}))
    assert satu.banyak == wanted


@pytest.mark.parametrize(
    "baris",
    [
        "Satu {nomor=1.02.01} | 1\n A {nomor=1.02.01.2.01} | 1\n Belanja {nomor=5.1.02.01} | 1",
        "A {nomor=1.02.01.2.01} | 1\n Satu {nomor=1.02.02} | 1",
        "Belanja Pegawai {nomor=A} | 1\n X {nomor=1} | 1\n x {nomor=a} | 1\n"
        "Modal {nomor=B} | 1\n Y {nomor=1} | 1\n y {nomor=a} | 1",
        "Satu {nomor=A} | 1\n X {nomor=1} | 1\n x {nomor=a} | 1\n Dua {nomor=B} | 1",
    ],
)
def test_outlines_that_are_none(baris: str) -> None:
    assert susunan(laporan("", {**ANGGARAN, "baris": baris})) == ()


def test_tables_that_disagree_accuse_nobody() -> None:
    perubahan = {**ANGGARAN, "baris": ANGGARAN["baris"].replace("Pameran {level=2} | 10", "Pameran | 10")}
    teks = f"Terdapat {p(2, 'program')} dan {p(6, 'sub kegiatan')}."
    satu, dua = uji(teks, ANGGARAN, perubahan)
    assert (satu.alasan, dua.alasan) == (None, "tabel-tabel yang memuatnya tidak sepakat")


def test_one_table_that_holds_the_count_is_enough() -> None:
    lain = {**ANGGARAN, "baris": ANGGARAN["baris"] + "\n Promosi {level=2} | 1"}
    teks = f"Terdapat {p(2, 'program')} dan {p(5, 'sub kegiatan')}."
    assert putusan(teks, ANGGARAN, lain) == [Putusan.COCOK, Putusan.COCOK]


def _dari(seluruh: int, *bagian: str) -> str:
    return f"Dari {p(seluruh, 'indikator')}, {', '.join(bagian)}."


def _bagian(banyak: int, kelas: str) -> str:
    return f"{p(banyak, 'indikator', 'bagian')} {kelas}"


@pytest.mark.parametrize(
    ("teks", "wanted"),
    [
        (_dari(9, _bagian(5, "tercapai baik"), _bagian(4, "tercapai kurang")), Putusan.COCOK),
        (_dari(9, _bagian(6, "tercapai baik"), _bagian(4, "tercapai kurang")), Putusan.SALAH),
        (_dari(9, _bagian(5, "tercapai baik"), _bagian(3, "tercapai kurang")), Putusan.TAK_DIUJI),
        (
            _dari(
                9, _bagian(5, "tercapai baik"), _bagian(2, "tercapai cukup"), "sisanya " + _bagian(1, "tercapai kurang")
            ),
            Putusan.SALAH,
        ),
    ],
)
def test_parts_of_a_whole(teks: str, wanted: Putusan) -> None:
    item = uji(teks)[0]
    assert item.putusan is wanted
    assert [rujukan.klaim for rujukan in item.klaim] == list(range(len(item.klaim)))


@pytest.mark.parametrize(
    "teks",
    [
        _dari(9, _bagian(9, "tercapai"), "bahkan " + _bagian(4, "melampaui target")),
        _dari(9, _bagian(7, "tercapai baik"), _bagian(7, "tercapai baik")),
        _dari(9, _bagian(7, "dihitung dinas"), _bagian(5, "dihitung badan")),
        _dari(9, _bagian(7, "tercapai baik"), _bagian(5, "tercapai sedang, termasuk yang baru")),
    ],
)
def test_parts_that_may_overlap_are_no_division(teks: str) -> None:
    assert Putusan.SALAH not in putusan(teks)


def test_parts_in_brackets_are_all_of_it_and_their_sum_is_checked_as_a_sum() -> None:
    rinci = f"{p(4, 'program', 'bagian')} pokok dan {p(1, 'program', 'bagian')} rutin"
    assert putusan(f"Ada {p(6, 'program')} (meliputi {rinci}).")[0] is Putusan.TAK_DIUJI
    assert putusan(f"Ada {p(5, 'program')} (terdiri dari {rinci}).")[0] is Putusan.COCOK
    assert Putusan.SALAH not in putusan(f"Ada {p(6, 'program')} (2030), {rinci}.")
