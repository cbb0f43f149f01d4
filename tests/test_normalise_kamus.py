"""The dictionaries themselves: complete, free of contradictions, and in force."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from pipeline.normalise import normalise
from pipeline.normalise.banding import cari_kamus
from pipeline.normalise.kamus import muat_kamus
from pipeline.normalise.nama import Konteks, baca_nama
from pipeline.normalise.satuan import kenali_satuan
from schemas.kinerja import Arah
from tests.normalise_laporan import identitas, laporan, tabel

NAMES = ("indikator.csv", "satuan.csv", "ejaan.csv", "arah.csv", "kata.csv")


def rows(name: str) -> list[dict[str, str]]:
    text = files("schemas").joinpath("kamus", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@pytest.mark.parametrize("name", NAMES)
def test_every_line_has_every_column(name: str) -> None:
    for row in rows(name):
        assert None not in row
        assert None not in row.values()
        assert next(iter(row.values()))


def test_many_indicators_of_many_sectors() -> None:
    entries = rows("indikator.csv")
    assert len(entries) >= 150
    assert len({row["bidang"] for row in entries}) >= 15
    assert all(row["sumber"] for row in entries)


def test_ids_are_slugs_and_unique() -> None:
    codes = [entri.kode for entri in muat_kamus().indikator]
    assert len(set(codes)) == len(codes)
    assert all(code.replace("-", "").isalnum() and code == code.lower() for code in codes)


def test_every_name_and_variant_leads_to_its_own_entry() -> None:
    for entri in muat_kamus().indikator:
        for name in (entri.nama, *entri.alias):
            found = cari_kamus(baca_nama(name, Konteks()))
            assert found is entri, f"{name}: {found.kode if found else None} instead of {entri.kode}"


def test_canonical_names_become_their_ids() -> None:
    entries = muat_kamus().indikator
    hasil = normalise(laporan(tabel(*(entri.nama for entri in entries))))
    assert identitas(hasil) == [[entri.kode for entri in entries]]
    assert [row.arah for row in hasil.baris()] == [
        Arah.TIDAK_DIKETAHUI if entri.arah is Arah.RENTANG else entri.arah for entri in entries
    ]


def test_units_of_indicators_are_in_the_list_of_units() -> None:
    assert not [row["kode"] for row in rows("indikator.csv") if kenali_satuan(row["satuan"]) is None]


def test_rules_of_direction_are_in_order_and_explained() -> None:
    entries = rows("arah.csv")
    numbers = [int(row["urutan"]) for row in entries]
    assert len(set(numbers)) == len(numbers)
    assert all(row["keterangan"] for row in entries)


def test_spellings_are_not_undone() -> None:
    """A spelling that is written out is not itself what another one is brought to."""
    ejaan = {row["tulisan"]: row["baku"] for row in rows("ejaan.csv") if row["tulisan"] != row["baku"]}
    loops = {tulisan for tulisan, baku in ejaan.items() if ejaan.get(baku) == tulisan}
    assert not loops
