"""Known names in sentences: one spelling, offsets kept, the longest wins, the words around decide."""

from __future__ import annotations

import pytest

from pipeline.klaim.nama.kalimat import IndeksNama, rapat
from schemas.kinerja import Laporan
from tests.checks.laporan_toml import laporan

_TABEL = {
    "kolom": ["target@2030", "realisasi@2030"],
    "baris": """
Persentase Penduduk yang Bekerja {id=bekerja} | 94,87% | 94,54%
Persentase Tingkat Pengangguran Terbuka (TPT) {id=tingkat-pengangguran-terbuka} | 4,77% | 5,46%
Tingkat Kecelakaan Kerja {id=celaka} | 4,00% | 3,10%
Tingkat Kecelakaan Kerja Tambang {id=tambang} | 2,00% | 1,10%
Sapi Perah {id=sapi} | 100 | 120
Pelayanan Antarkerja Daerah {id=antar} | 5 | 4
""",
}
_ANGGARAN = {
    "kind": "anggaran",
    "kolom": ["anggaran", "realisasi_anggaran"],
    "baris": """
Pembinaan Koperasi Desa {id=} {nomor=1} | 20.000.000 | 19.999.900
""",
}


@pytest.fixture(scope="module")
def indeks() -> IndeksNama:
    report: Laporan = laporan({"tabel": [_TABEL, _ANGGARAN]})
    return IndeksNama(report)


def _sebut(indeks: IndeksNama, text: str) -> list[tuple[str, str, bool]]:
    return [(text[item.mulai : item.akhir], item.entri[0].indikator, item.sah) for item in indeks.cari(text)]


@pytest.mark.parametrize(
    ("text", "tercetak", "indikator"),
    [
        ("Presentase penduduk yg bekerja tahun 2030 sebesar 94%", "Presentase penduduk yg bekerja", "bekerja"),
        ("indikator Persentase Penduduk Bekerja terealisasi 94%", "Persentase Penduduk Bekerja", "bekerja"),
        ("% penduduk yang bekerja mencapai 94", "% penduduk yang bekerja", "bekerja"),
        ("realisasi TPT tahun 2030 sebesar 5%", "TPT", "tingkat-pengangguran-terbuka"),
        (
            "Tingkat Pengangguran Terbuka (TPT) tercatat 5%",
            "Tingkat Pengangguran Terbuka (TPT)",
            "tingkat-pengangguran-terbuka",
        ),
        ("pelayanan antar kerja daerah mencapai 4", "pelayanan antar kerja daerah", "antar"),
        ("Tingkat Kecelakaan – Kerja adalah 3%", "Tingkat Kecelakaan – Kerja", "celaka"),
    ],
)
def test_name_is_found_in_other_spellings(indeks: IndeksNama, text: str, tercetak: str, indikator: str) -> None:
    found = _sebut(indeks, text)
    assert [item for item in found if item[0] == tercetak] == [(tercetak, indikator, True)], found


def test_longest_name_wins(indeks: IndeksNama) -> None:
    assert _sebut(indeks, "Tingkat Kecelakaan Kerja Tambang sebesar 1,10%") == [
        ("Tingkat Kecelakaan Kerja Tambang", "tambang", True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Penurunan Tingkat Kecelakaan Kerja sebesar 3%",
        "rasio Tingkat Kecelakaan Kerja sebesar 3%",
        "Tingkat Kecelakaan Kerja sektor jasa sebesar 3%",
        "Tingkat Kecelakaan Kerja di perkebunan sebesar 3%",
        "Tingkat Kecelakaan Kerja nasional sebesar 3%",
        "produksi susu sapi perah sebesar 120",
        "program sapi perah dengan 120 ekor",
    ],
)
def test_words_around_a_name_may_make_it_another(indeks: IndeksNama, text: str) -> None:
    assert [sah for _, _, sah in _sebut(indeks, text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Tingkat Kecelakaan Kerja pada tahun 2030 sebesar 3%",
        "Tingkat Kecelakaan Kerja di Kabupaten Contoh sebesar 3%",
        "Tingkat Kecelakaan Kerja, yang tahun lalu 5%",
        "nilai Tingkat Kecelakaan Kerja 3%",
        "target sapi perah sebesar 120 ekor",
        "Kegiatan Pembinaan Koperasi Desa dengan pagu Rp 20.000.000",
    ],
)
def test_words_around_a_name_may_leave_it(indeks: IndeksNama, text: str) -> None:
    assert [sah for _, _, sah in _sebut(indeks, text)] == [True]


def test_part_of_a_word_is_no_name(indeks: IndeksNama) -> None:
    assert _sebut(indeks, "Keselamatan kerja dan tingkat kecelakaan kerjasama") == []


def test_row_with_a_single_word_is_not_known_again() -> None:
    report = laporan({"tabel": [{"kolom": ["target"], "baris": "Inflasi (persen) | 3\nKemiskinan | 9"}]})
    assert IndeksNama(report).cari("Inflasi sebesar 2,33 persen dan Kemiskinan 9 persen") == ()


def test_same_name_of_two_identities_is_ambiguous() -> None:
    baris = "Jumlah Berkas Selesai {id=satu} | 3\nJumlah Berkas Selesai {id=dua} | 9"
    found = IndeksNama(laporan({"tabel": [{"kolom": ["target"], "baris": baris}]})).cari("Jumlah berkas selesai 3")
    assert [entri.indikator for entri in found[0].entri] == ["satu", "dua"]


def test_dense_spelling_drops_list_marks_and_brackets() -> None:
    assert rapat("2) Jumlah Berkas (unit) yang Selesai", kurung=False) == rapat("jumlah berkas selesai")
