"""Short names in sentences: some words of a name, initials, acronyms printed behind it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.klaim.nama.kalimat import IndeksNama, Singkat
from pipeline.klaim.nama.singkat import NamaSingkat
from schemas.kinerja import Laporan
from tests.checks.laporan_toml import laporan as tabel_toml
from tests.klaim.bentuk import laporan

_TABEL = [
    {
        "kolom": ["target@2030"],
        "baris": """
Persentase Sekolah Terakreditasi Minimal B {id=sekolah} | 80%
Persentase Tindak Lanjut Rekomendasi Pemeriksa {id=tindak} | 90%
Persentase Pengurangan Sampah {id=kurang} | 20%
Persentase Penanganan Sampah {id=tangani} | 70%
Harapan Lama Sekolah {id=harapan} | 13
Indeks Mutu Air Tanah (IMAT) {id=air} | 60
""",
    },
    {"kind": "anggaran", "kolom": ["anggaran"], "baris": "Pengurangan Sampah Kota {id=} {nomor=1} | 20.000.000"},
]


def _cari(text: str, judul: str = "", *, longgar: bool = False) -> list[tuple[str, str, Singkat | None, bool]]:
    report: Laporan = replace(tabel_toml({"tabel": _TABEL}), kalimat=laporan("Mutu air {nilai:1}.").kalimat)
    indeks = IndeksNama(report)
    pandu = next((item.entri[0] for item in indeks.cari(judul)), None)
    found = NamaSingkat(report, indeks).cari(text, pandu, longgar=longgar)
    return [(text[item.mulai : item.akhir], item.entri[0].indikator, item.singkat, item.sah) for item in found]


@pytest.mark.parametrize(
    ("text", "judul", "harap"),
    [
        (
            "realisasi sekolah terakreditasi B sebesar 81%",
            "3.1 Persentase Sekolah Terakreditasi Minimal B",
            ("sekolah terakreditasi B", "sekolah", Singkat.TERPANDU, True),
        ),
        (
            "TL rekomendasi sebesar 91%",
            "Persentase Tindak Lanjut Rekomendasi Pemeriksa",
            ("TL rekomendasi", "tindak", Singkat.TERPANDU, True),
        ),
        ("sekolah terakreditasi B sebesar 81%", "", ("sekolah terakreditasi B", "sekolah", Singkat.LEPAS, True)),
        ("HLS tahun 2030 sebesar 13", "", ("HLS", "harapan", Singkat.LEPAS, True)),
        ("nilai IMAT sebesar 60", "", ("IMAT", "air", Singkat.DIKENALKAN, True)),
        ("penurunan IMAT sebesar 3", "", ("IMAT", "air", Singkat.DIKENALKAN, False)),
        ("jumlah sekolah terakreditasi B sebanyak 9", "", ("sekolah terakreditasi B", "sekolah", Singkat.LEPAS, False)),
        ("sekolah terakreditasi yang baru sebanyak 9", "", ("sekolah terakreditasi", "sekolah", Singkat.LEPAS, False)),
    ],
)
def test_short_name(text: str, judul: str, harap: tuple[str, str, Singkat, bool]) -> None:
    assert _cari(text, judul) == [harap]


@pytest.mark.parametrize(
    "text",
    [
        "pengurangan sampah sebesar 21%",
        "rekomendasi pemeriksa sebanyak 12",
        "sampah sebanyak 200 ton",
        "terakreditasi sekolah sebesar 9%",
    ],
)
def test_words_that_name_no_single_indicator(text: str) -> None:
    assert _cari(text) == []


def test_heading_decides_between_indicator_and_budget_row() -> None:
    (found,) = _cari("pengurangan sampah sebesar 21%", "a. Persentase Pengurangan Sampah")
    assert found[1:] == ("kurang", Singkat.TERPANDU, True)


def test_in_a_list_half_of_the_words_will_do() -> None:
    assert _cari("rekomendasi pemeriksa 91%", longgar=True)[0][1] == "tindak"
