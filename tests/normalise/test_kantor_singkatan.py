"""Offices by their abbreviations: one office in all its printings, and never two in one."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalise.kantor.baca import baca_kantor
from pipeline.normalise.kantor.kata import muat_kantor
from schemas.tautan import Kantor

# one line for one office, its printings divided by `|`
OFFICES = """
Disnaker|Dinaker|Dinas Naker|Dinas Ketenagakerjaan|KEPALA DISNAKER|Plt. Kadisnaker|Dinas Tenaga Kerja
Disnakertrans|Dinnakertrans|DISNAKER TRANS|Nakertrans|Dinas Nakertrans|Dinas Tenaga Kerja dan Transmigrasi
Disnakerin|Disperinaker|Disperinnaker|Dinperinaker|DISPERIN NAKER|Dinas Perindustrian dan Tenaga Kerja
Disnakerintrans|Dinas Tenaga Kerja, Perindustrian dan Transmigrasi
DPMPTSP|DPM-PTSP|DPM & PTSP|Dinas PMPTSP|Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu
DPMPTSP-Naker|DPMPTSPTK|DPMPTSPNAKER|DPM-PTSP dan Naker|Dinas Penanaman Modal, PTSP dan Tenaga Kerja
Disperindag|Dinperindag|Dinas Perindag|Disdagperin|Disdagin|Dinas Perdagangan dan Perindustrian
Disperindagkop UKM|DISPERINDAGKOPUKM|DKUKMPP|DKUPP|Dinas Koperasi, UKM, Perindustrian dan Perdagangan|DINKOPUKMPERINDAG
Disdagkopukm|Dindagkop UKM|DINDAGKOP dan UKM|Disdagkop|Dinas Perdagangan, Koperasi, Usaha Kecil dan Menengah
Diskop UKM|Dinkop dan UKM|Diskopukm|DKUKM|Dinas KUKM|Diskopum|Dinas Koperasi dan UMKM|Dinas Koperasi dan Usaha Mikro
Disnakerkop UKM|Disnakerkopukm|Dinas Tenaga Kerja, Koperasi, Usaha Kecil dan Menengah
Disdag|Dindag|Dinas Perdagangan
Disperin|Dinas Perindustrian
Dinsos|Dissos|Dinas Sosial
Dinsos P3A|DinsosP3A|DSP3A|Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak
Dinsos P3AKB|DINSOSPPPAKB|Dinsos KBP3A|Dinas Sosial, Pemberdayaan Perempuan, Perlindungan Anak dan Keluarga Berencana
Dinsos PPKB dan P3A|DINSOSPPKBPPPA|Dinsos P3AP2KB|Dinas Sosial, PPKB dan PPPA
Dinsospmd|DINSOS PMD|Dinas Sosial, Pemberdayaan Masyarakat dan Desa
DP3A|DPPPA|Dinas P3A|Dinas PP dan PA|Dinas Pemberdayaan Perempuan dan Perlindungan Anak
DP3AP2KB|DPPKBP3A|DP2KBP3A|DPPKBPPPA|DP3A-P2KB|DPPPAPPKB|Dinas P3AP2KB|Dinas PPPA dan PPKB
DP3AKB|DPPPA dan KB|DKBP3A|Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Keluarga Berencana
DP3AP2|Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Pengendalian Penduduk
DPPKB|DP2KB|DALDUKKB|Disdaldukkb|Dinas PPKB|Dinas Dalduk dan KB
DPMD|Dispmd|Dispermades|Dinpermasdes|Dinas PMD|Dinas Pemberdayaan Masyarakat dan Desa
DPMK|Dinas Pemberdayaan Masyarakat dan Kampung
DPUPR|Dinas PUPR|PUPR|DPUTR|DPU-PR|DPUTARU|Dinas PU dan Tata Ruang|Dinas PU dan PR
DPU|Dinas PU|Dinas Pekerjaan Umum
DPUBM|DPU Bina Marga|Dinas Pekerjaan Umum Bina Marga
DPUPKP|Dinas PU Perkim|Dinas Pekerjaan Umum, Perumahan dan Kawasan Permukiman
DPUPRPerkim|PUPRPKP|Dinas PUPR-PKP|Dinas Pekerjaan Umum, Penataan Ruang, Perumahan dan Kawasan Permukiman
Disperkim|DPRKP|Disperakim|Dinas Perkim|Dinas Perumahan Rakyat dan Kawasan Permukiman
DPRKPP|Disperkimtan|DPERKIMTAN|Dinas Perumahan Rakyat dan Kawasan Permukiman serta Pertanahan
DPRKPCK|DPKPCK|Dinas Perumahan, Kawasan Permukiman dan Cipta Karya
Disperkimhub|Dinas Perumahan, Kawasan Permukiman dan Perhubungan
Dispertaru|DPTR|Dinas Pertanahan dan Tata Ruang
DLH|Dinas LH|Dislh|Dinas Lingkungan Hidup
DLHK|Dinas LHK|Dinas Lingkungan Hidup dan Kebersihan
Dishub|Dinhub|Dinas Perhubungan
DISHUBKOMINFO|Dishub Kominfo|Dinhubkominfo|Dinas Perhubungan, Komunikasi dan Informatika
Diskominfo|Dinkominfo|KOMINFO|Dinas Kominfo|Dinas Komunikasi dan Informatika
Diskominfosantik|Diskominfostandi|Diskominfo SP|Dinas Komunikasi, Informatika, Statistik dan Persandian
Diskominfotik|DKIS|Dinas Komunikasi, Informatika dan Statistik
Diskominfosan|Diskominfo dan Persandian|Dinas Komunikasi, Informatika dan Persandian
Disdik|Dindik|Dispendik|Diknas|Dinas Pendidikan
Disdikbud|Dindikbud|Dispendikbud|DIKBUD|Dinas P dan K|Dinas Pendidikan dan Kebudayaan
Disdikpora|Dikpora|Dindikpora|Dinas Pendidikan, Kepemudaan dan Olahraga
Disparpora|Disporapar|Dinporapar|Dinas Kepemudaan, Olahraga dan Pariwisata
Disparbud|Disbudpar|Dinparbud|Dinas Parbud|Dinas Kebudayaan dan Pariwisata
Disbudparpora|Disparporabud|Disbudporapar|Dinas Kebudayaan, Kepemudaan dan Olahraga serta Pariwisata
Dispora|Dinpora|Dinas Pemuda dan Olahraga
Dispar|Dinpar|Dinas Pariwisata
Disbud|Dinbud|Dinas Kebudayaan
Disparekraf|Dinas Parekraf|Dinas Pariwisata dan Ekonomi Kreatif
DISPERPUSIP|Dispusip|Disarpus|Dinarpus|Dispersip|Dispursip|Disarpusda|DPAD|Dinas Arsip dan Perpustakaan
Distan|Disperta|Dispertan|Dinpertan|Dinas Pertanian
Distanbun|Dispertanbun|Disbuntan|Dinas Pertanian dan Perkebunan
Dispaperkan|Dinas Pangan, Pertanian dan Perikanan
Diskan|Dinkan|Dinas Perikanan
Dislautkan|Dislutkan|Diskanla|Diskanlut|Dinas Kelautan dan Perikanan
Disnakkan|Diskannak|Disnakan|Dinas Peternakan dan Perikanan
Disbunnak|DISNAKBUN|Dinas Perkebunan dan Peternakan
Dishutbun|Disbunhut|Dinas Kehutanan dan Perkebunan
Dinkes|Diskes|Dinas Kesehatan
DINKESPPKB|Dinkes P2KB|Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana
Disdukcapil|Dindukcapil|Dispenduk Capil|Dukcapil|Dinas Dukcapil|Dinas Kependudukan dan Catatan Sipil
Bappeda|Bapeda|Badan Perencanaan Pembangunan Daerah
Bappedalitbang|Baperlitbang|Barenlitbang|BP4D|Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah
Bapperida|Baperida|Bapprida|Badan Perencanaan, Pembangunan, Riset dan Inovasi Daerah
BRIDA|Badan Riset dan Inovasi Daerah
BKPSDM|BKPSDMD|Badan Kepegawaian dan PSDM
BKPPD|Badan Kepegawaian dan Diklat
BPSDM|BPSDMD|Badan Pengembangan SDM
BPKAD|BPKA|Badan Pengelola Keuangan dan Aset Daerah
BPPKAD|BPKPAD|Badan Pendapatan, Pengelolaan Keuangan dan Aset Daerah
BPKPD|Badan Pengelola Keuangan dan Pendapatan Daerah
BKAD|Badan Keuangan dan Aset Daerah
BPPRD|Badan Pengelola Pajak dan Retribusi Daerah
Bakesbangpol|Badan Kesbangpol|Badan Kesatuan Bangsa dan Politik
Kantor Kesbangpol|Kantor Kesatuan Bangsa dan Politik
BPBD|Kepala Pelaksana BPBD|Badan Penanggulangan Bencana Daerah
Satpol PP|SATPOLPP|Kasatpol PP|Kasat Pol PP|Satuan Polisi Pamong Praja
Satpol PP Damkar|Satuan Polisi Pamong Praja dan Pemadam Kebakaran
Disdamkarmat|Diskarmat|DAMKARMAT|Dinas Pemadam Kebakaran dan Penyelamatan
Inspektorat|Itda|Itkab|Inspektorat Daerah
Setwan|Set. DPRD|Sekretariat DPRK|Sekretariat DPRD
Bag. Tapem|Bagian Tata Pemerintahan Setda
Bagian PBJ|Bagian Pengadaan Barang/Jasa Setda
Bagian Perekonomian dan SDA|Bagian Perekonomian dan Sumber Daya Alam
Kecamatan Paron|Kapanewon Paron|Panewu Paron|Camat Paron|Kantor Kecamatan Paron
RSUD dr. Harapan|RSU dr. Harapan|RSD dr. Harapan|Direktur RSUD dr. Harapan
UPTD PPA DP3AP2KB|UPT PPA pada DPPKBP3A
DKP
DKPP
DPKP
DPKPP
BKD
BKPP
"""
GROUPS = [line.split("|") for line in OFFICES.strip().splitlines()]


@pytest.mark.parametrize("names", GROUPS, ids=lambda names: names[0])
@pytest.mark.parametrize("region", ["Kabupaten Ngawi", "Kota Batu"])
def test_one_office_in_all_its_printings(names: list[str], region: str) -> None:
    found = {baca_kantor(f"{name} {region}") for name in names}
    assert len(found) == 1
    assert None not in found


def test_no_two_offices_of_a_region_are_one() -> None:
    found = [(names[0], baca_kantor(f"{names[0]} Kabupaten Ngawi")) for names in GROUPS]
    assert [(a, b) for (a, one), (b, other) in combinations(found, 2) if one == other] == []


@pytest.mark.parametrize("names", GROUPS, ids=lambda names: names[0])
def test_an_office_in_dictionary_spelling_is_read_back(names: list[str]) -> None:
    office = baca_kantor(f"{names[0]} Kota Batu")
    assert office is not None
    assert baca_kantor(f"{office.unit} {office.tingkat} {office.wilayah}") == office


def test_what_forests_are_to_a_province_cleanliness_is_to_a_town() -> None:
    assert baca_kantor("DLHK Provinsi Banten") == baca_kantor("Dinas Lingkungan Hidup dan Kehutanan Prov. Banten")
    assert baca_kantor("Dinas LHK NTB") != baca_kantor("Dinas LHK Provinsi NTB")
    assert baca_kantor("DLHK Kota Serang, Provinsi Banten") == baca_kantor("Dinas LHK Kota Serang")


@pytest.mark.parametrize("short", ["DKUMPTK", "Dpkukm", "DISPORKAM", "dp2kukm", "BPXD"])
def test_an_abbreviation_that_no_one_knows_is_the_unit_as_it_stands(short: str) -> None:
    office = Kantor(unit=short.lower(), tingkat="kota", wilayah="batu")
    assert baca_kantor(f"{short} Kota Batu") == office
    assert baca_kantor(f"KEPALA {short.upper()} KOTA BATU") == office
    assert baca_kantor(f"PEMERINTAH KOTA BATU {short}") == office
    assert baca_kantor(f"{short} Kota Malang") != office


@pytest.mark.parametrize(
    "text",
    [
        "BPS Kota Batu",
        "DPRD Kota Batu",
        "BUMD Kota Batu",
        "Distribusi Kota Batu",
        "Disabilitas Kota Batu",
        "Data Kota Batu",
        "Batas Kota Batu",
        "Drs Kota Batu",
        "DKUMPTK",
        "Kepala Bidang Pasar DKUMPTK Kota Batu",
        "DKUMPTK DPXYZ Kota Batu",
    ],
)
def test_what_only_looks_like_an_abbreviation_names_nothing(text: str) -> None:
    assert baca_kantor(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dinas Pendidikan Menengah", "Dinas Pendidikan Dasar"),
        ("Dinas Pendidikan Menengah", "Dinas Pendidikan dan Koperasi"),
        ("Dinas Koperasi", "Dinas Koperasi dan Perdagangan"),
        ("DLH", "DLHK"),
        ("DPUPR", "DPUPKP"),
        ("Badan Kesbangpol", "Kantor Kesbangpol"),
        ("UPTD PPA DP3AP2KB", "DP3AP2KB"),
        ("Dinas Kesehatan", "UPT Kesehatan Hewan Dinas Kesehatan"),
    ],
)
def test_near_names_of_other_offices(one: str, other: str) -> None:
    found = [baca_kantor(f"{text} Kota Batu") for text in (one, other)]
    assert None not in found
    assert found[0] != found[1]


def test_an_abbreviation_of_pieces_is_that_of_its_tasks_in_any_order() -> None:
    kota = "Kota Batu"
    expected = baca_kantor(f"Dinas Perikanan, Peternakan dan Perkebunan {kota}")
    assert {baca_kantor(f"{name} {kota}") for name in ("Disnakkanbun", "Disbunnakkan", "Dinkanbunnak")} == {expected}


@given(st.permutations(["naker", "trans", "sos"]), st.sampled_from(["dis", "din", "Kadis"]))
def test_pieces_may_stand_in_any_order(pieces: list[str], awalan: str) -> None:
    expected = baca_kantor("Dinas Sosial, Tenaga Kerja dan Transmigrasi Kota Batu")
    assert baca_kantor(f"{awalan}{''.join(pieces)} Kota Batu") == expected


@given(st.text(alphabet="dinsakptrbu3", min_size=1, max_size=14))
def test_any_token_is_one_office_at_most_and_the_same_in_capitals(token: str) -> None:
    found = baca_kantor(f"{token} Kota Batu")
    assert found == baca_kantor(f"{token.upper()} KOTA BATU")
    assert found is None or token not in muat_kantor().bukan
