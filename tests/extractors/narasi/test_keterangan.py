"""What is said of a number besides its role: years, parts of years, areas, plans, bounds, words of change."""

from __future__ import annotations

import pytest

from schemas.narasi import Acuan, ArahKata
from tests.extractors.narasi.kalimat_uji import claims


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("Pada tahun 2021 cakupan mencapai 80%", [2021]),
        ("Cakupan tahun 2020 sebesar 78% dan tahun 2021 sebesar 80%", [2020, 2021]),
        ("Cakupan sebesar 78% pada tahun 2020 dan 80% pada tahun 2021", [2020, 2021]),
        ("Cakupan 78% (2020) menjadi 80% (2021)", [2020, 2021]),
        ("Cakupan naik dari 78% di tahun 2020 menjadi 80% di tahun 2021", [2020, 2021]),
        ("Pada TA 2022 realisasi sebesar 90%", [2022]),
        ("Pada TA.2022 realisasi sebesar 90%", [2022]),
        ("Pada tahun 2022, target sebesar 85%; realisasi sebesar 90%", [2022, 2022]),
        ("Cakupan tahun 2022 naik 2 poin dibanding tahun 2021 yang sebesar 78%", [2022, 2021]),
        ("Target Renstra tahun 2021-2026 sebesar 95%", [None]),
        ("Sejak tahun 2015 hingga 2020 rata-rata sebesar 70%", [None]),
        ("Berdasarkan Perda Nomor 3 Tahun 2019 target sebesar 70%", [None]),
        ("Dibanding tahun 2021, jumlah aduan turun 12 aduan", [None]),
        ("Tahun 2022 meningkat dari 60% menjadi 65%", [None, 2022]),
        (
            "Realisasi tahun 2020 sebesar 5 dengan target tahun 2024 sebesar 8 maka capaian kinerja 62,5%",
            [2020, 2024, 2020],
        ),
        ("Realisasi tahun 2022 sebesar Rp 5.000.000 atau 90%", [2022, 2022]),
        ("Realisasi tahun 2022 lebih baik dari tahun sebelumnya yang sebesar 60%", [2021]),
        ("Jika tahun sebelumnya 3,4 persen, maka pada tahun 2022 laju usaha naik menjadi 3,6 persen", [2021, 2022]),
        ("Realisasi dua tahun lalu sebesar 70% dan tahun 2022 sebesar 80%", [None, 2022]),
        ("Target akhir Renstra tahun 2026 sebesar 90%, sedangkan realisasi tahun lalu 70%", [2026, None]),
        ("Realisasi tahun 2022 naik 5% dari tahun 2021 menjadi 80%", [2022, 2022]),
        ("Dibandingkan dengan tahun 2021, cakupan layanan sebesar 80%", [None]),
        ("Dibandingkan dengan tahun 2021 yang sebesar 75%, cakupan membaik", [2021]),
        ("Cakupan bergerak dari 80,1% (2018), 81,2% (2019), hingga 83,4% (2020)", [2018, 2019, 2020]),
        ("Kematian turun menjadi 98 per 100.000 KH pada tahun 2022", [2022]),
        ("Ekonomi tumbuh sebesar 3,4 persen (yoy) pada tahun 2022", [2022]),
    ],
)
def test_years(sentence: str, years: list[int | None]) -> None:
    assert [klaim.tahun for klaim in claims(sentence)] == years


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("Pada Maret 2020 garis kemiskinan sebesar 8,5%", [(2020, "Maret")]),
        ("Pada triwulan III tahun 2021 realisasi sebesar 60%", [(2021, "triwulan III")]),
        ("Realisasi s.d. September 2021 sebesar 60%", [(2021, "s.d. September")]),
        ("Realisasi sampai dengan bulan Desember 2021 sebesar 97%", [(2021, None)]),
        ("Per 31 Desember 2021 realisasi sebesar 97%", [(2021, None)]),
        ("Turun dari 6,1% pada Februari 2020 menjadi 5,9% pada Agustus 2020", [(2020, "Februari"), (2020, "Agustus")]),
        ("Realisasi semester 1 sebesar 40%", [(None, "semester 1")]),
        ("Realisasi tahun 2021 sebesar 97%", [(2021, None)]),
        ("Capaian tahun yang lalu sebesar 70%", [(None, "tahun lalu")]),
        ("Capaian tahun ini 90%, sedangkan capaian tahun lalu 88%", [(None, None), (None, "tahun lalu")]),
        ("Turun dari 9,9 ku/ha tahun lalu, hasil panen sebesar 9,3 ku/ha", [(None, "tahun lalu"), (None, None)]),
        ("Dibandingkan dengan tahun sebelumnya, cakupan layanan sebesar 80%", [(None, None)]),
        ("Realisasi naik dari tahun lalu menjadi 80%", [(None, None)]),
    ],
)
def test_parts_of_a_year(sentence: str, times: list[tuple[int | None, str | None]]) -> None:
    assert [(klaim.tahun, klaim.periode) for klaim in claims(sentence)] == times


@pytest.mark.parametrize(
    ("sentence", "areas"),
    [
        ("Angka ini di atas rata-rata nasional yaitu 71,2", ["nasional"]),
        ("Dibandingkan dengan capaian Nasional sebesar 5,1 persen masih rendah", ["nasional"]),
        ("Realisasi 60% lebih rendah dibandingkan Provinsi Banten sebesar 65%", [None, "Provinsi Banten"]),
        ("Masih lebih tinggi dibandingkan Bali (4,9 persen)", ["Bali"]),
        ("Kemiskinan di daerah perkotaan sebesar 7,5% dan di perdesaan sebesar 9,1%", ["perkotaan", "perdesaan"]),
        ("Partisipasi penduduk laki-laki sebesar 80%", ["laki-laki"]),
        ("Persentase pasar regional dan nasional yang dibuka sebesar 80%", [None]),
        ("Penanganan kekerasan terhadap perempuan dan anak yang dilaporkan sebesar 100%", [None]),
        ("Realisasi di Kabupaten Sukamaju sebesar 70%", [None]),
        ("Nilai Standar Pendidikan Nasional sebesar 70", [None]),
        ("Produk yang dikirim ke pasar nasional sebesar 15,5%", [None]),
        ("Survei menempatkan prevalensi stunting nasional pada angka 21,6 persen", ["nasional"]),
        ("Indeks ini melampaui angka nasional 61,17", ["nasional"]),
        ("Masih lebih rendah dibandingkan angka Provinsi Banten yang 65,07", ["Provinsi Banten"]),
    ],
)
def test_areas(sentence: str, areas: list[str | None]) -> None:
    assert [klaim.wilayah for klaim in claims(sentence)] == areas


def test_an_area_behind_a_number_is_not_that_of_the_next() -> None:
    sentence = "Sampel sakit 3 ekor dari Kota Cilegon, 11 ekor dari Kota Serang dan 4 ekor dari Kota Tangerang"
    found = [klaim.wilayah for klaim in claims(sentence, kantor="Dinas Sosial Kabupaten Sukamaju")]
    assert found == [None, None, None]


def test_with_the_name_of_the_office_any_other_area_counts() -> None:
    sentence = "Kemiskinan Kabupaten Sukamaju sebesar 7% dan Provinsi Banten sebesar 6%"
    assert [klaim.wilayah for klaim in claims(sentence, kantor="Dinas Sosial Kabupaten Sukamaju")] == [
        None,
        "Provinsi Banten",
    ]
    assert [klaim.wilayah for klaim in claims(sentence)] == [None, None]


@pytest.mark.parametrize(
    ("sentence", "plans"),
    [
        ("Target RPJMD sebesar 80%", ["RPJMD"]),
        ("Target akhir Renstra sebesar 80% dan realisasi sebesar 70%", ["Renstra", None]),
        ("Target jangka menengah yaitu 80%", ["jangka menengah"]),
        ("Target akhir periode sebesar 80%", ["akhir"]),
        ("Target 98 km pada RPJMD", ["RPJMD"]),
        ("Pencapaian terhadap target RPJMN yaitu 95%", ["RPJMN"]),
        ("Capaian kinerja 60% dari target Renstra", ["Renstra"]),
        ("Target pada akhir tahun 2021 yaitu 80%", [None]),
        ("Pasar yang memenuhi standar pelayanan minimal dengan target 5 buah", [None]),
        ("Realisasi 80% dari target 75%", [None, None]),
    ],
)
def test_plans(sentence: str, plans: list[str | None]) -> None:
    assert [klaim.jangka for klaim in claims(sentence)] == plans


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Realisasi sekitar 80%", [("80%", True)]),
        ("Realisasi lebih dari 80%", [("80%", True)]),
        ("Realisasi kurang lebih 80%", [("80%", True)]),
        ("Realisasi mendekati angka 80%", [("80%", True)]),
        ("Realisasi mencapai angka 80%", [("80%", False)]),
        ("Target kurang dari 49 kasus", [("kurang dari 49 kasus", False)]),
        ("Target maksimal 5%", [("maksimal 5%", False)]),
        ("Target tidak lebih dari 55 kasus", [("tidak lebih dari 55 kasus", False)]),
        ("Realisasi sebesar 80%", [("80%", False)]),
    ],
)
def test_rounding_and_bounds(sentence: str, expected: list[tuple[str, bool]]) -> None:
    assert [(klaim.angka, klaim.pendekatan) for klaim in claims(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "arah", "acuan"),
    [
        ("Cakupan naik 2 poin dibanding tahun 2021", ArahKata.NAIK, Acuan.TAHUN),
        ("Cakupan lebih besar 2% dari target", ArahKata.NAIK, Acuan.TARGET),
        ("Cakupan lebih rendah sebesar 2 poin dibandingkan target tahun 2021", ArahKata.TURUN, Acuan.TARGET),
        ("Cakupan tahun ini turun sebesar 2 poin dari tahun sebelumnya", ArahKata.TURUN, Acuan.TAHUN),
        ("Cakupan bertambah 2 poin", ArahKata.NAIK, None),
        ("Terdapat selisih sebesar 2 poin dari target", None, Acuan.TARGET),
    ],
)
def test_direction_and_reference_of_a_difference(sentence: str, arah: ArahKata | None, acuan: Acuan | None) -> None:
    (klaim,) = claims(sentence)
    assert (klaim.peran, klaim.arah, klaim.acuan) == ("selisih", arah, acuan)


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("Memuat 12 (dua belas) Program", [("program", "dua belas")]),
        ("Memuat 9 indikator kinerja utama dan 14 IKU", [("iku", None), ("iku", None)]),
        ("Memuat 3 misi, 4 tujuan, 5 sasaran strategis", [("misi", None), ("tujuan", None), ("sasaran", None)]),
        ("Memuat 40 sub kegiatan", [("sub kegiatan", None)]),
        ("Memuat 40 (empat puluh) lembar", [(None, "empat puluh")]),
    ],
)
def test_counted_things(sentence: str, counted: list[tuple[str | None, str | None]]) -> None:
    assert [(klaim.benda, klaim.terbilang) for klaim in claims(sentence)] == counted


def test_clauses_are_numbered() -> None:
    sentence = "Target 70%, sedangkan realisasi 72%; namun fisik 60%. Sisanya 5 unit"
    assert [klaim.klausa for klaim in claims(sentence)] == [0, 1, 3, 4]


def test_the_cue_is_given_as_printed() -> None:
    sentence = "Realiasi Anggran seebsar Rp 5.000.000 atau 90%"
    assert [klaim.isyarat for klaim in claims(sentence)] == ["Realiasi Anggran", "atau"]
