"""Roles that no cue directly before a number gives: movements, lists, classes, levels by place, names of kegiatan."""

from __future__ import annotations

import pytest

from tests.extractors.narasi.kalimat_uji import claims, roles

BERGERAK = {
    "dari ke": (
        "Rasio guru bersertifikat beranjak dari 57,4% pada 2023 ke 55,8% pada 2024",
        ["nilai 57,4% @2023", "nilai 55,8% @2024"],
    ),
    "turun dari ke": ("Lama layanan turun dari 75 menit ke 66 menit", ["nilai 75 menit", "nilai 66 menit"]),
    "dari semula": ("Omzet naik 5%, dari semula 6,8% ke 7,1%", ["selisih 5%", "nilai? 6,8%", "nilai 7,1%"]),
    "perubahan antara dua tahun": (
        "Perubahan cakupan air minum dari tahun 2019 (84,1 %) ke tahun 2021 (86,8 %) ialah 2,7 persen poin",
        ["nilai? 84,1 % @2019", "nilai? 86,8 % @2021", "selisih? 2,7 persen poin @2021"],
    ),
    "dengan satuan": (
        "Kenaikan lulusan dari tahun 2022 (1.975 orang) ke tahun 2024 (2.512 orang) adalah 537 orang",
        ["nilai? 1.975 orang @2022", "nilai? 2.512 orang @2024", "selisih? 537 orang @2024"],
    ),
    "deret kenaikan tanpa simpulan": (
        "Kenaikan harga pangan sebesar 2,1%, harga sandang sebesar 2,5%, dan harga papan sebesar 0,7%",
        ["selisih? 2,1%", "nilai? 2,5%", "nilai? 0,7%"],
    ),
    "bertahun dalam kurung": (
        "Cakupan bergerak dari 80,1% (2018), 81,2% (2019), hingga 83,4% (2020)",
        ["nilai? 80,1% @2018", "nilai? 81,2% @2019", "nilai? 83,4% @2020"],
    ),
    "sama dengan": (
        "Lama sekolah th. 2020 = 13,02 tahun, th. 2021 = 13,24 tahun (naik 0,22 tahun)",
        ["nilai 13,02 @2020", "nilai 13,24 @2021", "selisih 0,22 @2021"],
    ),
    "berubah": (
        "Capaian tahun 2024 sebesar 103,5%, berubah 4,4 poin dari capaian tahun 2023 sebesar 99,1%",
        ["capaian? 103,5% @2024", "selisih 4,4 poin @2024", "capaian? 99,1% @2023"],
    ),
    "kumulatif": ("Jumlah kasus secara kumulatif berubah 56 kasus", ["lain? 56 kasus"]),
    "kini": ("Rasio antrean kini 0,50", ["nilai? 0,50"]),
    "tingkat lama sesatuan": (
        "Jumlah siswa sebanyak 510 orang, meningkat dibandingkan tahun 2021 sebesar 480 orang",
        ["lain? 510 orang", "nilai? 480 orang @2021"],
    ),
    "jauh lebih kecil": (
        "Jumlah siswa 1.510 orang, meningkat dibandingkan tahun 2021 sebesar 48 orang",
        ["lain? 1.510 orang", "selisih? 48 orang"],
    ),
}

DAFTAR = {
    "rincian capaian": (
        "Rincian capaian dinas tahun 2024 meliputi pelatihan vokasi 104,6%, lulusan ditempatkan 93,0%, dan nilai "
        "layanan 103,5%",
        ["capaian? 104,6% @2024", "capaian? 93,0% @2024", "capaian? 103,5% @2024"],
    ),
    "berturut-turut": (
        "Berturut-turut realisasi indikator tersebut ialah kepesertaan sebesar 99,5 persen, akta lahir 0-18 tahun "
        "sebesar 97,6 persen, dan lama layanan sebesar 18 menit, yang dibahas bersama 9 pejabat",
        ["realisasi 99,5 persen", "realisasi? 97,6 persen", "realisasi? 18 menit", "lain? 9 pejabat"],
    ),
    "sesatuan": (
        "Target daging 10 ton, telur 5 ton dan susu 7 ton",
        ["target? 10 ton", "target? 5 ton", "target? 7 ton"],
    ),
    "isyarat baru": (
        "Target daging 10 ton, telur 5 ton dan realisasi susu 7 ton",
        ["target? 10 ton", "target? 5 ton", "realisasi? 7 ton"],
    ),
    "satuan lain bukan anggota": (
        "Target daging 10 ton, peternak binaan 5 orang",
        ["target? 10 ton", "lain? 5 orang"],
    ),
    "tanpa nama bukan daftar": (
        "Target sebesar 80%, tingkat kehadiran 75%",
        ["target 80%", "lain? 75%"],
    ),
    "kata kerja bukan nama": (
        "Realisasi peserta latih 40 orang dan mengikuti ujian 35 orang",
        ["realisasi? 40 orang", "lain? 35 orang"],
    ),
    "kelas dengan nama": (
        "Kategori Tinggi diraih jalan mantap (99,1%), air minum (98%) dan sanitasi (97,5%)",
        ["capaian? 99,1%", "capaian? 98%", "capaian? 97,5%"],
    ),
    "kelas tanpa nama": (
        "Sebanyak 8 indikator berkategori sangat tinggi (80%)",
        ["cacah? 8 indikator", "lain? 80%"],
    ),
    "naik kelas": (
        "Rincian capaian kinerja meliputi koperasi sehat 99% dan usaha mikro naik kelas 98%",
        ["capaian? 99%", "capaian? 98%"],
    ),
}

UANG = {
    "merealisasikannya": (
        "Kantor ini mengelola anggaran Rp 8,3 miliar dan merealisasikannya Rp 7,3 miliar",
        ["anggaran Rp 8,3 miliar", "realisasi_anggaran Rp 7,3 miliar"],
    ),
    "pagu dan menyerap": (
        "Bidang Sosial mendapat pagu Rp 500.000.000 dan menyerap Rp 490.000.000",
        ["anggaran Rp 500.000.000", "realisasi_anggaran Rp 490.000.000"],
    ),
    "serapan yaitu": (
        "Penyerapan anggaran 84,8%, yaitu Rp 9,5 milyar dari Rp 11,2 milyar",
        ["persen 84,8%", "realisasi_anggaran? Rp 9,5 milyar", "anggaran? Rp 11,2 milyar"],
    ),
    "sebelum perubahan": (
        "Total anggaran sebelum perubahan sebesar Rp 5.000.000 dan setelah perubahan menjadi Rp 6.000.000",
        ["anggaran Rp 5.000.000", "anggaran? Rp 6.000.000"],
    ),
    "program peningkatan": (
        "Program Peningkatan Kapasitas Aparatur Rp 75.000.000 dan Kegiatan Penurunan Stunting sebesar Rp 80.000.000",
        ["lain? Rp 75.000.000", "lain? Rp 80.000.000"],
    ),
    "kegiatan peningkatan dengan persen": ("Kegiatan Peningkatan Mutu Layanan sebesar 96%", ["nilai? 96%"]),
    "peningkatan yang terjadi": ("Terjadi peningkatan sebesar 2 poin", ["selisih 2 poin"]),
    "investasi": ("Nilai investasi sebesar Rp 12,5 triliun", ["nilai? Rp 12,5 triliun"]),
    "pdrb": ("PDRB harga berlaku sebesar Rp 42,1 triliun pada tahun 2021", ["nilai? Rp 42,1 triliun @2021"]),
    "harga dalam nama program": (
        "Program Stabilisasi Nilai Transaksi Pasar sebesar Rp 30.000.000",
        ["lain? Rp 30.000.000"],
    ),
}

TEMPAT = {
    "posisi": ("Indeks tersebut berada pada posisi 111,8", ["nilai? 111,8"]),
    "level": ("Hunian hotel berada pada level 55,2%", ["nilai? 55,2%"]),
    "minus": ("Pertumbuhan usaha minus 3,4 persen", ["nilai? 3,4 persen"]),
    "provinsi lain": (
        "Indeks sebesar 68,2, lebih tinggi dibandingkan angka Provinsi Banten yang 65,0 dan angka nasional 61,1",
        ["nilai? 68,2", "nilai? 65,0", "nilai? 61,1"],
    ),
    "mencatat": (
        "Provinsi Banten mencatat jalan mantap 46,5 %, sedangkan Kota Cilegon 58,0 %",
        ["nilai? 46,5 %", "nilai? 58,0 %"],
    ),
    "mencatat tanpa wilayah": ("Petugas mencatat kehadiran 46,5 %", ["lain? 46,5 %"]),
    "luas wilayah": ("Luas Kabupaten Sukamaju 365,5 km2", ["lain? 365,5 km2"]),
    "berbanding": ("Realisasi 9,3% berbanding 9,9% tahun lalu", ["realisasi 9,3%", "nilai? 9,9%"]),
    "keluaran": ("Rehabilitasi saluran sepanjang 5,8 km", ["lain? 5,8 km"]),
}

CACAH = {
    "tanpa koma": (
        "Dokumen ini memuat 2 program 3 kegiatan dan 9 sub kegiatan",
        ["cacah 2 program", "cacah 3 kegiatan", "cacah 9 sub"],
    ),
    "misi bernomor": ("Misi 2 memuat 3 sasaran", ["cacah? 3 sasaran"]),
    "diukur melalui": ("Keberhasilan Dinas Sosial diukur melalui 9 (sembilan) indikator kinerja utama", ["cacah 9"]),
    "sasaran diukur melalui": ("Sasaran Mutu Layanan diukur melalui 2 indikator", ["cacah? 2 indikator"]),
    "yang dijabarkan": (
        "Pelaksanaan tugas didukung 3 (tiga) program yang dijabarkan ke dalam 7 (tujuh) kegiatan",
        ["cacah 3", "cacah 7"],
    ),
    "yang tercapai": ("Terdapat 3 program yang tercapai", ["cacah? 3 program"]),
}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [pytest.param(*row, id=key) for table in (BERGERAK, DAFTAR, UANG, TEMPAT, CACAH) for key, row in table.items()],
)
def test_roles_of_a_family(sentence: str, expected: list[str]) -> None:
    assert roles(sentence) == expected


def test_the_word_of_a_sign_is_part_of_the_cue() -> None:
    assert [klaim.isyarat for klaim in claims("Laju usaha sebesar minus 3,4 persen")] == ["sebesar minus"]
    assert [klaim.isyarat for klaim in claims("Laju usaha sebesar 3,4 persen")] == ["sebesar"]


def test_a_difference_between_two_years_points_where_its_noun_does() -> None:
    pair = "cakupan dari tahun 2019 (84,1 %) ke tahun 2021 (86,8 %) ialah 2,7 persen poin"
    found = [claims(f"{noun} {pair}")[-1] for noun in ("Perubahan", "Pergeseran", "Kenaikan", "Penurunan")]
    assert [klaim.arah for klaim in found] == [None, None, "naik", "turun"]
    assert {klaim.acuan for klaim in found} == {"tahun"}
