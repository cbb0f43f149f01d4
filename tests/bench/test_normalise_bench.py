"""Time of the normalise stage on a long report."""

from __future__ import annotations

import random
from typing import Any

import pytest

from pipeline.normalise import normalise
from tests.normalise.laporan_uji import laporan, tabel

JENIS = ("Persentase", "Jumlah", "Indeks", "Nilai", "Tingkat", "Cakupan")
BENDA = ("tenaga", "kerja", "desa", "sekolah", "jalan", "mutu", "layanan", "pasar", "guru", "irigasi", "wisata")
SIFAT = ("yang dilatih", "yang memiliki izin", "kondisi baik", "sesuai standar", "yang ditangani", "tepat waktu")
BATAS_S = 0.05


@pytest.mark.bench
def test_four_hundred_rows(benchmark: Any) -> None:
    pick = random.Random(7).choice
    names = [f"{pick(JENIS)} {pick(BENDA)} {pick(BENDA)} {pick(BENDA)} {pick(SIFAT)}" for _ in range(130)]
    report = laporan(*(tabel(*random.Random(seed).sample(names, 50)) for seed in range(8)))
    normalise(report)
    benchmark(normalise, report)
    assert benchmark.stats.stats.min < BATAS_S
