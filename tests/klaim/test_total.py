"""Totals of the office in sentences, work done against money, and the mean capaian of the office."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.klaim.anggaran import fisik, total
from pipeline.klaim.nama.tautan import bind
from pipeline.klaim.tabel.rata_kantor import judge_rata
from schemas.kinerja import Laporan, Metadata
from schemas.narasi import Putusan
from tests.checks.laporan_toml import laporan as tabel_toml
from tests.klaim.bentuk import laporan

C, S, T = Putusan.COCOK, Putusan.SALAH, Putusan.TAK_DIUJI
_ANGGARAN = {
    "kind": "anggaran",
    "caption": "Tabel 3.4 Realisasi per Program",
    "kolom": ["anggaran", "realisasi_anggaran"],
    "baris": """
Program Satu {id=} {nomor=1} | 2.301.250.000 | 2.200.118.250
Program Dua {id=} {nomor=2} | 2.000.000.000 | 2.000.000.000
= JUMLAH | 4.301.250.000 | 4.200.118.250
""",
}
_CAPAIAN = {
    "kolom": ["target@2030", "realisasi@2030", "capaian@2030"],
    "baris": """
Jumlah Wirausaha Muda {sasaran=Satu} | 100 | 90 | 90%
Jumlah Koperasi Sehat {sasaran=Satu} | 100 | 110 | 110%
Jumlah Pasar Tertata {sasaran=Dua} | 100 | 160 | 160%
""",
}


def _laporan(*teks: str) -> Laporan:
    report = laporan(*teks, tabel=tabel_toml({"tabel": [_ANGGARAN, _CAPAIAN]}).tabel)
    return replace(report, kalimat=bind(report), metadata=Metadata(instansi="Dinas Contoh", tahun=2030))


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("Total anggaran {anggaran:Rp 4.301.250.000}, realisasi {realisasi_anggaran:Rp 4.200.118.250}", [C, C]),
        ("Total anggaran {anggaran:Rp 4,3 miliar}", [C]),
        ("Biaya tersedia {anggaran:Rp 4.462.543.000}, dipakai {realisasi_anggaran:Rp 4.200.118.250}", [S, C]),
        ("Total anggaran {anggaran:Rp 4.301.250.000}, realisasi {realisasi_anggaran:Rp 4.100.118.250}", [C, S]),
        ("Dinas didukung dana {anggaran:Rp 4.200.118.250}", [S]),
        ("Total anggaran dinas {anggaran:Rp 5.000.000.000}", [T]),
        ("Pagu sebelum perubahan {anggaran:Rp 4.462.543.000}, dipakai {realisasi_anggaran:Rp 4.200.118.250}", [C]),
        (
            "Pagu triwulan I {anggaran:Rp 4.462.543.000|periode=TW1}, dipakai {realisasi_anggaran:Rp 4.200.118.250}",
            [C],
        ),
        (
            "Anggaran tahun 2029 {anggaran:Rp 4.462.543.000|tahun=2029}, dipakai {realisasi_anggaran:Rp 4.200.118.250}",
            [C],
        ),
        ("Total anggaran {anggaran:Rp 4.301.250}, realisasi {realisasi_anggaran:Rp 4.200,12 juta}", [S, C]),
        ("Total anggaran {anggaran:Rp 4,01 miliar}, realisasi {realisasi_anggaran:Rp 4,20 miliar}", [T, C]),
        ("Serapan anggaran dinas sebesar {persen:97,65%} dengan sisa anggaran {sisa:Rp 101.131.750}", [C, C]),
        ("Serapan anggaran dinas sebesar {persen:97,65%} dengan sisa anggaran {sisa:Rp 110.131.750}", [S, C]),
        ("Serapan anggaran dinas sebesar {persen:96,75%} dengan sisa anggaran {sisa:Rp 101.131.750}", [C, S]),
        ("Serapan anggaran dinas sebesar {persen:96,75%} dengan sisa anggaran {sisa:Rp 110.131.750}", []),
        ("Serapan anggaran dinas sebesar {persen:97,65%} dengan sisa kas {sisa:Rp 110.131.750}", [C]),
        ("Serapan anggaran program sebesar {persen:97,65%} dengan sisa anggaran {sisa:Rp 110.131.750}", []),
        ("Rehab jalan desa menelan Rp 12 dan {anggaran:Rp 75.000.000}", []),
    ],
)
def test_total(teks: str, harap: list[Putusan]) -> None:
    assert [item.putusan for item in total.judge(_laporan(f"{teks}."))] == harap


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("realisasi {realisasi_anggaran:Rp 26.140.000}, fisik {fisik:0%}", S),
        ("realisasi {realisasi_anggaran:Rp 26.140.000}, fisik {fisik:90%}", C),
        ("realisasi {realisasi_anggaran:Rp 0}, fisik {fisik:0%}", C),
        ("volume {volume:0 unit}, fisik {fisik:100%}", S),
        ("volume {volume:4 unit}, fisik {fisik:100%}", C),
        ("fisik {fisik:100%}", T),
        ("realisasi {realisasi_anggaran:Rp 5} dan {realisasi_anggaran:Rp 7}, fisik {fisik:0%}", T),
    ],
)
def test_fisik(teks: str, harap: Putusan) -> None:
    assert [item.putusan for item in fisik.judge(_laporan(f"Pelatihan perajin dengan {teks}."))] == [harap]


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("Rata-rata capaian kinerja Dinas Contoh sebesar {capaian:120%}", [C]),
        ("Rata-rata capaian kinerja Dinas Contoh sebesar {capaian:130%}", [C]),
        ("Rata-rata capaian kinerja Dinas Contoh sebesar {capaian:96,67%}", [C]),
        ("Rata-rata capaian kinerja Dinas Contoh sebesar {capaian:127,32%}", [S]),
        ("Secara umum capaian kinerja Dinas Contoh sebesar {capaian:127,32%}", [T]),
        ("Rata-rata capaian kinerja sasaran 2 Dinas Contoh sebesar {capaian:127,32%}", []),
        ("Rata-rata capaian kinerja misi kedua Dinas Contoh sebesar {capaian:127,32%}", []),
        ("Rata-rata serapan anggaran Dinas Contoh sebesar {capaian:97,32%}", []),
        ("Rata-rata capaian kinerja Dinas Contoh tahun 2029 sebesar {capaian:99%|tahun=2029}", []),
        ("Rata-rata lama sekolah sebesar {capaian:99%}", []),
    ],
)
def test_mean_of_the_office(teks: str, harap: list[Putusan]) -> None:
    assert [item.putusan for item in judge_rata(_laporan(f"{teks}."))] == harap


def test_two_means_of_the_office_are_told_together() -> None:
    report = _laporan(
        "Secara umum capaian kinerja Dinas Contoh sebesar {capaian:120%}.",
        "",
        "Secara umum capaian kinerja Dinas Contoh sebesar {capaian:127,32%}.",
    )
    found = list(judge_rata(report))
    assert [item.putusan for item in found] == [C, S]
    assert [item.kalimat for item in found[1].klaim] == [1, 0]
    assert "120%" in found[1].pesan
