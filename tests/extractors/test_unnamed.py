"""Tables without a column for the name: the caption or the heading names one indicator of another table, or nothing."""

from __future__ import annotations

import pytest

from extractors.mapped import map_table
from extractors.unnamed import indicator_names, name_of
from schemas.extraction import TabelTerpetakan
from schemas.kinerja import Part, TabelBelumDipetakan
from tests.extractors.grids import table

HEADS = ("Satuan", "Target 2030", "Realisasi 2030", "Capaian")
KNOWN = {
    ("persentase", "irigasi", "baik"): "Persentase irigasi baik",
    ("persentase", "irigasi", "baik", "teknis"): "Persentase irigasi baik teknis",
}


def test_the_names_are_those_of_rows_that_measure() -> None:
    whole = table(
        ("No", "Indikator", "Target", "Realisasi"),
        ("1", "Persentase irigasi baik", "71", "72,5"),
        ("2", "Kunjungan", "710", "725"),
        header_rows=1,
    )
    mapped = map_table(whole, 0, "", lampiran=False)
    assert isinstance(mapped, TabelTerpetakan)
    assert indicator_names([mapped]) == {("persentase", "irigasi", "baik"): "Persentase irigasi baik"}


@pytest.mark.parametrize(
    ("caption", "headings", "name"),
    [
        ("Tabel 3.4 Capaian Persentase Irigasi Baik Tahun 2030", (), "Persentase irigasi baik"),
        ("Tabel 3.4. Target dan Realisasi Persentase irigasi baik teknis", (), "Persentase irigasi baik teknis"),
        ("Tabel 3.4 Kinerja Tahun 2030", ("B. Analisis", "2) Persentase irigasi baik"), "Persentase irigasi baik"),
        (None, ("a. Persentase Irigasi Baik",), "Persentase irigasi baik"),
        ("Tabel 3.4 Persentase irigasi baik Kecamatan Karang", ("2. Persentase irigasi baik",), None),
        ("Tabel 3.4 Persentase irigasi baik Triwulan II", (), None),
        ("Tabel 3.4 Persentase irigasi rusak", (), None),
        ("Tabel 3.4 Capaian Kinerja", ("2. Persentase irigasi baik", "b. Hambatan dan solusi"), None),
        (None, (), None),
    ],
)
def test_one_name_and_nothing_beside_it(caption: str | None, headings: tuple[str, ...], name: str | None) -> None:
    assert name_of(caption, headings, KNOWN) == name


def test_the_only_row_takes_the_name() -> None:
    whole = table(HEADS, ("%", "71", "72,5", "102,11"), header_rows=1)
    mapped = map_table(whole, 0, "", lampiran=False, nama="Persentase irigasi baik")
    assert isinstance(mapped, TabelTerpetakan)
    (baris,) = mapped.baris
    assert baris.label == "Persentase irigasi baik"
    assert [isi.part for isi in baris.isi] == [Part.SATUAN, Part.TARGET, Part.REALISASI, Part.CAPAIAN]


@pytest.mark.parametrize("nama", [None, "Persentase irigasi baik"])
def test_several_rows_or_no_name_stay_unmapped_and_are_known_to_measure(nama: str | None) -> None:
    rows = [("%", "71", "72,5", "102,11"), ("%", "60", "61,5", "102,50")]
    whole = table(HEADS, *(rows if nama else rows[:1]), header_rows=1)
    mapped = map_table(whole, 0, "", lampiran=False, nama=nama)
    assert isinstance(mapped, TabelBelumDipetakan)
    assert mapped.kinerja


def test_figures_that_measure_nothing_are_no_lost_performance() -> None:
    whole = table(("Satuan", "Jumlah"), ("orang", "712"), header_rows=1)
    mapped = map_table(whole, 0, "", lampiran=False)
    assert isinstance(mapped, TabelBelumDipetakan)
    assert not mapped.kinerja
