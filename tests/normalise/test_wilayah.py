"""The list of regions, complete and free of contradictions, and names of regions read by it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalise.kamus.baca import baca_csv
from pipeline.normalise.kantor.wilayah import (
    KOLOM,
    TINGKAT,
    DaftarWilayah,
    Wilayah,
    baca_wilayah,
    kata_wilayah,
    muat_wilayah,
    seperti_wilayah,
    susun_wilayah,
    wilayah_bernama,
)
from schemas.errors import KamusError

ROWS = baca_csv("wilayah.csv", KOLOM)
NOW = [row for row in ROWS if not row["berlaku_sampai"]]
REGIONS = sorted(region for tingkat in TINGKAT for region in muat_wilayah().semua(tingkat))

# a letter less makes another region of it
TAKEN = {("kabupaten", "bandung", "badung"), ("kota", "solok", "solo")}


def nama(text: str, tingkat: str) -> str | None:
    """Name of the region that a text begins with; "" where it cannot be told."""
    found = baca_wilayah(kata_wilayah(text), tingkat)
    return None if found is None else found.wilayah.nama if found.wilayah else ""


def daftar(tmp_path: Path, *lines: str) -> DaftarWilayah:
    path = tmp_path / "wilayah.csv"
    path.write_text("\n".join([",".join(KOLOM), *lines]), encoding="utf-8")
    return susun_wilayah(baca_csv(path, KOLOM))


def test_the_country_has_38_provinces_416_regencies_and_98_cities() -> None:
    assert Counter(row["tingkat"] for row in NOW) == {"provinsi": 38, "kabupaten": 416, "kota": 98}
    assert {tingkat: len(muat_wilayah().semua(tingkat)) for tingkat in TINGKAT} == {
        "provinsi": 38,
        "kabupaten": 416,
        "kota": 98,
    }


@pytest.mark.parametrize("tingkat", TINGKAT)
def test_a_name_stands_once_on_its_level(tingkat: str) -> None:
    names = [
        "".join(kata_wilayah(tulisan))
        for row in ROWS
        if row["tingkat"] == tingkat
        for tulisan in (row["nama"], *row["alias"].split("|"))
        if tulisan
    ]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_every_region_is_in_a_province_of_the_list() -> None:
    provinces = {row["nama"] for row in NOW if row["tingkat"] == "provinsi"}
    assert {row["provinsi"] for row in NOW} == provinces
    assert {row["provinsi"] for row in ROWS} - provinces <= {row["menjadi"] for row in ROWS}


@pytest.mark.parametrize(
    ("provinsi", "kabupaten", "kota"),
    [
        ("Aceh", 18, 5),
        ("Sumatera Utara", 25, 8),
        ("DKI Jakarta", 1, 5),
        ("Jawa Barat", 18, 9),
        ("Jawa Tengah", 29, 6),
        ("Daerah Istimewa Yogyakarta", 4, 1),
        ("Jawa Timur", 29, 9),
        ("Kalimantan Selatan", 11, 2),
        ("Sulawesi Selatan", 21, 3),
        ("Papua", 8, 1),
        ("Papua Selatan", 4, 0),
        ("Papua Tengah", 8, 0),
        ("Papua Pegunungan", 8, 0),
        ("Papua Barat", 7, 0),
        ("Papua Barat Daya", 5, 1),
    ],
)
def test_provinces_have_their_regencies_and_cities(provinsi: str, kabupaten: int, kota: int) -> None:
    levels = Counter(row["tingkat"] for row in NOW if row["provinsi"] == provinsi)
    assert levels == Counter(provinsi=1, kabupaten=kabupaten, kota=kota)


def test_former_names_lead_to_the_region_that_carries_on() -> None:
    former = [row for row in ROWS if row["berlaku_sampai"]]
    assert len(former) >= 15
    for row in former:
        assert 1990 <= int(row["berlaku_sampai"]) <= 2025
        assert nama(row["nama"], row["tingkat"]) == " ".join(kata_wilayah(row["menjadi"]))


@pytest.mark.parametrize("region", REGIONS, ids=lambda region: f"{region.tingkat} {region.nama}")
def test_every_region_is_found_by_its_name_whatever_follows(region: Wilayah) -> None:
    for text in (region.nama, region.nama.upper(), f"{region.nama} tercinta", f"{region.nama} 2024"):
        found = baca_wilayah(kata_wilayah(text), region.tingkat)
        assert found is not None
        assert (found.wilayah, found.tepat) == (region, True)
        assert found.panjang == len(region.nama.split())


@pytest.mark.parametrize("tingkat", TINGKAT)
def test_a_misprint_never_leads_to_another_region(tingkat: str) -> None:
    wrong = []
    for region in muat_wilayah().semua(tingkat):
        text = region.nama
        for k in range(len(text)):
            for misprint in (text[:k] + text[k + 1 :], text[: k + 1] + text[k:], text[:k] + "x" + text[k + 1 :]):
                found = nama(misprint, tingkat)
                if found not in (None, "", text) and (tingkat, text, misprint) not in TAKEN:
                    wrong.append((text, misprint, found))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "tingkat", "expected"),
    [
        ("Lamonggan", "kabupaten", "lamongan"),
        ("Tulungagug", "kabupaten", "tulungagung"),
        ("Tanggerang Selatan", "kota", "tangerang selatan"),
        ("Jawa Brat", "provinsi", "jawa barat"),
        ("Sumatra Utara", "provinsi", "sumatera utara"),
        ("Gunung Kidul", "kabupaten", "gunungkidul"),
        ("Kota Waringin Timur", "kabupaten", "kotawaringin timur"),
        ("Bau-Bau", "kota", "baubau"),
        ("Tojo Una-Una", "kabupaten", "tojo una una"),
        ("50 Kota", "kabupaten", "lima puluh kota"),
        ("Pangkajene Kepulauan", "kabupaten", "pangkajene dan kepulauan"),
        ("DKI", "provinsi", "dki jakarta"),
        ("D.I. Yogyakarta", "provinsi", "daerah istimewa yogyakarta"),
        ("Jogja", "kota", "yogyakarta"),
        ("Kukar", "kabupaten", "kutai kartanegara"),
        ("Irian Jaya", "provinsi", "papua"),
        ("Toba Samosir", "kabupaten", "toba"),
        ("Ujung Pandang", "kota", "makassar"),
    ],
)
def test_spellings_misprints_and_abbreviations(text: str, tingkat: str, expected: str) -> None:
    assert nama(text, tingkat) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("solok selatn", "solok selatan"),
        ("solok sel", "solok selatan"),
        ("solok sumatera barat", "solok"),
        ("badung barat", "bandung barat"),
        ("serang bedagai", "serdang bedagai"),
        ("kutai brat", "kutai barat"),
        ("sumba barat dya", "sumba barat daya"),
        ("lampung utra", "lampung utara"),
    ],
)
def test_a_short_name_is_not_cut_out_of_a_misprinted_long_one(text: str, expected: str) -> None:
    assert nama(text, "kabupaten") == expected


@pytest.mark.parametrize(
    ("text", "tingkat"),
    [
        ("bandng", "kabupaten"),  # Bandung and Badung
        ("batan", "kabupaten"),
        ("mamukutengah", "kabupaten"),  # Maluku Tengah and Mamuju Tengah
        ("tangerang selatan", "kabupaten"),  # a city of that name, and a regency Tangerang
        ("bandung barat", "kota"),
        ("banjar baru", "kabupaten"),
        ("bogor barat", "kabupaten"),  # no such regency, or not yet
        ("bekasi utara", "kota"),
    ],
)
def test_what_may_be_two_regions_is_none_of_them(text: str, tingkat: str) -> None:
    assert nama(text, tingkat) == ""


@pytest.mark.parametrize(
    ("text", "tingkat"),
    [
        ("blor", "kabupaten"),
        ("sukamulya", "kabupaten"),
        ("lamongan", "kota"),
        ("cimahi", "kabupaten"),
        ("", "kota"),
        ("randuwangi", "kabupaten"),  # two letters from Banyuwangi
        ("karang asri", "kabupaten"),
    ],
)
def test_what_is_near_none_is_not_found(text: str, tingkat: str) -> None:
    assert nama(text, tingkat) is None


def test_abbreviations_are_not_looked_for_behind_misprints() -> None:
    assert nama("kutim", "kabupaten") == "kutai timur"
    assert nama("kutimm", "kabupaten") is None
    assert nama("jabaar", "provinsi") is None


def test_names_of_several_levels() -> None:
    assert [item.tingkat for item in wilayah_bernama(["bandung"])] == ["kabupaten", "kota"]
    assert [item.tingkat for item in wilayah_bernama(["gorontalo"])] == ["provinsi", "kabupaten", "kota"]
    assert [item.tingkat for item in wilayah_bernama(["lamongan"])] == ["kabupaten"]
    assert wilayah_bernama(["sukamulya"]) == ()


@pytest.mark.parametrize(
    ("text", "tingkat", "expected"),
    [
        ("lamongan", "kota", True),  # a region of another level
        ("lamongan raya", "kota", True),
        ("sumba", "kabupaten", True),  # the beginning of four regions
        ("nusa tenggara", "provinsi", True),
        ("nusa tengah", "provinsi", True),  # may be cut out of Nusa Tenggara
        ("pesisir laras", "kabupaten", True),
        ("teluk sari", "kabupaten", False),  # Teluk Bintuni and Teluk Wondama are other names
        ("sukamulya", "kabupaten", False),
    ],
)
def test_names_too_like_a_region_to_be_one_of_their_own(text: str, tingkat: str, expected: bool) -> None:
    assert seperti_wilayah(text.split(), tingkat) is expected


@given(st.lists(st.text(max_size=12), max_size=7), st.sampled_from(TINGKAT))
def test_any_words_are_read(words: list[str], tingkat: str) -> None:
    kata = kata_wilayah(" ".join(words))
    found = baca_wilayah(kata, tingkat)
    assert found is None or 1 <= found.panjang <= len(kata)


def test_a_list_of_ones_own(tmp_path: Path) -> None:
    found = daftar(tmp_path, "Sukamulya,kabupaten,Mulya,Sukmul,,", "Suka,kabupaten,Mulya,,2001,Sukamulya")
    region = Wilayah(tingkat="kabupaten", nama="sukamulya", provinsi="mulya")
    assert found.nama["kabupaten"] == {"sukamulya": region, "sukmul": region, "suka": region}
    assert found.utuh["kabupaten"] == {"sukamulya": region, "suka": region}


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["Sukamulya,desa,Mulya,,,"], "baris 2, kolom tingkat"),
        (["Sukamulya,kota,Mulya,,,", "Suka,kabupaten,Mulya,,2001,Sukamulya"], "baris 3, kolom menjadi"),
        (["Sukamulya,kota,Mulya,,,", "Suka,kota,Mulya,Suka Mulya,,"], "baris 3, kolom alias"),
    ],
)
def test_a_list_with_an_error_is_refused_with_its_line(tmp_path: Path, lines: list[str], message: str) -> None:
    with pytest.raises(KamusError, match=message):
        daftar(tmp_path, *lines)
