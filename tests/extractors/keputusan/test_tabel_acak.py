"""Odd tables: whatever a grid holds, reading ends with a record or with None, and its texts come from the grid."""

from __future__ import annotations

import random
import re
from time import perf_counter

import pytest

from extractors.keputusan.tabel.indikator import TabelIndikator, read_indikator
from schemas.printed import Table
from tests.extractors.grids import table

KEPALA = ("No", "SASARAN", "INDIKATOR KINERJA", "Formulasi", "Sumber Data", "Penanggung Jawab", "Target 2025", "Tujuan")
ISI = (
    "",
    "-",
    "a.",
    "b",
    "1.1.",
    "\uf0b7",
    "Jumlah",
    "a. Jumlah surat b. Jumlah arsip",
    "1. Nilai A\n2. Nilai B\n3. Nilai C",
    "Persentase jalan :\n- mantap\n- rusak",
    "Formulasi: A / B\nTipe Perhitungan:",
    "Kepala Bidang Aset",
    "meningkatnya mutu",
    "(((((",
    "x" * 300,
    "100%",
    "Jumlah A dibagi Jumlah B x 100%",
    "i. Indeks ii. Rasio iii. Skor",
)


def acak(seed: int) -> Table:
    """A grid of random texts with random merges, under a heading or none."""
    chance = random.Random(seed)
    cols = chance.randint(2, len(KEPALA))
    kepala = chance.sample(KEPALA, cols)
    rows = [kepala] if chance.random() < 0.8 else []
    for _ in range(chance.randint(1, 6)):
        rows.append([chance.choice(ISI) for _ in range(cols)])
    for row in range(2, len(rows)):
        for col in range(cols):
            if chance.random() < 0.15:
                rows[row][col] = "^"
    return table(*rows, docx=chance.random() < 0.5, header_rows=chance.randint(0, 2) if chance.random() < 0.3 else None)


def rapat(text: str) -> str:
    return re.sub(r"\s", "", text)


def periksa(found: TabelIndikator | None, grid: str) -> int:
    if found is None:
        return 0
    seen = [(own.table, own.row, own.sub) for own in found.indikator]
    assert len(seen) == len(set(seen))
    for own in found.indikator:
        assert own.indikator.text.strip()
        for part in (own.indikator, own.formula, own.sumber_data, own.penanggung_jawab):
            assert part is None or all(rapat(word) in grid for word in part.text.split())
    return len(found.indikator)


def test_random_grids_are_read_or_left_and_never_break() -> None:
    read = 0
    last: TabelIndikator | None = None
    for seed in range(400):
        made = acak(seed)
        grid = rapat(" ".join(cell.flat for cell in made.cells))
        alone = read_indikator(made, seed)
        read += periksa(alone, grid)
        read_indikator(made, seed, last)
        last = alone or last
    assert read > 200


@pytest.mark.parametrize(
    "text",
    [
        "a. " * 5000,
        "Jumlah " * 4000,
        "1.1." * 5000,
        "- " * 5000,
        "Formulasi: " * 3000,
        "( " * 8000,
        "\uf0b7 Nilai " * 2000,
    ],
)
def test_cells_made_to_take_long_do_not(text: str) -> None:
    begin = perf_counter()
    rows = (KEPALA[1:5], ("S", text, text, text), ("S", "a. Nilai A\nb. Nilai B", text, text))
    assert read_indikator(table(*rows), 0) is not None
    assert perf_counter() - begin < 10
