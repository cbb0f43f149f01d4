"""The view over the formulas of a report."""

from __future__ import annotations

from typing import Any

from pipeline.checks.base_rumus import melingkar, rumus_indikator, sebut_rumus
from pipeline.kata_rumus import JenisNama
from schemas.provenance import PdfPlace
from tests.checks.laporan_toml import laporan

BARIS = "A | Jumlah kios | Jumlah kios yang disewakan | Data | Staf"


def keputusan(*indikator: str, **isi: Any) -> dict[str, Any]:
    return {"jabatan": [{"jabatan": "Kepala Pasar", "indikator": "\n".join(indikator)}], **isi}


def tabel(*baris: str, kolom: tuple[str, ...] = ("formula", "satuan")) -> dict[str, Any]:
    return {"kind": "capaian", "caption": "Tabel 3.1", "kolom": list(kolom), "baris": "\n".join(baris)}


def test_formula_and_name_are_evidence_with_their_places() -> None:
    (item,) = rumus_indikator(laporan({"keputusan": [keputusan(BARIS)]}))
    formula, nama = item.bukti
    assert (formula.role, formula.text, formula.table) == ("formula", "Jumlah kios yang disewakan", "Kepala Pasar")
    assert (nama.role, nama.text) == ("indikator", "Jumlah kios")
    assert isinstance(formula.place, PdfPlace)
    assert formula.place != nama.place
    assert item.jenis is JenisNama.JUMLAH
    assert item.sasaran is not None
    assert item.sasaran.text == "A"


def test_equal_printings_are_one_with_the_places_of_all() -> None:
    (item,) = rumus_indikator(laporan({"keputusan": [keputusan(BARIS, BARIS.replace("Jumlah", "jumlah"))]}))
    assert len(item.bukti) == 4


def test_two_decrees_stay_apart() -> None:
    items = rumus_indikator(laporan({"keputusan": [keputusan(BARIS), keputusan(BARIS)]}))
    assert [item.sumber for item in items] == [0, 1]


def test_an_indicator_without_formula_is_not_met() -> None:
    assert rumus_indikator(laporan({"keputusan": [keputusan("A | Jumlah kios | | Data | Staf")]})) == ()


def test_tables_are_read_by_the_same_parser() -> None:
    (item,) = rumus_indikator(
        laporan({"tabel": [tabel("Tingkat hunian kios | Jumlah kios isi / Jumlah kios x 100 | %")]})
    )
    assert item.rumus.penyebut is not None
    assert item.satuan == "%"
    assert item.sumber is None
    assert item.bukti[0].table == "Tabel 3.1"


def test_a_formula_over_several_rows_is_not_judged() -> None:
    rows = ("Persentase kios isi | Jumlah kios isi | %", "Persentase kios isi | Jumlah kios | %")
    items = rumus_indikator(laporan({"tabel": [tabel(*rows)]}))
    assert {item.alasan for item in items} == {"rumus terpecah dalam beberapa baris"}


def test_a_formula_merged_over_indicators_is_not_judged() -> None:
    rows = (BARIS, "A | Jumlah los | ^ | Data | Staf")
    items = rumus_indikator(laporan({"keputusan": [keputusan(*rows)]}))
    assert {item.alasan for item in items} == {"satu formula untuk beberapa indikator"}


def test_the_name_of_the_office_adds_nothing() -> None:
    row = "A | Nilai kearsipan | Nilai kearsipan Dinas Pasar Kota Contoh | LHE | Staf"
    (item,) = rumus_indikator(laporan({"keputusan": [keputusan(row, penetap="Kepala Dinas Pasar Kota Contoh")]}))
    assert melingkar(item)
    (asing,) = rumus_indikator(laporan({"keputusan": [keputusan(row.replace("Dinas Pasar", "oleh Kantor Arsip"))]}))
    assert not melingkar(asing)


def test_a_long_formula_is_cut_for_the_reader() -> None:
    row = f"A | Jumlah kios | Jumlah {'kios besar ' * 40}| Data | Staf"
    (item,) = rumus_indikator(laporan({"keputusan": [keputusan(row)]}))
    assert len(sebut_rumus(item)) < 170
    assert sebut_rumus(item).endswith("…")
