"""Narrow ruled cells, really drawn: amounts below their `Rp` or cut at their last digits, units below headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.mapped import map_table
from schemas.extraction import TabelTerpetakan
from schemas.kinerja import Kind, Part
from tests.extractors.pages import Sheet, only_table

P = Part
XS = (50, 75, 205, 289, 373, 420)


def mapped(path: Path) -> TabelTerpetakan:
    result = map_table(only_table(path), 0, "", lampiran=False)
    assert isinstance(result, TabelTerpetakan), result.reason
    return result


def values(tabel: TabelTerpetakan) -> list[tuple[str | None, str, dict[Part, str]]]:
    return [(b.nomor, b.label, {i.part: " ".join(i.text.split()) for i in b.isi}) for b in tabel.baris]


@pytest.mark.parametrize(
    ("first", "second", "total"),
    [
        pytest.param("Rp\n4.250.000.000", "Rp\n1.800.500.000", "Rp\n6.050.500.000", id="rupiah"),
        pytest.param("64.250.000.000,0\n0", "Rp\n12.800.500.000,0\n0", "Rp\n77.050.500.000,0\n0", id="last-decimal"),
        pytest.param("Rp\n64.250.000.000,\n00", "Rp\n12.800.500.000,\n00", "Rp\n77.050.500.000,\n00", id="decimals"),
    ],
)
def test_an_amount_in_a_narrow_cell_is_one_figure_of_one_row(
    tmp_path: Path, first: str, second: str, total: str
) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.table(
            [
                ("No.", "Program", "Anggaran", "Realisasi", "%"),
                ("1.", "Program Pasar\nRakyat", first, first, "100,00"),
                ("2.", "Program Ekspor\ndan Impor", second, second, "100,00"),
                ("", "Total", total, total, "100,00"),
            ],
            xs=XS,
        )
    read = values(mapped(tmp_path / "a.pdf"))
    assert [(nomor, label) for nomor, label, _ in read] == [
        ("1.", "Program Pasar Rakyat"), ("2.", "Program Ekspor dan Impor"), (None, "Total"),
    ]  # fmt: skip
    for (_, _, facts), text in zip(read, (first, second, total), strict=True):
        assert set(facts) == {P.ANGGARAN, P.REALISASI_ANGGARAN, P.PERSEN}
        digits = "".join(text.split())
        assert "".join(facts[P.ANGGARAN].split()) == "".join(facts[P.REALISASI_ANGGARAN].split()) == digits


def test_amounts_of_two_rows_in_one_cell_stay_two(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        sheet.table(
            [
                ("No.", "Program", "Anggaran", "Realisasi", "%"),
                ("1.\n2.", "a. Pasar\nb. Ekspor", "4.250.000\n1.800.500", "4.250.000\n900.250", "100\n50"),
                ("3.", "Program Tera", "1.100.000", "1.100.000", "100"),
            ],
            xs=XS,
        )
    read = values(mapped(tmp_path / "a.pdf"))
    assert [facts[P.ANGGARAN] for _, _, facts in read] == ["4.250.000", "1.800.500", "1.100.000"]


def test_a_row_of_units_below_the_headings(tmp_path: Path) -> None:
    with Sheet(tmp_path / "a.pdf") as sheet:
        ys = [120.0, 140.0, 160.0, 180.0, 200.0]
        for y in (ys[0], *ys[2:]):
            sheet.line(XS[0], y, XS[-1], y)
        sheet.line(XS[2], ys[1], XS[-1], ys[1])
        for x in XS:
            sheet.line(x, ys[0], x, ys[-1])
        sheet.fill(
            [
                ("No", "Indikator Kinerja", "Target", "Realisasi", "Capaian"),
                ("", "", "(%)", "(%)", "(%)"),
                ("1", "Perkara putus", "95,00", "97,00", "102,11"),
                ("2", "Perkara diunggah", "90,00", "81,00", "90,00"),
            ],
            XS,
            ys,
        )
    tabel = mapped(tmp_path / "a.pdf")
    assert tabel.kind is Kind.CAPAIAN
    assert [k.part for k in tabel.kolom] == [P.NOMOR, P.LABEL, P.TARGET, P.REALISASI, P.CAPAIAN]
    assert values(tabel)[1] == ("2", "Perkara diunggah", {P.TARGET: "90,00", P.REALISASI: "81,00", P.CAPAIAN: "90,00"})
