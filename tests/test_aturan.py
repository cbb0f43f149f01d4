"""What is read from the rows: the capaian rule of each direction, and the cap."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from pipeline.aturan import tetapkan_aturan
from schemas.kinerja import Arah, AturanDipakai, Laporan
from tests.checks.laporan_toml import laporan

TIGA = ["target", "realisasi", "capaian"]


def linked(baris: str, **rest: Any) -> Laporan:
    return tetapkan_aturan(laporan({"tabel": [{"kolom": TIGA, "baris": baris}], **rest}))


def rule_of(report: Laporan, arah: Arah) -> AturanDipakai | None:
    return next((aturan for aturan in report.aturan if aturan.arah is arah), None)


def test_each_direction_has_its_rule() -> None:
    report = linked(
        """
        Cakupan air {naik} | 80 | 72 | 90,00
        Angka sakit {turun} | 30,00 | 20,00 | 150,00
        Angka putus {turun} | 30,00 | 24,00 | 125,00
        """
    )
    assert rule_of(report, Arah.NAIK) == AturanDipakai(arah=Arah.NAIK, rule="R/T", cocok=1, dari=1)
    assert rule_of(report, Arah.TURUN) == AturanDipakai(arah=Arah.TURUN, rule="T/R", cocok=2, dari=2)


def test_rows_that_fit_every_rule_do_not_outvote_one_that_tells() -> None:
    report = linked(
        """
        Angka sakit {turun} | 30,00 | 30,00 | 100,00
        Angka putus {turun} | 30,00 | 20,00 | 150,00
        """
    )
    assert rule_of(report, Arah.TURUN) == AturanDipakai(arah=Arah.TURUN, rule="T/R", cocok=2, dari=2)


def test_a_stated_rule_wins_a_tie() -> None:
    baris = "Angka sakit {turun} | 30,00 | 30,00 | 100,00"
    stated = {"rumus": [{"rule": "T/R", "arah": "turun", "text": "target dibagi realisasi"}]}
    assert rule_of(linked(baris), Arah.TURUN) == AturanDipakai(
        arah=Arah.TURUN, rule="(2T-R)/T", cocok=1, dari=1
    )
    assert rule_of(linked(baris, **stated), Arah.TURUN) == AturanDipakai(
        arah=Arah.TURUN, rule="T/R", cocok=1, dari=1
    )


def test_a_wrong_rule_that_all_rows_follow_is_the_rule_used() -> None:
    report = linked("Angka sakit {turun} | 30,00 | 20,00 | 66,67")
    assert rule_of(report, Arah.TURUN) == AturanDipakai(arah=Arah.TURUN, rule="R/T", cocok=1, dari=1)


def test_no_rule_without_a_row_that_fits() -> None:
    report = linked("Cakupan air {naik} | 80 | 72 | 55,00")
    assert report.aturan == ()
    assert report.batas_capaian is None


def test_several_rows_that_stop_at_one_value_show_a_cap() -> None:
    report = linked(
        """
        Cakupan air {naik} | 50 | 80 | 120
        Cakupan akta {naik} | 40 | 70 | 120
        Cakupan jalan {naik} | 80 | 72 | 90,00
        """
    )
    assert report.batas_capaian == Decimal(120)


@pytest.mark.parametrize(
    "baris",
    [
        "Cakupan air {naik} | 50 | 80 | 120\nCakupan jalan {naik} | 80 | 72 | 90,00",
        "Cakupan air {naik} | 50 | 80 | 120\nCakupan akta {naik} | 40 | 70 | 120\nLuas {naik} | 1 | 2 | 200",
        "Cakupan air {naik} | 50 | 60 | 120\nCakupan akta {naik} | 40 | 48 | 120",
        "Cakupan air {naik} | 50 | 80 | 130\nCakupan akta {naik} | 40 | 70 | 130",
    ],
    ids=["one row only", "another row goes further", "the value follows from a rule", "no usual cap"],
)
def test_no_cap(baris: str) -> None:
    assert linked(baris).batas_capaian is None


def test_a_cap_that_the_text_states_needs_no_rows() -> None:
    rumus = [
        {"rule": "R/T", "arah": "naik", "text": "Realisasi dibagi target, capaian maksimal sebesar 120 %"}
    ]
    report = linked("Cakupan air {naik} | 50 | 80 | 120", rumus=rumus)
    assert report.batas_capaian == Decimal(120)
    assert rule_of(report, Arah.NAIK) == AturanDipakai(arah=Arah.NAIK, rule="R/T", cocok=1, dari=1)


def test_means_parents_and_other_tables_do_not_vote() -> None:
    tabel = [
        {"kolom": TIGA, "baris": "~Rata-rata {naik} | 10 | 9 | 90\n+Program {naik} | 10 | 9 | 90"},
        {"kind": "efisiensi", "kolom": TIGA, "baris": "Cakupan air {naik} | 10 | 9 | 90"},
        {"kind": "anggaran", "kolom": TIGA, "baris": "Cakupan air {naik} | 10 | 9 | 90"},
    ]
    assert tetapkan_aturan(laporan({"tabel": tabel})).aturan == ()
