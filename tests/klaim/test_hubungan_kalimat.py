"""Relations between the numbers of printed sentences: right ones hold, wrong ones are called."""

from __future__ import annotations

import pytest

from pipeline.klaim import judge_claims
from schemas.narasi import Perihal, Putusan, Uji
from tests.checks import laporan_toml

_KITA = (Perihal.SELISIH, Perihal.POIN, Perihal.ARAH_KATA, Perihal.BESARAN, Perihal.HITUNGAN)
_BARIS = """
Persentase Lansia Terlayani {id=lansia} | 71,40% | 73,05%
Jumlah Posyandu Aktif {id=posyandu} | 610 unit | 640 unit
"""
TABEL = [{"caption": "Tabel 3.1 Capaian", "kolom": ["realisasi@2029", "realisasi@2030"], "baris": _BARIS}]


def uji(kalimat: str, *, tabel: bool = False) -> list[Uji]:
    """Judgements of changes, directions, multipliers and arithmetic of one printed paragraph."""
    laporan = judge_claims(laporan_toml.laporan({"narasi": [kalimat], "tabel": TABEL if tabel else []}))
    return [item for item in laporan.uji if item.perihal in _KITA]


def salah(kalimat: str, *, tabel: bool = False) -> set[Perihal]:
    return {item.perihal for item in uji(kalimat, tabel=tabel) if item.putusan is Putusan.SALAH}


def cocok(kalimat: str, *, tabel: bool = False) -> set[Perihal]:
    return {item.perihal for item in uji(kalimat, tabel=tabel) if item.putusan is Putusan.COCOK}


@pytest.mark.parametrize(
    ("pola", "benar", "keliru"),
    [
        (
            "Dibandingkan tahun 2029, cakupan imunisasi mengalami kenaikan sebesar {} poin, yaitu dari 81,20% "
            "menjadi 83,35%.",
            "2,15",
            "3,15",
        ),
        (
            "Prevalensi gizi kurang turun {} poin dari 9,40 persen pada tahun 2029 ke 7,90 persen pada tahun 2030.",
            "1,50",
            "1,80",
        ),
        ("Nilai SAKIP meningkat {} poin dari 70,25 (2029) ke 71,35 (2030).", "1,10", "2,10"),
        (
            "Angka kemiskinan berkurang {} persen poin dari 10,62 persen (2029) hingga 9,95 persen (2030).",
            "0,67",
            "0,77",
        ),
        (
            "Perubahan angka partisipasi dari tahun 2029 (88,12%) ke tahun 2030 (90,02%) ialah {} persen poin.",
            "1,90",
            "1,70",
        ),
        ("Selisih nilai evaluasi dari tahun 2029 (63,40) ke tahun 2030 (66,15) adalah {} poin.", "2,75", "2,57"),
        (
            "Terjadi kenaikan sebesar {} persen pada kunjungan wisata, bila realisasi 45.600 orang dibandingkan dengan "
            "realisasi tahun sebelumnya 41.200 orang.",
            "10,68",
            "14,20",
        ),
        ("Rata-rata lama sekolah th. 2029 = 8,12 tahun, th. 2030 = 8,35 tahun (naik {} tahun).", "0,23", "0,33"),
        ("Indeks reformasi 2029: 62,10; 2030: 65,45 (naik {}).", "3,35", "3,53"),
        ("Terdapat tambahan sambungan rumah sebanyak {} unit, dari 2.140 unit menjadi 2.350 unit.", "210", "310"),
        ("Terjadi pengurangan lahan kritis sebanyak {} ha, dari 4.510 ha menjadi 4.310 ha.", "200", "120"),
        (
            "Dari 94,75 persen pada tahun 2029, cakupan akta naik {} poin menjadi 96,40 persen pada tahun 2030.",
            "1,65",
            "2,65",
        ),
        (
            "Realisasi mencapai 512 unit, lebih banyak {} unit daripada realisasi tahun 2029 yang hanya 475 unit.",
            "37",
            "47",
        ),
        (
            "Terdapat selisih {} poin antara nilai tahun 2029 sebesar 71,20 dan nilai tahun 2030 sebesar 73,05.",
            "1,85",
            "2,35",
        ),
        ("Realisasi 73,05 persen atau kurang {} poin dari target 75,00 persen.", "1,95", "2,95"),
        (
            "Nilai perencanaan naik 1,20 dari 70,10 menjadi 71,30, sedangkan nilai pelaporan naik {} dari 65,10 "
            "menjadi 66,50.",
            "1,40",
            "2,40",
        ),
        ("Nilai indeks dari 60,20 (2028), 62,40 (2029), hingga 65,10 (2030), naik {}.", "2,70", "3,70"),
        ("Nilai indeks dari 60,20 (2028), 62,40 (2029), hingga 65,10 (2030), naik {}.", "4,90", "5,90"),
    ],
)
def test_amounts_of_change(pola: str, benar: str, keliru: str) -> None:
    assert Perihal.SELISIH in cocok(pola.format(benar)) and not salah(pola.format(benar))
    assert salah(pola.format(keliru)) == {Perihal.SELISIH}


@pytest.mark.parametrize(
    "kalimat",
    [
        "Ada pergeseran komposisi belanja sebanyak 1,85% dalam setahun, dari 54,30 persen ke 52,45 persen.",
        "Perubahan cakupan dari tahun 2029 (94,75%) ke tahun 2030 (96,40%) ialah 1,65%.",
    ],
)
def test_points_written_as_per_cent(kalimat: str) -> None:
    assert salah(kalimat) == {Perihal.POIN}


@pytest.mark.parametrize(
    ("pola", "benar", "keliru"),
    [
        ("Setelah {} dari 73,05 pada tahun 2028 ke 71,20 pada tahun 2029, nilai survei kini 74,10.", "menurun", "naik"),
        (
            "Jika tahun sebelumnya 66,80 persen, maka pada tahun 2030 jamban sehat {} menjadi 61,40 persen.",
            "menurun",
            "naik",
        ),
        ("Jumlah perpustakaan desa {} menjadi 79 unit dari semula 87 unit.", "turun", "naik"),
        (
            "Kasus tahun 2029 sebanyak 165 kasus dan tahun 2030 sebanyak 140 kasus, mengalami {}.",
            "penurunan",
            "peningkatan",
        ),
        ("TPT sebesar 4,90 persen, lebih {} dibandingkan angka Provinsi Riau yang 5,10 persen.", "rendah", "tinggi"),
        ("Realisasi 81,25 tersebut lebih {} daripada realisasi tahun 2029 (82,10).", "rendah", "tinggi"),
        ("Angka kemiskinan sebesar 8,45 persen, masih di {} rata-rata nasional sebesar 9,36 persen.", "bawah", "atas"),
    ],
)
def test_directions_without_an_amount(pola: str, benar: str, keliru: str) -> None:
    assert cocok(pola.format(benar)) == {Perihal.ARAH_KATA} and not salah(pola.format(benar))
    assert salah(pola.format(keliru)) == {Perihal.ARAH_KATA}


@pytest.mark.parametrize(
    ("pola", "benar", "keliru"),
    [
        ("Jumlah seluruh pelanggan adalah 3.140 + 412 = {} sambungan.", "3.552", "3.652"),
        ("Kekurangan guru dihitung dari 1.820 - 1.655 = {} orang.", "165", "265"),
        ("Persentase dihitung 152 / 190 x 100% = {}.", "80,00%", "85,00%"),
        ("Pertumbuhan = (512 - 475) / 475 x 100% = {}.", "7,79%", "9,79%"),
        ("Cakupan rumah layak huni sebesar {} (18.240/22.000).", "82,91%", "91,20%"),
        ("Sebanyak 36 dari 48 desa atau {} telah berlistrik.", "75,00%", "72,00%"),
        ("Rasio kelulusan sebesar {} (55 dari 66 peserta).", "83,33%", "91,67%"),
        ("Anggaran Rp 1.250.000 terealisasi Rp 1.190.000 sehingga tersisa {}.", "Rp 60.000", "Rp 80.000"),
        ("Hadir {} orang, terdiri atas guru tetap 310 orang dan guru bantu 230 orang.", "540", "550"),
    ],
)
def test_printed_arithmetic(pola: str, benar: str, keliru: str) -> None:
    assert cocok(pola.format(benar)) == {Perihal.HITUNGAN} and not salah(pola.format(benar))
    assert salah(pola.format(keliru)) == {Perihal.HITUNGAN}


@pytest.mark.parametrize(
    "kalimat",
    [
        "Kegiatan pelatihan mendapat anggaran Rp 6,40 juta dan merealisasikannya Rp 6,12 miliar.",
        "Dana sebesar Rp 3,25 juta dialokasikan dan terserap Rp 3,11 miliar.",
        "Dari pagu Rp 3,25 miliar, terealisasi Rp 3,11 juta.",
    ],
)
def test_multipliers_of_budget_and_realisation(kalimat: str) -> None:
    assert salah(kalimat) == {Perihal.BESARAN}
    assert not salah(kalimat.replace("juta", "miliar"))


def test_a_change_against_both_years_of_its_row() -> None:
    pola = "Realisasi Persentase Lansia Terlayani tahun 2030 sebesar 73,05%, naik {} poin dibandingkan tahun {}."
    assert cocok(pola.format("1,65", 2029), tabel=True) == {Perihal.SELISIH}
    keliru = [item for item in uji(pola.format("1,56", 2029), tabel=True) if item.putusan is Putusan.SALAH]
    assert [len(item.fakta) for item in keliru] == [2] and "71,40%" in keliru[0].pesan
    assert not salah(pola.format("1,56", 2028), tabel=True)
    lain = "Jumlah Posyandu Aktif tahun 2030 sebanyak 640 unit, sedangkan kader naik 45 unit dibandingkan tahun 2029."
    assert not salah(lain, tabel=True)


@pytest.mark.parametrize(
    "kalimat",
    [
        # parts of a whole, and levels of another subject
        "Dari 120 desa, yang sudah berlistrik naik 12 desa menjadi 98 desa.",
        "Dari sejumlah 1.200 orang pencari kerja, yang ditempatkan naik 40 orang menjadi 640 orang.",
        "Dari 1.200 responden, tingkat kepuasan naik 2,1 poin menjadi 84,3.",
        "Nilai aspek pelaporan naik 5 poin, sedangkan nilai aspek lain berubah dari 62,10 menjadi 63,60.",
        "Peserta meningkat menjadi 79 orang dari 120 orang yang diundang.",
        "Penambahan lampu jalan sebanyak 40 unit, dari anggaran Rp 200 juta menjadi Rp 240 juta.",
        # rounding, growth, units, means
        "Jumlah penduduk miskin berkurang 4.180 orang dari 112,6 ribu orang pada tahun 2029 menjadi 108,4 "
        "ribu orang pada tahun 2030.",
        "PAD meningkat Rp 1 miliar dari Rp 12,4 miliar pada tahun 2029 menjadi Rp 13,3 miliar pada tahun 2030.",
        "Angka kematian ibu turun 12,3 per 100.000 kelahiran hidup dari 142,8 pada tahun 2029 menjadi 130,5 "
        "pada tahun 2030.",
        "Nilai tahun 2028 sebesar 60,20, tahun 2029 sebesar 62,40 dan tahun 2030 sebesar 65,10, meningkat "
        "rata-rata sebesar 2,45.",
        "Nilai tahun 2028 sebesar 60,20, tahun 2029 sebesar 62,40 dan tahun 2030 sebesar 65,10 atau naik 4,33 persen.",
        # comparisons of something else
        "Realisasi tahun 2030 sebesar 5,46 persen (capaian 85,53 persen), lebih rendah dari realisasi tahun "
        "2029 sebesar 6,05 persen.",
        "Realisasi sebesar 84,25 tersebut di atas, dibandingkan dengan realisasi tahun 2029 sebesar 86,10, "
        "mengalami penurunan.",
        "Angka stunting 13,80 persen tidak lebih tinggi dari rata-rata nasional sebesar 14,00 persen.",
        "Angka stunting 14,80 persen lebih baik daripada rata-rata nasional sebesar 14,00 persen.",
        "Persentase 62,5 persen lebih rendah dari angka provinsi dan nasional, yaitu 71,2 persen dan 74,9 persen.",
        "Peringkat daerah naik dari urutan 12 pada tahun 2029 ke urutan 7 pada tahun 2030.",
        "Waktu tanggap meningkat dari 15 menit menjadi 12 menit.",
        # enumerations that were not read to the end
        "Jumlah tempat tidur sebanyak 412 TT, terdiri atas kelas utama 36 TT, kelas I dan kelas II, serta "
        "isolasi 180 TT.",
        "Armada sebanyak 64 unit, terdiri atas 20 unit truk, mobil patroli, dan 40 unit sepeda motor.",
        "Jumlah guru sebanyak 540 orang, terdiri atas guru tetap 310 orang dan guru bantu 120 orang per kecamatan.",
        "Jumlah pegawai 86 orang terdiri atas 60 orang laki-laki dan 26 orang perempuan, dengan 40 orang sarjana.",
        # formulas, shares and budgets
        "Terealisasi 36 dari 48 unit (target 80 persen).",
        "Sebanyak 12 dari 15 desa atau naik 20 persen dari tahun lalu.",
        "Nilai akhir = 60% x 80 + 40% x 90 = 84.",
        "Skor = (3 x 10) + (2 x 20) = 70.",
        "Capaian kinerja 105,00% (76/80) pada tahun 2030.",
        "Anggaran Rp 2,5 miliar direalisasikan Rp 850 juta.",
        "Anggaran subkegiatan Rp 4,1 juta, sedangkan realisasi program Rp 3,9 miliar.",
    ],
)
def test_true_sentences_are_left_alone(kalimat: str) -> None:
    assert not salah(kalimat)
