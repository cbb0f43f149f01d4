"""What titles say of time, place and part of the budget."""

from __future__ import annotations

import pytest

from pipeline.lingkup.bagian import bagian, bagian_judul
from pipeline.lingkup.letak import unit, wilayah
from pipeline.lingkup.waktu import waktu

KANTOR = "Dinas Pertanian Kabupaten Sukarela"


@pytest.mark.parametrize(
    ("judul", "masa"),
    [
        ("Capaian Triwulan II Tahun 2030", "TW2"),
        ("TW.II Tahun 2030", "TW2"),
        ("Rencana Aksi Triwulan ke-3", "TW3"),
        ("2. Triwulan Kedua", "TW2"),
        ("Capaian s.d. Triwulan III", "s.d. TW3"),
        ("Capaian Kinerja s/d TW III", "s.d. TW3"),
        ("Capaian SMT I 2030", "SM1"),
        ("Realisasi Semester Pertama", "SM1"),
        ("Realisasi per 30 Juni 2030", "s.d. bulan 6"),
        ("Realisasi sampai dengan Bulan Juni 2030", "s.d. bulan 6"),
        ("Realisasi s.d. 30 September 2030", "s.d. bulan 9"),
        ("Januari - Juni 2030", "s.d. bulan 6"),
        ("Capaian Kinerja Bulan Mei", "bulan 5"),
        ("Capaian Kinerja Juni 2030", "bulan 6"),
        ("Capaian Tengah Tahun 2030", "tengah tahun"),
        ("Capaian Tahun Sebelumnya", "tahun lalu"),
        ("Capaian s.d. Akhir Renstra", "?"),
        ("Realisasi s.d. Tahun 2030", "?"),
        ("Capaian Tahun 2030", ""),
        ("Capaian s.d. Triwulan IV", ""),
        ("Triwulan I - IV Tahun 2030", ""),
        ("Semester I dan II", ""),
        ("Realisasi per 31 Desember 2030", ""),
        ("Januari s.d. Desember 2030", ""),
        ("Realisasi per Triwulan Tahun 2030", ""),
        ("Perbandingan dengan Tahun Sebelumnya", None),
        ("Peraturan Bupati 5 Maret tentang Renja", None),
        ("Capaian Kinerja", None),
    ],
)
def test_time_of_a_title(judul: str, masa: str | None) -> None:
    assert waktu(judul) == masa


@pytest.mark.parametrize(
    ("judul", "kantor", "tempat"),
    [
        ("Capaian Kecamatan Tirtosari", KANTOR, "kecamatan tirtosari"),
        ("CAPAIAN KABUPATEN LESTARI TAHUN 2030", KANTOR, "kabupaten lestari"),
        ("Target dan Realisasi Nasional", KANTOR, "nasional"),
        ("Angka Provinsi", KANTOR, "provinsi"),
        ("Perbandingan dengan Kabupaten Lestari", KANTOR, "?"),
        ("Capaian Kabupaten Lestari", "Dinas Pertanian", "?"),
        ("Capaian Kabupaten Sukarela", KANTOR, None),
        ("Nilai Produksi Kabupaten Sukarela Atas Dasar Harga", KANTOR, None),
        ("Nilai Produksi Kabupaten Sukajadi Atas Dasar Harga", KANTOR, "kabupaten sukajadi atas dasar"),
        ("Capaian Dinas Pertanian Kabupaten Sukarela", "Dinas Pertanian", None),
        ("Capaian Kecamatan Tirtosari", "Kecamatan Tirtosari", None),
        ("Capaian Provinsi", "Dinas Pertanian Provinsi Sukaraya", None),
        ("Capaian Kabupaten Layak Anak", KANTOR, None),
        ("KONDISI DESA MANDIRI TAHUN 2030", KANTOR, None),
        ("Capaian per Kecamatan Tahun 2030", KANTOR, None),
        ("Capaian se-Kota Mekar", KANTOR, None),
    ],
)
def test_area_of_a_title(judul: str, kantor: str, tempat: str | None) -> None:
    assert wilayah(judul, kantor) == tempat


@pytest.mark.parametrize(
    ("judul", "kantor", "nama"),
    [
        ("Capaian UPTD Wilayah II Tahun 2030", KANTOR, "uptd wilayah ii"),
        ("Capaian Puskesmas Mekar", KANTOR, "puskesmas mekar"),
        ("Capaian Bidang Hortikultura", KANTOR, "?"),
        ("Capaian Bagian Hukum", "Bagian Hukum Sekretariat Daerah", None),
        ("Capaian per UPTD Wilayah", KANTOR, None),
        ("Capaian Bagian Kedua", KANTOR, None),
    ],
)
def test_unit_of_a_title(judul: str, kantor: str, nama: str | None) -> None:
    assert unit(judul, kantor) == nama


@pytest.mark.parametrize(
    ("judul", "potongan"),
    [
        ("Realisasi Anggaran Sasaran 1", "sasaran 1"),
        ("Realisasi Anggaran Sasaran Strategis II", "sasaran ii"),
        ("Realisasi Anggaran Tujuan Pertama", "tujuan pertama"),
        ("Anggaran Pendukung Sasaran Pangan Cukup", "?"),
        ("Realisasi Anggaran Urusan Wajib", "?"),
        ("Realisasi Anggaran untuk Pencapaian Kinerja", "?"),
        ("Realisasi Anggaran Kegiatan SD", "?"),
        ("Realisasi Anggaran per Kegiatan Tahun 2030", None),
        ("Realisasi Anggaran Menurut Urusan", None),
        ("Pagu dan Realisasi Belanja Daerah", None),
    ],
)
def test_part_of_a_budget(judul: str, potongan: str | None) -> None:
    assert bagian(judul) == potongan


def test_a_heading_opens_a_part_only_where_it_begins_with_it() -> None:
    assert bagian_judul("2. Sasaran 2 Kebun terawat") == "sasaran 2"
    assert bagian_judul("B. Realisasi Anggaran dan Sasaran") is None
