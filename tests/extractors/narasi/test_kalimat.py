"""Where sentences end, and where a full stop is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.narasi.kalimat import MAX_SENTENCE, sentence_spans

calm = settings(deadline=None)


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Realisasi belanja Rp. 1.250.000,00 atau 92,40% dari pagu.",
        "Nilai kemantapan jalan 91,20.% atau naik dari tahun lalu.",
        "Penyuluhan di Kec. Sukamaju Kab. Bandung diikuti 40 orang.",
        "Dibuka oleh Drs. H. A. Yani bersama Ir. Budi di Jl. Merdeka No. 5.",
        "Target s.d. Desember sebesar 80% belum terpenuhi.",
        "Pekerjaan sepanjang ..... m belum dibayar.",
        "1. Persentase balita sehat sebesar 90%.",
        "a.1. Kegiatan pemeliharaan selesai seluruhnya.",
        "Mulai 1 Januari 2023 s/d 31 Desember 2023 sesuai PT. Sarana.",
        "Angka 12. 5 tidak terbaca jelas.",
        "Lama sekolah th. 2020 = 13,02 tahun, thn. 2021 = 13,24 tahun.",
        "Gedung berdiri di Km. 37 arah selatan.",
        "Ruas Bts.Kota dan Jl.Raya dilebarkan.",
        "Baku mutu PP No. 82 Tahun 2001 dan S.Sos., M.Si. sebagai penanggung jawab.",
        "Capaian naik; sedangkan target tetap 90%.",
        "Target 14,22 persen; capaian kinerjanya sebesar 120 persen.",
    ],
)
def test_stays_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dipakai sekitar 3 thn. Sesudah itu diganti.", ["Dipakai sekitar 3 thn.", "Sesudah itu diganti."]),
        ("Target tercapai. Realisasi 95%.", ["Target tercapai.", "Realisasi 95%."]),
        ("Melampaui target.Hal ini baik.", ["Melampaui target.", "Hal ini baik."]),
        ("Naik 5%.Sisanya tetap.", ["Naik 5%.", "Sisanya tetap."]),
        ("Diukur sejak tahun 2016. Nilainya 70.", ["Diukur sejak tahun 2016.", "Nilainya 70."]),
        ("Sampai tahun 2016. 5 program berjalan.", ["Sampai tahun 2016.", "5 program berjalan."]),
        ("Apakah naik? Ya! Naik.", ["Apakah naik?", "Ya!", "Naik."]),
        ("Sebesar 102,08%. .", ["Sebesar 102,08%. ."]),
        ("Predikat “baik.” Tahun ini naik.", ["Predikat “baik.”", "Tahun ini naik."]),
        ("Tumbuh 2,6 persen (yoy). Namun turun.", ["Tumbuh 2,6 persen (yoy).", "Namun turun."]),
        ("Beras, gula dll. Harga naik.", ["Beras, gula dll.", "Harga naik."]),
        ("Sepanjang 80 m. Hasilnya baik.", ["Sepanjang 80 m.", "Hasilnya baik."]),
        ("Di Wilayah I. Kegiatan selesai.", ["Di Wilayah I.", "Kegiatan selesai."]),
        ("Di kawasan pemukiman. merupakan nilai baru.", ["Di kawasan pemukiman.", "merupakan nilai baru."]),
        ("Kota A 90%; Kota B 80%; Kota C 70%.", ["Kota A 90%;", "Kota B 80%;", "Kota C 70%."]),
        ("a. jalan 90%; b. jembatan 80%.", ["a. jalan 90%;", "b. jembatan 80%."]),
        ("  dua  kata.  ", ["dua  kata."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_is_split(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_list_without_figures_is_not_split_at_semicolons() -> None:
    text = "Meliputi Penyediaan Gaji; Penyusunan Laporan; dan Rapat Koordinasi."
    assert sentences(text) == [text]


prose = st.lists(
    st.sampled_from(
        [
            *("Target", "realisasi", "Rp.", "1.250.000,-", "94,54%", "Kab.", "No.", "dll.", ".", ";", "?", "..."),
            *(" ", "  ", "(", ")", "”", "“", "tahun 2023.", "Hal", "a.", "1)", "%", "\n", "\u00a0", "–", "m."),
            "Hal ini.Lalu",
        ]
    )
).map("".join)


@calm
@given(st.one_of(prose, st.text()))
def test_every_printed_character_lies_in_one_sentence(text: str) -> None:
    spans = sentence_spans(text)
    inside = [index for start, end in spans for index in range(start, end)]
    assert inside == sorted(set(inside))
    assert {index for index, char in enumerate(text) if not char.isspace()} <= set(inside)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)


def test_an_inventory_without_an_end_is_cut_at_its_commas() -> None:
    text = ", ".join(f"desa ke-{nomor} sebanyak {nomor} rumah" for nomor in range(400))
    spans = sentence_spans(text)
    assert len(spans) > 1 and max(akhir - mulai for mulai, akhir in spans) <= MAX_SENTENCE
    assert all(text[akhir - 1] == "," for _, akhir in spans[:-1])
    assert len(sentence_spans("x" * (MAX_SENTENCE + 1))) == 2
