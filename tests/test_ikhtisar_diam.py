"""What keeps documents from being held against each other: covers, titles and notes that say so."""

from __future__ import annotations

import pytest

from pipeline.ikhtisar.berkala import berkala
from pipeline.ikhtisar.ciri import baca_ciri
from pipeline.ikhtisar.pemilik import _sampul_daerah
from pipeline.ikhtisar.sementara import catatan_sementara
from schemas.susunan import Susunan
from schemas.tautan import Ciri, JenisDokumen, Kantor

KABUPATEN = Kantor(unit="", tingkat="kabupaten", wilayah="lamongan")


def ciri(text: str) -> frozenset[Ciri]:
    return baca_ciri(JenisDokumen.LAPORAN, (), (text,), Susunan())


@pytest.mark.parametrize(
    "judul",
    [
        "LAPORAN KINERJA TW III",
        "LAPORAN KINERJA TRI WULAN II",
        "LAPORAN KINERJA KUARTAL III",
        "LAPORAN KINERJA KWARTAL 1",
        "LAPORAN KINERJA INTERIM",
        "LAPORAN CAPAIAN KINERJA BULAN SEPTEMBER",
        "LAPORAN KINERJA PERIODE JANUARI - SEPTEMBER",
        "LAPORAN KINERJA S.D. SEPTEMBER",
        "LAPORAN KINERJA S/D 30 JUNI 2030",
        "LAPORAN MONITORING DAN EVALUASI CAPAIAN KINERJA TRIWULAN III",
    ],
)
def test_a_title_of_a_part_of_a_year_is_known(judul: str) -> None:
    assert berkala(("PEMERINTAH KABUPATEN LAMONGAN", judul, "TAHUN 2030"))
    assert berkala((judul.split(" KINERJA ")[0] + " KINERJA", judul.split(" KINERJA ")[1], "TAHUN 2030"))


@pytest.mark.parametrize(
    "dekat",
    [
        "Lamongan, 12 Januari 2031",
        "PERIODE JANUARI - DESEMBER 2030",
        "1 Januari s.d. 31 Desember 2030",
        "JANUARI 2031",
        "s.d. TAHUN 2030",
        "DINAS PERTANIAN",
    ],
)
def test_a_year_and_a_date_of_signature_are_no_part_of_a_year(dekat: str) -> None:
    assert not berkala(("LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)", dekat, "TAHUN 2030"))


@pytest.mark.parametrize(
    "unit",
    [
        "SMP NEGERI 1 DEKET",
        "PUSAT KESEHATAN MASYARAKAT BABAT",
        "LABORATORIUM KESEHATAN DAERAH",
        "PERUMDA AIR MINUM",
        "DESA SUKODADI",
    ],
)
def test_a_unit_below_the_letterhead_of_a_region_is_not_the_region(unit: str) -> None:
    sampul = ["PEMERINTAH KABUPATEN LAMONGAN", "LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)", "TAHUN 2030"]
    assert _sampul_daerah(sampul, KABUPATEN)
    for at in range(len(sampul) + 1):
        assert not _sampul_daerah([*sampul[:at], unit, *sampul[at:]], KABUPATEN)


def test_a_region_is_told_by_its_cover_with_its_province_or_by_its_preface() -> None:
    assert _sampul_daerah(["LKjIP", "PEMERINTAH KABUPATEN LAMONGAN", "PROVINSI JAWA TIMUR", "Tahun 2030"], KABUPATEN)
    kalimat = "Naskah ini masih dapat disempurnakan."
    assert _sampul_daerah(["LKjIP", "PEMERINTAH KABUPATEN LAMONGAN", "Tahun 2030", kalimat], KABUPATEN)
    prosa = ["KATA PENGANTAR", "Dengan rasa syukur Laporan Kinerja Pemerintah", "Kabupaten Lamongan Tahun 2030 selesai"]
    assert _sampul_daerah(prosa, KABUPATEN)
    assert not _sampul_daerah([line.replace("Pemerintah", "Puskesmas") for line in prosa], KABUPATEN)
    assert not _sampul_daerah(["KATA PENGANTAR", "Kabupaten Lamongan luas"], KABUPATEN)


@pytest.mark.parametrize(
    "text",
    [
        "Memakai Perjanjian Kinerja (PK) Perubahan tahun ini.",
        "Perjanjian Kinerja Tahun 2030 telah diubah di bulan Oktober.",
        "Perjanjian kinerja disesuaikan.",
        "Perjanjian kinerja diperbarui.",
        "PK tersebut mengalami perubahan.",
        "Target kinerja mengalami penyesuaian.",
        "Perubahan Kedua atas Perjanjian Kinerja.",
        "Revisi II Perjanjian Kinerja.",
        "Addendum perjanjian kinerja.",
        "Reviu perjanjian kinerja.",
        "Sesuai target P-APBD.",
    ],
)
def test_wordings_of_a_changed_agreement(text: str) -> None:
    assert Ciri.PERUBAHAN in ciri(text)


@pytest.mark.parametrize("text", ["Renstra hasil reviu", "Renstra yang telah diubah", "Renstra mengalami perubahan"])
def test_wordings_of_a_changed_plan(text: str) -> None:
    assert Ciri.RENCANA_DIUBAH in ciri(text)


@pytest.mark.parametrize(
    "text", ["Perjanjian Kinerja ditandatangani Januari.", "Renstra dan target tercapai.", "Target perubahan iklim."]
)
def test_words_that_change_nothing(text: str) -> None:
    assert not ciri(text)


@pytest.mark.parametrize(
    "text",
    [
        "Realisasi masih menggunakan angka prognosis.",
        "Data keuangan unaudited.",
        "Angka itu masih berupa estimasi.",
        "Nilainya menunggu rilis BPS.",
        "Data belum final.",
        "Neraca belum diaudit.",
        "Survei belum terbit.",
        "Realisasi memakai data final.",
    ],
)
def test_notes_that_figures_were_not_final(text: str) -> None:
    assert catatan_sementara((text,))


def test_a_projection_of_people_and_an_audit_are_no_such_note() -> None:
    assert not catatan_sementara(("Jumlah anak menurut data proyeksi penduduk.", "Laporan keuangan telah diaudit."))
